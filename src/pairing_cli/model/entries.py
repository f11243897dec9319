"""Records in their places, and found by their names.

Records stand in `Entry` objects that know their place. An `Index` finds them by any of their names:
names are compared as people read them, without blanks and with full-width forms folded, because
official tables pad ``屈  锋`` and write ``（`` for ``(``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pairing_cli.model.base import Record
from pairing_cli.model.places import At, Step

R_co = TypeVar("R_co", bound=Record, covariant=True)


@lru_cache(maxsize=1 << 16)
def plain_name(name: str) -> str:
    """A name as it is compared: no blanks, full-width forms folded, letter case ignored."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record, its place, and its names, of which the first is its key."""

    record: R_co
    at: At
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the record is known by: its id, or its title where it has none."""
        return self.names[0] if self.names else ""

    def place(self, *steps: Step) -> At:
        """A place inside the record."""
        return self.at.sub(*steps)


_set = object.__setattr__


class LateEntry(Entry[R_co]):
    """An entry whose record is read when somebody asks for it; its place and names are known before."""

    __slots__ = ("_read",)
    _read: Callable[[At], R_co]

    def __init__(self, read: Callable[[At], R_co], at: At, names: tuple[str, ...]) -> None:
        """``read`` gives the record at a place, the same one each time."""
        _set(self, "_read", read)
        _set(self, "at", at)
        _set(self, "names", names)

    @property
    def record(self) -> R_co:
        """The record, which is read now if it was not before."""
        found: R_co = self._read(self.at)
        return found


class Index(Generic[R_co]):
    """The records of one collection, in the order of files and lines, and by name."""

    def __init__(self, entries: Iterable[Entry[R_co]] = (), *, unread: Iterable[str] = ()) -> None:
        """Index entries; ``unread`` are names of records that exist but could not be read.

        ``shared`` are the names, as they are compared, that are used more than once.
        """
        self.entries = tuple(entries)
        self._passed = self.entries
        self.unread = frozenset(plain_name(name) for name in unread)
        self._exact: dict[str, Entry[R_co]] = {}
        self._plain: dict[str, list[Entry[R_co]]] = {}
        for entry in self.entries:
            for name in entry.names:
                self._exact.setdefault(name, entry)
                self._plain.setdefault(plain_name(name), []).append(entry)
        self.shared = frozenset(plain for plain, found in self._plain.items() if len(found) > 1)
        for name in [name for name in self._exact if self.shared and len(self._called(name)) > 1]:
            owner = [entry for entry in self._called(name) if entry.key == name]
            if len(owner) != 1:
                del self._exact[name]

    def passing_over(self, files: Collection[str]) -> Index[R_co]:
        """The same index that passes over the entries of some files, but finds them by name."""
        found = copy(self)
        found._passed = tuple(entry for entry in self.entries if entry.at.file not in files)
        return found

    def __iter__(self) -> Iterator[Entry[R_co]]:
        """Every entry, but for those of files that are passed over."""
        return iter(self._passed)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    def _called(self, name: str) -> list[Entry[R_co]]:
        found = self._plain.get(plain_name(name), [])
        return list({id(entry): entry for entry in found}.values())

    def find(self, name: str) -> Entry[R_co] | None:
        """The one record of that name; None when there is none, or more than one."""
        found = self._exact.get(name)
        if found is not None:
            return found
        called = self._called(name)
        return called[0] if len(called) == 1 else None

    def get(self, name: str) -> R_co | None:
        """The record itself, as `find`."""
        found = self.find(name)
        return found.record if found else None

    def key(self, name: str) -> str:
        """The key of the record of that name; the name itself when there is none."""
        found = self._exact.get(name) or self.find(name)
        return found.key if found else name

    def candidates(self, name: str) -> tuple[Entry[R_co], ...]:
        """Every record of that name."""
        return tuple(self._called(name))

    def knows(self, name: str) -> bool:
        """Whether a record of that name exists, readable or not."""
        return name in self._exact or bool(self._called(name)) or plain_name(name) in self.unread

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that may be used."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in entry.names))
