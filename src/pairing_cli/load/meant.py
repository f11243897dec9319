"""What a refused value was most likely meant to be, where that leaves no doubt.

Official papers write 6份, ６ and 2026-04-15 00:00:00; spreadsheets add the time of day. A message that
names the right spelling saves a look into the manual, and the record can be read that way (docs/adr/0008).
"""

from __future__ import annotations

import re
import unicodedata

from pairing_cli.model.dates import suggest_day
from pairing_cli.model.typed.plain import half_width

NUMBERS = frozenset({"count", "positive", "number", "signed"})
"""Error types of a number that could not be read."""

WHOLE = frozenset({"count", "positive"})
"""Those of them that are whole."""

DAYS = frozenset({"day", "due"})
"""Error types of a date, or of what may be a date, that could not be read."""

_QUOTES = "\"'“”‘’「」『』"
_NUMBER = re.compile(r"0{0,9}([0-9]{1,9}(?:\.[0-9]{1,6})?) {0,4}([\u4e00-\u9fff]{0,4})")
_PART_OF_NUMBER = frozenset("十百千万亿半多几余两双")
"""What stands behind digits and is no unit: 10万 is not 10."""

_UNUSABLE = {
    "negative": re.compile(r"-[0-9]+(?:\.[0-9]+)?"),
    "percent": re.compile(r"[0-9]+(?:\.[0-9]+)? {0,4}%"),
}
"""What is a number all right, but not where a plain number, 0 or more, is asked for."""

_TIMED = re.compile(r"([^ T]{8,11})[T ] *[0-9]{1,2}:[0-9]{2}[0-9:.]* *(?:Z|[+-][0-9:]+)?")
_NO_YEAR = re.compile(r"([0-9]{1,2})[月./-]([0-9]{1,2})[日号]?")


def meant(kind: str, value: str) -> tuple[str, str] | None:
    """The variant of the wording for a refused value, and what was meant; None when that is open."""
    if kind in NUMBERS:
        return _number(kind, value)
    return _day(value) if kind in DAYS else None


def unusable(kind: str, value: str) -> str:
    """The variant of the wording for a number below 0, or a percentage, where neither may stand."""
    if kind not in NUMBERS:
        return ""
    plain = half_width(value).strip()
    return next((how for how, form in _UNUSABLE.items() if form.fullmatch(plain)), "")


def _number(kind: str, value: str) -> tuple[str, str] | None:
    plain = half_width(value)
    bare = plain.strip().strip(_QUOTES).strip()
    below = kind == "signed" and bare.startswith("-")
    found = _NUMBER.fullmatch(bare.removeprefix("-") if below else bare)
    if found is None or _PART_OF_NUMBER & set(found[2]):
        return None
    number = str(int(found[1])) if found[1].isdigit() else found[1]
    if (kind in WHOLE and "." in number) or (kind == "positive" and number == "0"):
        return None
    number = f"-{number}" if below else number
    return ("wide" if number == plain else "form"), number


def _day(value: str) -> tuple[str, str] | None:
    plain = unicodedata.normalize("NFKC", value).strip()
    timed = _TIMED.fullmatch(plain)
    day = suggest_day(timed[1]) if timed else suggest_day(plain.strip(_QUOTES))
    if day is not None:
        return "form", day
    found = _NO_YEAR.fullmatch(plain)
    if found and 1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31:
        return "year", f"{int(found[1]):02}-{int(found[2]):02}"
    return None
