"""Records as YAML in the house style: fields in the order of the model, short things on one line.

lines({"id": "a", "date": "2020-04-15"}, at(("activities",)), Style()) -> ["id: a", "date: 2020-04-15"]
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from pairing_cli.edit.scalars import block, scalar
from pairing_cli.edit.shapes import FLOWING, ROOT, Shape, inside, order, text_only

WIDEST = 100
"""Columns of a list or mapping that is written on one line, at most."""


@dataclass(frozen=True, slots=True)
class Style:
    """A file's habits: by how much mappings and the dashes of lists are indented."""

    step: int = 2
    dash: int = 2


def width(text: str) -> int:
    """The columns that a text takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def document(data: dict[str, Any], style: Style = Style()) -> str:
    """A whole file: its collections, each with a blank line before it but the first."""
    parts = ["\n".join(entry(key, value, ROOT, 0, style)) for key, value in data.items()]
    return "\n\n".join(parts) + "\n"


def flow(value: Any, shape: Shape, *, quoted: bool = False) -> str:
    """A value on one line, between braces or brackets where it has parts."""
    if isinstance(value, dict):
        inner = (
            f"{scalar(key, flow=True)}: {flow(value[key], inside(shape, key), quoted=text_only(shape, key))}"
            for key in order(shape, value)
        )
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(each, shape, quoted=quoted) for each in value) + "]"
    return scalar(value, flow=True, text_only=quoted)


def lines(value: dict[str, Any], shape: Shape, style: Style) -> list[str]:
    """The lines of a mapping in block style, not indented."""
    return [line for key in order(shape, value) for line in entry(key, value[key], shape, 0, style)]


def entry(key: str, value: Any, shape: Shape, indent: int, style: Style) -> list[str]:
    """The lines of a key and its value; ``shape`` is that of the mapping it stands in."""
    lead = " " * indent + scalar(key) + ":"
    head, body = behind(key, value, shape, indent, style)
    return [f"{lead} {head}" if head else lead, *body]


def behind(key: str, value: Any, shape: Shape, indent: int, style: Style) -> tuple[str, list[str]]:
    """What stands behind a key: the rest of its line, and the lines below."""
    inner, quoted = inside(shape, key), text_only(shape, key)
    collection = key if shape is ROOT else ""
    if isinstance(value, str):
        header, *body = block(value, indent + style.step) or [scalar(value, text_only=quoted)]
        return header, body
    if value is None:
        return "", []
    if flows(value, inner, collection):
        found = flow(value, inner, quoted=quoted)
        if width(found) <= WIDEST or not value:
            return found, []
    return "", below(value, inner, indent, style, collection)


def below(value: Any, shape: Shape, indent: int, style: Style, collection: str = "") -> list[str]:
    """The lines of a mapping or list that stands below its key, indented."""
    if isinstance(value, dict):
        lead = " " * (indent + style.step)
        return [lead + line if line else line for line in lines(value, shape, style)]
    return [
        line
        for number, each in enumerate(value)
        for line in apart(item(each, shape, indent + style.dash, style, collection), number, each)
    ]


def apart(found: list[str], number: int, value: Any) -> list[str]:
    """A member's lines, with a blank line before it where it is a record of several lines."""
    return ["", *found] if number and isinstance(value, dict) and len(found) > 3 else found


def item(value: Any, shape: Shape, indent: int, style: Style, collection: str = "") -> list[str]:
    """The lines of a member of a list in block style, with its dash."""
    lead = " " * indent + "- "
    if isinstance(value, dict) and value and not _one_line(value, shape, collection):
        first, *rest = lines(value, shape, Style(style.step, style.dash))
        return [lead + first, *(" " * (indent + 2) + line if line else line for line in rest)]
    if isinstance(value, str):
        header, *body = block(value, indent + 2) or [scalar(value)]
        return [lead + header, *body]
    return [lead + flow(value, shape)]


def _one_line(value: dict[str, Any], shape: Shape, collection: str) -> bool:
    """Whether a record in a list is written on one line."""
    if collection and collection not in FLOWING:
        return False
    return flows(value, shape, "") and width(flow(value, shape)) <= WIDEST


def flows(value: Any, shape: Shape, collection: str) -> bool:
    """Whether a list or mapping is simple enough for one line: no records inside it, no long text."""
    if not value:
        return True
    if isinstance(value, list):
        return not collection and all(not isinstance(each, (dict, list)) for each in value)
    members = (
        each for part in value.values() for each in (part if isinstance(part, list) else [part])
    )
    return not collection and all(
        each is None or (isinstance(each, str) and "\n" not in each) for each in members
    )
