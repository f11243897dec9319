"""What stays the same about a record, and about a finding, when lines move.

A record is known by its key; one that has none by the fields that tell it from others of its kind. A
finding is known by its code, the record and field it is about, and the names in it: not by its file,
its line, or the figures in it, so that a record that is moved, or a count that grows, is no news.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, Collection
from pairing_cli.model.diagnostics import Diagnostic, Message, Value
from pairing_cli.model.places import At, Route
from pairing_cli.model.repository import Entry, Repository

Identity = tuple[str, ...]
"""The collection, and what the record is known by; a file and a collection where nothing is."""


def identity(collection: Collection, record: Record) -> Identity:
    """What a record is known by."""
    names = collection.names_of(lambda name: getattr(record, name))
    if names:
        return collection.key, names[0]
    told = (getattr(record, name) for name in collection.told_by)
    return (collection.key, *(_said(value) for value in told))


def _known(collection: Collection, entry: Entry[Record]) -> Identity:
    """What an entry's record is known by; one that has names need not be read for it."""
    return (collection.key, entry.key) if entry.names else identity(collection, entry.record)


def as_place(known: Identity) -> str:
    """What something is known by as people write it: ``activities/xijie-0415-songke``."""
    return "/".join(known).rstrip("/")


def _said(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "+".join(map(_said, value))
    return "" if value is None else str(value)


@dataclass(slots=True)
class Identities:
    """The identity of the record in which a place stands."""

    repository: Repository
    unread: Mapping[At, str] = field(default_factory=dict)
    _found: dict[tuple[str, Route], Identity] = field(default_factory=dict)
    _there: dict[tuple[str, Route], tuple[Collection, Entry[Record]]] | None = None

    def of(self, at: At) -> Identity:
        """What the record at, or around, a place is known by."""
        if at.route[:1] == (PROGRAMME,):
            return (PROGRAMME,)
        mark = at.file, at.route[:2]
        if mark not in self._found:
            self._found[mark] = self._identity(*mark)
        return self._found[mark]

    def _identity(self, file: str, route: Route) -> Identity:
        entries = self._entries()
        if (file, route) in entries:
            return _known(*entries[file, route])
        name = self.unread.get(At(file, route))
        if name is not None:
            return str(route[0]), name
        return (file, *(step for step in route[:1] if isinstance(step, str)))

    def _entries(self) -> dict[tuple[str, Route], tuple[Collection, Entry[Record]]]:
        if self._there is None:
            self._there = {
                (entry.at.file, entry.at.route): (collection, entry)
                for collection in COLLECTIONS.values()
                for entry in self.repository.index(collection.key)
            }
        return self._there


def fingerprinted(found: Iterable[Diagnostic], identities: Identities) -> tuple[Diagnostic, ...]:
    """The same findings, each with its fingerprint; of several that are alike, each has its own."""
    listed = list(found)
    alike: Counter[str] = Counter()
    for number in sorted(range(len(listed)), key=lambda number: _order(listed[number])):
        mark = _mark(listed[number], identities)
        alike[mark] += 1
        digest = hashlib.sha256(f"{mark}\0{alike[mark]}".encode("utf-8", "backslashreplace"))
        listed[number] = replace(listed[number], fingerprint=digest.hexdigest()[:32])
    return tuple(listed)


def _order(found: Diagnostic) -> tuple[str, tuple[tuple[bool, str], ...], int, int]:
    """By file and place; steps of a list by their number."""
    route = tuple((isinstance(step, str), f"{step:>9}") for step in found.at.route)
    return found.at.file, route, *((found.span.line, found.span.column) if found.span else (0, 0))


def _mark(found: Diagnostic, identities: Identities) -> str:
    fields = [step for step in found.at.route[2:] if isinstance(step, str)]
    facts = [f"{name}={_fact(fact, identities)}" for name, fact in found.message.facts.items()]
    return "\0".join([found.message.key, *identities.of(found.at), "", *fields, "", *sorted(facts)])


def _fact(fact: Value, identities: Identities) -> str:
    """What a fact says that stays: names, not figures and days."""
    if isinstance(fact, At):
        return "/".join(identities.of(fact))
    if isinstance(fact, Message):
        inner = (f"{name}={_fact(each, identities)}" for name, each in fact.facts.items())
        return f"{fact.key}({','.join(inner)})"
    if isinstance(fact, tuple):
        return ",".join(_fact(each, identities) for each in fact)
    return "" if isinstance(fact, (int, Fraction, date)) else fact
