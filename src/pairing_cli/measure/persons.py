"""Distinct persons: a name is one person however often; a head count is as many as it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch, lines_of
from pairing_cli.measure.tally import Tally
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, said, say
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.repository import Entry, Repository, plain_name
from pairing_cli.model.selections import Lasting

Person = tuple[str, str]
"""The key of a person, and of the organization where it is not registered."""


def person_key(repository: Repository, line: Participants, name: str) -> Person:
    """Who a named participant is: the registered person, or the name with the organization."""
    known = repository.people.find(name)
    if known is not None:
        return known.key, ""
    return plain_name(name), repository.organizations.key(line.from_)


def person_title(line: Participants, activity: Activity) -> Message:
    """What people who took part are called in lists: who they are, and from when to when."""
    days = said(line.days or activity.days)
    return say("count.person", name=line.name or line.from_, days=days)


@dataclass(slots=True)
class _Seen:
    """A person's stretches so far, and the records they stand in."""

    stretches: list[Days] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)


def counted_persons(
    repository: Repository,
    selector: Selector,
    stretch: Stretch,
    entries: Iterable[Entry[Activity]],
) -> Iterator[Tally]:
    """Each record's persons: 1 where a person is met first, 0 where counted already.

    With a length asked for in total (累计), only persons whose stretches together reach it.
    """
    total = selector.in_total
    found: dict[Person, _Seen] = {}
    for entry in entries:
        for line in lines_of(selector, stretch, entry.record):
            title = person_title(line, entry.record)
            if line.name is None:
                if not total:
                    yield Tally(entry.at, title, line.heads, unnamed=line.heads)
                continue
            seen = found.setdefault(person_key(repository, line, line.name), _Seen())
            again = say("count.already") if seen.tallies else None
            seen.stretches.append(line.days or entry.record.days)
            seen.tallies.append(Tally(entry.at, title, 0 if again else 1, again))
    for seen in found.values():
        days = _together(seen.stretches, selector)
        if all(_reaches(each, days) for each in total):
            yield from seen.tallies
        else:
            note = say("count.in-total", found=days)
            yield from (Tally(each.at, each.title, 0, note) for each in seen.tallies)


def _together(stretches: list[Days], selector: Selector) -> int:
    """How many different days several stretches hold, up to the selector's day, unless as agreed."""
    agreed = any(each.as_agreed for each in selector.in_total)
    limit = date.max if agreed else selector.as_of or date.max
    total, last = 0, date.min.toordinal()
    for days in sorted(stretches):
        start, end = max(days.start.toordinal(), last), min(days.end, limit).toordinal()
        total += max(end - start + 1, 0)
        last = max(last, end + 1)
    return total


def _reaches(total: Lasting, days: int) -> bool:
    least = total.at_least or (total.between[0] if total.between else None)
    most = total.at_most or (total.between[1] if total.between else None)
    return (
        (least is None or days >= least.in_days)
        and (most is None or days <= most.in_days)
        and (total.below is None or days < total.below.in_days)
    )
