"""Who is assessed: pairings, schools, or persons, each with where its records are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.times import clipped
from pairing_cli.measure.view import View
from pairing_cli.model import assessed as who
from pairing_cli.model.answers import Subject
from pairing_cli.model.dates import Days
from pairing_cli.model.parties import Organization, Pairing
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Repository
from pairing_cli.model.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Assessed:
    """A unit that is assessed. Of ``pairing``, ``organization`` and ``person`` one key is set."""

    key: str
    title: str
    at: At
    pairing: str | None = None
    organization: str | None = None
    family: frozenset[str] = frozenset()
    person: str | None = None
    period: Days | None = None
    profile: who.Profile = field(default_factory=who.Profile)

    def stretch(self, view: View, term: Term | None = None) -> Stretch:
        """Where its records are counted, for the programme or a term, while it is valid."""
        whole = view.days_of(term)
        return Stretch(
            clipped(self.period, whole) if self.period and self.period.overlaps(whole) else whole,
            self.pairing,
            organization=self.organization,
            family=self.family,
            person=self.person,
            term=term.id if term else None,
        )

    def terms(self, view: View) -> tuple[Term, ...]:
        """The terms in which it is valid."""
        period = self.period
        return tuple(term for term in view.terms if period is None or period.overlaps(term.period))

    @property
    def subject(self) -> Subject:
        """Whom ratings and results of surveys about it name."""
        if self.pairing is not None:
            return "pairing", self.pairing
        if self.organization is not None:
            return "organization", self.organization
        return "person", self.person or ""


def within(repository: Repository, unit: Assessed, other: Assessed) -> bool:
    """Whether one unit is another, or lies within it.

    A school lies in its pairing, people in their school, and a pairing of schools in their areas'.
    A pairing lies within each of its schools too, and a school within those who work there: so that
    a teacher's score may go by the school's.
    """
    if other.key == unit.key and other.subject[0] == unit.subject[0]:
        return True
    if unit.pairing is not None and other.pairing is not None:
        inner = repository.pairings.get(other.pairing)
        return inner is not None and repository.pairings.key(inner.within or "") == unit.pairing
    if unit.pairing is not None:
        home = _home(repository, other)
        return home is not None and repository.side_of(unit.pairing, home) is not None
    if unit.organization is not None and other.pairing is None:
        return _home(repository, other) in unit.family
    home = _home(repository, unit)
    if other.pairing is not None:
        homes = unit.family or ({home} if home else set())
        return any(repository.side_of(other.pairing, each) is not None for each in homes)
    return home in other.family


def _home(repository: Repository, unit: Assessed) -> str | None:
    """The organization that a unit is, or that a person belongs to."""
    if unit.person is None:
        return unit.organization
    person = repository.people.get(unit.person)
    name = person.organization if person else None
    return repository.organizations.key(name) if name else None


def assessed(view: View, rubric: Rubric) -> Iterator[Assessed]:
    """Everybody whom a rubric assesses, in the order of the registers."""
    repository = view.repository
    for entry in who.assessed(repository, rubric, view.as_of):
        key, at, record = entry.key, entry.at, entry.record
        profile = who.PROFILES[rubric.unit](repository, key)
        if isinstance(record, Pairing):
            yield Assessed(
                key,
                repository.title_of(record),
                at,
                pairing=key,
                period=record.period,
                profile=profile,
            )
        elif isinstance(record, Organization):
            family = repository.family(key)
            yield Assessed(key, record.title, at, organization=key, family=family, profile=profile)
        else:
            yield Assessed(key, record.name, at, person=key, profile=profile)
