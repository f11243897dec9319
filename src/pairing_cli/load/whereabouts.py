"""A line of a file → the record, or the part of a record, that stands there."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from pairing_cli.load.tree import Tree
from pairing_cli.load.trouble import Trouble
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME
from pairing_cli.model.places import Route, Span

Spot = tuple[int, int]
"""A line and a column, counted from 1."""


class Whereabouts:
    """The records of a file and the parts in them, by where they stand."""

    def __init__(self, tree: Tree, file: str) -> None:
        """Read the file; one that cannot be read holds nothing."""
        data = tree.read(file)
        text = None if isinstance(data, Trouble) else decode(data).text
        self.lines = [] if text is None else text.split("\n")
        values = {} if text is None else parse(text, places=True).values
        self._spans = {route: self._trimmed(values[route]) for route in _things(values)}

    def at(self, line: int, column: int | None = None) -> Route | None:
        """The route of what stands at a line, or between a line and the next that says something.

        With a column, what is furthest in. Without, what begins on the line, furthest out; else what is
        furthest in of that which goes over it.
        """
        if not 0 < line <= len(self.lines):
            return None
        if column is not None:
            covering = [r for r, span in self._spans.items() if _covers(span, (line, column))]
            return max(covering, key=len, default=None) or self.at(line)
        over = [r for r, span in self._spans.items() if span.line <= line <= span.end_line]
        begun = [route for route in over if self._spans[route].line == line]
        if begun:
            return min(begun, key=len)
        return max(over, key=len, default=None) or self._next(line)

    def records(self) -> Iterator[tuple[Route, int]]:
        """Every record with its line, from the first on."""
        found = ((r, span.line) for r, span in self._spans.items() if len(r) <= 2)
        yield from sorted(found, key=lambda each: each[1])

    def _next(self, line: int) -> Route | None:
        """What begins after a line, with nothing but blanks and comments between."""
        while line <= len(self.lines) and _says_nothing(self.lines[line - 1]):
            line += 1
        begun = [route for route, span in self._spans.items() if span.line == line]
        return min(begun, key=len, default=None)

    def _trimmed(self, span: Span) -> Span:
        """A span without the blanks and comments behind what it is about."""
        end, column = span.end_line, span.end_column
        while end > span.line and _says_nothing(self.lines[end - 1][: column - 1]):
            end -= 1
            column = len(self.lines[end - 1]) + 1
        return Span(span.line, span.column, end, column)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _covers(span: Span, spot: Spot) -> bool:
    return (span.line, span.column) <= spot < (span.end_line, span.end_column)


def _things(values: dict[Route, Span]) -> Iterator[Route]:
    """The programme, the records, and the members of lists in them that have fields of their own."""
    with_fields = {route[:-1] for route in values if route and isinstance(route[-1], str)}
    for route in with_fields:
        if route == (PROGRAMME,) or (
            len(route) > 1 and isinstance(route[-1], int) and route[0] in (PROGRAMME, *COLLECTIONS)
        ):
            yield route
