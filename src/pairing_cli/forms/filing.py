"""What evidence files are called that come with forms: evidence/xijie/04-15-送课方案.docx.

A path says pairing, day and what it is; a number is added where it is taken. It can exist on every platform.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from pairing_cli.model.evidence import unsafe

FOLDER = "evidence"

_ENDINGS = {"jpeg": "jpg", "png": "png", "gif": "gif", "bmp": "bmp", "webp": "webp", "pdf": "pdf"}
_KEPT = {
    "zip": ("docx", "xlsx", "pptx", "odt", "ods", "wps", "et", "ofd"),
    "ole": ("doc", "xls", "ppt", "wps", "et", "dps"),
    "film": ("mp4", "mov", "m4v", "3gp"),
    "": ("txt", "csv", "md", "rtf", "mp3", "m4a", "wav", "avi", "wmv"),
}
"""Endings that a file of some content may keep; contents that begin alike are told by them."""

_UNFIT = re.compile(r"[\s\\/:<>\"|?*~#%&{}'`$!@^=+;,，。；：“”‘’《》、.]+")
_DATED = re.compile(r"^(?:[0-9]{2,4}[-._年]?)?(?:0?[1-9]|1[0-2])[-._月](?:[0-9]{1,2})[日号]?[-_ ]*")
_LONGEST = 40
"""Characters of what a file is called between its day and its number."""


@dataclass(frozen=True, slots=True)
class About:
    """What files of a row are about: the pairing's key, the day, what they are in words."""

    pairing: str
    day: date | None
    title: str


def ending(kind: str, name: str) -> str | None:
    """The ending for a file of some content (`model.evidence.content_of`); None where it has none.

    Pictures and PDF files have that of their content, whatever they were called.
    """
    own = PurePosixPath(name).suffix.lower().lstrip(".")
    if kind in _ENDINGS:
        return _ENDINGS[kind]
    return own if own in _KEPT.get(kind, ()) else None


def stem(text: str) -> str:
    """A text as a part of a name: without day in front, blanks, and signs that names cannot have."""
    plain = unicodedata.normalize("NFC", text)
    plain = "".join(each for each in plain if each.isprintable())
    plain = _UNFIT.sub("-", _DATED.sub("", plain)).strip("-")
    return plain[:_LONGEST].rstrip("-. ")


def path_for(about: About, title: str, suffix: str, taken: Callable[[str], bool]) -> str:
    """A path that is free for a file; ``taken`` tells of a path, in small letters, whether it is not."""
    folder = stem(about.pairing) or "other"
    day = "" if about.day is None else f"{about.day:%m-%d}-"
    base = f"{FOLDER}/{folder}/{day}{stem(title) or stem(about.title) or suffix}"
    number, path = 1, f"{base}.{suffix}"
    while taken(path.casefold()) or unsafe(path):
        number += 1
        path = f"{base}-{number}.{suffix}"
    return path
