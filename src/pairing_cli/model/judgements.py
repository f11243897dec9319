"""What only people can say, beside surveys: ratings (评分), findings (核查结论), waivers (顺延豁免)."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.parties import MentorshipRef, OrganizationRef, PairingRef, PersonRef
from pairing_cli.model.programme import Side
from pairing_cli.model.scalars import (
    Day,
    Doc,
    Flag,
    Id,
    Name,
    Number,
    OneOrMany,
    Refers,
    Text,
)
from pairing_cli.model.words import ActivityRef, DocumentTypeRef, TermRef

ItemRef = Annotated[Name, Refers("items")]
QuotaRef = Annotated[Name, Refers("quotas")]
SurveyRef = Annotated[Name, Refers("surveys")]


class Rating(OneOf):
    """Points that a person gave (评分)."""

    id: Annotated[Id, Doc("编号", "评分编号。", "Short id.")]
    item: Annotated[ItemRef, Doc("项目", "考核项目编号。", "The rubric's item.")]
    pairing: Annotated[PairingRef | None, Doc("结对", "评的是哪一对。", "The pairing rated.")] = (
        None
    )
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "评的是哪个单位。", "The organization rated.")
    ] = None
    person: Annotated[PersonRef | None, Doc("人员", "评的是谁。", "The person rated.")] = None
    term: Annotated[
        TermRef | None,
        Doc(
            "学期",
            "评分写明 per: term 时必填，否则不填。",
            "Stated where the item is rated per term, only there.",
        ),
    ] = None
    points: Annotated[Number | None, Doc("得分", "给多少分。", "Points given.")] = None
    level: Annotated[Name | None, Doc("等级", "如 优秀。", "The level given.")] = None
    by: Annotated[Name, Doc("评分人", "谁评的。", "Who gave them.")]
    as_: Annotated[
        Name | None,
        Doc("评分方", "代表哪一方评分，如 工作站。", "For which of several raters."),
        Field(alias="as"),
    ] = None
    date: Annotated[Day, Doc("日期", "评分日期。", "When.")]
    reason: Annotated[Text | None, Doc("理由", "评分理由。", "Why.")] = None

    @model_validator(mode="after")
    def _of_one_by_one_measure(self) -> Self:
        self.require_one("pairing", "organization", "person")
        return self.require_one("points", "level")


class Verdict(StrEnum):
    """What an inspection says it found."""

    FALSIFIED = "falsified"
    IRREGULAR = "irregular"
    PRAISED = "praised"


class Standing(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    UPHELD = "upheld"
    OVERTURNED = "overturned"


class Decision(Record):
    """A decision on a finding (处理决定)."""

    date: Annotated[Day, Doc("日期", "决定日期。", "When it was decided.")]
    status: Annotated[
        Standing,
        Doc("结果", "upheld 属实，overturned 撤销。", "Upheld, overturned, or open again."),
    ]
    by: Annotated[Name, Doc("决定人", "谁决定的。", "Who decided.")]
    reason: Annotated[Text | None, Doc("理由", "理由。", "Why.")] = None


class Finding(OneOf):
    """What an inspection established (核查结论)."""

    id: Annotated[Id, Doc("编号", "结论编号。", "Short id.")]
    verdict: Annotated[
        Verdict,
        Doc(
            "结论",
            "falsified 弄虚作假，irregular 不规范，praised 表扬。",
            "Falsified, irregular or praised.",
        ),
    ]
    activity: Annotated[
        ActivityRef | None, Doc("活动", "关于哪次活动。", "The activity it is about.")
    ] = None
    pairing: Annotated[
        PairingRef | None,
        Doc(
            "结对",
            "关于单独报送的资料，或关于这一对的整体。",
            "For documents handed in on their own, or for the pairing as a whole.",
        ),
    ] = None
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "关于某个单位。", "The organization it is about.")
    ] = None
    person: Annotated[PersonRef | None, Doc("人员", "关于某个人。", "The person it is about.")] = (
        None
    )
    document: Annotated[
        OneOrMany[DocumentTypeRef],
        Doc(
            "资料",
            "关于哪类资料；弄虚作假而填 pairing 时必填。",
            "The kind of document; needed where documents of a pairing are falsified.",
        ),
    ] = ()
    term: Annotated[TermRef | None, Doc("学期", "资料所属学期。", "The term of that document.")] = (
        None
    )
    date: Annotated[Day, Doc("日期", "核查日期。", "When it was found.")]
    by: Annotated[Name, Doc("来源", "如 入校检查、走访、问卷。", "Inspection, visit, survey.")]
    decisions: Annotated[
        tuple[Decision, ...],
        Doc("决定", "先后作出的决定，最后一条有效。", "Decisions in turn; the last one holds."),
    ] = ()
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        self.require_one("activity", "pairing", "organization", "person")
        if self.verdict is Verdict.FALSIFIED and self.pairing is not None:
            return self.require_one("document")
        return self

    def standing(self, as_of: datetime.date) -> Standing:
        """Where it stands on a day: the last decision made by then."""
        made = sorted(
            (decision for decision in self.decisions if decision.date <= as_of),
            key=lambda decision: decision.date,
        )
        return made[-1].status if made else Standing.OPEN


class Waiver(OneOf):
    """An approved exception: a later deadline, or a document or target that is excused."""

    id: Annotated[Id, Doc("编号", "编号。", "Short id.")]
    pairing: Annotated[
        PairingRef | None,
        Doc("结对", "哪一对；关于指标时可不填。", "The pairing; may be empty for a target."),
    ] = None
    quota: Annotated[
        OneOrMany[QuotaRef],
        Doc("指标", "免除或顺延的是哪些指标。", "Targets that are excused or moved."),
    ] = ()
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "只限某单位的指标。", "Only for this organization.")
    ] = None
    mentorship: Annotated[
        MentorshipRef | None, Doc("师徒", "只限某对师徒的指标。", "Only for this teacher pair.")
    ] = None
    activity: Annotated[
        ActivityRef | None, Doc("活动", "只限某次活动。", "Only for this activity.")
    ] = None
    item: Annotated[
        ItemRef | None, Doc("项目", "只限某个考核项目。", "Only for this item of the rubric.")
    ] = None
    term: Annotated[
        TermRef | None,
        Doc(
            "学期",
            "只限某学期；全年一次的资料按截止日归入学期。",
            "Only for this term; what is asked for once belongs to the term it is due in.",
        ),
    ] = None
    document: Annotated[
        OneOrMany[DocumentTypeRef],
        Doc("资料", "只限这些类型；不填为全部。", "Only these kinds; all if empty."),
    ] = ()
    side: Annotated[Side | None, Doc("哪一方", "只限一方报送的。", "Only this side's.")] = None
    until: Annotated[Day | None, Doc("顺延至", "新的截止日期。", "The new due date.")] = None
    excused: Annotated[
        Flag | None,
        Doc(
            "免报",
            "true 表示不必报送，其分值并入同级其他资料。",
            "true: need not be handed in; its share goes to its siblings.",
        ),
    ] = None
    reason: Annotated[Text, Doc("原因", "为什么。", "Why.")]
    approved_by: Annotated[Name, Doc("批准人", "谁批准的。", "Who approved it.")]
    date: Annotated[Day, Doc("批准日期", "何时批准。", "When it was approved.")]

    @property
    def of_item(self) -> bool:
        """Whether it excuses an item of the rubric, and nothing less."""
        less = self.given("activity", "term", "document", "side", "quota", "mentorship")
        return bool(self.excused) and self.item is not None and not less

    @model_validator(mode="after")
    def _moves_or_excuses(self) -> Self:
        self.require_one("pairing", "quota", most=2)
        return self.require_one("until", "excused")
