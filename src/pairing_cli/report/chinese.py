"""How official Chinese writes days, deadlines and numbers."""

from __future__ import annotations

from datetime import date

from pairing_cli.model.dates import Anchor, Due, Month

_DIGITS = "零一二三四五六七八九十"


def numeral(number: int) -> str:
    """A number up to 99 in Chinese numerals: 三, 十二, 二十, 三十一."""
    if not 0 <= number <= 99:
        return str(number)
    if number <= 10:
        return _DIGITS[number]
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


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
