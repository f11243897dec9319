"""What a form offers to choose from to those for whom it is made, and which records concern them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from pairing_cli.forms import words
from pairing_cli.forms.naming import Naming
from pairing_cli.forms.scope import For, Scope, programme_scope
from pairing_cli.model.dates import months_of
from pairing_cli.model.log import Activity
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import Rubric


class Lists(Naming):
    """The lists of a programme's forms for some scope."""

    def __init__(
        self,
        repository: Repository,
        scope: Scope,
        assessed: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Word the lists of a repository for those for whom forms are made.

        ``assessed`` are the keys of those whom each rubric assesses; for one that is missing, everybody
        of the kind that it assesses.
        """
        super().__init__(repository)
        self.scope = scope
        self._assessed = assessed or {}

    def everywhere(self) -> Lists:
        """The lists for all of the programme."""
        return self.for_(programme_scope(self.repository))

    def for_(self, scope: Scope) -> Lists:
        """The same lists for others; what is worded once is worded for all of them."""
        found = Lists(self.repository, scope, self._assessed)
        found.share(self)
        found._of_pairing = self._of_pairing
        return found

    @cached_property
    def _of_pairing(self) -> Mapping[str, list[Entry[Activity]]]:
        """The activities of each pairing, by its key."""
        found: dict[str, list[Entry[Activity]]] = {}
        for entry in self.repository.activities:
            found.setdefault(self.repository.pairings.key(entry.record.pairing), []).append(entry)
        return found

    def activities(self) -> list[Entry[Activity]]:
        """The activities of the pairings that are meant, by their days."""
        every = (self._of_pairing.get(key, []) for key in sorted(self.scope.pairings))
        return sorted((e for some in every for e in some), key=lambda entry: entry.record.days)

    def assessed(self, rubric: Rubric) -> Iterator[str]:
        """The keys of those in scope whom a rubric assesses."""
        repository = self.repository
        if rubric.unit == "pairing":
            every: Iterable[str] = (entry.key for entry in repository.pairings)
            meant: Callable[[str], bool] = self.scope.has_pairing
        else:
            index = repository.organizations if rubric.unit == "school" else repository.people
            every = (entry.key for entry in index)
            meant = self._is_theirs if rubric.unit == "school" else self._works_there
        yield from (key for key in self._assessed.get(rubric.id, every) if meant(key))

    def _is_theirs(self, organization: str) -> bool:
        return self.scope.whom is For.PROGRAMME or organization in (
            self.scope.family if self.scope.family is not None else set(self._organizations())
        )

    def _works_there(self, person: str) -> bool:
        home = self.home(person)
        return self.scope.whom is For.PROGRAMME or (home is not None and self._is_theirs(home))

    def months(self) -> tuple[str, ...]:
        """The months of the programme, or of the term that is meant."""
        programme = self.repository.programme
        if programme is None:
            return ()
        term = self.scope.term
        period = term.period if term else programme.record.period
        return tuple(words.month_text(month) for month in months_of(period))

    def offered(self, name: str) -> tuple[str, ...]:
        """The labels that a drop-down offers to those for whom the form is made."""
        base, _, side = name.partition(":")
        if base == "organizations" and side:
            return self.offered_of(Side(side))
        wanted = self._wanted.get(name)
        labels = self.labels(name)
        keys = labels if wanted is None else wanted()
        return tuple(dict.fromkeys(labels[key] for key in keys if key in labels))

    @cached_property
    def _wanted(self) -> Mapping[str, Callable[[], Iterable[str]]]:
        """How the keys are found that concern those for whom the form is made."""
        return {
            "organizations": self._organizations,
            "people": self._people,
            "pairings": lambda: [e.key for e in self.repository.pairings if self._in(e.key)],
            "mentorships": self._mentorships,
            "activities": self._activities,
            "plan_lines": self._plan_lines,
            "activity_kinds:mentorship": self._of_exchanges,
        }

    def _of_exchanges(self) -> Iterable[str]:
        """The kinds of work that exchanges of teacher pairs are recorded as; every kind if there are none."""
        kinds = self.repository.activity_kinds
        records = (entry.record for entry in self.repository.activities)
        found = [kinds.key(each.kind) for each in records if each.mentorship is not None]
        return dict.fromkeys(found or self.labels("activity_kinds"))

    def _in(self, pairing: str) -> bool:
        return self.scope.has_pairing(self.repository.pairings.key(pairing))

    def _organizations(self) -> Iterator[str]:
        if self.scope.whom is For.PROGRAMME:
            yield from (entry.key for entry in self.repository.organizations)
            return
        for side in Side:
            yield from self.members(side)

    def members(self, side: Side) -> tuple[str, ...]:
        """The keys of the organizations on a side of the pairings that are meant, campuses included."""
        found: dict[str, None] = {}
        for pairing in self.repository.pairings:
            if not self._in(pairing.key):
                continue
            for entry in self.repository.organizations:
                if self.repository.side_of(pairing.key, entry.key) is side:
                    found[entry.key] = None
        return tuple(found)

    def offered_of(self, side: Side) -> tuple[str, ...]:
        """The labels of the organizations on a side."""
        return tuple(self.label("organizations", key) for key in self.members(side))

    def _people(self) -> Iterator[str]:
        """The people of those meant, and of those on the other side of their pairings."""
        for entry in self.repository.people:
            home = entry.record.organization
            key = self.repository.organizations.key(home) if home else ""
            if self.scope.whom is For.PROGRAMME or self._meets(key):
                yield entry.key

    def _meets(self, organization: str) -> bool:
        """Whether an organization is one of those meant, or helps or is helped by one."""
        if self.scope.whom is For.SCHOOL and self.scope.has(organization):
            return True
        sides = (
            (
                self.repository.side_of(pairing, organization),
                self.repository.side_of(pairing, self.scope.key),
            )
            for pairing in self.scope.pairings
        )
        return any(side is not None and side is not own for side, own in sides)

    def _mentorships(self) -> Iterator[str]:
        for entry in self.repository.mentorships:
            if self._in(entry.record.pairing) and self.concerns_people(entry.record):
                yield entry.key

    def concerns_people(self, mentorship: Mentorship) -> bool:
        """Whether one of a teacher pair is of the school that is meant."""
        homes = (self.home(name) for name in (mentorship.mentor, mentorship.mentee))
        return any(home is not None and self.scope.has(home) for home in homes) or (
            self.scope.family is None
        )

    def home(self, person: str) -> str | None:
        """The key of the organization where a person works."""
        found = self.repository.people.get(person)
        if found is None or found.organization is None:
            return None
        return self.repository.organizations.key(found.organization)

    def _activities(self) -> Iterator[str]:
        yield from (entry.key for entry in self.activities() if self.concerns(entry.record))

    def concerns(self, activity: Activity) -> bool:
        """Whether an activity is of the pairings, the term, and the school that are meant.

        A school is concerned where it is named; what names nobody concerns all of its pairing.
        """
        if not self._in(activity.pairing) or not self.scope.during(activity.days):
            return False
        if self.scope.family is None:
            return True
        pair = self.repository.mentorships.get(activity.mentorship or "")
        if pair is not None:
            return self.concerns_people(pair)
        named = set(_named_by(activity))
        keys = {self.repository.organizations.key(name) for name in named}
        return not named or any(self.scope.has(key) for key in keys)

    def _plan_lines(self) -> Iterator[str]:
        """Lines of the plans of these pairings, of every schedule that is not another's, milestones."""
        others = {
            task.id
            for plan in self.repository.plans
            for task in plan.record.tasks
            if not self._in(plan.record.pairing)
        } | {
            line.id
            for schedule in self.repository.schedules
            for line in schedule.record.lines
            if line.pairing and not self._in(line.pairing)
        }
        yield from (each.key for each in self.repository.plan_lines if each.key not in others)


def _named_by(activity: Activity) -> Iterator[str]:
    """The organizations that an activity names."""
    if activity.at is not None:
        yield activity.at
    yield from (line.from_ for line in activity.participants)
    for document in activity.documents:
        yield from document.from_
