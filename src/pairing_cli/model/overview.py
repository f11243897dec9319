"""What a programme looks like as a whole on a day, made to be drawn: finished figures, exact.

Means, sums and counts are made by those who count and score; whoever draws them only scales them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pairing_cli.model.agenda import Agenda
from pairing_cli.model.dates import Days, Month
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.places import At
from pairing_cli.model.results import Held, QuotaLine, QuotaTable, ScoreSheet, State
from pairing_cli.model.targets import Amount


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost for one reason: the state of what lost them, how many points, in how many places."""

    state: State
    points: Fraction
    number: int


@dataclass(frozen=True, slots=True)
class ItemMean:
    """An item over all units it applies to (``among``): its mean, least and most points.

    ``maximum`` is the most that any of them can earn; ``bonus``: it stands on top of the full marks.
    """

    id: str
    title: str | Message
    maximum: Fraction
    mean: Fraction
    least: Fraction
    most: Fraction
    among: int
    bonus: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A score sheet with what is compared on it.

    ``mean`` is that of the totals, None where nobody is assessed; ``losses`` are those of all units
    together, most points first; ``losses_of`` those of each, by its key.
    """

    sheet: ScoreSheet
    mean: Fraction | None
    items: tuple[ItemMean, ...]
    losses: tuple[Loss, ...]
    losses_of: Mapping[str, tuple[Loss, ...]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An activity in a calendar: when, of what kind, what it was, and what it counts as."""

    id: str
    days: Days
    kind: str
    title: str
    place: str
    held: Held
    reason: Message
    at: At


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of a pairing.

    ``number``: how many of its activities count, which stand in the month in which they began;
    ``planned``: how many its plan has for the month, and ``carried_out`` how many of these; ``behind``:
    the month is over, and some are not.
    """

    month: Month
    number: int
    planned: int
    carried_out: int
    behind: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PairingYear:
    """A pairing's months, one for each of the calendar's; ``number``: how many activities count."""

    pairing: str
    title: str
    number: int
    cells: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True)
class ActivityCalendar:
    """What was held, by pairing and month.

    ``days`` are the programme's; ``sums`` the activities that count, by month; ``most`` the largest
    number in any cell.
    """

    days: Days
    months: tuple[Month, ...]
    rows: tuple[PairingYear, ...]
    sums: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All of a programme on a day: scores by rubric, targets, the activities, what is to be done."""

    as_of: date
    scored: tuple[Scored, ...]
    targets: QuotaTable
    calendar: ActivityCalendar
    agenda: Agenda


def progress(line: QuotaLine) -> Fraction | None:
    """How much of what a target asks for is there, from 0 to 1; None where no least is asked.

    It is reckoned from what is still missing, so that what one scope has too much never hides what
    another lacks.
    """
    return _part(line, None if line.target is None else line.target.least - line.remaining)


def planned_progress(line: QuotaLine) -> Fraction | None:
    """How much of what a target asks for is planned, from 0 to 1; None without either."""
    return _part(line, None if line.planned is None else line.planned.least)


def pace_progress(line: QuotaLine) -> Fraction | None:
    """How much of what a target asks for should be there by now, from 0 to 1."""
    return _part(line, line.pace)


def _part(line: QuotaLine, amount: Amount | None) -> Fraction | None:
    if line.target is None or not line.target.least or amount is None:
        return None
    return min(max(Fraction(amount) / Fraction(line.target.least), Fraction(0)), Fraction(1))
