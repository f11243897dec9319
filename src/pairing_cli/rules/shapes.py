"""Shapes of pairings: areas and schools at once, pairings that follow another, members that come and go."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.diagnostics import Problem, Severity, problem, say
from pairing_cli.model.parties import Level, Pairing, SideMember
from pairing_cli.model.places import Route
from pairing_cli.model.programme import Side
from pairing_cli.rules.base import Case, Reach, rule
from pairing_cli.rules.times import programme_period


@rule("P016", Severity.ERROR)
def within_no_area(case: Case) -> Iterator[Problem]:
    """The pairing that another lies within is one of areas.

    双轨: districts help zones, and schools of the one help schools of the other.
    """
    for entry in case.repo.pairings:
        outer = case.repo.pairings.find(entry.record.within) if entry.record.within else None
        if outer is None:
            continue
        if outer.record.level is not Level.AREA or outer.key == entry.key:
            yield problem(entry.place("within"), pairing=outer.key, level=outer.record.level.value)


@rule("P017", Severity.ERROR)
def took_over_too_early(case: Case) -> Iterator[Problem]:
    """A pairing that took over from another begins after that one has ended.

    Give both their period: what was held before the change stays with the old pairing.
    """
    period = programme_period(case.repo)
    for entry in case.repo.pairings:
        earlier = case.repo.pairings.find(entry.record.replaces) if entry.record.replaces else None
        if earlier is None or period is None:
            continue
        ended = (earlier.record.period or period).end
        began = (entry.record.period or period).start
        if ended >= began:
            yield problem(entry.place("replaces"), pairing=earlier.key, ended=ended, began=began)


def _members(pairing: Pairing) -> tuple[SideMember, ...]:
    return (*pairing.helper, *pairing.helped)


@rule("P018", Severity.ERROR, reach=Reach.RECORD)
def after_leaving(case: Case) -> Iterator[Problem]:
    """A school takes part in a pairing's activities while it belongs to it.

    A member that joined late or left early has a period of its own.
    """
    if not any(
        member.period for pairing in case.repo.pairings for member in _members(pairing.record)
    ):
        return
    for entry in case.repo.activities:
        found = case.repo.pairings.find(entry.record.pairing)
        if found is None:
            continue
        periods = {
            case.repo.organizations.key(member.organization): member.period
            for side in Side
            for member in found.record.members(side)
            if member.period is not None
        }
        names: list[tuple[Route, str]] = [
            (("participants", n, "from"), line.from_)
            for n, line in enumerate(entry.record.participants)
        ]
        if entry.record.at is not None:
            names.append((("at",), entry.record.at))
        for route, name in names if periods else ():
            period = periods.get(case.repo.organizations.key(name))
            if period is not None and entry.record.days.start not in period:
                yield problem(
                    entry.place(*route),
                    name=name,
                    days=say("days", start=period.start, end=period.end),
                )


@rule("P019", Severity.WARNING)
def signed_after_the_end(case: Case) -> Iterator[Problem]:
    """An agreement is signed, and a pairing filed, before the pairing ends.

    Correct the date or the period.
    """
    for entry in case.repo.pairings:
        period = entry.record.period or programme_period(case.repo)
        for field in ("signed_on", "filed_on"):
            day = getattr(entry.record, field)
            if period is not None and day is not None and day > period.end:
                yield problem(entry.place(field), date=day, end=period.end)


RULES = (within_no_area, took_over_too_early, after_leaving, signed_after_the_end)
