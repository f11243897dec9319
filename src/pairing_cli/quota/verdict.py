"""What can be said of a target: met, on track, at risk, cannot be met, missed, no data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pairing_cli.model.dates import Days
from pairing_cli.model.results import Judgement, Range

_BY_WEIGHT = (
    Judgement.MET,
    Judgement.ON_TRACK,
    Judgement.NO_DATA,
    Judgement.AT_RISK,
    Judgement.UNREACHABLE,
    Judgement.MISSED,
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A target's numbers: what is asked, done, planned in all, and planned for what lies ahead."""

    least: int
    most: int | None
    done: int
    planned: Range | None
    ahead: int

    @property
    def remaining(self) -> int:
        """What is still missing from the least; a surplus is not negative."""
        return max(self.least - self.done, 0)

    @property
    def slack(self) -> Range | None:
        """Planned − target."""
        if self.planned is None:
            return None
        most = None if self.planned.most is None else self.planned.most - self.least
        return Range(self.planned.least - self.least, most)


def verdict_of(numbers: Numbers, as_of: date, days: Days, due: date) -> Judgement:
    """The verdict on a target for a stretch of days, due on a day.

    Before the due day, a target with a plan is judged by what is done and still planned; one
    without a plan by whether it keeps pace with the days gone by.
    """
    over = as_of > due
    if numbers.most is not None and numbers.done > numbers.most:
        return Judgement.MISSED if over else Judgement.UNREACHABLE
    if numbers.done >= numbers.least:
        return Judgement.MET
    if over:
        return Judgement.MISSED
    if numbers.planned is not None:
        return _by_plan(numbers.done + numbers.ahead - numbers.least)
    gone = max((min(as_of, due) - days.start).days + 1, 0)
    whole = (due - days.start).days + 1
    keeps_pace = numbers.done * whole >= numbers.least * gone - whole
    return Judgement.ON_TRACK if keeps_pace else Judgement.AT_RISK


def _by_plan(spare: int) -> Judgement:
    if spare < 0:
        return Judgement.UNREACHABLE
    return Judgement.ON_TRACK if spare else Judgement.AT_RISK


def worst(verdicts: Iterable[Judgement]) -> Judgement:
    """The gravest of several verdicts."""
    return max(verdicts, key=_BY_WEIGHT.index)
