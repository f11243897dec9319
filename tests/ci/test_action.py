"""The action, carried out step by step as a runner would, on clones that mean no good."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.programmes import BASE, REPOSITORY, write
from tests.runner import commands
from tests.workflow import Job, checkout, committed, git, job, read

ACTION = read(REPOSITORY / "action.yml")
LATE = """\
activities:
  - {id: x, kind: lesson-delivery, title: 送课, pairing: one, date: 2020-04-15, place: 丁小学}
"""


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("action"))


@pytest.fixture(scope="module")
def installed(tool: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of a runner on which the first step was carried out."""
    folder = tmp_path_factory.mktemp("installed")
    ran = act(folder, folder, tool, {}, steps=slice(1))
    assert not ran.failed, ran.ran[0].log
    return folder


def act(
    tmp_path: Path,
    workspace: Path,
    tool: Path,
    inputs: Mapping[str, str],
    base: str = "",
    steps: slice = slice(None),
) -> Job:
    """Carry out the action's steps in a workspace."""
    given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    event = {"pull_request": {"base": {"sha": base}}} if base else {}
    running = job(tmp_path, workspace, inputs={**given, **inputs}, github={"event": event})
    running.environment["GITHUB_ACTION_PATH"] = str(tool)
    running.run(ACTION["runs"]["steps"][steps])
    return running


@pytest.fixture
def again(installed: Path, tool: Path) -> Any:
    """Carry out the action where it is installed already."""

    def run(workspace: Path, base: str = "", **inputs: str) -> Job:
        return act(installed, workspace, tool, inputs, base, slice(1, None))

    return run


def named(ran: Job, name: str) -> Any:
    return next(each for each in ran.ran if each.name == name)


def test_a_clean_push_passes(again: Any, tmp_path: Path) -> None:
    committed(write(tmp_path, {"programme.yaml": BASE}), "base")
    ran = again(tmp_path)
    assert not ran.failed
    assert named(ran, "Validate").outputs == {"status": "0"}
    assert named(ran, "Compare").outputs == {}
    assert commands(named(ran, "Validate").log) == []


def test_a_pull_request_is_annotated_and_commented(again: Any, tmp_path: Path) -> None:
    committed(write(tmp_path, {"programme.yaml": BASE}), "base")
    base = git(tmp_path, "rev-parse", "HEAD")
    committed(write(tmp_path, {"log/四月.yaml": LATE + "  - 3\n"}), "change")
    ran = again(tmp_path, base, sarif="build.sarif", lang="zh")
    assert [each.code for each in ran.ran] == [0, 0, 1]
    found = commands(named(ran, "Validate").log)
    assert {each.properties["file"] for each in found} == {"log/四月.yaml"}
    comment = Path(named(ran, "Compare").outputs["comment"])
    text = comment.read_text("utf-8")
    assert "送课" in text or "log/四月" in text
    assert text in named(ran, "Compare").summary
    assert "log/四月" in named(ran, "Validate").summary
    assert json.loads((tmp_path / "build.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_what_cannot_run_fails_and_says_why(again: Any, tmp_path: Path) -> None:
    committed(write(tmp_path, {"programme.yaml": BASE}), "base")
    ran = again(tmp_path, "0" * 40)
    assert [each.code for each in ran.ran] == [0, 0, 2]
    assert named(ran, "Compare").outputs == {"status": "2"}
    ran = again(tmp_path, path="nowhere")
    assert named(ran, "Validate").outputs == {"status": "2"}
    assert ran.ran[-1].code == 2


def test_a_step_that_did_not_finish_is_no_success(again: Any, tmp_path: Path) -> None:
    running = job(tmp_path, tmp_path, steps={})
    running.environment["GITHUB_ACTION_PATH"] = str(REPOSITORY)
    running.run(ACTION["runs"]["steps"][-1:])
    assert running.failed


def test_inputs_are_values_and_never_scripts(again: Any, tmp_path: Path) -> None:
    committed(write(tmp_path, {"programme.yaml": BASE}), "base")
    evil = "$(touch pwned)`touch pwned`;touch pwned\n::error::x"
    for name in ("path", "base", "as-of", "lang", "fail-on", "diff-fail-on"):
        ran = again(tmp_path, **{"base": "HEAD", name: evil})
        assert ran.failed or name == "lang"
        assert not list(tmp_path.rglob("pwned"))
        assert all(commands(each.log) == [] for each in ran.ran)
    again(tmp_path, path="--help")
    assert not list(tmp_path.rglob("pwned"))


HOSTILE_NAMES = (
    "a%0A::set-env name=PATH::x.yaml",
    "\n::error::erfunden.yaml",
    "##[error]y.yaml",
    "::add-mask::甲小学.yaml",
    "$(touch pwned).yaml",
    "-rf.yaml",
    "end-.yaml",
    "![x](https:.yaml",
)
HOSTILE_TEMPLATE = "{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}"


def test_a_hostile_fork_gets_nothing_but_findings(again: Any, tmp_path: Path) -> None:
    committed(write(tmp_path, {"programme.yaml": BASE}), "base")
    base = git(tmp_path, "rev-parse", "HEAD")
    files = dict.fromkeys(
        HOSTILE_NAMES, 'activities:\n  - "\\n::error::x ##[error]y @team <img>"\n'
    )
    files |= {
        "templates/ranking.md": HOSTILE_TEMPLATE,
        "templates/score-sheet.md": HOSTILE_TEMPLATE,
    }
    files |= {
        f"{name}/x.yaml": "activities: 3\n" for name in ("##[set-env]d", "d\n::stop-commands::x")
    }
    files |= {
        "sitecustomize.py": "open('pwned', 'w')",
        "pairing_cli/__init__.py": "open('pwned', 'w')",
    }
    files |= {
        ".gitattributes": "* diff=evil\n",
        "pyproject.toml": "[build-system]\n",
        "pip.conf": "",
    }
    committed(write(tmp_path, files), "hostile")
    git(tmp_path, "config", "diff.evil.textconv", "touch pwned; cat")
    ran = again(tmp_path, base)
    assert [each.code for each in ran.ran] == [0, 0, 1], ran.ran
    assert not list(tmp_path.rglob("pwned"))
    own = commands(named(ran, "Validate").log)
    assert {each.name for each in own} == {"error"}
    assert len(own) == len(HOSTILE_NAMES) + 2
    assert all(each.properties["title"][0] in "SF" for each in own)
    assert commands(named(ran, "Compare").log) == []
    comment = named(ran, "Compare").outputs["comment"]
    assert named(ran, "Compare").outputs == {"status": "1", "comment": comment}
    assert "<img" not in Path(comment).read_text("utf-8")
    assert not any(each.outputs.get("PATH") for each in ran.ran)


def test_action_and_scripts_belong_together() -> None:
    names = {path.name for path in (REPOSITORY / "action").glob("*.sh")}
    called = {step["run"].rpartition("/")[2].rstrip('"') for step in ACTION["runs"]["steps"]}
    assert called == names - {"common.sh"}
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])
