"""The directory of a zip archive, judged before anything is unpacked (PKWARE APPNOTE 6.3.10)."""

from __future__ import annotations

import re
import struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from pairing_cli.office import limits
from pairing_cli.office.policy import Damaged, Policy, Unsafe, mebibytes

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_LOCATOR_64 = b"PK\x06\x07"
_ENCRYPTED = 0x1
_END_SIZE = 22
_MOST_COMMENT = 65_535
_PER_ENTRY = 512
"""Bytes that an entry takes in the directory, at the very most."""

_ACTIVE = re.compile(r"/(?:vbaProject|vbaData|activeX|macrosheets|attachedToolbars)", re.I)
_CONTROLS = re.compile(r"/ctrlProps", re.I)
_EMBEDDED = re.compile(r"/(?:embeddings|oleObject)", re.I)
_LINKED = re.compile(r"/(?:externalLinks/|connections\.xml|queryTables/)", re.I)
_BY_NAME = (
    (_ACTIVE, "active"),
    (_CONTROLS, "controls"),
    (_EMBEDDED, "embedded"),
    (_LINKED, "linked"),
)


def check_size(data: bytes, policy: Policy) -> None:
    """Refuse a file that is too large, or whose directory is, before the directory is read."""
    if len(data) > policy.packed:
        raise Unsafe("large", "", mebibytes(policy.packed))
    if _directory(data) > policy.entries * _PER_ENTRY:
        raise Unsafe("entries", "", str(policy.entries))


def _directory(data: bytes) -> int:
    """Bytes that the directory at the end of an archive takes, as the archive itself says."""
    end = len(data) - _END_SIZE
    if not (data.startswith(_END, max(end, 0)) and data.endswith(b"\0\0")):
        end = data.rfind(_END, max(0, end - _MOST_COMMENT))
    if end < 0:
        raise Damaged("no directory")
    locator, end_64 = end - 20, end - 20 - 56
    try:
        if end_64 >= 0 and data.startswith(_LOCATOR_64, locator):
            if not data.startswith(_END_64, end_64):
                raise Damaged("no directory")
            return int(struct.unpack_from("<Q", data, end_64 + 40)[0])
        return int(struct.unpack_from("<L", data, end + 12)[0])
    except struct.error as error:
        raise Damaged("directory cut") from error


def check_names(infos: list[ZipInfo], policy: Policy) -> None:
    """Refuse an archive for the number, sizes or names of what is in it."""
    if len(infos) > policy.entries:
        raise Unsafe("entries", "", str(policy.entries))
    if sum(info.file_size for info in infos) > policy.unpacked:
        raise Unsafe("unpacks", mebibytes(policy.unpacked), mebibytes(policy.unpacked))
    seen: set[str] = set()
    for info in infos:
        name = info.filename.casefold()
        if info.flag_bits & _ENCRYPTED:
            raise Unsafe("locked", info.filename)
        if name in seen or leads_out(name):
            raise Unsafe("entry", info.filename)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unsafe("packing", info.filename)
        if swells(info, policy.ratio):
            raise Unsafe("ratio", info.filename, str(policy.ratio))
        seen.add(name)


def leads_out(name: str) -> bool:
    """Whether a name would lead out of a folder that it is unpacked into."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def swells(info: ZipInfo, ratio: int) -> bool:
    """Whether an entry unpacks to more times its size than any honest one of that size."""
    large = info.file_size > limits.RATIO_FROM
    return bool(ratio) and large and info.file_size > ratio * info.compress_size


def by_name(name: str) -> str:
    """What a part is by its name, where that is nothing harmless; empty otherwise."""
    return next((reason for pattern, reason in _BY_NAME if pattern.search(f"/{name}")), "")
