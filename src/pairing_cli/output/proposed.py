"""What a table of somebody's own is taken for → a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from pairing_cli.model.proposed import ProposedColumn, ProposedTable
from pairing_cli.output.sanitize import clean, shorten
from pairing_cli.output.screen import Screen, styled, table

_SAMPLE = 24
"""Characters of an example."""


def as_proposals(tables: Iterable[ProposedTable], screen: Screen) -> str:
    """Every table with its columns and what it lacks."""
    return "\n".join(_proposal(each, screen) for each in tables)


def _proposal(found: ProposedTable, screen: Screen) -> str:
    key = "map.known" if found.known else "map.table"
    facts = {"sheet": found.sheet, "form": found.form, "title": found.title, "id": found.known}
    rows = table(
        (screen.say("map.column"), "right"),
        (screen.say("map.header"), "wide"),
        (screen.say("map.as"), "wide"),
        (screen.say("map.sample"), "wide"),
    )
    for each in found.columns:
        rows.add_row(str(each.number), clean(each.header), _meant(each, screen), _sample(each))
    notes = []
    if found.by_title:
        notes.append(styled(screen.say("map.by-title")))
    if found.missing:
        notes.append(styled(screen.say("map.missing", columns=found.missing), "yellow"))
    return screen.render(styled(clean(screen.say(key, **facts)), "bold"), rows, *notes)


def _meant(each: ProposedColumn, screen: Screen) -> str:
    if not each.meant:
        return screen.say("map.unread")
    return screen.say("map.sure" if each.sure else "map.unsure", title=each.meant)


def _sample(each: ProposedColumn) -> str:
    text = " ".join(clean(each.sample).split())
    return text if len(text) <= _SAMPLE else f"{shorten(text[:_SAMPLE])}…"
