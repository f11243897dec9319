"""Tables of somebody's own: Word tables as schools fill them, and columns that a form knows otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from pairing_cli.forms.foreign import Taken, UnknownColumnError, as_form, known_table
from pairing_cli.forms.guess import Proposal, alike, propose
from pairing_cli.forms.handed_in import read_file
from pairing_cli.forms.kinds import forms_of
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.mapping import NoSuchColumnError, corrected, record_of, recorded_as, shown
from tests.forms.made import lists_of
from tests.forms.papers import plan_table, rubric_table
from tests.programmes import GAOTAI, JIANSHI, write

HEAD = """
programme: {id: example, title: 示例方案, period: 2020-03-01 to 2020-12-31}
"""

SELF_RATED = """
organizations: [{title: 西街小学}, {title: 正远小学}, {title: 城关初中}, {title: 南华初中}]
pairings:
  - {id: xijie, title: 西街小学结对组, helper: 西街小学, helped: 正远小学}
  - {id: chengguan, title: 城关初中结对组, helper: 城关初中, helped: 南华初中}
rubrics:
  - id: table
    title: 考核细则
    full_marks: 30
    sections:
      - id: management
        title: 组织管理
        items:
          - id: group
            title: 组织管理
            points: 10
            raters: {raters: [{by: 基教股, weight: 100 %}], self_by: 学校}
          - id: summary
            title: 计划总结
            points: 10
            raters: {raters: [{by: 基教股, weight: 100 %}], self_by: 学校}
          - id: visits
            title: 管理指导、观摩学习
            points: 10
            raters: {raters: [{by: 基教股, weight: 100 %}], self_by: 学校}
"""


def programme(root: Path, text: str) -> Path:
    return write(root, {"programme.yaml": HEAD + text})


@pytest.fixture(scope="module")
def lists() -> Lists:
    return lists_of(GAOTAI)


def proposed(data: bytes, lists: Lists) -> Proposal:
    found = [propose(grid, forms_of(lists), lists) for grid in read_file(data).grids]
    (only,) = [each for each in found if each is not None]
    return only


def taken(data: bytes, lists: Lists) -> Taken:
    return as_form(proposed(data, lists), lists, read_file(data).after)


def cells(found: Taken, *keys: str) -> list[list[str]]:
    """What the rows say in some columns."""
    return [
        [row[found.columns[key]].text if found.columns[key] in row else "" for key in keys]
        for row in found.grid.rows.values()
    ]


def workbook(*rows: Sequence[object], merged: Sequence[str] = ()) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "登记"
    for row in rows:
        sheet.append(list(row))
    for each in merged:
        sheet.merge_cells(each)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


REGISTER = (
    ["西街小学2020年结对帮扶活动登记表"],
    ["序号", "活动时间", "帮扶形式", "活动主题", "地点", "参加人员", None, "备注"],
    [None, None, None, None, None, "帮扶方人数", "受援方人数", None],
    [1, "5月12日", "送课指导", "语文送课", "正远小学", 2, 8, None],
    [2, "2020.5.20-5.21", "观摩学习", "跟岗观摩", "西街小学", 3, 5, "有雨"],
    ["合计", None, None, None, None, 5, 13, None],
)
MERGED = ("A1:H1", "F2:G2", *(f"{letter}2:{letter}3" for letter in "ABCDEH"))


# Word tables


def test_a_plan_table_of_a_school_is_read_as_a_plan(lists: Lists) -> None:
    found = taken(plan_table(), lists)
    assert found.form.id == "plan"
    assert found.sheet.fixed == {"pairing": "西街小学结对组"}
    assert cells(found, "month", "kind", "due") == [
        ["三月", "年度帮扶特色目标任务", "2020-03-30"],
        ["三月", "制定方案", "2020-03-30"],
        ["四月", "送课指导", "2020-04-20"],
        ["四月", "观摩学习", "2020-04-28"],
        ["五月", "爱心捐赠", "2020-05-10"],
        ["六月", "", ""],
    ]
    assert found.troubles == ()


def test_a_month_that_is_not_repeated_belongs_to_the_line_above(lists: Lists) -> None:
    found = taken(plan_table(), lists)
    below = found.grid.rows[5][found.columns["month"]]
    assert (below.text, below.of) == ("四月", (4, 1))


def test_a_plan_of_no_school_says_so(lists: Lists) -> None:
    found = taken(plan_table("某某学校"), lists)
    assert [each.message.key for each in found.troubles] == ["form.table-pairing"]
    assert "pairing" not in found.sheet.fixed


def test_schools_of_two_pairings_in_the_title_are_no_guess(lists: Lists) -> None:
    found = taken(plan_table("西街小学、城关初中"), lists)
    assert [each.message.key for each in found.troubles] == ["form.table-pairing"]


@pytest.mark.parametrize("title", ["西街小学、正远小学", "高台县教育局 西街小学"])
def test_schools_of_one_pairing_in_the_title_say_which(lists: Lists, title: str) -> None:
    """A bureau, which is in no pairing, says nothing."""
    found = taken(plan_table(title), lists)
    assert found.sheet.fixed == {"pairing": "西街小学结对组"}


@pytest.fixture
def rated(tmp_path: Path) -> Lists:
    return lists_of(programme(tmp_path, SELF_RATED))


def test_a_rubric_with_points_is_read_as_self_ratings(rated: Lists) -> None:
    found = taken(rubric_table({"1": "9.5", "2": "9分", "3": "10"}), rated)
    assert found.form.id == "self-assessment"
    assert cells(found, "item", "pairing", "as", "points") == [
        ["组织管理", "西街小学结对组", "学校", "9.5"],
        ["计划总结", "西街小学结对组", "学校", "9分"],
        ["管理指导、观摩学习", "西街小学结对组", "学校", "10"],
    ]
    assert found.sheet.fixed == {"date": "2020-06-20", "by": "示例主任甲"}
    assert found.troubles == ()


def test_points_that_stand_twice_for_an_item_are_told(rated: Lists) -> None:
    found = taken(rubric_table({"1": "9", "3": "6", "3b": "4"}), rated)
    assert [(each.row, each.column, each.message.key) for each in found.troubles] == [
        (5, 6, "form.table-points")
    ]


def test_an_item_without_points_gives_no_row(rated: Lists) -> None:
    assert cells(taken(rubric_table({"2": "8"}), rated), "item") == [["计划总结"]]


def test_points_where_nobody_rates_himself_are_told(lists: Lists) -> None:
    found = taken(rubric_table({"1": "9"}), lists)
    assert [each.message.key for each in found.troubles] == ["form.table-whose"]
    assert found.grid.rows == {}


# somebody's own workbook


def test_a_register_of_a_school_is_taken_for_activities(lists: Lists) -> None:
    found = proposed(workbook(*REGISTER, merged=MERGED), lists)
    assert found.form.id == "activities"
    assert {key: found.head.titles[number] for key, number in found.columns.items()} == {
        "start": "活动时间",
        "kind": "帮扶形式",
        "title": "活动主题",
        "at": "地点",
        "helper-count": "参加人员 帮扶方人数",
        "helped-count": "参加人员 受援方人数",
        "note": "备注",
    }


def test_days_in_one_cell_are_a_first_and_a_last_day(lists: Lists) -> None:
    found = taken(workbook(*REGISTER, merged=MERGED), lists)
    assert cells(found, "start", "end") == [
        ["5月12日", ""],
        ["2020-05-20", "2020-05-21"],
    ]


def test_whom_a_side_counts_is_known_where_it_has_one_member(lists: Lists) -> None:
    found = taken(workbook(*REGISTER, merged=MERGED), lists)
    assert found.sheet.fixed == {"pairing": "西街小学结对组", "helper-from": "西街小学"}


TRAINING = (
    ["2020 年建始县教师到杭州市滨江区学校跟岗培训计划表"],
    ["序号", "项目名称", "对象", "时间", "人数", "备注"],
    [1, "跟岗培训（第一期）", "幼儿园长", "9 月", 20, "跟岗一个月"],
    [2, "跟岗培训（第二期）", "教育管理干部", "9-10 月", 46, "一期两批"],
)
"""附件1 of the plan of Jianshi and Binjiang for 2020, shortened."""


def test_the_schedule_in_the_title_of_a_table_is_that_of_its_lines() -> None:
    lists = lists_of(JIANSHI)
    found = proposed(workbook(*TRAINING), lists)
    assert found.form.id == "schedules"
    assert shown(found, lists).missing == ()
    fixed = as_form(found, lists).sheet.fixed
    assert fixed == {"schedule": "2020年建始县教师到杭州市滨江区学校跟岗培训计划表"}
    other = proposed(workbook(["培训计划表"], *TRAINING[1:]), lists)
    assert shown(other, lists).missing == ("计划表",)


def test_what_stands_below_decides_between_columns_of_like_names(lists: Lists) -> None:
    rows = (["月份", "时间", "内容", "具体工作"], ["4月", "4月20日", "送课指导", "语文送课。"])
    found = proposed(workbook(*rows), lists)
    assert {key: found.head.titles[number] for key, number in found.columns.items()} == {
        "month": "月份",
        "kind": "内容",
        "work": "具体工作",
        "due": "时间",
    }


def test_a_column_without_a_telling_header_is_known_by_names(lists: Lists) -> None:
    rows = (
        ["A", "签订日期", "帮扶教师", "被帮扶教师"],
        ["西街小学结对组", "2020-03-20", "示例甲", "示例乙"],
        ["城关初中结对组", "2020-03-20", "示例丙", "示例丁"],
    )
    found = proposed(workbook(*rows), lists)
    assert found.form.id == "mentorships"
    assert found.columns["pairing"] == 1


def test_a_table_like_no_form_is_none(lists: Lists) -> None:
    grid = read_file(workbook(["书名", "出版社"], ["一本书", "某社"])).grids[0]
    assert propose(grid, forms_of(lists), lists) is None


@pytest.mark.parametrize(
    ("title", "name", "least", "most"),
    [
        ("活 动 时 间", "活动时间", 1, 1),
        ("金额（元）", "金额", 0.95, 1),
        ("＊类别：", "类别", 1, 1),
        ("活动具体地点", "地点", 0.5, 0.9),
        ("帮扶老师", "帮扶教师", 0.5, 0.9),
        ("备注", "地点", 0, 0),
    ],
)
def test_headers_are_compared_as_people_read_them(
    title: str, name: str, least: float, most: float
) -> None:
    assert least <= alike(title, name) <= most


# kept as data


def test_what_is_kept_is_used_whatever_the_order_of_columns(lists: Lists, tmp_path: Path) -> None:
    found = proposed(workbook(*REGISTER, merged=MERGED), lists)
    record = record_of(found, lists, "登记表")
    assert record["title"] == "结对帮扶活动登记表"
    root = programme(
        tmp_path, f"tables: [{{id: register, form: activities, columns: {_flow(record)}}}]"
    )
    again = lists_of(root)
    turned = [list(reversed(row)) for row in (["说明"] * 0, *REGISTER[1:])]
    moved = workbook(*[row for row in turned if row])
    grid = read_file(moved).grids[0]
    assert known_table(grid, again, forms_of(again)) is None  # two rows of header became one
    grid = read_file(workbook(*REGISTER, merged=MERGED)).grids[0]
    kept = known_table(grid, again, forms_of(again))
    assert kept is not None and kept.columns == found.columns


def _flow(record: object) -> str:
    assert isinstance(record, dict)
    columns = (
        ", ".join(f"{key}: {value}" for key, value in each.items()) for each in record["columns"]
    )
    return "[" + ", ".join(f"{{{each}}}" for each in columns) + "]"


def test_columns_may_stand_in_another_order_and_keep_their_meaning(tmp_path: Path) -> None:
    kept = """
tables:
  - {id: own, form: plan, columns: [{title: 哪个月, column: month}, {title: 做什么, column: work}, {title: 谁}]}
"""
    lists = lists_of(programme(tmp_path, kept))
    grid = read_file(workbook(["谁", "做　什么", "哪个月"], ["甲", "送课", "4月"])).grids[0]
    found = known_table(grid, lists, forms_of(lists))
    assert found is not None and found.columns == {"work": 2, "month": 3}
    entry = recorded_as(found, lists)
    assert entry is not None and entry.key == "own"


def test_a_kept_table_that_names_no_column_of_the_form_is_refused(tmp_path: Path) -> None:
    kept = "tables: [{id: own, form: plan, columns: [{title: 甲, column: nothing}, {title: 乙}]}]"
    lists = lists_of(programme(tmp_path, kept))
    grid = read_file(workbook(["甲", "乙"], ["1", "2"])).grids[0]
    with pytest.raises(UnknownColumnError) as caught:
        known_table(grid, lists, forms_of(lists))
    assert (caught.value.table, caught.value.name) == ("own", "nothing")


def test_a_proposal_can_be_corrected(lists: Lists) -> None:
    found = proposed(workbook(*REGISTER, merged=MERGED), lists)
    assert corrected(found, "4＝备注").columns["note"] == 4
    assert "title" not in corrected(found, "4=-").columns
    assert corrected(found, "5=title").columns == {
        **{key: number for key, number in found.columns.items() if key != "at"},
        "title": 5,
    }
    for wrong in ("99=名称", "4=没有这一列", "名称"):
        with pytest.raises(NoSuchColumnError):
            corrected(found, wrong)


def test_what_a_proposal_lacks_is_shown(lists: Lists) -> None:
    table = shown(proposed(workbook(["活动时间", "活动主题"], ["5月12日", "送课"]), lists), lists)
    assert table.form == "activities"
    assert table.missing == ("类别",)
    assert table.by_title


def test_whence_people_come_is_missing_where_a_side_has_several_schools(lists: Lists) -> None:
    table = shown(proposed(workbook(*REGISTER, merged=MERGED), lists), lists)
    assert table.missing == ("受援方单位",)
