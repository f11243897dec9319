"""The files of a programme's folder, without following links or leaving it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pairing_cli.load import limits
from pairing_cli.load.trouble import Trouble

YAML_SUFFIXES = (".yaml", ".yml")
NOT_SEARCHED = frozenset({"templates", "node_modules", "__pycache__"})
"""Folders that hold no records; hidden folders neither."""

_PROGRAMME_KEY = re.compile(rb"^\xef?\xbb?\xbf?programme[ \t]*:", re.MULTILINE)
_PROGRAMME_FILES = ("programme.yaml", "programme.yml")
_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A YAML file: its path inside the programme's folder, or why it cannot be used."""

    path: str
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class FolderTree:
    """A programme's folder on disk."""

    root: Path

    def yaml_files(self) -> Iterator[FoundFile]:
        """The YAML files below the root, sorted; other programmes' folders are left out."""
        yield from self._below(self.root, "")

    def _below(self, folder: Path, prefix: str) -> Iterator[FoundFile]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(prefix.rstrip("/") or ".", unreadable(error))
            return
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if self._searched(entry):
                    yield from self._below(Path(entry.path), path + "/")
            elif entry.name.lower().endswith(YAML_SUFFIXES):
                yield FoundFile(path, Trouble("F002") if not _regular(entry) else None)

    @staticmethod
    def _searched(entry: os.DirEntry[str]) -> bool:
        return (
            not entry.name.startswith(".")
            and entry.name not in NOT_SEARCHED
            and not is_programme(Path(entry.path))
        )

    def read(self, path: str, limit: int = limits.YAML_BYTES) -> bytes | Trouble:
        """A file's bytes; a trouble when it cannot be read or is larger than ``limit``."""
        try:
            return read_regular(self.root / path, limit)
        except TooLargeError:
            return Trouble("F003", facts={"limit": limit // 1024})
        except OSError as error:
            return unreadable(error)


def _regular(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def unreadable(error: OSError) -> Trouble:
    """The trouble of a file that the system will not open."""
    return Trouble("F001", facts={"why": error.strerror or type(error).__name__})


class TooLargeError(Exception):
    """A file is larger than what is read."""


def read_regular(path: Path, limit: int) -> bytes:
    """The bytes of a regular file, never through a link; OSError or TooLargeError otherwise."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a regular file")
        if status.st_size > limit:
            raise TooLargeError
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(limit + 1)
    finally:
        os.close(handle)
    if len(data) > limit:
        raise TooLargeError
    return data


def is_programme(folder: Path) -> bool:
    """Whether a YAML file directly in the folder has the top-level key ``programme``."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return False
    if any(name in _PROGRAMME_FILES for name in names):
        return True
    files = (folder / name for name in names if name.lower().endswith(YAML_SUFFIXES))
    return any(_says_programme(file) for file in files)


def _says_programme(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return _PROGRAMME_KEY.search(stream.read(_HEAD)) is not None
    except OSError:
        return False


def programme_above(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upwards, that is a programme's."""
    folder = start if start.is_dir() else start.parent
    return next((above for above in (folder, *folder.parents) if is_programme(above)), None)


def programmes_below(folder: Path) -> Iterator[Path]:
    """Every programme's folder below (or at) a folder, sorted, not looking inside programmes."""
    if is_programme(folder):
        yield folder
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        hidden = entry.name.startswith(".") or entry.name in NOT_SEARCHED
        if entry.is_dir(follow_symlinks=False) and not hidden:
            yield from programmes_below(Path(entry.path))
