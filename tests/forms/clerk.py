"""A careless clerk: fills in a school's form with what people do, each mess listed with what is meant.

`fill` puts good rows and messes into an exported workbook; `mend` puts right what cannot be read. What
the programme should hold in the end is the same as if every row had been typed as it should.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.forms.data import Fields

HEADER = 3
SHEET, PAPERS, PAIRS = "活动记录", "材料报送", "师徒结对"

Values = dict[str, Any]


@dataclass(frozen=True)
class Mess:
    """Something a clerk does: typed cells by title, what the record should say, and, where it cannot be
    read, the cells that put it right."""

    what: str
    typed: Values
    meant: Fields
    mended: Values = field(default_factory=dict)


def _row(title: str, **cells: Any) -> Values:
    return {
        "开始日期": date(2020, 5, 12),
        "类别": "送课指导",
        "名称": title,
        "地点": "巷道镇中心小学",
        **cells,
    }


def _meant(title: str, **fields: Any) -> Fields:
    return {
        "pairing": "xijie",
        "date": "2020-05-12",
        "kind": "lesson-delivery",
        "title": title,
        "at": "巷道镇中心小学",
        **fields,
    }


def _helped(count: int) -> list[Any]:
    return [{"from": "巷道镇中心小学", "role": "teacher", "count": str(count)}]


_SIDE = {"受援方单位": "巷道镇中心小学", "受援方身份": "教师"}

MESSES = (
    # what can be read
    Mess("a date with dots", _row("甲01", 开始日期="2020.5.12"), _meant("甲01")),
    Mess("full-width digits", _row("甲02", 开始日期="２０２０．０５．１２"), _meant("甲02")),
    Mess("no year", _row("甲03", 开始日期="5月12日"), _meant("甲03")),
    Mess("Chinese numerals", _row("甲04", 开始日期="二〇二〇年五月十二日"), _meant("甲04")),
    Mess("a serial number", _row("甲05", 开始日期=43963), _meant("甲05")),
    Mess("a day and its weekday", _row("甲06", 开始日期="2020/5/12（星期二）"), _meant("甲06")),
    Mess("a date with a time", _row("甲07", 开始日期=datetime(2020, 5, 12, 9, 30)), _meant("甲07")),
    Mess("eight digits", _row("甲08", 开始日期="20200512"), _meant("甲08")),
    Mess("blanks around", _row("甲09", 地点="  巷道镇中心小学　"), _meant("甲09")),
    Mess("a place before the name", _row("甲10", 地点="高台县巷道镇中心小学"), _meant("甲10")),
    Mess("a short name of the work", _row("甲11", 类别="送课 指导"), _meant("甲11")),
    Mess("a code instead of its word", _row("甲12", 方式="online"), _meant("甲12", mode="online")),
    Mess("blanks inside a word", _row("甲13", 方式="线 上"), _meant("甲13", mode="online")),
    Mess(
        "a number with its unit",
        _row("甲14", **_SIDE, 受援方人数="6人"),
        _meant("甲14", participants=_helped(6)),
    ),
    Mess(
        "a number in full width",
        _row("甲15", **_SIDE, 受援方人数="１２"),
        _meant("甲15", participants=_helped(12)),
    ),
    Mess(
        "a number in Chinese",
        _row("甲16", **_SIDE, 受援方人数="十二名"),
        _meant("甲16", participants=_helped(12)),
    ),
    Mess(
        "names with commas, blanks and full stops",
        _row("甲17", 学科="语文，数学；英语"),
        _meant("甲17", subjects=["语文", "数学", "英语"]),
    ),
    Mess("a line broken in a title", _row("甲18\n公开课"), _meant("甲18公开课")),
    Mess("a letter that nobody sees", _row("甲19\u200b"), _meant("甲19")),
    Mess("a half-width bracket", _row("甲20（上）"), _meant("甲20（上）")),
    Mess(
        "the end in its own cell",
        _row("甲21", 结束日期="5.14"),
        _meant("甲21", date="2020-05-12 to 2020-05-14"),
    ),
    Mess(
        "both days in one cell",
        _row("甲36", 开始日期="5月12日-14日"),
        _meant("甲36", date="2020-05-12 to 2020-05-14"),
    ),
    Mess(
        "strokes where there is nothing",
        _row("甲37", 结束日期="—", 方式="/", 学科="无", 受援方人数="-"),
        _meant("甲37"),
    ),
    Mess("our own school", _row("甲41", 地点="本校"), _meant("甲41", at="西街小学")),
    Mess("an apostrophe in front", _row("甲38", 开始日期="'2020-05-12"), _meant("甲38")),
    # what cannot be read, and is put right
    Mess(
        "the same as above",
        _row("甲39", 地点="同上"),
        _meant("甲39"),
        {"地点": "巷道镇中心小学"},
    ),
    Mess(
        "names where a number belongs",
        _row("甲40", **_SIDE, 受援方人数="示例教师甲、示例教师乙（语文）"),
        _meant("甲40", participants=_helped(2)),
        {"受援方人数": 2},
    ),
    Mess(
        "a month for a day", _row("甲22", 开始日期="5月"), _meant("甲22"), {"开始日期": "5月12日"}
    ),
    Mess(
        "no day at all", _row("甲23", 开始日期="待定"), _meant("甲23"), {"开始日期": "2020-05-12"}
    ),
    Mess(
        "a day that never was",
        _row("甲24", 开始日期="5月32日"),
        _meant("甲24"),
        {"开始日期": "5月12日"},
    ),
    Mess(
        "the year mistyped",
        _row("甲25", 开始日期="2002-05-12"),
        _meant("甲25"),
        {"开始日期": "2020-05-12"},
    ),
    Mess(
        "a misspelt school",
        _row("甲26", 地点="巷到镇中心小学"),
        _meant("甲26"),
        {"地点": "巷道镇中心小学"},
    ),
    Mess("an unknown kind", _row("甲27", 类别="团建"), _meant("甲27"), {"类别": "送课指导"}),
    Mess(
        "what two kinds are called", _row("甲35", 类别="学习"), _meant("甲35"), {"类别": "送课指导"}
    ),
    Mess(
        "a required cell left empty", _row("甲28", 类别=None), _meant("甲28"), {"类别": "送课指导"}
    ),
    Mess(
        "about so many",
        _row("甲29", **_SIDE, 受援方人数="约12人"),
        _meant("甲29", participants=_helped(12)),
        {"受援方人数": 12},
    ),
    Mess(
        "both a number and names",
        _row("甲30", **_SIDE, 受援方人数=1, 受援方姓名="示例教师"),
        _meant("甲30", participants=_helped(1)),
        {"受援方姓名": None},
    ),
    Mess(
        "an error of a formula",
        _row("甲31", 地点="#REF!"),
        _meant("甲31"),
        {"地点": "巷道镇中心小学"},
    ),
    Mess(
        "a formula never calculated", _row("甲34", 备注='="同上"'), _meant("甲34"), {"备注": None}
    ),
    Mess(
        "a date where words belong",
        _row("甲32", 名称=date(2020, 4, 3)),
        _meant("甲32"),
        {"名称": "甲32"},
    ),
    Mess(
        "a telephone number",
        _row("甲33", 备注="联系 138" + "0013" + "8000"),
        _meant("甲33"),
        {"备注": None},
    ),
)


def fill(data: bytes, messes: tuple[Mess, ...] = MESSES) -> bytes:
    """A workbook with a row for each mess, and what people do to the sheet as a whole."""
    book = load_workbook(BytesIO(data))
    sheet = book[SHEET]
    top = first_empty(sheet)
    for row, mess in enumerate(messes, top):
        number: Any = sheet.cell(row, 2)
        number.value = f"新{row - top + 1}"
        put(sheet, row, mess.typed)
        if "#REF!" in mess.typed.values():
            cell: Any = sheet.cell(row, column(sheet, "地点"))
            cell.data_type = "e"
    disorder(sheet)
    return saved(book)


def disorder(sheet: Worksheet) -> None:
    """Banner rows above the header, a column moved to the end, one renamed, sums and a name below."""
    sheet.cell(HEADER, column(sheet, "名称")).value = "活动名称"
    last = sheet.max_column
    moved = column(sheet, "地点")
    for row in range(1, sheet.max_row + 1):
        if row >= HEADER:
            sheet.cell(row, last + 1).value = sheet.cell(row, moved).value
            sheet.cell(row, moved).value = None
    bottom = sheet.max_row + 1
    sheet.cell(bottom, 2).value = "合计"
    sheet.cell(bottom, 4).value = "30"
    sheet.cell(bottom + 1, 3).value = "小计（5月）"
    sheet.cell(bottom + 2, 3).value = "填表人：示例教师　　2020年5月31日"
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(1, 2)
    sheet.cell(1, 2).value = "某某小学帮扶工作台账（请勿外传）"
    sheet.merge_cells(start_row=1, start_column=2, end_row=1, end_column=last)


def mend(data: bytes, messes: tuple[Mess, ...] = MESSES) -> bytes:
    """The workbook with everything put right that could not be read."""
    book = load_workbook(BytesIO(data))
    sheet = book[SHEET]
    top = next(row for row in range(1, 12) if sheet.cell(row, 2).value == "序号")
    rows = {sheet.cell(row, 2).value: row for row in range(top + 1, sheet.max_row + 1)}
    for number, mess in enumerate(messes, 1):
        titles = {"名称": "活动名称"}
        mended = {titles.get(title, title): value for title, value in mess.mended.items()}
        put(sheet, rows[f"新{number}"], mended, top)
    return saved(book)


def put(sheet: Worksheet, row: int, values: Values, header: int = HEADER) -> None:
    """Type values into a row, by the titles of the columns."""
    for title, value in values.items():
        cell: Any = sheet.cell(row, column(sheet, title, header))
        cell.value = value


def column(sheet: Worksheet, title: str, header: int = HEADER) -> int:
    """The column of a title."""
    heads = {str(cell.value).rstrip("*"): cell.column for cell in sheet[header] if cell.value}
    return int(heads[title])


def first_empty(sheet: Worksheet) -> int:
    """The row of 新1."""
    return next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 2).value == "新1")


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


Change = Callable[[Workbook], None]


def changed(data: bytes, change: Change) -> bytes:
    """A workbook in which something was done by hand."""
    book = load_workbook(BytesIO(data))
    change(book)
    return saved(book)
