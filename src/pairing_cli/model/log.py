"""What was planned, done and handed in: plans (计划表), activities (活动), submissions (上报资料)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from pairing_cli.model.base import OneOf, Record
from pairing_cli.model.parties import MentorshipRef, OrganizationRef, PairingRef, PersonRef
from pairing_cli.model.scalars import (
    Count,
    Day,
    DaysField,
    Doc,
    Id,
    MonthField,
    Name,
    OneOrMany,
    Positive,
    Refers,
    Text,
)

KindRef = Annotated[Name, Refers("activity_kinds")]
DocumentTypeRef = Annotated[Name, Refers("document_types")]
ActivityRef = Annotated[Name, Refers("activities")]
TermRef = Annotated[Name, Refers("terms")]


class Direction(StrEnum):
    """Who goes to whom."""

    TO_HELPED = "helper-to-helped"
    TO_HELPER = "helped-to-helper"
    MUTUAL = "mutual"


class Written(StrEnum):
    """Whether a document is written before the activity (a plan, a notice) or after it."""

    BEFORE = "before"
    AFTER = "after"


class Mode(StrEnum):
    """How an activity was held."""

    ON_SITE = "on-site"
    ONLINE = "online"


class ActivityKind(Record):
    """A kind of work (工作类别), such as 送课指导."""

    id: Annotated[Id, Doc("编号", "类别编号，如 lesson-delivery。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 送课指导。", "Title, as in the plan table.")]
    aliases: Annotated[OneOrMany[Name], Doc("别名", "其他叫法。", "Other names.")] = ()
    direction: Annotated[
        Direction | None,
        Doc("方向", "这类活动通常谁去谁那里。", "Who usually goes to whom in such activities."),
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class DocumentType(Record):
    """A kind of document (资料类型), such as 听课记录."""

    id: Annotated[Id, Doc("编号", "类型编号，如 listening-records。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 听课记录。", "Title.")]
    aliases: Annotated[OneOrMany[Name], Doc("别名", "其他叫法。", "Other names.")] = ()
    written: Annotated[
        Written,
        Doc(
            "形成时间",
            "before 活动前形成（方案、通知），after 活动后形成（默认）。",
            "Written before the activity (plan, notice) or after it (default).",
        ),
    ] = Written.AFTER
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class PlanTask(Record):
    """A line of a pairing's plan table (计划表中的一项)."""

    id: Annotated[
        Id | None, Doc("编号", "活动要指向它时填写。", "Needed when an activity points to it.")
    ] = None
    month: Annotated[MonthField, Doc("月份", "如 2020-04。", "Calendar month.")]
    kind: Annotated[KindRef, Doc("内容", "工作类别。", "Kind of work.")]
    work: Annotated[Text, Doc("开展的具体工作", "具体做什么。", "What exactly is done.")]
    responsible: Annotated[
        OneOrMany[Name], Doc("责任人", "具体责任人。", "The people responsible.")
    ] = ()
    due: Annotated[Day | None, Doc("完成时限", "完成日期。", "The day by which it is done.")] = None
    times: Annotated[
        Positive, Doc("次数", "计划开展几次，默认 1。", "How many activities; 1 by default.")
    ] = 1
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Plan(Record):
    """A pairing's plan of work for the year (年度帮扶计划安排表)."""

    pairing: Annotated[PairingRef, Doc("结对", "哪一对的计划。", "Whose plan it is.")]
    tasks: Annotated[tuple[PlanTask, ...], Doc("任务", "按月列出。", "Month by month.")] = ()
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Participants(OneOf):
    """People who took part: one named person, or a head count (参加人员)."""

    from_: Annotated[
        OrganizationRef, Doc("单位", "来自哪个单位。", "Where they come from."), Field(alias="from")
    ]
    role: Annotated[
        Name | None,
        Doc("身份", "如 principal、middle-leader、backbone-teacher、teacher。", "In what role."),
    ] = None
    name: Annotated[Name | None, Doc("姓名", "一个人的姓名。", "One person's name.")] = None
    count: Annotated[
        Positive | None, Doc("人数", "不记姓名时的人数。", "How many, when they are not named.")
    ] = None
    subject: Annotated[Name | None, Doc("学科", "学科。", "Subject.")] = None

    @model_validator(mode="after")
    def _named_or_counted(self) -> Self:
        return self.require_one("name", "count")

    @property
    def heads(self) -> int:
        """How many people this line stands for."""
        return self.count or 1


def _evidence(value: Any) -> Any:
    """An evidence file written as its path only."""
    return {"path": value} if isinstance(value, str) else value


class _EvidenceSchema:
    """Tells editors that an evidence file may be written as its path."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


class EvidenceFile(Record):
    """A file kept in the programme's folder (佐证文件)."""

    path: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=1000)],
        Doc(
            "路径",
            "相对于方案文件夹的路径，用 / 分隔。",
            "Path inside the programme's folder, with /.",
        ),
    ]
    sha256: Annotated[
        Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None,
        Doc(
            "校验值", "文件的 SHA-256，填写后可发现改动。", "SHA-256; lets later changes be found."
        ),
    ] = None


Evidence = Annotated[EvidenceFile, BeforeValidator(_evidence), _EvidenceSchema()]


class Rejection(Record):
    """That a document was sent back (退回)."""

    date: Annotated[Day, Doc("日期", "退回日期。", "When it was sent back.")]
    by: Annotated[Name, Doc("退回人", "由谁退回。", "Who sent it back.")]
    reason: Annotated[Text, Doc("原因", "为什么退回。", "Why.")]


class Document(Record):
    """A document handed in (上报资料)."""

    type: Annotated[DocumentTypeRef, Doc("类型", "资料类型。", "Kind of document.")]
    from_: Annotated[
        OneOrMany[OrganizationRef],
        Doc("报送单位", "由谁报送；联合报送时写双方。", "Who handed it in; both if jointly."),
        Field(alias="from"),
    ]
    received: Annotated[Day, Doc("收到日期", "基教股收到的日期。", "The day it was received.")]
    copies: Annotated[
        Count | None,
        Doc(
            "份数",
            "几份；默认等于作者人数，没有作者时为 1。",
            "How many; by default one for each author, or 1.",
        ),
    ] = None
    by: Annotated[
        OneOrMany[PersonRef],
        Doc(
            "作者",
            "写这份材料的教师，每人一份时必填。",
            "Its authors; needed where each writes one.",
        ),
    ] = ()
    seals: Annotated[
        OneOrMany[OrganizationRef], Doc("盖章", "盖了哪些单位的章。", "Whose seals it bears.")
    ] = ()
    file: Annotated[OneOrMany[Evidence], Doc("文件", "佐证文件。", "Evidence files.")] = ()
    rejected: Annotated[
        Rejection | None, Doc("退回", "被退回时填写。", "Filled in when it was sent back.")
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    @property
    def number(self) -> int:
        """How many copies it counts for."""
        return self.copies if self.copies is not None else max(len(self.by), 1)


class Activity(Record):
    """Something that was held (活动)."""

    id: Annotated[Id, Doc("编号", "如 xijie-0415-songke。", "Stable id.")]
    pairing: Annotated[PairingRef, Doc("结对", "哪一对的活动。", "The pairing it belongs to.")]
    kind: Annotated[KindRef, Doc("类别", "工作类别。", "Kind of work.")]
    title: Annotated[Name | None, Doc("名称", "活动名称。", "What it was called.")] = None
    days: Annotated[
        DaysField,
        Doc("日期", "一天，或 首日 to 末日。", "The day, or first day to last day."),
        Field(alias="date"),
    ]
    at: Annotated[OrganizationRef | None, Doc("地点", "在哪个单位举行。", "Where it was held.")] = (
        None
    )
    mode: Annotated[
        Mode, Doc("方式", "on-site 实地（默认），online 线上。", "On site or online.")
    ] = Mode.ON_SITE
    direction: Annotated[
        Direction | None,
        Doc("方向", "不填时按类别。", "By kind if empty."),
    ] = None
    subjects: Annotated[OneOrMany[Name], Doc("学科", "涉及学科。", "Subjects.")] = ()
    mentorship: Annotated[
        MentorshipRef | None, Doc("师徒", "师徒交流时填写。", "For exchanges of a teacher pair.")
    ] = None
    participants: Annotated[
        tuple[Participants, ...], Doc("参加人员", "姓名或人数。", "Names or head counts.")
    ] = ()
    documents: Annotated[
        tuple[Document, ...], Doc("资料", "为这次活动报送的资料。", "Documents handed in for it.")
    ] = ()
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Submission(Document):
    """A document handed in on its own, not in an activity's list (单独报送的资料)."""

    pairing: Annotated[PairingRef, Doc("结对", "哪一对报送的。", "The pairing it belongs to.")]
    activity: Annotated[
        ActivityRef | None, Doc("活动", "为某次活动补报时填写。", "The activity it documents.")
    ] = None
    term: Annotated[
        TermRef | None,
        Doc(
            "学期",
            "不填时归入收到时已开始、且要求这类资料的最近学期。",
            "If empty: the latest term that asks for it and had begun when it came in.",
        ),
    ] = None
