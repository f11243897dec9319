"""Drafts with weights → score nodes with exact points, so that earned + lost + open = maximum.

A draft says what a node is and how its siblings share; only here do points exist. The maximum goes
down in proportion to weights among the children that apply, so the share of a leaf that does not
apply goes to its siblings, and that of a branch whose leaves all do not apply goes to the branch's
siblings. Sums come up again from the leaves.

Ordinary points and bonus are two pools. Above the items each goes down by itself, so that nothing
flows from one to the other: full marks stay full marks, and a bonus keeps its cap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.places import At
from pairing_cli.model.results import LOST, OPEN, ZERO, NodeKind, Paper, ScoreNode, State

ONE = Fraction(1)

_ABOVE_ITEMS = frozenset({NodeKind.UNIT, NodeKind.SECTION})


@dataclass(frozen=True, slots=True)
class Figures:
    """A leaf's points as the table states them, before any conversion of its section."""

    maximum: Fraction = ZERO
    earned: Fraction = ZERO
    lost: Fraction = ZERO
    open: Fraction = ZERO

    def scaled(self, factor: Fraction) -> tuple[Fraction, ...]:
        """The same in converted points."""
        return tuple(each * factor for each in (self.maximum, self.earned, self.lost, self.open))


@dataclass(frozen=True, slots=True)
class Draft:
    """A node before points: leaves have a state, and, when earned, the share of it that is.

    A leaf may have ``less`` by so many points, as the table states them, down to nothing.

    ``extra`` is the weight of the bonus items in a section, beside ``weight`` of the others.
    ``least`` is what a section, a unit or an item of several parts never falls below; ``most`` what a
    unit with its bonus never exceeds, and ``bonus_most`` what all bonus in a section or a unit does not.
    ``zeroed`` is the reason why the whole node is lost, whatever stands below it, and ``forced`` that
    what is below nothing is lifted up to it; ``whole`` says
    that the node's own reason holds for everything below it.
    """

    id: str
    title: str | Message
    kind: NodeKind
    weight: Fraction = ONE
    extra: Fraction = ZERO
    children: tuple[Draft, ...] = ()
    state: State = State.PARTIAL
    reason: Message = field(default_factory=lambda: say("score.sum"))
    share: Fraction = ONE
    less: Fraction = ZERO
    at: tuple[At, ...] = ()
    paper: Paper | None = None
    term: str | None = None
    bonus: bool = False
    zeroed: Message | None = None
    forced: bool = False
    whole: bool = False
    figures: Figures | None = None
    own: Fraction = ZERO
    least: Fraction | None = None
    most: Fraction | None = None
    bonus_most: Fraction | None = None

    @property
    def applies(self) -> bool:
        """Whether it is worth anything: a leaf that applies, or a branch with one.

        What is set to zero is lost as a whole, even where everything in it is excused.
        """
        if self.zeroed is not None:
            return True
        if self.children:
            return any(child.applies for child in self.children)
        return self.state is not State.NOT_APPLICABLE

    def applies_in(self, *, bonus: bool) -> bool:
        """Whether an item of it that applies is ordinary, or bonus."""
        if self.kind in _ABOVE_ITEMS:
            return any(child.applies_in(bonus=bonus) for child in self.children)
        return self.bonus is bonus and self.applies


def gather(draft: Draft, ordinary: Fraction, bonus: Fraction) -> ScoreNode:
    """The node of a unit or a section, worth two pools; an item takes the one it belongs to."""
    if draft.kind not in _ABOVE_ITEMS:
        return settle(draft, bonus if draft.bonus else ordinary)
    weights = [_weight(child, bonus=False) for child in draft.children]
    extras = [_weight(child, bonus=True) for child in draft.children]
    shares = zip(split(ordinary, weights), split(bonus, extras), strict=True)
    nodes = tuple(
        gather(child, *share) for child, share in zip(draft.children, shares, strict=True)
    )
    for row in (_bonus_capped, _held, _capped):
        nodes = (*nodes, *row(draft, nodes))
    return branch_of(draft, nodes, sum((node.maximum for node in nodes), ZERO))


def _held(draft: Draft, nodes: Sequence[ScoreNode]) -> Iterator[ScoreNode]:
    """What the floor of a section or a unit gives back; a row of its own, so that rows add up."""
    earned = sum((node.earned for node in nodes), ZERO)
    if draft.least is None or earned >= draft.least:
        return
    lost = sum((node.lost for node in nodes), ZERO)
    maximum = sum((node.maximum for node in nodes), ZERO)
    title = say("way.floor", least=draft.least)
    row = _row(draft, "floor", title, bonus=False)
    figures = given_back(draft.least, maximum, earned, lost)
    yield _node(row, State.EARNED, title, figures.scaled(ONE))


def _bonus_capped(draft: Draft, nodes: Sequence[ScoreNode]) -> Iterator[ScoreNode]:
    """What all bonus together has too much; a row of its own."""
    if draft.bonus_most is not None:
        extras = [each for node in nodes for each in node.walk() if each.bonus]
        title = say("way.bonus-cap", most=draft.bonus_most)
        yield from _cap(_row(draft, "bonus-cap", title), draft.bonus_most, extras)


def _capped(draft: Draft, nodes: Sequence[ScoreNode]) -> Iterator[ScoreNode]:
    """What the total has too much, at the expense of the bonus; a row of its own."""
    if draft.most is not None:
        title = say("way.total-cap", most=draft.most)
        yield from _cap(_row(draft, "cap", title), draft.most, nodes)


def _row(draft: Draft, name: str, title: Message, *, bonus: bool = True) -> Draft:
    """A row that no item has, beside those of a section or of the whole."""
    whole = "total" if draft.kind is NodeKind.UNIT else draft.id
    return Draft(f"{whole}/{name}", title, NodeKind.ITEM, reason=title, at=draft.at, bonus=bonus)


def _cap(row: Draft, cap: Fraction, nodes: Sequence[ScoreNode]) -> Iterator[ScoreNode]:
    """A row that takes off what some nodes have beyond a cap; none where they have no more."""
    maximum, earned, lost, still_open = (
        sum((getattr(node, field) for node in nodes), ZERO)
        for field in ("maximum", "earned", "lost", "open")
    )
    if maximum <= cap:
        return
    rest = cap - min(earned, cap)
    may_come = min(still_open, rest)
    figures = Figures(
        cap - maximum, min(earned, cap) - earned, rest - may_come - lost, may_come - still_open
    )
    yield _node(row, State.EARNED, row.reason, figures.scaled(ONE))


def given_back(least: Fraction, maximum: Fraction, earned: Fraction, lost: Fraction) -> Figures:
    """What keeps points at a floor: earned more, and as much less lost, or, of the rest, open."""
    lost_less = min(lost, maximum - least) - lost
    return Figures(ZERO, least - earned, lost_less, earned - least - lost_less)


def _weight(draft: Draft, *, bonus: bool) -> Fraction:
    """What a section or an item weighs in one of the pools."""
    if not draft.applies_in(bonus=bonus):
        return ZERO
    return draft.extra if bonus else draft.weight


def settle(draft: Draft, maximum: Fraction, scale: Fraction = ONE) -> ScoreNode:
    """The node of a draft that is worth ``maximum``.

    ``scale``: what a point of the table is worth here, where a section is converted.
    What is set to zero loses all it has; what is below zero already is not lifted up to it.
    """
    if not draft.applies:
        maximum = ZERO
    if draft.zeroed is not None:
        kept = settle(replace(draft, zeroed=None), maximum, scale)
        if kept.earned < 0 and not draft.forced:
            return kept
    scale = maximum / draft.own if draft.own and maximum else scale
    if draft.children:
        return _branch(draft, maximum, scale)
    return _leaf(draft, maximum, scale)


def split(maximum: Fraction, weights: Sequence[Fraction]) -> list[Fraction]:
    """A maximum divided in proportion to weights; zeros when all weights are zero."""
    total = sum(weights, ZERO)
    return [maximum * weight / total if total else ZERO for weight in weights]


def _leaf(draft: Draft, maximum: Fraction, scale: Fraction) -> ScoreNode:
    earned = lost = still_open = ZERO
    if draft.state in LOST and draft.state is not State.SHORT:
        lost = maximum
    elif draft.state in OPEN:
        still_open = maximum
    elif draft.state is not State.NOT_APPLICABLE:
        earned = maximum * draft.share
        if draft.less:
            earned = max(earned - draft.less * scale, ZERO)
        lost = maximum - earned
    return _node(draft, draft.state, draft.reason, (maximum, earned, lost, still_open))


def _branch(draft: Draft, maximum: Fraction, scale: Fraction) -> ScoreNode:
    children = draft.children
    if draft.zeroed is not None:
        children = tuple(zero(child, draft.zeroed) for child in children)
    if children and all(child.figures is not None for child in children):
        return branch_of(draft, _figured(draft, children, maximum), maximum)
    weights = [child.weight if child.applies else ZERO for child in children]
    nodes = tuple(
        settle(child, share, scale)
        for child, share in zip(children, split(maximum, weights), strict=True)
    )
    return branch_of(draft, (*nodes, *_held(draft, nodes)), maximum)


def _figured(draft: Draft, children: Sequence[Draft], maximum: Fraction) -> tuple[ScoreNode, ...]:
    """Leaves with points of their own, converted where the item's worth was."""
    factor = maximum / draft.own if draft.own else ONE
    return tuple(
        _node(child, child.state, child.reason, child.figures.scaled(factor))
        for child in children
        if child.figures is not None
    )


def branch_of(draft: Draft, nodes: tuple[ScoreNode, ...], maximum: Fraction) -> ScoreNode:
    """The node above finished children."""
    sums = (
        sum((node.earned for node in nodes), ZERO),
        sum((node.lost for node in nodes), ZERO),
        sum((node.open for node in nodes), ZERO),
    )
    moved = {node.state for node in nodes if node.maximum or node.earned or node.lost or node.open}
    states = moved or {node.state for node in nodes}
    state = states.pop() if len(states) == 1 else State.PARTIAL
    reason = draft.zeroed or draft.reason
    if reason.key == "score.sum" and sums[0] < 0 < maximum:
        reason = say("score.below-zero", points=sums[0])
    return replace(_node(draft, state, reason, (maximum, *sums)), children=nodes)


def _node(draft: Draft, state: State, reason: Message, points: tuple[Fraction, ...]) -> ScoreNode:
    maximum, earned, lost, still_open = points
    return ScoreNode(
        draft.id,
        draft.title,
        draft.kind,
        state,
        reason,
        maximum,
        earned,
        lost,
        still_open,
        at=draft.at,
        paper=draft.paper,
        term=draft.term,
        bonus=draft.bonus,
        whole=draft.whole or draft.zeroed is not None,
    )


def zero(draft: Draft, why: Message) -> Draft:
    """A draft of which everything is lost, for a reason."""
    if draft.children:
        return replace(draft, zeroed=why)
    state = State.FALSIFIED if why.key == "score.falsified" else State.ZEROED
    figures = draft.figures
    if figures is not None:
        figures = Figures(figures.maximum, ZERO, figures.maximum, ZERO)
    return replace(draft, state=state, reason=why, figures=figures)
