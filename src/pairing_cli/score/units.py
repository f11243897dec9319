"""Who is assessed: pairings, schools, or persons, each with where its records are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.measure.about import Subject
from pairing_cli.measure.eligible import meets
from pairing_cli.measure.register import members
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term
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

    def stretch(self, view: View, term: Term | None = None) -> Stretch:
        """Where its records are counted, for the programme or a term."""
        return Stretch(
            view.days_of(term),
            self.pairing,
            organization=self.organization,
            family=self.family,
            person=self.person,
            term=term.id if term else None,
        )

    @property
    def subject(self) -> Subject:
        """Whom ratings and results of surveys about it name."""
        if self.pairing is not None:
            return "pairing", self.pairing
        if self.organization is not None:
            return "organization", self.organization
        return "person", self.person or ""


def assessed(view: View, rubric: Rubric) -> Iterator[Assessed]:
    """Everybody whom a rubric assesses, in the order of the registers."""
    if rubric.unit == "pairing":
        for entry in view.repository.pairings:
            if not rubric.pairing_level or entry.record.level in rubric.pairing_level:
                title = view.repository.title_of(entry.record)
                yield Assessed(entry.key, title, entry.at, pairing=entry.key)
    elif rubric.unit == "school":
        yield from _schools(view, rubric)
    else:
        for person in view.repository.people:
            ways = rubric.people
            if not ways or any(meets(person.record, way, view.as_of) for way in ways):
                yield Assessed(person.key, person.record.name, person.at, person=person.key)


def _schools(view: View, rubric: Rubric) -> Iterator[Assessed]:
    choice, seen = rubric.schools, set[str]()
    for pairing in view.repository.pairings:
        for side, name in members(pairing.record, view.programme.period):
            found = view.repository.organizations.find(name)
            if found is None or found.key in seen:
                continue
            if choice is None or choice.takes(side, found.record.type, found.record.stage):
                seen.add(found.key)
                family = view.repository.family(found.key)
                title = found.record.title
                yield Assessed(found.key, title, found.at, organization=found.key, family=family)
