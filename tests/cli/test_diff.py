"""What a pull request means: realistic changes to the Gaotai programme, each with its comment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import Ran, pairing
from tests.history import Change, Files, commit, git, new_repository
from tests.programmes import BASE, write

DAY = ("--as-of", "2020-12-18")
APRIL, JUNE = "log/xijie/2020-04.yaml", "log/xijie/2020-06.yaml"
LESSON = """activities:
  - id: guoqing-1216-songke
    pairing: guoqing
    kind: lesson-delivery
    title: 数学送课指导
    date: 2020-12-16
    at: 宣化镇中心小学
    documents:
      - {type: delivery-plan, from: 国庆小学, received: 2020-12-14}
      - {type: lesson-notes, from: 国庆小学, received: 2020-12-17}
      - {type: photos, from: 国庆小学, received: 2020-12-17, copies: 3}
      - {type: listening-notice, from: 宣化镇中心小学, received: 2020-12-15}
      - {type: listening-records, from: 宣化镇中心小学, received: 2020-12-17, copies: 6}
      - {type: news, from: 宣化镇中心小学, received: 2020-12-17}
"""
PHOTO = "evidence/xijie/04-15-示范课.jpg"


def late_paper(files: Files) -> None:
    """The helped school's half-year summary came in after its day."""
    line = "type: half-year-summary, from: 巷道镇中心小学, received: 2020-0"
    files.swap(JUNE, line + "6-22", line + "7-06")


def renamed_school(files: Files) -> None:
    """A school has a new name, and every record says it."""
    files.swap_all("西街小学", "西街实验小学")


def misspelt_school(files: Files) -> None:
    """One record has a school's name wrong."""
    files.swap(APRIL, "from: 西街小学, role: middle-leader", "from: 西街小字, role: middle-leader")


def moved_file(files: Files) -> None:
    """April's records are in a file of the spring folder now."""
    (files.root / "log" / "xijie" / "春学期").mkdir()
    (files.root / APRIL).rename(files.root / "log" / "xijie" / "春学期" / "04.yaml")


def deleted_photo(files: Files) -> None:
    """A photograph is gone; the record still names it."""
    (files.root / PHOTO).unlink()


def renamed_photo(files: Files) -> None:
    """A photograph has a new name, and the record says so."""
    (files.root / PHOTO).rename(files.root / "evidence/xijie/0415-音乐课.jpg")
    files.swap(APRIL, PHOTO, "evidence/xijie/0415-音乐课.jpg")


def changed_photo(files: Files) -> None:
    """Another picture under the same name; the record states the old one's hash."""
    (files.root / PHOTO).write_bytes((files.root / PHOTO).read_bytes() + b"\0")


def changed_rubric(files: Files) -> None:
    """Two items weigh otherwise: the plan and summary less, the organization more."""
    files.swap(
        "rubric.yaml",
        "clause: 附件4 第1项\n            points: 10",
        "clause: 附件4 第1项\n            points: 12",
    )
    files.swap(
        "rubric.yaml",
        "clause: 附件4 第2项\n            points: 10",
        "clause: 附件4 第2项\n            points: 8",
    )


def falsified(files: Files) -> None:
    """A visit to the school found that a lesson was not held, and that was upheld."""
    files.swap(
        "judgements.yaml",
        "\nwaivers:",
        "  - id: xijie-songke-0415\n    verdict: falsified\n    activity: xijie-0415-songke\n"
        "    date: 2020-05-08\n    by: 走访师生\n    decisions:\n"
        "      - {date: 2020-05-15, status: upheld, by: 教育局基教股}\n\nwaivers:",
    )


def after_publication(files: Files) -> None:
    """A paper of a term whose result is published is put back by a week."""
    line = "type: visit-report, from: 西街小学, received: 2020-04-"
    files.swap(APRIL, line + "15", line + "22")


def new_activity(files: Files) -> None:
    """A lesson of December comes with all its papers."""
    write(files.root, {"log/guoqing/2020-12-送课.yaml": LESSON})


def deleted_activity(files: Files) -> None:
    """A record of an activity is taken out."""
    text = (files.root / APRIL).read_text("utf-8")
    begin = text.index("  - id: xijie-0415-songke")
    files.drop(APRIL, text[begin : text.index("  - id: xijie-0424-tese")])


def altered_waiver(files: Files) -> None:
    """A respite that was granted is moved to an earlier day."""
    files.swap("judgements.yaml", "until: 2020-07-10", "until: 2020-07-01")


def earlier_deadline(files: Files) -> None:
    """The scheme asks for the year's last papers a week earlier."""
    files.swap(
        "rubric.yaml",
        "due: 2020-12-20\n                documents:\n                  - {type: meeting-minutes",
        "due: 2020-12-05\n                documents:\n                  - {type: meeting-minutes",
    )


def higher_target(files: Files) -> None:
    """The scheme asks for four lessons a term in place of three."""
    files.swap(
        "quotas.yaml",
        "per: [pairing, term]\n    at_least: 3\n    including:",
        "per: [pairing, term]\n    at_least: 4\n    including:",
    )


def full_width_colon(files: Files) -> None:
    """A colon typed in Chinese makes a file unreadable."""
    files.swap(APRIL, "    title: 音乐送课指导", "    title：音乐送课指导")


CHANGES: tuple[Change, ...] = (
    late_paper,
    renamed_school,
    misspelt_school,
    moved_file,
    deleted_photo,
    renamed_photo,
    changed_photo,
    changed_rubric,
    falsified,
    after_publication,
    new_activity,
    deleted_activity,
    altered_waiver,
    earlier_deadline,
    higher_target,
    full_width_colon,
)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose spring result is published."""
    top = tmp_path_factory.mktemp("plans")
    root = new_repository(top)
    result = root / "公布" / "2020春.json"
    result.parent.mkdir()
    ran = pairing("score", root, "--term", "spring", "--publish", result, "--as-of", "2020-07-31")
    assert ran.code == 0, ran.err
    commit(top, "公布春学期得分")
    return top


@pytest.fixture
def plans(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of that repository, in which a change can be made; the folder one is in."""
    git(tmp_path, "clone", "-q", str(published), "plans")
    monkeypatch.chdir(tmp_path / "plans")
    return tmp_path / "plans"


def compared(*arguments: object) -> Ran:
    return pairing("diff", *arguments, *DAY, "--lang", "zh")


def document(*arguments: object) -> dict[str, Any]:
    ran = compared(*arguments, "--format", "json")
    found: dict[str, Any] = json.loads(ran.out)
    return found


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_comment_on_a_change(
    change: Change, plans: Path, golden: Callable[[str, str], None]
) -> None:
    change(Files(plans / "帮扶" / "高台2020"))
    ran = compared("origin/main", "--format", "markdown")
    assert ran.code in (0, 1), ran.err
    golden(f"diff-{change.__name__}.md", re.sub(r"\([0-9a-f]{10}\)", "(<commit>)", ran.out))
    committed = commit(plans, "改动")
    again = compared("origin/main", committed, "--format", "markdown")
    assert _body(again.out) == _body(ran.out)


def _body(comment: str) -> str:
    """A comment without the line that names the commits, and without the lines of records."""
    return "\n".join(comment.splitlines()[3:])


def test_an_edit_that_changes_nothing_says_so(plans: Path) -> None:
    Files(plans / "帮扶" / "高台2020").add(APRIL, "# 一条备注\n")
    ran = compared("origin/main")
    assert (ran.code, ran.out) == (0, "没有方案受影响\n")


def test_what_the_other_side_did_since_is_no_change(plans: Path) -> None:
    git(plans, "switch", "-q", "-c", "pr")
    git(plans, "switch", "-q", "main")
    late_paper(Files(plans / "帮扶" / "高台2020"))
    commit(plans, "主干上的改动")
    git(plans, "switch", "-q", "pr")
    assert compared("main").out == "没有方案受影响\n"
    straight = document("main", "--direct")["programmes"][0]
    assert straight["summary"]["lowered"] == 0
    assert [unit["difference"] for unit in straight["scores"][0]["units"]] == [
        "0.83"
    ]  # 10 / 2 / 3 / 2


def test_which_scores_fail_a_check(plans: Path) -> None:
    late_paper(Files(plans / "帮扶" / "高台2020"))
    assert compared("HEAD").code == 0
    assert compared("HEAD", "--fail-on", "lower-score").code == 1
    full_width_colon(Files(plans / "帮扶" / "高台2020"))
    assert compared("HEAD").code == 1
    assert compared("HEAD", "--fail-on", "never").code == 0


def test_a_score_moves_by_what_the_record_cost(plans: Path) -> None:
    late_paper(Files(plans / "帮扶" / "高台2020"))
    found = document("HEAD")["programmes"][0]
    (unit,) = found["scores"][0]["units"]
    (item,) = unit["items"]
    assert (unit["id"], item["id"]) == ("xijie", "plan-summary")
    (cause,) = item["causes"]["records"]
    assert (cause["change"], cause["fields"], cause["after"]["line"]) == (
        "changed",
        ["received"],
        85,
    )
    (late,) = found["late"]
    assert (late["due"], late["state_before"], late["state"]) == ("2020-06-30", "earned", "late")


def test_a_programme_that_comes_and_goes(plans: Path) -> None:
    write(plans / "新方案", {"programme.yaml": BASE})
    found = {each["path"]: each for each in document("HEAD")["programmes"]}
    assert found["新方案"]["presence"] == "added"
    commit(plans, "新方案")
    (plans / "新方案" / "programme.yaml").unlink()
    found = {each["path"]: each for each in document("HEAD")["programmes"]}
    assert found["新方案"]["presence"] == "removed"


def test_one_folder_alone(plans: Path) -> None:
    write(plans / "新方案", {"programme.yaml": BASE})
    late_paper(Files(plans / "帮扶" / "高台2020"))
    only = document("HEAD", "新方案")
    assert [each["path"] for each in only["programmes"]] == ["新方案"]
    whole = document("HEAD")
    assert len(whole["programmes"]) == 2


def test_a_shallow_clone_says_what_it_lacks(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{plans}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = compared("HEAD~1")
    assert ran.code == 2
    assert "浅克隆" in ran.err
    assert "fetch-depth: 0" in ran.err


def test_outside_git_and_unknown_names(
    tmp_path: Path, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "没有叫“无此分支”的提交" in compared("无此分支").err
    assert compared("--upload-pack=touch x").code == 2
    lone = write(tmp_path / "lone", {"programme.yaml": BASE})
    monkeypatch.chdir(lone)
    ran = compared("HEAD")
    assert (ran.code, "不在 git 仓库里" in ran.err) == (2, True)


@pytest.mark.parametrize("change", [late_paper, falsified, deleted_activity, new_activity])
def test_a_large_programme_reckons_the_same_for_pairings_that_changed(
    change: Change, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(Files(plans / "帮扶" / "高台2020"))
    whole = document("HEAD")["programmes"][0]
    monkeypatch.setattr("pairing_cli.cli.reckon.LARGE", 0)
    few = document("HEAD")["programmes"][0]
    assert few["summary"]["only_changed_pairings"]
    assert _without_ranks(few["scores"]) == _without_ranks(whole["scores"])
    scopes = [each for each in whole["targets"] if each["path"]]
    assert few["targets"] == scopes


def _without_ranks(scores: list[dict[str, Any]]) -> str:
    return re.sub(r'"rank": (\d+|null)', "", json.dumps(scores))


def test_a_large_programme_is_reckoned_whole_when_its_rules_change(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pairing_cli.cli.reckon.LARGE", 0)
    changed_rubric(Files(plans / "帮扶" / "高台2020"))
    found = document("HEAD")["programmes"][0]
    assert not found["summary"]["only_changed_pairings"]
    assert len(found["scores"][0]["units"]) == 6


HOSTILE = (
    "::error::x ##[add-mask]y <script>alert(1)</script> @everyone [a](http://b.c) | `x` \\u202e"
)


def test_hostile_titles_stay_texts(plans: Path) -> None:
    files = Files(plans / "帮扶" / "高台2020")
    files.swap(APRIL, "title: 音乐送课指导", f'title: "{HOSTILE}"')
    late = "type: lesson-notes, from: 西街小学, received: 2020-04-"
    files.swap(APRIL, late + "16", late + "30")
    comment = compared("HEAD", "--format", "markdown").out
    bare = re.sub(r"<code>.*?</code>", "", comment)
    assert "everyone" not in bare
    assert not re.search(r"<(?!/?(code|details|summary|b)>)", comment)
    assert "@everyone" not in comment
    assert "http://" not in comment
    assert "\u202e" not in comment
    table = [line for line in comment.splitlines() if "script" in line]
    assert table
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} <= {3, 4, 6}
