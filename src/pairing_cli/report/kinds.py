"""The reports there are: what each is called, for whom it is made, and the facts it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pairing_cli.model.texts import TextForm
from pairing_cli.report import (
    activities,
    bulletin,
    charts,
    dashboard,
    dossier,
    notices,
    official,
    parties,
    quotas,
    rubric,
    scores,
    subjects,
)
from pairing_cli.report.facts import (
    Common,
    PairingTable,
    PlanTable,
    Ranking,
    RubricTable,
    ScoreSheet,
)
from pairing_cli.report.facts_months import ActivityBrief, Bulletin, QuotaProgress
from pairing_cli.report.facts_results import Dossier, ResultNotice, SelfAssessment
from pairing_cli.report.facts_texts import OfficialText
from pairing_cli.report.material import Material
from pairing_cli.report.pictures.shapes import Charts, Dashboard
from pairing_cli.report.subjects import Subjects

Facts = dict[str, Any]
"""Plain data for a template: texts, numbers, lists and mappings of these."""

ALL = ("docx", "xlsx", "md")
PROSE = ("docx", "md")
"""Formats of what is no table."""


class Uses(Enum):
    """What has to be reckoned before a report can be made."""

    SCORES = auto()
    TARGETS = auto()
    MONTH = auto()
    EVIDENCE = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its facts, for whom it is made, and what it needs.

    ``made_for``: programme, pairing, unit, text, party or activity, as the list of kinds says it.
    ``needs``: the collection without which there is none; ``form``: of texts, the form.
    ``template``: the template that it shares with others where it has none of its own. ``shape``
    describes its facts, as a typed mapping of `facts`.
    """

    id: str
    facts: Callable[[Material, str], Facts]
    needs: str = ""
    made_for: str = "programme"
    subjects: Subjects = subjects.whole
    uses: frozenset[Uses] = frozenset()
    form: TextForm | None = None
    formats: tuple[str, ...] = ALL
    template: str = ""
    shape: type[Any] = Common

    @property
    def templates(self) -> tuple[str, ...]:
        """The names of its templates, without their endings: its own, then one that it shares."""
        return (self.id, self.template) if self.template else (self.id,)

    @property
    def scored(self) -> bool:
        """Whether it shows scores."""
        return Uses.SCORES in self.uses

    @property
    def of_rubric(self) -> bool:
        """Whether it is about one rubric, of which a programme may have several."""
        return self.needs == "rubrics" or self.scored

    def there(self, material: Material) -> bool:
        """Whether the programme has what it needs."""
        needed = not self.needs or len(material.repository.index(self.needs)) > 0
        return needed and bool(self.subjects(material))


_SCORED = frozenset({Uses.SCORES})
_WHOLE = frozenset({Uses.WHOLE})


def _text(form: TextForm) -> Kind:
    """The kind of report that a form of text is issued as."""
    return Kind(
        form.value,
        official.between_parties if form.between_parties else official.document,
        "texts",
        "party" if form.between_parties else "text",
        subjects.texts(form),
        frozenset({Uses.TARGETS}),
        form,
        PROSE,
        "official-text",
        OfficialText,
    )


_KINDS = (
    *(_text(form) for form in TextForm),
    Kind("pairing-table", parties.pairing_table, "pairings", shape=PairingTable),
    Kind("plan-table", parties.plan_table, "plans", "pairing", subjects.pairings, shape=PlanTable),
    Kind("rubric", rubric.rubric_table, "rubrics", shape=RubricTable),
    Kind(
        "self-assessment",
        notices.self_assessment,
        "rubrics",
        "unit",
        subjects.units,
        _SCORED,
        shape=SelfAssessment,
    ),
    Kind(
        "score-sheet",
        scores.score_sheet,
        "rubrics",
        "unit",
        subjects.units,
        _SCORED,
        shape=ScoreSheet,
    ),
    Kind("ranking", scores.ranking, "rubrics", uses=_SCORED, shape=Ranking),
    Kind(
        "result-notice",
        notices.result_notice,
        "rubrics",
        uses=_SCORED,
        formats=PROSE,
        shape=ResultNotice,
    ),
    Kind(
        "dossier",
        dossier.dossier,
        "rubrics",
        "unit",
        subjects.units,
        _SCORED | {Uses.EVIDENCE},
        formats=PROSE,
        shape=Dossier,
    ),
    Kind(
        "bulletin",
        bulletin.bulletin,
        "pairings",
        uses=frozenset({Uses.MONTH}),
        formats=PROSE,
        shape=Bulletin,
    ),
    Kind(
        "quota-progress",
        quotas.quota_progress,
        "quotas",
        uses=frozenset({Uses.TARGETS}),
        shape=QuotaProgress,
    ),
    Kind(
        "activity-brief",
        activities.activity_brief,
        "activities",
        "activity",
        subjects.activities,
        frozenset({Uses.EVIDENCE}),
        formats=PROSE,
        shape=ActivityBrief,
    ),
    Kind("charts", charts.charts, uses=_WHOLE, shape=Charts),
    Kind("dashboard", dashboard.dashboard, uses=_WHOLE, formats=("html",), shape=Dashboard),
)

KINDS: Mapping[str, Kind] = {kind.id: kind for kind in _KINDS}
"""Every kind, by the name it has on the command line."""


def kind_of(template: str) -> Kind | None:
    """The kind that a template is for, by its name without ending; of a shared one the first."""
    return next((kind for kind in KINDS.values() if template in kind.templates), None)


def shape_for(template: str) -> type[Any]:
    """The description of the facts that a template is given, by its name without ending."""
    found = kind_of(template)
    return found.shape if found else Common
