"""Charts and colour scales of a workbook's template, made to follow the rows that come of it.

A chart in a template points at a row of tags; in the workbook it points at all rows that were made from
that row, on whatever sheet. So it stays a chart of Excel's own, which a bureau changes in Excel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.report.sheets import Row

_REFERENCE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^'!]+))!"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[0-9]+)"
    r"(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[0-9]+))?"
)
_BAR = 240_000
"""The height of one horizontal bar with its share of the gaps, in EMU (a third of an inch is 304,800)."""

_FRAME = 900_000
"""The height of a chart's title and axis, in EMU."""


Sheets = Mapping[str, tuple[Worksheet, Sequence[Row]]]
"""Every finished sheet with its rows, by the title that it had in the template."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of cells, by numbers from 1, all four included."""

    left: int
    top: int
    right: int
    bottom: int

    def __str__(self) -> str:
        """As it is written in a workbook."""
        first = f"{get_column_letter(self.left)}{self.top}"
        last = f"{get_column_letter(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    @property
    def fixed(self) -> str:
        """As charts write it."""
        return re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", str(self))


def follow(written: Sheets) -> None:
    """Point every chart and colour scale at what its cells became; those of no cells are dropped."""
    for sheet, rows in written.values():
        charts: Any = sheet
        charts._charts = [chart for chart in charts._charts if _point(chart, rows, written)]
        sheet.conditional_formatting = _scales(sheet, rows)


def _point(chart: Any, rows: Sequence[Row], written: Sheets) -> bool:
    """Point a chart at its rows; False when there are none."""
    chart.series = [series for series in chart.series if _point_series(series, written)]
    if not chart.series:
        return False
    start = chart.anchor._from
    moved = sum(row.template <= start.row for row in rows) - start.row
    for marker in (start, getattr(chart.anchor, "to", None)):
        if marker is not None:
            marker.row += moved
    _make_room(chart)
    return True


def _point_series(series: Any, written: Sheets) -> bool:
    return all(_point_source(source, written) for source in (series.tx, series.cat, series.val))


def _point_source(source: Any, written: Sheets) -> bool:
    """Point a title, categories or values at their cells; False when these are gone."""
    for name in ("numRef", "strRef"):
        reference = getattr(source, name, None)
        if reference is not None:
            moved = _moved(reference.f, written)
            if moved is None:
                return False
            reference.f = moved
            for cache in ("numCache", "strCache"):
                if hasattr(reference, cache):
                    setattr(reference, cache, None)
    return True


def _make_room(chart: Any) -> None:
    """Make a chart of horizontal bars high enough for all of them."""
    if getattr(chart, "barDir", "") != "bar":
        return
    values = chart.series[0].val.numRef.f.rpartition("!")[2].replace("$", "")
    block = _block(*re.findall(r"[A-Z]+|[0-9]+", values))
    number = block.bottom - block.top + 1
    extent = getattr(chart.anchor, "ext", None)
    if extent is not None:
        extent.cy = max(extent.cy, _FRAME + number * _BAR)


def _block(left: str, top: str, right: str = "", bottom: str = "") -> _Block:
    return _Block(
        column_index_from_string(left),
        int(top),
        column_index_from_string(right or left),
        int(bottom or top),
    )


def _moved(reference: str, written: Sheets) -> str | None:
    """Where cells are now; None when nothing was made from them. What is no reference stays."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return reference
    title = (found["quoted"] or found["sheet"]).replace("''", "'")
    if title not in written:
        return reference
    block = _block(found["left"], found["top"], found["right"] or "", found["bottom"] or "")
    sheet, rows = written[title]
    made = _made(block, rows)
    quoted = sheet.title.replace("'", "''")
    return None if made is None else f"'{quoted}'!{made.fixed}"


def _made(block: _Block, rows: Sequence[Row]) -> _Block | None:
    """The cells that were made from a block of the template's; None when there are none."""
    numbers = [n for n, row in enumerate(rows, 1) if block.top <= row.template <= block.bottom]
    columns = [
        column
        for n in numbers
        for column, (origin, _) in enumerate(rows[n - 1].cells, 1)
        if block.left <= origin <= block.right
    ]
    if not columns:
        return None
    return _Block(min(columns), numbers[0], max(columns), numbers[-1])


def _scales(sheet: Worksheet, rows: Sequence[Row]) -> ConditionalFormattingList:
    """The sheet's conditional formats, over the cells that were made from theirs."""
    found = ConditionalFormattingList()
    for formatting in sheet.conditional_formatting:
        for made in _ranges(formatting.sqref.ranges, rows):
            for rule in formatting.rules:
                found.add(str(made), rule)
    return found


def _ranges(ranges: Any, rows: Sequence[Row]) -> Iterator[_Block]:
    for each in sorted(ranges, key=str):
        made = _made(_Block(each.min_col, each.min_row, each.max_col, each.max_row), rows)
        if made is not None:
            yield made
