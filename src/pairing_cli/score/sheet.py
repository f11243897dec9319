"""The score sheet of a rubric: every pairing's proof, ranked, for the year or for one term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import say
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.results import (
    ZERO,
    NodeKind,
    SchoolMean,
    ScoreNode,
    ScoreSheet,
    ScoreUnit,
)
from pairing_cli.model.rubric import Rubric
from pairing_cli.score.gates import Candidate, closed, graded, undecided
from pairing_cli.score.plan import Planner
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
    everybody = tuple(assessed(view, rubric.record))
    wanted = None if pairings is None else set(pairings)
    points = _Points(counter, rubric, everybody)
    scored = [_scored(counter, rubric, unit, points, term) for unit in everybody]
    scored.sort(key=lambda each: (-each.total, each.key))
    grades = graded(rubric.record, scored)
    nodes = [(each.key, each.node) for each in scored]
    units = tuple(
        ScoreUnit(
            each.key,
            _rank(each.node, nodes),
            len(nodes),
            each.node,
            _bonus(each.node),
            grades.get(each.key),
            each.gates,
            _converted(rubric.record, each.total),
        )
        for each in scored
        if wanted is None or each.key in wanted
    )
    means = _schools(view.repository, dict(nodes)) if rubric.record.unit == "pairing" else ()
    return ScoreSheet(rubric.key, rubric.record.title, view.as_of, units, means, term)


def _converted(rubric: Rubric, total: Fraction) -> Fraction | None:
    """A total as points of another table (折算)."""
    return total * rubric.converts_to / rubric.full_marks if rubric.converts_to else None


def _scored(
    counter: Counter,
    rubric: Entry[Rubric],
    unit: Assessed,
    points: _Points,
    term: str | None,
) -> Candidate:
    reader = Reader(counter, unit, points.of)
    gates = tuple(closed(reader, rubric.record))
    hit = {each.id: each for each in gates}
    gated = {
        name: say("score.gate", gate=gate.title)
        for gate in rubric.record.gates
        if gate.id in hit
        for name in gate.zeroes
    }
    planner = Planner(counter, rubric, unit, points.everybody, points.of, gated)
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
        least=rubric.record.floor,
    )
    node = gather(draft, ordinary, bonus)
    node = node if term is None else only_term(node, term)
    return Candidate(unit.key, node, gates, tuple(undecided(reader, rubric.record)))


@dataclass
class _Points:
    """The items of all units, scored once each, for measures that go by another item's score."""

    counter: Counter
    rubric: Entry[Rubric]
    everybody: Sequence[Assessed]
    known: dict[tuple[str, str], ScoreNode | None] = field(default_factory=dict)

    def of(self, unit: Assessed, item: str) -> ScoreNode | None:
        """A unit's item or part; None for one that goes by itself, directly or through others."""
        mark = unit.key, item
        if mark not in self.known:
            self.known[mark] = None
            self.known[mark] = self._scored(unit, item)
        return self.known[mark]

    def _scored(self, unit: Assessed, wanted: str) -> ScoreNode | None:
        planner = Planner(self.counter, self.rubric, unit, self.everybody, self.of, {})
        for s, section in enumerate(self.rubric.record.sections):
            for i, item in enumerate(section.items):
                if wanted in (item.id, *(part.id for part in item.parts)):
                    worth = ZERO if item.penalty else item.worth
                    found = settle(planner.item(item, s, i), worth)
                    return next((node for node in found.walk() if node.id == wanted), None)
        return None


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


def _rank(node: ScoreNode, nodes: list[tuple[str, ScoreNode]]) -> int:
    return 1 + sum(other.earned > node.earned for _, other in nodes)


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
