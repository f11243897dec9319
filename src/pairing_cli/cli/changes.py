"""What a command is about to write in a programme: files before and after, shown as a diff, saved as one.

with changing(root) as changes:
    changes.edit("log/xijie/2020-05.yaml", Append(("activities",), {...}))
    print(changes.diff())
    changes.save()
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.journal import Change, locked, settle, write_all
from pairing_cli.cli.session import Refusal
from pairing_cli.model.system import why

if TYPE_CHECKING:
    from pairing_cli.edit import Edit
    from pairing_cli.load.programme import Loaded, Memo
    from pairing_cli.load.veil import Veil


class Changes:
    """Files of a programme that are to be written; nothing is, before `save`."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing changed."""
        self.root = root
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}
        self._memo: Memo = {}
        self._attached: dict[str, bytes] = {}

    def read(self, path: str) -> bytes | None:
        """A file's bytes as they are to be; None when there is no such file."""
        if path not in self._before:
            self._before[path] = self._after[path] = self._read(path)
        return self._after[path]

    def _read(self, path: str) -> bytes | None:
        from pairing_cli.load.tree import FolderTree
        from pairing_cli.load.trouble import Trouble

        if not (self.root / path).exists():
            return None
        data = FolderTree(self.root).read(path)
        if isinstance(data, Trouble):
            raise Refusal("refuse.cannot-edit", path=path)
        return data

    def put(self, path: str, data: bytes) -> None:
        """Give a file these bytes."""
        self.read(path)
        self._after[path] = data

    def attach(self, path: str, data: bytes) -> None:
        """Give a new file that holds no records, such as evidence, its bytes."""
        if (self.root / path).exists():
            raise Refusal("refuse.changed", path=path)
        self._attached[path] = data

    def edit(self, path: str, *edits: Edit) -> None:
        """Change a file's data; one that is not there is made, with the header of its siblings."""
        from pairing_cli.edit import EditError, edited
        from pairing_cli.load.decode import decode
        from pairing_cli.load.events import parse

        data = self.read(path)
        if data is None:
            data = self._header(path)
        text = decode(data).text
        if text is None or parse(text).fatal:
            raise Refusal("refuse.cannot-edit", path=path)
        try:
            self._after[path] = edited(data, edits)
        except EditError as error:
            raise Refusal("refuse.edit", path=path) from error

    def _header(self, path: str) -> bytes:
        from pairing_cli.edit.header import header
        from pairing_cli.load.tree import FolderTree

        other = FolderTree(self.root).programme_file()
        data = self.read(other) if other is not None else None
        return header(path, other or "", (data or b"").decode("utf-8", "replace")).encode()

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes, as they are to be, of the files of records that were looked at."""
        return {path: data for path, data in self._after.items() if data is not None}

    @property
    def attached(self) -> dict[str, bytes]:
        """The bytes of new files that hold no records."""
        return dict(self._attached)

    @property
    def list(self) -> list[Change]:
        """The files that differ, by path."""
        edited = [
            Change(path, before, after)
            for path, before in self._before.items()
            if (after := self._after[path]) is not None and after != before
        ]
        new = (Change(path, None, data) for path, data in self._attached.items())
        return sorted((*edited, *new), key=lambda change: change.path)

    def load(self) -> Loaded:
        """The programme as its files are to be."""
        from pairing_cli.load.laid import LaidTree
        from pairing_cli.load.programme import load
        from pairing_cli.load.tree import FolderTree

        tree = LaidTree(FolderTree(self.root), self.files)
        return load(tree, evidence=False, memo=self._memo)

    def diff(self) -> str:
        """What differs, as ``git diff`` shows it, masked; of what is no text, only that it does."""
        from pairing_cli.load.programme import veil_of
        from pairing_cli.load.tree import FolderTree

        if not self.list:
            return ""
        edited = [change for change in self.list if change.path not in self._attached]
        veil = veil_of(FolderTree(self.root), {each.path: each.after for each in edited})
        return "".join(
            _diff(change, veil) if change in edited else _differing("/dev/null", change.path)
            for change in self.list
        )

    def save(self) -> None:
        """Write what differs, all or nothing. A refusal says why it could not be."""
        try:
            write_all(self.root, self.list)
        except OSError as error:
            where = error.filename or str(self.root)
            raise Refusal("refuse.write", path=str(where), why=why(error)) from error


@contextmanager
def changing(root: Path, *, write: bool = True) -> Iterator[Changes]:
    """Changes of a programme that nobody else changes meanwhile.

    Without ``write`` they are only looked at, and the folder may be one for reading only.
    """
    if not write:
        settle(root)
        yield Changes(root)
        return
    with locked(root):
        yield Changes(root)


def _differing(old: str, path: str) -> str:
    """What is said of a file that is no text."""
    return f"Binary files {old} and b/{path} differ\n"


def _diff(change: Change, veil: Veil) -> str:
    old = "/dev/null" if change.before is None else f"a/{change.path}"
    if b"\0" in change.after[:8000]:
        return _differing(old, change.path)
    sides = (change.before or b"", change.after)
    before, after = (_lines(each, change.path, veil) for each in sides)
    found = unified_diff(before, after, old, f"b/{change.path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline\n" for line in found)


def _lines(data: bytes, path: str, veil: Veil) -> list[str]:
    text, _ = veil.over(data.decode("utf-8", "replace"), path)
    return text.replace("\r\n", "␍\n").splitlines(keepends=True)
