"""Days as clerks type them: 2020.5.12, 2020年5月12日, 5月12日, 5.12, 5.12-5.14, 5月12—14日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from pairing_cli.model.dates import Days, Month, one_day
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.typed.plain import Typed, numerals, plain, trouble

_SEP = r"[-./年、·]"
_FULL = re.compile(rf"([0-9]{{4}}) ?{_SEP} ?([0-9]{{1,2}}) ?[-./月、·] ?([0-9]{{1,2}}) ?[日号]?")
_JOINED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT_YEAR = re.compile(r"([0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})[日号]?")
_YEARLESS = re.compile(r"([0-9]{1,2}) ?(?:月 ?([0-9]{1,2}) ?[日号]?|[-./] ?([0-9]{1,2}) ?[日号]?)")
_DAY_ONLY = re.compile(r"([0-9]{1,2}) ?[日号]?")
_MONTH_ONLY = re.compile(r"(?:[0-9]{4} ?[-./年] ?)?[0-9]{1,2} ?月份?|[0-9]{4}[-./][0-9]{1,2}")
_BETWEEN = re.compile(r" ?(?:至|到|~|-+) ?")
_AFTER = re.compile(
    r" ?(?:\(?(?:星期|周|礼拜)[1-7日天]\)?|[上下]午|早上|晚上|中午|全天"
    r"|(?:[0-9]{1,2}[:点时][0-9:分秒半]*)(?:-[0-9]{1,2}[:点时][0-9:分秒半]*)?)$"
)
"""What may stand behind a day and is none: a weekday, a time of day."""

_BY = re.compile(r"(?:之前|以前|前|止|为止)$")
_END_OF_MONTH = re.compile(r"(?:([0-9]{4})[-./年])?([0-9]{1,2})月(底|末|上旬|中旬|下旬)")
_THIRDS = {"上旬": 10, "中旬": 20}
_MOST_PARTS = 8
"""Dashes in what may be a stretch of days."""

_SERIALS = range(36_526, 73_050)
"""Serial numbers of days from 2000 to 2099."""

_EPOCH = date(1899, 12, 30)
_FAR = timedelta(days=366)


def read_day(value: Typed, within: Days, *, yearless: bool = False) -> date | Message | None:
    """One day; a stretch of days is a problem that names its ends.

    ``yearless``: the cell shows no year, and the one it holds is that in which it was typed.
    """
    found = read_days(value, within, yearless=yearless)
    if isinstance(found, Days):
        if found.start != found.end:
            return trouble("days-for-day", value, first=found.start, last=found.end)
        return found.start
    return found


def read_deadline(value: Typed, within: Days, *, yearless: bool = False) -> date | Message | None:
    """The day by which something is done: also 5月12日前, 6月底, 6月中旬; of a stretch its last day."""
    if isinstance(value, str):
        text = numerals(plain(value))
        value = _BY.sub("", text).strip() or value
        found = _END_OF_MONTH.fullmatch(str(value))
        if found is not None:
            return _end_of_month(found, text, within)
    days = read_days(value, within, yearless=yearless)
    return days.end if isinstance(days, Days) else days


def _end_of_month(found: re.Match[str], text: str, within: Days) -> date | Message:
    months = Days(within.start.replace(day=1), Month.of(within.end).days.end)
    day = _made(text, found[1], found[2], "1", months)
    if isinstance(day, Message):
        return day
    return date(day.year, day.month, _THIRDS.get(found[3]) or Month.of(day).days.end.day)


def read_days(value: Typed, within: Days, *, yearless: bool = False) -> Days | Message | None:
    """A day or a stretch of days."""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return _dated(day, within, yearless=yearless)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return _numbered(Decimal(value), within)
    text = numerals(plain(value))
    if not text:
        return None
    return _typed(text, value, within)


def _dated(day: date, within: Days, *, yearless: bool) -> Days | Message:
    if yearless and day not in within:
        found = _in_year(None, day.month, day.day, f"{day.month}月{day.day}日", within)
        return found if isinstance(found, Message) else one_day(found)
    return _near(day, day, within)


def _numbered(number: Decimal, within: Days) -> Days | Message:
    """A number that may be a day: a serial, 20200512, 5.12; 4.1 may be the 1st or the 10th."""
    if number == number.to_integral_value():
        whole = int(number)
        if whole in _SERIALS:
            return _near(number, _EPOCH + timedelta(days=whole), within)
        return _typed(str(whole), number, within)
    text = f"{number:f}"
    month, _, day = text.partition(".")
    if len(day) == 1 and day in "123" and month.isdigit() and 1 <= int(month) <= 12:
        return trouble("day-cut", number, month=month, first=day, second=f"{day}0")
    return _typed(text, number, within)


def _typed(text: str, value: Typed, within: Days) -> Days | Message:
    text = _without_time(text)
    single = _single(text, within)
    if single is not None:
        return single if isinstance(single, Message) else one_day(single)
    found = list(dict.fromkeys(_stretches(text, within)))
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        return trouble("days-many", value)
    if _MONTH_ONLY.fullmatch(text):
        return trouble("day-month", value)
    return trouble("day", value)


def _without_time(text: str) -> str:
    for _ in range(3):
        text = _AFTER.sub("", text).strip()
    return text


def _single(text: str, within: Days) -> date | Message | None:
    """The day that a text names by itself; None where it is no day."""
    full = _FULL.fullmatch(text) or _JOINED.fullmatch(text)
    if full is not None:
        return _made(text, full[1], full[2], full[3], within)
    short = _SHORT_YEAR.fullmatch(text)
    if short is not None:
        return trouble(
            "day-short-year", text, meant=f"20{short[1]}-{_two(short[2])}-{_two(short[3])}"
        )
    found = _YEARLESS.fullmatch(text)
    return _made(text, None, found[1], found[2] or found[3], within) if found else None


def _two(number: str) -> str:
    return number.zfill(2)


def _made(text: str, year: str | None, month: str, day: str, within: Days) -> date | Message:
    return _in_year(int(year) if year else None, int(month), int(day), text, within)


def _in_year(year: int | None, month: int, day: int, text: str, within: Days) -> date | Message:
    """A day of a known year, or of the one year in which it lies within some days."""
    years = [year] if year else range(within.start.year, within.end.year + 1)
    days = [found for each in years if (found := _calendar(each, month, day)) is not None]
    if not days:
        return trouble("day-impossible", text)
    if year is not None:
        near = _near(text, days[0], within)
        return near if isinstance(near, Message) else days[0]
    inside = [each for each in days if each in within]
    if len(inside) == 1:
        return inside[0]
    if inside:
        return trouble("day-which-year", text, first=inside[0].year, last=inside[-1].year)
    return trouble("day-outside", text, start=within.start, end=within.end)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(value: Typed, day: date, within: Days) -> Days | Message:
    """A day, unless it lies a year and more outside: then the year was mistyped."""
    if within.start - day > _FAR or day - within.end > _FAR:
        return trouble("day-far", value, day=day, start=within.start, end=within.end)
    return one_day(day)


def _stretches(text: str, within: Days) -> Iterator[Days]:
    """The stretches of days that a text can name, one for each dash that may part its ends."""
    for part in list(_BETWEEN.finditer(text))[:_MOST_PARTS]:
        start = _single(_without_time(text[: part.start()]), within)
        if isinstance(start, date):
            end = _end(_without_time(text[part.end() :]), start, within)
            if end is not None and start <= end:
                yield Days(start, end)


def _end(text: str, start: date, within: Days) -> date | None:
    """The end of a stretch: a day of its own, or what differs from its beginning."""
    only = _DAY_ONLY.fullmatch(text)
    if only is not None:
        return _calendar(start.year, start.month, int(only[1]))
    yearless = _YEARLESS.fullmatch(text)
    if yearless is not None:
        month, day = int(yearless[1]), int(yearless[2] or yearless[3])
        return _calendar(start.year, month, day)
    found = _single(text, within)
    return found if isinstance(found, date) else None
