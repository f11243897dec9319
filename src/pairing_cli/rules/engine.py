"""Runs rules over a repository and stamps what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pairing_cli.model.diagnostics import Diagnostic, Message
from pairing_cli.model.repository import Repository
from pairing_cli.rules.base import Case, Rule


def check(repository: Repository, rules: Iterable[Rule], today: date) -> tuple[Diagnostic, ...]:
    """Everything the rules find, in the order of rules; the printer sorts by place."""
    rules = tuple(rules)
    return tuple(run(Case(repository, today, frozenset(rule.code for rule in rules)), rules))


def run(case: Case, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """Everything that rules find in a case."""
    for rule in rules:
        for problem in rule.check(case):
            key = f"{rule.code}.{problem.variant}" if problem.variant else rule.code
            message = Message(key, problem.facts)
            yield Diagnostic(rule.code, rule.severity, problem.at, message)
