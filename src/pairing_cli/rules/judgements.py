"""Ratings, surveys, findings, waivers, and the programme's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pairing_cli.model.base import Record, reachable
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Rating, SurveyResult
from pairing_cli.model.places import At
from pairing_cli.model.programme import Status
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.rubrics import requirements


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
        mark = (record.item, case.repo.pairings.key(record.pairing), record.term, record.date)
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
            mark = (case.repo.pairings.key(result.pairing), result.date)
            if first.setdefault(mark, result) is not result:
                place = entry.place("results", number)
                yield problem(place, pairing=result.pairing, date=result.date)


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


@rule("J008", Severity.ERROR)
def finding_without_effect(case: Case) -> Iterator[Problem]:
    """A finding about a pairing's documents is about a kind that is asked for outside activities.

    For a document of an activity, name the activity; otherwise the finding touches no item.
    """
    if not len(case.repo.rubrics) or "rubrics" in case.repo.broken:
        return
    types = case.repo.document_types
    asked = {
        types.key(name)
        for requirement, _ in requirements(case.repo)
        if requirement.activities is None
        for document in requirement.documents
        for name in document.type
    }
    for entry in case.repo.findings:
        if entry.record.pairing is not None:
            about = {types.key(name) for name in entry.record.document}
            if asked.isdisjoint(about):
                yield problem(entry.place("document"), types=tuple(entry.record.document))


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


@lru_cache(maxsize=256)
def _worth_reading(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that hold free texts, or records that do."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if name in _FREE or any(_FREE & set(m.model_fields) for m in reachable(info.annotation))
    )


def _texts_of(record: Record, at: At) -> Iterator[tuple[str, At]]:
    for key in _worth_reading(type(record)):
        value = getattr(record, key)
        if type(value) is str:
            yield value, at.sub(key)
        elif isinstance(value, Record):
            yield from _texts_of(value, at.sub(key))
        elif type(value) is tuple:
            for number, each in enumerate(value):
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
    finding_without_effect,
    placeholder_left,
    contradiction_open,
)
