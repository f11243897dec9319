"""What several raters said of one thing: who gave what last, and how far the self-rating is off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.judgements import Rating
from pairing_cli.model.measures import number
from pairing_cli.model.repository import Entry
from pairing_cli.model.ways import Raters


@dataclass(frozen=True, slots=True)
class SelfRating:
    """A self-rating beside the weighed mean of the others; ``differs`` in per cent of that mean."""

    own: Fraction
    official: Fraction
    differs: Fraction
    flagged: bool
    at: Entry[Rating]


def in_order(ratings: Iterable[Entry[Rating]]) -> list[Entry[Rating]]:
    """Ratings by date, then by id."""
    return sorted(ratings, key=lambda entry: (entry.record.date, entry.key))


def given_by(ratings: Iterable[Entry[Rating]], by: str) -> list[Entry[Rating]]:
    """The last points that each person gave for one of several raters."""
    last = {
        each.record.by: each
        for each in in_order(ratings)
        if (each.record.as_ or each.record.by) == by and each.record.points is not None
    }
    return list(last.values())


def mean(given: Sequence[Entry[Rating]], raters: Raters) -> Fraction:
    """The mean of the points given, of three or more without the highest and lowest if so agreed."""
    points = sorted(each.record.points or Fraction(0) for each in given)
    if raters.without_extremes and len(points) > 2:
        points = points[1:-1]
    return sum(points, Fraction(0)) / len(points)


def self_rating(raters: Raters, ratings: Iterable[Entry[Rating]]) -> SelfRating | None:
    """The self-rating beside the others; None while one of them is missing."""
    found = in_order(ratings)
    own = given_by(found, raters.self_by) if raters.self_by else []
    others = [given_by(found, rater.by) for rater in raters.raters]
    weights = [number(rater.weight) for rater in raters.raters]
    if not own or not all(others) or not sum(weights):
        return None
    weighed = (mean(each, raters) * weight for each, weight in zip(others, weights, strict=True))
    official = sum(weighed, Fraction(0)) / sum(weights, Fraction(0))
    mine = mean(own, raters)
    nothing = Fraction(100 if mine else 0)
    differs = abs(mine - official) * 100 / official if official else nothing
    limit = raters.differs_over
    flagged = limit is not None and differs > number(limit)
    return SelfRating(mine, official, differs, flagged, own[-1])
