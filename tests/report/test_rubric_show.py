"""A rubric as the paper table, worded from its data; and filled in, for every kind of unit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.command import pairing
from tests.programmes import BASE, HERE, write

EVERY_WAY = HERE / "cases" / "every-way"
AS_OF = "2025-01-31"
Golden = Callable[[str, str], None]


def show(*arguments: str | Path) -> str:
    ran = pairing("rubric", "show", EVERY_WAY, "--as-of", AS_OF, "--lang", "zh", *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def rows(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]


@pytest.mark.parametrize(
    ("rubric", "to"), [("pairs", "text"), ("pairs", "md"), ("schools", "md"), ("persons", "md")]
)
def test_it_is_printed(
    rubric: str, to: str, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    ending = "txt" if to == "text" else to
    golden(f"rubric-show-{rubric}.{ending}", show("--rubric", rubric, "--to", to))


def test_every_way_has_its_words_in_word_and_excel(tmp_path: Path) -> None:
    for ending in ("docx", "xlsx"):
        show("--rubric", "pairs", "--to", ending, "-o", tmp_path / f"r.{ending}")
    table = rows(tmp_path / "r.docx")
    assert len(table) == 15
    assert all(row[2] and row[3] for row in table)
    text = "\n".join(p.text for p in Document(str(tmp_path / "r.docx")).paragraphs)
    assert "2.没有送课（送课指导次数为0的，“数据考核”计零分）" in text
    assert "优秀：90分及以上；且“评议”不少于其满分的80%；名额不超过30%；优先评优。" in text
    values: list[Any] = [
        value
        for row in load_workbook(tmp_path / "r.xlsx").active.iter_rows(values_only=True)  # type: ignore[union-attr]
        for value in row
    ]
    assert "每缺席1次扣3分。\n扣完为止。" in values


def test_a_rubric_that_is_not_there_is_refused() -> None:
    ran = pairing("rubric", "show", EVERY_WAY, "--rubric", "other")
    assert ran.code == 2
    assert "pairs" in ran.err


@pytest.mark.parametrize(
    ("rubric", "title", "names"),
    [
        ("pairs", "结对帮扶考核细则", ["甲乙结对", "丙丁结对"]),
        ("schools", "学校考核细则", ["甲校", "乙校", "丙校", "丁校"]),
        ("persons", "交流教师考核细则", ["赵师", "钱师"]),
    ],
)
def test_a_score_sheet_for_every_unit(
    rubric: str, title: str, names: list[str], tmp_path: Path
) -> None:
    common = (EVERY_WAY, "--rubric", rubric, "--as-of", AS_OF, "-o", tmp_path)
    for kind in ("score-sheet", "ranking"):
        ran = pairing("report", kind, *common)
        assert ran.code == 0, ran.err
    stems = {path.stem for path in tmp_path.iterdir()}
    assert stems == {f"得分排名-{title}", *(f"考核得分表-{title}-{name}" for name in names)}
    ranking = rows(tmp_path / f"得分排名-{title}.docx")
    assert {row[1] for row in ranking[1:]} == set(names)


def test_one_unit_is_named_by_what_the_rubric_assesses(tmp_path: Path) -> None:
    common = ("report", "score-sheet", EVERY_WAY, "--rubric", "schools", "-o", tmp_path)
    ran = pairing(*common, "--pairing", "甲校", "--to", "md")
    assert ran.code == 0, ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["考核得分表-学校考核细则-甲校.md"]
    assert pairing(*common, "--pairing", "one").code == 2


def test_the_filled_sheet_says_why(tmp_path: Path, golden: Golden) -> None:
    ran = pairing(
        *("report", "score-sheet", EVERY_WAY, "--rubric", "pairs", "--as-of", AS_OF),
        *("--to", "md", "-o", tmp_path),
    )
    assert ran.code == 0, ran.err
    for name, ending in (("甲乙结对", "one"), ("丙丁结对", "two")):
        text = (tmp_path / f"考核得分表-结对帮扶考核细则-{name}.md").read_text("utf-8")
        golden(f"score-sheet-every-way-{ending}.md", text)


def test_classes_floors_and_means_without_extremes_are_said(tmp_path: Path) -> None:
    scheme = BASE[: BASE.index("rubrics:")] + (
        "rubrics:\n  - id: r\n    title: 细则\n    unit: school\n    full_marks: 10\n    floor: 0\n"
        "    classes: [{title: 帮扶学校, of: {side: helper}}, {title: 受援学校, of: {side: helped}}]\n"
        "    sections:\n      - id: s\n        title: 各项\n        floor: -5\n        items:\n"
        "          - id: rated\n            title: 评分\n            points: 10\n"
        "            raters: {without_extremes: true, raters: [{by: 评委, weight: 100 %}]}\n"
    )
    ran = pairing("rubric", "show", write(tmp_path, {"programme.yaml": scheme}), "--to", "md")
    assert ran.code == 0, ran.err
    assert "“各项”最低-5分；总分最低0分；按帮扶学校、受援学校分类排名和计算等次名额" in ran.out
    assert "各去掉一个最高分和一个最低分后取平均分" in ran.out
