"""Numbers that identify people and do not belong into files: found, and masked wherever shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_ID = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z.+])(?:\+?86[- ]?)?1[3-9][0-9](?:[0-9]{8}|([- ])[0-9]{4}\1[0-9]{4})(?![0-9A-Za-z])"
)
_LONG_NUMBER = re.compile(r"[1-9０-９](?:[0-9]{10}|[3-9][0-9]([- ])[0-9]{4}\1[0-9]{4}|[０-９]{2})")
"""What every personal number begins with; a text without it needs no closer look."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def is_id_number(text: str) -> bool:
    """Whether 18 characters are a national ID number: a real birthday and a right check digit.

    GB 11643-1999; the check digit follows ISO 7064 MOD 11-2.
    """
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == text[17].upper()


def personal_numbers(text: str) -> Iterator[tuple[str, int, str]]:
    """Each ID number (``V001``) and mobile number (``V002``) of a text: code, offset, number.

    Numbers in full-width digits, with a country code, or in groups are found as well.
    """
    if _LONG_NUMBER.search(text) is None:
        return
    text = text.translate(_HALF_WIDTH)
    for found in _ID.finditer(text):
        if is_id_number(found[0]):
            yield "V001", found.start(), found[0]
    for found in _MOBILE.finditer(text):
        yield "V002", found.start(), found[0]


def masked(number: str) -> str:
    """A number with its middle hidden."""
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"


def mask(text: str) -> str:
    """A text with every personal number masked."""
    for _, offset, number in list(personal_numbers(text)):
        text = text[:offset] + masked(number) + text[offset + len(number) :]
    return text
