"""A plans repository in git, made for tests: the Gaotai example, and changes that people make to it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.programmes import GAOTAI

FOLDER = "帮扶/高台2020"
"""Where the programme stands in the repository: in folders with Chinese names."""

_ALWAYS = {
    "GIT_AUTHOR_NAME": "示例",
    "GIT_AUTHOR_EMAIL": "shili@example.invalid",
    "GIT_AUTHOR_DATE": "2020-12-18T08:00:00+08:00",
    "GIT_COMMITTER_NAME": "示例",
    "GIT_COMMITTER_EMAIL": "shili@example.invalid",
    "GIT_COMMITTER_DATE": "2020-12-18T08:00:00+08:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    """What git says, run in a folder as the same person on the same day."""
    environment = {**os.environ, **_ALWAYS}
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def new_repository(top: Path, source: Path = GAOTAI, folder: str = FOLDER) -> Path:
    """A repository on branch ``main`` with a programme in a folder; the programme's folder."""
    root = top / folder
    shutil.copytree(source, root)
    git(top, "init", "-q", "-b", "main")
    commit(top, "方案与记录")
    return root


def commit(top: Path, message: str) -> str:
    """Commit everything; the commit."""
    git(top, "add", "-A")
    git(top, "commit", "-q", "--allow-empty", "-m", message)
    return git(top, "rev-parse", "HEAD")


@dataclass(frozen=True)
class Files:
    """The files of a programme's folder, to be changed as people change them."""

    root: Path

    def swap(self, file: str, old: str, new: str) -> None:
        """Put a text in the place of another, which stands there once."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    def swap_all(self, old: str, new: str) -> None:
        """Put a text in the place of another in every file."""
        for path in sorted(self.root.rglob("*.yaml")):
            text = path.read_text("utf-8")
            if old in text:
                path.write_text(text.replace(old, new), "utf-8")

    def add(self, file: str, text: str) -> None:
        """Add lines at the end of a file."""
        path = self.root / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def drop(self, file: str, old: str) -> None:
        """Take a text out."""
        self.swap(file, old, "")


Change = Callable[[Files], None]
