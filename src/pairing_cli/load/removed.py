"""A programme without one of its records, or one part of a record, for what would change if it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import Loaded
from pairing_cli.model.base import Record
from pairing_cli.model.collections import PROGRAMME
from pairing_cli.model.places import At, Route, Span
from pairing_cli.model.repository import Entry, Index, Repository


def without(loaded: Loaded, at: At) -> Loaded | None:
    """The programme without what stands at a place.

    Args:
        loaded: The programme, as it was read.
        at: The place of a record, or of a member of a list in one.

    Returns:
        The programme as it would be; None where nothing stands there that can be left out: the
        programme itself, or what could not be read.
    """
    repository = _without(loaded.repository, at)
    if repository is None:
        return None
    found = tuple(each for each in loaded.diagnostics if not each.at.within(at))
    known = {place: name for place, name in loaded.known.items() if not place.within(at)}
    return replace(loaded, repository=repository, diagnostics=found, known=known)


def _without(repository: Repository, at: At) -> Repository | None:
    key = at.route[0]
    if key == PROGRAMME:
        programme = repository.programme
        cut = _cut(programme, at.route[1:]) if programme and programme.at.file == at.file else None
        return replace(repository, programme=cut) if cut else None
    if not isinstance(key, str):
        return None
    index = repository.index(key)
    kept: list[Entry[Any]] = []
    for entry in index:
        if (entry.at.file, entry.at.route) != (at.file, at.route[:2]):
            kept.append(entry)
        elif len(at.route) > 2:
            cut = _cut(entry, at.route[2:])
            kept.append(cut or entry)
    if len(at.route) == 2 and len(kept) == len(index):
        return None
    changes: Mapping[str, Any] = {key: Index(kept, unread=index.unread)}
    return replace(repository, gists={}, **changes)


def _cut(entry: Entry[Any], route: Route) -> Entry[Any] | None:
    """An entry whose record lacks the list member behind a route."""
    record = _lacking(entry.record, route)
    return None if record is None else replace(entry, record=record)


def _lacking(record: Any, route: Route) -> Any:
    """A record without the list member behind a route; None where there is no such."""
    if not isinstance(record, Record) or len(route) < 2:
        return None
    key, number, *rest = route
    name = next((n for n, info in type(record).model_fields.items() if key in (n, info.alias)), "")
    members = getattr(record, name, None)
    if not isinstance(members, tuple) or not isinstance(number, int) or number >= len(members):
        return None
    inner = _lacking(members[number], tuple(rest)) if rest else None
    if rest and inner is None:
        return None
    left = (*members[:number], *([inner] if rest else []), *members[number + 1 :])
    return record.model_copy(update={name: left})


@dataclass(frozen=True, slots=True)
class Shifted:
    """Finds lines in a programme that lacks a list member: those behind it were numbered one higher."""

    positions: Positions
    removed: At

    def span(self, at: At) -> Span:
        """Where a place stands in the files as they are."""
        return self.positions.span(at._replace(route=self._written(at)))

    def source(self, file: str, line: int) -> str:
        """A line of a file."""
        return self.positions.source(file, line)

    def _written(self, at: At) -> Route:
        *lead, number = self.removed.route
        depth = len(lead)
        if len(lead) < 2 or at.file != self.removed.file or at.route[:depth] != tuple(lead):
            return at.route  # whole records keep the place where they were read
        step = at.route[depth] if len(at.route) > depth else None
        if isinstance(step, int) and isinstance(number, int) and step >= number:
            return (*lead, step + 1, *at.route[depth + 1 :])
        return at.route
