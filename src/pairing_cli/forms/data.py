"""A record as plain data, the way a file writes it: mappings, lists, and texts for every scalar.

What the loader hands to the models, backwards: ``Model.model_validate(plain(record)) == record``.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from pydantic import BaseModel

from pairing_cli.model.dates import Due
from pairing_cli.model.figures import plain as number_text
from pairing_cli.model.lengths import Length, When
from pairing_cli.model.log import EvidenceFile
from pairing_cli.model.readers import Percent

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Fields: TypeAlias = dict[str, Data]

_DIGEST = 12


def plain(record: BaseModel, *, without: frozenset[str] = frozenset()) -> Fields:
    """The fields of a record that its file states, by the names they have there; ``without`` some."""
    found: Fields = {}
    stated = record.model_fields_set - without
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in stated and value not in (None, ()):
            found[info.alias or name] = _plain(value)
    return found


def _plain(value: object) -> Data:
    """A value of a field; a list of one scalar is written as the scalar."""
    if isinstance(value, EvidenceFile) and value.sha256 is None:
        return value.path
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return _members(value)
    return scalar(value)


def _members(values: tuple[object, ...]) -> Data:
    is_range = len(values) == 2 and all(isinstance(each, (int, Length)) for each in values)
    if is_range and values[0] == values[1]:
        return scalar(values[0])
    found: list[Data] = [_plain(each) for each in values]
    return found[0] if len(found) == 1 and isinstance(found[0], str) else found


def scalar(value: object) -> str:
    """A single value as files write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (When, Due)):
        return value.text
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Fraction):
        return number_text(value)
    if isinstance(value, Percent):
        return f"{number_text(value.value)} %"
    return value.isoformat() if isinstance(value, date) else str(value)


def several(data: Data | None) -> tuple[str, ...]:
    """The members of a field that may hold one or many, as texts."""
    if data is None:
        return ()
    members = data if isinstance(data, list) else [data]
    return tuple(each for each in members if isinstance(each, str))


def one_or_many(values: tuple[str, ...]) -> Data | None:
    """The field that holds these members; None where there are none."""
    if not values:
        return None
    return values[0] if len(values) == 1 else list(values)


def digest(data: Data) -> str:
    """A short fingerprint of data, the same for the same content in whatever order of keys."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
