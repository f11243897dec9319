"""Attachments that come beside a form: the files of a folder, or of a zip archive.

Archives made on Chinese Windows write names in GBK and do not say so; those of other systems write
UTF-8 and often do not say so either. One archive is made by one program, so that all its names are
read together.
"""

from __future__ import annotations

import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from pairing_cli.model.diagnostics import say
from pairing_cli.office import limits
from pairing_cli.office.directory import check_names, check_size
from pairing_cli.office.guard import FORM
from pairing_cli.office.media import Item, Loss, Media, item_of, sorted_out
from pairing_cli.office.package import Refused, refusing

_ARCHIVE = replace(FORM, packed=limits.ARCHIVE, unpacked=limits.ARCHIVE, ratio=0)
"""What an archive may hold: photographs and scans are packed already."""

_UTF8 = 0x800
_UNICODE_NAME = 0x7075
_ASIAN = re.compile("[\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
_LEFT_ALONE = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz")
_FARTHEST = 20
"""Folders inside folders."""


def attachments_in_zip(data: bytes) -> Media:
    """The files of a zip archive, each with its path; Refused where it is none, or too large."""
    with refusing():
        check_size(data, _ARCHIVE)
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            for info, name in zip(infos, _names(infos), strict=True):
                info.filename = name
            check_names(infos, _ARCHIVE)
            files = (info for info in infos if not info.is_dir())
            return sorted_out(
                _zipped(archive, info) for info in files if not _left_alone(info.filename)
            )


def _zipped(archive: ZipFile, info: ZipInfo) -> Item | Loss:
    trouble = _trouble(info.filename, info.file_size)
    return trouble or item_of(archive.read(info), info.filename)


def attachments_in_folder(folder: Path) -> Media:
    """The files of a folder and those below it, by name; links are not followed.

    Refused where there are too many. OSError where the folder cannot be read.
    """
    return sorted_out(_in_folder(folder))


def _in_folder(folder: Path) -> Iterator[Item | Loss]:
    number = total = 0
    for path in _files(folder, _FARTHEST):
        name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
        if _left_alone(name):
            continue
        size = path.stat().st_size
        number, total = number + 1, total + size
        if number > limits.ENTRIES:
            raise Refused("entries", part="", limit=str(limits.ENTRIES))
        if total > limits.ARCHIVE:
            limit = f"{limits.ARCHIVE // limits.MIB} MiB"
            raise Refused("unpacks", part="", limit=limit)
        yield _trouble(name, size) or item_of(path.read_bytes(), name)


def _files(folder: Path, deep: int) -> Iterator[Path]:
    """The regular files of a folder and those below it, sorted by name."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            yield path
        elif stat.S_ISDIR(mode) and deep and not path.name.startswith("."):
            yield from _files(path, deep - 1)


def _trouble(name: str, size: int) -> Loss | None:
    """Why a file is not even read."""
    if name.casefold().endswith(_ARCHIVES):
        return Loss(name, say("office.item-archive", name=name))
    if size > limits.ATTACHMENT:
        limit = str(limits.ATTACHMENT // limits.MIB)
        return Loss(name, say("office.item-large", name=name, limit=limit))
    return Loss(name, say("office.item-empty", name=name)) if size == 0 else None


def _left_alone(name: str) -> bool:
    """Whether a file is one that systems and programs leave behind."""
    parts = name.split("/")
    last = parts[-1].casefold()
    return "__MACOSX" in parts or last in _LEFT_ALONE or last.startswith(("~$", "._"))


# names


def _names(infos: list[ZipInfo]) -> list[str]:
    """The names of an archive's files as they were meant."""
    unsaid = b"".join(_raw(info) for info in infos if _undeclared(info))
    encoding = _encoding(unsaid)
    return [_clean(_name(info, encoding)) for info in infos]


def _undeclared(info: ZipInfo) -> bool:
    return not info.flag_bits & _UTF8 and not info.filename.isascii()


def _raw(info: ZipInfo) -> bytes:
    """The bytes of a name that does not say how it is encoded."""
    return info.orig_filename.encode("cp437", "replace")


def _encoding(names: bytes) -> str:
    """UTF-8 where all names are, and make Chinese; GB18030 where they are that; else as DOS did."""
    try:
        if _ASIAN.search(names.decode("utf-8")):
            return "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        names.decode("gb18030")
    except UnicodeDecodeError:
        return "cp437"
    return "gb18030"


def _name(info: ZipInfo, encoding: str) -> str:
    if not _undeclared(info):
        return info.filename
    return _beside(info) or _raw(info).decode(encoding, "replace")


def _beside(info: ZipInfo) -> str:
    """The name in UTF-8 that some programs write beside the other one (APPNOTE 4.6.9)."""
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        content, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_NAME and len(content) > 5:
            (check,) = struct.unpack_from("<L", content, 1)
            if check == zlib.crc32(_raw(info)):
                return content[5:].decode("utf-8", "replace")
    return ""


def _clean(name: str) -> str:
    """A name with plain slashes, composed, and without what cannot be seen."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/"))
    return "".join(letter for letter in plain if letter.isprintable() or letter == "\u3000")
