"""Whose names must not be shown, as a file's data say it, whether or not its records are in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pairing_cli.load.veil import Veil
from pairing_cli.model.children import is_pupil, veiled


@dataclass(slots=True)
class Names:
    """Names of children, which are never shown; with ``everybody``, of all people but office holders.

    ``holders`` are the names of those.
    """

    everybody: bool = False
    hidden: dict[str, None] = field(default_factory=dict)
    holders: set[str] = field(default_factory=set)

    def take(self, data: Any, file: str, veil: Veil) -> None:
        """Note the names in a file's data."""
        for name in _children(data):
            if _may_hide(name, veil) and not veil.allows(veiled(name), file):
                self.hidden[name] = None
        if self.everybody:
            people = (name for name in _people(data) if _may_hide(name, veil))
            self.hidden.update(dict.fromkeys(people))
            self.holders.update(_office_holders(data))

    def wanted(self) -> list[str]:
        """The names to hide, in the order of files and lines."""
        return [name for name in self.hidden if name not in self.holders]


def _may_hide(name: str, veil: Veil) -> bool:
    """Whether a name is long enough to be told from other words, and not hidden already."""
    return len(name) > 1 and name not in veil.made


def _records(data: Any, *route: str) -> Iterator[dict[str, Any]]:
    """The mappings in a list that stands in data under some keys."""
    for key in route:
        data = data.get(key) if isinstance(data, dict) else None
    yield from (each for each in (data if isinstance(data, list) else ()) if isinstance(each, dict))


def _texts(record: dict[str, Any], *keys: str) -> Iterator[str]:
    """The texts under keys of a mapping: one, or a list."""
    for key in keys:
        value = record.get(key)
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, str):
                yield each


def _children(data: Any) -> Iterator[str]:
    for activity in _records(data, "activities"):
        for line in _records(activity, "participants"):
            if "name" in line and any(map(is_pupil, _texts(line, "role"))):
                yield from _texts(line, "name")
    for person in _records(data, "people"):
        if any(map(is_pupil, _texts(person, "post", "level", "marks"))):
            yield from _texts(person, "name")


def _people(data: Any) -> Iterator[str]:
    for person in _records(data, "people"):
        yield from _texts(person, "name")
    for activity in _records(data, "activities"):
        for line in _records(activity, "participants"):
            yield from _texts(line, "name")
    for pair in _records(data, "mentorships"):
        yield from _texts(pair, "mentor", "mentee")


def _office_holders(data: Any) -> Iterator[str]:
    """Those who are named because they answer for something: the leading group, and for pairings."""
    for member in _records(data, "programme", "leading_group", "members"):
        yield from _texts(member, "name")
    for pairing in _records(data, "pairings"):
        for person in _records(pairing, "responsible"):
            yield from _texts(person, "name")
