"""Cases 17, 19 and 27: no floor, grade bounds, self-ratings, gates, minimums; worked out by hand.

The sums stand in the programmes' own comments; here is what the tool makes of them.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from pairing_cli.messages import text
from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit
from pairing_cli.score import score
from tests.command import pairing
from tests.programmes import HERE, all_findings, counter, node, placed, write

FOLDER = HERE / "cases" / "rubrics"
OVER = {
    "17-households": date(2013, 1, 10),
    "19-village-teams": date(2021, 1, 10),
    "../../../examples/quality-labels-2021": date(2021, 8, 1),
}


@cache
def units(name: str, rubric: str) -> dict[str, ScoreUnit]:
    return {each.pairing: each for each in scored_by(FOLDER / name, OVER[name], rubric).units}


def scored_by(root: Path, as_of: date, rubric: str) -> ScoreSheet:
    measures = counter(root, as_of)
    found = measures.view.repository.rubrics.find(rubric)
    assert found is not None
    return score(measures, found)


def points(found: ScoreNode) -> tuple[Fraction, ...]:
    assert found.earned + found.lost + found.open == found.maximum
    return found.earned, found.lost, found.open


def exact(*texts: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(each) for each in texts)


def said(found: ScoreNode) -> str:
    return text(found.reason, "zh")


def title(found: ScoreNode) -> str:
    return found.title if isinstance(found.title, str) else text(found.title, "zh")


@pytest.mark.parametrize("name", sorted(OVER))
def test_the_programmes_are_clean(name: str) -> None:
    _, found = all_findings(FOLDER / name, OVER[name])
    flagged = [("J013", "log.yaml:5:63")] if name == "19-village-teams" else []
    assert [(each.code, placed(FOLDER / name, each)) for each in found] == flagged


def test_case_17_an_item_without_floor_takes_its_section_below_zero_and_says_so() -> None:
    root = units("17-households", "households")["example"].node
    assert points(node(root, "leading-group")) == exact("5", "1", "0")
    assert points(node(root, "leading-plan")) == exact("0", "6", "0")
    assert points(node(root, "leading-inspection")) == exact("1.5", "4.5", "0")
    assert points(node(root, "ten-systems")) == exact("9.6", "2.4", "0")
    assert points(node(root, "linked")) == exact("-10", "15", "0")
    assert points(node(root, "cards")) == exact("0", "10", "0")
    assert points(node(root, "service")) == exact("-10", "25", "0")
    assert points(root) == exact("6.1", "38.9", "0")
    for name in ("linked", "service"):
        assert said(node(root, name)) == "不保底，扣成 -10 分"
    assert title(node(root, "cards/floor")) == "扣到 0 为止"


def test_case_17_what_is_done_too_much_earns_nothing() -> None:
    assert points(units("17-households", "households")["next"].node) == exact("45", "0", "0")


def test_case_19_scores_and_grades() -> None:
    found = units("19-village-teams", "teams")
    grades = {key: (each.grade.title, each.grade.open) for key, each in found.items() if each.grade}
    assert grades == {
        "a": ("优秀", False),
        "b": ("良好", False),
        "c": ("较差", False),
        "d": ("一般", True),
    }
    assert {key: each.node.earned for key, each in found.items()} == {
        "a": Fraction(93),
        "b": Fraction("80.5"),
        "c": Fraction(52),
        "d": Fraction(78),
    }
    assert found["d"].node.open == 20
    best, worst = found["a"].grade, found["c"].grade
    assert best is not None and best.consequence == "可有1名干部年度考核优秀"
    assert worst is not None and worst.consequence == "全体成员年度考核较差"


def test_case_19_a_self_rating_more_than_a_tenth_apart_is_flagged_and_does_not_count() -> None:
    root = units("19-village-teams", "teams")["a"].node
    assert said(node(root, "party")) == "自评 19，评分 18"
    assert said(node(root, "industry")) == "自评 28，评分 25，相差 12%，须复核"
    assert points(node(root, "industry")) == exact("25", "5", "0")


PRINTED = """
      - {title: 优秀, at_least: 90}
      - {title: 良好, at_least: 81, up_to: 90}
      - {title: 一般, at_least: 60, up_to: 80}
      - {title: 较差, below: 60}
"""


def changed(tmp_path: Path, name: str, before: str, after: str) -> Path:
    files = {path.name: path.read_text("utf-8") for path in (FOLDER / name).iterdir()}
    start = files["programme.yaml"].index(before)
    files["programme.yaml"] = files["programme.yaml"][:start] + after
    return write(tmp_path, files)


def test_case_19_the_grades_as_printed_are_refused_at_both_places(tmp_path: Path) -> None:
    root = changed(tmp_path, "19-village-teams", "    grades:\n", "    grades:" + PRINTED)
    _, found = all_findings(root, OVER["19-village-teams"])
    start = len((root / "programme.yaml").read_text("utf-8").splitlines()) - 3
    assert {(each.code, placed(root, each)) for each in found} == {
        ("K011", f"programme.yaml:{start}:9"),
        ("K011", f"programme.yaml:{start + 1}:9"),
        ("J013", "log.yaml:5:63"),
    }
    out = pairing("validate", root, "--lang", "en", "--as-of", "2021-01-10", "-f", "concise").out
    assert f"“优秀” and “良好” at {root / 'programme.yaml'}:{start + 1} overlap at 90" in out
    assert f"“良好” and “一般” at {root / 'programme.yaml'}:{start + 2} there is a gap at 80" in out


def test_case_19_a_survey_of_nine_homes_is_too_small(tmp_path: Path) -> None:
    files = {path.name: path.read_text("utf-8") for path in (FOLDER / "19-village-teams").iterdir()}
    text_ = files["programme.yaml"].replace("respondents: 10,", "respondents: 9,")
    root = write(tmp_path, {**files, "programme.yaml": text_})
    _, found = all_findings(root, OVER["19-village-teams"])
    assert [each.code for each in found] == ["J011", "J013"]


LABELS = {
    # total, grade, whether it is open, what it goes by, gates that closed
    "Ana": ("21", "label", False, "total", []),
    "Ben": ("21.5", "no label", False, "needs", []),
    "Cem": ("24", "no label", False, "gate", ["collaborated-no"]),
    "Dana": ("24", "label", True, "total", []),
    "Eva": ("20", "no label", True, "needs", []),
}


@pytest.mark.parametrize("who", LABELS)
def test_case_27_gate_and_minimums_whatever_the_total(who: str) -> None:
    found = units("../../../examples/quality-labels-2021", "label")[who]
    assert found.grade is not None
    total, title, is_open, by, gates = LABELS[who]
    assert found.node.earned == Fraction(total)
    assert (found.grade.title, found.grade.open, found.grade.by) == (title, is_open, by)
    assert [gate.id for gate in found.gates] == gates


def test_case_27_the_first_four_applications_count() -> None:
    found = units("../../../examples/quality-labels-2021", "applications")
    counted = {key: each.node.earned for key, each in found.items()}
    assert counted == {"Ana": 4, "Ben": 3, "Cem": 0, "Dana": 0, "Eva": 0}


SMALL = """
programme: {id: t, title: 示例, period: 2024-01-01 to 2024-12-31}
organizations: [{title: 甲校}, {title: 乙校}]
pairings: [{id: x, helper: 甲校, helped: 乙校}]
activity_kinds: [{id: visit, title: 访}]
figures:
  - {id: rate, title: 率, values: [{value: 97, date: 2024-06-01, source: 年报, pairing: x}]}
  - {id: mean, title: 县均, values: [{value: 96, date: 2024-06-01, source: 年报}]}
  - {id: staff, title: 教师, values: [{value: 40, date: 2024-01-01, source: 名册, pairing: x}]}
rubrics:
  - id: r
    title: 细则
    full_marks: 30
    sections:
      - id: all
        title: 各项
        items:
          - id: above
            title: 比县均
            points: 10
            deducts: [{title: 低, figure: rate, minus: mean, below: 2, each: 3}]
          - {id: against, title: 达县均, points: 10, ratio: {figure: rate, target_figure: mean}}
          - id: by
            title: 随另一项
            points: 10
            bands: {item: above, table: [{at_least: 7, points: 10}, {below: 7, points: 0}]}
    gates:
      - {id: none, title: 没有走访, when: {count: activities, of: {kind: visit}, at_most: 0}, fails: true}
      - id: part
        title: 走访太少
        when: {count: activities, of: {kind: visit}, share_of: staff, at_most: 5 %}
        zeroes: by
    grades: [{title: 合格, at_least: 10}, {title: 不合格, below: 10}]
activities: [{id: v, pairing: x, kind: visit, date: 2024-03-01}]
"""


def small(tmp_path: Path, as_of: date, text_: str = SMALL) -> ScoreUnit:
    return scored_by(write(tmp_path, {"programme.yaml": text_}), as_of, "r").units[0]


def test_a_figure_of_nobody_in_particular_is_compared_with_by_everybody(tmp_path: Path) -> None:
    found = small(tmp_path, date(2024, 7, 1))
    assert points(node(found.node, "above")) == exact("7", "3", "0")
    assert points(node(found.node, "against")) == exact("10", "0", "0")
    shown = title(node(found.node, "above/deduct-1"))
    assert shown == "低：率 97（年报），减去 县均 96（年报）：1，应有 2"


def test_another_items_points_are_final_once_nothing_of_them_is_open(tmp_path: Path) -> None:
    found = small(tmp_path, date(2024, 7, 1))
    assert points(node(found.node, "by")) == exact("10", "0", "0")
    waiting = SMALL.replace("value: 97, date: 2024-06-01", "value: 97, date: 2024-09-01")
    assert points(node(small(tmp_path, date(2024, 7, 1), waiting).node, "by")) == exact(
        "0", "0", "10"
    )


def test_no_more_than_closes_a_gate_only_when_no_more_can_come(tmp_path: Path) -> None:
    nobody = SMALL.replace("date: 2024-03-01}]", "date: 2024-11-01}]")
    early = small(tmp_path, date(2024, 7, 1), nobody)
    assert (early.gates, early.grade and early.grade.open) == ((), True)
    late = small(tmp_path, date(2025, 1, 1))
    assert [gate.id for gate in late.gates] == ["part"]
    assert points(node(late.node, "by")) == exact("0", "10", "0")
    assert text(late.gates[0].note, "zh") == "1 次，占 教师 40（名册） 的 2.5%"
    never = SMALL.replace("date: 2024-03-01}]", "date: 2025-03-01}]")
    failed = small(tmp_path, date(2025, 1, 1), never)
    assert failed.grade is not None
    assert (failed.grade.title, failed.grade.by, failed.grade.open) == ("不合格", "gate", False)


def test_a_person_is_chosen_by_name() -> None:
    asked = (
        FOLDER / "../../../examples/quality-labels-2021",
        "--rubric",
        "label",
        "--as-of",
        "2021-08-01",
    )
    ran = pairing("score", *asked, "--pairing", "Dana", "--lang", "en")
    assert ran.code == 0
    assert "grade: label (not settled) (by the total)" in ran.out
    refused = pairing("score", *asked, "--pairing", "project", "--lang", "en")
    assert refused.code == 2
    assert "does not assess “project”; there are: Ana, Ben, Cem, Dana, Eva" in refused.err


HELD = """
programme: {id: t, title: 示例, period: 2024-01-01 to 2024-12-31}
organizations: [{title: 甲校}, {title: 乙校}]
people: [{name: 甲师, organization: 甲校}, {name: 丙师, organization: 甲校}]
pairings: [{id: x, helper: 甲校, helped: 乙校}]
activity_kinds: [{id: absence, title: 缺席}]
rubrics:
  - id: r
    title: 细则
    full_marks: 20
    sections:
      - id: held
        title: 本部分扣完为止
        floor: 0
        items:
          - id: first
            title: 缺席
            points: 5
            floor: none
            deducts: [{title: 缺席, count: activities, of: {kind: absence}, each: 4}]
          - {id: other, title: 其余, points: 5, rating: {by: 局}}
      - id: free
        title: 不保底
        items:
          - id: second
            title: 再扣
            points: 10
            floor: none
            deducts: [{title: 缺席, count: activities, of: {kind: absence}, each: 7}]
  - id: p
    title: 个人
    unit: person
    full_marks: 5
    sections:
      - id: all
        title: 各项
        items:
          - id: honest
            title: 诚信
            points: 5
            deducts: [{title: 弄虚作假, findings: falsified, each: 5}]
ratings: [{id: o, item: other, pairing: x, points: 2, by: 局, date: 2024-06-01}]
activities:
  - {id: a1, pairing: x, kind: absence, date: 2024-03-01, participants: [{from: 甲校, name: 甲师}]}
  - {id: a2, pairing: x, kind: absence, date: 2024-03-02}
  - {id: a3, pairing: x, kind: absence, date: 2024-03-03}
findings:
  - id: f
    verdict: falsified
    activity: a1
    date: 2024-05-01
    by: 检查
    decisions: [{date: 2024-05-02, status: upheld, by: 局}]
"""


def test_a_floor_holds_for_the_section_or_the_total_that_states_it(tmp_path: Path) -> None:
    # first 5 - 8 = -3, other 2: -1, held at 0; second 10 - 14 = -4, no floor; together -4.
    found = small(tmp_path, date(2025, 1, 1), HELD).node
    assert points(node(found, "first")) == exact("-3", "8", "0")
    assert points(node(found, "held/floor")) == exact("1", "-1", "0")
    assert points(node(found, "held")) == exact("0", "10", "0")
    assert points(node(found, "free")) == exact("-4", "14", "0")
    assert points(found) == exact("-4", "24", "0")
    assert said(found) == "不保底，扣成 -4 分"
    total = HELD.replace("full_marks: 20", "full_marks: 20\n    floor: 0")
    assert points(small(tmp_path, date(2025, 1, 1), total).node) == exact("0", "20", "0")


def test_a_finding_is_about_the_person_who_took_part(tmp_path: Path) -> None:
    root = write(tmp_path, {"programme.yaml": HELD})
    found = scored_by(root, date(2025, 1, 1), "p").units
    assert {each.pairing: each.node.earned for each in found} == {"甲师": 0, "丙师": 5}
