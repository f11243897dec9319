"""What was planned: a pairing's plan table (计划表), and schedules (培训、派出计划表)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pairing_cli.model.base import Record
from pairing_cli.model.parties import OrganizationRef, PairingRef
from pairing_cli.model.scalars import (
    Day,
    Doc,
    DueField,
    Heads,
    Id,
    LengthPair,
    MonthField,
    Name,
    OneOrMany,
    Positive,
    Text,
    WhenField,
)
from pairing_cli.model.words import Direction, KindRef, Mode


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


class Preparation(Record):
    """What has to be ready before a planned event (如 提前2周草拟方案)."""

    work: Annotated[Text, Doc("准备工作", "如 草拟培训方案。", "What has to be ready.")]
    due: Annotated[
        DueField,
        Doc("时限", "如 2 weeks before the activity。", "Such as: 2 weeks before the activity."),
    ]
    who: Annotated[OneOrMany[Name], Doc("责任单位", "由谁准备。", "Who has to do it.")] = ()


class ScheduleLine(Record):
    """A line of a schedule: a class, a batch, a post to be filled (计划表中的一行)."""

    id: Annotated[Id, Doc("编号", "活动落实它时用来指称。", "What activities refer to it by.")]
    title: Annotated[Name, Doc("项目名称", "如 跟岗培训（第一期）。", "Title.")]
    phase: Annotated[Name | None, Doc("期号", "第几期。", "Phase, such as 1.")] = None
    class_: Annotated[
        Name | None, Doc("班次", "如 A班。", "Class, such as A."), Field(alias="class")
    ] = None
    kind: Annotated[
        KindRef | None, Doc("类别", "不填时同整表。", "Kind of work; as in the schedule if empty.")
    ] = None
    pairing: Annotated[
        PairingRef | None, Doc("结对", "属于某一对时填写。", "When it belongs to one pairing.")
    ] = None
    when: Annotated[
        WhenField,
        Doc(
            "时间",
            "如 2020-09、2020-09 to 2020-10、mid 2020-06。",
            "Such as 2020-09, 2020-09 to 2020-10, mid 2020-06.",
        ),
    ]
    lasting: Annotated[
        LengthPair | None,
        Doc(
            "时长",
            "如 3 days、1 month、[12 months, 18 months]。",
            "Such as 3 days, or [least, most].",
        ),
    ] = None
    people: Annotated[
        Heads,
        Doc("人数", "派出或参加的人数，可为 [3, 5]。", "Those who go; may be a range, [3, 5]."),
    ]
    batches: Annotated[
        Positive,
        Doc("批次", "分几批，默认 1；人数为各批合计。", "Batches; the people are all of them."),
    ] = 1
    from_: Annotated[
        OrganizationRef | None,
        Doc("派出单位", "由谁派出；不填时按方向。", "Who sends them; by direction if empty."),
        Field(alias="from"),
    ] = None
    at: Annotated[OrganizationRef | None, Doc("地点", "在哪个单位。", "Where.")] = None
    mode: Annotated[Mode, Doc("方式", "实地（默认）或线上。", "On site or online.")] = Mode.ON_SITE
    role: Annotated[Name | None, Doc("身份", "派出人员的身份。", "Role of those who go.")] = None
    level: Annotated[
        Name | None, Doc("层次", "派出人员的职称或称号。", "Title or rank of those who go.")
    ] = None
    subject: Annotated[
        OneOrMany[Name], Doc("学科", "列出几科时任一科即可。", "Subject; of several, any one.")
    ] = ()
    stage: Annotated[OneOrMany[Name], Doc("学段", "学段。", "Stage.")] = ()
    audience: Annotated[Name | None, Doc("对象", "如 幼儿园长。", "For whom it is.")] = None
    trainees: Annotated[
        Heads | None,
        Doc(
            "参训人数", "对方确定的参训人数，不计入派出。", "Those taught; not among those who go."
        ),
    ] = None
    prepare: Annotated[
        Preparation | None, Doc("准备", "事前要完成的准备。", "What has to be ready before.")
    ] = None
    responsible: Annotated[OneOrMany[Name], Doc("责任人", "责任人。", "Who answers for it.")] = ()
    note: Annotated[Text | None, Doc("备注", "备注。", "Remark.")] = None


class Schedule(Record):
    """A schedule of training or postings (培训计划表、派出计划表)."""

    id: Annotated[Id, Doc("编号", "计划表编号。", "Short id.")]
    title: Annotated[Name, Doc("名称", "如 跟岗培训计划表。", "Title.")]
    clause: Annotated[Name | None, Doc("条款", "出自原文哪里。", "Where it stands.")] = None
    kind: Annotated[
        KindRef | None, Doc("类别", "各行共同的工作类别。", "Kind of work of all its lines.")
    ] = None
    direction: Annotated[
        Direction | None, Doc("方向", "不填时按类别。", "Who goes to whom; by kind if empty.")
    ] = None
    total: Annotated[
        Heads | None,
        Doc(
            "合计",
            "原文写明的合计人数，与各行核对。",
            "The declared total, checked against the lines.",
        ),
    ] = None
    lines: Annotated[
        tuple[ScheduleLine, ...], Doc("各行", "按原表次序。", "In the order of the table.")
    ]
    note: Annotated[Text | None, Doc("备注", "备注、说明。", "Remark.")] = None
