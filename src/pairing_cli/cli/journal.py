"""Several files of a programme written as one: all of them or none, whatever happens and when.

What is to be written is first written, whole and synced, into ``.pairing/pending``. Then a journal says
which of these files goes where: from there on it counts as done. Then each is renamed to its place, and
the journal goes. Whoever finds a journal finishes what it says before doing anything else; files in
``pending`` without a journal were never meant to count. One process at a time does this, and a file that
is no longer what was read is never overwritten (docs/adr/0014).
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pairing_cli.cli.files import stage, sync_folder, write_bytes
from pairing_cli.cli.session import Refusal
from pairing_cli.model.system import why

FOLDER = ".pairing"
"""The folder beside a programme's files where writing is prepared."""

IGNORED = b"/*\n!/baseline.json\n!/schema/\n"
"""What git does not see of it: all but the baseline and the schema of editors."""

WAIT = 60
"""Seconds to wait while another process is writing."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file's path inside the programme, its bytes as they were read (None: no file), and the new ones."""

    path: str
    before: bytes | None
    after: bytes


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """While it lasts, nobody else writes into the programme; what was begun before is finished first.

    The system takes the lock back from a process that dies.
    """
    from filelock import FileLock, Timeout

    folder = root / FOLDER
    lock = FileLock(folder / "lock", timeout=WAIT)
    _refuse_links(folder)
    try:
        _prepare(folder)
        lock.acquire()
        _finish(root)
    except Timeout as error:
        raise Refusal("refuse.busy", path=str(root)) from error
    except OSError as error:
        lock.release()
        raise Refusal("refuse.write", path=str(root), why=why(error)) from error
    except Refusal:
        lock.release()
        raise
    try:
        yield
    finally:
        lock.release()


def _refuse_links(folder: Path) -> None:
    """A folder that leads elsewhere was made by somebody else; nothing is written or swept there."""
    for path in (folder, folder / "pending", folder / "kept", folder / "lock"):
        if path.is_symlink():
            raise Refusal("refuse.journal", path=str(path))


def settle(root: Path) -> None:
    """Finish what an interrupted command began to write; in a folder for reading only, leave it."""
    if (root / FOLDER / "journal.json").exists():
        with suppress(Refusal), locked(root):
            pass


def write_all(root: Path, changes: Sequence[Change]) -> None:
    """Write files, all or none. To be called inside `locked`.

    Refuses when one of them has been changed since it was read. OSError when it could not be done: the
    old files are there then.
    """
    for change in changes:
        if _bytes(root / change.path) != change.before:
            raise Refusal("refuse.changed", path=change.path)
    folder = root / FOLDER
    staged: list[Path] = []
    try:
        for change in changes:
            temporary = stage(root / change.path, change.after, folder / "pending")
            staged.append(temporary)  # one by one: what was made before one fails is taken away
        sync_folder(folder / "pending")
        _write_journal(folder, _entries(changes, staged))
    except BaseException:
        _discard(folder, staged)
        raise
    _carry_out(root, changes, staged)


def _carry_out(root: Path, changes: Sequence[Change], staged: list[Path]) -> None:
    """Put the files that were prepared into their places; back to the old ones when that fails."""
    try:
        for change, temporary in zip(changes, staged, strict=True):
            _into_place(temporary, root / change.path)
        _journal_done(root / FOLDER)
    except OSError:
        _turn_back(root, changes)
        raise


def _turn_back(root: Path, changes: Sequence[Change]) -> None:
    """Put the old files back. It is done when the journal says so; if not, the new ones are to come."""
    folder = root / FOLDER
    entries = []
    for change in changes:
        old = change.before
        name = None if old is None else stage(root / change.path, old, folder / "pending").name
        entries.append({"path": change.path, "staged": name, "before": _hash(change.after)})
    _write_journal(folder, entries)
    _finish(root)


def _into_place(temporary: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:  # a part of the folder on another disk
            raise
        write_bytes(path, temporary.read_bytes())
        temporary.unlink()
    sync_folder(path.parent)


def _discard(folder: Path, staged: list[Path]) -> None:
    (folder / "journal.json").unlink(missing_ok=True)
    for temporary in staged:
        temporary.unlink(missing_ok=True)


def _entries(changes: Sequence[Change], staged: list[Path]) -> list[dict[str, Any]]:
    return [
        {
            "path": change.path,
            "staged": temporary.name,
            "before": None if change.before is None else _hash(change.before),
        }
        for change, temporary in zip(changes, staged, strict=True)
    ]


def _write_journal(folder: Path, entries: list[dict[str, Any]]) -> None:
    """Say what is to be done; it is prepared where it is swept if it never counts."""
    data = json.dumps({"files": entries}, ensure_ascii=False).encode()
    _into_place(stage(folder / "journal.json", data, folder / "pending"), folder / "journal.json")


def _finish(root: Path) -> None:
    """Finish what the journal of an interrupted command says, and sweep what has none."""
    folder = root / FOLDER
    data = _bytes(folder / "journal.json")
    for entry in _read_journal(root, data) if data is not None else ():
        _finish_one(root, entry)
    if data is not None:
        _journal_done(folder)
    for left in (folder / "pending").iterdir():
        left.unlink()


def _read_journal(root: Path, data: bytes) -> list[dict[str, Any]]:
    """What a journal says. One that leads out of the programme is not ours: it may have come with a clone."""
    try:
        entries: list[dict[str, Any]] = json.loads(data)["files"]
        ours = all(_is_ours(root, each["path"], each["staged"], each["before"]) for each in entries)
    except (ValueError, TypeError, KeyError, OSError, RuntimeError):
        ours = False
    if not ours:
        raise Refusal("refuse.journal", path=str(root / FOLDER / "journal.json"))
    return entries


def _is_ours(root: Path, path: str, staged: str | None, before: str | None) -> bool:
    """Whether a file stays in the programme's folder and out of git's, and what is staged in ours."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or ".git" in map(str.casefold, parts):
        return False
    inside = (root / path).parent.resolve().is_relative_to(root.resolve())
    plain = staged is None or PurePosixPath(staged).name == staged
    held = None if staged is None else root / FOLDER / "pending" / staged
    return inside and plain and not (held and held.is_symlink()) and isinstance(before, str | None)


def _finish_one(root: Path, entry: dict[str, Any]) -> None:
    """Put one file into its place; one that somebody has changed meanwhile stays, ours is kept aside."""
    path = root / entry["path"]
    there = _bytes(path)
    as_left = (None if there is None else _hash(there)) == entry["before"]
    if entry["staged"] is None:
        if as_left:
            path.unlink(missing_ok=True)
        return
    temporary = root / FOLDER / "pending" / entry["staged"]
    if as_left and temporary.exists():
        _into_place(temporary, path)
    elif temporary.exists() and there != temporary.read_bytes():
        (root / FOLDER / "kept").mkdir(exist_ok=True)
        temporary.replace(root / FOLDER / "kept" / temporary.name.strip("."))


def _journal_done(folder: Path) -> None:
    (folder / "journal.json").unlink()
    sync_folder(folder)


def _prepare(folder: Path) -> None:
    (folder / "pending").mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_bytes(ignore, IGNORED)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


__all__ = ["Change", "locked", "settle", "write_all"]
