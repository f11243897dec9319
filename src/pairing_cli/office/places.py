"""Where in the bytes of a sheet its rows, cells and columns stand, so that a few of them can be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from pairing_cli.office.scan import column_of

_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_DIGITS = "0123456789"
_ROW, _CELL, _COLUMN = ("sheetData", "row"), ("row", "c"), ("cols", "col")
"""What stands in what: controls over a sheet have rows and columns of their own."""

_BEFORE = frozenset(
    (
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols"),
        *("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios"),
        *("autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
        *("phoneticPr", "conditionalFormatting"),
    )
)
"""What stands in a sheet before its last conditional format (18.3.1.99)."""


@dataclass(slots=True)
class CellFound:
    """A cell: where it begins and ends, and the number of its style."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class RowFound:
    """A row: where it begins, where its cells begin and end, and its cells by column."""

    start: int
    inside: int
    end: int = 0
    cells: dict[int, CellFound] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnsFound:
    """A range of columns that has a width: its tag, its first and its last column."""

    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Found:
    """The places of a sheet. ``prefix`` is that of its elements' names, with its colon.

    ``data`` is where the rows begin, ``after`` where a conditional format may be added, ``formats`` are
    those to be taken away; ``priority`` is the lowest that a conditional format has.
    """

    prefix: bytes = b""
    rows: dict[int, RowFound] = field(default_factory=dict)
    columns: list[ColumnsFound] = field(default_factory=list)
    formats: list[tuple[int, int]] = field(default_factory=list)
    data: int = 0
    after: int = 0
    priority: int = 0


def find(data: bytes, formula: str, rows: frozenset[int], column: int) -> Found:
    """The places of a sheet that was read before.

    Of the cells those of some rows and of one column are found; conditional formats of ``formula`` are
    those to be taken away.
    """
    return _Finder(data, formula, rows, column).found


class _Finder:
    """Walks through a sheet once."""

    def __init__(self, data: bytes, formula: str, rows: frozenset[int], column: int) -> None:
        self.found = Found()
        self._wanted, self._always = rows, column
        self._bytes, self._formula = data, formula
        self._path: list[str] = []
        self._row, self._column, self._text = 0, 0, ""
        self._format, self._rules, self._ours = 0, 0, 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.Parse(data, True)  # noqa: FBT003  (expat takes no name)

    def _tag_end(self, start: int) -> int:
        found = _TAG.match(self._bytes, start)
        return found.end() if found else start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, local = name.rpartition(":")
        at = self._parser.CurrentByteIndex
        if len(self._path) == 1:
            self._part(local, prefix, at)
        inside = self._path[-1] if self._path else ""
        self._path.append(local)
        self._text = ""
        if (inside, local) == _ROW:
            self._begin_row(attributes, at)
        elif (inside, local) == _CELL:
            self._begin_cell(attributes, at)
        elif (inside, local) == _COLUMN:
            first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
            self.found.columns.append(ColumnsFound(at, self._tag_end(at), first, last))
        elif local == "cfRule":
            self._rules += 1
            priority = _whole(attributes.get("priority", ""))
            self.found.priority = max(self.found.priority, priority)

    def _part(self, local: str, prefix: str, at: int) -> None:
        """A part of the sheet as a whole begins."""
        if local == "sheetData":
            self.found.data = at
            self.found.prefix = f"{prefix}:".encode() if prefix else b""
        elif local == "conditionalFormatting":
            self._format, self._rules, self._ours = at, 0, 0
        if local not in _BEFORE and not self.found.after:
            self.found.after = at

    def _begin_row(self, attributes: dict[str, str], at: int) -> None:
        stated = attributes.get("r", "")
        self._row = int(stated) if stated.isdigit() else self._row + 1
        self._column = 0
        self.found.rows[self._row] = RowFound(at, self._tag_end(at))

    def _begin_cell(self, attributes: dict[str, str], at: int) -> None:
        stated = attributes.get("r", "").rstrip(_DIGITS)
        self._column = column_of(stated) or self._column + 1
        if self._row not in self._wanted and self._column != self._always:
            return
        if self._row not in self.found.rows:
            return
        cell = CellFound(at, self._tag_end(at), attributes.get("s", ""))
        self.found.rows[self._row].cells[self._column] = cell

    def _characters(self, text: str) -> None:
        if self._path[-1] == "formula":
            self._text += text

    def _end(self, name: str) -> None:
        local = self._path.pop()
        inside = self._path[-1] if self._path else ""
        at = self._parser.CurrentByteIndex
        if (inside, local) == _ROW:
            row = self.found.rows[self._row]
            row.end = max(at, row.inside)
        elif (inside, local) == _CELL and self._row in self.found.rows:
            cell = self.found.rows[self._row].cells.get(self._column)
            if cell is not None:
                cell.end = max(cell.end, self._tag_end(at))
        elif local == "formula":
            self._ours += self._text == self._formula
        elif local == "conditionalFormatting" and self._ours and self._ours == self._rules:
            self.found.formats.append((self._format, self._tag_end(at)))
        elif not self._path and not self.found.after:
            self.found.after = at


def _whole(text: str) -> int:
    """A number as an attribute states it; 0 where it states none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0
