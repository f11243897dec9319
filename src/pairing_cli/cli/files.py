"""Writing files so that nothing is ever half written: temporary, synced, renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

OFFICE = frozenset([".docx", ".xlsx"])
"""Files that people keep open while they make them anew."""


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all, into a folder that is there. OSError when it fails.

    A device or a pipe (``/dev/stdout``) is written to, never replaced by a file.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    temporary = stage(path, data, path.parent)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def stage(path: Path, data: bytes, folder: Path) -> Path:
    """Write what a file is to hold into a temporary one in a folder, synced; nothing stays when it fails."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def lock_of(path: Path) -> Path | None:
    """The file by which an office program says that it has this one open; None where there is none.

    Word puts ``~$`` before a name or over its first characters, Excel and WPS before it, WPS also ``.~``;
    LibreOffice writes ``.~lock.NAME#``.
    """
    if path.suffix.lower() not in OFFICE:
        return None
    name = path.name
    names = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#")
    return next((found for each in names if (found := path.with_name(each)).exists()), None)


def _mode(path: Path) -> int:
    """The permissions that a file of this path has, or would get."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Let a folder's new names reach the disk, where the system knows how."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
