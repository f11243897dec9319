"""Charts are Excel's own and Mermaid's, and show every row of the tables beside them."""

from __future__ import annotations

import re
import string
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule

from pairing_cli.model.figures import rounded
from pairing_cli.report.follow import follow
from pairing_cli.report.markdown import escape
from pairing_cli.report.pictures.plain import blocks, plain
from pairing_cli.report.sheets import Row
from pairing_cli.report.templates import packaged
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, JIANSHI, MINIMAL, scored, write

AS_OF = "2020-12-18"
NAME = "数据图表"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    ran = pairing("report", "charts", GAOTAI, "--as-of", AS_OF, "-o", folder)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture(scope="module")
def book(folder: Path) -> Workbook:
    return load_workbook(folder / f"{NAME}.xlsx")


def cells(book: Workbook, reference: str) -> list[Any]:
    """The values that a chart's reference points at, in order."""
    title, _, block = reference.replace("'", "").replace("$", "").partition("!")
    found: Any = book[title][block]
    if not isinstance(found, tuple):
        return [found.value]
    return [cell.value for row in found for cell in (row if isinstance(row, tuple) else (row,))]


def drawn(book: Workbook, sheet: str) -> dict[str, dict[str, Any]]:
    """The one chart of a sheet: its series, each by name to value."""
    (chart,) = book[sheet]._charts  # type: ignore[attr-defined]
    return {
        cells(book, series.tx.strRef.f)[0]: dict(
            zip(
                cells(book, series.cat.strRef.f),
                cells(book, series.val.numRef.f),
                strict=True,
            )
        )
        for series in chart.series
    }


def test_the_chart_of_means_shows_every_item(book: Workbook) -> None:
    sheet = scored(GAOTAI, date.fromisoformat(AS_OF))
    items = zip(*(unit.node.items() for unit in sheet.units), strict=True)
    means = {
        str(column[0].title): sum((item.earned for item in column), Fraction(0)) / len(column)
        for column in items
    }
    found = drawn(book, "各项平均")
    assert list(found) == ["满分", "平均"]
    shown = {title: f"{value:.2f}" for title, value in found["平均"].items()}
    assert shown == {title: rounded(mean) for title, mean in means.items()}


def test_the_chart_of_losses_shows_every_reason(book: Workbook) -> None:
    found = drawn(book, "失分原因")["失分"]
    assert found["造假"] == 10 and found["迟报"] == pytest.approx(7.92)
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_earned_lost_and_open_are_stacked_to_the_full_marks(book: Workbook) -> None:
    found = drawn(book, "得失")
    assert list(found) == ["得分", "失分", "待定"]
    for name in found["得分"]:
        assert sum(float(series[name]) for series in found.values()) == pytest.approx(100, abs=0.02)
    (chart,) = book["得失"]._charts  # type: ignore[attr-defined]
    assert (chart.grouping, chart.overlap) == ("stacked", 100)


def test_the_chart_of_targets_ends_at_what_is_asked(book: Workbook) -> None:
    found = drawn(book, "指标")["完成占目标（%）"]
    assert found["每学期至少3次送课指导"] == pytest.approx(97.22)
    assert max(found.values()) == 100
    assert len(found) == 8


def test_the_matrix_is_shaded_by_excel_and_its_sums_are_drawn(book: Workbook) -> None:
    found = drawn(book, "结对×月")["合计"]
    assert list(found)[:2] == ["2020年3月", "4月"] and sum(found.values()) == 758
    (formatting,) = book["结对×月"].conditional_formatting
    shaded = cells(book, f"结对×月!{formatting.sqref}")
    assert len(shaded) == 6 * 10 and sum(shaded) == 758
    assert formatting.rules[0].type == "colorScale"


def test_no_chart_hides_its_table(book: Workbook) -> None:
    for sheet in book.worksheets:
        (chart,) = sheet._charts  # type: ignore[attr-defined]
        last = max(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value)
        assert chart.anchor._from.row >= last


def test_without_scores_there_is_no_empty_chart(tmp_path: Path) -> None:
    for root, charts in (
        (JIANSHI, {"指标", "结对×月"}),
        (MINIMAL, {"各项平均", "失分原因", "得失", "结对×月"}),
    ):
        ran = pairing("report", "charts", root, "--as-of", AS_OF, "-o", tmp_path)
        assert ran.code == 0, ran.err
        book = load_workbook(tmp_path / f"{NAME}.xlsx")
        with_chart = {sheet.title for sheet in book.worksheets if sheet._charts}  # type: ignore[attr-defined]
        assert with_chart <= charts and "结对×月" in with_chart


def row(template: int, *columns: int) -> Row:
    return Row(template, [(column, None) for column in columns])


def test_a_chart_follows_its_rows_from_sheet_to_sheet() -> None:
    book = Workbook()
    data: Any = book.active
    data.title = "它's"
    other = book.create_sheet("图")
    chart = BarChart()
    chart.type = "bar"
    chart.add_data(Reference(data, min_col=2, min_row=3, max_row=3), titles_from_data=False)
    chart.set_categories(Reference(data, min_col=1, min_row=3, max_row=3))
    other.add_chart(chart, "A5")
    gone = BarChart()
    gone.add_data(Reference(data, min_col=2, min_row=9), titles_from_data=False)
    other.add_chart(gone, "A30")
    data.conditional_formatting.add("B3 C9", CellIsRule("equal", ["1"]))  # type: ignore[no-untyped-call]
    out = BytesIO()
    book.save(out)
    book = load_workbook(out)
    rows = [row(1, 1, 2), *(row(3, 1, 2, 2) for _ in range(40)), row(5, 1)]
    book["它's"].title = "改's"
    below = [row(number, 1) for number in (1, 2, 2, 2)]
    follow({"它's": (book["改's"], rows), "图": (book["图"], below)})
    (kept,) = book["图"]._charts  # type: ignore[attr-defined]
    assert kept.series[0].val.numRef.f == "'改''s'!$B$2:$C$41"
    assert kept.series[0].cat.numRef.f == "'改''s'!$A$2:$A$41"
    assert kept.anchor._from.row == 4
    assert kept.anchor.ext.cy > 40 * 200_000
    ranges = [str(each.sqref) for each in book["改's"].conditional_formatting]
    assert ranges == ["B2:C41"]


def test_markdown_draws_what_its_tables_say(folder: Path) -> None:
    source = (folder / f"{NAME}.md").read_text("utf-8")
    means, losses, months = re.findall(r"```mermaid\n(.*?)```", source, re.DOTALL)
    assert (
        means.startswith("xychart-beta") and losses.startswith("pie") and "bar [27, 126" in months
    )
    labels = re.findall(r'"([^"]*)"', means.splitlines()[1])
    figures = re.findall(r"bar \[(.*?)\]", means)[0].split(", ")
    for label, figure in zip(labels, figures, strict=True):
        assert re.search(rf"\| {label} \| [0-9.]+ \| {figure} \|", source), label
    assert "| 造假 | 10.00 | 1 |" in source and '"造假" : 10.00' in losses
    assert "| ██████████████████░░ | 91.67 | 未完成 |" in source


def test_a_score_sheet_draws_its_items_beside_the_means(tmp_path: Path) -> None:
    to = ("--to", "xlsx", "--as-of", AS_OF, "-o", tmp_path)
    ran = pairing("report", "score-sheet", GAOTAI, *to, "--pairing", "xijie")
    assert ran.code == 0, ran.err
    book = load_workbook(tmp_path / "考核得分表-西街小学结对组.xlsx")
    found = drawn(book, "与平均比较")
    assert list(found) == ["得分", "平均"] and len(found["得分"]) == 10
    assert found["得分"]["4 资源支持"] == 7.5
    assert found["平均"]["4 资源支持"] == pytest.approx(9.17)


def test_no_name_breaks_out_of_a_picture() -> None:
    odd = string.punctuation + "甲\n```\n乙 end"
    safe = plain(odd)
    assert escape(safe) == safe
    assert not set(safe) & set('"[]:;#%`|\\<>{}()\n')
    assert plain("1 组织管理") == "1 组织管理"


def test_a_title_full_of_marks_stays_one_label(tmp_path: Path) -> None:
    text = BASE.replace("title: 送课指导\n", "title: '送\"课\"];x: `指导`'\n")
    assert text != BASE
    root = write(tmp_path / "p", {"programme.yaml": text})
    ran = pairing("report", "charts", root, "--to", "md", "--as-of", AS_OF, "-o", tmp_path)
    assert ran.code == 0, ran.err
    source = (tmp_path / f"{NAME}.md").read_text("utf-8")
    (labels,) = re.findall(r"x-axis \[(.*)\]", source)[:1]
    assert len(re.findall(r'"[^"]*"', labels)) == labels.count('"') // 2


def test_word_draws_with_cells(tmp_path: Path) -> None:
    to = ("--to", "docx", "--as-of", AS_OF, "-o", tmp_path)
    assert pairing("report", "charts", GAOTAI, *to).code == 0
    targets, means, lost, months = Document(str(tmp_path / f"{NAME}.docx")).tables
    row = next(row for row in targets.rows if row.cells[0].text.startswith("每学期一次"))
    assert [fill(cell) for cell in row.cells[4:14]] == ["2A6DB5"] * 9 + ["E6EAEE"]  # 91.67 %
    assert row.cells[14].text == "未完成"
    assert [fill(cell) for cell in lost.rows[1].cells[3:]] == ["2A6DB5"] * 10
    assert len(means.rows) == 11
    shades = {cell.text: fill(cell) for row in months.rows[1:] for cell in row.cells[1:]}
    assert (shades["0"], shades["4"], shades["24"]) == ("FFFFFF", "E3EFFA", "61A0D9")


def fill(cell: Any) -> str:
    found = cell._tc.tcPr.find(qn("w:shd"))
    return str(found.get(qn("w:fill")))


def test_many_months_are_several_tables_in_word(tmp_path: Path) -> None:
    text = BASE.replace("period: 2020-03-01 to 2020-12-31", "period: 2020-03-01 to 2022-12-31", 1)
    root = write(tmp_path / "p", {"programme.yaml": text})
    to = ("--to", "docx", "--as-of", AS_OF, "-o", tmp_path)
    assert pairing("report", "charts", root, *to).code == 0
    document = Document(str(tmp_path / f"{NAME}.docx"))
    widths = [len(table.columns) for table in document.tables[-3:]]
    assert widths == [13, 13, 11]  # 34 months, and the names


def test_bars_in_characters() -> None:
    assert [blocks(share) for share in ("", "0.00", "50.00", "99.99", "100.00")] == [
        "",
        "░" * 20,
        "█" * 10 + "░" * 10,
        "█" * 19 + "░",
        "█" * 20,
    ]


def test_a_bureau_may_draw_its_own_charts(tmp_path: Path) -> None:
    own = load_workbook(packaged() / "charts.xlsx")
    (chart,) = own["失分原因"]._charts  # type: ignore[attr-defined]
    chart.type, chart.title = "col", "本局的图"
    out = BytesIO()
    own.save(out)
    root = write(tmp_path / "p", {"programme.yaml": BASE, "templates/charts.xlsx": out.getvalue()})
    ran = pairing("report", "charts", root, "--to", "xlsx", "--as-of", "2021-01-20", "-o", tmp_path)
    assert ran.code == 0, ran.err
    made = load_workbook(tmp_path / f"{NAME}.xlsx")
    (chart,) = made["失分原因"]._charts  # type: ignore[attr-defined]
    assert (chart.barDir, list(drawn(made, "失分原因")["失分"])) == ("col", ["未报"])
