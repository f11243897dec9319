"""The columns of a table of answers (答卷的列): whom an answer is about, its date, what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.model.repository import plain_name
from pairing_cli.model.surveys import Survey
from pairing_cli.model.tables import Table

WHOM = {
    "结对": "pairing",
    "pairing": "pairing",
    "单位": "organization",
    "organization": "organization",
    "姓名": "person",
    "person": "person",
}
"""Names of the column that says whom an answer is about, and what is named there."""

DATE = frozenset({"日期", "date"})
POINTS = frozenset({"分数", "points"})
LEVEL = frozenset({"等级", "level"})

BATCH = "批次"
"""The column that says with which file an answer came in."""

_WHO_ANSWERED = re.compile(
    "姓名|名字|签名|电话|手机|联系方式|身份证|学号|微信|qq|邮箱|填[写表]人|答卷人|[受被]访[人者]"
    "|name$|(?<![a-z])ip$|respondent|phone|mobile|e-?mail|wechat"
)
_SEPARATORS = re.compile("[;\t，；、|]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a table things stand, counted from 0; ``kind`` is what the column ``whom`` names."""

    whom: int
    kind: str
    date: int | None
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnSlip:
    """What is wrong with a header, where in it, and the name that is wanted or found."""

    variant: str
    column: int | None = None
    name: str = ""


def find_columns(table: Table, survey: Survey) -> Columns | list[ColumnSlip]:
    """The columns of a table that a survey needs, or why they cannot be told."""
    names = [plain_name(cell) for cell in table.header.cells]
    separator = _SEPARATORS.search(table.header.cells[0]) if len(names) == 1 else None
    if separator is not None:
        return [ColumnSlip("separator", 0, separator[0])]
    slips = list(_slips(names, survey))
    if slips:
        return slips
    whom = _whom(names)[0]
    dates = [number for number, name in enumerate(names) if name in DATE]
    answers = tuple(number for number, name in enumerate(names) if name in _wanted(survey))
    return Columns(whom, WHOM[names[whom]], dates[0] if dates else None, answers)


def _wanted(survey: Survey) -> frozenset[str]:
    """The names that the columns of answers may have."""
    if survey.questions:
        return frozenset(map(plain_name, survey.questions))
    return POINTS if survey.scale is None else LEVEL


def _whom(names: list[str]) -> list[int]:
    """The columns that say whom answers are about; persons only where nobody else is named."""
    found = [number for number, name in enumerate(names) if WHOM.get(name, "person") != "person"]
    return found or [number for number, name in enumerate(names) if WHOM.get(name) == "person"]


def _slips(names: list[str], survey: Survey) -> Iterator[ColumnSlip]:
    whom = _whom(names)
    if not whom:
        yield ColumnSlip("whom")
    for number in whom[1:]:
        yield ColumnSlip("several", number, names[number])
    if survey.date is None and DATE.isdisjoint(names):
        yield ColumnSlip("date")
    for question in survey.questions:
        if plain_name(question) not in names:
            yield ColumnSlip("question", None, question)
    if not survey.questions and _wanted(survey).isdisjoint(names):
        yield ColumnSlip("points" if survey.scale is None else "level")
    yield from _again(names, survey)


def _again(names: list[str], survey: Survey) -> Iterator[ColumnSlip]:
    """Columns of which there is one already."""
    asked = [frozenset((plain_name(each),)) for each in survey.questions] or [_wanted(survey)]
    for group in (DATE, *asked):
        for number in [number for number, name in enumerate(names) if name in group][1:]:
            yield ColumnSlip("again", number, names[number])


def tells_who(name: str) -> bool:
    """Whether a column of that name, as names are compared, says who answered, or how to reach them."""
    return _WHO_ANSWERED.search(name) is not None


def who_answered(table: Table, survey: Survey) -> list[int]:
    """The columns that say who gave the answers, or how to reach them."""
    names = [plain_name(cell) for cell in table.header.cells]
    used = {*_whom(names)} | {
        number for number, name in enumerate(names) if name in _wanted(survey) | DATE
    }
    return [number for number, name in enumerate(names) if number not in used and tells_who(name)]
