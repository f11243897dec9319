"""Official texts: every number has a source, every annex has data, clauses follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.stated import target_of
from pairing_cli.model.texts import (
    LEVELS,
    WORDS_OF_MENTORSHIP,
    Annex,
    OfficialText,
    names_in,
    paragraphs,
    stray,
)
from pairing_cli.rules.base import Case, rule

_SHOWN = 20
"""Characters of a paragraph that a message shows."""


def _meant(name: str, names: list[str]) -> Message:
    near = get_close_matches(name, names, n=1)
    return say("did-you-mean", name=near[0]) if near else say("nothing")


@rule("D001", Severity.ERROR)
def text_without_number(case: Case) -> Iterator[Problem]:
    """Everything in braces in an official text is one of its numbers, or a word of its form.

    ``{id}`` stands for an entry of the text's ``numbers``; an agreement or a pledge may also name its
    parties: ``{helper}``, ``{helped}``. Any other brace would be printed as it stands.
    """
    for entry in case.repo.texts:
        record = entry.record
        known = [*(number.id for number in record.numbers), *record.words]
        for field, source in _written(record):
            for name in names_in(source):
                if name not in known:
                    variant = "party" if name in WORDS_OF_MENTORSHIP else ""
                    yield problem(entry.place(field), variant, name=name, hint=_meant(name, known))
            brace = stray(source)
            if brace is not None:
                yield problem(entry.place(field), "brace", brace=brace)


def _written(record: OfficialText) -> Iterator[tuple[str, str]]:
    """What is printed of a text with numbers in it: field, and words."""
    yield "text", record.text
    if record.title is not None:
        yield "title", record.title


@rule("D002", Severity.WARNING)
def number_not_in_text(case: Case) -> Iterator[Problem]:
    """Every number of an official text is stated in it, once by its id.

    A number that nothing states was forgotten in the text, or is left over from an older one. Of two
    numbers with one id only one could ever be printed.
    """
    for entry in case.repo.texts:
        stated = {name for _, source in _written(entry.record) for name in names_in(source)}
        seen = set[str]()
        for number, each in enumerate(entry.record.numbers):
            place = entry.place("numbers", number, "id")
            if each.id in seen or each.id in entry.record.words:
                yield problem(place, "twice", name=each.id)
            elif each.id not in stated:
                yield problem(place, name=each.id)
            seen.add(each.id)


@rule("D003", Severity.ERROR)
def number_of_no_target(case: Case) -> Iterator[Problem]:
    """A number that comes from a target names a line that the table of targets has.

    Lines are named as ``pairing quota --format json`` names them: the target's id, the scope in
    brackets, and the parts on the way, as in ``placements[2018].teachers``.
    """
    if "quotas" in case.repo.broken:
        return
    ids = [entry.key for entry in case.repo.quotas]
    for entry in case.repo.texts:
        for number, each in enumerate(entry.record.numbers):
            if each.line is not None and target_of(case.repo, each.line) is None:
                place = entry.place("numbers", number, "line")
                yield problem(place, line=each.line, hint=_meant(each.line, ids))


@rule("D004", Severity.ERROR)
def annex_without_data(case: Case) -> Iterator[Problem]:
    """Every annex of an official text is known, and the programme has the data for it.

    An annex is one of leading-group, pairing-table, plan-table, rubric and quotas, or a schedule by
    its id. One that is announced and empty would go out to every school.
    """
    known = [*Annex, *(entry.key for entry in case.repo.schedules)]
    for entry in case.repo.texts:
        for number, name in enumerate(entry.record.annexes):
            place = entry.place("annexes", number)
            if name in list(Annex):
                if not _has(case.repo, Annex(name)):
                    yield problem(place, "empty", name=name)
            elif not case.repo.schedules.knows(name) and "schedules" not in case.repo.broken:
                yield problem(place, name=name, hint=_meant(name, known))


_NEEDS = {
    Annex.PAIRING_TABLE: "pairings",
    Annex.PLAN_TABLE: "plans",
    Annex.RUBRIC: "rubrics",
    Annex.QUOTAS: "quotas",
}


def _has(repo: Repository, annex: Annex) -> bool:
    if annex is Annex.LEADING_GROUP:
        programme = repo.programme
        return programme is None or programme.record.leading_group is not None
    needed = _NEEDS[annex]
    return needed in repo.broken or bool(len(repo.index(needed)))


@rule("D005", Severity.WARNING)
def clause_level_jumps(case: Case) -> Iterator[Problem]:
    """Clauses of an official text open one level at a time, and siblings have one level.

    Below ``#`` comes ``##``, or, in a text of two levels, ``###`` (一、 and then 1.); a section that
    has begun with one of them goes on with it. Otherwise the numbers would skip.
    """
    for entry in case.repo.texts:
        for variant, text in _jumps(entry.record):
            yield problem(entry.place("text"), variant, text=text[:_SHOWN])


def _jumps(record: OfficialText) -> Iterator[tuple[str, str]]:
    """The clauses at a level that they should not have: what is wrong, and how they begin."""
    above: list[int] = []
    below: dict[tuple[int, ...], int] = {}
    for paragraph in paragraphs(record.text):
        level = paragraph.level
        if not level:
            continue
        if level > LEVELS:
            yield "deep", paragraph.text
            continue
        while above and above[-1] >= level:
            above.pop()
        if level - (above[-1] if above else 0) > (2 if above == [1] else 1):
            yield "", paragraph.text
        elif below.setdefault(tuple(above), level) != level:
            yield "mixed", paragraph.text
        if level == 1:
            below = {}
        above.append(level)


_BY_HAND = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}[、，.．]|[(（][一二三四五六七八九十百]{1,4}[)）]"
    r"|[0-9０-９]{1,2}(?:[.．、](?![0-9])|[)）])|[(（][0-9０-９]{1,2}[)）]|[①-⑳]"
)


@rule("D006", Severity.WARNING)
def clause_numbered_by_hand(case: Case) -> Iterator[Problem]:
    """No clause of an official text begins with a number typed by hand.

    The tool numbers clauses 一、, （一）, 1., （1）; a typed number would be printed twice, and would be
    wrong as soon as a clause is added.
    """
    for entry in case.repo.texts:
        for found in _numbered(entry):
            yield problem(entry.place("text"), text=found[:_SHOWN])


def _numbered(entry: Entry[OfficialText]) -> Iterator[str]:
    for paragraph in paragraphs(entry.record.text):
        if paragraph.level and _BY_HAND.match(paragraph.text):
            yield paragraph.text


RULES = (
    text_without_number,
    number_not_in_text,
    number_of_no_target,
    annex_without_data,
    clause_level_jumps,
    clause_numbered_by_hand,
)
