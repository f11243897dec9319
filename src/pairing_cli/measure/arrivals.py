"""The documents that had come in by a day, looked up by what they are of.

Only what is asked for is looked at: of a large log, one pairing's papers cost no more than its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pairing_cli.model.log import Activity, Document, Submission
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository

Shelf = tuple[str, str | None]
"""A pairing and one of its activities, or none: what papers are of."""


@dataclass(frozen=True, slots=True, eq=False)
class HandedIn:
    """A document that had come in by the day, with the sides that handed it in."""

    document: Document
    at: At
    type: str
    sides: frozenset[Side]
    term: str | None = None

    def rejected(self, as_of: date) -> bool:
        """Whether it had been sent back by the day."""
        rejected = self.document.rejected
        return rejected is not None and rejected.date <= as_of


@dataclass
class Arrivals:
    """The documents of a programme that had come in by a day; ``begun`` are its activities by then."""

    repository: Repository
    begun: Mapping[str, tuple[Entry[Activity], ...]]
    as_of: date
    _found: dict[Shelf, list[HandedIn]] = field(default_factory=dict)

    def of(self, pairing: str, activity: str | None) -> list[HandedIn]:
        """What had come in for an activity of a pairing, or for none; by date received."""
        shelf = pairing, activity
        if shelf not in self._found:
            self._found[shelf] = sorted(self._come_in(shelf), key=_by_arrival)
        return self._found[shelf]

    def all(self) -> Iterator[tuple[str, str | None, HandedIn]]:
        """Every document that had come in, with its pairing and the activity it belongs to."""
        for pairing, activity in dict.fromkeys((*self._activities, *self._apart)):
            for paper in self.of(pairing, activity):
                yield pairing, activity, paper

    @cached_property
    def _activities(self) -> dict[Shelf, list[Entry[Activity]]]:
        """The activities by what their papers are of: several, where one id was given twice."""
        grouped: dict[Shelf, list[Entry[Activity]]] = {}
        for pairing, entries in self.begun.items():
            for entry in entries:
                grouped.setdefault((pairing, entry.key), []).append(entry)
        return grouped

    @cached_property
    def _apart(self) -> dict[Shelf, list[Entry[Submission]]]:
        """What was handed in apart from the records of activities."""
        grouped: dict[Shelf, list[Entry[Submission]]] = {}
        for entry in self.repository.submissions:
            record = entry.record
            activity = record.activity and self.repository.activities.key(record.activity)
            pairing = self.repository.pairings.key(record.pairing)
            grouped.setdefault((pairing, activity), []).append(entry)
        return grouped

    def _come_in(self, shelf: Shelf) -> Iterator[HandedIn]:
        for entry in self._activities.get(shelf, ()):
            for number, document in enumerate(entry.record.documents):
                if document.received <= self.as_of:
                    yield self._read(shelf, document, entry.place("documents", number))
        for submission in self._apart.get(shelf, ()):
            record = submission.record
            if record.received <= self.as_of:
                term = self.repository.terms.key(record.term) if record.term else None
                yield self._read(shelf, record, submission.at, term)

    def _read(self, shelf: Shelf, document: Document, at: At, term: str | None = None) -> HandedIn:
        sides = (self.repository.side_of(shelf[0], name) for name in document.from_)
        kind = self.repository.document_types.key(document.type)
        return HandedIn(document, at, kind, frozenset(side for side in sides if side), term)


def _by_arrival(paper: HandedIn) -> tuple[date, str, str]:
    return paper.document.received, paper.at.file, str(paper.at.route)
