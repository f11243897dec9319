"""The text of a CSV file → rows, and the places of cells in it (RFC 4180, by the csv module)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from pairing_cli.load import limits
from pairing_cli.model.places import TOP, Route, Span
from pairing_cli.model.tables import Row, Table


def parse_table(path: str, text: str) -> Table:
    """The rows of a text, blank ones left out; or why, and on which line, it is no table."""
    reader = csv.reader(io.StringIO(text), strict=True)
    rows, begins = list[Row](), 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(Row(begins, tuple(cells)))
            trouble = _too_much(rows)
            if trouble:
                return Table(path, trouble=trouble, line=begins)
            begins = reader.line_num + 1
    except csv.Error:
        return Table(path, trouble="quotes", line=begins)
    return Table(path, tuple(rows)) if rows else Table(path, trouble="empty")


def _too_much(rows: Sequence[Row]) -> str:
    """Which limit the last of some rows is above; empty for none."""
    if len(rows) > limits.ANSWERS + 1:
        return "rows"
    return "cell" if rows and max(map(len, rows[-1].cells)) > limits.CELL else ""


def span_of(lines: Sequence[str], route: Route) -> Span:
    """Where the cell or row of a route stands in a file's lines; the top where there is none."""
    line, column = (*map(int, route), -1, -1)[:2]
    if not 0 < line <= len(lines):
        return TOP
    if column < 0:
        return Span(line, 1, line, len(lines[line - 1]) + 1)
    return next(islice(_cells(lines, line), column, None), Span(line, 1, line, 1))


def _cells(lines: Sequence[str], line: int) -> Iterator[Span]:
    """The places of the cells of the row that begins on a line; one in quotes may go over several."""
    begin, column, text, quoted = (line, 1), 1, lines[line - 1], False
    while True:
        wrapped = lines[begin[0] - 1][begin[1] - 1 : begin[1]] == '"'
        if column > len(text) and quoted and line < len(lines):
            line, column, text = line + 1, 1, lines[line]
            continue
        letter = text[column - 1 : column]
        if letter in ("", ",") and not (quoted and letter):
            yield Span(*begin, line, column)
            begin = (line, column + 1)
        if not letter:
            return
        quoted ^= wrapped and letter == '"'
        column += 1
