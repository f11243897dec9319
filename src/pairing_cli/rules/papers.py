"""Documents handed in on their own: to which term they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.due import due_day
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Repository
from pairing_cli.model.requirements import DueRule
from pairing_cli.model.workdays import WorkCalendar
from pairing_cli.rules.base import Case, Reach, rule
from pairing_cli.rules.rubrics import requirements


@rule("T011", Severity.WARNING, reach=Reach.RECORD)
def term_of_document_unclear(case: Case) -> Iterator[Problem]:
    """A document asked for by term and handed in on its own, outside every term, says which it is of.

    Without ``term`` it goes to the latest term that had begun, which may not be the one meant. There
    is no doubt where that term's documents of the kind are due after its end.
    """
    terms = [entry.record for entry in case.repo.terms]
    asked = _asked_by_term(case.repo)
    for entry in case.repo.submissions if terms else ():
        paper = entry.record
        needs = asked.get(case.repo.document_types.key(paper.type), ())
        alone = paper.activity is None and paper.term is None
        if not needs or not alone or any(paper.received in term.period for term in terms):
            continue
        begun = [term for term in terms if term.period.start <= paper.received]
        likely = max(begun, key=_start) if begun else min(terms, key=_start)
        if not begun or not any(_due_after(case.repo, likely, need) for need in needs):
            yield problem(entry.place("received"), date=paper.received, term=likely.id)


def _start(term: Term) -> date:
    return term.period.start


class _Need(NamedTuple):
    """When a kind of document is due, and in which terms it is asked for; in all if none are named."""

    due: DueRule | None
    terms: tuple[str, ...]


def _asked_by_term(repo: Repository) -> dict[str, list[_Need]]:
    """The kinds of document asked for by term, each with what is asked."""
    asked: dict[str, list[_Need]] = defaultdict(list)
    for requirement, _ in requirements(repo):
        if requirement.activities is None and requirement.given("per", "term"):
            for document in requirement.documents:
                need = _Need(requirement.due_of(document), requirement.term)
                for name in document.type:
                    asked[repo.document_types.key(name)].append(need)
    return asked


def _due_after(repo: Repository, term: Term, need: _Need) -> bool:
    """Whether what is asked for in a term is due after the term is over."""
    asked = not need.terms or term.id in map(repo.terms.key, need.terms)
    due = need.due.for_term(term.id, repo.terms.key) if need.due and asked else None
    if due is None or repo.programme is None:
        return False
    calendar = WorkCalendar(repo.programme.record)
    last = due_day(due, activity=None, term=term.period, calendar=calendar)
    return last is not None and last > term.period.end


RULES = (term_of_document_unclear,)
