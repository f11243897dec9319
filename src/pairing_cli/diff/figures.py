"""Scores and targets of two states → what moved, and what is late that was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pairing_cli.diff.causes import Blame
from pairing_cli.model.changes import NodeChange
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.differences import (
    ItemDifference,
    LateDifference,
    ScoreDifference,
    TargetDifference,
    UnitDifference,
)
from pairing_cli.model.results import QuotaLine, QuotaTable, ScoreNode, ScoreSheet, State
from pairing_cli.score import compare

_LATE = (State.LATE, State.MISSING)


def score_differences(
    before: Sequence[ScoreSheet], after: Sequence[ScoreSheet], blame: Blame
) -> Iterator[ScoreDifference]:
    """The rubrics of which scores changed, in the order of the new state."""
    old = {sheet.rubric: sheet for sheet in before}
    for sheet in after:
        was = old.pop(sheet.rubric, None) or _empty(sheet)
        yield from _scores(was, sheet, blame)
    for sheet in old.values():
        yield from _scores(sheet, _empty(sheet), blame)


def _empty(sheet: ScoreSheet) -> ScoreSheet:
    return ScoreSheet(sheet.rubric, sheet.title, sheet.as_of, ())


def _scores(before: ScoreSheet, after: ScoreSheet, blame: Blame) -> Iterator[ScoreDifference]:
    found = compare(before, after)
    units = tuple(
        UnitDifference(unit, tuple(_items(unit.items, blame)))
        for unit in found.units
        if unit.difference or not (unit.before and unit.after) or any(_matters(unit.items))
    )
    if units:
        yield ScoreDifference(after.rubric, after.title, found, units)


def _items(items: Iterable[NodeChange], blame: Blame) -> Iterator[ItemDifference]:
    for item in items:
        if item.matters:
            yield ItemDifference(item, blame.of_nodes(item))


def _matters(items: Iterable[NodeChange]) -> Iterator[bool]:
    return (item.matters for item in items)


_Key = tuple[str, str | None, object, str | None, str, int]
_Lines = Iterator[tuple[tuple[_Key, ...], tuple[tuple[str | Message, ...], QuotaLine]]]


def target_differences(
    before: QuotaTable, after: QuotaTable, blame: Blame
) -> Iterator[TargetDifference]:
    """The targets, and scopes of targets, whose figures or verdicts changed."""
    old, new = dict(_lines(before.lines)), dict(_lines(after.lines))
    for key in dict.fromkeys((*new, *old)):
        (path, was), (way, now) = old.get(key, ((), None)), new.get(key, ((), None))
        if _standing(was) != _standing(now):
            yield TargetDifference(way or path, was, now, blame.of_lines(was, now))


def _lines(
    lines: Iterable[QuotaLine], above: tuple[_Key, ...] = (), path: tuple[str | Message, ...] = ()
) -> _Lines:
    """Every line by what it is a scope or part of, with the titles above it."""
    seen = Counter[object]()
    for line in lines:
        whose = (line.id, line.pairing, line.side, line.organization, _stretch(line))
        key = (*above, (*whose, seen[whose]))
        seen[whose] += 1
        yield key, (path, line)
        title = line.scope if line.is_scope else line.title
        yield from _lines(line.children, key, (*path, title))


def _stretch(line: QuotaLine) -> str:
    """The term, month or the like of a scope that is nobody's; titles of people's may change."""
    if not line.is_scope or line.pairing is not None or line.organization is not None:
        return ""
    return repr(line.scope)


def _standing(line: QuotaLine | None) -> object:
    return (line.verdict, line.done, line.target, line.planned, line.due) if line else None


def late_differences(scores: Iterable[ScoreDifference], blame: Blame) -> Iterator[LateDifference]:
    """The documents that are late or missing now, and were not."""
    for score in scores:
        for unit in score.units:
            for item in unit.change.items:
                for path, old, new in _leaves(item):
                    if new.paper is not None and _became_late(old, new):
                        due = old.paper.due if old and old.paper else None
                        yield LateDifference(
                            unit.change.unit.node.title,
                            item.node.title,
                            path,
                            new.paper,
                            old.state if old else None,
                            new.state,
                            due,
                            blame.of_paper(old, new, item),
                        )


def _became_late(old: ScoreNode | None, new: ScoreNode) -> bool:
    return new.state in _LATE and (old is None or old.state not in _LATE)


_Leaf = tuple[tuple[str | Message, ...], ScoreNode | None, ScoreNode]


def _leaves(change: NodeChange) -> Iterator[_Leaf]:
    """The leaves that differ, with their titles' path and what they were."""
    below = [leaf for each in change.below for leaf in _leaves(each)]
    if below or change.after is None:
        yield from (((*change.path, *path), old, new) for path, old, new in below)
        return
    old = {_mark(path): node for path, node in _walk(change.before)} if change.before else {}
    for path, node in _walk(change.after):
        yield (*change.path, *path), old.get(_mark(path)), node


def _walk(node: ScoreNode) -> Iterator[tuple[tuple[str | Message, ...], ScoreNode]]:
    if not node.children:
        yield (node.title,), node
    for child in node.children:
        for path, leaf in _walk(child):
            yield ((node.title, *path) if node.children else path), leaf


def _mark(path: Iterable[str | Message]) -> str:
    return repr(
        [(each.key, sorted(each.facts)) if isinstance(each, Message) else each for each in path]
    )
