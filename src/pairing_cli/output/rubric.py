"""A rubric as the paper table, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen, styled, table

_ABOVE = "\ue000"
"""What a report writes into a cell that belongs to the one above it."""

_HEADS = {
    "section": "head.rubric-section",
    "title": "head.rubric-title",
    "points": "head.rubric-points",
    "criteria": "head.rubric-criteria",
    "materials": "",
    "due": "head.rubric-due",
}
"""The columns; that of documents is headed by what the rubric has in it."""


def as_text(facts: Mapping[str, Any], screen: Screen) -> str:
    """A rubric's facts as its report has them: the table, and what stands below it."""
    heads = [screen.say(key) if key else clean(facts["materials_word"]) for key in _HEADS.values()]
    rows = table(*((head, "wide") for head in heads))
    for number, row in enumerate(facts["rows"]):
        cells = [_lines(row[name]) for name in _HEADS]
        rows.add_row(*cells, ruled=bool(number) and bool(cells[1].plain))
    parts: list[RenderableType] = [styled(clean(facts["title"]), "bold"), *_warning(facts, screen)]
    parts += [Text(""), rows]
    for name in ("marks", "gates", "grades", "note", "notice"):
        if facts[name]:
            parts += [Text(""), _lines(facts[name])]
    return screen.render(*parts)


def _warning(facts: Mapping[str, Any], screen: Screen) -> Iterator[Text]:
    if facts["warning"]:
        yield styled(clean(facts["warning"]), "red")


def _lines(value: str) -> Text:
    """A text with its line breaks, each line cleaned; nothing for what belongs to the cell above."""
    if value == _ABOVE:
        return Text("")
    return Text("\n".join(clean(line) for line in value.splitlines()))
