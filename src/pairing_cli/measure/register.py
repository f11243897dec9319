"""Counting what is registered rather than held: pairings (对), schools (校), teacher pairs, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pairing_cli.measure.arrivals import HandedIn
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.tally import Tally
from pairing_cli.measure.view import View
from pairing_cli.model.log import Activity
from pairing_cli.model.parties import Organization, Pairing
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry
from pairing_cli.model.selections import Selection


def teacher_pairs(
    view: View, selector: Selector, stretch: Stretch, busy: Sequence[Entry[Activity]] | None
) -> Iterator[Tally]:
    """The teacher pairs of the pairings and subjects selected, valid in a stretch, agreed by the day.

    With ``busy``, only those of whom one of these activities is recorded.
    """
    repository = view.repository
    here = {entry.key for entry in chosen(view, selector, stretch)}
    met = None if busy is None else _met(view, busy)
    for entry in view.teacher_pairs(stretch.pairing):
        record = entry.record
        valid = record.period is None or record.period.overlaps(stretch.days)
        agreed = record.signed_on is None or record.signed_on <= view.as_of
        ours = repository.pairings.key(record.pairing) in here
        fits = all(not each.subject or record.subject in each.subject for each in selector.chain)
        wanted = stretch.mentorship in (None, entry.key) and (met is None or entry.key in met)
        if valid and agreed and ours and fits and wanted:
            yield Tally(entry.at, f"{record.mentor}—{record.mentee}", 1)


def _met(view: View, busy: Sequence[Entry[Activity]]) -> set[str]:
    key = view.repository.mentorships.key
    return {key(entry.record.mentorship) for entry in busy if entry.record.mentorship}


def pairings(
    view: View, selector: Selector, stretch: Stretch, busy: Sequence[Entry[Activity]] | None
) -> Iterator[Tally]:
    """The pairings that are selected; with ``busy``, only those that held one of these activities."""
    repository = view.repository
    keys = None if busy is None else {repository.pairings.key(e.record.pairing) for e in busy}
    for entry in chosen(view, selector, stretch, replaced=busy is not None):
        if keys is None or entry.key in keys:
            yield Tally(entry.at, repository.title_of(entry.record), 1)


def schools(
    view: View, selector: Selector, stretch: Stretch, busy: Sequence[Entry[Activity]] | None
) -> Iterator[Tally]:
    """The different organizations of the pairings that are selected.

    With ``busy``, only those that took part in one of these activities, or where one was held.
    """
    reached = None if busy is None else _reached(view, busy)
    organizations = view.repository.organizations
    seen: set[str] = set()
    for entry in chosen(view, selector, stretch, replaced=busy is not None):
        for side, name in entry.record.during(stretch.days):
            found = organizations.find(name)
            if found is None or found.key in seen or stretch.side not in (None, side):
                continue
            fits = all(_takes_school(each, side, found.record) for each in selector.chain)
            family = view.repository.family(found.key)
            here = stretch.organization in (None, found.key)
            if fits and here and (reached is None or not reached.isdisjoint(family)):
                seen.add(found.key)
                yield Tally(found.at, found.record.title, 1)


def chosen(
    view: View, selector: Selector, stretch: Stretch, *, replaced: bool = True
) -> Iterator[Entry[Pairing]]:
    """The pairings that a selection names, valid in a stretch and begun by the day.

    Without ``replaced``, not those that another has taken over from by the day, or by the stretch's
    last day if that is earlier.
    """
    gone = set() if replaced else _replaced(view, min(view.as_of, stretch.days.end))
    key = view.repository.pairings.key
    found = None if stretch.pairing is None else view.repository.pairings.find(stretch.pairing)
    for entry in view.repository.pairings if found is None else (found,):
        record = entry.record
        begun = record.signed_on is None or record.signed_on <= view.as_of
        if record.period is not None:
            begun = begun and record.period.start <= view.as_of
            begun = begun and record.period.overlaps(stretch.days)
            begun = begun and entry.key not in gone
        named = all(
            not each.pairing or entry.key in map(key, each.pairing) for each in selector.chain
        )
        fits = named and all(takes_pairing(view, each, record) for each in selector.chain)
        if begun and fits and stretch.pairing in (None, entry.key):
            yield entry


def _replaced(view: View, day: date) -> set[str]:
    """The pairings that another had taken over from by a day."""
    key = view.repository.pairings.key
    return {
        key(entry.record.replaces)
        for entry in view.repository.pairings
        if entry.record.replaces
        and (entry.record.period is None or entry.record.period.start <= day)
    }


def takes_pairing(view: View, selection: Selection, pairing: Pairing) -> bool:
    """Whether a pairing is one that a selection asks for: its level, marks and kinds of members."""
    return (
        (not selection.pairing_level or pairing.level in selection.pairing_level)
        and selection.demonstration in (None, pairing.demonstration)
        and selection.filed in (None, pairing.filed_on is not None)
        and (not selection.from_type or _has_type(view, selection, pairing))
    )


def _has_type(view: View, selection: Selection, pairing: Pairing) -> bool:
    organizations = view.repository.organizations
    found = (
        organizations.get(member.organization)
        for side in selection.side or tuple(Side)
        for member in pairing.members(side)
    )
    return any(each is not None and each.type in selection.from_type for each in found)


def _takes_school(selection: Selection, side: Side, school: Organization) -> bool:
    return (not selection.side or side in selection.side) and (
        not selection.from_type or school.type in selection.from_type
    )


def _reached(view: View, busy: Sequence[Entry[Activity]]) -> set[str]:
    """The organizations that took part in activities, or where they were held."""
    key = view.repository.organizations.key
    found: set[str] = set()
    for entry in busy:
        found |= {key(line.from_) for line in entry.record.participants}
        found |= {key(entry.record.at)} if entry.record.at else set()
    return found


def documents(view: View, selector: Selector, stretch: Stretch) -> Iterator[Tally]:
    """The documents of the kinds selected that came in in a stretch and were not sent back.

    What documents an activity counts if the activity is selected; what stands alone, unless the
    selection asks for activities.
    """
    types = [
        {view.repository.document_types.key(name) for name in each.document}
        for each in selector.chain
        if each.document
    ]
    here = {entry.key for entry in chosen(view, selector, stretch)}
    for pairing, activity, paper in view.handed_in(stretch):
        wanted = all(paper.type in each for each in types)
        inside = paper.document.received in stretch.days and pairing in here
        if wanted and inside and not paper.rejected(view.as_of) and _from(selector, stretch, paper):
            found = view.repository.activities.find(activity) if activity else None
            apart = found is None and not selector.states_activity
            if apart or (found is not None and selector.fits(found.record)):
                yield Tally(
                    paper.at, f"{paper.document.received} {paper.type}", paper.document.number
                )


def _from(selector: Selector, stretch: Stretch, paper: HandedIn) -> bool:
    """Whether a paper was handed in by the side, and the school, that is asked for."""
    sides = [set(each.side) for each in selector.chain if each.side]
    sides += [{stretch.side}] if stretch.side else []
    handed_by = {selector.organization_key(name) for name in paper.document.from_}
    return all(not paper.sides.isdisjoint(each) for each in sides) and (
        stretch.organization is None or not handed_by.isdisjoint(stretch.family)
    )
