"""A Word file that departs from the official form is told which figure, where, by how much."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from pairing_cli.messages import catalogue, text
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.official import Departure, Strength
from pairing_cli.report.lint import Unreadable, lint, package, reading
from pairing_cli.report.lint.figures import FIGURES
from pairing_cli.report.lint.package import DEPTH, ENTRIES, PACKED, PART, TAGS
from tests.command import pairing
from tests.report.wordfiles import (
    BLANK,
    DOCUMENT,
    ODD,
    SETTINGS,
    changed,
    conforming,
    packed,
    paragraph,
    parts,
    styled,
)


def said(value: object) -> str:
    return text(value, "zh") if isinstance(value, Message) else str(value)


def measured(data: bytes) -> dict[str, tuple[str, str]]:
    """By figure, what was measured and what is wanted, in Chinese."""
    return {each.figure: (said(each.measured), said(each.wanted)) for each in lint(data)}


GOOD = conforming()


def in_document(old: str, new: str) -> bytes:
    return changed(GOOD, DOCUMENT, old, new)


def test_a_document_in_the_official_form_departs_from_nothing() -> None:
    assert lint(GOOD) == []


def with_run(text: str, properties: str) -> bytes:
    """The document with a run of other properties."""
    return in_document(f"<w:rPr></w:rPr><w:t>{text}", f"<w:rPr>{properties}</w:rPr><w:t>{text}")


def without_blank(style: str, words: str) -> bytes:
    """The document without the empty line before a paragraph."""
    found = paragraph(style, words)
    return in_document(f"{BLANK}{found}", found)


def font(style: str, right: str, wrong: str) -> bytes:
    """The document with another font for Chinese in a style."""
    return styled(GOOD, style, f'w:eastAsia="{right}"', f'w:eastAsia="{wrong}"')


def sized(style: str, right: int, wrong: int) -> bytes:
    """The document with another size of type in a style, in half points."""
    return styled(GOOD, style, f'sz w:val="{right}"', f'sz w:val="{wrong}"')


def indented(style: str, side: str, right: str, wrong: str) -> bytes:
    """The document with another indent in a style, in hundredths of a character."""
    return styled(GOOD, style, f'w:{side}Chars="{right}"', f'w:{side}Chars="{wrong}"')


def turned_upright() -> bytes:
    """The document whose turned sheet has its page number as upright ones have it."""
    start = GOOD_BODY.rindex("<w:sectPr>")
    section = GOOD_BODY[start:]
    return in_document(section, section.replace("rIdTurnedOdd", "rIdOdd"))


GOOD_BODY = parts(GOOD)[DOCUMENT].decode()
BEHIND = '<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/>'
WRONG: dict[str, tuple[bytes, str, str]] = {
    "paper": (in_document('w:w="11906"', 'w:w="12240"'), "215.9 mm × 297 mm", "210 mm × 297 mm"),
    "margin-top": (in_document('w:top="2098"', 'w:top="1985"'), "35 mm", "37 mm"),
    "margin-left": (in_document('w:left="1587"', 'w:left="1474"'), "26 mm", "28 mm"),
    "type-width": (in_document('w:right="1474"', 'w:right="1587"'), "154 mm", "156 mm"),
    "type-height": (in_document('w:bottom="1984"', 'w:bottom="1587"'), "232 mm", "225 mm"),
    "table-width": (in_document('w:w="6755"', 'w:w="7755"'), "242.6 mm", "225 mm"),
    "body-size": (sized("GwBody", 32, 28), "四号（14 磅）", "三号（16 磅）"),
    "body-face": (font("GwBody", "仿宋_GB2312", "宋体"), "宋体", "仿宋"),
    "lines": (styled(GOOD, "GwBody", 'w:line="579"', 'w:line="500"'), "25", "22"),
    "characters": (styled(GOOD, "GwBody", '<w:spacing w:val="-5"/>', ""), "27", "28"),
    "colour": (with_run("促进", '<w:color w:val="FF0000"/>'), "#FF0000", "黑色"),
    "mark-face": (font("GwMark", "方正小标宋简体", "黑体"), "黑体", "小标宋"),
    "number-form": (
        in_document("〔2020〕5号", "[2020]第05号"),
        "某教发[2020]第05号",
        "高教发〔2020〕5号 的写法（六角括号，不编虚位，不加“第”）",
    ),
    "title-size": (sized("GwTitle", 44, 36), "小二（18 磅）", "二号（22 磅）"),
    "title-face": (font("GwTitle", "方正小标宋简体", "宋体"), "宋体", "小标宋"),
    "title-align": (styled(GOOD, "GwTitle", 'jc w:val="center"', 'jc w:val="left"'), "左", "中"),
    "below-title": (without_blank("GwAddressee", "各中小学、幼儿园："), "0", "1"),
    "addressee-left": (indented("GwAddressee", "left", "0", "200"), "2 字", "0 字"),
    "addressee-colon": (in_document("幼儿园：", "幼儿园:"), ":", "："),
    "first-line": (indented("GwBody", "firstLine", "200", "400"), "4 字", "2 字"),
    "level-form": (in_document("1.管理", "1、管理"), "1、管理", "1."),
    "level1-face": (font("GwLevel1", "黑体", "宋体"), "宋体", "黑体"),
    "level2-face": (font("GwLevel2", "楷体_GB2312", "黑体"), "黑体", "楷体"),
    "level3-face": (font("GwLevel3", "仿宋_GB2312", "黑体"), "黑体", "仿宋"),
    "level4-face": (font("GwLevel4", "仿宋_GB2312", "黑体"), "黑体", "仿宋"),
    "level-size": (sized("GwLevel1", 32, 36), "小二（18 磅）", "三号（16 磅）"),
    "attachments-blank": (without_blank("GwAttachments", "附件：1.结对安排表"), "0", "1"),
    "attachments-left": (
        styled(GOOD, "GwAttachments", 'w:hanging="1260"', 'w:hanging="1890"'),
        "0 字",
        "2 字",
    ),
    "attachments-colon": (in_document("附件：1.", "附件:1."), ":", "："),
    "attachments-end": (in_document("2.考核细则", "2.考核细则。"), "。", "无"),
    "date-right": (indented("GwDate", "right", "400", "700"), "7 字", "2 至 4 字"),
    "date-form": (
        in_document("2020年3月5日", "2020年03月05日"),
        "2020年03月05日",
        "2020年5月5日 的写法（阿拉伯数字，不编虚位）",
    ),
    "annex-page": (
        changed(
            in_document(GOOD_BODY[GOOD_BODY.rindex("<w:sectPr>") :], "%END%"),
            DOCUMENT,
            "%END%",
            GOOD_BODY[GOOD_BODY.rindex("<w:sectPr>") :].replace(
                "<w:pgSz", '<w:type w:val="continuous"/><w:pgSz'
            ),
        ),
        "接排",
        "另面",
    ),
    "annex-label-face": (font("GwAnnexLabel", "黑体", "仿宋"), "仿宋", "黑体"),
    "annex-label-size": (sized("GwAnnexLabel", 32, 28), "四号（14 磅）", "三号（16 磅）"),
    "annex-label-left": (indented("GwAnnexLabel", "left", "0", "200"), "2 字", "0 字"),
    "annex-label-form": (in_document(">附件1<", ">附件1：<"), "附件1：", "附件1（后面不加标点）"),
    "annex-title-line": (without_blank("GwAnnexTitle", "结对安排表"), "2", "3"),
    "annex-title-align": (
        styled(GOOD, "GwAnnexTitle", 'jc w:val="center"', 'jc w:val="right"'),
        "右",
        "中",
    ),
    "page-number": (changed(GOOD, ODD, " PAGE ", " DATE "), "无", "— 1 —"),
    "page-number-size": (sized("GwOdd", 28, 21), "五号（10.5 磅）", "四号（14 磅）"),
    "page-number-face": (
        styled(GOOD, "GwOdd", 'w:ascii="宋体"', 'w:ascii="Times New Roman"'),
        "Times New Roman",
        "宋体",
    ),
    "page-number-dashes": (
        changed(changed(GOOD, ODD, "— ", ""), ODD, " —", ""),
        "1",
        "— 1 —",
    ),
    "page-number-sides": (
        changed(GOOD, SETTINGS, "<w:evenAndOddHeaders/>", ""),
        "单双页相同",
        "单页居右、双页居左",
    ),
    "page-number-odd": (
        styled(GOOD, "GwOdd", 'jc w:val="right"', 'jc w:val="center"'),
        "居中，空 1 字",
        "居右，空 1 字",
    ),
    "page-number-even": (
        indented("GwEven", "left", "100", "300"),
        "居左，空 3 字",
        "居左，空 1 字",
    ),
    "page-number-height": (in_document('w:footer="1447"', 'w:footer="850"'), "17.5 mm", "7 mm"),
    "page-number-turned": (turned_upright(), "在长边", "与其他页一致（在短边）"),
    "bold": (with_run("一、目标", "<w:b/>"), "加粗", "不加粗"),
    "keep-next": (styled(GOOD, "GwLevel1", "<w:keepNext/>", ""), "可能留在页末", "“与下段同页”"),
    "east-asian": (with_run("促进", '<w:rFonts w:eastAsia=""/>'), "未指定", "仿宋_GB2312"),
}
"""For every figure a document that misses it: what is measured then, and what is wanted."""

ALONG = {
    "paper": {"type-width", "characters"},
    "margin-left": {"type-width", "characters"},
    "margin-top": {"type-height"},
    "type-width": {"characters"},
    "type-height": {"lines", "page-number-height"},
    "body-size": {"characters"},
    "east-asian": {"body-face"},
    "page-number-sides": {"page-number-even"},
    "first-line": set(),
}
"""What else cannot be as it should when a figure is missed."""


@pytest.mark.parametrize("figure", FIGURES)
def test_each_figure_that_is_missed_is_measured(figure: str) -> None:
    data, is_now, should_be = WRONG[figure]
    found = measured(data)
    assert found.get(figure) == (is_now, should_be)
    assert set(found) <= {figure, *ALONG.get(figure, ())}


def test_every_figure_is_worded_and_named_by_its_strength() -> None:
    for figure, (clause, strength) in FIGURES.items():
        assert f"official.{figure}" in catalogue(), figure
        assert bool(clause) == (strength is not Strength.PRACTICE), figure


def test_the_place_is_a_paragraph_and_its_first_words() -> None:
    (found,) = lint(WRONG["bold"][0])
    assert said(found.at) == "第11段“一、目标任务”"
    (table,) = lint(WRONG["table-width"][0])
    assert said(table.at) == "第1个表格"
    (page,) = lint(WRONG["page-number-turned"][0])
    assert said(page.at) == "第2节"


def test_what_many_places_share_is_said_once() -> None:
    found = lint(WRONG["body-face"][0])
    assert [(each.figure, each.more) for each in found] == [("body-face", 1)]


@pytest.mark.parametrize(
    ("wrong", "code", "strength"),
    [
        ("table-width", 1, "规定"),
        ("title-face", 0, "一般"),
        ("mark-face", 0, "推荐"),
        ("bold", 0, "实务"),
    ],
)
def test_only_what_is_required_fails_the_check(
    wrong: str, code: int, strength: str, tmp_path: Path
) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(WRONG[wrong][0])
    ran = pairing("report", "--lint", path, "--lang", "zh")
    assert ran.code == code
    assert ran.out.startswith(strength)
    assert f"{path}：与规定不符 {code} 项" in ran.out.replace("\n", "")


def test_formatting_comes_from_styles_direct_properties_and_the_theme(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("某县教育局")
    document.add_paragraph("各学校要认真落实。" * 10)
    path = tmp_path / "x.docx"
    document.save(str(path))
    found = measured(path.read_bytes())
    assert found["body-face"] == ("宋体", "仿宋")  # the theme's, for Chinese
    assert found["body-size"][0] == "11 磅"  # the defaults'
    assert found["paper"][0] == "215.9 mm × 279.4 mm"


def test_the_check_speaks_english(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(WRONG["date-form"][0])
    ran = pairing("report", "--lint", path, "--lang", "en")
    assert "required 7.3.5.4 paragraph" in ran.out
    assert "form of the date" in ran.out


def test_the_check_goes_with_no_report_to_make(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(GOOD)
    ran = pairing("report", "ranking", "--lint", path, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")


# files that nobody writes by hand


def bomb(body: bytes) -> bytes:
    found = parts(GOOD)
    found[DOCUMENT] = body
    return packed(found)


NAMESPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
HOSTILE = {
    "no archive": (b"PK\x03\x04 and no more", "damaged"),
    "nothing": (b"", "damaged"),
    "old": (b"\xd0\xcf\x11\xe0" + b"0" * 5000, "old"),
    "no document": (packed({"a.txt": b"a"}), "not-word"),
    "entities": (bomb(LAUGHS), "entities"),
    "another encoding": (bomb(LAUGHS.decode().encode("utf-16")), "entities"),
    "no xml": (bomb(b"<w:document"), "damaged"),
    "much text": (bomb(b"<a>" + b"0" * PART + b"</a>"), "unpacks"),
    "many tags": (bomb(b"<a>" + b"<b/>" * (TAGS + 1) + b"</a>"), "unpacks"),
    "deep": (bomb(b"<a>" * (DEPTH + 1) + b"</a>" * (DEPTH + 1)), "damaged"),
    "large": (b"PK" + b"0" * PACKED, "large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_measured_is_refused_before_it_fills_the_memory(name: str) -> None:
    data, why = HOSTILE[name]
    tracemalloc.start()
    with pytest.raises(Unreadable) as refused:
        lint(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.key == f"unreadable.{why}"
    assert peak < 100 * 1024 * 1024


@pytest.mark.parametrize(
    ("limit", "size", "body"),
    [
        ("DEPTH", DEPTH, b"<a>" * DEPTH + b"</a>" * DEPTH),
        ("TAGS", 5_000, b"<a>" + b"<b/>" * 4_998 + b"</a>"),
        ("PART", 300_000, b"<a>" + b"0" * 299_993 + b"</a>"),
    ],
)
def test_a_file_at_its_limit_is_measured(
    limit: str, size: int, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, limit, size)
    assert measured(bomb(body))["paper"][0] == "0 mm × 0 mm"
    monkeypatch.setattr(package, limit, size - 1)
    with pytest.raises(Unreadable):
        lint(bomb(body))


def test_a_file_of_many_parts_is_refused() -> None:
    more = {f"{number}.xml": b"" for number in range(ENTRIES)}
    with pytest.raises(Unreadable):
        lint(packed({**parts(GOOD), **more}))


def test_a_long_file_is_measured_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    own = len(Document(BytesIO(GOOD)).paragraphs)
    monkeypatch.setattr(reading, "PARAGRAPHS", own + 50)
    more = "<w:p><w:r><w:t>字</w:t></w:r></w:p>"
    at_limit = in_document("<w:body>", f"<w:body>{more * 50}")
    assert measured(at_limit)["first-line"] == ("0 字", "2 字")
    with pytest.raises(Unreadable) as refused:
        lint(in_document("<w:body>", f"<w:body>{more * 51}"))
    assert refused.value.key == "unreadable.long"


def test_styles_that_rest_on_each_other_end() -> None:
    loop = styled(GOOD, "Normal", "<w:qFormat/>", '<w:basedOn w:val="GwBody"/><w:qFormat/>')
    assert isinstance(lint(loop), list)


def test_an_enormous_number_is_no_length() -> None:
    data = in_document('w:top="2098"', f'w:top="{"9" * 5000}"')
    assert measured(data)["margin-top"][0] == "0 mm"


def test_damaged_files_never_end_in_a_traceback() -> None:
    for position in range(0, len(GOOD), 97):
        data = bytearray(GOOD)
        data[position] ^= 0xFF
        try:
            found = lint(bytes(data))
        except Unreadable:
            continue
        assert all(isinstance(each, Departure) for each in found)


def test_a_relationship_that_leads_out_of_the_file_is_not_followed() -> None:
    found = parts(GOOD)
    name = "word/_rels/document.xml.rels"
    found[name] = found[name].replace(b"footer-odd.xml", b"../../../../etc/passwd")
    assert measured(packed(found))["page-number"] == ("无", "— 1 —")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = pairing("report", "--lint", tmp_path / "没有.docx", "--lang", "zh")
    assert ran.code == 2
    assert "没有.docx" in ran.err


def test_a_locked_file_is_said_to_be(tmp_path: Path) -> None:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out) as archive:
        offset = archive.getinfo(DOCUMENT).header_offset
    data = bytearray(GOOD)
    data[offset + 6] |= 1
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(DOCUMENT)] != DOCUMENT.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 8] |= 1
    with pytest.raises(Unreadable) as refused:
        lint(bytes(data))
    assert refused.value.key == "unreadable.locked"
