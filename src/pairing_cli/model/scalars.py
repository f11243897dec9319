"""The kinds of single values a record may hold, and how each is read from text.

The loader hands over every scalar as the text that stands in the file. Here the schema decides what
it is: ``010`` is no number, ``yes`` no truth value, ``2020.4.15`` no date. A refusal is a pydantic
custom error whose type is a key of the catalogue's ``schema`` part; its English text is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from pairing_cli.model import dates, lengths
from pairing_cli.model.privacy import unmasked

T = TypeVar("T")

SHORT = 120
"""Longest name or id, in characters."""
LONG = 4000
"""Longest running text, in characters."""


@dataclass(frozen=True, slots=True)
class Doc:
    """A field's Chinese title and its explanation in Chinese and English, for editors and docs."""

    title: str
    zh: str
    en: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Put title and explanation beside the type (draft-07 ignores what stands beside a $ref)."""
        inner = handler(schema)
        found = {"allOf": [inner]} if "$ref" in inner else dict(inner)
        return {**found, "title": self.title, "description": f"{self.zh}\n{self.en}"}


REFERS = "x-refers"
"""Where a schema says, until it is written, of which collection a name is, and what else may stand."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Says that a name must be known in a collection; `rules.references` checks every such field.

    ``besides`` are words that may stand there instead of a name.
    """

    collection: str
    besides: frozenset[str] = frozenset()

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Mark the name, so that `json_schema` can list those that there are."""
        return {**handler(schema), REFERS: [self.collection, *sorted(self.besides)]}


def _refuse(kind: str, value: object, **facts: object) -> PydanticCustomError:
    return PydanticCustomError(kind, kind, {"value": str(value)[:SHORT], **facts})


def _reader(kind: str, parse: Callable[[str], T]) -> Callable[[Any], T]:
    """A validator that reads text with ``parse`` and lets values of its result's type pass."""

    def read(value: Any) -> T:
        if not isinstance(value, str):
            raise _refuse(kind, value)
        try:
            return parse(value)
        except ValueError:
            raise _refuse(kind, value) from None

    return read


def _read_day(value: Any) -> date:
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


_STRETCH = re.compile(r"\s*(?:\bto\b|至|到|~|～|—+|–)\s*")


def _read_days(value: Any) -> dates.Days:
    if isinstance(value, dates.Days):
        return value
    try:
        return dates.parse_days(value)
    except (ValueError, TypeError):
        parts = _STRETCH.split(value) if isinstance(value, str) else []
        if len(parts) == 2 and "" not in parts:
            days = [_read_day(part) for part in parts]  # says which end is wrong
            raise _refuse("days", value, meant=f"{days[0]} to {days[1]}") from None
        return dates.one_day(_read_day(value))


def _read_due(value: Any) -> dates.Due:
    if isinstance(value, str):
        try:
            return dates.parse_due(value)
        except ValueError:
            meant = dates.suggest_day(value)
            if meant:
                raise _refuse("day_form", value, meant=meant) from None
    raise _refuse("due", value)


_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")


def _read_count(value: Any) -> int:
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    if type(value) is int and value >= 0:
        return value
    raise _refuse("count", value)


def _read_positive(value: Any) -> int:
    number = _read_count(value)
    if number == 0:
        raise _refuse("positive", value)
    return number


def _read_pair(value: Any) -> tuple[int, int]:
    return _read_two(_read_count, value)


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


def _read_number(value: Any) -> Fraction:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
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
        return -_read_number(value[1:]) if below else _read_number(value)
    except PydanticCustomError:
        raise _refuse("signed", value) from None


@dataclass(frozen=True, slots=True, order=True)
class Percent:
    """A share of a pool, in hundredths."""

    value: Fraction

    def of(self, pool: Fraction) -> Fraction:
        """That share of a pool."""
        return self.value * pool / 100


_PERCENT = re.compile(r"((?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,4})?) ?%")


def _read_quantity(value: Any) -> int | Fraction | Percent:
    found = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    if found is not None:
        return Percent(Fraction(found[1]))
    if isinstance(value, Percent):
        return value
    try:
        number = _read_number(value)
    except PydanticCustomError:
        raise _refuse("quantity", value) from None
    return number.numerator if number.denominator == 1 else number


def _read_quantities(value: Any) -> tuple[Any, Any]:
    return _read_two(_read_quantity, value)


def _read_lengths(value: Any) -> tuple[lengths.Length, lengths.Length]:
    if isinstance(value, (list, tuple)):
        least, most = _read_two(_read_length, value)
    else:
        least = most = _read_length(value)
    if least.weight > most.weight:
        raise PydanticCustomError("bounds", "bounds", {"least": str(least), "most": str(most)})
    return least, most


def _read_length(value: Any) -> lengths.Length:
    return value if isinstance(value, lengths.Length) else _parse_length(value)


_parse_length = _reader("length", lengths.parse_length)


def _read_heads(value: Any) -> tuple[int, int]:
    if isinstance(value, (list, tuple)):
        least, most = _read_pair(value)
        if least > most:
            raise PydanticCustomError("bounds", "bounds", {"least": least, "most": most})
        return least, most
    number = _read_positive(value)
    return number, number


def _read_when(value: Any) -> lengths.When:
    if isinstance(value, lengths.When):
        return value
    try:
        return lengths.parse_when(value)
    except (ValueError, TypeError):
        meant = dates.suggest_day(value) if isinstance(value, str) else None
        if meant:
            raise _refuse("day_form", value, meant=meant) from None
        raise _refuse("when", value) from None


def _read_numbers_by_name(value: Any) -> dict[str, Fraction]:
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "dict_type", {})
    return {str(name): _read_inside(_read_number, value, name) for name in value}


def _read_signed_by_name(value: Any) -> dict[str, Fraction]:
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "dict_type", {})
    return {str(name): _read_inside(read_signed, value, name) for name in value}


def _read_flag(value: Any) -> bool:
    if type(value) is bool:
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise _refuse("flag", value)


_BAD_IN_ID = re.compile(r"[\s,:;/\\#\[\]{}\"'|<>&*!%@`?]|[^\S ]")


def _read_id(value: str) -> str:
    if _BAD_IN_ID.search(value) and _BAD_IN_ID.search(unmasked(value)):
        raise _refuse("id", value)
    return value


def _one_or_many(value: Any) -> Any:
    """Where a list may stand, a single value may stand alone; a list that is written has a member."""
    if isinstance(value, list) and not value:
        raise PydanticCustomError("too_short", "too_short", {})
    return value if isinstance(value, (list, tuple)) or value is None else (value,)


class _OneOrManySchema:
    """Tells editors that a list of things may be written as one thing."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], {**many, "minItems": 1}]}


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=SHORT, pattern=r"^[^\r\n]*$"),
]
"""A short text in one line: a name, a title, a reference to something by its name."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONG)]
"""Running text."""

Id = Annotated[Name, AfterValidator(_read_id)]
"""A stable name of a record: letters of any script, digits, ``-``, ``_``, ``.``; no blanks."""

Day = Annotated[
    date,
    PlainValidator(_read_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
"""A day, written 2020-04-15."""

_ONE_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

DaysField = Annotated[
    dates.Days,
    PlainValidator(_read_days),
    WithJsonSchema({"type": "string", "pattern": f"^{_ONE_DAY}( to {_ONE_DAY})?$"}),
]
"""A day or a stretch of days, written 2020-04-15 or 2020-04-15 to 2020-04-16."""

MonthField = Annotated[
    dates.Month,
    PlainValidator(_reader("month", dates.parse_month)),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}),
]
"""A calendar month, written 2020-04."""

DueField = Annotated[
    dates.Due,
    PlainValidator(_read_due),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""A rule for a due date; `dates.parse_due` lists the forms."""

Count = Annotated[
    int, PlainValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 0})
]
"""A whole number, 0 or more."""

Positive = Annotated[
    int, PlainValidator(_read_positive), WithJsonSchema({"type": "integer", "minimum": 1})
]
"""A whole number, 1 or more."""

CountPair = Annotated[
    tuple[int, int],
    PlainValidator(_read_pair),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 0},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""The least and the most: ``[1, 2]``."""

Number = Annotated[
    Fraction, PlainValidator(_read_number), WithJsonSchema({"type": "number", "minimum": 0})
]
"""An exact decimal number, 0 or more: points, money, shares."""

Signed = Annotated[Fraction, PlainValidator(read_signed), WithJsonSchema({"type": "number"})]
"""An exact decimal number that may be below nothing: the points of a band or a level."""

_QUANTITY = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?%$"},
    ]
}

Quantity = Annotated[
    int | Fraction | Percent, PlainValidator(_read_quantity), WithJsonSchema(_QUANTITY)
]
"""How much is asked: a number, or a share of a pool written ``10 %``."""


def _read_share(value: Any) -> Percent:
    found = _read_quantity(value)
    if not isinstance(found, Percent) or found.value > 100:
        raise PydanticCustomError("share_form", "share_form", {"value": str(value)[:60]})
    return found


ShareField = Annotated[
    Percent,
    PlainValidator(_read_share),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?%$"}),
]
"""A share of the whole, ``50 %``; at most all of it."""

QuantityPair = Annotated[
    tuple[int | Fraction | Percent, int | Fraction | Percent],
    PlainValidator(_read_quantities),
    WithJsonSchema({"type": "array", "items": _QUANTITY, "minItems": 2, "maxItems": 2}),
]
"""The least and the most: ``[1, 2]``, ``[10 %, 20 %]``."""

_LENGTH_PATTERN = "^[1-9][0-9]{0,3} (day|week|month|year)s?$"

LengthField = Annotated[
    lengths.Length,
    PlainValidator(_read_length),
    WithJsonSchema({"type": "string", "pattern": _LENGTH_PATTERN}),
]
"""A length of time: ``3 days``, ``2 weeks``, ``1 month``, ``1 year``."""

LengthPair = Annotated[
    tuple[lengths.Length, lengths.Length],
    PlainValidator(_read_lengths),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _LENGTH_PATTERN},
                {
                    "type": "array",
                    "items": {"type": "string", "pattern": _LENGTH_PATTERN},
                    "minItems": 2,
                    "maxItems": 2,
                },
            ]
        }
    ),
]
"""A length, or the shortest and the longest: ``[12 months, 18 months]``."""

Heads = Annotated[
    tuple[int, int],
    PlainValidator(_read_heads),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1},
                {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "minItems": 2,
                    "maxItems": 2,
                },
            ]
        }
    ),
]
"""A planned head count: ``20``, or a range ``[3, 5]``."""

WhenField = Annotated[
    lengths.When,
    PlainValidator(_read_when),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""A planned time; `lengths.parse_when` lists the forms."""

NumbersByName = Annotated[
    dict[str, Fraction],
    PlainValidator(_read_numbers_by_name),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "number", "minimum": 0}}),
]
"""Numbers by name: ``{class-hours: 2, words: 2000}``."""

SignedByName = Annotated[
    dict[str, Fraction],
    PlainValidator(_read_signed_by_name),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "number"}}),
]
"""Numbers by name that may be below nothing: ``{优秀: 10, 不合格: -5}``."""

Flag = Annotated[bool, PlainValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; no other word."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_or_many), _OneOrManySchema()]
"""A list of which a single member may be written without the list."""
