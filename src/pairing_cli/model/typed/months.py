"""Months and planned times as clerks type them: 三月, 2020.3, 3月份; 9-10月, 6月中旬, 9月5日-7日."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from pairing_cli.model.dates import Days, Month
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.lengths import When, parse_when
from pairing_cli.model.typed.days import read_days
from pairing_cli.model.typed.plain import Typed, numerals, plain, trouble

_MONTH = re.compile(r"(?:([0-9]{4}) ?[-./年] ?)?([0-9]{1,2}) ?月?份?")
_MONTHS = re.compile(
    r"(?:([0-9]{4}) ?[-./年] ?)?([0-9]{1,2}) ?月?份?(?: ?(?:至|到|~|-+|、) ?)"
    r"(?:([0-9]{4}) ?[-./年] ?)?([0-9]{1,2}) ?月份?"
)
_THIRD = re.compile(r"(?:([0-9]{4}) ?[-./年] ?)?([0-9]{1,2}) ?月份? ?([上中下])旬")
_THIRDS = {"上": "early", "中": "mid", "下": "late"}
_CUT = re.compile(r"[0-9]{4}\.1")


def read_month(value: Typed, within: Days) -> Month | Message | None:
    """One calendar month."""
    if isinstance(value, date):
        return Month.of(value)
    if isinstance(value, Decimal) and _CUT.fullmatch(f"{value:f}"):
        return trouble("month-cut", value)
    text = numerals(plain(value))
    if not text:
        return None
    found = _MONTH.fullmatch(text)
    if found is not None:
        return _month(value, found[1], found[2], within)
    if _MONTHS.fullmatch(text):
        return trouble("months-for-month", value)
    day = read_days(value, within)
    same = isinstance(day, Days) and Month.of(day.start) == Month.of(day.end)
    return Month.of(day.start) if isinstance(day, Days) and same else trouble("month", value)


def _month(value: Typed, year: str | None, month: str, within: Days) -> Month | Message:
    number = int(month)
    if not 1 <= number <= 12:
        return trouble("month", value)
    if year is not None:
        return Month(int(year), number)
    years = range(within.start.year, within.end.year + 1)
    inside = [each for each in years if Month(each, number).days.overlaps(within)]
    if len(inside) == 1:
        return Month(inside[0], number)
    if inside:
        return trouble("day-which-year", value, first=inside[0], last=inside[-1])
    return trouble("day-outside", value, start=within.start, end=within.end)


def read_when(value: Typed, within: Days) -> When | Message | None:
    """A planned time: a day, days, a month, months, a third of a month."""
    text = numerals(plain(value)) if isinstance(value, str) else ""
    third = _THIRD.fullmatch(text)
    if third is not None:
        month = _month(value, third[1], third[2], within)
        return month if isinstance(month, Message) else parse_when(f"{_THIRDS[third[3]]} {month}")
    several = _MONTHS.fullmatch(text)
    if several is not None:
        return _months(value, several, within)
    days = read_days(value, within)
    if isinstance(days, Days):
        return parse_when(str(days))
    whole = read_month(value, within) if days is not None else None
    return parse_when(str(whole)) if isinstance(whole, Month) else days


def _months(value: Typed, found: re.Match[str], within: Days) -> When | Message:
    first = _month(value, found[1], found[2], within)
    if isinstance(first, Message):
        return first
    year = found[3] or (str(first.year) if found[1] else None)
    last = _month(value, year, found[4], within)
    if isinstance(last, Message):
        return last
    try:
        return parse_when(f"{first} to {last}")
    except ValueError:
        return trouble("month", value)
