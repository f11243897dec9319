"""Forms of who is paired and what is planned: teacher pairs, plan tables, schedules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from pairing_cli.forms import rows
from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import (
    Column,
    Part,
    Shape,
    as_cell,
    as_data,
    doc,
    one,
)
from pairing_cli.forms.common import into, note, pairing, replace_column
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.people import teacher
from pairing_cli.forms.rows import Destination
from pairing_cli.forms.scope import For
from pairing_cli.forms.times import (
    heads_data,
    heads_text,
    length_data,
    length_text,
    when_data,
    when_text,
    worded,
)
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.dates import months_of
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.plans import Plan, PlanTask, Schedule, ScheduleLine


def mentorships() -> Form:
    """Teacher pairs (师徒结对)."""
    parts = (
        pairing(Mentorship),
        teacher("mentor"),
        teacher("mentee"),
        one(Mentorship, "subject", width=10),
        one(Mentorship, "signed_on", Shape.DAY, width=12),
        note(Mentorship),
    )
    title = "师徒结对"
    return Form("mentorships", title, parts, rows.mentorships, partial(into, "mentorships"))


def plan() -> Form:
    """The plan table of a pairing (附件：工作计划表)."""
    parts = (
        replace_column(pairing(Plan), prefilled=True),
        one(
            PlanTask,
            "month",
            Shape.MONTH,
            width=11,
            needed=True,
            prefilled=True,
            note="从列表中选。",
        ),
        one(PlanTask, "kind", Shape.CHOICE, "activity_kinds", width=16, needed=True),
        one(PlanTask, "work", Shape.LONG, width=48, needed=True),
        one(PlanTask, "responsible", Shape.NAMES, width=16),
        one(PlanTask, "due", Shape.DAY, width=12),
        one(PlanTask, "times", Shape.WHOLE, width=7),
        note(PlanTask),
    )
    return Form("plan", "工作计划", parts, rows.tasks, _into_plan, _empty_months)


def _into_plan(fields: Fields) -> Destination:
    return Destination("plans", str(fields.get("pairing", "")), "tasks", frozenset({"pairing"}))


_A_MONTH = 2
"""Lines of a plan's month that are begun beforehand where nothing is planned in it yet."""


def _empty_months(lists: Lists) -> Iterator[Fields]:
    """Two lines for each month of the programme, or the term, in which nothing is planned yet."""
    programme = lists.repository.programme
    if programme is None or lists.scope.whom is For.PROGRAMME:
        return
    period = lists.scope.term.period if lists.scope.term else programme.record.period
    key = lists.repository.pairings.key
    planned = {(key(str(row.fields["pairing"])), row.fields["month"]) for row in rows.tasks(lists)}
    for each in sorted(lists.scope.pairings):
        for month in months_of(period):
            if (each, str(month)) not in planned:
                for _ in range(_A_MONTH):
                    yield {"pairing": each, "month": str(month)}


def schedules(lists: Lists, asked: Asked) -> Form:
    """Lines of schedules of training and postings (培训、跟岗计划表)."""
    table = Column(
        "schedule",
        COLLECTIONS["schedules"].title,
        doc(Schedule, "title").title,
        Shape.CHOICE,
        "schedules",
        width=24,
        needed=True,
    )
    parts = (
        _choice(table),
        one(ScheduleLine, "phase", width=9),
        one(ScheduleLine, "class", width=9, rare=True),
        one(ScheduleLine, "title", width=24, needed=True),
        one(ScheduleLine, "kind", Shape.CHOICE, "activity_kinds", width=14, rare=True),
        one(ScheduleLine, "audience", width=16),
        _worded("when", when_text, when_data, "如 9月、9-10月、6月中旬。", needed=True),
        _worded("lasting", length_text, length_data, "如 3天、1个月、12个月至18个月。"),
        _worded("people", heads_text, heads_data, "派出或参加的人数，如 20、3至5。", needed=True),
        one(ScheduleLine, "batches", Shape.WHOLE, width=7, rare=True),
        one(ScheduleLine, "from", Shape.CHOICE, "organizations", width=16, rare=True),
        one(ScheduleLine, "at", Shape.CHOICE, "organizations", width=16, rare=True),
        one(ScheduleLine, "pairing", Shape.CHOICE, "pairings", width=18, rare=True),
        one(ScheduleLine, "role", Shape.CHOICE, "roles", open=True, width=10, rare=True),
        one(ScheduleLine, "level", width=10, rare=True),
        one(ScheduleLine, "subject", Shape.NAMES, width=12, rare=True),
        one(ScheduleLine, "stage", Shape.CHOICES, "stages", open=True, width=10, rare=True),
        _worded("trainees", heads_text, heads_data, "对方参训的人数。", rare=True),
        one(ScheduleLine, "responsible", Shape.NAMES, width=12, rare=True),
        note(ScheduleLine),
    )
    kept = asked.columns(parts, asked.of_lines, by_asking=False)
    return Form("schedules", "培训跟岗计划", kept, rows.schedule_lines, _into_schedule)


def _worded(
    field: str,
    to_text: Callable[[Data], str],
    to_data: Callable[[str, int], Data],
    note: str,
    *,
    needed: bool = False,
    rare: bool = False,
) -> Part:
    part = worded(ScheduleLine, field, to_text, to_data, note=note, width=14, needed=needed)
    return replace(part, rare=rare)


def _into_schedule(fields: Fields) -> Destination:
    key = str(fields.get("schedule", ""))
    return Destination("schedules", key, "lines", frozenset({"schedule"}))


def _choice(column: Column) -> Part:
    """A column that names a record which the row's own is inside of."""
    route = (column.key,)
    return Part(
        (column,),
        (route,),
        lambda fields, lists: {column.key: as_cell(column, fields.get(column.key), lists)},
        lambda cells, lists: {route: as_data(column, cells.get(column.key), lists)},
    )
