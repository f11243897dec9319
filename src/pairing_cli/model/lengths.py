"""Lengths of time (时长) and fuzzy periods (9月, 9-10月, 6月中旬) as plans and targets state them.

Months are calendar months: 09-01 to 09-30 is one month, 09-01 to 09-29 is not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from pairing_cli.model.dates import Days, Month, parse_days, parse_month, plus

DAYS_OF_A_YEAR = 365
"""Days that make up twelve months where lengths are added up over breaks (累计)."""

_LENGTH = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?")
_MONTHS = re.compile(r"(\S+)(?: +to +(\S+))?")
_THIRD = re.compile(r"(early|mid|late) +(\S+)")


class LengthUnit(StrEnum):
    """In what a length is counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, such as one month."""

    number: int
    unit: LengthUnit

    def last_day(self, start: date) -> date:
        """The last day of a stretch of this length that begins on a day, both included.

        A month ends on the day before the same day of the next month; where that month has no such
        day, on its last day.
        """
        if self.unit in (LengthUnit.DAY, LengthUnit.WEEK):
            return plus(start, self.number * (7 if self.unit is LengthUnit.WEEK else 1) - 1)
        months = self.number * (12 if self.unit is LengthUnit.YEAR else 1)
        return _months_on(start, months)

    def reached_by(self, days: Days) -> bool:
        """Whether a stretch of days is at least this long."""
        return days.end >= self.last_day(days.start)

    def latest_start(self, end: date) -> date:
        """The latest day on which a stretch of this length may begin to be over by a day."""
        start = plus(end, -self.in_days - 3 * self.number)
        while self.last_day(plus(start, 1)) <= end and start < end:
            start = plus(start, 1)
        return start

    @property
    def in_days(self) -> int:
        """How many days make up this length where stretches are added up (累计)."""
        match self.unit:
            case LengthUnit.DAY:
                return self.number
            case LengthUnit.WEEK:
                return self.number * 7
            case LengthUnit.MONTH:
                return self.number * DAYS_OF_A_YEAR // 12
            case LengthUnit.YEAR:
                return self.number * DAYS_OF_A_YEAR

    @property
    def weight(self) -> Fraction:
        """A number to compare planned lengths by; a month is a twelfth of a year."""
        per_month = Fraction(DAYS_OF_A_YEAR, 12)
        factor = {LengthUnit.MONTH: per_month, LengthUnit.YEAR: 12 * per_month}
        return self.number * factor.get(self.unit, Fraction(7 if self.unit == "week" else 1))

    def __str__(self) -> str:
        """The form that files use: 1 month, 2 weeks."""
        return f"{self.number} {self.unit.value}{'' if self.number == 1 else 's'}"


def _months_on(start: date, months: int) -> date:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return date.max
    last = monthrange(year, month + 1)[1]
    if start.day > last:
        return date(year, month + 1, last)
    return plus(date(year, month + 1, start.day), -1)


@lru_cache(maxsize=1024)
def parse_length(text: str) -> Length:
    """The length that ``1 month``, ``2 weeks``, ``3 days`` or ``1 year`` names; else ValueError."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Length(int(found[1]), LengthUnit(found[2]))


@dataclass(frozen=True, slots=True)
class When:
    """A planned time: the interval in which it lies, and how the plan puts it."""

    text: str
    days: Days


@lru_cache(maxsize=1024)
def parse_when(text: str) -> When:
    """The interval that a plan names; ValueError when it is none.

    ``2020-09`` · ``2020-09 to 2020-10`` · ``early 2020-06`` (1–10), ``mid 2020-06`` (11–20),
    ``late 2020-06`` (21–end) · ``2020-09-05`` · ``2020-09-05 to 2020-09-07``
    """
    third = _THIRD.fullmatch(text)
    if third is not None:
        return When(text, _third(third[1], parse_month(third[2])))
    found = _MONTHS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    try:
        first = parse_month(found[1])
        last = parse_month(found[2]) if found[2] else first
    except ValueError:
        days = parse_days(text)
    else:
        days = Days(first.days.start, last.days.end)
    if days.end < days.start:
        raise ValueError(text)
    return When(text, days)


def _third(which: str, month: Month) -> Days:
    start = {"early": 1, "mid": 11, "late": 21}[which]
    end = {"early": 10, "mid": 20}.get(which, month.days.end.day)
    return Days(date(month.year, month.month, start), date(month.year, month.month, end))
