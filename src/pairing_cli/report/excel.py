"""Excel, through workbooks that hold template tags in their cells.

The tags are those of Word templates: ``{{ name }}`` in a cell, and ``{%tr for row in rows %}`` …
``{%tr endfor %}`` in rows of their own, which stand for the rows between them; ``{%tc for … %}`` …
``{%tc endfor %}`` in cells of their own likewise for the cells between them. A cell that is one
expression keeps its value's type; a text that looks like a number becomes one where the cell's
format is numeric. No text ever becomes a formula. There is no kept library for this (see
docs/adr/0006-excel-templates.md).
"""

from __future__ import annotations

import math
import re
import unicodedata
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.report.archive import cleaned, repacked
from pairing_cli.report.marks import ABOVE, COLUMN, ROW
from pairing_cli.report.sandbox import environment
from pairing_cli.report.templates import blame

ROWS, COLUMNS = 400, 60
"""How much of a template sheet is read."""

_AREA = re.compile(r"\$?(?P<first>[A-Z]+)\$?1:\$?(?P<last>[A-Z]+)\$?[0-9]+$")
_ROW_TAG = re.compile(ROW)
_COLUMN_TAG = re.compile(COLUMN)
_FIXED = object()
"""The value of a cell that keeps what the template has."""

_ONE_EXPRESSION = re.compile(r"\{\{(?P<inside>(?:(?!\}\}|\{\{).)+)\}\}", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LONGEST = 32_767
_FORMULA_STARTS = ("=", "+", "-", "@")
_LINE, _TALLEST = 15.0, 409.0
"""The height of a row of one line, and the greatest that Excel allows, in points."""

_SPACING = 1.45


@dataclass(slots=True)
class _Row:
    """A row to be written: the template's row that it is made from, and its cells.

    A cell is the template's column that it is made from, and its value.
    """

    template: int
    cells: list[tuple[int, Any]] = field(default_factory=list)


def render(label: str, template: bytes, facts: dict[str, Any]) -> bytes:
    """The workbook that a template makes of facts; TemplateError when it cannot."""
    with blame(label, "broken"):
        workbook = load_workbook(BytesIO(template))
    plain = cleaned(facts)
    for sheet in workbook.worksheets:
        with blame(label, place=sheet.title):
            rows = _rows(sheet, plain)
        _write(sheet, rows)
        _keep_heads(sheet, rows)
    _describe(workbook, facts)
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), facts["as_of_date"])


def _describe(workbook: Workbook, facts: dict[str, Any]) -> None:
    day = datetime.combine(facts["as_of_date"], datetime.min.time())
    properties = workbook.properties
    properties.title = str(cleaned(facts["title"]))
    properties.creator = str(cleaned(facts["issued_by"]))
    properties.lastModifiedBy = None
    properties.created = properties.modified = day


def _rows(sheet: Worksheet, facts: Any) -> list[_Row]:
    """Run a sheet as one template that, instead of printing, collects rows and values."""
    rows: list[_Row] = []

    def begin(template: int) -> str:
        rows.append(_Row(template))
        return ""

    def put(column: int, value: Any) -> str:
        rows[-1].cells.append((column, value))
        return ""

    def keep(column: int) -> str:
        return put(column, _FIXED)

    source = "".join(_source(sheet, number) for number in range(1, _last_row(sheet) + 1))
    program = environment(autoescape=False).from_string(source)
    program.render({**facts, "begin_row": begin, "put_cell": put, "keep_cell": keep})
    return rows


def _last_row(sheet: Worksheet) -> int:
    return min(sheet.max_row, ROWS)


def _source(sheet: Worksheet, number: int) -> str:
    """A template row as template text: a tag for a tag row, else a call for each of its cells."""
    cells = [
        (column, str(cell.value) if _is_template(cell.value) else "")
        for column, cell in enumerate(sheet[number][:COLUMNS], 1)
    ]
    for _, text in cells:
        tag = _ROW_TAG.fullmatch(text.strip())
        if tag is not None:
            return f"{{% {tag['tag']} %}}"
    calls = [f"{{{{ begin_row({number}) }}}}"]
    calls += [_call(column, text) for column, text in cells]
    return "".join(calls)


def _call(column: int, text: str) -> str:
    tag = _COLUMN_TAG.fullmatch(text.strip())
    if tag is not None:
        return f"{{% {tag['tag']} %}}"
    if not text:
        return f"{{{{ keep_cell({column}) }}}}"
    one = _ONE_EXPRESSION.fullmatch(text.strip())
    if one is not None:
        return f"{{{{ put_cell({column}, {one['inside']}) }}}}"
    return f"{{% set text %}}{text}{{% endset %}}{{{{ put_cell({column}, text) }}}}"


@dataclass(slots=True)
class _Model:
    """What a template row looks like: its cells' styles and fixed values, its height, its merges."""

    cells: dict[int, tuple[Any, Any]]
    height: float | None
    merges: list[tuple[int, int]]

    @property
    def last(self) -> int:
        """Its last column."""
        return max(self.cells, default=1)


def _write(sheet: Worksheet, rows: list[_Row]) -> None:
    """Replace a sheet's template rows by finished ones."""
    models = _models(sheet)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, sheet.max_row)
    for number in list(sheet.row_dimensions):
        del sheet.row_dimensions[number]
    last = _spread(sheet, rows, models)
    for number, row in enumerate(rows, 1):
        _write_row(sheet, number, row, models[row.template], last)
    _fit_heights(sheet, len(rows), _merge_down(sheet, len(rows)))


def _keep_heads(sheet: Worksheet, rows: list[_Row]) -> None:
    """Freeze and repeat the rows that were made from those that the template freezes and repeats.

    Where the template prints some columns only, these are printed to the last row.
    """
    frozen = sheet.freeze_panes
    if frozen:
        row, column = coordinate_to_tuple(str(frozen))
        sheet.freeze_panes = f"{get_column_letter(column)}{_before(rows, row) + 1}"
    if sheet.print_title_rows:
        first, last = (int(n) for n in sheet.print_title_rows.replace("$", "").split(":"))
        sheet.print_title_rows = f"{_before(rows, first) + 1}:{_before(rows, last + 1)}"
    area = _AREA.search(str(sheet.print_area or ""))
    if area is not None:
        sheet.print_area = f"{area['first']}1:{area['last']}{max(len(rows), 1)}"


def _before(rows: list[_Row], template: int) -> int:
    """How many rows were made from template rows before this one."""
    return sum(row.template < template for row in rows)


def _models(sheet: Worksheet) -> dict[int, _Model]:
    found: dict[int, _Model] = {}
    for number in range(1, _last_row(sheet) + 1):
        row: list[Any] = list(sheet[number][:COLUMNS])
        cells = {
            cell.column: (None if _is_template(cell.value) else cell.value, copy(cell._style))
            for cell in row
        }
        found[number] = _Model(cells, sheet.row_dimensions[number].height, [])
    for merged in sheet.merged_cells.ranges:
        if merged.min_row == merged.max_row and merged.min_row in found:
            found[merged.min_row].merges.append((merged.min_col, merged.max_col))
    return found


def _is_template(value: object) -> bool:
    return isinstance(value, str) and "{" in value


def _spread(sheet: Worksheet, rows: list[_Row], models: dict[int, _Model]) -> int:
    """Give columns that were repeated the template's widths; the number of the last column."""
    repeated = [row for row in rows if len(row.cells) != len(models[row.template].cells)]
    if not repeated:
        return max((models[row.template].last for row in rows), default=1)
    longest = max(repeated, key=lambda row: len(row.cells))
    widths = _template_widths(sheet)
    for column, (origin, _) in enumerate(longest.cells, 1):
        sheet.column_dimensions[get_column_letter(column)].width = widths.get(origin, 13)
    return len(longest.cells)


def _template_widths(sheet: Worksheet) -> dict[int, float]:
    """The template's column widths; programs store columns of one width as a stretch of columns."""
    found: dict[int, float] = {}
    for letter, dimension in list(sheet.column_dimensions.items()):
        first = dimension.min or column_index_from_string(letter)
        stretch = range(first, min(dimension.max or first, COLUMNS) + 1)
        found |= dict.fromkeys(stretch, dimension.width)
    sheet.column_dimensions.clear()
    return found


def _write_row(sheet: Worksheet, number: int, row: _Row, model: _Model, last: int) -> None:
    for column, (origin, value) in enumerate(row.cells, 1):
        fixed, style = model.cells[origin]
        cell: Any = sheet.cell(number, column)
        cell._style = copy(style)
        _set(cell, fixed if value is _FIXED else value)
    if model.height is not None:
        sheet.row_dimensions[number].height = model.height
    for start, end in model.merges:
        inside = [n for n, (origin, _) in enumerate(row.cells, 1) if start <= origin <= end]
        final = last if end == model.last else inside[-1]
        sheet.merge_cells(
            start_row=number, end_row=number, start_column=inside[0], end_column=final
        )


def _set(cell: Cell, value: Any) -> None:
    """Put a value into a cell: numbers as numbers, everything else as text, never a formula."""
    if value is None or value == "":
        return
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        cell.value = value
        return
    text = str(value)[:_LONGEST]
    if cell.number_format not in ("General", "@") and _NUMBER.fullmatch(text):
        cell.value = Decimal(text)
        return
    cell.value = text
    cell.data_type = "s"
    if text[:1] in _FORMULA_STARTS:
        cell.quotePrefix = True


def _merge_down(sheet: Worksheet, last: int) -> dict[tuple[int, int], int]:
    """Merge every cell that holds the mark with those above it; how many rows each such cell has."""
    spans: dict[tuple[int, int], int] = {}
    for column in range(1, min(sheet.max_column, COLUMNS) + 1):
        start = 0
        for number in range(1, last + 2):
            if number <= last and sheet.cell(number, column).value == ABOVE:
                sheet.cell(number, column).value = None
                continue
            if start and number - start > 1:
                spans[start, column] = number - start
            start = number
    for (row, column), rows in spans.items():
        letter = get_column_letter(column)
        sheet.merge_cells(f"{letter}{row}:{letter}{row + rows - 1}")
    return spans


def _fit_heights(sheet: Worksheet, last: int, spans: dict[tuple[int, int], int]) -> None:
    """Make rows high enough for their text: programs do not, where cells are merged."""
    merged = {
        cell.min_row: cell for cell in sheet.merged_cells.ranges if cell.max_col > cell.min_col
    }
    for number in range(1, last + 1):
        cells = [sheet.cell(number, column) for column in range(1, sheet.max_column + 1)]
        single = [cell for cell in cells if (number, cell.column) not in spans]
        wide = merged.get(number)
        columns = range(wide.min_col, wide.max_col + 1) if wide else None
        height = max((_height(sheet, cell, columns) for cell in single), default=_LINE)
        given = sheet.row_dimensions[number].height or _LINE
        sheet.row_dimensions[number].height = min(max(height, given), _TALLEST)
    for (row, column), rows in spans.items():
        wanted = _height(sheet, sheet.cell(row, column), None)
        there = sum(sheet.row_dimensions[row + n].height or _LINE for n in range(rows))
        if wanted > there:
            dimension = sheet.row_dimensions[row + rows - 1]
            dimension.height = min((dimension.height or _LINE) + wanted - there, _TALLEST)


def _height(sheet: Worksheet, cell: Any, columns: range | None) -> float:
    """The height of a cell's text in points, wrapped at the width of its column or columns."""
    text = "" if cell.value is None else str(cell.value)
    size = float(cell.font.size or 11)
    numbers = columns or range(cell.column, cell.column + 1)
    widths = (sheet.column_dimensions[get_column_letter(number)].width for number in numbers)
    room = max((sum(widths) - 1) * 11 / size, 2)
    lines = sum(max(math.ceil(_width(line) / room), 1) for line in text.split("\n"))
    return lines * size * _SPACING + 3


def _width(text: str) -> int:
    """How wide a text is in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
