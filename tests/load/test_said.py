"""What is said of refused values and unknown fields: enough to write them right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.messages import fix, text
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.selections import Selection, Unit
from tests.programmes import BASE, all_findings, write

RUBRIC = """rubrics:
  - id: other
    title: 另一份细则
    full_marks: 10
    sections:
      - id: tasks
        title: 工作
        items:
          - {id: task, title: 工作, points: 10, WAY}
"""


def found(root: Path, code: str, **files: str) -> Diagnostic:
    """The one finding of a code, in the small programme and these files."""
    write(root, {"programme.yaml": BASE, **{f"{name}.yaml": file for name, file in files.items()}})
    [one] = [each for each in all_findings(root, date(2020, 12, 31))[1] if each.code == code]
    return one


def of_way(root: Path, code: str, way: str) -> Diagnostic:
    """The one finding of a code about an item that earns in this way."""
    return found(root, code, rubric=RUBRIC.replace("WAY", way))


def of_target(root: Path, code: str, inside: str) -> Diagnostic:
    """The one finding of a code about a target."""
    quota = f"quotas: [{{id: q-1, title: 送课, count: activities, {inside}}}]\n"
    return found(root, code, targets=quota)


@pytest.mark.parametrize("word", ["late", "cap", "below", "due", "months", "quota"])
def test_an_unknown_field_near_to_none_is_answered_with_all_there_are(
    word: str, tmp_path: Path
) -> None:
    said = of_target(tmp_path, "S002", f"of: {{{word}: true}}, at_least: 1")
    assert "是不是想写" not in text(said.message, "zh")
    names = {info.alias or name for name, info in Selection.model_fields.items()}
    assert set(fix(said.message, "en").removesuffix(".").split(": ")[1].split(", ")) == names


@pytest.mark.parametrize(
    ("word", "meant"),
    [("kinds", "kind"), ("KIND", "kind"), ("form", "from"), ("at-type", "at_type")],
)
def test_one_that_is_a_slip_is_answered_with_the_field(
    word: str, meant: str, tmp_path: Path
) -> None:
    said = of_target(tmp_path, "S002", f"of: {{{word}: lesson-delivery}}, at_least: 1")
    assert f"，是不是想写“{meant}”？" in text(said.message, "zh")


def test_every_choice_is_listed(tmp_path: Path) -> None:
    quota = "quotas: [{id: q-1, title: 送课, count: hours, at_least: 1}]\n"
    said = found(tmp_path, "S006", targets=quota)
    assert fix(said.message, "en") == f"Choose from: {', '.join(Unit)}."
    assert "等另外" not in fix(said.message, "zh")


def test_what_is_no_time_is_marked_itself_and_the_times_are_listed(tmp_path: Path) -> None:
    said = of_way(tmp_path, "S006", "done: {count: activities, per: mentorship, at_least: 1}")
    assert said.at.route[-2:] == ("done", "per")
    assert "school-year、half-year、term" in fix(said.message, "zh")


def test_a_percentage_where_a_number_belongs(tmp_path: Path) -> None:
    said = of_way(tmp_path, "S007", "ratio: {count: people, target: 90 %}")
    assert text(said.message, "zh") == "“90 %”带了百分号，这里要写数"
    assert "share_of" in fix(said.message, "zh")


@pytest.mark.parametrize("written", ["-5", "－5", "−5"])
def test_a_number_below_nothing_where_none_belongs(written: str, tmp_path: Path) -> None:
    way = f"deducts: [{{title: 缺席, count: activities, each: {written}}}]"
    said = of_way(tmp_path, "S007", way)
    assert text(said.message, "zh") == f"“{written}”小于 0"
    assert "each: 5" in fix(said.message, "zh")


def test_where_a_number_may_be_below_nothing_the_whole_of_it_is_shown(tmp_path: Path) -> None:
    way = "floor: none, levels: {by: 基教股, table: {优秀: 10, 不合格: -5.}}"
    said = of_way(tmp_path, "S007", way)
    assert text(said.message, "zh") == "“-5.”不是可用的数"
    assert "-5，不带单位" in fix(said.message, "zh")


def test_a_name_that_may_have_no_alias_is_not_to_be_made_one(tmp_path: Path) -> None:
    item = of_way(tmp_path / "a", "R001", "done: {item: nothing, at_least: 1}")
    assert "alias" not in fix(item.message, "en") + fix(item.message, "zh")
    kind = of_target(tmp_path / "b", "R001", "of: {kind: 送教}, at_least: 1")
    assert "alias" in fix(kind.message, "en")


def test_a_hint_is_part_of_the_sentence(tmp_path: Path) -> None:
    log = (
        "activities:\n  - {id: a-1, pairing: one, kind: mentoring, date: 2020-04-15, "
        "level: province}\n"
    )
    quota = (
        "quotas: [{id: q-1, title: 获奖, count: activities, of: {level: provinces}, at_least: 1}]\n"
    )
    said = found(tmp_path, "Q006", log=log, targets=quota)
    assert text(said.message, "zh").endswith("是“provinces”，是不是想写“province”？")
    assert fix(said.message, "zh").startswith("如是笔误")
    assert text(said.message, "en").endswith("; did you mean “province”?")
    assert fix(said.message, "en").startswith("Correct it")


def test_the_sum_of_weights_says_how_a_weight_is_written(tmp_path: Path) -> None:
    way = "raters: {raters: [{by: 甲, weight: 60 %}, {by: 乙, weight: 50 %}]}"
    assert "weight: 60 %" in fix(of_way(tmp_path, "K013", way).message, "zh")


def test_a_term_is_named_as_the_programme_calls_it(tmp_path: Path) -> None:
    terms = BASE.replace("id: spring", "id: first").replace("id: autumn", "id: second")
    terms = terms.replace("term: autumn", "term: second")
    paper = (
        "submissions: [{pairing: one, type: annual-summary, from: 乙小学, received: 2020-08-05}]\n"
    )
    write(tmp_path, {"programme.yaml": terms, "papers.yaml": paper})
    said = [each for each in all_findings(tmp_path, date(2020, 12, 31))[1] if each.code == "T011"]
    assert fix(said[0].message, "zh") == "请写明属于哪个学期，例如 term: first。"


def test_a_third_is_said_as_a_decimal(tmp_path: Path) -> None:
    way = "raters: {raters: [{by: 甲, weight: 100 %}], self_by: 自评, differs_over: 10 %}"
    given = [("甲老师", "甲", 5), ("乙老师", "甲", 5), ("丙老师", "甲", 6), ("丁老师", "自评", 9)]
    ratings = "ratings:\n" + "".join(
        f"  - {{id: r-{who}, item: task, pairing: one, points: {points}, by: {who}, as: {side}, "
        "date: 2020-12-01}\n"
        for who, side, points in given
    )
    said = found(tmp_path, "J013", rubric=RUBRIC.replace("WAY", way), ratings=ratings)
    assert "评分 5.33 分" in text(said.message, "zh")
