"""Counting in one unit, within a stretch of days and a scope; what counts is named, record by record.

Activities that are deemed not held, or were falsified, count nowhere. Units never mix: one call
counts in one unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from pairing_cli.measure.held import Held, HeldFact, hold
from pairing_cli.measure.persons import counted_persons
from pairing_cli.measure.register import documents, pairings, schools, teacher_pairs
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch, lines_of
from pairing_cli.measure.tally import Tally
from pairing_cli.measure.view import View
from pairing_cli.model.diagnostics import Message, said, say
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.plans import PlanTask
from pairing_cli.model.repository import Entry
from pairing_cli.model.selections import Amount, Unit


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and the records behind it; ``unnamed`` of it are head counts nobody can check."""

    number: Amount
    tallies: tuple[Tally, ...] = ()

    @property
    def at(self) -> tuple[At, ...]:
        """The records that count."""
        return tuple(tally.at for tally in self.tallies if tally.number)

    @property
    def unnamed(self) -> int:
        """How much of it nobody can check."""
        return sum(tally.unnamed for tally in self.tallies)


class Counter:
    """Counts over a view, remembering what each activity counts as."""

    def __init__(self, view: View) -> None:
        """Count over a view."""
        self.view = view
        self._held: dict[str, HeldFact] = {}

    def provided_for(self, selector: Selector) -> bool:
        """Whether any plan of the programme has a task of a selection."""
        return any(selector.fits_kind(kind) for kind in self._planned_kinds)

    @cached_property
    def _planned_kinds(self) -> frozenset[str]:
        """The kinds of work that any plan has a task of within the programme's period."""
        period = self.view.programme.period
        plans = (plan for each in self.view.plans.values() for plan in each)
        tasks = (task for plan in plans for task in plan.record.tasks)
        return frozenset(task.kind for task in tasks if task.month.days.overlaps(period))

    def held(self, activity: Entry[Activity]) -> HeldFact:
        """What an activity counts as."""
        if activity.key not in self._held:
            self._held[activity.key] = hold(self.view, activity)
        return self._held[activity.key]

    def within(self, stretch: Stretch) -> Iterator[Entry[Activity]]:
        """The activities of a stretch, held or not, by pairing, date and id, of whatever school."""
        by_pairing = self.view.activities
        pairings = [stretch.pairing] if stretch.pairing is not None else sorted(by_pairing)
        for pairing in pairings:
            for entry in by_pairing.get(pairing, ()):
                if self._in_time(entry, stretch):
                    yield entry

    def selected(self, selector: Selector, stretch: Stretch) -> Iterator[Entry[Activity]]:
        """The selected activities of a stretch, held or not, by pairing, date and id."""
        for entry in self.view.shelves.find(stretch, selector.narrowest_kinds):
            fits = self._in_time(entry, stretch) and selector.fits(entry.record)
            if fits and stretch.takes(selector, entry.record):
                yield entry

    def _in_time(self, entry: Entry[Activity], stretch: Stretch) -> bool:
        return entry.record.days.start in stretch.days and self._of_pair(entry, stretch)

    def _of_pair(self, entry: Entry[Activity], stretch: Stretch) -> bool:
        if stretch.mentorship is None:
            return True
        pair = entry.record.mentorship
        mentorships = self.view.repository.mentorships
        return pair is not None and mentorships.key(pair) == stretch.mentorship

    def count(self, unit: Unit, selector: Selector, stretch: Stretch) -> Counted:
        """How many there are, in a unit."""
        tallies = tuple(self._tallies(unit, selector, stretch))
        return Counted(_whole(sum(tally.number for tally in tallies)), tallies)

    def _tallies(self, unit: Unit, selector: Selector, stretch: Stretch) -> Iterable[Tally]:
        registered = self._registered(unit, selector, stretch)
        if registered is not None:
            return registered
        held = self._busy(selector, stretch)
        if unit is Unit.PEOPLE:
            return counted_persons(self.view.repository, selector, stretch, held)
        measure = _MEASURES[unit]
        return (
            Tally(
                entry.at,
                self.title_of(entry.record),
                measure(selector, stretch, entry.record),
                unnamed=_unnamed(selector, stretch, entry.record)
                if unit is Unit.PERSON_TIMES
                else 0,
            )
            for entry in held
        )

    def _registered(
        self, unit: Unit, selector: Selector, stretch: Stretch
    ) -> Iterable[Tally] | None:
        """What stands in a register, a plan or a file of papers; None where activities are counted."""
        match unit:
            case Unit.PLAN_TASKS:
                return (Tally(at, task.work, 1) for task, at in self.planned(selector, stretch))
            case Unit.PAIRINGS | Unit.SCHOOLS | Unit.MENTORSHIPS:
                busy = self._those_busy(selector, stretch)
                return _REGISTERS[unit](self.view, selector, stretch, busy)
            case Unit.DOCUMENTS:
                return documents(self.view, selector, stretch)
            case Unit.FIGURE:
                return ()
        return None

    def title_of(self, activity: Activity) -> Message:
        """What an activity is called in lists: when it was, its title or kind, and who is named."""
        kind = self.view.repository.activity_kinds.get(activity.kind)
        name = activity.title or (kind.title if kind else activity.kind)
        who = tuple(line.name for line in activity.participants if line.name)
        if who:
            return say("count.activity-of", days=said(activity.days), name=name, who=who)
        return say("count.activity", days=said(activity.days), name=name)

    def _those_busy(self, selector: Selector, stretch: Stretch) -> list[Entry[Activity]] | None:
        """The activities that what is registered must have held; None where none are asked for."""
        if not selector.states_activity:
            return None
        return self._busy(selector.of_register(), replace(stretch, side=None))

    def _busy(self, selector: Selector, stretch: Stretch) -> list[Entry[Activity]]:
        """The selected activities that were held."""
        return [
            entry
            for entry in self.selected(selector, stretch)
            if self.held(entry).held is Held.HELD
        ]

    def planned(self, selector: Selector, stretch: Stretch) -> list[tuple[PlanTask, At]]:
        """The plan tasks of the selected kinds whose month lies in the stretch, in part at least."""
        plans = self.view.plans
        wanted = sorted(plans) if stretch.pairing is None else [stretch.pairing]
        return [
            (task, plan.place("tasks", number))
            for pairing in wanted
            for plan in plans.get(pairing, ())
            for number, task in enumerate(plan.record.tasks)
            if task.month.days.overlaps(stretch.days) and selector.fits_kind(task.kind)
        ]


_REGISTERS = {
    Unit.PAIRINGS: pairings,
    Unit.SCHOOLS: schools,
    Unit.MENTORSHIPS: teacher_pairs,
}


def _heads(selector: Selector, stretch: Stretch, activity: Activity) -> int:
    return sum(line.heads for line in lines_of(selector, stretch, activity))


def _unnamed(selector: Selector, stretch: Stretch, activity: Activity) -> int:
    lines = lines_of(selector, stretch, activity)
    return sum(line.heads for line in lines if line.name is None)


def _length(selector: Selector, stretch: Stretch, activity: Activity) -> int:
    end = min(activity.days.end, selector.as_of) if selector.as_of else activity.days.end
    return max((end - activity.days.start).days + 1, 0)


def _amount(name: str) -> Callable[[Selector, Stretch, Activity], Amount]:
    def read(selector: Selector, stretch: Stretch, activity: Activity) -> Amount:
        return activity.amounts.get(name, Fraction(0))

    return read


_MEASURES: dict[Unit, Callable[[Selector, Stretch, Activity], Amount]] = {
    Unit.ACTIVITIES: lambda selector, stretch, activity: 1,
    Unit.PERSON_TIMES: _heads,
    Unit.DAYS: _length,
    **{unit: _amount(unit.value) for unit in (Unit.CLASS_HOURS, Unit.MONEY, Unit.ITEMS)},
}


def _whole(number: Amount) -> Amount:
    """A number without a fraction as an int."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return number
