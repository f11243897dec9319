"""Opening a Word file that anybody may have made: sizes first, no entities, nothing fetched."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/"

PACKED = 20 * 1024 * 1024
"""Bytes of a Word file."""

ENTRIES = 2_000
"""Files inside it."""

PART = 16 * 1024 * 1024
"""Bytes that one of its parts unpacks to."""

TAGS = 1_000_000
"""Tags in one part."""

DEPTH = 256
"""Tags inside each other."""

_OLD = b"\xd0\xcf\x11\xe0"
_UNREADABLE = (
    ET.ParseError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What a damaged archive or part may raise."""


class Unreadable(Exception):
    """A file cannot be measured: why, as a key of the catalogue's ``unreadable.*``."""

    def __init__(self, key: str, **facts: str) -> None:
        """Why a file cannot be measured."""
        super().__init__(key)
        self.key = f"unreadable.{key}"
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a Word file that say how it looks; ``footers`` by the id that sections know."""

    document: ET.Element
    styles: ET.Element | None
    settings: ET.Element | None
    theme: ET.Element | None
    footers: Mapping[str, ET.Element]


def opened(data: bytes) -> Parts:
    """The parts of a Word file. Unreadable when it is none, is damaged, or is larger than any."""
    if len(data) > PACKED:
        raise Unreadable("large", limit=str(PACKED // 1024 // 1024))
    if data.startswith(_OLD):
        raise Unreadable("old")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _parts(_Archive(archive))
    except RuntimeError as error:
        raise Unreadable("locked") from error
    except _UNREADABLE as error:
        raise Unreadable("damaged") from error


class _Archive:
    """The archive, from which only parts of a bearable size are read."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._sizes = {info.filename: info.file_size for info in archive.infolist()}
        if len(self._sizes) > ENTRIES:
            raise Unreadable("large", limit=str(PACKED // 1024 // 1024))

    def part(self, name: str) -> ET.Element | None:
        """A part, parsed; None when there is none of that name."""
        if name not in self._sizes:
            return None
        if self._sizes[name] > PART:
            raise Unreadable("unpacks", limit=str(PART // 1024 // 1024))
        with self._archive.open(name) as stream:
            text = stream.read(PART + 1)
        if len(text) > PART or text.count(b"<") > TAGS:
            raise Unreadable("unpacks", limit=str(PART // 1024 // 1024))
        if b"<!DOCTYPE" in text or _encoded_otherwise(text):
            raise Unreadable("entities")
        return _tree(text)


def _tree(text: bytes) -> ET.Element | None:
    """The elements of a part, which are no deeper inside each other than any program nests them."""
    depth, root = 0, None
    for event, element in ET.iterparse(BytesIO(text), ("start", "end")):  # noqa: S314 (no DTD)
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            raise Unreadable("damaged")
        root = element
    return root


def _encoded_otherwise(text: bytes) -> bool:
    """Whether a part is in an encoding in which a DTD would not be seen; Word writes UTF-8."""
    start = text[:100]
    return b"\x00" in start or (b"encoding=" in start and b"utf-8" not in start.lower())


def _parts(archive: _Archive) -> Parts:
    document = archive.part("word/document.xml")
    if document is None:
        raise Unreadable("not-word")
    if _STRICT in document.tag:
        raise Unreadable("strict")
    targets = _targets(archive)
    return Parts(
        document,
        archive.part("word/styles.xml"),
        archive.part("word/settings.xml"),
        archive.part("word/theme/theme1.xml"),
        _found({rid: archive.part(name) for rid, name in targets.items()}),
    )


def _targets(archive: _Archive) -> dict[str, str]:
    """The footers' part names by relationship id; nothing outside the file is ever looked for."""
    relationships = archive.part("word/_rels/document.xml.rels")
    if relationships is None:
        return {}
    return {
        each.get("Id", ""): f"word/{each.get('Target', '')}".replace("word//word/", "word/")
        for each in relationships
        if each.get("Type", "").endswith("/footer") and each.get("TargetMode") != "External"
    }


def _found(parts: Mapping[str, ET.Element | None]) -> dict[str, ET.Element]:
    return {rid: part for rid, part in parts.items() if part is not None}
