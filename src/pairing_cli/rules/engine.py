"""Runs rules over a repository and stamps what they find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pairing_cli.model.diagnostics import Diagnostic, Message
from pairing_cli.model.repository import Repository
from pairing_cli.rules.base import Case, Reach, Rule

Known = Mapping[str, Sequence[Diagnostic]]
"""What the rules of reach RECORD find in files of the log, by file."""


def check(
    repository: Repository, rules: Iterable[Rule], today: date, known: Known | None = None
) -> tuple[Diagnostic, ...]:
    """Everything the rules find, in the order of rules; the printer sorts by place.

    What is ``known`` is not looked for again; findings of one file stand in the same order as ever.
    """
    rules = tuple(rules)
    case = Case(repository, today, frozenset(rule.code for rule in rules))
    return tuple(_beside(case, rules, known) if known else run(case, rules))


def run(case: Case, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """Everything that rules find in a case."""
    for rule in rules:
        for problem in rule.check(case):
            key = f"{rule.code}.{problem.variant}" if problem.variant else rule.code
            message = Message(key, problem.facts)
            yield Diagnostic(rule.code, rule.severity, problem.at, message)


def _beside(whole: Case, rules: Iterable[Rule], known: Known) -> Iterator[Diagnostic]:
    """Everything that rules find in a case of which some is known."""
    part = replace(whole, repo=_passing_over(whole.repo, known))
    by_code = defaultdict[str, list[Diagnostic]](list)
    for findings in known.values():
        for found in findings:
            by_code[found.code].append(found)
    for rule in rules:
        if rule.reach is Reach.RECORD:
            yield from by_code[rule.code]
        yield from run(part if rule.reach is Reach.RECORD else whole, (rule,))


def _passing_over(repository: Repository, known: Known) -> Repository:
    """The same repository, with the log of known files found by name but not gone through."""
    return replace(
        repository,
        activities=repository.activities.passing_over(known.keys()),
        submissions=repository.submissions.passing_over(known.keys()),
    )
