"""Score sheets → tasks: papers to hand in, activities to hold, judgements that are awaited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pairing_cli.measure.view import View
from pairing_cli.model.agenda import Deed, Task
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.programme import Side
from pairing_cli.model.results import LOST, NodeKind, ScoreNode, ScoreSheet, ScoreUnit, State
from pairing_cli.model.targets import Unit

_UNHELD = "score.slot-open"


def open_tasks(view: View, sheet: ScoreSheet) -> Iterator[Task]:
    """What is open in a score sheet."""
    for unit in sheet.units:
        for item in unit.node.items():
            for inner in item.walk():
                if inner.kind is NodeKind.TERM:
                    yield from _of_term(view, unit, item, inner)
                elif inner.state is State.AWAITING and not inner.children:
                    yield _judgement(unit, item, inner)
                elif inner.kind is NodeKind.MEASURE and inner.open > 0:
                    yield _to_reach(view, sheet, unit, item, inner)


def _of_term(view: View, unit: ScoreUnit, item: ScoreNode, term: ScoreNode) -> Iterator[Task]:
    unheld = [node for node in term.children if node.reason.key == _UNHELD and node.open]
    for _, nodes in groupby(unheld, key=lambda node: node.id.rpartition(".")[0]):
        yield _to_hold(view, unit, item, term, list(nodes))
    for node in term.children:
        if node not in unheld:
            yield from (
                _to_hand_in(unit, item, node, leaf)
                for leaf in node.leaves()
                if leaf.open and leaf.paper
            )


def _to_hold(
    view: View, unit: ScoreUnit, item: ScoreNode, term: ScoreNode, slots: list[ScoreNode]
) -> Task:
    papers = [leaf.paper for slot in slots for leaf in slot.leaves() if leaf.paper]
    found = view.repository.terms.get(term.term) if term.term else None
    due = max(paper.due for paper in papers)
    return Task(
        f"{unit.pairing}/{slots[0].id}",
        Deed.HOLD,
        say("todo.hold", item=item.title, term=term.title, papers=len(papers)),
        due,
        _sides(tuple(side for paper in papers for side in paper.sides)),
        unit.pairing,
        tuple(dict.fromkeys(side for paper in papers for side in paper.sides)),
        begin_by=min(view.days_of(found).end, due),
        points=sum((slot.open for slot in slots), slots[0].open * 0),
        number=len(slots),
        unit=Unit.ACTIVITIES.value,
        reason=slots[0].reason,
        at=item.at[:1],
    )


def _to_hand_in(unit: ScoreUnit, item: ScoreNode, above: ScoreNode, leaf: ScoreNode) -> Task:
    paper = leaf.paper
    title = say("todo.hand-in", item=item.title, paper=leaf.title)
    if above is not leaf:
        title = say("todo.hand-in-for", item=item.title, paper=leaf.title, slot=above.title)
    return Task(
        f"{unit.pairing}/{leaf.id}",
        Deed.HAND_IN,
        title,
        paper.due if paper else None,
        _sides(paper.sides) if paper else (),
        unit.pairing,
        paper.sides if paper else (),
        points=leaf.open,
        reason=leaf.reason,
        at=leaf.at or item.at[:1],
    )


def _to_reach(
    view: View, sheet: ScoreSheet, unit: ScoreUnit, item: ScoreNode, leaf: ScoreNode
) -> Task:
    """What is counted and may still come to more, or less; or a number that nobody has entered."""
    rubric = view.repository.rubrics.get(sheet.rubric)
    kind = rubric.unit if rubric else "pairing"
    term = view.repository.terms.get(leaf.term) if leaf.term else None
    return Task(
        f"{unit.pairing}/{leaf.id}",
        Deed.JUDGE if leaf.state is State.NO_DATA else Deed.EARN,
        say("todo.reach", item=item.title, what=leaf.title),
        view.days_of(term).end,
        pairing=unit.pairing if kind == "pairing" else None,
        organization=unit.pairing if kind == "school" else None,
        points=leaf.open,
        reason=leaf.reason,
        at=leaf.at or item.at[:1],
    )


def _judgement(unit: ScoreUnit, item: ScoreNode, leaf: ScoreNode) -> Task:
    by = leaf.reason.facts.get("by", "")
    return Task(
        f"{unit.pairing}/{leaf.id}",
        Deed.JUDGE,
        say("todo.judge", item=item.title, what=leaf.title),
        None,
        (str(by),) if by else (),
        unit.pairing,
        points=leaf.open,
        reason=leaf.reason,
        at=leaf.at or item.at[:1],
    )


def lost_tasks(sheet: ScoreSheet) -> Iterator[Task]:
    """What a score sheet has lost for good, with what it cost."""
    for unit in sheet.units:
        for item in unit.node.items():
            for path, node in item.shortfalls():
                if node.lost and (node.state in LOST or not node.children):
                    yield _lost(unit, item, path, node)


def _lost(
    unit: ScoreUnit, item: ScoreNode, path: tuple[str | Message, ...], node: ScoreNode
) -> Task:
    title = say("todo.lost", item=item.title, path=(*path, node.title))
    return Task(
        f"{unit.pairing}/{node.id}",
        Deed.HOLD if node.kind is NodeKind.SLOT else Deed.HAND_IN,
        title,
        node.paper.due if node.paper else None,
        _sides(node.paper.sides) if node.paper else (),
        unit.pairing,
        node.paper.sides if node.paper else (),
        points=node.lost,
        reason=node.reason,
        at=node.at or item.at[:1],
    )


def _sides(sides: tuple[Side, ...]) -> tuple[Message, ...]:
    return tuple(say(f"side.{side}") for side in dict.fromkeys(sides))
