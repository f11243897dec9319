"""Facts of a pairing's filled score sheet, and of the ranked list of all pairings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.figures import rounded
from pairing_cli.model.results import Points, ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.model.rubric import Item, Rubric
from pairing_cli.model.unearned import unearned
from pairing_cli.report.chinese import full_day
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common
from pairing_cli.report.rubric import materials_word, rubric_of, rubric_rows
from pairing_cli.report.units import about_unit, unit_words


def sheet_of(material: Material) -> ScoreSheet:
    """The finished scores."""
    if material.sheet is None:
        raise ValueError("this report needs scores")
    return material.sheet


def score_sheet(material: Material, pairing: str) -> dict[str, Any]:
    """The assessment table of one pairing, filled in: points, and a reason for each not earned."""
    sheet = sheet_of(material)
    unit = next(unit for unit in sheet.units if unit.pairing == pairing)
    rubric = rubric_of(material)
    who = {key: text.replace("\n", "、") for key, text in about_unit(material, pairing).items()}
    name = shown(unit.node.title, material.language)
    return {
        **common(material, f"{titled(rubric, '得分表')}（{name}）"),
        "pairing": name,
        **unit_words(material),
        **who,
        "materials_word": materials_word(rubric),
        "verdict": verdict(unit, material.language),
        "rows": list(_rows(material, rubric, unit, bonus=False)),
        "bonus_rows": list(_rows(material, rubric, unit, bonus=True)),
        "total": totals(unit),
        "explanation": explanation([unit], material),
        "compared": list(_compared(material, unit)),
        "office": material.programme.reporting.office or "",
        "note": rubric.note or "",
    }


def _compared(material: Material, unit: ScoreUnit) -> Iterator[dict[str, str]]:
    """Its items beside their means over all, where these are known: for a picture."""
    means = {item.id: item for item in material.compared.items} if material.compared else {}
    for item in unit.node.items():
        if item.id in means and item.maximum:
            yield {
                "label": shown(item.title, material.language),
                "maximum": rounded(item.maximum),
                "earned": rounded(item.earned),
                "mean": rounded(means[item.id].mean),
            }


def titled(rubric: Rubric, what: str) -> str:
    """What a document about a rubric is called: 考核细则 gives 考核得分表, 考核得分排名."""
    stem = rubric.title.removesuffix("细则")
    return f"{stem}{what}" if stem.endswith("考核") else f"{stem}考核{what}"


def _rows(
    material: Material, rubric: Rubric, unit: ScoreUnit, *, bonus: bool
) -> Iterator[dict[str, Any]]:
    """The rubric's rows, filled in: of items within the full marks, or of those that are bonus."""
    nodes = {node.id: node for node in unit.node.items() if node.bonus is bonus}
    rows = [row for row in rubric_rows(material, rubric, bonus=bonus) if row.item.id in nodes]
    for row in rows:
        node = nodes[row.item.id]
        if row.first:
            yield {**row.facts, **_points(node), **_reasons(node, material)}
        else:
            yield {**row.facts, **dict.fromkeys((*_POINTS, "reasons", "records"), ABOVE)}
    shown_already = {row.item.id for row in rows}
    yield from (_beside(node, material) for node in nodes.values() if node.id not in shown_already)


def _beside(node: ScoreNode, material: Material) -> dict[str, Any]:
    """A row that no item has: what a floor gives back, or a cap takes off."""
    title = shown(node.title, material.language)
    words = dict.fromkeys(("section", "points", "criteria", "materials", "due"), "")
    return {**words, "item": title, "title": title, **_points(node), **_reasons(node, material)}


def explanation(units: Iterable[ScoreUnit], material: Material) -> str:
    """What must be known to add the figures up; empty when they do by themselves."""
    units = list(units)
    keys = ["score.bonus-rule"] if any(unit.bonus for unit in units) else []
    keys += [] if all(unit.adds_up for unit in units) else ["score.rounding"]
    return "".join(word(key, material.language) for key in keys)


_POINTS = ("maximum", "earned", "lost", "open")


def _points(node: ScoreNode | Points) -> dict[str, str]:
    values = (node.maximum, node.earned, node.lost, node.open)
    return {name: rounded(value) for name, value in zip(_POINTS, values, strict=True)}


def totals(unit: ScoreUnit) -> dict[str, str]:
    """A unit's points, rank and grade."""
    return {
        **_points(unit.main),
        "rank": f"{unit.among_class or ''}{unit.rank}",
        "points": rounded(unit.node.earned),
        "grade": unit.grade.title if unit.grade else "",
        "bonus": rounded(unit.bonus_earned),
    }


def _reasons(node: ScoreNode, material: Material) -> dict[str, str]:
    """A line for each part that is not earned, and apart from it where that is recorded."""
    found = [((), node)] if node.whole else list(node.shortfalls())
    lines = [_reason(path, part, node, material) for path, part in found]
    places = dict.fromkeys(material.place(at) for _, part in found for at in part.at[-1:])
    return {"reasons": "\n".join(lines), "records": "\n".join(places)}


def _reason(
    path: tuple[str | Message, ...], node: ScoreNode, item: ScoreNode, material: Material
) -> str:
    """A line: how much is lost or open, of what, and why. A bonus is never lost, only not added."""
    language = material.language
    points = text(unearned(node, bonus=item.bonus), language)
    titles = [*path, *([] if node is item else [node.title])]
    reason = text(node.reason, language)
    where = "·".join(shown(title, language) for title in titles)
    if where.endswith(reason):  # a leaf that is called after its number says it once
        return f"{points} {where}"
    between = "：" if where[:1].isdigit() else " "
    return f"{points}{between}{where}{'：' if where else ''}{reason}"


def ranking(material: Material, pairing: str) -> dict[str, Any]:
    """Every pairing, best first, with its points by item."""
    sheet = sheet_of(material)
    rubric = rubric_of(material)
    items = [item for _, item in rubric.items()]
    rows = []
    for unit in sheet.units:
        nodes = {node.id: node for node in unit.node.items()}
        rows.append(
            {
                "pairing": shown(unit.node.title, material.language),
                **about_unit(material, unit.pairing),
                **totals(unit),
                "items": [*_grade(unit, rubric), *(_earned(nodes.get(i.id)) for i in items)],
            }
        )
    headings = [*([_GRADE] if rubric.grades else []), *(_heading(item) for item in items)]
    return {
        **common(material, titled(rubric, "得分排名")),
        **unit_words(material),
        "day": full_day(sheet.as_of),
        "items": headings,
        "rows": rows,
        "parts": list(_parts(headings, rows)),
        "explanation": explanation(sheet.units, material),
    }


MOST_ITEMS = 8
"""Items that a table on paper has beside each other, at most."""


def _parts(headings: list[dict[str, str]], rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The points by item in tables that can be read on paper, of about as many items each."""
    tables = max(-(-len(headings) // MOST_ITEMS), 1)
    size = max(-(-len(headings) // tables), 1)
    for start in range(0, len(headings), size):
        part = slice(start, start + size)
        yield {
            "items": headings[part],
            "rows": [{"pairing": row["pairing"], "points": row["items"][part]} for row in rows],
        }


def _earned(node: ScoreNode | None) -> str:
    """An item's points; a dash where it is not asked of the unit."""
    return "–" if node is None else rounded(node.earned)


_GRADE = {"number": "", "title": "等次", "label": "等次"}


def _grade(unit: ScoreUnit, rubric: Rubric) -> list[str]:
    return [unit.grade.title if unit.grade else ""] if rubric.grades else []


def verdict(unit: ScoreUnit, language: str) -> str:
    """A unit's grade with what follows from it, its converted points, and the gates that closed."""
    lines = []
    if unit.grade is not None:
        key = "score.grade-open" if unit.grade.open else ""
        title = word(key, language, grade=unit.grade.title) if key else unit.grade.title
        why = word(f"score.grade-by-{unit.grade.by}", language)
        then = f"；{unit.grade.consequence}" if unit.grade.consequence else ""
        lines.append(word("score.grade", language, grade=title, why=why) + then)
    if unit.converted is not None:
        lines.append(word("score.converted", language, points=rounded(unit.converted)))
    lines += [
        word("score.gate-closed", language, gate=gate.title, note=gate.note) for gate in unit.gates
    ]
    return "\n".join(lines)


def _heading(item: Item) -> dict[str, str]:
    label = f"{item.number}.{item.title}" if item.number else item.title
    return {"number": item.number or "", "title": item.title, "label": label}
