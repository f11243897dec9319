"""The tables of a Word file → grids, with what stands before each (ECMA-376 part 1, 17.4).

Each row is walked once; a cell that covers several columns or rows gives its text to all of them. What
was deleted under revision is left out, what was inserted is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pairing_cli.model.diagnostics import Message
from pairing_cli.office import limits
from pairing_cli.office.grids import Cell, Grid
from pairing_cli.office.package import (
    TEXTS,
    Package,
    Refused,
    attribute,
    elements,
    local,
    opened,
    refusing,
)

_WRAPPERS = frozenset(
    ["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"]
)
_GONE = frozenset(["del", "moveFrom", "Fallback", "txbxContent", "rPr", "pPr", "tcPr", "instrText"])
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {
    ("wingdings", "FC"): "✓",
    ("wingdings", "FB"): "✗",
    ("wingdings", "FE"): "☑",
    ("wingdings", "FD"): "☒",
    ("wingdings", "A8"): "□",
    ("wingdings 2", "50"): "✓",
    ("wingdings 2", "51"): "✗",
    ("wingdings 2", "52"): "☑",
    ("wingdings 2", "53"): "☒",
    ("wingdings 2", "A3"): "□",
}
"""Ticks and boxes that people insert as symbols, by font and the last two digits of their code."""


@dataclass(frozen=True)
class WordTables:
    """A Word file's tables in order, and the paragraphs after the last of them."""

    grids: tuple[Grid, ...]
    after: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()
    package: Package | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a Word table where it stands: its place, how far it reaches, and whether it goes on.

    ``goes_on`` says that it belongs to the cell above it.
    """

    row: int
    column: int
    span: int
    goes_on: bool
    element: etree._Element


def read_word(data: bytes) -> WordTables:
    """The tables of a .docx file; Refused where it is none, or is not to be opened."""
    return word_of(opened(data))


def word_of(package: Package) -> WordTables:
    """The tables of a package; Refused where it is no Word file."""
    if package.kind != TEXTS:
        raise Refused("no-text")
    with refusing():
        grids: list[Grid] = []
        before: list[str] = []
        left = limits.WORD_CELLS
        for block in blocks(package.xml(package.main)):
            if local(block) == "p":
                before += filter(None, [paragraph(block).strip()])
                continue
            rows, left = _rows(block, left)
            grids.append(Grid(str(len(grids) + 1), rows, before=tuple(before)))
            before = []
        return WordTables(tuple(grids), tuple(before), package.notes, package)


def blocks(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a document's body, in order."""
    body = next((each for each in elements(root) if local(each) == "body"), None)
    return iter(()) if body is None else _within(body, frozenset(["p", "tbl"]))


def _within(parent: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    """Elements of some names below one, those inside content controls and insertions too."""
    waiting = [*elements(parent)][::-1]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in names:
            yield element
        elif name in _WRAPPERS:
            waiting += [*elements(element)][::-1]


def placed(table: etree._Element) -> Iterator[Placed]:
    """The cells of a table, each where it stands in the grid."""
    for number, row in enumerate(_within(table, frozenset(["tr"])), 1):
        column = 1 + _stated(row, "trPr", "gridBefore", 0)
        for cell in _within(row, frozenset(["tc"])):
            span = max(1, _stated(cell, "tcPr", "gridSpan", 1))
            yield Placed(number, column, span, _goes_on(cell), cell)
            column += span


def _stated(element: etree._Element, properties: str, name: str, usual: int) -> int:
    found = _property(element, properties, name)
    value = attribute(found, "val") if found is not None else ""
    return int(value) if value.isdigit() else usual


def _goes_on(cell: etree._Element) -> bool:
    found = _property(cell, "tcPr", "vMerge")
    return found is not None and attribute(found, "val") != "restart"


def _property(element: etree._Element, properties: str, name: str) -> etree._Element | None:
    inside = (each for each in elements(element) if local(each) == properties)
    return next((one for each in inside for one in elements(each) if local(one) == name), None)


def _rows(table: etree._Element, left: int) -> tuple[dict[int, dict[int, Cell]], int]:
    """The cells of a table by row and column, and how many more the file may have."""
    rows: dict[int, dict[int, Cell]] = {}
    above: dict[int, Cell] = {}
    for each in placed(table):
        left -= each.span
        if left < 0 or each.row > limits.ROWS or each.column + each.span > limits.COLUMNS + 1:
            raise Refused("cells", part="", limit=str(limits.WORD_CELLS))
        first = above.get(each.column) if each.goes_on else None
        if first is None:
            first = Cell(each.row, each.column, _content(each.element))
        for column in range(each.column, each.column + each.span):
            above[column] = first
            if not first.blank:
                rows.setdefault(each.row, {})[column] = _covering(first, each.row, column)
    return rows, left


def _covering(first: Cell, row: int, column: int) -> Cell:
    if (row, column) == (first.row, first.column):
        return first
    return Cell(row, column, first.value, first.kind, of=(first.row, first.column))


def _content(cell: etree._Element) -> str:
    """The text of a cell, a line for each paragraph, those of tables inside it too."""
    lines, waiting = [], [*elements(cell)][::-1]
    while waiting:
        element = waiting.pop()
        if local(element) == "p":
            lines.append(paragraph(element))
        elif local(element) not in _GONE:
            waiting += [*elements(element)][::-1]
    text = "\n".join(lines).strip("\n")
    if len(text) > limits.TEXT:
        raise Refused("text", part="", limit=str(limits.TEXT))
    return text


def paragraph(element: etree._Element) -> str:
    """The text of a paragraph."""
    found, waiting = [], [*elements(element)][::-1]
    while waiting:
        each = waiting.pop()
        name = local(each)
        if name == "t":
            found.append(each.text or "")
        elif name == "sym":
            found.append(_symbol(each))
        elif name in _LETTERS:
            found.append(_LETTERS[name])
        elif name not in _GONE:
            waiting += [*elements(each)][::-1]
    return "".join(found)


def _symbol(element: etree._Element) -> str:
    font, code = attribute(element, "font").casefold(), attribute(element, "char").upper()
    return _SYMBOLS.get((font, code[-2:]), "")
