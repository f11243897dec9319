"""Word files for tests: a whole official document, and the same made wrong in one place."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from pairing_cli.report.templates import packaged

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
ODD, EVEN = "word/footer-odd.xml", "word/footer-even.xml"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: dict[str, bytes]) -> bytes:
    """An archive of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(style: str, text: str, more: str = "", run: str = "") -> str:
    """A paragraph of a style, with further properties of it and of its only run."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
        f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def _section(template: str) -> str:
    body = parts((packaged() / template).read_bytes())[DOCUMENT].decode()
    found = re.search(r"<w:sectPr>.*</w:sectPr>", body)
    assert found is not None
    return found[0]


BLANK = '<w:p><w:pPr><w:pStyle w:val="GwBlank"/></w:pPr></w:p>'
_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="GwGrid"/></w:tblPr><w:tblGrid><w:gridCol w:w="6000"/>'
    '<w:gridCol w:w="6755"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'
)


def conforming() -> bytes:
    """A document with every part that the standard has, an annex on a turned sheet among them."""
    found = parts((packaged() / "pairing-table.docx").read_bytes())
    head, tail = found[DOCUMENT].decode().split("<w:body>")[0], "</w:body></w:document>"
    body = "".join(
        (
            paragraph("GwMark", "某县教育局文件"),
            BLANK * 2,
            paragraph("GwNumber", "某教发〔2020〕5号"),
            BLANK * 2,
            paragraph("GwTitle", "关于印发结对帮扶工作方案的通知"),
            BLANK,
            paragraph("GwAddressee", "各中小学、幼儿园："),
            paragraph("GwBody", "现将方案印发给你们，请认真贯彻执行。"),
            paragraph("GwLevel1", "一、目标任务"),
            paragraph("GwBody", "促进均衡发展。"),
            paragraph("GwLevel2", "（一）学校帮扶"),
            paragraph("GwLevel3", "1.管理指导。签订责任书。"),
            paragraph("GwLevel4", "（1）实地查看。"),
            BLANK,
            paragraph("GwAttachments", "附件：1.结对安排表"),
            paragraph("GwAttachmentsMore", "2.考核细则"),
            BLANK * 2,
            paragraph("GwSigner", "某县教育局"),
            paragraph("GwDate", "2020年3月5日"),
            f'<w:p><w:pPr><w:pStyle w:val="GwBreak"/>{_section("pairing-table.docx")}</w:pPr></w:p>',
            paragraph("GwAnnexLabel", "附件1"),
            BLANK,
            paragraph("GwAnnexTitle", "结对安排表"),
            BLANK,
            _TABLE,
            paragraph("GwBelow", "注：按学段排列。"),
            _section("rubric.docx"),
        )
    )
    found[DOCUMENT] = f"{head}<w:body>{body}{tail}".encode()
    return packed(found)


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A file with the first ``old`` in a part written as ``new``."""
    found = parts(data)
    text = found[part].decode()
    assert old in text, (part, old)
    found[part] = text.replace(old, new, 1).encode()
    return packed(found)


def styled(data: bytes, style: str, old: str, new: str) -> bytes:
    """A file in whose style of that id the first ``old`` is written as ``new``."""
    found = parts(data)
    text = found[STYLES].decode()
    start = text.index(f'w:styleId="{style}"')
    end = text.index("</w:style>", start)
    assert old in text[start:end], (style, old)
    found[STYLES] = (text[:start] + text[start:end].replace(old, new, 1) + text[end:]).encode()
    return packed(found)
