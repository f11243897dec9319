"""A survey to be printed and filled in by hand: whom it is about, its questions, boxes to tick."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.forms import looks
from pairing_cli.forms.columns import Shape
from pairing_cli.forms.layout import Layout
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.sheet import print_on_a4, protect
from pairing_cli.model.figures import plain
from pairing_cli.office.cells import height, put

_WIDTHS = (6, 84)
_INTRO = "本问卷不记名，请不要写自己的姓名和电话。请在选中的 □ 内打 √。"
_BOX = "□ "


def write(sheet: Worksheet, layout: Layout, lists: Lists, by: str) -> None:
    """Write the sheet of a survey that is to be printed."""
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    whom, *rest = layout.form.columns
    questions = [column for column in rest if column.shape is not Shape.DAY]
    fixed = layout.fixed.get(whom.key)
    rows = [
        ("", layout.form.title, looks.TITLE),
        ("", f"{by}　{_INTRO}", looks.BODY),
        ("", f"{whom.title}：{fixed or '＿' * 16}　　日期：＿＿＿＿年＿＿月＿＿日", looks.BODY),
    ]
    for number, column in enumerate(questions, 1):
        named = column.title if len(questions) > 1 else layout.form.title
        rows.append((f"{number}.", named, looks.STRONG))
        rows.append(("", _boxes(column.choices, column.most, lists), looks.BODY))
    for row, (number_text, line, font) in enumerate(rows, 1):
        for column_number, value in enumerate((number_text, line), 1):
            cell: Any = sheet.cell(row, column_number)
            put(cell, value)
            cell.font = font
            cell.alignment = looks.MIDDLE if row == 1 else looks.LEFT
        sheet.row_dimensions[row].height = height(line, float(font.size), _WIDTHS[1]) + 12
    print_on_a4(sheet, landscape=False)
    sheet.print_area = f"A1:B{len(rows)}"
    protect(sheet)
    sheet.sheet_view.showGridLines = False


def _boxes(choices: str, most: Any, lists: Lists) -> str:
    """The answers that there are to choose from, or a line for points."""
    if choices:
        return "　　".join(_BOX + label for label in lists.offered(choices))
    return f"＿＿＿＿ 分（满分 {plain(most)} 分）"
