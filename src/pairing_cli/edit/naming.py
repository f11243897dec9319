"""What a new record is called, and in which file it stands: as its siblings are and do.

Ids are made of what two people who record different things will not have in common: pairing, day and
kind of an activity (docs/format.md). Files are found by what the paths of the siblings say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from pairing_cli.model.base import Record
from pairing_cli.model.dates import Days, Month, parse_days
from pairing_cli.model.log import Activity
from pairing_cli.model.repository import Entry, Repository

PARTS: Mapping[str, tuple[str, ...]] = {
    "activities": ("pairing", "date", "kind"),
    "mentorships": ("pairing", "mentee"),
    "pairings": ("helper",),
    "ratings": ("pairing", "organization", "person", "item", "term"),
    "findings": ("activity", "pairing", "organization", "person", "verdict"),
    "waivers": ("activity", "pairing", "organization", "mentorship", "date"),
    "surveys": ("title", "date"),
}
"""The fields that the ids of a collection are made of; the others' are made of the title."""

USUAL: Mapping[str, str] = {
    "activity_kinds": "kinds.yaml",
    "document_types": "kinds.yaml",
    "plans": "plans/{pairing}.yaml",
    "activities": "log/{pairing}/{month}.yaml",
    "submissions": "log/{pairing}/{month}.yaml",
    "surveys": "judgements.yaml",
    "ratings": "judgements.yaml",
    "findings": "judgements.yaml",
    "waivers": "judgements.yaml",
    "rubrics": "rubric.yaml",
}
"""Where the first record of a collection goes; the others go into a file of the collection's name."""

_UNFIT = re.compile(r"[\s,:;/\\#\[\]{}\"'|<>&*!%@`?]+")
_DAY = re.compile(r"[0-9]{4}-([0-9]{2})-([0-9]{2})")
_MONTH = r"[0-9]{4}-[0-9]{2}"
_BESIDE = ("activities", "submissions")


class Siblings:
    """What the records of a programme say of new ones: their ids, and where they stand.

    Everything is looked through once for many new records, each of which gets an id of its own.
    """

    def __init__(self, repository: Repository) -> None:
        """Nothing is looked through before it is asked for."""
        self.repository = repository
        self._patterns: dict[str, Counter[str]] = {}
        self._given: dict[str, dict[str, int]] = {}

    def new_id(self, collection: str, record: Mapping[str, Any]) -> str:
        """An id for a record that nothing in its collection has, and none that was given before."""
        parts = [
            _part(self.repository, name, record[name]) for name in _parts_of(collection, record)
        ]
        if collection == "activities" and len(parts) == 3:
            kind = self.repository.activity_kinds.key(str(record["kind"]))
            parts[2] = self._usual_words.get(kind) or parts[2]
        base = "-".join(part for part in parts if part) or collection.rstrip("s")
        return self.free(collection, base)

    def free(self, collection: str, base: str) -> str:
        """An id like another that is still free; it counts as given."""
        index = self.repository.index(collection)
        given = self._given.setdefault(collection, {})
        number = given.get(base, 1)
        found = base if number == 1 else f"{base}-{number}"
        while found in given or index.knows(found):
            number += 1
            found = f"{base}-{number}"
        given[base], given[found] = number + 1, max(given.get(found, 0), 1)
        return found

    @cached_property
    def _usual_words(self) -> Mapping[str, str]:
        """How the programme's ids call each kind of activity: xijie-0415-songke says songke."""
        words: dict[str, Counter[str]] = {}
        for entry in self.repository.activities:
            key = re.escape(self.repository.pairings.key(entry.record.pairing))
            found = re.fullmatch(rf"{key}-[0-9]{{4}}-([^\W\d][\w]*)", entry.key)
            if found:
                kind = self.repository.activity_kinds.key(entry.record.kind)
                words.setdefault(kind, Counter())[found[1]] += 1
        return {kind: found.most_common(1)[0][0] for kind, found in words.items()}

    def file_for(self, collection: str, record: Mapping[str, Any]) -> str:
        """The path of a new record's file: where a sibling of the same pairing and month would stand."""
        facts = _facts(self.repository, record)
        paths: Counter[str] = Counter()
        for pattern, number in self._patterns_of(collection).items():
            path = _filled(pattern, facts)
            if path:
                paths[path] += number
        if paths:
            return max(paths, key=lambda path: (paths[path], path in self._files))
        yaml = [file for file in self._files if file.lower().endswith((".yaml", ".yml"))]
        usual = _filled(USUAL.get(collection, f"{collection}.yaml"), facts) or f"{collection}.yaml"
        return yaml[0] if len(yaml) == 1 else usual

    @cached_property
    def _files(self) -> Mapping[str, None]:
        return dict.fromkeys(self.repository.files)

    def _patterns_of(self, collection: str) -> Counter[str]:
        if collection not in self._patterns:
            siblings = (e for key in _like(collection) for e in self.repository.index(key))
            self._patterns[collection] = Counter(_pattern(self.repository, e) for e in siblings)
        return self._patterns[collection]


def new_id(repository: Repository, collection: str, record: Mapping[str, Any]) -> str:
    """An id for a record that nothing in its collection has."""
    return Siblings(repository).new_id(collection, record)


def file_for(repository: Repository, collection: str, record: Mapping[str, Any]) -> str:
    """The path of the file for a new record: where a sibling of the same pairing and month would stand."""
    return Siblings(repository).file_for(collection, record)


def _parts_of(collection: str, record: Mapping[str, Any]) -> list[str]:
    return [name for name in PARTS.get(collection, ("title", "name")) if record.get(name)]


def _part(repository: Repository, name: str, value: Any) -> str:
    """A field's part of an id: the key of what it refers to, month and day of a date."""
    text = str(value[0] if isinstance(value, list) else value)
    day = _DAY.match(text)
    if name == "date" and day:
        return day[1] + day[2]
    index = {"pairing": "pairings", "kind": "activity_kinds", "activity": "activities"}.get(name)
    return _UNFIT.sub("-", repository.index(index).key(text) if index else text).strip("-")


def _like(collection: str) -> Iterable[str]:
    return (collection, *_BESIDE) if collection in _BESIDE else (collection,)


def _facts(repository: Repository, record: Mapping[str, Any]) -> dict[str, str]:
    """What the path of a record's file may say: its pairing, its month, its kind."""
    day = _first_day(record.get("date") or record.get("received") or record.get("month"))
    found = {
        "pairing": repository.pairings.key(str(record.get("pairing", ""))),
        "kind": repository.activity_kinds.key(str(record.get("kind", ""))),
        "month": day,
    }
    return {name: value for name, value in found.items() if value}


def _first_day(value: Any) -> str:
    try:
        return str(Month.of(parse_days(str(value)).start))
    except ValueError:
        return str(value) if re.fullmatch(_MONTH, str(value)) else ""


def _pattern(repository: Repository, entry: Entry[Record]) -> str:
    """The path of a record's file, with what of it is the record's own put in braces."""
    record, path = entry.record, entry.at.file
    named = {
        "pairing": repository.pairings.key(str(getattr(record, "pairing", None) or "")),
        "kind": repository.activity_kinds.key(record.kind) if isinstance(record, Activity) else "",
        "month": _month_of(record),
    }
    for name, value in named.items():
        if value:
            path = re.sub(rf"(?<![\w{{]){re.escape(value)}(?![\w}}])", f"{{{name}}}", path)
    return path


def _month_of(record: Record) -> str:
    day = getattr(record, "received", None) or getattr(record, "days", None)
    start = day.start if isinstance(day, Days) else day
    return "" if start is None else str(Month.of(start))


def _filled(pattern: str, facts: Mapping[str, str]) -> str | None:
    """A path with its parts filled in; None where the record lacks one."""
    try:
        return pattern.format_map(dict(facts))
    except (KeyError, ValueError, IndexError):
        return None
