"""What was read once is not read again: the same path and bytes give the very same records."""

from __future__ import annotations

from pathlib import Path

from pairing_cli.load.programme import Memo, load
from pairing_cli.load.tree import FolderTree
from tests.programmes import GAOTAI, write

ACTIVITIES = "activities:\n  - {id: a, pairing: p, kind: k, date: 2020-03-02}\n"
UNREADABLE = "activities:\n  - {id: b, pairing: p, kind: k, date: 2020-03-32, at: }\n"


def new() -> Memo:
    return {}


def _folder(root: Path) -> Path:
    return write(
        root,
        {
            "programme.yaml": "programme: {id: p, title: P, period: 2020-01-01 to 2020-12-31}\n",
            "one.yaml": ACTIVITIES,
            "two.yaml": UNREADABLE,
            "three.yaml": "activities: [\n",
        },
    )


def test_a_second_reading_gives_the_very_same_records(tmp_path: Path) -> None:
    tree, memo = FolderTree(_folder(tmp_path)), new()
    first, second = load(tree, memo=memo), load(tree, memo=memo)
    assert first.diagnostics == second.diagnostics == load(tree).diagnostics
    assert len(first.diagnostics) == 2
    (one,), (other,) = first.repository.activities, second.repository.activities
    assert one is other


def test_changed_bytes_are_read_and_the_others_are_not(tmp_path: Path) -> None:
    tree, memo = FolderTree(_folder(tmp_path)), new()
    before = load(tree, memo=memo)
    write(tmp_path, {"one.yaml": ACTIVITIES.replace("03-02", "03-03")})
    after = load(FolderTree(tmp_path), memo=memo)
    (activity,) = after.repository.activities
    assert str(activity.record.days) == "2020-03-03"
    assert after.repository.programme is before.repository.programme


def test_the_same_bytes_under_another_name_stand_elsewhere(tmp_path: Path) -> None:
    memo = new()
    load(FolderTree(_folder(tmp_path)), memo=memo)
    (tmp_path / "one.yaml").rename(tmp_path / "renamed.yaml")
    (activity,) = load(FolderTree(tmp_path), memo=memo).repository.activities
    assert activity.at.file == "renamed.yaml"


def test_findings_of_remembered_files_are_not_said_twice() -> None:
    tree, memo = FolderTree(GAOTAI), new()
    first = load(tree, memo=memo)
    for _ in range(2):
        assert load(tree, memo=memo).diagnostics == first.diagnostics
