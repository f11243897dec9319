"""The forms that schools fill, and which of them a programme needs.

Titles and explanations are those of the models. A programme's forms differ in what it records: columns
that are rare stand where records, targets or rubrics of the programme use them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pairing_cli.forms.asked import Asked
from pairing_cli.forms.columns import (
    Part,
    Shape,
)
from pairing_cli.forms.common import into
from pairing_cli.forms.form import Form
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.logs import activities, exchanges, postings
from pairing_cli.forms.opinions import rating_parts, self_rated, survey_forms, to_rate
from pairing_cli.forms.papers import submissions
from pairing_cli.forms.plans import mentorships, plan, schedules

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


def forms_of(lists: Lists, asked: Asked | None = None) -> tuple[Form, ...]:
    """The forms of a programme, with the columns that it needs.

    ``asked`` is what the programme records and asks for, where that was looked up already.
    """
    asked = asked or Asked(lists.repository)
    found = (
        plan(),
        mentorships(),
        activities(lists, asked),
        exchanges(lists, asked),
        postings(lists, asked),
        submissions(lists, asked),
        schedules(lists, asked),
        _self_assessment(lists),
        *survey_forms(lists),
    )
    return tuple(replace(form, parts=tuple(map(_noted, form.parts))) for form in found)


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


def _self_assessment(lists: Lists) -> Form:
    return Form(
        "self-assessment",
        "自评",
        rating_parts(lists),
        self_rated,
        partial(into, "ratings"),
        to_rate,
        entries=False,
    )
