"""How official Chinese writes days, deadlines and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from pairing_cli.model.dates import Anchor, Days, Due, Month
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.lengths import Length, LengthUnit, When

BLANK = "＿＿＿"
"""What is printed where something is not known, or is to be filled in by hand."""

BLANK_DAY = "＿＿＿＿年＿＿月＿＿日"
"""A date that is not known, or to be written by hand."""

_DIGITS = "零一二三四五六七八九十"


def numeral(number: int) -> str:
    """A number below ten thousand in Chinese numerals: 三, 十二, 二十, 一百零五; others in digits."""
    if not 0 <= number <= 9999:
        return str(number)
    if number <= 10:
        return _DIGITS[number]
    found = _places(number)
    return found.removeprefix("一") if number < 20 else found


def _places(number: int) -> str:
    """Thousands, hundreds, tens and ones, with one 零 for the zeros between them."""
    found, gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            found += f"{'零' if gap and found else ''}{_DIGITS[digit]}{unit}"
        gap = not digit
    return found


def counting(number: int) -> str:
    """A number before a measure word: 两次, 三次, 十二次."""
    return "两" if number == 2 else numeral(number)


def in_ten_thousands(number: Fraction) -> str:
    """A number counted in 万, with at most two decimals: 35.05万, 200万; below 10,000 as it is."""
    if number < 10_000:
        return plain(number)
    text = rounded(number / 10_000)
    return f"{text.rstrip('0').rstrip('.')}万"


def between(least: str, most: str) -> str:
    """A range as official texts write it: 15—25."""
    return f"{least}—{most}"


def listed(names: Iterable[str], *, more: bool = False) -> str:
    """Names in a row: 甲、乙、丙; 甲、乙等 where there are others."""
    return f"{'、'.join(names)}{'等' if more else ''}"


_LENGTHS = {
    LengthUnit.DAY: "天",
    LengthUnit.WEEK: "周",
    LengthUnit.MONTH: "个月",
    LengthUnit.YEAR: "年",
}


def length(found: tuple[Length, Length]) -> str:
    """How long something lasts: 3天, 12—18个月."""
    least, most = found
    unit = _LENGTHS[most.unit]
    if least == most:
        return f"{most.number}{unit}"
    if least.unit is most.unit:
        return f"{between(str(least.number), str(most.number))}{unit}"
    return between(f"{least.number}{_LENGTHS[least.unit]}", f"{most.number}{unit}")


_THIRDS = {"early": "上旬", "mid": "中旬", "late": "下旬"}


def when(found: When, year: int) -> str:
    """A planned time: 9月, 9—10月, 6月中旬, 9月5日; with its year where that is not the programme's."""
    start, end = found.days.start, found.days.end
    which = found.text.partition(" ")[0]
    if which in _THIRDS:
        text = f"{start.month}月{_THIRDS[which]}"
    elif len(found.text.partition(" to ")[0]) == len("2020-09"):
        same = (start.year, start.month) == (end.year, end.month)
        text = f"{start.month}月" if same else f"{between(str(start.month), str(end.month))}月"
        if start.year != end.year:
            text = between(f"{start.month}月", f"{end.year}年{end.month}月")
    else:
        text = days(found.days, start.year)
    return text if start.year == year else f"{start.year}年{text}"


def days(found: Days, year: int | None = None) -> str:
    """A stretch of days: 4月15日, 11月15日至16日, 9月1日至10月8日; with its year unless that is given."""
    start, end = found.start, found.end
    first = f"{start.month}月{start.day}日"
    first = first if start.year == year else f"{start.year}年{first}"
    if start == end:
        return first
    if start.year != end.year:
        return f"{first}至{full_day(end)}"
    return (
        f"{first}至{end.day}日"
        if start.month == end.month
        else f"{first}至{end.month}月{end.day}日"
    )


def full_day(day: date) -> str:
    """A date as documents are dated: 2020年5月25日, no zeros before the numbers."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_name(month: Month) -> str:
    """A month in a plan table: 三月."""
    return f"{numeral(month.month)}月"


def deadline(due: Due, year: int) -> str:
    """A due-date rule as the assessment table words it: 3月30日前, 活动结束后三日内.

    The year is left out where it is the programme's own.
    """
    if due.day is not None:
        day = f"{due.day.month}月{due.day.day}日前"
        return day if due.day.year == year else f"{due.day.year}年{day}"
    return _relative(due)


def _relative(due: Due) -> str:
    days = numeral(abs(due.offset))
    match due.anchor:
        case Anchor.ACTIVITY_END:
            return f"活动结束后{days}日内" if due.offset else "活动结束当日"
        case Anchor.ACTIVITY_START:
            return f"活动开始前{days}日"
        case Anchor.MONTH_END:
            return "当月月底前"
        case Anchor.TERM_START:
            return "学期第一周内" if due.offset == 6 else f"开学前{days}日"
        case _:
            return f"学期结束后{days}日内" if due.offset else "学期末前"
