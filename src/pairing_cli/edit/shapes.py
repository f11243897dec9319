"""What the models say about a place in a file: the order of its fields, and which hold texts only."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pydantic.fields import FieldInfo

from pairing_cli.model.base import Record, records_in
from pairing_cli.model.collections import ROOT_MODELS
from pairing_cli.model.places import Route

Shape: TypeAlias = tuple[type[Record], ...]
"""The records that a mapping at some place, or each member of a list there, may be."""

UNKNOWN: Shape = ()
"""The shape of a place of which the models say nothing."""


class _File(Record):
    """Stands for the top of a file."""


ROOT: Shape = (_File,)
"""The shape of the top of a file."""

ORDERED = frozenset(
    {
        "organizations",
        "people",
        "pairings",
        "mentorships",
        "activity_kinds",
        "document_types",
        "plans",
        "activities",
        "submissions",
        "surveys",
        "ratings",
        "findings",
        "waivers",
    }
)
"""Collections whose fields are put in order. The others are read as the papers they come from, in the
order that their author gave them: a target as a sentence, a rubric as a table."""

FLOWING = frozenset(
    {
        "organizations",
        "people",
        "mentorships",
        "activity_kinds",
        "document_types",
        "submissions",
    }
)
"""Collections whose records are written on one line where they fit."""


@cache
def fields(model: type[Record]) -> Mapping[str, FieldInfo]:
    """A record's fields by their keys in files, in the order in which they are written.

    What a record adds to the one it is made from comes first: a submission begins with its pairing.
    """
    own = [name for name in model.__annotations__ if name in model.model_fields]
    names = [*own, *(name for name in model.model_fields if name not in own)]
    return {model.model_fields[name].alias or name: model.model_fields[name] for name in names}


@cache
def inside(shape: Shape, key: str) -> Shape:
    """The shape of what stands behind a key of a record, alone or in a list."""
    if shape is ROOT:
        return (ROOT_MODELS[key],) if key in ROOT_MODELS else UNKNOWN
    infos = (fields(model).get(key) for model in shape)
    found = (each for info in infos if info is not None for each in records_in(info.annotation))
    return tuple(dict.fromkeys(found))


def at(route: Route) -> Shape:
    """The shape of the place that a route leads to."""
    shape = ROOT
    for step in route:
        shape = inside(shape, step) if isinstance(step, str) else shape
    return shape


def order(shape: Shape, keys: Iterable[str]) -> list[str]:
    """Keys in the order in which they are written; as they are where the models do not know them all."""
    given = list(keys)
    model = next((each for each in shape if set(given) <= set(fields(each))), None)
    if model is None:
        return given
    known = list(fields(model))
    return sorted(given, key=known.index)


def text_only(shape: Shape, key: str) -> bool:
    """Whether a key holds texts, so that what looks like a number or a date needs quotes."""
    infos = [info for model in shape if (info := fields(model).get(key)) is not None]
    kinds = {kind for info in infos for kind in _leaves(info.annotation)}
    return str in kinds and not kinds & {int, float, bool, Fraction}


def _leaves(annotation: Any) -> Iterator[Any]:
    """The plain types that an annotation is made of."""
    if get_origin(annotation) is Literal or annotation is types.NoneType:
        return
    parts = get_args(annotation)
    if not parts:
        yield annotation
    for part in parts if parts else ():
        yield from _leaves(part)
