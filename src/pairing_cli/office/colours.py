"""The two looks that remarks need, added to a workbook's styles where they are not there yet (18.8)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from pairing_cli.office.package import Package, elements, local

_DXF = (
    '<dxf xmlns="{0}"><font><color rgb="FF9C0006"/></font>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/>'
    "</patternFill></fill></dxf>"
)
_FONT = '<font xmlns="{0}"><sz val="10"/><color rgb="FFC00000"/><name val="宋体"/><charset val="134"/></font>'
_XF = (
    '<xf xmlns="{0}" numFmtId="49" fontId="{1}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
)
_AFTER = ("cellStyles", "cellXfs")
"""Groups behind which that of differing looks stands, the nearest first."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The part of the styles and its bytes, the style of remarks, the look of what is coloured."""

    part: str
    data: bytes
    remark: str
    colour: int


def looks_of(package: Package) -> Looks:
    """The looks of remarks in a workbook; without names where it has no styles."""
    part = package.related(package.main, "styles")
    if part is None:
        return Looks("", b"", "", 0)
    root = package.xml(part)
    space = etree.QName(root).namespace or ""
    quoted = escape(space, {'"': "&quot;"})
    fonts, xfs = _group(root, "fonts"), _group(root, "cellXfs")
    if fonts is None or xfs is None:
        return Looks("", b"", "", 0)
    font = _added(fonts, _FONT.format(quoted))
    remark = _added(xfs, _XF.format(quoted, font))
    colour = _added(_differing(root, space), _DXF.format(quoted))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Looks(part, data, str(remark), colour)


def _group(root: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in elements(root) if local(each) == name), None)


def _differing(root: etree._Element, space: str) -> etree._Element:
    """The group of differing looks, made where there is none."""
    found = _group(root, "dxfs")
    if found is None:
        found = etree.Element(f"{{{space}}}dxfs", nsmap=root.nsmap)
        before = next(each for name in _AFTER if (each := _group(root, name)) is not None)
        before.addnext(found)
    return found


def _added(group: etree._Element, text: str) -> int:
    """The number of a look in its group, where it is added at the end if it is not there."""
    new = etree.fromstring(text)
    wanted = _plain(new)
    members = list(elements(group))
    for number, each in enumerate(members):
        if _plain(each) == wanted:
            return number
    group.append(new)
    group.set("count", str(len(members) + 1))
    return len(members)


def _plain(element: etree._Element) -> object:
    """An element as it is compared: without namespaces and blanks."""
    inside = tuple(_plain(each) for each in elements(element))
    return local(element), tuple(sorted(element.items())), inside
