"""Which days are working days: the programme's own table wins, then a library, then the weekend."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from pairing_cli.model.programme import Programme


class WorkCalendar:
    """The working days of a programme.

    The library (chinesecalendar) knows the years that the State Council has announced. For any
    other year only weekends are days off, and `known` says so.
    """

    def __init__(self, programme: Programme) -> None:
        """Read a programme's table of days off and of days worked instead (调休)."""
        self._table = programme.calendar

    def stated(self, day: date) -> bool | None:
        """Whether the programme's own table says that a day is worked; None: it does not say."""
        if day in self._table.working:
            return True
        return False if any(day in days for days in self._table.off) else None

    def is_working(self, day: date) -> bool:
        """Whether a day is worked."""
        stated = self.stated(day)
        if stated is not None:
            return stated
        announced = _announced(day)
        return day.weekday() < 5 if announced is None else announced

    def known(self, year: int) -> bool:
        """Whether more is known of a year than its weekends."""
        own = any(days.start.year <= year <= days.end.year for days in self._table.off)
        return own or _announced(date(year, 1, 1)) is not None

    def after(self, day: date, number: int) -> date:
        """The day that is a number of working days after a day; before it, when negative."""
        step = timedelta(1 if number > 0 else -1)
        left = abs(number)
        while left and date.min < day < date.max:
            day += step
            left -= self.is_working(day)
        return day


@lru_cache(maxsize=4096)
def _announced(day: date) -> bool | None:
    """Whether the library says that a day is worked; None for a year it does not know."""
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return None
