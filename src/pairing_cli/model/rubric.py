"""What it is worth: rubrics (考核细则), their items, and what each item asks for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.gates import Gate, Grade
from pairing_cli.model.judgements import SurveyRef
from pairing_cli.model.parties import Level
from pairing_cli.model.pools import Membership
from pairing_cli.model.programme import Side
from pairing_cli.model.requirements import Requirement
from pairing_cli.model.scalars import Doc, Id, Name, Number, OneOrMany, Text
from pairing_cli.model.targets import SchoolChoice
from pairing_cli.model.ways import (
    Addition,
    Bands,
    Deduction,
    Done,
    Floor,
    Levels,
    Opinion,
    Ranked,
    Raters,
    Ratio,
)


class RatingNeed(Opinion):
    """Points that a person gives, from 0 to the item's points."""

    by: Annotated[Name, Doc("评分人", "由谁评分。", "Who gives them.")]
    at_least: Annotated[
        Number | None,
        Doc(
            "给分下限",
            "给分时至少几分，0 表示不给（如 +1 到 +3）；默认没有下限。",
            "The fewest points that are given, if any are: +1 to +3; 0 gives none.",
        ),
        Field(gt=0),
    ] = None


class Earns(OneOf):
    """The ways to earn points, one of which each item or part uses."""

    requires: Annotated[
        tuple[Requirement, ...], Doc("资料得分", "按上报资料得分。", "Earned by documents.")
    ] = ()
    survey: Annotated[SurveyRef | None, Doc("问卷得分", "按问卷得分。", "Earned by a survey.")] = (
        None
    )
    rating: Annotated[RatingNeed | None, Doc("评分得分", "由人评分。", "Given by a person.")] = None
    levels: Annotated[
        Levels | None, Doc("等级得分", "由人定等级。", "By a level that a person gives.")
    ] = None
    raters: Annotated[
        Raters | None, Doc("多方评分", "几方评分加权。", "By several who rate, weighed.")
    ] = None
    deducts: Annotated[
        tuple[Deduction, ...], Doc("扣分", "从满分起扣。", "Taken from the full points.")
    ] = ()
    adds: Annotated[
        tuple[Addition, ...], Doc("累计得分", "从 0 起加，满分为止。", "Added from nothing on.")
    ] = ()
    floor: Annotated[
        Floor, Doc("保底", "0 扣完为止（默认），none 不保底。", "0 by default; none: may go below.")
    ] = Fraction(0)
    done: Annotated[Done | None, Doc("完成得分", "完成得满分。", "Full points once done.")] = None
    bands: Annotated[Bands | None, Doc("分档得分", "按数值分档。", "By ranges of a value.")] = None
    ratio: Annotated[Ratio | None, Doc("完成率得分", "按完成率。", "In proportion.")] = None
    rank: Annotated[Ranked | None, Doc("名次得分", "按名次。", "By place.")] = None

    @property
    def opinion(self) -> RatingNeed | Levels | Raters | None:
        """What people give for it by ratings; None where it earns in another way."""
        return self.rating or self.levels or self.raters

    def require_one_way(self, *more: str) -> Self:
        """Refuse the record unless it earns in exactly one way; both adding and taking is one."""
        ways = [*self.given(*WAYS, *more)]
        if "adds" in ways and "deducts" in ways:
            ways.remove("adds")
        if not ways or len(ways) > 1:
            self.require_one(*(ways or WAYS), *(() if ways else more))
        return self


WAYS = (
    "requires",
    "survey",
    "rating",
    "levels",
    "raters",
    "deducts",
    "adds",
    "done",
    "bands",
    "ratio",
    "rank",
)


OPINIONS = ("rating", "levels", "raters")
"""The ways by which people give points."""

RECKONED = ("deducts", "adds", "done", "bands", "ratio", "rank")
"""The ways that reckon with numbers."""


class Part(Earns):
    """A part of an item, earning in a way of its own."""

    id: Annotated[
        Id, Doc("编号", "项目编号，不与其他项目重复。", "Short id, unique among all rubrics.")
    ]
    title: Annotated[Name, Doc("名称", "名称。", "Title.")]
    criteria: Annotated[
        Text | None, Doc("考核评估细则", "原文。", "The wording of the official table.")
    ] = None
    points: Annotated[Number, Doc("分值", "满分。", "Full marks."), Field(gt=0)]

    @model_validator(mode="after")
    def _one_way_to_earn(self) -> Self:
        return self.require_one_way()

    @property
    def worth(self) -> Fraction:
        """Its full marks."""
        return self.points


class OnlyFor(OneOf):
    """One kind of those who are assessed (适用对象). Every field that is filled in must fit."""

    side: Annotated[Side | None, Doc("哪一方", "只要这一方的学校。", "Schools of this side.")] = (
        None
    )
    type: Annotated[OneOrMany[Name], Doc("类别", "单位类别。", "Types of organization.")] = ()
    stage: Annotated[
        OneOrMany[Name],
        Doc(
            "学段",
            "学校的学段；个人为其单位的，结对为任一方学校的。",
            "Stages of the school; of a person's school; of a school on either side of a pairing.",
        ),
    ] = ()
    level: Annotated[
        OneOrMany[Name],
        Doc("层面或层次", "结对的层面，或个人的职称。", "A pairing's level, or a person's rank."),
    ] = ()
    post: Annotated[OneOrMany[Name], Doc("职务", "个人的职务。", "A person's post.")] = ()
    mark: Annotated[OneOrMany[Name], Doc("标记", "个人的标记。", "A mark of a person.")] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        fields = ("side", "type", "stage", "level", "post", "mark")
        return self.require_one(*fields, most=len(fields))


class Item(Earns):
    """An item of the rubric (考核要素)."""

    id: Annotated[
        Id, Doc("编号", "项目编号，不与其他项目重复。", "Short id, unique among all rubrics.")
    ]
    number: Annotated[Name | None, Doc("序号", "考核表中的序号。", "Its number in the table.")] = (
        None
    )
    title: Annotated[Name, Doc("名称", "如 送课指导。", "Title.")]
    clause: Annotated[
        Name | None, Doc("条款", "出自原文哪一条。", "Clause of the official text.")
    ] = None
    criteria: Annotated[
        Text | None, Doc("考核评估细则", "原文。", "The wording of the official table.")
    ] = None
    points: Annotated[
        Number | None, Doc("分值", "计入满分的分值。", "Points within the full marks."), Field(gt=0)
    ] = None
    bonus: Annotated[
        Number | None, Doc("加分", "满分之外的加分上限。", "Points on top, at most."), Field(gt=0)
    ] = None
    penalty: Annotated[
        Number | None,
        Doc("倒扣", "满分之外最多倒扣几分。", "Points taken off the total, at most."),
        Field(gt=0),
    ] = None
    only_for: Annotated[
        OneOrMany[OnlyFor],
        Doc(
            "适用对象",
            "只考核其中一类对象；不填为全部。",
            "Asked of these alone, of whom one of the lines is true; empty: of everybody.",
        ),
    ] = ()
    otherwise: Annotated[
        Literal["left-out", "shared"],
        Doc(
            "不适用时",
            "left-out：不列入（默认），各类对象的分值之和都须等于满分；shared：分值由其余各项分摊。",
            "left-out (default): not asked of others, whose items must add up all the same; "
            "shared: their other items share its points.",
        ),
    ] = "left-out"
    parts: Annotated[
        tuple[Part, ...], Doc("组成", "由几部分组成，分值之和等于本项。", "Parts that add up.")
    ] = ()

    @model_validator(mode="after")
    def _worth_and_way(self) -> Self:
        self.require_one("points", "bonus", "penalty")
        return self.require_one_way("parts")

    @property
    def worth(self) -> Fraction:
        """Its full marks, or the most that it can add."""
        return self.points or self.bonus or self.penalty or Fraction(0)


class Section(Record):
    """A section of the rubric (项目), such as 教师帮扶."""

    id: Annotated[Id, Doc("编号", "编号。", "Short id, unique in the rubric.")]
    title: Annotated[Name, Doc("名称", "如 教师帮扶。", "Title.")]
    points: Annotated[
        Number | None, Doc("分值", "写出时与各项之和核对。", "Checked against its items if given.")
    ] = None
    out_of: Annotated[
        Number | None,
        Doc(
            "各项满分",
            "各项按这个满分打分，再折算成 points（如 100 分制占 60 分）。",
            "Its items add up to this and are converted into points: 100 worth 60.",
        ),
        Field(gt=0),
    ] = None
    floor: Annotated[
        Floor,
        Doc(
            "保底",
            "0：各项不保底时，本部分合计扣完为止；-10：最多扣成负10分；默认不另设。",
            "0: where its items have no floor, the section has one; none by default.",
        ),
    ] = None
    only_for: Annotated[
        OneOrMany[OnlyFor],
        Doc("适用对象", "只考核其中一类对象；不填为全部。", "Asked of these alone; empty: of all."),
    ] = ()
    bonus_at_most: Annotated[
        Number | None,
        Doc("加分合计最多", "本部分各项加分合计最多几分。", "The most that its bonus comes to."),
        Field(gt=0),
    ] = None
    items: Annotated[tuple[Item, ...], Doc("项目", "考核要素。", "Its items."), Field(min_length=1)]


class Class(Record):
    """A class within which units are ranked (分类): 城区, 乡镇, 教学点."""

    title: Annotated[Name, Doc("名称", "如 城区学校。", "Its name.")]
    of: Annotated[
        OneOrMany[OnlyFor],
        Doc("哪些", "符合其中一行的。", "Those of whom a line is true."),
        Field(min_length=1),
    ]


class Rubric(Record):
    """A rubric (考核细则): items, points, and what earns them."""

    id: Annotated[Id, Doc("编号", "编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "考核细则全称。", "Full title.")]
    unit: Annotated[
        Literal["pairing", "school", "person"],
        Doc(
            "考核对象",
            "pairing 结对（双方捆绑），school 单个学校，person 个人。",
            "A pairing (both sides share one score), a single school, or a person.",
        ),
    ] = "pairing"
    full_marks: Annotated[
        Number, Doc("满分", "不含加分。", "Full marks, without bonus."), Field(gt=0)
    ]
    sections: Annotated[
        tuple[Section, ...], Doc("项目", "各部分。", "Its sections."), Field(min_length=1)
    ]
    gates: Annotated[
        tuple[Gate, ...], Doc("限制条件", "一票否决等。", "Conditions that fail or limit.")
    ] = ()
    grades: Annotated[tuple[Grade, ...], Doc("等次", "从高到低。", "Best first.")] = ()
    classes: Annotated[
        tuple[Class, ...],
        Doc(
            "分类",
            "分类排名、分类计算等次名额；一个对象归入第一个符合的类。",
            "Ranks, and shares of a grade, are reckoned within each; a unit is in the first it fits.",
        ),
    ] = ()
    floor: Annotated[
        Floor,
        Doc(
            "总分保底",
            "0：总分扣到 0 为止；默认不另设。",
            "0: the total never falls below nothing; none by default.",
        ),
    ] = None
    bonus_at_most: Annotated[
        Number | None,
        Doc("加分合计最多", "全部加分合计最多几分。", "The most that all bonus comes to."),
        Field(gt=0),
    ] = None
    at_most: Annotated[
        Number | None,
        Doc("总分最多", "含加分的总分最多几分。", "The most that the total comes to, with bonus."),
        Field(gt=0),
    ] = None
    converts_to: Annotated[
        Number | None,
        Doc("折算", "折算成另一总分中的几分。", "Converted into so many points elsewhere."),
        Field(gt=0),
    ] = None
    people: Annotated[
        tuple[Membership, ...],
        Doc("被考核人员", "unit 为 person 时，哪些登记的人。", "With unit: person, which people."),
    ] = ()
    schools: Annotated[
        SchoolChoice | None,
        Doc("被考核学校", "unit 为 school 时，哪些学校。", "With unit: school, which schools."),
    ] = None
    pairing_level: Annotated[
        OneOrMany[Level],
        Doc(
            "结对层面",
            "unit 为 pairing 时，只考核这些层面的。",
            "With unit: pairing, of which level.",
        ),
    ] = ()
    note: Annotated[Text | None, Doc("备注", "表下的备注。", "The note below the table.")] = None

    def items(self) -> Iterator[tuple[tuple[str | int, ...], Item]]:
        """Every item with its route inside the rubric."""
        for s, section in enumerate(self.sections):
            for i, item in enumerate(section.items):
                yield ("sections", s, "items", i), item

    def all_items(self) -> Iterator[Item | Part]:
        """Every item and every part: whatever has an id to be named by."""
        for section in self.sections:
            for item in section.items:
                yield item
                yield from item.parts


Earning = Item | Part
"""What earns points in one way."""


def earnings(item: Item) -> Iterator[tuple[tuple[str | int, ...], Earning]]:
    """An item's own way of earning, or its parts', each with its route inside the item."""
    if not item.parts:
        yield (), item
    for index, part in enumerate(item.parts):
        yield ("parts", index), part
