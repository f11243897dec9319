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

from pairing_cli.model import dates

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


@dataclass(frozen=True, slots=True)
class Refers:
    """Says that a name must be known in a collection; `rules.references` checks every such field."""

    collection: str


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
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise _refuse("pair", value)
    return _read_count(value[0]), _read_count(value[1])


def _read_number(value: Any) -> Fraction:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Fraction(value)
    if isinstance(value, Fraction) or type(value) is int:
        return Fraction(value)
    raise _refuse("number", value)


def _read_flag(value: Any) -> bool:
    if type(value) is bool:
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise _refuse("flag", value)


_BAD_IN_ID = re.compile(r"[\s,:;/\\#\[\]{}\"'|<>&*!%@`?]|[^\S ]")


def _read_id(value: str) -> str:
    if _BAD_IN_ID.search(value):
        raise _refuse("id", value)
    return value


def _one_or_many(value: Any) -> Any:
    """Where a list may stand, a single value may stand alone."""
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

Flag = Annotated[bool, PlainValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; no other word."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_or_many), _OneOrManySchema()]
"""A list of which a single member may be written without the list."""
