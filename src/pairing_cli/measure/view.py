"""A programme as it stands on a day: records dated later do not exist yet.

The view also knows which blocks of the rubrics ask for what, because whether an activity counts as
held depends on the documents that the rubrics require of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pairing_cli.measure.about import About
from pairing_cli.measure.arrivals import Arrivals, HandedIn
from pairing_cli.measure.select import Selector
from pairing_cli.measure.shelves import Shelves, merged
from pairing_cli.measure.stretch import Stretch
from pairing_cli.model.dates import Days
from pairing_cli.model.judgements import Finding, Standing, Verdict, Waiver
from pairing_cli.model.log import Activity
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.places import At, Route
from pairing_cli.model.plans import Plan
from pairing_cli.model.programme import Programme, Reporting, Term
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.requirements import DocumentNeed, Requirement
from pairing_cli.model.rubric import Earning, Item, earnings
from pairing_cli.model.selections import Selection
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


class View:
    """What of a repository exists on ``as_of``, grouped for counting."""

    def __init__(self, repository: Repository, as_of: date) -> None:
        """Look at a repository as of a day. The programme must have been readable."""
        if repository.programme is None:
            raise ValueError("a view needs a programme")
        self.repository = repository
        self.as_of = as_of
        self.programme: Programme = repository.programme.record
        self._selectors: dict[int, tuple[Selection, Selector]] = {}
        self.about = About(repository, as_of)

    def selector(self, selection: Selection) -> Selector:
        """The selection with its names looked up, once for the same one."""
        known = self._selectors.get(id(selection))
        if known is None:
            selector = Selector(self.repository, selection, self.as_of)
            known = self._selectors[id(selection)] = (selection, selector)
        return known[1]

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

    @cached_property
    def _blocks_of(self) -> dict[int, list[Block]]:
        grouped: dict[int, list[Block]] = {}
        for block in self.blocks:
            for owner in {id(block.item), id(block.earning)}:
                grouped.setdefault(owner, []).append(block)
        return grouped

    def blocks_of(self, owner: Earning) -> list[Block]:
        """The blocks of an item, its parts' included, or of a part."""
        return self._blocks_of.get(id(owner), [])

    @cached_property
    def _asking(self) -> dict[str | None, list[Block]]:
        """The blocks that ask for activities, by kind of work; under None, those of any kind."""
        asking = [block for block in self.blocks if block.selector is not None]
        kinds = {kind for block in asking if block.selector for kind in block.selector.kinds}
        return {
            kind: [
                block
                for block in asking
                if block.selector and (not block.selector.kinds or kind in block.selector.kinds)
            ]
            for kind in (None, *kinds)
        }

    def asking(self, kind: str) -> list[Block]:
        """The blocks that may ask for activities of a kind of work, given by its key."""
        return self._asking.get(kind, self._asking[None])

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
    def shelves(self) -> Shelves:
        """The same activities by unit and kind; in order of pairing, date and id."""
        grouped = self.activities
        return Shelves(self.repository, [e for key in sorted(grouped) for e in grouped[key]])

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
    def _arrivals(self) -> Arrivals:
        return Arrivals(self.repository, self.activities, self.as_of)

    def handed_in(self, stretch: Stretch) -> Iterator[tuple[str, str | None, HandedIn]]:
        """The documents that may be of a stretch's unit, with their pairing and activity."""
        papers = self._handed_in
        if stretch.pairing is not None:
            places: Iterable[int] = self._papers_by.get(("pairing", stretch.pairing), ())
        elif stretch.organization is not None:
            units = (("organization", key) for key in stretch.family)
            places = merged([self._papers_by.get(unit, []) for unit in units])
        else:
            places = range(len(papers))
        return (papers[place] for place in places)

    @cached_property
    def _handed_in(self) -> list[tuple[str, str | None, HandedIn]]:
        return list(self._arrivals.all())

    @cached_property
    def _papers_by(self) -> dict[tuple[str, str], list[int]]:
        grouped: dict[tuple[str, str], list[int]] = {}
        key = self.repository.organizations.key
        for place, (pairing, _, paper) in enumerate(self._handed_in):
            grouped.setdefault(("pairing", pairing), []).append(place)
            for name in {key(name) for name in paper.document.from_}:
                grouped.setdefault(("organization", name), []).append(place)
        return grouped

    def papers(self, pairing: str, activity: str | None) -> list[HandedIn]:
        """What had come in for an activity, or for none; by date received."""
        return self._arrivals.of(pairing, activity)

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

    def teacher_pairs(self, pairing: str | None) -> Iterable[Entry[Mentorship]]:
        """The teacher pairs of a pairing, or of all."""
        return self.repository.mentorships if pairing is None else self._pairs.get(pairing, ())

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
