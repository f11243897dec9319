"""What is still to be done → text, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from rich.text import Text

from pairing_cli.model.agenda import Agenda, Deed, Task
from pairing_cli.model.figures import plain, rounded
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.quotas import number_json
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Hanging, Screen, styled

SOON = 7
"""Days within which something is urgent."""


def as_text(
    agenda: Agenda, title: str, notice: str | None, names: Mapping[str, str], screen: Screen
) -> str:
    """Tasks under the day by which they are safe, most urgent first; then what is lost.

    ``names`` are the titles of pairings by their keys.
    """
    parts: list[Text | Hanging] = [styled(clean(title), "bold")]
    parts.append(styled(screen.say("todo.head", as_of=agenda.as_of), "dim"))
    if notice:
        parts.append(styled(clean(notice), "yellow"))
    parts.append(Text(""))
    day: date | None = None
    for task in agenda.tasks:
        if task.safe != day:
            day = task.safe
            parts.append(styled(_day(day, agenda.as_of, screen), _style(day, agenda.as_of)))
        parts.append(Hanging("  · ", "    ", Text(_line(task, names, screen))))
    if not agenda.tasks:
        parts.append(Text(screen.say("todo.nothing")))
    if agenda.lost:
        parts += [
            Text(""),
            styled(screen.say("todo.lost-head", number=len(agenda.lost)), "bold red"),
        ]
        parts += [Hanging("  · ", "    ", Text(_line(t, names, screen))) for t in agenda.lost]
    return screen.render(*parts)


def _style(day: date, as_of: date) -> str:
    if day < as_of:
        return "bold red"
    return "bold yellow" if (day - as_of).days <= SOON else "bold"


def _day(day: date, as_of: date, screen: Screen) -> str:
    if day == date.max:
        return screen.say("todo.no-day")
    left = (day - as_of).days
    if left < 0:
        return screen.say("todo.overdue", day=day, days=-left)
    return screen.say("todo.by", day=day, days=left) if left else screen.say("todo.today", day=day)


def _line(task: Task, names: Mapping[str, str], screen: Screen) -> str:
    """A task in one sentence: for whom, what, how much, what it is worth."""
    whose = "" if task.deed is Deed.REACH else names.get(task.pairing or "", "")
    who = screen.say("listed", names=tuple(dict.fromkeys(screen.tell(each) for each in task.who)))
    head = " · ".join(dict.fromkeys(part for part in (clean(whose), who) if part))
    tail = "".join(
        f"（{part}）" if screen.language == "zh" else f" ({part})" for part in _facts(task, screen)
    )
    return f"{head}{screen.say('colon') if head else ''}{screen.tell(task.title)}{tail}"


def _facts(task: Task, screen: Screen) -> Iterator[str]:
    if task.number:
        unit = screen.say(f"unit.{task.unit}")
        yield screen.say("todo.number", number=Fraction(task.number), unit=unit)
    if task.points:
        yield screen.say("todo.points", points=_points(task.points))
    if task.begin_by is not None and task.due is not None and task.begin_by != task.due:
        yield screen.say("todo.begin-by", day=task.begin_by, due=task.due)


def _points(points: Fraction) -> str:
    return plain(points) if (points * 100).denominator == 1 else rounded(points)


def as_markdown(
    agenda: Agenda, title: str, notice: str | None, names: Mapping[str, str], screen: Screen
) -> str:
    """The same as a Markdown table."""
    heads = [screen.say(f"head.{name}") for name in ("by-day", "who", "what", "worth")]
    lines = [f"# {_cell(title)}", "", _cell(screen.say("todo.head", as_of=agenda.as_of)), ""]
    if notice:
        lines += [f"> {_cell(notice)}", ""]
    lines += [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    lines += [_row(task, names, screen) for task in agenda.tasks]
    if agenda.lost:
        lines += ["", f"## {_cell(screen.say('todo.lost-head', number=len(agenda.lost)))}", ""]
        lines += [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
        lines += [_row(task, names, screen) for task in agenda.lost]
    return "\n".join(lines) + "\n"


def _row(task: Task, names: Mapping[str, str], screen: Screen) -> str:
    day = "–" if task.safe == date.max else task.safe.isoformat()
    whose = "" if task.deed is Deed.REACH else names.get(task.pairing or "", "")
    who = [whose, *(screen.tell(each) for each in task.who)]
    listed = screen.say("listed", names=tuple(dict.fromkeys(part for part in who if part)))
    cells = (day, listed, screen.tell(task.title), "; ".join(_facts(task, screen)))
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """A text that is safe in a Markdown table."""
    escaped = "".join(
        f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in clean(text)
    )
    return " ".join(escaped.split())


def as_json(agenda: Agenda, errors: int, places: Places, screen: Screen) -> str:
    """What is to be done, for machines; schema ``pairing.todo/1``."""
    document = {
        "schema": "pairing.todo/1",
        "as_of": agenda.as_of.isoformat(),
        "errors": errors,
        "tasks": [_json(task, places, screen) for task in agenda.tasks],
        "lost": [_json(task, places, screen) for task in agenda.lost],
    }
    return dump(document)


def _json(task: Task, places: Places, screen: Screen) -> dict[str, object]:
    return {
        "id": task.id,
        "kind": task.deed.value,
        "title": screen.tell(task.title),
        "due": task.due.isoformat() if task.due else None,
        "begin_by": task.begin_by.isoformat() if task.begin_by else None,
        "who": [screen.tell(each) for each in task.who],
        "pairing": task.pairing,
        "sides": [side.value for side in task.sides],
        "organization": task.organization,
        "points": rounded(task.points),
        "exact_points": str(task.points),
        "number": number_json(task.number),
        "unit": task.unit or None,
        "reason": screen.tell(task.reason) if task.reason else None,
        "at": places.json(task.at),
    }
