"""Forms of what was done: activities, exchanges of teacher pairs, postings (活动、师徒交流、支教跟岗)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from pairing_cli.forms import rows
from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import (
    Looks,
    Part,
    Shape,
    doc,
    one,
)
from pairing_cli.forms.common import into, note, pairing
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.participants import PARTICIPANTS
from pairing_cli.forms.people import POSTED
from pairing_cli.forms.rows import Log
from pairing_cli.forms.times import (
    span,
)
from pairing_cli.forms.words import said
from pairing_cli.model.log import Activity


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


def activities(lists: Lists, asked: Asked) -> Form:
    """Activities other than exchanges and postings (活动记录)."""
    parts = (
        pairing(Activity),
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
        note(Activity),
    )
    return Form(
        "activities",
        "活动记录",
        asked.columns(parts, asked.of_activities(Log.OTHERS) | _undirected(lists)),
        partial(rows.activities, log=Log.OTHERS),
        partial(into, "activities"),
    )


def exchanges(lists: Lists, asked: Asked) -> Form:
    """Exchanges of teacher pairs (师徒交流)."""
    parts = (
        pairing(Activity),
        span(Activity, one_day=True),
        one(Activity, "mentorship", Shape.CHOICE, "mentorships", width=34, needed=True),
        one(Activity, "kind", Shape.CHOICE, "activity_kinds:mentorship", width=14, needed=True),
        one(Activity, "title", width=24, rare=True),
        one(Activity, "mode", Shape.CHOICE, "mode", width=10),
        one(Activity, "at", Shape.CHOICE, "organizations", width=24),
        one(Activity, "subjects", Shape.NAMES, width=12, rare=True),
        replace(PARTICIPANTS, rare=True),
        note(Activity),
    )
    kept = asked.columns(parts, asked.of_activities(Log.EXCHANGES), by_asking=False)
    source = partial(rows.activities, log=Log.EXCHANGES)
    return Form("exchanges", "师徒交流", kept, source, partial(into, "activities"))


def _undirected(lists: Lists) -> frozenset[str]:
    """``direction`` where some kind of work does not say who goes to whom."""
    kinds = lists.repository.activity_kinds
    without = any(entry.record.direction is None for entry in kinds)
    return frozenset({"direction"} if without else ())


def postings(lists: Lists, asked: Asked) -> Form:
    """People who were posted for a time (支教、跟岗、挂职)."""
    parts = (
        pairing(Activity),
        POSTED,
        one(Activity, "kind", Shape.CHOICE, "activity_kinds", width=12, needed=True),
        one(Activity, "at", Shape.CHOICE, "organizations", width=18, needed=True),
        span(Activity, one_day=False),
        one(Activity, "title", width=18, rare=True),
        one(Activity, "direction", Shape.CHOICE, "direction", width=15, rare=True),
        one(Activity, "audience", width=14, rare=True),
        one(Activity, "fulfils", Shape.CHOICES, "plan_lines", width=20, rare=True),
        note(Activity),
    )
    kept = asked.columns(parts, asked.of_activities(Log.POSTINGS), by_asking=False)
    source = partial(rows.activities, log=Log.POSTINGS)
    return Form("postings", "支教跟岗人员", kept, source, partial(into, "activities"))
