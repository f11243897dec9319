"""Photographs without what a camera writes beside the picture: where it was, on which telephone, when.

Children are photographed at school; where and with whose telephone is nobody's business. The picture
itself is left as it is; only its notes are dropped.
"""

from __future__ import annotations

import struct

MOST = 10 * 1024 * 1024
"""Bytes of a photograph that is shown."""

PIXELS = 25_000_000
"""Pixels of a photograph that is shown."""

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_SCAN = 0xDA
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NOTES = frozenset(range(0xE0, 0xF0)) - {0xE2, 0xEE} | {0xFE}
"""Segments that say things about a picture; colour profiles (E2, EE) are part of how it looks."""

_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"iCCP"}
)


def plain_picture(data: bytes) -> bytes | None:
    """A photograph without its notes; None where it is no picture, or too large to be shown."""
    if len(data) > MOST:
        return None
    try:
        if data.startswith(_JPEG):
            return _jpeg(data)
        return _png(data) if data.startswith(_PNG) else None
    except (struct.error, IndexError):
        return None


def _jpeg(data: bytes) -> bytes | None:
    """The segments of a JPEG file up to its scan, less those that are notes, and then the rest."""
    kept, at, sized = [_JPEG, _JFIF], 2, False
    while data[at] == 0xFF:
        mark = data[at + 1]
        if mark == _SCAN:
            return b"".join(kept) + data[at:] if sized else None
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        if mark in _SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            sized = 0 < height * width <= PIXELS
        if mark not in _NOTES:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    return None


def _png(data: bytes) -> bytes | None:
    """The chunks of a PNG file that are needed to show it."""
    kept, at = [_PNG], len(_PNG)
    width, height = struct.unpack(">II", data[16:24])
    if not 0 < width * height <= PIXELS:
        return None
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name = data[at + 4 : at + 8]
        if name in _CHUNKS:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
        if name == b"IEND":
            return b"".join(kept)
    return None
