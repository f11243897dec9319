"""Documents for the public: who is named in them, which photographs they show, and what they say of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.command import pairing
from tests.programmes import BASE, GAOTAI, write

JPEG = next(GAOTAI.glob("evidence/xijie/*.jpg")).read_bytes()

LOG = """activities:
  - id: one-0415
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    participants:
      - {from: 甲小学, role: teacher, name: 甲老师}
    documents:
      - type: listening-records
        from: 乙小学
        received: 2020-04-16
        file: [evidence/教室.jpg, {path: evidence/操场.jpg, public: true}]
    note: 甲老师和乙老师同上一节课，甲校长到场，电话 13800138000
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    pictures = {"evidence/教室.jpg": JPEG, "evidence/操场.jpg": JPEG + b"\n"}
    root = write(tmp_path / "in", {"programme.yaml": BASE, "log.yaml": LOG, **pictures})
    more = ("--activity", "one-0415", "--as-of", "2020-12-31", "-o", tmp_path)
    assert pairing("report", "activity-brief", root, *more).code == 1  # for the telephone number
    assert pairing("report", "activity-brief", root, *more, "--redact").code == 1
    assert pairing("report", "pairing-table", root, *more[2:], "--redact").code == 1
    return tmp_path


def _brief(folder: Path, extension: str, *, public: bool) -> Path:
    found = [
        each for each in folder.glob(f"活动简报*.{extension}") if ("公开版" in each.name) == public
    ]
    assert len(found) == 1
    return found[0]


def test_people_are_named_by_their_surnames(made: Path) -> None:
    for extension in ("md", "docx"):
        path = _brief(made, extension, public=True)
        text = path.read_text("utf-8") if extension == "md" else _document(path)
        assert "甲老师" not in text and "乙老师" not in text
        assert "甲某某和乙某某同上一节课" in text
    assert "甲老师" in _brief(made, "md", public=False).read_text("utf-8")


def _document(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_office_holders_are_named(made: Path) -> None:
    assert "甲校长到场" in _brief(made, "md", public=True).read_text("utf-8")
    assert "甲校长" in (made / "结对安排表-公开版.md").read_text("utf-8")


def test_telephones_are_masked_in_either(made: Path) -> None:
    for public in (True, False):
        text = _brief(made, "md", public=public).read_text("utf-8")
        assert "13800138000" not in text and r"138\*\*\*\*\*\*00" in text


def test_only_photographs_that_are_marked_are_shown(made: Path) -> None:
    with zipfile.ZipFile(_brief(made, "docx", public=False)) as archive:
        assert sum("media/" in name for name in archive.namelist()) == 2
    path = _brief(made, "docx", public=True)
    with zipfile.ZipFile(path) as archive:
        assert sum("media/" in name for name in archive.namelist()) == 1
    assert "操场" in _document(path) and "教室" not in _document(path)


def test_a_document_says_that_it_is_for_the_public(made: Path) -> None:
    said = "公开版：除任职人员外，姓名只留姓"
    assert said in _brief(made, "md", public=True).read_text("utf-8")
    assert said in _document(_brief(made, "docx", public=True))
    assert said not in _brief(made, "md", public=False).read_text("utf-8")
