"""Numbers in a bureau's own form that identify people, masked in what is made of it.

The data are masked before they come here; what stands in the form itself is not.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Iterator
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from pairing_cli.model.privacy import mask, mask_lines
from pairing_cli.report.formats import OFFICE

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_GROUPS = (qn("w:p"), f"{_SHEET}si", f"{_SHEET}is")
"""What holds one text in several elements."""

_TEXTS = (qn("w:t"), f"{_SHEET}t")
_PARTS = ("word/", "xl/", "docProps/")


def covered(extension: str, data: bytes, kept: Collection[str]) -> bytes:
    """A document in which everything of the kind is masked but what is ``kept``, as masks show it."""
    if extension not in OFFICE:
        return mask_lines(data.decode("utf-8"), kept).encode("utf-8")
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            if info.filename.startswith(_PARTS) and info.filename.endswith(".xml"):
                content = _part(content, kept)
            target.writestr(info, content)
    return out.getvalue()


def _part(content: bytes, kept: Collection[str]) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    changed = [_mask(group, kept) for group in _groups(root)]
    if not any(changed):
        return content
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _groups(root: Any) -> Iterator[list[Any]]:
    """The elements of each text; every other text, of a header or a property, stands alone."""
    for element in root.iter(*_GROUPS):
        yield [each for each in element.iter(*_TEXTS) if _holder(each) is element]
    for element in root.iter(etree.Element):
        if element.tag not in (*_TEXTS, f"{_SHEET}v") and (element.text or "").strip():
            yield [element]


def _holder(element: Any) -> Any:
    return next(element.iterancestors(*_GROUPS), None)


def _mask(elements: Iterable[Any], kept: Collection[str]) -> bool:
    """Mask the text of some elements, read as one; whether anything was. A mask is as long as a text."""
    there = list(elements)
    text = "".join(each.text or "" for each in there)
    masked = mask(text, kept)
    if masked == text:
        return False
    for each in there:
        length = len(each.text or "")
        each.text, masked = masked[:length], masked[length:]
    return True
