"""The JSON Schema of one programme's files, in which every reference lists the names that there are.

A name is listed as it may be written: an id, a title, an alias, and spellings that the programme already
uses. Each list stands in the schema once, with what each name means, which editors show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.json_schema import json_schema
from pairing_cli.model.repository import Entry, Repository

MOST_NAMES = 2000
"""Names of a collection that are listed at most; editors become slow, and any name may stand."""

INSIDE = {"terms": "学期", "items": "考核项目", "plan_lines": "计划项"}
"""Records inside others that are referred to, and what they are called."""

_TOLD: dict[str, Callable[[Repository, Any], str]] = {
    "people": lambda _, person: person.organization or "",
    "pairings": lambda repo, pairing: repo.title_of(pairing),
    "mentorships": lambda _, pair: f"{pair.mentor} → {pair.mentee}",
    "activities": lambda _, activity: f"{activity.title or activity.kind} {activity.days.start}",
}
"""What is said of a record beside its names; of all others the title, or the work."""


@dataclass(frozen=True, slots=True)
class ProjectSchema:
    """The schema, and the collections that have too many names to be listed."""

    schema: dict[str, Any]
    unlisted: tuple[str, ...] = ()


def project_schema(repo: Repository, written: Mapping[str, Iterable[str]]) -> ProjectSchema:
    """The schema of one programme.

    Args:
        repo: The programme.
        written: Further names that may stand, by collection: spellings in use that lead to a record, and
            the names of records that could not be read.

    Returns:
        The schema of its files, draft-07.
    """
    keys = [*(key for key, collection in COLLECTIONS.items() if collection.names), *INSIDE]
    found = {key: dict(_names(repo, key, written.get(key, ()))) for key in keys}
    listed = {key: _listed(key, names) for key, names in found.items() if len(names) <= MOST_NAMES}
    schema = json_schema({key: names for key, names in listed.items() if names["enum"]})
    if repo.programme is not None:
        schema["title"] = f"pairing: {repo.programme.record.title}"
    return ProjectSchema(schema, tuple(key for key in keys if key not in listed))


def _names(repo: Repository, key: str, written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every name that leads to one record of a collection, and what it means."""
    index = repo.index(key)
    for name in (*index.names, *sorted(written)):
        entry = index.find(name)
        if entry is not None:
            yield name, _said(repo, key, name, entry)
        elif index.knows(name) and not index.candidates(name):
            yield name, ""


def _said(repo: Repository, key: str, name: str, entry: Entry[Record]) -> str:
    told = _TOLD.get(key, _title)(repo, entry.record)
    others = (part for part in (*entry.names, told) if part not in ("", name))
    return " · ".join(dict.fromkeys(others))


def _title(_: Repository, record: Any) -> str:
    return str(getattr(record, "title", None) or getattr(record, "work", None) or "")


def _listed(key: str, names: Mapping[str, str]) -> dict[str, Any]:
    title = INSIDE[key] if key in INSIDE else COLLECTIONS[key].title
    said = [each or title for each in names.values()]
    return {
        "title": title,
        "type": "string",
        "enum": list(names),
        "enumDescriptions": said,
        "markdownEnumDescriptions": [_escaped(each) for each in said],
    }


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|!&" else letter for letter in text)
