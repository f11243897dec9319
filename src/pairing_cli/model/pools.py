"""Numbers that a rule needs and the log does not hold (基数), and who belongs to a pool (符合条件人员)."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.parties import OrganizationRef, PairingRef, PersonRef, Sex
from pairing_cli.model.scalars import (
    Day,
    Doc,
    Id,
    LengthField,
    Name,
    Number,
    OneOrMany,
    Positive,
    Refers,
    Text,
)
from pairing_cli.model.words import TermRef

PARENT = "parent"
"""The pool of a part that is what the outer target counted."""

FigureRef = Annotated[Name, Refers("figures", frozenset({PARENT}))]


class FigureValue(Record):
    """A figure as it was on a day, and who says so."""

    value: Annotated[Number, Doc("数值", "数值。", "The number.")]
    date: Annotated[Day, Doc("日期", "截至哪一天。", "As of which day.")]
    source: Annotated[Name, Doc("来源", "如 2019年教育统计年报。", "Where it comes from.")]
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "某一单位的数。", "When it is of one organization.")
    ] = None
    pairing: Annotated[
        PairingRef | None, Doc("结对", "某一对的数。", "When it is of one pairing.")
    ] = None
    person: Annotated[
        PersonRef | None, Doc("人员", "某个人的数。", "When it is of one person.")
    ] = None
    term: Annotated[TermRef | None, Doc("学期", "某一学期的数。", "When it is of one term.")] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class AgeLimit(Record):
    """The greatest age, for men and women."""

    sex: Annotated[Sex | None, Doc("性别", "不填时不分男女。", "For both if empty.")] = None
    below: Annotated[Positive, Doc("未满", "未满多少周岁。", "Not yet this many years old.")]


class Membership(Record):
    """One way to belong to a pool. Every field that is filled in must fit."""

    at_school_for: Annotated[
        LengthField | None,
        Doc("同校任教", "在本校满多久，如 6 years。", "How long at the present school, or longer."),
    ] = None
    level: Annotated[OneOrMany[Name], Doc("层次", "职称或称号。", "Title or rank.")] = ()
    post: Annotated[OneOrMany[Name], Doc("职务", "职务。", "Post.")] = ()
    mark: Annotated[
        OneOrMany[Name], Doc("标记", "人员登记中的标记。", "A mark in the person's record.")
    ] = ()


class Eligibility(Record):
    """Who among the registered people belongs to a pool (符合条件人员的口径)."""

    on: Annotated[
        Day, Doc("截至", "年龄和年限算到哪一天。", "The day ages and years are reckoned to.")
    ]
    age: Annotated[OneOrMany[AgeLimit], Doc("年龄", "年龄上限，可分男女。", "Limits of age.")] = ()
    any_of: Annotated[
        tuple[Membership, ...], Doc("条件", "满足其中一条即可。", "Meeting one of these is enough.")
    ] = ()
    organization: Annotated[
        OneOrMany[OrganizationRef], Doc("单位", "只算这些单位的。", "Only of these organizations.")
    ] = ()
    stage: Annotated[
        OneOrMany[Name], Doc("学段", "只算这些学段的学校。", "Schools of these stages.")
    ] = ()


class Figure(OneOf):
    """A number from outside the log, with its source, or a pool counted from the people register."""

    id: Annotated[Id, Doc("编号", "基数编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 符合交流条件的教师。", "What it is.")]
    clause: Annotated[Name | None, Doc("条款", "口径出自哪里。", "Where its rule stands.")] = None
    values: Annotated[
        tuple[FigureValue, ...],
        Doc("数值", "按日期，最近的有效；可以暂缺。", "The latest counts; may still be missing."),
    ] = ()
    people: Annotated[
        Eligibility | None,
        Doc("人员口径", "从人员登记中数出来。", "Counted from the people register instead."),
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.values and self.people is not None:
            self.require_one("values", "people")
        return self
