"""What may be chosen in a form, by its name for people, and what files say for it.

A school reads and picks names: 送课指导, 西街小学, 示例骨干01—示例徒弟01. Files hold keys. `Lists` turns one
into the other. Names are worded over the whole programme; what is offered is what concerns those
for whom the form is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from pairing_cli.forms import words
from pairing_cli.forms.data import Data
from pairing_cli.forms.scope import For, Scope, programme_scope
from pairing_cli.model.dates import months_of
from pairing_cli.model.log import Activity
from pairing_cli.model.parties import Mentorship, Person
from pairing_cli.model.plans import PlanTask
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository, plain_name
from pairing_cli.model.rubric import Rubric
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


class Lists:
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
        self.repository = repository
        self.scope = scope
        self._assessed = assessed or {}
        self._labels: dict[str, Mapping[str, str]] = {}
        self._references: dict[str, Mapping[str, str]] = {}
        self._keys: dict[str, str] = {}

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

    def key(self, name: str, reference: str) -> str:
        """The key of what a reference names in a list."""
        if name in WORDS or name.startswith(SCALE):
            return reference
        return self.repository.index(_base(name)).key(reference)

    def everywhere(self) -> Lists:
        """The lists for all of the programme."""
        return Lists(self.repository, programme_scope(self.repository), self._assessed)

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

    def evidence(self, path: str) -> Data:
        """A file as records name it: its path, with the fingerprint of its content where one is stated."""
        sha256 = self._stated.get(path)
        return path if sha256 is None else {"path": path, "sha256": sha256}

    @cached_property
    def _stated(self) -> Mapping[str, str]:
        """The fingerprints of files that records state, by path."""
        activities = (entry.record.documents for entry in self.repository.activities)
        alone = (entry.record for entry in self.repository.submissions)
        every = (*(document for each in activities for document in each), *alone)
        files = (file for document in every for file in document.file)
        return {file.path: file.sha256 for file in files if file.sha256 is not None}

    def same(self, name: str) -> str:
        """A name as it is compared: the key of what it names, if it names anything."""
        if name not in self._keys:
            indexes = (self.repository.index(each) for each in NAMED)
            found = (entry.key for index in indexes if (entry := index.find(name)) is not None)
            self._keys[name] = next(found, name)
        return self._keys[name]

    def offered(self, name: str) -> tuple[str, ...]:
        """The labels that a drop-down offers to those for whom the form is made."""
        base, _, side = name.partition(":")
        if base == "organizations" and side:
            return self.offered_of(Side(side))
        wanted = self._wanted.get(name)
        labels = self.labels(name)
        keys = labels if wanted is None else wanted()
        return tuple(dict.fromkeys(labels[key] for key in keys if key in labels))

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
        """What a record is called, and what tells it from another of that name."""
        record = entry.record
        repository = self.repository
        if isinstance(record, Activity):
            kind = self.label("activity_kinds", record.kind)
            title = f"{record.days.start} {record.title or kind}"
            return title, record.at or "", entry.key
        if isinstance(record, Mentorship):
            names = [self.label("people", each) for each in (record.mentor, record.mentee)]
            return "—".join(names), record.subject or "", entry.key
        if isinstance(record, Person):
            return record.name, record.organization or "", entry.key
        if isinstance(record, PlanTask):
            return f"{record.month} {record.work[:_BRIEF]}", entry.key
        found = next((pairing for pairing in repository.pairings if pairing is entry), None)
        if found is not None:
            return repository.title_of(found.record), entry.key
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

    # what is offered

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
        theirs = set(self._organizations())
        for entry in self.repository.people:
            home = entry.record.organization
            key = self.repository.organizations.key(home) if home else None
            if self.scope.whom is For.PROGRAMME or (key in theirs):
                yield entry.key

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
        for entry in self.repository.activities:
            if self.concerns(entry.record):
                yield entry.key

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


SCALE = "scale:"
"""How the list of a survey's levels begins; its id follows."""


def _base(name: str) -> str:
    """The list that a narrower one, such as the organizations of one side, is taken from."""
    return name if name.startswith(SCALE) else name.partition(":")[0]


def _named_by(activity: Activity) -> Iterator[str]:
    """The organizations that an activity names."""
    if activity.at is not None:
        yield activity.at
    yield from (line.from_ for line in activity.participants)
    for document in activity.documents:
        yield from document.from_


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
