"""What is selected, in the words of a paper table: nothing of the format or of Python shows through."""

from __future__ import annotations

from pathlib import Path

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.selections import Selection
from pairing_cli.report.numbers import level
from pairing_cli.report.parties import side_words
from pairing_cli.report.selections import selected
from tests.command import pairing
from tests.programmes import BASE, HERE, write

EVERY_WAY = HERE / "cases" / "every-way"

SAID = [
    ({"lasting": {"at_least": "6 months"}}, "时长：6个月及以上"),
    ({"lasting": {"at_most": "2 weeks"}}, "时长：2周及以下"),
    ({"lasting": {"below": "1 month"}}, "时长：不足1个月"),
    ({"lasting": {"at_least": "1 month", "below": "1 year"}}, "时长：1个月及以上，不足1年"),
    ({"lasting": {"between": ["12 months", "18 months"]}}, "时长：12个月至18个月"),
    ({"lasting": {"at_least": "6 months", "in_total": "true"}}, "时长：累计6个月及以上"),
    (
        {"lasting": {"at_least": "1 year", "as_agreed": "true"}},
        "时长：1年及以上，按派出期限计",
    ),
    ({"attended": {"at_least": "30"}}, "规模：30人及以上"),
    ({"attended": {"at_least": "3", "at_most": "5"}}, "规模：3人至5人"),
    ({"amounts": {"class-hours": {"at_least": "2"}}}, "数量：课时2及以上"),
    ({"level": ["city", "province"]}, "级别：市级或省级"),
    ({"level": "national"}, "级别：国家级"),
    ({"level": "系统内"}, "级别：系统内"),
    ({"award": "province 一等奖"}, "奖次：省级一等奖"),
    ({"side": "helped"}, "哪一方的人：受援方"),
    ({"stage": "junior"}, "学段：初中"),
    ({"at_type": "teaching-point"}, "地点类别：教学点"),
    ({"at": "乙小"}, "地点：乙小学"),
    ({"demonstration": "true"}, "示范：是"),
    ({"filed": "false"}, "备案：否"),
    ({"pairing_level": "area"}, "结对层面：区域"),
    ({"mode": "online"}, "方式：线上"),
    ({"pairing": "one"}, "结对：甲小学 → 乙小学"),
]


@pytest.mark.parametrize(("asked", "said"), SAID, ids=[said for _, said in SAID])
def test_a_selection_reads_as_on_paper(asked: dict[str, object], said: str, tmp_path: Path) -> None:
    repository = load(FolderTree(write(tmp_path, {"programme.yaml": BASE}))).repository
    selection = Selection.model_validate({"kind": "lesson-delivery", **asked})
    assert selected(selection, repository) == f"送课指导（{said}）"


@pytest.mark.parametrize("name", ["school", "town", "county", "city", "province", "national"])
def test_a_level_is_called_alike_where_it_is_selected_and_where_it_is_awarded(
    name: str, tmp_path: Path
) -> None:
    repository = load(FolderTree(write(tmp_path, {"programme.yaml": BASE}))).repository
    asked = selected(Selection.model_validate({"level": name}), repository)
    assert asked == f"活动（级别：{level(name)}）" != f"活动（级别：{name}）"


def test_the_paper_table_is_in_chinese_whatever_language_is_spoken() -> None:
    shown = ("rubric", "show", EVERY_WAY, "--rubric", "pairs", "--as-of", "2025-01-31")
    english, chinese = (pairing(*shown, "--lang", lang).out for lang in ("en", "zh"))
    assert english == chinese
    assert "考核要素" in english


def test_only_schools_are_called_schools(tmp_path: Path) -> None:
    schools = load(FolderTree(write(tmp_path / "a", {"programme.yaml": BASE}))).repository
    assert side_words(schools) == ("帮扶学校", "被帮扶学校")
    hospitals = BASE.replace("title: 甲小学, side", "title: 示例市一院, type: hospital, side")
    hospitals = hospitals.replace("helper: 甲小学", "helper: 示例市一院")
    repository = load(FolderTree(write(tmp_path / "b", {"programme.yaml": hospitals}))).repository
    assert side_words(repository) == ("帮扶方", "受援方")
