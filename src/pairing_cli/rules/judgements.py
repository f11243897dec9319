"""Ratings, surveys, findings and waivers: within bounds, once, and with an effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.figures import plain
from pairing_cli.model.judgements import Rating
from pairing_cli.model.opinions import self_rating
from pairing_cli.model.repository import Entry
from pairing_cli.model.rubric import Item, Part, earnings
from pairing_cli.model.surveys import SurveyResult
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.measures import measures_of
from pairing_cli.rules.rubrics import requirements, titles

SUBJECTS = {"pairing": "pairing", "school": "organization", "person": "person"}
"""The field that says whom a rating is about, by what its rubric assesses."""


def _rated(case: Case) -> Iterator[tuple[Entry[Rating], Item | Part]]:
    """Every rating with the item it is for; two rubrics may have an item in common, told apart then."""
    for entry in case.repo.ratings:
        told: list[Item | Part] = []
        for rubric in case.repo.rubrics:
            about = getattr(entry.record, SUBJECTS[rubric.record.unit]) is not None
            for item in rubric.record.all_items() if about else ():
                if item.id == entry.record.item and item not in told:
                    told.append(item)
                    yield entry, item


@rule("J001", Severity.ERROR)
def rating_too_high(case: Case) -> Iterator[Problem]:
    """A rating gives no more points than its item has; by term, no more than the term's share.

    Where the item states the fewest points that are given (``at_least``), it gives those, more, or
    none. Correct the points, or the item.
    """
    for entry, item in _rated(case):
        given = entry.record.points
        if given is None or not (item.rating or item.raters):
            continue
        terms = len(case.repo.terms) if item.opinion and item.opinion.per else 1
        most = item.worth / max(terms, 1)
        least = item.rating.at_least if item.rating else None
        facts = {"points": plain(given), "item": item.title}
        if given > most:
            yield problem(entry.place("points"), **facts, most=plain(most))
        elif least is not None and 0 < given < least:
            yield problem(entry.place("points"), "too-low", **facts, least=plain(least))


@rule("J010", Severity.ERROR)
def level_not_in_the_table(case: Case) -> Iterator[Problem]:
    """A rating gives what its item asks for: one of its levels, or points.

    A level that the table does not have, or points where a level is asked, would not count.
    """
    for entry, item in _rated(case):
        level = entry.record.level
        if item.opinion is None:
            continue
        if item.levels is None:
            if level is not None:
                yield problem(entry.place("level"), "points", item=item.title)
        elif level not in item.levels.table:
            place = entry.place("level" if level is not None else "points")
            yield problem(place, item=item.title, levels=tuple(item.levels.table))


def _whom(case: Case, record: Rating | SurveyResult) -> tuple[str, str]:
    """Whom a rating or a result is about: the collection, and the key in it."""
    repo = case.repo
    if record.pairing is not None:
        return "pairings", repo.pairings.key(record.pairing)
    if record.organization is not None:
        return "organizations", repo.organizations.key(record.organization)
    return "people", repo.people.key(record.person or "")


@rule("J002", Severity.ERROR)
def rated_twice(case: Case) -> Iterator[Problem]:
    """An item of a pairing is rated once on a day.

    Of several ratings the latest counts; two of the same day leave open which one.
    """
    first: dict[tuple[object, ...], Entry[Rating]] = {}
    for entry in case.repo.ratings:
        record = entry.record
        term = case.repo.terms.key(record.term) if record.term else None
        found = [each.record for each in case.repo.items.candidates(record.item)]
        several = (record.as_, record.by) if not found or any(i.raters for i in found) else ()
        mark = (case.repo.items.key(record.item), _whom(case, record), term, record.date, several)
        earlier = first.setdefault(mark, entry)
        if earlier is not entry:
            yield problem(entry.at, rating=entry.key, other=earlier.key)


@rule("J003", Severity.ERROR)
def item_not_rated(case: Case) -> Iterator[Problem]:
    """A rating is for an item whose points a person gives.

    Points of other items come from documents or a survey; a rating for them changes nothing.
    """
    for entry in case.repo.ratings:
        found = [each.record for each in case.repo.items.candidates(entry.record.item)]
        if found and not any(item.opinion for item in found):
            yield problem(entry.place("item"), item=found[0].title)


@rule("J005", Severity.ERROR)
def surveyed_twice(case: Case) -> Iterator[Problem]:
    """A survey has one result for a pairing on a day.

    Of several results the latest counts; two of the same day leave open which one.
    """
    for entry in case.repo.surveys:
        first: dict[tuple[object, ...], SurveyResult] = {}
        for number, result in enumerate(entry.record.results):
            mark = (_whom(case, result), result.date)
            if first.setdefault(mark, result) is not result:
                place = entry.place("results", number)
                yield problem(place, pairing=_whom(case, result)[1], date=result.date)


@rule("J006", Severity.ERROR)
def waiver_of_another(case: Case) -> Iterator[Problem]:
    """A waiver for an activity is given to the pairing whose activity it is.

    Otherwise it has no effect.
    """
    for entry in case.repo.waivers:
        pairing = entry.record.pairing
        name = entry.record.activity
        activity = case.repo.activities.get(name) if name else None
        if activity is None or pairing is None or name is None:
            continue
        if case.repo.pairings.key(activity.pairing) != case.repo.pairings.key(pairing):
            yield problem(entry.place("activity"), activity=name, pairing=activity.pairing)


@rule("J007", Severity.WARNING)
def waiver_without_limits(case: Case) -> Iterator[Problem]:
    """A waiver says what it is for: an activity, an item, a term, or a kind of document.

    One that only names a pairing moves or excuses everything the pairing owes.
    """
    for entry in case.repo.waivers:
        pairing = entry.record.pairing
        if pairing and not entry.record.given("activity", "item", "term", "document", "quota"):
            yield problem(entry.at, waiver=entry.key, pairing=pairing)


@rule("J015", Severity.WARNING)
def waiver_of_what_is_counted(case: Case) -> Iterator[Problem]:
    """A waiver for an item that asks for no documents excuses the item as a whole.

    Only documents can come later, or be excused one by one. Write ``excused: true`` with the item alone,
    or give what was missing back by a finding that is overturned.
    """
    for entry in case.repo.waivers:
        found = case.repo.items.candidates(entry.record.item or "")
        asks = any(
            earning.requires
            for each in found
            for _, earning in (
                earnings(each.record) if isinstance(each.record, Item) else [((), each.record)]
            )
        )
        if found and not asks and not entry.record.of_item:
            yield problem(entry.place("item"), item=found[0].record.title)


@rule("J008", Severity.ERROR)
def finding_without_effect(case: Case) -> Iterator[Problem]:
    """A finding about a pairing's documents is about a kind that is asked for outside activities.

    For a document of an activity, name the activity; otherwise the finding touches no item. One that a
    rubric counts, to add or to deduct for it, need not be about a document that is asked for.
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
    counted = {measure.findings for _, measure, _ in measures_of(case.repo)}
    for entry in case.repo.findings:
        if entry.record.document and entry.record.pairing and entry.record.verdict not in counted:
            about = {types.key(name) for name in entry.record.document}
            if asked.isdisjoint(about):
                about_these = titles(case.repo, entry.record.document)
                yield problem(entry.place("document"), types=about_these)


@rule("J009", Severity.ERROR)
def rating_of_which_term(case: Case) -> Iterator[Problem]:
    """A rating states its term where the item is rated by term, and only there.

    Otherwise nobody knows what it is for: it is not counted, or counted for the year. Write
    ``rating: {by: …, per: term}`` in the rubric where every term is rated.
    """
    for entry, item in _rated(case):
        if item.opinion is None:
            continue
        by_term = item.opinion.per is not None
        if by_term and entry.record.term is None:
            yield problem(entry.at, "absent", item=item.title)
        elif entry.record.term is not None and not by_term:
            yield problem(entry.place("term"), item=item.title)


def _hint(word: str, known: Sequence[str]) -> Message:
    """What was probably meant."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return say("did-you-mean", name=near[0]) if near else say("nothing")


@rule("J012", Severity.ERROR)
def rater_unknown(case: Case) -> Iterator[Problem]:
    """Where several rate, a rating is for one of them, by ``as`` or by ``by``.

    A rating of anybody else has no weight and would not count.
    """
    for entry, item in _rated(case):
        if item.raters is None:
            continue
        own = (item.raters.self_by,) if item.raters.self_by else ()
        known = (*(rater.by for rater in item.raters.raters), *own)
        name = entry.record.as_ or entry.record.by
        if name not in known:
            place = entry.place("as" if entry.record.as_ else "by")
            yield problem(place, name=name, known=known, hint=_hint(name, known))


@rule("J013", Severity.WARNING)
def self_rating_differs(case: Case) -> Iterator[Problem]:
    """A self-rating is near what the others gave.

    The rubric says from which difference on both are to be looked at again (``differs_over``).
    """
    groups: dict[tuple[object, ...], tuple[Item | Part, list[Entry[Rating]]]] = {}
    for entry, item in _rated(case):
        term = case.repo.terms.key(entry.record.term) if entry.record.term else None
        mark = (id(item), _whom(case, entry.record), term)
        groups.setdefault(mark, (item, []))[1].append(entry)
    for item, ratings in groups.values():
        found = self_rating(item.raters, ratings) if item.raters else None
        if found is not None and found.flagged:
            yield problem(
                found.at.place("points"),
                item=item.title,
                own=found.own,
                official=found.official,
                differs=Fraction(round(found.differs * 10), 10),
            )


@rule("J014", Severity.ERROR)
def rating_of_another_unit(case: Case) -> Iterator[Problem]:
    """A rating is about what its rubric assesses: a pairing, a school, or a person.

    A rating about anything else is never read.
    """
    field_of = SUBJECTS
    for entry in case.repo.ratings:
        key = case.repo.items.key(entry.record.item)
        stated = entry.record.given(*field_of.values())[0]
        asking = [
            rubric.record
            for rubric in case.repo.rubrics
            if any(item.id == key for item in rubric.record.all_items())
        ]
        if asking and all(field_of[rubric.unit] != stated for rubric in asking):
            rubric = asking[0]
            wanted = field_of[rubric.unit]
            yield problem(entry.place(stated), wanted=wanted, rubric=rubric.title)


RULES = (
    rating_too_high,
    rated_twice,
    item_not_rated,
    surveyed_twice,
    waiver_of_another,
    waiver_without_limits,
    finding_without_effect,
    rating_of_which_term,
    level_not_in_the_table,
    rater_unknown,
    self_rating_differs,
    rating_of_another_unit,
    waiver_of_what_is_counted,
)
