"""Dates: stretches run forwards, and things happen inside what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.dates import Days, one_day
from pairing_cli.model.diagnostics import Problem, Severity, problem, said
from pairing_cli.model.lengths import Length, LengthUnit
from pairing_cli.model.places import At
from pairing_cli.model.programme import Programme
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.selections import Scope
from pairing_cli.model.words import Written
from pairing_cli.rules.base import Case, Reach, rule
from pairing_cli.rules.rubrics import requirements


@lru_cache(maxsize=256)
def _stretches(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold stretches of days: attribute, and key in the files."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if Days in (info.annotation, *map(_bare, get_args(info.annotation)))
    )


def _bare(annotation: Any) -> Any:
    """An annotation without what `Annotated` adds to it."""
    return getattr(annotation, "__origin__", annotation)


def programme_period(repo: Repository) -> Days | None:
    """The programme's period; None when there is none, or it ends before it starts (T001)."""
    if repo.programme is None:
        return None
    period = repo.programme.record.period
    return period if period.start <= period.end else None


def _periods(repo: Repository) -> Iterator[tuple[Days, At]]:
    if repo.programme is not None:
        programme, at = repo.programme.record, repo.programme.at
        yield programme.period, at.sub("period")
        for number, phase in enumerate(programme.phases):
            if phase.period is not None:
                yield phase.period, at.sub("phases", number, "period")
    for key in ("terms", *COLLECTIONS):
        for entry in repo.index(key):
            for name, written in _stretches(type(entry.record)):
                days = getattr(entry.record, name)
                if days is not None:
                    yield days, entry.place(written)


@rule("T001", Severity.ERROR, reach=Reach.RECORD)
def ends_before_start(case: Case) -> Iterator[Problem]:
    """A stretch of days ends on or after the day it starts.

    Write the first day before the last: 2020-04-15 to 2020-04-16.
    """
    for days, at in _periods(case.repo):
        if days.end < days.start:
            yield problem(at, start=days.start, end=days.end)


@rule("T002", Severity.ERROR)
def terms_overlap(case: Case) -> Iterator[Problem]:
    """Terms follow each other in time and share no day.

    An activity on a day of two terms would count in both, or in neither.
    """
    earlier = None
    for later in case.repo.terms:
        if earlier is not None and later.record.period.start <= earlier.record.period.end:
            yield problem(
                later.place("period"),
                term=later.record.title,
                other=earlier.record.title,
                end=earlier.record.period.end,
            )
        if earlier is None or later.record.period.end > earlier.record.period.end:
            earlier = later


@rule("T003", Severity.WARNING)
def term_outside_programme(case: Case) -> Iterator[Problem]:
    """A term lies, in part at least, inside the programme's period.

    Terms may begin a little before the programme; one that shares no day with it is a slip.
    """
    period = programme_period(case.repo)
    for entry in case.repo.terms if period else ():
        if period and not entry.record.period.overlaps(period):
            yield problem(
                entry.place("period"), term=entry.record.title, start=period.start, end=period.end
            )


@rule("T004", Severity.ERROR, reach=Reach.RECORD)
def activity_outside_programme(case: Case) -> Iterator[Problem]:
    """An activity happens between the first and the last day of its programme.

    A wrong year is the usual cause. An activity of another year belongs to that year's programme. Only
    a posting of a month or more (挂职、支教) may go on beyond the last day.
    """
    period = programme_period(case.repo)
    for entry in case.repo.activities if period else ():
        days = entry.record.days
        if period and not _belongs(days, period):
            date = said(days)
            yield problem(entry.place("date"), date=date, start=period.start, end=period.end)


def _belongs(days: Days, period: Days) -> bool:
    """Whether a stretch lies in a period; a month or more may go on beyond it."""
    return days.within(period) or (days.start in period and _MONTH.reached_by(days))


_MONTH = Length(1, LengthUnit.MONTH)


@rule("T005", Severity.WARNING, reach=Reach.RECORD)
def activity_outside_terms(case: Case) -> Iterator[Problem]:
    """An activity begins inside a term.

    What happens in the holidays belongs to no term, so it fills no term's requirement. Where that is
    not meant, let the term's period reach further. Said only where something is counted by term.
    """
    terms = [entry.record.period for entry in case.repo.terms]
    period = programme_period(case.repo)
    if not terms or period is None or any(term.end < term.start for term in terms):
        return
    if not _by_term(case.repo):
        return
    for entry in case.repo.activities:
        start = entry.record.days.start
        if start in period and not any(start in term for term in terms):
            yield problem(entry.place("date"), date=start)


def _by_term(repo: Repository) -> bool:
    """Whether anything is counted or scored by term."""
    targets = any(Scope.TERM in entry.record.per for entry in repo.quotas)
    return targets or any(
        requirement.per is not None or requirement.term is not None
        for requirement, _ in requirements(repo)
    )


@rule("T006", Severity.ERROR, reach=Reach.RECORD)
def activity_outside_pairing(case: Case) -> Iterator[Problem]:
    """An activity happens while its pairing is valid.

    Correct the date, or the pairing's period.
    """
    period = programme_period(case.repo)
    for entry in case.repo.activities:
        pairing = case.repo.pairings.get(entry.record.pairing)
        valid = pairing.period if pairing else None
        inside = period is None or _belongs(entry.record.days, period)
        if valid is not None and inside and not _belongs(entry.record.days, valid):
            yield problem(
                entry.place("date"),
                date=said(entry.record.days),
                pairing=entry.record.pairing,
                start=valid.start,
                end=valid.end,
            )


@rule("T007", Severity.ERROR, reach=Reach.RECORD)
def document_before_activity(case: Case) -> Iterator[Problem]:
    """A document written after an activity is received on or after the day it begins.

    Plans and notices come before it (their type says ``written: before``), records and reports
    cannot. Check the date received, or the type.
    """
    for filed in case.documents:
        received, activity = filed.document.received, filed.activity
        if activity is None or received >= activity.record.days.start:
            continue
        kind = case.repo.document_types.get(filed.document.type)
        if kind is not None and kind.written is Written.AFTER:
            yield problem(
                filed.at.sub("received"),
                type=kind.title,
                received=received,
                date=activity.record.days.start,
            )


@rule("T008", Severity.WARNING, reach=Reach.RECORD)
def in_the_future(case: Case) -> Iterator[Problem]:
    """An activity's or a document's date is not later than today.

    The log holds what was done and handed in; what is still to come belongs into the plan. Dates
    after the day of a check do not exist for it.
    """
    period = programme_period(case.repo)
    for entry in case.repo.activities:
        inside = period is None or entry.record.days.within(period)
        if inside and entry.record.days.start > case.today:
            yield problem(entry.place("date"), date=entry.record.days.start, today=case.today)
    for filed in case.documents:
        received = filed.document.received
        if received > case.today:
            yield problem(filed.at.sub("received"), date=received, today=case.today)


@rule("T009", Severity.ERROR)
def decisions_in_order(case: Case) -> Iterator[Problem]:
    """The decisions on a finding stand in order of time, none before the finding itself.

    The last decision holds, so their order must be beyond doubt.
    """
    for entry in case.repo.findings:
        earlier = entry.record.date
        for number, decision in enumerate(entry.record.decisions):
            if decision.date < earlier:
                place = entry.place("decisions", number, "date")
                yield problem(place, date=decision.date, earlier=earlier)
            earlier = max(earlier, decision.date)


@rule("T010", Severity.WARNING)
def step_outside_programme(case: Case) -> Iterator[Problem]:
    """The programme's steps and milestones lie inside its period.

    Check the year.
    """
    period = programme_period(case.repo)
    if case.repo.programme is None or period is None:
        return
    for days, title, place in _steps(case.repo.programme):
        if not days.within(period):
            yield problem(place, date=said(days), title=title, start=period.start, end=period.end)


def _steps(programme: Entry[Programme]) -> Iterator[tuple[Days, str, At]]:
    """Every day and stretch of the programme's steps and milestones, with its place."""
    for number, phase in enumerate(programme.record.phases):
        if phase.period is not None:
            yield phase.period, phase.title, programme.place("phases", number, "period")
        if phase.due is not None:
            yield one_day(phase.due), phase.title, programme.place("phases", number, "due")
    for number, milestone in enumerate(programme.record.milestones):
        place = programme.place("milestones", number, "due")
        yield one_day(milestone.due), milestone.title, place


RULES = (
    ends_before_start,
    terms_overlap,
    term_outside_programme,
    activity_outside_programme,
    activity_outside_terms,
    activity_outside_pairing,
    document_before_activity,
    in_the_future,
    decisions_in_order,
    step_outside_programme,
)
