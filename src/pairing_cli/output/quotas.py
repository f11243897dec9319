"""Targets → a table, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.attention import lines_to_show
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.quoted import amount_text, asked_text, notes_of, range_text
from pairing_cli.model.results import (
    Judgement,
    QuotaLine,
    QuotaTable,
    Range,
    Share,
)
from pairing_cli.model.selections import Amount
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Hanging, Screen, styled, table

STYLES = {
    Judgement.MET: "green",
    Judgement.ON_TRACK: "green",
    Judgement.AT_RISK: "yellow",
    Judgement.NO_DATA: "yellow",
    Judgement.UNREACHABLE: "red",
    Judgement.MISSED: "red",
    Judgement.COUNTED: "dim",
    Judgement.EXEMPT: "dim",
}


def as_text(
    quotas: QuotaTable, title: str, notice: str | None, screen: Screen, *, every: bool = False
) -> str:
    """Every target with its numbers; of its scopes, unless ``every`` one, those that need attention.

    Where nothing is asked, the numbers of the scopes are what it is for, and all are shown.
    """
    shown = list(lines_to_show(quotas.lines, every=every))
    rows = _table(quotas, shown, screen)
    head = "quota.plan-head" if quotas.plan_only else "quota.head"
    parts = [styled(clean(title), "bold")]
    parts.append(styled(screen.say(head, as_of=quotas.as_of), "dim"))
    if notice:
        parts.append(styled(clean(notice), "yellow"))
    if not quotas.lines:
        return screen.render(*parts, Text(""), screen.say("quota.no-targets"))
    legend = styled(screen.say("quota.legend"), "dim")
    return screen.render(*parts, Text(""), rows, Text(""), *_notes(shown, screen), legend)


def _table(
    quotas: QuotaTable, shown: list[tuple[int, QuotaLine]], screen: Screen
) -> RenderableType:
    """A row for every line; of the plan alone, without what was done."""
    figures: tuple[str, ...] = ("asked", "planned", "done", "remaining", "slack")
    if quotas.plan_only:
        figures = ("asked", "planned", "slack")
    rows = table(
        (screen.say("head.target"), "wide"),
        (screen.say("head.unit"), "left"),
        *((screen.say(f"head.{name}"), "right") for name in figures),
        (screen.say("head.verdict"), "left"),
    )
    for depth, line in shown:
        cells = {
            "asked": asked_text(line.target),
            "planned": range_text(line.planned),
            "done": amount_text(line.done),
            "remaining": amount_text(line.remaining) if line.remaining else "",
            "slack": range_text(line.slack),
        }
        rows.add_row(
            _title(line, screen),
            screen.say(f"unit.{line.unit}"),
            *(cells[name] for name in figures),
            styled(_verdict(quotas, line, screen), STYLES[line.verdict]),
            depth=depth,
        )
    return rows


def _verdict(quotas: QuotaTable, line: QuotaLine, screen: Screen) -> str:
    """The verdict in words; what no plan provides for is not scheduled, rather than unknown."""
    unplanned = quotas.plan_only and line.planned is None and line.verdict is Judgement.NO_DATA
    return screen.say("verdict.unplanned" if unplanned else f"verdict.{line.verdict}")


def _notes(shown: list[tuple[int, QuotaLine]], screen: Screen) -> Iterator[RenderableType]:
    """What has to be said beside the numbers, line by line."""
    said = False
    for _, line in shown:
        for note in notes_of(line):
            said = True
            yield Hanging(
                "  · ",
                "    ",
                Text(f"{_name(line, screen)}{screen.say('colon')}{screen.tell(note)}"),
            )
    if said:
        yield Text("")


def _name(line: QuotaLine, screen: Screen) -> str:
    """What a line is called away from the table: a scope with the target that it is of."""
    title = screen.tell(line.title)
    return f"{title} · {screen.tell(line.scope)}" if line.is_scope else title


def _title(line: QuotaLine, screen: Screen) -> str:
    return screen.tell(line.scope if line.is_scope else line.title)


def as_json(quotas: QuotaTable, errors: int, places: Places, screen: Screen) -> str:
    """The targets for machines; schema ``pairing.quota/1``. ``errors``: how many the data have."""
    document = {
        "schema": "pairing.quota/1",
        "as_of": quotas.as_of.isoformat(),
        "errors": errors,
        "plan_only": quotas.plan_only,
        "targets": [line_json(line, places, screen) for line in quotas.lines],
    }
    return dump(document)


def line_json(line: QuotaLine, places: Places, screen: Screen) -> dict[str, object]:
    """A line for machines."""
    return {
        "id": line.id,
        "title": screen.tell(line.title),
        "scope": screen.tell(line.scope),
        "unit": line.unit,
        "target": _range(line.target),
        "planned": _range(line.planned),
        "done": number_json(line.done),
        "remaining": number_json(line.remaining),
        "slack": _range(line.slack),
        "verdict": line.verdict.value,
        "due": line.due.isoformat() if line.due else None,
        "pace": None if line.pace is None else number_json(line.pace),
        "under_way": number_json(line.under_way),
        "unnamed": line.unnamed,
        "share": _share(line.share, places, screen),
        "note": screen.tell(line.note) if line.note else None,
        "children": [line_json(child, places, screen) for child in line.children],
        "at": places.json(line.at),
        "counted": places.json(line.counted),
    }


def _range(found: Range | None) -> dict[str, int | str | None] | None:
    if found is None:
        return None
    return {
        "min": number_json(found.least),
        "max": None if found.most is None else number_json(found.most),
    }


def _share(share: Share | None, places: Places, screen: Screen) -> dict[str, object] | None:
    """A share of a pool; percentages are decimal text, rounded half up to 2 places."""
    if share is None:
        return None
    return {
        "asked": share.asked,
        "pool": None if share.pool is None else number_json(share.pool),
        "done": None if share.done is None else rounded(share.done),
        "note": screen.tell(share.note),
        "at": places.json(share.at),
    }


def number_json(amount: Amount) -> int | str:
    """A number for machines: whole ones as they are, others as decimal text."""
    whole = Fraction(amount)
    return whole.numerator if whole.denominator == 1 else plain(whole)
