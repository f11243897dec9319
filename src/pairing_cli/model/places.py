"""Where something stands: a route of keys inside a file, and the lines and columns it covers.

Rules and results carry routes, because a route costs nothing to make and survives editing. Lines
and columns are looked up last, by the one who prints (`load.positions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Step: TypeAlias = str | int
Route: TypeAlias = tuple[Step, ...]


class At(NamedTuple):
    """A place named by its route: file (POSIX path inside the programme), then keys and indices.

    With ``key`` the place is the key that the route ends in, otherwise the value behind it.
    """

    file: str
    route: Route = ()
    key: bool = False

    def sub(self, *steps: Step) -> At:
        """The place that many steps further in."""
        return At(self.file, self.route + steps)

    def within(self, other: At) -> bool:
        """Whether it is another place, or lies inside it."""
        return self.file == other.file and self.route[: len(other.route)] == other.route

    def name(self, *steps: Step) -> At:
        """The key itself, rather than its value; for findings about the key."""
        return At(self.file, self.route + steps, key=True)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, all four numbers counted from 1; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


TOP = Span(1, 1, 1, 1)
"""The place of something that concerns a file as a whole."""
