"""A table of texts as it was read from a file: rows of cells, each with the line it begins on.

A place in a table is the route (line, column): the line on which the row begins, counted from 1, and
the cell in it, counted from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from pairing_cli.model.places import At

SUFFIX = ".csv"
"""How the name of a file of answers ends, in whatever letter case."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the line on which it begins."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text of a cell; empty where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows, the first of which names the columns.

    ``trouble`` says why there are none (``missing``, ``link``, ``quotes`` …); it is ``text`` where
    reading has said so already. ``line`` is where the trouble stands, if it stands in the text.
    """

    path: str
    rows: tuple[Row, ...] = ()
    trouble: str = ""
    line: int = 1

    @property
    def header(self) -> Row:
        """The row that names the columns."""
        return self.rows[0]

    def at(self, line: int, *column: int) -> At:
        """The place of a row, or of a cell in it."""
        return At(self.path, (line, *column))
