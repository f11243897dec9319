"""A month, pairing by pairing: what was held, what was not handed in, what was found, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.measure.view import View
from pairing_cli.model.agenda import Task
from pairing_cli.model.bulletin import Bulletin, HeldThen, Noticed, PairingMonth, Unpaid
from pairing_cli.model.dates import Month
from pairing_cli.model.judgements import Finding
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import NodeKind, QuotaTable, ScoreNode, ScoreSheet, State
from pairing_cli.todo.agenda import Wanted, agenda

UNPAID = frozenset({State.MISSING, State.LATE, State.INCOMPLETE, State.REJECTED})
"""What is wrong with papers; what was falsified is among the findings."""


def bulletin(
    counter: Counter,
    sheets: Iterable[ScoreSheet],
    month: Month,
    coming: tuple[View, tuple[ScoreSheet, ...], QuotaTable],
) -> Bulletin:
    """A month as it is known on the counter's day.

    ``coming`` is the programme as it stood when the month ended, with its scores and targets then:
    what was still to be done by that day, and is due in the month after.
    """
    sheets = tuple(sheets)
    teller = _Month(counter, month)
    months = tuple(
        PairingMonth(
            entry.key,
            teller.planned(entry.key),
            tuple(teller.held(entry.key)),
            tuple(unpaid for sheet in sheets for unpaid in teller.unpaid(sheet, entry.key)),
            tuple(teller.noticed(entry.key)),
        )
        for entry in counter.view.repository.pairings
    )
    return Bulletin(month, counter.view.as_of, months, tuple(_coming(month.next(), *coming)))


def _coming(
    month: Month, view: View, sheets: tuple[ScoreSheet, ...], table: QuotaTable
) -> Iterator[Task]:
    found = agenda(view, sheets, table, Wanted()).tasks
    return (task for task in found if task.due is not None and task.due in month.days)


@dataclass(frozen=True, slots=True)
class _Month:
    """A month, as it is known on a counter's day."""

    counter: Counter
    month: Month

    def planned(self, pairing: str) -> int:
        """How many activities a pairing's plan has for the month."""
        plans = self.counter.view.plans.get(pairing, ())
        tasks = (task for plan in plans for task in plan.record.tasks)
        return sum(task.times for task in tasks if task.month == self.month)

    def held(self, pairing: str) -> Iterator[HeldThen]:
        """What a pairing held in the month: what began then."""
        for entry in self.counter.view.activities.get(pairing, ()):
            if entry.record.days.start in self.month.days:
                fact = self.counter.held(entry)
                yield HeldThen(entry, fact.held is Held.HELD, fact.reason)

    def unpaid(self, sheet: ScoreSheet, pairing: str) -> Iterator[Unpaid]:
        """What was due in the month and is lost in a score sheet: late, missing, not as it should be."""
        for unit in sheet.units:
            if unit.pairing == pairing:
                for item in unit.node.items():
                    for _, node in item.shortfalls():
                        yield from self._unpaid(item, node)

    def _unpaid(self, item: ScoreNode, node: ScoreNode) -> Iterator[Unpaid]:
        """A document that is lost, or an activity of which all are."""
        papers = [leaf.paper for leaf in node.leaves() if leaf.paper is not None]
        if not papers or node.state not in UNPAID or not node.lost:
            return
        due = max(paper.due for paper in papers)
        if due in self.month.days:
            sides = tuple(dict.fromkeys(side for paper in papers for side in paper.sides))
            title = node.title if node.kind is not NodeKind.ITEM else item.title
            yield Unpaid(title, item.title, sides, due, node.state, node.reason)

    def noticed(self, pairing: str) -> Iterator[Noticed]:
        """The findings about a pairing that were made or decided on in the month."""
        view = self.counter.view
        for entry in view.repository.findings:
            finding = entry.record
            when = (finding.date, *(decision.date for decision in finding.decisions))
            then = any(day in self.month.days and day <= view.as_of for day in when)
            if then and _pairing(view.repository, finding) == pairing:
                made = [each for each in finding.decisions if each.date <= view.as_of]
                last = max(made, key=lambda each: each.date, default=None)
                yield Noticed(entry, finding.standing(view.as_of), last)


def _pairing(repository: Repository, finding: Finding) -> str | None:
    """The pairing that a finding is about."""
    activity = repository.activities.get(finding.activity) if finding.activity else None
    name = activity.pairing if activity else finding.pairing
    return None if name is None else repository.pairings.key(name)
