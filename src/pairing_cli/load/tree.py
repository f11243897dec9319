"""The files of a programme's folder, without following links or leaving it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pairing_cli.load import limits
from pairing_cli.load.trouble import Trouble, spot
from pairing_cli.model.places import Span

YAML_SUFFIXES = (".yaml", ".yml")
NOT_SEARCHED = frozenset({"templates", "node_modules", "__pycache__"})
"""Folders that hold no records; hidden folders neither."""

_PROGRAMME_KEY = re.compile(
    rb"""(?:^(?:\xef\xbb\xbf)?|\A(?:[ \t]*(?:\#[^\n]*|---[ \t]*)?\r?\n)*+[ \t]*\{\s*)
    (?P<quote>["']?)(?P<key>programme)(?P=quote)[ \t]*:""",
    re.MULTILINE | re.VERBOSE,
)
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
        """The YAML files below the root, sorted.

        Other programmes' folders are left out, and named by the file that makes them programmes.
        """
        yield from self._below(self.root, "", limits.FOLDERS)

    def _below(self, folder: Path, prefix: str, depth: int) -> Iterator[FoundFile]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(prefix.rstrip("/") or ".", unreadable(error))
            return
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _searched(entry):
                    yield from self._inside(Path(entry.path), path, depth)
            elif entry.name.lower().endswith(YAML_SUFFIXES):
                yield FoundFile(path, Trouble("F002") if not _regular(entry) else None)

    def _inside(self, folder: Path, path: str, depth: int) -> Iterator[FoundFile]:
        """What a folder holds; of another programme's folder, only that it is left out."""
        other = programme_file(folder)
        if other is not None:
            trouble = Trouble("F027", _key_in(folder / other), {"folder": path})
            yield FoundFile(f"{path}/{other}", trouble)
        elif depth == 0:
            yield FoundFile(path, Trouble("F021", None, {"limit": limits.FOLDERS}, "folders"))
        else:
            yield from self._below(folder, path + "/", depth - 1)

    def read(self, path: str, limit: int = limits.YAML_BYTES) -> bytes | Trouble:
        """A file's bytes; a trouble when it cannot be read or is larger than ``limit``."""
        try:
            return read_regular(self.root / path, limit)
        except TooLargeError:
            return Trouble("F003", facts={"limit": limit // 1024})
        except OSError as error:
            return unreadable(error)


def _searched(entry: os.DirEntry[str]) -> bool:
    """Whether records are looked for in a folder of this name."""
    return not entry.name.startswith(".") and entry.name not in NOT_SEARCHED


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
    data = _beginning(path, limit + 1)
    if len(data) > limit:
        raise TooLargeError
    return data


def _beginning(path: Path, size: int) -> bytes:
    """The first bytes of a regular file, never through a link and without waiting for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return stream.read(size)
    finally:
        os.close(handle)


def is_programme(folder: Path) -> bool:
    """Whether a YAML file directly in the folder has the top-level key ``programme``."""
    return programme_file(folder) is not None


def programme_file(folder: Path) -> str | None:
    """The name of the file that makes a folder a programme's; None when there is none."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return None
    named = (name for name in names if name in _PROGRAMME_FILES)
    saying = (
        name
        for name in names
        if name.lower().endswith(YAML_SUFFIXES) and _key_in(folder / name) is not None
    )
    return next(named, None) or next(saying, None)


def _key_in(file: Path) -> Span | None:
    """Where a file has the top-level key ``programme``: in a block, in braces, or in quotes."""
    try:
        head = _beginning(file, _HEAD)
    except OSError:
        return None
    found = _PROGRAMME_KEY.search(head)
    if found is None:
        return None
    start = head.rfind(b"\n", 0, found.start("key")) + 1
    before = (
        head[start : found.start("key")].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    )
    return spot(head.count(b"\n", 0, start) + 1, len(before) + 1, len("programme"))


def programme_above(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upwards, that is a programme's."""
    folder = start if start.is_dir() else start.parent
    return next((above for above in (folder, *folder.parents) if is_programme(above)), None)


def programmes_below(folder: Path) -> Iterator[Path]:
    """Every programme's folder below (or at) a folder, sorted, not looking inside programmes."""
    yield from _programmes_below(folder, limits.FOLDERS)


def _programmes_below(folder: Path, depth: int) -> Iterator[Path]:
    if is_programme(folder):
        yield folder
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if depth and entry.is_dir(follow_symlinks=False) and _searched(entry):
            yield from _programmes_below(Path(entry.path), depth - 1)
