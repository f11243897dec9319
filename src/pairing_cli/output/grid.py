"""Tables for a terminal of any width. Names are wrapped; no figure is ever cut.

A grid that does not fit moves its columns closer together, then breaks into blocks of columns (where
it may), and at last shows each row as lines of ``heading value``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

READABLE = 14
"""The columns that a name keeps before a table is given up: seven Chinese characters."""

HEADING = 8
"""The widest heading that a column of figures keeps in one line."""

GAPS = ((3, (0, 1, 0, 1)), (2, (0, 1, 0, 0)), (1, (0, 0, 0, 0)))
"""How far apart columns may stand, with the padding that makes it so."""

INDENT = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, how deep its first stands, and whether a line is drawn above it."""

    cells: tuple[Text, ...]
    depth: int = 0
    ruled: bool = False

    def width(self, column: int) -> int:
        """How wide a cell is in one line."""
        return cell_len(self.cells[column].plain) + (INDENT * self.depth if column == 0 else 0)


@dataclass(slots=True)
class Grid:
    """Columns, each a heading and how it is set (``left``, ``right``, ``wide``), and rows.

    ``wide`` columns are wrapped. Where ``splits``, the columns after the first may be shown in
    several tables, one below the other, each with the first column.
    """

    columns: tuple[tuple[str, str], ...]
    splits: bool = False
    rows: list[Row] = field(default_factory=list)

    def add_row(self, *cells: str | Text, depth: int = 0, ruled: bool = False) -> None:
        """Add a row with a cell for each column."""
        texts = tuple(cell if isinstance(cell, Text) else Text(cell) for cell in cells)
        self.rows.append(Row(texts, depth, ruled))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The tables, or the lines, that fit the width."""
        every = range(len(self.columns))
        for gap, padding in GAPS:
            widths = self._fitted(every, options.max_width, gap)
            if widths:
                yield self._table(every, widths, padding)
                return
        blocks = self._blocks(options.max_width) if self.splits else []
        if not blocks:
            yield from self._records(options.max_width)
        for number, block in enumerate(blocks):
            if number:
                yield Text("")
            widths = self._fitted(block, options.max_width, GAPS[0][0])
            yield self._table(block, widths, GAPS[0][1])

    def _fitted(self, columns: Sequence[int], width: int, gap: int) -> list[int]:
        """The widths of some columns in a table of that width; empty if they cannot stand in it."""
        room = width - gap * (len(columns) - 1)
        widths = [self._natural(column) for column in columns]
        least = [self._least(column) for column in columns]
        while sum(widths) > room:
            shrinking = [n for n, found in enumerate(widths) if found > least[n]]
            if not shrinking:
                return []
            widths[max(shrinking, key=lambda n: widths[n])] -= 1
        return widths

    def _natural(self, column: int) -> int:
        cells = max((row.width(column) for row in self.rows), default=0)
        return max(cells, cell_len(self.columns[column][0]), 1)

    def _least(self, column: int) -> int:
        """The narrowest that a column may be: names stay readable, all else stays whole."""
        heading, how = self.columns[column]
        if how == "wide":
            return min(self._natural(column), READABLE)
        cells = max((row.width(column) for row in self.rows), default=0)
        return max(cells, min(cell_len(heading), HEADING), 1)

    def _blocks(self, width: int) -> list[list[int]]:
        """The first column with as many others as fit, as often as needed; empty if none do."""
        found: list[list[int]] = []
        for column in range(1, len(self.columns)):
            if found and self._fitted([*found[-1], column], width, GAPS[0][0]):
                found[-1].append(column)
            elif self._fitted([0, column], width, GAPS[0][0]):
                found.append([0, column])
            else:
                return []
        return found

    def _table(
        self, columns: Sequence[int], widths: Sequence[int], padding: tuple[int, int, int, int]
    ) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=padding, show_edge=False)
        for column, width in zip(columns, widths, strict=True):
            heading, how = self.columns[column]
            justify = "right" if how == "right" else "left"
            table.add_column(heading, justify=justify, width=width, overflow="fold")  # type: ignore[arg-type]
        for row in self.rows:
            if row.ruled:
                table.add_section()
            first = Padding(row.cells[0], (0, 0, 0, INDENT * row.depth))
            table.add_row(*(row.cells[column] if column else first for column in columns))
        return table

    def _records(self, width: int) -> Iterator[RenderableType]:
        """Every row as lines: its name, then each heading with its value."""
        name = next((n for n, (_, how) in enumerate(self.columns) if how == "wide"), 0)
        for number, row in enumerate(self.rows):
            if number:
                yield Text("")
            yield Padding(row.cells[name], (0, 0, 0, INDENT * row.depth))
            pairs = [
                Text(f"{heading}: ").append_text(row.cells[column])
                for column, (heading, _) in enumerate(self.columns)
                if column != name and row.cells[column].plain
            ]
            yield from _packed(pairs, " " * INDENT * (row.depth + 1), width)


def _packed(pairs: Sequence[Text], lead: str, width: int) -> Iterator[Text]:
    """As many pairs in a line as fit; one that is wider than the screen stands alone, uncut."""
    line = Text(lead, no_wrap=True, overflow="ignore")
    for pair in pairs:
        begun = len(line) > len(lead)
        if begun and line.cell_len + 2 + pair.cell_len > width:
            yield line
            line, begun = Text(lead, no_wrap=True, overflow="ignore"), False
        line.append("  " if begun else "").append_text(pair)
    if len(line) > len(lead):
        yield line
