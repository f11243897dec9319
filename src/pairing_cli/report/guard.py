"""What an office template may not hold: it is looked through before any library opens it.

Templates are for looks. One that brings macros, links to other files, embedded objects, fields that
fetch, formulas that call out, or that unpacks into more than a template needs, is refused by the name
of the part that does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

UNPACKED = 16 * 1024 * 1024
"""Size in bytes of all that a Word or Excel template unpacks to."""

ENTRIES = 2_000
"""Parts in a template."""

ELEMENTS = 200_000
"""XML elements in one part."""

MERGED = 20_000
"""Cells that the merged ranges of a sheet cover."""

SPAN = 200
"""Columns of a Word table that one cell covers."""


class Unsafe(Exception):
    """A template that is not opened: which part, and why, by a key of the catalogue."""

    def __init__(self, reason: str, part: str) -> None:
        """The reason is what follows ``template.`` in the catalogue."""
        super().__init__(f"{part}: {reason}")
        self.reason = reason
        self.part = part


_ACTIVE = re.compile(r"(?:vbaProject|vbaData|activeX|macrosheets|ctrlProps|attachedToolbars)", re.I)
_EMBEDDED = re.compile(r"/(?:embeddings|oleObject)", re.I)
_LINKED = re.compile(r"/(?:externalLinks/|connections\.xml|queryTables/)", re.I)
_FIELD = re.compile(
    r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|QUOTE"
    r"|AUTOTEXT|RD)\b",
    re.I,
)
_CALLING = re.compile(
    r"\|[^!]*!|\b(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|HYPERLINK)\s*\(", re.I
)
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_XML = (".xml", ".rels", ".vml")
_BEGIN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?!\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"']))", re.I
)
"""How a part begins that is XML in UTF-8; other encodings could hide what it says from us."""

_WEB = ("http://", "https://", "mailto:", "#")
_FORMULAS = frozenset(["f", "formula", "formula1", "formula2", "definedName"])


def look_through(data: bytes) -> None:
    """Refuse a template that holds what none may; Unsafe or BadZipFile."""
    with ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
        _check_entries(infos)
        for info in infos:
            _check_name(info.filename)
            data = archive.read(info)
            if info.filename.lower().endswith(_XML) or data.lstrip()[:1] == b"<":
                _check_part(info.filename, data)


def _check_entries(infos: list[ZipInfo]) -> None:
    if len(infos) > ENTRIES or sum(info.file_size for info in infos) > UNPACKED:
        raise Unsafe("unpacks", f"{UNPACKED // (1 << 20)} MiB")
    seen: set[str] = set()
    for info in infos:
        name = info.filename.casefold()
        if name in seen or info.flag_bits & 1 or _leads_out(name):
            raise Unsafe("entry", info.filename)
        seen.add(name)


def _leads_out(name: str) -> bool:
    """Whether a name would lead out of a folder that it is unpacked into."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def _check_name(name: str) -> None:
    for pattern, reason in ((_ACTIVE, "active"), (_EMBEDDED, "embedded"), (_LINKED, "linked")):
        if pattern.search(f"/{name}"):
            raise Unsafe(reason, name)


def _check_part(name: str, data: bytes) -> None:
    """Refuse a part that declares entities, is no UTF-8, is huge, or holds something active."""
    if not _BEGIN.match(data):
        raise Unsafe("encoding", name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unsafe("entities", name)
    look = _Look(name)
    try:
        for _, element in etree.iterparse(BytesIO(data), resolve_entities=False):
            look.at(element)
    except etree.XMLSyntaxError as error:
        raise BadZipFile(f"{name}: {error}") from error
    if _FIELD.search("".join(look.codes)) or _FIELD.search(" ".join(look.codes)):
        raise Unsafe("field", name)


class _Look:
    """One part, looked through element by element."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.codes: list[str] = []
        self._elements = 0
        self._merged = 0
        self._checks: dict[str, Callable[[etree._Element], str | None]] = {
            "Relationship": _relationship,
            "Override": _content_type,
            "Default": _content_type,
            "mergeCell": self._merge,
            "gridSpan": _span,
            "altChunk": lambda _: "embedded",
            "ddeLink": lambda _: "linked",
            "oleLink": lambda _: "linked",
            "OLEObject": lambda _: "embedded",
            "oleObject": lambda _: "embedded",
        }

    def at(self, element: etree._Element) -> None:
        """Look at an element; Unsafe when it may not be there."""
        self._elements += 1
        if self._elements > ELEMENTS:
            raise Unsafe("elements", self.name)
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        reason = self._checks[tag](element) if tag in self._checks else None
        if tag in ("instrText", "fldSimple"):
            self.codes += [element.text or "", *map(str, element.attrib.values())]
        if tag in _FORMULAS and _CALLING.search(element.text or ""):
            reason = "calling"
        if reason is not None:
            raise Unsafe(reason, self.name)

    def _merge(self, element: etree._Element) -> str | None:
        self._merged += _cells(element.get("ref", ""))
        return "merged" if self._merged > MERGED else None


def _relationship(element: etree._Element) -> str | None:
    kind = element.get("Type", "").rpartition("/")[2]
    if kind in ("oleObject", "package", "aFChunk", "control", "vbaProject", "attachedTemplate"):
        return "linked" if kind == "attachedTemplate" else "embedded"
    if element.get("TargetMode", "").lower() != "external":
        return None
    target = element.get("Target", "").strip().lower()
    return None if kind == "hyperlink" and target.startswith(_WEB) else "linked"


def _content_type(element: etree._Element) -> str | None:
    return (
        "active" if re.search("macro|vba|activex", element.get("ContentType", ""), re.I) else None
    )


def _span(element: etree._Element) -> str | None:
    values = [value for name, value in element.items() if name.endswith("val")]
    return "merged" if any(not _small(value, SPAN) for value in values) else None


def _small(value: str | bytes, most: int) -> bool:
    text = value if isinstance(value, str) else ""
    return text.isdigit() and len(text) < 9 and int(text) <= most


def _cells(reference: str) -> int:
    """How many cells a range such as A1:C3 covers; more than any may where it is no range."""
    found = _RANGE.fullmatch(reference)
    if found is None:
        return MERGED + 1
    left, top, right, bottom = found.groups()
    wide = abs(_column(right or left) - _column(left)) + 1
    return wide * (abs(int(bottom or top) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
