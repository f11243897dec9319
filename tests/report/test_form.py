"""The builder of official templates: what it makes is in the official form when it is filled."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from official import Column, Form
from pairing_cli.report import word
from pairing_cli.report.lint import lint
from tests.report.wordfiles import parts

LINES = [
    {"level": 0, "text": "为认真贯彻落实上级精神，进一步提升办学水平，特制定本方案。"},
    {"level": 1, "text": "一、目标任务"},
    {"level": 0, "text": "促进教育优质均衡发展。"},
    {"level": 2, "text": "（一）学校帮扶。", "rest": "双方签订责任书。"},
    {"level": 3, "text": "1.管理指导。每学期至少一次。"},
    {"level": 4, "text": "（1）实地查看。"},
]
FACTS: dict[str, Any] = {
    "mark": "某县教育局文件",
    "number": "某教发〔2020〕5号",
    "title": "某县2020年中小学结对帮扶工作实施方案",
    "draft": "",
    "warning": "",
    "to": "各中小学、幼儿园",
    "lines": LINES,
    "annexes": [{"title": "领导小组名单"}, {"title": "结对安排表"}],
    "signed_by": ["某县教育局"],
    "dated": "2020年3月5日",
    "members": [{"level": 0, "text": "组长：示例甲"}],
    "rows": [{"number": 1, "school": "示例小学"}],
    "cc": "县委办公室，县政府办公室",
    "printed_by": "某县教育局办公室",
    "printed_on": "2020年3月6日",
    "issued_by": "某县教育局",
    "as_of_date": date(2020, 3, 5),
}


def template() -> bytes:
    form = Form("scheme")
    form.red_head()
    form.title()
    form.addressee()
    form.lines()
    form.attachments()
    form.signature()
    form.annex("附件1", "领导小组名单")
    form.lines("members")
    form.annex("附件2", "结对安排表", landscape=True)
    form.table([Column("序号", "{{ row.number }}", 20), Column("学校", "{{ row.school }}", 60)])
    form.turn(landscape=False)
    form.lines("members")
    form.imprint()
    return form.file()


def made(**facts: Any) -> bytes:
    return word.render("scheme.docx", template(), {**FACTS, **facts})


def texts(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph with text."""
    return [
        (each.style.name or "", each.text)  # type: ignore[union-attr]
        for each in Document(BytesIO(data)).paragraphs
        if each.text
    ]


def test_a_whole_document_departs_from_nothing() -> None:
    assert lint(made()) == []


def test_each_part_has_its_style_in_the_order_of_the_page() -> None:
    assert texts(made()) == [
        ("发文机关标志", "某县教育局文件"),
        ("发文字号", "某教发〔2020〕5号"),
        ("公文标题", "某县2020年中小学结对帮扶工作实施方案"),
        ("主送机关", "各中小学、幼儿园："),
        ("公文正文", LINES[0]["text"]),
        ("一级标题", "一、目标任务"),
        ("公文正文", "促进教育优质均衡发展。"),
        ("二级标题", "（一）学校帮扶。双方签订责任书。"),
        ("三级标题", "1.管理指导。每学期至少一次。"),
        ("四级标题", "（1）实地查看。"),
        ("附件说明", "附件：1.领导小组名单"),
        ("附件说明续", "2.结对安排表"),
        ("署名", "某县教育局"),
        ("成文日期", "2020年3月5日"),
        ("附件标记", "附件1"),
        ("附件标题", "领导小组名单"),
        ("公文正文", "组长：示例甲"),
        ("附件标记", "附件2"),
        ("附件标题", "结对安排表"),
        ("公文正文", "组长：示例甲"),
    ]


def test_what_is_not_given_leaves_no_trace() -> None:
    data = made(mark="", to="", annexes=[], cc="", printed_by="")
    found = [style for style, _ in texts(data)]
    assert not {"发文机关标志", "发文字号", "主送机关", "附件说明"} & set(found)
    assert len(Document(BytesIO(data)).tables) == 1
    assert lint(data) == []


def test_one_annex_has_no_number() -> None:
    assert ("附件说明单", "附件：结对安排表") in texts(made(annexes=[{"title": "结对安排表"}]))


def test_text_behind_a_heading_is_in_the_type_of_the_body() -> None:
    document = Document(BytesIO(made()))
    (heading,) = [each for each in document.paragraphs if each.text.startswith("（一）")]
    first, second = heading.runs
    assert (first.text, second.text) == ("（一）学校帮扶。", "双方签订责任书。")
    assert first.style.name == "Default Paragraph Font"
    style: Any = second.style
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("某县教育局", 4.5),  # five characters over six: half a character further in
        ("某县人民政府", 4),
        ("某县人民政府教育督导委员会", 0.5),
        ("某县人民政府教育督导委员会办公室示例", 0),  # no further than the edge
    ],
)
def test_the_authority_stands_centred_over_its_date(name: str, right: float) -> None:
    document = Document(BytesIO(made(signed_by=[name])))
    (signer,) = [each for each in document.paragraphs if each.text == name]
    indent: Any = signer._p.pPr.find(qn("w:ind"))  # type: ignore[union-attr]
    assert int(indent.get(qn("w:rightChars"))) == right * 100


def test_pages_turn_and_turn_back() -> None:
    sections = Document(BytesIO(made())).sections
    assert [int(each.page_width or 0) > int(each.page_height or 0) for each in sections] == [
        False,
        False,
        True,
        False,
    ]
    ids = [
        [each.get(qn("r:id")) for each in section._sectPr.iter(qn("w:footerReference"))]
        for section in sections
    ]
    assert ids[0] == ids[1] == ids[3] == ["rIdOdd", "rIdEven"]
    assert ids[2] == ["rIdTurnedOdd", "rIdTurnedEven"]


def test_the_same_calls_give_the_same_bytes_and_no_clock() -> None:
    assert template() == template()
    assert b"2020-01-01" in parts(template())["docProps/core.xml"]


def test_tags_can_be_seen_where_the_template_is_edited() -> None:
    tags = [each for each in Document(BytesIO(template())).paragraphs if "{%p" in each.text]
    assert tags
    assert {each.style.name for each in tags if each.style} == {"模板标记"}
    style: Any = tags[0].style
    assert style.font.size.pt >= 10
