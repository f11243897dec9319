"""Finished figures, all that a report may see: scores with their proof, targets with their counts.

Figures are exact: fractions for points, whole numbers for counts. Nothing here is rounded or worded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.figures import adds_up
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.selections import Amount

ZERO = Fraction(0)


class State(StrEnum):
    """The state of a leaf of a score; PARTIAL is for nodes whose leaves differ."""

    EARNED = "earned"
    MISSING = "missing"
    LATE = "late"
    INCOMPLETE = "incomplete"
    REJECTED = "rejected"
    FALSIFIED = "falsified"
    DEDUCTED = "deducted"
    SHORT = "short"
    ZEROED = "zeroed"
    NOT_YET_DUE = "not-yet-due"
    AWAITING = "awaiting"
    NO_DATA = "no-data"
    NOT_APPLICABLE = "not-applicable"
    PARTIAL = "partial"


LOST = frozenset(
    {
        State.MISSING,
        State.LATE,
        State.INCOMPLETE,
        State.REJECTED,
        State.FALSIFIED,
        State.DEDUCTED,
        State.SHORT,
        State.ZEROED,
    }
)
"""States whose points are lost."""

OPEN = frozenset({State.NOT_YET_DUE, State.AWAITING, State.NO_DATA})
"""States whose points are neither earned nor lost."""


class NodeKind(StrEnum):
    """What a node of a score stands for."""

    UNIT = "unit"
    SECTION = "section"
    ITEM = "item"
    PART = "part"
    TERM = "term"
    SLOT = "slot"
    DOCUMENT = "document"
    SURVEY = "survey"
    RATING = "rating"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document came in: when, where it is recorded, and whether it counted."""

    received: date
    at: At
    copies: int
    counted: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What a leaf asked for, by which rule, from whom, by when, and what came in."""

    title: str
    rule: At
    sides: tuple[Side, ...]
    due: date
    receipts: tuple[Receipt, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreNode:
    """A node of a score's proof. At every node ``earned + lost + open == maximum``, exactly.

    ``whole``: the node's reason holds for everything below it (an activity that was not held, an
    item set to zero), so that nobody need read the same reason at every leaf.
    """

    id: str
    title: str | Message
    kind: NodeKind
    state: State
    reason: Message
    maximum: Fraction
    earned: Fraction
    lost: Fraction
    open: Fraction
    at: tuple[At, ...] = ()
    children: tuple[ScoreNode, ...] = ()
    paper: Paper | None = None
    term: str | None = None
    bonus: bool = False
    whole: bool = False

    def walk(self) -> Iterator[ScoreNode]:
        """This node and every node below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def leaves(self) -> Iterator[ScoreNode]:
        """Every leaf below this node; the node itself if it has none."""
        return (node for node in self.walk() if not node.children)

    def shortfalls(self) -> Iterator[tuple[tuple[str | Message, ...], ScoreNode]]:
        """What below this node did not earn all it could, with the titles of the nodes between.

        These are leaves, or branches that speak for all of theirs (``whole``).
        """
        for child in self.children:
            if child.earned == child.maximum:
                continue
            if child.whole or not child.children:
                yield (), child
            else:
                for path, node in child.shortfalls():
                    yield (child.title, *path), node

    @property
    def rounds(self) -> bool:
        """Whether two decimals hide something of its figures."""
        figures = (self.maximum, self.earned, self.lost, self.open)
        return any((value * 100).denominator != 1 for value in figures)

    def items(self) -> list[ScoreNode]:
        """The rubric's items below this node, in order."""
        return [node for node in self.walk() if node.kind is NodeKind.ITEM]


@dataclass(frozen=True, slots=True)
class Points:
    """A maximum, and how much of it is earned, lost, and open."""

    maximum: Fraction
    earned: Fraction
    lost: Fraction
    open: Fraction


@dataclass(frozen=True, slots=True)
class GateHit:
    """A gate that closed for a unit: which, why, and what that rests on."""

    id: str
    title: str
    note: Message
    at: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """A unit's grade: its place among the grades (0 is the best) and what decided it.

    ``open``: points that are still open could raise it. ``by``: total, needs (a minimum), gate, or share.
    """

    index: int
    title: str
    open: bool
    by: str
    consequence: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreUnit:
    """One assessed unit: its proof, its rank among how many, and what of it is bonus.

    ``among_class`` is the title of the class within which it is ranked, where there are several.
    """

    pairing: str
    rank: int
    among: int
    node: ScoreNode
    bonus: ScoreNode | None = None
    grade: Graded | None = None
    gates: tuple[GateHit, ...] = ()
    converted: Fraction | None = None
    among_class: str | None = None

    @property
    def main(self) -> Points:
        """Its points within the full marks, without bonus."""
        node, bonus = self.node, self.bonus
        if bonus is None:
            return Points(node.maximum, node.earned, node.lost, node.open)
        return Points(
            node.maximum - bonus.maximum,
            node.earned - bonus.earned,
            node.lost - bonus.lost,
            node.open - bonus.open,
        )

    @property
    def items(self) -> tuple[ScoreNode, ...]:
        """Its items within the full marks, in order: in every column they add up to ``main``."""
        return tuple(item for item in self.node.items() if not item.bonus)

    @property
    def bonus_items(self) -> tuple[ScoreNode, ...]:
        """Its items on top of the full marks, in order."""
        return tuple(item for item in self.node.items() if item.bonus)

    @property
    def adds_up(self) -> bool:
        """Whether its figures add up as they are shown: by item, by column, and with the bonus."""
        main = self.main
        columns = [(item.maximum, item.earned, item.lost, item.open) for item in self.items]
        sums = (main.maximum, main.earned, main.lost, main.open)
        down = all(
            adds_up((column[n] for column in columns), total) for n, total in enumerate(sums)
        )
        across = all(adds_up(found[1:], found[0]) for found in (*columns, sums))
        return down and across and adds_up((main.earned, self.bonus_earned), self.node.earned)

    @property
    def bonus_earned(self) -> Fraction:
        """What it earned on top of the full marks."""
        return self.bonus.earned if self.bonus else ZERO


@dataclass(frozen=True, slots=True)
class SchoolMean:
    """A school in several pairings: their units, and the mean of their scores."""

    organization: str
    pairings: tuple[str, ...]
    mean: Fraction


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The scores of a rubric on a day, best first; ``term`` when only that term's share is shown.

    ``partial``: only some items were scored, so that units have no total and no rank.
    """

    rubric: str
    title: str
    as_of: date
    units: tuple[ScoreUnit, ...]
    schools: tuple[SchoolMean, ...] = ()
    term: str | None = None
    partial: bool = False


class Held(StrEnum):
    """What an activity counts as."""

    HELD = "held"
    NOT_HELD = "deemed-not-held"
    FALSIFIED = "falsified"


class Judgement(StrEnum):
    """What can be said of a target on a day."""

    MET = "met"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    UNREACHABLE = "cannot-be-met"
    MISSED = "missed"
    NO_DATA = "no-data"
    COUNTED = "counted"
    EXEMPT = "exempt"


ALTERNATIVES = "alternatives"
"""The unit of a target that asks for some of several others (任选)."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most; None: no upper bound."""

    least: Amount
    most: Amount | None

    def __add__(self, other: Range) -> Range:
        """The range of the sum of two."""
        open_ended = self.most is None or other.most is None
        most = None if open_ended else (self.most or 0) + (other.most or 0)
        return Range(self.least + other.least, most)


@dataclass(frozen=True, slots=True)
class Share:
    """What a share of a pool comes to: the pool, what is asked of it and what was done, in percent.

    ``pool`` is None when nobody has said how large it is; ``note`` says where it comes from.
    """

    pool: Fraction | None
    asked: str
    done: Fraction | None
    note: Message
    at: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """A target, or one scope of it, with its numbers.

    ``target`` is None where nothing is asked, or a pool is unknown; ``remaining`` is what is still
    missing from the least; ``slack`` is planned − target, None where nothing is scheduled; ``pace``
    is what should have been done by now. ``at`` is where the target stands, ``counted`` what counts
    towards it, ``unnamed`` how much of it are head counts without names. ``is_scope`` tells a scope
    of the line above (each pairing, each term) from a part of it (其中); ``begun``, whether the
    stretch of days it is about has begun; ``due`` is its last day, ``begin_by`` the last on which what
    takes time may begin. ``pairing``, ``side`` and ``organization`` are its scope's keys.
    """

    id: str
    title: str | Message
    scope: str | Message
    unit: str
    target: Range | None
    planned: Range | None
    done: Amount
    remaining: Amount
    slack: Range | None
    verdict: Judgement
    children: tuple[QuotaLine, ...] = ()
    at: tuple[At, ...] = ()
    counted: tuple[At, ...] = ()
    is_scope: bool = False
    begun: bool = True
    due: date | None = None
    pace: Amount | None = None
    unnamed: int = 0
    under_way: Amount = 0
    share: Share | None = None
    note: Message | None = None
    pairing: str | None = None
    side: Side | None = None
    organization: str | None = None
    begin_by: date | None = None

    def walk(self) -> Iterator[QuotaLine]:
        """This line and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """Every target of a programme on a day; with ``plan_only``, as the plan alone would have it."""

    as_of: date
    lines: tuple[QuotaLine, ...]
    plan_only: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record in the proof of a target: what it is, how much it adds, and why not (more)."""

    at: At
    title: str | Message
    number: Amount
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotaProof:
    """The records that count towards a line, and those that nearly do, each with its reason."""

    line: QuotaLine
    counted: tuple[Evidence, ...]
    nearly: tuple[Evidence, ...]
