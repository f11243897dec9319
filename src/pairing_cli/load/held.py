"""The file that a cache is kept in: whole and one's own, or as good as none.

It stands in a folder that only its owner may enter, begins with the digest of what follows, and is written
beside itself and renamed, so that two runs at once leave one of two whole files. Nothing that goes wrong
here fails a run.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

LARGEST = 256 * 1024 * 1024
"""Bytes of a cache file that is read or written."""

MOST = 20
"""Cache files that are kept, the latest; each is of one programme."""

DAYS = 30
"""Days that a cache file is kept without being written anew."""

_SUFFIX = ".json"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_held(file: Path) -> list[bytes]:
    """The lines of a cache file; none when it is not there, not whole, or not one's own alone."""
    try:
        mark, _, body = _bytes(file).partition(b"\n")
    except OSError:
        return []
    whole = mark.decode("ascii", "replace") == hashlib.sha256(body).hexdigest()
    return body.split(b"\n") if whole else []


def _bytes(file: Path) -> bytes:
    """The bytes of a file that its owner alone may read and write; OSError otherwise."""
    _require_own(file.parent)
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST or not _own(status):
            raise PermissionError
        return stream.read()


def _own(status: os.stat_result) -> bool:
    """Whether something is the user's, and nobody else's to read or write; always so on Windows."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS


def write_held(file: Path, lines: list[bytes]) -> bool:
    """Put lines into a cache file as a whole, if that can be done; whether it was."""
    body = b"\n".join(lines)
    if len(body) > LARGEST:
        return False
    mark = hashlib.sha256(body).hexdigest().encode()
    try:
        _make(file.parent)
        _write(file, mark + b"\n" + body)
        _drop_old(file.parent)
    except OSError:
        return False
    return True


def _make(folder: Path) -> None:
    """Make a folder for its owner alone; PermissionError where it is there and somebody else's."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
    _require_own(folder)


def _require_own(folder: Path) -> None:
    """Refuse a folder that others may write into: PermissionError."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or not _own(status):
        raise PermissionError


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _drop_old(folder: Path) -> None:
    """Delete the files of programmes that have not been checked for long, and those beyond the most."""
    aged = sorted(((each.lstat().st_mtime, each) for each in folder.iterdir()), reverse=True)
    oldest = time.time() - DAYS * 24 * 60 * 60
    for number, (written, each) in enumerate(aged):
        if number >= MOST or written < oldest:
            each.unlink(missing_ok=True)


def drop_held(file: Path) -> None:
    """Delete a cache file, if there is one."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
