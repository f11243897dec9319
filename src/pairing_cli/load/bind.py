"""Plain data → records, and every refusal placed and ready to be worded (`refusals`)."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import getitem
from typing import Any

from pydantic import ValidationError

from pairing_cli.load.refusals import AS_MEANT, refusals, suggestion
from pairing_cli.load.trouble import diagnostic
from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, Collection
from pairing_cli.model.diagnostics import Diagnostic, Message, Value, say
from pairing_cli.model.gist import Gist
from pairing_cli.model.places import At
from pairing_cli.model.programme import Programme
from pairing_cli.model.repository import Entry

HELD_IN = {"rubrics": {"rubrics", "items"}, PROGRAMME: {PROGRAMME, "terms"}}
"""Collections whose records also hold others that are referred to by name."""


@dataclass(slots=True)
class Bound:
    """What one file holds: records by collection, unreadable ones by name, and diagnostics.

    ``broken`` are the collections with unreadable records that have no name either; ``known`` are the
    keys of those that have one, by their place. ``hidden`` says that something in the file was masked.
    ``gist`` is that of its part of the log, where it is known.
    """

    entries: dict[str, list[Entry[Any]]] = field(default_factory=dict)
    programmes: list[Entry[Programme]] = field(default_factory=list)
    unread: dict[str, list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    known: dict[At, str] = field(default_factory=dict)
    hidden: bool = False
    gist: Gist | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def bind(file: str, data: Mapping[str, Any]) -> Bound:
    """The records of a file's data."""
    bound = Bound()
    for key, value in data.items():
        if key == PROGRAMME:
            _bind_programme(file, value, bound)
        elif key in COLLECTIONS:
            _bind_list(file, COLLECTIONS[key], value, bound)
        else:
            facts = suggestion(key, [PROGRAMME, *COLLECTIONS])
            bound.broken |= _meant(facts)
            bound.diagnostics.append(diagnostic("F023", At(file).name(key), {"key": key, **facts}))
    return bound


def _meant(facts: Mapping[str, Value]) -> set[str]:
    """The collections that a misspelt key was meant to hold; their names are not known."""
    hint = facts["hint"]
    name = str(hint.facts.get("name", "")) if isinstance(hint, Message) else ""
    return HELD_IN.get(name, {name})


def _bind_programme(file: str, value: Any, bound: Bound) -> None:
    at = At(file, (PROGRAMME,))
    record = _read(Programme, value, at, bound.diagnostics)
    if isinstance(record, Programme):
        bound.programmes.append(Entry(record, at, (record.id, record.title)))
    else:
        bound.broken |= HELD_IN[PROGRAMME]


def _bind_list(file: str, collection: Collection, value: Any, bound: Bound) -> None:
    at = At(file, (collection.key,))
    if value is None:
        return
    if not isinstance(value, list):
        bound.diagnostics.append(diagnostic("S003", at, {"expected": say("shape.list")}))
        bound.broken.add(collection.key)
        return
    entries = bound.entries.setdefault(collection.key, [])
    for index, item in enumerate(value):
        place = at.sub(index)
        record = _read(collection.model, item, place, bound.diagnostics)
        if record is not None:
            names = collection.names_of(partial(getattr, record))
            entries.append(Entry(record, place, names))
        else:
            names = collection.names_of(item.get) if isinstance(item, dict) else ()
            bound.unread.setdefault(collection.key, []).extend(names)
            bound.known.update((place, name) for name in names[:1])
            if not names or collection.key == "rubrics":
                bound.broken |= HELD_IN.get(collection.key, {collection.key})


def read_record(model: type[Record], value: Any, at: At) -> tuple[Record | None, list[Diagnostic]]:
    """Data as a record of a kind; None, or what was meant, beside what is wrong with them."""
    found: list[Diagnostic] = []
    return _read(model, value, at, found), found


def _read(model: type[Record], value: Any, at: At, diagnostics: list[Diagnostic]) -> Record | None:
    try:
        return _validated(model, value)
    except ValidationError as error:
        refused = list(refusals(model, value, at, error))
    diagnostics += refused
    mended = _as_meant(value, at, refused)
    try:
        return None if mended is None else _validated(model, mended)
    except ValidationError:
        return None


def _validated(model: type[Record], value: Any) -> Record:
    return model.__pydantic_validator__.validate_python(value)  # type: ignore[no-any-return]


def _as_meant(value: Any, at: At, refused: list[Diagnostic]) -> Any | None:
    """What was written, with every refusal put right that says itself what was meant.

    The refusals stand; but what else is wrong with the record can be said in the same run. None when
    one of them leaves open what was meant.
    """
    mended = deepcopy(value)
    for each in refused:
        *steps, last = each.at.route[len(at.route) :] or (None,)
        holder = reduce(getitem, steps, mended)
        facts = each.message.facts
        if each.message.key in AS_MEANT:
            holder[last] = facts["meant"]
        elif each.code == "S002":
            written = holder.pop(last)
            hint = facts["hint"]
            if isinstance(hint, Message) and "name" in hint.facts:
                holder.setdefault(hint.facts["name"], written)
        else:
            return None
    return mended
