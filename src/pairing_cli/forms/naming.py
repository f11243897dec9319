"""What forms call things, and what files say for them.

A school reads and picks names: 送课指导, 西街小学, 示例骨干01—示例徒弟01. Files hold keys. `Naming` turns one
into the other. A list is a collection (``organizations``), the words of a kind of code (``roles``), the
levels of a survey (``scale:ID``), or a part of one of these (``organizations:helper``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from pairing_cli.forms import words
from pairing_cli.forms.data import Data
from pairing_cli.model.log import Activity
from pairing_cli.model.parties import Mentorship, Pairing, Person
from pairing_cli.model.plans import PlanTask
from pairing_cli.model.repository import Entry, Repository, plain_name
from pairing_cli.model.words import Direction, Mode

WORDS = {
    "mode": "mode",
    "direction": "direction",
    "roles": "role",
    "stages": "stage",
    "levels": "level",
}
"""Lists of codes, and how the catalogue calls them."""

NAMED = (
    "organizations",
    "people",
    "pairings",
    "mentorships",
    "activity_kinds",
    "document_types",
    "activities",
    "terms",
)
"""Collections whose records a row of a form may name."""

_ENUMS = {"mode": tuple(Mode), "direction": tuple(Direction)}
_BRIEF = 20
_SEPARATORS = re.compile("[、，,；;\n]+")

SCALE = "scale:"
"""How the list of a survey's levels begins; its id follows."""


def _base(name: str) -> str:
    """The list that a narrower one, such as the organizations of one side, is taken from."""
    return name if name.startswith(SCALE) else name.partition(":")[0]


class Naming:
    """The names of a programme's records and codes, as forms show them."""

    def __init__(self, repository: Repository) -> None:
        """Name what a repository holds."""
        self.repository = repository
        self._labels: dict[str, Mapping[str, str]] = {}
        self._references: dict[str, Mapping[str, str]] = {}
        self._keys: dict[str, str] = {}
        self._ever: dict[str, Mapping[str, list[str]]] = {}
        self.hashes: Mapping[str, str] = {}
        """The SHA-256 of files that are new, by path: records are to state them."""

    def share(self, other: Naming) -> None:
        """Use what another one of the same repository has worded already."""
        self._labels, self._references, self._keys = other._labels, other._references, other._keys
        self._ever = other._ever
        self.hashes = other.hashes

    def labels(self, name: str) -> Mapping[str, str]:
        """What a form shows for everything in a list, by key."""
        base = _base(name)
        if base not in self._labels:
            self._labels[base] = self._worded(base)
        return self._labels[base]

    def label(self, name: str, reference: str) -> str:
        """What a form shows for what a file says; that itself where nothing is known of it."""
        return self.labels(name).get(self.key(name, reference), reference)

    def reference(self, name: str, label: str) -> str:
        """What a file says for what a form shows: by its label or any name; else the label itself."""
        if name not in self._references:
            self._references[name] = {
                plain_name(label): key for key, label in self.labels(name).items()
            }
        key = self._references[name].get(plain_name(label))
        key = self.key(name, label) if key is None else key
        return self._named(name, key)

    def ever_called(self, name: str, label: str) -> list[str]:
        """The keys of what may have had a label, when there was less or more to tell it apart from."""
        base = _base(name)
        if base not in self._ever:
            found: dict[str, list[str]] = {}
            for entry in self.repository.index(base):
                first, *others = self._title(entry)
                for each in {first, *(f"{first}（{other}）" for other in others if other)}:
                    found.setdefault(plain_name(each), []).append(entry.key)
            self._ever[base] = found
        return self._ever[base].get(plain_name(label), [])

    def key(self, name: str, reference: str) -> str:
        """The key of what a reference names in a list."""
        if name in WORDS or name.startswith(SCALE):
            return reference
        return self.repository.index(_base(name)).key(reference)

    def parted(self, name: str, text: str) -> tuple[str, ...]:
        """The labels that stand in one cell, joined by 、; a label that has one inside stays whole."""
        labels = sorted(self.labels(name).values(), key=len, reverse=True) if name else []
        found: list[str] = []
        rest = text.strip()
        while rest:
            whole = next((each for each in labels if rest.startswith(each)), "")
            if not whole or (rest[len(whole) :] and not _SEPARATORS.match(rest, len(whole))):
                whole = _SEPARATORS.split(rest, maxsplit=1)[0]
            found += [whole.strip()] if whole.strip() else []
            rest = _SEPARATORS.sub("", rest[len(whole) :], count=1).strip()
        return tuple(found)

    def same(self, name: str) -> str:
        """A name as it is compared: the key of what it names, if it names anything."""
        if name not in self._keys:
            indexes = (self.repository.index(each) for each in NAMED)
            found = (entry.key for index in indexes if (entry := index.find(name)) is not None)
            self._keys[name] = next(found, name)
        return self._keys[name]

    def evidence(self, path: str) -> Data:
        """A file as records name it: its path, with the fingerprint of its content where one is stated."""
        sha256 = self._stated.get(path) or self.hashes.get(path)
        return path if sha256 is None else {"path": path, "sha256": sha256}

    @cached_property
    def _stated(self) -> Mapping[str, str]:
        """The fingerprints of files that records state, by path."""
        activities = (entry.record.documents for entry in self.repository.activities)
        alone = (entry.record for entry in self.repository.submissions)
        every = (*(document for each in activities for document in each), *alone)
        files = (file for document in every for file in document.file)
        return {file.path: file.sha256 for file in files if file.sha256 is not None}

    def _named(self, name: str, key: str) -> str:
        """How files name what has a key: organizations by their title, everything else by the key."""
        if _base(name) != "organizations":
            return key
        found = self.repository.organizations.get(key)
        titled = found and self.repository.organizations.key(found.title) == key
        return found.title if found and titled else key

    # the words of every list

    def _worded(self, name: str) -> Mapping[str, str]:
        if name in _ENUMS:
            return {each.value: words.said(name, each.value) for each in _ENUMS[name]}
        if name in WORDS:
            return words.labels(WORDS[name], self._used(name))
        if name.startswith(SCALE):
            return {each: each for each in self._scale(name.removeprefix(SCALE))}
        return _apart((entry.key, self._title(entry)) for entry in self.repository.index(name))

    def _title(self, entry: Entry[object]) -> tuple[str, ...]:  # type: ignore[type-var]
        """What a record is called, and what tells it from another of that name: the second, else the last."""
        record = entry.record
        if isinstance(record, Activity):
            kind = self.label("activity_kinds", record.kind)
            title = f"{record.days.start} {record.title or kind}"
            pair = self.label("mentorships", record.mentorship) if record.mentorship else ""
            return title, pair or record.at or "", record.at or "", entry.key
        if isinstance(record, Mentorship):
            names = [self.label("people", each) for each in (record.mentor, record.mentee)]
            return "—".join(names), record.subject or "", entry.key
        if isinstance(record, Person):
            return record.name, record.organization or "", entry.key
        if isinstance(record, PlanTask):
            return f"{record.month} {record.work[:_BRIEF]}", entry.key
        if isinstance(record, Pairing):
            return self.repository.title_of(record), entry.key
        return str(getattr(record, "title", entry.key)), entry.key

    @cached_property
    def _roles(self) -> tuple[str, ...]:
        lines = (line for entry in self.repository.activities for line in entry.record.participants)
        return tuple(dict.fromkeys(line.role for line in lines if line.role))

    def _used(self, name: str) -> tuple[str, ...]:
        """The codes of a list that records use."""
        if name == "roles":
            return self._roles
        if name == "levels":
            return tuple(
                {e.record.level: None for e in self.repository.activities if e.record.level}
            )
        organizations = (entry.record.stage for entry in self.repository.organizations)
        activities = (entry.record.stage for entry in self.repository.activities)
        found = (stage for each in (*organizations, *activities) for stage in each)
        return tuple(dict.fromkeys(found))

    def _scale(self, survey: str) -> Iterable[str]:
        found = self.repository.surveys.get(survey)
        return found.scale or () if found else ()


def _apart(named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Labels by key; where names are the same, with as much as tells them apart."""
    every = list(named)
    called: dict[str, list[tuple[str, ...]]] = {}
    for _, parts in every:
        called.setdefault(parts[0], []).append(parts)
    return {key: _told(parts, called[parts[0]]) for key, parts in every}


def _told(parts: tuple[str, ...], same: list[tuple[str, ...]]) -> str:
    if len(same) == 1:
        return parts[0]
    second = parts[1] if len(parts) > 2 else ""
    alone = second and sum(other[1] == second for other in same) == 1
    return f"{parts[0]}（{second if alone else parts[-1]}）"
