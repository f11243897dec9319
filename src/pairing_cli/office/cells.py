"""A value in an Excel cell: a number or a text, never a formula, never more than a cell holds."""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal
from typing import Any

LONGEST = 32_767
"""UTF-16 units that a cell holds; a longer text is cut, and says so."""

CUT = "……（超过单元格上限，未显示完）"
"""What a text ends with that was cut."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads ``_x0041_`` in a text as a character; its first mark is escaped so that it does not."""

_WIDE = "WFA"
_SPACING = 1.45


def put(cell: Any, value: Any) -> None:
    """Put a value into a cell: numbers as numbers, everything else as text, never a formula."""
    if value is None or value == "":
        return
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        cell.value = value
        return
    text = str(value)
    if cell.number_format not in ("General", "@") and _NUMBER.fullmatch(text):
        cell.value = Decimal(text)
        return
    text = fitting(_ESCAPE.sub("_x005F_", text))
    cell.value = text
    cell.data_type = "s"
    if text[:1] in _FORMULA_STARTS:
        cell.quotePrefix = True


def fitting(text: str) -> str:
    """A text that a cell can hold: cut where it is longer, with words that say so."""
    if units(text) <= LONGEST:
        return text
    room, kept = LONGEST - units(CUT), 0
    for end, letter in enumerate(text):
        kept += units(letter)
        if kept > room:
            return text[:end] + CUT
    return text


def units(text: str) -> int:
    """How many UTF-16 units a text has, which is how Excel counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def height(text: str, size: float, width: float) -> float:
    """The height in points of a text of a size in points, wrapped at a width in characters."""
    room = max((width - 1) * 11 / size, 2)
    lines = sum(max(math.ceil(wide(line) / room), 1) for line in text.split("\n"))
    return lines * size * _SPACING + 3


def wide(text: str) -> int:
    """How wide a text is in half-width characters."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in text)
