"""Remarks written into somebody's own workbook: a column of texts, and coloured cells.

Only the sheets' parts, the styles and the printed areas change, and those as splices of their bytes, so that
formats, pictures and whatever else is in the file stay as they are. Cells are coloured by a conditional format,
which takes nothing of their own looks away and is found and removed by its formula when the file comes back.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

from pairing_cli.office.cells import fitting, height
from pairing_cli.office.colours import Looks, looks_of
from pairing_cli.office.grids import letters
from pairing_cli.office.package import Package, refusing
from pairing_cli.office.places import Found, RowFound, find
from pairing_cli.office.printed import widened

WIDTH = 48
"""Half-width characters of the column of remarks."""

_SIZE = 10.0
_TALLEST = 409.0
_USUAL = 18.0
"""Points of a row of one line; programs make no row smaller by themselves."""

_FORMULA = 'LEN("pairing")>0'
"""Always true; by it our own colours are known."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEIGHT = re.compile(rb'\sht="([0-9]+(?:\.[0-9]+)?)"')
_DEFAULT = re.compile(rb'<(?:\w+:)?sheetFormatPr\s[^>]*\bdefaultRowHeight="([0-9]+(?:\.[0-9]+)?)"')
_SPANS = re.compile(rb'\sspans="[^"]*"')


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be written into a sheet, rows and columns counted from 1.

    ``column`` is that of the remarks, ``header`` the row of its title, ``texts`` the remarks by row,
    ``cells`` the places to be coloured, ``values`` texts for other cells by place.
    """

    column: int
    header: int
    title: str
    texts: Mapping[int, str] = field(default_factory=dict)
    cells: frozenset[tuple[int, int]] = frozenset()
    values: Mapping[tuple[int, int], str] = field(default_factory=dict)


def annotated(package: Package, marks: Mapping[str, Marks]) -> bytes:
    """A workbook's bytes with remarks, given by the parts of its sheets; the same for the same remarks.

    Refused where its parts are so odd that nothing can be put into them.
    """
    with refusing():
        looks = looks_of(package)
        parts = {part: _sheet(package.read(part), each, looks) for part, each in marks.items()}
        if looks.part:
            parts[looks.part] = looks.data
        columns = {part: each.column for part, each in marks.items() if each.texts}
        parts[package.main] = widened(package, columns)
        return _repacked(package.data, {name.casefold(): data for name, data in parts.items()})


def _repacked(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some parts replaced, in the same order and with the same times."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            entry = copy(info)
            entry.extra, entry.comment = b"", b""
            entry.compress_type = (
                zipfile.ZIP_STORED if info.compress_type == 0 else zipfile.ZIP_DEFLATED
            )
            found = parts.get(info.filename.casefold())
            new.writestr(entry, old.read(info) if found is None else found)
    return out.getvalue()


Splice = tuple[int, int, bytes]


def _sheet(data: bytes, marks: Marks, looks: Looks) -> bytes:
    """A sheet's bytes with remarks, without those of an earlier time."""
    rows = frozenset([marks.header, *marks.texts, *(row for row, _ in marks.values)])
    found = find(data, _FORMULA, rows, marks.column)
    default = _DEFAULT.search(data, 0, found.data)
    usual = max(float(default[1]), _USUAL) if default else _USUAL
    writing = _Writing(data, marks, looks, found.prefix, usual)
    splices = [*writing.rows(found.rows), *_columns(data, marks, found)]
    splices += [(start, end, b"") for start, end in found.formats]
    if marks.cells and looks.part:
        splices.append((found.after, found.after, _format(marks, looks, found)))
    out, at = [], 0
    for start, end, text in sorted(splices, key=lambda each: each[:2]):
        out += [data[at:start], text]
        at = end
    return b"".join([*out, data[at:]])


@dataclass(frozen=True, slots=True)
class _Writing:
    """What the rows of a sheet are written with; ``usual`` is the height of a row that states none."""

    data: bytes
    marks: Marks
    looks: Looks
    prefix: bytes
    usual: float

    def rows(self, rows: Mapping[int, RowFound]) -> Iterator[Splice]:
        """What changes in the rows: texts, and remarks of an earlier time that go."""
        values: dict[int, dict[int, str]] = {}
        for (at, column), text in self.marks.values.items():
            values.setdefault(at, {})[column] = text
        for number, row in rows.items():
            texts = values.get(number, {})
            said = self.marks.title if number == self.marks.header else self.marks.texts.get(number)
            if said is not None:
                texts[self.marks.column] = said
            if texts or self.marks.column in row.cells:
                yield from self._row(number, row, texts)

    def _row(self, number: int, row: RowFound, texts: Mapping[int, str]) -> Iterator[Splice]:
        tag = _SPANS.sub(b"", self.data[row.start : row.inside])
        if number != self.marks.header:
            tag = _taller(tag, texts.get(self.marks.column, ""), self.usual)
        if tag.endswith(b"/>"):
            made = (self._cell(number, column, texts[column], row) for column in sorted(texts))
            closing = b"</%srow>" % self.prefix
            yield row.start, row.inside, tag[:-2] + b">" + b"".join(made) + closing
            return
        yield row.start, row.inside, tag
        for column in sorted({*texts, self.marks.column}):
            there = row.cells.get(column)
            new = self._cell(number, column, texts[column], row) if column in texts else b""
            if there is not None:
                yield there.start, there.end, new
            elif new:
                later = (cell.start for at, cell in row.cells.items() if at > column)
                place = min(later, default=row.end)
                yield place, place, new

    def _cell(self, number: int, column: int, text: str, row: RowFound) -> bytes:
        style = _style(column, number, row, self.marks, self.looks)
        return _cell(number, column, text, style, self.prefix)


def _style(column: int, number: int, row: RowFound, marks: Marks, looks: Looks) -> str:
    """The style of a text: that of its neighbour in the header, that of remarks below."""
    if column != marks.column:
        return row.cells[column].style if column in row.cells else ""
    if number != marks.header:
        return looks.remark
    before = [at for at in row.cells if at < column]
    return row.cells[max(before)].style if before else ""


def _cell(row: int, column: int, text: str, style: str, prefix: bytes) -> bytes:
    said = escape(_UNFIT.sub("", fitting(text)))
    look = f' s="{style}"' if style else ""
    p = prefix.decode()
    inner = f'<{p}is><{p}t xml:space="preserve">{said}</{p}t></{p}is>'
    return f'<{p}c r="{letters(column)}{row}"{look} t="inlineStr">{inner}</{p}c>'.encode()


def _taller(tag: bytes, text: str, usual: float) -> bytes:
    """A row's tag with a height that its remark fits in, where it has a smaller one."""
    stated = _HEIGHT.search(tag)
    wanted = min(height(text, _SIZE, WIDTH), _TALLEST)
    if wanted <= (float(stated[1]) if stated else usual):
        return tag
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    start, end = stated.span() if stated else (end, end)
    return tag[:start] + f' ht="{wanted:g}"'.encode() + tag[end:]


def _columns(data: bytes, marks: Marks, found: Found) -> Iterator[Splice]:
    """The width of the column of remarks."""
    number = marks.column
    p = found.prefix
    own = b'<%scol min="%d" max="%d" width="%d" customWidth="1"/>' % (p, number, number, WIDTH)
    if not found.columns:
        yield found.data, found.data, b"<%scols>%s</%scols>" % (p, own, p)
        return
    for column in found.columns:
        if column.first <= number <= column.last:
            tag = data[column.start : column.end]
            before = _ranged(tag, column.first, number - 1)
            yield column.start, column.end, before + own + _ranged(tag, number + 1, column.last)
            return
    later = (column.start for column in found.columns if column.first > number)
    place = min(later, default=found.columns[-1].end)
    yield place, place, own


def _ranged(tag: bytes, first: int, last: int) -> bytes:
    """A tag of columns for other columns; nothing where there are none."""
    if first > last:
        return b""
    tag = re.sub(rb'\smin="[0-9]+"', b' min="%d"' % first, tag)
    return re.sub(rb'\smax="[0-9]+"', b' max="%d"' % last, tag)


def _format(marks: Marks, looks: Looks, found: Found) -> bytes:
    """The conditional format that colours cells."""
    places = " ".join(f"{letters(column)}{row}" for row, column in sorted(marks.cells))
    p = found.prefix.decode()
    rule = (
        f'<{p}cfRule type="expression" dxfId="{looks.colour}" priority="{found.priority + 1}">'
        f"<{p}formula>{escape(_FORMULA)}</{p}formula></{p}cfRule>"
    )
    return f'<{p}conditionalFormatting sqref="{places}">{rule}</{p}conditionalFormatting>'.encode()
