"""Two score sheets → what changed between them, unit by unit, down to the nodes that say why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pairing_cli.model.changes import NodeChange, SheetChange, UnitChange
from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit


def compare(before: ScoreSheet, after: ScoreSheet) -> SheetChange:
    """Lay two sheets side by side: the same records under two rubrics, or two sets of records."""
    old = {unit.pairing: unit for unit in before.units}
    new = {unit.pairing: unit for unit in after.units}
    pairs = [(old.get(key), unit) for key, unit in new.items()]
    gone = [(unit, None) for key, unit in old.items() if key not in new]
    return SheetChange(before, after, tuple(_unit(*pair) for pair in [*pairs, *gone]))


def _unit(before: ScoreUnit | None, after: ScoreUnit | None) -> UnitChange:
    old = before.node.items() if before else []
    new = after.node.items() if after else []
    pairs = list(_namesakes(old, new))
    left = {id(node) for pair in pairs for node in pair}
    same = _changed(*([node for node in each if id(node) not in left] for each in (old, new)))
    found = {change.node.id: change for change in same}
    found |= {now.id: NodeChange(was, now) for was, now in pairs if _figures(was) != _figures(now)}
    order = [node.id for node in (*new, *old) if node.id in found]
    return UnitChange(before, after, tuple(found[key] for key in dict.fromkeys(order)))


def _namesakes(
    before: Sequence[ScoreNode], after: Sequence[ScoreNode]
) -> Iterator[tuple[ScoreNode, ScoreNode]]:
    """Items of the same title and different ids: two rubrics of a programme share no ids."""
    ids = {node.id for node in before} & {node.id for node in after}
    old = {
        node.title: node for node in before if node.id not in ids and isinstance(node.title, str)
    }
    for node in after:
        if node.id not in ids and isinstance(node.title, str) and node.title in old:
            yield old.pop(node.title), node


def _changed(before: Iterable[ScoreNode], after: Iterable[ScoreNode]) -> Iterator[NodeChange]:
    """What differs between siblings, in the order of the new ones, then those that left."""
    old = {node.id: node for node in before}
    for node in after:
        was = old.pop(node.id, None)
        if _differs(was, node):
            yield NodeChange(was, node, tuple(_below(was, node)))
    for node in old.values():
        yield NodeChange(node, None)


def _below(before: ScoreNode | None, after: ScoreNode) -> Iterator[NodeChange]:
    """The nearest nodes below that say what changed; branches that only add up are passed over."""
    if before is None or not before.children or not after.children:
        return
    for change in _changed(before.children, after.children):
        if change.below and not (change.before and _whole(change.before, change.after)):
            title = change.node.title
            yield from (replace(below, path=(title, *below.path)) for below in change.below)
        else:
            yield change


def _whole(before: ScoreNode, after: ScoreNode | None) -> bool:
    """Whether the reason of one of them holds for all below it."""
    return before.whole or bool(after and after.whole)


def _differs(before: ScoreNode | None, after: ScoreNode) -> bool:
    if before is None or _figures(before) != _figures(after):
        return True
    if len(before.children) != len(after.children):
        return True
    pairs = zip(before.children, after.children, strict=True)
    return any(old.id != new.id or _differs(old, new) for old, new in pairs)


def _figures(node: ScoreNode) -> tuple[object, ...]:
    return node.state, node.reason, node.maximum, node.earned, node.lost, node.open
