"""The text of what was typed, without what nobody sees: odd blanks, full-width forms, Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from pairing_cli.model.diagnostics import Message, say

Typed: TypeAlias = "str | int | Decimal | datetime | date | time | bool | None"
"""What a cell holds."""

SHOWN = 60
"""Characters of a cell that a message repeats."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_ODD_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_LINE_ENDS = re.compile(r"\r\n?|_x000D_\n?")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500", "-"))
_DIGITS = {letter: number for number, letter in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_NUMERAL = re.compile(f"(?<![0-9])[{''.join(_DIGITS)}{''.join(_UNITS)}廿卅]+")
_MOST_DIGITS = 12
_LONGEST = 200
"""Characters that no day, number or tick has; what is longer is none, and is not looked at whole."""


def as_text(value: Typed) -> str:
    """What a cell holds as a text; days in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return value if isinstance(value, str) else str(value)


def read_text(value: Typed) -> str | None:
    """A text as it may be kept: without blanks at its ends and letters that nobody sees."""
    text = _LINE_ENDS.sub("\n", as_text(value))
    text = _ODD_BLANKS.sub(" ", _UNSEEN.sub("", text))
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(lines).strip() or None


def plain(value: Typed) -> str:
    """What was typed in half-width forms, dashes all alike, blanks single, for readers of values."""
    text = read_text(value) or ""
    return " ".join(half_width(text).split())[:_LONGEST]


def half_width(text: str) -> str:
    """A text with full-width letters, digits and signs as half-width ones, dashes as hyphens."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES)


def numerals(text: str) -> str:
    """A text with Chinese numerals as digits: 十二月, 二〇二〇年, 三十一日."""
    return _NUMERAL.sub(lambda found: str(_number(found[0])), text)


def _number(numeral: str) -> int:
    if len(numeral) > _MOST_DIGITS:
        return 0
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if not _UNITS.keys() & set(numeral):
        return int("".join(str(_DIGITS[letter]) for letter in numeral))
    total, digit = 0, 0
    for place, letter in enumerate(numeral):
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        else:
            total += (digit or (1 if place == 0 else 0)) * _UNITS[letter]
            digit = 0
    return total + digit


def trouble(key: str, value: Typed, **facts: str | int | date) -> Message:
    """A problem of the catalogue's ``typed.*`` with what was typed."""
    return say(f"typed.{key}", value=as_text(value).strip()[:SHOWN], **facts)
