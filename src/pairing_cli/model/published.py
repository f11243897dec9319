"""A result as it was published (公布的结果): what stands in the file that ``--publish`` writes.

A reader takes no notice of fields that it does not know, so that fields may be added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from pairing_cli.model.programme import Programme
from pairing_cli.model.rubric import Rubric

_Exact = Annotated[str, Field(pattern=r"^-?[0-9]+(/[1-9][0-9]*)?$", max_length=400)]
_Hash = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class _Kept(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, populate_by_name=True
    )


class PublishedFile(_Kept):
    """A file that a result rests on; the hash is empty when it was named and not there."""

    path: str
    sha256: _Hash


class PublishedItem(_Kept):
    """An item's points, rounded and exactly."""

    id: str
    title: str
    earned: str
    exact: _Exact


class PublishedUnit(_Kept):
    """A unit's result: total (rounded and exactly), rank, grade, and its items."""

    id: str
    title: str
    rank: int
    total: str
    exact: _Exact
    full_marks: str
    grade: str | None = None
    items: tuple[PublishedItem, ...] = ()

    @property
    def points(self) -> Fraction:
        """The exact total."""
        return Fraction(self.exact)


class Published(_Kept):
    """A signed-off result and what it rests on."""

    schema_: Annotated[Literal["pairing.published/1"], Field(alias="schema")]
    programme: str
    title: str
    rubric: str
    rubric_title: str
    as_of: date
    term: str | None = None
    scheme: _Hash
    tool: str
    commit: str | None = None
    units: tuple[PublishedUnit, ...]
    files: tuple[PublishedFile, ...]

    @property
    def hashes(self) -> dict[str, str]:
        """The hash of every file, by its path."""
        return {file.path: file.sha256 for file in self.files}

    def document(self) -> dict[str, Any]:
        """The result as plain data, in the order in which it is written."""
        return self.model_dump(mode="json", by_alias=True)


def fingerprint(programme: Programme, rubric: Rubric) -> str:
    """The SHA-256 of what a rubric and the rules of reporting say, however they are laid out."""
    said = {"rubric": rubric, "reporting": programme.reporting}
    text = json.dumps(_plain(said), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A record's value as plain data; what is not stated is left out, so that fields may be added."""
    if isinstance(value, BaseModel):
        stated = sorted(value.model_fields_set)
        return {name: _plain(getattr(value, name)) for name in stated}
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return sorted(map(str, value)) if isinstance(value, frozenset) else value
