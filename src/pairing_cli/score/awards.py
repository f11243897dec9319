"""Points by level or prize (按级别计分): what counts once, only the best, the rest at a fixed value."""

from __future__ import annotations

from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.model.diagnostics import say
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.repository import plain_name
from pairing_cli.model.results import ZERO
from pairing_cli.model.ways import Addition
from pairing_cli.score.reading import Value
from pairing_cli.score.units import Assessed


def awarded(counter: Counter, unit: Assessed, change: Addition) -> tuple[Fraction, Value]:
    """The points of a unit's awards, and what they rest on.

    Records of the same ``work`` count once, at what is worth most. Of the rest the ``best`` count in
    full and each further one what ``each_further`` says, or nothing.
    """
    view = counter.view
    stretch = unit.stretch(view)
    selector = view.selector(change.of)
    works: dict[str, tuple[Fraction, At]] = {}
    for entry in counter.selected(selector, stretch):
        points = _worth(change, entry.record)
        if points is None or counter.held(entry).held is not Held.HELD:
            continue
        work = plain_name(entry.record.work) if entry.record.work else entry.key
        if work not in works or points > works[work][0]:
            works[work] = (points, entry.at)
    ordered = sorted(works.values(), key=lambda found: -found[0])
    best = ordered if change.best is None else ordered[: change.best]
    further = len(ordered) - len(best)
    total = sum((points for points, _ in best), ZERO) + further * (change.each_further or ZERO)
    note = say("way.awards", number=len(ordered), best=len(best))
    final = view.as_of > stretch.days.end
    return total, Value(Fraction(len(ordered)), note, tuple(at for _, at in ordered), final)


def _worth(change: Addition, activity: Activity) -> Fraction | None:
    """The points of one award: by its level and prize together, its prize, or its level."""
    both = f"{activity.level} {activity.award}"
    for word in (both, activity.award, activity.level):
        if word is not None and word in change.awards:
            return change.awards[word]
    return None
