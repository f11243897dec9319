"""The Excel template of the charts: a sheet for each, with its table and, below it, Excel's own chart.

A chart points at the row of tags in its table; when the workbook is made it follows the rows that come
of it (see pairing_cli.report.follow).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from pairing_cli.report.archive import repacked

TITLE, BODY, HEAD, ALARM = "方正小标宋简体", "仿宋_GB2312", "黑体", "C00000"
BLUE, RED, GREY, PALE = "2A6DB5", "C0392B", "BFBFBF", "D6E4F2"
DATE = datetime(2020, 1, 1)
FIRST = 8
"""The row of a table's headings: the title, the warning and its tags, the draft and its tags, the day."""


@dataclass(frozen=True)
class Column:
    """A column: heading, expression, width in characters, and number format where it is a number."""

    heading: str
    value: str
    width: float
    number: str = ""


@dataclass(frozen=True)
class Bars:
    """A chart of a sheet: its title, and which columns (from 1) are its names and its series."""

    title: str
    names: int
    series: Sequence[tuple[int, str]]
    lying: bool = True
    stacked: bool = False
    over: bool = False
    most: float | None = None


TABLES: dict[str, tuple[list[str], list[Column], list[str], Bars]] = {
    "指标": (
        ["for row in targets if row.share"],
        [
            Column("指标", "{{ row.label }}", 42),
            Column("单位", "{{ row.unit }}", 8),
            Column("目标", "{{ row.asked }}", 10),
            Column("完成", "{{ row.done }}", 10, "General"),
            Column("还差", "{{ row.remaining }}", 10, "General"),
            Column("完成占目标（%）", "{{ row.share }}", 12, "0.00"),
            Column("结论", "{{ row.verdict }}", 16),
        ],
        ["endfor"],
        Bars("指标完成占目标（%）", 1, [(6, BLUE)], most=100),
    ),
    "各项平均": (
        ["for rubric in rubrics", "for row in rubric.means"],
        [
            Column("项目", "{{ row.label }}", 30),
            Column("满分", "{{ row.maximum }}", 10, "0.00"),
            Column("平均", "{{ row.mean }}", 10, "0.00"),
            Column("最低", "{{ row.least }}", 10, "0.00"),
            Column("最高", "{{ row.most }}", 10, "0.00"),
            Column("细则", "{{ rubric.title }}", 40),
        ],
        ["endfor", "endfor"],
        Bars("各项平均与满分", 1, [(2, PALE), (3, BLUE)], lying=False, over=True),
    ),
    "失分原因": (
        ["for rubric in rubrics", "for row in rubric.losses"],
        [
            Column("原因", "{{ row.reason }}", 30),
            Column("失分", "{{ row.points }}", 12, "0.00"),
            Column("处数", "{{ row.number }}", 12, "0"),
            Column("细则", "{{ rubric.title }}", 40),
        ],
        ["endfor", "endfor"],
        Bars("失分原因", 1, [(2, RED)]),
    ),
    "得失": (
        ["for rubric in rubrics", "for row in rubric.units"],
        [
            Column("名称", "{{ row.pairing }}", 30),
            Column("得分", "{{ row.earned }}", 11, "0.00"),
            Column("失分", "{{ row.lost }}", 11, "0.00"),
            Column("待定", "{{ row.open }}", 11, "0.00"),
            Column("加分", "{{ row.bonus }}", 11, "0.00"),
            Column("总分", "{{ row.points }}", 11, "0.00"),
            Column("名次", "{{ row.rank }}", 8, "0"),
            Column("细则", "{{ rubric.title }}", 40),
        ],
        ["endfor", "endfor"],
        Bars("得分、失分和待定", 1, [(2, BLUE), (3, RED), (4, GREY)], stacked=True),
    ),
}


def charts_workbook() -> bytes:
    """The template of the kind ``charts``."""
    workbook = Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type]
    for title, (begin, columns, end, bars) in TABLES.items():
        sheet: Any = workbook.create_sheet(title)
        row = _table(sheet, columns, begin, end)
        _chart(sheet, bars, row, FIRST + len(begin) + len(end) + 3)
    _matrix(workbook.create_sheet("结对×月"))
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    """A template's bytes, the same every time."""
    workbook.properties.creator = ""
    workbook.properties.created = workbook.properties.modified = DATE
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), DATE)


def _top(sheet: Any, last: int) -> None:
    """What stands above a table, and how the sheet is printed."""
    _line(sheet, 1, "{{ title }}　" + sheet.title, last, 16, center=True)
    for row, name in ((2, "warning"), (5, "draft")):
        if row == 5:
            row = 4
        sheet.cell(row if row == 2 else 4, 1, f"{{%tr if {name} %}}")
