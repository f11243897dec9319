"""Files in another encoding → UTF-8, where the bytes leave no doubt.

A decoding counts only if it is strict, gives the same bytes when it is undone, and the result looks like
Chinese: nearly all of its characters are those that GB 2312 has. Bytes of Big5 or of a picture pass a
strict GB18030 decoder now and then, as rare characters.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from pairing_cli.load.decode import REFUSED

USUAL = 0.9
"""The share of characters beyond ASCII that GB 2312 must have."""


class Encoded(NamedTuple):
    """A file's bytes in UTF-8, and the encoding that they were in."""

    data: bytes
    name: str


def to_utf8(data: bytes) -> Encoded | None:
    """The same text in UTF-8; None when it is UTF-8 already, or in no encoding that is certain."""
    if _is_utf8(data):
        return None
    for name, mark in _candidates(data):
        text = _decoded(data.removeprefix(mark), name)
        if text is not None and _plausible(text):
            return Encoded(
                text.encode("utf-8"), name.upper().removesuffix("-LE").removesuffix("-BE")
            )
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _candidates(data: bytes) -> list[tuple[str, bytes]]:
    """The encodings that the first bytes allow, each with its byte order mark."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return [("utf-16-le", codecs.BOM_UTF16_LE)]
    if data.startswith(codecs.BOM_UTF16_BE):
        return [("utf-16-be", codecs.BOM_UTF16_BE)]
    if b"\0" in data:
        return [("utf-16-le", b""), ("utf-16-be", b"")]
    return [("gb18030", b"")]


def _decoded(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
        return text if text.encode(name) == data else None
    except UnicodeError:
        return None


def _plausible(text: str) -> bool:
    beyond = [letter for letter in text if letter > "\x7f"]
    if REFUSED.search(text) or not text.strip():
        return False
    usual = sum(_in_gb2312(letter) for letter in beyond)
    ascii_only = not beyond
    return ascii_only or usual >= USUAL * len(beyond)


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
