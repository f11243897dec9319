"""What an evidence file is by its name, and by its first bytes; and which names it may have."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

PICTURES = frozenset({".jpg", ".jpeg", ".png"})
"""Endings of photographs that documents can show."""


def is_picture(path: str) -> bool:
    """Whether a path is that of a photograph."""
    return PurePosixPath(path).suffix.lower() in PICTURES


_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<script")
_HEIC = frozenset([b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"])


def content_of(head: bytes) -> str:
    """What the first bytes say a file is, such as ``jpeg``; empty when they say nothing."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _HEIC else "film"
    return "html" if head[:200].lstrip().lower().startswith(_MARKUP) else ""


_BAD_CHARACTERS = frozenset('\\:<>"|?*~')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)


def unsafe(path: str) -> bool:
    """Whether a path may lead out of the folder, or cannot exist on every platform."""
    if path != unicodedata.normalize("NFC", path) or not path.isprintable():
        return True
    return any(_unsafe_part(part) for part in path.split("/"))


def _unsafe_part(part: str) -> bool:
    return (
        part in ("", ".", "..")
        or part.casefold() == ".git"
        or part.endswith((".", " "))
        or part.startswith(" ")
        or len(part.encode()) > 200
        or not _BAD_CHARACTERS.isdisjoint(part)
        or part.partition(".")[0].casefold() in _RESERVED
    )
