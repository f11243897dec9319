"""The calendar of deadlines → iCalendar (RFC 5545), the same bytes for the same programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from pairing_cli.model.agenda import Deadline
from pairing_cli.model.programme import Programme
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen


def as_ics(
    programme: Programme,
    deadlines: Iterable[Deadline],
    names: Mapping[str, str],
    places: Places,
    screen: Screen,
) -> str:
    """A calendar of all-day events.

    An event's UID is made of the programme's id and the deadline's, so that importing a later state
    moves events instead of doubling them. ``names`` are the titles of pairings by their keys.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//pairing//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(programme.title))
    stamp = _stamp(programme)
    for each in deadlines:
        event = Event()
        event.add("uid", uid(programme.id, each.id))
        event.add("dtstamp", stamp)
        event.add("dtstart", each.start)
        event.add("dtend", _after(each.end))
        whose = names.get(each.pairing or "", "")
        title = screen.tell(each.title)
        event.add("summary", f"{clean(whose)}：{title}" if whose else title)
        event.add(
            "description", f"{screen.tell(each.about)}\n{each.at.file}:{places.line(each.at)}"
        )
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical().decode("utf-8")  # type: ignore[no-any-return]


def uid(programme: str, deadline: str) -> str:
    """An event's stable name."""
    return f"{sha256(f'{programme}/{deadline}'.encode()).hexdigest()[:24]}@pairing"


def _stamp(programme: Programme) -> datetime:
    """The day the programme was issued, or begins: never the clock, so that nothing changes by itself."""
    return datetime.combine(programme.issued_on or programme.period.start, time(), UTC)


def _after(day: date) -> date:
    """The day after: the end of an all-day event is not included in it."""
    return day + timedelta(1) if day < date.max else day
