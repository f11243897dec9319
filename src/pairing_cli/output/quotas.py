"""Targets → a table, and JSON."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.output.findings import dump
from pairing_cli.output.sanitize import clean
from pairing_cli.output.scores import Places
from pairing_cli.output.screen import Screen, styled, table

_STYLES = {
    Judgement.MET: "green",
    Judgement.ON_TRACK: "green",
    Judgement.AT_RISK: "yellow",
    Judgement.NO_DATA: "yellow",
    Judgement.UNREACHABLE: "red",
    Judgement.MISSED: "red",
}


def as_text(
    quotas: QuotaTable, title: str, notice: str | None, screen: Screen, *, every: bool = False
) -> str:
    """Every target with its numbers; of its scopes those that need attention, or ``every`` one."""
    rows = table(
        (screen.say("head.target"), "wide"),
        (screen.say("head.unit"), "left"),
        *(
            (screen.say(f"head.{name}"), "right")
            for name in ("asked", "planned", "done", "remaining", "slack")
        ),
        (screen.say("head.verdict"), "left"),
    )
    for depth, line in _shown(quotas.lines, 0, every=every):
        rows.add_row(
            Padding(_title(line, screen), (0, 0, 0, 2 * depth)),
            screen.say(f"unit.{line.unit}"),
            range_text(line.target),
            range_text(line.planned),
            str(line.done),
            str(line.remaining) if line.remaining else "",
            range_text(line.slack),
            styled(screen.say(f"verdict.{line.verdict}"), _STYLES[line.verdict]),
        )
    parts = [styled(clean(title), "bold")]
    parts.append(styled(screen.say("quota.head", as_of=quotas.as_of), "dim"))
    if notice:
        parts.append(styled(clean(notice), "yellow"))
    return screen.render(*parts, Text(""), rows)


def _title(line: QuotaLine, screen: Screen) -> str:
    return screen.tell(line.scope if line.is_scope else line.title)


def _shown(
    lines: tuple[QuotaLine, ...], depth: int, *, every: bool
) -> Iterator[tuple[int, QuotaLine]]:
    for line in lines:
        if every or not line.is_scope or needs_attention(line):
            yield depth, line
            yield from _shown(line.children, depth + 1, every=every)


def needs_attention(line: QuotaLine) -> bool:
    """Whether a scope, or anything inside it, has begun and is not going well."""
    quiet = line.verdict in (Judgement.MET, Judgement.ON_TRACK)
    waiting = line.verdict is Judgement.AT_RISK and not line.begun
    return not (quiet or waiting) or any(map(needs_attention, line.children))


def range_text(found: Range | None) -> str:
    """A range as people write it: 3, 3–5, ≥3; a dash where nothing is known."""
    if found is None:
        return "–"
    if found.most is None:
        return f"≥{found.least}"
    return str(found.least) if found.least == found.most else f"{found.least}–{found.most}"


def as_json(quotas: QuotaTable, places: Places, screen: Screen) -> str:
    """The targets for machines; schema ``pairing.quota/1``."""
    document = {
        "schema": "pairing.quota/1",
        "as_of": quotas.as_of.isoformat(),
        "targets": [_line(line, places, screen) for line in quotas.lines],
    }
    return dump(document)


def _line(line: QuotaLine, places: Places, screen: Screen) -> dict[str, object]:
    return {
        "id": line.id,
        "title": screen.tell(line.title),
        "scope": screen.tell(line.scope),
        "unit": line.unit,
        "target": _range(line.target),
        "planned": _range(line.planned),
        "done": line.done,
        "remaining": line.remaining,
        "slack": _range(line.slack),
        "verdict": line.verdict.value,
        "children": [_line(child, places, screen) for child in line.children],
        "at": places.json(line.at),
        "counted": places.json(line.counted),
    }


def _range(found: Range | None) -> dict[str, int | None] | None:
    return None if found is None else {"min": found.least, "max": found.most}
