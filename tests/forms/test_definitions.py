"""What forms say of records, and records of forms."""

from __future__ import annotations

import copy
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.forms.columns import KEPT, Cell, Shape, Unreadable
from pairing_cli.forms.data import Fields, plain
from pairing_cli.forms.form import Form
from pairing_cli.forms.kinds import forms_of
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Address, Destination, Recorded, by_address
from pairing_cli.forms.times import (
    heads_data,
    heads_text,
    length_data,
    length_text,
    when_data,
    when_text,
)
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.log import Activity
from tests.forms.made import EXAMPLES, form, lists_of
from tests.programmes import CITY_COUNTY, GAOTAI, JIANSHI, MINIMAL, REPOSITORY, write

ALL = pytest.mark.parametrize("root", EXAMPLES, ids=lambda root: root.name)
VILLAGE = REPOSITORY / "tests" / "cases" / "rubrics" / "19-village-teams"


@ALL
def test_a_record_written_plainly_is_the_record(root: Path) -> None:
    repository = load(FolderTree(root)).repository
    for name, collection in COLLECTIONS.items():
        if name in ("quotas", "rubrics", "texts"):
            continue  # no form has rows of these
        for entry in repository.index(name):
            assert collection.model.model_validate(plain(entry.record)) == entry.record


def compared(lists: Lists, data: object) -> object:
    """Data as it means the same: names by their keys, people who took part in any order."""
    if isinstance(data, dict):
        return {key: compared(lists, each) for key, each in data.items()}
    if isinstance(data, list):
        found = [compared(lists, each) for each in data]
        return sorted(found, key=repr) if found and isinstance(found[0], dict) else found
    return lists.same(data) if isinstance(data, str) else data


OWN = frozenset({"id", "documents", "prepare"})
"""What no form of the record has columns for: its id, what has a form of its own, what is nested deep."""


@ALL
def test_what_the_cells_of_a_record_say_is_the_record(root: Path) -> None:
    """Of every record of the examples, whatever a form does not leave alone."""
    lists, rows, kept = lists_of(root), 0, 0
    for each in forms_of(lists):
        for row in each.rows(lists):
            cells = each.cells(row.fields, lists)
            back = each.fields(cells, lists)
            whole = KEPT not in cells.values()
            said = {name: data for name, data in row.fields.items() if name not in OWN}
            rows, kept = rows + 1, kept + (not whole)
            if whole:
                assert compared(lists, back) == compared(lists, said), row.address
            assert each.changes(row, cells, lists) == {}
    assert rows
    assert kept * 10 <= rows


@ALL
def test_every_row_has_an_address_of_its_own(root: Path) -> None:
    lists = lists_of(root)
    for each in forms_of(lists):
        rows = list(each.rows(lists))
        assert len(by_address(rows)) == len(rows)
        for row in rows:
            assert Address.of(row.address).collection in COLLECTIONS


@ALL
def test_the_rows_of_all_schools_are_those_of_the_programme(root: Path) -> None:
    """Nothing is lost between the schools: what a school of a pairing did is in some school's form."""
    from pairing_cli.forms.scope import school_scope, schools

    lists = lists_of(root)
    for name in ("activities", "exchanges", "postings", "plan"):
        whole = {row.address for row in form(lists, name).rows(lists)}
        parts: set[str] = set()
        for key in schools(lists.repository):
            own = lists.for_(school_scope(lists.repository, key))
            parts |= {row.address for row in form(own, name).rows(own)}
        others = {  # of bureaus and offices that are members of no side by themselves
            row.address for row in form(lists, name).rows(lists) if row.address not in parts
        }
        assert parts <= whole
        assert len(others) * 2 <= len(whole)


# single rows


def first(lists: Lists, name: str, address: str) -> tuple[Form, Recorded, dict[str, Cell]]:
    each = form(lists, name)
    row = by_address(each.rows(lists))[address]
    return each, row, each.cells(row.fields, lists)


def test_an_activity_in_the_words_of_a_school() -> None:
    lists = lists_of(GAOTAI)
    _, _, cells = first(lists, "activities", "activities/chengguan-0421-songke")
    assert {key: cell for key, cell in cells.items() if cell is not None} == {
        "pairing": "城关初中结对组",
        "start": date(2020, 4, 21),
        "kind": "送课指导",
        "title": "语文送课指导",
        "at": "南华初中",
        "subjects": ("语文",),
        "helper-from": "城关初中",
        "helper-role": "骨干教师",
        "helper-count": 4,
        "helped-from": "南华初中",
        "helped-role": "教师",
        "helped-count": 6,
    }


def test_only_the_cells_that_were_changed_change_the_record() -> None:
    lists = lists_of(GAOTAI)
    each, row, cells = first(lists, "activities", "activities/chengguan-0421-songke")
    assert each.changes(row, {**cells, "title": "语文示范课"}, lists) == {("title",): "语文示范课"}
    assert each.changes(row, {**cells, "title": None}, lists) == {("title",): None}
    found = each.changes(row, {**cells, "end": date(2020, 4, 22)}, lists)
    assert found == {("date",): "2020-04-21 to 2020-04-22"}
    assert each.changes(row, {"title": "别的"}, lists) == {("title",): "别的"}
    assert each.changes(row, {"start": date(2020, 4, 20)}, lists) == {}  # half of a date is none


def test_what_the_form_cannot_show_is_kept() -> None:
    """One of twenty principals left a day earlier: a form has no column for that."""
    lists = lists_of(JIANSHI)
    each, row, cells = first(lists, "activities", "activities/gengang-1")
    assert cells["helped-count"] is KEPT
    assert each.changes(row, {**cells, "title": "跟岗"}, lists) == {("title",): "跟岗"}
    before = copy.deepcopy(row.fields)
    assert (
        each.fields({**cells, "title": "跟岗"}, lists, before)["participants"]
        == before["participants"]
    )


def test_several_schools_stand_in_the_last_column() -> None:
    lists = lists_of(GAOTAI)
    each = form(lists, "activities")
    lines: list[Fields] = [
        {"from": "城关初中", "role": "teacher", "count": "2"},
        {"from": "南华初中", "name": "甲示例"},
        {"from": "南华初中", "name": "乙示例"},
        {"from": "明水小学", "role": "teacher", "count": "3"},
        {"from": "南华镇中心小学", "role": "principal", "name": "丙示例"},
    ]
    fields: Fields = {"pairing": "chengguan", "date": "2020-04-21", "participants": [*lines]}
    cells = each.cells(fields, lists)
    assert cells["helped-name"] == ("甲示例", "乙示例")
    assert cells["others"] == "明水小学 教师 3人\n南华镇中心小学 校长 丙示例"
    assert each.fields(cells, lists)["participants"] == lines


@pytest.mark.parametrize(
    ("cells", "column", "key"),
    [
        ({"helper-count": 3}, "helper-from", "form.from-needed"),
        (
            {"helper-from": "城关初中", "helper-count": 3, "helper-name": ("甲",)},
            "helper-count",
            "form.count-and-names",
        ),
        ({"others": "明水小学"}, "others", "form.others"),
    ],
)
def test_cells_that_say_nothing_a_record_can_hold(
    cells: dict[str, Cell], column: str, key: str
) -> None:
    lists = lists_of(GAOTAI)
    with pytest.raises(Unreadable) as error:
        form(lists, "activities").fields(cells, lists)
    assert (error.value.column, error.value.key) == (column, key)


def test_a_document_goes_into_its_activity() -> None:
    lists = lists_of(GAOTAI)
    each = form(lists, "submissions")
    cells: dict[str, Cell] = {
        "pairing": "西街小学结对组",
        "type": "活动图片",  # an alias
        "activity": "2020-04-15 音乐送课指导",
        "from": ("西街小学", "正远小学"),
        "received": date(2020, 4, 16),
        "copies": 3,
    }
    fields = each.fields(cells, lists)
    assert fields == {
        "pairing": "xijie",
        "type": "photos",
        "activity": "xijie-0415-songke",
        "from": ["西街小学", "正远小学"],
        "received": "2020-04-16",
        "copies": "3",
    }
    outer = frozenset({"pairing", "activity"})
    assert each.destination(fields) == Destination(
        "activities", "xijie-0415-songke", "documents", outer
    )
    alone = each.fields({**cells, "activity": None}, lists)
    assert each.destination(alone) == Destination("submissions")
    new = each.fields({**cells, "activity": "新2"}, lists)
    assert each.destination(new).key == "新2"


def test_a_document_of_an_activity_does_not_move_by_a_change() -> None:
    lists = lists_of(GAOTAI)
    each = form(lists, "submissions")
    row = next(row for row in each.rows(lists) if row.outer)
    cells = each.cells(row.fields, lists)
    assert each.changes(row, {**cells, "copies": 9, "activity": None}, lists) == {("copies",): "9"}


def test_a_school_cannot_take_back_that_a_document_was_rejected() -> None:
    bureau = lists_of(GAOTAI)
    each = form(bureau, "submissions")
    row = next(row for row in each.rows(bureau) if "rejected" in row.fields)
    cells = {
        **each.cells(row.fields, bureau),
        "rejected-date": None,
        "rejected-by": None,
        "rejected-reason": None,
    }
    assert each.changes(row, cells, bureau) == {("rejected",): None}
    school = lists_of(GAOTAI, school="西街小学")
    assert form(school, "submissions").changes(row, cells, school) == {}


def test_a_file_keeps_the_fingerprint_that_is_recorded() -> None:
    lists = lists_of(GAOTAI)
    each = form(lists, "submissions")
    rows = [row for row in each.rows(lists) if isinstance(row.fields.get("file"), list)]
    stated = next(row for row in rows if "sha256" in str(row.fields["file"]))
    cells = each.cells(stated.fields, lists)
    assert cells["file"] and all(isinstance(path, str) for path in cells["file"])  # type: ignore[union-attr]
    assert each.fields(cells, lists)["file"] == stated.fields["file"]


def test_new_teachers_are_to_be_registered() -> None:
    lists = lists_of(GAOTAI)
    each = form(lists, "mentorships")
    cells: dict[str, Cell] = {
        "pairing": "西街小学结对组",
        "mentor": "西街示例骨干01",
        "mentor-organization": "西街小学",
        "mentor-level": "省级骨干教师",
        "mentee": "新来示例教师",
        "mentee-organization": "正远小学",
        "mentee-level": None,
    }
    assert each.fields(cells, lists) == {
        "pairing": "xijie",
        "mentor": "西街示例骨干01",
        "mentee": "新来示例教师",
    }
    assert each.people(cells, lists) == (
        {"id": "西街示例骨干01", "level": "省级骨干教师"},
        {"name": "新来示例教师", "organization": "正远小学"},
    )
    assert each.people({**cells, "mentor-level": "市级骨干教师", "mentee": None}, lists) == ()


def test_a_month_alone_makes_no_row_of_a_plan() -> None:
    lists = lists_of(MINIMAL, school="示例实验小学")
    each = form(lists, "plan")
    drafts = [each.cells(fields, lists) for fields in each.drafts(lists)]
    assert len(drafts) == 2 * 11  # February to December, two lines a month
    assert all(each.is_blank(cells) for cells in drafts)
    assert not each.is_blank({**drafts[0], "work": "送课"})


def test_what_is_to_be_rated_is_begun() -> None:
    lists = lists_of(VILLAGE)
    each = form(lists, "self-assessment")
    cells = [each.cells(fields, lists) for fields in each.drafts(lists)]
    assert len(cells) == 3 * 3  # three items of the three teams that have not rated themselves
    assert all(each.is_blank(row) for row in cells)
    assert cells[0]["item-points"] == Fraction(20)
    own: dict[str, Cell] = {"points": Fraction(19), "by": "某队长", "date": date(2020, 12, 16)}
    fields = each.fields({**cells[0], **own}, lists)
    assert set(fields) == {"item", "pairing", "as", "points", "by", "date"}
    assert len(list(each.rows(lists))) == 3


def test_one_person_for_a_week_or_longer_is_posted() -> None:
    lists = lists_of(CITY_COUNTY)
    postings = {row.address for row in form(lists, "postings").rows(lists)}
    logged = {row.address for row in form(lists, "activities").rows(lists)}
    assert "activities/zhijiao-02" in postings
    assert not postings & logged
    visit = "activities/hufang-binjiang"  # the director of a bureau, for two days
    assert visit in {
        row.address for row in form(lists_of(JIANSHI), "activities").rows(lists_of(JIANSHI))
    }


def test_names_that_are_not_unique_are_told_apart(tmp_path: Path) -> None:
    text = (MINIMAL / "programme.yaml").read_text("utf-8")
    text += """
people:
  - {name: 张示例, id: zhang-1, organization: 示例实验小学}
  - {name: 张示例, id: zhang-2, organization: 示例乡中心小学}
  - {name: 李示例, id: li-1, organization: 示例实验小学}
  - {name: 李示例, id: li-2, organization: 示例实验小学}
"""
    lists = lists_of(write(tmp_path, {"programme.yaml": text}))
    assert dict(lists.labels("people")) == {
        "zhang-1": "张示例（示例实验小学）",
        "zhang-2": "张示例（示例乡中心小学）",
        "li-1": "李示例（li-1）",
        "li-2": "李示例（li-2）",
    }
    for key, label in lists.labels("people").items():
        assert lists.reference("people", label) == key


def test_a_label_is_known_after_it_had_to_be_told_apart_or_no_longer() -> None:
    """What tells names apart depends on all that is recorded, and forms are out for weeks."""
    lists = lists_of(GAOTAI, school="西街小学")
    key, label = next((k, v) for k, v in lists.labels("activities").items() if "体育送课指导" in v)
    activity = lists.repository.activities.get(key)
    assert activity is not None
    bare = label.partition("（")[0]
    for each in (label, f"{bare}（{activity.at}）", f"{bare}（{key}）"):
        assert lists.ever_called("activities", each) == [key]


def test_labels_with_a_comma_inside_stay_whole() -> None:
    lists = lists_of(GAOTAI)
    label = "开展帮扶、总结"
    lists.labels("terms")
    lists._labels["terms"] = {"a": label, "b": "总结"}
    assert lists.parted("terms", f"{label}、总结；别的") == (label, "总结", "别的")
    assert lists.parted("", "甲、乙, 丙\n丁") == ("甲", "乙", "丙", "丁")


# times


@pytest.mark.parametrize(
    ("text", "data", "shown"),
    [
        ("9月", "2020-09", "2020年9月"),
        ("9-10月", "2020-09 to 2020-10", "2020年9月至10月"),
        ("2020年12月至2021年1月", "2020-12 to 2021-01", "2020年12月至2021年1月"),
        ("6月中旬", "mid 2020-06", "2020年6月中旬"),
        ("9月5日", "2020-09-05", "2020年9月5日"),
        ("9月5日—9月7日", "2020-09-05 to 2020-09-07", "2020年9月5日至2020年9月7日"),
        ("2020-09", "2020-09", "2020年9月"),
    ],
)
def test_planned_times(text: str, data: str, shown: str) -> None:
    assert when_data(text, 2020) == data
    assert when_text(data) == shown
    assert when_data(shown, 1999) == data


@pytest.mark.parametrize("text", ["", "秋天", "13月", "9月至", "10-9月", "9、10月"])
def test_what_is_no_planned_time(text: str) -> None:
    with pytest.raises(ValueError):
        when_data(text, 2020)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("3天", "3 days"),
        ("1个月", "1 month"),
        ("1周", "1 week"),
        ("1年", "1 year"),
        ("12-18个月", ["12 months", "18 months"]),
        ("12个月至18个月", ["12 months", "18 months"]),
    ],
)
def test_lengths(text: str, data: str | list[str]) -> None:
    assert length_data(text, 2020) == data
    assert length_data(length_text(data), 2020) == data  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "3", "0天", "三天", "1-2-3天"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(ValueError):
        length_data(text, 2020)


@given(st.integers(1, 999), st.integers(0, 99))
def test_head_counts(least: int, more: int) -> None:
    data = str(least) if not more else [str(least), str(least + more)]
    assert heads_data(heads_text(data), 2020) == data  # type: ignore[arg-type]
    assert heads_data(f"{least}-{least + more}人", 2020) == [str(least), str(least + more)]


# any cells

LISTS = lists_of(GAOTAI)
SIDES = {
    "helper": LISTS.offered("organizations:helper"),
    "helped": LISTS.offered("organizations:helped"),
}
NAMES = st.lists(st.text("甲乙丙丁", min_size=2, max_size=3), min_size=1, max_size=3).map(tuple)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Cell]:
    """A row of the activity log as a school may fill it in."""
    pairing = draw(st.sampled_from([e.key for e in LISTS.repository.pairings]))
    own = lists_of_pairing(pairing)
    start = draw(st.dates(date(2020, 3, 5), date(2020, 12, 1)))
    cells: dict[str, Cell] = {
        "pairing": own.label("pairings", pairing),
        "start": start,
        "end": draw(
            st.none() | st.dates(start, date(2020, 12, 31)).filter(lambda day: day > start)
        ),
        "kind": draw(st.sampled_from(own.offered("activity_kinds"))),
        "title": draw(st.none() | st.text("送课指导=+@", min_size=1, max_size=9)),
        "at": draw(st.none() | st.sampled_from(own.offered("organizations"))),
        "mode": draw(st.none() | st.sampled_from(own.offered("mode"))),
        "subjects": draw(st.none() | NAMES),
        "others": None,
        "note": draw(
            st.none() | st.text("备注、；\n一", min_size=1, max_size=9).map(str.strip).filter(bool)
        ),
    }
    for side in ("helper", "helped"):
        there = draw(st.booleans())
        counted = draw(st.booleans())
        cells |= {
            f"{side}-from": draw(st.sampled_from(own.offered(f"organizations:{side}")))
            if there
            else None,
            f"{side}-role": draw(st.none() | st.sampled_from(own.offered("roles")))
            if there
            else None,
            f"{side}-count": draw(st.integers(1, 300)) if there and counted else None,
            f"{side}-name": draw(NAMES) if there and not counted else None,
        }
    return cells


def lists_of_pairing(key: str) -> Lists:
    from pairing_cli.forms.scope import pairing_scope

    return LISTS.for_(pairing_scope(LISTS.repository, key))


@given(rows())
def test_a_row_that_was_filled_in_reads_back_as_it_was(cells: dict[str, Cell]) -> None:
    each = form(LISTS, "activities")
    fields = each.fields(cells, LISTS)
    record = Activity.model_validate({"id": "new", **fields})
    shown = each.cells(plain(record), LISTS)
    assert {key: shown[key] for key in cells} == cells


@ALL
def test_titles_and_explanations_are_words_of_a_school(root: Path) -> None:
    """No codes of the format in what a school reads; every header is another one."""
    lists = lists_of(root)
    for each in forms_of(lists):
        columns = each.columns
        assert len({column.title for column in columns}) == len(columns)
        for column in columns:
            assert not set("abcdefghijklmnopqrstuvwxyz_") & set(column.title)
            assert not any(
                word in column.note for word in ("teacher", "primary", "school", "true", "on-site")
            )
            if column.shape in (Shape.CHOICE, Shape.CHOICES):
                assert column.choices
