"""Photographs that documents show: without their notes, and of a bearable size."""

from __future__ import annotations

from pairing_cli.office.photographs import photograph

MOST = 10 * 1024 * 1024
"""Bytes of a photograph that is shown."""

PIXELS = 25_000_000
"""Pixels of a photograph that is shown."""

_SHOWN = frozenset({"jpeg", "png"})


def plain_picture(data: bytes) -> bytes | None:
    """A photograph without its notes; None where it is no picture, or too large to be shown."""
    if len(data) > MOST:
        return None
    found = photograph(data, dated=False)
    if found is None or found.kind not in _SHOWN or found.pixels > PIXELS:
        return None
    return found.data
