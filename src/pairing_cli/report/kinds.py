"""The reports there are: what each is called, for whom it is made, and the facts it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pairing_cli.report import charts, dashboard, parties, rubric, scores
from pairing_cli.report.facts import (
    Common,
    PairingTable,
    PlanTable,
    Ranking,
    RubricTable,
    ScoreSheet,
)
from pairing_cli.report.material import Material
from pairing_cli.report.pictures.shapes import Charts, Dashboard

Facts = dict[str, Any]
"""Plain data for a template: texts, numbers, lists and mappings of these."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report, with the formats it has.

    ``per_pairing``: one document for each pairing; ``scored``: needs scores; ``whole``: needs the
    overview of the whole programme. ``shape`` describes its facts, as a typed mapping of `facts`.
    """

    id: str
    facts: Callable[[Material, str], Facts]
    per_pairing: bool = False
    scored: bool = False
    needs: str = ""
    shape: type[Any] = Common
    formats: tuple[str, ...] = ("docx", "xlsx", "md")
    whole: bool = False


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("pairing-table", parties.pairing_table, needs="pairings", shape=PairingTable),
        Kind("plan-table", parties.plan_table, per_pairing=True, needs="plans", shape=PlanTable),
        Kind("rubric", rubric.rubric_table, needs="rubrics", shape=RubricTable),
        Kind(
            "score-sheet",
            scores.score_sheet,
            per_pairing=True,
            scored=True,
            needs="rubrics",
            shape=ScoreSheet,
        ),
        Kind("ranking", scores.ranking, scored=True, needs="rubrics", shape=Ranking),
        Kind("charts", charts.charts, shape=Charts, whole=True),
        Kind("dashboard", dashboard.dashboard, shape=Dashboard, formats=("html",), whole=True),
    )
}
"""Every kind, by the name it has on the command line."""
