"""The workbooks beside the Word files: a sheet that holds the report, printed on A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from chart_templates import comparison_sheet
from official.layouts import Layout, by_item
from official.tables import Column, Tail
from pairing_cli.office.archive import repacked
from pairing_cli.report.standard import FANGSONG, HEITI, XIAOBIAOSONG

ALARM = "C00000"
DATE = datetime(2020, 1, 1)
_MM_OF_WIDTH = 1.9
_BEFORE_TABLE = (("draft", "（草案）", False), ("warning", "{{ warning }}", True))


def excel_template(layout: Layout) -> bytes:
    """The Excel template of a layout."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = "报表"
    columns = _expanded(layout.columns_in("xlsx"))
    printed = sum(place.spec.only != "xlsx" for place in columns)
    row = _head(sheet, "{{ title }}", layout.above, printed)
    row = _table(sheet, row, columns)
    row = _tails(sheet, row, layout.columns_in("xlsx"), layout.tails)
    row = _below(sheet, row, layout.below, printed)
    _print(sheet, landscape=layout.landscape)
    if printed < len(columns):  # what only the sheet shows would make all of it small on paper
        sheet.print_area = f"A1:{get_column_letter(printed)}{row - 1}"
    if layout.items:
        _items(workbook)
    if layout.compared:
        comparison_sheet(workbook)
    workbook.properties.creator = ""
    workbook.properties.title = layout.name
    workbook.properties.created = workbook.properties.modified = DATE
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), DATE)


def _items(workbook: Workbook) -> None:
    """A sheet with a column for each item: printed at full size, on as many sheets as that takes."""
    sheet: Any = workbook.create_sheet("各项得分")
    columns = _expanded(by_item("items", "row['items']"))
    row = _head(sheet, "{{ title }}（各项得分）", (), len(columns), center=False)
    _table(sheet, row, columns)
    _print(sheet, landscape=True)
    sheet.freeze_panes = sheet.cell(row + 1, 2)
    sheet.print_title_cols = "A:A"
    sheet.sheet_properties.pageSetUpPr.fitToPage = False


@dataclass(frozen=True)
class _Place:
    """What stands in a column of the sheet: a column of the layout, or a tag before or after it."""

    head: str
    row: str
    spec: Column
    tag: bool = False


def _expanded(columns: Sequence[Column]) -> list[_Place]:
    return [place for column in columns for place in _places(column)]


def _places(column: Column) -> Iterator[_Place]:
    own = _Place(column.heading, column.value, column)
    if column.tags is None or column.row_tags is None:
        yield own
        return
    before, after = (
        _Place(f"{{%tc {head} %}}", f"{{%tc {row} %}}", column, tag=True)
        for head, row in zip(column.tags, column.row_tags, strict=True)
    )
    yield from (before, own, after)


def _head(sheet: Any, title: str, above: Sequence[str], last: int, *, center: bool = True) -> int:
    """Write the title and what else stands above the table; the row after it."""
    _line(sheet, 1, title, last, size=16, center=center)
    row = 2
    for name, text, alarm in _BEFORE_TABLE:
        sheet.cell(row, 1, f"{{%tr if {name} %}}")
        _line(sheet, row + 1, text, last, size=12, center=center, alarm=alarm)
        sheet.cell(row + 2, 1, "{%tr endif %}")
        row += 3
    for line in above:
        _line(sheet, row, line, last, size=11)
        row += 1
    return row


def _table(sheet: Any, head: int, places: Sequence[_Place]) -> int:
    """Write the table's head and the row in its loop; the row after them."""
    for index, place in enumerate(places, 1):
        _cell(sheet, head, index, place.head, place.spec, head=True)
        _cell(sheet, head + 2, index, place.row, place.spec)
        width = round(place.spec.width / _MM_OF_WIDTH, 1)
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.cell(head + 1, 1, "{%tr for row in rows %}")
    sheet.cell(head + 3, 1, "{%tr endfor %}")
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.print_title_rows = f"{head}:{head}"
    return head + 4


def _below(sheet: Any, row: int, below: Sequence[str], last: int) -> int:
    """Write the lines below the table; the row after them."""
    for line in below:
        if not line.startswith("{{"):
            _line(sheet, row, line, last, size=11)
            sheet.row_dimensions[row].height = 40
            row += 1
            continue
        name = line.strip("{} ")
        sheet.cell(row, 1, f"{{%tr if {name} %}}")
        _line(sheet, row + 1, ("备注：" if name == "note" else "") + line, last, size=10)
        sheet.cell(row + 2, 1, "{%tr endif %}")
        row += 3
    return row


def _print(sheet: Any, *, landscape: bool) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P"


def _tails(sheet: Any, row: int, columns: Sequence[Column], tails: Sequence[Tail]) -> int:
    """Write the rows below the rows; the number of the row after them."""
    for tail in tails:
        if tail.tag:
            sheet.cell(row, 1, f"{{%tr {tail.tag} %}}")
            row += 1
        for index, spec in enumerate(columns, 1):
            _cell(sheet, row, index, tail.cells.get(spec.heading, ""), spec)
        if tail.span > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=tail.span)
        row += 1
        if tail.end:
            sheet.cell(row, 1, f"{{%tr {tail.end} %}}")
            row += 1
    return row


def _line(
    sheet: Any,
    row: int,
    text: str,
    last: int,
    *,
    size: float,
    center: bool = False,
    alarm: bool = False,
) -> None:
    cell = sheet.cell(row, 1, text)
    face = HEITI if alarm else XIAOBIAOSONG if size > 12 else FANGSONG
    cell.font = Font(name=face.font, size=size, color=ALARM if alarm else None)
    horizontal = "center" if center else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.row_dimensions[row].height = 36 if size > 12 else 20


def _cell(
    sheet: Any, row: int, column: int, text: str, spec: Column, *, head: bool = False
) -> None:
    cell = sheet.cell(row, column, text or None)
    thin = Side(style="thin")
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.font = Font(name=(HEITI if head else FANGSONG).font, size=11)
    left = spec.align == "left" and not head
    cell.alignment = Alignment(
        horizontal="left" if left else "center", vertical="center", wrap_text=True
    )
    if head:
        cell.fill = PatternFill("solid", fgColor="E7E6E6")
    elif spec.number:
        cell.number_format = spec.number
    elif not head:
        cell.number_format = "@"
