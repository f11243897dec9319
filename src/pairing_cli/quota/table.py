"""Every target of a programme, each scope of it, and what lies inside it (其中)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import say
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ALTERNATIVES, Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.model.selections import Amount
from pairing_cli.model.targets import Quota
from pairing_cli.quota.aim import Aim
from pairing_cli.quota.scopes import Cell, all_of, cells
from pairing_cli.quota.verdict import best, worst


def quota_table(
    counter: Counter, pairings: Collection[str] | None = None, *, plan_only: bool = False
) -> QuotaTable:
    """Hold every target of the programme against its measures, on the counter's day.

    With ``pairings`` (keys), targets that hold for each pairing are held for these only. With
    ``plan_only``, against the plans alone, as if nothing had been done yet.
    """
    quotas = counter.view.repository.quotas
    lines = tuple(_line(counter, entry, pairings, plan_only=plan_only) for entry in quotas)
    return QuotaTable(counter.view.as_of, lines, plan_only)


def aims(
    counter: Counter,
    entry: Entry[Quota],
    pairings: Collection[str] | None,
    *,
    plan_only: bool = False,
) -> Iterator[tuple[Cell, str, Aim]]:
    """A target in each of its scopes: the scope, the line's id, and what is aimed at there."""
    quota = entry.record
    for cell in cells(counter.view, quota):
        if pairings is None or cell.stretch.pairing in (None, *pairings):
            identity = f"{quota.id}[{cell.key}]" if cell.key else quota.id
            yield cell, identity, Aim.of_quota(counter, entry, cell, plan_only=plan_only)


def _line(
    counter: Counter, entry: Entry[Quota], pairings: Collection[str] | None, *, plan_only: bool
) -> QuotaLine:
    quota = entry.record
    found = [
        alternatives(aim, quota, identity, scope=bool(cell.key))
        if quota.any_of
        else aim.line(identity, quota.title, scope=bool(cell.key))
        for cell, identity, aim in aims(counter, entry, pairings, plan_only=plan_only)
    ]
    if not quota.per:
        return found[0]
    return _rolled_up(quota, entry.at, found)


def alternatives(aim: Aim, quota: Quota, identity: str, *, scope: bool) -> QuotaLine:
    """A target that is met when enough of several others are (任选)."""
    lines = tuple(aim.options(identity, quota.any_of))
    least = int(quota.bounds[0]) or 1
    done = sum(line.verdict is Judgement.MET for line in lines)
    days = aim.cell.stretch.days
    return QuotaLine(
        identity,
        quota.title,
        aim.cell.title,
        ALTERNATIVES,
        Range(least, None),
        None,
        done,
        max(least - done, 0),
        None,
        best([line.verdict for line in lines], least),
        lines,
        (aim.at,),
        is_scope=scope,
        begun=days.start <= aim.counter.view.as_of,
        due=aim.due,
    )


def _rolled_up(quota: Quota, at: At, found: Sequence[QuotaLine]) -> QuotaLine:
    """The sum over all scopes: what is missing in one is not made up for in another.

    Nothing is asked of those that are excused, so nothing is missing there.
    """
    holding = [line for line in found if line.verdict is not Judgement.EXEMPT]
    paces = [line.pace for line in holding if line.pace is not None]
    return QuotaLine(
        quota.id,
        quota.title,
        all_of(quota.per),
        quota.count.value if quota.count and not quota.any_of else ALTERNATIVES,
        _sum([line.target for line in holding]) if quota.stated or quota.any_of else None,
        _sum([line.planned for line in found]),
        _total([line.done for line in found]),
        _total([line.remaining for line in holding]),
        _sum([line.slack for line in holding]),
        worst([line.verdict for line in found]) if found else Judgement.NO_DATA,
        tuple(found),
        (at,),
        pace=_total(paces) if paces else None,
        unnamed=sum(line.unnamed for line in found),
        under_way=_total([line.under_way for line in found]),
        note=None if found else say("quota.no-scope"),
    )


def _total(numbers: Sequence[Amount]) -> Amount:
    total: Amount = 0
    for number in numbers:
        total += number
    return total


def _sum(ranges: Sequence[Range | None]) -> Range | None:
    """The sum of ranges; None when there are none or one is unknown."""
    total: Range | None = None
    for each in ranges:
        if each is None:
            return None
        total = each if total is None else total + each
    return total
