"""What schools filled in becomes records, all of it or nothing; and what is wrong comes back marked."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from pairing_cli.cli.journal import FOLDER, settle
from pairing_cli.forms.data import plain
from pairing_cli.forms.words import MARKED
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.repository import Repository
from tests.command import Ran, pairing
from tests.forms import clerk
from tests.office.files import packed
from tests.programmes import GAOTAI, MINIMAL, REPOSITORY

AS_OF = ("--as-of", "2020-12-31")
SCHOOL = "西街小学"


@pytest.fixture
def gaotai(tmp_path: Path) -> Path:
    return shutil.copytree(GAOTAI, tmp_path / "gaotai")


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The form of one school of the example, as it was exported."""
    return exported(GAOTAI, tmp_path_factory.mktemp("forms"), "--for", SCHOOL)


def exported(root: Path, folder: Path, *options: str) -> bytes:
    ran = pairing("form", "export", root, "-o", folder, *options, *AS_OF)
    assert ran.code == 0, ran.err
    return Path(ran.out.splitlines()[0]).read_bytes()


def handed(folder: Path, data: bytes, name: str = "填报表.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def take(root: Path, *arguments: object) -> Ran:
    return pairing("form", "import", *arguments, "--path", root, *AS_OF, "--lang", "zh")


def taken(root: Path, *arguments: object) -> dict[str, Any]:
    ran = take(root, *arguments, "--format", "json")
    assert ran.out, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and FOLDER not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def repository(root: Path) -> Repository:
    return load(FolderTree(root), evidence=False).repository


def said(found: dict[str, Any]) -> list[str]:
    """The keys of what is said of rows."""
    rows = (row for sheet in found["sheets"] for row in sheet["rows"])
    return [remark["key"] for row in rows for remark in row["remarks"]]


def remarks(data: bytes, title: str) -> dict[int, str]:
    """What stands in the column of remarks of a sheet, by row."""
    sheet = load_workbook(BytesIO(data))[title]
    place = next(
        (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == MARKED
    )
    rows = range(place[0] + 1, sheet.max_row + 1)
    found = {row: sheet.cell(row, place[1]).value for row in rows}
    return {row: str(text) for row, text in found.items() if text}


# the careless clerk


def test_thirty_kinds_of_mess_become_what_was_meant(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    """Export, a careless clerk, import, the marked copy, put right, import: every record as intended."""
    before = tree(gaotai)
    path = handed(tmp_path, clerk.fill(form))
    first = take(gaotai, path, "--yes")
    assert first.code == 1
    assert tree(gaotai) == before

    marked = tmp_path / "填报表-已批注.xlsx"
    wrong = [mess for mess in clerk.MESSES if mess.mended]
    assert len(clerk.MESSES) >= 30
    assert len(wrong) >= 10
    texts = remarks(marked.read_bytes(), clerk.SHEET)
    errors = {row: text for row, text in texts.items() if not text.startswith("提示")}
    assert len(errors) == len(wrong)
    assert any("领导观摩学习、观摩学习" in text for text in errors.values())

    path = handed(tmp_path, clerk.mend(marked.read_bytes()), "再报.xlsx")
    second = take(gaotai, path, "--yes")
    assert second.code == 0, second.out + second.err
    found = {entry.record.title: entry for entry in repository(gaotai).activities}
    for mess in clerk.MESSES:
        fields = plain(found[str(mess.meant["title"])].record)
        assert fields.pop("id")
        assert fields == mess.meant, mess.what

    after = tree(gaotai)
    again = take(gaotai, path, "--yes")
    assert again.code == 0
    assert tree(gaotai) == after
    assert taken(gaotai, path, "--yes")["counts"]["new"] == 0


def test_a_marked_copy_keeps_everything_else_and_loses_its_marks(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    filled = with_part(clerk.fill(form), "xl/media/image9.png", b"not touched")
    folder = tmp_path / "back"
    take(gaotai, handed(tmp_path, filled), "--dry-run", "--annotated", folder)
    marked = (folder / "填报表-已批注.xlsx").read_bytes()
    old, new = parts(filled), parts(marked)
    changed = {name for name in old if old[name] != new[name]}
    assert old.keys() == new.keys()
    assert new["xl/media/image9.png"] == b"not touched"
    sheets = {name for name in old if name.startswith("xl/worksheets/")}
    assert changed <= {"xl/styles.xml", "xl/workbook.xml", *sheets}
    before, after = looks(filled), looks(marked)
    assert before == {place: look for place, look in after.items() if place in before}

    sheet = load_workbook(BytesIO(marked))[clerk.SHEET]
    (column,) = (cell.column_letter for row in sheet for cell in row if cell.value == MARKED)
    assert sheet.print_area.split("$")[3] == column, "the remarks are printed, too"
    rows = sheet.row_dimensions
    for row, text in remarks(marked, clerk.SHEET).items():
        assert len(text) < 24 or (rows[row].height or 0) >= 30, "two lines need the height of two"

    mended = handed(tmp_path, clerk.mend(marked), "再报.xlsx")
    take(gaotai, mended, "--dry-run", "--annotated", folder)
    clean = (folder / "再报-已批注.xlsx").read_bytes()
    texts = remarks(clean, clerk.SHEET)
    assert all(text.startswith("提示") for text in texts.values())
    sheet = load_workbook(BytesIO(clean))[clerk.SHEET]
    formulas = [f for rules in sheet.conditional_formatting for r in rules.rules for f in r.formula]
    assert 'LEN("pairing")>0' not in formulas


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b' ht="', b' ht="1.2.'),
        (b'min="', b'min="x'),
        (b"<sheetData>", b'<sheetData><c r="A1"/>'),
        (
            b"</worksheet>",
            b"<controls><from><col>1</col><row>4</row></from></controls></worksheet>",
        ),
    ],
    ids=["height", "width", "cell of no row", "control"],
)
def test_an_oddly_built_sheet_comes_back_marked(
    gaotai: Path, form: bytes, tmp_path: Path, old: bytes, new: bytes
) -> None:
    found = parts(one_row(form, 地点="甲" * 20_000, 类别="乙" * 20_000))
    sheets = [name for name in found if name.startswith("xl/worksheets/sheet")]
    odd = {name: found[name].replace(old, new, 1) for name in sheets}
    ran = take(gaotai, handed(tmp_path, packed({**found, **odd})), "--yes")
    assert ran.code == 1, ran.err
    marked = handed(tmp_path, (tmp_path / "填报表-已批注.xlsx").read_bytes(), "又.xlsx")
    assert take(gaotai, marked, "--yes").code == 1


def test_a_teacher_whom_the_register_cannot_hold_is_wrong_in_the_row(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book[clerk.PAIRS]
        empty, row = clerk.first_empty(sheet), clerk.HEADER + 2
        for column in range(3, sheet.max_column + 1):
            sheet.cell(empty, column).value = sheet.cell(row, column).value
        clerk.put(sheet, empty, {"帮扶教师": "示例教师" * 100})

    before = tree(gaotai)
    ran = take(gaotai, handed(tmp_path, clerk.changed(form, change)), "--yes")
    assert ran.code == 1, ran.err
    assert tree(gaotai) == before


def test_a_marked_copy_is_the_same_every_time(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    path = handed(tmp_path, clerk.fill(form))
    copies = []
    for name in ("eins", "zwei"):
        take(gaotai, path, "--dry-run", "--annotated", tmp_path / name)
        copies.append((tmp_path / name / "填报表-已批注.xlsx").read_bytes())
    assert copies[0] == copies[1]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def looks(data: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """What every cell of a form looks like and holds, but for the remarks and the hidden addresses."""
    book = load_workbook(BytesIO(data))
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format, cell.fill.fgColor.rgb)
        for sheet in book.worksheets
        for row in sheet.iter_rows(min_col=2)
        for cell in row
        if cell.value is not None
    }


# nothing half


def test_an_untouched_form_changes_nothing(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    before = tree(gaotai)
    found = taken(gaotai, handed(tmp_path, form), "--yes")
    assert found["counts"]["unchanged"] > 100
    assert {**found["counts"], "unchanged": 0} == dict.fromkeys(found["counts"], 0)
    assert tree(gaotai) == before


def test_a_year_wiped_and_imported_gives_the_same_results(gaotai: Path, tmp_path: Path) -> None:
    data = exported(gaotai, tmp_path / "forms", "--programme")
    shutil.rmtree(gaotai / "log")
    shutil.rmtree(gaotai / "plans")
    people = gaotai / "people.yaml"
    people.write_text(people.read_text("utf-8").partition("\nmentorships:")[0] + "\n", "utf-8")
    path = handed(tmp_path, data)
    refused = taken(gaotai, path, "--yes")
    assert set(said(refused)) >= {"take.gone"}
    ran = take(gaotai, path, "--yes", "--restore")
    assert ran.code == 0, ran.err
    for command in ("score", "quota"):
        one, other = (results(command, root) for root in (GAOTAI, gaotai))
        assert one == other
    one, other = (checked(root) for root in (GAOTAI, gaotai))
    assert one == other
    assert one["findings"] == []


def checked(root: Path) -> dict[str, Any]:
    """What `validate` says, without the files that it read."""
    found: dict[str, Any] = json.loads(pairing("validate", root, *AS_OF, "--format", "json").out)
    return {
        "records": found["summary"]["records"],
        "findings": without_places(found["findings"]),
    }


_PLACES = frozenset(["at", "file", "line", "column", "path", "root", "places", "fingerprint"])


def results(command: str, root: Path) -> Any:
    """The results of a command without the places of what they come from."""
    return without_places(json.loads(pairing(command, root, *AS_OF, "--format", "json").out))


def without_places(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: without_places(each) for key, each in found.items() if key not in _PLACES}
    return [without_places(each) for each in found] if isinstance(found, list) else found


def test_the_rows_that_are_right_go_in_where_that_is_asked_for(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    path = handed(tmp_path, clerk.fill(form))
    found = taken(gaotai, path, "--yes", "--partial")
    wrong = sum(bool(mess.mended) for mess in clerk.MESSES)
    assert found["counts"]["wrong"] == wrong
    assert found["counts"]["new"] == len(clerk.MESSES) - wrong
    titles = {entry.record.title for entry in repository(gaotai).activities}
    for mess in clerk.MESSES:
        assert (mess.meant["title"] in titles) is not bool(mess.mended), mess.what
    marked = (tmp_path / "填报表-已批注.xlsx").read_bytes()
    ran = take(gaotai, handed(tmp_path, clerk.mend(marked), "再报.xlsx"), "--yes")
    assert ran.code == 0, ran.out
    counted = [entry.record.title for entry in repository(gaotai).activities]
    assert all(counted.count(str(mess.meant["title"])) == 1 for mess in clerk.MESSES)


def test_without_a_terminal_writing_has_to_be_asked_for(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    before = tree(gaotai)
    ran = take(gaotai, handed(tmp_path, clerk.fill(form)))
    assert ran.code == 2
    assert "--yes" in ran.err
    assert tree(gaotai) == before


# what came of a row


def one_row(form: bytes, **cells: Any) -> bytes:
    """The form with one new activity."""

    def change(book: Workbook) -> None:
        sheet = book[clerk.SHEET]
        values = {**clerk.MESSES[0].typed, "名称": "示例一", **cells}
        clerk.put(sheet, clerk.first_empty(sheet), values)

    return clerk.changed(form, change)


def recorded_row(form: bytes, number: int = 1, **cells: Any) -> bytes:
    """The form with a recorded activity changed."""

    def change(book: Workbook) -> None:
        sheet = book[clerk.SHEET]
        row = next(r for r in range(1, sheet.max_row) if sheet.cell(r, 2).value == number)
        clerk.put(sheet, row, cells)

    return clerk.changed(form, change)


def test_a_changed_row_changes_only_what_differs(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    before = tree(gaotai)
    path = handed(tmp_path, recorded_row(form, 备注="补充说明"))
    assert take(gaotai, path, "--yes").code == 0
    changed = {name for name, data in tree(gaotai).items() if before.get(name) != data}
    assert len(changed) == 1
    old, new = (each[changed.copy().pop()].decode().splitlines() for each in (before, tree(gaotai)))
    assert [line for line in new if line not in old] == ["    note: 补充说明"]
    after = tree(gaotai)
    assert taken(gaotai, path, "--yes")["counts"]["changed"] == 0
    assert tree(gaotai) == after


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    assert take(gaotai, handed(tmp_path, recorded_row(form, 备注="后来")), "--yes").code == 0
    before = tree(gaotai)
    ran = take(gaotai, handed(tmp_path, recorded_row(form, 备注="另外")), "--yes")
    assert ran.code == 1
    assert "后来" in ran.out and "另外" in ran.out
    assert tree(gaotai) == before


def test_a_row_taken_out_of_the_form_takes_nothing_away(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book[clerk.SHEET].delete_rows(clerk.HEADER + 2, 3)

    before = tree(gaotai)
    found = taken(gaotai, handed(tmp_path, clerk.changed(form, change)), "--yes")
    assert [s["removed"] for s in found["sheets"] if s["form"] == "activities"] == [3]
    assert tree(gaotai) == before


def test_sheets_that_were_not_sent_back_are_named_once(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        for title in ("工作计划", "师徒结对"):
            del book[title]

    before = tree(gaotai)
    ran = take(gaotai, handed(tmp_path, clerk.changed(form, change)), "--yes")
    assert ran.code == 0
    (said_so,) = (line for line in ran.out.splitlines() if "工作计划" in line)
    assert "师徒结对" in said_so
    assert tree(gaotai) == before


def test_a_copied_row_is_a_new_record(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    """Somebody copies a recorded row, with what is hidden in it, and changes the date."""

    def change(book: Workbook) -> None:
        sheet = book[clerk.SHEET]
        empty, row = clerk.first_empty(sheet), clerk.HEADER + 2
        for column in range(1, sheet.max_column + 1):
            if column != 2:
                sheet.cell(empty, column).value = sheet.cell(row, column).value
        clerk.put(sheet, empty, {"开始日期": "2020-06-24"})

    number = len(repository(gaotai).activities)
    path = handed(tmp_path, clerk.changed(form, change))
    found = taken(gaotai, path, "--yes")
    assert (found["counts"]["new"], found["counts"]["changed"]) == (1, 0)
    assert len(repository(gaotai).activities) == number + 1
    assert taken(gaotai, path, "--yes")["counts"]["new"] == 0


def test_rows_sorted_without_their_hidden_column_keep_their_records(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    """Somebody selects the cells that can be seen, and sorts them by the name of the activity."""

    def change(book: Workbook) -> None:
        sheet = book[clerk.SHEET]
        first, last = clerk.HEADER + 2, clerk.first_empty(sheet)
        rows = [[c.value for c in row[2:]] for row in sheet.iter_rows(min_row=first, max_row=last)]
        title = clerk.column(sheet, "名称") - 3
        for number, values in enumerate(sorted(rows, key=lambda row: str(row[title])), first):
            for place, value in enumerate(values, 3):
                cell: Any = sheet.cell(number, place)
                cell.value = value

    found = taken(gaotai, handed(tmp_path, clerk.changed(one_row(form), change)), "--dry-run")
    assert (found["counts"]["new"], found["counts"]["changed"], found["counts"]["wrong"]) == (
        1,
        0,
        0,
    )
    notices = [remark["key"] for sheet in found["sheets"] for remark in sheet["remarks"]]
    assert notices == ["take.moved-rows"]


def test_what_is_of_others_and_what_is_struck_out_is_not_taken(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    others = load_workbook(
        BytesIO(exported(GAOTAI, tmp_path / "others", "--for", "国庆小学", "--kind", "activities"))
    )[clerk.SHEET]

    def change(book: Workbook) -> None:
        sheet, added = book[clerk.SHEET], book.create_sheet("国庆小学")
        empty = clerk.first_empty(sheet)
        for number, row in enumerate(others.iter_rows(values_only=True), 1):
            added.append(row)
            for column, value in enumerate(row, 1):
                if number == clerk.HEADER + 2:
                    copied: Any = sheet.cell(empty + 1, column)
                    copied.value = value
        for cell in sheet[empty]:
            cell.font = Font(strike=True)

    before = tree(gaotai)
    path = handed(tmp_path, clerk.changed(one_row(form), change))
    found = taken(gaotai, path, "--yes", "--partial")
    assert said(found) == ["take.struck", "take.others-row"]
    wrong = [row["label"] for s in found["sheets"] for row in s["rows"] if row["state"] == "wrong"]
    assert all(wrong) and len(wrong) == 2
    sheets = [remark["key"] for sheet in found["sheets"] for remark in sheet["remarks"]]
    assert sheets == ["take.others-sheet"]
    assert tree(gaotai) == before


def test_a_document_names_a_new_activity_by_its_number(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book[clerk.PAPERS]
        values = {
            "类型": "活动照片",
            "活动": "新1",
            "报送单位": SCHOOL,
            "收到日期": "5月20日",
            "盖章": "√",
        }
        clerk.put(sheet, clerk.first_empty(sheet), values)

    path = handed(tmp_path, clerk.changed(one_row(form), change))
    ran = take(gaotai, path, "--yes")
    assert ran.code == 0, ran.out
    new = next(e.record for e in repository(gaotai).activities if e.record.title == "示例一")
    (document,) = new.documents
    assert (document.received.isoformat(), document.seals) == ("2020-05-20", (SCHOOL,))
    after = tree(gaotai)
    assert take(gaotai, path, "--yes").code == 0
    assert tree(gaotai) == after


def test_a_tick_means_who_handed_it_in_where_that_column_was_deleted(
    gaotai: Path, form: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book[clerk.PAPERS]
        clerk.put(sheet, clerk.HEADER + 2, {"盖章": "√"})
        clerk.put(sheet, clerk.HEADER, {"报送单位": None})

    def sealed() -> int:
        found = (d for e in repository(gaotai).activities for d in e.record.documents)
        return sum(SCHOOL in each.seals for each in found)

    before = sealed()
    ran = take(gaotai, handed(tmp_path, clerk.changed(form, change)), "--yes")
    assert (ran.code, sealed()) == (0, before + 1), ran.out


def test_several_files_are_one(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    before = tree(gaotai)
    good = handed(tmp_path, one_row(form), "好.xlsx")
    bad = handed(tmp_path, one_row(form, 开始日期="待定"), "坏.xlsx")
    assert take(gaotai, good, bad, "--yes").code == 1
    assert tree(gaotai) == before
    assert not (tmp_path / "好-已批注.xlsx").exists()
    assert (tmp_path / "坏-已批注.xlsx").exists()
    assert take(gaotai, good, "--yes").code == 0


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("form_version", "9", "9"),
        ("form_programme", "anderes", "--path"),
        ("form_key", "没有的学校", "没有的学校"),
    ],
)
def test_forms_of_others_are_refused_with_what_to_do(
    gaotai: Path, form: bytes, tmp_path: Path, name: str, value: str, words: str
) -> None:
    def change(book: Workbook) -> None:
        sheet = book["表单信息"]
        row = next(r for r in range(1, 20) if sheet.cell(r, 1).value == name)
        cell: Any = sheet.cell(row, 2)
        cell.value = value

    ran = take(gaotai, handed(tmp_path, clerk.changed(form, change)), "--yes")
    assert ran.code == 2
    assert words in ran.err


def test_a_table_of_ones_own_is_sent_to_the_map(gaotai: Path, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["日期", "内容"])
    ran = take(gaotai, handed(tmp_path, clerk.saved(book)), "--yes")
    assert ran.code == 2
    assert "pairing form map" in ran.err


# surveys


POVERTY = REPOSITORY / "examples" / "poverty-aid-2017"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_answers_are_taken_once_and_summed_up(tmp_path: Path, encoding: str) -> None:
    root = shutil.copytree(POVERTY, tmp_path / "programme")
    text = "姓名,日期,等级\r\n示例教师甲,2017/12/19,很满意\r\n示例教师甲,2017/12/19,很满意\r\n"
    path = handed(tmp_path, text.encode(encoding), "answers.csv")
    before = (root / "opinion.csv").read_bytes().splitlines()
    ran = take(root, path, "--survey", "opinion", "--yes")
    assert ran.code == 0, ran.err
    assert "有效答卷 10 份，平均 88.00（满分 100）" in ran.out
    after = (root / "opinion.csv").read_bytes()
    assert after.splitlines()[1 : len(before)] == before[1:]
    assert take(root, path, "--survey", "opinion", "--yes").code == 0
    assert (root / "opinion.csv").read_bytes() == after


def test_answers_that_say_who_gave_them_are_refused(tmp_path: Path) -> None:
    root = shutil.copytree(POVERTY, tmp_path / "programme")
    before = tree(root)
    text = "姓名,日期,等级,联系电话\n示例教师甲,2017-12-19,很满意,\n"
    ran = take(root, handed(tmp_path, text.encode(), "a.csv"), "--survey", "opinion", "--yes")
    assert ran.code == 1
    assert "联系电话" in ran.out
    assert tree(root) == before


def test_a_survey_form_with_a_wrong_answer_waits_for_the_others(tmp_path: Path) -> None:
    root = shutil.copytree(POVERTY, tmp_path / "programme")
    data = exported(root, tmp_path / "forms", "--programme", "--kind", "survey")

    def change(book: Workbook) -> None:
        sheet = book["民意测评"]
        row = clerk.first_empty(sheet)
        for number, level in enumerate(("满意", "马马虎虎")):
            answer = {"评价对象（姓名）": "示例教师甲", "日期": "2017.12.21", "等级": level}
            clerk.put(sheet, row + number, answer)

    before = tree(root)
    path = handed(tmp_path, clerk.changed(data, change))
    assert take(root, path, "--yes", "--partial").code == 1
    assert tree(root) == before


# at once, and killed


@pytest.mark.skipif(sys.platform == "win32", reason="starts processes by fork")
def test_eight_at_once_lose_nothing(gaotai: Path, form: bytes, tmp_path: Path) -> None:
    files = [handed(tmp_path, one_row(form, 名称=f"示例{n}"), f"{n}.xlsx") for n in range(8)]
    command = [sys.executable, "-m", "pairing_cli", "form", "import"]
    processes = [
        subprocess.Popen(
            [*command, str(path), "--yes", *AS_OF, "--path", str(gaotai)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for path in files
    ]
    assert [process.wait() for process in processes] == [0] * 8
    titles = [entry.record.title for entry in repository(gaotai).activities]
    assert all(titles.count(f"示例{n}") == 1 for n in range(8))
    keys = [entry.key for entry in repository(gaotai).activities]
    assert len(keys) == len(set(keys))


EVENTS = ("open", "os.rename", "os.remove")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child that was forked")
def test_a_kill_while_writing_leaves_all_or_nothing(tmp_path: Path) -> None:
    root = shutil.copytree(MINIMAL, tmp_path / "p")
    data = exported(root, tmp_path / "forms", "--programme")

    def change(book: Workbook) -> None:
        sheet = book[clerk.SHEET]
        row = clerk.first_empty(sheet)
        for month in (4, 5, 6):
            values = {"开始日期": f"2026-0{month}-20", "类别": "送课指导", "名称": f"示例{month}"}
            clerk.put(sheet, row, {**values, "地点": "示例乡中心小学"})
            row += 1

    path = handed(tmp_path, clerk.changed(data, change))
    old = tree(root)
    ends = set()
    for number in range(0, 200, 4):
        here = shutil.copytree(root, tmp_path / f"p{number}")
        work = partial(take, here, path, "--yes", "--as-of", "2026-12-31")
        code = in_child(work, here, number)
        settle(here)
        ends.add(tree(here) == old)
        new = {entry.record.title for entry in repository(here).activities if entry.record.title}
        assert len(new & {"示例4", "示例5", "示例6"}) in (0, 3)
        if code == 0:
            break
    assert ends == {True, False}


def in_child(work: Callable[[], Any], root: Path, number: int) -> int:
    """Run in a process of its own, which is killed before the nth step that writes below a folder."""
    child = os.fork()
    if child == 0:
        steps = iter(range(10_000))

        def hook(event: str, args: tuple[Any, ...]) -> None:
            writes = event != "open" or (
                isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
            )
            below = event in EVENTS and str(root) in str(args[0])
            if below and writes and next(steps) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            work()
        except BaseException:  # noqa: BLE001  nothing of the test may run on in the child
            os._exit(4)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
