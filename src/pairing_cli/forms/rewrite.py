"""The rows of a table of somebody's own, with cells as a form writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pairing_cli.forms.asides import is_aside, repeats
from pairing_cli.forms.columns import Shape
from pairing_cli.forms.guess import Proposal
from pairing_cli.forms.titles import folded
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.typed import read_days, read_deadline
from pairing_cli.office.grids import Cell, Kind

_THIRD = re.compile(r"(.*月)\s*份?\s*([上中下]旬|底|末)")

_GOES_ON = {"plan": ("month", "pairing"), "activities": ("pairing",), "submissions": ("pairing",)}
"""Columns that stand once above several lines, by form."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a table, and the cell of which it is said."""

    row: int
    column: int
    message: Message


@dataclass
class Rewriting:
    """The body of a table while it is written anew: ``rows`` are filled by `body`.

    ``columns`` are the numbers of columns by key; some are added behind the last one, for what a table
    says in one cell and a form in two. ``fixed`` is what is the same in every row.
    """

    found: Proposal
    within: Days
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with the columns that were found."""
        self.columns = dict(self.found.columns)
        self._width = max(self.found.grid.width, *self.found.head.titles)

    def body(self) -> None:
        """Write every row of the table."""
        above: dict[int, Cell] = {}
        for row, cells in self.lines():
            self.rows[row] = self._line(row, cells, above)

    def lines(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows below the header that are lines of the table: no remarks, totals, banners, headers."""
        grid, head = self.found.grid, self.found.head
        titles = {folded(title) for title in head.titles.values()}
        for row in sorted(grid.rows):
            cells = grid.rows[row]
            texts = {cell.of or (row, number): cell.text.strip() for number, cell in cells.items()}
            told = list(filter(None, texts.values()))
            if row > head.last and not is_aside(told) and not repeats(map(folded, told), titles):
                yield row, dict(cells)

    def column(self, key: str) -> int:
        """The number of a column; one that the table does not have is added."""
        if key not in self.columns:
            self._width += 1
            self.columns[key] = self._width
        return self.columns[key]

    def _line(self, row: int, cells: dict[int, Cell], above: dict[int, Cell]) -> dict[int, Cell]:
        mapped = {number for number in self.found.columns.values() if number in cells}
        down = [self.columns.get(key) for key in _GOES_ON.get(self.found.form.id, ())]
        for number in (each for each in down if each is not None):
            if number in cells:
                above[number] = cells[number]
            elif number in above and mapped:
                cells[number] = replace(above[number], row=row, of=(above[number].row, number))
        for key, number in tuple(self.columns.items()):
            if number in cells and self.found.form.column(key).shape in (Shape.DAY, Shape.MONTH):
                self._moment(key, cells, number)
        return cells

    def _moment(self, key: str, cells: dict[int, Cell], number: int) -> None:
        """A date or month as a form holds it: of a stretch both ends, of 5月上旬 the month and its end."""
        cell = cells[number]
        if key == "month":
            self._month(cell, cells, number)
        elif key == "start" and "end" not in self.found.columns:
            days = read_days(cell.typed, self.within, yearless=cell.kind is Kind.YEARLESS)
            if isinstance(days, Days) and days.start != days.end:
                cells[number] = _dated(cell, days.start)
                cells[self.column("end")] = _dated(
                    replace(cell, column=self.column("end")), days.end
                )
        elif key == "due":
            day = read_deadline(cell.typed, self.within, yearless=cell.kind is Kind.YEARLESS)
            if isinstance(day, date):
                cells[number] = _dated(cell, day)

    def _month(self, cell: Cell, cells: dict[int, Cell], number: int) -> None:
        """5月上旬 is the month, and, where no other day is named, the day by which it is done."""
        found = _THIRD.fullmatch(cell.text.strip())
        if found is None:
            return
        due = self.column("due")
        day = read_deadline(cell.text.strip(), self.within)
        if isinstance(day, date) and due not in cells:
            cells[due] = _dated(replace(cell, column=due), day)
        cells[number] = replace(cell, value=found[1], kind=Kind.TEXT)


def _dated(cell: Cell, day: date) -> Cell:
    return replace(cell, value=day.isoformat(), kind=Kind.TEXT, form="", formula="")
