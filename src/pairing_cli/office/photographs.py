"""Photographs without what a camera writes beside the picture: where it was, on which telephone.

Children are photographed at school; where and with whose telephone is nobody's business. The picture
itself is left as it is, byte by byte; only its notes are dropped, and whatever stands behind its end
(second pictures, short films, both with notes of their own).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pairing_cli.model.evidence import content_of
from pairing_cli.office import exif

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_SCAN, _END, _EXIF = 0xDA, 0xD9, 0xE1
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NOTES = frozenset(range(0xE0, 0xF0)) - {0xE2, 0xEE} | {0xFE}
"""Segments that say things about a picture; colour profiles (E2, EE) are part of how it looks."""

_PROFILE = b"ICC_PROFILE\0"
_NEXT = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""A mark in compressed data: neither a letter FF of it nor a mark to start again."""

_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"iCCP", b"pHYs"}
)
_WEBP_NOTES = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS = 0x0C
"""That there are Exif and XMP notes, in the flags of an extended WebP file."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture without its notes, its kind (``jpeg``, ``png``, ``gif``, ``bmp``, ``webp``), its size."""

    data: bytes
    kind: str
    width: int
    height: int

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        return self.width * self.height


def photograph(data: bytes, *, dated: bool = True) -> Photograph | None:
    """A picture without its notes; None where it is none, is damaged, or of a kind that hides notes.

    ``dated``: it goes on saying when it was taken and which way up it is.
    """
    kind = content_of(data[:64])
    read = _READERS.get(kind)
    if read is None:
        return None
    try:
        clean, width, height = read(data, dated)
    except (struct.error, IndexError, ValueError):
        return None
    return Photograph(clean, kind, width, height) if width > 0 and height > 0 else None


_Read = tuple[bytes, int, int]


def _jpeg(data: bytes, dated: bool) -> _Read:
    """The segments of a JPEG file, less those that are notes."""
    parts, size, facts = list[bytes](), (0, 0), exif.Kept()
    for mark, segment in _segments(data):
        content = segment[4:]
        if mark in _SIZES and size == (0, 0):
            size = struct.unpack(">HH", content[1:5])
        if mark == _EXIF and content.startswith(exif.HEAD):
            facts = exif.kept(content[len(exif.HEAD) :])
        if mark not in _NOTES and (mark != 0xE2 or content.startswith(_PROFILE)):
            parts.append(segment)
    block = exif.block(facts) if dated else b""
    notes = b""
    if block:
        length = struct.pack(">H", 2 + len(exif.HEAD) + len(block))
        notes = b"\xff\xe1" + length + exif.HEAD + block
    return b"".join([_JPEG, _JFIF, notes, *parts]), size[1], size[0]


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments after the beginning, up to the end, compressed data with the one before it."""
    at, mark = len(_JPEG), 0
    while mark != _END:
        found = _NEXT.match(data, at)
        if found is None:
            raise ValueError(at)
        mark, start = found[1][0], found.end() - 2
        stop = found.end()
        if mark != _END:
            stop += struct.unpack_from(">H", data, stop)[0]
        if mark == _SCAN:
            after = _NEXT.search(data, stop)
            stop = after.start() if after else len(data)
        yield mark, data[start:stop]
        if mark == _SCAN and stop == len(data):
            return
        at = stop


def _png(data: bytes, dated: bool) -> _Read:
    """The chunks of a PNG file that are needed to show it."""
    parts, at, name = [_PNG], len(_PNG), b""
    width, height = struct.unpack_from(">II", data, 16)
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        name, chunk = data[at + 4 : at + 8], data[at : at + 12 + length]
        if name in _CHUNKS:
            parts.append(chunk)
        elif name == b"eXIf" and dated:
            parts.append(_chunk(b"eXIf", exif.block(exif.kept(chunk[8:-4]))))
        at += 12 + length
    return b"".join(parts), width, height


def _chunk(name: bytes, content: bytes) -> bytes:
    if not content:
        return b""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def _gif(data: bytes, _: bool) -> _Read:
    width, height = struct.unpack_from("<HH", data, 6)
    return data, width, height


def _bmp(data: bytes, _: bool) -> _Read:
    width, height = struct.unpack_from("<ii", data, 18)
    return data, abs(width), abs(height)


def _webp(data: bytes, _: bool) -> _Read:
    """The chunks of a WebP file, less those that are notes."""
    parts, at, size = list[bytes](), 12, (0, 0)
    while at < len(data):
        name = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        stop = at + 8 + length + length % 2
        chunk = data[at:stop]
        size = size if size != (0, 0) else _webp_size(name, chunk[8:])
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if name not in _WEBP_NOTES:
            parts.append(chunk)
        at = stop
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body, *size


def _webp_size(name: bytes, content: bytes) -> tuple[int, int]:
    """Width and height, as the first chunk of any of the three kinds of WebP says."""
    if name == b"VP8X":
        return (
            int.from_bytes(content[4:7], "little") + 1,
            int.from_bytes(content[7:10], "little") + 1,
        )
    if name == b"VP8L":
        bits = int.from_bytes(content[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", content, 6)
    return width & 0x3FFF, height & 0x3FFF


_READERS: dict[str, Callable[[bytes, bool], _Read]] = {
    "jpeg": _jpeg,
    "png": _png,
    "gif": _gif,
    "bmp": _bmp,
    "webp": _webp,
}
