"""Targets: what lies inside a target can lie inside it."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.rules.base import Case, rule


@rule("Q001", Severity.ERROR)
def part_exceeds_whole(case: Case) -> Iterator[Problem]:
    """A target inside another asks for no more than the outer one allows.

    "At least 100, of which at least 120" can never hold as written.
    """
    for quota in case.repo.quotas:
        most = quota.record.bounds[1]
        for number, part in enumerate(quota.record.including):
            same_unit = part.count in (None, quota.record.count)
            if same_unit and most is not None and part.bounds[0] > most:
                yield problem(
                    quota.place("including", number),
                    title=part.title,
                    part=part.bounds[0],
                    whole=most,
                )


@rule("Q002", Severity.ERROR)
def part_selects_nothing(case: Case) -> Iterator[Problem]:
    """A target inside another selects among what the outer one selects.

    A kind of work that the outer target leaves out can never count in the inner one.
    """
    for quota in case.repo.quotas:
        outer = {case.repo.activity_kinds.key(kind) for kind in quota.record.of.kind}
        for number, part in enumerate(quota.record.including):
            inner = {case.repo.activity_kinds.key(kind) for kind in part.of.kind}
            if outer and inner and outer.isdisjoint(inner):
                place = quota.place("including", number, "of", "kind")
                yield problem(place, title=part.title, kinds=tuple(part.of.kind))


RULES = (part_exceeds_whole, part_selects_nothing)
