"""Numbers as clerks type them: 12人, １２, 十二, 3.5万元, 3,500; 约12 and 10-12 are no numbers."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.typed.plain import Typed, numerals, plain, trouble

_NUMBER = re.compile(
    r"[¥￥$]? ?(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})((?:\.[0-9]{1,6})?) ?([万亿千百]?) ?"
    r"([^\W0-9_]{0,6}|%)\.?"
)
_FACTORS = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_ABOUT = re.compile(
    r"^(?:大?约|近|超过?|不足|至少|不少于|大概|将近|>|<|≥|≤)|(?:左右|上下|以上|以下|余|多|\+)"
)
_VAGUE_UNIT = frozenset("几多余半来把")
_RANGE = re.compile(r"[0-9.]+ ?[^\W0-9_]{0,3} ?(?:-+|~|至|到) ?[0-9.]+.*")
_SUM = re.compile(r".*[0-9].*[+＋和其].*[0-9].*|.*\(.*[0-9].*\).*")


def read_number(value: Typed) -> Fraction | Message | None:
    """A number, with or without a unit behind it."""
    if isinstance(value, (bool, date, time)):
        return trouble("number", value)
    if isinstance(value, (int, Decimal)):
        return Fraction(value)
    text = numerals(plain(value))
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    if found is not None and not _ABOUT.search(text) and not _VAGUE_UNIT & set(found[5]):
        if found[5] == "%":
            return trouble("number-percent", value)
        number = Fraction(found[2].replace(",", "") + found[3]) * _FACTORS[found[4]]
        return -number if found[1] else number
    return _unclear(value, text)


def _unclear(value: Typed, text: str) -> Message:
    if _ABOUT.search(text):
        return trouble("number-about", value)
    if _RANGE.fullmatch(text):
        return trouble("number-range", value)
    return trouble("number-several" if _SUM.fullmatch(text) else "number", value)


def read_count(value: Typed) -> int | Message | None:
    """A whole number, 0 or more: people, times, copies."""
    found = read_number(value)
    if not isinstance(found, Fraction):
        return found
    if found.denominator != 1:
        return trouble("number-whole", value)
    return trouble("number-negative", value) if found < 0 else found.numerator


def read_amount(value: Typed) -> Fraction | Message | None:
    """A number, 0 or more: money in yuan, class hours, words."""
    found = read_number(value)
    if isinstance(found, Fraction) and found < 0:
        return trouble("number-negative", value)
    return found
