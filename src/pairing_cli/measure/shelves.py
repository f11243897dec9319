"""Records by whom they are about, so that what is counted is looked up and not searched for.

Looking up never decides what counts: it leaves out what cannot, and keeps the order of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from pairing_cli.measure.stretch import Stretch
from pairing_cli.model.log import Activity
from pairing_cli.model.repository import Entry, Repository

Shelf: TypeAlias = dict[tuple[str, str | None], list[int]]
"""Places in a sequence by unit and kind of work, and by unit alone; each list in ascending order."""


class Shelves:
    """Activities in order, and found by pairing, organization or person, and by kind of work."""

    def __init__(self, repository: Repository, entries: Sequence[Entry[Activity]]) -> None:
        """Shelve activities; they are found in the order in which they are given."""
        self._repository = repository
        self._entries = entries

    def find(self, stretch: Stretch, kinds: frozenset[str]) -> Iterator[Entry[Activity]]:
        """The activities that may belong to a stretch's unit, of these kinds, or of any."""
        shelf, units = self._where(stretch)
        wanted: Iterable[str | None] = kinds or (None,)
        found = [shelf.get((unit, kind), []) for unit in units for kind in wanted]
        return (self._entries[place] for place in merged(found))

    def _where(self, stretch: Stretch) -> tuple[Shelf, Iterable[str]]:
        if stretch.pairing is not None:
            return self._by_pairing, (stretch.pairing,)
        if stretch.person is not None:
            return self._by_person, (stretch.person,)
        if stretch.organization is not None:
            return self._by_organization, stretch.family
        return self._all, ("",)

    @cached_property
    def _all(self) -> Shelf:
        return self._shelf(lambda activity: ("",))

    @cached_property
    def _by_pairing(self) -> Shelf:
        key = self._repository.pairings.key
        return self._shelf(lambda activity: (key(activity.pairing),))

    @cached_property
    def _by_person(self) -> Shelf:
        key = self._repository.people.key
        return self._shelf(lambda a: (key(line.name) for line in a.participants if line.name))

    @cached_property
    def _by_organization(self) -> Shelf:
        key = self._repository.organizations.key

        def names(activity: Activity) -> Iterator[str]:
            yield from (key(line.from_) for line in activity.participants)
            if activity.at:
                yield key(activity.at)

        return self._shelf(names)

    def _shelf(self, units: Callable[[Activity], Iterable[str]]) -> Shelf:
        shelf: Shelf = {}
        key = self._repository.activity_kinds.key
        for place, entry in enumerate(self._entries):
            kind = key(entry.record.kind)
            for unit in dict.fromkeys(units(entry.record)):
                shelf.setdefault((unit, kind), []).append(place)
                shelf.setdefault((unit, None), []).append(place)
        return shelf


def merged(lists: Sequence[Sequence[int]]) -> Sequence[int]:
    """The places of several lists, each once, in ascending order."""
    if len(lists) == 1:
        return lists[0]
    return sorted(set[int]().union(*lists))
