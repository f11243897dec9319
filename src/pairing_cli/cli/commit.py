"""The git commit that a folder is at, read from ``.git`` without running anything."""

from __future__ import annotations

import re
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF = re.compile(r"refs/[\w./@+-]+")


def commit_of(folder: Path) -> str | None:
    """The commit that is checked out; None outside git, before the first commit, or when unclear."""
    try:
        git = _git_folder(folder.resolve())
        return None if git is None else _head(git)
    except (OSError, UnicodeError):
        return None


def _git_folder(folder: Path) -> Path | None:
    """The folder that holds HEAD; of a worktree or submodule the one that its ``.git`` file names."""
    for above in (folder, *folder.parents):
        git = above / ".git"
        if git.is_dir():
            return git
        if git.is_file():
            named = git.read_text("utf-8").partition("gitdir:")[2].strip()
            return (above / named).resolve() if named else None
    return None


def _head(git: Path) -> str | None:
    head = (git / "HEAD").read_text("utf-8").strip()
    name = head.removeprefix("ref:").strip()
    if name == head:
        return _commit(head)
    if not _REF.fullmatch(name) or ".." in name:
        return None
    shared = git / "commondir"
    common = (git / shared.read_text("utf-8").strip()).resolve() if shared.is_file() else git
    loose = (place / name for place in (git, common))
    found = next((file.read_text("utf-8") for file in loose if file.is_file()), None)
    return _packed(common, name) if found is None else _commit(found)


def _packed(git: Path, name: str) -> str | None:
    packed = git / "packed-refs"
    lines = packed.read_text("utf-8").splitlines() if packed.is_file() else []
    return next((_commit(line.split()[0]) for line in lines if line.split()[1:] == [name]), None)


def _commit(text: str) -> str | None:
    found = text.strip()
    return found if _COMMIT.fullmatch(found) else None
