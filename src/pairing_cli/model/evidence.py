"""What an evidence file is by its name, and by its first bytes."""

from __future__ import annotations

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
