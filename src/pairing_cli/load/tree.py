"""The files of a programme's folder, without following links or leaving it.

A `Tree` lists folders and gives the beginnings of files; `FolderTree` does so from the disk, and
`load.git` from a commit. All that is read of a programme comes through one of them.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from pairing_cli.load import limits
from pairing_cli.load.trouble import Trouble, spot
from pairing_cli.model.places import Span
from pairing_cli.model.system import why

YAML_SUFFIXES = (".yaml", ".yml")
NOT_SEARCHED = frozenset({"templates", "node_modules", "__pycache__"})
"""Folders that hold no records; what is hidden neither, such as the settings of pipelines and editors."""

_PROGRAMME_KEY = re.compile(
    rb"""(?:^(?:\xef\xbb\xbf)?|\A(?:[ \t]*(?:\#[^\n]*|---[ \t]*)?\r?\n)*+[ \t]*\{\s*)
    (?P<quote>["']?)(?P<key>programme)(?P=quote)[ \t]*:""",
    re.MULTILINE | re.VERBOSE,
)
_PROGRAMME_FILES = ("programme.yaml", "programme.yml")
_HEAD = 64 * 1024


class Kind(Enum):
    """What stands under a name in a folder; a link, a pipe or a device is something else."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


class Node(NamedTuple):
    """What stands under a name in a folder; the size in bytes, of files only."""

    kind: Kind
    size: int = 0


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A YAML file: its path inside the programme's folder, or why it cannot be used."""

    path: str
    trouble: Trouble | None = None


class TooLargeError(Exception):
    """A file is larger than what is read."""


class Tree(ABC):
    """A folder with files and folders in it; paths are POSIX, relative to it, and "" is itself."""

    @abstractmethod
    def listing(self, folder: str) -> Mapping[str, Node]:
        """What stands in a folder, by name. OSError when it cannot be listed."""

    @abstractmethod
    def beginning(self, path: str, size: int) -> bytes:
        """The first bytes of a regular file, never through a link. OSError when it cannot be read."""

    @abstractmethod
    def sha256(self, path: str) -> str:
        """The SHA-256 of a file, in hexadecimal; empty when it cannot be read."""

    def head(self, path: str) -> bytes:
        """The beginning of a file in which records may stand. OSError when it cannot be read."""
        return self.beginning(path, _HEAD)

    def whole(self, path: str, limit: int) -> bytes:
        """All of a regular file; TooLargeError when it has more bytes than the limit, or OSError."""
        data = self.beginning(path, limit + 1)
        if len(data) > limit:
            raise TooLargeError
        return data

    def read(self, path: str, limit: int = limits.YAML_BYTES) -> bytes | Trouble:
        """A file's bytes; a trouble when it cannot be read or is larger than ``limit``."""
        try:
            return self.whole(path, limit)
        except TooLargeError:
            return Trouble("F003", facts={"limit": limit // 1024})
        except OSError as error:
            return unreadable(error)

    def yaml_files(self) -> Iterator[FoundFile]:
        """The YAML files, sorted.

        Other programmes' folders are left out, and named by the file that makes them programmes.
        """
        yield from self._below("", limits.FOLDERS)

    def _below(self, folder: str, depth: int) -> Iterator[FoundFile]:
        try:
            entries = sorted(self.listing(folder).items())
        except OSError as error:
            yield FoundFile(folder or ".", unreadable(error))
            return
        for name, node in entries:
            path = _inside(folder, name)
            if node.kind is Kind.FOLDER:
                if _searched(name):
                    yield from self._folder(path, depth)
            elif _is_yaml(name):
                yield FoundFile(path, Trouble("F002") if node.kind is not Kind.FILE else None)

    def _folder(self, folder: str, depth: int) -> Iterator[FoundFile]:
        """What a folder holds; of another programme's folder, only that it is left out."""
        other = self.programme_file(folder)
        if other is not None:
            path = _inside(folder, other)
            yield FoundFile(path, Trouble("F027", self._key_in(path), {"folder": folder}))
        elif depth == 0:
            yield FoundFile(folder, Trouble("F021", None, {"limit": limits.FOLDERS}, "folders"))
        else:
            yield from self._below(folder, depth - 1)

    def programmes(self, folder: str = "", depth: int = limits.FOLDERS) -> Iterator[str]:
        """Every programme's folder below (or at) a folder, sorted, not looking inside programmes."""
        if self.programme_file(folder) is not None:
            yield folder
            return
        try:
            entries = sorted(self.listing(folder).items())
        except OSError:
            return
        for name, node in entries:
            if depth and node.kind is Kind.FOLDER and _searched(name):
                yield from self.programmes(_inside(folder, name), depth - 1)

    def programme_file(self, folder: str = "") -> str | None:
        """The name of the file that makes a folder a programme's; None when there is none."""
        try:
            names = sorted(self.listing(folder))
        except OSError:
            return None
        named = (name for name in names if name in _PROGRAMME_FILES)
        saying = (name for name in names if _is_yaml(name) and self._key_in(_inside(folder, name)))
        return next(named, None) or next(saying, None)

    def _key_in(self, path: str) -> Span | None:
        """Where a file has the top-level key ``programme``: in a block, in braces, or in quotes."""
        try:
            head = self.head(path)
        except OSError:
            return None
        if b"programme" not in head:
            return None
        found = _PROGRAMME_KEY.search(head)
        if found is None:
            return None
        start = head.rfind(b"\n", 0, found.start("key")) + 1
        before = head[start : found.start("key")].removeprefix(b"\xef\xbb\xbf")
        column = len(before.decode("utf-8", "replace")) + 1
        return spot(head.count(b"\n", 0, start) + 1, column, len("programme"))


class FolderTree(Tree):
    """A folder on disk; each of its folders is listed once."""

    def __init__(self, root: Path) -> None:
        """Nothing is read until it is asked for."""
        self.root = root
        self._listings: dict[str, dict[str, Node]] = {}
        self._heads: dict[str, bytes] = {}

    def listing(self, folder: str) -> Mapping[str, Node]:
        """What stands in a folder, by name. OSError when it cannot be listed."""
        if folder not in self._listings:
            with os.scandir(self.root / folder) as entries:
                self._listings[folder] = {entry.name: _node(entry) for entry in entries}
        return self._listings[folder]

    def beginning(self, path: str, size: int) -> bytes:
        """The first bytes of a regular file, never through a link. OSError when it cannot be read."""
        return _beginning(self.root / path, size)

    def head(self, path: str) -> bytes:
        """The beginning of a file; if that is all of it, it is kept until `whole` asks for it."""
        found = super().head(path)
        if len(found) < _HEAD:
            self._heads[path] = found
        return found

    def whole(self, path: str, limit: int) -> bytes:
        """All of a regular file; TooLargeError when it has more bytes than the limit, or OSError."""
        found = self._heads.pop(path, None)
        return super().whole(path, limit) if found is None else found

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file, in hexadecimal; empty when it cannot be read."""
        try:
            with (self.root / path).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return ""


def _node(entry: os.DirEntry[str]) -> Node:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return Node(Kind.OTHER)
    if stat.S_ISDIR(status.st_mode):
        return Node(Kind.FOLDER)
    return Node(Kind.FILE, status.st_size) if stat.S_ISREG(status.st_mode) else Node(Kind.OTHER)


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_yaml(name: str) -> bool:
    """Whether a file of this name may hold records."""
    return not name.startswith(".") and name.lower().endswith(YAML_SUFFIXES)


def _searched(name: str) -> bool:
    """Whether records are looked for in a folder of this name."""
    return not name.startswith(".") and name not in NOT_SEARCHED


def unreadable(error: OSError) -> Trouble:
    """The trouble of a file that the system will not open."""
    return Trouble("F001", facts={"why": why(error)})


def read_regular(path: Path, limit: int) -> bytes:
    """The bytes of a regular file, never through a link; OSError or TooLargeError otherwise."""
    return FolderTree(path.parent).whole(path.name, limit)


def _beginning(path: Path, size: int) -> bytes:
    """The first bytes of a regular file, never through a link and without waiting for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return stream.read(min(size, max(status.st_size, _HEAD) + 1))  # room costs time, too
    finally:
        os.close(handle)


def is_programme(folder: Path) -> bool:
    """Whether a YAML file directly in the folder has the top-level key ``programme``."""
    return FolderTree(folder).programme_file() is not None


def programme_above(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upwards, that is a programme's."""
    folder = start if start.is_dir() else start.parent
    return next((above for above in (folder, *folder.parents) if is_programme(above)), None)


def programmes_below(folder: Path) -> Iterator[Path]:
    """Every programme's folder below (or at) a folder, sorted, not looking inside programmes."""
    yield from (folder / each for each in FolderTree(folder).programmes())
