"""What a rule is: a code, a severity, and a small pure generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from pairing_cli.model.diagnostics import Problem, Severity
from pairing_cli.model.log import Activity, Document, Submission
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.suppressions import Suppression


class Filed(NamedTuple):
    """A document, its pairing, the activity it belongs to, if any, and the record it stands in.

    ``number`` is its place among the documents of that record; a submission is a document itself.
    """

    document: Document
    pairing: str
    activity: Entry[Activity] | None
    entry: Entry[Activity] | Entry[Submission]
    number: int | None = None

    @property
    def at(self) -> At:
        """Where it stands."""
        return self.entry.at if self.number is None else self.entry.place("documents", self.number)


@dataclass(frozen=True, eq=False)
class Case:
    """What is checked: a repository, and the day that counts as today.

    ``codes`` are those of the rules that check it, ``unused`` the suppressions that hid none of their findings.
    """

    repo: Repository
    today: date
    codes: frozenset[str] = frozenset()
    unused: tuple[Entry[Suppression], ...] = ()

    @cached_property
    def documents(self) -> tuple[Filed, ...]:
        """Every document, of activities and handed in on its own."""
        return (*self._documents(), *self.handed_in)

    @cached_property
    def handed_in(self) -> tuple[Filed, ...]:
        """The documents that are handed in on their own."""
        return tuple(self._handed_in())

    def _documents(self) -> Iterator[Filed]:
        for entry in self.repo.activities:
            for number, document in enumerate(entry.record.documents):
                yield Filed(document, entry.record.pairing, entry, entry, number)

    def _handed_in(self) -> Iterator[Filed]:
        for submission in self.repo.submissions:
            name = submission.record.activity
            activity = self.repo.activities.find(name) if name else None
            yield Filed(submission.record, submission.record.pairing, activity, submission)


Check = Callable[[Case], Iterator[Problem]]


class Reach(Enum):
    """How much of the log a rule looks at before it says something about a record of it.

    The log are activities and documents handed in on their own. What a rule of reach RECORD finds at one
    of them depends on that record (and the activity that a document says it is of), on what the programme
    holds besides the log, and on the day only as far as the record begins or was received after it. It
    stands as long as these do (docs/adr/0018). A rule of which that is not known is of reach WHOLE, which
    is never wrong, and at worst slow.
    """

    RECORD = "record"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable code. Its truth is the first sentence of the check's docstring."""

    code: str
    severity: Severity
    check: Check
    reach: Reach = Reach.WHOLE

    @property
    def name(self) -> str:
        """The rule's name in words, such as ``activity-outside-programme``."""
        return self.check.__name__.replace("_", "-")

    @property
    def truth(self) -> str:
        """What holds in files that keep the rule, in one sentence."""
        return self.paragraphs[0]

    @property
    def why(self) -> str:
        """Why the rule is there, and what to do."""
        return "\n\n".join(self.paragraphs[1:])

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the check's docstring, each in one line."""
        text = self.check.__doc__ or ""
        return [" ".join(part.split()) for part in text.strip().split("\n\n")]


def rule(code: str, severity: Severity, *, reach: Reach = Reach.WHOLE) -> Callable[[Check], Rule]:
    """Make a rule of a generator function."""

    def wrap(check: Check) -> Rule:
        return Rule(code, severity, check, reach)

    return wrap
