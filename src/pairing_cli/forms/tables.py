"""Filled-in tables: which form each is, where its columns stand, and its rows as they were typed.

A `Table` is a sheet of a workbook of ours, or any table whose columns somebody has given: a Word table, a
sheet of a school's own. From here on they are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pairing_cli.forms.asides import is_aside, repeats
from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import Column
from pairing_cli.forms.form import Form
from pairing_cli.forms.headers import Header, find_header, likeness, plain_title
from pairing_cli.forms.kinds import forms_of
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Address
from pairing_cli.forms.scope import Scope
from pairing_cli.forms.stamp import Sheet, Stamp
from pairing_cli.forms.words import NEW
from pairing_cli.model.diagnostics import Severity, say
from pairing_cli.model.intake import Remark
from pairing_cli.model.repository import plain_name
from pairing_cli.office.grids import Cell, Grid
from pairing_cli.office.scan import column_of

_DIGEST = re.compile("[0-9a-f]{12}")
_LIKE = 0.6
"""The part of its titles by which a sheet that was renamed, or added, is known for a form."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a form: the file it is in, its grid, its columns by key, and where its rows begin.

    ``fixed`` is what is the same in every row, as shown; ``scope`` says whose it is. ``recorded`` is how
    many recorded rows it had when it was made. ``remarks`` are said of it as a whole. ``mark`` is a
    fingerprint of the file.
    """

    file: str
    grid: Grid
    form: Form
    header: Header
    scope: Scope
    fixed: Mapping[str, str] = field(default_factory=dict)
    recorded: int = 0
    remarks: tuple[Remark, ...] = ()
    mark: str = ""

    @property
    def present(self) -> dict[str, Column]:
        """The columns of the form that the table has, by key."""
        return {c.key: c for c in self.form.columns if c.key in self.header.columns}

    def rows(self) -> Iterator[Line]:
        """Its rows in order: not the explanations, sums, remarks, the header again, or what is blank."""
        notes = {key: plain_title(column.note) for key, column in self.present.items()}
        header = self.grid.rows.get(self.header.row, {}).values()
        titles = {plain_title(cell.text) for cell in header}
        for number, cells in self.grid.rows.items():
            if number > self.header.row and not _explains(cells, self.header, notes):
                line = self._line(number, cells)
                if not line.blank(self.form) and not self._is_aside(line, cells, titles):
                    yield line

    def _is_aside(self, line: Line, cells: Mapping[int, Cell], titles: set[str]) -> bool:
        """Whether a row is no line of the table; one that is recorded, or has all that is needed, is."""
        own = (c for n, c in sorted(cells.items()) if n != self.header.number or not _counts(c))
        texts = [cell.text.strip() for cell in own if not cell.blank]
        if line.address or repeats(map(plain_title, texts), titles):
            return not line.address
        needed = (column for column in self.present.values() if column.needed)
        return is_aside(texts) and not all(column.key in line.cells for column in needed)

    def _line(self, number: int, cells: Mapping[int, Cell]) -> Line:
        columns = self.header.columns
        own = {key: cells[column] for key, column in columns.items() if column in cells}
        address, digest = _addressed(cells, set(columns.values()))
        named = cells.get(self.header.number)
        text = named.text.replace(" ", "").strip() if named is not None else ""
        return Line(number, text, own, address, digest)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it was typed: its number in the sheet and as shown, its cells by key, its address."""

    row: int
    number: str
    cells: Mapping[str, Cell]
    address: str = ""
    digest: str = ""

    @property
    def struck(self) -> bool:
        """Whether everything that was typed into it is struck out."""
        return all(cell.struck for cell in self.cells.values() if not cell.blank)

    def blank(self, form: Form) -> bool:
        """Whether nothing is in it: only what was there beforehand, or reaches in from above.

        A recorded row that somebody emptied is no longer in the table, as one that was taken out.
        """
        own = (c.key for c in form.columns if not (c.prefilled or c.locked))
        return not any(
            (cell := self.cells.get(key)) is not None and not _reaches_in(cell) for key in own
        )


def _reaches_in(cell: Cell) -> bool:
    return cell.of is not None and cell.of[0] != cell.row


def _explains(cells: Mapping[int, Cell], header: Header, notes: Mapping[str, str]) -> bool:
    """Whether a row holds the explanations."""
    texts = {key: cells[n].text for key, n in header.columns.items() if n in cells}
    said = sum(bool(notes[key]) and plain_title(text) == notes[key] for key, text in texts.items())
    return said > 0 and said * 2 >= len(texts)


def _counts(cell: Cell) -> bool:
    """Whether a cell holds the number of its row: 3, 新1."""
    return "".join(cell.text.split()).removeprefix(NEW).isdigit()


def _addressed(cells: Mapping[int, Cell], known: set[int]) -> tuple[str, str]:
    """The address and the fingerprint that a row's hidden cell holds, if there is one."""
    for column, cell in cells.items():
        address, _, digest = cell.text.rpartition(" ")
        if column not in known and "/" in address and _DIGEST.fullmatch(digest):
            try:
                Address.of(address)
            except ValueError:
                continue
            return address, digest
    return "", ""


def tables_of(file: str, grids: Sequence[Grid], stamp: Stamp, lists: Lists) -> Iterator[Table]:
    """The tables of a workbook of ours: sheets by their titles, and others by their headers.

    The forms are those of the programme as it is now, with the columns that they had.
    """
    forms = dict(_forms(stamp, lists))
    titled = {sheet.title: sheet for sheet in stamp.sheets if sheet.title in forms}
    for grid in grids:
        sheet = titled.get(grid.name) or _sheet_like(grid, titled, forms)
        if sheet is not None and not grid.hidden:
            table = _table(file, grid, sheet, forms[sheet.title], lists.scope)
            if table is not None:
                yield _unless_others(table, lists)


def _unless_others(table: Table, lists: Lists) -> Table:
    """A table; without its rows, where it is headed by another pairing than the workbook is of."""
    own, above = table.fixed.get("pairing"), range(1, table.header.row)
    if own is None:
        return table
    said = plain_name(
        "".join(c.text for row in above for c in table.grid.rows.get(row, {}).values())
    )
    titled = f"{table.form.column('pairing').title}："
    heads = {label: plain_name(titled + label) for label in lists.labels("pairings").values()}
    theirs = [label for label, head in heads.items() if head in said]
    if not theirs or own in theirs:
        return table
    message = say("take.others-sheet", theirs=max(theirs, key=len), own=own)
    header = {table.header.row: table.grid.rows[table.header.row]}
    return replace(table, grid=replace(table.grid, rows=header), remarks=(Remark(message),))


def _forms(stamp: Stamp, lists: Lists) -> Iterator[tuple[str, Form]]:
    """The form of each sheet, by the sheet's title."""
    asked = Asked(lists.repository)
    for sheet in stamp.sheets:
        also = asked.also((*sheet.columns, *sheet.fixed))
        for form in forms_of(lists, also):
            if form.id == sheet.form:
                yield sheet.title, form


def unread(file: str, stamp: Stamp, tables: Iterable[Table]) -> Iterator[Remark]:
    """What is to be said of the sheets that a workbook had and in which no table was found."""
    found = {table.form.id for table in tables}
    titles = tuple(sheet.title for sheet in stamp.sheets if sheet.form not in found)
    if titles:
        yield Remark(say("take.no-sheet", file=file, titles=titles), severity=Severity.WARNING)


def _sheet_like(grid: Grid, sheets: Mapping[str, Sheet], forms: Mapping[str, Form]) -> Sheet | None:
    """The sheet that one of another name was, by its header."""
    alike = [
        (likeness(grid, _columns(forms[title], sheet)), title) for title, sheet in sheets.items()
    ]
    best = max(alike, default=(0.0, ""))
    return sheets[best[1]] if best[0] >= _LIKE else None


def _columns(form: Form, sheet: Sheet) -> list[Column]:
    return [column for column in form.columns if column.key not in sheet.fixed]


def _table(file: str, grid: Grid, sheet: Sheet, form: Form, scope: Scope) -> Table | None:
    places = {key: column_of(letters) for key, letters in sheet.columns.items()}
    header = find_header(grid, _columns(form, sheet), places)
    if header is None:
        return None
    recorded = sheet.recorded if grid.name == sheet.title else 0
    said = tuple(_remarks(form, sheet, header, grid))
    return Table(file, grid, form, header, scope, sheet.fixed, recorded, said)


def _remarks(form: Form, sheet: Sheet, header: Header, grid: Grid) -> Iterator[Remark]:
    """What is to be said of a table's columns: renamed, missing, unknown, changed since."""
    for key, called in header.renamed.items():
        message = say("take.renamed", called=called, title=form.column(key).title)
        yield Remark(message, header.columns[key], called, Severity.NOTICE)
    gone = [c for c in form.columns if c.key not in header.columns and c.key in sheet.columns]
    for column in gone:
        if not column.locked:
            message = say("take.missing-column", title=column.title)
            yield Remark(message, 0, column.title, Severity.NOTICE)
    for number, title in header.unknown.items():
        if any(number in cells for row, cells in grid.rows.items() if row > header.row + 1):
            yield Remark(say("take.unknown-column", title=title), number, title, Severity.WARNING)
    new = tuple(c.title for c in form.columns if c.key not in (*sheet.columns, *sheet.fixed))
    if new:
        yield Remark(say("take.new-columns", titles=new), 0, "", Severity.NOTICE)
