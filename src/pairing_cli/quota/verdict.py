"""What can be said of a target: met, on track, at risk, cannot be met, missed, no data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pairing_cli.model.dates import Days
from pairing_cli.model.results import Judgement, Range
from pairing_cli.model.selections import Amount

_BY_WEIGHT = (
    Judgement.EXEMPT,
    Judgement.COUNTED,
    Judgement.MET,
    Judgement.ON_TRACK,
    Judgement.NO_DATA,
    Judgement.AT_RISK,
    Judgement.UNREACHABLE,
    Judgement.MISSED,
)

NOTHING = Range(0, 0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A target's numbers: what is asked, done, planned in all, and planned for what lies ahead.

    ``under_way`` is what has begun and will count if it goes on as recorded.
    """

    least: Amount
    most: Amount | None
    done: Amount
    planned: Range | None
    ahead: Range = NOTHING
    under_way: Amount = 0

    @property
    def remaining(self) -> Amount:
        """What is still missing from the least; a surplus is not negative."""
        return max(self.least - self.done, 0)

    @property
    def slack(self) -> Range | None:
        """Planned − target."""
        if self.planned is None:
            return None
        most = None if self.planned.most is None else self.planned.most - self.least
        return Range(self.planned.least - self.least, most)

    def pace(self, as_of: date, days: Days, due: date) -> Amount:
        """How much should have been done by a day: by the plan, or else by the days gone by."""
        if as_of >= due:
            return self.least
        if self.planned is not None:
            return min(max(self.planned.least - self.ahead.least, 0), self.least)
        gone = max((as_of - days.start).days + 1, 0)
        whole = (due - days.start).days + 1
        return int(self.least * gone / whole) if whole > 0 else self.least


def verdict_of(numbers: Numbers, as_of: date, days: Days, due: date) -> Judgement:
    """The verdict on a target for a stretch of days, due on a day.

    Before the due day, a target with a plan is judged by what is done, under way and still planned;
    one without a plan by whether it keeps pace with the days gone by.
    """
    over = as_of > due
    if numbers.most is not None and numbers.done > numbers.most:
        return Judgement.MISSED if over else Judgement.UNREACHABLE
    if numbers.done >= numbers.least:
        too_much = numbers.most is not None and numbers.done + numbers.ahead.least > numbers.most
        return Judgement.AT_RISK if too_much and not over else Judgement.MET
    if over:
        return Judgement.MISSED
    certain = numbers.done + numbers.under_way
    if numbers.planned is not None:
        verdict = _by_plan(numbers, numbers.planned, certain)
        too_much = numbers.most is not None and certain + numbers.ahead.least > numbers.most
        return Judgement.AT_RISK if too_much and verdict is Judgement.ON_TRACK else verdict
    if certain >= numbers.least:
        return Judgement.ON_TRACK
    gone = max((min(as_of, due) - days.start).days + 1, 0)
    whole = (due - days.start).days + 1
    left = (due - as_of).days
    leeway = whole if left * 10 > whole else 0  # one may be missing, but not in the last tenth
    keeps_pace = certain * whole >= numbers.least * gone - leeway
    return Judgement.ON_TRACK if keeps_pace else Judgement.AT_RISK


def _by_plan(numbers: Numbers, planned: Range, certain: Amount) -> Judgement:
    """The verdict by what is done and still ahead; what was planned and missed may be made up."""
    verdict = by_spare(_plus(numbers.ahead, certain - numbers.least))
    if verdict is not Judgement.UNREACHABLE:
        return verdict
    could_be_made_up = planned.most is None or planned.most >= numbers.least
    return Judgement.AT_RISK if could_be_made_up else verdict


def _plus(found: Range, number: Amount) -> Range:
    return Range(found.least + number, None if found.most is None else found.most + number)


def by_spare(spare: Range) -> Judgement:
    """The verdict on what is to spare: short even at best, to spare even at worst, or in between."""
    if spare.most is not None and spare.most < 0:
        return Judgement.UNREACHABLE
    return Judgement.ON_TRACK if spare.least > 0 else Judgement.AT_RISK


def worst(verdicts: Iterable[Judgement]) -> Judgement:
    """The gravest of several verdicts."""
    return max(verdicts, key=_BY_WEIGHT.index)


_BY_MERIT = (
    Judgement.MET,
    Judgement.EXEMPT,
    Judgement.ON_TRACK,
    Judgement.AT_RISK,
    Judgement.NO_DATA,
    Judgement.COUNTED,
    Judgement.UNREACHABLE,
    Judgement.MISSED,
)


def best(verdicts: Iterable[Judgement], number: int) -> Judgement:
    """What can be said when so many of several are enough: the verdict of the last that is needed."""
    return sorted(verdicts, key=_BY_MERIT.index)[number - 1]
