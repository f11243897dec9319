"""What a survey came to for a unit: its latest result, and how that is said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from pairing_cli.measure.view import View
from pairing_cli.model.answers import Surveyed
from pairing_cli.model.diagnostics import Message, Value, say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.repository import Entry
from pairing_cli.model.surveys import Survey
from pairing_cli.score.units import Assessed


def last_result(
    view: View, unit: Assessed, survey: Entry[Survey], until: date | None = None
) -> Surveyed | None:
    """The latest result about a unit that had come in by the view's day.

    With ``until``, the latest by that day; where all came later, the latest of them.
    """
    found = list(enumerate(view.about.results(survey, unit.subject)))
    in_time = [each for each in found if until is None or each[1].date <= until]
    latest = max(in_time or found, key=lambda each: (each[1].date, each[0]), default=None)
    return latest[1] if latest else None


def said_of_survey(survey: Survey, result: Surveyed) -> Message:
    """A result as reports say it: the mean and its full marks, or a share, and how many answered."""
    facts: dict[str, Value] = {
        "mean": _readable(result.mean),
        "out_of": plain(survey.out_of),
        "levels": survey.counts_as,
        "respondents": result.respondents,
        "unanswered": say("score.unanswered", number=result.unanswered)
        if result.unanswered
        else say("nothing"),
    }
    return Message("score.survey-share" if survey.counts_as else "score.survey", facts)


def _readable(mean: Fraction) -> Value:
    """An exact mean; rounded as well, where its decimals never end."""
    exact = plain(mean)
    return say("score.rounded", rounded=rounded(mean), exact=exact) if "/" in exact else exact
