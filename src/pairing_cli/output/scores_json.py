"""Scores → JSON."""

from __future__ import annotations

from pairing_cli.messages import text as worded
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.model.unearned import state_seen
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen


def as_json(
    sheet: ScoreSheet, notice: str | None, errors: int, places: Places, screen: Screen
) -> str:
    """The sheet for machines; schema ``pairing.score/1``. ``errors``: how many the data have."""
    document = {
        "schema": "pairing.score/1",
        "as_of": sheet.as_of.isoformat(),
        "errors": errors,
        "rubric": sheet.rubric,
        "title": sheet.title,
        "term": sheet.term,
        "notice": notice,
        "units": [
            {
                "rank": unit.rank,
                "class": unit.among_class,
                "full_marks": rounded(unit.main.maximum),
                "bonus": rounded(unit.bonus_earned) if unit.bonus else None,
                **_graded_json(unit, places, screen),
                **_node(unit.node, places, screen),
            }
            for unit in sheet.units
        ],
        "schools": [
            {
                "id": school.organization,
                "pairings": list(school.pairings),
                "mean": rounded(school.mean),
                "exact": plain(school.mean),
            }
            for school in sheet.schools
        ],
    }
    return dump(document)


def _graded_json(unit: ScoreUnit, places: Places, screen: Screen) -> dict[str, object]:
    grade = unit.grade
    return {
        "grade": None
        if grade is None
        else {
            "title": grade.title,
            "open": grade.open,
            "by": grade.by,
            "consequence": grade.consequence,
        },
        "gates": [
            {
                "id": gate.id,
                "title": gate.title,
                "note": screen.tell(gate.note),
                "at": places.json(gate.at),
            }
            for gate in unit.gates
        ],
        "converted": None if unit.converted is None else rounded(unit.converted),
    }


def _node(node: ScoreNode, places: Places, screen: Screen) -> dict[str, object]:
    figures = {"max": node.maximum, "earned": node.earned, "lost": node.lost, "open": node.open}
    found: dict[str, object] = {
        "id": node.id,
        "title": screen.tell(node.title),
        "kind": node.kind.value,
        "state": state_seen(node).value,
        "reason": clean(worded(node.reason, screen.language)),
        **{name: rounded(value) for name, value in figures.items()},
        "exact": {name: str(value) for name, value in figures.items()},
    }
    if node.paper is not None:
        found["document"] = {
            "title": clean(node.paper.title),
            "from": [side.value for side in node.paper.sides],
            "due": node.paper.due.isoformat(),
            "rule": {"file": places.file(node.paper.rule), "line": places.line(node.paper.rule)},
            "received": [
                {
                    "on": receipt.received.isoformat(),
                    "copies": receipt.copies,
                    "counted": receipt.counted,
                    "file": places.file(receipt.at),
                    "line": places.line(receipt.at),
                }
                for receipt in node.paper.receipts
            ],
        }
    found["at"] = places.json(node.at)
    found["children"] = [_node(child, places, screen) for child in node.children]
    return found
