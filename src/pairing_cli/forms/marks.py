"""What is written back into a school's own workbook: which cells are wrong and why, and what is recorded.

Remarks are in Chinese, whatever language the commands speak: they are for the school.
"""

from __future__ import annotations

from pairing_cli.forms.tables import Table
from pairing_cli.forms.words import MARKED
from pairing_cli.messages import fix, text
from pairing_cli.model.diagnostics import Severity
from pairing_cli.model.intake import Remark, TakenRow, TakenSheet
from pairing_cli.office.annotate import Marks

_SAID = frozenset({Severity.ERROR, Severity.WARNING})
_ADDRESS = 1
"""The column of the hidden addresses, in workbooks of ours."""


def marks_of(table: Table, sheet: TakenSheet) -> Marks:
    """What is to be written into a table's sheet."""
    column = table.header.marks or max(table.grid.width, *table.header.columns.values()) + 1
    texts = {row.row: _text(row.remarks) for row in sheet.rows}
    texts[table.header.row + 1] = _text(sheet.remarks)
    cells = frozenset(
        (row.row, remark.column or table.header.number)
        for row in sheet.rows
        for remark in row.remarks
        if remark.severity is Severity.ERROR and (remark.column or table.header.number)
    )
    said = {row: words for row, words in texts.items() if words}
    return Marks(column, table.header.row, MARKED, said, cells, dict(_addresses(table, sheet)))


def _addresses(table: Table, sheet: TakenSheet) -> dict[tuple[int, int], str]:
    """The addresses of the rows that are recorded now, where their column is free."""
    if _ADDRESS in table.header.columns.values() or table.header.number == _ADDRESS:
        return {}
    return {(row.row, _ADDRESS): _address(row) for row in sheet.rows if row.address}


def _address(row: TakenRow) -> str:
    return f"{row.address} {row.digest}"


def _text(remarks: list[Remark]) -> str:
    """What is said of a row, each thing on a line: the column, what is wrong, what to do."""
    return "\n".join(dict.fromkeys(_line(each) for each in remarks if each.severity in _SAID))


def _line(remark: Remark) -> str:
    said = f"{text(remark.message, 'zh')}。{fix(remark.message, 'zh')}".replace("。。", "。")
    column = f"{remark.title}：" if remark.title else ""
    hint = "提示：" if remark.severity is Severity.WARNING else ""
    return f"{hint}{column}{said}"
