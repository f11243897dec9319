"""The score sheet of a rubric: every pairing's proof, ranked, for the year or for one term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import say
from pairing_cli.model.parties import Pairing
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
from pairing_cli.score.plan import Planner
from pairing_cli.score.shares import Draft, branch_of, gather


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
        pairings: Keys of the pairings to score; all if None. Ranks are those among all pairings.
        term: Show only this term's share of every item: the id of a term.

    Returns:
        The sheet, best score first; equal scores share a rank (1, 2, 2, 4).
    """
    repository = counter.view.repository
    wanted = None if pairings is None else set(pairings)
    nodes = [(entry.key, _unit(counter, rubric, entry, term)) for entry in repository.pairings]
    nodes.sort(key=lambda pair: (-pair[1].earned, pair[0]))
    units = tuple(
        ScoreUnit(key, _rank(node, nodes), len(nodes), node, _bonus(node))
        for key, node in nodes
        if wanted is None or key in wanted
    )
    return ScoreSheet(
        rubric.key,
        rubric.record.title,
        counter.view.as_of,
        units,
        _schools(repository, dict(nodes)),
        term,
    )


def _unit(
    counter: Counter, rubric: Entry[Rubric], pairing: Entry[Pairing], term: str | None
) -> ScoreNode:
    repository = counter.view.repository
    drafts = tuple(Planner(counter, rubric, pairing).sections())
    ordinary = sum((draft.weight for draft in drafts), ZERO)
    bonus = sum((draft.extra for draft in drafts), ZERO)
    unit = Draft(
        pairing.key,
        repository.title_of(pairing.record),
        NodeKind.UNIT,
        children=drafts,
        reason=say("score.sum"),
        at=(pairing.at,),
    )
    node = gather(unit, ordinary, bonus)
    return node if term is None else only_term(node, term)


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
            tuple(keys),
            sum((nodes[key].earned for key in keys), ZERO) / Fraction(len(keys)),
        )
        for organization, keys in sorted(pairings.items())
        if len(keys) > 1
    )
