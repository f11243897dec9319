"""What is hidden at the door: names and numbers, wherever they stand, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.load.overlay import overlay
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from tests.programmes import BASE, all_findings, placed, write

TODAY = date(2020, 12, 31)
AID = """activities:
  - id: one-0601
    pairing: one
    kind: lesson-delivery
    date: 2020-06-01
    participants:
      - {from: 乙小学, role: pupil, name: 赵甲一}
      - {from: 乙小学, role: pupil, name: 赵甲二}
      - {from: 乙小学, role: teacher, name: 赵甲一一}
    note: 赵甲一领取书包，赵甲一一代领
"""
PEOPLE = """people:
  - {name: 赵甲一一, organization: 乙小学, note: 赵甲一的班主任}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(
        tmp_path, {"programme.yaml": BASE, "log/赵甲一.yaml": AID, "a-people.yaml": PEOPLE}
    )


def test_a_childs_name_is_hidden_in_every_file_and_the_teachers_is_not(root: Path) -> None:
    loaded = load(FolderTree(root))
    activity = loaded.repository.activities.entries[0].record
    names = [line.name for line in activity.participants]
    assert names == ["赵某某", "赵某甲", "赵甲一一"]
    assert activity.note == "赵某某领取书包，赵甲一一代领"
    assert loaded.repository.people.entries[0].record.note == "赵某某的班主任"


def test_two_children_stay_two(root: Path) -> None:
    loaded = load(FolderTree(root))
    names = [line.name for line in loaded.repository.activities.entries[0].record.participants]
    assert len(set(names)) == 3


def test_excerpts_are_hidden_too_and_places_stay(root: Path) -> None:
    loaded, found = all_findings(root, TODAY)
    assert [placed(root, each) for each in found if each.code == "V007"] == [
        "log/赵甲一.yaml:7:40",
        "log/赵甲一.yaml:8:40",
    ]
    source = Positions(FolderTree(root), loaded.veil).source("log/赵甲一.yaml", 7)
    assert source == "      - {from: 乙小学, role: pupil, name: 赵某某}"


def test_what_is_laid_over_is_hidden_as_before(root: Path) -> None:
    tree = FolderTree(root)
    before = load(tree)
    more = AID.replace("one-0601", "one-0602").replace("赵甲二", "钱乙二")
    write(root, {"templates/more.yaml": more})
    after = overlay(before, tree, "templates/more.yaml")
    first, second = (entry.record.participants for entry in after.repository.activities)
    assert [line.name for line in first] == ["赵某某", "赵某甲", "赵甲一一"]
    assert [line.name for line in second] == ["赵某某", "钱某某", "赵甲一一"]


def test_a_record_that_is_refused_hides_its_children_too(root: Path) -> None:
    write(root, {"log/赵甲一.yaml": AID.replace("date: 2020-06-01", "date: 赵甲一")})
    _, found = all_findings(root, TODAY)
    assert {each.code for each in found} >= {"S004"}
    assert "赵甲一" not in repr(found).replace("赵甲一.yaml", "").replace("赵甲一一", "")


def test_nothing_is_read_twice_where_no_child_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(_: FolderTree, path: str, *__: int) -> bytes:
        read.append(path)
        return (root / path).read_bytes()

    monkeypatch.setattr(FolderTree, "read", reading)
    write(root, {"log/赵甲一.yaml": AID.replace("pupil", "teacher")})
    load(FolderTree(root))
    assert len(read) == len(set(read))


def test_for_the_public_everybody_is_hidden_but_office_holders(root: Path) -> None:
    loaded = load(FolderTree(root), redact=True)
    repository = loaded.repository
    assert [each.record.name for each in repository.people] == ["赵某某某", "甲某某", "乙某某"]
    assert repository.mentorships.entries[0].record.mentor == "甲某某"
    assert repository.pairings.entries[0].record.responsible[0].name == "甲校长"
    assert all(repository.people.find(each.record.mentee) for each in repository.mentorships)
