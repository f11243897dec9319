"""The forms that schools fill: which records each has rows for, and its columns.

Titles and explanations are those of the models. A programme's forms differ in what it records: columns
that are rare stand where records, targets or rubrics of the programme use them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Unpack

from pairing_cli.forms import rows
from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import (
    Cells,
    Column,
    Looks,
    Part,
    Route,
    Shape,
    as_cell,
    as_data,
    doc,
    one,
    told,
)
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.opinions import rating_parts, self_rated, survey_forms, to_rate
from pairing_cli.forms.participants import PARTICIPANTS
from pairing_cli.forms.people import POSTED, teacher
from pairing_cli.forms.rows import Destination, Log
from pairing_cli.forms.scope import For
from pairing_cli.forms.times import (
    heads_data,
    heads_text,
    length_data,
    length_text,
    span,
    when_data,
    when_text,
    worded,
)
from pairing_cli.forms.words import said
from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.dates import months_of
from pairing_cli.model.log import Activity, Submission
from pairing_cli.model.parties import Mentorship
from pairing_cli.model.plans import Plan, PlanTask, Schedule, ScheduleLine

KINDS = (
    "plan",
    "mentorships",
    "activities",
    "exchanges",
    "postings",
    "submissions",
    "schedules",
    "self-assessment",
    "survey",
)
"""The kinds of forms, in the order of their sheets; a programme has a ``survey:ID`` for each survey."""


def forms_of(lists: Lists) -> tuple[Form, ...]:
    """The forms of a programme, with the columns that it needs."""
    asked = Asked(lists.repository)
    found = (
        _plan(),
        _mentorships(),
        _activities(lists, asked),
        _exchanges(lists, asked),
        _postings(lists, asked),
        _submissions(lists, asked),
        _schedules(lists, asked),
        _self_assessment(lists),
        *survey_forms(lists),
    )
    return tuple(replace(form, parts=tuple(map(_noted, form.parts))) for form in found)


def _pairing(model: type[Record]) -> Part:
    return one(model, "pairing", Shape.CHOICE, "pairings", width=18, needed=True)


def relevant(form: Form, lists: Lists, every: Lists) -> bool:
    """Whether a form is of use to those in scope, where it is not asked for by name.

    ``every`` are the lists for all of the programme.
    """
    if form.id == "postings":
        return any(form.rows(every))
    if form.id == "exchanges":
        return bool(lists.offered("mentorships"))
    return form.id not in ("schedules", "self-assessment") or usable(form, lists)


def usable(form: Form, lists: Lists) -> bool:
    """Whether there is anything to be filled in: rows, or something to choose where one must choose."""
    if not form.entries or form.id == "schedules":
        return any(form.rows(lists)) or any(form.drafts(lists))
    must = (c for c in form.columns if c.needed and not c.open and c.shape is Shape.CHOICE)
    return all(lists.offered(column.choices) for column in must)


def replace_column(part: Part, **looks: Unpack[Looks]) -> Part:
    """A part of one column with that column changed."""
    return replace(part, columns=(replace(part.columns[0], **looks),))


def _note(model: type[Record]) -> Part:
    return one(model, "note", Shape.LONG, width=18)


def _into(collection: str, fields: Fields) -> Destination:
    return Destination(collection)


# what was done


def _amounts(names: Iterable[str]) -> Iterator[Part]:
    """A column for each amount: 课时, 金额（元）, 件数, or of the programme's own."""
    for name in names:
        unit = said("unit", name)
        word = said("amount", name)
        title = word if unit in (name, word) else f"{word}（{unit}）"
        note = f"{doc(Activity, 'amounts').title}：{title}。"
        route = ("amounts", name)
        looks: Looks = {"key": f"amount-{name}", "title": title, "note": note, "width": 9}
        yield one(Activity, "amounts", Shape.NUMBER, route=route, **looks)


def _activities(lists: Lists, asked: Asked) -> Form:
    parts = (
        _pairing(Activity),
        span(Activity, one_day=True),
        one(Activity, "kind", Shape.CHOICE, "activity_kinds", width=14, needed=True),
        one(Activity, "title", width=18),
        one(Activity, "at", Shape.CHOICE, "organizations", width=16),
        one(Activity, "mode", Shape.CHOICE, "mode", width=8),
        one(Activity, "direction", Shape.CHOICE, "direction", width=15, rare=True),
        one(Activity, "subjects", Shape.NAMES, width=10),
        one(Activity, "stage", Shape.CHOICES, "stages", open=True, width=9, rare=True),
        one(Activity, "audience", width=14, rare=True),
        one(Activity, "level", Shape.CHOICE, "levels", open=True, width=9, rare=True),
        one(Activity, "award", width=10, rare=True),
        one(Activity, "work", width=14, rare=True),
        PARTICIPANTS,
        *_amounts(asked.amounts),
        one(Activity, "fulfils", Shape.CHOICES, "plan_lines", width=18, rare=True),
        _note(Activity),
    )
    return Form(
        "activities",
        "活动记录",
        asked.columns(parts, _used(lists, "activities") | _undirected(lists)),
        partial(rows.activities, log=Log.OTHERS),
        partial(_into, "activities"),
    )


def _exchanges(lists: Lists, asked: Asked) -> Form:
    parts = (
        _pairing(Activity),
        span(Activity, one_day=True),
        one(Activity, "mentorship", Shape.CHOICE, "mentorships", width=34, needed=True),
        one(Activity, "kind", Shape.CHOICE, "activity_kinds:mentorship", width=14, needed=True),
        one(Activity, "title", width=24, rare=True),
        one(Activity, "mode", Shape.CHOICE, "mode", width=10),
        one(Activity, "at", Shape.CHOICE, "organizations", width=24),
        _note(Activity),
    )
    kept = asked.columns(parts, _used(lists, "activities"))
    source = partial(rows.activities, log=Log.EXCHANGES)
    return Form("exchanges", "师徒交流", kept, source, partial(_into, "activities"))


_NOTES = {
    "mode": "不填就是实地。",
    "roles": "如 教师、骨干教师、中层领导。",
    "stages": "如 小学、初中、幼儿园。",
    "levels": "如 校级、县级、市级。",
    "plan_lines": "落实计划中的哪一项。",
}
"""Explanations for lists of codes, where the model's own name the codes."""


def _noted(part: Part) -> Part:
    """A part whose explanations are in the words of a form."""
    return replace(
        part,
        columns=tuple(replace(c, note=_NOTES.get(c.choices, c.note)) for c in part.columns),
    )


def _used(lists: Lists, collection: str) -> frozenset[str]:
    """The fields that the records of a collection state."""
    index = lists.repository.index(collection)
    return frozenset(name for entry in index for name in entry.record.model_fields_set)


def _undirected(lists: Lists) -> frozenset[str]:
    """``direction`` where some kind of work does not say who goes to whom."""
    kinds = lists.repository.activity_kinds
    without = any(entry.record.direction is None for entry in kinds)
    return frozenset({"direction"} if without else ())


def _postings(lists: Lists, asked: Asked) -> Form:
    parts = (
        _pairing(Activity),
        POSTED,
        one(Activity, "kind", Shape.CHOICE, "activity_kinds", width=12, needed=True),
        one(Activity, "at", Shape.CHOICE, "organizations", width=18, needed=True),
        span(Activity, one_day=False),
        one(Activity, "title", width=18, rare=True),
        one(Activity, "fulfils", Shape.CHOICES, "plan_lines", width=20, rare=True),
        _note(Activity),
    )
    kept = asked.columns(parts, _used(lists, "activities"))
    source = partial(rows.activities, log=Log.POSTINGS)
    return Form("postings", "支教跟岗人员", kept, source, partial(_into, "activities"))


# what was handed in


def _submissions(lists: Lists, asked: Asked) -> Form:
    used = frozenset(name for row in rows.documents(lists.everywhere()) for name in row.fields)
    parts = (
        _pairing(Submission),
        one(Submission, "type", Shape.CHOICE, "document_types", width=24, needed=True),
        one(Submission, "activity", Shape.CHOICE, "activities", width=28),
        one(Submission, "from", Shape.CHOICES, "organizations", width=18, needed=True),
        one(Submission, "received", Shape.DAY, needed=True, width=12),
        one(Submission, "copies", Shape.COUNT, width=7),
        one(Submission, "by", Shape.CHOICES, "people", open=True, width=16),
        one(Submission, "seals", Shape.CHOICES, "organizations", width=16, rare=True),
        _files(),
        one(Submission, "term", Shape.CHOICE, "terms", width=9),
        told(_rejected(), _rejection),
        _note(Submission),
    )
    notes = {
        "activity": "为哪次活动报送；本表新填的活动写它的序号，如 新1。不属于某次活动的不填。",
        "from": "由谁报送；双方联合报送的用“、”隔开。",
        "file": "电子文件的名称，几个文件用“、”隔开；文件随表一起报送。",
        "received": "报送的日期；以收到的日期为准。",
        "term": "不属于某次活动时填写；不填时按收到日期归入。",
    }
    said_so = tuple(
        replace(p, columns=tuple(replace(c, note=notes.get(c.key, c.note)) for c in p.columns))
        for p in parts
    )
    return Form(
        "submissions",
        "材料报送",
        asked.columns(said_so, used),
        rows.documents,
        _document,
    )


def _files() -> Part:
    """The evidence files, by their paths; what is recorded of a file's content stays with its path."""
    part = one(Submission, "file", Shape.FILES, width=26)
    column, route = part.columns[0], part.routes[0]

    def show(fields: Fields, lists: Lists) -> Cells:
        paths = (_path(each) for each in _listed(fields.get("file")))
        return {column.key: tuple(paths) or None}

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        paths = cells.get(column.key)
        found: list[Data] = [
            lists.evidence(each) for each in (paths if isinstance(paths, tuple) else ())
        ]
        single = len(found) == 1 and isinstance(found[0], str)
        return {route: (found[0] if single else found) or None}

    return replace(part, show=show, read=read)


def _listed(data: Data | None) -> list[Data]:
    return data if isinstance(data, list) else [] if data is None else [data]


def _path(data: Data) -> str:
    return str(data["path"]) if isinstance(data, dict) else str(data)


def _rejected() -> Column:
    said_of = doc(Submission, "rejected")
    return Column("rejected", said_of.title, "退回的重新报送，另填一行。", width=16, locked=True)


def _rejection(fields: Fields, lists: Lists) -> str | None:
    found = fields.get("rejected")
    return f"{found['date']} {found['reason']}" if isinstance(found, dict) else None


def _document(fields: Fields) -> Destination:
    """Into the activity it is for; by itself where it is for none, or says its term."""
    activity = fields.get("activity")
    if activity is None or "term" in fields:
        return Destination("submissions")
    outer = frozenset({"pairing", "activity"})
    return Destination("activities", str(activity), "documents", outer)


# who is paired, what is planned


def _mentorships() -> Form:
    parts = (
        _pairing(Mentorship),
        teacher("mentor"),
        teacher("mentee"),
        one(Mentorship, "subject", width=10),
        one(Mentorship, "signed_on", Shape.DAY, width=12),
        _note(Mentorship),
    )
    title = "师徒结对"
    return Form("mentorships", title, parts, rows.mentorships, partial(_into, "mentorships"))


def _plan() -> Form:
    parts = (
        replace_column(_pairing(Plan), prefilled=True),
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
        _note(PlanTask),
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
    for pairing in sorted(lists.scope.pairings):
        for month in months_of(period):
            if (pairing, str(month)) not in planned:
                for _ in range(_A_MONTH):
                    yield {"pairing": pairing, "month": str(month)}


def _schedules(lists: Lists, asked: Asked) -> Form:
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
        _note(ScheduleLine),
    )
    used = frozenset(name for row in rows.schedule_lines(lists.everywhere()) for name in row.fields)
    kept = tuple(p for p in parts if not p.rare or used & {r[0] for r in p.routes})
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


def _self_assessment(lists: Lists) -> Form:
    return Form(
        "self-assessment",
        "自评",
        rating_parts(lists),
        self_rated,
        partial(_into, "ratings"),
        to_rate,
        entries=False,
    )
