"""How large a pool is: a figure that somebody entered, or the registered people who belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days, Month
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.parties import Person
from pairing_cli.model.places import At
from pairing_cli.model.pools import AgeLimit, Eligibility, Figure, FigureValue, Membership
from pairing_cli.model.repository import Entry


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool's size; None when nobody has said it. ``note`` says where it comes from."""

    size: Fraction | None
    note: Message
    at: tuple[At, ...] = ()


def pool_of(view: View, figure: Entry[Figure], stretch: Stretch) -> Pool:
    """The size of a pool on the view's day, for a stretch: its pairing, school and term.

    Of figures entered, the latest by the last day of the stretch, so that what is over keeps the
    number it was judged by; where all came later, the latest of them.
    """
    if figure.record.people is not None:
        return _counted(view, figure, figure.record.people, stretch)
    fitting = [
        (number, value)
        for number, value in enumerate(figure.record.values)
        if value.date <= view.as_of and _is_of(view, value, stretch)
    ]
    if not fitting:
        return Pool(None, say("pool.missing", figure=figure.record.title), (figure.at,))
    in_time = [found for found in fitting if found[1].date <= stretch.days.end]
    number, value = max(
        in_time or fitting, key=lambda found: (found[1].date, found[1].term is not None)
    )
    note = say("pool.entered", figure=figure.record.title, value=value.value, source=value.source)
    return Pool(value.value, note, (figure.place("values", number),))


def _is_of(view: View, value: FigureValue, stretch: Stretch) -> bool:
    repository = view.repository
    pairing = repository.pairings.key(value.pairing) if value.pairing else None
    organization = repository.organizations.key(value.organization) if value.organization else None
    term = repository.terms.key(value.term) if value.term else None
    school = stretch.organization
    return (
        (pairing == stretch.pairing or (pairing is None and school is not None))
        and organization == school
        and term in (None, stretch.term)
    )


def _counted(view: View, figure: Entry[Figure], rule: Eligibility, stretch: Stretch) -> Pool:
    people = [entry for entry in view.repository.people if _counts(view, rule, stretch, entry)]
    exempt = [entry for entry in people if is_exempt(entry.record, rule.on)]
    inside = [entry for entry in people if entry not in exempt]
    note = say("pool.counted", figure=figure.record.title, number=len(inside), exempt=len(exempt))
    return Pool(Fraction(len(inside)), note, tuple(entry.at for entry in inside))


def _counts(view: View, rule: Eligibility, stretch: Stretch, entry: Entry[Person]) -> bool:
    organization = entry.record.organization
    if stretch.organization is not None and (
        organization is None
        or view.repository.organizations.key(organization) not in stretch.family
    ):
        return False
    if stretch.pairing is not None and (
        organization is None or view.repository.side_of(stretch.pairing, organization) is None
    ):
        return False
    return belongs(view, rule, entry.record)


def belongs(view: View, rule: Eligibility, person: Person) -> bool:
    """Whether a person fits a pool's rule, exemptions aside."""
    name = person.organization
    if rule.organization:
        families = (view.repository.family(each) for each in rule.organization)
        keys = frozenset().union(*families)
        if name is None or view.repository.organizations.key(name) not in keys:
            return False
    if rule.stage:
        found = view.repository.organizations.get(name) if name else None
        if found is None or set(rule.stage).isdisjoint(found.stage):
            return False
    young = all(_young_enough(person, limit, rule.on) for limit in rule.age)
    ways = rule.any_of
    return young and (not ways or any(_meets(person, way, rule.on) for way in ways))


def _young_enough(person: Person, limit: AgeLimit, on: date) -> bool:
    """Whether a limit holds; of whom the sex is not known, the limits for both must."""
    if limit.sex is not None and person.sex not in (None, limit.sex):
        return True
    return person.born is not None and age(person.born, on) < limit.below


def age(born: Month, on: date) -> int:
    """Full years of age on a day, by the month of birth."""
    return on.year - born.year - (on.month < born.month)


def _meets(person: Person, way: Membership, on: date) -> bool:
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


def is_exempt(person: Person, on: date) -> bool:
    """Whether a person is exempt on a day."""
    return any(each.period is None or on in each.period for each in person.exemptions)
