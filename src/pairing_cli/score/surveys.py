"""What a survey came to for a unit: its latest result, and how that is said."""

from __future__ import annotations

from datetime import date

from pairing_cli.measure.view import View
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Survey, SurveyResult
from pairing_cli.model.repository import Entry
from pairing_cli.score.units import Assessed


def last_result(
    view: View, unit: Assessed, survey: Entry[Survey], until: date | None = None
) -> int | None:
    """Where the latest result about a unit stands that had come in by the view's day.

    With ``until``, the latest by that day; where all came later, the latest of them.
    """
    found = [(result.date, index) for result, index in view.about.results(survey, unit.subject)]
    in_time = [each for each in found if until is None or each[0] <= until]
    return max(in_time or found)[1] if found else None


def said_of_survey(survey: Survey, result: SurveyResult) -> Message:
    """A result as reports say it: the mean, its full marks, and how many answered."""
    return say(
        "score.survey",
        mean=plain(result.mean),
        out_of=plain(survey.out_of),
        respondents=result.respondents,
    )
