"""What was done and handed in: activities (活动), those who took part, submissions (上报资料)."""

from __future__ import annotations

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
    Flag,
    Id,
    Name,
    NumbersByName,
    OneOrMany,
    Positive,
    Refers,
    Text,
)
from pairing_cli.model.words import (
    ActivityRef,
    Direction,
    DocumentTypeRef,
    KindRef,
    Mode,
    TermRef,
)

PlanLineRef = Annotated[Name, Refers("plan_lines")]


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
    stage: Annotated[
        Name | None, Doc("学段", "如 primary、junior、preschool。", "Stage they teach or learn at.")
    ] = None
    level: Annotated[
        Name | None,
        Doc("层次", "职称或称号；不填时按人员登记。", "Title or rank; as registered if empty."),
    ] = None
    days: Annotated[
        DaysField | None,
        Doc("起止", "与活动的起止不同时填写。", "When they came and left, if not as the activity."),
        Field(alias="date"),
    ] = None

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
    public: Annotated[
        Flag,
        Doc(
            "可公开",
            "照片可以用在公开的文件里（监护人已同意，或没有拍到人）；默认 false。",
            "Whether a photograph may be shown in public (--redact): with consent, or of nobody.",
        ),
    ] = False


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
    mentorship: Annotated[
        MentorshipRef | None, Doc("师徒", "师徒交流时填写。", "For exchanges of a teacher pair.")
    ] = None
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
    stage: Annotated[
        OneOrMany[Name], Doc("学段", "如 primary、junior、preschool。", "Stages concerned.")
    ] = ()
    level: Annotated[
        Name | None,
        Doc(
            "级别",
            "school 校级，town 乡镇级，county 县级，city 市级，province 省级，national 国家级；"
            "别的词照写照印。",
            "school, town, county, city, province or national; any other word is printed as it is.",
        ),
    ] = None
    award: Annotated[Name | None, Doc("奖次", "如 二等奖。", "The prize that was won.")] = None
    work: Annotated[
        Name | None,
        Doc(
            "成果",
            "同一成果几次登记时写同一名称，只计一次。",
            "The same work in several records counts once.",
        ),
    ] = None
    audience: Annotated[
        Name | None, Doc("对象", "为谁开展，如 幼儿园长。", "For whom it was held.")
    ] = None
    amounts: Annotated[
        NumbersByName,
        Doc(
            "数量",
            "class-hours 课时，money 金额（元），items 件数，或方案自定的，如 words 字数。",
            "class-hours, money (yuan), items, or others of the programme, such as words.",
        ),
    ] = Field(default_factory=dict)
    participants: Annotated[
        tuple[Participants, ...], Doc("参加人员", "姓名或人数。", "Names or head counts.")
    ] = ()
    fulfils: Annotated[
        OneOrMany[PlanLineRef],
        Doc(
            "落实", "落实计划中的哪一项。", "The line of a plan, or the milestone, that it fulfils."
        ),
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
