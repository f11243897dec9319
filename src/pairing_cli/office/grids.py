"""What stands in a sheet or a Word table: cells by row and column, with the kinds of their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | Decimal | datetime | time | bool | None"
"""A cell's value; None for a formula that nobody has calculated, and for a picture in a cell."""


class Kind(StrEnum):
    """What kind of value a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YEARLESS = "yearless"
    """A date that is shown without its year: spreadsheets add the year in which it was typed."""

    MONTH = "month"
    """A date of which only the month is shown."""

    TIME = "time"
    FLAG = "flag"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Rows and columns are counted from 1.

    ``form`` is the number format (``0.00``; empty: General), so that 4.10 that was typed as a number is
    known for one. A cell that a merged one covers has that one's value, and ``of`` says which it is
    (row, column). ``formula`` is the formula without ``=``; the value is its last result. ``picture``
    is the id under which a picture in the cell is kept in the file (`office.media`). ``struck``: all of it
    is struck out.
    """

    row: int
    column: int
    value: Value
    kind: Kind = Kind.TEXT
    form: str = ""
    formula: str = ""
    of: tuple[int, int] | None = None
    picture: str = ""
    struck: bool = False

    @property
    def text(self) -> str:
        """The value as a text: what was typed, as nearly as a file keeps it."""
        if isinstance(self.value, Decimal):
            return f"{self.value:f}"
        if isinstance(self.value, datetime):
            return f"{self.value:%Y-%m}" if self.kind is Kind.MONTH else _day(self.value)
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        if isinstance(self.value, time):
            return self.value.isoformat("minutes")
        return self.value or ""

    @property
    def typed(self) -> Value:
        """What to read a value from (`model.typed`): of a month, its text; a picture is none."""
        return self.text if self.kind is Kind.MONTH else self.value

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it that could be read."""
        return not self.picture and not self.text.strip() and self.kind is not Kind.UNCALCULATED

    @property
    def address(self) -> str:
        """Its name in a sheet: C7."""
        return f"{letters(self.column)}{self.row}"


def _day(value: datetime) -> str:
    midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
    return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, all ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        """Whether a (row, column) lies inside."""
        if not isinstance(place, tuple):
            return False
        row, column = map(int, place)
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Grid:
    """A sheet, or a table of a Word file.

    ``rows`` are those with something in them, by number, each with its cells by column; blank cells are
    left out, covered ones are there. ``before`` are the paragraphs between a Word table and the one
    before it. ``left_out`` is the address of a cell beyond a wide stretch of blank ones, with which
    nothing was done; empty where all was read. ``part`` is the sheet's part in its file;
    ``heights`` and ``widths`` are the sizes of its rows and columns that are stated, and ``height`` that of
    all others, in EMU (914,400 an inch), by which pictures find their cells.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]] = field(repr=False)
    hidden: bool = False
    merged: tuple[Range, ...] = ()
    before: tuple[str, ...] = ()
    left_out: str = ""
    part: str = ""
    heights: Mapping[int, int] = field(default_factory=dict, repr=False)
    widths: Mapping[int, int] = field(default_factory=dict, repr=False)
    height: int = 0

    def __iter__(self) -> Iterator[Cell]:
        """Every cell that is not blank, row by row."""
        return (cell for row in self.rows.values() for cell in row.values())

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell by its place; None where it is blank."""
        return self.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """A cell's text by its place; empty where it is blank."""
        found = self.cell(row, column)
        return found.text if found else ""

    @property
    def width(self) -> int:
        """The last column with something in it."""
        return max((max(row) for row in self.rows.values()), default=0)
