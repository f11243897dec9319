"""What a file is that is no .xlsx or .docx, whatever its name says: people rename, and save as.

Told from the first bytes, and of Compound Files (MS-CFB, the container of old Office files and of
encrypted new ones) from the names of their streams.
"""

from __future__ import annotations

import codecs

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_HEAD = 2_000
_ENTRY = 128
_STREAMS = (
    ("EncryptedPackage", "password"),
    ("Workbook", "old-sheet"),
    ("Book", "old-sheet"),
    ("WordDocument", "old-text"),
)
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "old-text"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
_WEB = (b"<html", b"<!doctype", b"<table", b"<meta", b"mime-version:", b"<?mso-application")
_SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"


def what_else(data: bytes) -> str:
    """Why a file is not read, as a word of the catalogue; empty where it may be an office file."""
    if not data:
        return "empty"
    if data.startswith(_ZIP):
        return ""
    if data.startswith(_OLE):
        return _compound(data)
    found = next((reason for magic, reason in _MAGIC if data.startswith(magic)), "")
    return found or _text(data)


def _compound(data: bytes) -> str:
    """Which program's Compound File it is, by the first known name of a stream."""
    return next((reason for name, reason in _STREAMS if _has_stream(data, name)), "old-sheet")


def _has_stream(data: bytes, name: str) -> bool:
    """Whether an entry of the directory has a name: entries are 128 bytes and stand at multiples of it."""
    entry = name.encode("utf-16-le") + b"\0\0"
    at = data.find(entry)
    while at >= 0 and at % _ENTRY:
        at = data.find(entry, at + 1)
    return at >= 0


def _text(data: bytes) -> str:
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    plain = head.replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n").lower()
    if plain.startswith(_WEB) or _SHEET_XML in plain:
        return "web"
    return "table-text" if _is_text(head) else "unknown"


def _is_text(head: bytes) -> bool:
    """Whether bytes are lines of text in UTF-8, UTF-16 or GB18030, as a renamed CSV file is."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    text = _decoded(head)
    controls = sum(letter < " " and letter not in "\t\r\n" for letter in text)
    return bool(text) and not controls


def _decoded(head: bytes) -> str:
    """The text of a file's first bytes, less a last letter that was cut; empty where it is none."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
    return ""
