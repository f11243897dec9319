"""Anonymous answers to a survey (答卷): what they come to for everybody they are about.

A line says whom it is about, and points, a level, or one of them for each of several questions. Nothing
is guessed: what cannot be read is a slip, is not counted, and is said once with how often it occurs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from pydantic_core import PydanticCustomError

from pairing_cli.model.base import Record
from pairing_cli.model.columns import Columns, find_columns
from pairing_cli.model.dates import parse_day, suggest_day
from pairing_cli.model.places import At
from pairing_cli.model.readers import read_signed
from pairing_cli.model.repository import Index, Repository, plain_name
from pairing_cli.model.surveys import Survey
from pairing_cli.model.tables import Row, Table

COLLECTIONS = {"pairing": "pairings", "organization": "organizations", "person": "people"}
"""Where whoever an answer is about is registered, by the kind of column."""

UNANSWERED = frozenset({"", "未作答", "(空)", "(跳过)"})
"""What stands in a cell that nobody filled in; the last two are what survey platforms export."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a survey came to for somebody: the mean of so many answers, exact, and where they stand.

    ``unanswered`` lines were handed in blank; they are no answers.
    """

    date: date
    mean: Fraction
    respondents: int
    at: tuple[At, ...]
    unanswered: int = 0


@dataclass(slots=True)
class Slip:
    """What cannot be read of some answers, where first, and on how many lines."""

    kind: str
    at: At
    value: str
    number: int = 0
    last: int = 0

    def on(self, line: int) -> None:
        """Say that it occurs on a line, which is counted once."""
        self.number += line != self.last
        self.last = line


@dataclass(slots=True)
class Tally:
    """The answers about somebody, added up."""

    total: Fraction = Fraction(0)
    number: int = 0
    unanswered: int = 0
    last: date = date.min
    first: dict[str, At] = field(default_factory=dict)

    def add(self, points: Fraction, day: date, at: At) -> None:
        """Count an answer."""
        self.total += points
        self.number += 1
        self.last = max(self.last, day)
        self.first.setdefault(at.file, at)


Subject = tuple[str, str]
"""Whom an answer is about: ``pairing``, ``organization`` or ``person``, and the key."""


class Answers:
    """The answers to a survey, read against a programme's registers."""

    def __init__(self, repository: Repository, survey: Survey) -> None:
        """Read the tables that a survey names, as far as they could be opened."""
        self.repository, self.survey = repository, survey
        self.tallies: dict[Subject, Tally] = {}
        self._slips: dict[tuple[str, str, str], Slip] = {}
        self._whom: dict[tuple[str, str], Subject | None] = {}
        self._known: dict[str, Fraction | str | None] = {}
        for table in self.tables:
            columns = find_columns(table, survey)
            if isinstance(columns, Columns):
                for row in table.rows[1:]:
                    self._row(table, columns, row)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that could be read, each once."""
        named = dict.fromkeys(self.survey.answers)
        found = (self.repository.answers.get(path) for path in named)
        return tuple(table for table in found if table is not None and table.rows)

    @property
    def slips(self) -> list[Slip]:
        """What could not be read, each thing once in a file."""
        return list(self._slips.values())

    def results(self) -> Iterator[tuple[Subject, Surveyed]]:
        """What the answers came to, for everybody of whom there is one."""
        for subject, each in self.tallies.items():
            if each.number:
                at = tuple(each.first.values())
                mean = each.total / each.number
                yield subject, Surveyed(each.last, mean, each.number, at, each.unanswered)

    def _row(self, table: Table, columns: Columns, row: Row) -> None:
        if any(map(str.strip, row.cells[len(table.header.cells) :])):
            self._slip("longer", table, row, (), str(len(row.cells)))
            return
        subject = self._subject(table, columns, row)
        found = [(number, self._worth(row.cell(number))) for number in columns.answers]
        given = [(number, worth) for number, worth in found if worth is not None]
        if not given:
            if subject is not None:
                self.tallies.setdefault(subject, Tally()).unanswered += 1
            return
        day = self._day(table, columns, row)
        points = [worth for _, worth in given if isinstance(worth, Fraction)]
        if subject is not None and day is not None and len(points) == len(given):
            mean = sum(points, Fraction(0)) / len(points)
            self.tallies.setdefault(subject, Tally()).add(mean, day, table.at(row.line))
        for number, worth in given:
            if isinstance(worth, str):
                self._slip(worth, table, row, (number,), _plain(row.cell(number)))

    def _slip(self, kind: str, table: Table, row: Row, column: tuple[int, ...], value: str) -> None:
        at = table.at(row.line, *column)
        self._slips.setdefault((kind, table.path, value), Slip(kind, at, value)).on(row.line)

    def _subject(self, table: Table, columns: Columns, row: Row) -> Subject | None:
        name = row.cell(columns.whom).strip()
        kind = columns.kind
        if (kind, name) not in self._whom:
            found = self._index(kind).find(name) if name else None
            self._whom[kind, name] = (kind, found.key) if found else None
        subject = self._whom[kind, name]
        if subject is None:
            self._slip(kind if name else "nobody", table, row, (columns.whom,), name)
        return subject

    def _index(self, kind: str) -> Index[Record]:
        return self.repository.index(COLLECTIONS[kind])

    @cached_property
    def _levels(self) -> dict[str, str]:
        """The levels of the scale by the names they are compared with."""
        return {plain_name(level): level for level in self.survey.scale or ()}

    def _worth(self, cell: str) -> Fraction | str | None:
        """What an answer is worth, or the kind of slip that it is; None for one left blank."""
        if cell not in self._known:
            self._known[cell] = self._read(_plain(cell))
        return self._known[cell]

    def _read(self, value: str) -> Fraction | str | None:
        level = self._levels.get(plain_name(value))
        if level is None and value in UNANSWERED:
            return None
        if self.survey.scale is not None:
            worth = None if level is None else self.survey.worth(level)
            return "level" if worth is None else worth
        number = _number(value)
        if number is None:
            return "number"
        return number if 0 <= number <= self.survey.out_of else "range"

    def _day(self, table: Table, columns: Columns, row: Row) -> date | None:
        """The day of an answer; the survey's own where it has none."""
        value = "" if columns.date is None else row.cell(columns.date).strip()
        if not value and self.survey.date is not None:
            return self.survey.date
        found = _day(value)
        if found is None and columns.date is not None:
            self._slip("day" if value else "no-day", table, row, (columns.date,), value)
        return found


def _plain(cell: str) -> str:
    """A cell as it is read: full-width digits and letters folded, blanks around it left out."""
    return unicodedata.normalize("NFKC", cell).strip()


def _number(value: str) -> Fraction | None:
    try:
        return read_signed(value)
    except PydanticCustomError:
        return None


@lru_cache(maxsize=4096)
def _day(value: str) -> date | None:
    """A day as spreadsheets and survey platforms write it, with or without the time of day."""
    found = suggest_day(value.replace("T", " ").partition(" ")[0])
    return parse_day(found) if found else None
