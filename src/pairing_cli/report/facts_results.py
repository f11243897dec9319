"""The facts of notices of results, dossiers and self-assessments, described; see `facts`."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pairing_cli.model.scalars import Doc
from pairing_cli.report.facts import Common, Number, RubricRow, Text, Totals, Unit

Flag = bool


class OwnRow(RubricRow):
    """A criterion with the unit's own points."""

    own: Annotated[
        Text, Doc("自评得分", "自己给的分，可以为空", "the unit's own points; may be empty")
    ]


class SelfAssessment(Common, Unit):
    """自评表."""

    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    helper: Annotated[Text, Doc("帮扶方", "同得分表", "as in the score sheet")]
    helped: Annotated[Text, Doc("受援方", "同得分表", "as in the score sheet")]
    materials_word: Annotated[
        Text, Doc("资料栏标题", "“查阅资料”一栏的标题", "the heading of the column of materials")
    ]
    rows: Annotated[list[OwnRow], Doc("各条细则", "每条细则一行", "a row for each criterion")]
    full_marks: Annotated[Text, Doc("满分", "满分", "full marks")]
    note: Annotated[Text, Doc("备注", "细则的备注，可以为空", "the rubric's note; may be empty")]


class ResultRow(TypedDict):
    """A unit in the notice of results."""

    rank: Annotated[Text, Doc("名次", "名次", "the rank")]
    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    helper: Annotated[Text, Doc("帮扶方", "同得分表", "as in the score sheet")]
    helped: Annotated[Text, Doc("受援方", "同得分表", "as in the score sheet")]
    points: Annotated[Text, Doc("得分", "总分，含加分", "the total with the bonus")]
    grade: Annotated[Text, Doc("等次", "等次，可以为空", "the grade; may be empty")]
    consequence: Annotated[
        Text, Doc("结果运用", "等次带来什么，可以为空", "what follows; may be empty")
    ]


class GradeRow(TypedDict):
    """A grade and those who reached it."""

    title: Annotated[Text, Doc("等次", "等次", "the grade")]
    number: Annotated[Number, Doc("几个", "几个单位", "how many")]
    names: Annotated[Text, Doc("名单", "名称，用顿号隔开", "who they are")]
    consequence: Annotated[
        Text, Doc("结果运用", "等次带来什么，可以为空", "what follows; may be empty")
    ]


class SchoolRow(TypedDict):
    """A school in several pairings."""

    school: Annotated[Text, Doc("学校", "学校名称", "the school")]
    number: Annotated[Text, Doc("结对数", "参加几个结对", "in how many pairings")]
    mean: Annotated[Text, Doc("平均得分", "各结对得分的平均数", "the mean of their points")]


class ResultNotice(Common, Unit):
    """考核结果通报."""

    rubric: Annotated[Text, Doc("细则", "考核细则的名称", "the rubric's title")]
    office: Annotated[
        Text, Doc("评分单位", "接收和评审资料的科室，可以为空", "who judged; may be empty")
    ]
    day: Annotated[Text, Doc("截至日期", "截至哪一天", "the day")]
    term: Annotated[Text, Doc("期间", "学期或年份", "term or year")]
    number: Annotated[Number, Doc("几个", "考核了几个单位", "how many were assessed")]
    full_marks: Annotated[Text, Doc("满分", "满分", "full marks")]
    rows: Annotated[list[ResultRow], Doc("各结对", "按名次", "best first")]
    graded: Annotated[Flag, Doc("有等次", "细则是否有等次", "whether the rubric has grades")]
    grades: Annotated[list[GradeRow], Doc("各等次", "有人达到的等次", "grades that were reached")]
    open: Annotated[Flag, Doc("未定", "是否还有待定的分", "whether points are still open")]
    schools: Annotated[
        list[SchoolRow], Doc("学校", "参加几个结对的学校", "schools in several pairings")
    ]
    published: Annotated[
        Text,
        Doc(
            "公布依据",
            "按公布的结果时的一句话，否则为空",
            "a sentence where it is a published result",
        ),
    ]
    explanation: Annotated[
        Text, Doc("说明", "数字怎样相加，可以为空", "how figures add up; may be empty")
    ]
    signed_by: Annotated[list[Text], Doc("署名", "各机关", "who signs")]
    dated: Annotated[Text, Doc("成文日期", "成文日期", "its day")]


class DossierRow(TypedDict):
    """Something that was not earned."""

    item: Annotated[
        Text, Doc("考核要素", "考核要素，以后各行同上", "the item; as above in further rows")
    ]
    what: Annotated[Text, Doc("内容", "哪份资料、哪次活动", "which document or activity")]
    lost: Annotated[Text, Doc("失分", "失分，加分项为空", "points lost; empty for a bonus")]
    open: Annotated[Text, Doc("待定", "待定，加分项为空", "points open; empty for a bonus")]
    state: Annotated[
        Text, Doc("状态", "未报、迟报、不完整等", "missing, late, incomplete and so on")
    ]
    reason: Annotated[Text, Doc("原因", "原因", "why")]
    asked: Annotated[
        Text,
        Doc(
            "要求", "谁应在哪天前报送，何时收到", "who had to hand it in, by when, and when it came"
        ),
    ]
    rule: Annotated[Text, Doc("规则", "细则的文件和行号", "file and line of the rule")]
    records: Annotated[
        Text, Doc("记录", "记录的文件和行号，一行一处", "files and lines of the records")
    ]
    files: Annotated[Text, Doc("佐证", "佐证文件，一行一个", "evidence files, one a line")]


class CriteriaRow(TypedDict):
    """What an item asks for, in its own words."""

    item: Annotated[Text, Doc("考核要素", "序号和名称", "number and title")]
    criteria: Annotated[Text, Doc("细则", "细则的文字", "what is asked")]
    materials: Annotated[Text, Doc("查阅资料", "谁提供哪些资料", "documents by who hands them in")]
    due: Annotated[Text, Doc("上报时间", "期限", "deadlines")]
    rule: Annotated[Text, Doc("规则", "细则的文件和行号", "file and line of the rule")]


class FileRow(TypedDict):
    """An evidence file."""

    path: Annotated[Text, Doc("文件", "相对于方案文件夹的路径", "its path in the programme")]
    sha256: Annotated[Text, Doc("校验值", "SHA-256，可以为空", "SHA-256; may be empty")]


class Dossier(Common, Unit):
    """失分明细."""

    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    helper: Annotated[Text, Doc("帮扶方", "同得分表", "as in the score sheet")]
    helped: Annotated[Text, Doc("受援方", "同得分表", "as in the score sheet")]
    day: Annotated[Text, Doc("截至日期", "截至哪一天", "the day")]
    total: Annotated[Totals, Doc("合计", "各项合计", "the sums")]
    verdict: Annotated[
        Text,
        Doc("结论", "等次、折算和限制条件，可以为空", "grade, conversion, gates; may be empty"),
    ]
    explanation: Annotated[
        Text, Doc("说明", "数字怎样相加，可以为空", "how figures add up; may be empty")
    ]
    rows: Annotated[
        list[DossierRow], Doc("失分和待定", "每处一行", "a row for each point that is not earned")
    ]
    criteria: Annotated[
        list[CriteriaRow],
        Doc("所依据的细则", "有失分或待定的各项", "items that points are missing of"),
    ]
    settings: Annotated[
        list[Text], Doc("规则和释义", "报送规则和对原文的读法", "rules of reporting and readings")
    ]
    files: Annotated[
        list[FileRow], Doc("佐证文件", "提到的佐证文件", "the evidence files that are named")
    ]
    office: Annotated[
        Text, Doc("评分单位", "接收和评审资料的科室，可以为空", "who judged; may be empty")
    ]
