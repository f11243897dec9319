"""The facts of bulletins, progress and briefs, described; see `facts`."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pairing_cli.model.scalars import Doc
from pairing_cli.report.facts import Common, Number, Text
from pairing_cli.report.marks import Picture

Flag = bool


class MonthRow(TypedDict):
    """A pairing's month."""

    pairing: Annotated[Text, Doc("结对", "结对的名称", "the pairing")]
    planned: Annotated[Number, Doc("计划", "计划几次", "how many were planned")]
    held: Annotated[Number, Doc("开展", "开展几次", "how many were held")]
    kinds: Annotated[Text, Doc("活动", "各类活动几次", "what was held by kind")]
    not_counted: Annotated[Number, Doc("不计入", "几次不计入", "how many do not count")]
    why: Annotated[Text, Doc("原因", "为什么不计入，可以为空", "why they do not; may be empty")]
    unpaid: Annotated[Number, Doc("迟报未报", "几处", "how many papers are late or missing")]


class UnpaidRow(TypedDict):
    """A paper that is late, missing or not as it should be."""

    pairing: Annotated[
        Text, Doc("结对", "结对，以后各行同上", "the pairing; as above in further rows")
    ]
    item: Annotated[Text, Doc("考核要素", "考核要素", "the item")]
    title: Annotated[Text, Doc("资料", "资料的名称", "the paper")]
    who: Annotated[Text, Doc("报送单位", "由哪一方报送", "who had to hand it in")]
    due: Annotated[Text, Doc("截止", "几月几日", "the last day")]
    state: Annotated[
        Text, Doc("状态", "未报、迟报、不完整、退回", "missing, late, incomplete, sent back")
    ]
    reason: Annotated[Text, Doc("原因", "原因", "why")]


class NoticedRow(TypedDict):
    """A finding."""

    pairing: Annotated[
        Text, Doc("结对", "结对，以后各行同上", "the pairing; as above in further rows")
    ]
    what: Annotated[Text, Doc("关于", "哪次活动或哪类资料", "what it is about")]
    verdict: Annotated[Text, Doc("结论", "弄虚作假、不规范、表扬", "the verdict")]
    by: Annotated[Text, Doc("来源", "入校检查、走访等", "inspection, visit and so on")]
    date: Annotated[Text, Doc("日期", "核查日期", "when it was found")]
    standing: Annotated[Text, Doc("结果", "待核实、属实、已撤销", "where it stands")]
    note: Annotated[Text, Doc("说明", "说明，可以为空", "remark; may be empty")]


class ComingRow(TypedDict):
    """Something due in the month after."""

    due: Annotated[Text, Doc("截止", "几月几日", "the last day")]
    pairing: Annotated[Text, Doc("结对", "结对，或全部", "the pairing, or all")]
    title: Annotated[Text, Doc("事项", "要做什么", "what is to be done")]
    who: Annotated[Text, Doc("责任单位", "由谁，可以为空", "who; may be empty")]


class Bulletin(Common):
    """月度简报."""

    month: Annotated[Text, Doc("月份", "2020年6月", "the month")]
    day: Annotated[Text, Doc("截至日期", "截至哪一天", "the day")]
    office: Annotated[Text, Doc("科室", "接收资料的科室，可以为空", "the office; may be empty")]
    summary: Annotated[Text, Doc("概况", "一句话", "the month in a sentence")]
    rows: Annotated[list[MonthRow], Doc("开展情况", "每个结对一行", "a row for each pairing")]
    unpaid: Annotated[list[UnpaidRow], Doc("迟报未报", "每份资料一行", "a row for each paper")]
    noticed: Annotated[list[NoticedRow], Doc("核查情况", "每个结论一行", "a row for each finding")]
    coming_month: Annotated[Text, Doc("下月", "7月", "the month after")]
    coming: Annotated[list[ComingRow], Doc("下月到期", "每件事一行", "a row for each thing")]


class ProgressRow(TypedDict):
    """A target, a part or a scope of it."""

    depth: Annotated[
        Number, Doc("层次", "0 指标，1起 其中", "0 for targets, more for what is inside")
    ]
    title: Annotated[Text, Doc("名称", "名称，按层次缩进", "its title, indented")]
    unit: Annotated[Text, Doc("单位", "次、人次、人", "the unit")]
    asked: Annotated[Text, Doc("目标", "目标，可以为空", "what is asked; may be empty")]
    planned: Annotated[Text, Doc("计划", "计划，可以为空", "what is planned; may be empty")]
    done: Annotated[
        Text, Doc("完成", "完成，无数据时为空", "what is done; empty where nothing is known")
    ]
    remaining: Annotated[Text, Doc("尚差", "尚差，可以为空", "what is missing; may be empty")]
    verdict: Annotated[
        Text, Doc("评定", "已完成、正常、有风险等", "met, on track, at risk and so on")
    ]
    note: Annotated[Text, Doc("说明", "说明，可以为空", "remark; may be empty")]


class QuotaProgress(Common):
    """指标完成情况."""

    rows: Annotated[list[ProgressRow], Doc("各指标", "每个指标一行", "a row for each target")]
    summary: Annotated[Text, Doc("概况", "各种评定几项", "how many of each verdict")]
    number: Annotated[Number, Doc("几项", "共几项指标", "how many targets")]


class GroupRow(TypedDict):
    """Those who took part from one organization."""

    organization: Annotated[Text, Doc("单位", "单位", "the organization")]
    names: Annotated[Text, Doc("姓名", "姓名，可以为空", "names; may be empty")]
    heads: Annotated[Number, Doc("人数", "几人", "how many")]


class PaperRow(TypedDict):
    """A document that was handed in."""

    title: Annotated[Text, Doc("资料", "资料的名称", "the document")]
    who: Annotated[Text, Doc("报送单位", "报送单位", "who handed it in")]
    received: Annotated[Text, Doc("收到", "几月几日", "when it came")]
    copies: Annotated[Number, Doc("份数", "几份", "how many copies")]
    files: Annotated[Text, Doc("文件", "佐证文件，一行一个", "evidence files, one a line")]


class PictureRow(TypedDict):
    """A photograph."""

    path: Annotated[Text, Doc("路径", "文件的路径", "its path")]
    caption: Annotated[Text, Doc("说明", "文件名", "its name")]
    image: Annotated[
        Picture,
        Doc(
            "照片",
            "Word 里的照片；不能显示时为空",
            "the photograph, in Word; empty where it cannot be shown",
        ),
    ]


class ActivityBrief(Common):
    """活动简报."""

    kind: Annotated[Text, Doc("类别", "工作类别", "the kind of work")]
    pairing: Annotated[Text, Doc("结对", "结对的名称", "the pairing")]
    when: Annotated[Text, Doc("时间", "时间", "when")]
    where: Annotated[Text, Doc("地点", "地点，可以为空", "where; may be empty")]
    online: Annotated[Flag, Doc("线上", "是否线上", "whether it was online")]
    lead: Annotated[
        Text, Doc("导语", "一句话：何时、谁、到哪里、做什么、几人", "the activity in a sentence")
    ]
    subjects: Annotated[Text, Doc("学科", "学科，可以为空", "subjects; may be empty")]
    audience: Annotated[Text, Doc("对象", "对象，可以为空", "for whom; may be empty")]
    groups: Annotated[
        list[GroupRow], Doc("参加人员", "按单位", "those who took part, by organization")
    ]
    heads: Annotated[Number, Doc("人数", "共几人", "how many in all")]
    documents: Annotated[list[PaperRow], Doc("资料", "报送的资料", "what was handed in")]
    pictures: Annotated[list[PictureRow], Doc("照片", "照片", "photographs")]
    note: Annotated[Text, Doc("备注", "备注，可以为空", "remark; may be empty")]
    record: Annotated[Text, Doc("记录", "活动记录的文件和行号", "file and line of the record")]
    day: Annotated[Text, Doc("日期", "日期", "the day")]
