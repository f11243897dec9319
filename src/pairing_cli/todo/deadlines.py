"""The programme's calendar of deadlines, the same whoever asks and whatever has been done."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from pairing_cli.measure.planned import scheduled
from pairing_cli.measure.view import View
from pairing_cli.model.agenda import Deadline
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.due import due_day
from pairing_cli.model.places import At
from pairing_cli.model.results import QuotaTable
from pairing_cli.model.rubric import earnings
from pairing_cli.todo.from_plans import task_key


def deadlines(
    view: View, table: QuotaTable, pairings: Collection[str] | None = None
) -> tuple[Deadline, ...]:
    """Every day that the programme sets, in order; of plans, those of some pairings (keys) only."""
    found = [*_of_programme(view), *_of_schedules(view), *_of_rubrics(view), *_of_targets(table)]
    found += [each for each in _of_plans(view) if pairings is None or each.pairing in pairings]
    found = [each for each in found if pairings is None or each.pairing in (None, *pairings)]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))


def _on(identity: str, title: str | Message, day: date, about: str, at: At) -> Deadline:
    return Deadline(identity, title, day, day, say(f"calendar.{about}"), at)


def _of_programme(view: View) -> Iterator[Deadline]:
    entry = view.repository.programme
    if entry is None:
        return
    programme = entry.record
    for number, term in enumerate(programme.terms):
        at = entry.place("terms", number)
        start = say("calendar.term-starts", term=term.title)
        yield _on(f"term/{term.id}/start", start, term.period.start, "term", at)
        end = say("calendar.term-ends", term=term.title)
        yield _on(f"term/{term.id}/end", end, term.period.end, "term", at)
    for number, phase in enumerate(programme.phases):
        last = phase.due or (phase.period.end if phase.period else None)
        first = phase.period.start if phase.period else last
        if first is not None and last is not None:
            at = entry.place("phases", number)
            yield Deadline(
                f"phase/{number + 1}", phase.title, first, last, say("calendar.phase"), at
            )
    for number, milestone in enumerate(programme.milestones):
        at = entry.place("milestones", number)
        yield _on(f"milestone/{milestone.id}", milestone.title, milestone.due, "milestone", at)


def _of_schedules(view: View) -> Iterator[Deadline]:
    for each in scheduled(view.repository):
        line, days = each.line, each.line.when.days
        about = say("calendar.schedule", schedule=each.schedule.title)
        pairing = view.repository.pairings.key(line.pairing) if line.pairing else None
        yield Deadline(
            f"schedule/{line.id}", line.title, days.start, days.end, about, each.at, pairing
        )
        if line.prepare is not None:
            due = due_day(line.prepare.due, activity=days, term=None, calendar=view.calendar)
            if due is not None:
                title = say("todo.prepare", title=line.title, work=line.prepare.work)
                yield _on(f"prepare/{line.id}", title, due, "prepare", each.at.sub("prepare"))


def _of_plans(view: View) -> Iterator[Deadline]:
    for pairing, plans in view.plans.items():
        for plan in plans:
            for number, task in enumerate(plan.record.tasks):
                kind = view.repository.activity_kinds.get(task.kind)
                day = task.due or task.month.days.end
                yield Deadline(
                    f"plan/{pairing}/{task_key(task)}",
                    say("todo.plan", kind=kind.title if kind else task.kind, work=task.work),
                    day,
                    day,
                    say("calendar.plan", responsible=task.responsible),
                    plan.place("tasks", number),
                    pairing,
                )


def _of_rubrics(view: View) -> Iterator[Deadline]:
    """The days by which documents that belong to no activity are due, one for each item and day."""
    for entry in view.repository.rubrics:
        for route, item in entry.record.items():
            days: dict[date, At] = {}
            for inner, earning in earnings(item):
                for number, requirement in enumerate(earning.requires):
                    place = entry.place(*route, *inner, "requires", number)
                    rules = (requirement.due, *(need.due for need in requirement.documents))
                    for rule in rules:
                        fixed = (due.day for due in rule.all) if rule else ()
                        days |= {day: place for day in fixed if day and day not in days}
            title = f"{item.number} {item.title}" if item.number else item.title
            for number, (day, at) in enumerate(sorted(days.items()), 1):
                yield _on(f"item/{item.id}/{number}", title, day, "item", at)


def _of_targets(table: QuotaTable) -> Iterator[Deadline]:
    for line in table.lines:
        scopes = [child for child in line.children if child.is_scope] or [line]
        days = {scope.due: scope for scope in scopes if scope.due is not None}
        for number, (day, scope) in enumerate(sorted(days.items()), 1):
            yield _on(f"target/{line.id}/{number}", line.title, day, "target", scope.at[0])
