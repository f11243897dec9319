"""Everything a programme's folder says, read once and for reading only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pairing_cli.model.allowances import Allowance
from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.entries import Entry, Index, plain_name
from pairing_cli.model.foreign import ForeignTable
from pairing_cli.model.gist import Gist, gist_of, joined
from pairing_cli.model.judgements import Finding, Rating, Waiver
from pairing_cli.model.log import Activity, Submission
from pairing_cli.model.parties import Mentorship, Organization, Pairing, Person
from pairing_cli.model.plans import Plan, PlanTask, Schedule, ScheduleLine
from pairing_cli.model.pools import Figure
from pairing_cli.model.programme import Milestone, Programme, Side, Term
from pairing_cli.model.rubric import Item, Part, Rubric
from pairing_cli.model.suppressions import Suppression
from pairing_cli.model.surveys import Survey
from pairing_cli.model.tables import Table
from pairing_cli.model.targets import Quota
from pairing_cli.model.texts import OfficialText
from pairing_cli.model.words import ActivityKind, Direction, DocumentType


@dataclass(frozen=True, slots=True)
class EvidenceFact:
    """What is known of an evidence file after looking at it."""

    path: str
    size: int = 0
    sha256: str = ""
    content: str = ""
    taken_on: date | None = None
    trouble: str = ""
    located: bool = False


@dataclass(frozen=True)
class Repository:
    """A programme's records.

    ``broken`` names the collections of which some records could not even be named, so that a
    reference into them proves nothing. ``evidence`` is None when nobody looked at the files. ``answers``
    are the tables that surveys name, by path. ``allowed`` are the allowances that something needed. ``gists``
    are what is already known of what activities and documents say, by file.
    """

    programme: Entry[Programme] | None = None
    organizations: Index[Organization] = field(default_factory=Index)
    people: Index[Person] = field(default_factory=Index)
    pairings: Index[Pairing] = field(default_factory=Index)
    mentorships: Index[Mentorship] = field(default_factory=Index)
    activity_kinds: Index[ActivityKind] = field(default_factory=Index)
    document_types: Index[DocumentType] = field(default_factory=Index)
    plans: Index[Plan] = field(default_factory=Index)
    schedules: Index[Schedule] = field(default_factory=Index)
    figures: Index[Figure] = field(default_factory=Index)
    quotas: Index[Quota] = field(default_factory=Index)
    rubrics: Index[Rubric] = field(default_factory=Index)
    activities: Index[Activity] = field(default_factory=Index)
    submissions: Index[Submission] = field(default_factory=Index)
    surveys: Index[Survey] = field(default_factory=Index)
    ratings: Index[Rating] = field(default_factory=Index)
    findings: Index[Finding] = field(default_factory=Index)
    waivers: Index[Waiver] = field(default_factory=Index)
    texts: Index[OfficialText] = field(default_factory=Index)
    tables: Index[ForeignTable] = field(default_factory=Index)
    suppressions: Index[Suppression] = field(default_factory=Index)
    files: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()
    evidence: Mapping[str, EvidenceFact] | None = None
    answers: Mapping[str, Table] = field(default_factory=dict)
    allowed: frozenset[Allowance] = frozenset()
    gists: Mapping[str, Gist] = field(default_factory=dict)

    @cached_property
    def terms(self) -> Index[Term]:
        """The programme's terms, by id and title."""
        if self.programme is None:
            return Index()
        terms = self.programme.record.terms
        place = self.programme.at.sub("terms")
        return Index(Entry(t, place.sub(i), (t.id, t.title)) for i, t in enumerate(terms))

    @cached_property
    def milestones(self) -> Index[Milestone]:
        """The programme's milestones, by id."""
        if self.programme is None:
            return Index()
        place = self.programme.at.sub("milestones")
        found = enumerate(self.programme.record.milestones)
        return Index(Entry(each, place.sub(number), (each.id,)) for number, each in found)

    @cached_property
    def plan_lines(self) -> Index[PlanTask | ScheduleLine | Milestone]:
        """What an activity may fulfil: lines of plans and schedules, and milestones, by id."""
        return Index((*self._plan_lines(), *self.milestones))

    def _plan_lines(self) -> Iterator[Entry[PlanTask | ScheduleLine]]:
        for plan in self.plans:
            for number, task in enumerate(plan.record.tasks):
                if task.id is not None:
                    yield Entry(task, plan.place("tasks", number), (task.id,))
        for schedule in self.schedules:
            for number, line in enumerate(schedule.record.lines):
                yield Entry(line, schedule.place("lines", number), (line.id,))

    @cached_property
    def fulfilling(self) -> dict[str, list[Entry[Activity]]]:
        """The activities that point to a planned line, by the line's key."""
        found: dict[str, list[Entry[Activity]]] = {}
        for entry, _, names in self.gist.fulfilled:
            for name in dict.fromkeys(names):
                found.setdefault(self.plan_lines.key(name), []).append(entry)
        return found

    @cached_property
    def gist(self) -> Gist:
        """What activities and documents say to rules of the whole."""
        return joined(self.gists_by_file.values())

    @cached_property
    def gists_by_file(self) -> dict[str, Gist]:
        """What the activities and documents of each file say to rules of the whole."""
        entries: dict[str, tuple[list[Entry[Activity]], list[Entry[Submission]]]] = {}
        for activity in self.activities:
            entries.setdefault(activity.at.file, ([], []))[0].append(activity)
        for submission in self.submissions:
            entries.setdefault(submission.at.file, ([], []))[1].append(submission)
        order = {file: number for number, file in enumerate(self.files)}
        files = sorted(entries, key=lambda file: order.get(file, len(order)))
        return {file: self.gists.get(file) or gist_of(*entries[file]) for file in files}

    @cached_property
    def items(self) -> Index[Item | Part]:
        """The items and parts of every rubric, by id."""
        return Index(self._items())

    def _items(self) -> Iterator[Entry[Item | Part]]:
        for rubric in self.rubrics:
            for route, item in rubric.record.items():
                yield Entry(item, rubric.at.sub(*route), (item.id,))
                for p, part in enumerate(item.parts):
                    yield Entry(part, rubric.at.sub(*route, "parts", p), (part.id,))

    @property
    def number_of_records(self) -> int:
        """How many records could be read."""
        return sum(len(self.index(key)) for key in COLLECTIONS) + (self.programme is not None)

    def index(self, collection: str) -> Index[Record]:
        """A collection by its key; also ``terms``, ``items``, ``plan_lines``."""
        found: Index[Record] = getattr(self, collection)
        return found

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for entry in self.organizations:
            if entry.record.parent is not None:
                children.setdefault(self.organizations.key(entry.record.parent), []).append(
                    entry.key
                )
        return children

    def family(self, organization: str) -> frozenset[str]:
        """The keys of an organization and of everything below it (campuses, teaching points)."""
        seen: set[str] = set()
        waiting = [self.organizations.key(organization)]
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting += self._children.get(key, [])
        return frozenset(seen)

    @cached_property
    def _sides(self) -> dict[str, dict[str, Side]]:
        sides: dict[str, dict[str, Side]] = {}
        for pairing in self.pairings:
            families = [
                (self.family(member.organization), side)
                for side in Side
                for member in pairing.record.members(side)
            ]
            families.sort(key=lambda found: -len(found[0]))  # those inside others come after them
            known = sides.setdefault(pairing.key, {})
            for family, side in families:
                known.update(dict.fromkeys(family, side))
        return sides

    def side_of(self, pairing: str, organization: str) -> Side | None:
        """The side of a pairing that an organization, or the one it belongs to, is on.

        One that is named itself, or belongs to one that is, is on the side where that is named.
        """
        known = self._sides.get(self.pairings.key(pairing), {})
        return known.get(self.organizations.key(organization))

    def side_in(self, pairing: str, organization: str) -> Side | None:
        """The side of a pairing that an organization is on; else the side it is registered on."""
        found = self.side_of(pairing, organization)
        if found is not None:
            return found
        registered = self.organizations.get(organization)
        return registered.side if registered else None

    def direction_of(self, activity: Activity) -> Direction | None:
        """Who went to whom: as recorded, or as usual for the kind of work."""
        if activity.direction is not None:
            return activity.direction
        kind = self.activity_kinds.get(activity.kind)
        return kind.direction if kind else None

    def going(self, activity: Activity) -> Side | None:
        """The side that went; None where both did or nobody knows."""
        direction = self.direction_of(activity)
        return direction.goes if direction else None

    def title_of(self, pairing: Pairing) -> str:
        """A pairing's title: its own, or made of the names of both sides."""
        if pairing.title:
            return pairing.title
        helper = "、".join(member.organization for member in pairing.helper)
        helped = "、".join(member.organization for member in pairing.helped)
        return f"{helper} → {helped}"


__all__ = ["Entry", "EvidenceFact", "Index", "Repository", "plain_name"]
