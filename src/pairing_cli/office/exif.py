"""What a photograph may go on saying of itself: when it was taken, and which way up it is (Exif 2.3).

All else that a telephone writes beside a picture, above all where it was, is left out: the notes are
made anew with these two facts alone.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEAD = b"Exif\0\0"
_ORIENTATION, _EXIF_IFD, _CHANGED = 0x0112, 0x8769, 0x0132
_TAKEN = (0x9003, 0x9004)
_ASCII, _SHORT, _LONG = 2, 3, 4
_MOST_ENTRIES = 200
_MOMENT = 19
"""Letters of 2020:04:15 09:30:00."""

_FIRST = 8
_ENTRY = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """The two facts; an empty moment, and an orientation of 0, where a photograph does not say."""

    moment: bytes = b""
    orientation: int = 0


def kept(tiff: bytes) -> Kept:
    """The facts that an Exif block states; none where it is damaged."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return Kept()
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        tags = dict(_entries(tiff, order, first))
        inner = tags.get(_EXIF_IFD)
        tags |= dict(_entries(tiff, order, inner)) if isinstance(inner, int) else {}
    except struct.error:
        return Kept()
    moments = (tags.get(tag) for tag in (*_TAKEN, _CHANGED))
    moment = next((each for each in moments if isinstance(each, bytes) and _says(each)), b"")
    turned = tags.get(_ORIENTATION)
    return Kept(moment, turned if isinstance(turned, int) and 1 < turned <= 8 else 0)


def _says(moment: bytes) -> bool:
    digits = moment.replace(b":", b"").replace(b" ", b"")
    return len(moment) == _MOMENT and digits.isdigit() and not moment.startswith(b"0000")


def _entries(tiff: bytes, order: str, start: int) -> Iterator[tuple[int, int | bytes]]:
    (number,) = struct.unpack_from(order + "H", tiff, start)
    for index in range(min(number, _MOST_ENTRIES)):
        place = start + 2 + _ENTRY * index
        tag, kind, _, value = struct.unpack_from(order + "HHII", tiff, place)
        if kind == _LONG:
            yield tag, value
        elif kind == _SHORT:
            yield tag, struct.unpack_from(order + "H", tiff, place + 8)[0]
        elif kind == _ASCII:
            yield tag, tiff[value : value + _MOMENT]


def block(facts: Kept) -> bytes:
    """An Exif block with these facts and no others; empty where there are none."""
    if facts == Kept():
        return b""
    turned = _entry(_ORIENTATION, _SHORT, 1, facts.orientation) if facts.orientation else b""
    number = bool(turned) + bool(facts.moment)
    inner = _FIRST + 2 + _ENTRY * number + 4
    pointer = _entry(_EXIF_IFD, _LONG, 1, inner) if facts.moment else b""
    head = b"II*\0" + struct.pack("<IH", _FIRST, number) + turned + pointer + bytes(4)
    if not facts.moment:
        return head
    at = inner + 2 + _ENTRY + 4
    taken = _entry(_TAKEN[0], _ASCII, _MOMENT + 1, at)
    return head + struct.pack("<H", 1) + taken + bytes(4) + facts.moment + b"\0"


def _entry(tag: int, kind: int, count: int, value: int) -> bytes:
    return struct.pack("<HHII", tag, kind, count, value)
