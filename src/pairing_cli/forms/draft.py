"""A programme as forms would have it: records that are new or changed, and the edits that make them so.

Nothing here reads or writes a file. Records are looked at by the function that loading uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from pairing_cli.edit.edits import Append, Edit, Put, Remove
from pairing_cli.edit.naming import Siblings
from pairing_cli.forms.columns import Route, get, put
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.rows import Destination, Recorded
from pairing_cli.model.base import Record, records_in
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Index, Repository

Check: TypeAlias = Callable[[type[Record], Fields, At], tuple[Record | None, list[Diagnostic]]]
"""Data read as a record of a kind at a place: the record, or what is wrong with the data."""

Sizes: TypeAlias = Callable[[str, str], int]
"""How many records of a collection a file holds, readable or not."""


class Unreadable(Exception):
    """Data that are no record: what is wrong with them, at routes inside the record."""

    def __init__(self, found: list[Diagnostic]) -> None:
        """Refuse data."""
        super().__init__(found[0].code if found else "")
        self.found = found


class Missing(Exception):
    """The record that another one is to be put into does not exist."""


HERE = At("")
"""The place of a record that has none yet."""


@dataclass
class Draft:
    """What is to be changed in a programme; `repository` is the programme with it, once `settle`d."""

    repository: Repository
    check: Check
    sizes: Sizes
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    _sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    _staged: dict[str, dict[At, Entry[Any]]] = field(default_factory=dict)
    _keys: dict[tuple[str, str], At] = field(default_factory=dict)
    _places: dict[str, dict[At, Entry[Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """New records are named and placed as those are that were there before any of them."""
        self._siblings = Siblings(self.repository)

    def look_at(self, collection: str, fields: Fields) -> None:
        """Look at the data of a record that is to be added or changed; Unreadable where it is none."""
        self._read(COLLECTIONS[collection].model, fields)

    def add(self, collection: str, fields: Fields) -> Entry[Any]:
        """A new record, with an id of its own where it needs one; Unreadable where it is none."""
        model = COLLECTIONS[collection].model
        info = model.model_fields.get("id")
        needs_id = info is not None and info.is_required() and "id" not in fields
        record = self._read(model, {"id": collection, **fields} if needs_id else fields)
        if needs_id:
            fields = {"id": self._siblings.new_id(collection, fields), **fields}
            record = record.model_copy(update={"id": fields["id"]})
        file = self._siblings.file_for(collection, fields)
        if (file, collection) not in self._sizes:
            self._sizes[file, collection] = self.sizes(file, collection)
        number = self._sizes[file, collection]
        self._sizes[file, collection] += 1
        self.edits.setdefault(file, []).append(Append((collection,), fields))
        names = COLLECTIONS[collection].names_of(lambda name: getattr(record, name))
        return self._stage(collection, Entry(record, At(file, (collection, number)), names))

    def add_to(self, destination: Destination, fields: Fields) -> At:
        """A new member of a list inside a record; Missing where there is no such record."""
        outer = self._outer(destination)
        collection, inside = destination.collection, destination.inside
        model = member_model(collection, inside)
        if outer is None:
            return self._first(destination, fields)
        members = getattr(outer.record, inside)
        info = model.model_fields.get("id")
        if info is not None and info.is_required() and "id" not in fields:
            base = f"{outer.key}-{len(members) + 1}"
            fields = {"id": self._siblings.free("plan_lines", base), **fields}
        member = self._read(model, fields)
        self._edit(outer.at.file, Append((*outer.at.route, inside), fields))
        grown = outer.record.model_copy(update={inside: (*members, member)})
        self._stage(collection, replace(outer, record=grown))
        return outer.place(inside, len(members))

    def _first(self, destination: Destination, fields: Fields) -> At:
        """The first member of a plan that does not exist yet."""
        if destination.collection != "plans" or not self.repository.pairings.knows(destination.key):
            raise Missing
        self._read(member_model("plans", "tasks"), fields)
        plan = self.add("plans", {"pairing": destination.key, "tasks": [dict(fields)]})
        return plan.place("tasks", 0)

    def change(self, row: Recorded, changes: Mapping[Route, Data | None]) -> None:
        """Change a record, or a part of one; Unreadable where it would be none."""
        fields = {key: data for key, data in row.fields.items() if key not in row.outer}
        for route, data in changes.items():
            put(fields, route, data)
        collection, number, *inside = row.at.route
        model = (
            member_model(str(collection), str(inside[0]))
            if inside
            else COLLECTIONS[str(collection)].model
        )
        record = self._read(model, fields)
        for edit in _edits(row.at, changes, fields):
            self._edit(row.at.file, edit)
        place = At(row.at.file, (collection, number))
        entry = self._entry(str(collection), place)
        if inside:
            record = _with_member(entry.record, str(inside[0]), int(inside[1]), record)
        names = COLLECTIONS[str(collection)].names_of(lambda name: getattr(record, name))
        self._stage(str(collection), Entry(record, place, names))

    def settle(self) -> None:
        """Let the repository hold what was added and changed."""
        found: dict[str, Any] = {}
        for collection, staged in self._staged.items():
            index = self.repository.index(collection)
            kept = [staged.get(entry.at, entry) for entry in index]
            known = {entry.at for entry in index}
            new = [entry for at, entry in staged.items() if at not in known]
            found[collection] = Index((*kept, *new), unread=index.unread)
        if found:
            self.repository = replace(self.repository, **found)
        self._staged, self._keys, self._places = {}, {}, {}

    # what stands where

    def _stage(self, collection: str, entry: Entry[Any]) -> Entry[Any]:
        self._staged.setdefault(collection, {})[entry.at] = entry
        key = self._plan_of(entry.record) if collection == "plans" else entry.key
        self._keys[collection, key] = entry.at
        return entry

    def _plan_of(self, record: Any) -> str:
        return self.repository.pairings.key(record.pairing)

    def _outer(self, destination: Destination) -> Entry[Any] | None:
        """The record that a new one goes into; of a pairing's plans the last."""
        collection, key = destination.collection, destination.key
        place = self._keys.get((collection, key))
        if place is not None:
            return self._staged[collection][place]
        if collection == "plans":
            own = self.repository.pairings.key(key)
            plans = [e for e in self.repository.plans if self._plan_of(e.record) == own]
            return plans[-1] if plans else None
        found = self.repository.index(collection).find(key)
        return None if found is None else self._staged.get(collection, {}).get(found.at, found)

    def _entry(self, collection: str, at: At) -> Entry[Any]:
        if collection not in self._places:
            index = self.repository.index(collection)
            self._places[collection] = {entry.at: entry for entry in index}
        return self._staged.get(collection, {}).get(at) or self._places[collection][at]

    def _edit(self, file: str, edit: Edit) -> None:
        self.edits.setdefault(file, []).append(edit)

    def _read(self, model: type[Record], fields: Fields) -> Record:
        record, found = self.check(model, fields, HERE)
        if record is None or found:
            raise Unreadable(found)
        return record


def member_model(collection: str, inside: str) -> type[Record]:
    """The model of the members of a list inside a collection's records."""
    fields = COLLECTIONS[collection].model.model_fields
    return next(iter(records_in(fields[inside].annotation)))


def _with_member(outer: Any, inside: str, number: int, member: Record) -> Any:
    members = list(getattr(outer, inside))
    members[number] = member
    return outer.model_copy(update={inside: tuple(members)})


def _edits(at: At, changes: Mapping[Route, Data | None], after: Fields) -> Iterator[Edit]:
    """The edits of a record, given its data after the changes; what is left empty is taken away."""
    gone: set[Route] = set()
    for route in changes:
        data = get(after, route)
        if data is not None:
            yield Put((*at.route, *route), data)
            continue
        steps = (route[:number] for number in range(1, len(route) + 1))
        last = next(each for each in steps if get(after, each) is None)
        if last not in gone:
            gone.add(last)
            yield Remove((*at.route, *last))
