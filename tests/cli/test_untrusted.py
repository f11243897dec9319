"""A change that may come from anybody changes what is checked, never how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pairing_cli.messages import guides
from tests.command import pairing
from tests.programmes import MINIMAL, write
from tests.workflow import committed, git

OURS = "# 我们的排名\n"
THEIRS = "# 他们的排名\n"


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of plans with a form of its own; a branch of which the form and more is another."""
    for name in (
        "GITHUB_EVENT_NAME",
        "GITHUB_EVENT_PATH",
        "GITHUB_BASE_REF",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA",
    ):
        monkeypatch.delenv(name, raising=False)
    files = {path.name: path.read_bytes() for path in MINIMAL.iterdir() if path.is_file()}
    write(tmp_path / "计划", {**files, "templates/pairing-table.md": OURS})
    committed(tmp_path, "base")
    git(tmp_path, "switch", "--quiet", "--create", "change")
    changed = {
        "计划/templates/pairing-table.md": THEIRS,
        "计划/templates/ranking.md": THEIRS,
        "计划/.pairing/notes.json": "{}",
        ".github/workflows/pairing.yml": "on: push\n",
        "wheels/pairing.whl": "",
        "说明.md": "# 说明\n",
    }
    committed(write(tmp_path, changed), "change")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: str) -> dict[str, str]:
    """The findings about settings, by file."""
    found = json.loads(pairing("validate", "-f", "json", *arguments).out)["findings"]
    return {each["file"]: each["code"] for each in found if each["code"][0] == "U"}


CHANGED = {
    ".github/workflows/pairing.yml",
    "wheels/pairing.whl",
    "计划/.pairing/notes.json",
    "计划/templates/pairing-table.md",
    "计划/templates/ranking.md",
}


def table(folder: Path, *arguments: str) -> str:
    ran = pairing("report", "pairing-table", "计划", "--to", "md", "-o", folder, *arguments)
    assert ran.code == 0, ran.err
    [made] = folder.glob("*.md")
    return made.read_text("utf-8").strip()


def test_whoever_changes_settings_is_told_so(plans: Path) -> None:
    assert told("--untrusted", "--base", "main") == dict.fromkeys(CHANGED, "U001")
    assert pairing("validate", "--untrusted", "--base", "main").code == 0
    assert pairing("validate", "--untrusted", "--base", "main", "--fail-on", "warning").code == 1


def test_files_on_disk_that_are_not_committed_are_changes_too(plans: Path) -> None:
    git(plans, "switch", "--quiet", "main")
    write(plans, {"计划/templates/new.md": THEIRS, "计划/templates/pairing-table.md": THEIRS})
    git(plans, "rm", "--quiet", "-r", "--cached", "计划/templates")
    assert set(told("--untrusted", "--base", "main")) == {
        "计划/templates/new.md",
        "计划/templates/pairing-table.md",
    }


def test_nothing_is_said_of_what_stays_as_it_was(plans: Path) -> None:
    git(plans, "switch", "--quiet", "main")
    assert told("--untrusted", "--base", "change") == {}
    assert told("--untrusted", "--base", "main") == {}
    git(plans, "switch", "--quiet", "change")
    assert told() == {}


def test_forms_are_those_of_the_base(plans: Path, tmp_path: Path) -> None:
    assert table(tmp_path / "1") == THEIRS.strip()
    assert table(tmp_path / "2", "--untrusted", "--base", "main") == OURS.strip()
    ran = pairing(
        "report", "pairing-table", "计划", "--to", "md", "-o", "3", "--untrusted", "--base", "main"
    )
    assert "templates/pairing-table.md" in ran.err
    assert "U001" in ran.err


def test_without_a_base_there_are_no_settings(plans: Path, tmp_path: Path) -> None:
    git(plans, "branch", "--quiet", "-D", "main")
    assert told("--untrusted") == {"计划/programme.yaml": "U002"}
    made = table(tmp_path / "1", "--untrusted")
    assert made not in (OURS.strip(), THEIRS.strip())
    ran = pairing("validate", "--untrusted", "--base", "main")
    assert ran.code == 2
    assert "main" in ran.err


def test_every_programme_is_told_of_its_own_and_the_first_of_the_repositorys(plans: Path) -> None:
    files = {path.name: path.read_bytes() for path in MINIMAL.iterdir() if path.is_file()}
    write(plans / "别的", {**files, "templates/ranking.md": THEIRS})
    found = json.loads(pairing("validate", "-f", "json", "--untrusted", "--base", "main").out)[
        "findings"
    ]
    files_named = [each["file"] for each in found]
    assert sorted(files_named) == sorted([*CHANGED, "别的/templates/ranking.md"])
    marks = json.loads(pairing("validate", "-f", "gitlab", "--untrusted", "--base", "main").out)
    assert len({each["fingerprint"] for each in marks}) == len(files_named)


def event(folder: Path, monkeypatch: pytest.MonkeyPatch, pull: object) -> None:
    """What a runner says of the pull request that it runs for."""
    path = folder / "event.json"
    path.write_text(json.dumps({"pull_request": pull}), "utf-8")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))


def test_a_pull_request_from_a_fork_is_not_trusted(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = {"sha": git(plans, "rev-parse", "main"), "repo": {"full_name": "bureau/plans"}}
    git(plans, "branch", "--quiet", "-D", "main")
    event(plans, monkeypatch, {"base": base, "head": {"repo": {"full_name": "somebody/plans"}}})
    assert told() == dict.fromkeys(CHANGED, "U001")
    assert told("--trusted") == {}
    event(plans, monkeypatch, {"base": base, "head": {"repo": None}})
    assert told() == dict.fromkeys(CHANGED, "U001")
    event(plans, monkeypatch, {"base": base, "head": {"repo": {"full_name": "bureau/plans"}}})
    assert told() == {}
    monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
    event(plans, monkeypatch, None)
    monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
    assert told() == {}


UNTELLING = ("", "[", "[]", "{}", *(f'{{"pull_request": {each}}}' for each in ("3", '{"head": 5}')))


@pytest.mark.parametrize("payload", UNTELLING)
def test_an_event_that_says_nothing_is_not_trusted(
    payload: str, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event(plans, monkeypatch, {})
    (plans / "event.json").write_text(payload, "utf-8")
    assert told() == dict.fromkeys(CHANGED, "U001")


def test_a_base_branch_is_found_by_its_name(
    plans: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(plans, "branch", "--quiet", "--move", "main", "trunk")
    git(plans, "clone", "--quiet", str(plans), str(clone))
    monkeypatch.chdir(clone)
    assert set(told("--untrusted").values()) <= {"U002"}
    monkeypatch.setenv("GITHUB_BASE_REF", "trunk")
    assert told("--untrusted") == dict.fromkeys(CHANGED, "U001")


def test_codes_of_settings_are_in_the_rule_book() -> None:
    codes = [code for code in guides() if code.startswith("U")]
    assert codes == ["U001", "U002"]
    for code in codes:
        assert pairing("rules", code).code == 0
