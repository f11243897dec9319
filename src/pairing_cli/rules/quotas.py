"""Targets: what lies inside a target can lie inside it."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.model.targets import Part, Quota
from pairing_cli.rules.base import Case, rule


def _parts(repo: Repository) -> Iterator[tuple[Quota | Part, Part, At]]:
    """Every target inside another, with the one it is directly inside, and its place."""
    for quota in repo.quotas:
        yield from _inside(quota.record, quota.at)


def _inside(whole: Quota | Part, at: At) -> Iterator[tuple[Quota | Part, Part, At]]:
    for number, part in enumerate(whole.including):
        place = at.sub("including", number)
        yield whole, part, place
        yield from _inside(part, place)


@rule("Q001", Severity.ERROR)
def part_exceeds_whole(case: Case) -> Iterator[Problem]:
    """A target inside another asks for no more than the outer one allows.

    "At most 100, of which at least 120" can never hold as written.
    """
    for whole, part, at in _parts(case.repo):
        most = whole.bounds[1]
        same_unit = part.count in (None, whole.count)
        if same_unit and most is not None and part.bounds[0] > most:
            yield problem(at, title=part.title, part=part.bounds[0], whole=most)


@rule("Q002", Severity.ERROR)
def part_selects_nothing(case: Case) -> Iterator[Problem]:
    """A target inside another selects among what the outer one selects.

    A kind of work that the outer target leaves out can never count in the inner one.
    """
    key = case.repo.activity_kinds.key
    for whole, part, at in _parts(case.repo):
        outer = {key(kind) for kind in whole.of.kind}
        inner = {key(kind) for kind in part.of.kind}
        if outer and inner and outer.isdisjoint(inner):
            place = at.sub("of", "kind")
            yield problem(place, title=part.title, kinds=tuple(part.of.kind))


RULES = (part_exceeds_whole, part_selects_nothing)
