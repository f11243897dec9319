"""The day a photograph was taken, and whether it says where (Exif 2.3, CIPA DC-008; XMP).

The day is read from JPEG files only. The place is looked for in any kind that holds an EXIF block or XMP
as it is: JPEG, PNG, HEIC, WebP.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import date
from itertools import islice

_EXIF_IFD = 0x8769
_DATE_TAGS = (0x9003, 0x9004, 0x0132)
"""DateTimeOriginal, DateTimeDigitized, DateTime, in order of trust."""

_GPS_IFD = 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_ASCII, _LONG, _RATIONAL = 2, 4, 5
_MOST_ENTRIES = 200
_TIFF = re.compile(rb"II\*\0|MM\0\*")
_XMP = re.compile(rb"exif:GPSL(?:at|ong)itude")
_BLOCK = 64 * 1024
_MOST_BLOCKS = 8
"""EXIF blocks that are looked into; a picture has one, and perhaps one in its preview."""


def taken_on(head: bytes) -> date | None:
    """The day from the first bytes of a JPEG; None when it does not say, or says nonsense."""
    for block in _app1_blocks(head):
        if block.startswith(b"Exif\0\0"):
            try:
                return _date_of(block[6:])
            except (struct.error, IndexError, ValueError):
                return None
    return None


def located(data: bytes) -> bool:
    """Whether the bytes of a photograph say where it was taken."""
    if _XMP.search(data):
        return True
    blocks = islice(_TIFF.finditer(data), _MOST_BLOCKS)
    return any(_has_place(data[found.start() : found.start() + _BLOCK]) for found in blocks)


def at_its_end(head: bytes) -> bool:
    """Whether a picture, by its first bytes, is of a kind that may hold its EXIF block anywhere."""
    return head[:4] == b"RIFF" or head[4:8] == b"ftyp" or head[:4] == b"\x89PNG"


def _has_place(tiff: bytes) -> bool:
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        first = struct.unpack_from(order + "I", tiff, 4)[0]
        place = dict(_entries(tiff, order, first)).get(_GPS_IFD)
        if not isinstance(place, int):
            return False
        return {_LATITUDE, _LONGITUDE} <= dict(_entries(tiff, order, place)).keys()
    except struct.error:
        return False


def _app1_blocks(head: bytes) -> Iterator[bytes]:
    position = 2
    while head[position : position + 1] == b"\xff" and position + 4 <= len(head):
        marker, size = head[position + 1], int.from_bytes(head[position + 2 : position + 4], "big")
        if marker == 0xDA or size < 2:
            return
        if marker == 0xE1:
            yield head[position + 4 : position + 2 + size]
        position += 2 + size


def _date_of(tiff: bytes) -> date | None:
    order = {b"II": "<", b"MM": ">"}[tiff[:2]] if tiff[:2] in (b"II", b"MM") else ""
    if not order:
        return None
    first = struct.unpack_from(order + "I", tiff, 4)[0]
    tags = dict(_entries(tiff, order, first))
    if isinstance(tags.get(_EXIF_IFD), int):
        tags |= dict(_entries(tiff, order, int(tags[_EXIF_IFD])))
    for tag in _DATE_TAGS:
        text = tags.get(tag)
        if isinstance(text, bytes) and len(text) >= 10 and text[:4] != b"0000":
            return date.fromisoformat(text[:10].decode("ascii").replace(":", "-"))
    return None


def _entries(tiff: bytes, order: str, start: int) -> Iterator[tuple[int, int | bytes]]:
    number = struct.unpack_from(order + "H", tiff, start)[0]
    for index in range(min(number, _MOST_ENTRIES)):
        place = start + 2 + 12 * index
        tag, kind, count, value = struct.unpack_from(order + "HHII", tiff, place)
        if kind == _LONG:
            yield tag, value
        elif kind == _ASCII:
            yield tag, tiff[value : value + min(count, 64)]
        elif kind == _RATIONAL:
            yield tag, tiff[value : value + 8 * min(count, 3)]
