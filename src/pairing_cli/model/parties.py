"""Who takes part: organizations (单位), people (人员), pairings (结对), teacher pairs (师徒)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from pairing_cli.model.base import Record
from pairing_cli.model.dates import Days
from pairing_cli.model.programme import Side
from pairing_cli.model.scalars import (
    REFERS,
    Day,
    DaysField,
    Doc,
    Flag,
    Id,
    MonthField,
    Name,
    OneOrMany,
    Refers,
    Text,
)

OrganizationRef = Annotated[Name, Refers("organizations")]
PersonRef = Annotated[Name, Refers("people")]
PairingRef = Annotated[Name, Refers("pairings")]
MentorshipRef = Annotated[Name, Refers("mentorships")]


class Organization(Record):
    """A bureau, department, school, campus, teaching point, zone, district (单位)."""

    title: Annotated[
        Name, Doc("名称", "单位名称；其他记录用它来指称。", "The name others refer to.")
    ]
    id: Annotated[
        Id | None,
        Doc("编号", "可不填；不填时以名称为编号。", "Optional; the title serves otherwise."),
    ] = None
    aliases: Annotated[
        OneOrMany[Name], Doc("别名", "简称、曾用名。", "Short and former names.")
    ] = ()
    type: Annotated[
        Name,
        Doc(
            "类别",
            "如 school、campus（校区）、teaching-point（教学点）、kindergarten、bureau、zone（片区）。",
            "Such as school, campus, teaching-point, kindergarten, bureau, zone.",
        ),
    ] = "school"
    stage: Annotated[
        OneOrMany[Name],
        Doc("学段", "如 primary、junior、senior、preschool。", "Stages taught."),
    ] = ()
    side: Annotated[
        Side | None, Doc("哪一方", "helper 帮扶方，helped 受援方。", "Helping or helped side.")
    ] = None
    parent: Annotated[
        OrganizationRef | None,
        Doc("上级", "所属单位；校区和教学点写所属学校。", "What it belongs to."),
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Sex(StrEnum):
    """Where a rule of age differs for men and women."""

    MALE = "male"
    FEMALE = "female"


class Exemption(Record):
    """That a person need not be counted in a pool (免于交流等)."""

    reason: Annotated[Text, Doc("原因", "如 孕期哺乳期。", "Why.")]
    period: Annotated[
        DaysField | None, Doc("期间", "不填时一直有效。", "For how long; always if empty.")
    ] = None
    approved_by: Annotated[Name, Doc("批准人", "谁批准的。", "Who approved it.")]


class Person(Record):
    """A person who is named (人员)."""

    name: Annotated[Name, Doc("姓名", "姓名。", "The person's name.")]
    id: Annotated[
        Id | None, Doc("编号", "重名时必填，平时可不填。", "Needed when two people share a name.")
    ] = None
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "所在单位。", "Where the person works.")
    ] = None
    post: Annotated[Name | None, Doc("职务", "职务。", "Post.")] = None
    level: Annotated[
        Name | None, Doc("层次", "如 县级骨干教师、青年教师。", "Such as county backbone teacher.")
    ] = None
    subjects: Annotated[OneOrMany[Name], Doc("学科", "任教学科。", "Subjects taught.")] = ()
    sex: Annotated[Sex | None, Doc("性别", "male 男，female 女。", "Where a rule needs it.")] = None
    born: Annotated[
        MonthField | None, Doc("出生年月", "如 1980-05。", "Month of birth, where a rule needs it.")
    ] = None
    at_school_since: Annotated[
        Day | None,
        Doc("到校日期", "到现单位的日期。", "When the person came to this organization."),
    ] = None
    marks: Annotated[
        OneOrMany[Name], Doc("标记", "基数口径用到的标记。", "Marks that a pool's rule asks for.")
    ] = ()
    exemptions: Annotated[
        tuple[Exemption, ...], Doc("豁免", "不计入基数的原因。", "Why not counted in a pool.")
    ] = ()
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Level(StrEnum):
    """What is paired with what."""

    SCHOOL = "school"
    AREA = "area"
    OFFICE = "office"
    CLASS = "class"
    FAMILY = "family"
    PERSON = "person"


def _member(value: Any) -> Any:
    """A side's member written as a name only."""
    return {"organization": value} if isinstance(value, str) else value


class _MemberSchema:
    """Tells editors that a member may be written as its name."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        name = {"type": "string", "minLength": 1, REFERS: ["organizations"]}
        return {"anyOf": [name, handler(schema)]}


class SideMember(Record):
    """One organization of a side, with the campuses that come along (及各校区)."""

    organization: Annotated[OrganizationRef, Doc("单位", "单位名称。", "The organization.")]
    campuses: Annotated[
        Annotated[Literal["all"] | OneOrMany[OrganizationRef], Field(union_mode="left_to_right")],
        Doc(
            "校区",
            "all 表示“及各校区”，或列出个别校区。",
            "all for every campus, or the ones that take part.",
        ),
    ] = ()
    period: Annotated[
        DaysField | None,
        Doc("起止", "中途加入或退出时填写。", "When it joined late or left early."),
    ] = None


SideMemberField = Annotated[SideMember, BeforeValidator(_member), _MemberSchema()]


class Responsible(Record):
    """The person answering for a pairing (负责人)."""

    name: Annotated[Name, Doc("姓名", "姓名。", "The person's name.")]
    organization: Annotated[
        OrganizationRef | None, Doc("单位", "所在单位。", "The person's organization.")
    ] = None
    post: Annotated[Name | None, Doc("职务", "职务。", "Post.")] = None


class Focus(Record):
    """The one thing a pairing wants to reach this year (年度重点帮扶目标)."""

    aspect: Annotated[
        Name,
        Doc(
            "方面", "如 校园文化建设、薄弱学科质量提升。", "Such as weak subjects, campus culture."
        ),
    ]
    goal: Annotated[Text, Doc("目标", "具体目标。", "The concrete goal.")]


class Cost(Record):
    """Who bears a cost (费用分担)."""

    what: Annotated[Name, Doc("费用", "如 食宿费。", "Such as board and lodging.")]
    borne_by: Annotated[
        OneOrMany[Side], Doc("承担方", "写双方为共同承担。", "Both sides when it is shared.")
    ]
    clause: Annotated[Name | None, Doc("条款", "出自哪一条。", "Clause.")] = None


class Pairing(Record):
    """Who helps whom (结对)."""

    id: Annotated[Id, Doc("编号", "结对编号，如 xijie。", "Short id.")]
    title: Annotated[
        Name | None, Doc("名称", "不填时由双方名称组成。", "Made of the names if empty.")
    ] = None
    level: Annotated[
        Level,
        Doc(
            "层面",
            "school 校际，area 区域（区、片区、县），office 部门（教研室等），"
            "class 班级，family 家庭，person 个人。",
            "What is paired: schools, areas, offices, classes, families, persons.",
        ),
    ] = Level.SCHOOL
    within: Annotated[
        PairingRef | None,
        Doc("所属结对", "双轨时，校际结对所在的区域结对。", "The pairing of areas it belongs to."),
    ] = None
    replaces: Annotated[
        PairingRef | None,
        Doc("接替", "年中调整时，接替哪一对。", "The pairing it took over from, when changed."),
    ] = None
    helper: Annotated[OneOrMany[SideMemberField], Doc("帮扶方", "帮扶单位。", "Who helps.")]
    helped: Annotated[
        OneOrMany[SideMemberField],
        Doc("受援方", "被帮扶单位，可以多个。", "Who is helped; may be several."),
    ]
    responsible: Annotated[
        tuple[Responsible, ...], Doc("负责人", "双方负责人。", "The people answering for it.")
    ] = ()
    focus: Annotated[
        Focus | None, Doc("年度重点帮扶目标", "全年一个具体目标。", "The year's one focus target.")
    ] = None
    demonstration: Annotated[
        Flag, Doc("示范", "是否示范结对。", "Whether it is a demonstration pair.")
    ] = False
    signed_on: Annotated[
        Day | None, Doc("签约日期", "责任书或协议签订日期。", "When the agreement was signed.")
    ] = None
    filed_on: Annotated[
        Day | None,
        Doc(
            "备案日期",
            "自行对接、报主管部门备案的日期。",
            "When a pair that found each other was filed.",
        ),
    ] = None
    costs: Annotated[tuple[Cost, ...], Doc("费用", "费用由谁承担。", "Who bears which costs.")] = ()
    period: Annotated[
        DaysField | None, Doc("有效期", "不填时为方案期限。", "The programme's period if empty.")
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None

    def during(self, days: Days | None) -> Iterator[tuple[Side, str]]:
        """Its organizations at some time of a stretch of days, with their sides."""
        for side in Side:
            for member in self.members(side):
                if member.period is None or days is None or member.period.overlaps(days):
                    yield side, member.organization

    def members(self, side: Side) -> tuple[SideMember, ...]:
        """The organizations of one side."""
        return self.helper if side is Side.HELPER else self.helped


class Mentorship(Record):
    """A teacher of the helper and a teacher of the helped side (师徒结对, 教师结对)."""

    id: Annotated[Id, Doc("编号", "师徒编号。", "Short id.")]
    pairing: Annotated[PairingRef, Doc("结对", "所属结对。", "The pairing it belongs to.")]
    mentor: Annotated[PersonRef, Doc("帮扶教师", "骨干教师。", "The experienced teacher.")]
    mentee: Annotated[PersonRef, Doc("被帮扶教师", "青年教师。", "The young teacher.")]
    subject: Annotated[Name | None, Doc("学科", "学科。", "Subject.")] = None
    signed_on: Annotated[Day | None, Doc("签订日期", "责任书签订日期。", "When it was agreed.")] = (
        None
    )
    period: Annotated[
        DaysField | None, Doc("有效期", "不填时为方案期限。", "The programme's period if empty.")
    ] = None
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None
