"""How much is asked of what: bounds, parts, and targets (指标)."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from pairing_cli.model.base import OneOf
from pairing_cli.model.pools import PARENT, FigureRef
from pairing_cli.model.readers import Percent
from pairing_cli.model.scalars import (
    DaysField,
    Doc,
    DueField,
    Id,
    MonthField,
    Name,
    OneOrMany,
    Quantity,
    QuantityPair,
)
from pairing_cli.model.selections import (
    Amount,
    SchoolChoice,
    Scope,
    Selection,
    Unit,
    amount_of,
    shown_quantity,
)


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
        if least is not None and most is not None and amount_of(least) > amount_of(most):
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
        return 0 if least is None else amount_of(least), None if most is None else amount_of(most)


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
        tuple[TargetPart, ...],
        Doc(
            "组成",
            "组成整体的分项，合计须等于整体。",
            "Parts that make up the whole; they must add up.",
        ),
    ] = ()
    including: Annotated[
        tuple[TargetPart, ...],
        Doc("其中", "包含在内的分项，不必合计。", "Targets inside this one."),
    ] = ()

    @model_validator(mode="after")
    def _shares_have_a_pool(self) -> Self:
        if self.in_percent != (self.share_of is not None):
            kind = "share_without_pool" if self.in_percent else "pool_without_share"
            raise PydanticCustomError(kind, kind, {})
        return self

    @property
    def inside(self) -> tuple[tuple[str, int, TargetPart], ...]:
        """Every target inside this one: the field it stands in, its place there, and itself."""
        return (
            *(("parts", number, part) for number, part in enumerate(self.parts)),
            *(("including", number, part) for number, part in enumerate(self.including)),
        )


class TargetPart(Target):
    """A target inside another: counted among what the outer one counts."""

    id: Annotated[
        Id | None, Doc("编号", "需要单独查看时填写。", "Short id, to ask for it by name.")
    ] = None
    title: Annotated[Name, Doc("名称", "如 其中教学点。", "Such as: of which at teaching points.")]
    count: Annotated[
        Unit | None, Doc("计数单位", "不填时同上级。", "As in the outer target if empty.")
    ] = None


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
        tuple[TargetPart, ...],
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
