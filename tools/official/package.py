"""The parts of a Word file around its text: page numbers, fonts, settings, and the archive itself."""

from __future__ import annotations

import zipfile
from datetime import date
from fractions import Fraction
from io import BytesIO
from xml.sax.saxutils import escape

from official.styles import NAMESPACES, styles_xml
from pairing_cli.office.archive import repacked
from pairing_cli.report.standard import (
    DASH,
    FACES,
    LANDSCAPE,
    NUMBER_SIZE,
    PORTRAIT,
    TWIPS_OF_POINT,
    Face,
    Sheet,
    twips,
)

DATE = date(2020, 1, 1)
_MM_OF_POINT = Fraction(254, 720)
_EMU_OF_MM = 36_000
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FOOTERS = {
    "odd": "rIdOdd",
    "even": "rIdEven",
    "turned-odd": "rIdTurnedOdd",
    "turned-even": "rIdTurnedEven",
}
"""The page numbers of upright and of turned sheets, and the ids of their relationships."""

HALF_LINE = NUMBER_SIZE / 2 * _MM_OF_POINT
"""mm from the edge of a page number's line to its dashes, which stand in the middle of it."""


def section(sheet: Sheet) -> str:
    """A section's properties: its page, its page numbers, the head that marks drafts, and its lines."""
    turned = sheet is LANDSCAPE
    prefix = "turned-" if turned else ""
    orientation = ' w:orient="landscape"' if turned else ""
    foot = sheet.bottom - DASH - HALF_LINE if not turned else Fraction(10)
    margins = {
        "top": sheet.top,
        "right": sheet.right,
        "bottom": sheet.bottom,
        "left": sheet.left,
        "header": 20 if not turned else 14,
        "footer": foot,
    }
    edges = " ".join(f'w:{name}="{twips(mm)}"' for name, mm in margins.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/>'
        f'<w:headerReference w:type="even" r:id="rIdHead"/>'
        f'<w:footerReference w:type="default" r:id="{FOOTERS[f"{prefix}odd"]}"/>'
        f'<w:footerReference w:type="even" r:id="{FOOTERS[f"{prefix}even"]}"/>'
        f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{orientation}/>'
        f'<w:pgMar {edges} w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


def packed(name: str, body: str) -> bytes:
    """A Word file of a body; the same body gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in _parts(name, body).items():
            archive.writestr(path, _XML + text)
    return repacked(out.getvalue(), DATE)


def _parts(name: str, body: str) -> dict[str, str]:
    numbers = {f"word/footer-{kind}.xml": _footer(kind) for kind in FOOTERS}
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rIdDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rIdCore", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(name),
        "word/_rels/document.xml.rels": _relationships(
            *((f"rId{part.title()}", f"{_OFFICE}/{kind}", f"{part}.xml") for part, kind in _INNER),
            *((rid, f"{_OFFICE}/footer", f"footer-{kind}.xml") for kind, rid in FOOTERS.items()),
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(),
        "word/head.xml": _HEAD,
        **numbers,
    }


_INNER = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("head", "header"),
)
_HEAD = (
    f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="GwHead"/></w:pPr>'
    "<w:r><w:t>{{ draft }}</w:t></w:r></w:p></w:hdr>"
)
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
    '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)


def _content_types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "head": "header",
        **{f"footer-{kind}": "footer" for kind in FOOTERS},
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(*found: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"/>' for rid, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(name: str) -> str:
    times = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{DATE.isoformat()}T00:00:00Z</dcterms:{what}>'
        for what in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(name)}</dc:title><dc:creator></dc:creator>{times}</cp:coreProperties>"
    )


def _font_table() -> str:
    return f"<w:fonts {NAMESPACES}>{''.join(_font(face) for face in FACES)}</w:fonts>"


def _font(face: Face) -> str:
    """A font, and under which names to look for one like it where it is not installed."""
    others = ",".join((*face.same, *face.instead))
    return (
        f'<w:font w:name="{face.font}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )


def _footer(kind: str) -> str:
    style = "GwOdd" if kind.endswith("odd") else "GwEven"
    inside = _turned(_number(style)) if kind.startswith("turned") else _number(style)
    return f"<w:ftr {NAMESPACES} {_DRAWING}>{inside}</w:ftr>"


def _number(style: str) -> str:
    """— 1 —, the number between two dashes of one character."""
    marks = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{marks}</w:p>'


_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _turned(number: str) -> str:
    """A page number along the left edge of a turned sheet, where upright sheets have their foot."""
    sheet, wide = LANDSCAPE, NUMBER_SIZE * _MM_OF_POINT
    size = f'cx="{_emu(wide)}" cy="{_emu(Fraction(sheet.type_height))}"'
    return (
        '<w:p><w:pPr><w:pStyle w:val="GwBreak"/></w:pPr><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{_emu(sheet.left - DASH - HALF_LINE)}'
        "</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{_emu(Fraction(sheet.top))}'
        f'</wp:posOffset></wp:positionV><wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{number}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def _emu(mm: Fraction) -> int:
    return round(mm * _EMU_OF_MM)


assert PORTRAIT.type_width == LANDSCAPE.type_height
assert TWIPS_OF_POINT == 20
