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
from functools import cached_property

from pydantic_core import PydanticCustomError

from pairing_cli.model.base import Record
from pairing_cli.model.columns import Columns, find_columns
from pairing_cli.model.dates import parse_day, suggest_day
from pairing_cli.model.judgements import Survey
from pairing_cli.model.places import At
from pairing_cli.model.repository import Index, Repository, plain_name
from pairing_cli.model.scalars import read_signed
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
        values = [(number, _plain(row.cell(number))) for number in columns.answers]
        given = [(number, value) for number, value in values if self._answered(value)]
        if not given:
            if subject is not None:
                self.tallies.setdefault(subject, Tally()).unanswered += 1
            return
        points = [self._points(table, row, number, value) for number, value in given]
        day = self._day(table, columns, row)
        read = [each for each in points if each is not None]
        if subject is not None and day is not None and len(read) == len(points):
            mean = sum(read, Fraction(0)) / len(read)
            self.tallies.setdefault(subject, Tally()).add(mean, day, table.at(row.line))

    def _slip(self, kind: str, table: Table, row: Row, column: tuple[int, ...], value: str) -> None:
        at = table.at(row.line, *column)
        self._slips.setdefault((kind, table.path, value), Slip(kind, at, value)).number += 1

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

    def _answered(self, value: str) -> bool:
        return value not in UNANSWERED or plain_name(value) in self._levels

    @cached_property
    def _levels(self) -> dict[str, str]:
        """The levels of the scale by the names they are compared with."""
        return {plain_name(level): level for level in self.survey.scale or ()}

    def _points(self, table: Table, row: Row, column: int, value: str) -> Fraction | None:
        """What an answer is worth; a slip when that cannot be told."""
        if self.survey.scale is not None:
            worth = self.survey.worth(self._levels.get(plain_name(value), ""))
            kind = "level"
        else:
            worth, kind = _number(value), "number"
            if worth is not None and not 0 <= worth <= self.survey.out_of:
                worth, kind = None, "range"
        if worth is None:
            self._slip(kind, table, row, (column,), value)
        return worth

    def _day(self, table: Table, columns: Columns, row: Row) -> date | None:
        """The day of an answer; the survey's own where it has none."""
        value = "" if columns.date is None else _plain(row.cell(columns.date))
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


def _day(value: str) -> date | None:
    """A day as spreadsheets and survey platforms write it, with or without the time of day."""
    found = suggest_day(value.replace("T", " ").partition(" ")[0])
    return parse_day(found) if found else None
