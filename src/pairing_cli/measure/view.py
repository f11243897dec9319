"""A programme as it stands on a day: records dated later do not exist yet.

The view also knows which blocks of the rubrics ask for what, because whether an activity counts as
held depends on the documents that the rubrics require of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pairing_cli.measure.select import Selector
from pairing_cli.model.dates import Days
from pairing_cli.model.judgements import Finding, Standing, Verdict, Waiver
from pairing_cli.model.log import Activity, Document
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.places import At, Route
from pairing_cli.model.plans import Plan
from pairing_cli.model.programme import Programme, Reporting, Side, Term
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import DocumentNeed, Earning, Item, Requirement, earnings
from pairing_cli.model.workdays import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A requirement of a rubric with its item, its place, and its selection looked up."""

    rubric: str
    item: Item
    earning: Earning
    requirement: Requirement
    at: At
    selector: Selector | None
    conditions: tuple[Selector, ...]

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of its item, and of the item or part that it earns for."""
        return self.item.id, self.earning.id

    def needs(self, types: frozenset[str], view: View) -> bool:
        """Whether it asks for one of these document types."""
        return any(
            not types.isdisjoint(view.type_keys(need)) for need in self.requirement.documents
        )


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


class View:
    """What of a repository exists on ``as_of``, grouped for counting."""

    def __init__(self, repository: Repository, as_of: date) -> None:
        """Look at a repository as of a day. The programme must have been readable."""
        if repository.programme is None:
            raise ValueError("a view needs a programme")
        self.repository = repository
        self.as_of = as_of
        self.programme: Programme = repository.programme.record

    @property
    def reporting(self) -> Reporting:
        """The programme's rules for handing in documents."""
        return self.programme.reporting

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The programme's working days."""
        return WorkCalendar(self.programme)

    def is_holiday(self, day: date) -> bool:
        """Whether the programme's own table says that a day is not worked."""
        return self.calendar.stated(day) is False

    @property
    def terms(self) -> tuple[Term, ...]:
        """The programme's terms."""
        return self.programme.terms

    def term_holding(self, day: date) -> Term | None:
        """The term in which a day lies."""
        return next((term for term in self.terms if day in term.period), None)

    def days_of(self, term: Term | None) -> Days:
        """The days of a term, or of the whole programme."""
        return term.period if term else self.programme.period

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of every rubric."""
        return tuple(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        for entry in self.repository.rubrics:
            for route, item in entry.record.items():
                for inner, earning in earnings(item):
                    for number, requirement in enumerate(earning.requires):
                        steps: Route = (*route, *inner, "requires", number)
                        yield self._block(entry, item, earning, requirement, entry.place(*steps))

    def _block(
        self,
        rubric: Entry[object],  # type: ignore[type-var]
        item: Item,
        earning: Earning,
        requirement: Requirement,
        at: At,
    ) -> Block:
        wanted = requirement.activities
        conditions = (
            Selector(self.repository, need.complete_when.of, self.as_of)
            for need in requirement.documents
            if need.complete_when
        )
        return Block(
            rubric.key,
            item,
            earning,
            requirement,
            at,
            Selector(self.repository, wanted.of, self.as_of) if wanted else None,
            tuple(conditions),
        )

    @cached_property
    def activities(self) -> dict[str, tuple[Entry[Activity], ...]]:
        """The activities that had begun, by pairing, in order of date and id."""
        grouped: dict[str, list[Entry[Activity]]] = {}
        for entry in self.repository.activities:
            if entry.record.days.start <= self.as_of:
                key = self.repository.pairings.key(entry.record.pairing)
                grouped.setdefault(key, []).append(entry)
        return {
            key: tuple(sorted(entries, key=lambda entry: (entry.record.days, entry.key)))
            for key, entries in grouped.items()
        }

    @cached_property
    def fulfilled(self) -> Counter[str]:
        """How many activities that had begun point to a plan line or milestone, by its key."""
        key = self.repository.plan_lines.key
        begun = (entry for entries in self.activities.values() for entry in entries)
        return Counter(key(name) for entry in begun for name in entry.record.fulfils)

    @cached_property
    def target_waivers(self) -> tuple[Entry[Waiver], ...]:
        """The exceptions about targets approved by the day."""
        return tuple(
            entry
            for entry in self.repository.waivers
            if entry.record.quota and entry.record.date <= self.as_of
        )

    @cached_property
    def _papers(self) -> dict[tuple[str, str | None], list[HandedIn]]:
        papers: dict[tuple[str, str | None], list[HandedIn]] = {}
        for pairing, entries in self.activities.items():
            for entry in entries:
                for number, document in enumerate(entry.record.documents):
                    place = entry.place("documents", number)
                    self._file(papers, (pairing, entry.key), document, place)
        for submission in self.repository.submissions:
            record = submission.record
            pairing = self.repository.pairings.key(record.pairing)
            activity = record.activity and self.repository.activities.key(record.activity)
            self._file(papers, (pairing, activity), record, submission.at, record.term)
        for found in papers.values():
            found.sort(
                key=lambda paper: (paper.document.received, paper.at.file, str(paper.at.route))
            )
        return papers

    def _file(
        self,
        papers: dict[tuple[str, str | None], list[HandedIn]],
        key: tuple[str, str | None],
        document: Document,
        at: At,
        term: str | None = None,
    ) -> None:
        if document.received > self.as_of:
            return
        sides = (self.repository.side_of(key[0], name) for name in document.from_)
        term_key = self.repository.terms.key(term) if term else None
        kind = self.repository.document_types.key(document.type)
        known = frozenset(side for side in sides if side)
        papers.setdefault(key, []).append(HandedIn(document, at, kind, known, term_key))

    def papers(self, pairing: str, activity: str | None) -> list[HandedIn]:
        """What had come in for an activity, or for none; by date received."""
        return self._papers.get((pairing, activity), [])

    def type_keys(self, need: DocumentNeed) -> frozenset[str]:
        """The document types that satisfy a need."""
        return frozenset(self.repository.document_types.key(name) for name in need.type)

    @cached_property
    def waivers(self) -> dict[str, tuple[Entry[Waiver], ...]]:
        """The exceptions about documents approved by the day, by pairing."""
        grouped: dict[str, list[Entry[Waiver]]] = {}
        for entry in self.repository.waivers:
            if entry.record.date <= self.as_of and entry.record.pairing and not entry.record.quota:
                key = self.repository.pairings.key(entry.record.pairing)
                grouped.setdefault(key, []).append(entry)
        return {key: tuple(entries) for key, entries in grouped.items()}

    @cached_property
    def falsifications(self) -> tuple[Entry[Finding], ...]:
        """The findings of falsification that stand upheld on the day."""
        return tuple(
            entry
            for entry in self.repository.findings
            if entry.record.verdict is Verdict.FALSIFIED
            and entry.record.date <= self.as_of
            and entry.record.standing(self.as_of) is Standing.UPHELD
        )

    @cached_property
    def falsified_activities(self) -> dict[str, Entry[Finding]]:
        """The activities that such a finding is about."""
        return {
            self.repository.activities.key(entry.record.activity): entry
            for entry in self.falsifications
            if entry.record.activity
        }

    @cached_property
    def _pairs(self) -> dict[str, list[Entry[Mentorship]]]:
        grouped: dict[str, list[Entry[Mentorship]]] = {}
        for entry in self.repository.mentorships:
            key = self.repository.pairings.key(entry.record.pairing)
            grouped.setdefault(key, []).append(entry)
        return grouped

    def mentorships(self, pairing: str, days: Days) -> tuple[Entry[Mentorship], ...]:
        """The teacher pairs of a pairing that are valid at some time of a stretch of days."""
        return tuple(
            entry
            for entry in self._pairs.get(pairing, ())
            if entry.record.period is None or entry.record.period.overlaps(days)
        )

    @cached_property
    def plans(self) -> dict[str, list[Entry[Plan]]]:
        """The plans, by pairing."""
        grouped: dict[str, list[Entry[Plan]]] = {}
        for entry in self.repository.plans:
            key = self.repository.pairings.key(entry.record.pairing)
            grouped.setdefault(key, []).append(entry)
        return grouped
