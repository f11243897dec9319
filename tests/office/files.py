"""Office files made for the tests, part by part: good ones, WPS's, Excel's, and hostile ones."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TEXT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Parts = dict[str, "bytes | str"]


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(**found: tuple[str, str]) -> str:
    """A part of relations: by id, the last word of the kind, and the target (outside where it is a URL)."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for key, (kind, target) in found.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def types(part: str, kind: str) -> str:
    """The part of content types."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    )


def sheet(rows: str, after: str = "", before: str = "") -> str:
    """A sheet of rows."""
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def text_cell(address: str, text: str) -> str:
    """A cell that holds its text itself."""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """A row of cells."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def book_parts(content: str, *, extra: str = "", **sheets: str) -> Parts:
    """The parts of a workbook of one sheet 表1, and of others by name."""
    every = {"表1": content, **sheets}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(every, 1)
    )
    related = {
        f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(every) + 1)
    }
    return {
        "[Content_Types].xml": types("xl/workbook.xml", BOOK_TYPE),
        "_rels/.rels": relations(rId1=("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        f"{extra}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            **related,
            rIdStyles=("styles", "styles.xml"),
            rIdTexts=("sharedStrings", "sharedStrings.xml"),
        ),
        **{
            f"xl/worksheets/sheet{number}.xml": each
            for number, each in enumerate(every.values(), 1)
        },
    }


def book(
    content: str, more: Mapping[str, bytes | str] | None = None, *, extra: str = "", **sheets: str
) -> bytes:
    """A workbook of one sheet 表1, and of others by name; ``extra`` stands behind the list of sheets."""
    return packed({**book_parts(content, extra=extra, **sheets), **(more or {})})


def stored_book(content: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook whose parts are not packed, so that repetition in them makes no suspect of it."""
    return packed({**book_parts(content), **(more or {})}, zipfile.ZIP_STORED)


def word_parts(body: str) -> Parts:
    """The parts of a Word file."""
    return {
        "[Content_Types].xml": types("word/document.xml", TEXT_TYPE),
        "_rels/.rels": relations(rId1=("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>',
    }


def word(body: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word file."""
    return packed({**word_parts(body), **(more or {})})


def stored_word(body: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word file whose parts are not packed."""
    return packed({**word_parts(body), **(more or {})}, zipfile.ZIP_STORED)


def w_p(text: str) -> str:
    """A paragraph."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def w_tc(content: str, properties: str = "") -> str:
    """A cell of a Word table: a text, or paragraphs."""
    inside = content if content.startswith("<w:") else w_p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def w_table(*rows: str) -> str:
    """A Word table; rows are what stands in them."""
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


# pictures


def png(width: int = 1, height: int = 1, *chunks: bytes, grey: int = 0) -> bytes:
    """A PNG picture that states a size; the letters of the picture itself are a single one."""
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            *chunks,
            chunk(b"IDAT", zlib.compress(bytes([0, grey]))),
            chunk(b"IEND", b""),
        ]
    )


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG picture."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


GPS = b"GPS-39.37N-99.81E"
TELEPHONE = b"Telephone 12 of Zhang San"


def tiff(order: str = "<", orientation: int = 6, moment: bytes = b"2020:05:12 09:30:00") -> bytes:
    """An Exif block as telephones write it: maker, orientation, day, and where it was."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    ends = 8 + 2 + 12 * 4 + 4
    inner, gps = ends + len(TELEPHONE), ends + len(TELEPHONE) + 2 + 12 + 4 + 20

    def entry(tag: int, kind: int, count: int, value: int) -> bytes:
        if kind == 3:
            return struct.pack(order + "HHIHH", tag, kind, count, value, 0)
        return struct.pack(order + "HHII", tag, kind, count, value)

    return b"".join(
        [
            head,
            struct.pack(order + "H", 4),
            entry(0x010F, 2, len(TELEPHONE), ends),
            entry(0x0112, 3, 1, orientation),
            entry(0x8769, 4, 1, inner),
            entry(0x8825, 4, 1, gps),
            bytes(4),
            TELEPHONE,
            struct.pack(order + "H", 1),
            entry(0x9003, 2, 20, inner + 18),
            bytes(4),
            moment + b"\0",
            GPS,
        ]
    )


def segment(mark: int, content: bytes) -> bytes:
    """A segment of a JPEG picture."""
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def jpeg(
    *notes: bytes, width: int = 4, height: int = 3, after: bytes = b"", scan: bytes = b"scan"
) -> bytes:
    """A JPEG picture with some segments, two scans, and what stands behind its end."""
    size = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return b"".join(
        [
            b"\xff\xd8",
            *notes,
            segment(0xC2, size),
            segment(0xDA, b"\1\1\0\0\x3f\0") + scan + b"\xff\x00\xff\xd0more",
            segment(0xDA, b"\1\1\0\0\x3f\0") + scan,
            b"\xff\xd9",
            after,
        ]
    )


def photo(**how: int) -> bytes:
    """A photograph of a telephone: Exif with place, XMP, a colour profile, a second picture behind."""
    exif = segment(0xE1, b"Exif\0\0" + tiff(**how))  # type: ignore[arg-type]
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + GPS + b"</x>")
    second = segment(0xE2, b"MPF\0" + GPS)
    profile = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
    return jpeg(exif, xmp, second, profile, segment(0xFE, GPS), after=jpeg(exif))


def blip(key: str, how: str = "embed") -> str:
    """What names a picture by the id of a relation."""
    return f'<a:blip xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" r:{how}="{key}"/>'


def anchored(kind: str, place: str, *keys: str) -> str:
    """An anchor of a picture over a sheet."""
    pictures = "".join(
        f"<xdr:pic><xdr:blipFill>{blip(key)}</xdr:blipFill></xdr:pic>" for key in keys
    )
    return f"<xdr:{kind}>{place}{pictures}<xdr:clientData/></xdr:{kind}>"


def corner(name: str, column: int, row: int, right: int = 0, down: int = 0) -> str:
    """A corner of an anchor; columns and rows are counted from 0."""
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{right}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{down}</xdr:rowOff></xdr:{name}>"
    )


def drawn(*anchors: str, **pictures: bytes) -> Parts:
    """The parts of a drawing over sheet 1, with its pictures by id."""
    related = {key: ("image", f"../media/{key}.bin") for key in pictures}
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            rId1=("drawing", "../drawings/drawing1.xml")
        ),
        "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="{SHEET_DRAWING}">{"".join(anchors)}</xdr:wsDr>',
        "xl/drawings/_rels/drawing1.xml.rels": relations(**related),
        **{f"xl/media/{key}.bin": data for key, data in pictures.items()},
    }


def of_wps(**pictures: bytes) -> Parts:
    """The parts in which WPS keeps pictures of cells, by id."""
    kept = "".join(
        f'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="{name}"/></xdr:nvPicPr>'
        f"<xdr:blipFill>{blip(f'rId{number}')}</xdr:blipFill></xdr:pic></etc:cellImage>"
        for number, name in enumerate(pictures, 1)
    )
    related = {
        f"rId{number}": ("image", f"media/image{number}.jpeg")
        for number in range(1, len(pictures) + 1)
    }
    return {
        "xl/cellimages.xml": '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/'
        f'etCustomData" xmlns:xdr="{SHEET_DRAWING}">{kept}</etc:cellImages>',
        "xl/_rels/cellimages.xml.rels": relations(**related),
        **{f"xl/media/image{n}.jpeg": data for n, data in enumerate(pictures.values(), 1)},
    }


def wps_cell(address: str, name: str) -> str:
    """A cell of WPS with a picture in it."""
    call = f'DISPIMG("{name}",1)'
    return f'<c r="{address}" t="str"><f>_xlfn.{call}</f><v>={call}</v></c>'


def of_excel(*pictures: bytes) -> Parts:
    """The parts in which Excel keeps pictures of cells: the first cell's picture is the last one's."""
    number = len(pictures)
    space = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    turned = range(number - 1, -1, -1)
    return {
        "xl/metadata.xml": f'<metadata xmlns="{MAIN}" xmlns:xlrd="{space}"><metadataTypes count="1">'
        '<metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE">'
        + "".join(
            f'<bk><extLst><ext><xlrd:rvb i="{n}"/></ext></extLst></bk>' for n in range(number)
        )
        + "</futureMetadata><valueMetadata>"
        + "".join(f'<bk><rc t="1" v="{n}"/></bk>' for n in range(number))
        + "</valueMetadata></metadata>",
        "xl/richData/rdrichvalue.xml": f'<rvData xmlns="{space}">'
        + "".join(f'<rv s="0"><v>{n}</v><v>5</v></rv>' for n in turned)
        + "</rvData>",
        "xl/richData/rdrichvaluestructure.xml": f'<rvStructures xmlns="{space}"><s t="_localImage">'
        '<k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>',
        "xl/richData/richValueRel.xml": f'<richValueRels xmlns="{space}" xmlns:r="{OFFICE}">'
        + "".join(f'<rel r:id="rId{n}"/>' for n in range(1, number + 1))
        + "</richValueRels>",
        "xl/richData/_rels/richValueRel.xml.rels": relations(
            **{f"rId{n}": ("image", f"../media/image{n}.png") for n in range(1, number + 1)}
        ),
        **{f"xl/media/image{n}.png": data for n, data in enumerate(pictures, 1)},
    }


def excel_cell(address: str, number: int) -> str:
    """A cell of Excel with a picture in it."""
    return f'<c r="{address}" t="e" vm="{number}"><v>#VALUE!</v></c>'
