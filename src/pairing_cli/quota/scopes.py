"""The scopes in which a target is held separately: each side, pairing, school, term, week, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pairing_cli.measure.register import takes_pairing
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.times import clipped, split_time
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.programme import Side
from pairing_cli.model.selections import SchoolChoice, Scope
from pairing_cli.model.targets import Quota


@dataclass(frozen=True, slots=True)
class Cell:
    """One scope of a target: where to count, its key, and what it is called."""

    stretch: Stretch
    key: str
    names: tuple[str | Message, ...]

    def narrowed(self, stretch: Stretch, key: str, name: str | Message) -> Cell:
        """A scope inside this one."""
        joined = f"{self.key}/{key}" if self.key else key
        return Cell(stretch, joined, (*self.names, name))

    @property
    def title(self) -> Message:
        """What the scope is called; the programme as a whole when nothing narrows it."""
        if not self.names:
            return say("scope.programme")
        return say("scope.joined", names=self.names)


def all_of(scopes: tuple[Scope, ...]) -> Message:
    """What the scopes of a target are called together, such as: each pairing, each term."""
    return say("scope.each", names=tuple(say(f"scope.{scope}") for scope in scopes))


def cells(view: View, quota: Quota) -> tuple[Cell, ...]:
    """Every scope of a target, in the order of the programme."""
    found = [Cell(Stretch(quota.period or view.programme.period), "", ())]
    for scope in Scope:
        if scope in quota.per:
            split = _SPLITS[scope]
            found = [inner for outer in found for inner in split(view, quota, outer)]
    memberships = _memberships(view) if Scope.SCHOOL in quota.per else {}
    return tuple(cell for cell in found if _valid(view, cell.stretch, memberships))


def _memberships(view: View) -> dict[str, list[tuple[str, Days]]]:
    """The pairings each organization belongs to, and when."""
    found: dict[str, list[tuple[str, Days]]] = defaultdict(list)
    for pairing in view.repository.pairings:
        whole = pairing.record.period or _ALWAYS
        for side in Side:
            for member in pairing.record.members(side):
                days = clipped(member.period or _ALWAYS, whole)
                found[view.repository.organizations.key(member.organization)].append(
                    (pairing.key, days)
                )
    return found


def _valid(view: View, stretch: Stretch, memberships: dict[str, list[tuple[str, Days]]]) -> bool:
    """Whether the pairing, teacher pair and school of a stretch are there at some time of it."""
    repository = view.repository
    pairing = repository.pairings.get(stretch.pairing) if stretch.pairing else None
    pair = repository.mentorships.get(stretch.mentorship) if stretch.mentorship else None
    periods = (each.period or _ALWAYS for each in (pairing, pair) if each is not None)
    return all(period.overlaps(stretch.days) for period in periods) and (
        stretch.organization is None
        or any(
            stretch.pairing in (None, key) and days.overlaps(stretch.days)
            for key, days in memberships[stretch.organization]
        )
    )


_ALWAYS = Days(date.min, date.max)


def _sides(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    for side in Side:
        party = next((each.title for each in view.programme.parties if each.side is side), None)
        name = party or say(f"side.{side}")
        yield outer.narrowed(replace(outer.stretch, side=side), side.value, name)


def _pairings(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    chosen = {view.repository.pairings.key(name) for name in quota.of.pairing}
    for entry in view.repository.pairings:
        period = entry.record.period
        valid = period is None or period.overlaps(outer.stretch.days)
        named = not chosen or entry.key in chosen
        if valid and named and takes_pairing(view, quota.of, entry.record):
            days = clipped(period, outer.stretch.days) if period else outer.stretch.days
            stretch = replace(outer.stretch, pairing=entry.key, days=days)
            yield outer.narrowed(stretch, entry.key, view.repository.title_of(entry.record))


def _schools(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    organizations = view.repository.organizations
    seen: set[str] = set()
    for pairing in view.repository.pairings:
        if outer.stretch.pairing not in (None, pairing.key):
            continue
        for side, name in pairing.record.during(outer.stretch.days):
            found = organizations.find(name)
            if (
                found is None
                or found.key in seen
                or not (quota.schools or SchoolChoice()).takes(
                    side, found.record.type, found.record.stage
                )
            ):
                continue
            if outer.stretch.side in (None, side):
                seen.add(found.key)
                family = view.repository.family(found.key)
                stretch = replace(outer.stretch, organization=found.key, family=family)
                yield outer.narrowed(stretch, found.key, found.record.title)


def _roles(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    for role in quota.of.role:
        yield outer.narrowed(replace(outer.stretch, role=role), role, role)


def _mentorships(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    repository = view.repository
    for entry in repository.mentorships:
        record = entry.record
        pairing = repository.pairings.key(record.pairing)
        valid = record.period is None or record.period.overlaps(outer.stretch.days)
        if valid and outer.stretch.pairing in (None, pairing):
            whole = outer.stretch.days
            days = clipped(record.period, whole) if record.period else whole
            stretch = replace(outer.stretch, pairing=pairing, mentorship=entry.key, days=days)
            yield outer.narrowed(stretch, entry.key, f"{record.mentor}—{record.mentee}")


def _times(scope: Scope) -> Callable[[View, Quota, Cell], Iterator[Cell]]:
    """Each year, term, quarter, month or week of a cell."""

    def split(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
        months = quota.months if scope is Scope.MONTH else ()
        for each in split_time(view, scope, outer.stretch, months, quota.period):
            yield outer.narrowed(each.stretch, each.key, each.name)

    return split


_SPLITS: dict[Scope, Callable[[View, Quota, Cell], Iterator[Cell]]] = {
    Scope.SIDE: _sides,
    Scope.PAIRING: _pairings,
    Scope.SCHOOL: _schools,
    Scope.ROLE: _roles,
    Scope.MENTORSHIP: _mentorships,
    Scope.YEAR: _times(Scope.YEAR),
    Scope.SCHOOL_YEAR: _times(Scope.SCHOOL_YEAR),
    Scope.HALF_YEAR: _times(Scope.HALF_YEAR),
    Scope.TERM: _times(Scope.TERM),
    Scope.QUARTER: _times(Scope.QUARTER),
    Scope.MONTH: _times(Scope.MONTH),
    Scope.WEEK: _times(Scope.WEEK),
}
