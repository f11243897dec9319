"""Facts of a pairing's filled score sheet, and of the ranked list of all pairings."""

from __future__ import annotations

from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.figures import rounded
from pairing_cli.model.programme import Side
from pairing_cli.model.results import Points, ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.report.chinese import full_day
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, side_text
from pairing_cli.report.rubric import rubric_of, rubric_rows


def _sheet(material: Material) -> ScoreSheet:
    if material.sheet is None:
        raise ValueError("this report needs scores")
    return material.sheet


def score_sheet(material: Material, pairing: str) -> dict[str, Any]:
    """The assessment table of one pairing, filled in: points, and a reason for each not earned."""
    sheet = _sheet(material)
    unit = next(unit for unit in sheet.units if unit.pairing == pairing)
    nodes = {node.id: node for node in unit.node.items()}
    rubric = rubric_of(material)
    rows = []
    for row in rubric_rows(material, rubric):
        node = nodes[row.item.id]
        points = _points(node) if row.first else dict.fromkeys(_POINTS, ABOVE)
        rows.append({**row.facts, **points, **_reasons(node, material, first=row.first)})
    entry = material.repository.pairings.find(pairing)
    sides = {
        side.value: side_text(material.repository, entry.record, side).replace("\n", "、")
        if entry
        else ""
        for side in Side
    }
    return {
        **common(material, rubric.title),
        "pairing": shown(unit.node.title, material.language),
        **sides,
        "rows": rows,
        "total": _totals(unit),
        "note": rubric.note or "",
    }


_POINTS = ("maximum", "earned", "lost", "open")


def _points(node: ScoreNode | Points) -> dict[str, str]:
    values = (node.maximum, node.earned, node.lost, node.open)
    return {name: rounded(value) for name, value in zip(_POINTS, values, strict=True)}


def _totals(unit: ScoreUnit) -> dict[str, str]:
    return {
        **_points(unit.main),
        "rank": str(unit.rank),
        "points": rounded(unit.node.earned),
        "bonus": rounded(unit.bonus_earned),
    }


def _reasons(node: ScoreNode, material: Material, *, first: bool) -> dict[str, str]:
    if not first:
        return {"reasons": ABOVE}
    found = [((), node)] if node.whole else list(node.shortfalls())
    lines = [_reason(path, part, material, whole=part is node) for path, part in found]
    return {"reasons": "\n".join(lines)}


def _reason(
    path: tuple[str | Message, ...], node: ScoreNode, material: Material, *, whole: bool
) -> str:
    """A line: how much is lost or open, of what, why, and where that is recorded."""
    language = material.language
    key = "score.lost" if node.lost else "score.still-open"
    points = word(key, language, points=rounded(node.lost or node.open))
    titles = [*path, *([] if whole else [node.title])]
    where = "·".join(shown(title, language) for title in titles)
    places = " ".join(material.place(at) for at in node.at[-1:])
    reason = text(node.reason, language)
    return f"{points} {where}{'：' if where else ''}{reason}{f' [{places}]' if places else ''}"


def ranking(material: Material, pairing: str) -> dict[str, Any]:
    """Every pairing, best first, with its points by item."""
    sheet = _sheet(material)
    rubric = rubric_of(material)
    items = [item for _, item in rubric.items()]
    rows = []
    for unit in sheet.units:
        nodes = {node.id: node for node in unit.node.items()}
        entry = material.repository.pairings.find(unit.pairing)
        pairs = entry.record if entry else None
        rows.append(
            {
                "pairing": shown(unit.node.title, material.language),
                "helper": side_text(material.repository, pairs, Side.HELPER) if pairs else "",
                "helped": side_text(material.repository, pairs, Side.HELPED) if pairs else "",
                **_totals(unit),
                "items": [rounded(nodes[item.id].earned) for item in items],
            }
        )
    title = rubric.title.removesuffix("细则") + "得分排名"
    return {
        **common(material, title),
        "day": full_day(sheet.as_of),
        "items": [{"number": item.number or "", "title": item.title} for item in items],
        "rows": rows,
    }
