"""Office files are zip archives: made anew so that the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def repacked(data: bytes, day: date) -> bytes:
    """The archive with sorted names and no times, its content types first as readers expect.

    ``day`` is written as the day of the last change: openpyxl puts the clock's time there.
    """
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rf"\g<1>{day.isoformat()}T00:00:00Z\g<2>".encode(), content)
            target.writestr(info, content)
    return out.getvalue()


def legal(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return "".join(letter for letter in text if _legal(ord(letter)))


def _legal(code: int) -> bool:
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or code >= 0x10000
    )
