"""Plans, schedules and milestones → tasks: what was planned and has not been carried out yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from pairing_cli.measure.carried import carried_out
from pairing_cli.measure.planned import Scheduled, going_side, scheduled
from pairing_cli.measure.view import View
from pairing_cli.model.agenda import Deed, Task
from pairing_cli.model.diagnostics import said_when, say
from pairing_cli.model.due import due_day
from pairing_cli.model.fulfilment import fulfilment
from pairing_cli.model.places import At
from pairing_cli.model.plans import PlanTask
from pairing_cli.model.programme import Side
from pairing_cli.model.targets import Unit


def open_tasks(view: View) -> Iterator[Task]:
    """Planned work, preparations and milestones that nothing fulfils yet.

    A schedule's line may still be made up until the programme ends, so it stays, however late.
    """
    yield from _of_plans(view)
    for each in scheduled(view.repository):
        if not fulfilment(view.repository, each.line, view.as_of).done:
            yield from _of_line(view, each)
    for entry in view.repository.milestones:
        if entry.key not in view.fulfilled and entry.record.due >= view.as_of:
            record = entry.record
            yield Task(
                f"milestone/{entry.key}",
                Deed.MILESTONE,
                record.title,
                record.due,
                record.who,
                at=(entry.at,),
            )


def _of_plans(view: View) -> Iterator[Task]:
    for pairing, plans in view.plans.items():
        for plan in plans:
            for number, task in enumerate(plan.record.tasks):
                due = task.due or task.month.days.end
                missing = task.times - carried_out(view, pairing, task)
                if due >= view.as_of and missing > 0:
                    yield _planned(view, pairing, task, due, missing, plan.place("tasks", number))


def _planned(view: View, pairing: str, task: PlanTask, due: date, missing: int, at: At) -> Task:
    kind = view.repository.activity_kinds.get(task.kind)
    return Task(
        f"plan/{pairing}/{task_key(task)}",
        Deed.CARRY_OUT,
        say("todo.plan", kind=kind.title if kind else task.kind, work=task.work),
        due,
        task.responsible,
        pairing,
        number=missing,
        unit=Unit.ACTIVITIES.value,
        at=(at,),
    )


def _of_line(view: View, each: Scheduled) -> Iterator[Task]:
    line, days = each.line, each.line.when.days
    pairing = view.repository.pairings.key(line.pairing) if line.pairing else None
    least, most = line.people
    side = _side(view, each)
    if view.as_of <= max(days.end, view.programme.period.end):
        yield Task(
            f"schedule/{line.id}",
            Deed.CARRY_OUT,
            say(
                "todo.line",
                schedule=each.schedule.title,
                title=line.title,
                when=said_when(line.when),
                people=str(least) if least == most else f"{least}–{most}",
            ),
            days.end,
            line.responsible,
            pairing,
            (side,) if side else (),
            view.repository.organizations.key(line.from_) if line.from_ else None,
            at=(each.at,),
        )
    if line.prepare is not None:
        due = due_day(line.prepare.due, activity=days, term=None, calendar=view.calendar)
        if due is not None and due >= view.as_of:
            yield Task(
                f"prepare/{line.id}",
                Deed.PREPARE,
                say("todo.prepare", title=line.title, work=line.prepare.work),
                due,
                line.prepare.who,
                pairing,
                at=(each.at.sub("prepare"),),
            )


def _side(view: View, each: Scheduled) -> Side | None:
    found = view.repository.organizations.get(each.line.from_) if each.line.from_ else None
    direction = each.direction(view.repository)
    return found.side if found else going_side(direction)


def task_key(task: PlanTask) -> str:
    """What a plan task is known by: its id, or its month, kind and work, whatever stands before it."""
    if task.id is not None:
        return task.id
    text = sha256(f"{task.kind}/{task.work}".encode()).hexdigest()[:8]
    return f"{task.month}-{text}"
