"""Numbers and addresses that identify people and do not belong into files: found, and masked.

A mask is as long as what it hides, and keeps its blanks, dashes and ends of lines, so that lines and
columns stay what they are. It leaves the first three and the last two digits of a number, and the first
letter of an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from operator import attrgetter
from typing import NamedTuple

ID, MOBILE, CARD, MAIL = "V001", "V002", "V003", "V004"
"""The codes of what is found."""

_SEP = r"(?:[ -]|[ ]{0,9}\n[ ]{1,99})?"
"""What may stand between two digits: a blank, a dash, or the end of a line that is folded."""

_BEFORE = r"(?<![0-9A-Za-z])(?<![0-9]\.)"
_AFTER = r"(?![0-9A-Za-z])(?!\.[0-9])"


def _apart(*digits: str) -> str:
    """A pattern of digits, with or without something between each of them."""
    return _SEP.join(digits)


_D = "[0-9]"
_MONTH_DAY = rf"(?:0{_SEP}[1-9]|1{_SEP}[012]){_SEP}(?:0{_SEP}[1-9]|[12]{_SEP}{_D}|3{_SEP}[01])"
_HOME = _apart("[1-9]", *[_D] * 5)
_ID = re.compile(
    rf"(?:{_BEFORE}|(?<=(?<![0-9A-Za-z])[GL]))"
    rf"{_HOME}{_SEP}(?:1{_SEP}9|2{_SEP}0){_SEP}{_apart(_D, _D)}{_SEP}{_MONTH_DAY}"
    rf"{_SEP}{_apart(_D, _D, _D, '[0-9Xx]')}{_AFTER}"
)
"""A national ID number; with G or L before it, it is the number of a pupil's school record."""

_OLD_ID = re.compile(
    rf"{_BEFORE}(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{{6}}(?:0[1-9]|1[0-2])[0-9]{{5}}{_AFTER}"
)
"""An ID number of the kind issued until 1999: the place in six digits, the birthday in six, three more."""

_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z+])(?<![0-9]\.)(?:(?:\+|00)?86[- ]?)?1[3-9][0-9]"
    rf"(?:[0-9]{{8}}|(?:[ -]|\n[ ]{{1,99}})[0-9]{{4}}{_SEP}[0-9]{{4}}|[0-9]{{4}}[ -][0-9]{{4}}){_AFTER}"
)
_IN_FOURS = r"[0-9]{{2}}{0}[0-9]{{4}}{0}[0-9]{{4}}{0}[0-9]{{4}}(?:{0}?[0-9]{{1,3}})?"
_CARD = re.compile(
    rf"{_BEFORE}(?:62|81|95|4[0-9]|5[1-5]|35)"
    rf"(?:[0-9]{{14,17}}|{_IN_FOURS.format('[ ]')}|{_IN_FOURS.format('-')}){_AFTER}"
)
_MAIL = re.compile(
    r"@(?:vip\.)?(?:(?:qq|foxmail|163|126|139|sina|sohu|21cn|tom|aliyun|gmail|hotmail|outlook|live|msn"
    r"|icloud|yahoo)\.com|189\.cn|sina\.cn|wo\.cn|yeah\.net|yahoo\.com\.cn)(?![0-9A-Za-z-]|\.[A-Za-z])",
    re.IGNORECASE,
)
"""An address with one of those who give one to anybody."""

_NAME_BEFORE = re.compile(r"[0-9A-Za-z._%+-]{1,64}$")
_ALIKE = str.maketrans(
    "０１２３４５６７８９ＸｘＧＬ＋－—–‐‑‒―−\u3000\u00a0＠．",
    "0123456789XxGL+--------  @.",
)
"""Full-width forms, and dashes and blanks that look alike."""

_DIGITS = bytes(0x30 if 0x30 <= b <= 0x39 or 0x90 <= b <= 0x99 else b for b in range(256))
_DROPPED = b" -\n\xef\xbc\xe2\x80\xe3\xc2\xa0\x8d\x88\x92"
"""In UTF-8: blanks, dashes, ends of lines, and what full-width digits have before their last byte."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_DOUBLED = str.maketrans("0123456789", "0246813579")
"""A digit twice, with its own digits added up (Luhn)."""


class Personal(NamedTuple):
    """Something that identifies a person: the code of its kind, where it stands, and its text."""

    code: str
    offset: int
    text: str


def may_hold(text: bytes) -> bool:
    """Whether a text in UTF-8 may hold anything of the kind; that it does not is certain, and cheap."""
    return b"0" * 11 in text.translate(_DIGITS, _DROPPED) or b"@" in text or b"\xef\xbc\xa0" in text


def is_id_number(text: str) -> bool:
    """Whether 18 characters are a national ID number: a real birthday and a right check digit.

    GB 11643-1999; the check digit follows ISO 7064 MOD 11-2.
    """
    if not _is_day(text[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == text[17].upper()


def is_old_id_number(text: str) -> bool:
    """Whether 15 digits are an ID number of the old kind: all that can be checked is the birthday."""
    return _is_day(f"19{text[6:12]}")


def is_card_number(text: str) -> bool:
    """Whether digits are the number of a bank card: as long as its issuer's are, and a right check digit.

    ISO/IEC 7812: the check digit follows Luhn. UnionPay's have 16 to 19 digits, others 16; older ones of
    Chinese banks, which begin with 95, have 19. A number built like an ID number is none.
    """
    lengths = {"62": range(16, 20), "81": range(16, 20), "95": range(19, 20)}
    if len(text) not in lengths.get(text[:2], range(16, 17)):
        return False
    if len(text) == 18 and _is_day(text[6:14]):
        return False
    doubled = text[-2::-2].translate(_DOUBLED)
    return (sum(map(int, text[-1::-2])) + sum(map(int, doubled))) % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def personal_numbers(text: str) -> Iterator[Personal]:
    """Each ID number, mobile number, card number and private mail address of a text.

    Those in full-width digits, with a country code, in groups, or over two lines are found as well. What
    is two of them is the first: an ID number is no card number too.
    """
    if not may_hold(text.encode("utf-8", "surrogatepass")):
        return
    plain = text.translate(_ALIKE)
    taken = bytearray(len(plain))
    for found in _found(plain):
        start, end = found.offset, found.offset + len(found.text)
        if not any(taken[start:end]):
            taken[start:end] = b"1" * (end - start)
            yield found


def _found(plain: str) -> Iterator[Personal]:
    yield from _matches(ID, _ID, plain, is_id_number)
    yield from _matches(ID, _OLD_ID, plain, is_old_id_number)
    yield from _matches(MOBILE, _MOBILE, plain, bool)
    yield from _matches(CARD, _CARD, plain, is_card_number)
    for found in _MAIL.finditer(plain):
        name = _NAME_BEFORE.search(plain, max(0, found.start() - 64), found.start())
        if name is not None:
            yield Personal(MAIL, name.start(), name[0] + found[0])


def _matches(
    code: str, pattern: re.Pattern[str], plain: str, is_one: Callable[[str], bool]
) -> Iterator[Personal]:
    """What a pattern finds and a check confirms; what it does not may overlap one that it does."""
    found = pattern.search(plain)
    while found is not None:
        right = is_one("".join(letter for letter in found[0] if letter.isalnum()))
        if right:
            yield Personal(code, found.start(), found[0])
        found = pattern.search(plain, found.end() if right else found.start() + 1)


def masked(text: str) -> str:
    """A number with its middle hidden, or an address with all of its name but the first letter."""
    name, at, host = text.partition("@")
    if at:
        return f"{name[0]}{'*' * (len(name) - 1)}@{host}" if name[1:] else f"某@{host}"
    marks = [number for number, letter in enumerate(text) if letter.isalnum()]
    hidden = set(marks[3:-2])
    return "".join("*" if number in hidden else each for number, each in enumerate(text))


def mask(text: str, kept: Collection[str] = ()) -> str:
    """A text with everything of the kind masked but what is ``kept``, named by its mask."""
    parts, end = [], 0
    for _, offset, found in sorted(personal_numbers(text), key=attrgetter("offset")):
        hidden = masked(found)
        parts += [text[end:offset], found if hidden in kept else hidden]
        end = offset + len(found)
    return "".join(parts) + text[end:] if parts else text


def mask_lines(text: str, kept: Collection[str] = ()) -> str:
    """A text of many lines masked line by line, for what stands below each other is not one number."""
    if not may_hold(text.encode("utf-8", "surrogatepass")):
        return text
    return "".join(mask(line, kept) for line in text.splitlines(keepends=True))


_MASK = re.compile(r"[0-9][0-9 +*-]*\*[ +*-]*[0-9]|[A-Za-z0-9]\*+@")


def unmasked(text: str) -> str:
    """A text without the masks that stand in it, for whoever looks for asterisks that mean something."""
    return _MASK.sub("", text)
