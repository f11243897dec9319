"""The workbooks: what drop-downs, dates and numbers take, whose records stand there, how they print."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pairing_cli.forms import stamp
from pairing_cli.forms.kinds import KINDS, forms_of
from pairing_cli.forms.rows import by_address
from pairing_cli.forms.scope import school_scope, schools
from pairing_cli.model.agenda import Agenda
from tests.command import pairing
from tests.forms.made import DAY, EXAMPLES, dump, form, lists_of, made, opened, texts
from tests.programmes import CITY_COUNTY, GAOTAI, JIANSHI, MINIMAL, REPOSITORY, write

ALL = pytest.mark.parametrize("root", EXAMPLES, ids=lambda root: root.name)
VILLAGE = REPOSITORY / "tests" / "cases" / "rubrics" / "19-village-teams"
POVERTY = REPOSITORY / "examples" / "poverty-aid-2017"


def area(book: Workbook, name: str) -> list[Any]:
    """The values behind a defined name."""
    sheet, cells = next(iter(book.defined_names[name].destinations))
    found: Any = book[sheet][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


@ALL
def test_every_drop_down_has_a_list(root: Path) -> None:
    """Its name is defined, its list is not empty and holds no blank; nothing is a literal list."""
    book = opened(lists_of(root))
    lists = 0
    for sheet in book.worksheets:
        for check in sheet.data_validations.dataValidation:
            assert len(str(check.formula1 or "")) <= 255
            assert check.prompt is None or len(check.prompt) <= 255
            assert len(check.promptTitle or "") <= 32
            assert check.error is None or len(check.error) <= 255
            if check.type == "list":
                lists += 1
                values = area(book, str(check.formula1))
                assert values and all(isinstance(each, str) and each.strip() for each in values)
                assert len(set(values)) == len(values)
    assert lists


@ALL
def test_what_is_recorded_is_in_the_lists(root: Path) -> None:
    """A strict drop-down takes every value that the form itself has filled in."""
    book = opened(lists_of(root))
    for sheet in book.worksheets:
        for check in sheet.data_validations.dataValidation:
            if check.type == "list" and check.showErrorMessage:
                values = set(area(book, str(check.formula1)))
                column = re.match("[A-Z]+", str(check.sqref))
                assert column is not None
                for cell in sheet[column[0]][4:]:
                    kept = str(cell.value).startswith("（已登记")
                    assert cell.value is None or kept or cell.value in values, cell.coordinate


@ALL
def test_dates_are_dates_and_lie_where_a_date_may(root: Path) -> None:
    book = opened(lists_of(root))
    for sheet in book.worksheets:
        for check in sheet.data_validations.dataValidation:
            if check.type != "date":
                continue
            first, last = int(str(check.formula1)), int(str(check.formula2))
            letter = re.match("[A-Z]+", str(check.sqref))
            assert letter is not None
            for cell in sheet[letter[0]][4:]:
                assert cell.number_format == "yyyy-mm-dd"
                if cell.value is not None and not str(cell.value).startswith("（"):
                    day = cell.value.date()
                    assert first <= day.toordinal() - date(1899, 12, 30).toordinal() <= last


@ALL
def test_only_what_is_to_be_filled_in_is_open(root: Path) -> None:
    book = opened(lists_of(root))
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.protection.sheet and not sheet.protection.password
            assert sheet["B3"].protection.locked
    plan = book["工作计划"]
    assert not plan.cell(plan.max_row, 4).protection.locked
    assert plan.cell(plan.max_row, 1).protection.locked


@ALL
def test_sheets_print_on_a4_with_their_header(root: Path) -> None:
    book = opened(lists_of(root))
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        setup = sheet.page_setup
        assert (str(setup.paperSize), setup.fitToHeight) == ("9", 0)
        assert setup.fitToWidth in (1, 2)
        footer: Any = sheet.oddFooter
        assert "&P" in footer.center.text
        if sheet.freeze_panes:
            assert sheet.freeze_panes == "C5"
            assert sheet.print_title_rows == "$3:$3"
            assert sheet.column_dimensions["A"].hidden


@ALL
def test_what_a_workbook_says_of_itself(root: Path) -> None:
    lists = lists_of(root)
    book = opened(lists)
    facts = {
        name: area(book, name)[0] or "" for name in book.defined_names if name.startswith("form_")
    }
    sheet, cells = next(iter(book.defined_names[stamp.SHEETS].destinations))
    found: Any = book[sheet][cells.replace("$", "")]
    rows = [[cell.value for cell in row] for row in found]
    read = stamp.Stamp.of(facts, rows)
    programme = lists.repository.programme
    assert programme is not None
    assert (read.version, read.programme, read.as_of) == (
        stamp.VERSION,
        programme.record.id,
        str(DAY),
    )
    forms = {each.id: each for each in forms_of(lists)}
    for each in read.sheets:
        page, definition = book[each.title], forms[each.form]
        recorded = by_address(definition.rows(lists))
        assert set(each.columns) | set(each.fixed) == {column.key for column in definition.columns}
        for key, letter in each.columns.items():
            title = definition.column(key).title
            assert str(page[f"{letter}{each.header}"].value).rstrip("*") == title
        marks = [cell.value for cell in page["A"][each.first - 1 :] if cell.value]
        assert marks == [f"{row.address} {row.digest}" for row in recorded.values()]


def test_hidden_sheets_stay_hidden() -> None:
    book = opened(lists_of(GAOTAI))
    assert [sheet.sheet_state for sheet in book.worksheets][-2:] == ["veryHidden"] * 2
    assert {sheet.sheet_state for sheet in book.worksheets[:-2]} == {"visible"}
    assert book.active is book.worksheets[0]


@ALL
def test_the_same_forms_are_the_same_bytes(root: Path) -> None:
    assert made(lists_of(root)).data == made(lists_of(root)).data


def test_the_fingerprint_of_a_form_changes_with_its_columns() -> None:
    minimal, jianshi = lists_of(MINIMAL), lists_of(JIANSHI)
    assert form(minimal, "activities").digest != form(jianshi, "activities").digest
    assert form(minimal, "mentorships").digest == form(jianshi, "mentorships").digest


# whose records


def test_a_school_sees_its_own_records_alone() -> None:
    """No name of another pairing, no teacher and no activity of another helped school of its own."""
    lists = lists_of(GAOTAI, school="正远小学")
    theirs = {lists.repository.pairings.key("xijie")}
    others = {
        name
        for entry in lists.repository.organizations
        for name in entry.names
        if lists.repository.side_of("xijie", entry.key) is None and entry.record.side
    }
    people = {
        entry.record.name
        for entry in lists.repository.people
        if entry.record.organization not in ("正远小学", "西街小学")
    }
    assert lists.scope.pairings == theirs
    assert others and people
    said = "\n".join(str(value) for _, _, value in texts(opened(lists)))
    assert "正远小学" in said
    for name in others | people:
        assert name not in said, name
    named = {row.address for row in form(lists, "activities").rows(lists)}
    assert named == {"activities/xijie-0415-songke"} | {
        f"activities/{entry.key}"
        for entry in lists.repository.activities
        if "正远小学" in str(entry.record) and entry.record.mentorship is None
    }


def test_documents_of_a_school_are_those_that_it_handed_in() -> None:
    lists = lists_of(GAOTAI, school="正远小学")
    rows = list(form(lists, "submissions").rows(lists))
    assert rows
    assert all("正远小学" in str(row.fields["from"]) for row in rows)


def test_a_campus_belongs_to_its_school() -> None:
    lists = lists_of(GAOTAI, school="巷道镇中心小学")
    places = {row.fields.get("at") for row in form(lists, "activities").rows(lists)}
    assert "巷道镇中心小学示例校区" in places


@ALL
def test_every_school_gets_a_file_of_its_own(root: Path, tmp_path: Path) -> None:
    repository = lists_of(root).repository
    ran = pairing(
        "form", "export", root, "-o", tmp_path / "out", "--as-of", "2020-05-01", "--lang", "zh"
    )
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == len(list(schools(repository))) == len(ran.out.splitlines())
    assert ran.code == 0, ran.err
    for name in names:
        title = str(load_workbook(tmp_path / "out" / name)["填写说明"]["B2"].value)
        assert any(entry.record.title == title for entry in repository.organizations)


# hostile names


def test_texts_are_never_formulas(tmp_path: Path) -> None:
    text = (MINIMAL / "programme.yaml").read_text("utf-8")
    hostile = (
        text.replace("送课活动方案", "'=1+1'")
        .replace("甲校长", "'@SUM'")
        .replace("示例乡中心小学", "'+示例乡小学'")
        .replace("示例县城乡学校结对帮扶工作方案", """'=HYPERLINK("http://a.example")'""")
    )
    book = opened(lists_of(write(tmp_path, {"programme.yaml": hostile})))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
    values = [value for _, _, value in texts(book)]
    assert "=1+1" in values
    assert "+示例乡小学" in values


def test_sheets_of_long_and_same_names(tmp_path: Path) -> None:
    text = (POVERTY / "programme.yaml").read_text("utf-8")
    log = (POVERTY / "log.yaml").read_text("utf-8")
    answers = (POVERTY / "opinion.csv").read_bytes()
    long = "家长、学生和教师对结对帮扶工作的满意程度[2017/秋]调查问卷表（甲）"
    log = log.replace("title: 民意测评", f"title: '{long}'")
    root = write(tmp_path, {"programme.yaml": text, "log.yaml": log, "opinion.csv": answers})
    titles = opened(lists_of(root)).sheetnames
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 for title in titles)


def test_a_survey_asks_nobody_for_a_name() -> None:
    book = opened(lists_of(POVERTY))
    sheet, paper = book["民意测评"], book["民意测评（打印）"]
    heads = [cell.value for cell in sheet[3] if cell.value]
    assert heads == ["序号", "评价对象（姓名）*", "日期*", "等级"]
    assert [cell.value for cell in sheet["A"][4:]] == [None] * len(sheet["A"][4:])
    said = [str(cell.value) for row in paper.iter_rows() for cell in row if cell.value]
    assert any("不记名" in line for line in said)
    assert any("□ 很满意" in line for line in said)
    lists = lists_of(POVERTY)
    each = form(lists, "survey:opinion")
    fields = each.fields({"姓名": "示例教师甲", "日期": date(2017, 12, 20), "等级": "满意"}, lists)
    assert fields == {"姓名": "示例教师甲", "日期": "2017-12-20", "等级": "满意"}
    assert each.destination(fields).inside == "answers"


def test_points_are_held_against_what_the_item_is_worth() -> None:
    sheet = opened(lists_of(VILLAGE))["自评"]
    points = next(c for c in sheet.data_validations.dataValidation if c.type == "decimal")
    worth = next(cell.column_letter for cell in sheet[3] if cell.value == "分值")
    assert (points.operator or "between", points.formula1, points.formula2) == (
        "between",
        "0",
        f"{worth}5",
    )


# the command


def test_what_is_still_due_stands_on_the_first_sheet(tmp_path: Path) -> None:
    pairing(
        "form",
        "export",
        MINIMAL,
        "-o",
        tmp_path,
        "--for",
        "示例乡中心小学",
        "--as-of",
        "2026-09-10",
    )
    (path,) = tmp_path.iterdir()
    assert path.name == "填报表-示例乡中心小学.xlsx"
    said = [str(value) for sheet, _, value in texts(load_workbook(path)) if sheet == "填写说明"]
    assert "示例乡中心小学" in said
    assert any("送课指导" in line for line in said)
    told = pairing(
        "todo", MINIMAL, "--school", "示例乡中心小学", "--as-of", "2026-09-10", "--lang", "zh"
    ).out
    assert "2026-12-31" in told
    assert any("2026-12-31" in line for line in said)


def test_a_form_of_one_term(tmp_path: Path) -> None:
    pairing(
        "form",
        "export",
        GAOTAI,
        "-o",
        tmp_path,
        "--pairing",
        "xijie",
        "--term",
        "spring",
        "--kind",
        "activities",
    )
    (path,) = tmp_path.iterdir()
    assert path.name == "填报表-西街小学结对组-春学期.xlsx"
    sheet = load_workbook(path)["活动记录"]
    days = [cell.value.date() for cell in sheet["C"][4:] if cell.value]
    assert days and max(days) <= date(2020, 7, 10)


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_can_be_asked_for_by_name(kind: str, tmp_path: Path) -> None:
    root = {"self-assessment": VILLAGE, "survey": POVERTY, "schedules": JIANSHI}.get(
        kind, CITY_COUNTY
    )
    root = GAOTAI if kind in ("mentorships", "exchanges") else root
    ran = pairing(
        "form",
        "export",
        root,
        "-o",
        tmp_path,
        "--programme",
        "--kind",
        kind,
        "--as-of",
        "2020-05-01",
    )
    assert ran.code == 0, ran.err
    (path,) = tmp_path.iterdir()
    book = load_workbook(path)
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert visible[0] == "填写说明"
    assert len(visible) == (3 if kind == "survey" else 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "没有小学"), "没有单位“没有小学”。"),
        (("--pairing", "no"), "没有结对“no”"),
        (("--term", "winter"), "没有学期“winter”"),
        (("--kind", "novel"), "没有“novel”这种表；有：plan, mentorships"),
        (("--programme", "--pairing", "shiyan"), "只能用一个"),
        (("--kind", "self-assessment"), "没有可填的表"),
    ],
)
def test_what_cannot_be_made_is_said(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ran = pairing("form", "export", MINIMAL, "-o", tmp_path / "out", "--lang", "zh", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "out").exists()


def test_a_school_that_is_in_no_pairing(tmp_path: Path) -> None:
    text = (MINIMAL / "programme.yaml").read_text("utf-8")
    text = text.replace("\npairings:", "  - {title: 县教育局, type: bureau}\n\npairings:", 1)
    root = write(tmp_path / "in", {"programme.yaml": text})
    ran = pairing(
        "form", "export", root, "-o", tmp_path / "out", "--for", "县教育局", "--lang", "zh"
    )
    assert (ran.code, ran.err) == (2, "“县教育局”不在任何结对中，没有可填的表。\n")


def test_empty_rows_as_many_as_asked_for(tmp_path: Path) -> None:
    pairing(
        "form",
        "export",
        MINIMAL,
        "-o",
        tmp_path,
        "--programme",
        "--kind",
        "activities",
        "--rows",
        "100",
    )
    (path,) = tmp_path.iterdir()
    sheet = load_workbook(path)["活动记录"]
    assert [cell.value for cell in sheet["B"][4:]] == [1, *(f"新{n}" for n in range(1, 101))]


def test_a_form_reads_as_it_should(golden: Callable[[str, str], None]) -> None:
    lists = lists_of(MINIMAL, school="示例乡中心小学")
    golden("form-minimal-school.txt", dump(opened(lists)))


def test_an_archive_without_the_time_of_day() -> None:
    lists = lists_of(MINIMAL)
    data = made(lists, Agenda(date(2026, 5, 1), (), ())).data
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-05-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_a_school_in_several_pairings_chooses_which() -> None:
    repository = lists_of(CITY_COUNTY).repository
    several = next(
        key for key in schools(repository) if len(school_scope(repository, key).pairings) > 1
    )
    lists = lists_of(CITY_COUNTY, school=several)
    heads = [cell.value for cell in opened(lists)["活动记录"][3]]
    assert "结对*" in heads
    alone = lists_of(MINIMAL, school="示例乡中心小学")
    assert "结对*" not in [cell.value for cell in opened(alone)["活动记录"][3]]
