"""Which tasks of a plan have been carried out."""

from __future__ import annotations

from pairing_cli.measure.view import View
from pairing_cli.model.log import Activity
from pairing_cli.model.plans import PlanTask
from pairing_cli.model.repository import Entry


def carried_out(view: View, pairing: str, task: PlanTask) -> int:
    """How many activities carry out a task: those that point to it, or of its kind in its month."""
    key = view.repository.activity_kinds.key
    lines = view.repository.plan_lines
    found = 0
    for entry in view.activities.get(pairing, ()):
        pointed = task.id is not None and task.id in map(lines.key, entry.record.fulfils)
        found += pointed or _of_its_month(entry, key(entry.record.kind) == key(task.kind), task)
    return found


def _of_its_month(entry: Entry[Activity], same_kind: bool, task: PlanTask) -> bool:
    return same_kind and not entry.record.fulfils and entry.record.days.start in task.month.days
