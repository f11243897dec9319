"""A workbook is read as people filled it in: kinds of values, merged cells, hidden sheets, dates."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.office import limits
from pairing_cli.office.annotate import Marks, annotated
from pairing_cli.office.grids import Cell, Grid, Kind, letters
from pairing_cli.office.package import Refused, opened
from pairing_cli.office.scan import column_of
from pairing_cli.office.styles import kind_of, serial_day
from pairing_cli.office.workbook import Workbook, read_workbook
from tests.office.files import MAIN, book, book_parts, packed, row, sheet, text_cell, w_p, word

FORMATS = ["General", "yyyy-mm-dd", "0.00", 'm"月"d"日"', 'yyyy"年"m"月"', "h:mm", "@"]
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    + "".join(
        f'<numFmt numFmtId="{n}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for n, code in enumerate(FORMATS, 164)
    )
    + '</numFmts><cellXfs count="9">'
    + "".join(f'<xf numFmtId="{n}"/>' for n in [*range(164, 164 + len(FORMATS)), 31, 57])
    + "</cellXfs></styleSheet>"
)


def read(rows: str, after: str = "", before: str = "", **more: str) -> Workbook:
    parts = {"xl/styles.xml": STYLES} | {f"xl/{name}.xml": part for name, part in more.items()}
    return read_workbook(book(sheet(rows, after, before), parts))


def grid(rows: str, after: str = "", **more: str) -> Grid:
    return read(rows, after, **more).grids[0]


def one(cell: str, **more: str) -> Cell:
    found = grid(row(1, cell), **more).cell(1, 1)
    assert found is not None
    return found


SHARED = (
    f'<sst xmlns="{MAIN}"><si><t>西街小学</t></si><si><r><t>城关</t></r><r><rPr/>'
    '<t xml:space="preserve">初中 </t></r><rPh sb="0" eb="1"><t>chengguan</t></rPh></si>'
    "<si><t>一_x000D_二</t></si></sst>"
)


@pytest.mark.parametrize(
    ("cell", "kind", "value", "shown"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', Kind.TEXT, "西街小学", "西街小学"),
        ('<c r="A1" t="s"><v>1</v></c>', Kind.TEXT, "城关初中 ", "城关初中 "),
        ('<c r="A1" t="s"><v>2</v></c>', Kind.TEXT, "一\r二", "一\r二"),
        (text_cell("A1", " 空 格 "), Kind.TEXT, " 空 格 ", " 空 格 "),
        ('<c r="A1"><v>12</v></c>', Kind.NUMBER, Decimal(12), "12"),
        ('<c r="A1"><v>4.0999999999999996</v></c>', Kind.NUMBER, Decimal("4.1"), "4.1"),
        ('<c r="A1"><v>1E3</v></c>', Kind.NUMBER, Decimal(1000), "1000"),
        ('<c r="A1" s="1"><v>43963</v></c>', Kind.DATE, datetime(2020, 5, 12), "2020-05-12"),
        (
            '<c r="A1" s="1"><v>43963.5</v></c>',
            Kind.DATE,
            datetime(2020, 5, 12, 12),
            "2020-05-12 12:00",
        ),
        (text_cell("A1", "_xD83D__xDE00_ _xD83D_"), Kind.TEXT, "😀 \ufffd", "😀 \ufffd"),
        ('<c r="A1"><v>43963</v></c>', Kind.NUMBER, Decimal(43963), "43963"),
        ('<c r="A1" s="3"><v>43963</v></c>', Kind.YEARLESS, datetime(2020, 5, 12), "2020-05-12"),
        ('<c r="A1" s="4"><v>43952</v></c>', Kind.MONTH, datetime(2020, 5, 1), "2020-05"),
        ('<c r="A1" s="7"><v>43963</v></c>', Kind.DATE, datetime(2020, 5, 12), "2020-05-12"),
        ('<c r="A1" s="8"><v>43952</v></c>', Kind.MONTH, datetime(2020, 5, 1), "2020-05"),
        ('<c r="A1" s="5"><v>0.375</v></c>', Kind.TIME, time(9), "09:00"),
        ('<c r="A1" s="1"><v>-5</v></c>', Kind.NUMBER, Decimal(-5), "-5"),
        ('<c r="A1" s="1"><v>9999999</v></c>', Kind.NUMBER, Decimal(9999999), "9999999"),
        ('<c r="A1" s="99"><v>1</v></c>', Kind.NUMBER, Decimal(1), "1"),
        ('<c r="A1" t="b"><v>1</v></c>', Kind.FLAG, True, "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', Kind.ERROR, "#REF!", "#REF!"),
        (
            '<c r="A1" t="d"><v>2020-05-12T00:00:00</v></c>',
            Kind.DATE,
            datetime(2020, 5, 12),
            "2020-05-12",
        ),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Kind.NUMBER, Decimal(2), "2"),
        ('<c r="A1" t="str"><f>A2</f><v>甲</v></c>', Kind.TEXT, "甲", "甲"),
        ('<c r="A1"><f>SUM(B1:B9)</f></c>', Kind.UNCALCULATED, None, ""),
    ],
)
def test_cells_hold_values_of_their_kinds(cell: str, kind: Kind, value: object, shown: str) -> None:
    found = one(cell, sharedStrings=SHARED)
    assert (found.kind, found.value, found.text) == (kind, value, shown)


def test_a_number_keeps_the_format_by_which_it_was_typed() -> None:
    assert one('<c r="A1" s="2"><v>4.1</v></c>').form == "0.00"
    assert one('<c r="A1" s="6" t="s"><v>0</v></c>', sharedStrings=SHARED).form == "@"


def test_a_month_is_handed_on_as_a_text_so_that_no_day_is_made_of_it() -> None:
    assert one('<c r="A1" s="4"><v>43952</v></c>').typed == "2020-05"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", Kind.NUMBER),
        ("", Kind.NUMBER),
        ("0.00E+00", Kind.NUMBER),
        ('0"天"', Kind.NUMBER),
        ('"第"0"期"', Kind.NUMBER),
        ("#,##0.00;[Red]-#,##0.00", Kind.NUMBER),
        ("[$¥-804]#,##0", Kind.NUMBER),
        ("G/通用格式", Kind.NUMBER),
        ("@", Kind.NUMBER),
        ("[$-804]yyyy/m/d;@", Kind.DATE),
        ("[$-F800]dddd, mmmm dd, yyyy", Kind.DATE),
        ('yyyy"年"m"月"d"日"', Kind.DATE),
        ("yyyy\\-mm\\-dd hh:mm", Kind.DATE),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', Kind.DATE),
        ("aaaa", Kind.DATE),
        ("m/d", Kind.YEARLESS),
        ("mm\\-dd h:mm", Kind.YEARLESS),
        ("yyyy\\.m", Kind.MONTH),
        ('m"月"', Kind.MONTH),
        ("h:mm:ss", Kind.TIME),
        ("mm:ss.0", Kind.TIME),
        ("[h]:mm", Kind.TIME),
        ("上午/下午h:mm", Kind.TIME),
    ],
)
def test_formats_say_what_is_shown(code: str, kind: Kind) -> None:
    assert kind_of(code) == kind


def test_serials_of_both_calendars() -> None:
    assert serial_day(Decimal(1)) == datetime(1900, 1, 1)
    assert serial_day(Decimal(59)) == datetime(1900, 2, 28)
    assert serial_day(Decimal(60)) is None  # 1900-02-29 never was
    assert serial_day(Decimal(61)) == datetime(1900, 3, 1)
    assert serial_day(Decimal(42501), from_1904=True) == datetime(2020, 5, 12)
    cell = '<c r="A1" s="1"><v>42501</v></c>'
    parts = {"xl/styles.xml": STYLES}
    data = book(sheet(row(1, cell)), parts, extra='<workbookPr date1904="1"/>')
    assert read_workbook(data).grids[0].text(1, 1) == "2020-05-12"


def test_merged_cells_have_the_value_of_the_first_and_say_so() -> None:
    found = grid(
        row(1, text_cell("A1", "四月"), text_cell("B1", "送课")) + row(2, text_cell("B2", "观摩")),
        '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D9"/></mergeCells>',
    )
    assert [(c.address, c.text, c.of) for c in found] == [
        ("A1", "四月", None),
        ("B1", "送课", None),
        ("A2", "四月", (1, 1)),
        ("B2", "观摩", None),
    ]
    assert (1, 3) in found.merged[1] and (10, 3) not in found.merged[1]


def test_hidden_sheets_and_defined_names_are_read() -> None:
    names = (
        "<definedNames><definedName name=\"form_id\">'隐 藏'!$B$2</definedName>"
        '<definedName name="version">"3"</definedName><definedName name="local" localSheetId="0">x'
        '</definedName><definedName name="gone">#REF!</definedName></definedNames>'
    )
    parts = book_parts(
        sheet(row(1, text_cell("A1", "x"))),
        extra=names,
        隐藏=sheet(row(2, text_cell("B2", "activity-log"))),
    )
    part = "xl/workbook.xml"
    parts[part] = str(parts[part]).replace('"隐藏"', '"隐 藏" state="veryHidden"')
    data = packed(parts)
    found = read_workbook(data)
    assert [(each.name, each.hidden) for each in found.grids] == [("表1", False), ("隐 藏", True)]
    assert (found.named("form_id"), found.named("version")) == ("activity-log", "3")
    assert (found.named("local"), found.named("gone"), found.named("none")) == ("", "#REF!", "")


@pytest.mark.parametrize(
    ("gap", "reads"), [(limits.BLANK_ROWS, True), (limits.BLANK_ROWS + 1, False)]
)
def test_reading_ends_after_a_stretch_of_blank_rows(gap: int, reads: bool) -> None:
    last = 1 + gap
    found = grid(
        row(1, text_cell("A1", "a"))
        + "".join(row(n, f'<c r="A{n}" s="1"/>') for n in range(2, last))
        + row(last, text_cell(f"A{last}", "z"))
    )
    assert (found.text(last, 1) == "z") is reads
    assert found.left_out == ("" if reads else f"A{last}")


@pytest.mark.parametrize(("column", "reads"), [(limits.COLUMNS, True), (limits.COLUMNS + 1, False)])
def test_columns_are_read_up_to_a_number(column: int, reads: bool) -> None:
    address = f"{letters(column)}1"
    found = grid(row(1, text_cell("A1", "a"), text_cell(address, "z")))
    assert (found.text(1, column) == "z") is reads
    assert found.left_out == ("" if reads else address)


def test_rows_and_cells_without_addresses_follow_each_other() -> None:
    found = grid("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    assert [(cell.address, cell.text) for cell in found] == [("A1", "1"), ("C1", "3"), ("A2", "4")]


def test_a_strict_workbook_is_read_like_any_other() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = book(sheet(row(1, text_cell("A1", "学校"))).replace(MAIN, strict))
    assert read_workbook(data).grids[0].text(1, 1) == "学校"


def test_a_word_file_is_no_workbook() -> None:
    with pytest.raises(Refused) as caught:
        read_workbook(word(w_p("a")))
    assert caught.value.reason == "no-sheet"


@given(st.integers(1, 16384))
def test_columns_have_letters(column: int) -> None:
    assert column_of(letters(column)) == column


CELLS = st.one_of(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        max_size=20,
    ),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)).map(
        lambda day: day.replace(microsecond=0)
    ),
    st.none(),
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_what_openpyxl_writes_is_read(rows: list[list[object]]) -> None:
    made = openpyxl.Workbook()
    active = made.active
    assert active is not None
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = active.cell(number, column)
            cell.value = value  # type: ignore[assignment]
            if isinstance(value, str):
                cell.data_type = "s"
    out = BytesIO()
    made.save(out)
    found = read_workbook(out.getvalue()).grids[0]
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell_read = found.cell(number, column)
            if isinstance(value, str) and "_x" in value:
                continue
            if value is None or (isinstance(value, str) and not value.strip()):
                assert cell_read is None
            else:
                assert cell_read is not None and cell_read.value == value


MEASURED = """
import sys, time
from pathlib import Path
from pairing_cli.office.workbook import read_workbook
data, begin = Path(sys.argv[1]).read_bytes(), time.process_time()
found = read_workbook(data)
seconds = time.process_time() - begin
try:
    status = Path("/proc/self/status").read_text().split()
    peak = int(status[status.index("VmHWM:") + 1]) / 1024
except OSError:
    peak = 0
print(len(found.grids[0].rows), seconds, peak)
"""


def test_twenty_thousand_rows_are_read_in_a_bearable_time(tmp_path: Path) -> None:
    shared = "".join(f"<si><t>开展送课指导活动第{n}次</t></si>" for n in range(60_000))
    rows = "".join(
        row(
            n,
            f'<c r="A{n}" s="1"><v>{43922 + n % 250}</v></c>',
            *(
                f'<c r="{letter}{n}" t="s"><v>{3 * n - 3 + k % 3}</v></c>'
                for k, letter in enumerate("BCDEFGH")
            ),
            *(f'<c r="{letter}{n}"><v>{n % 97}.5</v></c>' for letter in "IJKL"),
        )
        for n in range(1, 20_001)
    )
    path = tmp_path / "large.xlsx"
    parts = {"xl/styles.xml": STYLES, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>'}
    path.write_bytes(book(sheet(rows), parts))
    command = [sys.executable, "-c", MEASURED, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    read_rows, seconds, megabytes = done.stdout.decode().split()
    assert int(read_rows) == 20_000
    assert float(seconds) < 8
    assert float(megabytes) < 300


@pytest.mark.parametrize(
    ("area", "printed"),
    [
        ("'甲,乙'!$A$1:$B$5", "'甲,乙'!$A$1:$F$5"),
        ("&apos;甲 乙&apos;!$A$1:$B$5", "&apos;甲 乙&apos;!$A$1:$F$5"),
        ("甲!$A:$B", "甲!$A:$F"),
        ("甲!$A$1:$H$5", "甲!$A$1:$H$5"),
        ("甲!$1:$5", "甲!$1:$5"),
        ("甲!$A$1:$B$5,甲!$C$1:$D$5", "甲!$A$1:$B$5,甲!$C$1:$D$5"),
        ("'甲'!$A$1:$B$5,'甲'!$C$1:$D$5", "'甲'!$A$1:$B$5,'甲'!$C$1:$D$5"),
    ],
)
def test_one_printed_range_reaches_to_the_remarks_and_several_stay(area: str, printed: str) -> None:
    before, after = '<definedName name="_xlnm.Print_Area" localSheetId="0">', "</definedName>"
    extra = f"<definedNames>{before}{area}{after}</definedNames>"
    package = opened(book(sheet(row(1, text_cell("A1", "甲"))), extra=extra))
    marked = opened(
        annotated(package, {"xl/worksheets/sheet1.xml": Marks(6, 1, "批注", {2: "错"})})
    )
    assert f"{before}{printed}{after}" in marked.read(marked.main).decode()


def test_no_row_is_made_lower_for_a_remark() -> None:
    rows = row(1, text_cell("A1", "甲")) + '<row r="2"/><row r="3" ht="60"/><row r="4" ht="12"/>'
    own = sheet(rows, before='<sheetFormatPr defaultRowHeight="40"/>')
    texts = {2: "一" * 30, 3: "一" * 30, 4: "一" * 30}
    part = "xl/worksheets/sheet1.xml"
    marked = opened(annotated(opened(book(own)), {part: Marks(6, 1, "批注", texts)}))
    found = re.findall(r'<row r="([234])"(?: ht="([0-9.]+)")?', marked.read(part).decode())
    assert [(number, height) for number, height in found[:2]] == [("2", ""), ("3", "60")]
    assert float(found[2][1]) > 12
