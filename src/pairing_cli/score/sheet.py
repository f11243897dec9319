"""The score sheet of a rubric: every pairing's proof, ranked, for the year or for one term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.gates import Gate
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.results import (
    ZERO,
    GateHit,
    NodeKind,
    SchoolMean,
    ScoreNode,
    ScoreSheet,
    ScoreUnit,
)
from pairing_cli.model.rubric import Rubric
from pairing_cli.score.gates import Candidate, closed, graded, undecided
from pairing_cli.score.plan import Planner
from pairing_cli.score.ranks import Ranks
from pairing_cli.score.reading import Reader
from pairing_cli.score.shares import Draft, branch_of, gather, settle
from pairing_cli.score.units import Assessed, assessed


def score(
    counter: Counter,
    rubric: Entry[Rubric],
    *,
    pairings: Iterable[str] | None = None,
    term: str | None = None,
) -> ScoreSheet:
    """Score a rubric on the counter's day.

    Args:
        counter: The measures, on their day.
        rubric: The rubric.
        pairings: Keys of the units to show; all if None. Ranks are those among all of them.
        term: Show only this term's share of every item: the id of a term.

    Returns:
        The sheet, best score first; equal scores share a rank (1, 2, 2, 4).
    """
    view = counter.view
    wanted = None if pairings is None else set(pairings)
    scored = [*_Run(counter, rubric).candidates(term)]
    scored.sort(key=lambda each: (-each.total, each.key))
    grades = graded(rubric.record, scored)
    ranks = _ranks(scored)
    units = tuple(
        ScoreUnit(
            each.key,
            ranks[each.total],
            len(scored),
            each.node,
            _bonus(each.node),
            grades.get(each.key),
            each.gates,
            _converted(rubric.record, each.total),
        )
        for each in scored
        if wanted is None or each.key in wanted
    )
    nodes = {each.key: each.node for each in scored}
    means = _schools(view.repository, nodes) if rubric.record.unit == "pairing" else ()
    return ScoreSheet(rubric.key, rubric.record.title, view.as_of, units, means, term)


def score_items(
    counter: Counter,
    rubric: Entry[Rubric],
    items: frozenset[str],
    *,
    pairings: Iterable[str] | None = None,
    term: str | None = None,
) -> ScoreSheet:
    """Score some items alone, each as in the whole; nobody is ranked, in the order of the registers."""
    run = _Run(counter, rubric, items)
    wanted = None if pairings is None else set(pairings)
    units = tuple(
        ScoreUnit(each.key, 0, 0, _narrowed(each.node, items), gates=each.gates)
        for each in run.candidates(term, wanted)
    )
    title, day = rubric.record.title, counter.view.as_of
    return ScoreSheet(rubric.key, title, day, units, term=term, partial=True)


def _narrowed(node: ScoreNode, items: frozenset[str]) -> ScoreNode:
    """A unit with some of its items alone, and their sums."""
    kept = tuple(item for item in node.items() if item.id in items)
    draft = Draft(node.id, node.title, node.kind, reason=node.reason, at=node.at)
    return branch_of(draft, kept, sum((item.maximum for item in kept), ZERO))


def _converted(rubric: Rubric, total: Fraction) -> Fraction | None:
    """A total as points of another table (折算)."""
    return total * rubric.converts_to / rubric.full_marks if rubric.converts_to else None


class _Run:
    """A rubric's scoring: everybody, what each has earned by item so far, and how all are ranked."""

    def __init__(
        self, counter: Counter, rubric: Entry[Rubric], only: frozenset[str] | None = None
    ) -> None:
        """Score a rubric, or ``only`` some of its items."""
        self.counter, self.rubric, self.only = counter, rubric, only
        self.everybody = tuple(assessed(counter.view, rubric.record))
        self.known: dict[tuple[str, str], ScoreNode | None] = {}
        self.ranks = Ranks(counter, self.everybody, self.points)

    def points(self, unit: Assessed, item: str) -> ScoreNode | None:
        """A unit's item or part; None for one that goes by itself, directly or through others."""
        mark = unit.key, item
        if mark not in self.known:
            self.known[mark] = None
            self.known[mark] = self._alone(unit, item)
        return self.known[mark]

    def _alone(self, unit: Assessed, wanted: str) -> ScoreNode | None:
        planner = Planner(self.counter, self.rubric, unit, self.ranks, self.points, {})
        for s, section in enumerate(self.rubric.record.sections):
            for i, item in enumerate(section.items):
                if wanted in (item.id, *(part.id for part in item.parts)):
                    worth = ZERO if item.penalty else item.worth
                    found = settle(planner.item(item, s, i), worth)
                    return next((node for node in found.walk() if node.id == wanted), None)
        return None

    def _gates(self) -> Iterator[Gate]:
        """The gates that bear on what is scored."""
        rubric, only = self.rubric.record, self.only
        ids = {
            name
            for section in rubric.sections
            for item in section.items
            if only is None or item.id in only
            for name in (section.id, item.id, *(part.id for part in item.parts))
        }
        return (gate for gate in rubric.gates if only is None or not ids.isdisjoint(gate.zeroes))

    def candidates(self, term: str | None, wanted: set[str] | None = None) -> Iterator[Candidate]:
        """Everybody, or those who are wanted, with their scores."""
        for unit in self.everybody:
            if wanted is None or unit.key in wanted:
                yield self._scored(unit, term)

    def _scored(self, unit: Assessed, term: str | None) -> Candidate:
        reader, asked = Reader(self.counter, unit, self.points), tuple(self._gates())
        gates = tuple(closed(reader, asked))
        gated = _gated(self.rubric.record, gates)
        planner = Planner(
            self.counter, self.rubric, unit, self.ranks, self.points, gated, self.only
        )
        drafts = tuple(planner.sections())
        ordinary = sum((draft.weight for draft in drafts), ZERO)
        bonus = sum((draft.extra for draft in drafts), ZERO)
        draft = Draft(
            unit.key,
            unit.title,
            NodeKind.UNIT,
            children=drafts,
            reason=say("score.sum"),
            at=(unit.at,),
            least=self.rubric.record.floor,
        )
        node = gather(draft, ordinary, bonus)
        node = node if term is None else only_term(node, term)
        return Candidate(unit.key, node, gates, tuple(undecided(reader, asked)))


def _gated(rubric: Rubric, hits: Iterable[GateHit]) -> dict[str, Message]:
    """What gates that closed set to zero, by id, with the reason."""
    hit = {each.id for each in hits}
    return {
        name: say("score.gate", gate=gate.title)
        for gate in rubric.gates
        if gate.id in hit
        for name in gate.zeroes
    }


def only_term(node: ScoreNode, term: str) -> ScoreNode:
    """The node with nothing below it but one term's share; it may become empty."""
    if node.kind is NodeKind.TERM or not node.children:
        return node
    kept = tuple(
        only_term(child, term)
        for child in node.children
        if any(below.term == term for below in child.walk())
    )
    draft = Draft(node.id, node.title, node.kind, reason=node.reason, at=node.at, bonus=node.bonus)
    maximum = sum((child.maximum for child in kept), ZERO)
    return replace(branch_of(draft, kept, maximum), term=node.term)


def _ranks(scored: Sequence[Candidate]) -> dict[Fraction, int]:
    """The rank of every total, given from the best on: 1 and one for each that is better."""
    ranks: dict[Fraction, int] = {}
    for place, each in enumerate(scored, 1):
        ranks.setdefault(each.total, place)
    return ranks


def _bonus(unit: ScoreNode) -> ScoreNode | None:
    """Everything below a unit that is bonus, as one node."""
    found = tuple(node for node in unit.walk() if node.bonus)
    if not found:
        return None
    draft = Draft("bonus", say("score.bonus"), NodeKind.SECTION, bonus=True)
    return branch_of(draft, found, sum((node.maximum for node in found), ZERO))


def _schools(repository: Repository, nodes: dict[str, ScoreNode]) -> tuple[SchoolMean, ...]:
    """The organizations that stand in more than one pairing, with the mean of their scores."""
    pairings: dict[str, list[str]] = {}
    for entry in repository.pairings:
        for member in (*entry.record.helper, *entry.record.helped):
            key = repository.organizations.key(member.organization)
            pairings.setdefault(key, []).append(entry.key)
    return tuple(
        SchoolMean(
            organization,
            tuple(sorted(keys)),
            sum((nodes[key].earned for key in keys), ZERO) / Fraction(len(keys)),
        )
        for organization, keys in sorted(pairings.items())
        if len(keys) > 1
    )
