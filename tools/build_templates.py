"""Make the packaged Word and Excel templates.

    python tools/build_templates.py            write templates/*.docx and templates/*.xlsx
    python tools/build_templates.py --check    say whether they are what this script makes

The results are ordinary files that Word, WPS and Excel open; a bureau that wants its own copies one
into its programme's ``templates`` folder and changes it there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from chart_templates import charts_workbook
from pairing_cli.report.archive import repacked

FOLDER = Path(__file__).parents[1] / "templates"
TITLE, BODY, HEAD = "方正小标宋简体", "仿宋_GB2312", "黑体"
ALARM = "C00000"
LANDSCAPE = 239
"""The width of what is written on a landscape page, in mm."""

DATE = datetime(2020, 1, 1)
TOTAL = (
    "截至{{ as_of }}：总分 {{ total.points }}"
    "（满分 {{ total.maximum }} 内得 {{ total.earned }}，加分 {{ total.bonus }}；"
    "失分 {{ total.lost }}，待定 {{ total.open }}），第 {{ total.rank }} 名"
)
UNIT = (
    "{{ pairing }}{% if helper %}　　{{ helper_word }}：{{ helper }}{% endif %}"
    "{% if helped %}　　{{ helped_word }}：{{ helped }}{% endif %}"
)
SIGNED = (
    "评分单位（盖章）：{{ office }}　　　　　　　　评分人：　　　　　　　　　　"
    "日期：　　　　年　　月　　日"
)


@dataclass(frozen=True)
class Column:
    """A column: its heading, its template expression, its width in mm, and how it is set.

    ``number`` is its number format in Excel. ``only``: it stands only in that format.
    """

    heading: str
    value: str
    width: int
    align: str = "center"
    number: str = ""
    only: str = ""


BY_ITEM = [
    Column("{{ unit_word }}", "{{ row.pairing }}", 38),
    Column("{%tc for item in items %}", "{%tc for points in row['items'] %}", 16),
    Column("{{ item.label }}", "{{ points }}", 20, number="0.00"),
    Column("{%tc endfor %}", "{%tc endfor %}", 16),
]
"""A table with a column for each item of the rubric."""


@dataclass(frozen=True)
class Tail:
    """A row below the rows: its cells by heading, its first cell over ``span`` columns.

    ``tag`` and ``end`` are the tags around it, where there are any.
    """

    cells: Mapping[str, str]
    tag: str = ""
    end: str = ""
    span: int = 1


@dataclass(frozen=True)
class Layout:
    """A report: lines above its table, the table, and lines below.

    ``items``: the table goes on with a column for each item of the rubric; in Word, where the page
    ends, these make a second table.
    """

    name: str
    above: Sequence[str]
    columns: Sequence[Column]
    below: Sequence[str]
    landscape: bool = False
    tails: Sequence[Tail] = ()
    items: bool = False

    def columns_in(self, extension: str) -> list[Column]:
        """The columns that stand in a format."""
        return [column for column in self.columns if column.only in ("", extension)]


def layouts() -> Iterator[Layout]:
    """Every report that is a table."""
    notice = "{{ notice }}"
    yield Layout(
        "pairing-table",
        [],
        [
            Column("序号", "{{ row.number }}", 14, number="0"),
            Column("{{ helper_word }}", "{{ row.helper }}", 45),
            Column("{{ helped_word }}", "{{ row.helped }}", 65),
            Column("负责人", "{{ row.responsible }}", 32),
        ],
        [notice],
    )
    yield Layout(
        "plan-table",
        [],
        [
            Column("月份", "{{ row.month }}", 16),
            Column("内容", "{{ row.kind }}", 30),
            Column("开展的具体工作", "{{ row.work }}", 62, "left"),
            Column("责任人", "{{ row.responsible }}", 25),
            Column("完成时限", "{{ row.due }}", 23),
        ],
        ["{{ note }}", notice],
    )
    rubric = [
        Column("项目", "{{ row.section }}", 18),
        Column("考核评估\n要素", "{{ row.item }}", 24),
        Column("考核评估细则", "{{ row.criteria }}", 62, "left"),
        Column("{{ materials_word }}", "{{ row.materials }}", 84, "left"),
        Column("上报时间", "{{ row.due }}", 28),
    ]
    yield Layout(
        "rubric",
        [],
        [*rubric, Column("得分", "", 18)],
        ["{{ marks }}", "{{ gates }}", "{{ grades }}", "{{ note }}", notice],
        landscape=True,
    )
    narrow = [
        Column("项目", "{{ row.section }}", 14),
        Column("考核评估\n要素", "{{ row.item }}", 24),
        Column("{{ materials_word }}", "{{ row.materials }}", 52, "left"),
        Column("上报时间", "{{ row.due }}", 23),
        Column("满分", "{{ row.maximum }}", 16, number="0.00"),
        Column("得分", "{{ row.earned }}", 16, number="0.00"),
        Column("失分", "{{ row.lost }}", 15, number="0.00"),
        Column("待定", "{{ row.open }}", 15, number="0.00"),
        Column("失分和待定的原因", "{{ row.reasons }}", 64, "left"),
        Column("依据", "{{ row.records }}", 60, "left", only="xlsx"),
    ]
    bonus = dict(
        zip(
            [column.heading for column in narrow],
            [column.value for column in narrow],
            strict=True,
        )
    )
    tails = [
        Tail(
            {
                "项目": "合计",
                "满分": "{{ total.maximum }}",
                "得分": "{{ total.earned }}",
                "失分": "{{ total.lost }}",
                "待定": "{{ total.open }}",
            },
            span=4,
        ),
        Tail(
            {**bonus, "失分": "", "待定": ""},
            "for row in bonus_rows",
            "endfor",
        ),
        Tail(
            {"项目": "总分（含加分）", "得分": "{{ total.points }}"},
            "if bonus_rows",
            "endif",
            span=4,
        ),
    ]
    yield Layout(
        "score-sheet",
        [
            UNIT,
            TOTAL,
        ],
        narrow,
        ["{{ verdict }}", "{{ explanation }}", "{{ note }}", notice, SIGNED],
        landscape=True,
        tails=tails,
    )
    yield Layout(
        "ranking",
        ["截至{{ day }}"],
        [
            Column("名次", "{{ row.rank }}", 14, number="0"),
            Column("{{ unit_word }}", "{{ row.pairing }}", 38),
            Column("{{ helper_word }}", "{{ row.helper }}", 34),
            Column("{{ helped_word }}", "{{ row.helped }}", 62),
            Column("总分", "{{ row.points }}", 18, number="0.00"),
            Column("得分", "{{ row.earned }}", 18, number="0.00"),
            Column("加分", "{{ row.bonus }}", 16, number="0.00"),
            Column("失分", "{{ row.lost }}", 16, number="0.00"),
            Column("待定", "{{ row.open }}", 16, number="0.00"),
        ],
        ["{{ explanation }}", notice],
        landscape=True,
        items=True,
    )


def word_template(layout: Layout) -> bytes:
    """The Word template of a layout."""
    document: Any = Document()
    _page(document, landscape=layout.landscape)
    _normal(document)
    _paragraph(document, "{{ title }}", TITLE, 18, WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(document, "{%p if warning %}", HEAD, 12)
    _paragraph(document, "{{ warning }}", HEAD, 12, WD_ALIGN_PARAGRAPH.CENTER, alarm=True)
    _paragraph(document, "{%p endif %}", HEAD, 12)
    for line in layout.above:
        _paragraph(document, line, BODY, 12, WD_ALIGN_PARAGRAPH.LEFT)
    _table(document, layout.columns_in("docx"), layout.tails)
    if layout.items:
        _paragraph(document, "各项得分", HEAD, 12)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        _table(document, BY_ITEM, fixed=False)
    _paragraph(document, "", BODY, 4)
    for line in layout.below:
        if line == SIGNED:
            _paragraph(document, line, BODY, 12)
            continue
        name = line.strip("{} ")
        _paragraph(document, f"{{%p if {name} %}}", BODY, 10.5)
        label = "备注：" if name == "note" else ""
        _paragraph(document, f"{label}{line}", BODY, 10.5)
        _paragraph(document, "{%p endif %}", BODY, 10.5)
    properties = document.core_properties
    properties.author = properties.last_modified_by = ""
    properties.comments = ""
    properties.title = layout.name
    properties.created = properties.modified = DATE
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue(), DATE)


def _page(document: Any, *, landscape: bool) -> None:
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(27 if not landscape else 29)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = footer.add_run()
        _font(run, "宋体", 10.5)
        if kind is not None:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _normal(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.size = Pt(12)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), BODY)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    properties = defaults.find(qn("w:rPr"))
    fonts = properties.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), BODY)
    language = properties.find(qn("w:lang"))
    language.set(qn("w:eastAsia"), "zh-CN")


def _font(run: Any, name: str, size: float) -> None:
    run.font.size = Pt(size)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), name)


def _paragraph(
    document: Any,
    text: str,
    font: str,
    size: float,
    align: Any = WD_ALIGN_PARAGRAPH.LEFT,
    *,
    alarm: bool = False,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(6)
    run = paragraph.add_run(text)
    _font(run, font, size)
    if alarm:
        run.font.color.rgb = RGBColor.from_string(ALARM)


def _table(
    document: Any, columns: Sequence[Column], tails: Sequence[Tail] = (), *, fixed: bool = True
) -> None:
    table = document.add_table(rows=0, cols=len(columns))
    table.style = "Table Grid"
    table.autofit = not fixed
    for column, spec in zip(table.columns, columns, strict=True):
        column.width = Mm(spec.width if fixed else LANDSCAPE / len(columns))
    _row(table, columns, [spec.heading for spec in columns], head=True)
    _tag_row(table, columns, "{%tr for row in rows %}")
    _row(table, columns, [spec.value for spec in columns])
    _tag_row(table, columns, "{%tr endfor %}")
    _word_tails(table, columns, tails)
    if not fixed:  # repeated columns share the page's width, which only their number decides
        for width in table._tbl.iter(qn("w:tcW")):
            width.set(qn("w:type"), "auto")
            width.set(qn("w:w"), "0")


def _word_tails(table: Any, columns: Sequence[Column], tails: Sequence[Tail]) -> None:
    for tail in tails:
        if tail.tag:
            _tag_row(table, columns, f"{{%tr {tail.tag} %}}")
        _row(table, columns, [tail.cells.get(spec.heading, "") for spec in columns])
        if tail.span > 1:
            first, *rest = table.rows[-1].cells[: tail.span]
            for cell in rest:
                _remove(cell.paragraphs[0])
            first.merge(rest[-1])
        if tail.end:
            _tag_row(table, columns, f"{{%tr {tail.end} %}}")


def _remove(paragraph: Any) -> None:
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)


def _tag_row(table: Any, columns: Sequence[Column], tag: str) -> None:
    _row(table, columns, [tag, *("" for _ in columns[1:])])


def _row(
    table: Any, columns: Sequence[Column], texts: Sequence[str], *, head: bool = False
) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, spec, text in zip(row.cells, columns, texts, strict=True):
        cell.width = Mm(spec.width)
        middle = OxmlElement("w:vAlign")
        middle.set(qn("w:val"), "center")
        cell._tc.get_or_add_tcPr().append(middle)
        paragraph = cell.paragraphs[0]
        left = spec.align == "left" and not head
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
        _font(paragraph.add_run(text), HEAD if head else BODY, 10.5)


def excel_template(layout: Layout) -> bytes:
    """The Excel template of a layout."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = "报表"
    columns = layout.columns_in("xlsx") + (BY_ITEM[1:] if layout.items else [])
    last = len(columns)
    _line(sheet, 1, "{{ title }}", last, size=16, center=True)
    sheet.cell(2, 1, "{%tr if warning %}")
    _line(sheet, 3, "{{ warning }}", last, size=12, center=True, alarm=True)
    sheet.cell(4, 1, "{%tr endif %}")
    number = 4
    for number, line in enumerate(layout.above, 5):
        _line(sheet, number, line, last, size=11)
    head = number + 1
    for index, spec in enumerate(columns, 1):
        _cell(sheet, head, index, spec.heading, spec, head=True)
        _cell(sheet, head + 2, index, spec.value, spec)
        sheet.column_dimensions[get_column_letter(index)].width = round(spec.width / 1.9, 1)
    sheet.cell(head + 1, 1, "{%tr for row in rows %}")
    sheet.cell(head + 3, 1, "{%tr endfor %}")
    row = _tails(sheet, head + 4, columns, layout.tails)
    for line in layout.below:
        if line == SIGNED:
            _line(sheet, row, line, last, size=11)
            sheet.row_dimensions[row].height = 40
            row += 1
            continue
        name = line.strip("{} ")
        sheet.cell(row, 1, f"{{%tr if {name} %}}")
        _line(sheet, row + 1, ("备注：" if name == "note" else "") + line, last, size=10)
        sheet.cell(row + 2, 1, "{%tr endif %}")
        row += 3
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if layout.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P"
    workbook.properties.creator = ""
    workbook.properties.title = layout.name
    workbook.properties.created = workbook.properties.modified = DATE
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), DATE)


def _tails(sheet: Any, row: int, columns: Sequence[Column], tails: Sequence[Tail]) -> int:
    """Write the rows below the rows; the number of the row after them."""
    for tail in tails:
        if tail.tag:
            sheet.cell(row, 1, f"{{%tr {tail.tag} %}}")
            row += 1
        for index, spec in enumerate(columns, 1):
            _cell(sheet, row, index, tail.cells.get(spec.heading, ""), spec)
        if tail.span > 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=tail.span)
        row += 1
        if tail.end:
            sheet.cell(row, 1, f"{{%tr {tail.end} %}}")
            row += 1
    return row


def _line(
    sheet: Any,
    row: int,
    text: str,
    last: int,
    *,
    size: float,
    center: bool = False,
    alarm: bool = False,
) -> None:
    cell = sheet.cell(row, 1, text)
    name = HEAD if alarm else TITLE if center else BODY
    cell.font = Font(name=name, size=size, color=ALARM if alarm else None)
    horizontal = "center" if center else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    sheet.row_dimensions[row].height = 36 if size > 12 else 20


def _cell(
    sheet: Any, row: int, column: int, text: str, spec: Column, *, head: bool = False
) -> None:
    cell = sheet.cell(row, column, text or None)
    thin = Side(style="thin")
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.font = Font(name=HEAD if head else BODY, size=11)
    left = spec.align == "left" and not head
    cell.alignment = Alignment(
        horizontal="left" if left else "center", vertical="center", wrap_text=True
    )
    if head:
        cell.fill = PatternFill("solid", fgColor="E7E6E6")
    elif spec.number:
        cell.number_format = spec.number
    elif not head:
        cell.number_format = "@"


def files() -> dict[str, bytes]:
    """Every template by file name."""
    made: dict[str, bytes] = {}
    for layout in layouts():
        made[f"{layout.name}.docx"] = word_template(layout)
        made[f"{layout.name}.xlsx"] = excel_template(layout)
    made["charts.xlsx"] = charts_workbook()
    return made


def main() -> int:
    """Write the templates, or check them."""
    made = files()
    if "--check" in sys.argv:
        stale = [
            name
            for name, data in made.items()
            if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != data
        ]
        for name in stale:
            print(f"stale: templates/{name} (run: make generate)")
        return 1 if stale else 0
    for name, data in made.items():
        (FOLDER / name).write_bytes(data)
    print(f"{len(made)} templates written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
