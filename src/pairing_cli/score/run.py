"""A rubric's scoring: everybody who is assessed, each once, and what measures go by that is scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.gates import ALL, Gate
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ZERO, GateHit, NodeKind, ScoreNode
from pairing_cli.model.rubric import Rubric
from pairing_cli.score.gates import Candidate, closed, undecided
from pairing_cli.score.plan import Planner
from pairing_cli.score.ranks import Ranks
from pairing_cli.score.reading import Reader, Total
from pairing_cli.score.shares import Draft, branch_of, gather, settle
from pairing_cli.score.units import Assessed, assessed, within


class Run:
    """A rubric's scoring: everybody, what each has earned by item so far, and how all are ranked."""

    def __init__(
        self,
        counter: Counter,
        rubric: Entry[Rubric],
        only: frozenset[str] | None = None,
        above: frozenset[str] = frozenset(),
    ) -> None:
        """Score a rubric, or ``only`` some of its items, for rubrics ``above`` that go by it."""
        self.counter, self.rubric, self.only = counter, rubric, only
        self.above = above | {rubric.key}
        self.everybody = tuple(assessed(counter.view, rubric.record))
        self.known: dict[tuple[str, str], ScoreNode | None] = {}
        self.candidate_of: dict[str, Candidate] = {}
        self.others: dict[str, Run] = {}
        self.ranks = Ranks(counter, self.everybody, self)

    def points(self, unit: Assessed, item: str) -> ScoreNode | None:
        """A unit's item or part; None for one that goes by itself, directly or through others."""
        mark = unit.key, item
        if mark not in self.known:
            self.known[mark] = None
            self.known[mark] = self._alone(unit, item)
        return self.known[mark]

    def totals(self, unit: Assessed, rubric: str) -> list[Total]:
        """What a unit, and those within it, came to under another rubric; none that goes by this."""
        repository = self.counter.view.repository
        entry = repository.rubrics.find(rubric)
        if entry is None or entry.key in self.above:
            return []
        if entry.key not in self.others:
            self.others[entry.key] = Run(self.counter, entry, above=self.above)
        run = self.others[entry.key]
        return [run.total(each) for each in run.everybody if within(repository, unit, each)]

    def total(self, unit: Assessed) -> Total:
        """What a unit came to, scored once."""
        if unit.key not in self.candidate_of:
            self.candidate_of[unit.key] = self._scored(unit, None)
        found = self.candidate_of[unit.key]
        points = converted(self.rubric.record, found.total)
        final = not found.node.open and not found.undecided
        return Total(unit.title, found.total if points is None else points, final, (unit.at,))

    def _alone(self, unit: Assessed, wanted: str) -> ScoreNode | None:
        gates = (gate for gate in self.rubric.record.gates if self._bears_on(gate, wanted))
        hits = tuple(closed(Reader(self.counter, unit, self), gates))
        gated = _gated(self.rubric.record, hits)
        planner = Planner(self.counter, self.rubric, unit, self.ranks, self, gated)
        for s, section in enumerate(self.rubric.record.sections):
            for i, item in enumerate(section.items):
                if wanted in (item.id, *(part.id for part in item.parts)):
                    worth = ZERO if item.penalty else item.worth
                    found = settle(planner.item(item, s, i), worth)
                    return next((node for node in found.walk() if node.id == wanted), None)
        return None

    def _bears_on(self, gate: Gate, name: str) -> bool:
        """Whether a gate sets an item or a part to zero, itself or with what it stands in."""
        names = {ALL, name}
        for section in self.rubric.record.sections:
            for item in section.items:
                if name in (item.id, *(part.id for part in item.parts)):
                    names |= {item.id, section.id}
        return not names.isdisjoint(gate.zeroes)

    def ranked(self, unit: Assessed, name: str) -> bool:
        """Whether an item or a part is asked of a unit, and not excused, so that it has a place in it."""
        waivers = self.counter.view.waivers.get(unit.pairing or "", ())
        key = self.counter.view.repository.items.key
        excused = {key(each.record.item or "") for each in waivers if each.record.of_item}
        for section in self.rubric.record.sections:
            for item in section.items:
                if name in (item.id, *(part.id for part in item.parts)):
                    asked = unit.profile.among(section.only_for) and unit.profile.among(
                        item.only_for
                    )
                    return asked and excused.isdisjoint((item.id, name))
        return True

    def _gates(self) -> Iterator[Gate]:
        """The gates that bear on what is scored."""
        rubric, only = self.rubric.record, self.only
        ids = {
            name
            for section in rubric.sections
            for item in section.items
            if only is None or item.id in only
            for name in (ALL, section.id, item.id, *(part.id for part in item.parts))
        }
        return (gate for gate in rubric.gates if only is None or not ids.isdisjoint(gate.zeroes))

    def candidates(self, term: str | None, wanted: set[str] | None = None) -> Iterator[Candidate]:
        """Everybody, or those who are wanted, with their scores."""
        for unit in self.everybody:
            valid = term is None or any(each.id == term for each in unit.terms(self.counter.view))
            if valid and (wanted is None or unit.key in wanted):
                yield self._scored(unit, term)

    def _scored(self, unit: Assessed, term: str | None) -> Candidate:
        reader, asked = Reader(self.counter, unit, self), tuple(self._gates())
        gates = tuple(closed(reader, asked))
        gated = _gated(self.rubric.record, gates)
        planner = Planner(self.counter, self.rubric, unit, self.ranks, self, gated, self.only)
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
            most=self.rubric.record.at_most,
            bonus_most=self.rubric.record.bonus_at_most,
        )
        node = gather(draft, ordinary, bonus)
        node = node if term is None else only_term(node, term)
        waiting = tuple(undecided(reader, asked))
        return Candidate(unit.key, node, gates, waiting, unit.profile)


def converted(rubric: Rubric, total: Fraction) -> Fraction | None:
    """A total as points of another table (折算)."""
    return total * rubric.converts_to / rubric.full_marks if rubric.converts_to else None


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
