"""A score sheet's means by item, and its lost points by reason: exact, to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from pairing_cli.model.overview import ItemMean, Loss, Scored
from pairing_cli.model.results import ZERO, ScoreNode, ScoreSheet, ScoreUnit, State
from pairing_cli.model.rubric import Rubric

_PARTLY = {State.EARNED: State.PARTIAL}


def compared(sheet: ScoreSheet, rubric: Rubric) -> Scored:
    """A whole sheet of a rubric with its means and its losses. The mean of nobody is None."""
    losses_of = {unit.pairing: losses(unit) for unit in sheet.units}
    totals = [unit.node.earned for unit in sheet.units]
    return Scored(
        sheet,
        sum(totals, ZERO) / len(totals) if totals else None,
        tuple(_means(sheet.units, rubric)),
        _together(loss for found in losses_of.values() for loss in found),
        losses_of,
    )


def losses(unit: ScoreUnit) -> tuple[Loss, ...]:
    """A unit's lost points by reason, most first; they add up to what it lost in the full marks.

    A branch that speaks for all below it (an activity that was not held, an item set to zero) is one
    place; what is given back beyond a ceiling is taken off its own reason. A survey or rating below
    its full marks has earned in part.
    """
    return _together(
        Loss(_PARTLY.get(node.state, node.state), node.lost, 1)
        for item in unit.items
        for node in ([item] if item.whole else [node for _, node in item.shortfalls()])
        if node.lost
    )


def _together(found: Iterable[Loss]) -> tuple[Loss, ...]:
    points: dict[State, Fraction] = {}
    numbers: dict[State, int] = {}
    for loss in found:
        points[loss.state] = points.get(loss.state, ZERO) + loss.points
        numbers[loss.state] = numbers.get(loss.state, 0) + loss.number
    made = (Loss(state, points[state], numbers[state]) for state in points)
    return tuple(sorted(made, key=lambda loss: (-loss.points, loss.state)))


def _means(units: Sequence[ScoreUnit], rubric: Rubric) -> Iterable[ItemMean]:
    """Every item's figures over the units that it is asked of, in the order of the rubric.

    Where it applies to nobody, the figures are those of all whom it is asked of, which are 0.
    """
    by_item: dict[str, list[ScoreNode]] = {}
    for unit in units:
        for item in unit.node.items():
            by_item.setdefault(item.id, []).append(item)
    for identity in (item.id for _, item in rubric.items() if item.id in by_item):
        everywhere = by_item[identity]
        nodes = [node for node in everywhere if node.maximum] or everywhere
        earned = [node.earned for node in nodes]
        yield ItemMean(
            identity,
            nodes[0].title,
            max(node.maximum for node in nodes),
            sum(earned, ZERO) / len(earned),
            min(earned),
            max(earned),
            len(nodes),
            nodes[0].bonus,
        )
