"""What rules that look across the whole log go by, without the records themselves.

A log of ten thousand activities is read file by file. Most rules look at one record at a time; a few ask
what the log as a whole holds: which kinds of document, which words, what was fulfilled, which evidence
files. Those ask a gist, which is small enough to be kept (docs/adr/0018).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pairing_cli.model.entries import Entry
from pairing_cli.model.log import Activity, Document, Submission
from pairing_cli.model.places import At, Step

Word = tuple[str, str]
"""A field of a selection, and a word that stands in it."""


class Fulfilled(NamedTuple):
    """An activity that says which planned lines it fulfils, and the day it began."""

    entry: Entry[Activity]
    start: date
    lines: tuple[str, ...]


class Used(NamedTuple):
    """An evidence file that a record names: where in the record, the file's path, whether with its SHA-256.

    ``activity`` is the name of the activity that a document handed in on its own says it is of.
    """

    entry: Entry[Activity] | Entry[Submission]
    steps: tuple[Step, ...]
    path: str
    stated: bool
    activity: str | None = None

    @property
    def at(self) -> At:
        """Where it is named."""
        return self.entry.place(*self.steps)


@dataclass(frozen=True, slots=True)
class Gist:
    """What activities and documents handed in on their own say to rules of the whole.

    ``used`` are the evidence files of activities, ``handed`` those of documents on their own; ``latest``
    is the last day that any of them begins or was received.
    """

    types: frozenset[str] = frozenset()
    words: frozenset[Word] = frozenset()
    fulfilled: tuple[Fulfilled, ...] = ()
    used: tuple[Used, ...] = ()
    handed: tuple[Used, ...] = ()
    latest: date = date.min


@dataclass(slots=True)
class _Gathered:
    types: set[str] = field(default_factory=set)
    words: set[Word] = field(default_factory=set)
    fulfilled: list[Fulfilled] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    handed: list[Used] = field(default_factory=list)
    latest: date = date.min

    def activity(self, entry: Entry[Activity]) -> None:
        activity = entry.record
        self.latest = max(self.latest, activity.days.start)
        self.words.update(_words(activity))
        if activity.fulfils:
            self.fulfilled.append(Fulfilled(entry, activity.days.start, activity.fulfils))
        for number, document in enumerate(activity.documents):
            self.document(document)
            if document.file:
                self.used += _used(entry, document, ("documents", number))

    def document(self, document: Document) -> None:
        self.types.add(document.type)
        self.latest = max(self.latest, document.received)

    @property
    def gist(self) -> Gist:
        said = frozenset(word for word in self.words if word[1])
        listed = tuple(self.fulfilled), tuple(self.used), tuple(self.handed)
        return Gist(frozenset(self.types), said, *listed, self.latest)


def gist_of(
    activities: Iterable[Entry[Activity]], submissions: Iterable[Entry[Submission]]
) -> Gist:
    """The gist of activities and of documents handed in on their own."""
    found = _Gathered()
    for entry in activities:
        found.activity(entry)
    for paper in submissions:
        found.document(paper.record)
        found.handed += _used(paper, paper.record, ())
    return found.gist


def joined(gists: Iterable[Gist]) -> Gist:
    """One gist of several, in their order."""
    found = list(gists)
    return Gist(
        frozenset[str]().union(*(each.types for each in found)),
        frozenset[Word]().union(*(each.words for each in found)),
        tuple(one for each in found for one in each.fulfilled),
        tuple(one for each in found for one in each.used),
        tuple(one for each in found for one in each.handed),
        max((each.latest for each in found), default=date.min),
    )


def _used(
    entry: Entry[Activity] | Entry[Submission], document: Document, steps: tuple[Step, ...]
) -> Iterator[Used]:
    activity = document.activity if isinstance(document, Submission) else None
    for number, file in enumerate(document.file):
        place = (*steps, "file", number)
        yield Used(entry, place, file.path, file.sha256 is not None, activity)


def _words(activity: Activity) -> Iterator[Word]:
    """The programme's own words in an activity, by the field of a selection that selects by them."""
    for line in activity.participants:
        yield "role", line.role or ""
        yield "subject", line.subject or ""
        yield "stage", line.stage or ""
        yield "person_level", line.level or ""
    for subject in activity.subjects:
        yield "subject", subject
    for stage in activity.stage:
        yield "stage", stage
    for name in activity.amounts:
        yield "amounts", name
    yield "level", activity.level or ""
    yield "award", activity.award or ""
    yield "audience", activity.audience or ""
