"""Setting what only a finished Word document knows: widths of columns, lines of titles, 署名."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from pairing_cli.report.standard import BODY_SIZE, TITLE_SIZE, TRACKING, TWIPS_OF_POINT
from pairing_cli.report.titles import longest_line, width

SIGNER, DATE = "GwSigner", "GwDate"
"""The styles of 署名 and of 成文日期 below it."""

DATE_RIGHT = 4
"""Characters from 成文日期 to the edge of the type area, where a seal is set (7.3.5.1)."""


TITLES = ("GwTitle", "GwAnnexTitle")
"""The styles of titles, whose lines are set evenly (7.3.1)."""


def arrange(body: Any) -> None:
    """Fit tables of fixed columns into their width, set titles evenly, centre 署名 over its date."""
    for table in body.iter(qn("w:tbl")):
        _fit(table)
    paragraphs = list(body.iterchildren(qn("w:p"), qn("w:sectPr")))
    _sign(paragraphs)
    titles: list[Any] = []
    for paragraph in paragraphs:
        titles += [paragraph] if _style(paragraph) in TITLES else []
        for section in paragraph.iter(qn("w:sectPr")):  # it ends here, with all that it holds
            for title in titles:
                _break_evenly(title, _room(section))
            titles = []


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
    for one in scaled:
        grid.add_gridCol().set(qn("w:w"), str(one))
    for cells in rows:
        column = 0
        for cell, span in cells:
            covered = sum(scaled[column : column + span])
            cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(covered))
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
    for each in widths:
        reached += each
        ends.append(reached * whole // total)
    return [end - start for start, end in pairwise(ends)]


# 署名


def _style(paragraph: Any) -> str | None:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def _sign(paragraphs: list[Any]) -> None:
    """Centre every 署名 over the date that comes after it."""
    signers: list[Any] = []
    for paragraph in paragraphs:
        style = _style(paragraph)
        if style == SIGNER:
            signers.append(paragraph)
        elif style == DATE:
            for signer in signers:
                _centre(signer, over=paragraph)
            signers = []


def _centre(signer: Any, *, over: Any) -> None:
    """Indent 署名 so that its middle is that of the date; a long one at least not past the edge."""
    wider = (_characters(over) - _characters(signer)) / 2
    right = max(DATE_RIGHT + wider, Fraction(0))
    _indent(signer, "right", right, BODY_SIZE + TRACKING)


def _indent(paragraph: Any, side: str, count: Fraction, em: Fraction) -> None:
    """Indent a side of a paragraph by a number of characters of ``em`` points."""
    indent = paragraph.get_or_add_pPr().get_or_add_ind()
    indent.set(qn(f"w:{side}Chars"), str(round(count * 100)))
    indent.set(qn(f"w:{side}"), str(round(count * em * TWIPS_OF_POINT)))


def _characters(paragraph: Any) -> Fraction:
    """How wide a paragraph's text is, in characters."""
    return width("".join(each.text or "" for each in paragraph.iter(qn("w:t"))))


# titles


def _room(section: Any) -> Fraction:
    """How many characters of a title a line of a section holds."""
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if page is None or margins is None:
        return Fraction(0)
    whole, left, right = (
        int(found.get(qn(f"w:{name}"), 0))
        for found, name in ((page, "w"), (margins, "left"), (margins, "right"))
    )
    return Fraction(whole - left - right, TWIPS_OF_POINT) / TITLE_SIZE


def _break_evenly(title: Any, room: Fraction) -> None:
    """Narrow a title of several lines so that none of them is much shorter than the others."""
    text = "".join(each.text or "" for each in title.iter(qn("w:t")))
    wanted = longest_line(text, room)
    if wanted is not None:
        narrower = max((room - wanted) / 2, Fraction(0))
        _indent(title, "left", narrower, TITLE_SIZE)
        _indent(title, "right", narrower, TITLE_SIZE)
