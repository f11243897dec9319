"""Schedules: totals are the sum of their lines, lines are carried out, activities follow the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pairing_cli.model.dates import Days, Due
from pairing_cli.model.diagnostics import Problem, Severity, problem, said_when
from pairing_cli.model.fulfilment import fulfilment
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.plans import PlanTask, Schedule, ScheduleLine
from pairing_cli.model.programme import Milestone
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.workdays import WorkCalendar
from pairing_cli.rules.base import Case, Reach, rule
from pairing_cli.rules.rubrics import requirements
from pairing_cli.rules.times import programme_period


def _lines(repo: Repository) -> Iterator[tuple[Schedule, ScheduleLine, At]]:
    for entry in repo.schedules:
        for number, line in enumerate(entry.record.lines):
            yield entry.record, line, entry.place("lines", number)


@rule("L008", Severity.ERROR)
def total_of_schedule(case: Case) -> Iterator[Problem]:
    """A schedule's declared total is the sum of its lines: 96 = 20 + 46 + 30.

    Correct the total or the lines; a range adds up to a range, five classes of 3–5 to 15–25.
    """
    for entry in case.repo.schedules:
        total = entry.record.total
        least = sum(line.people[0] for line in entry.record.lines)
        most = sum(line.people[1] for line in entry.record.lines)
        if total is not None and total != (least, most):
            yield problem(entry.place("total"), total=_heads(*total), sum=_heads(least, most))


def _heads(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


@rule("L009", Severity.ERROR)
def line_outside_programme(case: Case) -> Iterator[Problem]:
    """A schedule's line is planned for a time of the programme.

    A wrong year is the usual cause.
    """
    period = programme_period(case.repo)
    for _, line, at in _lines(case.repo) if period else ():
        if period and not line.when.days.overlaps(period):
            yield problem(
                at.sub("when"), when=said_when(line.when), start=period.start, end=period.end
            )


@rule("L010", Severity.WARNING)
def line_without_kind(case: Case) -> Iterator[Problem]:
    """Every line of a schedule has a kind of work, its own or the schedule's.

    Without one it counts towards no target that selects by kind or direction.
    """
    for schedule, line, at in _lines(case.repo):
        if line.kind is None and schedule.kind is None:
            yield problem(at, title=line.title)


@rule("L011", Severity.WARNING)
def planned_and_not_done(case: Case) -> Iterator[Problem]:
    """What was planned for a time that is over has an activity that fulfils it.

    Lines of schedules, plan tasks that have an id, and milestones. Record the activity and point to
    the line with ``fulfils``, or move the line.
    """
    key = case.repo.plan_lines.key
    done = {
        key(name)
        for _, start, names in case.repo.gist.fulfilled
        if start <= case.today
        for name in names
    }
    if "activities" in case.repo.broken:
        return
    for entry in case.repo.plan_lines:
        line, end = entry.record, _end(entry.record)
        if end >= case.today or not _watched(case.repo, line):
            continue
        partly = isinstance(line, ScheduleLine) and not fulfilment(case.repo, line, case.today).done
        if partly or entry.key not in done:
            yield problem(entry.at, line=entry.key, end=end)


def _end(line: PlanTask | ScheduleLine | Milestone) -> date:
    if isinstance(line, Milestone):
        return line.due
    return line.when.days.end if isinstance(line, ScheduleLine) else line.due or line.month.days.end


def _watched(repo: Repository, line: PlanTask | ScheduleLine | Milestone) -> bool:
    """Milestones are watched once activities point to any; older programmes only list them."""
    if not isinstance(line, Milestone):
        return True
    milestones = {milestone.key for milestone in repo.milestones}
    return any(
        not milestones.isdisjoint(map(repo.plan_lines.key, names))
        for _, _, names in repo.gist.fulfilled
    )


@rule("L012", Severity.NOTICE, reach=Reach.RECORD)
def done_and_not_planned(case: Case) -> Iterator[Problem]:
    """An activity of a kind that schedules plan for says which line it fulfils.

    One that stands in no plan counts all the same; say which line it is if it is in one.
    """
    key = case.repo.activity_kinds.key
    planned = {
        key(kind)
        for schedule, line, _ in _lines(case.repo)
        if (kind := line.kind or schedule.kind) is not None
    }
    for entry in case.repo.activities:
        if key(entry.record.kind) in planned and not entry.record.fulfils:
            yield problem(entry.at, activity=entry.key)


@rule("L013", Severity.ERROR, reach=Reach.RECORD)
def fulfils_another_kind(case: Case) -> Iterator[Problem]:
    """An activity fulfils a line of its own kind of work.

    Correct the kind, or the line it points to.
    """
    key = case.repo.activity_kinds.key
    kinds = {line.id: line.kind or schedule.kind for schedule, line, _ in _lines(case.repo)}
    for entry, number, line in _fulfilled(case.repo):
        kind = line.kind if isinstance(line, PlanTask) else kinds.get(line.id or "")
        if kind is not None and key(kind) != key(entry.record.kind):
            yield problem(entry.place("fulfils", number), line=line.id or "", kind=kind)


@rule("L014", Severity.NOTICE, reach=Reach.RECORD)
def held_at_another_time(case: Case) -> Iterator[Problem]:
    """An activity that fulfils a line of a schedule begins in the time planned for it.

    Late is better than never, but the plan says otherwise; correct the date or note why.
    """
    for entry, number, line in _fulfilled(case.repo):
        if isinstance(line, ScheduleLine) and entry.record.days.start not in line.when.days:
            yield problem(
                entry.place("fulfils", number),
                line=line.id,
                when=said_when(line.when),
                date=entry.record.days.start,
            )


def _fulfilled(
    repo: Repository,
) -> Iterator[tuple[Entry[Activity], int, PlanTask | ScheduleLine]]:
    for entry in repo.activities:
        for number, name in enumerate(entry.record.fulfils):
            found = repo.plan_lines.find(name)
            if found is not None and not isinstance(found.record, Milestone):
                yield entry, number, found.record


@rule("L015", Severity.ERROR, reach=Reach.RECORD)
def came_before_or_stayed_after(case: Case) -> Iterator[Problem]:
    """Those who took part came and left within the activity's days.

    Correct the person's dates, or the activity's.
    """
    for entry in case.repo.activities:
        for number, line in enumerate(entry.record.participants):
            if line.days is not None and not _inside(line.days, entry.record.days):
                yield problem(entry.place("participants", number, "date"), days=str(line.days))


def _inside(days: Days, whole: Days) -> bool:
    return days.start <= days.end and days.within(whole)


@rule("L016", Severity.WARNING)
def working_days_unknown(case: Case) -> Iterator[Problem]:
    """The holidays of every year in which working days are counted are known.

    The State Council announces them each autumn for the year after; until then only weekends are
    taken as days off. Write them under ``calendar``, or update the tool.
    """
    programme = case.repo.programme
    if programme is None or not any(due.working for due in _due_rules(case.repo)):
        return
    calendar = WorkCalendar(programme.record)
    period = programme.record.period
    for year in range(period.start.year, min(period.end.year, period.start.year + 20) + 1):
        if not calendar.known(year):
            yield problem(programme.place("period"), year=str(year))


def _due_rules(repo: Repository) -> Iterator[Due]:
    """Every due-date rule of targets, rubrics and preparations."""
    for quota in repo.quotas:
        if quota.record.due is not None:
            yield quota.record.due
    for _, line, _ in _lines(repo):
        if line.prepare is not None:
            yield line.prepare.due
    for requirement, _ in requirements(repo):
        rules = (requirement.due, *(need.due for need in requirement.documents))
        yield from (due for rule in rules if rule is not None for due in rule.all)


RULES = (
    working_days_unknown,
    total_of_schedule,
    line_outside_programme,
    line_without_kind,
    planned_and_not_done,
    done_and_not_planned,
    fulfils_another_kind,
    held_at_another_time,
    came_before_or_stayed_after,
)
