"""Word files as schools fill them in: 附件3 (plan table) and 附件4 (the rubric with points)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document


def plan_table(school: str = "西街小学") -> bytes:
    """附件3: months merged over their lines or not repeated, a blank line, a remark under the table."""
    rows = [
        ("月份", "内容", "开展的具体工作", "责任人", "完成时限"),
        (
            "三月",
            "年度帮扶特色目标任务",
            "双方学校沟通，确定全年\n帮扶目标。",
            "示例主任甲",
            "3月30日前",
        ),
        ("", "制定方案", "制定年度帮扶工作计划。", "示例主任甲、示例主任乙", "2020.3.30"),
        ("四月", "送课指导", "语文送课，上示范课并评课。", "示例主任乙", "4月中旬"),
        ("", "观摩学习", "到帮扶学校观摩课堂教学。", "示例主任乙", "４月２８日"),
        ("五月上旬", "爱心捐赠", "捐赠图书和学习用品。", "示例主任甲", ""),
        ("六月", "", "", "", ""),
        ("", "", "", "", ""),
    ]
    document: Any = Document()
    document.add_paragraph("附件3：")
    document.add_paragraph(f"{school}2020年结对帮扶工作计划表")
    table = _table(document, rows)
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("备注：内容栏可填写管理指导、送课指导、观摩学习等。")
    return _saved(document)


def rubric_table(
    points: dict[str, str], school: str = "西街小学", day: str = "2020年6月20日"
) -> bytes:
    """附件4 with points: items and headings merged over several lines, numbers before the titles."""
    rows = [
        ("项目", "考核评估  要素", "考核评估细则", "所提供的查阅资料", "上报  \n时间", "得分"),
        (
            "组织管理",
            "1.组织管理\n（10分）",
            "制定实施方案。",
            "方案。",
            "第一周",
            points.get("1", ""),
        ),
        (
            "",
            "2.计划总结（10分）",
            "有半年总结和全年总结。",
            "总结。",
            "6月30日前",
            points.get("2", ""),
        ),
        (
            "管理帮扶",
            "3.管理指导       观摩学习\n\n（10分）",
            "指导学校管理。",
            "照片。",
            "三日内",
            points.get("3", ""),
        ),
        ("", "", "组织中层领导观摩学习。", "心得。", "三日内", points.get("3b", "")),
        ("合计", "", "", "", "", "28"),
    ]
    document: Any = Document()
    document.add_paragraph("附件4：")
    document.add_paragraph("2020年中小学结对帮扶工作考核细则（自评）")
    document.add_paragraph(f"学校：{school}    填表人：示例主任甲")
    table = _table(document, rows)
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))
    table.cell(3, 1).merge(table.cell(4, 1))
    if "3b" not in points:
        table.cell(3, 5).merge(table.cell(4, 5))
    document.add_paragraph(day)
    return _saved(document)


def _table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return table


def _saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
