"""Setting what only a finished Word document knows: widths of columns, and where 署名 stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from pairing_cli.report.standard import BODY_SIZE, TRACKING, TWIPS_OF_POINT

SIGNER, DATE = "GwSigner", "GwDate"
"""The styles of 署名 and of 成文日期 below it."""

DATE_RIGHT = 4
"""Characters from 成文日期 to the edge of the type area, where a seal is set (7.3.5.1)."""


def arrange(body: Any) -> None:
    """Fit every table of fixed columns into its width, and centre 署名 over its date."""
    for table in body.iter(qn("w:tbl")):
        _fit(table)
    waiting: list[Any] = []
    for paragraph in body.iterchildren(qn("w:p")):
        style = _style(paragraph)
        if style == SIGNER:
            waiting.append(paragraph)
        elif style == DATE:
            for signer in waiting:
                _centre(signer, over=paragraph)
            waiting = []


# columns


def _fit(table: Any) -> None:
    """Scale the columns to the table's own width, which columns that were left out or repeated miss."""
    whole = _whole(table)
    rows = [list(_cells(row)) for row in table.iterchildren(qn("w:tr"))]
    widest = max(rows, key=lambda cells: (len(cells), -sum(n for _, n in cells)), default=[])
    widths = [_width(cell) for cell, _ in widest]
    if not whole or not all(widths) or any(span > 1 for _, span in widest):
        return
    scaled = _scaled(widths, whole)
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in scaled:
        grid.add_gridCol().set(qn("w:w"), str(width))
    for cells in rows:
        column = 0
        for cell, span in cells:
            width = sum(scaled[column : column + span])
            cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(width))
            column += span


def _whole(table: Any) -> int:
    """The width in twips of a table of fixed columns; 0 of any other."""
    properties = table.find(qn("w:tblPr"))
    layout, width = (properties.find(qn(f"w:{name}")) for name in ("tblLayout", "tblW"))
    if layout is None or layout.get(qn("w:type")) != "fixed":
        return 0
    return _twips(width)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    for cell in row.iterchildren(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        yield cell, int(span.get(qn("w:val"))) if span is not None else 1


def _width(cell: Any) -> int:
    return _twips(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}"))


def _twips(width: Any) -> int:
    """A width in twips; 0 where it is none, or of another kind."""
    if width is None or width.get(qn("w:type"), "dxa") != "dxa":
        return 0
    found = width.get(qn("w:w"), "0")
    return int(found) if found.isdigit() else 0


def _scaled(widths: list[int], whole: int) -> list[int]:
    """Whole widths in the given proportion that add up to the whole."""
    total, ends, reached = sum(widths), [0], 0
    for width in widths:
        reached += width
        ends.append(reached * whole // total)
    return [end - start for start, end in pairwise(ends)]


# 署名


def _style(paragraph: Any) -> str | None:
    return paragraph.style  # type: ignore[no-any-return]


def _centre(signer: Any, *, over: Any) -> None:
    """Indent 署名 so that its middle is that of the date; a long one at least not past the edge."""
    wider = (_characters(over) - _characters(signer)) / 2
    right = max(DATE_RIGHT + wider, Fraction(0))
    indent = signer.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:rightChars"), str(round(right * 100)))
    em = BODY_SIZE + TRACKING
    indent.set(qn("w:right"), str(round(right * em * TWIPS_OF_POINT)))


def _characters(paragraph: Any) -> Fraction:
    """How wide a paragraph's text is, in characters; half-width ones count half."""
    text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
    halves = sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)
    return Fraction(halves, 2)
