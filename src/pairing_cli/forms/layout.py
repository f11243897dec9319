"""What stands on a form's sheet, before any cell is written: its columns and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from pairing_cli.forms.columns import Cell, Column
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.words import NEW
from pairing_cli.model.programme import Side


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its number as shown, its cells, and where and what is recorded, if it is."""

    number: str
    cells: dict[str, Cell]
    address: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet of a form: its columns, what is the same in every row and has no column, its rows."""

    form: Form
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    fixed: dict[str, Cell] = field(default_factory=dict)

    @property
    def recorded(self) -> int:
        """How many of its rows are recorded."""
        return sum(bool(line.address) for line in self.lines)


def lay_out(form: Form, lists: Lists, entries: int) -> Layout:
    """A form for those in the scope of the lists, with so many empty rows."""
    recorded = [(row, form.cells(row.shown, lists)) for row in form.rows(lists)]
    begun = [form.cells(fields, lists) for fields in form.drafts(lists)]
    empty: list[dict[str, Cell]] = [{} for _ in range(entries if form.entries else 0)]
    fixed = _fixed(form, lists, [cells for _, cells in recorded] + begun)
    lines = [
        Line(str(number), cells, row.address, row.digest)
        for number, (row, cells) in enumerate(recorded, 1)
    ]
    new = enumerate([*begun, *empty], 1)
    lines += [Line(f"{NEW}{number}", cells) for number, cells in new]
    columns = tuple(column for column in form.columns if column.key not in fixed)
    return Layout(form, columns, tuple(lines), fixed)


def _fixed(form: Form, lists: Lists, rows: list[dict[str, Cell]]) -> dict[str, Cell]:
    """Columns in which nothing else could stand than the one thing there is to choose."""
    found: dict[str, Cell] = {}
    for column in form.columns:
        one = _only_choice(column, lists)
        if one is not None and all(row.get(column.key) in (None, one) for row in rows):
            found[column.key] = one
    return found


_GIVEN = frozenset({"pairings", "schedules", "activity_kinds:mentorship"})
"""Lists of which one member says nothing that needs a column of its own."""


def _only_choice(column: Column, lists: Lists) -> str | None:
    """What must be chosen in a column; None where it may be left empty, or there is more to choose."""
    given = column.needed and column.choices in _GIVEN
    if not (given or column.key.endswith(tuple(f"{side.value}-from" for side in Side))):
        return None
    offered = lists.offered(column.choices)
    return offered[0] if len(offered) == 1 else None
