"""What counts and how much of it: selections (选哪些), measures (数什么), quotas (指标)."""

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
from pairing_cli.model.pools import PARENT, FigureRef
from pairing_cli.model.programme import Side
from pairing_cli.model.scalars import (
    DaysField,
    Doc,
    DueField,
    Flag,
    Id,
    LengthField,
    LengthPair,
    MonthField,
    Name,
    Number,
    OneOrMany,
    Percent,
    Positive,
    Quantity,
    QuantityPair,
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


class Bounds(OneOf):
    """How much is asked: at least, at most, exactly, or between two numbers, themselves included.

    Shares of a pool are written ``10 %``. Without any bound it is only counted.
    """

    at_least: Annotated[Quantity | None, Doc("不少于", "含本数。", "This many or more.")] = None
    at_most: Annotated[Quantity | None, Doc("不多于", "含本数。", "This many or fewer.")] = None
    exactly: Annotated[Quantity | None, Doc("正好", "正好这么多。", "Exactly this many.")] = None
    between: Annotated[
        QuantityPair | None, Doc("介于", "[下限, 上限]，都含本数。", "[least, most].")
    ] = None

    @model_validator(mode="after")
    def _one_kind_of_bound(self) -> Self:
        names = self.given("at_least", "at_most", "exactly", "between")
        if names and names != ("at_least", "at_most"):
            self.require_one("at_least", "at_most", "exactly", "between")
        shares = {isinstance(bound, Percent) for bound in self.stated}
        if len(shares) > 1:
            raise PydanticCustomError("bounds_mixed", "bounds_mixed", {})
        least, most = self.asked
        if least is not None and most is not None and _number(least) > _number(most):
            facts = {"least": shown_quantity(least), "most": shown_quantity(most)}
            raise PydanticCustomError("bounds", "bounds", facts)
        return self

    @property
    def stated(self) -> tuple[Amount | Percent, ...]:
        """Every number it states."""
        one = (self.at_least, self.at_most, self.exactly)
        return (*(bound for bound in one if bound is not None), *(self.between or ()))

    @property
    def asked(self) -> tuple[Amount | Percent | None, Amount | Percent | None]:
        """The least and the most that is asked; None where there is no such bound."""
        if self.exactly is not None:
            return self.exactly, self.exactly
        return self.between if self.between is not None else (self.at_least, self.at_most)

    @property
    def in_percent(self) -> bool:
        """Whether it asks for a share of a pool."""
        return any(isinstance(bound, Percent) for bound in self.stated)

    @property
    def bounds(self) -> tuple[Amount, Amount | None]:
        """The least and the most that is asked, as numbers; a share as its percentage."""
        least, most = self.asked
        return 0 if least is None else _number(least), None if most is None else _number(most)


def _number(bound: Amount | Percent) -> Amount:
    return bound.value if isinstance(bound, Percent) else bound


def shown_quantity(bound: Amount | Percent) -> str:
    """A bound as files write it."""
    text = plain(Fraction(_number(bound)))
    return f"{text} %" if isinstance(bound, Percent) else text


class Target(Bounds):
    """What a target and the targets inside it have in common."""

    of: Annotated[
        Selection,
        Doc(
            "选择",
            "哪些记录算数；分项在上级所选之内再选。",
            "Which records count; inside another target, among those it counts.",
        ),
    ] = Selection()
    figure: Annotated[
        FigureRef | None,
        Doc(
            "登记的数",
            "count 为 figure 时，用哪个登记的数（如 县域住院率）。",
            "With count: figure, which entered number, such as a rate.",
        ),
    ] = None
    share_of: Annotated[
        FigureRef | None,
        Doc(
            "占比基数",
            "百分比的分母：一个基数（figures）的编号，或 parent（上级所数的数）。",
            "What a percentage is of: a figure by its id, or parent, what the outer target counted.",
        ),
    ] = None
    parts: Annotated[
        tuple[Part, ...],
        Doc(
            "组成",
            "组成整体的分项，合计须等于整体。",
            "Parts that make up the whole; they must add up.",
        ),
    ] = ()
    including: Annotated[
        tuple[Part, ...], Doc("其中", "包含在内的分项，不必合计。", "Targets inside this one.")
    ] = ()

    @model_validator(mode="after")
    def _shares_have_a_pool(self) -> Self:
        if self.in_percent != (self.share_of is not None):
            kind = "share_without_pool" if self.in_percent else "pool_without_share"
            raise PydanticCustomError(kind, kind, {})
        return self

    @property
    def inside(self) -> tuple[tuple[str, int, Part], ...]:
        """Every target inside this one: the field it stands in, its place there, and itself."""
        return (
            *(("parts", number, part) for number, part in enumerate(self.parts)),
            *(("including", number, part) for number, part in enumerate(self.including)),
        )


class Part(Target):
    """A target inside another: counted among what the outer one counts."""

    id: Annotated[
        Id | None, Doc("编号", "需要单独查看时填写。", "Short id, to ask for it by name.")
    ] = None
    title: Annotated[Name, Doc("名称", "如 其中教学点。", "Such as: of which at teaching points.")]
    count: Annotated[
        Unit | None, Doc("计数单位", "不填时同上级。", "As in the outer target if empty.")
    ] = None


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


class Quota(Target):
    """A target over what was done (指标)."""

    id: Annotated[Id, Doc("编号", "指标编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 每学期至少3次送课。", "Title.")]
    clause: Annotated[
        Name | None, Doc("条款", "出自原文哪一条。", "Clause of the official text.")
    ] = None
    count: Annotated[
        Unit | None,
        Doc(
            "计数单位",
            "activities 次，person-times 人次，people 人，schools 校，pairings 对，mentorships 师徒对，"
            "days 天，class-hours 课时，money 元，items 件，documents 份资料，"
            "plan-tasks 计划项，figure 登记的数。",
            "What is counted; units never mix.",
        ),
    ] = None
    per: Annotated[
        OneOrMany[Scope],
        Doc(
            "分别计算",
            "每方、每对、每校、每种身份、每对师徒、每年、每学年、每半年、每学期、每季、每月、每周分别计算；不填为整个方案。",
            "Held separately for each of these; empty: for the whole programme.",
        ),
    ] = ()
    months: Annotated[
        OneOrMany[MonthField],
        Doc("月份", "按月计算时，只算这些月份。", "With per month: only these months."),
    ] = ()
    schools: Annotated[
        SchoolChoice | None,
        Doc("哪些学校", "按校计算时，对哪些学校。", "With per school: which organizations."),
    ] = None
    period: Annotated[
        DaysField | None,
        Doc(
            "计算期间",
            "不填时为方案期限。",
            "The stretch in which it is counted, if not all of it.",
        ),
    ] = None
    due: Annotated[
        DueField | None,
        Doc(
            "截止",
            "一天，或如 end of the term；不填时为该范围的末日。",
            "A day, or a rule such as end of the term; the scope's last day if empty.",
        ),
    ] = None
    any_of: Annotated[
        tuple[Part, ...],
        Doc(
            "任选",
            "完成其中几项即可，默认一项。",
            "Meeting one of these, or at_least of them, is enough.",
        ),
    ] = ()

    @model_validator(mode="after")
    def _fields_that_need_others(self) -> Self:
        if self.months and Scope.MONTH not in self.per:
            raise PydanticCustomError("months_without_per", "months_without_per", {})
        if self.schools is not None and Scope.SCHOOL not in self.per:
            raise PydanticCustomError("schools_without_per", "schools_without_per", {})
        if Scope.ROLE in self.per and not self.of.role:
            raise PydanticCustomError("roles_without_role", "roles_without_role", {})
        if self.share_of == PARENT:
            raise PydanticCustomError("no_parent", "no_parent", {})
        if not self.any_of:
            self.require_one("count")
        if self.any_of:
            self._alternatives_alone()
        if (self.count is Unit.FIGURE) != (self.figure is not None):
            raise PydanticCustomError("figure_and_count", "figure_and_count", {})
        return self

    def _alternatives_alone(self) -> None:
        """Refuse alternatives beside parts of the whole, or more of them than there are."""
        least, most = self.at_least, len(self.any_of)
        others = self.given("parts", "including", "at_most", "exactly", "between", "share_of")
        if others or isinstance(least, Percent) or (least is not None and not 1 <= least <= most):
            raise PydanticCustomError("alternatives", "alternatives", {"most": most})


class Condition(Record):
    """A number that must be reached before a document counts as complete."""

    count: Annotated[Unit, Doc("计数单位", "数什么。", "What is counted.")] = Unit.ACTIVITIES
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")]
    per: Annotated[
        Scope | None,
        Doc("分别计算", "如 mentorship：每对师徒都要达到。", "Such as: for every teacher pair."),
    ] = None
    at_least: Annotated[Positive, Doc("不少于", "含本数。", "This many or more.")]
