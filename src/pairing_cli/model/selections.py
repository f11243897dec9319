"""What is counted and which records count: units, scopes, selections (计数单位、范围、选择)."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.figures import plain
from pairing_cli.model.lengths import Length
from pairing_cli.model.parties import Level, OrganizationRef, PairingRef
from pairing_cli.model.pools import FigureRef
from pairing_cli.model.programme import Side
from pairing_cli.model.readers import Percent
from pairing_cli.model.scalars import (
    Doc,
    Flag,
    LengthField,
    LengthPair,
    Name,
    Number,
    OneOrMany,
    Positive,
)
from pairing_cli.model.words import Direction, DocumentTypeRef, KindRef, Mode

Amount: TypeAlias = int | Fraction
"""An exact number of some unit; whole wherever heads, times or things are counted."""


class Unit(StrEnum):
    """What is counted. Units never mix."""

    ACTIVITIES = "activities"
    PERSON_TIMES = "person-times"
    PEOPLE = "people"
    SCHOOLS = "schools"
    PAIRINGS = "pairings"
    MENTORSHIPS = "mentorships"
    DAYS = "days"
    CLASS_HOURS = "class-hours"
    MONEY = "money"
    ITEMS = "items"
    PLAN_TASKS = "plan-tasks"
    DOCUMENTS = "documents"
    FIGURE = "figure"


FRACTIONAL = frozenset({Unit.MONEY, Unit.CLASS_HOURS, Unit.FIGURE})
"""Units of which there may be a part of one."""


REGISTERED = frozenset({Unit.PAIRINGS, Unit.SCHOOLS, Unit.MENTORSHIPS})
"""Units of what stands in a register, whether or not anything was held."""


class Scope(StrEnum):
    """For each of what a target holds separately."""

    SIDE = "side"
    PAIRING = "pairing"
    SCHOOL = "school"
    ROLE = "role"
    MENTORSHIP = "mentorship"
    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    HALF_YEAR = "half-year"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


def amount_of(bound: Amount | Percent) -> Amount:
    """A bound as a number; a share as its percentage."""
    return bound.value if isinstance(bound, Percent) else bound


def shown_quantity(bound: Amount | Percent) -> str:
    """A bound as files write it."""
    text = plain(Fraction(amount_of(bound)))
    return f"{text} %" if isinstance(bound, Percent) else text


class Lasting(OneOf):
    """How long something went on. Months are calendar months; bounds are included, save ``below``."""

    at_least: Annotated[
        LengthField | None, Doc("不短于", "如 1 month，含本数。", "This long or longer.")
    ] = None
    at_most: Annotated[LengthField | None, Doc("不长于", "含本数。", "This long or shorter.")] = (
        None
    )
    below: Annotated[LengthField | None, Doc("短于", "不含本数。", "Shorter than this.")] = None
    between: Annotated[
        LengthPair | None, Doc("介于", "如 [12 months, 18 months]。", "[shortest, longest].")
    ] = None
    in_total: Annotated[
        Flag,
        Doc(
            "累计",
            "true：同一人几次的天数相加（1个月按30天，1年按365天）；默认要求连续。",
            "true: a person's stretches are added up (a month is 30 days, a year 365); "
            "otherwise one stretch without a break.",
        ),
    ] = False

    as_agreed: Annotated[
        Flag,
        Doc(
            "按派出期限",
            "true：派出即按记录的起止计算；默认到期满才算。",
            "true: counted by its recorded length from the first day; otherwise once it is reached.",
        ),
    ] = False

    @property
    def shortest(self) -> Length | None:
        """The shortest that is asked."""
        return self.between[0] if self.between is not None else self.at_least

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        least, most = self.at_least, self.at_most or self.below
        if least is not None and most is not None and least.weight > most.weight:
            facts = {"least": str(least), "most": str(most)}
            raise PydanticCustomError("bounds", "bounds", facts)
        return self.require_one("at_least", "at_most", "below", "between", most=2)


class Limits(OneOf):
    """A number's bounds, themselves included."""

    at_least: Annotated[Number | None, Doc("不少于", "含本数。", "This many or more.")] = None
    at_most: Annotated[Number | None, Doc("不多于", "含本数。", "This many or fewer.")] = None

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        least, most = self.at_least, self.at_most
        if least is not None and most is not None and least > most:
            facts = {"least": shown_quantity(least), "most": shown_quantity(most)}
            raise PydanticCustomError("bounds", "bounds", facts)
        return self.require_one("at_least", "at_most", most=2)

    def hold(self, number: Fraction) -> bool:
        """Whether a number lies inside."""
        return (self.at_least is None or number >= self.at_least) and (
            self.at_most is None or number <= self.at_most
        )


class Selection(Record):
    """Which records count. Every field that is filled in must fit; a list means any of these."""

    kind: Annotated[OneOrMany[KindRef], Doc("类别", "工作类别。", "Kinds of work.")] = ()
    direction: Annotated[
        OneOrMany[Direction],
        Doc(
            "方向",
            "谁去谁那里；单向时，数人只数去的一方（除非写明 side）。",
            "Who goes to whom; of people, those of the side that goes, unless side is stated.",
        ),
    ] = ()
    at: Annotated[
        OneOrMany[OrganizationRef], Doc("地点", "在哪些单位举行。", "Where it was held.")
    ] = ()
    at_type: Annotated[
        OneOrMany[Name],
        Doc(
            "地点类别", "如 campus、teaching-point。", "Type of the place, such as teaching-point."
        ),
    ] = ()
    mode: Annotated[OneOrMany[Mode], Doc("方式", "实地或线上。", "On site or online.")] = ()
    level: Annotated[
        OneOrMany[Name],
        Doc(
            "级别",
            "活动的级别：school、town、county、city、province、national（国家级）。",
            "Level of the activity: school, town, county, city, province, national.",
        ),
    ] = ()
    award: Annotated[
        OneOrMany[Name], Doc("奖次", "只算这些奖次。", "Only with one of these prizes.")
    ] = ()
    audience: Annotated[OneOrMany[Name], Doc("对象", "为谁开展。", "For whom it was held.")] = ()
    attended: Annotated[
        Limits | None, Doc("规模", "一次活动的人数。", "How many took part in one activity.")
    ] = None
    amounts: Annotated[
        dict[str, Limits],
        Doc(
            "数量",
            "一次活动的数量，如 {words: {at_least: 2000}}。",
            "Amounts of one activity, such as {words: {at_least: 2000}}.",
        ),
    ] = Field(default_factory=dict)
    pairing: Annotated[OneOrMany[PairingRef], Doc("结对", "哪些结对。", "Which pairings.")] = ()
    pairing_level: Annotated[
        OneOrMany[Level], Doc("结对层面", "如 school、area。", "Level of the pairing.")
    ] = ()
    demonstration: Annotated[
        Flag | None,
        Doc("示范", "只算示范结对，或只算非示范。", "Demonstration pairings, or others."),
    ] = None
    filed: Annotated[
        Flag | None, Doc("备案", "只算已备案的结对，或只算未备案的。", "Pairings filed, or not.")
    ] = None
    subject: Annotated[OneOrMany[Name], Doc("学科", "涉及学科。", "Subjects.")] = ()
    stage: Annotated[OneOrMany[Name], Doc("学段", "学段。", "Stages.")] = ()
    role: Annotated[
        OneOrMany[Name], Doc("身份", "参加人员的身份。", "Role of those who took part.")
    ] = ()
    side: Annotated[
        OneOrMany[Side], Doc("哪一方的人", "参加人员是哪一方的。", "Side of those who took part.")
    ] = ()
    from_: Annotated[
        OneOrMany[OrganizationRef],
        Doc("来自", "参加人员来自哪些单位。", "Where those who took part come from."),
        Field(alias="from"),
    ] = ()
    from_type: Annotated[
        OneOrMany[Name], Doc("单位类别", "参加人员所在单位的类别。", "Type of their organization.")
    ] = ()
    person_level: Annotated[
        OneOrMany[Name], Doc("人员层次", "职称或称号。", "Title or rank of those who took part.")
    ] = ()
    lasting: Annotated[
        Lasting | None, Doc("时长", "持续多久。", "How long it, or a person's part, lasted.")
    ] = None
    among: Annotated[
        OneOrMany[FigureRef],
        Doc(
            "属于基数",
            "只算符合某个人员口径（figures 的 people）的人。",
            "Only people who belong to a pool: a figure counted from the register.",
        ),
    ] = ()
    document: Annotated[
        OneOrMany[DocumentTypeRef],
        Doc("资料", "count 为 documents 时，哪些资料。", "With count: documents, of which kinds."),
    ] = ()


class SchoolChoice(Record):
    """Which organizations of the pairings a target holds for, one by one (每校)."""

    side: Annotated[Side | None, Doc("哪一方", "只要这一方的。", "Only of this side.")] = None
    type: Annotated[OneOrMany[Name], Doc("类别", "只要这些类别。", "Only of these types.")] = ()
    stage: Annotated[OneOrMany[Name], Doc("学段", "只要这些学段。", "Only of these stages.")] = ()

    def takes(self, side: Side, kind: str, stages: tuple[str, ...]) -> bool:
        """Whether an organization of a side, a type and stages is one of them."""
        return (
            self.side in (None, side)
            and (not self.type or kind in self.type)
            and (not self.stage or not set(self.stage).isdisjoint(stages))
        )


class Condition(Record):
    """A number that must be reached before a document counts as complete."""

    count: Annotated[Unit, Doc("计数单位", "数什么。", "What is counted.")] = Unit.ACTIVITIES
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")]
    per: Annotated[
        Scope | None,
        Doc("分别计算", "如 mentorship：每对师徒都要达到。", "Such as: for every teacher pair."),
    ] = None
    at_least: Annotated[Positive, Doc("不少于", "含本数。", "This many or more.")]
