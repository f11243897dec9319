"""What is not reported: approved exceptions, and the baseline of a programme with an old folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.cli.session import open_programme
from tests.command import Ran, pairing
from tests.programmes import BASE, write

DAY = ("--as-of", "2020-12-31")
LATE = """activities:
  - {id: late, pairing: one, kind: lesson-delivery, date: 2021-01-15, at: 丁小学, fulfils: nothing}
"""
EXCEPTION = """suppressions:
  - rule: P009
    record: activities/late
    reason: 联合教研
    approved_by: 教育局基教股
    date: 2020-12-20
"""
OLD = "activities:\n" + "".join(
    f"  - {{id: old-{n}, pairing: one, kind: lesson-delivery, date: 2019-04-{n:02}, at: 乙小学}}\n"
    for n in range(1, 31)
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "programme", {"programme.yaml": BASE})


def checked(root: Path, *options: object) -> Ran:
    return pairing("validate", root, *DAY, *options)


def document(root: Path, *options: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(checked(root, "-f", "json", *options).out)
    return found


def codes(found: dict[str, Any], part: str = "findings") -> list[str]:
    return sorted(each["code"] for each in found[part])


def test_an_approved_exception_hides_one_finding_and_is_counted(root: Path) -> None:
    write(root, {"late.yaml": LATE})
    assert codes(document(root)) == ["P009", "R001", "T004"]
    write(root, {"exceptions.yaml": EXCEPTION})
    ran = checked(root)
    assert "P009" not in ran.out and "已按 1 条例外隐去 1 个问题" in ran.out
    ran = checked(root, "--show-suppressed")
    assert "P009" in ran.out and "例外：联合教研（教育局基教股批准，" in ran.out
    assert f"{root}/exceptions.yaml:2" in ran.out.replace("\n  ", "")
    found = document(root, "--show-suppressed")
    assert (codes(found), codes(found, "suppressed")) == (["R001", "T004"], ["P009"])
    assert (found["summary"]["warnings"], found["summary"]["suppressed"]) == (0, 1)
    assert found["suppressed"][0]["suppression"]["approved_by"] == "教育局基教股"


def test_a_hidden_error_leaves_figures_complete_and_one_of_reading_cannot_be_hidden(
    root: Path,
) -> None:
    write(root, {"late.yaml": LATE.replace(", fulfils: nothing", "").replace("丁小学", "乙小学")})
    assert pairing("score", root, *DAY).code == 1
    write(root, {"exceptions.yaml": EXCEPTION.replace("P009", "T004")})
    assert pairing("score", root, *DAY).code == 0
    write(root, {"late.yaml": LATE, "exceptions.yaml": EXCEPTION.replace("P009", "R001")})
    assert "N002" in codes(document(root)) and "R001" in codes(document(root))


def test_an_old_folder_is_accepted_and_only_a_new_mistake_is_shown(root: Path) -> None:
    write(root, {"old.yaml": OLD})
    assert document(root)["summary"]["errors"] == 30
    ran = checked(root, "--write-baseline")
    assert ran.code == 0 and f"已写入 {root}/.pairing/baseline.json" in ran.err
    ran = checked(root)
    assert ran.code == 0 and "没有新的问题" in ran.out and "基线隐去 30 个已知问题" in ran.out
    moved = OLD.replace("activities:\n", "# 移到了别处\n\nactivities:\n")
    (root / "old.yaml").unlink()
    write(root, {"log/2019.yaml": moved, "new.yaml": LATE.replace(", fulfils: nothing", "")})
    found = document(root)
    assert codes(found) == ["P009", "T004"]
    assert {each["file"] for each in found["findings"]} == {f"{root}/new.yaml"}
    assert checked(root).code == 1
    assert found["summary"]["baseline"] == {"known": 30, "gone": 0}


def test_the_truth_is_not_hidden_by_a_baseline(root: Path) -> None:
    write(root, {"old.yaml": OLD})
    checked(root, "--write-baseline")
    ran = pairing("score", root, *DAY)
    assert ran.code == 1 and "30" in ran.err
    assert document(root, "--no-baseline")["summary"]["errors"] == 30


def test_what_no_longer_occurs_is_said(root: Path) -> None:
    write(root, {"old.yaml": OLD})
    checked(root, "--write-baseline")
    write(root, {"old.yaml": "\n".join(OLD.split("\n")[:19]) + "\n"})
    ran = checked(root)
    assert ran.code == 0 and "基线里 12 个问题已不再出现" in ran.out
    checked(root, "--write-baseline")
    assert document(root)["summary"]["baseline"] == {"known": 18, "gone": 0}


def test_the_file_is_the_same_for_the_same_findings_and_names_nobody(root: Path) -> None:
    person = "people:\n  - {id: t-1, name: 示例教师, organization: 无此学校}\n"
    write(root, {"old.yaml": OLD, "people.yaml": person})
    file = root / ".pairing" / "baseline.json"
    checked(root, "--write-baseline")
    first = file.read_bytes()
    (root / "old.yaml").rename(root / "z.yaml")
    checked(root, "--write-baseline", "--lang", "en")
    assert file.read_bytes() == first
    found = json.loads(first)
    assert found["schema"] == "pairing.baseline/1"
    where = [each["where"] for each in found["findings"]]
    assert where == sorted(where) and where[0] == "activities/old-1" and "people/t-1" in where
    assert "示例教师" not in first.decode()
    assert all(each["count"] == len(each["fingerprints"]) == 1 for each in found["findings"])


def test_personal_numbers_stay_visible(root: Path) -> None:
    number = "".join(["13", "8", "00000000"])
    write(root, {"old.yaml": OLD, "note.yaml": f"# 电话 {number}\nactivities: []\n"})
    ran = checked(root, "--write-baseline")
    assert ran.code == 1 and "V002" in ran.out and "T004" not in ran.out
    assert number not in (root / ".pairing" / "baseline.json").read_text("utf-8")


def test_a_baseline_that_was_edited_does_not_hide_personal_numbers(root: Path) -> None:
    number = "".join(["13", "8", "00000000"])
    write(root, {"note.yaml": f"# 电话 {number}\nactivities: []\n"})
    opened = open_programme(root, evidence=False)
    (mark,) = [each.fingerprint for each in opened.findings(date(2020, 12, 31))]
    entry = {"code": "V002", "where": "note.yaml", "count": 1, "fingerprints": [mark]}
    edited = json.dumps({"schema": "pairing.baseline/1", "findings": [entry]})
    write(root, {".pairing/baseline.json": edited})
    assert codes(document(root)) == ["V002"]


def test_a_baseline_of_another_name(root: Path) -> None:
    write(root, {"old.yaml": OLD})
    file = root.parent / "known.json"
    assert checked(root, "--write-baseline", "--baseline", file).code == 0
    assert not (root / ".pairing").exists()
    assert checked(root).code == 1
    assert checked(root, "--baseline", file).code == 0


def test_what_is_no_baseline_is_refused(root: Path) -> None:
    def refused(*options: object) -> str:
        ran = checked(root, "--lang", "en", *options)
        assert ran.code == 2 and not ran.out
        return ran.err

    file = root / ".pairing" / "baseline.json"
    for text in (
        "{",
        "[]",
        '{"schema": "pairing.baseline/1"}',
        '{"schema": "other/1"}',
        "[" * 9999,
    ):
        write(root, {".pairing/baseline.json": text})
        assert "not a baseline that can be read" in refused()
    write(root, {".pairing/baseline.json": '{"schema": "pairing.baseline/2", "findings": []}'})
    assert "newer version" in refused()
    assert checked(root, "--no-baseline").code == 0
    file.unlink()
    assert "There is no" in refused("--baseline", root / "nowhere.json")
    assert "ends with .json" in refused("--baseline", root / "programme.yaml", "--write-baseline")
    assert "Only one of these" in refused("--no-baseline", "--write-baseline")
    one = pairing("validate", root / "programme.yaml", "--write-baseline", "--lang", "en")
    assert one.code == 2 and "whole programme" in one.err
    other = write(root.parent / "other", {"programme.yaml": BASE})
    gone = pairing("validate", root / "nowhere", "--write-baseline", "--lang", "en")
    assert gone.code == 2 and "There is no" in gone.err
    two = pairing("validate", root, other, "--baseline", root / "a.json")
    assert two.code == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_git_sees_the_baseline_and_the_schema_and_nothing_else_of_the_folder(
    tmp_path: Path,
) -> None:
    new = tmp_path / "new"
    for with_ignore in (True, False):
        assert pairing("init", new).code == 0
        if not with_ignore:
            (new / ".gitignore").unlink()
        subprocess.run(["git", "init", "-q"], cwd=new, check=True)
        write(new, {"old.yaml": OLD})
        pairing("validate", new, "--write-baseline")
        pairing("schema", new, "--install", "--project", "--modelines")
        ran = subprocess.run(
            ["git", "status", "--porcelain", "-uall", ".pairing"],
            cwd=new,
            capture_output=True,
            text=True,
            check=True,
        )
        seen = sorted(line[3:] for line in ran.stdout.splitlines())
        assert seen == [".pairing/baseline.json", ".pairing/schema/pairing.schema.json"]
        shutil.rmtree(new)


def test_a_link_in_place_of_a_baseline_is_not_followed(root: Path) -> None:
    outside = write(
        root.parent, {"secret.json": '{"schema": "pairing.baseline/1", "findings": []}'}
    )
    (root / ".pairing").mkdir()
    (root / ".pairing" / "baseline.json").symlink_to(outside / "secret.json")
    assert checked(root).code == 2
