"""The facts of pictures, described: what a template may name, and what each name means."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pairing_cli.model.scalars import Doc
from pairing_cli.report.facts import Common

Text = str
Number = int
Flag = bool


class Count(TypedDict):
    """How many lines have a verdict."""

    word: Annotated[Text, Doc("结论", "结论", "the verdict")]
    tone: Annotated[Text, Doc("色调", "good、warn、bad 或 quiet", "good, warn, bad or quiet")]
    number: Annotated[Number, Doc("个数", "有几个", "how many have it")]


class Line(TypedDict):
    """A target, or a scope of one."""

    id: Annotated[Text, Doc("编号", "指标的编号", "the target's id")]
    title: Annotated[Text, Doc("名称", "指标或范围的名称", "the title of the target or scope")]
    depth: Annotated[Number, Doc("层次", "0 是指标，1 起是其中", "0: a target; from 1: its parts")]
    unit: Annotated[Text, Doc("单位", "数的单位", "the unit of its numbers")]
    asked: Annotated[Text, Doc("目标", "要求的数", "what is asked")]
    planned: Annotated[
        Text, Doc("计划", "计划的数；没有时为 –", "what is planned; – without a plan")
    ]
    done: Annotated[Text, Doc("完成", "完成的数", "what is done")]
    remaining: Annotated[Text, Doc("还差", "还差的数，不差时为空", "what is missing, or empty")]
    slack: Annotated[Text, Doc("余量", "计划减目标", "planned less asked")]
    due: Annotated[Text, Doc("截止", "截止日期，可以为空", "the last day, or empty")]
    verdict: Annotated[Text, Doc("结论", "结论", "the verdict")]
    tone: Annotated[Text, Doc("色调", "good、warn、bad 或 quiet", "good, warn, bad or quiet")]
    share: Annotated[Text, Doc("完成占目标", "0 至 100；空则不画", "done, 0 to 100, or empty")]
    planned_share: Annotated[Text, Doc("计划占目标", "0 至 100；空则不画", "planned, 0 to 100")]
    pace_share: Annotated[Text, Doc("应有占目标", "0 至 100；空则不画", "due by now, 0 to 100")]
    notes: Annotated[list[Text], Doc("说明", "数字旁边要说的", "what is said beside the numbers")]


class Target(Line):
    """A target or part of one, with its scopes."""

    verdicts: Annotated[list[Count], Doc("各范围结论", "各结论有几个", "its scopes by verdict")]
    scopes: Annotated[list[Line], Doc("各范围", "每个结对、学期等", "each pairing, term and so on")]


class Targets(TypedDict):
    """All targets."""

    verdicts: Annotated[list[Count], Doc("各结论", "各结论有几个", "the targets by verdict")]
    rows: Annotated[list[Target], Doc("指标", "每个指标一行", "a row for each target")]
    scopes_left_out: Annotated[
        Number, Doc("未列范围", "太多而没有列出的个数，0 则都列出", "scopes left out; 0: none")
    ]


class Item(TypedDict):
    """An item over all units."""

    id: Annotated[Text, Doc("编号", "考核项目的编号", "the item's id")]
    label: Annotated[Text, Doc("项目", "序号和名称", "its number and title")]
    short: Annotated[Text, Doc("序号", "序号；没有时为名称", "its number, or its title")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]
    mean: Annotated[Text, Doc("平均", "各对象的平均得分", "the mean of all")]
    least: Annotated[Text, Doc("最低", "最低得分", "the least of all")]
    most: Annotated[Text, Doc("最高", "最高得分", "the most of all")]
    among: Annotated[Number, Doc("个数", "适用于几个对象", "how many it applies to")]
    share: Annotated[Text, Doc("平均占满分", "0 至 100", "the mean, 0 to 100")]
    bonus: Annotated[Flag, Doc("加分项", "是不是加分项", "whether it is a bonus")]


class Lost(TypedDict):
    """Points lost for one reason."""

    reason: Annotated[Text, Doc("原因", "未报、迟报等", "missing, late and so on")]
    points: Annotated[Text, Doc("失分", "因此失的分", "the points lost by it")]
    number: Annotated[Number, Doc("处数", "在几处失的", "in how many places")]
    share: Annotated[Text, Doc("长度", "与最多的原因相比，0 至 100", "of the largest, 0 to 100")]


class Shares(TypedDict):
    """The lengths of a unit's points, of its full marks."""

    earned: Annotated[Text, Doc("得分", "0 至 100", "earned, 0 to 100")]
    lost: Annotated[Text, Doc("失分", "0 至 100", "lost, 0 to 100")]
    open: Annotated[Text, Doc("待定", "0 至 100", "open, 0 to 100")]


class UnitItem(TypedDict):
    """An item of one unit, beside the mean."""

    label: Annotated[Text, Doc("项目", "序号和名称", "its number and title")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]
    earned: Annotated[Text, Doc("得分", "得分", "earned")]
    lost: Annotated[Text, Doc("失分", "失分；加分项为空", "lost; empty for a bonus")]
    open: Annotated[Text, Doc("待定", "待定；加分项为空", "open; empty for a bonus")]
    mean: Annotated[Text, Doc("平均", "各对象的平均得分", "the mean of all")]
    share: Annotated[Text, Doc("得分占满分", "0 至 100", "earned, 0 to 100")]
    mean_share: Annotated[Text, Doc("平均占满分", "0 至 100", "the mean, 0 to 100")]
    shade: Annotated[Number, Doc("深浅", "0 至 5", "from 0 to 5")]
    state: Annotated[Text, Doc("状态", "得分、部分得分等", "earned, partial and so on")]
    tone: Annotated[Text, Doc("色调", "good、warn、bad 或 quiet", "good, warn, bad or quiet")]
    applies: Annotated[Flag, Doc("适用", "对这个对象是否适用", "whether it applies to the unit")]


class Node(TypedDict):
    """A node of a proof. The tree is a list from the top down."""

    title: Annotated[Text, Doc("名称", "要求的是什么、由谁报", "what is asked, and of whom")]
    earned: Annotated[Text, Doc("得分", "得分", "earned")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]
    state: Annotated[Text, Doc("状态", "得分、迟报等", "earned, late and so on")]
    tone: Annotated[Text, Doc("色调", "good、warn、bad 或 quiet", "good, warn, bad or quiet")]
    details: Annotated[
        list[Text], Doc("说明", "精确值、原因、期限", "exact figures, reasons, days")
    ]
    records: Annotated[list[Text], Doc("依据", "文件:行", "the records, as file:line")]
    opens: Annotated[Flag, Doc("有下级", "后面几个在它里面", "nodes inside it follow")]
    ends: Annotated[list[Text], Doc("结束", "它之后有几层结束", "as many levels end after it")]


class Unit(TypedDict):
    """An assessed unit."""

    anchor: Annotated[Text, Doc("锚点", "页内链接的名称", "its name in links")]
    rank: Annotated[Text, Doc("名次", "名次", "its rank")]
    pairing: Annotated[Text, Doc("名称", "结对、学校或个人", "the pairing, school or person")]
    helper: Annotated[Text, Doc("帮扶方", "帮扶方；学校的类别；个人的单位", "as in the ranking")]
    helped: Annotated[Text, Doc("受援方", "受援方；所在结对；职务", "as in the ranking")]
    points: Annotated[Text, Doc("总分", "含加分的总分", "the total with its bonus")]
    earned: Annotated[Text, Doc("得分", "满分内的得分", "earned within the full marks")]
    bonus: Annotated[Text, Doc("加分", "加分", "the bonus")]
    lost: Annotated[Text, Doc("失分", "失分", "lost")]
    open: Annotated[Text, Doc("待定", "待定", "open")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]
    grade: Annotated[Text, Doc("等次", "等次，可以为空", "its grade, or empty")]
    verdict: Annotated[Text, Doc("评定", "等次的由来、触发的条件", "what decided the grade")]
    shares: Annotated[Shares, Doc("长度", "得、失、待定", "earned, lost, open")]
    by_item: Annotated[list[UnitItem], Doc("各项", "各项与平均", "its items beside the mean")]
    lost_by: Annotated[list[Text], Doc("各原因失分", "与 reasons 对应", "in the order of reasons")]
    proof: Annotated[list[Node], Doc("依据", "得分的依据", "its proof")]


class Rubric(TypedDict):
    """A rubric's scores."""

    anchor: Annotated[Text, Doc("锚点", "页内链接的名称", "its name in links")]
    title: Annotated[Text, Doc("细则", "细则的名称", "the rubric's title")]
    unit_word: Annotated[Text, Doc("对象称谓", "结对、学校、姓名", "what a unit is called")]
    explanation: Annotated[Text, Doc("说明", "怎样相加", "how the figures add up")]
    mean: Annotated[Text, Doc("平均总分", "平均总分，没有对象时为空", "the mean total, or empty")]
    graded: Annotated[Flag, Doc("有等次", "有没有等次", "whether there are grades")]
    bonus: Annotated[Flag, Doc("有加分", "有没有加分", "whether there is a bonus")]
    means: Annotated[list[Item], Doc("各项平均", "各项", "every item")]
    losses: Annotated[list[Lost], Doc("失分原因", "所有对象合计", "of all units together")]
    reasons: Annotated[list[Text], Doc("原因", "各原因", "the reasons, most points first")]
    units: Annotated[list[Unit], Doc("各对象", "名次在前的在前", "best first")]
    proofs: Annotated[
        Text,
        Doc(
            "依据详略",
            "all 全部，lost 只列失分和待定，items 只列各项，none 不列",
            "all, lost, items or none",
        ),
    ]


class Cell(TypedDict):
    """A month of a pairing."""

    number: Annotated[Number, Doc("活动数", "当月开始且已开展的", "how many began and were held")]
    planned: Annotated[Text, Doc("计划数", "当月计划的任务数，没有则为空", "planned, or empty")]
    carried_out: Annotated[Text, Doc("落实数", "计划里已落实的", "how many of these were held")]
    behind: Annotated[
        Flag, Doc("未落实", "已过月底而有未落实的", "the month is over, some are not")
    ]
    shade: Annotated[Number, Doc("深浅", "0 至 5", "from 0 to 5")]
    fill: Annotated[Text, Doc("底色", "深浅的颜色值，如 C6DEF4", "the shade as a colour")]
    href: Annotated[Text, Doc("链接", "活动清单的锚点，可以为空", "the list it links to, or empty")]


class Mark(TypedDict):
    """An activity on the line of days."""

    x: Annotated[Text, Doc("起", "0 至 100", "its first day, 0 to 100")]
    end: Annotated[Text, Doc("止", "0 至 100", "its last day, 0 to 100")]
    held: Annotated[Text, Doc("认定", "held、deemed-not-held 或 falsified", "what it counts as")]
    long: Annotated[Flag, Doc("多日", "是否历时多日", "whether it took days")]


class Activity(TypedDict):
    """An activity in a list."""

    days: Annotated[Text, Doc("日期", "一天或起止", "its day or days")]
    kind: Annotated[Text, Doc("类别", "工作类别", "the kind of work")]
    title: Annotated[Text, Doc("名称", "名称，可以为空", "its title, or empty")]
    at: Annotated[Text, Doc("地点", "地点，可以为空", "its place, or empty")]
    held: Annotated[Text, Doc("认定", "held、deemed-not-held 或 falsified", "what it counts as")]
    counts: Annotated[Text, Doc("认定说明", "算不算、为什么", "what it counts as, and why")]
    record: Annotated[Text, Doc("依据", "文件:行", "the record, as file:line")]


class MonthList(TypedDict):
    """The activities of a month."""

    anchor: Annotated[Text, Doc("锚点", "页内链接的名称", "its name in links")]
    month: Annotated[Text, Doc("月份", "如 2020年5月", "the month")]
    activities: Annotated[list[Activity], Doc("活动", "各次活动", "every activity")]


class PairingRow(TypedDict):
    """A pairing's year."""

    anchor: Annotated[Text, Doc("锚点", "页内链接的名称", "its name in links")]
    pairing: Annotated[Text, Doc("结对", "名称", "its title")]
    number: Annotated[Number, Doc("合计", "已开展的活动数", "how many were held")]
    cells: Annotated[list[Cell], Doc("各月", "与 months 对应", "in the order of the months")]
    marks: Annotated[list[Mark], Doc("标记", "各次活动的位置", "every activity on the line")]
    lists: Annotated[list[MonthList], Doc("清单", "有活动的各月", "the months with activities")]


class Stretch(TypedDict):
    """A month or term on the line of days."""

    x: Annotated[Text, Doc("起", "0 至 100", "where it begins")]
    width: Annotated[Text, Doc("宽", "0 至 100", "how long it is")]
    label: Annotated[Text, Doc("名称", "月份或学期", "the month or term")]


class Scale(TypedDict):
    """The line of days."""

    months: Annotated[list[Stretch], Doc("各月", "各月的位置", "where the months lie")]
    terms: Annotated[list[Stretch], Doc("各学期", "各学期的位置", "where the terms lie")]
    today: Annotated[Text, Doc("截至日期", "位置，不在方案期内为空", "where that day is, or empty")]


class Year(TypedDict):
    """The activities, by pairing and month."""

    months: Annotated[list[Text], Doc("月份", "各列的月份", "the columns")]
    rows: Annotated[list[PairingRow], Doc("各结对", "每个结对一行", "a row for each pairing")]
    sums: Annotated[list[Number], Doc("各月合计", "与 months 对应", "in the order of the months")]
    number: Annotated[Number, Doc("合计", "所有结对全年", "of all, in the year")]
    scale: Annotated[Scale, Doc("时间轴", "月、学期、截至日期", "months, terms, the day")]
    activities_left_out: Annotated[
        Number, Doc("未列活动", "太多而没有列出的次数，0 则都列出", "left out; 0: none")
    ]


class Outcomes(TypedDict):
    """What activities count as, in words."""

    held: Annotated[Text, Doc("已开展", "已开展", "held")]
    not_held: Annotated[Text, Doc("视为没有开展", "视为没有开展", "deemed not held")]
    falsified: Annotated[Text, Doc("造假", "查实造假", "falsified")]


class Task(TypedDict):
    """Something to be done."""

    who: Annotated[Text, Doc("谁", "由谁做，可以为空", "by whom, or empty")]
    what: Annotated[Text, Doc("做什么", "做什么", "what")]
    worth: Annotated[
        Text, Doc("分值或数量", "值几分、差几次", "what it is worth, how much is missing")
    ]


class Day(TypedDict):
    """A day with what is to be done by it."""

    day: Annotated[Text, Doc("最迟", "最迟哪一天", "by when")]
    tasks: Annotated[list[Task], Doc("事项", "要做的事", "what is to be done")]


class Due(TypedDict):
    """What is to be done next."""

    days: Annotated[list[Day], Doc("各日", "最急的在前", "most urgent first")]
    more: Annotated[Number, Doc("以后", "没有列出的还有几项", "how many more there are")]
    lost: Annotated[Number, Doc("来不及", "已经来不及的几项", "how many are out of reach")]


class Dashboard(Common):
    """情况总览."""

    announcement: Annotated[Text, Doc("方案声明", "方案的声明，可以为空", "its notice, or empty")]
    draft: Annotated[
        Text, Doc("草案", "起草中的方案的一句话，否则为空", "a word on a draft, or empty")
    ]
    targets: Annotated[Targets, Doc("指标", "各指标", "the targets")]
    rubrics: Annotated[list[Rubric], Doc("考核", "每个细则一节", "one for each rubric")]
    calendar: Annotated[Year, Doc("全年", "结对×月和全年活动", "the activities")]
    outcomes: Annotated[Outcomes, Doc("图例", "活动认定的说法", "what activities count as")]
    due: Annotated[Due, Doc("要做的事", "接下来要做的事", "what is to be done next")]


class ChartTarget(Line):
    """A target or part of one, in a table of charts."""

    bar: Annotated[list[Text], Doc("单元格条", "10 格的颜色", "the colours of ten cells")]
    label: Annotated[Text, Doc("名称", "按层次缩进的名称", "its title, indented by depth")]
    blocks: Annotated[
        Text, Doc("字符条", "方块字符的进度条，空则没有", "a bar in characters, or empty")
    ]


class ChartItem(Item):
    """An item, in a table of charts."""

    bar: Annotated[list[Text], Doc("单元格条", "10 格的颜色", "the colours of ten cells")]
    plain: Annotated[Text, Doc("图中名称", "标点为全角，可写入 Mermaid", "safe in Mermaid")]


class ChartLost(Lost):
    """A reason, in a table of charts."""

    bar: Annotated[list[Text], Doc("单元格条", "10 格的颜色", "the colours of ten cells")]
    plain: Annotated[Text, Doc("图中名称", "标点为全角，可写入 Mermaid", "safe in Mermaid")]


class ChartUnit(TypedDict):
    """A unit, in a table of charts."""

    rank: Annotated[Text, Doc("名次", "名次", "its rank")]
    pairing: Annotated[Text, Doc("名称", "结对、学校或个人", "the pairing, school or person")]
    points: Annotated[Text, Doc("总分", "含加分的总分", "the total with its bonus")]
    earned: Annotated[Text, Doc("得分", "满分内的得分", "earned within the full marks")]
    bonus: Annotated[Text, Doc("加分", "加分", "the bonus")]
    lost: Annotated[Text, Doc("失分", "失分", "lost")]
    open: Annotated[Text, Doc("待定", "待定", "open")]
    maximum: Annotated[Text, Doc("满分", "满分", "full marks")]


class ChartRubric(TypedDict):
    """A rubric, in charts."""

    title: Annotated[Text, Doc("细则", "细则的名称", "the rubric's title")]
    unit_word: Annotated[Text, Doc("对象称谓", "结对、学校、姓名", "what a unit is called")]
    top: Annotated[Text, Doc("坐标终点", "分值坐标到哪里", "where an axis of points ends")]
    means: Annotated[list[ChartItem], Doc("各项平均", "各项", "every item")]
    losses: Annotated[list[ChartLost], Doc("失分原因", "所有对象合计", "of all units together")]
    units: Annotated[list[ChartUnit], Doc("各对象", "名次在前的在前", "best first")]


class ChartMonth(TypedDict):
    """A month, in charts."""

    label: Annotated[Text, Doc("月份", "如 5月", "the month")]
    number: Annotated[Number, Doc("活动数", "当月开始且已开展的", "how many began and were held")]


class ChartPairing(TypedDict):
    """A pairing's months, in charts."""

    pairing: Annotated[Text, Doc("结对", "名称", "its title")]
    number: Annotated[Number, Doc("合计", "已开展的活动数", "how many were held")]
    cells: Annotated[list[Cell], Doc("各月", "与 months 对应", "in the order of the months")]


class ChartTableRow(TypedDict):
    """A pairing in a table of some months."""

    pairing: Annotated[Text, Doc("结对", "名称", "its title")]
    cells: Annotated[
        list[Cell], Doc("各月", "与这张表的 months 对应", "in the order of its months")
    ]


class ChartTable(TypedDict):
    """Pairings by month, as many months as can be read beside each other on paper."""

    months: Annotated[list[ChartMonth], Doc("月份", "至多 12 个月", "twelve at most")]
    rows: Annotated[list[ChartTableRow], Doc("各结对", "每个结对一行", "a row for each pairing")]


class Charts(Common):
    """数据图表."""

    draft: Annotated[
        Text, Doc("草案", "起草中的方案的一句话，否则为空", "a word on a draft, or empty")
    ]
    targets: Annotated[list[ChartTarget], Doc("指标", "指标和其中", "targets and their parts")]
    rubrics: Annotated[list[ChartRubric], Doc("考核", "每个细则一组", "one for each rubric")]
    months: Annotated[list[ChartMonth], Doc("月份", "各月活动数", "the months with their sums")]
    tables: Annotated[
        list[ChartTable], Doc("分表", "结对×月分成的几张表", "months in several tables")
    ]
    steps: Annotated[
        list[Text], Doc("刻度", "条的各格，10 至 100", "the cells of a bar, 10 to 100")
    ]
    months_top: Annotated[Text, Doc("坐标终点", "活动数坐标到哪里", "where an axis of months ends")]
    pairings: Annotated[list[ChartPairing], Doc("各结对", "每个结对一行", "a row for each pairing")]
    number: Annotated[Number, Doc("合计", "所有结对全年", "of all, in the year")]
