"""What a new record is called, and in which file it stands: as its siblings are and do.

Ids are made of what two people who record different things will not have in common: pairing, day and
kind of an activity (docs/format.md). Files are found by what the paths of the siblings say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
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


def new_id(repository: Repository, collection: str, record: Mapping[str, Any]) -> str:
    """An id for a record that nothing in its collection has."""
    parts = [_part(repository, name, record[name]) for name in _parts_of(collection, record)]
    if collection == "activities" and len(parts) == 3:
        parts[2] = _usual_word(repository, record) or parts[2]
    base = "-".join(part for part in parts if part) or collection.rstrip("s")
    index = repository.index(collection)
    number, found = 2, base
    while index.knows(found):
        found, number = f"{base}-{number}", number + 1
    return found


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


def _usual_word(repository: Repository, record: Mapping[str, Any]) -> str:
    """How the programme's ids call the kind of an activity: xijie-0415-songke says songke."""
    kind = repository.activity_kinds.key(str(record["kind"]))
    words: Counter[str] = Counter()
    for entry in repository.activities:
        if repository.activity_kinds.key(entry.record.kind) == kind:
            key = re.escape(repository.pairings.key(entry.record.pairing))
            found = re.fullmatch(rf"{key}-[0-9]{{4}}-([^\W\d][\w]*)", entry.key)
            words.update([found[1]] if found else [])
    return words.most_common(1)[0][0] if words else ""


def file_for(repository: Repository, collection: str, record: Mapping[str, Any]) -> str:
    """The path of the file for a new record: where a sibling of the same pairing and month would stand."""
    facts = _facts(repository, record)
    siblings = [entry for key in _like(collection) for entry in repository.index(key)]
    paths = Counter(
        path for entry in siblings if (path := _filled(_pattern(repository, entry), facts))
    )
    if paths:
        return max(paths, key=lambda path: (paths[path], path in repository.files))
    yaml = [file for file in repository.files if file.lower().endswith((".yaml", ".yml"))]
    usual = _filled(USUAL.get(collection, f"{collection}.yaml"), facts) or f"{collection}.yaml"
    return yaml[0] if len(yaml) == 1 else usual


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
