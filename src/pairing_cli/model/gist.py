"""What rules that look across the whole log go by, without the records themselves.

A log of ten thousand activities is read file by file. Most rules look at one record at a time; a few ask
what the log as a whole holds: which kinds of document, which words, what was fulfilled, which evidence
files. Those ask a gist, which is small enough to be kept (docs/adr/0015).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pairing_cli.model.entries import Entry
from pairing_cli.model.log import Activity, Document

Word = tuple[str, str]
"""A field of a selection, and a word that stands in it."""


class Fulfilled(NamedTuple):
    """An activity that says which planned lines it fulfils, and the day it began."""

    entry: Entry[Activity]
    start: date
    lines: tuple[str, ...]


class Used(NamedTuple):
    """A file that a document of an activity names: the document's number, the file's, its path.

    ``stated`` says whether the record states the file's SHA-256.
    """

    entry: Entry[Activity]
    document: int
    number: int
    path: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Gist:
    """What activities say to rules of the whole; ``latest`` is the last day that any of them names."""

    types: frozenset[str] = frozenset()
    words: frozenset[Word] = frozenset()
    fulfilled: tuple[Fulfilled, ...] = ()
    used: tuple[Used, ...] = ()
    latest: date = date.min


def gist_of(entries: Iterable[Entry[Activity]]) -> Gist:
    """The gist of activities."""
    types: set[str] = set()
    words: set[Word] = set()
    fulfilled: list[Fulfilled] = []
    used: list[Used] = []
    latest = date.min
    for entry in entries:
        activity = entry.record
        latest = max(latest, activity.days.start)
        for number, document in enumerate(activity.documents):
            latest = max(latest, document.received)
            types.add(document.type)
            if document.file:
                used += _used(entry, number, document)
        words.update(_words(activity))
        if activity.fulfils:
            fulfilled.append(Fulfilled(entry, activity.days.start, activity.fulfils))
    said = frozenset(word for word in words if word[1])
    return Gist(frozenset(types), said, tuple(fulfilled), tuple(used), latest)


def joined(gists: Iterable[Gist]) -> Gist:
    """One gist of several, in their order."""
    found = list(gists)
    return Gist(
        frozenset[str]().union(*(each.types for each in found)),
        frozenset[Word]().union(*(each.words for each in found)),
        tuple(one for each in found for one in each.fulfilled),
        tuple(one for each in found for one in each.used),
        max((each.latest for each in found), default=date.min),
    )


def _used(entry: Entry[Activity], document: int, paper: Document) -> Iterator[Used]:
    for number, file in enumerate(paper.file):
        yield Used(entry, document, number, file.path, file.sha256 is not None)


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
