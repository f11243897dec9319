"""The kinds of single values a record may hold, as fields of records.

The loader hands over every scalar as the text that stands in the file. Here the schema decides what
it is: ``010`` is no number, ``yes`` no truth value, ``2020.4.15`` no date (`readers`).
"""

from __future__ import annotations

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
from pairing_cli.model.readers import (
    Percent,
    read_count,
    read_day,
    read_days,
    read_due,
    read_flag,
    read_heads,
    read_id,
    read_length,
    read_lengths,
    read_number,
    read_numbers_by_name,
    read_pair,
    read_positive,
    read_quantities,
    read_quantity,
    read_share,
    read_signed,
    read_signed_by_name,
    read_when,
    reader,
)

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

Id = Annotated[Name, AfterValidator(read_id)]
"""A stable name of a record: letters of any script, digits, ``-``, ``_``, ``.``; no blanks."""

Day = Annotated[
    date,
    PlainValidator(read_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
"""A day, written 2020-04-15."""

_ONE_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

DaysField = Annotated[
    dates.Days,
    PlainValidator(read_days),
    WithJsonSchema({"type": "string", "pattern": f"^{_ONE_DAY}( to {_ONE_DAY})?$"}),
]
"""A day or a stretch of days, written 2020-04-15 or 2020-04-15 to 2020-04-16."""

MonthField = Annotated[
    dates.Month,
    PlainValidator(reader("month", dates.parse_month)),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}),
]
"""A calendar month, written 2020-04."""

DueField = Annotated[
    dates.Due,
    PlainValidator(read_due),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""A rule for a due date; `dates.parse_due` lists the forms."""

Count = Annotated[
    int, PlainValidator(read_count), WithJsonSchema({"type": "integer", "minimum": 0})
]
"""A whole number, 0 or more."""

Positive = Annotated[
    int, PlainValidator(read_positive), WithJsonSchema({"type": "integer", "minimum": 1})
]
"""A whole number, 1 or more."""

CountPair = Annotated[
    tuple[int, int],
    PlainValidator(read_pair),
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
    Fraction, PlainValidator(read_number), WithJsonSchema({"type": "number", "minimum": 0})
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
    int | Fraction | Percent, PlainValidator(read_quantity), WithJsonSchema(_QUANTITY)
]
"""How much is asked: a number, or a share of a pool written ``10 %``."""


ShareField = Annotated[
    Percent,
    PlainValidator(read_share),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?%$"}),
]
"""A share of the whole, ``50 %``; at most all of it."""

QuantityPair = Annotated[
    tuple[int | Fraction | Percent, int | Fraction | Percent],
    PlainValidator(read_quantities),
    WithJsonSchema({"type": "array", "items": _QUANTITY, "minItems": 2, "maxItems": 2}),
]
"""The least and the most: ``[1, 2]``, ``[10 %, 20 %]``."""

_LENGTH_PATTERN = "^[1-9][0-9]{0,3} (day|week|month|year)s?$"

LengthField = Annotated[
    lengths.Length,
    PlainValidator(read_length),
    WithJsonSchema({"type": "string", "pattern": _LENGTH_PATTERN}),
]
"""A length of time: ``3 days``, ``2 weeks``, ``1 month``, ``1 year``."""

LengthPair = Annotated[
    tuple[lengths.Length, lengths.Length],
    PlainValidator(read_lengths),
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
    PlainValidator(read_heads),
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
    PlainValidator(read_when),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""A planned time; `lengths.parse_when` lists the forms."""

NumbersByName = Annotated[
    dict[str, Fraction],
    PlainValidator(read_numbers_by_name),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "number", "minimum": 0}}),
]
"""Numbers by name: ``{class-hours: 2, words: 2000}``."""

SignedByName = Annotated[
    dict[str, Fraction],
    PlainValidator(read_signed_by_name),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "number"}}),
]
"""Numbers by name that may be below nothing: ``{优秀: 10, 不合格: -5}``."""

Flag = Annotated[bool, PlainValidator(read_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; no other word."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_one_or_many), _OneOrManySchema()]
"""A list of which a single member may be written without the list."""
