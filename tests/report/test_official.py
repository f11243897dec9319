"""Every Word document that is made is in the official form, and says all that its data say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import word
from pairing_cli.office.archive import legal
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.lint import lint
from pairing_cli.report.make import FORMATS
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.templates import Templates, packaged
from pairing_cli.report.titles import longest_line
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, material_of, write
from tests.report.page import read
from tests.report.wordfiles import parts

EXAMPLES = sorted(path.parent for path in GAOTAI.parent.glob("*/programme.yaml"))
AS_OF = date(2020, 12, 18)
MM = 1440 / 25.4


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every Word document of every example."""
    folder = tmp_path_factory.mktemp("made")
    for example in EXAMPLES:
        rubrics = load(FolderTree(example), evidence=False).repository.rubrics
        first = ("--rubric", rubrics.entries[0].key) if len(rubrics) > 1 else ()
        to = ("--to", "docx", "-o", folder / example.name, *first)
        ran = pairing("report", "--all", example, "--as-of", AS_OF, *to)
        assert ran.code == 0, ran.err
    return sorted(folder.rglob("*.docx"))


def test_every_kind_is_made_of_some_example(made: list[Path]) -> None:
    titles = {path.stem.partition("-")[0] for path in made}
    assert titles >= {
        word(f"report.{kind.id}", "zh") for kind in KINDS.values() if "docx" in kind.formats
    }
    assert len(made) > 2 * len(KINDS)


def test_every_document_departs_from_nothing(made: list[Path]) -> None:
    assert {path.name: found for path in made if (found := lint(path.read_bytes()))} == {}


def test_pages_are_those_of_the_standard(made: list[Path]) -> None:
    """Read back without the check: A4, 37 mm and 28 mm, a type area of 156 mm by 225 mm."""
    for path in made:
        for section in Document(str(path)).sections:
            width, height = section.page_width or 0, section.page_height or 0
            edges = [
                section.top_margin,
                section.right_margin,
                section.bottom_margin,
                section.left_margin,
            ]
            top, right, bottom, left = (round((edge or 0) / 36_000, 1) for edge in edges)
            if width > height:  # turned: what was at the top is at the right
                top, right, bottom, left = right, bottom, left, top
                width, height = height, width
            assert (round(width / 36_000), round(height / 36_000)) == (210, 297), path
            assert (top, left, right, bottom) == (37, 28, 26, 35), path


def test_odd_and_even_pages_have_their_numbers_outside(made: list[Path]) -> None:
    for path in made:
        document = Document(str(path))
        assert document.settings.odd_and_even_pages_header_footer
        for section in document.sections:
            for footer, align, style in (
                (section.footer, "right", "单页码"),
                (section.even_page_footer, "left", "双页码"),
            ):
                (number,) = [
                    p
                    for p in footer._element.iter(qn("w:p"))
                    if any(each.getparent().getparent() is p for each in p.iter(qn("w:instrText")))
                ]
                shown = "".join(text.text or "" for text in number.iter(qn("w:t")))
                assert shown == "— 1 —", path
                found: Any = document.styles[style]
                assert found.element.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == align
                assert found.font.size.pt == 14


def test_every_style_names_a_font_for_every_script_and_what_to_take_instead() -> None:
    for path in packaged().glob("*.docx"):
        document = Document(str(path))
        known = set()
        for style in document.styles.element.iter(qn("w:rFonts")):
            names = {style.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(names) == 1 and None not in names, path
            known |= names
        table = parts(path.read_bytes())["word/fontTable.xml"].decode()
        others = dict(re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"', table))
        assert set(others) == known
        assert others["仿宋_GB2312"].split(",")[:2] == ["仿宋", "FangSong"]
        assert others["方正小标宋简体"].split(",")[-2:] == ["宋体", "SimSun"]
        theme = [name for name in parts(path.read_bytes()) if "theme" in name]
        assert not theme and b"asciiTheme" not in parts(path.read_bytes())["word/styles.xml"]


def test_no_font_comes_with_a_document(made: list[Path]) -> None:
    for path in made[:6]:
        assert not [name for name in parts(path.read_bytes()) if name.endswith((".odttf", ".ttf"))]


@pytest.mark.parametrize(
    ("style", "size", "line"),
    [
        ("公文标题", 22, 28.95),
        ("公文正文", 16, 28.95),
        ("一级标题", 16, 28.95),
        ("附件标记", 16, 28.95),
    ],
)
def test_type_and_pitch_of_the_styles(style: str, size: float, line: float) -> None:
    found: Any = Document(str(packaged() / "plan-table.docx")).styles[style]
    assert found.font.size.pt == size
    assert found.paragraph_format.line_spacing.pt == line
    assert found.font.bold is False


def test_22_lines_of_28_characters_fill_the_type_area() -> None:
    style: Any = Document(str(packaged() / "plan-table.docx")).styles["公文正文"]
    em = style.font.size.pt + int(style.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    points_of_mm = 72 / 25.4
    assert 28 * em <= 156 * points_of_mm < 29 * em
    line = style.paragraph_format.line_spacing.pt
    assert 22 * line <= 225 * points_of_mm < 23 * line
    indent = style.element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert int(indent.get(qn("w:firstLine"))) == round(2 * em * 20)


def test_no_table_is_wider_than_its_type_area_and_its_cells_are_as_wide(made: list[Path]) -> None:
    for path in made:
        for table, section in _tables(Document(str(path))):
            page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
            sides = sum(int(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
            room = int(page.get(qn("w:w"))) - sides
            grid = [int(column.get(qn("w:w"))) for column in table.tblGrid]
            assert abs(sum(grid) - room) / MM < 0.2, path
            for row in table.iter(qn("w:tr")):
                cells = row.iterchildren(qn("w:tc"))
                widths = [
                    int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) for cell in cells
                ]
                assert sum(widths) == sum(grid), path


def _tables(document: Any) -> Iterator[tuple[Any, Any]]:
    """Every table with the properties of the section that it stands in."""
    waiting: list[Any] = []
    for part in document.element.body:
        waiting += [part] if part.tag == qn("w:tbl") else []
        section = (
            part if part.tag == qn("w:sectPr") else part.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        )
        if section is not None:
            yield from ((table, section) for table in waiting)
            waiting = []


def test_heads_of_tables_are_repeated_and_stay_with_their_first_row(made: list[Path]) -> None:
    for path in made:
        document = Document(str(path))
        for table in document.tables:
            head: Any = table.rows[0]
            assert head._tr.trPr.find(qn("w:tblHeader")) is not None, path
            assert all(
                cell.paragraphs[0].style.paragraph_format.keep_with_next for cell in head.cells
            )


def test_a_title_stays_with_what_follows_it(made: list[Path]) -> None:
    for path in made:
        before: list[Any] = Document(str(path)).paragraphs[:2]
        assert all(each.style.paragraph_format.keep_with_next for each in before), path


# drafts


DRAFT = BASE.replace("status: final", "status: draft\n  notice: 数据为示例。", 1)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafts")
    plan = "plans: [{pairing: one, tasks: [{month: 2020-04, kind: lesson-delivery, work: 送课}]}]"
    root = write(folder / "p", {"programme.yaml": DRAFT, "plan.yaml": plan})
    ran = pairing("report", "--all", root, "--as-of", AS_OF, "-o", folder / "out")
    assert ran.code == 0, ran.err
    return folder / "out"


def test_a_draft_says_so_in_every_format_and_on_every_page(drafts: Path) -> None:
    paths = sorted(drafts.iterdir())
    assert {path.suffix for path in paths} == {f".{name}" for name in FORMATS}
    for path in paths:
        text = shown(path.suffix[1:], path.read_bytes())
        assert "（草案）" in text and "数据为示例。" in text, path
        if path.suffix == ".docx":
            document = Document(str(path))
            assert document.paragraphs[1].text == "（草案）"
            for section in document.sections:
                for header in (section.header, section.even_page_header):
                    assert [p.text for p in header.paragraphs] == ["草案，尚未印发"]
            assert lint(path.read_bytes()) == []


def test_what_was_issued_is_no_draft(made: list[Path]) -> None:
    final = [path for path in made if path.parent.name == GAOTAI.name]
    for path in final:
        assert "草案" not in shown("docx", path.read_bytes()), path


# reading back


def shown(extension: str, data: bytes) -> str:
    """All that a document shows, as text."""
    if extension == "docx":
        return _word_text(data)
    if extension == "html":
        return read(data.decode("utf-8")).text
    if extension == "xlsx":
        cells = (
            cell
            for sheet in load_workbook(BytesIO(data)).worksheets
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        )
        return "\n".join(str(cell) for cell in cells if cell is not None)
    text = html.unescape(data.decode().replace("<br>", "\n"))
    return re.sub(r"\\([\\`*_{}\[\]()#|~!])", r"\1", text)


def _word_text(data: bytes) -> str:
    document = Document(BytesIO(data))
    roots = [document.element.body]
    for section in document.sections:
        roots += [section.header._element, section.footer._element]
    return "\n".join(
        "".join(
            "\n" if each.tag == qn("w:br") else each.text or ""
            for each in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    )


def materials() -> dict[str, tuple[Kind, dict[str, Any]]]:
    """The facts of each kind that the example programme has, of its first subject."""
    material = material_of(GAOTAI, AS_OF)
    there = [kind for kind in KINDS.values() if kind.there(material)]
    return {kind.id: (kind, kind.facts(material, kind.subjects(material)[0].key)) for kind in there}


NASTY = [
    *("A&B <i>", "人数 < 30", "]]>", "{{ x }}", "{% raw %}", "=1+1", "\x0b\x1b[31m竖", "\ufffe尾"),
    *(
        "a|b",
        "`c`",
        "[x](y)",
        "<script>",
        "@team #12",
        "</w:t></w:r>",
        "'\"“”",
        "@SUM(A1)",
        "&amp;",
    ),
    "x" * 3000,
]


DRAWN = ("plain", "top", "months_top", "ends")
"""What stands in pictures alone, and is made safe before any template sees it (pictures.plain)."""

WHOLE = ("proof",)
"""Lists that say something together: a tree with two of its nodes would be none."""


def marked(value: Any, nasty: bool, tokens: list[str]) -> Any:
    """Facts in which every text is a text of its own; two of each list."""
    if isinstance(value, dict):
        return {
            key: each if key in DRAWN else _marked(key, each, nasty, tokens)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [marked(each, nasty, tokens) for each in value[:2]]
    if not isinstance(value, str) or value == ABOVE:
        return value
    more = NASTY[len(tokens) % len(NASTY)] if nasty else ""
    tokens.append(f"甲{len(tokens):04}{more}乙")
    return tokens[-1]


def _marked(key: str, value: Any, nasty: bool, tokens: list[str]) -> Any:
    if key in WHOLE:
        return [marked(each, nasty, tokens) for each in value]
    return marked(value, nasty, tokens)


@pytest.fixture(scope="module")
def facts() -> dict[str, tuple[Kind, dict[str, Any]]]:
    return materials()


NOT_THERE = {"work-plan", "agreement"}
"""Kinds for which the example programme has no text."""


@pytest.mark.parametrize(
    ("kind", "extension"),
    [
        (kind.id, extension)
        for kind in KINDS.values()
        if kind.id not in NOT_THERE
        for extension in kind.formats
    ],
)
def test_every_value_that_a_document_shows_is_shown_whole(
    kind: str, extension: str, facts: dict[str, tuple[Kind, dict[str, Any]]]
) -> None:
    """Whatever stands in the data: a value that is shown when harmless is shown, whole, when not."""
    plain, nasty = (
        list(_rendered(kind, extension, facts[kind][1], nasty=how)) for how in (False, True)
    )
    (harmless, text), (harmful, found) = plain[0], nasty[0]
    seen = [number for number, token in enumerate(harmless) if token in text]
    assert len(seen) > 8
    for number in seen:
        assert legal(harmful[number]) in found, harmful[number][:40]
    assert "\x1b" not in found


def _rendered(
    kind: str, extension: str, facts: dict[str, Any], *, nasty: bool
) -> Iterator[tuple[list[str], str]]:
    tokens: list[str] = []
    given = marked(facts, nasty, tokens)
    label, template = Templates().find(*(f"{name}.{extension}" for name in KINDS[kind].templates))
    yield tokens, shown(extension, FORMATS[extension]()(label, template, given))


# titles


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (
            "高台县2020年中小学结对帮扶工作考核得分表（高台二中结对组）",
            "高台县2020年中小学结对帮扶工作考核得分表",
        ),
        (
            "惠山区与乐都区、平安区教育事业发展东西部扶贫协作结对安排表",
            "惠山区与乐都区、平安区教育事业",
        ),
        ("关于印发某县中小学校结对帮扶工作考核实施细则的通知", "关于印发某县中小学校结对帮扶"),
    ],
)
def test_titles_break_evenly_and_between_words(title: str, first: str) -> None:
    room = Fraction(156 * 72 * 10, 254 * 22)  # characters of 22 points in 156 mm
    width = longest_line(title, room)
    assert width is not None and width <= room
    line = ""
    for letter in title:
        wide = sum(Fraction(1, 2) if each.isascii() else 1 for each in line + letter)
        if wide > width:
            break
        line += letter
    assert line.rstrip("（") == first


def test_a_title_of_one_line_and_one_without_end_are_left_alone() -> None:
    assert longest_line("结对安排表", Fraction(20)) is None
    assert longest_line("甲" * 3000, Fraction(20)) is None
    assert longest_line("第一行\n第二行" * 5, Fraction(20)) is None


def test_a_long_title_keeps_its_text_and_is_narrowed(made: list[Path]) -> None:
    path = next(path for path in made if path.name == "考核得分表-高台二中结对组.docx")
    title = Document(str(path)).paragraphs[0]
    assert title.text.endswith("（高台二中结对组）")
    indent = title._p.pPr.find(qn("w:ind"))  # type: ignore[union-attr]
    assert indent is not None
    assert indent.get(qn("w:left")) == indent.get(qn("w:right")) != "0"
