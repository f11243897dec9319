"""The columns of a form: what stands in a cell, what of a record it fills, and how each becomes the other.

A `Part` is one or more columns that fill something together: most often one column and one field, whose
title and explanation are the model's own (`one`). Both ways work on plain data (`data.Fields`):

    part.show(fields, lists) -> {column key: Cell}       what the cells say of a record
    part.read(cells, lists)  -> {route: Data or None}    what the record says for the cells; None: nothing

Where reading back what was shown would not give the record's own data, `shown` puts KEPT into the cells:
the form cannot show that part of the record, and leaves it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from typing import TypeAlias, TypedDict, Unpack

from pairing_cli.forms import words
from pairing_cli.forms.data import Data, Fields, one_or_many, scalar, several
from pairing_cli.forms.lists import Lists
from pairing_cli.model.base import Record
from pairing_cli.model.dates import Month, parse_day, parse_month
from pairing_cli.model.scalars import Doc

Route: TypeAlias = tuple[str, ...]


class Kept(Enum):
    """The value of cells that do not show what the record says, and leave it alone."""

    KEPT = "kept"


KEPT = Kept.KEPT

Cell: TypeAlias = "str | int | Fraction | date | Month | tuple[str, ...] | Kept | None"
"""What stands in a cell: as its column's `Shape` says, None where it is empty."""

Cells: TypeAlias = Mapping[str, Cell]
"""The cells of a row by the keys of their columns."""


class Unreadable(Exception):
    """A cell that says nothing a record can hold: its column, and a key of the catalogue with facts."""

    def __init__(self, column: str, key: str, **facts: str) -> None:
        """Refuse a cell."""
        super().__init__(key)
        self.column, self.key, self.facts = column, key, facts


class Shape(StrEnum):
    """What may stand in a column's cells, and as what a `Cell` holds it."""

    TEXT = "text"  # str, one line
    LONG = "long"  # str, several lines
    CODE = "code"  # str that looks like a number and is none
    DAY = "day"  # date
    MONTH = "month"  # Month
    WHOLE = "whole"  # int, 1 or more
    COUNT = "count"  # int, 0 or more
    NUMBER = "number"  # Fraction, 0 or more
    CHOICE = "choice"  # str, a label of the list
    CHOICES = "choices"  # labels of the list, in one cell joined by 、
    NAMES = "names"  # names, in one cell joined by 、
    FILES = "files"  # names of files, in one cell joined by 、


SEVERAL = frozenset({Shape.CHOICES, Shape.NAMES, Shape.FILES})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its Chinese header and explanation, and what may stand in it.

    ``choices`` names a list of `Lists`; with ``open``, other words may stand there too. ``width`` is in
    half-width characters. ``prefilled``: filled in beforehand, it alone makes no row. ``locked``: shown
    and not filled in. ``most``: the greatest number, or ``most_in`` the column that holds it. ``needed``:
    every row has it. ``ticked``: the column whose cell a √ stands for.
    """

    key: str
    title: str
    note: str
    shape: Shape = Shape.TEXT
    choices: str = ""
    open: bool = False
    width: float = 12
    needed: bool = False
    prefilled: bool = False
    locked: bool = False
    most: Fraction | None = None
    most_in: str = ""
    ticked: str = ""


class Looks(TypedDict, total=False):
    """What a column may say beside its field, shape and list: see `Column`."""

    key: str
    title: str
    note: str
    open: bool
    width: float
    needed: bool
    prefilled: bool
    locked: bool
    most: Fraction | None
    most_in: str
    ticked: str


Show: TypeAlias = Callable[[Fields, Lists], Cells]
Read: TypeAlias = Callable[[Cells, Lists], "dict[Route, Data | None]"]


@dataclass(frozen=True, slots=True)
class Part:
    """Columns that fill something together, and the routes in the record that they fill.

    ``rare``: left out where nobody in the programme records or asks for it. ``beside`` gives the people
    whom the cells describe, as data of `Person`, where they describe any. ``unordered``: what is filled
    are lists whose order means nothing.
    """

    columns: tuple[Column, ...]
    routes: tuple[Route, ...]
    show: Show
    read: Read
    rare: bool = False
    beside: Callable[[Cells, Lists], tuple[Fields, ...]] | None = None
    unordered: bool = False

    @property
    def closed(self) -> bool:
        """Whether it is only shown: nothing is read from its cells."""
        return all(column.locked and not column.prefilled for column in self.columns)

    def shown(self, fields: Fields, lists: Lists) -> Cells:
        """The cells of a record; KEPT in all of them where they would not say what the record does."""
        cells = dict(self.show(fields, lists))
        try:
            back = self.read(cells, lists)
        except Unreadable:
            back = None
        same = back is not None and all(
            self._compared(back.get(route), lists) == self._compared(get(fields, route), lists)
            for route in self.routes
        )
        return cells if same else dict.fromkeys(cells, KEPT)

    def _compared(self, data: Data | None, lists: Lists) -> object:
        plain = _plainly(data, lists)
        return sorted(plain, key=repr) if self.unordered and isinstance(plain, list) else plain

    def filled(self, cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        """What the cells say of the record; nothing where one of them is kept."""
        own = {column.key: cells.get(column.key) for column in self.columns}
        return {} if KEPT in own.values() else self.read(own, lists)


def _plainly(data: Data | None, lists: Lists) -> object:
    """Data with every name replaced by the key of what it names, to be compared."""
    if isinstance(data, dict):
        return {key: _plainly(each, lists) for key, each in data.items()}
    if isinstance(data, list):
        return [_plainly(each, lists) for each in data]
    return None if data is None else lists.same(data)


def get(fields: Fields, route: Route) -> Data | None:
    """What stands at a route in a record's data."""
    here: Data | None = fields
    for step in route:
        here = here.get(step) if isinstance(here, dict) else None
    return here


def put(fields: Fields, route: Route, data: Data | None) -> None:
    """Put something at a route in a record's data, or take it away; what is left empty goes too."""
    if len(route) > 1:
        inner = fields.get(route[0])
        within: Fields = dict(inner) if isinstance(inner, dict) else {}
        put(within, route[1:], data)
        data, route = within or None, route[:1]
    if data is None:
        fields.pop(route[0], None)
    else:
        fields[route[0]] = data


def doc(model: type[Record], field: str) -> Doc:
    """The title and explanation that a model gives one of its fields, by the name files use."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == field:
            return next(each for each in info.metadata if isinstance(each, Doc))
    raise KeyError(field)


def one(
    model: type[Record],
    field: str,
    shape: Shape = Shape.TEXT,
    choices: str = "",
    *,
    rare: bool = False,
    route: Route | None = None,
    **looks: Unpack[Looks],
) -> Part:
    """One column for one field, titled and explained by the model."""
    said = doc(model, field)
    named: Looks = {"key": field, "title": said.title, "note": said.zh, **looks}
    column = Column(shape=shape, choices=choices, **named)
    at = route or (field,)

    def show(fields: Fields, lists: Lists) -> Cells:
        return {column.key: as_cell(column, get(fields, at), lists)}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        return {at: as_data(column, cells.get(column.key), lists)}

    return Part((column,), (at,), show, read, rare)


def told(column: Column, text: Callable[[Fields, Lists], Cell]) -> Part:
    """A column that is shown and fills nothing."""

    def show(fields: Fields, lists: Lists) -> Cells:
        return {column.key: text(fields, lists)}

    return Part((column,), (), show, lambda cells, lists: {})


def as_cell(column: Column, data: Data | None, lists: Lists) -> Cell:
    """What a cell shows of a field's data."""
    values = several(data)
    if column.shape in SEVERAL:
        shown = (_label(column, value, lists) for value in values)
        return tuple(shown) or None
    if len(values) != 1:
        return None
    read = _READ.get(column.shape)
    return _label(column, values[0], lists) if read is None else read(values[0])


_READ: Mapping[Shape, Callable[[str], Cell]] = {
    Shape.DAY: parse_day,
    Shape.MONTH: parse_month,
    Shape.WHOLE: int,
    Shape.COUNT: int,
    Shape.NUMBER: Fraction,
}
"""How a cell's value is read from what files say, where it is not the text itself."""


def as_data(column: Column, cell: Cell, lists: Lists) -> Data | None:
    """What a field's data say for a cell."""
    if isinstance(cell, tuple):
        return one_or_many(tuple(_reference(column, each, lists) for each in cell))
    if cell is None or isinstance(cell, Kept):
        return None
    return _reference(column, cell, lists) if isinstance(cell, str) else scalar(cell)


def _label(column: Column, value: str, lists: Lists) -> str:
    return lists.label(column.choices, value) if column.choices else value


def _reference(column: Column, label: str, lists: Lists) -> str:
    return lists.reference(column.choices, label) if column.choices else label


def shown_text(cell: Cell) -> str:
    """A cell as one text, the way a form shows it."""
    if isinstance(cell, Kept):
        return words.KEPT_TEXT
    if isinstance(cell, tuple):
        return words.SEPARATOR.join(cell)
    return "" if cell is None else scalar(cell)
