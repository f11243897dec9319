"""Points that only people can give: surveys, ratings, levels. What has not been given is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from pairing_cli.measure.view import View
from pairing_cli.model import opinions
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Rating
from pairing_cli.model.measures import number
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ZERO, NodeKind, State
from pairing_cli.model.rubric import Earning
from pairing_cli.model.ways import Levels, Raters
from pairing_cli.score.shares import Draft, Figures
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
    result = last_result(view, unit, entry)
    if result is None:
        reason = say("score.awaiting-survey", by=survey.by, survey=survey.title)
        return _awaiting(identity, survey.title, NodeKind.SURVEY, reason, entry)
    return Draft(
        identity,
        survey.title,
        NodeKind.SURVEY,
        state=State.EARNED,
        reason=said_of_survey(survey, result),
        share=min(result.mean / survey.out_of, ONE),
        at=result.at,
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


def opinion_drafts(
    view: View, unit: Assessed, earning: Earning, term: Term | None = None
) -> tuple[Draft, ...]:
    """What people give for an item, once or for a term, as one leaf for each who is asked.

    With a term, points are out of that term's share, and only ratings of that term count.
    """
    worth = earning.worth / (len(unit.terms(view)) or 1) if term else earning.worth
    scale = worth * len(view.terms) / earning.worth if term else ONE
    given = _Given(unit, earning, term, worth, tuple(_ratings(view, unit, earning, term)), scale)
    if earning.levels is not None:
        return (given.level(earning.levels),)
    if earning.raters is not None:
        return tuple(given.raters(earning.raters))
    return (given.rating(earning.rating.by),) if earning.rating is not None else ()


@dataclass(frozen=True, slots=True)
class _Given:
    """The ratings of an item, earliest first, and how much they may come to.

    ``scale``: how much more a term is worth for a unit that is valid in some terms only.
    """

    unit: Assessed
    earning: Earning
    term: Term | None
    worth: Fraction
    ratings: tuple[Entry[Rating], ...]
    scale: Fraction = ONE

    @property
    def _penalty(self) -> bool:
        return getattr(self.earning, "penalty", None) is not None

    def _id(self, name: str) -> str:
        term = (self.term.id,) if self.term else ()
        return "/".join((self.earning.id, *term, name))

    def _awaiting(self, name: str, by: str, weight: Fraction = ONE) -> Draft:
        title, reason = say("score.rating-by", by=by), say("score.awaiting-rating", by=by)
        draft = _awaiting(self._id(name), title, NodeKind.RATING, reason, weight=weight)
        return replace(draft, figures=Figures()) if self._penalty else draft

    def rating(self, by: str) -> Draft:
        """The points given last; of a penalty, the points taken."""
        found = [each for each in self.ratings if each.record.points is not None]
        if not found:
            return self._awaiting("rating", by)
        entry = found[-1]
        points = entry.record.points or ZERO
        reason = say("score.rating", points=plain(points), by=entry.record.by)
        return self._leaf("rating", by, -points if self._penalty else points, reason, entry.at)

    def level(self, levels: Levels) -> Draft:
        """The points of the level that was given last."""
        found = [each for each in self.ratings if each.record.level in levels.table]
        if not found:
            return self._awaiting("level", levels.by)
        entry = found[-1]
        level = entry.record.level or ""
        points = levels.table[level] * self.scale
        reason = say("score.level", level=level, points=plain(points), by=entry.record.by)
        return self._leaf("level", levels.by, points, reason, entry.at)

    def _held(self, points: Fraction) -> Fraction:
        """Points that fall no lower than the item may, or a term's share of it."""
        penalty = getattr(self.earning, "penalty", None)
        least = -penalty if penalty is not None else self.earning.floor
        share = self.worth / self.earning.worth
        return points if least is None else max(points, least * share)

    def _leaf(self, name: str, by: str, points: Fraction, reason: Message, at: At) -> Draft:
        """A leaf of one who was asked; what may be below nothing has its points at once."""
        most = ZERO if self._penalty else self.worth
        earned = self._held(min(points, most))
        short = State.DEDUCTED if self._penalty and earned < 0 else State.SHORT
        return Draft(
            self._id(name),
            say("score.rating-by", by=by),
            NodeKind.RATING,
            state=State.EARNED if earned > 0 or earned == most else short,
            reason=reason,
            share=earned / most if most else ZERO,
            at=(at,),
            figures=Figures(ZERO, earned, -earned, ZERO) if self._penalty else None,
        )

    def raters(self, raters: Raters) -> Iterator[Draft]:
        """A leaf for each of several who rate, weighed."""
        for index, rater in enumerate(raters.raters, 1):
            name, weight = f"rater-{index}", number(rater.weight)
            given = opinions.given_by(self.ratings, rater.by)
            if not given:
                yield self._awaiting(name, rater.by, weight)
                continue
            mean = opinions.mean(given, raters)
            reason = say("score.raters", mean=mean, number=len(given))
            draft = self._leaf(name, rater.by, mean, reason, given[0].at)
            yield replace(draft, weight=weight, at=tuple(each.at for each in given))


def self_rating(
    view: View, unit: Assessed, earning: Earning, term: Term | None = None
) -> Message | None:
    """What is to be said of the self-rating beside the others; None when there is nothing."""
    if earning.raters is None:
        return None
    found = opinions.self_rating(earning.raters, _ratings(view, unit, earning, term))
    if found is None:
        return None
    key = "score.self-differs" if found.flagged else "score.self"
    differs = Fraction(round(found.differs * 100), 100)
    return say(key, own=found.own, official=found.official, differs=differs)
