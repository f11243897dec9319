"""The reports there are: what each is called, for whom it is made, and the facts it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pairing_cli.report import dashboard, parties, rubric, scores
from pairing_cli.report.material import Material

Facts = dict[str, Any]
"""Plain data for a template: texts, numbers, lists and mappings of these."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report, with the formats it has.

    ``per_pairing``: one document for each pairing; ``scored``: needs scores; ``whole``: needs the
    overview of the whole programme.
    """

    id: str
    facts: Callable[[Material, str], Facts]
    per_pairing: bool = False
    scored: bool = False
    needs: str = ""
    formats: tuple[str, ...] = ("docx", "xlsx", "md")
    whole: bool = False


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("pairing-table", parties.pairing_table, needs="pairings"),
        Kind("plan-table", parties.plan_table, per_pairing=True, needs="plans"),
        Kind("rubric", rubric.rubric_table, needs="rubrics"),
        Kind("score-sheet", scores.score_sheet, per_pairing=True, scored=True, needs="rubrics"),
        Kind("ranking", scores.ranking, scored=True, needs="rubrics"),
        Kind("dashboard", dashboard.dashboard, formats=("html",), whole=True),
    )
}
"""Every kind, by the name it has on the command line."""
