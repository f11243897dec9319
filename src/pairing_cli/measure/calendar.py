"""What was held, by pairing and month, and what each activity counts as."""

from __future__ import annotations

from collections.abc import Sequence

from pairing_cli.measure.carried import carried_out
from pairing_cli.measure.count import Counter
from pairing_cli.model.dates import Month, months_of
from pairing_cli.model.log import Activity
from pairing_cli.model.overview import ActivityCalendar, Mark, MonthCell, PairingYear
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Held


def activity_calendar(counter: Counter) -> ActivityCalendar:
    """Every pairing's activities by month, as of the counter's day.

    The months are those of the programme, and any others in which an activity began. Pairings stand
    in the order of the register.
    """
    view = counter.view
    begun = {Month.of(e.record.days.start) for found in view.activities.values() for e in found}
    months = tuple(sorted({*months_of(view.programme.period), *begun}))
    rows = tuple(
        _row(counter, entry.key, view.repository.title_of(entry.record), months)
        for entry in view.repository.pairings
    )
    sums = tuple(sum(row.cells[n].number for row in rows) for n in range(len(months)))
    most = max((cell.number for row in rows for cell in row.cells), default=0)
    return ActivityCalendar(view.programme.period, months, rows, sums, most)


def _row(counter: Counter, pairing: str, title: str, months: Sequence[Month]) -> PairingYear:
    tasks = [t for plan in counter.view.plans.get(pairing, ()) for t in plan.record.tasks]
    marks: dict[Month, list[Mark]] = {}
    for entry in counter.view.activities.get(pairing, ()):
        marks.setdefault(Month.of(entry.record.days.start), []).append(_mark(counter, entry))
    cells = tuple(
        _cell(
            counter,
            month,
            tuple(marks.get(month, ())),
            [(t.times, carried_out(counter.view, pairing, t)) for t in tasks if t.month == month],
        )
        for month in months
    )
    return PairingYear(pairing, title, sum(cell.number for cell in cells), cells)


def _cell(
    counter: Counter, month: Month, marks: tuple[Mark, ...], tasks: Sequence[tuple[int, int]]
) -> MonthCell:
    """A month; ``tasks`` are the plan's, how often each is planned and how often it was carried out."""
    planned = sum(times for times, _ in tasks)
    done = sum(min(times, held) for times, held in tasks)
    return MonthCell(
        month,
        sum(mark.held is Held.HELD for mark in marks),
        planned,
        done,
        done < planned and month.days.end <= counter.view.as_of,
        marks,
    )


def _mark(counter: Counter, entry: Entry[Activity]) -> Mark:
    repository, record = counter.view.repository, entry.record
    kind = repository.activity_kinds.get(record.kind)
    place = repository.organizations.get(record.at) if record.at else None
    held = counter.held(entry)
    return Mark(
        entry.key,
        record.days,
        kind.title if kind else record.kind,
        record.title or "",
        place.title if place else record.at or "",
        held.held,
        held.reason,
        entry.at,
    )
