"""How single values are read from the text that stands in a file, or refused.

A refusal is a pydantic custom error whose type is a key of the catalogue's schema part; its English
text is never shown. Values that were read already pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from pairing_cli.model import dates, lengths
from pairing_cli.model.privacy import unmasked

T = TypeVar("T")

_SHOWN = 120
"""Characters of a refused value that are kept."""


def _refuse(kind: str, value: object, **facts: object) -> PydanticCustomError:
    return PydanticCustomError(kind, kind, {"value": str(value)[:_SHOWN], **facts})


def reader(kind: str, parse: Callable[[str], T]) -> Callable[[Any], T]:
    """A validator that reads text with ``parse`` and lets values of its result's type pass."""

    def read(value: Any) -> T:
        if not isinstance(value, str):
            raise _refuse(kind, value)
        try:
            return parse(value)
        except ValueError:
            raise _refuse(kind, value) from None

    return read


def read_day(value: Any) -> date:
    """A day, written 2020-04-15."""
    if type(value) is date:
        return value
    if not isinstance(value, str):
        raise _refuse("day", value)
    try:
        return dates.parse_day(value)
    except ValueError:
        meant = dates.suggest_day(value)
        if meant:
            raise _refuse("day_form", value, meant=meant) from None
        if dates.ISO_DAY.fullmatch(value):
            raise _refuse("day_impossible", value) from None
        raise _refuse("day", value) from None


STRETCH = re.compile(r"\s*(?:\bto\b|至|到|~|～|—+|–)\s*")


def read_days(value: Any) -> dates.Days:
    """A day, or a first and a last one."""
    if isinstance(value, dates.Days):
        return value
    try:
        return dates.parse_days(value)
    except (ValueError, TypeError):
        parts = STRETCH.split(value) if isinstance(value, str) else []
        if len(parts) == 2 and "" not in parts:
            days = [read_day(part) for part in parts]  # says which end is wrong
            raise _refuse("days", value, meant=f"{days[0]} to {days[1]}") from None
        return dates.one_day(read_day(value))


def read_due(value: Any) -> dates.Due:
    """A deadline: a day, or a number of days after something."""
    if isinstance(value, str):
        try:
            return dates.parse_due(value)
        except ValueError:
            meant = dates.suggest_day(value)
            if meant:
                raise _refuse("day_form", value, meant=meant) from None
    raise _refuse("due", value)


WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")


def read_count(value: Any) -> int:
    """A whole number, from 0."""
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    if type(value) is int and value >= 0:
        return value
    raise _refuse("count", value)


def read_positive(value: Any) -> int:
    """A whole number, from 1."""
    number = read_count(value)
    if number == 0:
        raise _refuse("positive", value)
    return number


def read_pair(value: Any) -> tuple[int, int]:
    """Two whole numbers."""
    return _read_two(read_count, value)


def _read_two(read: Callable[[Any], T], value: Any) -> tuple[T, T]:
    """Both members of a pair; a refusal says which of them is wrong."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise _refuse("pair", value)
    return _read_inside(read, value, 0), _read_inside(read, value, 1)


def _read_inside(read: Callable[[Any], T], values: Any, step: int | str) -> T:
    """One of several values written together; a refusal says which."""
    try:
        return read(values[step])
    except PydanticCustomError as error:
        facts = {**(error.context or {}), "inside": step}
        raise PydanticCustomError(error.type, error.type, facts) from None


def read_number(value: Any) -> Fraction:
    """A decimal number, from 0."""
    if isinstance(value, str) and DECIMAL.fullmatch(value):
        return Fraction(value)
    if isinstance(value, Fraction) or type(value) is int:
        return Fraction(value)
    raise _refuse("number", value)


def read_signed(value: Any) -> Fraction:
    """A decimal number, below nothing too."""
    if isinstance(value, Fraction) or type(value) is int:
        return Fraction(value)
    below = isinstance(value, str) and value.startswith("-")
    try:
        return -read_number(value[1:]) if below else read_number(value)
    except PydanticCustomError:
        raise _refuse("signed", value) from None


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share of a pool, in hundredths."""

    value: Fraction

    def of(self, pool: Fraction) -> Fraction:
        """That share of a pool."""
        return self.value * pool / 100


PERCENT = re.compile(r"((?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,4})?) ?%")


def read_quantity(value: Any) -> int | Fraction | Percent:
    """A number, or a share of a pool in hundredths."""
    found = PERCENT.fullmatch(value) if isinstance(value, str) else None
    if found is not None:
        return Percent(Fraction(found[1]))
    if isinstance(value, Percent):
        return value
    try:
        number = read_number(value)
    except PydanticCustomError:
        raise _refuse("quantity", value) from None
    return number.numerator if number.denominator == 1 else number


def read_quantities(value: Any) -> tuple[Any, Any]:
    """Two quantities."""
    return _read_two(read_quantity, value)


def read_lengths(value: Any) -> tuple[lengths.Length, lengths.Length]:
    """A shortest and a longest length; one stands for both."""
    if isinstance(value, (list, tuple)):
        least, most = _read_two(read_length, value)
    else:
        least = most = read_length(value)
    if least.weight > most.weight:
        raise PydanticCustomError("bounds", "bounds", {"least": str(least), "most": str(most)})
    return least, most


def read_length(value: Any) -> lengths.Length:
    """A length of time."""
    return value if isinstance(value, lengths.Length) else _parse_length(value)


_parse_length = reader("length", lengths.parse_length)


def read_heads(value: Any) -> tuple[int, int]:
    """A least and a largest number of people; one stands for both."""
    if isinstance(value, (list, tuple)):
        least, most = read_pair(value)
        if least > most:
            raise PydanticCustomError("bounds", "bounds", {"least": least, "most": most})
        return least, most
    number = read_positive(value)
    return number, number


def read_when(value: Any) -> lengths.When:
    """A planned time: a month, a third of one, a stretch."""
    if isinstance(value, lengths.When):
        return value
    try:
        return lengths.parse_when(value)
    except (ValueError, TypeError):
        meant = dates.suggest_day(value) if isinstance(value, str) else None
        if meant:
            raise _refuse("day_form", value, meant=meant) from None
        raise _refuse("when", value) from None


def read_numbers_by_name(value: Any) -> dict[str, Fraction]:
    """Decimal numbers, from 0, by names."""
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "dict_type", {})
    return {str(name): _read_inside(read_number, value, name) for name in value}


def read_signed_by_name(value: Any) -> dict[str, Fraction]:
    """Decimal numbers by names."""
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "dict_type", {})
    return {str(name): _read_inside(read_signed, value, name) for name in value}


def read_flag(value: Any) -> bool:
    """``true`` or ``false``."""
    if type(value) is bool:
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise _refuse("flag", value)


_BAD_IN_ID = re.compile(r"[\s,:;/\\#\[\]{}\"'|<>&*!%@`?]|[^\S ]")


def read_id(value: str) -> str:
    """A text that can be an id."""
    if _BAD_IN_ID.search(value) and _BAD_IN_ID.search(unmasked(value)):
        raise _refuse("id", value)
    return value


def read_share(value: Any) -> Percent:
    """A share of a pool: 60%, at most 100%."""
    found = read_quantity(value)
    if not isinstance(found, Percent) or found.value > 100:
        raise PydanticCustomError("share_form", "share_form", {"value": str(value)[:60]})
    return found
