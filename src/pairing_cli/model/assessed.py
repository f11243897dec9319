"""Who is assessed by a rubric (考核对象), and what is asked of each (适用对象)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pairing_cli.model.dates import Days
from pairing_cli.model.parties import Organization, Pairing, Person
from pairing_cli.model.pools import Membership
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import Item, OnlyFor, Rubric, Section


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells one assessed unit from another: what it is, and where it stands."""

    side: Side | None = None
    type: str | None = None
    stages: frozenset[str] = frozenset()
    level: str | None = None
    post: str | None = None
    marks: frozenset[str] = frozenset()

    def fits(self, line: OnlyFor) -> bool:
        """Whether all that a line says is true of it."""
        return (
            line.side in (None, self.side)
            and (not line.type or self.type in line.type)
            and (not line.stage or not self.stages.isdisjoint(line.stage))
            and (not line.level or self.level in line.level)
            and (not line.post or self.post in line.post)
            and (not line.mark or not self.marks.isdisjoint(line.mark))
        )

    def among(self, lines: Iterable[OnlyFor]) -> bool:
        """Whether one of some lines fits; of no lines, everybody does."""
        lines = tuple(lines)
        return not lines or any(self.fits(line) for line in lines)


def profile_of_pairing(repository: Repository, key: str) -> Profile:
    """What is known of a pairing: its level, and the stages of its schools."""
    pairing = repository.pairings.get(key)
    if pairing is None:
        return Profile()
    names = (member.organization for side in Side for member in pairing.members(side))
    schools = (repository.organizations.get(name) for name in names)
    stages = frozenset(stage for school in schools if school for stage in school.stage)
    return Profile(stages=stages, level=pairing.level.value if pairing.level else None)


def profile_of_school(repository: Repository, key: str) -> Profile:
    """What is known of a school: its side in the first pairing that names it, its type and stages."""
    school = repository.organizations.get(key)
    if school is None:
        return Profile()
    sides = (repository.side_of(pairing.key, key) for pairing in repository.pairings)
    side = next((found for found in sides if found is not None), school.side)
    return Profile(side, school.type, frozenset(school.stage))


def profile_of_person(repository: Repository, key: str) -> Profile:
    """What is known of a person: post, rank and marks, and the school."""
    person = repository.people.get(key)
    if person is None:
        return Profile()
    school = profile_of_school(repository, repository.organizations.key(person.organization or ""))
    marks = frozenset(person.marks)
    return Profile(school.side, school.type, school.stages, person.level, person.post, marks)


PROFILES = {
    "pairing": profile_of_pairing,
    "school": profile_of_school,
    "person": profile_of_person,
}
"""How to find what is known of a unit, by what a rubric assesses."""


def meets(person: Person, way: Membership, on: date) -> bool:
    """Whether a person fits one way to belong, on a day."""
    since, needed = person.at_school_since, way.at_school_for
    stayed = needed is None or (
        since is not None and since <= on and needed.reached_by(Days(since, on))
    )
    return (
        stayed
        and (not way.level or person.level in way.level)
        and (not way.post or person.post in way.post)
        and (not way.mark or not set(way.mark).isdisjoint(person.marks))
    )


Unit = Entry[Pairing] | Entry[Organization] | Entry[Person]


def assessed(repository: Repository, rubric: Rubric, on: date) -> Iterator[Unit]:
    """Those whom a rubric assesses on a day, in the order of the registers."""
    if rubric.unit == "pairing":
        for pairing in repository.pairings:
            if not rubric.pairing_level or pairing.record.level in rubric.pairing_level:
                yield pairing
    elif rubric.unit == "school":
        yield from _schools(repository, rubric)
    else:
        for person in repository.people:
            if not rubric.people or any(meets(person.record, way, on) for way in rubric.people):
                yield person


def _schools(repository: Repository, rubric: Rubric) -> Iterator[Entry[Organization]]:
    choice, seen = rubric.schools, set[str]()
    period = repository.programme.record.period if repository.programme else None
    for pairing in repository.pairings:
        for side, name in pairing.record.during(period):
            found = repository.organizations.find(name)
            if found is None or found.key in seen:
                continue
            if choice is None or choice.takes(side, found.record.type, found.record.stage):
                seen.add(found.key)
                yield found


def asked(rubric: Rubric, profile: Profile) -> Iterator[tuple[Section, Item]]:
    """The items that are asked of a unit, or whose points are shared by its others."""
    for section in rubric.sections:
        for item in section.items:
            if profile.among(section.only_for) and (
                item.otherwise == "shared" or profile.among(item.only_for)
            ):
                yield section, item
