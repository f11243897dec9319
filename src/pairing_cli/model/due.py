"""When something is due: a rule, an activity or a term, and how the programme counts days."""

from __future__ import annotations

from datetime import date

from pairing_cli.model.dates import Anchor, Days, Due, Month, plus
from pairing_cli.model.workdays import WorkCalendar


def due_day(
    rule: Due,
    *,
    activity: Days | None,
    term: Days | None,
    calendar: WorkCalendar,
    end_day_counts: bool = False,
) -> date | None:
    """The due date; None when the rule needs an activity or a term and there is none.

    "3 days after the activity" with an activity that ended on 04-01 is 04-04, or 04-03 where the
    programme counts the day of the end as day 1 (``end_day_counts``).
    """
    if rule.anchor is Anchor.DAY:
        return rule.day
    start = _anchor(rule.anchor, activity, term)
    if start is None:
        return None
    counted_in = end_day_counts and rule.anchor is Anchor.ACTIVITY_END and rule.offset > 0
    offset = rule.offset - 1 if counted_in else rule.offset
    return calendar.after(start, offset) if rule.working else plus(start, offset)


def _anchor(anchor: Anchor, activity: Days | None, term: Days | None) -> date | None:
    match anchor:
        case Anchor.ACTIVITY_END:
            return activity.end if activity else None
        case Anchor.ACTIVITY_START:
            return activity.start if activity else None
        case Anchor.MONTH_END:
            return Month.of(activity.end).days.end if activity else None
        case Anchor.TERM_START:
            return term.start if term else None
        case _:
            return term.end if term else None
