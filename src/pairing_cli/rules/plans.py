"""Plans: every pairing has one, and every task says who does it and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pairing_cli.model.dates import Month, months_of
from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.parties import Level
from pairing_cli.model.places import At
from pairing_cli.model.plans import Plan, PlanTask
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.selections import Scope, Unit
from pairing_cli.model.targets import Quota
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.times import programme_period


def _tasks(repo: Repository) -> Iterator[tuple[PlanTask, At]]:
    for plan in repo.plans:
        for number, task in enumerate(plan.record.tasks):
            yield task, plan.place("tasks", number)


@rule("L001", Severity.WARNING)
def pairing_without_plan(case: Case) -> Iterator[Problem]:
    """Every pairing of schools has a plan, once the programme has plans at all.

    Schemes ask for a plan table of every pairing; without one nothing can be held against it.
    """
    if not len(case.repo.plans) or "plans" in case.repo.broken:
        return
    if any(case.repo.pairings.find(plan.record.pairing) is None for plan in case.repo.plans):
        return
    planned = {case.repo.pairings.key(plan.record.pairing) for plan in case.repo.plans}
    for entry in case.repo.pairings:
        if entry.key not in planned and entry.record.level is Level.SCHOOL:
            yield problem(entry.at, pairing=entry.key)


@rule("L002", Severity.WARNING)
def task_without_person(case: Case) -> Iterator[Problem]:
    """Every task of a plan names the person responsible.

    要明确帮扶活动具体落实责任人: a task that nobody answers for is not done.
    """
    for task, at in _tasks(case.repo):
        if not task.responsible:
            yield problem(at, month=str(task.month))


@rule("L003", Severity.WARNING)
def task_without_deadline(case: Case) -> Iterator[Problem]:
    """Every task of a plan says by when it is done.

    The plan table has a column for it, and reminders are made from it.
    """
    for task, at in _tasks(case.repo):
        if task.due is None:
            yield problem(at, month=str(task.month))


@rule("L004", Severity.WARNING)
def deadline_outside_month(case: Case) -> Iterator[Problem]:
    """The deadline of a task lies in the month it is planned for.

    Correct the month or the day.
    """
    period = programme_period(case.repo)
    for task, at in _tasks(case.repo):
        inside = period is None or task.month.days.overlaps(period)
        if task.due is not None and inside and task.due not in task.month.days:
            yield problem(at.sub("due"), due=task.due, month=str(task.month))


@rule("L005", Severity.ERROR)
def month_outside_programme(case: Case) -> Iterator[Problem]:
    """A task is planned for a month of the programme.

    A wrong year is the usual cause.
    """
    period = programme_period(case.repo)
    for task, at in _tasks(case.repo) if period else ():
        if period and not task.month.days.overlaps(period):
            yield problem(
                at.sub("month"), month=str(task.month), start=period.start, end=period.end
            )


@rule("L006", Severity.WARNING)
def tasks_in_month(case: Case) -> Iterator[Problem]:
    """The tasks of every month are as many as the programme's targets ask for.

    A target that counts plan-tasks per pairing and month states the number, such as 1 or 2.
    """
    for quota in case.repo.quotas:
        if quota.record.count is Unit.PLAN_TASKS and set(quota.record.per) == {
            Scope.PAIRING,
            Scope.MONTH,
        }:
            for plan in case.repo.plans:
                yield from _months_against(case.repo, quota.record, plan)


def _months_against(repo: Repository, quota: Quota, plan: Entry[Plan]) -> Iterator[Problem]:
    least, most = (int(bound) if bound is not None else None for bound in quota.bounds)
    least = least or 0
    kinds = {repo.activity_kinds.key(kind) for kind in quota.of.kind}
    counted: Counter[Month] = Counter(
        task.month
        for task in plan.record.tasks
        if not kinds or repo.activity_kinds.key(task.kind) in kinds
    )
    period = programme_period(repo)
    for month in quota.months or (months_of(period) if period else ()):
        found = counted[month]
        too_many = most is not None and found > most
        if found < least or too_many:
            yield problem(
                _surplus(plan, month, most or 0) if too_many else plan.place("tasks"),
                "many" if too_many else "few",
                pairing=plan.record.pairing,
                month=str(month),
                found=found,
                asked=_asked(least, most),
            )


def _surplus(plan: Entry[Plan], month: Month, most: int) -> At:
    """The first task of a month that is one too many."""
    numbers = [n for n, task in enumerate(plan.record.tasks) if task.month == month]
    return plan.place("tasks", numbers[most])


def _asked(least: int, most: int | None) -> Message:
    if most is None:
        return say("asked.least", least=least)
    if least == most:
        return say("asked.exactly", number=least)
    return say("asked.between", least=least, most=most)


@rule("L007", Severity.ERROR)
def two_plans(case: Case) -> Iterator[Problem]:
    """A pairing has one plan.

    Two plans would be counted together without anyone noticing. Put the tasks into one.
    """
    first: dict[str, Entry[Plan]] = {}
    for entry in case.repo.plans:
        key = case.repo.pairings.key(entry.record.pairing)
        earlier = first.setdefault(key, entry)
        if earlier is not entry:
            yield problem(
                entry.place("pairing"), pairing=entry.record.pairing, first=earlier.at.file
            )


RULES = (
    pairing_without_plan,
    task_without_person,
    task_without_deadline,
    deadline_outside_month,
    month_outside_programme,
    tasks_in_month,
    two_plans,
)
