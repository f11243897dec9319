"""Facts of scores: every unit against the mean, item by item, and what its points were lost by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from pairing_cli.messages import shown, word
from pairing_cli.model.figures import rounded
from pairing_cli.model.overview import ItemMean, Loss, Scored
from pairing_cli.model.results import ScoreNode, ScoreUnit
from pairing_cli.report.material import Material
from pairing_cli.report.pictures.proof import depth_of_proofs, proof, state_word, tone
from pairing_cli.report.pictures.scale import percent, shade
from pairing_cli.report.scores import ranking, verdict


def scored_facts(material: Material, scored: Scored, number: int) -> dict[str, Any]:
    """A rubric's scores: the ranking, the items against their mean, the losses, and every proof.

    ``number`` is that of the rubric on the page, from 1.
    """
    about = replace(material, sheet=scored.sheet)
    units = scored.sheet.units
    depth = depth_of_proofs([unit.node for unit in units])
    ranked = ranking(about, "")
    return {
        "anchor": f"r{number}",
        "title": scored.sheet.title,
        "unit_word": ranked["unit_word"],
        "explanation": ranked["explanation"],
        "mean": "" if scored.mean is None else rounded(scored.mean),
        "graded": any(unit.grade for unit in units),
        "bonus": any(unit.bonus for unit in units),
        "means": [item_facts(material, item) for item in scored.items],
        "losses": losses(material, scored.losses),
        "reasons": [word(f"state.{loss.state}", material.language) for loss in scored.losses],
        "units": [
            {
                **{name: row[name] for name in row if name != "items"},
                **_unit(about, scored, unit, depth),
                "anchor": f"r{number}-u{place}",
            }
            for place, (row, unit) in enumerate(zip(ranked["rows"], units, strict=True), 1)
        ],
        "proofs": depth,
    }


def item_facts(material: Material, item: ItemMean) -> dict[str, Any]:
    """An item over all: its mean, least and most, with the length of its bar."""
    label = shown(item.title, material.language)
    return {
        "id": item.id,
        "label": label,
        "short": label.split(" ", 1)[0],
        "maximum": rounded(item.maximum),
        "mean": rounded(item.mean),
        "least": rounded(item.least),
        "most": rounded(item.most),
        "among": item.among,
        "share": percent(item.mean, item.maximum),
        "bonus": item.bonus,
    }


def losses(material: Material, found: Sequence[Loss]) -> list[dict[str, Any]]:
    """Lost points by reason, with bars as long as the largest of them allows."""
    most = max((loss.points for loss in found), default=Fraction(0))
    return [
        {
            "reason": word(f"state.{loss.state}", material.language),
            "points": rounded(loss.points),
            "number": loss.number,
            "share": percent(loss.points, most),
        }
        for loss in found
    ]


def _unit(material: Material, scored: Scored, unit: ScoreUnit, depth: str) -> dict[str, Any]:
    lost = {loss.state: loss.points for loss in scored.losses_of[unit.pairing]}
    nodes = {item.id: item for item in unit.node.items()}
    main = unit.main
    return {
        "verdict": verdict(unit, material.language),
        "shares": {
            "earned": percent(main.earned, main.maximum),
            "lost": percent(main.lost, main.maximum),
            "open": percent(main.open, main.maximum),
        },
        "by_item": [_item(material, nodes.get(mean.id), mean) for mean in scored.items],
        "lost_by": [
            rounded(lost[loss.state]) if loss.state in lost else "" for loss in scored.losses
        ],
        "proof": proof(material, unit.node, depth),
    }


def _item(material: Material, item: ScoreNode | None, mean: ItemMean) -> dict[str, Any]:
    """An item of one unit beside the mean of all; of one that is not asked of it, nothing."""
    label = shown(mean.title, material.language)
    if item is None:
        nothing = dict.fromkeys(("maximum", "earned", "lost", "open", "mean", "state", "tone"), "")
        return {
            **nothing,
            "label": label,
            "share": "",
            "mean_share": "",
            "shade": 0,
            "applies": False,
        }
    return {
        "label": label,
        "maximum": rounded(item.maximum),
        "earned": rounded(item.earned),
        "lost": "" if item.bonus else rounded(item.lost),
        "open": "" if item.bonus else rounded(item.open),
        "mean": rounded(mean.mean),
        "share": percent(item.earned, item.maximum),
        "mean_share": percent(mean.mean, mean.maximum),
        "shade": shade(item.earned, item.maximum),
        "state": state_word(material, item),
        "tone": tone(item),
        "applies": bool(item.maximum),
    }
