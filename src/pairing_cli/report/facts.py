"""The facts of every report, described: what a template may name, and what each name means.

One typed mapping for each kind (`kinds.Kind.shape`). The lists of variables in docs/templates.md are made
from these, `pairing template check` knows names by them, and a test holds them against the facts that
are really made: no name more, none less.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from pairing_cli.model.scalars import Doc

Text = str
Number = int
Flag = bool


class Common(TypedDict):
    """What every report has."""

    title: Annotated[Text, Doc("标题", "文件的标题", "the document's title")]
    programme: Annotated[Text, Doc("方案", "方案的名称", "the programme's title")]
    issued_by: Annotated[Text, Doc("发文机关", "制发单位，几个用顿号隔开", "who issues it")]
    draft: Annotated[
        Text,
        Doc("草案", "草案，尚未印发；定稿后为空", "that it is a draft; empty once it is final"),
    ]
    errors: Annotated[Number, Doc("错误数", "数据里的错误有几个", "how many errors the data have")]
    warning: Annotated[
        Text,
        Doc(
            "警示",
            "数据有错误时的一句话，没有错误时为空",
            "a sentence when the data have errors, else empty",
        ),
    ]
    notice: Annotated[
        Text,
        Doc(
            "声明",
            "方案的声明，前面是警示；可以为空",
            "the warning and the programme's own notice; may be empty",
        ),
    ]
    as_of: Annotated[Text, Doc("截至日期", "数字截至哪一天", "the day as of which it is made")]
    year: Annotated[Number, Doc("年份", "方案开始的年份", "the year in which the programme begins")]
    helper_word: Annotated[
        Text, Doc("帮扶方称谓", "帮扶学校，区域结对时为帮扶方", "what the helping side is called")
    ]
    helped_word: Annotated[
        Text, Doc("受援方称谓", "被帮扶学校，区域结对时为受援方", "what the helped side is called")
    ]
    above: Annotated[
        Text,
        Doc(
            "同上",
            "单独放在单元格里，与上面一格合并",
            "alone in a table cell: merge it with the one above",
        ),
    ]


class PairingRow(TypedDict):
    """A pairing in the table of pairings."""

    number: Annotated[Number, Doc("序号", "从1起", "counted from 1")]
    pairing: Annotated[Text, Doc("编号", "结对的编号", "the pairing's id")]
    helper: Annotated[Text, Doc("帮扶方", "帮扶的单位，一行一个", "who helps, one a line")]
    helped: Annotated[Text, Doc("受援方", "受援的单位，一行一个", "who is helped, one a line")]
    responsible: Annotated[
        Text, Doc("负责人", "负责人，一行一个", "persons responsible, one a line")
    ]
    level: Annotated[Text, Doc("层面", "校际、区域等，可以为空", "its level; may be empty")]
    times: Annotated[
        Text, Doc("期限和备案", "期限、签订和备案的日期，可以为空", "period, signing and filing")
    ]
    remarks: Annotated[
        Text, Doc("备注", "示范、接替、经费等，可以为空", "demonstration, costs; may be empty")
    ]


class Shows(TypedDict):
    """Which columns any row has."""

    level: Annotated[Flag, Doc("层面", "有没有一行写层面", "whether any row has a level")]
    times: Annotated[Flag, Doc("期限和备案", "有没有一行写期限", "whether any row has times")]
    remarks: Annotated[Flag, Doc("备注", "有没有一行写备注", "whether any row has remarks")]


class PairingTable(Common):
    """附件2."""

    shows: Annotated[Shows, Doc("有哪些栏", "哪些栏有内容", "which columns have content")]

    rows: Annotated[list[PairingRow], Doc("各结对", "每个结对一行", "a row for each pairing")]


class PlanRow(TypedDict):
    """A task in a plan table."""

    month: Annotated[
        Text, Doc("月份", "三月；同月的以后各行同上", "the month; as above in its further rows")
    ]
    kind: Annotated[Text, Doc("内容", "活动类型的名称", "the kind of work")]
    work: Annotated[Text, Doc("开展的具体工作", "具体工作", "what is to be done")]
    responsible: Annotated[Text, Doc("责任人", "几个用顿号隔开", "who is responsible")]
    due: Annotated[Text, Doc("完成时限", "几月几日", "the last day")]


class PlanTable(Common):
    """附件3."""

    rows: Annotated[list[PlanRow], Doc("各项工作", "每项工作一行", "a row for each task")]
    note: Annotated[Text, Doc("备注", "计划的备注，可以为空", "the plan's note; may be empty")]


class RubricRow(TypedDict):
    """A criterion in the assessment table."""

    section: Annotated[
        Text, Doc("项目", "所在的部分，以后各行同上", "its section; as above in further rows")
    ]
    item: Annotated[
        Text, Doc("考核要素", "序号、名称和分值，以后各行同上", "number, title and points")
    ]
    title: Annotated[Text, Doc("要素名称", "序号和名称，不带分值", "number and title alone")]
    points: Annotated[Text, Doc("分值", "这一项多少分", "what it is worth")]
    criteria: Annotated[Text, Doc("考核评估细则", "细则的文字", "what is asked")]
    materials: Annotated[
        Text, Doc("查阅资料", "谁提供哪些资料，或按什么计分", "documents by who hands them in")
    ]
    due: Annotated[Text, Doc("上报时间", "期限，一行一个", "deadlines, one a line")]


class RubricTable(Common):
    """附件4, empty."""

    rows: Annotated[list[RubricRow], Doc("各条细则", "每条细则一行", "a row for each criterion")]
    full_marks: Annotated[Text, Doc("满分", "满分", "full marks")]
    materials_word: Annotated[
        Text, Doc("资料栏标题", "“查阅资料”一栏的标题", "the heading of the column of materials")
    ]
    marks: Annotated[
        Text,
        Doc("计分说明", "考核对象、加分、扣分、折算；可以为空", "who is assessed, bonus, penalty"),
    ]
    gates: Annotated[Text, Doc("限制条件", "限制条件，一行一条，可以为空", "gates; may be empty")]
    grades: Annotated[Text, Doc("等次", "等次，一行一个，可以为空", "grades; may be empty")]
    note: Annotated[Text, Doc("备注", "细则的备注，可以为空", "the rubric's note; may be empty")]


class Points(TypedDict):
    """Four figures that always add up: earned + lost + open = maximum."""

    maximum: Annotated[Text, Doc("满分", "满分，两位小数", "the maximum, two places")]
    earned: Annotated[Text, Doc("得分", "得分", "points earned")]
    lost: Annotated[Text, Doc("失分", "失分", "points lost")]
    open: Annotated[Text, Doc("待定", "还没有定的分", "points that are still open")]


class Totals(Points):
    """A unit's figures over all items."""

    rank: Annotated[Text, Doc("名次", "名次", "the rank")]
    points: Annotated[Text, Doc("总分", "总分，含加分", "the total with the bonus")]
    grade: Annotated[Text, Doc("等次", "等次，可以为空", "the grade; may be empty")]
    bonus: Annotated[Text, Doc("加分", "得到的加分", "the bonus earned")]


class ScoreRow(RubricRow, Points):
    """A criterion with what it earned."""

    reasons: Annotated[
        Text,
        Doc("原因", "失分和待定的原因，一行一条", "why points are lost or open, one a line"),
    ]
    records: Annotated[
        Text, Doc("依据", "原因所依据的文件和行号", "files and lines that the reasons rest on")
    ]


class Unit(TypedDict):
    """Who is assessed."""

    unit_word: Annotated[Text, Doc("考核对象", "结对、学校或姓名", "what a unit is called")]


class ScoreSheet(Common, Unit):
    """附件4, filled in."""

    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    helper: Annotated[
        Text, Doc("帮扶方", "结对的帮扶方；学校的类别；人的单位", "who helps; see helper_word")
    ]
    helped: Annotated[
        Text,
        Doc("受援方", "结对的受援方；学校所在结对；人的职务", "who is helped; see helped_word"),
    ]
    materials_word: Annotated[
        Text, Doc("资料栏标题", "“查阅资料”一栏的标题", "the heading of the column of materials")
    ]
    verdict: Annotated[
        Text,
        Doc("结论", "等次、折算和限制条件，可以为空", "grade, conversion, gates; may be empty"),
    ]
    rows: Annotated[list[ScoreRow], Doc("各条细则", "满分以内的细则", "within the full marks")]
    bonus_rows: Annotated[list[ScoreRow], Doc("加分", "加分的细则", "criteria of bonus items")]
    total: Annotated[Totals, Doc("合计", "各项合计", "the sums")]
    explanation: Annotated[
        Text, Doc("说明", "数字怎样相加，可以为空", "how figures add up; may be empty")
    ]
    compared: Annotated[
        list[ComparedRow], Doc("与平均比较", "各项得分与平均", "its items beside the means of all")
    ]
    office: Annotated[
        Text, Doc("评分单位", "接收和评审资料的科室", "who receives and judges documents")
    ]
    note: Annotated[Text, Doc("备注", "细则的备注，可以为空", "the rubric's note; may be empty")]


class ComparedRow(TypedDict):
    """An item beside its mean."""

    label: Annotated[Text, Doc("项目", "序号和名称", "number and title")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]
    earned: Annotated[Text, Doc("得分", "得分", "points earned")]
    mean: Annotated[Text, Doc("平均", "所有对象的平均得分", "the mean of all")]


class Heading(TypedDict):
    """An item as a column's heading."""

    number: Annotated[Text, Doc("序号", "序号，可以为空", "its number; may be empty")]
    title: Annotated[Text, Doc("名称", "名称", "its title")]
    label: Annotated[Text, Doc("序号和名称", "序号和名称", "number and title")]


class RankingRow(Totals):
    """A unit in the ranking."""

    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    helper: Annotated[Text, Doc("帮扶方", "同得分表", "as in the score sheet")]
    helped: Annotated[Text, Doc("受援方", "同得分表", "as in the score sheet")]
    items: Annotated[
        list[Text], Doc("各项得分", "按 items 的次序", "points in the order of the headings")
    ]


class PartRow(TypedDict):
    """A unit's points in one of the tables by item."""

    pairing: Annotated[Text, Doc("名称", "结对、学校或人的名称", "the unit's name")]
    points: Annotated[list[Text], Doc("得分", "按这张表的 items", "points, as its headings")]


class RankingPart(TypedDict):
    """A table of some of the items."""

    items: Annotated[list[Heading], Doc("各项", "这张表的各项", "its headings")]
    rows: Annotated[list[PartRow], Doc("各结对", "按名次", "best first")]


class Ranking(Common, Unit):
    """得分排名."""

    day: Annotated[Text, Doc("截至日期", "截至哪一天", "the day")]
    items: Annotated[list[Heading], Doc("各项", "各项的标题", "the items' headings")]
    rows: Annotated[list[RankingRow], Doc("各结对", "按名次", "best first")]
    parts: Annotated[
        list[RankingPart],
        Doc("分表", "各项得分，每表最多8项", "points by item, in tables of eight items at most"),
    ]
    explanation: Annotated[
        Text, Doc("说明", "数字怎样相加，可以为空", "how figures add up; may be empty")
    ]
