"""What limits a score beyond its points: gates (一票否决、限制条件) and grades (等次)."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from pairing_cli.model.base import OneOf
from pairing_cli.model.scalars import Doc, Flag, Name, Number, OneOrMany, Positive, Quantity
from pairing_cli.model.ways import Done

ALL = "all"
"""Every section, where a gate sets it to zero."""


class GateWhen(Done):
    """When a gate closes: a measure that is, or is not, what it should be."""


class Gate(OneOf):
    """A condition that zeroes items, lowers the grade, or fails the whole (一票否决、限制条件)."""

    id: Annotated[Name, Doc("编号", "编号。", "Short id.")]
    title: Annotated[Name, Doc("内容", "如 造成严重影响的，一票否决。", "What it says.")]
    clause: Annotated[Name | None, Doc("条款", "出自哪一条。", "Clause.")] = None
    when: Annotated[
        OneOrMany[GateWhen],
        Doc(
            "何时",
            "达到这个数即触发；列出几个时，都达到才触发。",
            "It closes when this is reached; of several, when all of them are.",
        ),
        Field(min_length=1),
    ]
    zeroes: Annotated[
        OneOrMany[Name],
        Doc(
            "计零分",
            "哪些项目或部分计零分；all 全部。",
            "Items or sections set to zero; all: every one of them.",
        ),
    ] = ()
    grade_at_most: Annotated[
        Name | None, Doc("最高等次", "最高只能评到哪一等。", "The best grade that can be reached.")
    ] = None
    lowers_by: Annotated[
        Positive | None,
        Doc("降低等次", "比按总分应得的低几等。", "So many grades below that of the total."),
    ] = None
    fails: Annotated[
        Flag | None, Doc("一票否决", "true：评为最低等次。", "true: the lowest grade.")
    ] = None

    @model_validator(mode="after")
    def _one_effect(self) -> Self:
        return self.require_one("zeroes", "grade_at_most", "lowers_by", "fails")


class Need(OneOf):
    """A minimum in a section or item, whatever the total (单项最低要求)."""

    of: Annotated[Name, Doc("项目或部分", "编号。", "An item's or a section's id.")]
    at_least: Annotated[
        Quantity, Doc("不少于", "几分，或占其满分的百分比。", "Points, or a share.")
    ]


class Grade(OneOf):
    """A grade and the range of totals it takes (等次)."""

    title: Annotated[Name, Doc("等次", "如 优秀。", "Such as 优秀.")]
    at_least: Annotated[Number | None, Doc("不少于", "含本数。", "This or more.")] = None
    above: Annotated[Number | None, Doc("超过", "不含本数。", "More than this.")] = None
    up_to: Annotated[Number | None, Doc("不超过", "含本数。", "This or less.")] = None
    below: Annotated[Number | None, Doc("不足", "不含本数。", "Less than this.")] = None
    needs: Annotated[
        tuple[Need, ...], Doc("还须", "各单项的最低要求。", "Minimums that must be met as well.")
    ] = ()
    at_most_share: Annotated[
        Quantity | None,
        Doc("比例上限", "最多占被考核者的百分之几，按名次取。", "At most this share, by rank."),
    ] = None
    consequence: Annotated[
        Name | None, Doc("结果运用", "如 优先评优。", "What follows from it, as text.")
    ] = None

    def holds(self, value: Fraction) -> bool:
        """Whether a total lies in its range."""
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.up_to is None or value <= self.up_to)
            and (self.below is None or value < self.below)
        )
