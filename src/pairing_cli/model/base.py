"""The base of every record, and how a record's fields say what they refer to."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """Something people write down: immutable, and with no field that the format does not know."""

    model_config = ConfigDict(
        defer_build=True,  # a schema is built when the first record of its kind is read
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        use_attribute_docstrings=False,
    )

    def given(self, *names: str) -> tuple[str, ...]:
        """Which of these fields were filled in, in this order."""
        return tuple(name for name in names if getattr(self, name) not in (None, ()))


class OneOf(Record):
    """A record that must fill exactly one of several fields (or, with ``least``, at least one)."""

    def require_one(self, *names: str, most: int = 1) -> Self:
        """Refuse the record when none, or more than ``most``, of these fields are filled in."""
        found = self.given(*names)
        if not found:
            kind = "one_of" if len(names) > 1 else "one_needed"
            raise PydanticCustomError(kind, "one_of", {"names": list(names)})
        if len(found) > most:
            raise PydanticCustomError("only_one_of", "only_one_of", {"names": list(found)})
        return self


def records_in(annotation: Any) -> tuple[type[Record], ...]:
    """The record models that a field's annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return (annotation,)
    parts = getattr(annotation, "__args__", ())
    return tuple(found for part in parts for found in records_in(part))


def reachable(annotation: Any) -> frozenset[type[Record]]:
    """The record models that a field's annotation mentions, and those that these mention in turn."""
    return frozenset[type[Record]]().union(*map(_reachable_from, records_in(annotation)))


@cache
def _reachable_from(start: type[Record]) -> frozenset[type[Record]]:
    seen: set[type[Record]] = set()
    waiting = [start]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            waiting += _mentioned(model)
    return frozenset(seen)


@cache
def _mentioned(model: type[Record]) -> tuple[type[Record], ...]:
    fields = model.model_fields.values()
    return tuple(found for info in fields for found in records_in(info.annotation))
