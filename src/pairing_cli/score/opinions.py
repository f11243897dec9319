"""Points that only people can give: surveys and ratings. What has not been given is open."""

from __future__ import annotations

from fractions import Fraction

from pairing_cli.measure.view import View
from pairing_cli.model.diagnostics import say
from pairing_cli.model.figures import plain
from pairing_cli.model.programme import Term
from pairing_cli.model.results import NodeKind, State
from pairing_cli.model.rubric import Earning, RatingNeed
from pairing_cli.score.shares import Draft

ONE = Fraction(1)


def survey_draft(view: View, pairing: str, earning: Earning, name: str) -> Draft:
    """A survey's leaf: its mean out of its full marks, or awaiting those who conduct it.

    Of several results the latest that had come in by the view's day counts.
    """
    identity = f"{earning.id}/survey"
    entry = view.repository.surveys.find(name)
    if entry is None:
        reason = say("score.awaiting-survey", by=view.reporting.office or name, survey=name)
        return Draft(identity, name, NodeKind.SURVEY, state=State.AWAITING, reason=reason)
    survey = entry.record
    found = [
        (result, number)
        for number, result in enumerate(survey.results)
        if view.repository.pairings.key(result.pairing) == pairing and result.date <= view.as_of
    ]
    if not found:
        reason = say("score.awaiting-survey", by=survey.by, survey=survey.title)
        return Draft(
            identity,
            survey.title,
            NodeKind.SURVEY,
            state=State.AWAITING,
            reason=reason,
            at=(entry.at,),
        )
    result, number = max(found, key=lambda pair: (pair[0].date, pair[1]))
    reason = say(
        "score.survey",
        mean=plain(result.mean),
        out_of=plain(survey.out_of),
        respondents=result.respondents,
    )
    return Draft(
        identity,
        survey.title,
        NodeKind.SURVEY,
        state=State.EARNED,
        reason=reason,
        share=min(result.mean / survey.out_of, ONE),
        at=(entry.place("results", number),),
    )


def rating_draft(
    view: View, pairing: str, earning: Earning, need: RatingNeed, term: Term | None = None
) -> Draft:
    """A rating's leaf: the points given, at most the item's, or awaiting the one who gives them.

    With a term, the points are out of that term's share, and only ratings of that term count.
    """
    identity = f"{earning.id}/{term.id}/rating" if term else f"{earning.id}/rating"
    worth = earning.worth / len(view.terms) if term else earning.worth
    found = [
        entry
        for entry in view.repository.ratings
        if view.repository.items.key(entry.record.item) == earning.id
        and view.repository.pairings.key(entry.record.pairing) == pairing
        and entry.record.date <= view.as_of
        and (term is None or view.repository.terms.key(entry.record.term or "") == term.id)
    ]
    title = say("score.rating-by", by=need.by)
    if not found:
        reason = say("score.awaiting-rating", by=need.by)
        return Draft(identity, title, NodeKind.RATING, state=State.AWAITING, reason=reason)
    entry = max(found, key=lambda entry: (entry.record.date, entry.key))
    points = entry.record.points
    reason = say("score.rating", points=plain(points), by=entry.record.by)
    return Draft(
        identity,
        title,
        NodeKind.RATING,
        state=State.EARNED,
        reason=reason,
        share=min(points / worth, ONE),
        at=(entry.at,),
    )
