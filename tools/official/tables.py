"""Tables of official documents: fixed columns that together are as wide as the type area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from pairing_cli.report.standard import PORTRAIT, twips


@dataclass(frozen=True)
class Column:
    """A column: its heading, its template expression, its width, and how it is set.

    ``width`` is a share of the table's, in mm where they add up to the type area's. ``number``: its
    number format in Excel. ``only``: it stands only in that format. ``when``: it stands only where this
    expression is true. ``each``: it stands once for each turn of this loop, ``item in items``, and
    ``value`` is then a turn of ``among``. ``fill``: an expression for the colour of its cells in Word.
    """

    heading: str
    value: str
    width: int
    align: str = "center"
    number: str = ""
    only: str = ""
    when: str = ""
    each: str = ""
    among: str = ""
    fill: str = ""

    @property
    def tags(self) -> tuple[str, str] | None:
        """The tags around its heading, where it has any."""
        if self.each:
            return f"for {self.each}", "endfor"
        return (f"if {self.when}", "endif") if self.when else None

    @property
    def row_tags(self) -> tuple[str, str] | None:
        """The tags around its cell in a row."""
        return (f"for {self.among}", "endfor") if self.among else self.tags


@dataclass(frozen=True)
class Tail:
    """A row below the rows: its cells by heading, its first cell over ``span`` columns.

    ``tag`` and ``end`` are the tags around it, where there are any.
    """

    cells: Mapping[str, str] = field(default_factory=dict)
    tag: str = ""
    end: str = ""
    span: int = 1


@dataclass(frozen=True)
class Table:
    """A Word table in the making: its columns, its rows' loop, and the styles of its text."""

    columns: Sequence[Column]
    loop: str
    width: int
    small: bool
    tails: Sequence[Tail] = ()

    def xml(self) -> str:
        """The table, as wide as the type area, its head repeated on every page."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        tails = "".join(part for tail in self.tails for part in self._tail(tail))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="GwGrid"/><w:tblW w:w="{twips(self.width)}" '
            'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(head=True)}"
            f"{self._tag(f'for {self.loop}')}{self._row()}{self._tag('endfor')}{tails}</w:tbl>"
        )

    @property
    def _widths(self) -> list[int]:
        whole = sum(column.width for column in self.columns)
        return [twips(self.width) * column.width // whole for column in self.columns]

    def _row(self, *, head: bool = False) -> str:
        cells = "".join(
            part
            for column, width in zip(self.columns, self._widths, strict=True)
            for part in self._cells(column, width, head=head)
        )
        return _table_row(cells, head=head)

    def _cells(self, column: Column, width: int, *, head: bool) -> Iterator[str]:
        """A column's cell, between those that hold its tags."""
        tags = column.tags if head else column.row_tags
        text = column.heading if head else column.value
        fill = "" if head else column.fill
        cell = _cell(text, width, self._style(column, head=head), fill=fill)
        if tags is None:
            yield cell
            return
        yield _cell(f"{{%tc {tags[0]} %}}", width, "GwTag")
        yield cell
        yield _cell(f"{{%tc {tags[1]} %}}", width, "GwTag")

    def _style(self, column: Column, *, head: bool = False) -> str:
        kind = "GwSmall" if self.small else "GwTable"
        if head:
            return "GwSmallHead" if self.small else "GwTableHead"
        return f"{kind}Left" if column.align == "left" else kind

    def _tag(self, tag: str) -> str:
        return _table_row(_cell(f"{{%tr {tag} %}}", self._widths[0], "GwTag"))

    def _tail(self, tail: Tail) -> Iterator[str]:
        if tail.tag:
            yield self._tag(tail.tag)
        yield _table_row("".join(self._tail_cells(tail)))
        if tail.end:
            yield self._tag(tail.end)

    def _tail_cells(self, tail: Tail) -> Iterator[str]:
        columns, widths = self.columns, self._widths
        first = columns[0]
        texts = [tail.cells.get(column.heading, "") for column in columns]
        yield _cell(texts[0], sum(widths[: tail.span]), self._style(first), tail.span)
        for index in range(tail.span, len(columns)):
            yield _cell(texts[index], widths[index], self._style(columns[index]))


def _table_row(cells: str, *, head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, style: str, span: int = 1, *, fill: str = "") -> str:
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{{{{ {fill} }}}}"/>' if fill else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{filled}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph(style, text)}</w:tc>"
    )


def imprint(condition: str, copied: str, printed: str, day: str) -> str:
    """版记: a table at the foot of the type area, its outer rules 0.35 mm and its inner ones 0.25 mm."""
    width = twips(PORTRAIT.type_width)
    half = width // 2
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for side, eighths in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    tags = (_cell(f"{{%tr {tag} %}}", width, "GwTag", 2) for tag in (f"if {condition}", "endif"))
    first, last = (_table_row(tag) for tag in tags)
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" '
        f'w:tblpXSpec="left" w:tblpYSpec="bottom"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
        f"{first}{_table_row(_cell(copied, width, 'GwImprint', 2))}{last}"
        f"{_table_row(_cell(printed, half, 'GwImprint') + _cell(day, half, 'GwImprintDay'))}</w:tbl>"
    )


def paragraph(style: str, *texts: str) -> str:
    """A paragraph of a style. Texts after the first are in the body's own type."""
    runs = "".join(
        f"<w:r>{_PLAIN if number else ''}{_lines(text)}</w:r>"
        for number, text in enumerate(texts)
        if text
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


_PLAIN = '<w:rPr><w:rStyle w:val="GwPlain"/></w:rPr>'


def _lines(text: str) -> str:
    found = (
        escape(text)
        .replace("\n", f"{_END}<w:br/>{_START}")
        .replace("\t", f"{_END}<w:tab/>{_START}")
    )
    return f"{_START}{found}{_END}"


_START, _END = '<w:t xml:space="preserve">', "</w:t>"
