"""All tasks together, for whom they are asked, most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pairing_cli.measure.view import View
from pairing_cli.model.agenda import Agenda, Deed, Task
from pairing_cli.model.dates import plus
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import QuotaTable, ScoreSheet
from pairing_cli.todo import from_plans, from_scores, from_targets


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom tasks are asked: pairings, a side, a school (keys); and for how many days ahead."""

    pairings: frozenset[str] | None = None
    side: Side | None = None
    school: str | None = None
    days: int | None = None


def agenda(view: View, sheets: Iterable[ScoreSheet], table: QuotaTable, wanted: Wanted) -> Agenda:
    """What is still to be done on the view's day, and what can no longer be reached."""
    sheets = tuple(sheets)
    found = [
        *(task for sheet in sheets for task in from_scores.open_tasks(view, sheet)),
        *from_targets.open_tasks(table),
        *from_plans.open_tasks(view),
    ]
    lost = [
        *(task for sheet in sheets for task in from_scores.lost_tasks(sheet)),
        *from_targets.lost_tasks(table),
    ]
    tasks = [task for task in found if _concerns(view.repository, wanted, task)]
    if wanted.days is not None:
        last = plus(view.as_of, wanted.days)
        tasks = [task for task in tasks if task.safe <= last]
    return Agenda(
        view.as_of,
        tuple(sorted(tasks, key=_urgency)),
        tuple(
            sorted(_for(view.repository, wanted, lost), key=lambda task: (-task.points, task.id))
        ),
    )


def _for(repository: Repository, wanted: Wanted, tasks: Iterable[Task]) -> Iterator[Task]:
    return (task for task in tasks if _concerns(repository, wanted, task))


def _urgency(task: Task) -> tuple[object, ...]:
    return task.safe, -task.points, task.pairing or "", task.id


def _concerns(repository: Repository, wanted: Wanted, task: Task) -> bool:
    """Whether a task is one of a pairing, a side, a school.

    What names no pairing concerns every pairing, unless it is another school's; a school is concerned
    by what its side of its pairing has to do, and by what names it.
    """
    if wanted.pairings is not None and not _of_pairings(repository, wanted.pairings, task):
        return False
    if wanted.side is not None and task.sides and wanted.side not in task.sides:
        return False
    return wanted.school is None or _of_school(repository, wanted.school, task)


def _of_pairings(repository: Repository, pairings: frozenset[str], task: Task) -> bool:
    if task.pairing is not None:
        return task.pairing in pairings
    school = task.organization
    return school is None or any(repository.side_of(key, school) for key in pairings)


def _of_school(repository: Repository, school: str, task: Task) -> bool:
    named = {repository.organizations.key(each) for each in task.who if isinstance(each, str)}
    if task.organization is not None or named & {entry.key for entry in repository.organizations}:
        return school in named or task.organization == school
    if task.pairing is None:
        return task.deed is Deed.MILESTONE and not task.who
    side = repository.side_of(task.pairing, school)
    return side is not None and (not task.sides or side in task.sides)
