"""Reports say what the data say: read back from Word, Excel and Markdown."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from pairing_cli.messages import word as title_of
from pairing_cli.model.dates import parse_due
from pairing_cli.office.names import safe
from pairing_cli.report import excel, markdown, word
from pairing_cli.report.chinese import deadline, full_day, numeral
from pairing_cli.report.guard import UNPACKED
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.make import FORMATS
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.templates import TemplateError, Templates, packaged
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, scored, write

AS_OF = "2020-12-18"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    ran = pairing("report", "--all", GAOTAI, "--as-of", AS_OF, "-o", folder)
    assert ran.code == 0, ran.err
    assert sorted(Path(line).name for line in ran.out.splitlines()) == sorted(
        path.name for path in folder.iterdir()
    )
    return folder


def word_rows(path: Path) -> list[list[str]]:
    table = Document(str(path)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def sheet_of(source: Path | BytesIO) -> Any:
    return load_workbook(source).active


def excel_rows(path: Path) -> list[list[Any]]:
    return [list(row) for row in sheet_of(path).iter_rows(values_only=True)]


def test_every_kind_in_every_format_for_every_pairing(reports: Path) -> None:
    names = {path.name for path in reports.iterdir()}
    titles = {name.rpartition(".")[0].partition("-")[0] for name in names}
    assert titles == {title_of(f"report.{name}", "zh") for name in KINDS} - NOT_IN_GAOTAI
    for kind in KINDS.values():
        title = title_of(f"report.{kind.id}", "zh")
        endings = {name.rpartition(".")[2] for name in names if name.partition("-")[0] == title}
        assert endings <= set(kind.formats)
    assert "考核得分表-西街小学结对组.docx" in names
    assert sum(name.startswith("考核得分表-") for name in names) == 3 * 6


NOT_IN_GAOTAI = {"工作计划", "结对协议"}
"""The scheme of Gaotai is no work plan, and its schools sign pledges, not agreements."""


def test_the_pairing_table_is_the_official_one(reports: Path) -> None:
    rows = word_rows(reports / "结对安排表.docx")
    assert rows[0] == ["序号", "帮扶学校", "被帮扶学校", "负责人"]
    assert rows[1][1:] == [
        "城关初中",
        "南华初中\n南华镇中心小学及各校区\n明水小学",
        "刘天彪\n杨建荣",
    ]
    assert rows[5][1:] == [
        "国庆小学",
        "宣化镇中心小学及各校区\n合黎镇中心小学及五坝校区",
        "王永奇\n吴斌\n文加丰",
    ]
    assert len(rows) == 7
    title = Document(str(reports / "结对安排表.docx")).paragraphs[0].text
    assert title == "高台县2020年中小学结对帮扶学校安排表"


def test_the_plan_table_groups_its_months(reports: Path) -> None:
    rows = word_rows(reports / "计划表-西街小学结对组.docx")
    assert rows[0] == ["月份", "内容", "开展的具体工作", "责任人", "完成时限"]
    months = [row[0] for row in rows[1:]]
    assert months[:4] == ["三月", "三月", "四月", "四月"]
    assert list(dict.fromkeys(months)) == [
        "三月",
        "四月",
        "五月",
        "六月",
        "九月",
        "十月",
        "十一月",
        "十二月",
    ]
    assert rows[1][1:] == [
        "年度帮扶特色目标任务",
        "双方学校沟通，详细阐述2020年重点帮扶的方面、有效措施和要达成的目标。",
        "王晓英",
        "3月30日",
    ]


def test_the_rubric_is_laid_out_as_the_paper(reports: Path) -> None:
    rows = word_rows(reports / "考核细则.docx")
    assert rows[0] == [
        "项目",
        "考核评估\n要素",
        "考核评估细则",
        "所提供的查阅资料",
        "上报时间",
        "得分",
    ]
    items = list(dict.fromkeys(row[1] for row in rows[1:]))
    assert len(items) == 10
    assert items[6] == "7.送课指导\n（15分）"
    assert [row[0] for row in rows[1:]].count("教师帮扶") == 3
    assert sum(row[1].startswith("3.") for row in rows) == 2
    delivery = next(row for row in rows if row[1] == items[6])
    assert delivery[3] == (
        "帮扶学校提供：1.送课下乡活动方案；2.骨干教师授课教案和专题讲座材料；3.活动信息或图片。\n"
        "被帮扶学校提供：1.安排听课学习的通知；2.至少5名教师的听课记录（复印件）和教研活动记录（复印件）；"
        "3.活动总结、图片或信息。"
    )
    assert delivery[4] == "活动结束后三日内"
    assert {row[5] for row in rows[1:]} == {""}


def test_the_score_sheet_adds_up_and_gives_reasons(reports: Path) -> None:
    rows = excel_rows(reports / "考核得分表-高台二中结对组.xlsx")
    head = next(index for index, row in enumerate(rows) if row[0] == "项目")
    last = next(index for index, row in enumerate(rows) if row[0] == "合计")
    body = [row for row in rows[head + 1 : last] if row[5] is not None]
    assert len(body) == 9
    assert rows[last][4:8] == [100, 78.48, 14.94, 6.58]
    for column in range(4, 8):
        assert float(sum(row[column] for row in body)) == pytest.approx(rows[last][column])
    bonus, total = rows[last + 1 : last + 3]
    assert (bonus[1], bonus[4:8]) == ("10.加分项\n（5分）", [5, 0, None, None])
    assert bonus[8].startswith("可加 1.00 典型材料·全年·")
    assert (total[0], total[5]) == ("总分（含加分）", 78.48)
    donation = next(row for row in body if str(row[1]).startswith("8."))
    assert donation[5:8] == [0, 10, 0]
    assert donation[8:10] == [
        "失 10.00 弄虚作假查实（erzhong-aixin），按零分计",
        "judgements.yaml:18",
    ]


def test_a_score_sheet_is_called_so_and_is_signed(reports: Path) -> None:
    title = "高台县2020年中小学结对帮扶工作考核得分表（高台二中结对组）"
    path = reports / "考核得分表-高台二中结对组.docx"
    document = Document(str(path))
    assert document.paragraphs[0].text == document.core_properties.title == title
    assert document.paragraphs[-1].text.startswith("评分单位（盖章）：教育局基教股")
    book = load_workbook(path.with_suffix(".xlsx"))
    assert book.properties.title == book.active["A1"].value == title  # type: ignore[index]
    source = path.with_suffix(".md").read_text("utf-8")
    assert "评分人：" in source and "log/erzhong/2020-04.yaml:67" in source


def test_no_path_stands_on_paper(reports: Path) -> None:
    for path in reports.glob("*.docx"):
        assert b".yaml" not in b"".join(zip_parts(path.read_bytes())), path


def test_where_rounded_figures_do_not_add_up_the_sheet_says_so(reports: Path) -> None:
    said = {
        path.stem.partition("-")[2]: "各数四舍五入，合计按精确值计算。" in path.read_text("utf-8")
        for path in reports.glob("考核得分表-*.md")
    }
    sheet = scored(GAOTAI, date(2020, 12, 18))
    titles = {unit.pairing: str(unit.node.title) for unit in sheet.units}
    assert said == {titles[unit.pairing]: not unit.adds_up for unit in sheet.units}
    assert set(said.values()) == {True, False}


def test_numbers_are_numbers_and_texts_are_texts(reports: Path) -> None:
    sheet = sheet_of(reports / "得分排名.xlsx")
    row = next(row for row in sheet.iter_rows() if row[1].value == "西街小学结对组")
    assert [cell.data_type for cell in row] == ["n", "s", "s", "s", *["n"] * 5]
    assert [cell.number_format for cell in row[4:]] == ["0.00"] * 5
    assert row[0].value == 2
    assert row[4].value == pytest.approx(96.37)


def test_the_ranking_has_every_item_in_tables_that_can_be_read_on_paper(reports: Path) -> None:
    points = ["10.00", "10.00", "10.00", "7.50", "8.33", "15.00", "14.17", "10.00", "8.37", "3.00"]
    _, *by_item = Document(str(reports / "得分排名.docx")).tables
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in by_item]
    assert [table[0][:2] for table in tables] == [["结对", "1.组织管理"], ["结对", "6.观摩学习"]]
    assert all(table[2][0] == "西街小学结对组" for table in tables)
    assert [text for table in tables for text in table[2][1:]] == points


def test_the_workbook_of_the_ranking_has_the_items_on_a_sheet_of_their_own(reports: Path) -> None:
    points = [10, 10, 10, 7.5, 8.33, 15, 14.17, 10, 8.37, 3]
    book = load_workbook(reports / "得分排名.xlsx")
    sheet: Any = book["各项得分"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[1][:3] == ["结对", "1.组织管理", "2.计划总结"]
    assert rows[3] == ["西街小学结对组", *points]
    assert "A1:K1" in {str(found) for found in sheet.merged_cells.ranges}
    assert sheet.column_dimensions["K"].width == sheet.column_dimensions["B"].width
    assert (sheet.print_title_cols, sheet.freeze_panes) == ("$A:$A", "B3")
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_three_formats_say_the_same(reports: Path) -> None:
    for name in ("结对安排表", "考核得分表-西街小学结对组", "得分排名"):
        word_texts = {text for row in word_rows(reports / f"{name}.docx") for text in row}
        rows = excel_rows(reports / f"{name}.xlsx")
        excel_texts = {str(value) for row in rows for value in row if value is not None}
        source = (reports / f"{name}.md").read_text("utf-8")
        html = MarkdownIt().enable("table").render(source)
        for text in word_texts - {""}:
            number = text.replace(".", "", 1).isdigit()
            assert number or text in excel_texts, text
            for part in text.split("\n"):
                assert part in html.replace("&quot;", '"'), part


def test_a_document_never_mixes_languages(reports: Path, tmp_path: Path) -> None:
    ran = pairing("report", "--all", GAOTAI, "--as-of", AS_OF, "-o", tmp_path, "--lang", "en")
    assert ran.code == 0, ran.err
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in reports.iterdir()}
    for path in reports.glob("*.md"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_files_of_an_english_programme_are_named_as_on_the_command_line(tmp_path: Path) -> None:
    source = BASE.replace("  status: final", "  status: final\n  language: en", 1)
    root = write(tmp_path / "p", {"programme.yaml": source})
    ran = pairing(
        "report", "score-sheet", root, "--to", "md", "-o", tmp_path / "out", "--lang", "zh"
    )
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert ran.code == 0 and len(names) == 2
    assert all(name.startswith("score-sheet-") for name in names), names


UNWORDED = """\
              - per: term
                activities: {of: {kind: lesson-delivery, mode: on-site}, at_least: 3}
                due: 3 days after the activity
                documents:
                  - {type: delivery-plan, from: helper, seals: [helper, helped]}
                  - {type: listening-records, from: helped, copies: 5, one_per: mentee}
"""


def test_a_rubric_without_wording_still_says_what_is_scored(tmp_path: Path) -> None:
    start = BASE.index("              - per: term")
    end = BASE.index("          - id: summary")
    root = write(tmp_path / "p", {"programme.yaml": BASE[:start] + UNWORDED + BASE[end:]})
    ran = pairing("report", "rubric", root, "--to", "docx", "-o", tmp_path)
    assert ran.code == 0, ran.err
    row = word_rows(tmp_path / "考核细则.docx")[1]
    assert row[2] == "每学期至少3次送课指导（方式：实地）。"
    assert row[3] == (
        "帮扶学校提供：送课方案（加盖帮扶学校、被帮扶学校公章）。\n"
        "被帮扶学校提供：听课记录（至少5份，每位被帮扶教师一份）。"
    )
    assert word_rows(tmp_path / "考核细则.docx")[3][3] == "基教股评分"


def test_merged_cells_are_merged(reports: Path) -> None:
    document = Document(str(reports / "计划表-西街小学结对组.docx"))
    merges = document.element.body.findall(f".//{qn('w:vMerge')}")
    assert [merge.get(qn("w:val")) for merge in merges] == ["restart", "continue"] * 8
    ranges = {
        str(found) for found in sheet_of(reports / "计划表-西街小学结对组.xlsx").merged_cells.ranges
    }
    assert {"A3:A4", "A5:A6"} <= ranges
    for path in reports.iterdir():
        data = path.read_bytes()
        texts = [data] if path.suffix in (".md", ".html") else zip_parts(data)
        assert not any(
            ABOVE.encode() in text or b"{{" in text or b"{%" in text for text in texts
        ), path


def zip_parts(data: bytes) -> list[bytes]:
    archive = zipfile.ZipFile(BytesIO(data))
    return [archive.read(name) for name in archive.namelist()]


def test_twice_gives_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    pairing("report", "--all", GAOTAI, "--as-of", AS_OF, "-o", tmp_path)
    for path in reports.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_no_time_of_the_clock_and_no_author_of_the_library(reports: Path) -> None:
    properties = Document(str(reports / "得分排名.docx")).core_properties
    assert (properties.author, properties.title) == (
        "高台县教育局",
        "高台县2020年中小学结对帮扶工作考核得分排名",
    )
    assert properties.modified is not None
    assert properties.modified.date() == date(2020, 12, 18)


NASTY = [
    *("A&B <i>", "人数 < 30", "]]>", "{{ 7*7 }}", "{% raw %}", "=1+1", "+1", "-1", "@SUM(A1)"),
    *(
        "\x0b\x1b[31m",
        "\ufffe",
        "a|b",
        "`code`",
        "[x](http://y)",
        "<script>",
        "@team #12",
        "\\",
        "x" * 3000,
    ),
    *("=HYPERLINK(1)", "'", '"', "𝟙", "第一行\n第二行", "“引号”"),
]


def facts(value: str) -> dict[str, Any]:
    row = {"number": 1, "helper": value, "helped": value, "responsible": value, "pairing": "p"}
    return {
        "title": value,
        "notice": value,
        "warning": "",
        "draft": "",
        "shows": {"level": False, "times": False, "remarks": False},
        "helper_word": "帮扶学校",
        "helped_word": "被帮扶学校",
        "rows": [row],
        "above": ABOVE,
        "as_of_date": date(2020, 1, 1),
        "issued_by": value,
    }


def template(extension: str) -> tuple[str, bytes]:
    return Templates().find(f"pairing-table.{extension}")


def visible(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")


@pytest.mark.parametrize("value", NASTY)
def test_every_value_comes_through_and_nothing_but_it(value: str) -> None:
    expected = visible(value).strip()
    document = Document(BytesIO(word.render(*template("docx"), facts(value))))
    assert expected in document.tables[0].rows[1].cells[1].text
    sheet = sheet_of(BytesIO(excel.render(*template("xlsx"), facts(value))))
    cell = sheet["B3"]
    assert str(cell.value or "").strip() == expected
    assert cell.data_type == ("s" if expected else "n")
    source = markdown.render(*template("md"), facts(value)).decode()
    html = MarkdownIt().enable("table").render(source)
    assert "<script" not in html and "<a " not in html and "<i>" not in html and "<code" not in html
    assert html.count("<td") == 4


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_no_text_becomes_a_formula_or_breaks_the_file(value: str) -> None:
    data = excel.render(*template("xlsx"), facts(value))
    parts = zip_parts(data)
    assert not any(b"<f>" in part or b"<f " in part for part in parts)
    load_workbook(BytesIO(data))
    Document(BytesIO(word.render(*template("docx"), facts(value))))


def test_a_programmes_own_template_is_used(tmp_path: Path) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE})
    write(
        root,
        {
            "templates/pairing-table.md": "本局格式：{% for row in rows %}{{ row.helper }};{% endfor %}"
        },
    )
    ran = pairing("report", "pairing-table", root, "--to", "md,docx", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert (tmp_path / "out" / "结对安排表.md").read_text("utf-8") == "本局格式：甲小学;丙小学;"
    assert (tmp_path / "out" / "结对安排表.docx").is_file()


WITHOUT_DATE = """\
activities:
  - {id: first, pairing: one, kind: lesson-delivery}
  - {id: second, pairing: one, kind: lesson-delivery}
"""


@pytest.fixture(scope="module")
def unsound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report of data with two errors."""
    root = write(
        tmp_path_factory.mktemp("unsound") / "p",
        {
            "programme.yaml": BASE,
            "plan.yaml": (
                "plans: [{pairing: one, tasks: "
                "[{month: 2020-04, kind: lesson-delivery, work: 送课, due: 2020-04-20}]}]"
            ),
            "log.yaml": WITHOUT_DATE,
            "templates/pairing-table.md": "本局格式：{{ notice }}",
        },
    )
    folder = root.parent / "out"
    ran = pairing("report", "--all", root, "--as-of", AS_OF, "-o", folder)
    assert ran.code == 1, ran.err
    return folder


def test_what_is_made_of_data_with_errors_says_so(unsound: Path) -> None:
    warning = "数据有 2 个错误，数字未经核定。"
    paths = sorted(unsound.iterdir())
    titles = {path.name.partition("-")[0].partition(".")[0] for path in paths}
    wanted = ("plan-table", "score-sheet", "ranking", "result-notice", "dossier", "bulletin")
    assert titles >= {title_of(f"report.{kind}", "zh") for kind in wanted}
    for path in paths:
        if path.suffix == ".docx":
            assert Document(str(path)).paragraphs[1].text == warning, path
        elif path.suffix == ".xlsx":
            assert excel_rows(path)[1][0] == warning, path
        else:
            assert warning in path.read_text("utf-8"), path
    assert (unsound / "结对安排表.md").read_text("utf-8") == f"本局格式：{warning}"


def test_the_heads_stay_in_view_below_a_warning(reports: Path, unsound: Path) -> None:
    for folder, frozen, repeated in ((reports, "A5", "$4:$4"), (unsound, "A6", "$5:$5")):
        path = next(folder.glob("考核得分表-*.xlsx"))
        sheet = sheet_of(path)
        assert (sheet.freeze_panes, sheet.print_title_rows) == (frozen, repeated)


@pytest.mark.parametrize("command", ["quota", "score"])
def test_figures_for_machines_say_how_many_errors_the_data_have(
    command: str, tmp_path: Path
) -> None:
    root = write(tmp_path, {"programme.yaml": BASE})
    assert json.loads(pairing(command, root, "-f", "json", "--as-of", AS_OF).out)["errors"] == 0
    write(root, {"more.yaml": WITHOUT_DATE})
    ran = pairing(command, root, "-f", "json", "--as-of", AS_OF)
    assert json.loads(ran.out)["errors"] == 2
    assert ran.code == 1


@pytest.mark.parametrize("mistake", ["{{ titel }}", "{% for row in rows %}", "{{ title | shout }}"])
def test_a_template_that_errs_is_refused(mistake: str, tmp_path: Path) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE, "templates/pairing-table.md": mistake})
    ran = pairing(
        "report", "pairing-table", root, "--to", "md", "-o", tmp_path / "out", "--lang", "en"
    )
    assert ran.code == 2
    assert "templates/pairing-table.md" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "out").exists()


def test_what_a_template_may_do_with_values(tmp_path: Path) -> None:
    modest = (
        "{{ 'a' ~ 1 ~ 2.0 }} {{ [1, 2] | join('-') }} {{ 'ab' * 2 + 'c' }} {{ 2.346 | round(2) }}"
    )
    root = write(tmp_path / "p", {"programme.yaml": BASE, "templates/pairing-table.md": modest})
    ran = pairing("report", "pairing-table", root, "--to", "md", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert (tmp_path / "out" / "结对安排表.md").read_text("utf-8") == "a12.0 1-2 ababc 2.35"


@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_an_office_template_that_unpacks_to_much_is_refused(extension: str, tmp_path: Path) -> None:
    name = f"pairing-table.{extension}"
    out = BytesIO((packaged() / name).read_bytes())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.xml", b"0" * (UNPACKED + 1))
    root = write(tmp_path / "p", {"programme.yaml": BASE, f"templates/{name}": out.getvalue()})
    ran = pairing("report", "pairing-table", root, "--to", extension, "-o", tmp_path / "out")
    assert (ran.code, f"templates/{name}" in ran.err) == (2, True)


@pytest.mark.parametrize("extension", ["docx", "xlsx"])
def test_a_broken_office_template_is_named(extension: str, tmp_path: Path) -> None:
    root = write(
        tmp_path / "p", {"programme.yaml": BASE, f"templates/pairing-table.{extension}": b"PK"}
    )
    ran = pairing("report", "pairing-table", root, "--to", extension, "-o", tmp_path / "out")
    assert ran.code == 2
    assert f"templates/pairing-table.{extension}" in ran.err


def test_every_kind_has_a_template_in_every_format() -> None:
    names = {path.name for path in packaged().iterdir()}
    for kind in KINDS.values():
        for extension in kind.formats:
            assert {f"{name}.{extension}" for name in kind.templates} & names, kind.id
    used = {name for kind in KINDS.values() for name in kind.templates}
    assert names <= {f"{name}.{extension}" for name in used for extension in FORMATS}
    with pytest.raises(TemplateError):
        Templates().find("../programme.yaml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b:c", "a_b_c"), ("  x  ", "_x_"), ("..", "_"), ("甲" * 99, "甲" * 50)],
)
def test_file_names_are_safe_everywhere(name: str, expected: str) -> None:
    assert safe(name) == expected


def test_official_chinese() -> None:
    numbers = (0, 3, 10, 12, 20, 31, 99)
    assert [numeral(n) for n in numbers] == ["零", "三", "十", "十二", "二十", "三十一", "九十九"]
    assert full_day(date(2020, 5, 5)) == "2020年5月5日"
    assert deadline(parse_due("2020-03-30"), 2020) == "3月30日前"
    assert deadline(parse_due("2021-01-05"), 2020) == "2021年1月5日前"
    assert deadline(parse_due("3 days after the activity"), 2020) == "活动结束后三日内"
    assert deadline(parse_due("first week of the term"), 2020) == "学期第一周内"


COLLIDING = """
pairings:
  - {id: x, title: 一组/甲, helper: 甲小学, helped: 丁小学}
  - {id: y, title: "一组:甲", helper: 甲小学, helped: 丁小学}
plans: [{pairing: x, tasks: []}, {pairing: y, tasks: []}]
"""


def test_no_report_overwrites_another(tmp_path: Path) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE, "more.yaml": COLLIDING})
    pairing("report", "plan-table", root, "--to", "md", "-o", tmp_path / "out")
    names = {path.stem.partition("-")[2] for path in (tmp_path / "out").iterdir()}
    assert {"一组_甲-x", "一组_甲-y"} < names
    assert len(names) == 4


SECOND = """
rubrics:
  - id: second
    title: 另一份细则
    full_marks: 10
    sections: [{id: o, title: 其他, items: [{id: other, title: 其他, points: 10, rating: {by: 局}}]}]
"""


def test_of_two_rubrics_one_is_chosen(tmp_path: Path) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE, "more.yaml": SECOND})
    for kind in ("rubric", "ranking"):
        to = ("--to", "md", "-o", tmp_path / kind, "--lang", "en")
        refused = pairing("report", kind, root, *to)
        assert (refused.code, "--rubric" in refused.err) == (2, True)
        assert pairing("report", kind, root, "--rubric", "second", *to).code == 0
        (made,) = (tmp_path / kind).iterdir()
        assert "另一份" in made.read_text("utf-8")


def test_all_documents_of_every_rubric_are_made_under_names_of_their_own(tmp_path: Path) -> None:
    example = GAOTAI.parent / "quality-labels-2021"
    to = ("--to", "md", "-o", tmp_path, "--as-of", "2021-08-01")
    ran = pairing("report", "--all", example, *to)
    assert ran.code == 0, ran.err
    rankings = sorted(path.name for path in tmp_path.glob("ranking*.md"))
    assert rankings == [
        "ranking-Applications_that_count.md",
        "ranking-National_Quality_Label.md",
    ]
    assert len(ran.out.splitlines()) == len(set(ran.out.splitlines()))
