"""A stretch cut into years, terms, quarters, months or weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days, Month, months_of, plus
from pairing_cli.model.selections import Scope


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a stretch: where to count, its key, and what it is called."""

    stretch: Stretch
    key: str
    name: str


def split_time(
    view: View,
    scope: Scope,
    stretch: Stretch,
    months: Sequence[Month] = (),
    limits: Days | None = None,
) -> Iterator[Piece]:
    """The pieces of a stretch, in order of time; with ``months``, of its months only these.

    Weeks are cut at ``limits`` alone, by default the programme's period.
    """
    if scope is Scope.MONTH:
        yield from _months(stretch, months)
    elif scope is Scope.WEEK:
        yield from _weeks(view, stretch, limits or view.programme.period)
    else:
        yield from _SPLITS[scope](view, stretch)


def _terms(view: View, stretch: Stretch) -> Iterator[Piece]:
    for term in view.terms:
        if term.period.overlaps(stretch.days):
            inner = replace(stretch, days=clipped(term.period, stretch.days), term=term.id)
            yield Piece(inner, term.id, term.title)


def _months(stretch: Stretch, months: Sequence[Month]) -> Iterator[Piece]:
    for month in months or months_of(stretch.days):
        if month.days.overlaps(stretch.days):
            days = clipped(month.days, stretch.days)
            yield Piece(replace(stretch, days=days), str(month), str(month))


def _years(view: View, stretch: Stretch) -> Iterator[Piece]:
    whole = stretch.days
    for year in range(whole.start.year, whole.end.year + 1):
        days = clipped(Days(date(year, 1, 1), date(year, 12, 31)), whole)
        yield Piece(replace(stretch, days=days), str(year), str(year))


def _quarters(view: View, stretch: Stretch) -> Iterator[Piece]:
    return _months_together(stretch, 3, 1, lambda year, number: f"{year}-Q{number}")


def _half_years(view: View, stretch: Stretch) -> Iterator[Piece]:
    return _months_together(stretch, 6, 1, lambda year, number: f"{year}-H{number}")


def _school_years(view: View, stretch: Stretch) -> Iterator[Piece]:
    """School years (学年), which begin in September everywhere in China."""
    return _months_together(stretch, 12, 9, lambda year, number: f"{year}-{year + 1}")


def _months_together(
    stretch: Stretch, length: int, begins: int, name: Callable[[int, int], str]
) -> Iterator[Piece]:
    """Pieces of so many months, counted from a month of the year on; ``name`` of year and number."""
    groups: dict[tuple[int, int], list[Month]] = {}
    for month in months_of(stretch.days):
        since = month.year * 12 + month.month - begins
        groups.setdefault((since // 12, since % 12 // length), []).append(month)
    for (year, number), months in groups.items():
        days = clipped(Days(months[0].days.start, months[-1].days.end), stretch.days)
        key = name(year, number + 1)
        yield Piece(replace(stretch, days=days), key, key)


def _weeks(view: View, stretch: Stretch, limits: Days) -> Iterator[Piece]:
    """Calendar weeks, Monday to Sunday; a week belongs to where its Wednesday lies.

    Weeks of which every working day is a holiday of the programme are left out.
    """
    whole = stretch.days
    first = whole.start.toordinal() + (2 - whole.start.weekday()) % 7
    for wednesday in map(date.fromordinal, range(first, whole.end.toordinal() + 1, 7)):
        week = Days(plus(wednesday, -2), plus(wednesday, 4))
        if not all(view.is_holiday(plus(week.start, day)) for day in range(5)):
            key = f"{week.start}"
            yield Piece(replace(stretch, days=clipped(week, limits)), key, key)


def clipped(days: Days, whole: Days) -> Days:
    """The part of a stretch that lies in another."""
    return Days(max(days.start, whole.start), min(days.end, whole.end))


_SPLITS: dict[Scope, Callable[[View, Stretch], Iterator[Piece]]] = {
    Scope.YEAR: _years,
    Scope.SCHOOL_YEAR: _school_years,
    Scope.HALF_YEAR: _half_years,
    Scope.TERM: _terms,
    Scope.QUARTER: _quarters,
}
