"""Who belongs to a pool (符合条件人员): by school, stage, age, years at the school, rank, marks."""

from __future__ import annotations

from datetime import date

from pairing_cli.model.assessed import meets
from pairing_cli.model.dates import Month
from pairing_cli.model.parties import Person
from pairing_cli.model.pools import AgeLimit, Eligibility
from pairing_cli.model.repository import Repository


def belongs(repository: Repository, rule: Eligibility, person: Person) -> bool:
    """Whether a person fits a pool's rule, exemptions aside."""
    name = person.organization
    if rule.organization:
        families = (repository.family(each) for each in rule.organization)
        keys = frozenset().union(*families)
        if name is None or repository.organizations.key(name) not in keys:
            return False
    if rule.stage:
        found = repository.organizations.get(name) if name else None
        if found is None or set(rule.stage).isdisjoint(found.stage):
            return False
    young = all(_young_enough(person, limit, rule.on) for limit in rule.age)
    ways = rule.any_of
    return young and (not ways or any(meets(person, way, rule.on) for way in ways))


def _young_enough(person: Person, limit: AgeLimit, on: date) -> bool:
    """Whether a limit holds; of whom the sex is not known, the limits for both must."""
    if limit.sex is not None and person.sex not in (None, limit.sex):
        return True
    return person.born is not None and age(person.born, on) < limit.below


def age(born: Month, on: date) -> int:
    """Full years of age on a day, by the month of birth."""
    return on.year - born.year - (on.month < born.month)


def is_exempt(person: Person, on: date) -> bool:
    """Whether a person is exempt on a day."""
    return any(each.period is None or on in each.period for each in person.exemptions)
