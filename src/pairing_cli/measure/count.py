"""Counting: activities, person-times, people and plan tasks, within a stretch of days and scope.

Activities that are deemed not held, or were falsified, count nowhere. Units never mix: one call
counts in one unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.measure.held import Held, HeldFact, hold
from pairing_cli.measure.select import Selector
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days
from pairing_cli.model.log import Activity, PlanTask
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, plain_name
from pairing_cli.model.targets import Unit


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where to count: days, and, unless None, one pairing or one teacher pair."""

    days: Days
    pairing: str | None = None
    mentorship: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and the records behind it; ``unnamed`` of it are head counts nobody can check."""

    number: int
    at: tuple[At, ...]
    unnamed: int = 0


class Counter:
    """Counts over a view, remembering what each activity counts as."""

    def __init__(self, view: View) -> None:
        """Count over a view."""
        self.view = view
        self._held: dict[str, HeldFact] = {}

    def held(self, activity: Entry[Activity]) -> HeldFact:
        """What an activity counts as."""
        if activity.key not in self._held:
            self._held[activity.key] = hold(self.view, activity)
        return self._held[activity.key]

    def selected(self, selector: Selector, stretch: Stretch) -> Iterator[Entry[Activity]]:
        """The selected activities of a stretch, held or not, by pairing, date and id."""
        by_pairing = self.view.activities
        pairings = [stretch.pairing] if stretch.pairing is not None else sorted(by_pairing)
        for pairing in pairings:
            for entry in by_pairing.get(pairing, ()):
                activity = entry.record
                if (
                    activity.days.start in stretch.days
                    and self._of_pair(activity, stretch)
                    and selector.fits(activity)
                ):
                    yield entry

    def _of_pair(self, activity: Activity, stretch: Stretch) -> bool:
        if stretch.mentorship is None:
            return True
        pair = activity.mentorship
        mentorships = self.view.repository.mentorships
        return pair is not None and mentorships.key(pair) == stretch.mentorship

    def count(self, unit: Unit, selector: Selector, stretch: Stretch) -> Counted:
        """How many there are, in a unit."""
        if unit is Unit.PLAN_TASKS:
            found = [place for _, place in self.planned(selector, stretch)]
            return Counted(len(found), tuple(found))
        entries = [
            entry
            for entry in self.selected(selector, stretch)
            if self.held(entry).held is Held.HELD
        ]
        at = tuple(entry.at for entry in entries)
        if unit is Unit.ACTIVITIES:
            return Counted(len(entries), at)
        if unit is Unit.PERSON_TIMES:
            lines = (line for entry in entries for line in selector.people(entry.record))
            return Counted(sum(line.heads for line in lines), at)
        return self._people(selector, entries, at)

    def _people(
        self, selector: Selector, entries: list[Entry[Activity]], at: tuple[At, ...]
    ) -> Counted:
        """Distinct persons; a name is one person, a head count as many as it says."""
        people, organizations = self.view.repository.people, self.view.repository.organizations
        named: set[tuple[str, str]] = set()
        unnamed = 0
        for entry in entries:
            for line in selector.people(entry.record):
                if line.name is None:
                    unnamed += line.heads
                else:
                    named.add((plain_name(people.key(line.name)), organizations.key(line.from_)))
        return Counted(len(named) + unnamed, at, unnamed)

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
