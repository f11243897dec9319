"""What stands around a table: the school in its title, who filled it in and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pairing_cli.forms.lists import Lists
from pairing_cli.forms.titles import Head
from pairing_cli.model.dates import Days
from pairing_cli.model.repository import plain_name
from pairing_cli.model.typed import read_day
from pairing_cli.office.grids import Grid

_BY = re.compile(
    r"(?:填表人|填报人|自评人|评分人|制表人|经办人)\s*(?:（签字）|\(签字\))?\s*[:：]\s*(\S{2,12})"
)
_DATE = re.compile(r"(?:填表|填报|自评|评分|制表)?(?:日期|时间)\s*[:：]\s*(\S[^，。；]{3,20})")
_LONE_DATE = re.compile(
    r"\s*(?:[0-9〇零一二三四五六七八九]{4})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*"
)
_SHORTEST = 3
"""Letters of a name that is looked for inside a text."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is said around a table: texts, from above."""

    texts: tuple[str, ...]

    def organizations(self, lists: Lists) -> tuple[str, ...]:
        """The keys of the organizations that the texts name; longer names first, each place once."""
        left = plain_name("\n".join(self.texts))
        index = lists.repository.organizations
        names = sorted(index.names, key=lambda name: (-len(name), name))
        found: dict[str, None] = {}
        for name in names:
            plain = plain_name(name)
            if len(plain) >= _SHORTEST and plain in left and index.find(name) is not None:
                found[index.key(name)] = None
                left = left.replace(plain, "\n")
        return tuple(found)

    def pairings(self, lists: Lists) -> tuple[str, ...]:
        """The keys of the pairings that are meant: named themselves, or of all organizations named."""
        whole = plain_name("\n".join(self.texts))
        index = lists.repository.pairings
        named = [e.key for e in index if plain_name(lists.label("pairings", e.key)) in whole]
        if named:
            return tuple(named)
        sides = lists.repository.side_of
        paired = {
            each: {entry.key for entry in index if sides(entry.key, each) is not None}
            for each in self.organizations(lists)
        }
        theirs = [
            keys for keys in paired.values() if keys
        ]  # a bureau stands above the tables of all
        return tuple(e.key for e in index if theirs and all(e.key in keys for keys in theirs))

    def schedules(self, lists: Lists) -> tuple[str, ...]:
        """The labels of the schedules whose titles stand in the texts."""
        whole = plain_name("\n".join(self.texts))
        labels = lists.labels("schedules").values()
        return tuple(label for label in labels if plain_name(label) in whole)

    def by(self) -> str | None:
        """Who filled the table in."""
        found = (_BY.search(text) for text in self.texts)
        return next((match[1] for match in found if match), None)

    def day(self, within: Days) -> date | None:
        """The day on which it was filled in: one that is called so, or stands alone in a line."""
        for text in self._dates():
            found = read_day("".join(text.split()), within)
            if isinstance(found, date):
                return found
        return None

    def _dates(self) -> Iterator[str]:
        lines = [line for text in self.texts for line in text.splitlines()]
        yield from (match[1] for line in lines if (match := _DATE.search(line)))
        yield from (line for line in lines if _LONE_DATE.fullmatch(line))


def around(grid: Grid, head: Head, more: Iterable[str] = ()) -> Around:
    """What stands before a table, above its header, below its rows, and ``more`` (what follows it)."""
    first = min(head.titles)
    above = [_row(grid, row) for row in sorted(grid.rows) if row < head.top]
    last = [_row(grid, row) for row in sorted(grid.rows)[-3:] if row > head.last]
    below = [text for text in last if _BY.search(text) or _DATE.search(text)]
    corner = grid.text(head.top, first)
    return Around(tuple(filter(None, (*grid.before, *above, corner, *below, *more))))


def _row(grid: Grid, row: int) -> str:
    cells = (cell for cell in grid.rows[row].values() if cell.of is None)
    return " ".join(cell.text.strip() for cell in cells)
