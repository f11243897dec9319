"""Where a number comes from (计分依据): what is counted, entered, found or answered, another item."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf
from pairing_cli.model.judgements import SurveyRef, Verdict
from pairing_cli.model.pools import FigureRef
from pairing_cli.model.readers import Percent
from pairing_cli.model.scalars import DaysField, Doc, MonthField, Name, OneOrMany, Positive, Refers
from pairing_cli.model.selections import Scope, Selection, Unit

ItemName = Annotated[Name, Refers("items")]
RubricRef = Annotated[Name, Refers("rubrics")]


class Measure(OneOf):
    """Where a number comes from: what is counted, entered, found or answered, another item."""

    count: Annotated[
        Unit | None,
        Doc("计数", "数记录，单位与指标相同。", "Counted records, in a target's units."),
    ] = None
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")] = Selection()
    figure: Annotated[
        FigureRef | None, Doc("登记的数", "某个基数。", "A number that somebody entered.")
    ] = None
    findings: Annotated[
        Verdict | None,
        Doc("核查结论", "查实的结论有几条。", "How many findings of this verdict stand upheld."),
    ] = None
    survey: Annotated[
        SurveyRef | None, Doc("问卷", "问卷的平均分。", "The mean of a survey's answers.")
    ] = None
    item: Annotated[
        ItemName | None, Doc("另一项", "另一个项目的得分。", "The points of another item.")
    ] = None
    rubric: Annotated[
        RubricRef | None,
        Doc(
            "另一考核",
            "另一考核细则的总分：同一对象的，或其下各对象的平均分（各校、各人）。",
            "The total under another rubric: of the same unit, or the mean of those within it.",
        ),
    ] = None
    share_of: Annotated[
        FigureRef | None,
        Doc("占比基数", "变成占这个基数的百分比。", "Turned into a percentage of this figure."),
    ] = None
    minus: Annotated[
        FigureRef | None,
        Doc(
            "比较对象", "减去这个基数（上年、县平均）。", "Less this figure: last year's, the mean."
        ),
    ] = None
    per: Annotated[
        Scope | None,
        Doc("分别计算", "如 term：每学期分别计算。", "Such as term: reckoned for each of them."),
    ] = None
    months: Annotated[
        OneOrMany[MonthField],
        Doc("月份", "按月计算时，只算这些月份。", "With per month: only these months."),
    ] = ()
    period: Annotated[
        DaysField | None,
        Doc(
            "计算期间",
            "不填时为方案期限。",
            "The stretch in which it is counted, if not all of it.",
        ),
    ] = None
    first: Annotated[
        Positive | None, Doc("只计前几", "多出的不计。", "Only so many count; more add nothing.")
    ] = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        self.require_one("count", "figure", "findings", "survey", "item", "rubric")
        if self.per is not None and self.per not in TIMES:
            raise PydanticCustomError("not_a_time", "not_a_time", {"value": self.per.value})
        if self.months and self.per is not Scope.MONTH:
            self.require_one("per")
            raise PydanticCustomError("months_per", "months_per", {})
        return self


TIMES = (
    Scope.YEAR,
    Scope.SCHOOL_YEAR,
    Scope.HALF_YEAR,
    Scope.TERM,
    Scope.QUARTER,
    Scope.MONTH,
    Scope.WEEK,
)
"""Scopes that a measure may be reckoned for one by one."""


def number(quantity: Any) -> Fraction:
    """A quantity as a number; a percentage as its number of hundredths."""
    return quantity.value if isinstance(quantity, Percent) else Fraction(quantity)
