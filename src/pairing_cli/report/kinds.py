"""The reports there are: what each is called, for whom it is made, and the facts it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pairing_cli.report import parties, rubric, scores
from pairing_cli.report.facts import (
    Common,
    PairingTable,
    PlanTable,
    Ranking,
    RubricTable,
    ScoreSheet,
)
from pairing_cli.report.material import Material

Facts = dict[str, Any]
"""Plain data for a template: texts, numbers, lists and mappings of these."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report. ``per_pairing``: one document for each pairing; ``scored``: needs scores.

    ``shape`` describes its facts, as a typed mapping of `facts`.
    """

    id: str
    facts: Callable[[Material, str], Facts]
    per_pairing: bool = False
    scored: bool = False
    needs: str = ""
    shape: type[Any] = Common


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
    )
}
"""Every kind, by the name it has on the command line."""
