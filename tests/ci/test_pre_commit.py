"""pre-commit, with the hook from a local clone of this repository, really installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import pairing
from tests.programmes import BASE, write
from tests.workflow import OFFLINE, checkout, git


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("hook"))


def commit(folder: Path, home: Path, message: str) -> subprocess.CompletedProcess[str]:
    """Commit as a user does, with pre-commit keeping its environments in a folder of the test."""
    names = {
        f"GIT_{who}_{what}": "x@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    git(folder, "add", "--all")
    return subprocess.run(
        ["git", "commit", "--message", message],
        cwd=folder,
        env={**os.environ, **OFFLINE, **names, "PRE_COMMIT_HOME": str(home), "PAIRING_LANG": "zh"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_a_bad_commit_is_blocked_and_a_good_one_passes(tool: Path, tmp_path: Path) -> None:
    plans, home = tmp_path / "plans", tmp_path / "home"
    config = (
        f"repos:\n  - repo: {tool}\n    rev: {git(tool, 'rev-parse', 'HEAD')}\n"
        "    hooks:\n      - id: pairing-validate\n      - id: pairing-fmt\n"
    )
    write(plans, {"programme.yaml": BASE, ".pre-commit-config.yaml": config})
    assert pairing("fmt", plans).code == 0
    git(plans, "init", "--quiet")
    installed = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=plans,
        env={**os.environ, "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    good = commit(plans, home, "方案")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout + good.stderr

    write(plans, {"log/四月.yaml": "activities: 3\n"})
    bad = commit(plans, home, "坏的")
    assert bad.returncode != 0
    assert "log/四月.yaml:1:13" in bad.stdout + bad.stderr
    assert git(plans, "log", "--format=%s") == "方案"

    (plans / "log" / "四月.yaml").unlink()
    write(plans, {"说明.md": "# 说明\n"})
    other = commit(plans, home, "说明")
    assert other.returncode == 0
    assert "no files to check" in other.stdout + other.stderr

    write(plans, {"log/五月.yaml": "activities: []   \n"})
    untidy = commit(plans, home, "五月")
    assert untidy.returncode != 0
    assert "files were modified by this hook" in untidy.stdout + untidy.stderr
    assert commit(plans, home, "五月").returncode == 0
    assert (plans / "log" / "五月.yaml").read_text("utf-8") == "activities: []\n"
