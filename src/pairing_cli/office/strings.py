"""The texts of a workbook: of several looks, with odd letters escaped, and shared by cells (18.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pairing_cli.office import limits
from pairing_cli.office.package import Package, Refused, elements, local

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_texts(package: Package) -> Iterator[str]:
    """The texts that cells refer to by number; those of blanks are empty."""
    part = package.related(package.main, "sharedStrings")
    if part is not None:
        texts = map(text_of, package.each(part, "si"))
        yield from (text if text.strip() else "" for text in texts)


def text_of(element: etree._Element) -> str:
    """A text, of one look or of several; how it is pronounced is left out."""
    found = []
    for child in element:
        name = local(child)
        if name == "t":
            found.append(child.text or "")
        elif name == "r":
            found += [each.text or "" for each in elements(child) if local(each) == "t"]
    text = unescaped("".join(found))
    if len(text) > limits.TEXT:
        raise Refused("text", part="", limit=str(limits.TEXT))
    return text


def unescaped(text: str) -> str:
    """A text with the characters that the format writes as _x000D_, those of two such as one."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
