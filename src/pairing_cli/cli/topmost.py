"""Paths as they stand in a repository: how every machine that shows findings names files."""

from __future__ import annotations

import os
from pathlib import Path


def top_of(folder: Path) -> Path | None:
    """The top of the repository that a folder is in; None outside git."""
    folder = folder.resolve()
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def from_top(path: Path) -> str:
    """A path from the top of its repository; outside git from the current folder, or its own name."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  a link is named, not what it leads to
    for top in (top_of(whole if whole.is_dir() else whole.parent), Path.cwd()):
        if top is not None and whole.resolve().is_relative_to(top.resolve()):
            return whole.resolve().relative_to(top.resolve()).as_posix()
    return whole.name
