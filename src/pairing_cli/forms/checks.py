"""What a cell takes: the validation of each column, with its explanation shown beside the cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openpyxl.worksheet.datavalidation import DataValidation

from pairing_cli.forms.columns import SEVERAL, Column, Shape
from pairing_cli.model.figures import plain
from pairing_cli.model.scalars import LONG, SHORT

_TITLE, _TEXT = 32, 255
"""Characters that the title and the text of a message of Excel hold."""

_EXCEL_DAY_0 = date(1899, 12, 30).toordinal()
_MARK = "“、”"
_SEVERAL = f"几个用{_MARK}隔开。"
_ONE_OF = "请从下拉列表中选择。"


@dataclass(frozen=True, slots=True)
class Dates:
    """The first and the last day that a date may be, and one that serves as an example."""

    first: date
    last: date
    example: date


def check(
    column: Column, name: str | None, dates: Dates, most_at: str | None = None
) -> DataValidation:
    """The validation of a column.

    ``name`` is that of its list, ``dates`` what dates may be, ``most_at`` the cell of the greatest number.
    """
    found = _rule(column, name, dates, most_at)
    several = _SEVERAL if column.shape in SEVERAL and _MARK not in column.note else ""
    found.promptTitle = column.title[:_TITLE]
    found.prompt = f"{column.note}{several}"[:_TEXT] or None
    found.showInputMessage = bool(found.prompt)
    found.errorTitle = column.title[:_TITLE]
    found.allow_blank = True
    return found


def _rule(column: Column, name: str | None, dates: Dates, most_at: str | None) -> DataValidation:
    if name is not None:
        free = column.open or column.shape in SEVERAL
        error = None if free else _ONE_OF
        return DataValidation("list", formula1=name, showErrorMessage=not free, error=error)
    match column.shape:
        case Shape.DAY:
            return _day(dates)
        case Shape.WHOLE:
            return _number("whole", 1, None, "请填不小于 1 的整数，不带“人”“次”等字。")
        case Shape.COUNT:
            return _number("whole", 0, None, "请填整数，不带“份”等字。")
        case Shape.NUMBER:
            most = most_at if column.most is None else str(float(column.most))
            limit = "" if column.most is None else f"，不超过 {plain(column.most)}"
            limit = "，不超过分值" if most_at else limit
            return _number("decimal", 0, most, f"请填数字{limit}，不带单位。")
        case _:
            return _length(LONG if column.shape in SEVERAL | {Shape.LONG} else SHORT)


def _day(dates: Dates) -> DataValidation:
    first, last = (str(day.toordinal() - _EXCEL_DAY_0) for day in (dates.first, dates.last))
    error = f"请填日期，如 {dates.example} 或 {dates.example:%Y/%m/%d}，在 {dates.first} 至 {dates.last} 之间。"
    return DataValidation(
        "date",
        operator="between",
        formula1=first,
        formula2=last,
        showErrorMessage=True,
        error=error,
    )


def _number(kind: str, least: int, most: str | None, error: str) -> DataValidation:
    operator = "greaterThanOrEqual" if most is None else "between"
    return DataValidation(
        kind,  # type: ignore[arg-type]
        operator=operator,  # type: ignore[arg-type]
        formula1=str(least),
        formula2=most,
        showErrorMessage=True,
        error=error,
    )


def _length(most: int) -> DataValidation:
    error = f"最多 {most} 个字。"
    return DataValidation(
        "textLength",
        operator="lessThanOrEqual",
        formula1=str(most),
        showErrorMessage=True,
        error=error,
    )
