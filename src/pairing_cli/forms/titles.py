"""The header of a table of somebody's own: where it stands, and what its columns are called.

A header is one row, or two where the upper one parts columns into groups (帮扶方 over 人数). Banners above
it are merged cells of one text, and no header.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from pairing_cli.office.grids import Grid

FARTHEST = 20
"""Rows among which a header is looked for, counted from the first that is not blank."""

LONGEST = 40
"""Characters of a header; what is longer is an explanation or a banner."""

MOST_TITLES = 1_000
"""Cells among which a header is looked for: twenty rows of fifty, or the first four of a very wide table."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_SIGNS = re.compile(r"[\s*:;,.、。/|_-]+")


@dataclass(frozen=True, slots=True)
class Head:
    """A header: the row above which nothing belongs to it, its last row, and its texts by column."""

    top: int
    last: int
    titles: dict[int, str]


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """A header as it is compared: no blanks, signs or full-width forms."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


@lru_cache(maxsize=16_384)
def bare(text: str) -> str:
    """The same without what stands in brackets: 金额（元）is 金额; all of it where nothing else is left."""
    return folded(_BRACKETS.sub("", unicodedata.normalize("NFKC", text))) or folded(text)


def share(one: str, other: str, least: float) -> float:
    """What part of two texts is the same in both, 0 to 1; 0 where it is less than the least that counts.

    Texts of very different lengths cannot have much in common, and are not compared letter by letter.
    """
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)) or not set(one) & set(other):
        return 0.0
    compared = SequenceMatcher(None, one, other, autojunk=False)
    if compared.quick_ratio() < least:
        return 0.0
    found = compared.ratio()
    return found if found >= least else 0.0


def heads(grid: Grid) -> Iterator[Head]:
    """What may be the header of a table, from above."""
    left = MOST_TITLES
    for row in sorted(grid.rows)[:FARTHEST]:
        single = _titles(grid, row)
        if len(set(single.values())) < 2:
            continue
        left -= len(single)
        if left < 0:
            return
        if (both := _both(grid, row)) is not None:
            yield both
        yield Head(row, row, single)


def _titles(grid: Grid, row: int) -> dict[int, str]:
    found = {column: _text(grid, row, column) for column in sorted(grid.rows.get(row, {}))}
    return {column: text for column, text in found.items() if text and len(text) <= LONGEST}


def _text(grid: Grid, row: int, column: int) -> str:
    return " ".join(grid.text(row, column).split())


def _both(grid: Grid, row: int) -> Head | None:
    """A header of two rows: the upper one has a cell over several columns, or one that reaches down."""
    upper, lower = _titles(grid, row), _titles(grid, row + 1)
    covered = [
        cell for cell in grid.rows.get(row + 1, {}).values() if cell.of == (row, cell.column)
    ]
    grouped = [cell for cell in grid.rows.get(row, {}).values() if cell.of and cell.of[0] == row]
    if not lower or not (covered or grouped) or len(set(lower.values())) < 2:
        return None
    titles = {}
    for column in sorted({*upper, *lower}):
        parts = dict.fromkeys(filter(None, (upper.get(column, ""), lower.get(column, ""))))
        titles[column] = " ".join(parts)
    return Head(row, row + 1, titles)
