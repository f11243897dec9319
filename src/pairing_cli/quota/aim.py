"""One target in one scope: what is asked, planned and done there, and the targets inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

from pairing_cli.measure.count import Counted, Counter
from pairing_cli.measure.planned import Plan, planned
from pairing_cli.measure.pools import Pool, pool_of
from pairing_cli.measure.select import Selector
from pairing_cli.measure.tally import Tally
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days, plus
from pairing_cli.model.diagnostics import say
from pairing_cli.model.due import due_day
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Waiver
from pairing_cli.model.places import At
from pairing_cli.model.pools import PARENT
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Judgement, QuotaLine, Range, Share
from pairing_cli.model.selections import FRACTIONAL, REGISTERED, Amount, Unit, shown_quantity
from pairing_cli.model.targets import Quota, Target, TargetPart
from pairing_cli.quota.scopes import Cell
from pairing_cli.quota.verdict import NOTHING, Numbers, by_spare, verdict_of


@dataclass(frozen=True, slots=True)
class Outer:
    """What a part needs to know of the target around it: what it counted, asks for, and has planned."""

    done: Amount
    asked: Amount
    planned: Amount = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in one scope. ``due`` is its last day, ``waiver`` what excuses it there."""

    counter: Counter
    target: Target
    selector: Selector
    unit: Unit
    cell: Cell
    due: date
    at: At
    plan_only: bool
    waiver: Entry[Waiver] | None = None
    outer: Outer | None = None

    @classmethod
    def of_quota(
        cls, counter: Counter, entry: Entry[Quota], cell: Cell, *, plan_only: bool = False
    ) -> Aim:
        """A programme's target in one of its scopes."""
        view, quota = counter.view, entry.record
        waiver = _waiver(counter, quota, cell)
        days = cell.stretch.days
        rule = quota.due
        stated = rule and due_day(rule, activity=days, term=days, calendar=view.calendar)
        moved = waiver.record.until if waiver else None
        due = moved or stated or days.end
        if due != days.end:
            start = days.start if due >= days.start else _since(view, days, due)
            cell = replace(cell, stretch=replace(cell.stretch, days=Days(start, due)))
        return cls(
            counter,
            quota,
            Selector(view.repository, quota.of, min(view.as_of, due)),
            quota.count or Unit.ACTIVITIES,
            cell,
            due,
            entry.at,
            plan_only,
            waiver if waiver and waiver.record.excused else None,
        )

    def counted(self) -> Counted:
        """What counts towards it by the day; with the plan alone, nothing does."""
        if self.plan_only:
            return Counted(0)
        if self.unit is Unit.FIGURE:
            return self._entered()
        return self.counter.count(self.unit, self.selector, self.cell.stretch)

    def line(self, identity: str, title: str, *, scope: bool = False) -> QuotaLine:
        """Its numbers, its verdict, and the targets inside it."""
        counted, plan = self.counted(), self._plan()
        asked, share = self._asked(counted)
        numbers = Numbers(
            asked.least if asked else 0,
            asked.most if asked else None,
            counted.number,
            plan.total if plan else None,
            plan.ahead if plan else NOTHING,
            self._under_way(counted),
        )
        days, as_of = self.cell.stretch.days, self.counter.view.as_of
        bounded = asked is not None and bool(self.target.stated)
        return QuotaLine(
            identity,
            title,
            self.cell.title,
            self.unit.value,
            asked,
            numbers.planned,
            counted.number,
            numbers.remaining,
            numbers.slack if bounded else None,
            self._verdict(numbers, asked),
            tuple(self._inside(identity, counted, asked)),
            (self.at,),
            counted.at,
            scope,
            days.start <= as_of,
            self.due,
            numbers.pace(as_of, days, self.due) if bounded and not self.plan_only else None,
            counted.unnamed,
            numbers.under_way,
            share,
            say("quota.excused", waiver=self.waiver.key) if self.waiver else None,
            self.cell.stretch.pairing,
            self.cell.stretch.side,
            self.cell.stretch.organization,
            self._begin_by(),
        )

    def _entered(self) -> Counted:
        """A number that somebody entered, as something counted."""
        pool = self._figure(self.target.figure or "")
        if pool.size is None:
            return Counted(0)
        whole = pool.size.numerator if pool.size.denominator == 1 else pool.size
        return Counted(whole, tuple(Tally(at, pool.title, whole) for at in pool.at[:1]))

    def _figure(self, name: str) -> Pool:
        view = self.counter.view
        figure = view.repository.figures.find(name)
        if figure is None:
            return Pool(None, say("pool.missing", figure=name), title=name)
        return replace(pool_of(view, figure, self.cell.stretch), title=figure.record.title)

    def options(self, identity: str, parts: Sequence[TargetPart]) -> Iterator[QuotaLine]:
        """The alternatives of a target, each counted among what it selects."""
        for number, part in enumerate(parts):
            inner = self.inner("any_of", number, part, None)
            yield inner.line(part_id(identity, number, part), part.title)

    def as_outer(self) -> Outer:
        """What the targets inside this one need to know of it."""
        counted = self.counted()
        asked, _ = self._asked(counted)
        return Outer(counted.number, asked.least if asked else 0, self._planned_least())

    def inner(self, field: str, number: int, part: TargetPart, outer: Outer | None) -> Aim:
        """A target inside this one."""
        return replace(
            self,
            target=part,
            selector=self.selector.within(part.of),
            unit=part.count or self.unit,
            at=self.at.sub(field, number),
            outer=outer,
        )

    def _inside(self, identity: str, counted: Counted, asked: Range | None) -> Iterator[QuotaLine]:
        outer = Outer(counted.number, asked.least if asked else 0, self._planned_least())
        for position, (field, number, part) in enumerate(self.target.inside):
            inner = self.inner(field, number, part, outer)
            yield inner.line(part_id(identity, position, part), part.title)

    def _verdict(self, numbers: Numbers, asked: Range | None) -> Judgement:
        if self.waiver is not None:
            return Judgement.EXEMPT
        if not self.target.stated:
            return Judgement.COUNTED
        missing = self.unit is Unit.FIGURE and self._figure(self.target.figure or "").size is None
        if asked is None or missing:
            return Judgement.NO_DATA
        if self.plan_only:
            return self._of_plan(numbers)
        view = self.counter.view
        begin_by = self._begin_by()
        certain = numbers.done + numbers.under_way
        if begin_by is not None and begin_by < view.as_of <= self.due and certain < numbers.least:
            return Judgement.UNREACHABLE
        return verdict_of(numbers, view.as_of, self.cell.stretch.days, self.due)

    def _of_plan(self, numbers: Numbers) -> Judgement:
        """The verdict on the plan alone. What stands in a register already is there, or is not."""
        if numbers.planned is None or numbers.slack is None:
            return Judgement.NO_DATA
        fits = numbers.most is None or numbers.planned.least <= numbers.most
        if self.unit in REGISTERED and not self.selector.states_activity:
            enough = numbers.least <= numbers.planned.least
            return Judgement.MET if enough and fits else Judgement.UNREACHABLE
        return by_spare(numbers.slack) if fits else Judgement.UNREACHABLE

    def _planned_least(self) -> Amount:
        plan = self._plan()
        return plan.total.least if plan else 0

    def _begin_by(self) -> date | None:
        """The last day on which what must have lasted by the due day may begin."""
        stated = [each.lasting for each in self.selector.chain if each.lasting]
        asked = [
            shortest
            for lasting in stated
            if not lasting.as_agreed and (shortest := lasting.shortest) is not None
        ]
        return min((each.latest_start(self.due) for each in asked), default=None)

    def _plan(self) -> Plan | None:
        if self.plan_only and self.unit in REGISTERED and not self.selector.states_activity:
            last = View(self.counter.view.repository, self.cell.stretch.days.end)
            found = Counter(last).count(self.unit, self.selector, self.cell.stretch)
            return Plan(Range(found.number, found.number), NOTHING, found.at)
        return planned(self.counter, self.unit, self.selector, self.cell.stretch)

    def _under_way(self, counted: Counted) -> Amount:
        """What has begun and will count as well, if it goes on as recorded."""
        if self.plan_only or not any(each.lasting for each in self.selector.chain):
            return 0
        whole = self.counter.count(self.unit, self.selector.by(self.due), self.cell.stretch)
        return max(whole.number - counted.number, 0)

    def _asked(self, counted: Counted) -> tuple[Range | None, Share | None]:
        """What is asked in the target's unit; a share of a pool as the number that makes it up."""
        least, most = self.target.asked
        if not self.target.stated:
            return None, None
        if self.target.share_of is None:
            return Range(_amount(least) or 0, _amount(most)), None
        pool = self._pool()
        share = Share(
            pool.size,
            "–".join(dict.fromkeys(shown_quantity(bound) for bound in self.target.stated)),
            Fraction(counted.number) * 100 / pool.size if pool.size else None,
            pool.note,
            pool.at,
        )
        if pool.size is None:
            return None, share
        return Range(self._least(least, pool.size), self._most(most, pool.size)), share

    def _least(self, bound: Amount | Percent | None, pool: Fraction) -> Amount:
        if not isinstance(bound, Percent):
            return 0
        asked = bound.of(pool)
        return asked if self.unit in FRACTIONAL else ceil(asked)

    def _most(self, bound: Amount | Percent | None, pool: Fraction) -> Amount | None:
        if not isinstance(bound, Percent):
            return None
        asked = bound.of(pool)
        return asked if self.unit in FRACTIONAL else floor(asked)

    def _pool(self) -> Pool:
        """What a share is of. Until it is over, the outer target is taken to be reached at least."""
        name = self.target.share_of or ""
        if name == PARENT and self.outer is not None:
            over = self.counter.view.as_of > self.due and not self.plan_only
            size = self.outer.done if over else max(self.outer.done, self.outer.asked)
            if not over:
                size = max(size, self.outer.planned)
            note = say("pool.parent", value=plain(Fraction(size)))
            return Pool(Fraction(size) if size else None, note)
        return self._figure(name)


def part_id(identity: str, position: int, part: TargetPart) -> str:
    """The id of a part's line: its own, or its number, after that of the target around it."""
    return f"{identity}.{part.id or position + 1}"


def _since(view: View, days: Days, due: date) -> date:
    """From when it counts where it is due before its term: from the end of the term before."""
    earlier = [plus(term.period.end, 1) for term in view.terms if term.period.end < days.start]
    return min(max(earlier, default=view.programme.period.start), due)


def _amount(bound: Amount | Percent | None) -> Amount | None:
    return None if isinstance(bound, Percent) else bound


def _waiver(counter: Counter, quota: Quota, cell: Cell) -> Entry[Waiver] | None:
    """The exception approved for a target in a scope; the latest, if there are several."""
    repository, stretch = counter.view.repository, cell.stretch
    found = [
        entry
        for entry in counter.view.target_waivers
        if quota.id in map(repository.quotas.key, entry.record.quota)
        and _same(repository.pairings.key, entry.record.pairing, stretch.pairing)
        and _same(repository.organizations.key, entry.record.organization, stretch.organization)
        and _same(repository.mentorships.key, entry.record.mentorship, stretch.mentorship)
        and _same(repository.terms.key, entry.record.term, stretch.term)
    ]
    return max(found, key=lambda entry: entry.record.date) if found else None


def _same(key: Callable[[str], str], name: str | None, here: str | None) -> bool:
    return name is None or key(name) == here
