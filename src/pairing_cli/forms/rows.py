"""The rows of a form: what is recorded, each with an address that finds it again; and where new rows go.

An address names a record by its key, ``activities/xijie-0415``; what has no key by a fingerprint of its
content, ``plans/xijie/tasks/~1f0a…``, with a number behind where there are several of the same content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pairing_cli.forms.data import Fields, digest, plain
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.scope import For
from pairing_cli.model.base import Record
from pairing_cli.model.lengths import Length, LengthUnit
from pairing_cli.model.log import Activity, Document, Submission
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record, or a part of one, that a form has a row for: its address, its place, and its data.

    ``shown`` is what forms may show of it, all of it unless there is a ``whole`` record. ``outer`` are
    fields that the row shows and the record at ``at`` does not hold: they stand in what the record is part
    of. ``around`` is what the row shows of other records: they are changed with it.
    """

    address: str
    at: At
    shown: Fields
    outer: frozenset[str] = frozenset()
    around: Fields = field(default_factory=dict)
    whole: Record | None = None

    @property
    def fields(self) -> Fields:
        """All of its data."""
        return self.shown if self.whole is None else plain(self.whole)

    @property
    def digest(self) -> str:
        """A fingerprint of what is recorded; another one means that it has changed since."""
        return digest([self.fields, self.around] if self.around else self.fields)


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says: a record's collection and key, and a member of a list inside it."""

    collection: str
    key: str
    inside: str = ""
    member: str = ""

    @classmethod
    def of(cls, text: str) -> Address:
        """The parts of an address; ValueError where it is none."""
        parts = text.split("/")
        if len(parts) not in (2, 4) or not all(parts):
            raise ValueError(text)
        return cls(*parts)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a new row goes: a collection, or the list ``inside`` the record of that key.

    ``outer`` are fields of the row that the new record does not hold.
    """

    collection: str
    key: str = ""
    inside: str = ""
    outer: frozenset[str] = field(default=frozenset())


UNNAMED = "~"
"""How the part of an address begins that is a fingerprint, where there is no key."""

_OF_ACTIVITY = frozenset({"pairing", "activity"})


_OF_DOCUMENTS = frozenset({"documents"})
"""What forms show of activities in rows of its own, and is the larger part of a log."""

_POSTED = Length(1, LengthUnit.WEEK)
"""What one named person does for at least so long is a posting; a visit of some days is not."""


class Log(StrEnum):
    """Which table an activity is a row of."""

    POSTINGS = "postings"
    EXCHANGES = "exchanges"
    OTHERS = "activities"


def log_of(activity: Activity) -> Log:
    """The table of an activity: exchanges of a teacher pair, one person's posting, or all others."""
    if activity.mentorship is not None:
        return Log.EXCHANGES
    days, people = activity.days, activity.participants
    alone = len(people) == 1 and people[0].name is not None
    return Log.POSTINGS if alone and _POSTED.reached_by(days) else Log.OTHERS


def activities(lists: Lists, *, log: Log) -> Iterator[Recorded]:
    """The activities in scope that are rows of a table, by their days."""
    for entry in lists.activities():
        if log_of(entry.record) is log and lists.concerns(entry.record):
            shown = plain(entry.record, without=_OF_DOCUMENTS)
            yield Recorded(f"activities/{entry.key}", entry.at, shown, whole=entry.record)


def _named(entry: Entry[Record], collection: str) -> Recorded:  # type: ignore[type-arg,unused-ignore]
    return Recorded(f"{collection}/{entry.key}", entry.at, plain(entry.record))


def documents(lists: Lists) -> Iterator[Recorded]:
    """The documents in scope that came from those meant: of activities, and handed in on their own."""
    for entry in lists.activities():
        yield from _of_activity(entry, lists)
    yield from _alone(lists)


def _of_activity(entry: Entry[Activity], lists: Lists) -> Iterator[Recorded]:
    if not lists.scope.during(entry.record.days):
        return
    around: Fields = {"pairing": entry.record.pairing, "activity": entry.key}
    seen: Counter[str] = Counter()
    for number, document in enumerate(entry.record.documents):
        fields: Fields = {**plain(document), **around}
        mark = _mark(fields, seen)
        if _theirs(document, lists):
            address = f"activities/{entry.key}/documents/{mark}"
            yield Recorded(address, entry.place("documents", number), fields, _OF_ACTIVITY)


def _alone(lists: Lists) -> Iterator[Recorded]:
    repository, seen = lists.repository, Counter[str]()
    for entry in repository.submissions:
        record, fields = entry.record, plain(entry.record)
        mark = _mark(fields, seen)
        theirs = lists.scope.has_pairing(repository.pairings.key(record.pairing))
        if theirs and _in_time(record, lists) and _theirs(record, lists):
            yield Recorded(f"submissions/{mark}", entry.at, fields)


def _in_time(record: Submission, lists: Lists) -> bool:
    """Whether a submission is of the term meant: by what it says, else by the day it came in."""
    wanted = lists.scope.term
    if wanted is None:
        return True
    if record.term is not None:
        return lists.repository.terms.key(record.term) == wanted.id
    return record.received in wanted.period


def _theirs(document: Document, lists: Lists) -> bool:
    """Whether one of those meant handed a document in."""
    return any(lists.scope.has(lists.repository.organizations.key(each)) for each in document.from_)


def _mark(fields: Fields, seen: Counter[str]) -> str:
    """What tells data without a key from others: a fingerprint, and a number where it is not the first."""
    mark = digest(fields)
    seen[mark] += 1
    return f"{UNNAMED}{mark}" if seen[mark] == 1 else f"{UNNAMED}{mark}{UNNAMED}{seen[mark]}"


def mentorships(lists: Lists) -> Iterator[Recorded]:
    """The teacher pairs in scope."""
    for entry in lists.repository.mentorships:
        pairing = lists.repository.pairings.key(entry.record.pairing)
        if lists.scope.has_pairing(pairing) and lists.concerns_people(entry.record):
            around = _described(lists, entry.record)
            yield replace(_named(entry, "mentorships"), around=around)


def _described(lists: Lists, mentorship: Mentorship) -> Fields:
    """What the register says of the teachers of a pair, as far as forms show it."""
    names = (mentorship.mentor, mentorship.mentee)
    people = [lists.repository.people.get(name) for name in names]
    return {
        name: {"organization": person.organization or "", "level": person.level or ""}
        for name, person in zip(names, people, strict=True)
        if person is not None
    }


def tasks(lists: Lists) -> Iterator[Recorded]:
    """The lines of the plan tables of the pairings meant."""
    seen: Counter[str] = Counter()
    for entry in lists.repository.plans:
        key = lists.repository.pairings.key(entry.record.pairing)
        for number, task in enumerate(entry.record.tasks):
            fields: Fields = {**plain(task), "pairing": entry.record.pairing}
            mark = task.id or _mark(fields, seen)
            if lists.scope.has_pairing(key) and lists.scope.during(task.month.days):
                place = entry.place("tasks", number)
                yield Recorded(f"plans/{key}/tasks/{mark}", place, fields, frozenset({"pairing"}))


def schedule_lines(lists: Lists) -> Iterator[Recorded]:
    """The lines of schedules in scope: all for the programme, else those that name who is meant."""
    for entry in lists.repository.schedules:
        for number, line in enumerate(entry.record.lines):
            fields: Fields = {**plain(line), "schedule": entry.key}
            named = {"pairing": [line.pairing], "organization": [line.from_, line.at]}
            if lists.scope.during(line.when.days) and _meant(named, lists):
                place = entry.place("lines", number)
                address = f"schedules/{entry.key}/lines/{line.id}"
                yield Recorded(address, place, fields, frozenset({"schedule"}))


def _meant(named: dict[str, list[str | None]], lists: Lists) -> bool:
    """Whether a line names a pairing or an organization that is meant; all are for the programme."""
    repository, scope = lists.repository, lists.scope
    if scope.whom is For.PROGRAMME:
        return True
    pairings = (repository.pairings.key(each) for each in named["pairing"] if each)
    if any(scope.has_pairing(key) for key in pairings):
        return True
    theirs = scope.family if scope.family is not None else _members(lists)
    return any(repository.organizations.key(e) in theirs for e in named["organization"] if e)


def _members(lists: Lists) -> frozenset[str]:
    return frozenset(key for side in Side for key in lists.members(side))


def by_address(rows: Iterable[Recorded]) -> dict[str, Recorded]:
    """Rows by their addresses."""
    return {row.address: row for row in rows}
