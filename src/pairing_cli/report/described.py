"""A described mapping, walked: its names, what each holds, and what it means.

Facts are described as typed mappings (`facts`) whose fields carry a `Doc`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from pairing_cli.model.scalars import Doc
from pairing_cli.report.marks import Picture


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is: a text, a number, a list of one shape, or a mapping of fields.

    ``members`` is set for lists, ``fields`` for mappings; ``plain`` is the type of any other value.
    """

    plain: type = str
    members: Shape | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def is_mapping(self) -> bool:
        """Whether it has names."""
        return bool(self.fields)


@dataclass(frozen=True, slots=True)
class Field:
    """A name of a mapping: its shape, and its words in Chinese and English."""

    shape: Shape
    doc: Doc


def shape_of(described: Any) -> Shape:
    """The shape of a described mapping, or of a type that its fields have."""
    if is_typeddict(described):
        hints = get_type_hints(described, include_extras=True)
        return Shape(fields={name: _field(name, hint) for name, hint in hints.items()})
    if get_origin(described) is list:
        return Shape(members=shape_of(get_args(described)[0]))
    return Shape(plain=described)


def _field(name: str, hint: Any) -> Field:
    described, *notes = get_args(hint)
    doc = next((note for note in notes if isinstance(note, Doc)), None)
    if doc is None:
        raise TypeError(f"{name} is not described")
    return Field(shape_of(described), doc)


def names(shape: Shape, before: str = "") -> Iterator[tuple[str, Field]]:
    """Every name with its field, as a template writes it: ``rows``, ``rows[].helper``."""
    for name, each in shape.fields.items():
        path = f"{before}{name}"
        yield path, each
        inner = each.shape.members or each.shape
        yield from names(inner, f"{path}{'[]' if each.shape.members else ''}.")


def sample(shape: Shape, *, empty: bool = False) -> Any:
    """Facts of a shape, made up: every list with two members, or with none and every text empty."""
    if shape.fields:
        return {name: sample(each.shape, empty=empty) for name, each in shape.fields.items()}
    if shape.members is not None:
        return [] if empty else [sample(shape.members), sample(shape.members)]
    if shape.plain is Picture:
        return Picture()
    return ("" if empty else "示例") if shape.plain is str else shape.plain(1)


def differences(shape: Shape, value: Any, before: str = "") -> Iterator[str]:
    """What a value has that its shape does not describe, and what it lacks, one name each."""
    if shape.fields and isinstance(value, dict):
        for name in sorted(value.keys() ^ shape.fields.keys()):
            yield f"{before}{name} is {'missing' if name in shape.fields else 'not described'}"
        for name in value.keys() & shape.fields.keys():
            yield from differences(shape.fields[name].shape, value[name], f"{before}{name}.")
    elif shape.members is not None and isinstance(value, list):
        for each in value:
            yield from differences(shape.members, each, f"{before}[].")
    elif shape.fields or shape.members or type(value) is not shape.plain:
        yield f"{before.rstrip('.')} is {type(value).__name__}"
