"""Facts of the dashboard (情况总览): all of a programme on one page."""

from __future__ import annotations

from typing import Any

from pairing_cli.messages import word
from pairing_cli.model.overview import Overview
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, redaction
from pairing_cli.report.pictures.due import due_facts
from pairing_cli.report.pictures.scored import scored_facts
from pairing_cli.report.pictures.targets import target_facts
from pairing_cli.report.pictures.year import outcome_words, year_facts


def dashboard(material: Material, pairing: str) -> dict[str, Any]:
    """Targets, scores by rubric, the year's activities, and what is to be done next."""
    overview = overview_of(material)
    title = f"{stem(material.programme.title)}{word('report.dashboard', material.language)}"
    return {
        **common(material, title),
        "announcement": "\n".join(filter(None, [*redaction(material), material.programme.notice])),
        "targets": target_facts(material, overview.targets),
        "rubrics": [
            scored_facts(material, scored, number)
            for number, scored in enumerate(overview.scored, 1)
        ],
        "calendar": year_facts(material, overview.calendar),
        "outcomes": outcome_words(material),
        "due": due_facts(material, overview.agenda),
    }


def overview_of(material: Material) -> Overview:
    """The whole that the report shows; ValueError where nobody made it."""
    if material.overview is None:
        raise ValueError("this report needs an overview")
    return material.overview


def stem(programme: str) -> str:
    """A programme's title without what says that it is one: 结对帮扶工作实施方案 is 结对帮扶工作."""
    return programme.removesuffix("方案").removesuffix("实施")
