"""Rubrics: points add up, and everything asked for can be asked for, and handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from pairing_cli.model.assessed import PROFILES, asked, assessed
from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.figures import plain
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.requirements import DueRule, Requirement
from pairing_cli.model.rubric import OPINIONS, Item, Rubric, Section, earnings
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.measures import measures_of


def requirements(repo: Repository) -> Iterator[tuple[Requirement, At]]:
    """Every block of every rubric, with its place."""
    for rubric in repo.rubrics:
        for route, item in rubric.record.items():
            for inner, earning in earnings(item):
                for number, requirement in enumerate(earning.requires):
                    yield requirement, rubric.place(*route, *inner, "requires", number)


def _worth(section: Section, items: Iterable[Item]) -> Fraction:
    """What a section is worth in the total: its converted points, or the sum of its items."""
    if section.out_of is not None and section.points is not None:
        return section.points
    return sum((item.points or Fraction(0) for item in items), Fraction(0))


Asked = tuple[tuple[Section, tuple[Item, ...]], ...]
"""The sections, with their items, that are asked of somebody."""


def _asked(case: Case, rubric: Rubric) -> Iterator[tuple[Asked, str]]:
    """Everything that is asked of somebody, each only once, with the name of one it is asked of.

    Where everything is asked of everybody the name is empty.
    """
    if not any(section.only_for or item.only_for for section, item in _all(rubric)):
        yield tuple((section, section.items) for section in rubric.sections), ""
        return
    seen: set[tuple[str, ...]] = set()
    for unit in assessed(case.repo, rubric, case.today):
        sections: dict[str, tuple[Section, list[Item]]] = {}
        for section, item in asked(rubric, PROFILES[rubric.unit](case.repo, unit.key)):
            sections.setdefault(section.id, (section, []))[1].append(item)
        found = tuple((section, tuple(items)) for section, items in sections.values())
        mark = tuple(item.id for _, items in found for item in items)
        if mark not in seen:
            seen.add(mark)
            yield found, unit.key


def _all(rubric: Rubric) -> Iterator[tuple[Section, Item]]:
    for section in rubric.sections:
        yield from ((section, item) for item in section.items)


@rule("K001", Severity.ERROR)
def full_marks_differ(case: Case) -> Iterator[Problem]:
    """The items' points add up to the rubric's full marks; bonus stands beside them.

    Where not everything is asked of everybody, this holds for each. Correct the points, or the full
    marks; or let the other items share the points of one that is not asked (``otherwise: shared``).
    """
    for rubric in case.repo.rubrics:
        for found, name in _asked(case, rubric.record):
            total = sum((_worth(section, items) for section, items in found), Fraction(0))
            if total != rubric.record.full_marks:
                facts = {"total": plain(total), "whole": plain(rubric.record.full_marks)}
                of = {"of": name} if name else {}
                yield problem(rubric.place("full_marks"), "of" if name else "", **facts, **of)


@rule("K002", Severity.ERROR)
def section_differs(case: Case) -> Iterator[Problem]:
    """A section's points, where stated, are the sum of its items'.

    Where not every item is asked of everybody, this holds for each. Correct the points of the section
    or of its items.
    """
    for rubric in case.repo.rubrics:
        for number, section in enumerate(rubric.record.sections):
            if section.out_of is not None:
                yield from _conversion(rubric.place("sections", number), section)
        yield from _sections(case, rubric)


def _conversion(at: At, section: Section) -> Iterator[Problem]:
    """What a section that is converted lacks, or has too much."""
    if section.points is None:
        yield problem(at.sub("out_of"), "no-points", title=section.title)
    for index, item in enumerate(section.items):
        if item.points is None:
            yield problem(at.sub("items", index), "outside", title=item.title)


def _sections(case: Case, rubric: Entry[Rubric]) -> Iterator[Problem]:
    """The sections of which the stated points are not what their items add up to, each once."""
    told: set[str] = set()
    for found, name in _asked(case, rubric.record):
        for section, items in found:
            stated = section.out_of or section.points
            total = sum((item.points or Fraction(0) for item in items), Fraction(0))
            unfinished = section.out_of is not None and section.points is None
            if stated is None or stated == total or unfinished or section.id in told:
                continue
            told.add(section.id)
            field = "out_of" if section.out_of else "points"
            facts = {"title": section.title, "total": plain(total), "whole": plain(stated)}
            of = {"of": name} if name else {}
            place = rubric.place("sections", rubric.record.sections.index(section), field)
            yield problem(place, "of" if name else "", **facts, **of)


@rule("K003", Severity.ERROR)
def parts_differ(case: Case) -> Iterator[Problem]:
    """The parts of an item add up to the item's points.

    Correct the points of the item or of its parts.
    """
    for entry in case.repo.items:
        parts = getattr(entry.record, "parts", ())
        total = sum((part.points for part in parts), Fraction(0))
        if parts and total != entry.record.worth:
            yield problem(
                entry.place("points" if entry.record.points else "bonus"),
                title=entry.record.title,
                total=plain(total),
                whole=plain(entry.record.worth),
            )


@rule("K004", Severity.ERROR)
def no_due_date(case: Case) -> Iterator[Problem]:
    """Every document that a rubric asks for has a due date.

    State ``due`` for the block or for the document. Without it nobody can be late.
    """
    for requirement, at in requirements(case.repo):
        for number, document in enumerate(requirement.documents):
            if requirement.due_of(document) is None:
                place = at.sub("documents", number)
                yield problem(place, type=titles(case.repo, document.type))


def _due_rules(requirement: Requirement, at: At) -> Iterator[tuple[DueRule, At]]:
    """The due dates that a block states, for single documents and for the others."""
    if requirement.due is not None and any(not need.due for need in requirement.documents):
        yield requirement.due, at.sub("due")
    for number, document in enumerate(requirement.documents):
        if document.due is not None:
            yield document.due, at.sub("documents", number, "due")


@rule("K005", Severity.ERROR)
def due_date_without_anchor(case: Case) -> Iterator[Problem]:
    """A due date is reckoned from something that is there.

    "3 days after the activity" needs a block that asks for activities; "end of the term" a block
    that asks by term.
    """
    for requirement, at in requirements(case.repo):
        by_term = requirement.per is not None or bool(requirement.term)
        for stated, place in _due_rules(requirement, at):
            for due in stated.all:
                if due.needs_activity and requirement.activities is None:
                    yield problem(place, "activity", due=due.text)
                elif due.needs_term and not by_term:
                    yield problem(place, "term", due=due.text)


@rule("K006", Severity.ERROR)
def due_terms(case: Case) -> Iterator[Problem]:
    """Due dates given by term are given for the terms that are asked, and for each of them.

    Write ``due: {spring: 2020-06-30, autumn: 2020-12-20}``, with the ids of the programme's terms.
    """
    terms = {entry.key for entry in case.repo.terms}
    if "terms" in case.repo.broken or not terms:
        return
    for requirement, at in requirements(case.repo):
        asked = {case.repo.terms.key(name) for name in requirement.term} & terms
        asked = asked or (terms if requirement.per else set())
        for stated, place in _due_rules(requirement, at):
            if stated.always is not None:
                continue
            given = {case.repo.terms.key(name): name for name in stated.by_term}
            for key, name in sorted(given.items()):
                if key not in asked:
                    variant = "unasked" if key in terms else "unknown"
                    yield problem(place.name(name), variant, term=name)
            for key in sorted(asked - given.keys()):
                yield problem(place, "absent", term=key)


@rule("K007", Severity.ERROR)
def asked_twice(case: Case) -> Iterator[Problem]:
    """A block asks for a kind of document once of each side.

    Ask for more copies with ``copies``, or for another kind of document.
    """
    types = case.repo.document_types
    for requirement, at in requirements(case.repo):
        seen: set[tuple[frozenset[str], tuple[Side, ...]]] = set()
        for number, document in enumerate(requirement.documents):
            kinds = frozenset(types.key(name) for name in document.type)
            marks = {(kinds, sides) for sides in document.from_.instances}
            if marks & seen:
                place = at.sub("documents", number)
                yield problem(place, type=titles(case.repo, document.type))
            seen |= marks


def titles(repo: Repository, types: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of kinds of documents."""
    found = (repo.document_types.get(name) for name in types)
    return tuple(kind.title if kind else name for kind, name in zip(found, types, strict=True))


@rule("K008", Severity.ERROR)
def no_terms(case: Case) -> Iterator[Problem]:
    """A rubric or target that asks by term stands in a programme that has terms.

    Add ``terms`` to the programme.
    """
    if case.repo.programme is None or len(case.repo.terms):
        return
    for requirement, at in requirements(case.repo):
        if requirement.per:
            yield problem(at.sub("per"))
    for entry in case.repo.items:
        opinion = entry.record.opinion
        if opinion is not None and opinion.per:
            way = next(way for way in OPINIONS if getattr(entry.record, way) is opinion)
            yield problem(entry.place(way, "per"))
    for quota in case.repo.quotas:
        if "term" in quota.record.per:
            yield problem(quota.place("per"))


@rule("K009", Severity.NOTICE)
def type_never_used(case: Case) -> Iterator[Problem]:
    """Every kind of document is asked for or counted in a rubric, or has been handed in.

    One that is neither may be a slip: perhaps its id differs from the one the rubric asks for.
    """
    unread = case.repo.broken & {"rubrics", "activities", "submissions"}
    if not len(case.repo.rubrics) or unread or case.repo.activities.unread:
        return
    names = {
        name
        for requirement, _ in requirements(case.repo)
        for document in requirement.documents
        for name in document.type
    }
    names.update(name for _, measure, _ in measures_of(case.repo) for name in measure.of.document)
    names.update(case.repo.gist.types)
    used = {case.repo.document_types.key(name) for name in names}
    for entry in case.repo.document_types:
        if entry.key not in used:
            yield problem(entry.at, type=entry.record.title)


RULES = (
    full_marks_differ,
    section_differs,
    parts_differ,
    no_due_date,
    due_date_without_anchor,
    due_terms,
    asked_twice,
    no_terms,
    type_never_used,
)
