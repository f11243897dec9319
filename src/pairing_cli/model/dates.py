"""Dates as the domain uses them: days, stretches of days, months, and rules for due dates.

Records hold ISO dates. Official texts say 2020.4.15 or 4月15日; `suggest_day` reads those, so that a
message can name the date that was meant; the other spelling stays an error.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_LOOSE_DAY = re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")
_JOINED_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_RANGE = re.compile(r"(\S+) +to +(\S+)")


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date:
    """The day that an ISO text names (2020-04-15); anything else is a ValueError."""
    if not ISO_DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def suggest_day(text: str) -> str | None:
    """The ISO form of a date written some other way (2020.4.15, 2020年4月15日, ２０２０－４－１５)."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    found = _LOOSE_DAY.fullmatch(plain) or _JOINED_DAY.fullmatch(plain)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        """Whether the day lies inside, ends included."""
        return isinstance(day, date) and self.start <= day <= self.end

    def within(self, other: Days) -> bool:
        """Whether both ends lie inside another stretch."""
        return self.start in other and self.end in other

    def overlaps(self, other: Days) -> bool:
        """Whether the two share at least one day."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        """The form that files use: one day, or ``first to last``."""
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"


def one_day(day: date) -> Days:
    """A single day, as a stretch."""
    return Days(day, day)


@lru_cache(maxsize=4096)
def parse_days(text: str) -> Days:
    """One day, or ``2020-04-15 to 2020-04-16``; ValueError otherwise."""
    found = _RANGE.fullmatch(text)
    if found is None:
        day = parse_day(text)
        return Days(day, day)
    return Days(parse_day(found[1]), parse_day(found[2]))


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def days(self) -> Days:
        """Its first and last day."""
        last = monthrange(self.year, self.month)[1]
        return Days(date(self.year, self.month, 1), date(self.year, self.month, last))

    def next(self) -> Month:
        """The month after."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that holds a day."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        """The form that files use: 2020-04."""
        return f"{self.year:04}-{self.month:02}"


@lru_cache(maxsize=1024)
def parse_month(text: str) -> Month:
    """The month that ``2020-04`` names; ValueError otherwise."""
    found = _ISO_MONTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    month = Month(int(found[1]), int(found[2]))
    date(month.year, month.month, 1)
    return month


def months_of(days: Days) -> tuple[Month, ...]:
    """Every calendar month that a stretch of days touches, in order."""
    months = [Month.of(days.start)]
    while months[-1] < Month.of(days.end):
        months.append(months[-1].next())
    return tuple(months)


class Anchor(StrEnum):
    """What a due date is reckoned from."""

    DAY = "day"
    ACTIVITY_END = "activity-end"
    ACTIVITY_START = "activity-start"
    TERM_START = "term-start"
    TERM_END = "term-end"
    MONTH_END = "month-end"


@dataclass(frozen=True, slots=True)
class Due:
    """A rule for a due date: an anchor and a number of days from it (negative: before it).

    ``text`` is what the file says; ``day`` is set for the anchor DAY only; with ``working``, only
    working days are counted.
    """

    text: str
    anchor: Anchor
    offset: int = 0
    day: date | None = None
    working: bool = False

    @property
    def needs_activity(self) -> bool:
        """Whether the rule means nothing without an activity."""
        return self.anchor in (Anchor.ACTIVITY_END, Anchor.ACTIVITY_START, Anchor.MONTH_END)

    @property
    def needs_term(self) -> bool:
        """Whether the rule means nothing without a term."""
        return self.anchor in (Anchor.TERM_START, Anchor.TERM_END)


_RELATIVE = re.compile(
    r"(?P<number>[0-9]{1,3}) (?P<unit>day|working day|week)s? (?P<way>after|before) the (?P<what>activity|term)"
)
_NAMED = {
    "first week of the term": (Anchor.TERM_START, 6),
    "end of the term": (Anchor.TERM_END, 0),
    "end of the month": (Anchor.MONTH_END, 0),
}
_ANCHORS = {
    ("activity", "after"): Anchor.ACTIVITY_END,
    ("activity", "before"): Anchor.ACTIVITY_START,
    ("term", "after"): Anchor.TERM_END,
    ("term", "before"): Anchor.TERM_START,
}


@lru_cache(maxsize=1024)
def parse_due(text: str) -> Due:
    """The due-date rule that a text states; ValueError when it is none.

    ``2020-03-30`` · ``3 days after the activity`` ·
    ``5 working days after the activity`` · ``2 weeks before the activity`` ·
    ``10 days after the term`` · ``first week of the term`` · ``end of the term`` ·
    ``end of the month``
    """
    if text in _NAMED:
        anchor, offset = _NAMED[text]
        return Due(text, anchor, offset)
    found = _RELATIVE.fullmatch(text)
    if found is None:
        return Due(text, Anchor.DAY, day=parse_day(text))
    days = int(found["number"]) * (7 if found["unit"] == "week" else 1)
    sign = 1 if found["way"] == "after" else -1
    working = found["unit"] == "working day"
    return Due(text, _ANCHORS[found["what"], found["way"]], sign * days, working=working)


def plus(day: date, days: int) -> date:
    """A day moved by a number of days, held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
