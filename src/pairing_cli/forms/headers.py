"""Where a form's columns stand in a sheet that was filled in: found again by their titles.

People put a banner above the header, move columns, delete them, and rename them a little. A table that
is no form of ours has its columns given: ``{key: column}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pairing_cli.forms import words
from pairing_cli.forms.columns import Column
from pairing_cli.forms.titles import share
from pairing_cli.model.repository import plain_name
from pairing_cli.office.grids import Grid

SEARCHED = 60
"""Rows in which a header is looked for."""

_LEAST = 0.3
"""The part of its titles by which a row is known for the header."""

_ALIKE, _ALIKE_IN_PLACE = 0.7, 0.45
"""How alike a renamed title is; less will do where it stands in its old place."""

_ADDED = re.compile(r"[*＊:：]|[(（](?:必填|选填|可不填)[)）]")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands, and the columns by key, all counted from 1.

    ``number`` is the column of row numbers, ``marks`` that of an earlier import's remarks; 0: none.
    ``renamed`` are titles that were taken for others, by key; ``unknown`` other columns with a title.
    """

    row: int
    columns: Mapping[str, int]
    number: int = 0
    marks: int = 0
    renamed: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)


def plain_title(text: str) -> str:
    """A title as it is compared: without blanks, marks of what is required, full-width forms."""
    return plain_name(_ADDED.sub("", text))


def find_header(
    grid: Grid, columns: Iterable[Column], places: Mapping[str, int] | None = None
) -> Header | None:
    """The header of a form in a sheet; None where there is none.

    ``places`` are the columns by key as they stood when the form was made.
    """
    wanted = {column.key: plain_title(column.title) for column in columns}
    row = _row(grid, set(wanted.values()))
    return None if row is None else _header(grid, row, wanted, places or {})


def likeness(grid: Grid, columns: Iterable[Column]) -> float:
    """What part of a form's titles stands in one row of a sheet: 0 to 1."""
    titles = {plain_title(column.title) for column in columns}
    return max((len(_titles(grid, row) & titles) for row in _rows(grid)), default=0) / len(titles)


def _rows(grid: Grid) -> Iterator[int]:
    return (row for row in grid.rows if row <= SEARCHED)


def _titles(grid: Grid, row: int) -> set[str]:
    return {plain_title(cell.text) for cell in grid.rows[row].values()}


def _row(grid: Grid, titles: set[str]) -> int | None:
    """The row that holds most of the titles, if it holds enough of them."""
    found = {row: len(_titles(grid, row) & titles) for row in _rows(grid)}
    best = max(found, key=lambda row: found[row], default=None)
    least = max(min(2, len(titles)), len(titles) * _LEAST)
    return best if best is not None and found[best] >= least else None


def _header(grid: Grid, row: int, wanted: Mapping[str, str], places: Mapping[str, int]) -> Header:
    texts = {
        number: cell.text.strip()
        for number, cell in grid.rows[row].items()
        if cell.of is None or cell.of[1] == number
    }
    columns: dict[str, int] = {}
    for key, title in wanted.items():
        same = [n for n, text in texts.items() if plain_title(text) == title]
        same = [n for n in same if n not in columns.values()] or same
        if same:
            columns[key] = places[key] if places.get(key) in same else same[0]
    number = _named(texts, words.NUMBER)
    marks = _named(texts, words.MARKED)
    left = {n: t for n, t in texts.items() if n not in (*columns.values(), number, marks) and t}
    renamed = dict(_renamed(left, {k: t for k, t in wanted.items() if k not in columns}, places))
    columns |= renamed
    unknown = {n: t for n, t in left.items() if n not in renamed.values()}
    called = {key: texts[column] for key, column in renamed.items()}
    return Header(row, columns, number, marks, called, unknown)


def _named(texts: Mapping[int, str], title: str) -> int:
    return next((n for n, text in texts.items() if plain_title(text) == plain_title(title)), 0)


def _renamed(
    left: Mapping[int, str], missing: Mapping[str, str], places: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """The columns whose titles are like one that is missing, the most alike first."""
    found = []
    for number, text in left.items():
        for key, title in missing.items():
            least = _ALIKE_IN_PLACE if places.get(key) == number else _ALIKE
            alike = share(plain_title(text), title, least)
            found += [(alike, key, number)] if alike else []
    keys: set[str] = set()
    numbers: set[int] = set()
    for _, key, number in sorted(found, key=lambda each: (-each[0], each[2])):
        if key not in keys and number not in numbers:
            keys.add(key)
            numbers.add(number)
            yield key, number
