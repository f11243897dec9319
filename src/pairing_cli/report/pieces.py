"""The texts of a template, each with its place: lines, paragraphs, cells, headers, names of sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from pairing_cli.model.diagnostics import Value, say
from pairing_cli.report.excel import margins
from pairing_cli.report.sheets import COLUMNS, ROWS


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and its place; ``row`` and ``cell`` tell pieces apart that stand in one row or cell."""

    text: str
    place: Value = ""
    row: tuple[int, ...] = ()
    cell: tuple[int, ...] = ()
    filled: bool = True
    """Whether tags in it are filled at all."""


def pieces(extension: str, data: bytes) -> list[Piece]:
    """Every text of a template, in the order in which it is filled."""
    found = {"docx": _word, "xlsx": _excel}.get(extension, _text)(data)
    return [piece for piece in found if piece.text.strip()]


def _text(data: bytes) -> Iterator[Piece]:
    yield Piece(data.decode("utf-8"))


def _word(data: bytes) -> Iterator[Piece]:
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        for name in _in_order(names):
            yield from _Part(name, archive.read(name)).pieces()
        if "docProps/core.xml" in names:
            yield from _properties(archive.read("docProps/core.xml"))


_PARTS = (
    ("word/document", ""),
    ("word/header", "header"),
    ("word/footer", "footer"),
    ("word/footnotes", "footnote"),
    ("word/endnotes", "endnote"),
    ("word/comments", "comment"),
)
"""The parts of a Word file that hold text, and what they are called."""

_NOT_FILLED = ("endnote", "comment")
_PROPERTIES = ("title", "subject", "creator", "description", "identifier", "language")


def _in_order(names: list[str]) -> Iterator[str]:
    for start, _ in _PARTS:
        yield from sorted(
            name for name in names if name.startswith(start) and name.endswith(".xml")
        )


def _properties(data: bytes) -> Iterator[Piece]:
    for element in etree.fromstring(data, etree.XMLParser(resolve_entities=False)):
        name = etree.QName(element).localname
        if name in _PROPERTIES and element.text:
            yield Piece(element.text, say("place.property", name=name))


class _Part:
    """A part of a Word file, walked paragraph by paragraph."""

    def __init__(self, name: str, data: bytes) -> None:
        self._kind = next(kind for start, kind in _PARTS if name.startswith(start))
        self._root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        outer = [each for each in self._root.iter(qn("w:tbl")) if _above(each, "w:tbl") is None]
        self._tables = _numbered(outer)
        self._rows = _numbered(self._root.iter(qn("w:tr")))
        self._cells = _numbered(self._root.iter(qn("w:tc")))

    def pieces(self) -> Iterator[Piece]:
        """Its paragraphs. Those of tables are named by row and cell, others are counted."""
        number, filled = 0, self._kind not in _NOT_FILLED
        for paragraph in self._root.iter(qn("w:p")):
            cell = _above(paragraph, "w:tc")
            if cell is None:
                number += 1
                yield Piece(_words(paragraph), self._paragraph(number), filled=filled)
            else:
                row = (self._rows[_above(cell, "w:tr")],)
                own = (self._cells[cell],)
                yield Piece(_words(paragraph), self._in_table(cell), row, own, filled)

    def _paragraph(self, number: int) -> Value:
        return say(f"place.{self._kind or 'paragraph'}", number=number)

    def _in_table(self, cell: Any) -> Value:
        """Where a cell is: by the row and cell of the outermost table."""
        while (around := _above(cell, "w:tc")) is not None:
            cell = around
        row = _above(cell, "w:tr")
        return say(
            "place.cell",
            table=self._tables[_above(row, "w:tbl")],
            row=1 + sum(1 for _ in row.itersiblings(qn("w:tr"), preceding=True)),
            column=1 + sum(1 for _ in cell.itersiblings(qn("w:tc"), preceding=True)),
            part=say(f"part.{self._kind}") if self._kind else "",
        )


def _numbered(elements: Iterable[Any]) -> dict[Any, int]:
    """Elements by number, from 1."""
    return {element: number for number, element in enumerate(elements, 1)}


def _above(element: Any, name: str) -> Any:
    return next(element.iterancestors(qn(name)), None)


_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


def _words(paragraph: Any) -> str:
    """A paragraph's text, over all its runs; what stands in a text box inside it is apart."""
    return "".join(
        _MARKS.get(element.tag) or element.text or ""
        for element in paragraph.iter(qn("w:t"), *_MARKS)
        if _above(element, "w:p") is paragraph and _above(element, "w:tabs") is None
    )


def _excel(data: bytes) -> Iterator[Piece]:
    for number, sheet in enumerate(load_workbook(BytesIO(data)).worksheets):
        yield Piece(sheet.title, say("place.sheet", name=sheet.title))
        cells = sorted(
            (place, cell) for place, cell in sheet._cells.items() if isinstance(cell.value, str)
        )
        for (row, column), cell in cells:
            if row <= ROWS and column <= COLUMNS:
                where = f"{sheet.title}!{cell.coordinate}"
                yield Piece(str(cell.value), where, (number, row), (number, row, column))
        for name, part in margins(sheet):
            yield Piece(part.text, say("place.margin", sheet=sheet.title, name=name))
