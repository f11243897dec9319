"""The score sheet of a rubric: every pairing's proof, ranked, for the year or for one term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from pairing_cli.score.gates import Candidate, graded, in_classes
from pairing_cli.score.run import Run, converted
from pairing_cli.score.shares import Draft, branch_of


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
    scored = [*Run(counter, rubric).candidates(term)]
    found = [
        each for group in in_classes(rubric.record, scored) for each in _ranked(rubric, *group)
    ]
    units = tuple(unit for unit in found if wanted is None or unit.pairing in wanted)
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
    run = Run(counter, rubric, items)
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


def _ranked(
    rubric: Entry[Rubric], title: str | None, scored: list[Candidate]
) -> Iterator[ScoreUnit]:
    """The units of one class, best first, each with its rank and grade among them."""
    scored.sort(key=lambda each: (-each.total, each.key))
    grades = graded(rubric.record, scored)
    ranks = _ranks(scored)
    for each in scored:
        yield ScoreUnit(
            each.key,
            ranks[each.total],
            len(scored),
            each.node,
            _bonus(each.node),
            grades.get(each.key),
            each.gates,
            converted(rubric.record, each.total),
            title,
        )


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
            if entry.key in nodes:
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
