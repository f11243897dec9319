"""Which form a table of somebody's own is, and which of its columns is which.

By what the headers say (the form's titles, and `synonyms`), and by what stands below them: dates, counts,
names that the programme knows. Nothing is taken over by it alone: people look at a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from pairing_cli.forms import synonyms
from pairing_cli.forms.columns import Column, Shape
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.titles import Head, bare, folded, heads, share
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.typed import read_count, read_days, read_deadline, read_month, read_number
from pairing_cli.office.grids import Cell, Grid

ENOUGH = 0.5
"""How much a column has to look like one of a form to be proposed."""

SAMPLE = 40
"""Rows that are looked at for what stands in a column."""

_LONG = 500
"""Characters of a cell that is longer than any day, number or list of names."""

_PARTS = re.compile("[、，,;；\n]")
_NEAR = 0.72
_BY_CONTENT = 0.55
_AGREES, _DISAGREES = 0.2, -0.45
_MISSED, _UNUSED = 0.35, 0.1


@dataclass(frozen=True, slots=True)
class Guess:
    """A column of a table, and the form's column that it is taken for; ``likeness`` is 0 to about 1.2."""

    number: int
    title: str
    column: Column | None = None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table is taken for: a form, the header, and every column of the header."""

    form: Form
    grid: Grid
    head: Head
    guesses: tuple[Guess, ...]
    likeness: float

    @property
    def columns(self) -> dict[str, int]:
        """The numbers of the table's columns by the keys of the form's."""
        return {each.column.key: each.number for each in self.guesses if each.column is not None}

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that the form needs and the table does not have."""
        return tuple(c for c in self.form.columns if c.needed and c.key not in self.columns)


def propose(grid: Grid, forms: Iterable[Form], lists: Lists) -> Proposal | None:
    """What a table looks most like; None where it looks like no form."""
    every, known = list(forms), _Known(lists)
    found = [
        proposal
        for head in heads(grid)
        for body in [_Body(grid, head, known)]
        for form in every
        if (proposal := _proposal(form, body)) is not None
    ]
    return max(found, key=lambda each: each.likeness, default=None)


def _proposal(form: Form, body: _Body) -> Proposal | None:
    columns = [column for column in form.columns if not column.locked or column.prefilled]
    head = body.head
    pairs = [
        (likeness, -number, -place)
        for number, title in head.titles.items()
        for place, column in enumerate(columns)
        if (likeness := _likeness(form.id, column, title, number, body)) >= ENOUGH
    ]
    taken: dict[int, tuple[Column, float]] = {}
    for likeness, number, place in sorted(pairs, reverse=True):
        column = columns[-place]
        if -number not in taken and column not in [each for each, _ in taken.values()]:
            taken[-number] = (column, likeness)
    guesses = tuple(
        Guess(number, title, *taken.get(number, (None, 0.0)))
        for number, title in head.titles.items()
    )
    return _judged(form, body.grid, head, guesses)


def _judged(form: Form, grid: Grid, head: Head, guesses: tuple[Guess, ...]) -> Proposal | None:
    known = [each for each in guesses if each.column is not None]
    if len(known) < 2:
        return None
    keys = {each.column.key for each in known if each.column is not None}
    missed = sum(c.needed and not c.prefilled and c.key not in keys for c in form.columns)
    total = sum(each.likeness for each in known)
    unused = len({each.title for each in guesses}) - len(known)
    return Proposal(form, grid, head, guesses, total - _MISSED * missed - _UNUSED * unused)


def _likeness(form: str, column: Column, title: str, number: int, body: _Body) -> float:
    """How much a column of a table looks like one of a form."""
    said = _said(title, column.title, synonyms.names(form, column.key))
    if said == 0:
        telling = column.shape in (Shape.CHOICE, Shape.CHOICES) and not column.open
        return _BY_CONTENT if telling and body.holds_nothing_else(column, number) else 0.0
    fits = body.fits(column, number)
    if fits is None:
        return said
    return said + (_AGREES if fits > 0.8 else _DISAGREES if fits < 0.3 else 0)


@lru_cache(maxsize=65_536)
def _said(title: str, own: str, others: tuple[str, ...]) -> float:
    """How much a header, or the lower part of it, is like one of a column's names."""
    parts = {title, title.rpartition(" ")[2]}
    return max(alike(part, name) for part in parts for name in (own, *others))


def alike(title: str, name: str) -> float:
    """How much a header is like a name of a column, 0 to 1."""
    whole, plain, wanted = folded(title), bare(title), bare(name)
    if folded(name) in (whole, plain):
        return 1.0
    if wanted in (whole, plain):
        return 0.95
    shorter, longer = sorted((plain, wanted), key=len)
    if len(shorter) > 1 and shorter in longer:
        return 0.5 + 0.35 * len(shorter) / len(longer)
    return 0.8 * share(plain, wanted, _NEAR)


class _Body:
    """What stands below a header, and whether it is what a column of a form holds."""

    def __init__(self, grid: Grid, head: Head, known: _Known) -> None:
        self.grid, self.head, self._known = grid, head, known
        self._cells: dict[int, list[Cell]] = {}
        self._fits: dict[tuple[Shape, str, int], float | None] = {}
        self._rows = [row for row in sorted(grid.rows) if row > head.last][:SAMPLE]

    def cells(self, number: int) -> list[Cell]:
        """The cells of a column, merged ones once."""
        if number not in self._cells:
            found = (self.grid.cell(row, number) for row in self._rows)
            self._cells[number] = [
                cell for cell in found if cell is not None and cell.of is None and not cell.blank
            ]
        return self._cells[number]

    def fits(self, column: Column, number: int) -> float | None:
        """The share of a column's cells that one of a form could hold; None where that tells nothing."""
        if column.open:
            return None
        key = (column.shape, column.choices, number)
        if key not in self._fits:
            self._fits[key] = self._share(column, self.cells(number))
        return self._fits[key]

    def holds_nothing_else(self, column: Column, number: int) -> bool:
        """Whether several cells of a column, and all of them, are what one of a form could hold."""
        fits, cells = self._reader(column), self.cells(number)
        return fits is not None and len(cells) > 1 and all(map(fits, cells))

    def _share(self, column: Column, cells: list[Cell]) -> float | None:
        fits = self._reader(column) if cells else None
        return None if fits is None else sum(map(fits, cells)) / len(cells)

    def _reader(self, column: Column) -> Callable[[Cell], bool] | None:
        if column.shape in (Shape.CHOICE, Shape.CHOICES):
            return lambda cell: self._known.names(column.choices, cell.text)
        read = _READERS.get(column.shape)
        return None if read is None else partial(_is_read, read=read, within=self._known.within)


class _Known:
    """What a programme knows: its days, and the names of what can be chosen."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        programme = lists.repository.programme
        self.within = programme.record.period if programme else Days(date.min, date.max)
        self._names: dict[str, frozenset[str]] = {}
        self._seen: dict[tuple[str, str], bool] = {}

    def names(self, choices: str, text: str) -> bool:
        """Whether a text, or a part of it, names something that can be chosen."""
        if (choices, text) not in self._seen:
            self._seen[choices, text] = len(text) <= _LONG and _names_one(text, self._all(choices))
        return self._seen[choices, text]

    def _all(self, choices: str) -> frozenset[str]:
        if choices not in self._names:
            found = {*self._lists.labels(choices).values(), *self._lists.labels(choices)}
            if choices.partition(":")[0] == "organizations":
                found.update(self._lists.repository.organizations.names)
            self._names[choices] = frozenset(map(folded, found))
        return self._names[choices]


def _day(cell: Cell, within: Days) -> object:
    days = read_days(cell.typed, within)
    return days if not isinstance(days, Message) else read_deadline(cell.typed, within)


_READERS: Mapping[Shape, Callable[[Cell, Days], object]] = {
    Shape.DAY: _day,
    Shape.MONTH: lambda cell, within: read_month(cell.typed, within),
    Shape.WHOLE: lambda cell, within: read_count(cell.typed),
    Shape.COUNT: lambda cell, within: read_count(cell.typed),
    Shape.NUMBER: lambda cell, within: read_number(cell.typed),
}


def _is_read(cell: Cell, read: Callable[[Cell, Days], object], within: Days) -> bool:
    return len(cell.text) <= _LONG and not isinstance(read(cell, within), Message)


def _names_one(text: str, names: frozenset[str]) -> bool:
    return any(part in names or _within(part, names) for part in _pieces(text) if part)


def _pieces(text: str) -> Iterator[str]:
    """A cell as it is compared: all of it, without what is in brackets, and its parts."""
    yield from (folded(text), bare(text))
    parts = _PARTS.split(text)
    if len(parts) > 1:
        yield from map(folded, parts)


def _within(part: str, names: frozenset[str]) -> bool:
    return len(part) > 2 and any(part in name or name in part for name in names if len(name) > 2)
