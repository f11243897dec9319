"""Writing a sheet: finished rows in the looks of the template rows that they were made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.dimensions import DimensionHolder, RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.office.cells import height, put
from pairing_cli.report.faults import TemplateError
from pairing_cli.report.marks import ABOVE

ROWS, COLUMNS = 400, 60
"""How much of a template sheet is read; a template with anything beyond is refused."""

FIXED = object()
"""The value of a cell that keeps what the template has."""

_AREA = re.compile(r"\$?(?P<first>[A-Z]+)\$?1:\$?(?P<last>[A-Z]+)\$?[0-9]+$")
_LINE, _TALLEST = 15.0, 409.0
"""The height of a row of one line, and the greatest that Excel allows, in points."""

_AREA = re.compile(r"\$?(?P<first>[A-Z]+)\$?1:\$?(?P<last>[A-Z]+)\$?[0-9]+$")
"""The columns that a sheet prints, from its first row on."""


@dataclass(slots=True)
class Row:
    """A row to be written: the template's row that it is made from, and its cells.

    A cell is the template's column that it is made from, and its value.
    """

    template: int
    cells: list[tuple[int, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A template cell: what it holds where that is no tag, its style, its type size in points."""

    value: Any
    style: Any
    size: float


@dataclass(slots=True)
class _Model:
    """What a template row looks like: its cells, its height, its merges within the row."""

    cells: dict[int, _Cell]
    height: float | None
    merges: list[tuple[int, int]]

    @property
    def last(self) -> int:
        """Its last column."""
        return max(self.cells, default=1)


def template_rows(sheet: Worksheet, label: str) -> dict[int, list[Any]]:
    """The cells of each template row; TemplateError where there are any further out."""
    most, wide = min(sheet.max_row, ROWS), min(sheet.max_column, COLUMNS)
    for (row, column), cell in sheet._cells.items():
        if (row > ROWS or column > COLUMNS) and cell.value is not None:
            place = f"{sheet.title}!{cell.coordinate}"
            raise TemplateError(label, "beyond", place=place, rows=str(ROWS), columns=str(COLUMNS))
    found = sheet.iter_rows(1, most, 1, wide)
    return {number: list(cells) for number, cells in enumerate(found, 1)}


def is_template(value: object) -> bool:
    """Whether a cell's value may hold tags."""
    return isinstance(value, str) and "{" in value


def write(sheet: Worksheet, template: dict[int, list[Any]], rows: list[Row]) -> None:
    """Replace a sheet's template rows by finished ones."""
    models = _models(sheet, template)
    _clear(sheet)
    last = _spread(sheet, rows, models)
    page = _Page(sheet, _widths(sheet, last))
    for number, row in enumerate(rows, 1):
        page.write(number, row, models[row.template], last)
    page.finish(len(rows), last)
    sheet.merged_cells = MultiCellRange(page.merges)
    _keep_heads(sheet, rows)


def _models(sheet: Worksheet, template: dict[int, list[Any]]) -> dict[int, _Model]:
    found = {
        number: _Model(
            {cell.column: _cell(cell) for cell in cells}, sheet.row_dimensions[number].height, []
        )
        for number, cells in template.items()
    }
    for merged in sheet.merged_cells.ranges:
        if merged.min_row == merged.max_row and merged.min_row in found:
            found[merged.min_row].merges.append((merged.min_col, merged.max_col))
    return found


def _cell(cell: Any) -> _Cell:
    value = None if is_template(cell.value) else cell.value
    return _Cell(value, copy(cell._style), float(cell.font.size or 11))


def _clear(sheet: Any) -> None:
    """Empty a sheet at once: openpyxl's own way walks over every cell up to the farthest."""
    sheet.merged_cells = MultiCellRange()
    sheet._cells.clear()
    sheet.row_dimensions = DimensionHolder(
        worksheet=sheet, default_factory=lambda: RowDimension(sheet)
    )


def _spread(sheet: Worksheet, rows: list[Row], models: dict[int, _Model]) -> int:
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


def _widths(sheet: Worksheet, last: int) -> list[float]:
    """The width of every column, the first at 1."""
    found = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, last + 1)]
    return [0.0, *found]


class _Page:
    """A sheet while it is written: widths, merges, and the heights that its texts need."""

    def __init__(self, sheet: Worksheet, widths: list[float]) -> None:
        self.merges: list[CellRange] = []
        self._sheet = sheet
        self._widths = widths
        self._needs: dict[tuple[int, int], float] = {}
        self._above: set[tuple[int, int]] = set()

    def write(self, number: int, row: Row, model: _Model, last: int) -> None:
        """Write a row: its cells, its merges, its height."""
        spans = dict(self._spans(row, model, last))
        for column, (origin, value) in enumerate(row.cells, 1):
            self._put(number, column, model.cells[origin], value, spans.get(column, column))
        for first, final in spans.items():
            self.merges.append(CellRange(None, first, number, final, number))
        self._sheet.row_dimensions[number].height = model.height or _LINE

    def _spans(self, row: Row, model: _Model, last: int) -> Iterator[tuple[int, int]]:
        """The first and last columns of merges within a row."""
        for start, end in model.merges:
            inside = [n for n, (origin, _) in enumerate(row.cells, 1) if start <= origin <= end]
            if inside:
                yield inside[0], last if end == model.last else inside[-1]

    def _put(self, number: int, column: int, model: _Cell, value: Any, until: int) -> None:
        cell: Any = self._sheet.cell(number, column)
        cell._style = copy(model.style)
        if value == ABOVE:
            self._above.add((number, column))
            return
        put(cell, model.value if value is FIXED else value)
        text = "" if cell.value is None else str(cell.value)
        if text:
            width = sum(self._widths[column : until + 1])
            self._needs[number, column] = height(text, model.size, width)

    def finish(self, rows: int, last: int) -> None:
        """Merge what belongs to the cell above, and make every row as high as its texts need."""
        spans = dict(self._spans_down(rows, last))
        heights = self._sheet.row_dimensions
        for (number, column), needed in self._needs.items():
            if (number, column) not in spans:
                heights[number].height = min(max(heights[number].height or 0, needed), _TALLEST)
        for (first, column), final in spans.items():
            self.merges.append(CellRange(None, column, first, column, final))
            there = sum(heights[number].height or _LINE for number in range(first, final + 1))
            missing = self._needs.get((first, column), 0) - there
            if missing > 0:
                heights[final].height = min((heights[final].height or _LINE) + missing, _TALLEST)

    def _spans_down(self, rows: int, last: int) -> Iterator[tuple[tuple[int, int], int]]:
        """The cells that those below belong to, each with the last row of them."""
        for column in range(1, last + 1):
            start = 0
            for number in range(1, rows + 2):
                if (number, column) in self._above:
                    continue
                if start and number - start > 1:
                    yield (start, column), number - 1
                start = number


def _keep_heads(sheet: Worksheet, rows: list[Row]) -> None:
    """Freeze, repeat and print the rows that were made from those that the template says so of."""
    frozen = sheet.freeze_panes
    if frozen:
        row, column = coordinate_to_tuple(str(frozen))
        sheet.freeze_panes = f"{get_column_letter(column)}{_before(rows, row) + 1}"
    if sheet.print_title_rows:
        first, last = (int(n) for n in sheet.print_title_rows.replace("$", "").split(":"))
        sheet.print_title_rows = f"{_before(rows, first) + 1}:{_before(rows, last + 1)}"
    if sheet.auto_filter.ref:
        left, top, right, bottom = range_boundaries(sheet.auto_filter.ref)
        first, last = _before(rows, int(top or 1)) + 1, _before(rows, int(bottom or 1) + 1)
        corner = f"{get_column_letter(int(left or 1))}{first}"
        sheet.auto_filter.ref = f"{corner}:{get_column_letter(int(right or 1))}{max(last, first)}"
    if sheet.print_area:
        area = _AREA.search(str(sheet.print_area))
        end = get_column_letter(sheet.max_column)
        left_most, right_most = (area["first"], area["last"]) if area else ("A", end)
        sheet.print_area = f"{left_most}1:{right_most}{max(len(rows), 1)}"


def _before(rows: list[Row], template: int) -> int:
    """How many rows were made from template rows before this one."""
    return sum(row.template < template for row in rows)
