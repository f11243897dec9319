"""One XML part of an office file, looked through tag by tag while it is unpacked.

Tags are known by their local names: a namespace that is not the expected one makes nothing harmless.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from xml.parsers import expat

from pairing_cli.office import limits
from pairing_cli.office.directory import by_name
from pairing_cli.office.policy import Damaged, Policy, Unsafe, mebibytes

Attributes = Mapping[str, str]

_XML = (".xml", ".rels", ".vml")
_BEFORE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_BEGIN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?!\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"']))", re.I
)
"""How a part begins that is XML in UTF-8; other encodings could hide what it says from us."""

_FIELD = re.compile(
    r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|QUOTE"
    r"|AUTOTEXT|RD)\b",
    re.I,
)
_CALLING = re.compile(
    r"\|[^!]*!|\b(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|HYPERLINK)\s*\(", re.I
)
_CODES = frozenset(["instrText", "fldSimple"])
_FORMULAS = frozenset(["f", "formula", "formula1", "formula2", "definedName"])
_FORMULA = 8_192
"""Characters of the longest formula that Excel takes."""

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_WEB = ("http://", "https://", "mailto:", "#")
_PARTS_OF_OTHERS = frozenset(["oleObject", "package", "aFChunk"])
_MEDIA = re.compile(r"/media/", re.I)


def is_xml(name: str, head: bytes) -> bool:
    """Whether a part is XML, or would be taken for it: by its name, or by how it begins.

    Pictures are not, also those in XML: nothing ever parses them.
    """
    if name.casefold().endswith(_XML):
        return True
    return head.lstrip(_BEFORE)[:1] == b"<" and not _MEDIA.search(name)


class Scan:
    """Looks one part through; Unsafe when its policy refuses what is there.

    ``notes`` are the reasons that the policy wants noted.
    """

    def __init__(self, part: str, policy: Policy) -> None:
        """Judge a part by its name; its content follows."""
        self.part = part
        self.notes: set[str] = set()
        self._policy = policy
        self._left = {"row": policy.rows, "c": policy.cells}
        self._merged = 0
        self._depth = 0
        self._elements = 0
        self._most = policy.elements_of(part)
        self._codes: list[str] = []
        self._found(by_name(part))

    def allow(self, size: int) -> None:
        """Refuse a part of XML that is larger than any may be."""
        most = self._policy.part_of(self.part)
        if size > most:
            raise Unsafe("part", self.part, mebibytes(most))

    def begin(self, head: bytes) -> None:
        """The part's first bytes."""
        if not _BEGIN.match(head):
            raise Unsafe("encoding", self.part)
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._checks = _Checks(self._checked())
        self.go_on(head)

    def go_on(self, chunk: bytes) -> None:
        """More of the part's bytes."""
        self._parse(chunk, last=False)

    def end(self) -> None:
        """The part's end."""
        self._parse(b"", last=True)
        codes = self._codes
        if _FIELD.search("".join(codes)) or _FIELD.search(" ".join(codes)):
            raise Unsafe("field", self.part)

    def _parse(self, chunk: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise Damaged(f"{self.part}: {error}") from error

    def _doctype(self, *_: object) -> None:
        raise Unsafe("entities", self.part)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._elements > self._most:
            raise Unsafe("elements", self.part, str(self._most))
        if self._depth > limits.DEPTH:
            raise Damaged(f"{self.part}: deep")
        check = self._checks[tag]
        if check is not None:
            self._found(check(attributes))

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _found(self, reason: str) -> None:
        if reason in self._policy.notes:
            self.notes.add(reason)
        elif reason:
            raise Unsafe(reason, self.part)

    # what certain elements may say

    def _checked(self) -> dict[str, Callable[[Attributes], str]]:
        checks: dict[str, Callable[[Attributes], str]] = {
            "row": lambda _: self._count("row", "rows", self._policy.rows),
            "c": lambda _: self._count("c", "cells", self._policy.cells),
            "mergeCell": self._merge,
            "hyperlink": self._merge,
            "gridSpan": self._span,
            "gridBefore": self._span,
            "gridAfter": self._span,
            "Relationship": self._relationship,
            "Override": _content_type,
            "Default": _content_type,
            "altChunk": lambda _: "embedded",
            "ddeLink": lambda _: "linked",
            "oleLink": lambda _: "linked",
            "OLEObject": lambda _: "embedded",
            "oleObject": lambda _: "embedded",
        }
        if self._policy.codes:
            checks |= dict.fromkeys(_CODES, self._code)
            checks |= dict.fromkeys(_FORMULAS, self._formula)
        return checks

    def _count(self, tag: str, reason: str, most: int) -> str:
        self._left[tag] -= 1
        if self._left[tag] < 0:
            raise Unsafe(reason, self.part, str(most))
        return ""

    def _merge(self, attributes: Attributes) -> str:
        """Cells of a range: openpyxl makes each, of merged ranges and of links over ranges."""
        if "ref" in attributes:
            self._merged += cells(attributes["ref"])
        if self._merged > self._policy.merged:
            raise Unsafe("merged", self.part, str(self._policy.merged))
        return ""

    def _span(self, attributes: Attributes) -> str:
        values = (value for name, value in attributes.items() if name.endswith("val"))
        if not all(_small(value, self._policy.span) for value in values):
            raise Unsafe("merged", self.part, str(self._policy.span))
        return ""

    def _relationship(self, attributes: Attributes) -> str:
        kind = attributes.get("Type", "").rpartition("/")[2]
        external = attributes.get("TargetMode", "").lower() == "external"
        if kind in ("vbaProject", "control"):
            return "active"
        if kind in _PARTS_OF_OTHERS:
            return "linked" if external else "embedded"
        if not external and kind != "attachedTemplate":
            return ""
        target = attributes.get("Target", "").strip().lower()
        return "" if kind == "hyperlink" and self._may_link(target) else "linked"

    def _may_link(self, target: str) -> bool:
        """Whether somebody who clicks may go there: of a form, only people would."""
        return "linked" in self._policy.notes or target.startswith(_WEB)

    def _code(self, attributes: Attributes) -> str:
        self._codes += attributes.values()
        self._listen(self._codes.append)
        return ""

    def _formula(self, _: Attributes) -> str:
        said: list[str] = []
        self._listen(said.append, lambda: self._found(_calling("".join(said))))
        return ""

    def _listen(self, hear: Callable[[str], object], then: Callable[[], object] = int) -> None:
        """Hear the text of the element that has just begun, up to its end or its first child's."""

        def end(tag: str) -> None:
            self._parser.CharacterDataHandler = None
            self._parser.EndElementHandler = self._end
            self._end(tag)
            then()

        self._parser.CharacterDataHandler = hear
        self._parser.EndElementHandler = end


class _Checks(dict[str, "Callable[[Attributes], str] | None"]):
    """The check of every tag, found once by its local name."""

    def __init__(self, checks: Mapping[str, Callable[[Attributes], str]]) -> None:
        super().__init__()
        self._known = checks

    def __missing__(self, tag: str) -> Callable[[Attributes], str] | None:
        found = self[tag] = self._known.get(tag.rpartition(":")[2])
        return found


def _content_type(attributes: Attributes) -> str:
    kind = attributes.get("ContentType", "")
    if "sheet.binary" in kind:
        return "binary"
    return "active" if re.search("macro|vba|activex", kind, re.I) else ""


def _calling(formula: str) -> str:
    return "calling" if len(formula) > _FORMULA or _CALLING.search(formula) else ""


def _small(value: str, most: int) -> bool:
    return value.isdigit() and len(value) < 9 and int(value) <= most


def cells(reference: str) -> int:
    """How many cells a range such as A1:C3 covers; more than any may where it is no range."""
    found = _RANGE.fullmatch(reference)
    if found is None:
        return limits.MERGED + 1
    left, top, right, bottom = found.groups()
    wide = abs(column_of(right or left) - column_of(left)) + 1
    return wide * (abs(int(bottom or top) - int(top)) + 1)


@lru_cache(maxsize=4096)
def column_of(letters: str) -> int:
    """The number of a column by its letters: A is 1; 0 where they are no letters of a column."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number if letters.isascii() and letters.isupper() and len(letters) <= 3 else 0
