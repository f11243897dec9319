"""Pictures and attachments of forms become evidence of the records they stand beside."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pairing_cli.forms.attached import Attachments
from pairing_cli.forms.evidence import Keeping
from pairing_cli.forms.filing import About, ending, path_for, stem
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import text
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.evidence import unsafe
from pairing_cli.model.log import Document
from pairing_cli.office.media import Item, Media, item_of, sorted_out
from pairing_cli.office.photographs import photograph
from tests.command import Ran, pairing
from tests.forms.made import lists_of, made, opened
from tests.forms.papers import plan_table
from tests.office.files import GPS, Parts, anchored, corner, drawn, jpeg, of_wps, packed, photo, png
from tests.programmes import write

PROGRAMME = """
programme: {id: example, title: 示例方案, period: 2020-03-01 to 2020-12-31}
organizations: [{title: 西街小学}, {title: 正远小学}]
pairings: [{id: xijie, title: 西街小学结对组, helper: 西街小学, helped: 正远小学}]
activity_kinds:
  - {id: lesson-delivery, title: 送课指导, direction: helper-to-helped}
  - {id: planning, title: 制定方案, direction: mutual}
document_types:
  - {id: photos, title: 活动照片}
  - {id: listening-records, title: 听课记录}
activities:
  - id: xijie-0415-songke
    pairing: xijie
    kind: lesson-delivery
    title: 音乐送课
    date: 2020-04-15
    at: 正远小学
    participants: [{from: 西街小学, role: teacher, count: 2}]
    documents:
      - {type: photos, from: 西街小学, received: 2020-04-16}
"""

FIRST_NEW = 6
"""The row of the first new activity in a form of this programme: below the one that is recorded."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "programme", {"programme.yaml": PROGRAMME})


def form(root: Path, fill: Callable[[Any], None], parts: Parts | None = None) -> bytes:
    """The form of 西街小学, filled in, with more parts of a file."""
    book = load_workbook(BytesIO(made(lists_of(root, school="西街小学")).data))
    fill(book)
    out = BytesIO()
    book.save(out)
    if not parts:
        return out.getvalue()
    with zipfile.ZipFile(out) as archive:
        content: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return packed({**content, **parts})


def over(root: Path, sheet: str, row: int, picture: bytes) -> Parts:
    """The parts of a picture over a row of a sheet."""
    number = opened(lists_of(root, school="西街小学")).sheetnames.index(sheet) + 1
    place = corner("from", 4, row - 1) + corner("to", 5, row)
    parts = drawn(anchored("twoCellAnchor", place, "p1"), p1=picture)
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    return {name.replace("1", str(number)): parts.pop(name), **parts}


def put(book: Any, sheet: str, row: int, **cells: object) -> None:
    """Fill in cells of a row, by the titles of their columns."""
    titles = {str(cell.value or "").rstrip("*"): cell.column for cell in book[sheet][3]}
    for title, value in cells.items():
        book[sheet].cell(row, titles[title], value)


def taken(root: Path, data: bytes, *options: object, name: str = "form.xlsx") -> Ran:
    path = root.parent / name
    path.write_bytes(data)
    return pairing(
        "form",
        "import",
        path,
        "--path",
        root,
        "--yes",
        "--lang",
        "zh",
        "--as-of",
        "2020-05-20",
        *options,
    )


def documents(root: Path, activity: str) -> list[Document]:
    loaded = load(FolderTree(root))
    assert loaded.diagnostics == ()
    found = loaded.repository.activities.get(activity)
    assert found is not None
    return list(found.documents)


def tree(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".pairing" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def plain(data: bytes) -> bytes:
    """A photograph as it is kept."""
    found = photograph(data)
    assert found is not None
    return found.data


def lesson(book: Any) -> None:
    put(
        book,
        "活动记录",
        FIRST_NEW,
        开始日期="2020-05-12",
        类别="送课指导",
        名称="语文送课",
        地点="正远小学",
    )
    put(book, "活动记录", FIRST_NEW, 备注='=_xlfn.DISPIMG("ID_1",1)')


# pictures in forms


def test_a_picture_of_wps_beside_a_new_activity_is_its_photograph(root: Path) -> None:
    ran = taken(root, form(root, lesson, of_wps(ID_1=photo())))
    assert ran.code == 0, ran.out + ran.err
    (document,) = documents(root, "xijie-0512-songke")
    assert (document.type, document.from_, document.received) == (
        "photos",
        ("西街小学",),
        date(2020, 5, 20),
    )
    (file,) = document.file
    assert file.path == "evidence/xijie/05-12-语文送课.jpg"
    kept = (root / file.path).read_bytes()
    assert kept == plain(photo()) and GPS not in kept
    assert file.sha256 == sha256(kept).hexdigest()


def test_a_picture_beside_a_recorded_activity_joins_the_document_of_its_kind(root: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "活动记录", FIRST_NEW - 1, 备注='=_xlfn.DISPIMG("ID_1",1)')

    data = form(root, fill, of_wps(ID_1=photo()))
    taken(root, data)
    (document,) = documents(root, "xijie-0415-songke")
    assert document.received == date(2020, 4, 16)
    assert [file.path for file in document.file] == ["evidence/xijie/04-15-音乐送课.jpg"]
    before = tree(root)
    ran = taken(root, data)
    assert ran.code == 0, ran.out
    assert tree(root) == before


def test_the_same_form_again_changes_nothing(root: Path) -> None:
    data = form(root, lesson, of_wps(ID_1=photo()))
    taken(root, data)
    before = tree(root)
    assert taken(root, data).code == 0
    assert tree(root) == before


def test_a_picture_over_the_cells_belongs_to_the_row_under_it(root: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "材料报送", 6, 类型="听课记录", 活动="2020-04-15 音乐送课", 报送单位="西街小学")
        put(book, "材料报送", 6, 收到日期="2020-04-16")

    taken(root, form(root, fill, over(root, "材料报送", 6, png())))
    (document,) = [e for e in documents(root, "xijie-0415-songke") if e.type == "listening-records"]
    assert [file.path for file in document.file] == ["evidence/xijie/04-15-听课记录.png"]


def test_several_pictures_of_a_row_are_one_document_of_several_files(root: Path) -> None:
    def fill(book: Any) -> None:
        lesson(book)
        put(book, "活动记录", FIRST_NEW, 学科='=_xlfn.DISPIMG("ID_2",1)')
        put(book, "活动记录", FIRST_NEW, 方式='=_xlfn.DISPIMG("ID_3",1)')

    pictures = of_wps(ID_1=photo(), ID_2=png(grey=9), ID_3=photo())
    taken(root, form(root, fill, pictures))
    (document,) = documents(root, "xijie-0512-songke")
    assert document.copies == 2
    assert sorted(file.path for file in document.file) == [
        "evidence/xijie/05-12-语文送课.jpg",
        "evidence/xijie/05-12-语文送课.png",
    ]


def test_a_picture_that_is_evidence_already_is_named_and_not_kept_twice(root: Path) -> None:
    path = root / "evidence" / "xijie" / "一张照片.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(plain(photo()))
    here = root / "programme.yaml"
    said = "{type: photos, from: 西街小学, received: 2020-04-16, file: evidence/xijie/一张照片.jpg}"
    here.write_text(
        here.read_text("utf-8").replace(
            "{type: photos, from: 西街小学, received: 2020-04-16}", said
        ),
        "utf-8",
    )
    ran = taken(root, form(root, lesson, of_wps(ID_1=photo())))
    (document,) = documents(root, "xijie-0512-songke")
    assert [file.path for file in document.file] == ["evidence/xijie/一张照片.jpg"]
    assert "是同一个文件" in ran.out
    assert [name for name in tree(root) if name.startswith("evidence")] == [
        "evidence/xijie/一张照片.jpg"
    ]


def test_pictures_of_work_of_which_nobody_asks_any_are_a_question(root: Path) -> None:
    def fill(book: Any) -> None:
        lesson(book)
        put(book, "活动记录", FIRST_NEW, 类别="制定方案")

    before = tree(root)
    ran = taken(root, form(root, fill, of_wps(ID_1=photo())))
    assert ran.code == 1
    assert "没有要求“制定方案”交照片" in ran.out
    assert tree(root) == before


def test_with_partial_the_pictures_of_wrong_rows_are_not_kept(root: Path) -> None:
    def fill(book: Any) -> None:
        lesson(book)
        put(book, "活动记录", FIRST_NEW + 1, 开始日期="某一天", 类别="送课指导", 名称="数学送课")
        put(book, "活动记录", FIRST_NEW + 1, 备注='=_xlfn.DISPIMG("ID_2",1)')

    data = form(root, fill, of_wps(ID_1=photo(), ID_2=png()))
    ran = taken(root, data, "--partial")
    assert ran.code == 1
    assert [name for name in tree(root) if name.startswith("evidence")] == [
        "evidence/xijie/05-12-语文送课.jpg"
    ]


def test_a_damaged_picture_is_told_in_its_row(root: Path) -> None:
    ran = taken(root, form(root, lesson, of_wps(ID_1=b"\xff\xd8\xff\xe0")))
    assert ran.code == 1
    assert "第 6 行" in ran.out


def test_pictures_in_rows_that_hold_no_files_are_told_and_left(root: Path) -> None:
    def fill(book: Any) -> None:
        put(book, "工作计划", 5, 内容="送课指导", 开展的具体工作="语文送课。")
        put(book, "工作计划", 5, 备注='=_xlfn.DISPIMG("ID_1",1)')

    parts = {**of_wps(ID_1=photo()), **over(root, "活动记录", 1, png())}
    ran = taken(root, form(root, fill, parts))
    assert ran.code == 0
    assert "这张表的行不带文件" in ran.out and "不在哪一行里" in ran.out


# attachments


def papers(book: Any, file: str) -> None:
    put(book, "材料报送", 6, 类型="听课记录", 活动="2020-04-15 音乐送课", 报送单位="正远小学")
    put(book, "材料报送", 6, 收到日期="2020-04-18", 文件=file)


def gbk(files: Mapping[str, bytes]) -> bytes:
    """An archive as Chinese Windows makes it: names in GBK, which it does not say."""
    stands = {
        chr(97 + number) * len(name.encode("gb18030")): name for number, name in enumerate(files)
    }
    data = packed({stand: files[name] for stand, name in stands.items()})
    for stand, name in stands.items():
        data = data.replace(stand.encode(), name.encode("gb18030"))
    return data


def test_a_file_that_a_cell_names_is_found_among_the_attachments(root: Path) -> None:
    archive = root.parent / "附件.zip"
    archive.write_bytes(
        gbk({"材料/听课记录.docx": packed({"a": "b"}), "没人要的.pdf": b"%PDF-1.4"})
    )
    data = form(root, lambda book: papers(book, "附件：听课记录.docx"))
    ran = taken(root, data, "--attachments", archive)
    assert ran.code == 0, ran.out
    (document,) = [e for e in documents(root, "xijie-0415-songke") if e.type == "listening-records"]
    (file,) = document.file
    assert file.path == "evidence/xijie/04-15-听课记录.docx"
    assert file.sha256 == sha256((root / file.path).read_bytes()).hexdigest()
    assert "没人要的.pdf" in ran.out
    before = tree(root)
    assert taken(root, data, "--attachments", archive).code == 0
    assert tree(root) == before


def test_a_file_that_did_not_come_is_told_in_its_cell(root: Path) -> None:
    data = form(root, lambda book: papers(book, "听课记录.docx"))
    before = tree(root)
    ran = taken(root, data)
    assert ran.code == 1 and tree(root) == before
    assert "没有收到“听课记录.docx”" in ran.out
    folder = write(root.parent / "files", {"听课纪录.docx": packed({"a": "b"})})
    ran = taken(root, data, "--attachments", folder)
    assert ran.code == 1 and tree(root) == before
    assert "是不是“听课纪录.docx”" in ran.out


def attachments(**files: bytes) -> Attachments:
    found = (item_of(data, name) for name, data in files.items())
    return Attachments(sorted_out(found))


SENT = {
    "材料/听课记录（屈锋）.pdf": b"%PDF-1",
    "方案.docx": packed({"a": "b"}),
    "送课照片/1.jpg": jpeg(),
    "送课照片/2.jpg": jpeg(width=5),
    "一/总结.pdf": b"%PDF-2",
    "二/总结.pdf": b"%PDF-3",
}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("方案.docx", ["方案.docx"]),
        ("方案", ["方案.docx"]),
        ("附件1：方案", ["方案.docx"]),
        ("见附件《方案.docx》", ["方案.docx"]),
        ("方 案.ｄｏｃｘ", ["方案.docx"]),
        ("听课记录(屈锋)", ["材料/听课记录（屈锋）.pdf"]),
        ("送课照片", ["送课照片/1.jpg", "送课照片/2.jpg"]),
        ("一\\总结.pdf", ["一/总结.pdf"]),
    ],
)
def test_names_are_compared_as_people_write_them(typed: str, names: list[str]) -> None:
    found = attachments(**SENT).find(typed)
    assert not isinstance(found, Message), text(found, "zh")
    assert [each.name for each in found] == names


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("总结", "form.file-several"),
        ("方按.docx", "form.file-near"),
        ("名册", "form.file-missing"),
        (".", "form.file-missing"),
    ],
)
def test_a_name_of_no_file_or_of_two_is_a_question(typed: str, key: str) -> None:
    found = attachments(**SENT).find(typed)
    assert isinstance(found, Message) and found.key == key


def test_attachments_that_no_cell_names_are_listed() -> None:
    sent = attachments(**SENT)
    sent.find("方案")
    sent.find("送课照片")
    assert sent.unnamed == ("材料/听课记录（屈锋）.pdf", "一/总结.pdf", "二/总结.pdf")


# names


ABOUT = About("xijie", date(2020, 4, 15), "示范课")


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("送课方案", "evidence/xijie/04-15-送课方案.pdf"),
        ("4月15日送课方案", "evidence/xijie/04-15-送课方案.pdf"),
        ('a/b\\c:d*e?"f', "evidence/xijie/04-15-a-b-c-d-e-f.pdf"),
        ("..", "evidence/xijie/04-15-示范课.pdf"),
        ("con", "evidence/xijie/04-15-con.pdf"),
        ("长" * 200, f"evidence/xijie/04-15-{'长' * 40}.pdf"),
    ],
)
def test_names_of_evidence_can_be_had_everywhere(title: str, path: str) -> None:
    found = path_for(ABOUT, title, "pdf", lambda path: False)
    assert found == path and not unsafe(found)


def test_a_name_that_is_taken_gets_a_number_whatever_its_capitals() -> None:
    taken = {"evidence/xijie/04-15-plan.pdf", "evidence/xijie/04-15-plan-2.pdf"}
    found = path_for(ABOUT, "Plan", "pdf", taken.__contains__)
    assert found == "evidence/xijie/04-15-Plan-3.pdf"


@pytest.mark.parametrize(
    ("kind", "name", "wanted"),
    [
        ("jpeg", "a.png", "jpg"),
        ("zip", "a.DOCX", "docx"),
        ("zip", "a.zip", None),
        ("zip", "a.exe", None),
        ("ole", "a.doc", "doc"),
        ("", "a.txt", "txt"),
        ("", "a.bat", None),
        ("", "noname", None),
    ],
)
def test_endings_are_what_the_bytes_are(kind: str, name: str, wanted: str | None) -> None:
    assert ending(kind, name) == wanted


def test_a_day_in_front_of_a_name_is_not_repeated() -> None:
    assert stem("2020-04-15 听课记录") == "听课记录"
    assert stem("04.15听课记录") == "听课记录"
    assert stem("3个人的心得") == "3个人的心得"


def test_the_same_file_twice_is_kept_once_and_said_once_for_each_row() -> None:
    item = item_of(jpeg(), "a.jpg")
    assert isinstance(item, Item)
    keeping = Keeping({}, lambda path: False, Attachments(Media()))
    first = keeping.keep([item, item], ABOUT)
    other = About("xijie", date(2020, 5, 1), "别的")
    assert keeping.keep([item], other) == first == ("evidence/xijie/04-15-a.jpg",)
    keeping.keep([item], other)
    assert [note.key for note in keeping.notes] == ["form.file-same"]
    assert list(keeping.files) == ["evidence/xijie/04-15-a.jpg"]


# Word files


def test_a_plan_in_word_is_imported_and_a_second_time_changes_nothing(root: Path) -> None:
    here = root / "programme.yaml"
    kinds = "".join(
        f"\n  - {{id: k{n}, title: {title}, direction: mutual}}"
        for n, title in enumerate(("年度帮扶特色目标任务", "观摩学习", "爱心捐赠"))
    )
    here.write_text(
        here.read_text("utf-8").replace("\ndocument_types:", f"{kinds}\ndocument_types:")
    )
    ran = taken(root, plan_table(), name="计划表.docx")
    assert ran.code == 0, ran.out + ran.err
    repository = load(FolderTree(root)).repository
    (plan,) = repository.plans
    assert [str(task.month) for task in plan.record.tasks] == [
        "2020-03",
        "2020-03",
        "2020-04",
        "2020-04",
        "2020-05",
    ]
    assert plan.record.tasks[4].due == date(2020, 5, 10)
    before = tree(root)
    assert taken(root, plan_table(), name="计划表.docx").code == 0
    assert tree(root) == before
