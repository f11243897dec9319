"""Every target of a programme, each scope of it, and what lies inside it (其中)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from pairing_cli.measure.count import Counter, Stretch
from pairing_cli.measure.select import Selector
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.model.targets import Part, Quota, Unit
from pairing_cli.quota.scopes import Cell, all_of, cells
from pairing_cli.quota.verdict import Numbers, verdict_of, worst


def quota_table(counter: Counter, pairings: Collection[str] | None = None) -> QuotaTable:
    """Hold every target of the programme against its measures, on the counter's day.

    With ``pairings`` (keys), targets that hold for each pairing are held for these only.
    """
    lines = tuple(_line(counter, entry, pairings) for entry in counter.view.repository.quotas)
    return QuotaTable(counter.view.as_of, lines)


def _line(counter: Counter, entry: Entry[Quota], pairings: Collection[str] | None) -> QuotaLine:
    quota = entry.record
    selector = Selector(counter.view.repository, quota.of)
    found = [
        _Target(counter, quota, selector, quota.count, cell, quota.due, entry.at).line(
            f"{quota.id}[{cell.key}]" if cell.key else quota.id, quota.title, scope=bool(cell.key)
        )
        for cell in cells(counter.view, quota)
        if pairings is None or cell.stretch.pairing in (None, *pairings)
    ]
    if not quota.per:
        return found[0]
    return _rolled_up(quota, entry.at, found)


@dataclass(frozen=True, slots=True)
class _Target:
    """A target in one scope."""

    counter: Counter
    target: Quota | Part
    selector: Selector
    unit: Unit
    cell: Cell
    due: date | None
    at: At

    def line(self, identity: str, title: str, *, scope: bool = False) -> QuotaLine:
        """Its numbers, its verdict, and the targets inside it."""
        counted = self.counter.count(self.unit, self.selector, self.cell.stretch)
        planned, ahead = self._planned()
        least, most = self.target.bounds
        numbers = Numbers(least, most, counted.number, planned, ahead)
        days = self.cell.stretch.days
        return QuotaLine(
            identity,
            title,
            self.cell.title,
            self.unit.value,
            Range(least, most),
            planned,
            counted.number,
            numbers.remaining,
            numbers.slack,
            verdict_of(numbers, self.counter.view.as_of, days, self.due or days.end),
            self._inside(identity),
            (self.at,),
            counted.at,
            scope,
            days.start <= self.counter.view.as_of,
        )

    def _inside(self, identity: str) -> tuple[QuotaLine, ...]:
        return tuple(
            _Target(
                self.counter,
                part,
                self.selector.within(part.of),
                part.count or self.unit,
                self.cell,
                self.due,
                self.at.sub("including", number),
            ).line(f"{identity}.{number + 1}", part.title)
            for number, part in enumerate(self.target.including)
        )

    def _planned(self) -> tuple[Range | None, int]:
        """How much the plans provide for, and how much of it lies ahead; None: nothing is known.

        Plans say kinds of work, so a target that selects by anything else has no plan. Neither has
        one whose kinds stand in nobody's plan.
        """
        if self.unit is Unit.PLAN_TASKS:
            number = len(self.counter.planned(self.selector, self.cell.stretch))
            return Range(number, number), 0
        if self.unit is not Unit.ACTIVITIES or not self.selector.by_kind_only:
            return None, 0
        everywhere = Stretch(self.counter.view.programme.period)
        if not self.counter.planned(self.selector, everywhere):
            return None, 0
        tasks = [task for task, _ in self.counter.planned(self.selector, self.cell.stretch)]
        total = sum(task.times for task in tasks)
        as_of = self.counter.view.as_of
        ahead = sum(task.times for task in tasks if task.month.days.end >= as_of)
        return Range(total, total), ahead


def _rolled_up(quota: Quota, at: At, found: Sequence[QuotaLine]) -> QuotaLine:
    """The sum over all scopes: what is missing in one is not made up for in another."""
    planned = [line.planned for line in found]
    slack = [line.slack for line in found]
    return QuotaLine(
        quota.id,
        quota.title,
        all_of(quota.per),
        quota.count.value,
        _sum([line.target for line in found]) or Range(0, 0),
        _sum(planned),
        sum(line.done for line in found),
        sum(line.remaining for line in found),
        _sum(slack),
        worst([line.verdict for line in found]) if found else Judgement.NO_DATA,
        tuple(found),
        (at,),
    )


def _sum(ranges: Sequence[Range | None]) -> Range | None:
    """The sum of ranges; None when there are none or one is unknown."""
    total: Range | None = None
    for each in ranges:
        if each is None:
            return None
        total = each if total is None else total + each
    return total
