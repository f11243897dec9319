"""How much is planned: plan tasks by their kind, schedule lines by everything they state.

A range stays a range: experts of 3–5 in five classes are 15–25. A schedule line that does not state
what a selection asks for is not counted towards it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pairing_cli.measure.count import Counter
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days, Month
from pairing_cli.model.fulfilment import fulfilment
from pairing_cli.model.lengths import Length
from pairing_cli.model.places import At
from pairing_cli.model.plans import PlanTask, Schedule, ScheduleLine
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import Range
from pairing_cli.model.selections import Lasting, Selection, Unit
from pairing_cli.model.words import Direction

_PEOPLE = (Unit.PEOPLE, Unit.PERSON_TIMES)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A schedule line with its schedule and place."""

    schedule: Schedule
    line: ScheduleLine
    at: At

    def kind(self, repository: Repository) -> str | None:
        """The key of its kind of work."""
        name = self.line.kind or self.schedule.kind
        return repository.activity_kinds.key(name) if name else None

    def direction(self, repository: Repository) -> Direction | None:
        """Who goes to whom."""
        if self.schedule.direction is not None:
            return self.schedule.direction
        kind = self.kind(repository)
        found = repository.activity_kinds.get(kind) if kind else None
        return found.direction if found else None


def going_side(direction: Direction | None) -> Side | None:
    """The side that goes; None where both do, or nobody knows."""
    return direction.goes if direction else None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned in all, how much of it lies ahead, and where that stands."""

    total: Range
    ahead: Range
    at: tuple[At, ...]


def scheduled(repository: Repository) -> Iterator[Scheduled]:
    """Every line of every schedule."""
    for entry in repository.schedules:
        for number, line in enumerate(entry.record.lines):
            yield Scheduled(entry.record, line, entry.place("lines", number))


def planned(counter: Counter, unit: Unit, selector: Selector, stretch: Stretch) -> Plan | None:
    """What the plans provide for in a unit; None where nothing of the kind is planned anywhere."""
    parts = [
        plan
        for plan in (
            _tasks(counter, unit, selector, stretch),
            _lines(counter, unit, selector, stretch),
        )
        if plan is not None
    ]
    if len(parts) < 2:
        return parts[0] if parts else None
    one, other = parts
    return Plan(one.total + other.total, one.ahead + other.ahead, one.at + other.at)


def _tasks(counter: Counter, unit: Unit, selector: Selector, stretch: Stretch) -> Plan | None:
    """Plan tasks say kinds of work, so a selection that states anything else has none.

    A task belongs to the side that goes, and says nothing of schools, roles and teacher pairs.
    """
    found = [
        (task, at)
        for task, at in counter.planned(selector, stretch)
        if stretch.side is None or _going(counter, task) in (None, stretch.side)
    ]
    places = tuple(at for _, at in found)
    if unit is Unit.PLAN_TASKS:
        return Plan(Range(len(found), len(found)), Range(0, 0), places)
    found = [(task, at) for task, at in found if _belongs(task, stretch)]
    places = tuple(at for _, at in found)
    narrowed = stretch.mentorship or stretch.organization or stretch.role
    if unit is not Unit.ACTIVITIES or not selector.by_kind_only or narrowed:
        return None
    if not counter.provided_for(selector):
        return None
    total = sum(task.times for task, _ in found)
    ahead = _still_ahead(counter, selector, stretch, [task for task, _ in found])
    return Plan(Range(total, total), Range(ahead, ahead), places)


def _belongs(task: PlanTask, stretch: Stretch) -> bool:
    """A task belongs where it is due; without a deadline, where the middle of its month lies."""
    middle = date(task.month.year, task.month.month, 15)
    return (task.due or middle) in stretch.days


def _going(counter: Counter, task: PlanTask) -> Side | None:
    kind = counter.view.repository.activity_kinds.get(task.kind)
    return going_side(kind.direction if kind else None)


def _still_ahead(
    counter: Counter, selector: Selector, stretch: Stretch, tasks: list[PlanTask]
) -> int:
    """What is planned for later months, and for this one less what has been held in it."""
    as_of = counter.view.as_of
    now = Month.of(as_of)
    later = sum(task.times for task in tasks if task.month > now)
    this_month = sum(task.times for task in tasks if task.month == now)
    done = counter.count(Unit.ACTIVITIES, selector, replace(stretch, days=now.days)).number
    return later + max(this_month - int(done), 0)


def _lines(counter: Counter, unit: Unit, selector: Selector, stretch: Stretch) -> Plan | None:
    if unit is not Unit.ACTIVITIES and unit not in _PEOPLE:
        return None
    repository = counter.view.repository
    fitting = [each for each in scheduled(repository) if fits(repository, selector, each)]
    if not fitting:
        return None
    here = [each for each in fitting if _in_stretch(repository, stretch, each)]
    total, ahead = Range(0, 0), Range(0, 0)
    for each in here:
        line = each.line
        total += _of_batches(unit, line, line.batches)
        if line.when.days.end >= counter.view.as_of:
            ahead += _to_come(counter.view, unit, each)
    return Plan(total, ahead, tuple(each.at for each in here))


def _to_come(view: View, unit: Unit, each: Scheduled) -> Range:
    """What of a line has not come yet: batches, or people beyond those who have."""
    came = fulfilment(view.repository, each.line, view.as_of)
    if unit is Unit.ACTIVITIES:
        batches = came.batches_missing
        return Range(batches, batches)
    return Range(*came.people_missing)


def _of_batches(unit: Unit, line: ScheduleLine, batches: int) -> Range:
    """What so many of a line's batches come to; of its people, an equal share of each."""
    if unit is Unit.ACTIVITIES:
        return Range(batches, batches)
    least, most = line.people
    return Range(least * batches // line.batches, -(-most * batches // line.batches))


def _in_stretch(repository: Repository, stretch: Stretch, each: Scheduled) -> bool:
    line = each.line
    pairing = repository.pairings.key(line.pairing) if line.pairing else None
    direction = each.direction(repository)
    going = going_side(direction)
    source = repository.organizations.key(line.from_) if line.from_ else None
    return (
        _lies_in(line.when.days, stretch.days)
        and stretch.pairing in (None, pairing)
        and stretch.side in (None, going)
        and stretch.role in (None, line.role)
        and (stretch.organization is None or source in stretch.family)
        and stretch.mentorship is None
    )


def _lies_in(planned_for: Days, days: Days) -> bool:
    """An interval belongs where it ends; one that goes on beyond the last day, where it begins."""
    return planned_for.end in days or (planned_for.start in days and planned_for.end > days.end)


def fits(repository: Repository, selector: Selector, each: Scheduled) -> bool:
    """Whether a schedule line states all that a selection, and those around it, ask for."""
    return all(test(repository, selection, each) for selection in selector.chain for test in _TESTS)


def _kind(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    keys = [repository.activity_kinds.key(name) for name in wanted.kind]
    return not keys or each.kind(repository) in keys


def _direction(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    return not wanted.direction or each.direction(repository) in wanted.direction


def _place(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    if not wanted.at and not wanted.at_type:
        return True
    place = repository.organizations.find(each.line.at) if each.line.at else None
    if place is None:
        return False
    keys = [repository.organizations.key(name) for name in wanted.at]
    return (not keys or place.key in keys) and (
        not wanted.at_type or place.record.type in wanted.at_type
    )


def _source(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    source = repository.organizations.find(each.line.from_) if each.line.from_ else None
    direction = each.direction(repository)
    side = source.record.side if source else going_side(direction)
    keys = {name for key in wanted.from_ for name in repository.family(key)}
    return (
        (not wanted.side or side in wanted.side)
        and (not keys or (source is not None and source.key in keys))
        and (
            not wanted.from_type or (source is not None and source.record.type in wanted.from_type)
        )
    )


def _words(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    line = each.line
    return (
        (not wanted.mode or line.mode in wanted.mode)
        and (not wanted.role or line.role in wanted.role)
        and (not wanted.audience or line.audience in wanted.audience)
        and (not wanted.person_level or line.level in wanted.person_level)
    )


def _learning(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    """Subjects and stages: a line of "politics or history" fits a selection of both or more."""
    line = each.line
    return (
        not wanted.subject or (bool(line.subject) and set(line.subject) <= set(wanted.subject))
    ) and (not wanted.stage or (bool(line.stage) and set(line.stage) <= set(wanted.stage)))


def _pairing(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    if not wanted.given("pairing", "pairing_level", "demonstration", "filed"):
        return True
    found = repository.pairings.find(each.line.pairing) if each.line.pairing else None
    if found is None:
        return False
    keys = [repository.pairings.key(name) for name in wanted.pairing]
    return (
        (not keys or found.key in keys)
        and (not wanted.pairing_level or found.record.level in wanted.pairing_level)
        and wanted.demonstration in (None, found.record.demonstration)
        and wanted.filed in (None, found.record.filed_on is not None)
    )


def _unknowable(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    """What no schedule can state: levels, prizes and amounts of what has not been held yet."""
    least = wanted.attended.at_least if wanted.attended else None
    unknown = wanted.given("level", "award", "among", "document") or wanted.amounts
    return not unknown and (least is None or each.line.people[0] >= least)


def _length(repository: Repository, wanted: Selection, each: Scheduled) -> bool:
    if wanted.lasting is None:
        return True
    return each.line.lasting is not None and as_long_as(wanted.lasting, *each.line.lasting)


def as_long_as(asked: Lasting, shortest: Length, longest: Length) -> bool:
    """Whether a planned length, or range of lengths, lies inside what is asked."""
    least, most = asked.between or (asked.at_least, asked.at_most)
    return (
        (least is None or shortest.weight >= least.weight)
        and (most is None or longest.weight <= most.weight)
        and (asked.below is None or longest.weight < asked.below.weight)
    )


_TESTS: tuple[Callable[[Repository, Selection, Scheduled], bool], ...] = (
    _kind,
    _direction,
    _place,
    _source,
    _words,
    _learning,
    _pairing,
    _unknowable,
    _length,
)
