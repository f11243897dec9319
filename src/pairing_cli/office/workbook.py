"""An Excel workbook → grids (ECMA-376 part 1, 18.2 to 18.4).

The sheets are read by this module alone, row by row, from the bytes that the guard has looked through:
no library builds cells that a merged range or a false size asks for. Formulas give their last results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml import etree

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.office import limits
from pairing_cli.office.grids import Cell, Grid, Kind, Range, Value
from pairing_cli.office.package import SHEETS, Package, Refused, elements, local, opened, refusing
from pairing_cli.office.policy import Damaged
from pairing_cli.office.scan import column_of
from pairing_cli.office.strings import shared_texts, text_of, unescaped
from pairing_cli.office.styles import Styles, dated

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_DIGITS = "0123456789"
_PRECISE = 15
"""Digits that a number in a spreadsheet has at most."""

_EMU_OF_POINT, _EMU_OF_CHARACTER = 12_700, 7 * 9_525
_LARGEST = 10_000
"""Points that no row is high, and characters that no column is wide."""

_IN_CELL = re.compile(r'DISPIMG\("([^"]{1,100})"', re.I)
_NAMED_CELL = re.compile(r"'?((?:[^'!]|'')+)'?!(\$?[A-Z]{1,3}\$?[0-9]{1,7})")


_WHERE = {
    "row": "sheetData",
    "mergeCell": "mergeCells",
    "col": "cols",
    "sheetFormatPr": "worksheet",
}
"""The elements of a sheet that are read, and what each stands in: controls have rows of their own."""


@dataclass(frozen=True)
class Workbook:
    """A workbook's sheets in order, hidden ones too, and its defined names with what they stand for."""

    grids: tuple[Grid, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()
    package: Package | None = field(default=None, repr=False)

    def grid(self, name: str) -> Grid | None:
        """A sheet by its name."""
        return next((grid for grid in self.grids if grid.name == name), None)

    def named(self, name: str) -> str:
        """What a defined name says: the text of its cell, or its constant; empty where it says nothing."""
        stated = self.names.get(name, "")
        found = _NAMED_CELL.fullmatch(stated)
        if found is None:
            return stated[1:-1].replace('""', '"') if stated.startswith('"') else stated
        grid = self.grid(found[1].replace("''", "'"))
        place = _place(found[2])
        return grid.text(*place) if grid is not None and place else ""


def read_workbook(data: bytes) -> Workbook:
    """The sheets of an .xlsx file; Refused where it is none, or is not to be opened."""
    return workbook_of(opened(data))


def workbook_of(package: Package) -> Workbook:
    """The sheets of a package; Refused where it is no workbook."""
    if package.kind != SHEETS:
        raise Refused("no-sheet")
    with refusing():
        root = package.xml(package.main)
        reader = _Reader(package, root)
        grids = tuple(reader.grids())
        beyond = (f"{grid.name}!{grid.left_out}" for grid in grids if grid.left_out)
        notes = (*package.notes, *(say("office.beyond", address=address) for address in beyond))
        return Workbook(grids, dict(_names(root)), notes, package)


def _names(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The names that hold for the whole workbook."""
    for each in _inside(root, "definedNames"):
        if each.get("localSheetId") is None:
            yield each.get("name", ""), (each.text or "").strip()


def _inside(root: etree._Element, group: str) -> Iterator[etree._Element]:
    for found in elements(root):
        if local(found) == group:
            yield from elements(found)


@dataclass(slots=True)
class _Sheet:
    """What was read of a sheet so far; ``last`` is the last row with something in it."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    heights: dict[int, int] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    height: int = 0
    row: int = 0
    last: int = 0
    left_out: str = ""


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, package: Package, root: etree._Element) -> None:
        self._package = package
        self._root = root
        self._relations = package.relations(package.main)
        self._texts = tuple(shared_texts(package))
        self._styles = Styles(package)
        self._from_1904 = any(
            each.get("date1904", "0") in ("1", "true")
            for each in elements(root)
            if local(each) == "workbookPr"
        )

    def grids(self) -> Iterator[Grid]:
        """Every sheet of cells; charts and dialogues have none."""
        read: set[str] = set()
        for number, sheet in enumerate(_inside(self._root, "sheets"), 1):
            if number > limits.SHEETS:
                raise Refused("sheets", part="", limit=str(limits.SHEETS))
            key = next((value for name, value in sheet.items() if name.endswith("}id")), "")
            relation = self._relations.get(key)
            if relation is not None and relation.kind == "worksheet":
                if relation.target in read:
                    raise Damaged(relation.target)
                read.add(relation.target)
                hidden = sheet.get("state", "visible") != "visible"
                yield self._grid(relation.target, sheet.get("name", ""), hidden=hidden)

    def _grid(self, part: str, name: str, *, hidden: bool) -> Grid:
        sheet = _Sheet()
        for element in self._package.each(part, *_WHERE):
            name_of = local(element)
            if local(element.getparent()) != _WHERE[name_of]:
                continue
            if name_of == "row":
                self._row(sheet, element)
            elif name_of == "mergeCell":
                sheet.merged += _merged(element)
            elif name_of == "col":
                sheet.widths |= _widths(element)
            else:
                sheet.height = emu(element.get("defaultRowHeight", ""), _EMU_OF_POINT)
        for area in sheet.merged:
            _cover(sheet.rows, area)
        rows = {number: dict(sorted(sheet.rows[number].items())) for number in sorted(sheet.rows)}
        return Grid(
            name,
            rows,
            hidden,
            tuple(sheet.merged),
            left_out=sheet.left_out,
            part=part,
            heights=sheet.heights,
            widths=sheet.widths,
            height=sheet.height,
        )

    def _row(self, sheet: _Sheet, element: etree._Element) -> None:
        """Take a row of cells in, unless it is beyond all that is read."""
        stated = element.get("r", "")
        row = sheet.row = int(stated) if stated.isdigit() else sheet.row + 1
        if sheet.left_out:
            return
        height = element.get("ht")
        if height is not None:
            sheet.heights[row] = emu(height, _EMU_OF_POINT)
        cells = {cell.column: cell for cell in self._cells(element, row) if not cell.blank}
        if not cells:
            return
        first, last = min(cells), max(cells)
        if row - sheet.last > limits.BLANK_ROWS or last > limits.COLUMNS:
            sheet.left_out = cells[first if last <= limits.COLUMNS else last].address
        else:
            sheet.rows[row], sheet.last = cells, row

    def _cells(self, element: etree._Element, row: int) -> Iterator[Cell]:
        column = 0
        for each in element:
            column = column_of(each.get("r", "").rstrip(_DIGITS)) or column + 1
            if len(each):
                yield self._cell(each, row, column)

    def _cell(self, element: etree._Element, row: int, column: int) -> Cell:
        formula, value, inline = "", None, ""
        for child in element:
            name = local(child)
            if name == "v":
                value = child.text or ""
            elif name == "f":
                formula = child.text or ""
            elif name == "is":
                inline = text_of(child)
        picture = _IN_CELL.search(formula)
        if picture is not None:
            return Cell(row, column, None, Kind.PICTURE, formula=formula, picture=picture[1])
        kind, found, form = self._value(element, inline or value)
        if kind is Kind.ERROR and element.get("vm"):
            return Cell(row, column, None, Kind.PICTURE, picture=f"vm:{element.get('vm')}")
        if found is None and formula:
            kind = Kind.UNCALCULATED
        struck = self._styles.struck(element.get("s"))
        return Cell(row, column, found, kind, form, formula, struck=struck)

    def _value(self, element: etree._Element, text: str | None) -> tuple[Kind, Value, str]:
        """The kind of a cell's value, the value, and the code of its format."""
        said = element.get("t", "n")
        shown, form = self._styles.of(element.get("s"))
        if text is None or (said == "n" and not text.strip()):
            return Kind.TEXT, None, form
        if len(text) > limits.TEXT:
            raise Refused("text", part="", limit=str(limits.TEXT))
        if said == "n":
            return *dated(_number(text), shown, from_1904=self._from_1904), form
        if said == "s":
            return Kind.TEXT, self._texts[int(text)], form
        return *_OTHERS.get(said, _as_text)(text), form


def _as_text(text: str) -> tuple[Kind, Value]:
    return Kind.TEXT, unescaped(text)


_OTHERS: dict[str, Callable[[str], tuple[Kind, Value]]] = {
    "b": lambda text: (Kind.FLAG, text.strip() == "1"),
    "e": lambda text: (Kind.ERROR, text),
    "d": lambda text: (Kind.DATE, datetime.fromisoformat(text.strip()).replace(tzinfo=None)),
}
"""How the values of cells of the rarer types are read."""


def _number(text: str) -> Decimal:
    """A number as its shortest decimal form: 4.0999999999999996 was typed as 4.1."""
    try:
        exact = Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError(text) from error
    if len(text) > _PRECISE or "e" in text.casefold():
        exact = Decimal(repr(float(exact)))
    if not exact.is_finite():
        raise ValueError(text)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


def _place(address: str) -> tuple[int, int] | None:
    """The row and column of an address; None where it is none."""
    found = _ADDRESS.fullmatch(address)
    return (int(found[2]), column_of(found[1])) if found else None


def _merged(element: etree._Element) -> list[Range]:
    first, _, last = element.get("ref", "").partition(":")
    start, end = _place(first), _place(last or first)
    return [Range(*start, *end)] if start and end and start != end else []


def _widths(element: etree._Element) -> dict[int, int]:
    """The widths of some columns, as far as columns are read."""
    first, last = element.get("min", ""), element.get("max", "")
    if not (first.isdecimal() and last.isdecimal()):
        return {}
    width = emu(element.get("width", ""), _EMU_OF_CHARACTER)
    return dict.fromkeys(range(int(first), min(int(last), limits.COLUMNS) + 1), width)


def emu(text: str, unit: int) -> int:
    """A size in EMU (914,400 an inch) from its text and the size of its unit; 0 where it is none."""
    try:
        size = float(text)
    except ValueError:
        return 0
    return int(size * unit) if 0 < size < _LARGEST else 0


def _cover(rows: dict[int, dict[int, Cell]], area: Range) -> None:
    """Put the value of a merged cell into every cell that it covers, where there is any."""
    first = rows.get(area.top, {}).get(area.left)
    if first is None:
        return
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, min(area.right, limits.COLUMNS) + 1):
            if (row, column) != (area.top, area.left):
                rows.setdefault(row, {})[column] = Cell(
                    row,
                    column,
                    first.value,
                    first.kind,
                    first.form,
                    first.formula,
                    (area.top, area.left),
                    first.picture,
                )
