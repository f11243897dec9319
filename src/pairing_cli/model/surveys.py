"""Surveys (调查问卷): what they came to, or the files of anonymous answers and how these are read."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from pairing_cli.model.base import OneOf
from pairing_cli.model.parties import OrganizationRef, PairingRef, PersonRef
from pairing_cli.model.scalars import (
    Day,
    Doc,
    Id,
    Name,
    Number,
    NumbersByName,
    OneOrMany,
    Positive,
    Text,
)
from pairing_cli.model.targets import Limits


class SurveyResult(OneOf):
    """What a survey came to for one pairing (问卷结果)."""

    pairing: Annotated[
        PairingRef | None, Doc("结对", "哪一对的结果。", "The pairing it is about.")
    ] = None
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "哪个单位的结果。", "The organization it is about.")
    ] = None
    person: Annotated[PersonRef | None, Doc("人员", "谁的结果。", "The person it is about.")] = None
    date: Annotated[Day, Doc("日期", "调查完成日期。", "When it was finished.")]
    respondents: Annotated[
        Positive, Doc("有效问卷", "有效问卷份数。", "How many valid answers there were.")
    ]
    mean: Annotated[Number, Doc("平均分", "平均得分。", "The mean of the answers.")]
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        return self.require_one("pairing", "organization", "person")


AnswersPath = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Survey(OneOf):
    """A survey and what it came to, or the files of its answers (调查问卷)."""

    id: Annotated[Id, Doc("编号", "问卷编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "问卷名称。", "Title.")]
    by: Annotated[Name, Doc("调查单位", "由谁组织。", "Who conducts it.")]
    out_of: Annotated[Number, Doc("满分", "平均分的满分。", "Full marks of the mean."), Field(gt=0)]
    sample: Annotated[
        Limits | None,
        Doc("样本量", "有效问卷应有几份，如 10 至 30 户。", "How many answers a result rests on."),
    ] = None
    results: Annotated[
        tuple[SurveyResult, ...], Doc("结果", "每对一条。", "One for each pairing.")
    ] = ()
    answers: Annotated[
        OneOrMany[AnswersPath],
        Doc(
            "答卷",
            "不记名答卷的 CSV 文件，代替 results；路径相对于方案文件夹。",
            "CSV files of anonymous answers, instead of results; paths inside the programme's folder.",
        ),
    ] = ()
    questions: Annotated[
        OneOrMany[Name],
        Doc(
            "题目",
            "答卷中各题的列名；一份答卷的得分是所答各题的平均。",
            "Columns of the questions; an answer's value is the mean of those answered.",
        ),
    ] = ()
    scale: Annotated[
        NumbersByName | None,
        Doc(
            "各档分值",
            "答卷填等级时，各等级折多少分。",
            "What each level is worth, where answers are levels.",
        ),
    ] = None
    counts_as: Annotated[
        OneOrMany[Name],
        Doc(
            "计入的等级",
            "如 [很满意, 满意]：取选这些等级的百分比（满意率），不取平均分。",
            "Take the share of these levels in per cent instead of the mean.",
        ),
    ] = ()
    date: Annotated[
        Day | None,
        Doc("日期", "答卷没有日期一列时的调查日期。", "The day of answers that state none."),
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    @model_validator(mode="after")
    def _typed_in_or_from_answers(self) -> Self:
        if self.results:
            self.require_one("results", "answers")
        if self.given("questions", "scale", "counts_as", "date"):
            self.require_one("answers")
        return self.require_one("scale") if self.counts_as else self

    def worth(self, level: str) -> Fraction | None:
        """What an answer of a level is worth; of a share, all or nothing. None for no such level."""
        found = (self.scale or {}).get(level)
        if found is None or not self.counts_as:
            return found
        return self.out_of if level in self.counts_as else Fraction(0)
