"""Filled-in tables taken into a draft of the programme: what each row is, and what is wrong with it.

    draft = Draft(repository, check, sizes)
    taken = take(tables, draft, extras=…, without=…)
    taken.intake                  # every row: new, changed, unchanged, wrong, and why
    draft.edits                   # the edits of each file
    taken.origin(file, route)     # the row behind a place of the programme as it would be

A row with an address changes its record; one without is a new record, unless one of the same content is
recorded already, so that a file that is taken twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pairing_cli.forms.answering import Answering, NewAnswers
from pairing_cli.forms.columns import KEPT, Cell, Cells, Column, Unreadable, shown_text
from pairing_cli.forms.contents import Contents
from pairing_cli.forms.data import Fields
from pairing_cli.forms.draft import Draft, Missing
from pairing_cli.forms.draft import Unreadable as NoRecord
from pairing_cli.forms.form import Form
from pairing_cli.forms.kinds import KINDS
from pairing_cli.forms.reading import Extras, Reading
from pairing_cli.forms.registering import Registering
from pairing_cli.forms.rows import UNNAMED, Address, Destination, Recorded, by_address
from pairing_cli.forms.sorted_apart import PutBack, put_back
from pairing_cli.forms.tables import Line, Table
from pairing_cli.forms.words import NEW, month_text
from pairing_cli.model.dates import Month
from pairing_cli.model.diagnostics import Severity, say
from pairing_cli.model.intake import Intake, Remark, State, TakenRow, TakenSheet
from pairing_cli.model.places import At, Route


@dataclass(frozen=True, slots=True)
class Origin:
    """The row that a record, or a part of one, comes from."""

    table: Table
    sheet: TakenSheet
    row: TakenRow


@dataclass(slots=True)
class Taken:
    """What came of tables, and where it stands in the programme as it would be.

    ``places`` are those of the records by table and row; ``answers`` are those to surveys, by table.
    """

    intake: Intake = field(default_factory=Intake)
    origins: dict[tuple[str, Route], Origin] = field(default_factory=dict)
    places: dict[tuple[int, int], At] = field(default_factory=dict)
    answers: list[tuple[int, NewAnswers]] = field(default_factory=list)

    def origin(self, at: At) -> tuple[Origin | None, int]:
        """The row that something at a place comes from, and how many steps of its route name the record."""
        for length in range(len(at.route), 0, -1):
            found = self.origins.get((at.file, at.route[:length]))
            if found is not None:
                return found, length
        return None, 0


def take(
    tables: Sequence[Table],
    draft: Draft,
    extras: Extras | None = None,
    without: frozenset[tuple[int, int]] = frozenset(),
    *,
    restore: bool = False,
) -> Taken:
    """Take tables in; ``without`` are rows, by the number of their table and their own, to be left out.

    What others name comes first, whatever the order of the tables. The draft is settled at the end. With
    ``restore``, records that are gone are recorded again under the ids that they had.
    """
    taken, new_rows = Taken(), dict[str, dict[str, str]]()
    numbered = sorted(enumerate(tables), key=lambda each: KINDS.index(_kind(each[1].form)))
    for number, table in numbered:
        own = new_rows.setdefault(table.file, {})
        left_out = frozenset(row for each, row in without if each == number)
        if table.form.anonymous:
            reading = Answering(table, number, draft.repository, own, extras)
            sheet, answers = reading.take(left_out)
            taken.intake.sheets.append(sheet)
            taken.answers.append((number, answers))
            continue
        taking = _Taking(table, number, draft, taken, own, extras)
        taking.restore = restore
        taken.intake.sheets.append(taking.take(left_out))
        draft.settle()
    if extras is not None:
        extras.finish(taken, draft, tables)
    return taken


def _kind(form: Form) -> str:
    return form.id.partition(":")[0]


class _Taking(Reading):
    """One table being taken in."""

    restore = False

    def __init__(
        self,
        table: Table,
        number: int,
        draft: Draft,
        taken: Taken,
        new_rows: dict[str, str],
        extras: Extras | None,
    ) -> None:
        super().__init__(table, number, draft.repository, new_rows, extras)
        self.draft, self.taken, self.new_rows = draft, taken, new_rows
        self.people = Registering(self.lists)
        self._said: set[str] = set()
        self._cells: dict[str, Cells] = {}

    def take(self, without: frozenset[int]) -> TakenSheet:
        """Every row of the table, but those to be left out."""
        for line in self.lines:
            row = self.begin(line)
            if line.row in without:
                row.state = State.WRONG
            elif line.row in self._put_back.open:
                self.cells(line, row, {})
                row.say(Remark(say("take.moved-row")))
            else:
                self._take(line, row)
        present = self._said | {line.address for line in self.lines if line.address}
        self.sheet.removed = max(self.table.recorded - len(present), 0)
        self.people.into(self.draft)
        return self.sheet

    @cached_property
    def lines(self) -> list[Line]:
        """Its rows as they were typed, each with the address of the record that it shows."""
        return self._put_back.lines

    @cached_property
    def _put_back(self) -> PutBack:
        lines = list(self.table.rows())
        here = {line.address for line in lines}
        recorded = {
            address: self._shows(each)
            for address, each in self._recorded.items()
            if address in here
        }
        found = put_back(lines, self._texts, recorded, self._says_its_record)
        if found.moved:
            remark = Remark(say("take.moved-rows", number=found.moved), severity=Severity.NOTICE)
            self.sheet.remarks.append(remark)
        return found

    def _texts(self, line: Line) -> tuple[str, ...]:
        cells = (line.cells.get(key) for key in self.columns)
        return tuple(cell.text.strip() if cell is not None else "" for cell in cells)

    def _shows(self, recorded: Recorded) -> tuple[str, ...]:
        now = self._now(recorded)
        return tuple(_typed(now.get(key)).strip() for key in self.columns)

    def _says_its_record(self, line: Line) -> bool:
        """Whether the cells of a row say what is recorded under its address."""
        recorded = self._recorded.get(line.address)
        if recorded is None:
            return False
        now = self._now(recorded)
        cells = self.cells(line, TakenRow(line.row, State.UNCHANGED), now)
        return cells is not None and all(
            cells[key] == now.get(key) for key in self.columns if key in cells
        )

    def _now(self, recorded: Recorded) -> Cells:
        """What the form shows of a record."""
        if recorded.address not in self._cells:
            self._cells[recorded.address] = self.form.cells(recorded.shown, self.lists)
        return self._cells[recorded.address]

    @cached_property
    def _recorded(self) -> dict[str, Recorded]:
        """What is recorded, by address."""
        return by_address(self.form.rows(self.lists.everywhere()))

    @cached_property
    def _contents(self) -> Contents:
        """What is recorded, by its content, without what rows of this table stand for by address."""
        named = {line.address for line in self.lines}
        rows = (row for row in self._recorded.values() if row.address not in named)
        return Contents(self.form, self.lists, rows)

    @cached_property
    def _originals(self) -> dict[str, int]:
        """Of rows with the same address, the one that stands for the record; 0 where that is open.

        Somebody copied a row with what is hidden in it. The original says what is recorded.
        """
        rows: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.address in self._recorded:
                rows.setdefault(line.address, []).append(line)
        copied = ((address, lines) for address, lines in rows.items() if len(lines) > 1)
        return {
            address: next((line.row for line in lines if self._says_its_record(line)), 0)
            for address, lines in copied
        }

    # a row

    def _take(self, line: Line, row: TakenRow) -> None:
        recorded = self._stands_for(line, row)
        if line.struck:
            row.say(Remark(say("take.struck")))
        now = self._now(recorded) if recorded is not None else {}
        cells = self.cells(line, row, now)
        if cells is None:
            return
        try:
            people = self.people.described(self.form, cells)
            self.people.look_at(people, self.draft)
            if recorded is not None:
                self._change(line, row, cells, _Now(recorded, now, bool(people)))
            else:
                self._add(line, row, cells)
        except Unreadable as error:
            row.say(self.remark(say(error.key, **error.facts), error.column))
        except NoRecord as error:
            self._say_no_record(row, error)
        except Missing:
            row.say(Remark(say("take.no-outer")))
        else:
            self.people.take(() if row.wrong else people)

    def _stands_for(self, line: Line, row: TakenRow) -> Recorded | None:
        """The record that a row stands for; None where it is a new one, or a copy of another row."""
        recorded = self._recorded.get(line.address) if line.address else None
        if recorded is None:
            return None
        if (other := self._other_pairing(recorded)) is not None:
            row.say(Remark(say("take.others-row", pairing=other)))
        original = self._originals.get(line.address, line.row)
        if original == 0:
            row.say(Remark(say("take.copied")))
        return recorded if original == line.row else None

    def _other_pairing(self, recorded: Recorded) -> str | None:
        """The pairing of a record, as shown, where the form is of others: the row was copied from theirs."""
        name = recorded.shown.get("pairing")
        if not isinstance(name, str):
            return None
        theirs = self.table.scope.has_pairing(self.lists.key("pairings", name))
        return None if theirs else self.lists.label("pairings", name)

    def _say_no_record(self, row: TakenRow, error: NoRecord) -> None:
        for found in error.found:
            column = column_of_route(self.form, found.at.route)
            row.say(self.remark(found.message, column.key if column else "", found.code))

    def _change(self, line: Line, row: TakenRow, cells: dict[str, Cell], now: _Now) -> None:
        """Let a row's cells change its record, unless that is no longer what it was."""
        changes = self.form.changes(now.recorded, cells, self.lists, now.cells)
        self._place(row, now.recorded.at)
        differing = [key for key in self.columns if cells.get(key) != now.cells.get(key)]
        for key in differing:
            if self._is_outer(key, now.recorded):
                row.say(self.remark(say("take.moved", now=_shown(now.cells.get(key))), key))
        if row.wrong or not (changes or now.people):
            return
        if line.digest == now.recorded.digest:
            if changes:
                self.draft.change(now.recorded, changes)
            row.state = State.CHANGED
            return
        for key in differing:
            facts = {"typed": _shown(cells.get(key)), "now": _shown(now.cells.get(key))}
            row.say(self.remark(say("take.stale", **facts), key))

    def _is_outer(self, key: str, recorded: Recorded) -> bool:
        """Whether a column says of what a record is part."""
        part = next(p for p in self.form.parts if any(c.key == key for c in p.columns))
        return any(route[0] in recorded.outer for route in part.routes)

    def _add(self, line: Line, row: TakenRow, cells: dict[str, Cell]) -> None:
        """Let a row be a new record, unless one says the same."""
        if KEPT in cells.values():
            row.say(Remark(say("take.kept-in-new")))
            return
        fields = {**self.form.fields(cells, self.lists), **self._restored(line)}
        same = self._contents.claim(fields)
        if same is not None:
            self._said.add(same.address)
            self._place(row, same.at)
            self._know(line, same.address.split("/")[1])
        elif line.address and line.address not in self._recorded and not self.restore:
            row.say(Remark(say("take.gone")))
        else:
            place, key = self._put(self.form.destination(fields), fields)
            row.state = State.NEW
            self._place(row, place)
            self._know(line, key)

    def _restored(self, line: Line) -> Fields:
        """What the address of a row says of a record that is gone: its id, and what it was part of."""
        if not self.restore or not line.address or line.address in self._recorded:
            return {}
        address = Address.of(line.address)
        own = address.member or address.key
        found: Fields = {} if own.startswith(UNNAMED) else {"id": own}
        return {**found, "activity": address.key} if address.inside == "documents" else found

    def _put(self, destination: Destination, fields: Fields) -> tuple[At, str]:
        """Put a new record where it belongs: its place, and its key if it has one."""
        own = {key: data for key, data in fields.items() if key not in destination.outer}
        if destination.inside:
            return self.draft.add_to(destination, own), ""
        entry = self.draft.add(destination.collection, own)
        return entry.at, entry.key

    def _know(self, line: Line, key: str) -> None:
        """Let documents name the record of a new row by the row's number."""
        if self.form.id == "activities" and line.number.startswith(NEW) and key:
            self.new_rows[line.number] = key

    def _place(self, row: TakenRow, at: At) -> None:
        self.taken.origins[at.file, at.route] = Origin(self.table, self.sheet, row)
        self.taken.places[self.number, row.row] = at


class _Now(NamedTuple):
    """A record, what a form shows of it, and whether the row says something new of people."""

    recorded: Recorded
    cells: Cells
    people: bool


def _typed(cell: Cell) -> str:
    """What stands in a cell of a form that shows it."""
    return month_text(cell) if isinstance(cell, Month) else shown_text(cell)


def _shown(cell: Cell) -> str:
    return shown_text(cell) or "（空）"


def column_of_route(form: Form, route: Route) -> Column | None:
    """The column that fills a route in a record, or something inside or around it."""
    steps = tuple(step for step in route if isinstance(step, str))
    for part in form.parts:
        for own in part.routes:
            short = min(len(own), len(steps))
            if short and own[:short] == steps[:short]:
                last = f"-{steps[-1]}"
                inner = (column for column in part.columns if column.key.endswith(last))
                return next(inner, part.columns[0])
    return None
