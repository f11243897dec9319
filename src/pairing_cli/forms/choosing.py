"""The lists behind the drop-downs: each a column of a sheet that nobody sees, behind a defined name."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.office.cells import put

SHEET = "选项"
_NOT_IN_NAME = re.compile("[^A-Za-z0-9]+")


class Choosing:
    """Writes each list once, and says by which name a drop-down finds it."""

    def __init__(self, workbook: Workbook) -> None:
        """Begin the hidden sheet of a workbook."""
        self._workbook = workbook
        self._names: dict[str, str] = {}
        self._sheet: Worksheet | None = None

    def name(self, choices: str, labels: tuple[str, ...]) -> str | None:
        """The defined name of a list; None where there is nothing to choose."""
        if not labels:
            return None
        if choices not in self._names:
            self._names[choices] = self._written(choices, labels)
        return self._names[choices]

    def _written(self, choices: str, labels: tuple[str, ...]) -> str:
        sheet = self._sheet
        if sheet is None:
            sheet = self._sheet = self._workbook.create_sheet(SHEET)
            sheet.sheet_state = "veryHidden"
        number = len(self._names) + 1
        head: Any = sheet.cell(1, number)
        put(head, choices)
        for row, label in enumerate(labels, 2):
            cell: Any = sheet.cell(row, number)
            cell.number_format = "@"
            put(cell, label)
        name = f"choices_{number}_{_NOT_IN_NAME.sub('_', choices)}".rstrip("_")
        letter = get_column_letter(number)
        area = f"'{SHEET}'!${letter}$2:${letter}${len(labels) + 1}"
        self._workbook.defined_names[name] = DefinedName(name, attr_text=area)
        return name
