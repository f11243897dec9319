"""A commit as a tree of files, read through git without checking anything out.

git itself is asked, never a library: what a clone may hold (packs, worktrees, alternates, partial
clones) is its business. It is asked with replacing, hooks, monitors and lazy fetching off, so that
nothing runs and nothing comes over the network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pairing_cli.load import limits
from pairing_cli.load.tree import Kind, Node, Tree

_SAFE = (
    *("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath="),
    *("-c", "diff.external=", "--no-replace-objects", "--literal-pathspecs"),
)
_CALM = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KINDS = {"100644": Kind.FILE, "100755": Kind.FILE, "100664": Kind.FILE}


class GitError(Exception):
    """What git cannot give: ``reason`` is ``no-git``, ``no-repository``, ``failed``; and its words."""

    def __init__(self, reason: str, words: str = "") -> None:
        """A reason, and what git said."""
        super().__init__(f"{reason}: {words}")
        self.reason = reason
        self.words = words


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs between two states: A added, M modified, D deleted, R renamed, T type.

    Paths are POSIX, from the repository's top; ``path`` is the new one, or the old of a deleted file.
    """

    status: str
    path: str
    old: str | None = None


@dataclass(frozen=True)
class Git:
    """A repository, asked through git from a folder inside it."""

    folder: Path

    @cached_property
    def top(self) -> Path:
        """The folder that is checked out; GitError outside a repository."""
        try:
            return Path(self._text("rev-parse", "--show-toplevel"))
        except GitError as error:
            raise GitError("no-repository" if error.reason == "failed" else error.reason) from error

    @cached_property
    def shallow(self) -> bool:
        """Whether the clone lacks older commits."""
        return self._text("rev-parse", "--is-shallow-repository") == "true"

    def commit(self, name: str) -> str | None:
        """The commit that a name stands for; None when there is none."""
        if not name or name.startswith("-"):
            return None
        try:
            return self._text(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
            )
        except GitError:
            return None

    def merge_base(self, one: str, other: str) -> str | None:
        """The best common ancestor of two commits; None when the clone has none."""
        try:
            return self._text("merge-base", one, other) or None
        except GitError:
            return None

    def changes(self, base: str, head: str | None = None) -> list[Change]:
        """The files that differ from a commit: in another commit, or, without one, on disk."""
        asked = ("diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", base)
        if head is not None:
            return list(_changes(_fields(self.ask(*asked, head, "--"))))
        with tempfile.TemporaryDirectory() as name:
            index = Path(name) / "index"
            with_new = {"GIT_INDEX_FILE": str(index)}
            self._copy_index(index)
            self.ask("add", "--intent-to-add", "--", str(self.top), more=with_new)
            return list(_changes(_fields(self.ask(*asked, "--", more=with_new))))

    def _copy_index(self, target: Path) -> None:
        """Copy the index, into which new files are entered without being stored or staged.

        Its time goes with it: by that git knows which files may have changed since without showing it.
        """
        index = self.folder / self._text("rev-parse", "--git-path", "index")
        if index.is_file():
            shutil.copy2(index, target)

    def entries(self, commit: str) -> dict[str, tuple[Node, str]]:
        """Every file of a commit, by its path: what it is, and its blob."""
        found = {}
        for line in _fields(self.ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit)):
            about, _, path = line.partition("\t")
            mode, _, blob, size = about.split()
            kind = _KINDS.get(mode, Kind.OTHER)
            found[path] = (Node(kind, int(size) if size.isdigit() else 0), blob)
        return found

    def blob(self, blob: str) -> bytes:
        """The bytes of a blob; OSError when the clone has not got them."""
        try:
            return self.ask("cat-file", "blob", blob)
        except GitError as error:
            raise OSError(0, error.words or error.reason) from error

    def blobs(self, blobs: Sequence[str]) -> dict[str, bytes]:
        """The bytes of several blobs, those that the clone has got."""
        if not blobs:
            return {}
        asked = "\n".join(blobs).encode() + b"\n"
        return dict(_batched(self.ask("cat-file", "--batch", given=asked)))

    def _text(self, *arguments: str) -> str:
        return os.fsdecode(self.ask(*arguments)).rstrip("\n")

    def ask(
        self, *arguments: str, given: bytes = b"", more: Mapping[str, str] = MappingProxyType({})
    ) -> bytes:
        """What git answers; GitError when it cannot."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(  # noqa: S603  the command is fixed, names come after --end-of-options
                ["git", *_SAFE, *arguments],  # noqa: S607  where git is differs from machine to machine
                cwd=self.folder,
                env={**kept, **_CALM, **more},
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise GitError("no-git") from error
        if done.returncode:
            raise GitError("failed", done.stderr.decode("utf-8", "replace").strip())
        return done.stdout


def _fields(answer: bytes) -> list[str]:
    return [os.fsdecode(each) for each in answer.split(b"\0") if each]


def _changes(fields: Sequence[str]) -> Iterator[Change]:
    rest = iter(fields)
    for status in rest:
        if status[0] in "RC":
            old, new = next(rest), next(rest)
            yield Change("R", new, old) if status[0] == "R" else Change("A", new)
        else:
            yield Change("M" if status[0] == "T" else status[0], next(rest))


def _batched(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """The blobs of an answer of ``cat-file --batch``: a line about each, its bytes, a line's end."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        about = answer[place:end].split()
        place = end + 1
        if len(about) == 3 and about[2].isdigit():
            size = int(about[2])
            yield about[0].decode(), answer[place : place + size]
            place += size + 1


@dataclass
class GitTree(Tree):
    """A folder of a commit. ``prefix`` is its path from the repository's top, "" for the top itself.

    ``beside`` is a tree in which the files named by ``same`` are known to be as in the commit: they
    are read there, which saves asking git for every photograph.
    """

    git: Git
    commit: str
    prefix: str = ""
    beside: Tree | None = None
    differing: frozenset[str] = frozenset()
    _read: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def _files(self) -> dict[str, tuple[Node, str]]:
        lead = f"{self.prefix}/" if self.prefix else ""
        found = self.git.entries(self.commit)
        return {
            path.removeprefix(lead): each for path, each in found.items() if path.startswith(lead)
        }

    @cached_property
    def _folders(self) -> dict[str, dict[str, Node]]:
        folders: dict[str, dict[str, Node]] = {"": {}}
        for path, (node, _) in self._files.items():
            parts = path.split("/")
            for depth in range(1, len(parts)):
                above = folders.setdefault("/".join(parts[: depth - 1]), {})
                above[parts[depth - 1]] = Node(Kind.FOLDER)
            folders.setdefault("/".join(parts[:-1]), {})[parts[-1]] = node
        return folders

    def listing(self, folder: str) -> Mapping[str, Node]:
        """What stands in a folder, by name. OSError when it is none."""
        found = self._folders.get(folder)
        if found is None:
            raise FileNotFoundError(2, "no such folder in this commit", folder)
        return found

    def beginning(self, path: str, size: int) -> bytes:
        """The first bytes of a regular file. OSError when it is none, or the clone has not got it."""
        if self.beside is not None and path not in self.differing:
            return self.beside.beginning(path, size)
        return self._bytes(path)[:size]

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file, in hexadecimal; empty when it cannot be read."""
        if self.beside is not None and path not in self.differing:
            return self.beside.sha256(path)
        try:
            return hashlib.sha256(self._bytes(path)).hexdigest()
        except OSError:
            return ""

    def blob(self, path: str) -> str | None:
        """The blob of a file; None when there is none."""
        found = self._files.get(path)
        return found[1] if found else None

    def _bytes(self, path: str) -> bytes:
        node, blob = self._files.get(path, (Node(Kind.OTHER), ""))
        if node.kind is not Kind.FILE:
            raise FileNotFoundError(2, "no such file in this commit", path)
        if blob not in self._read:
            self._fetch(path)
        if blob not in self._read:
            raise OSError(0, "the clone lacks this file's content")
        return self._read[blob]

    def _fetch(self, path: str) -> None:
        """Read a file, and with the first YAML file all others, in one go."""
        wanted = {self._files[path][1]}
        if path.lower().endswith((".yaml", ".yml")):
            wanted |= {
                blob
                for name, (node, blob) in self._files.items()
                if name.lower().endswith((".yaml", ".yml"))
                and node.kind is Kind.FILE
                and node.size <= limits.YAML_BYTES
                and (self.beside is None or name in self.differing)
            }
        self._read |= self.git.blobs(sorted(wanted - set(self._read)))
