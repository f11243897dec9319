"""Facts of the pairing table (附件2) and of a pairing's plan table (附件3)."""

from __future__ import annotations

import re
from typing import Any

from pairing_cli.messages import word
from pairing_cli.model.dates import Month
from pairing_cli.model.parties import Level, Pairing, SideMember
from pairing_cli.model.programme import Side, Status
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Scope, Unit
from pairing_cli.report.chinese import BLANK, full_day, month_name
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.pairings import COLUMNS, special


def common(material: Material, title: str) -> dict[str, Any]:
    """The facts that every report has.

    ``warning`` says that the data have errors; it also leads the notice, so that a template that was
    made before there was a warning shows it all the same. ``draft`` says that the programme has not
    been issued; it is empty when it has.
    """
    programme = material.programme
    warning = word("report.warning", material.language, number=material.errors)
    warnings = [warning] if material.errors else []
    notices = [*warnings, *redaction(material), *filter(None, [programme.notice])]
    helper, helped = side_words(material.repository)
    draft = word("report.draft", material.language) if programme.status is Status.DRAFT else ""
    return {
        "title": title,
        "programme": programme.title,
        "issued_by": "、".join(programme.issued_by),
        "errors": material.errors,
        "warning": "".join(warnings),
        "draft": draft,
        "notice": "\n".join(notices),
        "as_of": full_day(material.as_of),
        "as_of_date": material.as_of,
        "year": programme.period.start.year,
        "helper_word": helper,
        "helped_word": helped,
        "above": ABOVE,
    }


def redaction(material: Material) -> list[str]:
    """What a document for the public says of itself; nothing in others."""
    return [word("report.redacted", material.language)] if material.redacted else []


_SCHOOL = re.compile(
    "school|campus|teaching-point|kindergarten|校|小学|中学|大学|学院|幼儿园|教学点"
)
"""What stands in the type or the title of an organization that is a school; types are free words."""


def side_words(repository: Repository) -> tuple[str, str]:
    """What the two sides are called: schools where all pairings are of schools, else parties."""
    pairings = [entry.record for entry in repository.pairings]
    if all(each.level is Level.SCHOOL and _of_schools(repository, each) for each in pairings):
        return "帮扶学校", "被帮扶学校"
    return "帮扶方", "受援方"


def _of_schools(repository: Repository, pairing: Pairing) -> bool:
    """Whether all that take part are schools."""
    found = (repository.organizations.get(name) for _, name in pairing.during(None))
    return all(_SCHOOL.search(f"{each.type} {each.title}") for each in found if each is not None)


def pairing_table(material: Material, pairing: str) -> dict[str, Any]:
    """The table of all pairings: helper, helped with their campuses, persons responsible.

    ``shows`` says which of the further columns some pairing has anything in.
    """
    repository = material.repository
    sides = dict(zip(Side, side_words(repository), strict=True))
    rows = [
        {
            "number": number,
            "pairing": entry.key,
            "helper": side_text(repository, entry.record, Side.HELPER),
            "helped": side_text(repository, entry.record, Side.HELPED),
            "responsible": "\n".join(person.name for person in entry.record.responsible),
            **special(repository, entry.record, sides),
        }
        for number, entry in enumerate(repository.pairings, 1)
    ]
    shows = {name: any(row[name] for row in rows) for name in COLUMNS}
    title = _table_title(material.programme.title)
    return {**common(material, title), "shows": shows, "rows": rows}


def _table_title(programme: str) -> str:
    name = stem(programme)
    return f"{name}学校安排表" if name.endswith("结对帮扶") else f"{programme}结对安排表"


def stem(programme: str) -> str:
    """A programme's title without the words for what kind of paper it is: 工作实施方案, 工作计划."""
    found = programme
    for ending in ("方案", "计划", "总结", "实施", "工作"):
        found = found.removesuffix(ending)
    return found or programme


def side_text(repository: Repository, pairing: Pairing, side: Side) -> str:
    """A side's organizations, one a line, with their campuses as the official table has them."""
    return "\n".join(_member(repository, member) for member in pairing.members(side))


def organization_title(repository: Repository, name: str) -> str:
    """What an organization of that name is called."""
    found = repository.organizations.get(name)
    return found.title if found else name


def _member(repository: Repository, member: SideMember) -> str:
    title = organization_title(repository, member.organization)
    if member.campuses == "all":
        return f"{title}及各校区"
    names = [_campus(repository, name, title) for name in member.campuses]
    return f"{title}及{'、'.join(names)}" if names else title


def _campus(repository: Repository, name: str, school: str) -> str:
    title = organization_title(repository, name)
    return title.removeprefix(school) or title


def plan_table(material: Material, pairing: str) -> dict[str, Any]:
    """A pairing's plan by month; a month of the plan without tasks has an empty row."""
    repository = material.repository
    entry = repository.pairings.find(pairing)
    helper = entry.record.helper[0].organization if entry else pairing
    plans = [
        plan.record
        for plan in repository.plans
        if repository.pairings.key(plan.record.pairing) == pairing
    ]
    tasks = sorted((task for plan in plans for task in plan.tasks), key=lambda task: task.month)
    months = sorted({*_planned_months(repository), *(task.month for task in tasks)})
    rows: list[dict[str, str]] = []
    for month in months:
        for number, task in enumerate([t for t in tasks if t.month == month] or [None]):
            kind = repository.activity_kinds.get(task.kind) if task else None
            rows.append(
                {
                    "month": ABOVE if number else month_name(month),
                    "kind": kind.title if kind else "",
                    "work": task.work if task else "",
                    "responsible": "、".join(task.responsible) if task else "",
                    "due": f"{task.due.month}月{task.due.day}日" if task and task.due else "",
                }
            )
    year = material.programme.period.start.year
    facts = common(material, f"{helper}{year}年结对帮扶工作计划表")
    return {**facts, "rows": rows, "note": "\n".join(plan.note for plan in plans if plan.note)}


def empty_plan(material: Material) -> dict[str, Any]:
    """The plan table as it is sent out to be filled in: the months that it is asked for."""
    repository = material.repository
    tasks = (task for plan in repository.plans for task in plan.record.tasks)
    months = sorted({*_planned_months(repository), *(task.month for task in tasks)})
    empty = dict.fromkeys(("kind", "work", "responsible", "due"), "")
    year = material.programme.period.start.year
    kinds = "、".join(entry.record.title for entry in repository.activity_kinds)
    return {
        "title": f"{BLANK}学校{year}年结对帮扶工作计划表",
        "rows": [{"month": month_name(month), **empty} for month in months],
        "note": f"内容栏可填写：{kinds}。" if kinds else "",
    }


def _planned_months(repository: Repository) -> list[Month]:
    """The months that the programme's targets ask plan tasks for."""
    return [
        month
        for quota in repository.quotas
        if quota.record.count is Unit.PLAN_TASKS and Scope.MONTH in quota.record.per
        for month in quota.record.months
    ]
