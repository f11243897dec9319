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
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from official.form import Form
from official.tables import Column as WordColumn
from pairing_cli.office.archive import repacked

TITLE, BODY, HEAD, ALARM = "方正小标宋简体", "仿宋_GB2312", "黑体", "C00000"
BLUE, RED, GREY, PALE = "2A6DB5", "C0392B", "BFBFBF", "D6E4F2"
DATE = datetime(2020, 1, 1)
FIRST = 9
"""The row of a table's headings: above it the title, a warning and a draft in their tags, the day."""


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
            Column("完成", "{{ row.done }}", 10, "0"),
            Column("还差", "{{ row.remaining }}", 10, "0"),
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
        _chart(sheet, bars, row, FIRST + len(begin) + len(end) + 4)
    _matrix(workbook.create_sheet("结对×月"))
    return saved(workbook)


def charts_document() -> bytes:
    """The Word template of the kind ``charts``: bars and shades are table cells, which no font can lack."""
    form = Form("charts", landscape=True)
    form.title()
    form.add("GwAbove", "截至{{ as_of }}")
    with form.given("targets"):
        _bars(form, "指标完成占目标（%）", "row in targets", TARGET_COLUMNS)
    with form.each("rubric in rubrics"):
        _bars(form, "{{ rubric.title }}：各项平均占满分（%）", "row in rubric.means", MEAN_COLUMNS)
        with form.given("rubric.losses"):
            title = "{{ rubric.title }}：失分原因（与最多的原因相比，%）"
            _bars(form, title, "row in rubric.losses", LOSS_COLUMNS)
    with form.each("table in tables"):
        _bars(
            form,
            "结对×月活动数{% if not loop.first %}（续）{% endif %}",
            "row in table.rows",
            MONTH_COLUMNS,
        )
    with form.given("notice"):
        form.add("GwSmallBelow", "{{ notice }}")
    return form.file()


_BAR = WordColumn("{{ step }}", "", 11, each="step in steps", among="fill in row.bar", fill="fill")
TARGET_COLUMNS = [
    WordColumn("指标", "{{ row.label }}", 64, "left"),
    WordColumn("目标", "{{ row.asked }}", 22),
    WordColumn("完成", "{{ row.done }}", 22),
    WordColumn("占目标", "{{ row.share }}", 22),
    _BAR,
    WordColumn("结论", "{{ row.verdict }}", 30),
]
MEAN_COLUMNS = [
    WordColumn("项目", "{{ row.label }}", 58, "left"),
    WordColumn("满分", "{{ row.maximum }}", 20),
    WordColumn("平均", "{{ row.mean }}", 20),
    _BAR,
    WordColumn("最低", "{{ row.least }}", 20),
    WordColumn("最高", "{{ row.most }}", 20),
]
LOSS_COLUMNS = [
    WordColumn("原因", "{{ row.reason }}", 58, "left"),
    WordColumn("失分", "{{ row.points }}", 30),
    WordColumn("处数", "{{ row.number }}", 30),
    _BAR,
]
MONTH_COLUMNS = [
    WordColumn("结对", "{{ row.pairing }}", 50, "left"),
    WordColumn(
        "{{ month.label }}",
        "{{ cell.number }}",
        16,
        each="month in table.months",
        among="cell in row.cells",
        fill="cell.fill",
    ),
]


def _bars(form: Form, title: str, loop: str, columns: Sequence[WordColumn]) -> None:
    """A table with its title."""
    form.add("GwTableTitle", title)
    form.table(columns, loop, small=True)


def comparison_sheet(workbook: Workbook) -> None:
    """Add to the score sheet's template a sheet with the unit's items beside the means of all."""
    sheet: Any = workbook.create_sheet("与平均比较")
    columns = [
        Column("项目", "{{ row.label }}", 30),
        Column("满分", "{{ row.maximum }}", 12, "0.00"),
        Column("得分", "{{ row.earned }}", 12, "0.00"),
        Column("平均", "{{ row.mean }}", 12, "0.00"),
    ]
    row = _table(sheet, columns, ["for row in compared"], ["endfor"])
    bars = Bars("各项得分与平均", 1, [(3, BLUE), (4, GREY)])
    _chart(sheet, bars, row, FIRST + 6)


def saved(workbook: Workbook) -> bytes:
    """A template's bytes, the same every time."""
    workbook.properties.creator = ""
    workbook.properties.created = workbook.properties.modified = DATE
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), DATE)


def _top(sheet: Any, last: int) -> None:
    """What stands above a table, and how the sheet is printed."""
    _line(sheet, 1, "{{ title }}　" + sheet.title, last, 16)
    for row, name, text in ((2, "warning", "{{ warning }}"), (5, "draft", "（草案）")):
        sheet.cell(row, 1, f"{{%tr if {name} %}}")
        _line(sheet, row + 1, text, last, 12, alarm=True)
        sheet.cell(row + 2, 1, "{%tr endif %}")
    _line(sheet, 8, "截至{{ as_of }}　{{ notice }}", last, 11)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P"


def _table(sheet: Any, columns: Sequence[Column], begin: Sequence[str], end: Sequence[str]) -> int:
    """Write a table with its loops; the number of the row in them."""
    _top(sheet, len(columns))
    row = FIRST
    for index, column in enumerate(columns, 1):
        _cell(sheet, row, index, column.heading, head=True)
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    for number, tag in enumerate(begin, 1):
        sheet.cell(row + number, 1, f"{{%tr {tag} %}}")
    row += len(begin) + 1
    for index, column in enumerate(columns, 1):
        _cell(sheet, row, index, column.value, number=column.number, left=index == 1)
    for number, tag in enumerate(end, 1):
        sheet.cell(row + number, 1, f"{{%tr {tag} %}}")
    sheet.freeze_panes = sheet.cell(FIRST + 1, 1)
    return row


def _chart(sheet: Any, bars: Bars, row: int, below: int) -> None:
    """Put a chart below a table: its names and series point at the one row of tags."""
    chart: Any = BarChart()
    chart.type = "bar" if bars.lying else "col"
    chart.title = bars.title
    chart.grouping = "stacked" if bars.stacked else "clustered"
    chart.overlap = 100 if bars.stacked or bars.over else None
    chart.gapWidth = 60
    names = f"{get_column_letter(bars.names)}${row}"
    for column, colour in bars.series:
        cells = Reference(sheet, min_col=column, min_row=row, max_row=row)
        heading = Reference(sheet, min_col=column, min_row=FIRST, max_row=FIRST)
        series: Any = Series(cells, title_from_data=False)
        series.tx = SeriesLabel(strRef=StrRef(str(heading)))
        series.cat = AxDataSource(strRef=StrRef(f"'{sheet.title}'!${names}"))
        series.graphicalProperties.solidFill = colour
        series.invertIfNegative = False
        chart.series.append(series)
    _axes(chart, bars)
    chart.legend = None if len(bars.series) == 1 else chart.legend
    if chart.legend is not None:
        chart.legend.position = "b"
    chart.width, chart.height = 22, 11
    sheet.add_chart(chart, f"A{below}")


def _axes(chart: Any, bars: Bars) -> None:
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = bars.most
    chart.y_axis.number_format = "General"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="D9D9D9"))
    if bars.lying:  # the first row on top, as in the table
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"
    if len(bars.series) == 1:
        chart.series[0].dLbls = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False
        )


def _matrix(sheet: Any) -> None:
    """结对×月: how many activities were held, shaded by Excel's own colour scale, with the sums drawn."""
    _top(sheet, 5)
    heads = ["结对", "{%tc for month in months %}", "{{ month.label }}", "{%tc endfor %}", "合计"]
    row_cells = [
        "{{ row.pairing }}",
        "{%tc for cell in row.cells %}",
        "{{ cell.number }}",
        "{%tc endfor %}",
        "{{ row.number }}",
    ]
    sums = [
        "合计",
        "{%tc for month in months %}",
        "{{ month.number }}",
        "{%tc endfor %}",
        "{{ number }}",
    ]
    for index, width in enumerate((30, 10, 11, 10, 10), 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
        _cell(sheet, FIRST, index, heads[index - 1], head=True)
        _cell(sheet, FIRST + 2, index, row_cells[index - 1], number="0", left=index == 1)
        _cell(sheet, FIRST + 4, index, sums[index - 1], number="0", left=index == 1)
    sheet.cell(FIRST + 1, 1, "{%tr for row in pairings %}")
    sheet.cell(FIRST + 3, 1, "{%tr endfor %}")
    sheet.freeze_panes = sheet.cell(FIRST + 1, 2)
    scale: Any = ColorScaleRule(  # type: ignore[no-untyped-call]
        start_type="num", start_value=0, start_color="FFFFFF", end_type="max", end_color="61A0D9"
    )
    sheet.conditional_formatting.add(f"C{FIRST + 2}", scale)
    bars = Bars("各月活动数", 3, [(3, BLUE)], lying=False)
    _chart(sheet, bars, FIRST + 4, FIRST + 7)
    chart = sheet._charts[0]
    chart.series[0].cat = AxDataSource(strRef=StrRef(f"'{sheet.title}'!$C${FIRST}"))
    chart.series[0].tx = SeriesLabel(strRef=StrRef(f"'{sheet.title}'!$A${FIRST + 4}"))


def _line(sheet: Any, row: int, text: str, last: int, size: float, *, alarm: bool = False) -> None:
    cell = sheet.cell(row, 1, text)
    name = HEAD if alarm else TITLE if size > 12 else BODY
    cell.font = Font(name=name, size=size, color=ALARM if alarm else None)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.row_dimensions[row].height = 36 if size > 12 else 20


def _cell(
    sheet: Any,
    row: int,
    column: int,
    text: str,
    *,
    number: str = "",
    head: bool = False,
    left: bool = False,
) -> None:
    cell = sheet.cell(row, column, text)
    thin = Side(style="thin")
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.font = Font(name=HEAD if head else BODY, size=11)
    horizontal = "left" if left else "center"
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    if head:
        cell.fill = PatternFill("solid", fgColor="E7E6E6")
    else:
        cell.number_format = number or "@"
