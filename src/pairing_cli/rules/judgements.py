"""Ratings, surveys, findings, waivers, and the programme's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Rating, SurveyResult
from pairing_cli.model.places import At
from pairing_cli.model.programme import Status
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.rules.base import Case, rule


@rule("J001", Severity.ERROR)
def rating_too_high(case: Case) -> Iterator[Problem]:
    """A rating gives no more points than its item has.

    Correct the points, or the item.
    """
    for entry in case.repo.ratings:
        item = case.repo.items.get(entry.record.item)
        if item is not None and entry.record.points > item.worth:
            yield problem(
                entry.place("points"),
                points=plain(entry.record.points),
                item=item.title,
                most=plain(item.worth),
            )


@rule("J002", Severity.ERROR)
def rated_twice(case: Case) -> Iterator[Problem]:
    """An item of a pairing is rated once on a day.

    Of several ratings the latest counts; two of the same day leave open which one.
    """
    first: dict[tuple[object, ...], Entry[Rating]] = {}
    for entry in case.repo.ratings:
        record = entry.record
        mark = (record.item, case.repo.pairings.key(record.pairing), record.term, record.on)
        earlier = first.setdefault(mark, entry)
        if earlier is not entry:
            yield problem(entry.at, rating=entry.key, other=earlier.key)


@rule("J003", Severity.ERROR)
def item_not_rated(case: Case) -> Iterator[Problem]:
    """A rating is for an item whose points a person gives.

    Points of other items come from documents or a survey; a rating for them changes nothing.
    """
    for entry in case.repo.ratings:
        item = case.repo.items.get(entry.record.item)
        if item is not None and item.rating is None:
            yield problem(entry.place("item"), item=item.title)


@rule("J004", Severity.ERROR)
def mean_too_high(case: Case) -> Iterator[Problem]:
    """A survey's mean is no higher than its full marks.

    Correct the mean, or ``out_of``.
    """
    for entry in case.repo.surveys:
        for number, result in enumerate(entry.record.results):
            if result.mean > entry.record.out_of:
                yield problem(
                    entry.place("results", number, "mean"),
                    mean=plain(result.mean),
                    out_of=plain(entry.record.out_of),
                )


@rule("J005", Severity.ERROR)
def surveyed_twice(case: Case) -> Iterator[Problem]:
    """A survey has one result for a pairing on a day.

    Of several results the latest counts; two of the same day leave open which one.
    """
    for entry in case.repo.surveys:
        first: dict[tuple[object, ...], SurveyResult] = {}
        for number, result in enumerate(entry.record.results):
            mark = (case.repo.pairings.key(result.pairing), result.on)
            if first.setdefault(mark, result) is not result:
                place = entry.place("results", number)
                yield problem(place, pairing=result.pairing, date=result.on)


@rule("J006", Severity.ERROR)
def waiver_of_another(case: Case) -> Iterator[Problem]:
    """A waiver for an activity is given to the pairing whose activity it is.

    Otherwise it has no effect.
    """
    for entry in case.repo.waivers:
        if entry.record.activity is None:
            continue
        activity = case.repo.activities.get(entry.record.activity)
        if activity is None:
            continue
        if case.repo.pairings.key(activity.pairing) != case.repo.pairings.key(entry.record.pairing):
            yield problem(
                entry.place("activity"), activity=entry.record.activity, pairing=activity.pairing
            )


@rule("J007", Severity.WARNING)
def waiver_without_limits(case: Case) -> Iterator[Problem]:
    """A waiver says what it is for: an activity, an item, a term, or a kind of document.

    One that only names a pairing moves or excuses everything the pairing owes.
    """
    for entry in case.repo.waivers:
        if not entry.record.given("activity", "item", "term", "document"):
            yield problem(entry.at, waiver=entry.key, pairing=entry.record.pairing)


@rule("C001", Severity.ERROR)
def placeholder_left(case: Case) -> Iterator[Problem]:
    """No placeholder is left in a final programme.

    ``xx县``, ``____``, ``**学校``, 另见详细方案 and TBD stand for something nobody has filled in. Fill
    it in, or set the programme's status to draft.
    """
    programme = case.repo.programme
    if programme is None or programme.record.status is not Status.FINAL:
        return
    for text, at in _texts(case.repo):
        found = _PLACEHOLDER.search(text)
        if found is not None:
            yield problem(at, text=found[0])


_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[xX×]{2,}(?![A-Za-z])|_{2,}|＿{2,}|\*{2,}|另见详细|\bTB[DC]\b|待定|待补"
)


def _texts(repo: Repository) -> Iterator[tuple[str, At]]:
    """Every text of a repository that people wrote freely."""
    if repo.programme is not None:
        yield from _texts_of(repo.programme.record, repo.programme.at)
    for key in COLLECTIONS:
        for entry in repo.index(key):
            yield from _texts_of(entry.record, entry.at)


_FREE = frozenset(
    {"title", "name", "work", "goal", "note", "criteria", "reason", "reading", "notice", "post"}
)


def _texts_of(record: BaseModel, at: At) -> Iterator[tuple[str, At]]:
    for key, value in record:
        if isinstance(value, str):
            if key in _FREE:
                yield value, at.sub(key)
        elif isinstance(value, Record):
            yield from _texts_of(value, at.sub(key))
        elif isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Record):
                    yield from _texts_of(each, at.sub(key, number))


@rule("C002", Severity.WARNING)
def contradiction_open(case: Case) -> Iterator[Problem]:
    """Every contradiction that a programme notes has a reading.

    Until it is decided how the clause is read, targets and scores rest on a guess.
    """
    if case.repo.programme is None:
        return
    for number, resolution in enumerate(case.repo.programme.record.resolutions):
        if resolution.reading is None:
            place = case.repo.programme.place("resolutions", number)
            yield problem(place, clause=resolution.clause)


RULES = (
    rating_too_high,
    rated_twice,
    item_not_rated,
    mean_too_high,
    surveyed_twice,
    waiver_of_another,
    waiver_without_limits,
    placeholder_left,
    contradiction_open,
)
