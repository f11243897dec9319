"""Points that only people can give: surveys, ratings, levels. What has not been given is open."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pairing_cli.measure.view import View
from pairing_cli.model import opinions
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Rating
from pairing_cli.model.measures import number
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ZERO, NodeKind, State
from pairing_cli.model.rubric import Earning, RatingNeed
from pairing_cli.model.ways import Levels, Raters
from pairing_cli.score.shares import Draft
from pairing_cli.score.surveys import last_result, said_of_survey
from pairing_cli.score.units import Assessed

ONE = Fraction(1)


def survey_draft(view: View, unit: Assessed, earning: Earning, name: str) -> Draft:
    """A survey's leaf: its mean out of its full marks, or awaiting those who conduct it.

    Of several results the latest that had come in by the view's day counts.
    """
    identity = f"{earning.id}/survey"
    entry = view.repository.surveys.find(name)
    if entry is None:
        reason = say("score.awaiting-survey", by=view.reporting.office or name, survey=name)
        return _awaiting(identity, name, NodeKind.SURVEY, reason)
    survey = entry.record
    index = last_result(view, unit, entry)
    if index is None:
        reason = say("score.awaiting-survey", by=survey.by, survey=survey.title)
        return _awaiting(identity, survey.title, NodeKind.SURVEY, reason, entry)
    result = survey.results[index]
    return Draft(
        identity,
        survey.title,
        NodeKind.SURVEY,
        state=State.EARNED,
        reason=said_of_survey(survey, result),
        share=min(result.mean / survey.out_of, ONE),
        at=(entry.place("results", index),),
    )


def _awaiting(
    identity: str,
    title: str | Message,
    kind: NodeKind,
    reason: Message,
    entry: Entry[object] | None = None,  # type: ignore[type-var]
    weight: Fraction = ONE,
) -> Draft:
    at = (entry.at,) if entry else ()
    return Draft(identity, title, kind, weight, state=State.AWAITING, reason=reason, at=at)


def _ratings(
    view: View, unit: Assessed, earning: Earning, term: Term | None = None
) -> list[Entry[Rating]]:
    """The ratings of an item for a unit that had been given by the day, earliest first."""
    return [
        entry
        for entry in view.about.ratings(earning.id, unit.subject)
        if term is None or view.repository.terms.key(entry.record.term or "") == term.id
    ]


def rating_draft(
    view: View, unit: Assessed, earning: Earning, need: RatingNeed, term: Term | None = None
) -> Draft:
    """A rating's leaf: the points given, at most the item's, or awaiting the one who gives them.

    With a term, the points are out of that term's share, and only ratings of that term count.
    """
    identity = f"{earning.id}/{term.id}/rating" if term else f"{earning.id}/rating"
    worth = earning.worth / len(view.terms) if term else earning.worth
    found = [each for each in _ratings(view, unit, earning, term) if each.record.points is not None]
    title = say("score.rating-by", by=need.by)
    if not found:
        return _awaiting(identity, title, NodeKind.RATING, say("score.awaiting-rating", by=need.by))
    entry = found[-1]
    points = entry.record.points or ZERO
    reason = say("score.rating", points=plain(points), by=entry.record.by)
    return Draft(
        identity,
        title,
        NodeKind.RATING,
        state=State.EARNED if points else State.SHORT,
        reason=reason,
        share=min(points / worth, ONE),
        at=(entry.at,),
    )


def level_draft(view: View, unit: Assessed, earning: Earning, levels: Levels) -> Draft:
    """A level's leaf: the points of the level that was given last, or awaiting it."""
    identity, title = f"{earning.id}/level", say("score.rating-by", by=levels.by)
    found = [each for each in _ratings(view, unit, earning) if each.record.level in levels.table]
    if not found:
        return _awaiting(
            identity, title, NodeKind.RATING, say("score.awaiting-rating", by=levels.by)
        )
    entry = found[-1]
    level = entry.record.level or ""
    points = levels.table[level]
    return Draft(
        identity,
        title,
        NodeKind.RATING,
        state=State.EARNED if points else State.SHORT,
        reason=say("score.level", level=level, points=plain(points), by=entry.record.by),
        share=min(points / earning.worth, ONE) if earning.worth else ZERO,
        at=(entry.at,),
    )


def raters_drafts(view: View, unit: Assessed, earning: Earning, raters: Raters) -> Iterator[Draft]:
    """A leaf for each of several who rate, weighed; then how far the self-rating is from them."""
    found = _ratings(view, unit, earning)
    for index, rater in enumerate(raters.raters, 1):
        identity, title = f"{earning.id}/rater-{index}", say("score.rating-by", by=rater.by)
        given = opinions.given_by(found, rater.by)
        if not given:
            reason = say("score.awaiting-rating", by=rater.by)
            yield _awaiting(identity, title, NodeKind.RATING, reason, weight=number(rater.weight))
            continue
        mean = opinions.mean(given)
        yield Draft(
            identity,
            title,
            NodeKind.RATING,
            number(rater.weight),
            state=State.EARNED if mean else State.SHORT,
            reason=say("score.raters", mean=mean, number=len(given)),
            share=min(mean / earning.worth, ONE),
            at=tuple(each.at for each in given),
        )


def self_rating(view: View, unit: Assessed, earning: Earning, raters: Raters) -> Message | None:
    """What is to be said of the self-rating beside the others; None when there is nothing."""
    found = opinions.self_rating(raters, _ratings(view, unit, earning))
    if found is None:
        return None
    key = "score.self-differs" if found.flagged else "score.self"
    differs = Fraction(round(found.differs * 100), 100)
    return say(key, own=found.own, official=found.official, differs=differs)
