"""The dashboard says what the data say, to everybody, and needs nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from pairing_cli.model.figures import rounded
from pairing_cli.report.pictures import proof, year
from pairing_cli.report.pictures import targets as targets_shown
from pairing_cli.report.pictures.scale import percent, shade
from pairing_cli.report.templates import packaged
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, JIANSHI, MINIMAL, scored, targets, write
from tests.report.page import Element, read

AS_OF = "2020-12-18"
NAME = "情况总览.html"


def dashboard(root: Path, folder: Path, as_of: str = AS_OF, *options: str) -> str:
    ran = pairing("report", "dashboard", root, "--as-of", as_of, "-o", folder, *options)
    assert ran.code in (0, 1), ran.err
    return (folder / NAME).read_text("utf-8")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    return dashboard(GAOTAI, tmp_path_factory.mktemp("dashboard"))


@pytest.fixture(scope="module")
def page(source: str) -> Element:
    return read(source)


def by_id(page: Element, name: str) -> Element:
    (found,) = [each for each in page.walk() if each.attributes.get("id") == name]
    return found


def cells(table: Element) -> list[list[str]]:
    return [
        [cell.text for cell in row.children if cell.tag in ("th", "td")]
        for row in table.all("tbody")[0].all("tr")
    ]


def table_of(page: Element, name: str) -> Element:
    (region,) = [each for each in page.walk() if each.attributes.get("aria-labelledby") == name]
    return region.all("table")[0]


def test_the_ranking_is_that_of_the_scores(page: Element) -> None:
    sheet = scored(GAOTAI, date.fromisoformat(AS_OF))
    shown = cells(table_of(page, "r1-rank"))
    assert [row[:7] for row in shown] == [
        [
            str(unit.rank),
            str(unit.node.title),
            rounded(unit.node.earned),
            rounded(unit.main.earned),
            rounded(unit.bonus_earned),
            rounded(unit.main.lost),
            rounded(unit.main.open),
        ]
        for unit in sheet.units
    ]


def test_every_item_stands_beside_its_mean(page: Element) -> None:
    sheet = scored(GAOTAI, date.fromisoformat(AS_OF))
    items = [unit.node.items() for unit in sheet.units]
    means = [
        sum((i.earned for i in column), Fraction(0)) / 6 for column in zip(*items, strict=True)
    ]
    assert [row[2] for row in cells(table_of(page, "r1-means"))] == [rounded(m) for m in means]
    unit = by_id(page, "r1-u2")
    compared = next(each for each in unit.all("ul") if each.attributes.get("class") == "compare")
    assert "得 7.50/10.00" in compared.text
    seventh = compared.children[6]
    length = next(
        e.attributes["width"] for e in seventh.walk() if "fill" in e.attributes.get("class", "")
    )
    mark = next(e.attributes["x1"] for e in seventh.all("line"))
    assert (length, mark) == (percent(items[1][6].earned, 15), percent(means[6], 15))


def test_lost_points_add_up_by_reason(page: Element) -> None:
    sheet = scored(GAOTAI, date.fromisoformat(AS_OF))
    rows = cells(table_of(page, "r1-lost"))
    assert rows[0][:3] == ["造假", "10.00", "1"]
    lost = sum(Fraction(row[1]) for row in rows)
    exact = sum((unit.main.lost for unit in sheet.units), Fraction(0))
    assert abs(lost - exact) < Fraction(3, 100)


def test_every_target_has_its_verdict_in_words_and_its_bar(page: Element) -> None:
    section = by_id(page, "targets").above
    assert section is not None
    (rows,) = [each for each in section.all("ul") if each.attributes.get("class") == "targets"]
    shown = {row.all("span")[0].text: row for row in rows.children}
    lines = {
        str(line.title): line
        for line in targets(GAOTAI, date.fromisoformat(AS_OF)).values()
        if not line.is_scope and "[" not in line.id
    }
    assert set(shown) == set(lines)
    late = shown["每学期至少3次送课指导"]
    assert late.all("strong")[0].text == "有风险"
    assert "还差 1" in late.text and "到今天应有 36" in late.text
    widths = {e.attributes["class"]: e.attributes["width"] for e in late.all("rect")}
    assert widths == {"track": "100", "plan": "100.00", "fill": "97.22"}  # 35 of 36


def test_the_matrix_counts_what_was_held(page: Element) -> None:
    (region,) = [e for e in page.walk() if e.attributes.get("aria-label") == "结对×月：活动数"]
    table = region.all("table")[0]
    rows = {row[0]: row[1:] for row in cells(table)}
    assert rows["高台三中结对组"][7] == "17落实 2/2"
    assert rows["高台三中结对组"][8].startswith("15") and "未落实" not in rows["高台三中结对组"][8]
    feet = [cell.text for cell in table.all("tfoot")[0].all("td")]
    assert int(feet[-1]) == sum(map(int, feet[:-1])) == 758
    links = [link.attributes["href"] for link in table.all("a")]
    assert links and all(by_id(page, link[1:]).tag == "h4" for link in links)


def test_what_does_not_count_has_another_shape_and_says_why(page: Element) -> None:
    marks = [each.attributes.get("class") for each in page.walk()]
    assert marks.count("falsified") == 2  # in the legend, and once in the year
    (item,) = [
        each for each in page.all("li") if "查实造假（" in each.text and not each.all("li")[1:]
    ]
    assert "log/erzhong/" in item.text


def test_the_proof_goes_down_to_file_and_line(page: Element) -> None:
    tree = next(e for e in by_id(page, "r1-u2").all("ul") if e.attributes.get("class") == "tree")
    leaf = next(
        li for li in tree.all("li") if "只有 4 份，应有 5 份" in li.text and not li.all("ul")
    )
    assert leaf.text.startswith("0.00/0.42 教师听课记录")
    assert "log/xijie/2020-06.yaml:36" in leaf.text
    depth = sum(each.tag == "details" for each in leaf.lineage)
    assert depth == 5  # the unit, its section, the item, the term, the delivery


def test_headings_go_down_one_level_at_a_time(page: Element) -> None:
    levels = [int(e.tag[1]) for e in page.walk() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_name_their_columns_and_rows(page: Element) -> None:
    for table in page.all("table"):
        assert all("scope" in head.attributes for head in table.all("th"))
        heads = len(table.all("thead")[0].all("th"))
        for row in table.all("tbody")[0].all("tr"):
            assert len(row.children) == heads
            assert [e.attributes["scope"] for e in row.children if e.tag == "th"] == ["row"]
        region = next(each for each in table.lineage if each.tag == "div")
        assert region.attributes["tabindex"] == "0" and region.attributes["role"] == "region"
        assert region.attributes.get("aria-label") or region.attributes.get("aria-labelledby")


def test_columns_that_can_be_sorted_say_so(page: Element) -> None:
    sortable = [head for head in page.all("th") if "aria-sort" in head.attributes]
    assert len(sortable) > 20
    for head in sortable:
        (button,) = head.all("button")
        assert button.attributes["type"] == "button" and button.text
        assert "disabled" in button.attributes  # until the script is there


def test_pictures_are_named_or_said_beside(page: Element) -> None:
    for picture in page.all("svg"):
        inside = any(each.tag == "svg" for each in picture.lineage)
        around = (picture, *picture.lineage)
        hidden = any(each.attributes.get("aria-hidden") == "true" for each in around)
        named = picture.attributes.get("role") == "img" and picture.attributes.get("aria-label")
        assert inside or hidden or named


def test_names_are_unique_and_links_lead_somewhere(page: Element) -> None:
    names = [e.attributes["id"] for e in page.walk() if "id" in e.attributes]
    assert len(names) == len(set(names))
    asked = {e.attributes["href"] for e in page.all("a")}
    asked |= {
        f"#{e.attributes['aria-labelledby']}"
        for e in page.walk()
        if "aria-labelledby" in e.attributes
    }
    assert asked <= {f"#{name}" for name in names}


def test_the_page_is_in_chinese_and_fits_a_phone(page: Element) -> None:
    (html,) = page.all("html")
    assert html.attributes["lang"] == "zh-CN"
    metas = {m.attributes.get("name"): m.attributes.get("content", "") for m in page.all("meta")}
    assert metas["viewport"].startswith("width=device-width")
    assert metas["color-scheme"] == "light dark"


def test_nothing_comes_from_outside_and_nothing_is_injected(page: Element, source: str) -> None:
    assert not re.search(r"https?:|[\"'(]//|url\(|@import|javascript:", source, re.IGNORECASE)
    for each in page.walk():
        assert each.tag not in ("link", "img", "iframe", "object", "form", "base")
        assert not {"src", "style", "srcset", "action"} & each.attributes.keys()
        assert not [name for name in each.attributes if name.startswith("on")]


def test_only_its_own_script_and_style_may_run(page: Element) -> None:
    (meta,) = [m for m in page.all("meta") if m.attributes.get("http-equiv")]
    head = meta.above
    assert head is not None and head.children[0] is meta  # before anything that it forbids
    allowed = dict(part.split(" ", 1) for part in meta.attributes["content"].split("; "))
    assert allowed["default-src"] == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (only,) = page.all(tag)
        inside = "".join(each for each in only.content if isinstance(each, str))
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert allowed[directive] == f"'sha256-{digest}'"


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></script><svg onload=alert(1)>",
    "甲&lt;乙 & <i>",
    "{{ 7*7 }}{% if %}",
    "<head>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(words: str, tmp_path: Path) -> None:
    quoted = "'" + words.replace("'", "''") + "'"
    activity = f"""
activities:
  - {{id: a1, pairing: jia, kind: lesson-delivery, title: {quoted}, date: 2020-04-15}}
"""
    text = re.sub(r"title: 甲小学结对组", f"title: {quoted}", BASE)
    text = text.replace("  status: final", f"  status: final\n  notice: {quoted}", 1)
    root = write(tmp_path / "p", {"programme.yaml": text, "log.yaml": activity})
    source = dashboard(root, tmp_path / "out")
    shown = read(source)
    assert len(shown.all("script")) == 1 and not shown.all("img")
    assert any(each.text == words for each in shown.all("p"))
    assert sum(m.attributes.get("http-equiv") is not None for m in shown.all("meta")) == 1


def test_the_same_data_give_the_same_bytes(source: str, tmp_path: Path) -> None:
    assert dashboard(GAOTAI, tmp_path) == source


def test_without_rubric_or_targets_the_section_is_not_there(tmp_path: Path) -> None:
    bare = read(dashboard(MINIMAL, tmp_path / "minimal"))
    headings = [each.text for each in bare.all("h2")]
    assert "指标" not in headings and "结对×月" in headings
    links = [each.text for each in bare.all("nav")[0].all("a")]
    assert links == headings
    unscored = read(dashboard(JIANSHI, tmp_path / "jianshi"))
    assert [each.text for each in unscored.all("h2")] == [
        "指标",
        "结对×月",
        "全年活动",
        "接下来要做的事",
    ]


def test_every_rubric_has_its_section(tmp_path: Path) -> None:
    second = """
rubrics:
  - id: second
    title: 第二细则
    full_marks: 10
    sections:
      - {id: s, title: 一, items: [{id: z1, title: 评分, points: 10, rating: {by: 基教股}}]}
"""
    root = write(tmp_path / "p", {"programme.yaml": BASE, "second.yaml": second})
    both = read(dashboard(root, tmp_path / "both"))
    assert {"r1", "r2"} <= {each.attributes.get("id") for each in both.all("h2")}
    one = read(dashboard(root, tmp_path / "one", AS_OF, "--rubric", "second"))
    assert [e.text for e in one.all("h2") if e.attributes["id"].startswith("r")] == ["第二细则"]


def test_drafts_and_errors_are_said_first(tmp_path: Path) -> None:
    text = BASE.replace("  status: final", "  status: draft", 1)
    broken = "activities:\n  - {id: a9, pairing: jia, kind: lesson-delivery}\n"
    root = write(tmp_path / "p", {"programme.yaml": text, "log.yaml": broken})
    header = read(dashboard(root, tmp_path / "out")).all("header")[0]
    assert "草案，尚未印发" in header.text
    assert re.search(r"数据有 \d+ 个错误，数字未经核定。", header.text)


def test_a_format_that_a_report_does_not_have_is_refused(tmp_path: Path) -> None:
    ran = pairing("report", "dashboard", MINIMAL, "--to", "docx", "-o", tmp_path)
    assert (ran.code, "html" in ran.err) == (2, True)
    ran = pairing("report", "--all", MINIMAL, "--to", "html", "-o", tmp_path)
    assert ran.code == 0 and [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_bureau_may_have_its_own_page(tmp_path: Path) -> None:
    own = "<html><head></head><script>1</script><p>{{ programme }}：{{ rubrics|length }}</p></html>"
    root = write(tmp_path / "p", {"programme.yaml": BASE, "templates/dashboard.html": own})
    shown = read(dashboard(root, tmp_path / "out"))
    assert shown.all("p")[0].text.endswith("：1")
    assert "script-src 'sha256-" in shown.all("meta")[0].attributes["content"]
    write(root, {"templates/dashboard.html": "<p>{{ programme }}</p>"})
    ran = pairing("report", "dashboard", root, "-o", tmp_path / "out")
    assert (ran.code, "templates/dashboard.html" in ran.err) == (2, True)


def test_a_script_that_is_made_of_data_is_not_run(tmp_path: Path) -> None:
    own = "<head></head><script>{{ programme }}</script>"
    root = write(tmp_path / "p", {"programme.yaml": BASE, "templates/dashboard.html": own})
    source = dashboard(root, tmp_path / "out")
    (policy,) = re.findall(r'Policy" content="([^"]*)"', source)
    made = re.findall(r"<script>(.*?)</script>", source)[0]
    digest = b64encode(sha256(made.encode()).digest()).decode()
    assert digest not in policy


def test_lengths_and_shades() -> None:
    assert [percent(Fraction(n, 3)) for n in range(-1, 5)] == [
        "0.00",
        "0.00",
        "33.33",
        "66.67",
        "100.00",
        "100.00",
    ]
    assert percent(1, 0) == "0.00"
    assert [shade(n, 10) for n in (-1, 0, 1, 2, 3, 9, 10, 11)] == [0, 0, 1, 1, 2, 5, 5, 5]
    assert shade(1, 0) == 0


def test_the_page_keeps_to_what_templates_may_be() -> None:
    text = (packaged() / "dashboard.html").read_text("utf-8")
    assert len(text.encode()) < 64 * 1024
    assert "prefers-color-scheme: dark" in text and "prefers-reduced-motion" in text
    assert "@media print" in text


@pytest.mark.parametrize(
    ("nodes", "depth", "said"),
    [
        (10**6, "all", ""),
        (400, "lost", "这里只列没有得满的部分"),
        (60, "items", "这里只列各项"),
        (59, "none", "这里不列"),
    ],
)
def test_a_large_page_leaves_proofs_out_and_says_so(
    nodes: int, depth: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "NODES", nodes)
    shown = read(dashboard(GAOTAI, tmp_path))
    units = [
        each for each in shown.all("details") if each.attributes.get("id", "").startswith("r1-")
    ]
    trees = [each for each in shown.all("ul") if each.attributes.get("class") == "tree"]
    assert said in shown.text and ("依据太多" in shown.text) == bool(said)
    assert len(units) == (0 if depth == "none" else 6)
    assert bool(trees) == (depth in ("all", "lost"))
    if depth == "lost":
        earned = [li.all("b")[0].text for li in trees[1].all("li") if not li.all("ul")]
        assert earned and "10.00" not in earned
    test_names_are_unique_and_links_lead_somewhere(shown)


def test_a_large_page_counts_activities_and_scopes_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(year, "ACTIVITIES", 759)
    monkeypatch.setattr(targets_shown, "SCOPES", 100)
    shown = read(dashboard(GAOTAI, tmp_path))
    assert "共有 760 次活动，这里不逐次画出" in shown.text
    assert re.search(r"各指标共有 \d+ 个范围", shown.text)
    assert not any(e.attributes.get("id", "").startswith("p1") for e in shown.walk())
    test_names_are_unique_and_links_lead_somewhere(shown)
