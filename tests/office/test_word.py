"""Word tables as schools fill them in: 计划表 (附件3), 考核细则 (附件4)."""

from __future__ import annotations

import pytest

from pairing_cli.office.package import Refused
from pairing_cli.office.word import WordTables, read_word
from tests.office.files import book, row, sheet, text_cell, w_p, w_table, w_tc, word

RESTART = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def texts(found: WordTables, table: int = 0) -> list[list[str]]:
    rows = found.grids[table].rows
    return [[cell.text for cell in cells.values()] for cells in rows.values()]


PLAN = (
    w_p("附件3：")
    + w_p("西街小学2020年结对帮扶工作计划表")
    + w_table(
        *("".join(map(w_tc, ("月份", "内容", "开展的具体工作", "责任人", "完成时限"))),),
        w_tc("三月", RESTART) + "".join(map(w_tc, ("制定方案", "制定计划", "王晓英", "3月30日"))),
        w_tc("", ON) + "".join(map(w_tc, ("管理指导", "签订责任书", "屈  锋", "3.28"))),
        w_tc("四月") + w_tc("无", '<w:gridSpan w:val="4"/>'),
    )
    + w_p("备注：每月1-2项。")
)


def test_a_plan_table_is_read_with_what_stands_around_it() -> None:
    found = read_word(word(PLAN))
    assert found.grids[0].before == ("附件3：", "西街小学2020年结对帮扶工作计划表")
    assert found.after == ("备注：每月1-2项。",)
    assert texts(found) == [
        ["月份", "内容", "开展的具体工作", "责任人", "完成时限"],
        ["三月", "制定方案", "制定计划", "王晓英", "3月30日"],
        ["三月", "管理指导", "签订责任书", "屈  锋", "3.28"],
        ["四月", "无", "无", "无", "无"],
    ]


def test_covered_cells_say_by_which() -> None:
    grid = read_word(word(PLAN)).grids[0]
    covered = {(cell.row, cell.column): cell.of for cell in grid if cell.of}
    assert covered == {(3, 1): (2, 1), (4, 3): (4, 2), (4, 4): (4, 2), (4, 5): (4, 2)}


def test_rows_that_begin_later_stand_in_their_columns() -> None:
    later = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + w_tc("c") + "</w:tr>"
    grid = read_word(word(f"<w:tbl>{later}</w:tbl>")).grids[0]
    assert grid.text(1, 3) == "c" and grid.text(1, 1) == ""


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (w_p("一") + w_p("二"), "一\n二"),
        (
            "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>",
            "一\n二\t三",
        ),
        (
            "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
            "新",
        ),
        ('<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t></w:r></w:p>', "☑是"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', "✓"),
        ("<w:sdt><w:sdtContent>" + w_p("控件") + "</w:sdtContent></w:sdt>", "控件"),
        (
            (
                "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice>"
                "<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
            ),
            "新",
        ),
        ("<w:tbl><w:tr><w:tc>" + w_p("里") + "</w:tc></w:tr></w:tbl>" + w_p("外"), "里\n外"),
        ("<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>", "3"),
    ],
)
def test_texts_of_cells(content: str, text: str) -> None:
    assert read_word(word(w_table(w_tc(content)))).grids[0].text(1, 1) == text


def test_tables_inside_content_controls_are_found() -> None:
    body = (
        "<w:sdt><w:sdtContent>"
        + w_table(w_tc("a"))
        + "</w:sdtContent></w:sdt>"
        + w_table(w_tc("b"))
    )
    assert [grid.text(1, 1) for grid in read_word(word(body)).grids] == ["a", "b"]


def test_a_merge_that_nothing_began_stands_for_itself() -> None:
    assert texts(read_word(word(w_table(w_tc("a", ON))))) == [["a"]]


def test_a_workbook_is_no_word_file() -> None:
    with pytest.raises(Refused) as caught:
        read_word(book(sheet(row(1, text_cell("A1", "a")))))
    assert caught.value.reason == "no-text"


def test_a_table_with_more_columns_than_are_read_is_refused() -> None:
    wide = w_tc("a", '<w:gridSpan w:val="200"/>') * 2
    with pytest.raises(Refused) as caught:
        read_word(word(w_table(wide)))
    assert caught.value.reason == "cells"
