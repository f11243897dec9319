"""Official texts, bulletins, dossiers, notices and briefs say what the data say, and no more."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from pairing_cli.model.programme import Side
from pairing_cli.model.results import NodeKind
from pairing_cli.model.texts import TextForm, names_in, paragraphs, stray
from pairing_cli.report.blanks import written
from pairing_cli.report.chinese import (
    BLANK,
    between,
    counting,
    in_ten_thousands,
    length,
    listed,
    numeral,
    when,
)
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.photographs import PIXELS, plain_picture
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, JIANSHI, REPOSITORY, material_of, scored, write

SUMMARY = REPOSITORY / "examples" / "annual-summary"
HUISHAN = REPOSITORY / "examples" / "huishan-haidong"
AGREEMENT = REPOSITORY / "tests" / "cases" / "programmes" / "09-agreement"
AS_OF = date(2020, 12, 18)
EXAMPLES = [
    (GAOTAI, AS_OF),
    (JIANSHI, date(2020, 12, 31)),
    (SUMMARY, date(2019, 12, 31)),
    (HUISHAN, date(2018, 12, 1)),
]

Facts = dict[str, Any]


def facts_of(root: Path, day: date, kind: str, key: str | None = None) -> Facts:
    material = material_of(root, day)
    subjects = KINDS[kind].subjects(material)
    return KINDS[kind].facts(material, subjects[0].key if key is None else key)


def lines_of(ran: str) -> dict[str, dict[str, Any]]:
    """The lines of ``pairing quota --format json`` by id."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(json.loads(ran)["targets"])
    while waiting:
        line = waiting.pop()
        found[line["id"]] = line
        waiting += line["children"]
    return found


def prose(facts: Facts) -> str:
    return "\n".join(line["text"] + line["rest"] for line in facts["lines"])


# as a whole


@pytest.mark.parametrize(
    ("name", "root", "arguments"),
    [
        ("work-plan", JIANSHI, ("work-plan",)),
        ("annual-summary", SUMMARY, ("annual-summary",)),
        ("bulletin-2020-06", GAOTAI, ("bulletin", "--month", "2020-06")),
        ("dossier-xijie", GAOTAI, ("dossier", "--pairing", "xijie")),
        ("result-notice", GAOTAI, ("result-notice",)),
        ("pledge-xijie", GAOTAI, ("pledge", "--pairing", "xijie")),
    ],
)
def test_it_reads_as_it_did(
    name: str,
    root: Path,
    arguments: tuple[str, ...],
    golden: Callable[[str, str], None],
    tmp_path: Path,
) -> None:
    """Read the difference before it is accepted: pytest --update-golden."""
    kind, *options = arguments
    to = ("--to", "md", "-o", tmp_path, "--lang", "zh")
    ran = pairing("report", kind, root, *options, "--as-of", "2020-12-18", *to)
    assert ran.code == 0, ran.err
    paths = sorted(tmp_path.iterdir())
    golden(f"{name}.md", paths[0].read_text("utf-8"))


# numbers


@pytest.mark.parametrize(("root", "day"), EXAMPLES, ids=lambda each: getattr(each, "name", ""))
def test_every_number_of_a_text_is_that_of_the_targets(root: Path, day: date) -> None:
    """What a document says was done is what `pairing quota` says, number by number."""
    lines = lines_of(pairing("quota", root, "--as-of", day, "-f", "json").out)
    material = material_of(root, day)
    checked = 0
    for entry in material.repository.texts:
        for number in entry.record.numbers:
            if number.line is None or number.value not in ("done", "remaining"):
                continue
            for (text, _, name), told in material.told.items():
                if (text, name) == (entry.key, number.id):
                    assert (
                        told.number == Fraction(lines[number.line][number.value]) or not told.known
                    )
                    checked += 1
    assert checked > 5 or root in (JIANSHI, HUISHAN)


def test_the_summary_states_what_was_counted() -> None:
    lines = lines_of(pairing("quota", SUMMARY, "--as-of", "2019-12-31", "-f", "json").out)
    text = prose(facts_of(SUMMARY, date(2019, 12, 31), "annual-summary"))
    for year in (2016, 2017, 2018, 2019):
        assert re.search(rf"{year}年\D+{lines[f'placements[{year}]']['done']}名校长、教师", text)
    assert f"四年共{lines['lessons']['done']}次" in text
    assert f"{lines['listeners']['done']}人次教师参与了听课" in text
    assert f"先后{counting(lines['donations']['done'])}次举行" in text
    donated = Fraction(lines["donated"]["done"])
    assert donated == Fraction("350500.5") and "爱心捐款达到35.05万元" in text
    assert [
        line["text"][:2]
        for line in facts_of(SUMMARY, AS_OF, "annual-summary")["lines"]
        if line["level"] == 1
    ] == ["一、", "二、", "三、", "四、"]


def test_the_work_plan_states_what_is_asked_and_planned() -> None:
    facts = facts_of(JIANSHI, AS_OF, "work-plan")
    text = prose(facts)
    for said in (
        "教师交流不少于196人次",
        "工作不低于100人次，其中挂职支教一个月以上的不少于10人",
        "学习交流不低于96人次，其中交流学习一个月以上的不少于20人",
        "12-18个月2人",
        "巩固滨江区28所学校与建始县28所学校",
        "优选两对",
        "3期约96人",
        "选派15—25名专家",
    ):
        assert said in text
    assert facts["unknown"] == []
    first, second = facts["annexes"]
    assert (first["label"], first["title"]) == (
        "附件1",
        "2020年建始县教师到杭州市滨江区学校跟岗培训计划表",
    )
    assert [(row["people"], row["when"]) for row in first["rows"][:3]] == [
        ("20", "9月，1个月"),
        ("46", "9—10月，1周"),
        ("30", "10—11月，2周"),
    ]
    assert first["rows"][-1]["people"] == "96" and second["rows"][-1]["people"] == "15—25"
    assert facts["signed_by"] == ["建始县教育局", "杭州市滨江区教育局"]
    assert facts["dated"] == "2020年5月25日"


TEXT = """
texts:
  - id: summary
    form: annual-summary
    date: 2020-12-31
    text: |
      送课{done}次，{none}次，明年{later}次，共{figure}人，查实造假{falsified}起，{who}。
    numbers:
      - {id: done, count: activities, of: {kind: lesson-delivery}}
      - {id: none, count: activities, of: {kind: mentoring}}
      - {id: later, count: activities, during: 2020-12-01 to 2020-12-31}
      - {id: figure, figure: staff}
      - {id: falsified, count: activities, of: {kind: mentoring}, zero: true}
      - {id: who, names: people, of: {kind: lesson-delivery}, first: 1}
figures:
  - {id: staff, title: 在编教师数, values: []}
activities:
  - id: first
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    participants:
      - {from: 甲小学, name: 甲老师}
      - {from: 甲小学, count: 2}
"""


def test_what_nobody_knows_is_a_blank_and_is_said(tmp_path: Path) -> None:
    root = write(tmp_path / "p", {"programme.yaml": BASE, "text.yaml": TEXT})
    out = ("-o", tmp_path / "out", "--to", "md", "--lang", "en")
    ran = pairing("report", "annual-summary", root, "--as-of", "2020-04-16", *out)
    assert ran.code == 0, ran.err
    shown = (tmp_path / "out" / "工作总结.md").read_text("utf-8")
    assert f"送课1次，{BLANK}次，明年{BLANK}次，共{BLANK}人，查实造假0起，甲老师等。" in shown
    assert "3 blanks are left" in ran.err
    for name, why in (
        ("none (text.yaml:10)", "nothing is recorded"),
        ("later (text.yaml:11)", "it begins only on 2020-12-01"),
        ("figure (text.yaml:12)", "在编教师数"),
    ):
        assert any(name in line and why in line for line in ran.err.splitlines()), name


def test_a_text_without_a_day_leaves_room_for_it() -> None:
    facts = facts_of(GAOTAI, AS_OF, "scheme")
    assert facts["dated"] == "＿＿＿＿年＿＿月＿＿日"
    assert [each["name"] for each in facts["unknown"]] == ["date"]


# clauses


def test_clauses_are_numbered_by_level_and_begin_anew_in_each_section() -> None:
    starts = [
        line["text"][:4] for line in facts_of(GAOTAI, AS_OF, "scheme")["lines"] if line["level"]
    ]
    assert [start[:2] for start in starts if start[1] == "、"] == ["一、", "二、", "三、", "四、"]
    assert [start[:3] for start in starts if start[0] == "（"] == [
        *("（一）", "（二）", "（三）"),
        *("（一）", "（二）", "（三）", "（四）"),
    ]
    assert [start[:2] for start in starts if start[1] == "."] == [*("1.", "2.", "3.") * 3]


def test_a_heading_stands_apart_from_what_runs_on_after_it() -> None:
    lines = facts_of(GAOTAI, AS_OF, "scheme")["lines"]
    guidance = next(line for line in lines if line["text"].startswith("1.管理指导"))
    assert guidance["text"] == "1.管理指导。" and guidance["rest"].startswith("一是帮扶学校")


def test_a_number_is_apart_from_digits_after_it() -> None:
    lines = facts_of(SUMMARY, AS_OF, "annual-summary")["lines"]
    assert any(line["text"].startswith("1. 2017年以来") for line in lines)


def test_braces_are_names_and_what_is_left_over_is_found() -> None:
    assert names_in("{a}与{ b }和{a}，〔2020〕5号") == ("a", "b")
    assert stray("{a}b}") == "}" and stray("｛a｝") == "｛" and stray("{a}") is None
    assert [each.level for each in paragraphs("甲\n\n# 乙\n### 丙\n####丁")] == [0, 1, 3, 4]


# the scheme and its annexes


def test_the_scheme_has_all_its_annexes() -> None:
    group, table, plan, rubric = facts_of(GAOTAI, AS_OF, "scheme")["annexes"]
    assert [each["label"] for each in (group, table, plan, rubric)] == [
        *("附件1", "附件2", "附件3", "附件4")
    ]
    assert len(group["rows"]) == 25 and group["rows"][3]["name"] == "屈　锋"
    assert group["note"].startswith("领导小组下设办公室，办公室设在县教育局基教股")
    assert len(table["rows"]) == 6
    assert [row["month"] for row in plan["rows"]] == [
        *("三月", "四月", "五月", "六月", "九月", "十月", "十一月", "十二月")
    ]
    assert rubric["title"] == "高台县2020年中小学结对帮扶工作考核细则"


def test_annexes_stand_on_sheets_of_their_own_and_wide_ones_are_turned(tmp_path: Path) -> None:
    ran = pairing("report", "scheme", GAOTAI, "--as-of", AS_OF, "-o", tmp_path, "--to", "docx")
    assert ran.code == 0
    document = Document(str(tmp_path / "实施方案.docx"))
    turned = [
        (section.page_width or 0) > (section.page_height or 0) for section in document.sections
    ]
    assert turned == [False, False, False, False, True]
    body = document.element.body
    assert body[-1].tag == qn("w:sectPr")
    assert body[-2].find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None


def test_a_number_of_a_document_brings_the_red_head() -> None:
    plain = facts_of(GAOTAI, AS_OF, "scheme")
    assert plain["mark"] == plain["number"] == ""


def test_a_numbered_text_has_the_authority_above_it(tmp_path: Path) -> None:
    numbered = BASE.replace(
        "status: final", "status: final\n  number: 示教发〔2020〕5号\n  issued_by: 示例教育局", 1
    )
    text = "texts: [{id: s, form: scheme, text: 特制定本方案。}]"
    root = write(tmp_path, {"programme.yaml": numbered, "text.yaml": text})
    facts = facts_of(root, AS_OF, "scheme")
    assert (facts["mark"], facts["number"]) == ("示例教育局文件", "示教发〔2020〕5号")


# agreements and pledges


def test_an_agreement_names_its_parties_and_what_is_asked_by_role() -> None:
    facts = facts_of(AGREEMENT, AS_OF, "agreement")
    text = prose(facts)
    for said in ("指导管理2次以上", "各3次以上", "共同研究管理两次以上", "各派1名管理干部"):
        assert said in text
    assert [(party["mark"], party["name"]) for party in facts["parties"]] == [
        ("甲方", "示例一中"),
        ("乙方", "示例二中"),
    ]
    assert facts["signed_on"] == "＿＿＿＿年＿＿月＿＿日"


def test_agreements_are_made_for_the_pairings_they_are_for_with_their_own_numbers() -> None:
    material = material_of(HUISHAN, date(2018, 12, 1))
    subjects = KINDS["agreement"].subjects(material)
    assert len(subjects) == 18
    told = [
        material.told[("school-agreement", subject.pairing or "", "trainees")].number
        for subject in subjects
    ]
    everybody = lines_of(pairing("quota", HUISHAN, "--as-of", "2018-12-01", "-f", "json").out)
    assert everybody["trainees"]["done"] == 102
    of_area = sum(
        line.heads
        for entry in material.repository.activities
        if entry.record.kind == "shadowing" and entry.record.pairing == "huishan-haidong"
        for line in entry.record.participants
        if material.repository.side_in("huishan-haidong", line.from_) is Side.HELPED
    )
    assert sum(int(number or 0) for number in told) == 102 - of_area < 102
    facts = KINDS["agreement"].facts(material, subjects[0].key)
    assert facts["signed_on"] == "2018年7月5日"


def test_pledges_are_made_for_pairings_and_for_teacher_pairs() -> None:
    material = material_of(GAOTAI, AS_OF)
    keys = [subject.key for subject in KINDS["pledge"].subjects(material)]
    assert sum(key.startswith("school-pledge/") for key in keys) == 6
    assert sum(key.startswith("teacher-pledge/") for key in keys) == 27
    facts = KINDS["pledge"].facts(material, "school-pledge/xijie")
    assert facts["title"] == "西街小学2020年学校管理帮扶责任书"
    assert "共5对" in prose(facts)
    heads = [party["head"] for party in facts["parties"]]
    assert heads == ["王晓英", "王应国"]


# the month's bulletin


def test_the_bulletin_of_june() -> None:
    material = material_of(GAOTAI, AS_OF, "2020-06")
    facts = KINDS["bulletin"].facts(material, "")
    assert (facts["title"], facts["month"]) == ("《基教管理》简报", "2020年6月")
    assert [row["pairing"] for row in facts["rows"]][5] == "西街小学结对组"
    unpaid = [(row["state"], row["due"]) for row in facts["unpaid"][-3:]]
    assert unpaid == [("不完整", "6月13日"), ("迟报", "6月13日"), ("不完整", "6月18日")]
    noticed = {row["what"][:5]: row["standing"] for row in facts["noticed"]}
    assert noticed == {"5月29日": "属实（6月22日）", "6月3日体": "已撤销（7月6日）"}
    assert all(row["due"].startswith("7月") for row in facts["coming"])


def test_a_bulletin_knows_only_what_was_known_on_its_day() -> None:
    facts = KINDS["bulletin"].facts(material_of(GAOTAI, date(2020, 6, 20)), "")
    assert facts["month"] == "2020年6月"
    assert [row["standing"] for row in facts["noticed"]] == ["待核实", "待核实"]


def test_every_held_activity_is_in_the_bulletin_of_its_month() -> None:
    repository = material_of(GAOTAI, AS_OF).repository
    by_month: dict[str, int] = {}
    for entry in repository.activities:
        if entry.record.days.start <= AS_OF:
            month = entry.record.days.start.isoformat()[:7]
            by_month[month] = by_month.get(month, 0) + 1
    for month, number in by_month.items():
        facts = KINDS["bulletin"].facts(material_of(GAOTAI, AS_OF, month), "")
        assert sum(row["held"] + row["not_counted"] for row in facts["rows"]) == number, month


# scores on paper


def test_a_dossier_has_every_point_that_is_not_earned() -> None:
    sheet = scored(GAOTAI, AS_OF)
    for unit in sheet.units:
        facts = facts_of(GAOTAI, AS_OF, "dossier", unit.pairing)
        for field, points in (("lost", unit.main.lost), ("open", unit.main.open)):
            shown = [Fraction(row[field]) for row in facts["rows"] if row[field]]
            assert abs(sum(shown) - points) <= Fraction(len(shown), 200), unit.pairing
        assert all(row["reason"] for row in facts["rows"])
        short = [node for node in unit.node.items() if node.kind is NodeKind.ITEM and node.lost]
        assert len({row["item"] for row in facts["criteria"]} - {"\ue000"}) >= len(short)


def test_a_dossier_names_the_files_with_their_hashes(tmp_path: Path) -> None:
    paper = (
        "submissions: [{type: annual-summary, pairing: one, from: 甲小学, received: 2020-12-22, "
        "file: evidence/a.txt}]"
    )
    files = {"programme.yaml": BASE, "log.yaml": paper, "evidence/a.txt": "总结"}
    root = write(tmp_path / "p", files)
    ran = pairing(
        *("report", "dossier", root, "--as-of", "2020-12-31", "--pairing", "one"),
        *("-o", tmp_path / "out", "--to", "md"),
    )
    assert ran.code == 0, ran.err
    (path,) = (tmp_path / "out").iterdir()
    shown = path.read_text("utf-8").replace("\\", "")
    assert "evidence/a.txt" in shown and "迟 2 天" in shown


def test_the_notice_has_the_totals_and_ranks_of_the_scores() -> None:
    found = json.loads(pairing("score", GAOTAI, "--as-of", AS_OF, "-f", "json").out)
    totals = {unit["id"]: unit for unit in found["units"]} if "units" in found else {}
    facts = facts_of(GAOTAI, AS_OF, "result-notice")
    sheet = scored(GAOTAI, AS_OF)
    assert [row["rank"] for row in facts["rows"]] == [str(unit.rank) for unit in sheet.units]
    assert [row["points"] for row in facts["rows"]] == [
        f"{float(unit.node.earned):.2f}" for unit in sheet.units
    ]
    assert facts["open"] and len(totals) in (0, 6)


def test_a_published_result_is_what_the_notice_says(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    ran = pairing("score", GAOTAI, "--as-of", AS_OF, "--publish", path)
    assert ran.code == 0, ran.err
    published = json.loads(path.read_text("utf-8"))
    out = ("-o", tmp_path / "out", "--to", "md", "--published", path)
    ran = pairing("report", "result-notice", GAOTAI, "--as-of", "2020-12-31", *out)
    assert ran.code == 0, ran.err
    shown = (tmp_path / "out" / "考核结果通报.md").read_text("utf-8")
    assert "按2020年12月18日核定并公布的结果印发" in shown and "阶段结果" not in shown
    for unit in published["units"]:
        assert f"| {unit['rank']} | {unit['title']} |" in shown and f"| {unit['total']} |" in shown


def test_the_published_result_of_another_programme_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    assert pairing("score", GAOTAI, "--as-of", AS_OF, "--publish", path).code == 0
    root = write(tmp_path / "p", {"programme.yaml": BASE})
    ran = pairing("report", "result-notice", root, "--published", path, "-o", tmp_path / "out")
    assert ran.code == 2 and "gaotai-2020" in ran.err


def test_a_self_assessment_has_the_rubrics_items_and_room_for_own_points() -> None:
    facts = facts_of(GAOTAI, AS_OF, "self-assessment")
    assert [row["title"] for row in facts["rows"]].count("\ue000") == 1
    assert {row["own"] for row in facts["rows"]} == {"", "\ue000"}


def test_the_progress_of_targets_is_that_of_the_table() -> None:
    lines = lines_of(pairing("quota", GAOTAI, "--as-of", AS_OF, "-f", "json").out)
    facts = facts_of(GAOTAI, AS_OF, "quota-progress")
    tops = [row for row in facts["rows"] if not row["depth"]]
    shown = {row["title"]: row["done"] for row in tops}
    assert shown == {
        line["title"]: str(line["done"])
        for key, line in lines.items()
        if "[" not in key and "." not in key
    }
    assert facts["number"] == 8


# briefs and photographs


def test_a_brief_says_who_went_where_and_shows_the_photograph(tmp_path: Path) -> None:
    ran = pairing("report", "activity-brief", GAOTAI, "--as-of", AS_OF, "-o", tmp_path)
    assert ran.code == 0, ran.err
    name = "活动简报-xijie-0415-songke"
    assert "2020年4月15日，西街小学2人赴正远小学开展音乐送课指导活动，正远小学13人参加。" in (
        tmp_path / f"{name}.md"
    ).read_text("utf-8")
    document = Document(str(tmp_path / f"{name}.docx"))
    (shape,) = document.inline_shapes
    pictures = [
        part.blob
        for part in document.part.package.iter_parts()
        if str(part.partname).startswith("/word/media/")
    ]
    assert len(pictures) == 1 and b"Exif" not in pictures[0] and pictures[0].startswith(b"\xff\xd8")
    assert shape.width > shape.height


def test_briefs_without_photographs_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    entries = material_of(GAOTAI, AS_OF).repository.activities
    key = next(entry.key for entry in entries if entry.record.kind == "donation")
    ran = pairing(
        *("report", "activity-brief", GAOTAI, "--as-of", AS_OF, "--activity", key),
        *("-o", tmp_path, "--to", "md"),
    )
    assert [path.name for path in tmp_path.iterdir()] == [f"活动简报-{key}.md"]
    assert ran.code == 0


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    note = chunk(b"tEXt", b"GPS\x0036.0,100.0")
    pixels = chunk(b"IDAT", zlib.compress(b"\0" + b"\0" * width * 3))
    return b"\x89PNG\r\n\x1a\n" + head + note + pixels + chunk(b"IEND", b"")


def test_notes_of_a_camera_are_dropped_and_no_picture_is_none() -> None:
    plain = plain_picture(png(2, 1))
    assert plain is not None and b"GPS" not in plain and b"IDAT" in plain
    assert plain_picture(png(PIXELS, 2)) is None
    assert plain_picture(b"<html>") is None
    assert plain_picture(b"\xff\xd8\xff") is None
    photo = next(GAOTAI.glob("evidence/xijie/*.jpg")).read_bytes()
    assert b"Exif" in photo
    stripped = plain_picture(photo)
    assert stripped is not None and b"Exif" not in stripped
    assert stripped[-1000:] == photo[-1000:]


@pytest.mark.parametrize("cut", [3, 10, 21, 30, 100])
def test_a_photograph_that_is_cut_off_is_none(cut: int) -> None:
    photo = next(GAOTAI.glob("evidence/xijie/*.jpg")).read_bytes()
    assert plain_picture(photo[:cut]) is None


# the command


def test_the_list_says_what_a_programme_has() -> None:
    ran = pairing("report", "list", JIANSHI, "--lang", "en")
    there = {line.split()[0]: line.split()[-1] for line in ran.out.splitlines()[2:]}
    assert there["work-plan"] == there["bulletin"] == "yes"
    assert there["scheme"] == there["ranking"] == "no"
    assert set(there) == set(KINDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scheme", JIANSHI), "texts (form: scheme)"),
        (("scheme", GAOTAI, "--to", "xlsx"), "docx"),
        (("bulletin", GAOTAI, "--month", "2020-13"), "2020-13"),
        (("activity-brief", GAOTAI, "--activity", "none"), "none"),
    ],
)
def test_what_cannot_be_made_is_refused(
    arguments: tuple[Any, ...], said: str, tmp_path: Path
) -> None:
    ran = pairing("report", *arguments, "-o", tmp_path, "--lang", "en")
    assert ran.code == 2 and said in ran.err and not list(tmp_path.iterdir())


def test_everything_twice_is_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        ran = pairing("report", "--all", SUMMARY, "--as-of", "2019-12-31", "-o", tmp_path / name)
        assert ran.code == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    second = {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert first == second and "工作总结.docx" in first


def test_a_bureau_may_change_one_form_of_text_alone(tmp_path: Path) -> None:
    texts = "texts: [{id: s, form: scheme, text: 甲。}, {id: n, form: notice, text: 乙。}]"
    own = {"templates/notice.md": "本局：{{ title }}"}
    root = write(tmp_path / "p", {"programme.yaml": BASE, "text.yaml": texts, **own})
    for kind in ("scheme", "notice"):
        assert pairing("report", kind, root, "-o", tmp_path / "out", "--to", "md").code == 0
    assert (tmp_path / "out" / "通知.md").read_text(
        "utf-8"
    ) == "本局：关于印发《示例县结对帮扶工作方案》的通知"
    assert "本局" not in (tmp_path / "out" / "实施方案.md").read_text("utf-8")


# Chinese


def test_numerals() -> None:
    found = {number: numeral(number) for number in (0, 10, 19, 20, 101, 110, 1010, 2002, 9999)}
    assert found == {
        0: "零",
        10: "十",
        19: "十九",
        20: "二十",
        101: "一百零一",
        110: "一百一十",
        1010: "一千零一十",
        2002: "二千零二",
        9999: "九千九百九十九",
    }
    assert (numeral(10_000), counting(2), counting(12)) == ("10000", "两", "十二")


def test_amounts_and_lists() -> None:
    assert in_ten_thousands(Fraction("350500.5")) == "35.05万"
    assert in_ten_thousands(Fraction(2_000_000)) == "200万"
    assert in_ten_thousands(Fraction(9_999)) == "9999"
    assert (between("15", "25"), listed(["甲", "乙"], more=True)) == ("15—25", "甲、乙等")


def test_times() -> None:
    from pairing_cli.model.lengths import parse_length, parse_when

    said = {
        "2020-09": "9月",
        "2020-09 to 2020-10": "9—10月",
        "mid 2020-06": "6月中旬",
        "2020-09-05": "9月5日",
        "2020-09-05 to 2020-09-07": "9月5日至7日",
        "2020-09-28 to 2020-10-07": "9月28日至10月7日",
        "2021-03": "2021年3月",
        "2020-12 to 2021-01": "12月—2021年1月",
    }
    assert {text: when(parse_when(text), 2020) for text in said} == said
    spans = [("3 days", "3 days"), ("12 months", "18 months"), ("1 month", "1 year")]
    assert [length((parse_length(a), parse_length(b))) for a, b in spans] == [
        *("3天", "12—18个月", "1个月—1年")
    ]


def test_forms_of_two_parties() -> None:
    assert [form for form in TextForm if form.between_parties] == [
        TextForm.AGREEMENT,
        TextForm.PLEDGE,
    ]


def test_a_share_is_written_with_its_sign() -> None:
    from pairing_cli.model.stated import Stated

    assert written(None, Stated(Fraction(20, 3), percent=True)) == "6.67%"
    assert written(None, Stated()) == BLANK
