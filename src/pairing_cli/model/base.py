"""The base of every record, and how a record's fields say what they refer to."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """Something people write down: immutable, and with no field that the format does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=False
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
            raise PydanticCustomError("one_of", "one_of", {"names": list(names)})
        if len(found) > most:
            raise PydanticCustomError("only_one_of", "only_one_of", {"names": list(found)})
        return self


def aliases(model: type[BaseModel]) -> dict[str, str]:
    """The model's field names by the key that files use (``from`` is ``from_`` in Python)."""
    return {info.alias or name: name for name, info in model.model_fields.items()}


def value_of(record: BaseModel, key: str) -> Any:
    """A field's value by the key that files use."""
    return getattr(record, aliases(type(record))[key])
