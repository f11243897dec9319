"""Every mistake in a form is found where it stands, once, and the forms that come with the tool have none."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from pairing_cli.messages import guides, shown, text
from pairing_cli.model.forms import Slip
from pairing_cli.report.check import check
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.slips import as_plain, from_plain
from pairing_cli.report.templates import packaged
from tests.command import pairing
from tests.programmes import BASE, write

KIND = "pairing-table"
SHOWN = "{{ warning }}\n"


def slips(extension: str, template: bytes, kind: str = KIND) -> list[Slip]:
    return check(f"{kind}.{extension}", extension, template, kind)


def places(found: list[Slip]) -> list[str]:
    """Each slip as ``CODE place``, with line and column where there is no other place."""
    return [f"{s.code} {shown(s.place, 'en') or f'{s.line}:{s.column}'}" for s in found]


@pytest.mark.parametrize("path", sorted(packaged().iterdir()), ids=lambda path: path.name)
def test_the_packaged_forms_have_no_mistake(path: Path) -> None:
    assert slips(path.suffix[1:], path.read_bytes(), path.stem) == []


TEXTS = {
    "{{ titel }}": "W007 2:1",
    "a\n  {{ titel }}": "W007 3:3",
    "{% for row in rows %}{{ row.helpr }}{% endfor %}": "W008 2:22",
    "{% for row in rows %}{{ row['helpr'] }}{% endfor %}": "W008 2:22",
    "{% for row in rows %}{% for x in row.helpers %}{% endfor %}{% endfor %}": "W008 2:22",
    "{% for row in rows %}{% endfor %}{{ row.helper }}": "W007 2:34",
    "{% for row in rows %}{{ loop.idx }}{% endfor %}": "W008 2:22",
    "{% set first = rows | first %}{{ first.helpr }}": "W008 2:31",
    "{{ rows | sort(attribute='helpr') | length }}": "W008 2:1",
    "{{ rows.helper }}": "W008 2:1",
    "{{ title.center(80) }}": "W008 2:1",
    "{% if titel %}{% endif %}": "W007 2:1",
    "{% if title %}{% elif titel %}{% endif %}": "W007 2:15",
    "{{ 'a' if titel else 'b' }}": "W007 2:1",
    "{{ title | shout }}": "W009 2:1",
    "{{ title is nice }}": "W009 2:1",
    "｛｛ title ｝｝": "W003 2:1",
    "{{ title ｝｝": "W003 2:10",
    "{％ if title %}": "W003 2:1",
    "{ { title }}": "W004 2:1",
    "{{ title } }": "W004 2:10",
    "{ % if title %}": "W004 2:1",
    "{title}": "W004 2:1",
    "{{ title": "W005 2:1",
    "{{ title } {{ year }}": "W005 2:1",
    "title }}": "W005 2:7",
    "{% for row in rows %}": "W006 2:1",
    "x\n{% if title %}\n{% for row in rows %}{% endfor %}": "W006 3:1",
    "{% for row in rows %}{% if title %}{% endfor %}": "W006 2:36",
    "{% endfor %}": "W006 2:1",
    "{% else %}": "W006 2:1",
    "{% fro row in rows %}": "W010 2:1",
    "{% for row of rows %}{% endfor %}": "W010 2:1",
    "{{ title， year }}": "W010 2:1",
    "{% include 'x' %}": "W010 2:1",
    "{% block a %}": "W010 2:1",
    "{{ title + }}": "W010 2:1",
    "{%tr for row in rows %}": "W010 2:1",
    "{{ year / (year - year) }}": "W012 1:1",
    "{{ rows[0].helper }}": "W012 1:1",
    "{{ 'x' * 10000000 }}": "W012 1:1",
    "{% raw %}{{ title }}{% endraw %}": "W013 2:1",
}


@pytest.mark.parametrize(("source", "expected"), TEXTS.items())
def test_a_mistake_in_a_text_is_told_once_at_its_place(source: str, expected: str) -> None:
    assert places(slips("md", (SHOWN + source).encode())) == [expected]


RIGHT = [
    "{{ title.strip() | upper }} {{ rows | length }} {{ year + 1 }} {{ title ~ year }}",
    "{% for row in rows if row.helper %}{{ loop.index }}{% else %}-{% endfor %}",
    "{% set words = 'a' %}{{ words }}{% set block %}x{% endset %}{{ block }}",
    "{% macro cell(value) %}{{ value }}{% endmacro %}{{ cell(title) }}",
    "{% for row in rows | sort(attribute='helper') %}{{ row.get('helper') }}{% endfor %}",
    "{% for name, value in total.items() %}{{ name }}{{ value }}{% endfor %}",
    "{% with a = title %}{{ a }}{% endwith %}{% filter upper %}a{% endfilter %}",
    "{# {{ titel }} #}{% raw %}a{% endraw %}{{ title or '' }}{%- if rows -%}x{% endif %}",
    "100 % {a} } 集合{1,2}",
]


@pytest.mark.parametrize("source", RIGHT)
def test_what_is_right_is_not_told(source: str) -> None:
    kind = "score-sheet" if "total" in source else KIND
    assert places(slips("md", (SHOWN + source).encode(), kind)) == []


def test_likely_names_are_offered() -> None:
    (found,) = slips("md", f"{SHOWN}{{{{ helper_wrod }}}}".encode())
    assert text(found.message, "en") == (
        "there is no variable “helper_wrod”; did you mean “helper_word”?"
    )
    (found,) = slips("md", f"{SHOWN}{{% for r in rows %}}{{{{ r.helpr }}}}{{% endfor %}}".encode())
    assert text(found.message, "zh") == "这里没有“helpr”，是不是想写“helper”？"


def test_a_form_that_hides_errors_is_told() -> None:
    assert places(slips("md", b"{{ title }}")) == ["W014 1:1"]
    assert places(slips("md", b"{{ notice }}")) == []


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "") -> bytes:
    """A Word form of paragraphs, one table, and a header."""
    document = Document()
    document.add_paragraph("{{ warning }}")
    for each in paragraphs:
        document.add_paragraph(each)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, each in zip(row.cells, texts, strict=True):
                cell.text = each
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def in_runs(*runs: str) -> bytes:
    """A Word form with a paragraph of several runs, as Word likes to split them."""
    document = Document(BytesIO(word()))
    paragraph = document.add_paragraph()
    for number, each in enumerate(runs):
        paragraph.add_run(each).bold = bool(number % 2)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


HEAD = ("{%tr for row in rows %}", "")
TAIL = ("{%tr endfor %}", "")
WORDS: dict[str, tuple[bytes, list[str]]] = {
    "a paragraph": (word("甲", "{{ titel }}"), ["W007 paragraph 3"]),
    "split runs": (in_runs("{{ ti", "tel", " }}"), ["W007 paragraph 2"]),
    "split runs, right": (in_runs("{", "{ ti", "tle }", "}"), []),
    "smart quotes": (word("{{ title | replace(“a”, “b”) }}"), []),
    "a tag over two paragraphs": (word("{{ tit", "le }}"), ["W005 paragraph 2"]),
    "a cell": (
        word(rows=(HEAD, ("{{ row.number }}", "{{ row.helpr }}"), TAIL)),
        ["W008 table 1, row 2, cell 2"],
    ),
    "a row's loop without end": (
        word(rows=(HEAD, ("{{ row.number }}", "{{ row.helper }}"))),
        ["W006 table 1, row 1, cell 1"],
    ),
    "text beside a row tag": (
        word(rows=(("{%tr for row in rows %}", "甲"), ("{{ row.number }}", ""), TAIL)),
        ["W011 table 1, row 1, cell 1"],
    ),
    "text beside a paragraph tag": (
        word("甲{%p if title %}", "{%p endif %}"),
        ["W011 paragraph 2"],
    ),
    "a row tag outside tables": (
        word("{%tr if title %}", "{%tr endif %}"),
        ["W011 paragraph 2", "W011 paragraph 3"],
    ),
    "two prefixes": (word("{%p if title %}", "{% endif %}"), ["W011 paragraph 3"]),
    "a loop over paragraphs": (
        word("{% if title %}", "甲", "{% endif %}"),
        ["W011 paragraph 4"],
    ),
    "the header": (word(header="{{ titel }}"), ["W007 paragraph 1 of the header"]),
    "full-width": (word("｛% if title %｝"), ["W003 paragraph 2"]),
}


@pytest.mark.parametrize("name", WORDS)
def test_a_mistake_in_a_word_form_is_told_at_its_paragraph_or_cell(name: str) -> None:
    template, expected = WORDS[name]
    assert places(slips("docx", template)) == expected


def test_a_mistake_in_a_documents_property_is_told() -> None:
    document = Document(BytesIO(word()))
    document.core_properties.subject = "{{ titel }}"
    out = BytesIO()
    document.save(out)
    assert places(slips("docx", out.getvalue())) == ["W007 document property subject"]


def sheet(change: Callable[[Workbook], None]) -> bytes:
    """The packaged Excel form, changed."""
    book = load_workbook(packaged() / f"{KIND}.xlsx")
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def put(place: str, value: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book.worksheets[0][place] = value

    return change


def named(book: Workbook) -> None:
    book.worksheets[0].title = "{{ titel }}"


def headed(book: Workbook) -> None:
    book.worksheets[0].oddHeader.center.text = "{{ titel }}"  # type: ignore[union-attr]


SHEETS: dict[str, tuple[Callable[[Workbook], None], list[str]]] = {
    "a cell": (put("B10", "{{ row.helpr }}"), ["W008 报表!B10"]),
    "a loop without end": (put("A30", "{%tr for x in rows %}"), ["W006 报表!A30"]),
    "text beside a row tag": (put("C9", "甲"), ["W011 报表!A9"]),
    "a paragraph tag": (put("A30", "{%p if title %}{%p endif %}"), ["W011 报表!A30"] * 2),
    "a loop over cells": (put("A30", "{% if title %}"), ["W006 报表!A30"]),
    "the sheet's name": (named, ["W007 name of sheet “{{ titel }}”"]),
    "the printed header": (headed, ["W007 oddHeader.center of 报表"]),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_mistake_in_a_workbook_is_told_at_its_cell(name: str) -> None:
    change, expected = SHEETS[name]
    assert places(slips("xlsx", sheet(change))) == expected


def test_a_loop_over_cells_is_told_with_both_ends() -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0]["A30"] = "{% if title %}"
        book.worksheets[0]["B30"] = "{% endif %}"

    (found,) = slips("xlsx", sheet(change))
    assert (found.code, found.place) == ("W011", "报表!B30")
    assert "报表!A30" in text(found.message, "en")


def test_slips_come_through_from_another_process() -> None:
    found = slips(
        "docx", word("{{ tit", "le }}", "{% for r in rows %}{{ r.x }}{% if r %}{% endfor %}")
    )
    assert len(found) == 3
    assert from_plain(json.loads(json.dumps(as_plain(found)))) == found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "p", {"programme.yaml": BASE})


def test_a_new_form_is_a_copy_that_is_used_and_right(root: Path) -> None:
    made = pairing("template", "new", KIND, root)
    names = [f"{KIND}.{extension}" for extension in ("docx", "xlsx", "md")]
    assert made.code == 0 and made.out.splitlines() == [
        str(root / "templates" / name) for name in names
    ]
    for name in names:
        assert (root / "templates" / name).read_bytes() == (packaged() / name).read_bytes()
    checked = pairing("template", "check", root, "--lang", "en")
    assert (checked.code, checked.out) == (0, "No problems found: 3 forms checked.\n")
    plain = pairing("report", KIND, root, "-o", root.parent / "own", "--as-of", "2020-12-18")
    assert plain.code == 0, plain.err
    for name in names:
        (root / "templates" / name).unlink()
    pairing("report", KIND, root, "-o", root.parent / "packaged", "--as-of", "2020-12-18")
    for path in (root.parent / "packaged").iterdir():
        assert path.read_bytes() == (root.parent / "own" / path.name).read_bytes()


def test_a_new_form_replaces_none(root: Path) -> None:
    write(root, {f"templates/{KIND}.md": "本局"})
    refused = pairing("template", "new", KIND, root, "--to", "md,docx", "--lang", "en")
    assert (refused.code, "is there already" in refused.err) == (2, True)
    assert [path.name for path in (root / "templates").iterdir()] == [f"{KIND}.md"]
    assert pairing("template", "new", "nothing", root).code == 2
    assert pairing("template", "new", KIND, root, "--to", "pdf").code == 2


def test_check_without_forms_says_so(root: Path) -> None:
    ran = pairing("template", "check", root, "--lang", "en")
    assert (ran.code, "no own forms" in ran.err) == (0, True)


def test_check_names_files_places_and_codes_and_exits_with_1(root: Path) -> None:
    path = f"{root}/templates/{KIND}.docx"
    write(
        root,
        {
            f"templates/{KIND}.docx": WORDS["a cell"][0],
            f"templates/{KIND}s.md": "",
            f"templates/{KIND}.xlsx": b"PK",
            f"templates/~${KIND}.docx": "open in Word",
        },
    )
    unopened = (
        f"{root}/templates/{KIND}.xlsx:1:1: error W002 The template {KIND}.xlsx cannot be opened: "
        "File is not a zip file"
    )
    unused = (
        f"{root}/templates/{KIND}s.md:1:1: warning W001 no report is called “{KIND}s.md”; "
        f"this file is never used; did you mean “{KIND}.md”?"
    )
    ran = pairing("template", "check", root, "--lang", "en", "-f", "concise")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{path}: table 1, row 2, cell 2: error W008 this has no “helpr”; did you mean “helper”?",
        unopened,
        unused,
    ]
    only = pairing("template", "check", path, "-f", "json", "--lang", "zh")
    document = json.loads(only.out)
    assert document["schema"] == "pairing.template-check/1"
    assert document["summary"] == {"files": 1, "errors": 1, "warnings": 0, "notices": 0}
    (found,) = document["findings"]
    assert (found["code"], found["place"]) == ("W008", "表 1 第 2 行第 2 格")


def test_a_warning_alone_exits_with_0(root: Path) -> None:
    write(root, {f"templates/{KIND}.md": "{{ title }}"})
    ran = pairing("template", "check", root, "--lang", "en")
    assert ran.code == 0
    assert "W014" in ran.out and "1 warning" in ran.out


def test_an_unsafe_form_is_told_and_not_opened(root: Path) -> None:
    from tests.report.attacks import BY_FILES

    attack = next(each for each in BY_FILES if each.wants == "macros")
    write(root, {f"templates/{KIND}.docx": attack.template})
    ran = pairing("template", "check", root, "--lang", "en", "-f", "concise")
    assert ran.code == 1 and "W002" in ran.out and "macros" in ran.out


def test_every_code_is_told_somewhere_here() -> None:
    codes = {code for code in guides() if code.startswith("W")}
    source = Path(__file__).read_text("utf-8")
    assert {code for code in codes if code in source} == codes
    assert len(codes) == 15


def test_numbers_of_people_in_a_form_are_found_and_masked() -> None:
    found = slips("md", f"{SHOWN}值班 13800138000，邮箱 ban@163.com".encode())
    assert places(found) == ["W015 2:4", "W015 2:19"]
    assert "138******00" in text(found[0].message, "zh")
    document = Document()
    document.add_paragraph("{{ warning }}")
    document.add_paragraph("值班 138").add_run("00138000")
    out = BytesIO()
    document.save(out)
    assert places(slips("docx", out.getvalue())) == ["W015 paragraph 2"]


def test_every_kind_has_samples_that_fill_its_forms() -> None:
    for kind in KINDS.values():
        assert slips("md", b"{{ notice }}{{ title }}", kind.id) == []
