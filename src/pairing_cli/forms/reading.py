"""A filled-in table being read: the cells of its rows, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from pairing_cli.forms.columns import Cell, Cells, Column, shown_text
from pairing_cli.forms.entered import Entering
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.tables import Line, Table
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.intake import Remark, State, TakenRow, TakenSheet
from pairing_cli.model.repository import Repository

if TYPE_CHECKING:
    from pairing_cli.forms.draft import Draft
    from pairing_cli.forms.take import Taken


class Extras:
    """What comes with rows beside what was typed: nothing, unless somebody says otherwise.

    ``files`` are the bytes of new files that rows brought with them, by path; ``hashes`` their SHA-256.
    """

    hashes: Mapping[str, str] = MappingProxyType({})
    files: Mapping[str, bytes] = MappingProxyType({})

    def of(
        self, table: Table, row: int, cells: Cells, lists: Lists
    ) -> Mapping[str, Cell | Message]:
        """The cells of a row that stand in place of what was typed, or what is wrong with them."""
        return {}

    def finish(self, taken: Taken, draft: Draft, tables: Iterable[Table]) -> None:
        """What is to be done when all rows are taken in."""


_LABEL = 40
"""Characters by which a row is called."""


class Reading:
    """One table being read, as a programme stands."""

    def __init__(
        self,
        table: Table,
        number: int,
        repository: Repository,
        new_rows: Mapping[str, str],
        extras: Extras | None = None,
    ) -> None:
        """Begin with the table's own remarks, and what is the same in all its rows."""
        self.table, self.number, self.form = table, number, table.form
        self.lists = Lists(repository, table.scope)
        self.columns = table.present
        about = (table.file, table.grid.name, self.form.id, table.header.row)
        self.sheet = TakenSheet(number, *about, remarks=[*table.remarks])
        self._entering = Entering(self.lists, _within(self.lists), new_rows)
        self._extras = extras or Extras()
        self.lists.hashes = self._extras.hashes
        self._fixed = dict(self._same())

    @cached_property
    def lines(self) -> list[Line]:
        """Its rows as they were typed."""
        return list(self.table.rows())

    def begin(self, line: Line) -> TakenRow:
        """A row of the sheet, of which nothing is known yet."""
        row = TakenRow(line.row, State.UNCHANGED)
        self.sheet.rows.append(row)
        return row

    def _same(self) -> Iterator[tuple[str, Cell]]:
        """What is the same in every row, as cells."""
        known = {column.key: column for column in self.form.columns}
        for key, text in self.table.fixed.items():
            if key not in known:
                continue
            found = self._entering.read_text(known[key], text)
            if isinstance(found, Message):
                self.sheet.remarks.append(Remark(found, 0, known[key].title))
            else:
                yield key, found

    def cells(self, line: Line, row: TakenRow, now: Cells) -> dict[str, Cell] | None:
        """What a row's cells hold; None where something is wrong with the row, which is said of it.

        ``now`` is what the form shows of the record that the row stands for.
        """
        cells = dict(self._fixed)
        typed = self._entering.spread(line.cells) if "end" in self.columns else line.cells
        for key, column in self.columns.items():
            if column.locked and not column.prefilled:
                continue
            tick = self._entering.tick(column, typed.get(key))
            if tick is not None:
                meant = cells.get(column.ticked, now.get(column.ticked))
                cells[key] = meant if tick else None
                continue
            found = self._entering.read(column, typed.get(key), now.get(key))
            if isinstance(found, Message):
                row.say(self.remark(found, key))
                found = None
            cells[key] = found
        for key, extra in self._extras.of(self.table, line.row, cells, self.lists).items():
            if isinstance(extra, Message):
                row.say(self.remark(extra, key))
            else:
                cells[key] = extra
        row.label = self._label(cells)
        self._say_missing(row, cells, new=not now)
        return None if row.wrong else cells

    def remark(self, message: Message, key: str, code: str = "") -> Remark:
        """A remark about a row's cell, given by the key of its column."""
        column = self._known.get(key)
        place = self.table.header.columns.get(key, 0)
        return Remark(message, place, column.title if column else "", code=code)

    @cached_property
    def _known(self) -> dict[str, Column]:
        return {column.key: column for column in self.form.columns}

    def _label(self, cells: Mapping[str, Cell]) -> str:
        """What a row is called: what its first cells say."""
        shown = filter(None, (shown_text(cells.get(key)) for key in self.columns))
        return " ".join(list(shown)[:3])[:_LABEL].replace("\n", " ")

    def _say_missing(self, row: TakenRow, cells: Mapping[str, Cell], *, new: bool) -> None:
        """Say which cells that every row needs are empty; those that cannot be read are said already.

        A new row needs them where the table has no such column, too; of the pairing all the table is told.
        """
        said = {remark.column for remark in row.remarks}
        for key, column in self._known.items():
            if not column.needed or column.locked or cells.get(key) not in (None, ()):
                continue
            if key not in cells:
                if new and key != "pairing" and not self.form.anonymous:
                    row.say(self.remark(say("take.needed-column", title=column.title), key))
                continue
            remark = self.remark(say("take.needed", title=column.title), key)
            if not remark.column or remark.column not in said:
                row.say(remark)


def _within(lists: Lists) -> tuple[Days, ...]:
    """The days in which a date without a year lies: of the term, else of the programme."""
    programme = lists.repository.programme
    assert programme is not None
    term = lists.scope.term
    return (*([term.period] if term else []), programme.record.period)
