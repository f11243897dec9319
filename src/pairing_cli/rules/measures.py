"""Measures of rubrics: what they count can occur, and what they are held against can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.rubric import Earning, Rubric, earnings
from pairing_cli.model.scalars import Percent
from pairing_cli.model.ways import Measure
from pairing_cli.rules.base import Case, rule


def earnings_of(repo: Repository) -> Iterator[tuple[Entry[Rubric], Earning, At]]:
    """Everything that earns points, with its rubric and its place."""
    for rubric in repo.rubrics:
        for route, item in rubric.record.items():
            for inner, earning in earnings(item):
                yield rubric, earning, rubric.place(*route, *inner)


def measures_of(repo: Repository) -> Iterator[tuple[Entry[Rubric], Measure, At]]:
    """Every measure of every rubric, with its place."""
    for rubric, earning, at in earnings_of(repo):
        for way in ("done", "bands", "ratio", "rank"):
            found = getattr(earning, way)
            if found is not None:
                yield rubric, found, at.sub(way)
        for way in ("adds", "deducts"):
            for index, change in enumerate(getattr(earning, way)):
                yield rubric, change, at.sub(way, index)
    for rubric in repo.rubrics:
        for index, gate in enumerate(rubric.record.gates):
            yield rubric, gate.when, rubric.place("gates", index, "when")


@rule("K015", Severity.ERROR)
def share_without_percent(case: Case) -> Iterator[Problem]:
    """A bound in per cent belongs to a measure that says of what.

    "Every point below 100 %" needs ``share_of``, or a figure that is a percentage itself and a plain
    number as its bound.
    """
    for _, measure, at in measures_of(case.repo):
        for field in ("below", "above", "at_least", "at_most"):
            bound = getattr(measure, field, None)
            if isinstance(bound, Percent) and measure.share_of is None:
                yield problem(at.sub(field))


@rule("K019", Severity.ERROR)
def goes_by_itself(case: Case) -> Iterator[Problem]:
    """No item goes by its own points, directly or through others.

    Such an item has no value to begin from.
    """
    for rubric in case.repo.rubrics:
        goes_by = {
            item.id: {
                case.repo.items.key(measure.item)
                for owner, measure, at in measures_of(case.repo)
                if owner is rubric and measure.item and _inside(rubric, item.id, at)
            }
            for _, item in rubric.record.items()
        }
        for route, item in rubric.record.items():
            if item.id in _reached(goes_by, item.id):
                yield problem(rubric.place(*route), item=item.title)


def _inside(rubric: Entry[Rubric], item: str, at: At) -> bool:
    places = {found.id: rubric.place(*route).route for route, found in rubric.record.items()}
    return at.route[: len(places[item])] == places[item]


def _reached(goes_by: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(goes_by.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += goes_by.get(name, ())
    return seen


RULES = (
    share_without_percent,
    goes_by_itself,
)
