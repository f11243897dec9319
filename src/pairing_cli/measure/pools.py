"""How large a pool is: a figure that somebody entered, or the registered people who belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.measure.eligible import belongs, is_exempt
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.parties import Person
from pairing_cli.model.places import At
from pairing_cli.model.pools import Eligibility, Figure, FigureValue
from pairing_cli.model.repository import Entry


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool's size; None when nobody has said it. ``note`` says where it comes from."""

    size: Fraction | None
    note: Message
    at: tuple[At, ...] = ()
    title: str = ""


def pool_of(view: View, figure: Entry[Figure], stretch: Stretch) -> Pool:
    """The size of a pool on the view's day, for a stretch: its pairing, school and term.

    Of figures entered, the latest by the last day of the stretch, so that what is over keeps the
    number it was judged by; where all came later, the latest of them.
    """
    if figure.record.people is not None:
        return _counted(view, figure, figure.record.people, stretch)
    fitting = [
        found for found in _of_unit(view, figure, stretch) if _in_term(view, found[1], stretch)
    ]
    if not fitting:
        return Pool(None, say("pool.missing", figure=figure.record.title), (figure.at,))
    in_time = [found for found in fitting if found[1].date <= stretch.days.end]
    number, value = max(
        in_time or fitting, key=lambda found: (found[1].date, found[1].term is not None)
    )
    note = say("pool.entered", figure=figure.record.title, value=value.value, source=value.source)
    return Pool(value.value, note, (figure.place("values", number),))


def _of_unit(view: View, figure: Entry[Figure], stretch: Stretch) -> list[tuple[int, FigureValue]]:
    """A figure's values for a stretch's unit; a school's may be of a pairing or of none."""
    school, person = stretch.organization, stretch.person
    whose = [(stretch.pairing, school, person)]
    if school is not None:
        whose.append((None, school, person))
    return view.about.values(figure, *whose)


def _in_term(view: View, value: FigureValue, stretch: Stretch) -> bool:
    return value.term is None or view.repository.terms.key(value.term) == stretch.term


def _counted(view: View, figure: Entry[Figure], rule: Eligibility, stretch: Stretch) -> Pool:
    people = [entry for entry in view.repository.people if _counts(view, rule, stretch, entry)]
    exempt = [entry for entry in people if is_exempt(entry.record, rule.on)]
    inside = [entry for entry in people if entry not in exempt]
    note = say("pool.counted", figure=figure.record.title, number=len(inside), exempt=len(exempt))
    return Pool(
        Fraction(len(inside)) if inside else None, note, tuple(entry.at for entry in inside)
    )


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
    return belongs(view.repository, rule, entry.record)
