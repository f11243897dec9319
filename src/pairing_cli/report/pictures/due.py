"""Facts of what is to be done next, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from pairing_cli.messages import shown, word
from pairing_cli.model.agenda import Agenda, Deed, Task
from pairing_cli.model.figures import plain, rounded
from pairing_cli.report.material import Material

NEXT = 60
"""Tasks that are shown; how many more there are is said."""


def due_facts(material: Material, agenda: Agenda) -> dict[str, Any]:
    """What is to be done, most urgent first, under the last safe day; ``lost`` is out of reach."""
    tasks = agenda.tasks[:NEXT]
    return {
        "days": [
            {"day": _day(material, day, agenda.as_of), "tasks": [_task(material, t) for t in found]}
            for day, found in groupby(tasks, key=lambda task: task.safe)
        ],
        "more": len(agenda.tasks) - len(tasks),
        "lost": len(agenda.lost),
    }


def _day(material: Material, day: date, as_of: date) -> str:
    language, left = material.language, (day - as_of).days
    if day == date.max:
        return word("todo.no-day", language)
    if left < 0:
        return word("todo.overdue", language, day=day, days=-left)
    key = "todo.by" if left else "todo.today"
    return word(key, language, day=day, days=left)


def _task(material: Material, task: Task) -> dict[str, str]:
    pairing = (
        None if task.deed is Deed.REACH else material.repository.pairings.get(task.pairing or "")
    )
    whose = material.repository.title_of(pairing) if pairing else ""
    who = [whose, *(shown(each, material.language) for each in task.who)]
    return {
        "who": " · ".join(dict.fromkeys(part for part in who if part)),
        "what": shown(task.title, material.language),
        "worth": "；".join(_worth(material, task)),
    }


def _worth(material: Material, task: Task) -> Iterator[str]:
    language = material.language
    if task.number:
        unit = word(f"unit.{task.unit}", language)
        yield word("todo.number", language, number=Fraction(task.number), unit=unit)
    if task.points:
        exact = (task.points * 100).denominator == 1
        yield word(
            "todo.points", language, points=plain(task.points) if exact else rounded(task.points)
        )
    if task.begin_by is not None and task.due is not None and task.begin_by != task.due:
        yield word("todo.begin-by", language, day=task.begin_by, due=task.due)
