"""How a number becomes points (计分方式): few parts, over the same measures that targets use.

A measure says where a number comes from; a way says what it is worth. Points are always those of the
item, exact; a way never earns more than the item has, nor less than nothing unless the table says so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.measures import Measure, number
from pairing_cli.model.pools import FigureRef
from pairing_cli.model.readers import Percent, read_signed
from pairing_cli.model.scalars import (
    Doc,
    Flag,
    Name,
    Number,
    NumbersByName,
    OneOrMany,
    Positive,
    Quantity,
    Signed,
    SignedByName,
)
from pairing_cli.model.selections import Unit


class Change(Measure):
    """Points for every unit of a number, or of what it lacks or exceeds (每…加/减…)."""

    title: Annotated[Name, Doc("名称", "如 缺席。", "What it is for, such as absence.")]
    each: Annotated[
        Number | None, Doc("每个几分", "每个（每 step 个）几分。", "Points for each."), Field(gt=0)
    ] = None
    step: Annotated[
        Number,
        Doc("每几个", "如 3：每满3个一次；默认 1。", "For every so many; 1 by default."),
        Field(gt=0),
    ] = Fraction(1)
    below: Annotated[
        Quantity | None, Doc("不足", "比这个数少多少。", "Of what is missing from this.")
    ] = None
    above: Annotated[Quantity | None, Doc("超过", "比这个数多多少。", "Of what exceeds this.")] = (
        None
    )
    at_most: Annotated[
        Number | None, Doc("最多", "这一条最多几分。", "At most so many points."), Field(gt=0)
    ] = None
    at_most_each: Annotated[
        Number | None,
        Doc(
            "每个时段最多",
            "与 per 同用：每个时段最多几分。",
            "With per: at most so many each time.",
        ),
        Field(gt=0),
    ] = None
    round_up: Annotated[
        Flag,
        Doc(
            "不足按1个计",
            "true：不足一个 step 的按一个计。",
            "true: a part of a step counts whole.",
        ),
    ] = False
    once: Annotated[
        Flag,
        Doc(
            "只计一次",
            "true：有就计一次，不论多少，也不论不足或超过多少（如 满意度低于80分，扣2分）。",
            "true: once if there is any, however much: below 80 costs 2 points, whether 79.5 or 40.",
        ),
    ] = False

    @model_validator(mode="after")
    def _below_or_above(self) -> Self:
        if self.below is not None and self.above is not None:
            self.require_one("below", "above")
        if self.at_most_each is not None and self.per is None:
            self.require_one("per")
        return self

    @property
    def bound(self) -> Fraction | None:
        """The number it is held against, if any; a percentage as its number."""
        stated = self.below if self.below is not None else self.above
        if stated is None:
            return None
        return stated.value if isinstance(stated, Percent) else Fraction(stated)


class Deduction(Change):
    """What takes points away (扣分)."""

    @model_validator(mode="after")
    def _has_points(self) -> Self:
        return self.require_one("each")


NOT_WITH_AWARDS = ("below", "above", "share_of", "minus", "per", "first", "months", "period")
"""What asks for a number; awards are looked at one by one."""


class Addition(Change):
    """What adds points (加分、累计得分); with ``awards`` by level instead of a fixed number."""

    awards: Annotated[
        NumbersByName,
        Doc(
            "按级别",
            "级别或奖次各几分，如 {province: 10, city: 8}；没有列出的不计。",
            "Points by level or prize of an activity; one that is not listed adds nothing.",
        ),
        Field(default_factory=dict),
    ]
    best: Annotated[
        Positive | None, Doc("只取最好", "按级别时只取最好的几个。", "Of awards, only the best.")
    ] = None
    each_further: Annotated[
        Number | None, Doc("其余每个", "其余的每个几分。", "Points for each of the others.")
    ] = None

    @model_validator(mode="after")
    def _each_or_awards(self) -> Self:
        if bool(self.awards) == (self.each is not None):
            raise PydanticCustomError("each_or_awards", "each_or_awards", {})
        if self.awards and self.count is not Unit.ACTIVITIES:
            raise PydanticCustomError("awards_count", "awards_count", {})
        if not self.awards and self.given("best", "each_further"):
            names = self.given("best", "each_further")
            raise PydanticCustomError("without_awards", "without_awards", {"names": list(names)})
        if self.awards and (self.step != 1 or self.given(*NOT_WITH_AWARDS)):
            names = self.given(*NOT_WITH_AWARDS, *(("step",) if self.step != 1 else ()))
            raise PydanticCustomError("beside_awards", "beside_awards", {"names": list(names)})
        return self


class Done(Measure):
    """Full points once a number is reached, else none (完成得满分)."""

    at_least: Annotated[Quantity | None, Doc("不少于", "含本数。", "This many or more.")] = None
    above: Annotated[Quantity | None, Doc("超过", "不含本数。", "More than this.")] = None
    at_most: Annotated[Quantity | None, Doc("不多于", "含本数。", "This many or fewer.")] = None
    below: Annotated[Quantity | None, Doc("不足", "不含本数。", "Less than this.")] = None
    every: Annotated[
        Flag,
        Doc(
            "缺一不可",
            "与 per 同用，true：每个时段都达到才得分；默认各占相等分值。",
            "With per, true: points only if it is reached each time; else each time has its share.",
        ),
    ] = False

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        for pair in (("at_least", "above"), ("at_most", "below")):
            if len(self.given(*pair)) > 1:
                self.require_one(*pair)
        if self.every and self.per is None:
            self.require_one("per")
        return self.require_one("at_least", "above", "at_most", "below", most=2)

    @property
    def ceiling(self) -> bool:
        """Whether it says what is too much, which is certain only when no more can come."""
        return self.at_most is not None or self.below is not None

    def too_few(self, value: Fraction) -> bool:
        """Whether a value has not reached what is asked."""
        return (self.at_least is not None and value < number(self.at_least)) or (
            self.above is not None and value <= number(self.above)
        )

    def too_many(self, value: Fraction) -> bool:
        """Whether a value is beyond what is allowed."""
        return (self.at_most is not None and value > number(self.at_most)) or (
            self.below is not None and value >= number(self.below)
        )


class Band(OneOf):
    """A range of values and its points. Both ends say whether they belong to it."""

    at_least: Annotated[Quantity | None, Doc("不少于", "含本数。", "This or more.")] = None
    above: Annotated[Quantity | None, Doc("超过", "不含本数。", "More than this.")] = None
    up_to: Annotated[Quantity | None, Doc("不超过", "含本数。", "This or less.")] = None
    below: Annotated[Quantity | None, Doc("不足", "不含本数。", "Less than this.")] = None
    points: Annotated[
        Signed, Doc("得分", "几分；倒扣或不保底的可以为负。", "Points; below 0 where that may be.")
    ]

    @model_validator(mode="after")
    def _ends(self) -> Self:
        for pair in (("at_least", "above"), ("up_to", "below")):
            if len(self.given(*pair)) > 1:
                self.require_one(*pair)
        return self.require_one("at_least", "above", "up_to", "below", most=2)

    @property
    def lowest(self) -> tuple[bool, Fraction]:
        """Where it begins, to be sorted by; what begins nowhere comes first."""
        low = self.at_least if self.at_least is not None else self.above
        return low is not None, Fraction(0) if low is None else number(low)

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies in it."""
        return (
            (self.at_least is None or value >= number(self.at_least))
            and (self.above is None or value > number(self.above))
            and (self.up_to is None or value <= number(self.up_to))
            and (self.below is None or value < number(self.below))
        )


class Bands(Measure):
    """Ranges of a value, each with its points (分档)."""

    table: Annotated[
        tuple[Band, ...],
        Doc("各档", "不重叠，不留空。", "No overlap, no gap."),
        Field(min_length=1),
    ]

    @property
    def rewards(self) -> bool:
        """Whether the highest values are worth more than the lowest: whether more is better."""
        ordered = sorted(self.table, key=lambda band: band.lowest)
        return ordered[-1].points > ordered[0].points


class Ratio(Measure):
    """Done ÷ asked × points, at most the item's (完成率)."""

    target: Annotated[
        Number | None,
        Doc("目标", "完成这么多得满分。", "This much earns full points."),
        Field(gt=0),
    ] = None
    target_figure: Annotated[
        FigureRef | None, Doc("目标值", "目标是某个登记的数。", "The target is an entered figure.")
    ] = None

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        return self.require_one("target", "target_figure")


class Ranked(Measure):
    """Points by place among all assessed (按名次)."""

    table: Annotated[
        OneOrMany[Number],
        Doc("名次得分", "第1名起依次几分；其后为 0。", "Points from the first on."),
    ] = ()
    each_place: Annotated[
        Number | None,
        Doc("每低一名", "满分起，每低一名减几分。", "Less for each place below the first."),
    ] = None
    best: Annotated[
        Literal["most", "least"],
        Doc("谁在前", "most 多者在前（默认），least 少者在前。", "Who is first."),
    ] = "most"

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        return self.require_one("table", "each_place")


class Opinion(Record):
    """What people give, once or in every term."""

    per: Annotated[
        Literal["term"] | None,
        Doc(
            "分别评分",
            "term：每学期评一次，各学期均分分值；不填为全年一次。",
            "term: once in every term, which share the points equally; else once.",
        ),
    ] = None


class Levels(Opinion):
    """Points for a level that somebody gives (等级得分), such as 优秀, 合格, 不合格."""

    by: Annotated[Name, Doc("评定人", "由谁评定。", "Who gives it.")]
    table: Annotated[
        SignedByName, Doc("各级得分", "如 {优秀: 10, 合格: 8, 不合格: 0}。", "Points by level.")
    ]


class Rater(Record):
    """One of several who rate (评分方), and what their rating weighs."""

    by: Annotated[Name, Doc("评分方", "评分记录中的 as 或 by。", "As in a rating's as, or by.")]
    weight: Annotated[Quantity, Doc("权重", "如 60 %，各方之和为 100 %。", "Such as 60 %.")]


class Raters(Opinion):
    """Several who rate: each one's mean, weighed (多方评分)."""

    raters: Annotated[
        tuple[Rater, ...],
        Doc("评分方", "权重之和为 100 %。", "Weights add up."),
        Field(min_length=1),
    ]
    self_by: Annotated[
        Name | None,
        Doc(
            "自评",
            "自评方，只作对照，不计分。",
            "Whose self-rating is compared and does not count.",
        ),
    ] = None
    without_extremes: Annotated[
        Flag,
        Doc(
            "去掉最高最低",
            "true：每一评分方去掉一个最高分、一个最低分后取平均（不足3人的不去）。",
            "true: of each rater's points, the highest and the lowest are left out, if 3 or more.",
        ),
    ] = False
    differs_over: Annotated[
        Quantity | None,
        Doc("差异率", "自评与评分相差超过它，提示复核。", "A greater difference is flagged."),
    ] = None


def _read_floor(value: Any) -> Fraction | None:
    if value == "none":
        return None
    try:
        return read_signed(value)
    except PydanticCustomError:
        raise PydanticCustomError("floor", "floor", {"value": str(value)[:60]}) from None


Floor = Annotated[
    Fraction | None,
    PlainValidator(_read_floor),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "none"}]}),
]
"""``0``: never below nothing (扣完为止); ``none``: may go below (不保底); ``-5``: by 5 at most."""
