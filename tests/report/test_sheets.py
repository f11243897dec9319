"""What a workbook can and cannot hold: long texts, odd texts, names of sheets, headers, far cells."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pairing_cli.office.cells import CUT, LONGEST, fitting, units
from pairing_cli.office.names import sheet_name
from pairing_cli.report import excel
from pairing_cli.report.context import DAY
from pairing_cli.report.described import sample, shape_of
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.sheets import COLUMNS, ROWS
from pairing_cli.report.templates import TemplateError, packaged

KIND = "pairing-table"


def facts(**changed: Any) -> dict[str, Any]:
    return {**sample(shape_of(KINDS[KIND].shape)), DAY: date(2020, 1, 1), **changed}


def made(change: Callable[[Any, Workbook], None], **changed: Any) -> Workbook:
    """What the packaged form, changed, makes of facts."""
    book = load_workbook(packaged() / f"{KIND}.xlsx")
    change(book.worksheets[0], book)
    out = BytesIO()
    book.save(out)
    return load_workbook(BytesIO(excel.render(KIND, out.getvalue(), facts(**changed))))


def unchanged(sheet: Any, book: Workbook) -> None:
    """The form as it is."""


@pytest.mark.parametrize("letter", ["甲", "𠮷", "a"])
def test_a_text_that_a_cell_cannot_hold_is_cut_and_says_so(letter: str) -> None:
    most = LONGEST // units(letter)
    fits = letter * most
    assert made(unchanged, title=fits).worksheets[0]["A1"].value == fits
    cut = made(unchanged, title=fits + letter * 2).worksheets[0]["A1"].value
    assert isinstance(cut, str) and cut.endswith(CUT)
    assert LONGEST - 2 < units(cut) <= LONGEST
    assert set(cut.removesuffix(CUT)) == {letter}


@given(st.text(max_size=60))
def test_what_fits_is_not_changed(text: str) -> None:
    assert fitting(text) == text


def test_a_text_that_looks_like_an_escape_stays_what_it_is() -> None:
    out = excel.render(
        KIND, (packaged() / f"{KIND}.xlsx").read_bytes(), facts(title="_x0041_ _x00_ _x000D_")
    )
    with zipfile.ZipFile(BytesIO(out)) as archive:
        source = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "_x005F_x0041_ _x00_ _x005F_x000D_" in source


@pytest.mark.parametrize(
    ("wanted", "others", "name"),
    [
        ("西街小学结对组", [], "西街小学结对组"),
        ("甲/乙:[丙]*?\\", [], "甲 乙  丙"),
        ("'引号'", [], "引号"),
        ("甲" * 40, [], "甲" * 31),
        ("", [], "Sheet"),
        ("???", [], "Sheet"),
        ("甲", ["甲"], "甲 (2)"),
        ("A", ["a", "A (2)"], "A (3)"),
        ("甲" * 40, ["甲" * 31], "甲" * 27 + " (2)"),
        ("History", [], "History (2)"),
        ("甲\n乙\x07", [], "甲 乙"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(wanted: str, others: list[str], name: str) -> None:
    assert sheet_name(wanted, others) == name


@given(st.text(max_size=50), st.lists(st.text(min_size=1, max_size=31), max_size=3))
def test_every_sheet_name_is_one_that_excel_takes(wanted: str, others: list[str]) -> None:
    name = sheet_name(wanted, others)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\") and name[0] != "'" != name[-1]
    assert name.casefold() not in {each.casefold() for each in others}


def test_names_of_sheets_and_printed_headers_are_filled() -> None:
    def change(sheet: Any, book: Workbook) -> None:
        sheet.title = "{{ programme }}"
        sheet.oddHeader.center.text = "{{ title }}"
        sheet.oddFooter.right.text = "&P / {{ year }}"

    book = made(change, programme="高台县2020年方案/草案", title="A&B")
    sheet: Any = book.worksheets[0]
    assert sheet.title == "高台县2020年方案 草案"
    assert sheet.oddHeader.center.text == "A&&B"
    assert sheet.oddFooter.right.text == "&P / 1"


def test_what_is_printed_and_filtered_grows_with_the_rows() -> None:
    def change(sheet: Any, book: Workbook) -> None:
        sheet.print_area = "A1:D11"
        sheet.auto_filter.ref = "A8:D10"

    row = facts()["rows"][0]
    sheet = made(change, rows=[row] * 300).worksheets[0]
    assert sheet.print_area == f"'报表'!$A$1:$D${sheet.max_row}" and sheet.max_row > 300
    assert sheet.auto_filter.ref == "A4:D304"


@pytest.mark.parametrize("place", [f"A{ROWS + 1}", "BI1", "XFD1048576"])
def test_a_form_with_anything_beyond_what_is_read_is_refused(place: str) -> None:
    def change(sheet: Any, book: Workbook) -> None:
        sheet[place] = "总计"

    with pytest.raises(TemplateError) as refused:
        made(change)
    assert refused.value.key == "template.beyond"
    assert refused.value.facts["place"] == f"报表!{place}"


def test_a_form_may_be_as_large_as_what_is_read() -> None:
    def change(sheet: Any, book: Workbook) -> None:
        sheet.cell(ROWS, COLUMNS).value = "角"
        sheet["XFD1048576"].value = None  # coloured to the end, as some programs leave sheets

    found = {cell.value for row in made(change).worksheets[0].iter_rows() for cell in row}
    assert "角" in found


def test_merges_within_and_over_rows_stay() -> None:
    rows = [
        {**facts()["rows"][0], "number": n, "helper": "\ue000" if n == 2 else f"校{n}"}
        for n in (1, 2, 3)
    ]
    sheet = made(unchanged, rows=rows).worksheets[0]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    head = next(cell.row for cell in sheet["B"] if cell.value == "校1")
    assert f"B{head}:B{head + 1}" in merged and any(each.startswith("A1:") for each in merged)
