"""The named styles of official documents: what each part of a page is set in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.report.standard import (
    BODY_SIZE,
    FANGSONG,
    HEITI,
    KAITI,
    NUMBER_SIZE,
    PITCH,
    SONGTI,
    TITLE_SIZE,
    TRACKING,
    TWIPS_OF_POINT,
    XIAOBIAOSONG,
    Face,
)


@dataclass(frozen=True)
class Style:
    """A paragraph style.

    ``first``, ``left`` and ``right`` are indents in characters of the style's own size; ``first`` is
    negative where the first line hangs. ``pitch``, ``before`` and ``after`` are in points;
    without a pitch a line is as tall as what stands in it.
    """

    id: str
    name: str
    face: Face = FANGSONG
    size: Fraction = BODY_SIZE
    align: str = "left"
    first: int = 0
    left: int = 0
    right: int = 0
    pitch: Fraction = PITCH
    tracking: Fraction = Fraction(0)
    before: int = 0
    after: int = 0
    keep_next: bool = False
    outline: int | None = None
    color: str = "000000"
    rule: tuple[str, ...] = ()


SMALL, SMALLER = Fraction(12), Fraction(21, 2)
TABLE_PITCH, SMALLER_PITCH = Fraction(18), Fraction(15)


def _edge(side: str, eighths: int, space: int = 1, color: str = "000000") -> str:
    """A rule at a side of a paragraph: how thick in eighths of a point, how far in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


_BOX = tuple(_edge(side, 8, 4) for side in ("top", "left", "bottom", "right"))
_RED = (_edge("bottom", 12, 11, "FF0000"),)

STYLES = (
    Style("Normal", "Normal"),
    Style("GwTitle", "公文标题", XIAOBIAOSONG, TITLE_SIZE, "center", outline=0, keep_next=True),
    Style("GwDraft", "草案标记", KAITI, align="center", keep_next=True),
    Style("GwWarning", "警示", HEITI, NUMBER_SIZE, "center", pitch=Fraction(24), rule=_BOX),
    Style("GwBlank", "空行", keep_next=True),
    Style("GwAddressee", "主送机关", tracking=TRACKING),
    Style("GwBody", "公文正文", align="both", first=2, tracking=TRACKING),
    Style("GwLevel1", "一级标题", HEITI, first=2, tracking=TRACKING, outline=0, keep_next=True),
    Style("GwLevel2", "二级标题", KAITI, first=2, tracking=TRACKING, outline=1, keep_next=True),
    Style("GwLevel3", "三级标题", align="both", first=2, tracking=TRACKING),
    Style("GwLevel4", "四级标题", align="both", first=2, tracking=TRACKING),
    Style("GwAttachments", "附件说明", first=-4, left=6, tracking=TRACKING),
    Style("GwAttachmentsMore", "附件说明续", first=-1, left=6, tracking=TRACKING),
    Style("GwAttachmentOnly", "附件说明单", first=-3, left=5, tracking=TRACKING),
    Style("GwSigner", "署名", align="right", right=4, tracking=TRACKING, keep_next=True),
    Style("GwDate", "成文日期", align="right", right=4, tracking=TRACKING),
    Style("GwNote", "附注", first=2, tracking=TRACKING),
    Style("GwAnnexLabel", "附件标记", HEITI, keep_next=True),
    Style(
        "GwAnnexTitle", "附件标题", XIAOBIAOSONG, TITLE_SIZE, "center", outline=0, keep_next=True
    ),
    Style(
        "GwMark",
        "发文机关标志",
        XIAOBIAOSONG,
        Fraction(36),
        "center",
        pitch=Fraction(48),
        before=93,  # 35 mm from the type area's edge to the characters'
        color="FF0000",
        keep_next=True,
    ),
    Style("GwNumber", "发文字号", align="center", rule=_RED, keep_next=True),
    Style("GwTableHead", "表头", HEITI, SMALL, "center", pitch=TABLE_PITCH, keep_next=True),
    Style("GwTable", "表格文字", size=SMALL, align="center", pitch=TABLE_PITCH),
    Style("GwTableLeft", "表格文字左", size=SMALL, pitch=TABLE_PITCH),
    Style("GwSmallHead", "小表头", HEITI, SMALLER, "center", pitch=SMALLER_PITCH, keep_next=True),
    Style("GwSmall", "小表文字", size=SMALLER, align="center", pitch=SMALLER_PITCH),
    Style("GwSmallLeft", "小表文字左", size=SMALLER, pitch=SMALLER_PITCH),
    Style("GwAbove", "表上说明", size=SMALL, pitch=Fraction(20), after=4, keep_next=True),
    Style("GwBelow", "表下说明", size=SMALL, align="both", pitch=Fraction(20), after=2),
    Style("GwSmallBelow", "小表下说明", size=SMALLER, align="both", pitch=SMALLER_PITCH, after=2),
    Style("GwTableTitle", "表题", HEITI, NUMBER_SIZE, "center", pitch=Fraction(28), keep_next=True),
    Style(
        "GwPicture", "照片", size=SMALL, align="center", pitch=Fraction(0), before=4, keep_next=True
    ),
    Style("GwImprint", "版记", size=NUMBER_SIZE, left=1, right=1, pitch=Fraction(24)),
    Style("GwImprintDay", "版记日期", FANGSONG, NUMBER_SIZE, "right", right=1, pitch=Fraction(24)),
    Style("GwOdd", "单页码", SONGTI, NUMBER_SIZE, "right", right=1, pitch=NUMBER_SIZE),
    Style("GwEven", "双页码", SONGTI, NUMBER_SIZE, "left", left=1, pitch=NUMBER_SIZE),
    Style("GwHead", "页眉", HEITI, NUMBER_SIZE, "right", pitch=Fraction(20)),
    Style("GwTag", "模板标记", size=SMALLER, pitch=SMALLER_PITCH, color="7F7F7F"),
    Style("GwBreak", "分节", size=Fraction(1), pitch=Fraction(1)),
)
"""Every style. Names are what Word and WPS show in their lists; ids never change with language."""

BY_ID = {style.id: style for style in STYLES}


def fonts(face: Face) -> str:
    """The font for every script, so that no Chinese character falls to the theme's."""
    name = face.font
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def styles_xml() -> str:
    """styles.xml."""
    default = BY_ID["Normal"]
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(default.face)}"
        f'{_size(default)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(_style(style) for style in STYLES)}{_CHARACTERS}{_TABLES}</w:styles>"
    )


NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="GwCharacters">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="GwPlain"><w:name w:val="正文字"/>'
    f"<w:rPr>{fonts(FANGSONG)}</w:rPr></w:style>"
)
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="GwNoTable"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="GwGrid"><w:name w:val="公文表格"/>'
    f'<w:basedOn w:val="GwNoTable"/><w:tblPr><w:jc w:val="center"/>'
    f"<w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>"
)


def _style(style: Style) -> str:
    normal = style.id == "Normal"
    kind = 'w:default="1"' if normal else 'w:customStyle="1"'
    based = "" if normal else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{based}<w:qFormat/><w:pPr>{''.join(_paragraph(style))}</w:pPr><w:rPr>{fonts(style.face)}"
        f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{style.color}"/>'
        f"{_tracking(style)}{_size(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> Iterator[str]:
    """Paragraph properties, in the order that the schema asks for."""
    if style.keep_next:
        yield "<w:keepNext/>"
    if style.id.endswith("Below"):  # a few lines, of which none is to stand on a page of its own
        yield "<w:keepLines/>"
    yield '<w:widowControl w:val="0"/>'
    if style.rule:
        yield f"<w:pBdr>{''.join(style.rule)}</w:pBdr>"
    yield '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
    lines = f'w:line="{_twips(style.pitch)}" w:lineRule="exact"' if style.pitch else ""
    yield (
        f'<w:spacing w:before="{style.before * TWIPS_OF_POINT}" '
        f'w:after="{style.after * TWIPS_OF_POINT}" {lines or _AS_TALL}/>'
    )
    yield _indents(style)
    yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


_AS_TALL = 'w:line="240" w:lineRule="auto"'
"""A line as tall as what stands in it."""


def _indents(style: Style) -> str:
    """Indents in hundredths of characters, and in twips for programs that do not know those.

    Hanging ones in twips only: programs disagree on what a left indent in characters begins at.
    """
    em = style.size + style.tracking
    first = "hanging" if style.first < 0 else "firstLine"
    given = (("left", style.left), ("right", style.right), (first, abs(style.first)))
    parts = [f'w:{name}="{_twips(count * em)}"' for name, count in given]
    if style.first >= 0:
        parts = [f'w:{name}Chars="{round(count * 100)}"' for name, count in given] + parts
    return f"<w:ind {' '.join(parts)}/>"


def _tracking(style: Style) -> str:
    return f'<w:spacing w:val="{_twips(style.tracking)}"/>' if style.tracking else ""


def _size(style: Style) -> str:
    return f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'


def _twips(points: Fraction | int) -> int:
    return round(points * TWIPS_OF_POINT)
