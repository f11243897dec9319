"""The facts of official texts, described; see `facts`."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pairing_cli.model.scalars import Doc
from pairing_cli.report.facts import Common, Number, Text

Flag = bool


class Line(TypedDict):
    """A paragraph of an official text."""

    level: Annotated[
        Number, Doc("层级", "0 正文，1至4 一、（一）1.（1）", "0 is body, 1 to 4 are clauses")
    ]
    text: Annotated[
        Text, Doc("文字", "条目的序号和标题，或整段", "a clause's number and heading, or all of it")
    ]
    rest: Annotated[
        Text,
        Doc("其余", "标题之后同段的文字，可以为空", "what runs on after the heading; may be empty"),
    ]


class Party(TypedDict):
    """Who signs."""

    mark: Annotated[
        Text, Doc("称谓", "甲方、乙方，帮扶教师、被帮扶教师", "what the party is called")
    ]
    name: Annotated[Text, Doc("名称", "单位或姓名", "its name")]
    head: Annotated[
        Text, Doc("负责人", "单位的负责人，可以为空", "who answers for it; may be empty")
    ]


class AnnexRow(TypedDict):
    """A row of an annex; names that its kind does not have are empty."""

    number: Annotated[Text, Doc("序号", "序号或期号", "its number or phase")]
    title: Annotated[Text, Doc("名称", "项目、指标的名称", "what it is called")]
    role: Annotated[Text, Doc("组内职务", "领导小组：组长、成员", "leading group: role")]
    name: Annotated[Text, Doc("姓名", "领导小组：姓名", "leading group: name")]
    post: Annotated[Text, Doc("职务", "领导小组：本人职务", "leading group: post")]
    helper: Annotated[Text, Doc("帮扶方", "安排表：帮扶的单位", "pairing table: who helps")]
    helped: Annotated[Text, Doc("受援方", "安排表：受援的单位", "pairing table: who is helped")]
    responsible: Annotated[Text, Doc("负责人", "安排表、计划表：负责人", "who is responsible")]
    month: Annotated[Text, Doc("月份", "计划表：月份", "plan table: month")]
    kind: Annotated[Text, Doc("内容", "计划表：内容", "plan table: kind of work")]
    work: Annotated[Text, Doc("具体工作", "计划表：具体工作", "plan table: what is to be done")]
    due: Annotated[Text, Doc("时限", "计划表、细则：期限", "plan table and rubric: by when")]
    section: Annotated[Text, Doc("部分", "细则：所在的部分", "rubric: section")]
    item: Annotated[
        Text, Doc("考核要素", "细则：序号、名称和分值", "rubric: number, title and points")
    ]
    criteria: Annotated[Text, Doc("细则", "细则：文字", "rubric: what is asked")]
    materials: Annotated[Text, Doc("资料", "细则：查阅资料", "rubric: documents")]
    each: Annotated[Text, Doc("分别计算", "指标：每对、每学期", "targets: for each of what")]
    asked: Annotated[Text, Doc("目标", "指标：不少于几", "targets: what is asked")]
    clause: Annotated[Text, Doc("出处", "指标：原文哪一条", "targets: clause")]
    audience: Annotated[Text, Doc("对象", "培训计划表：对象", "schedule: for whom")]
    when: Annotated[Text, Doc("时间", "培训计划表：时间", "schedule: when")]
    people: Annotated[Text, Doc("人数", "培训计划表：人数", "schedule: how many")]
    note: Annotated[Text, Doc("备注", "备注", "remark")]


class AnnexTable(TypedDict):
    """An annex."""

    kind: Annotated[
        Text,
        Doc(
            "类别",
            "leading-group、pairing-table、plan-table、rubric、quotas、schedule",
            "which table it is",
        ),
    ]
    label: Annotated[Text, Doc("标记", "附件1；只有一个时为附件", "its label")]
    number: Annotated[Number, Doc("序号", "从1起", "counted from 1")]
    title: Annotated[Text, Doc("标题", "附件的标题", "its title")]
    rows: Annotated[list[AnnexRow], Doc("各行", "附件的各行", "its rows")]
    lines: Annotated[list[Text], Doc("说明", "细则表下的说明", "lines below a rubric")]
    note: Annotated[Text, Doc("备注", "备注，可以为空", "remark; may be empty")]
    materials_word: Annotated[
        Text,
        Doc(
            "资料栏标题",
            "细则“查阅资料”一栏的标题，其他为空",
            "of a rubric the heading of materials",
        ),
    ]


class OfficialText(Common):
    """A text that a bureau issues, or two parties sign."""

    form: Annotated[
        Text,
        Doc(
            "文种",
            "scheme、work-plan、agreement、pledge、annual-summary、notice",
            "the form of text",
        ),
    ]
    mark: Annotated[
        Text,
        Doc(
            "发文机关标志",
            "有发文字号时为某某文件，否则为空",
            "the authority's mark, where there is a number",
        ),
    ]
    number: Annotated[Text, Doc("发文字号", "发文字号，可以为空", "document number; may be empty")]
    to: Annotated[Text, Doc("主送机关", "主送机关，可以为空", "to whom it is sent; may be empty")]
    lines: Annotated[list[Line], Doc("正文", "逐段", "the paragraphs")]
    annexes: Annotated[list[AnnexTable], Doc("附件", "各附件", "the annexes")]
    signed_by: Annotated[list[Text], Doc("署名", "各机关", "who signs")]
    dated: Annotated[Text, Doc("成文日期", "成文日期，不知道时为空白线", "its day, or room for it")]
    parties: Annotated[
        list[Party],
        Doc("签订双方", "协议和责任书的双方，其他为空", "who signs an agreement or pledge"),
    ]
    sealed: Annotated[
        Flag, Doc("盖章", "双方是否盖章（否则个人签字）", "whether the parties seal it")
    ]
    signed_on: Annotated[
        Text, Doc("签订日期", "签订日期，不知道时为空白线", "when it was signed, or room for it")
    ]
