"""Surveys: within their scale, as many answers as asked for, and answers that can be read and name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from pairing_cli.model.answers import COLLECTIONS, Answers, Slip
from pairing_cli.model.base import Record
from pairing_cli.model.columns import ColumnSlip, find_columns, who_answered
from pairing_cli.model.diagnostics import Problem, Severity, Value, problem, say
from pairing_cli.model.figures import plain
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Index, plain_name
from pairing_cli.model.surveys import Survey
from pairing_cli.model.tables import Table
from pairing_cli.model.targets import Limits
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.references import nearest


class _Read(NamedTuple):
    """A survey with its answers."""

    entry: Entry[Survey]
    answers: Answers


@lru_cache(maxsize=1)
def _surveys(case: Case) -> tuple[_Read, ...]:
    """The surveys that name files of answers, each with these."""
    return tuple(
        _Read(entry, Answers(case.repo, entry.record))
        for entry in case.repo.surveys
        if entry.record.answers
    )


def _slips(case: Case, *kinds: str) -> Iterator[tuple[_Read, Slip]]:
    """What could not be read of answers."""
    for survey in _surveys(case):
        for slip in survey.answers.slips:
            if slip.kind in kinds:
                yield survey, slip


def _tables(case: Case) -> Iterator[tuple[Entry[Survey], Table]]:
    for survey in _surveys(case):
        for table in survey.answers.tables:
            yield survey.entry, table


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


@rule("J011", Severity.WARNING)
def sample_of_another_size(case: Case) -> Iterator[Problem]:
    """A survey's result rests on as many answers as its scheme asks for.

    Ask more people, or correct ``respondents``. The result counts all the same.
    """
    for entry in case.repo.surveys:
        for number, result in enumerate(entry.record.results):
            place = entry.place("results", number, "respondents")
            yield from _sample(entry.record.sample, place, result.respondents)
    for survey in _surveys(case):
        for (_, whom), found in survey.answers.results():
            sample = survey.entry.record.sample
            yield from _sample(sample, found.at[0], found.respondents, whom)


def _sample(sample: Limits | None, at: At, found: int, whom: str = "") -> Iterator[Problem]:
    if sample is not None and not sample.hold(Fraction(found)):
        least, most = (
            "–" if each is None else plain(each) for each in (sample.at_least, sample.at_most)
        )
        variant = "answers" if whom else ""
        yield problem(at, variant, found=found, least=least, most=most, whom=whom)


@rule("J020", Severity.ERROR)
def answers_unreadable(case: Case) -> Iterator[Problem]:
    """A survey's file of answers is a CSV file in the programme's folder, and can be read.

    The path is spelt as the file is, relative to the folder, with ``/``; no link leads to it. Each file
    is named once.
    """
    for entry in case.repo.surveys:
        seen: set[str] = set()
        for number, path in enumerate(entry.record.answers):
            place = entry.place("answers", number)
            table = case.repo.answers.get(path)
            if path in seen:
                yield problem(place, "twice", path=path)
            elif table is not None and table.trouble not in ("", "text", "quotes"):
                inside = table.trouble in ("empty", "rows", "cell")
                yield problem(table.at(table.line) if inside else place, table.trouble, path=path)
            seen.add(path)


@rule("J021", Severity.ERROR)
def column_missing(case: Case) -> Iterator[Problem]:
    """A file of answers has the columns that its survey needs, each once.

    Its first line names them: whom an answer is about (结对 ``pairing``, 单位 ``organization``, or 姓名
    ``person``), 分数 ``points`` or, with a scale, 等级 ``level``, or the survey's questions; and 日期
    ``date``, unless the survey states its own.
    """
    for entry, table in _tables(case):
        found = find_columns(table, entry.record)
        for slip in found if isinstance(found, list) else ():
            yield _column(table, slip)


def _column(table: Table, slip: ColumnSlip) -> Problem:
    column = () if slip.column is None else (slip.column,)
    return problem(table.at(table.header.line, *column), slip.variant, name=slip.name)


@rule("J022", Severity.ERROR)
def answer_about_nobody(case: Case) -> Iterator[Problem]:
    """Every answer is about somebody who is known, by id, title or alias.

    An answer about anybody else would be lost from every mean.
    """
    for _, slip in _slips(case, "nobody", *COLLECTIONS):
        collection = COLLECTIONS.get(slip.kind)
        if collection is None:
            yield problem(slip.at, "nobody", number=slip.number)
        elif collection not in case.repo.broken:
            yield from _doubtful(slip, collection, case.repo.index(collection))


def _doubtful(slip: Slip, collection: str, index: Index[Record]) -> Iterator[Problem]:
    """A name that is not known, or that several have."""
    several = len(index.candidates(slip.value)) > 1
    if index.knows(slip.value) and not several:  # a record of that name could not be read
        return
    near = None if several else nearest(slip.value, index)
    yield problem(
        slip.at,
        "several" if several else "",
        what=say(f"collection.{collection}"),
        name=_masked(slip.value) if slip.kind == "person" else slip.value,
        number=slip.number,
        hint=say("did-you-mean", name=near) if near else say("nothing"),
    )


def _masked(name: str) -> str:
    """A person's name of which only the first character is shown: it may be who answered."""
    return name[:1] + "*" * (len(name) - 1)


@rule("J023", Severity.ERROR)
def answer_out_of_range(case: Case) -> Iterator[Problem]:
    """The points of an answer are a number from 0 to the survey's full marks.

    An answer without them is left blank. What lies outside is not counted.
    """
    for survey, slip in _slips(case, "number", "range"):
        out_of = plain(survey.entry.record.out_of)
        variant = slip.kind if slip.kind == "number" else ""
        yield problem(slip.at, variant, value=slip.value, out_of=out_of, number=slip.number)


@rule("J024", Severity.ERROR)
def answer_of_no_level(case: Case) -> Iterator[Problem]:
    """An answer by level gives one of the levels of its survey's scale.

    Add the level to ``scale``, or correct the answer. What the scale lacks is not counted.
    """
    for survey, slip in _slips(case, "level"):
        levels = tuple(survey.entry.record.scale or ())
        yield problem(slip.at, value=slip.value, levels=levels, number=slip.number)


@rule("J025", Severity.ERROR)
def answer_of_no_day(case: Case) -> Iterator[Problem]:
    """The date of an answer is a day, as 2020-12-08 or as spreadsheets write it.

    One that is left blank is that of the survey, which then states its ``date``.
    """
    for _, slip in _slips(case, "day", "no-day"):
        variant = "absent" if slip.kind == "no-day" else ""
        yield problem(slip.at, variant, value=slip.value, number=slip.number)


@rule("J026", Severity.ERROR)
def answers_not_anonymous(case: Case) -> Iterator[Problem]:
    """A file of answers does not say who gave them.

    Delete columns of names, telephone numbers, addresses on the net and the like before the file is
    committed; git keeps every version for ever (docs/privacy.md).
    """
    for entry, table in _tables(case):
        for column in who_answered(table, entry.record):
            place = table.at(table.header.line, column)
            yield problem(place, name=table.header.cell(column).strip())


@rule("J027", Severity.ERROR)
def row_of_another_shape(case: Case) -> Iterator[Problem]:
    """A line of answers has no more cells than the first line, and its quotes are closed.

    A comma inside an answer needs double quotes around it; otherwise everything behind it moves by one
    column.
    """
    for survey in _surveys(case):
        for path in dict.fromkeys(survey.entry.record.answers):
            table = case.repo.answers.get(path)
            if table is not None and table.trouble == "quotes":
                yield problem(table.at(table.line), "quotes")
    for _, slip in _slips(case, "longer"):
        yield problem(slip.at, cells=slip.value, number=slip.number)


@rule("J028", Severity.ERROR)
def scale_outside_the_marks(case: Case) -> Iterator[Problem]:
    """A scale stays within its survey's full marks; a share counts its levels, out of 100.

    Two levels that differ in blanks or full-width forms only could not be told apart.
    """
    for entry in case.repo.surveys:
        survey, seen = entry.record, dict[str, str]()
        for level, points in (survey.scale or {}).items():
            place, facts = entry.place("scale", level), {"level": level}
            other = seen.setdefault(plain_name(level), level)
            if other != level:
                yield problem(entry.at.name("scale", level), "same", **facts, other=other)
            elif points > survey.out_of:
                out_of = plain(survey.out_of)
                yield problem(place, **facts, points=plain(points), out_of=out_of)
        yield from _share(entry)


def _share(entry: Entry[Survey]) -> Iterator[Problem]:
    survey = entry.record
    levels: tuple[Value, ...] = tuple(survey.scale or ())
    for number, level in enumerate(survey.counts_as):
        if level not in levels:
            yield problem(entry.place("counts_as", number), "level", level=level, levels=levels)
    if survey.counts_as and survey.out_of != 100:
        yield problem(entry.place("out_of"), "share", out_of=plain(survey.out_of))


RULES = (
    mean_too_high,
    sample_of_another_size,
    answers_unreadable,
    column_missing,
    answer_about_nobody,
    answer_out_of_range,
    answer_of_no_level,
    answer_of_no_day,
    answers_not_anonymous,
    row_of_another_shape,
    scale_outside_the_marks,
)
