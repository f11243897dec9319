"""Writing a form's sheet: header, explanations, what is recorded, and rows to be filled in."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.forms import looks, words
from pairing_cli.forms.checks import Dates, check
from pairing_cli.forms.choosing import Choosing
from pairing_cli.forms.columns import KEPT, Cell, Column, Shape, shown_text
from pairing_cli.forms.layout import Layout, Line
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.words import month_text
from pairing_cli.model.dates import Month
from pairing_cli.model.figures import plain
from pairing_cli.office.cells import height, put

HEADER, NOTES, FIRST = 3, 4, 5
"""The rows of the header, of the explanations, and the first of the table."""

ADDRESS, NUMBER, START = 1, 2, 3
"""The columns of the hidden address, of the number, and the first of the form."""

_BLANK, _TALLEST = 26.0, 409.0

_NARROW, _WIDEST = 90.0, 200.0
"""Half-width characters that an upright page holds, and one that is turned, in a size that can be read;
wider tables take two pages side by side."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What all sheets of a workbook share: the lists, the drop-downs, the days that dates may be."""

    lists: Lists
    choosing: Choosing
    dates: Dates
    rows_of_activities: tuple[str, ...] = ()


def write(sheet: Worksheet, layout: Layout, heading: str, under: str, writing: Writing) -> None:
    """Write a form's sheet."""
    _head(sheet, layout, heading, under)
    styles = [_styles(sheet, column) for column in layout.columns]
    for row, line in enumerate(layout.lines, FIRST):
        _line(sheet, row, line, layout, styles)
    bottom = FIRST + max(len(layout.lines), 1) - 1
    _validate(sheet, layout, bottom, writing)
    _mark_missing(sheet, layout, bottom)
    _set_up(sheet, layout, bottom)


def _head(sheet: Worksheet, layout: Layout, heading: str, under: str) -> None:
    last = START + len(layout.columns) - 1
    whole = sum(column.width for column in layout.columns) + 6
    for row, text, font in ((1, heading, looks.TITLE), (2, under, looks.SMALL)):
        cell: Any = sheet.cell(row, NUMBER)
        put(cell, text)
        cell.font, cell.alignment = font, looks.LEFT
        sheet.merge_cells(start_row=row, end_row=row, start_column=NUMBER, end_column=last)
        sheet.row_dimensions[row].height = height(text, float(font.size), whole)
    heads = [("", ""), (words.NUMBER, ""), *((_title(c), c.note) for c in layout.columns)]
    for number, (title, note) in enumerate(heads, 1):
        for row, text, font in ((HEADER, title, looks.HEAD), (NOTES, note, looks.SMALL)):
            cell = sheet.cell(row, number)
            put(cell, text)
            cell.font, cell.alignment, cell.border = font, looks.MIDDLE, looks.BOX
            cell.fill = looks.HEADED if row == HEADER else looks.GREY
    widths = [6.0, *(column.width for column in layout.columns)]
    for number, width in enumerate(widths, NUMBER):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.column_dimensions[get_column_letter(ADDRESS)].hidden = True
    heights = [height(_title(c), looks.SIZE, c.width) for c in layout.columns]
    sheet.row_dimensions[HEADER].height = max([20.0, *heights])
    notes = [height(column.note, 8.5, column.width) for column in layout.columns]
    sheet.row_dimensions[NOTES].height = max(notes, default=20.0)


def _title(column: Column) -> str:
    return (
        f"{column.title}{words.REQUIRED}" if column.needed and not column.locked else column.title
    )


def _styles(sheet: Worksheet, column: Column) -> dict[str, Any]:
    """The styles of a column's cells: empty, recorded, and not to be changed."""
    found = {}
    cell: Any = sheet.cell(FIRST, START)
    for name, fill, lock in (
        ("open", looks.NONE, looks.OPEN),
        ("recorded", looks.RECORDED, looks.OPEN),
        ("closed", looks.GREY, looks.CLOSED),
    ):
        cell.font, cell.border, cell.fill, cell.protection = looks.BODY, looks.BOX, fill, lock
        cell.alignment = looks.alignment(column.shape)
        cell.number_format = looks.number_format(column.shape)
        found[name] = copy(cell._style)
    cell.font, cell.alignment = looks.SMALL, looks.MIDDLE
    cell.number_format = "General"
    found["number"] = copy(cell._style)
    return found


def _line(
    sheet: Worksheet, row: int, line: Line, layout: Layout, styles: list[dict[str, Any]]
) -> None:
    put(sheet.cell(row, ADDRESS), f"{line.address} {line.digest}" if line.address else "")
    number: Any = sheet.cell(row, NUMBER)
    number._style = copy(styles[0]["number"])
    put(number, int(line.number) if line.number.isdigit() else line.number)
    tall = _BLANK
    for index, column in enumerate(layout.columns):
        cell: Any = sheet.cell(row, START + index)
        value = line.cells.get(column.key)
        closed = column.locked or value is KEPT
        look = "closed" if closed else "recorded" if line.address else "open"
        cell._style = copy(styles[index][look])
        set_cell(cell, value)
        text = "" if cell.value is None else str(shown_text(value))
        tall = max(tall, height(text, looks.SIZE, column.width)) if text else tall
    sheet.row_dimensions[row].height = min(tall, _TALLEST)


def set_cell(cell: Any, value: Cell) -> None:
    """Put what a cell says into it; it has the looks of its column already."""
    if isinstance(value, Month):
        put(cell, month_text(value))
    elif isinstance(value, date):
        look = cell._style
        cell.value = value  # changes the style of the cell to that of a date of its own
        cell._style = look
    elif isinstance(value, Fraction):
        put(cell, Decimal(plain(value)))
    else:
        put(cell, value if isinstance(value, int) else shown_text(value))


def _validate(sheet: Worksheet, layout: Layout, bottom: int, writing: Writing) -> None:
    letters = {c.key: get_column_letter(n) for n, c in enumerate(layout.columns, START)}
    for column in layout.columns:
        if column.locked:
            continue
        letter = letters[column.key]
        most_at = f"{letters[column.most_in]}{FIRST}" if column.most_in in letters else None
        rule = check(column, _list(column, writing), writing.dates, most_at)
        rule.add(f"{letter}{FIRST}:{letter}{bottom}")
        sheet.add_data_validation(rule)


def _list(column: Column, writing: Writing) -> str | None:
    """The defined name of the list that a column offers."""
    if column.shape is Shape.MONTH:
        return writing.choosing.name("months", writing.lists.months())
    if not column.choices:
        return None
    offered = writing.lists.offered(column.choices)
    if column.choices == "activities":
        offered = (*offered, *writing.rows_of_activities)
    return writing.choosing.name(column.choices, offered)


def _mark_missing(sheet: Worksheet, layout: Layout, bottom: int) -> None:
    """Colour what every row needs, in rows that are begun and lack it."""
    typed = [n for n, c in enumerate(layout.columns, START) if not (c.locked or c.prefilled)]
    if not typed:
        return
    begun = f"${get_column_letter(typed[0])}{FIRST}:${get_column_letter(typed[-1])}{FIRST}"
    for number, column in enumerate(layout.columns, START):
        if column.needed and not column.locked:
            letter = get_column_letter(number)
            formula = f"AND(LEN(TRIM({letter}{FIRST}))=0,COUNTA({begun})>0)"
            rule = FormulaRule([formula], fill=looks.MISSING)  # type: ignore[no-untyped-call]
            sheet.conditional_formatting.add(f"{letter}{FIRST}:{letter}{bottom}", rule)


def _set_up(sheet: Worksheet, layout: Layout, bottom: int) -> None:
    """Frozen header, printing on A4 turned, protection without a password."""
    last = START + len(layout.columns) - 1
    sheet.freeze_panes = f"{get_column_letter(START)}{FIRST}"
    wide = sum(column.width for column in layout.columns)
    print_on_a4(sheet, landscape=wide > _NARROW)
    if wide > _WIDEST:
        sheet.page_setup.fitToWidth = 2
        sheet.print_title_cols = f"{get_column_letter(NUMBER)}:{get_column_letter(START)}"
    sheet.print_title_rows = f"{HEADER}:{HEADER}"
    sheet.print_area = f"{get_column_letter(NUMBER)}1:{get_column_letter(last)}{bottom}"
    protect(sheet)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100


def print_on_a4(sheet: Worksheet, *, landscape: bool) -> None:
    """One page wide, as long as it takes, with the number of the page at its foot."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"  # type: ignore[union-attr]
    sheet.print_options.horizontalCentered = True


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be filled in; rows, widths and looks may be changed.

    Sorting would move the open cells alone, and leave the hidden addresses of the rows where they are.
    """
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.autoFilter = False
