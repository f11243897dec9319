"""What counts and how much of it: selections (选哪些), measures (数什么), quotas (指标)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.log import Direction, KindRef, Mode
from pairing_cli.model.parties import OrganizationRef
from pairing_cli.model.scalars import (
    Count,
    CountPair,
    Day,
    Doc,
    Id,
    MonthField,
    Name,
    OneOrMany,
    Positive,
)


class Unit(StrEnum):
    """What is counted. Units never mix."""

    ACTIVITIES = "activities"
    PERSON_TIMES = "person-times"
    PEOPLE = "people"
    PLAN_TASKS = "plan-tasks"


class Scope(StrEnum):
    """For each of what a target holds separately."""

    PAIRING = "pairing"
    TERM = "term"
    MONTH = "month"
    MENTORSHIP = "mentorship"


class Selection(Record):
    """Which records count. Every field that is filled in must fit; a list means any of these."""

    kind: Annotated[OneOrMany[KindRef], Doc("类别", "工作类别。", "Kinds of work.")] = ()
    direction: Annotated[
        OneOrMany[Direction], Doc("方向", "谁去谁那里。", "Who goes to whom.")
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
    subject: Annotated[OneOrMany[Name], Doc("学科", "涉及学科。", "Subjects.")] = ()
    role: Annotated[
        OneOrMany[Name], Doc("身份", "参加人员的身份。", "Role of those who took part.")
    ] = ()


class Bounds(OneOf):
    """How much is asked: at least, at most, exactly, or between two numbers, themselves included."""

    at_least: Annotated[Count | None, Doc("不少于", "含本数。", "This many or more.")] = None
    at_most: Annotated[Count | None, Doc("不多于", "含本数。", "This many or fewer.")] = None
    exactly: Annotated[Count | None, Doc("正好", "正好这么多。", "Exactly this many.")] = None
    between: Annotated[
        CountPair | None, Doc("介于", "[下限, 上限]，都含本数。", "[least, most].")
    ] = None

    @model_validator(mode="after")
    def _one_kind_of_bound(self) -> Self:
        names = self.given("at_least", "at_most", "exactly", "between")
        if names != ("at_least", "at_most"):
            self.require_one("at_least", "at_most", "exactly", "between")
        least, most = self.bounds
        if most is not None and least > most:
            raise PydanticCustomError("bounds", "bounds", {"least": least, "most": most})
        return self

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least and the most that is asked; None: no upper bound."""
        if self.exactly is not None:
            return self.exactly, self.exactly
        if self.between is not None:
            return self.between
        return self.at_least or 0, self.at_most


class Part(Bounds):
    """A target inside another (其中): counted among what the outer one counts."""

    title: Annotated[Name, Doc("名称", "如 其中教学点。", "Such as: of which at teaching points.")]
    count: Annotated[
        Unit | None, Doc("计数单位", "不填时同上级。", "As in the outer target if empty.")
    ] = None
    of: Annotated[
        Selection, Doc("选择", "在上级所选之内再选。", "Chosen among what the outer one chose.")
    ] = Selection()
    including: Annotated[tuple[Part, ...], Doc("其中", "更细的分项。", "Finer parts.")] = ()


class Quota(Bounds):
    """A target over what was done (指标)."""

    id: Annotated[Id, Doc("编号", "指标编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 每学期至少3次送课。", "Title.")]
    clause: Annotated[
        Name | None, Doc("条款", "出自原文哪一条。", "Clause of the official text.")
    ] = None
    count: Annotated[
        Unit,
        Doc(
            "计数单位",
            "activities 次，person-times 人次，people 人，plan-tasks 计划项。",
            "What is counted; units never mix.",
        ),
    ]
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")] = Selection()
    per: Annotated[
        OneOrMany[Scope],
        Doc(
            "分别计算",
            "每对、每学期、每月、每对师徒分别计算；不填为整个方案。",
            "Held separately for each of these; empty: for the whole programme.",
        ),
    ] = ()
    months: Annotated[
        OneOrMany[MonthField],
        Doc("月份", "按月计算时，只算这些月份。", "With per month: only these months."),
    ] = ()
    due: Annotated[
        Day | None, Doc("截止", "不填时为该范围的末日。", "The scope's last day if empty.")
    ] = None
    including: Annotated[
        tuple[Part, ...], Doc("其中", "包含在内的分项。", "Targets inside this one.")
    ] = ()

    @model_validator(mode="after")
    def _months_need_per_month(self) -> Self:
        if self.months and Scope.MONTH not in self.per:
            raise PydanticCustomError("months_without_per", "months_without_per", {})
        return self


class Condition(Record):
    """A number that must be reached before a document counts as complete."""

    count: Annotated[Unit, Doc("计数单位", "数什么。", "What is counted.")] = Unit.ACTIVITIES
    of: Annotated[Selection, Doc("选择", "哪些记录算数。", "Which records count.")]
    per: Annotated[
        Scope | None,
        Doc("分别计算", "如 mentorship：每对师徒都要达到。", "Such as: for every teacher pair."),
    ] = None
    at_least: Annotated[Positive, Doc("不少于", "含本数。", "This many or more.")]
