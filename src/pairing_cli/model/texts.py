"""Official texts (公文文稿): prose in clauses that the tool numbers, with numbers that it counts.

A text is written line by line, as in a word processor: every line is a paragraph, blank lines are
nothing. One to four ``#`` open a clause of that level; its number is never typed. ``{name}`` stands
for a number of the text, or, in a document of a pairing, for one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.parties import Level, PairingRef
from pairing_cli.model.pools import FigureRef
from pairing_cli.model.scalars import Day, DaysField, Doc, Flag, Id, Name, OneOrMany, Positive
from pairing_cli.model.targets import Selection, Unit

LONGEST = 40_000
"""Longest official text, in characters."""


class TextForm(StrEnum):
    """What a text is issued as."""

    SCHEME = "scheme"
    WORK_PLAN = "work-plan"
    AGREEMENT = "agreement"
    PLEDGE = "pledge"
    ANNUAL_SUMMARY = "annual-summary"
    NOTICE = "notice"

    @property
    def between_parties(self) -> bool:
        """Whether it is signed by two parties, once for each pairing or teacher pair."""
        return self in (TextForm.AGREEMENT, TextForm.PLEDGE)


class Annex(StrEnum):
    """What may follow a text, beside schedules, which are named by their id."""

    LEADING_GROUP = "leading-group"
    PAIRING_TABLE = "pairing-table"
    PLAN_TABLE = "plan-table"
    RUBRIC = "rubric"
    QUOTAS = "quotas"


WORDS_OF_PAIRING = ("helper", "helped", "helper-head", "helped-head", "focus", "year")
"""What a text of a pairing may say in braces: its sides, their heads, its yearly goal, the year."""

WORDS_OF_MENTORSHIP = (
    "mentor",
    "mentee",
    "mentor-school",
    "mentee-school",
    "subject",
    *WORDS_OF_PAIRING,
)
"""What a text of a teacher pair may say in braces."""


class TextNumber(OneOf):
    """A number that a text states: a target's, a count of its own, an entered figure, or names."""

    id: Annotated[Id, Doc("编号", "文稿里写成 {编号}。", "Written {id} in the text.")]
    line: Annotated[
        Name | None,
        Doc(
            "指标行",
            "某个指标的数，写法同 pairing quota --json 的 id，如 placements[2018].teachers。",
            "A target's number, by its id in pairing quota --json: placements[2018].teachers.",
        ),
    ] = None
    value: Annotated[
        Literal["done", "asked", "planned", "remaining", "share"],
        Doc(
            "取哪个数",
            "done 完成（默认）、asked 目标、planned 计划、remaining 尚差、share 占比（%）。",
            "Of a target: done (default), asked, planned, remaining, or share in per cent.",
        ),
    ] = "done"
    count: Annotated[
        Unit | None,
        Doc("计数", "数记录，单位与指标相同。", "Counted records, in a target's units."),
    ] = None
    figure: Annotated[
        FigureRef | None, Doc("登记的数", "某个基数。", "A number that somebody entered.")
    ] = None
    names: Annotated[
        Literal["people", "organizations", "places", "pairings"] | None,
        Doc(
            "名单",
            "不写数，写出是谁：people 人、organizations 这些人的单位、places 地点、pairings 结对。",
            "No number, but who: people, their organizations, the places, or the pairings.",
        ),
    ] = None
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")] = Selection()
    during: Annotated[
        DaysField | None,
        Doc("期间", "不填时为方案期限。", "The stretch that counts; the programme's if empty."),
    ] = None
    first: Annotated[
        Positive | None,
        Doc("只列前几", "名单只列前几个，后加“等”。", "Of names only the first, then 等."),
    ] = None
    ten_thousands: Annotated[
        Flag, Doc("以万计", "true：350500 写成 35.05万。", "true: 350500 is written 35.05万.")
    ] = False
    written: Annotated[
        Literal["digits", "chinese"],
        Doc("写法", "digits 数字（默认），chinese 汉字（两次、三次）。", "In digits, or in words."),
    ] = "digits"
    zero: Annotated[
        Flag,
        Doc(
            "没有即为零",
            "true：没有记录就写0；默认留空，因为没有登记不等于没有发生。",
            "true: no record means 0; otherwise a blank, as nothing recorded is nothing known.",
        ),
    ] = False

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        self.require_one("line", "count", "figure", "names")
        if self.count is Unit.FIGURE:
            raise PydanticCustomError("figure_and_count", "figure_and_count", {})
        return self


class OfficialText(Record):
    """A text that a bureau issues, or two parties sign (公文文稿)."""

    id: Annotated[Id, Doc("编号", "文稿编号。", "Short id.")]
    form: Annotated[
        TextForm,
        Doc(
            "文种",
            "scheme 实施方案，work-plan 工作计划，agreement 结对协议，pledge 责任书，"
            "annual-summary 年度工作总结，notice 通知。",
            "Scheme, work plan, agreement, pledge, annual summary or notice.",
        ),
    ]
    title: Annotated[
        Name | None, Doc("标题", "不填时为方案名称。", "The programme's title if empty.")
    ] = None
    number: Annotated[
        Name | None,
        Doc("发文字号", "不填时，实施方案和工作计划用方案的。", "The programme's if empty."),
    ] = None
    to: Annotated[OneOrMany[Name], Doc("主送机关", "如 各中小学。", "To whom it is sent.")] = ()
    signed_by: Annotated[
        OneOrMany[Name], Doc("署名", "不填时为印发单位。", "Who signs; who issues if empty.")
    ] = ()
    date: Annotated[
        Day | None,
        Doc("成文日期", "不填时，实施方案和工作计划用方案的。", "The programme's if empty."),
    ] = None
    each: Annotated[
        Literal["pairing", "mentorship"],
        Doc(
            "每份给谁",
            "协议和责任书：每个结对一份（默认），或每对师徒一份。",
            "Agreements and pledges: one for each pairing (default), or each teacher pair.",
        ),
    ] = "pairing"
    pairings: Annotated[
        OneOrMany[PairingRef],
        Doc("结对", "协议和责任书只限这些结对；不填为全部。", "Only for these; all if empty."),
    ] = ()
    pairing_level: Annotated[
        OneOrMany[Level],
        Doc(
            "结对层面",
            "协议和责任书只限这些层面，如 school。",
            "Only for pairings of these levels.",
        ),
    ] = ()
    text: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)],
        Doc(
            "正文",
            "一行一段；# 一、，## （一），### 1.，#### （1），序号自动编排；{编号} 处填数。",
            "One paragraph a line; # to #### open clauses, numbered by the tool; {id} is a number.",
        ),
    ]
    numbers: Annotated[
        tuple[TextNumber, ...], Doc("数", "正文里的数怎样得来。", "Where its numbers come from.")
    ] = ()
    annexes: Annotated[
        OneOrMany[Name],
        Doc(
            "附件",
            "依次为 leading-group 领导小组、pairing-table 安排表、plan-table 计划表、rubric 考核细则、"
            "quotas 指标表，或某个计划表（schedules）的编号。",
            "In order: leading-group, pairing-table, plan-table, rubric, quotas, or a schedule's id.",
        ),
    ] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What may stand in braces beside the ids of its numbers."""
        if not self.form.between_parties:
            return ()
        return WORDS_OF_MENTORSHIP if self.each == "mentorship" else WORDS_OF_PAIRING


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text: its clause level (0: none), and its words without the marks."""

    level: int
    text: str


_CLAUSE = re.compile(r"(#+)\s*(.*)")
_BRACES = re.compile(r"\{\s*([^{}\n]*?)\s*\}")
STRAY = re.compile(r"[{}｛｝]")
"""Braces that hold no name: left over, or full-width ones of a Chinese keyboard."""

LEVELS = 4
"""How deep clauses go: 一、（一）1.（1）."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, with the level of the clauses that they open."""
    return tuple(_paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _paragraph(line: str) -> Paragraph:
    found = _CLAUSE.fullmatch(line)
    return Paragraph(len(found[1]), found[2].strip()) if found else Paragraph(0, line)


def names_in(text: str) -> tuple[str, ...]:
    """The names in braces, each once, in their order."""
    return tuple(dict.fromkeys(found[1] for found in _BRACES.finditer(text)))


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """A text in pieces: what stands before each name, and the name; the last has none."""
    last = 0
    for found in _BRACES.finditer(text):
        yield text[last : found.start()], found[1]
        last = found.end()
    yield text[last:], None


def stray(text: str) -> str | None:
    """The first brace of a text that belongs to no name."""
    rest = "".join(piece for piece, _ in pieces(text))
    found = STRAY.search(rest)
    return found[0] if found else None
