"""Facts of the annexes of an official text: tables that other reports show on their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pairing_cli.model.plans import Schedule, ScheduleLine
from pairing_cli.model.texts import Annex, OfficialText
from pairing_cli.report.chinese import between, length, when
from pairing_cli.report.facts_texts import AnnexRow
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import empty_plan, pairing_table
from pairing_cli.report.quotas import asked_table
from pairing_cli.report.rubric import rubric_facts


def annexes(material: Material, record: OfficialText) -> Iterator[dict[str, Any]]:
    """The annexes of a text in their order: ``kind``, ``number``, ``label``, ``title``, and a table."""
    found = [each for name in record.annexes for each in _annex(material, name)]
    for number, each in enumerate(found, 1):
        label = f"附件{number}" if len(found) > 1 else "附件"
        rows = [{**_EMPTY, **row, "number": str(row.get("number", ""))} for row in each["rows"]]
        more = {"materials_word": "", "note": "", "lines": [], **each, "number": number}
        yield {**more, "rows": [_of_annex(row) for row in rows], "label": label}


_EMPTY = dict.fromkeys(AnnexRow.__annotations__, "")
"""A row of an annex: every name that some annex has, so that templates can name them all."""


def _of_annex(row: dict[str, Any]) -> dict[str, str]:
    """A row without what only the report that it is taken from has."""
    return {name: str(row[name]) for name in _EMPTY}


def _annex(material: Material, name: str) -> Iterator[dict[str, Any]]:
    """One annex; of rubrics, one for each; none where the programme has no data for it."""
    repository = material.repository
    match name:
        case Annex.LEADING_GROUP:
            yield from _leading_group(material)
        case Annex.PAIRING_TABLE:
            yield {**_shown(pairing_table(material, "")), "kind": name}
        case Annex.PLAN_TABLE:
            yield {**_shown(empty_plan(material)), "kind": name}
        case Annex.RUBRIC:
            for entry in repository.rubrics:
                facts = rubric_facts(material, entry.record)
                below = [facts[key] for key in ("marks", "gates", "grades") if facts[key]]
                words = {"materials_word": facts["materials_word"]}
                yield {**_shown(facts), **words, "kind": name, "lines": below}
        case Annex.QUOTAS:
            yield {**_shown(asked_table(material)), "kind": name}
        case _:
            found = repository.schedules.get(name)
            if found is not None:
                yield {**schedule_table(material, found), "kind": "schedule"}


def _shown(facts: dict[str, Any]) -> dict[str, Any]:
    """What an annex takes over of a report's facts."""
    return {key: facts[key] for key in ("title", "rows", "note") if key in facts}


def _leading_group(material: Material) -> Iterator[dict[str, Any]]:
    group = material.programme.leading_group
    if group is None:
        return
    rows, last = [], ""
    for member in group.members:
        role = member.role if member.role != last else ABOVE
        rows.append({"role": role, "name": padded(member.name), "post": member.post or ""})
        last = member.role
    duties = f"，{group.duties}" if group.duties else ""
    office = f"领导小组下设办公室，办公室设在{group.office}{duties}" if group.office else ""
    yield {
        "kind": Annex.LEADING_GROUP.value,
        "title": group.title,
        "rows": rows,
        "note": office if not office or office.endswith("。") else f"{office}。",
    }


def padded(name: str) -> str:
    """A name of two characters as wide as one of three, as lists of names have it."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def schedule_table(material: Material, schedule: Schedule) -> dict[str, Any]:
    """A schedule of training or postings, line by line, with the total that it declares."""
    rows, last = [], None
    for number, line in enumerate(schedule.lines, 1):
        row = _line(material, line)
        row["number"] = line.phase or str(number)
        if line.phase is not None and line.phase == last:
            row["number"] = ABOVE
        last = line.phase
        rows.append(row)
    if schedule.total is not None:
        blank = dict.fromkeys(("title", "audience", "when", "note"), "")
        rows.append({**blank, "number": "合计", "people": _heads(schedule.total)})
    return {"title": schedule.title, "rows": rows, "note": schedule.note or ""}


def _line(material: Material, line: ScheduleLine) -> dict[str, str]:
    year = material.programme.period.start.year
    lasting = f"，{length(line.lasting)}" if line.lasting else ""
    return {
        "title": f"{line.title}（{line.class_}）" if line.class_ else line.title,
        "audience": line.audience or "、".join(line.subject),
        "when": f"{when(line.when, year)}{lasting}",
        "people": _heads(line.people),
        "note": line.note or "",
    }


def _heads(people: tuple[int, int]) -> str:
    least, most = people
    return str(least) if least == most else between(str(least), str(most))
