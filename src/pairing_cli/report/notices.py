"""Facts of the notice of results (考核结果通报), and of the sheet on which a unit assesses itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pairing_cli.messages import shown
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.published import Published
from pairing_cli.model.results import ScoreSheet, ScoreUnit
from pairing_cli.model.rubric import Item, Rubric
from pairing_cli.report.chinese import full_day
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, organization_title, stem
from pairing_cli.report.rubric import materials_word, rubric_of, rubric_rows
from pairing_cli.report.scores import explanation, sheet_of, totals
from pairing_cli.report.units import about_unit, unit_words


def result_notice(material: Material, key: str) -> dict[str, Any]:
    """Every unit's total, rank and grade with what follows from it; as published, where it was."""
    sheet, rubric = sheet_of(material), rubric_of(material)
    published = material.published
    rows = _as_published(material, published) if published else _as_scored(material, sheet)
    year = material.programme.period.start.year
    return {
        **common(material, f"{stem(material.programme.title)}考核结果通报"),
        **unit_words(material),
        "rubric": rubric.title,
        "signed_by": list(material.programme.issued_by),
        "dated": full_day(published.as_of if published else sheet.as_of),
        "office": material.programme.reporting.office or "",
        "day": full_day(published.as_of if published else sheet.as_of),
        "term": sheet.term or f"{year}年",
        "number": len(rows),
        "full_marks": plain(rubric.full_marks),
        "rows": rows,
        "graded": bool(rubric.grades),
        "grades": list(_grades(rows, rubric)),
        "open": any(unit.main.open for unit in sheet.units) and published is None,
        "schools": [_school(material, sheet, each.organization) for each in sheet.schools],
        "published": _basis(published) if published else "",
        "explanation": explanation(sheet.units, material),
    }


def _as_scored(material: Material, sheet: ScoreSheet) -> list[dict[str, Any]]:
    return [
        {
            "pairing": shown(unit.node.title, material.language),
            **about_unit(material, unit.pairing),
            "rank": totals(unit)["rank"],
            "points": rounded(unit.node.earned),
            "grade": _grade(unit),
            "consequence": unit.grade.consequence or "" if unit.grade else "",
        }
        for unit in sheet.units
    ]


def _grade(unit: ScoreUnit) -> str:
    """A unit's grade, and that it may still rise while points are open."""
    if unit.grade is None:
        return ""
    return f"{unit.grade.title}（未定）" if unit.grade.open else unit.grade.title


def _as_published(material: Material, published: Published) -> list[dict[str, Any]]:
    rubric = rubric_of(material)
    then = {grade.title: grade.consequence or "" for grade in rubric.grades}
    return [
        {
            "rank": str(unit.rank),
            "pairing": unit.title,
            **about_unit(material, unit.id),
            "points": unit.total,
            "grade": unit.grade or "",
            "consequence": then.get(unit.grade or "", ""),
        }
        for unit in published.units
    ]


def _basis(published: Published) -> str:
    """What a published result rests on, so that it can be found again."""
    commit = f"，提交 {published.commit}" if published.commit else ""
    files = f"依据文件{len(published.files)}个{commit}"
    return f"本通报按{full_day(published.as_of)}核定并公布的结果印发（{files}）。"


def _grades(rows: list[dict[str, Any]], rubric: Rubric) -> Iterator[dict[str, Any]]:
    """Every grade with those who reached it, best first, and what follows from it."""
    for grade in rubric.grades:
        names = [
            row["pairing"] for row in rows if row["grade"].removesuffix("（未定）") == grade.title
        ]
        if names:
            yield {
                "title": grade.title,
                "number": len(names),
                "names": "、".join(names),
                "consequence": grade.consequence or "",
            }


def _school(material: Material, sheet: ScoreSheet, key: str) -> dict[str, str]:
    """A school in several pairings, and the mean of their scores."""
    found = next(each for each in sheet.schools if each.organization == key)
    return {
        "school": organization_title(material.repository, key),
        "number": str(len(found.pairings)),
        "mean": rounded(found.mean),
    }


def self_assessment(material: Material, key: str) -> dict[str, Any]:
    """The assessment table of one unit with a column for its own points, filled where it gave them."""
    sheet, rubric = sheet_of(material), rubric_of(material)
    unit = next(unit for unit in sheet.units if unit.pairing == key)
    name = shown(unit.node.title, material.language)
    rows = []
    for row in rubric_rows(material, rubric):
        own = _own_rating(material, row.item, key) if row.first else ABOVE
        rows.append({**row.facts, "own": own})
    return {
        **common(material, f"{rubric.title.removesuffix('细则')}自评表（{name}）"),
        "pairing": name,
        **unit_words(material),
        **{
            key: each.replace("\n", "、")
            for key, each in about_unit(material, unit.pairing).items()
        },
        "materials_word": materials_word(rubric),
        "rows": rows,
        "full_marks": plain(rubric.full_marks),
        "note": rubric.note or "",
    }


def _own_rating(material: Material, item: Item, key: str) -> str:
    """The points that a unit gave itself for an item, if the item asks for them; the latest."""
    by = item.raters.self_by if item.raters else None
    if by is None:
        return ""
    repository = material.repository
    given = [
        entry.record
        for entry in repository.ratings
        if repository.items.key(entry.record.item) == item.id
        and by in (entry.record.as_, entry.record.by)
        and key in (entry.record.pairing, entry.record.organization, entry.record.person)
        and entry.record.date <= material.as_of
        and entry.record.points is not None
    ]
    last = max(given, key=lambda rating: rating.date, default=None)
    return plain(last.points) if last and last.points is not None else ""
