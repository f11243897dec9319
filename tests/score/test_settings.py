"""Settings that belong to every way: caps over several items, variants, terms, other rubrics, no floor.

One programme with two schools in each of two pairings, when the year is over; every sum is worked out
beside what it is for.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pairing_cli.messages import text
from pairing_cli.model.results import ScoreNode, ScoreUnit, State
from tests.command import pairing
from tests.programmes import all_findings, node, write
from tests.score.test_gates import exact, points, scored_by, title

OVER = date(2025, 1, 10)
PROGRAMME = """\
programme:
  id: settings
  title: 设置
  status: final
  period: 2024-03-01 to 2024-12-31
  terms:
    - {id: spring, title: 春学期, period: 2024-03-01 to 2024-07-10}
    - {id: autumn, title: 秋学期, period: 2024-09-01 to 2024-12-31}
organizations:
  - {title: 甲中学, stage: junior, side: helper}
  - {title: 乙小学, stage: primary, side: helped}
  - {title: 丙小学, stage: primary, side: helper}
  - {title: 丁小学, stage: primary, side: helped}
pairings:
  - {id: one, helper: 甲中学, helped: 乙小学, responsible: [{name: 甲校长, organization: 甲中学}]}
  - {id: two, helper: 丙小学, helped: 丁小学, responsible: [{name: 丙校长, organization: 丙小学}]}
activity_kinds: [{id: visit, title: 走访, direction: helper-to-helped}]
"""
LOG = """\
activities:
  - {id: v1, pairing: one, kind: visit, date: 2024-04-01, at: 乙小学, participants: [{from: 甲中学, count: 2}]}
  - {id: v2, pairing: one, kind: visit, date: 2024-05-01, at: 乙小学, participants: [{from: 甲中学, count: 2}]}
  - {id: v3, pairing: two, kind: visit, date: 2024-06-03}
  - {id: v4, pairing: two, kind: visit, date: 2024-10-08}
  - {id: v5, pairing: two, kind: visit, date: 2024-11-05}
"""


def rubric(
    items: str, *, full: int, more: str = "", section: str = "", unit: str = "pairing"
) -> str:
    """A rubric of one section, with what else it states."""
    lines = "".join(f"          {line}\n" for line in items.strip().splitlines())
    return (
        f"rubrics:\n  - id: r\n    title: 细则\n    unit: {unit}\n    full_marks: {full}\n{more}"
        f"    sections:\n      - id: all\n        title: 各项\n{section}        items:\n{lines}"
    )


def of(tmp_path: Path, unit: str, scheme: str, log: str = "", as_of: date = OVER) -> ScoreUnit:
    """A unit's score under the rubric ``r``; the programme has no findings."""
    files = {"programme.yaml": PROGRAMME, "log.yaml": LOG, "rubric.yaml": scheme, "more.yaml": log}
    root = write(tmp_path, {name: content for name, content in files.items() if content})
    _, found = all_findings(root, as_of)
    assert [(each.code, each.message.facts) for each in found if each.severity == "error"] == []
    return next(each for each in scored_by(root, as_of, "r").units if each.pairing == unit)


def rows(found: ScoreUnit) -> list[ScoreNode]:
    return [each for section in found.node.children for each in section.children]


BONUS = """
- {id: basic, title: 基础, points: 10, done: {count: activities, at_least: 1}}
- {id: prize, title: 获奖, bonus: 5, adds: [{title: 走访, count: activities, each: 2}]}
- {id: news, title: 报道, bonus: 5, adds: [{title: 走访, count: activities, each: 2}]}
"""


def test_the_bonus_of_a_section_is_capped_over_its_items(tmp_path: Path) -> None:
    """Each of two items adds 4 of 5; together at most 6: the row takes 2 off what was earned."""
    scheme = rubric(BONUS, full=10, section="        bonus_at_most: 6\n")
    found = of(tmp_path, "one", scheme)
    cap = node(found.node, "all/bonus-cap")
    assert title(cap) == "加分合计最多 6 分"
    assert (cap.maximum, cap.earned, cap.lost, cap.open) == exact("-4", "-2", "-2", "0")
    assert points(found.node) == exact("16", "0", "0")
    assert found.bonus_earned == 6
    assert found.main.maximum == 10


def test_a_total_is_capped_at_the_expense_of_the_bonus(tmp_path: Path) -> None:
    """10 and a bonus of 8 come to 18; the total may be 12."""
    found = of(tmp_path, "one", rubric(BONUS, full=10, more="    at_most: 12\n"))
    assert points(found.node) == exact("12", "0", "0")
    assert (found.main.earned, found.bonus_earned) == exact("10", "2")


def test_what_a_cap_cannot_hold_any_more_is_neither_open_nor_lost(tmp_path: Path) -> None:
    """On 1 May two visits have added 4 and 4 of a bonus of at most 8: 1 and 1 more would be too much."""
    scheme = rubric(BONUS, full=10, section="        bonus_at_most: 8\n")
    found = of(tmp_path, "one", scheme, as_of=date(2024, 5, 1))
    assert found.bonus is not None
    assert points(found.bonus) == exact("8", "0", "0")


VARIANTS = """
- {id: visits, title: 走访, points: 6, done: {count: activities, at_least: 1}}
- {id: giving, title: 送出去, points: 4, only_for: {side: helper}, done: {count: activities, at_least: 9}}
- {id: taking, title: 请进来, points: 4, only_for: {side: helped}, done: {count: activities, at_least: 1}}
"""


def test_each_side_is_asked_for_its_own_items(tmp_path: Path) -> None:
    scheme = rubric(VARIANTS, full=10, unit="school")
    helper = of(tmp_path / "a", "甲中学", scheme)
    helped = of(tmp_path / "b", "乙小学", scheme)
    assert [row.id for row in rows(helper)] == ["visits", "giving"]
    assert [row.id for row in rows(helped)] == ["visits", "taking"]
    assert points(helper.node) == exact("6", "4", "0")
    assert points(helped.node) == exact("10", "0", "0")


def test_the_points_of_an_item_that_is_not_asked_are_shared_by_the_others(tmp_path: Path) -> None:
    """6 and 2 are left of 10: they become 7.5 and 2.5."""
    scheme = rubric(
        """
- {id: visits, title: 走访, points: 6, done: {count: activities, at_least: 1}}
- {id: often, title: 常走访, points: 2, done: {count: activities, at_least: 9}}
- {id: primary, title: 小学, points: 2, otherwise: shared,
   only_for: {stage: primary}, done: {count: activities, at_least: 1}}
""",
        full=10,
        unit="school",
    )
    found = of(tmp_path, "甲中学", scheme)
    assert points(node(found.node, "visits")) == exact("7.5", "0", "0")
    assert points(node(found.node, "often")) == exact("0", "2.5", "0")
    assert node(found.node, "primary").state is State.NOT_APPLICABLE
    assert text(node(found.node, "primary").reason, "zh") == "不适用，分值由其余各项分摊"


def test_pairings_are_told_apart_by_the_stages_of_their_schools(tmp_path: Path) -> None:
    items = """
- {id: any, title: 各段, points: 5, done: {count: activities, at_least: 1}}
- {id: junior, title: 初中, points: 5, only_for: {stage: junior}, done: {count: activities, at_least: 2}}
- {id: others, title: 其他, points: 5, otherwise: shared,
   only_for: [{stage: senior}, {level: area}], rating: {by: 局}}
- {id: primary, title: 小学, points: 5, otherwise: shared,
   only_for: {stage: primary}, done: {count: activities, at_least: 1}}
"""
    scheme = rubric(items, full=20).replace("{stage: junior}", "{stage: junior}, otherwise: shared")
    one, two = of(tmp_path / "a", "one", scheme), of(tmp_path / "b", "two", scheme)
    states = {row.id for row in rows(one) if row.state is State.NOT_APPLICABLE}
    assert states == {"others"}
    assert {row.id for row in rows(two) if row.maximum == 0} == {"junior", "others"}
    assert one.node.earned == two.node.earned == 20


def test_levels_and_raters_by_term_share_the_points(tmp_path: Path) -> None:
    """德 8 points: 4 a term, spring 良 3, autumn not yet given. 评 10: 5 a term, 60 % of 4 and 40 % of 5."""
    items = """
- {id: conduct, title: 德, points: 8, levels: {by: 校, per: term, table: {优: 4, 良: 3, 差: 0}}}
- id: rated
  title: 评
  points: 10
  raters: {per: term, self_by: 自, differs_over: 10 %, raters: [{by: 站, weight: 60 %}, {by: 局, weight: 40 %}]}
"""
    log = """\
ratings:
  - {id: c1, item: conduct, pairing: one, term: spring, level: 良, by: 校, date: 2024-07-01}
  - {id: r1, item: rated, pairing: one, term: autumn, points: 4, by: 站, date: 2024-12-20}
  - {id: r2, item: rated, pairing: one, term: autumn, points: 5, by: 局, date: 2024-12-20}
  - {id: r3, item: rated, pairing: one, term: autumn, points: 5, by: 自, date: 2024-12-20}
"""
    found = of(tmp_path, "one", rubric(items, full=18), log)
    assert points(node(found.node, "conduct/spring")) == exact("3", "1", "0")
    assert points(node(found.node, "conduct/autumn")) == exact("0", "0", "4")
    assert points(node(found.node, "rated/spring")) == exact("0", "0", "5")
    assert points(node(found.node, "rated/autumn")) == exact("4.4", "0.6", "0")
    assert "自评 5，评分 4.4" in text(node(found.node, "rated/autumn").reason, "zh")


def test_places_are_given_in_every_term(tmp_path: Path) -> None:
    """Spring 2 to 1, autumn 0 to 2: first place 3 of 3, second place 1."""
    items = (
        "- {id: place, title: 名次, points: 6, rank: {count: activities, per: term, table: [6, 2]}}"
    )
    one = of(tmp_path / "a", "one", rubric(items, full=6))
    two = of(tmp_path / "b", "two", rubric(items, full=6))
    assert [points(leaf) for leaf in node(one.node, "place").children] == [
        exact("3", "0", "0"),
        exact("1", "2", "0"),
    ]
    assert points(node(two.node, "place")) == exact("4", "2", "0")


def test_bands_and_levels_may_take_points(tmp_path: Path) -> None:
    """Two visits cost 2 of a penalty; unsigned costs 5; the bureau takes 1.5; below 3 visits −4 of 5."""
    items = """
- {id: base, title: 基础, points: 10, done: {count: activities, at_least: 1}}
- {id: few, title: 走访少, penalty: 5, bands: {count: activities, table: [
    {below: 1, points: -5}, {at_least: 1, below: 3, points: -2}, {at_least: 3, points: 0}]}}
- {id: signed, title: 协议, penalty: 5, levels: {by: 局, table: {规范: 0, 不规范: -2, 未签订: -5}}}
- {id: order, title: 酌情, penalty: 3, rating: {by: 局}}
- {id: waiting, title: 待评, penalty: 3, rating: {by: 局}}
- {id: both, title: 双向, bonus: 5, floor: none, bands: {count: activities, table: [
    {below: 3, points: -4}, {at_least: 3, points: 5}]}}
"""
    log = """\
ratings:
  - {id: s1, item: signed, pairing: one, level: 未签订, by: 局, date: 2024-12-01}
  - {id: o1, item: order, pairing: one, points: 1.5, by: 局, date: 2024-12-01}
"""
    found = of(tmp_path, "one", rubric(items, full=10), log)
    assert points(node(found.node, "few")) == exact("-2", "2", "0")
    assert points(node(found.node, "signed")) == exact("-5", "5", "0")
    assert points(node(found.node, "order")) == exact("-1.5", "1.5", "0")
    assert points(node(found.node, "waiting")) == exact("0", "0", "0")
    assert node(found.node, "waiting").state is State.AWAITING
    assert points(node(found.node, "both")) == exact("-4", "9", "0")
    assert found.node.earned == Fraction("-2.5")


def test_a_gate_may_set_everything_to_zero(tmp_path: Path) -> None:
    gate = "    gates: [{id: veto, title: 一票否决, when: {count: activities, at_least: 3}, zeroes: all}]\n"
    items = "- {id: base, title: 基础, points: 10, done: {count: activities, at_least: 1}}"
    assert of(tmp_path / "a", "one", rubric(items, full=10, more=gate)).node.earned == 10
    assert of(tmp_path / "b", "two", rubric(items, full=10, more=gate)).node.earned == 0


def test_a_floor_may_be_any_number_of_points(tmp_path: Path) -> None:
    """Three visits at 4 each take 12: an item keeps 5, another falls to −1, two parts together keep 2."""
    items = """
- {id: kept, title: 保底, points: 10, floor: 5, deducts: [{title: 走访, count: activities, each: 4}]}
- {id: below, title: 倒欠, points: 10, floor: -1, deducts: [{title: 走访, count: activities, each: 4}]}
- id: parts
  title: 两部分
  points: 10
  floor: 2
  parts:
    - {id: p1, title: 甲, points: 5, floor: none, deducts: [{title: 走访, count: activities, each: 4}]}
    - {id: p2, title: 乙, points: 5, floor: none, deducts: [{title: 走访, count: activities, each: 4}]}
"""
    found = of(tmp_path, "two", rubric(items, full=30))
    assert points(node(found.node, "kept")) == exact("5", "5", "0")
    assert points(node(found.node, "below")) == exact("-1", "11", "0")
    assert points(node(found.node, "parts")) == exact("2", "8", "0")


SCHOOLS = """\
rubrics:
  - id: schools
    title: 学校考核
    unit: school
    full_marks: 10
    sections:
      - id: s
        title: 各项
        items: [{id: mark, title: 评分, points: 10, rating: {by: 局}}]
  - id: r
    title: 结对考核
    full_marks: 30
    sections:
      - id: all
        title: 各项
        items:
          - {id: mean, title: 两校平均, points: 20, ratio: {rubric: schools, target: 10}}
          - {id: mark, title: 评分, points: 10, rating: {by: 局}}
"""


def test_a_pairing_goes_by_the_mean_of_its_schools(tmp_path: Path) -> None:
    """9 and 6 make 7.5 of 10: 15 of 20. The item 评分 of both rubrics is told apart by whom it rates."""
    log = """\
ratings:
  - {id: a, item: mark, organization: 甲中学, points: 9, by: 局, date: 2024-12-01}
  - {id: b, item: mark, organization: 乙小学, points: 6, by: 局, date: 2024-12-01}
  - {id: c, item: mark, pairing: one, points: 4, by: 局, date: 2024-12-01}
"""
    found = of(tmp_path, "one", SCHOOLS, log)
    assert points(node(found.node, "mean")) == exact("15", "5", "0")
    assert title(node(found.node, "mean/1")) == "学校考核：2 个得分的平均 7.5"
    assert points(node(found.node, "mark")) == exact("4", "6", "0")


def test_a_mean_is_open_while_a_school_is(tmp_path: Path) -> None:
    log = "ratings: [{id: a, item: mark, organization: 甲中学, points: 9, by: 局, date: 2024-12-01}]\n"
    found = of(tmp_path, "one", SCHOOLS, log)
    assert points(node(found.node, "mean")) == exact("9", "0", "11")


@pytest.mark.parametrize(
    ("scope", "pieces"),
    [
        ("half-year", ["2024-H1", "2024-H2"]),
        ("school-year", ["2023-2024", "2024-2025"]),
        ("quarter", ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
    ],
)
def test_a_measure_is_reckoned_for_each_half_year_or_school_year(
    tmp_path: Path, scope: str, pieces: list[str]
) -> None:
    items = f"- {{id: v, title: 走访, points: 12, done: {{count: activities, per: {scope}, at_least: 1}}}}"
    found = node(of(tmp_path, "one", rubric(items, full=12)).node, "v")
    assert [title(leaf).split(" ")[0] for leaf in found.children] == pieces
    share = Fraction(12, len(pieces))
    assert found.earned == share


def test_a_target_by_figure_is_that_of_the_term(tmp_path: Path) -> None:
    """Asked 2 in spring and 4 in autumn; two held in spring, none in autumn."""
    items = "- {id: v, title: 走访, points: 10, ratio: {count: activities, per: term, target_figure: asked}}"
    log = """\
figures:
  - id: asked
    title: 应走访
    values:
      - {pairing: one, term: spring, value: 2, source: 计划, date: 2024-03-01}
      - {pairing: one, term: autumn, value: 4, source: 计划, date: 2024-09-01}
"""
    found = of(tmp_path, "one", rubric(items, full=10), log)
    assert [points(leaf) for leaf in node(found.node, "v").children] == [
        exact("5", "0", "0"),
        exact("0", "5", "0"),
    ]


LATE = """
- id: papers
  title: 资料
  points: 12
  requires:
    - due: 2024-06-30
      late: {each_day: 0.5, up_to: 8}
      documents: [{type: plan, from: helper}, {type: report, from: helper}, {type: list, from: helper}]
    - due: 2024-06-30
      late: {share: 50 %}
      documents: [{type: photo, from: helper}]
"""
PAPERS = """\
document_types: [{id: plan, title: 计划}, {id: report, title: 报告}, {id: list, title: 清单}, {id: photo, title: 照片}]
submissions:
  - {pairing: one, type: plan, received: 2024-07-03, from: 甲中学}
  - {pairing: one, type: report, received: 2024-07-09, from: 甲中学}
  - {pairing: one, type: list, received: 2024-07-08, from: 甲中学}
  - {pairing: one, type: photo, received: 2024-12-01, from: 甲中学}
"""


def test_a_late_paper_loses_so_much_a_day_or_a_share(tmp_path: Path) -> None:
    """3 points each: 3 days late leave 1.5; 9 are too many; 8 days would take 4 of 3; half of 3 is 1.5."""
    found = of(tmp_path, "one", rubric(LATE, full=12), PAPERS)
    leaves = {leaf.id.split("/")[-1]: leaf for leaf in node(found.node, "papers").leaves()}
    assert points(leaves["1-plan@helper"]) == exact("1.5", "1.5", "0")
    assert points(leaves["2-report@helper"]) == exact("0", "3", "0")
    assert points(leaves["3-list@helper"]) == exact("0", "3", "0")
    assert points(leaves["1-photo@helper"]) == exact("1.5", "1.5", "0")
    assert text(leaves["1-plan@helper"].reason, "zh") == (
        "2024-06-30 前应报送，2024-07-03 收到，迟 3 天，扣 1.5 分"
    )


def test_late_points_are_converted_with_their_section(tmp_path: Path) -> None:
    """Of 24 points in a section converted from 12, a day costs 1: 3 days leave 3 of 6."""
    section = "        points: 24\n        out_of: 12\n"
    found = of(tmp_path, "one", rubric(LATE, full=24, section=section), PAPERS)
    leaf = next(each for each in found.node.leaves() if each.id.endswith("1-plan@helper"))
    assert points(leaf) == exact("3", "3", "0")


def test_an_activity_whose_papers_came_late_was_held_where_late_papers_earn(tmp_path: Path) -> None:
    items = """
- id: visits
  title: 走访
  points: 4
  requires:
    - activities: {of: {kind: visit}}
      due: 3 days after the activity
      late: {share: 50 %}
      documents: [{type: plan, from: helper}]
"""
    log = """\
document_types: [{id: plan, title: 计划}]
activities:
  - id: late
    pairing: one
    kind: visit
    date: 2024-03-04
    documents: [{type: plan, received: 2024-03-20, from: 甲中学}]
"""
    found = of(tmp_path, "one", rubric(items, full=4), log)
    assert points(node(found.node, "visits")) == exact("2", "2", "0")


def test_all_or_nothing_each_time(tmp_path: Path) -> None:
    """Two visits in spring and none in autumn: half, or nothing at all."""
    items = """
- {id: half, title: 各占一半, points: 10, done: {count: activities, per: term, at_least: 1}}
- {id: every, title: 缺一不可, points: 10, done: {count: activities, per: term, at_least: 1, every: true}}
"""
    one, two = (of(tmp_path / name, name, rubric(items, full=20)).node for name in ("one", "two"))
    assert points(node(one, "half")) == exact("5", "5", "0")
    assert points(node(one, "every")) == exact("0", "10", "0")
    assert points(node(two, "every")) == exact("10", "0", "0")


def test_what_is_lost_in_one_term_is_lost_at_once_where_every_term_counts(tmp_path: Path) -> None:
    items = "- {id: every, title: 缺一, points: 10, done: {count: activities, of: {kind: visit}, per: term, at_least: 3, every: true}}"
    assert points(of(tmp_path, "one", rubric(items, full=10), as_of=date(2024, 8, 1)).node) == (
        exact("0", "10", "0")
    )


def test_only_some_months_a_period_and_a_cap_each_time(tmp_path: Path) -> None:
    """Of April, May, June only June lacks a visit: −1. In spring 2 visits cost 3 each, at most 4 a term."""
    items = """
- {id: months, title: 每月, points: 10, deducts: [{title: 缺, count: activities, per: month, months: [2024-04, 2024-05, 2024-06], below: 1, each: 1}]}
- {id: period, title: 五月, points: 10, done: {count: activities, period: 2024-05-01 to 2024-05-31, at_least: 1}}
- {id: capped, title: 每学期封顶, points: 10, deducts: [{title: 次, count: activities, per: term, each: 3, at_most_each: 4}]}
"""
    one, two = (of(tmp_path / name, name, rubric(items, full=30)).node for name in ("one", "two"))
    assert points(node(one, "months")) == exact("9", "1", "0")
    assert points(node(one, "period")) == exact("10", "0", "0")
    assert points(node(two, "period")) == exact("0", "10", "0")
    assert points(node(one, "capped")) == exact("6", "4", "0")
    assert points(node(two, "capped")) == exact("3", "7", "0")  # 3 in spring, 4 of 6 in autumn


def test_part_of_a_step_may_count_whole(tmp_path: Path) -> None:
    """96.8 of 98 % lacks 1.2: one point, or two where a part counts whole."""
    items = """
- {id: down, title: 满1个, points: 5, deducts: [{title: 率, figure: rate, below: 98, each: 1}]}
- {id: up, title: 不足按1个, points: 5, deducts: [{title: 率, figure: rate, below: 98, each: 1, round_up: true}]}
"""
    log = "figures: [{id: rate, title: 率, values: [{pairing: one, value: 96.8, source: 年报, date: 2024-12-01}]}]\n"
    found = of(tmp_path, "one", rubric(items, full=10), log).node
    assert points(node(found, "down")) == exact("4", "1", "0")
    assert points(node(found, "up")) == exact("3", "2", "0")


def test_bounds_that_do_not_belong_to_what_is_asked(tmp_path: Path) -> None:
    """Two visits are at least 2 and not more than 2."""
    items = """
- {id: least, title: 至少2, points: 5, done: {count: activities, at_least: 2}}
- {id: above, title: 超过2, points: 5, done: {count: activities, above: 2}}
- {id: below, title: 少于2, points: 5, done: {count: activities, below: 2}}
- {id: most, title: 至多2, points: 5, done: {count: activities, at_most: 2}}
"""
    found = of(tmp_path, "one", rubric(items, full=20)).node
    earned = {name: node(found, name).earned for name in ("least", "above", "below", "most")}
    assert earned == {"least": 5, "above": 0, "below": 0, "most": 5}


GRADES = """\
    grades:
      - {title: 优秀, at_least: 9}
      - {title: 良好, at_least: 6, below: 9}
      - {title: 一般, below: 6}
"""


def test_a_gate_of_two_conditions_and_one_that_lowers_the_grade(tmp_path: Path) -> None:
    gates = """\
    gates:
      - {id: both, title: 同时, when: [{count: activities, at_least: 2}, {count: activities, at_least: 3}], fails: true}
      - {id: one-less, title: 降等, when: {count: activities, at_least: 2}, lowers_by: 1}
"""
    items = "- {id: v, title: 走访, points: 10, done: {count: activities, at_least: 1}}"
    scheme = rubric(items, full=10, more=gates + GRADES)
    one, two = (of(tmp_path / name, name, scheme).grade for name in ("one", "two"))
    assert one is not None and two is not None
    assert (one.title, one.by) == ("良好", "gate")
    assert two.title == "一般"


def test_ranks_and_shares_of_a_grade_within_classes(tmp_path: Path) -> None:
    """One is the only junior pairing and best of its class; 50 % of one is nobody excellent."""
    classes = """\
    classes: [{title: 初中, of: {stage: junior}}, {title: 小学, of: {stage: primary}}]
"""
    grades = GRADES.replace("at_least: 9}", "at_least: 9, at_most_share: 100 %}")
    items = "- {id: v, title: 走访, points: 10, ratio: {count: activities, target: 3}}"
    scheme = rubric(items, full=10, more=classes + grades)
    one, two = (of(tmp_path / name, name, scheme) for name in ("one", "two"))
    assert (one.among_class, one.rank, one.among) == ("初中", 1, 1)
    assert (two.among_class, two.rank, two.among) == ("小学", 1, 1)
    none = of(tmp_path / "x", "two", scheme.replace("100 %", "50 %"))
    assert none.grade is not None
    assert (none.grade.title, none.grade.by) == ("良好", "share")


def test_the_highest_and_the_lowest_rating_may_be_left_out(tmp_path: Path) -> None:
    """Of 2, 6, 7 and 10 the mean is 6.25, and 6.5 without 2 and 10."""
    items = """
- {id: any, title: 全部, points: 10, raters: {raters: [{by: 评委, weight: 100 %}]}}
- {id: trimmed, title: 去掉, points: 10, raters: {without_extremes: true, raters: [{by: 评委, weight: 100 %}]}}
"""
    log = "ratings:\n" + "".join(
        f"  - {{id: {item}{number}, item: {item}, pairing: one, points: {given}, by: 评委{number}, as: 评委, date: 2024-12-01}}\n"
        for item in ("any", "trimmed")
        for number, given in enumerate((2, 6, 7, 10))
    )
    found = of(tmp_path, "one", rubric(items, full=20), log).node
    assert node(found, "any").earned == Fraction("6.25")
    assert node(found, "trimmed").earned == Fraction("6.5")


def test_a_pairing_that_begins_in_autumn_is_asked_for_nothing_in_spring(tmp_path: Path) -> None:
    items = """
- {id: done, title: 每学期, points: 10, done: {count: activities, per: term, at_least: 1}}
- {id: papers, title: 资料, points: 10, requires: [{per: term, due: 10 days after the term, documents: [{type: plan, from: helper}]}]}
- {id: rated, title: 评分, points: 10, rating: {by: 局, per: term}}
"""
    log = """\
document_types: [{id: plan, title: 计划}]
pairings:
  - {id: late, helper: 丙小学, helped: 乙小学, period: 2024-09-01 to 2024-12-31, responsible: [{name: 丙校长, organization: 丙小学}]}
activities: [{id: v9, pairing: late, kind: visit, date: 2024-10-08}]
submissions: [{pairing: late, term: autumn, type: plan, received: 2024-12-30, from: 丙小学}]
ratings: [{id: r, item: rated, pairing: late, term: autumn, points: 5, by: 局, date: 2024-12-30}]
"""
    found = of(tmp_path, "late", rubric(items, full=30), log).node
    assert points(node(found, "done")) == exact("10", "0", "0")
    assert points(node(found, "papers")) == exact("10", "0", "0")
    assert points(node(found, "rated")) == exact("5", "5", "0")


def test_a_paper_that_came_after_a_term_while_it_was_due_belongs_to_that_term(
    tmp_path: Path,
) -> None:
    items = "- {id: papers, title: 资料, points: 10, requires: [{per: term, due: 80 days after the term, documents: [{type: plan, from: helper}]}]}"
    log = """\
document_types: [{id: plan, title: 计划}]
submissions:
  - {pairing: one, type: plan, received: 2024-09-05, from: 甲中学}
  - {pairing: one, type: plan, received: 2024-12-30, from: 甲中学}
"""
    assert of(tmp_path, "one", rubric(items, full=10), log).node.earned == 10


def test_an_item_that_is_counted_may_be_excused(tmp_path: Path) -> None:
    items = """
- {id: often, title: 常走访, points: 4, done: {count: activities, at_least: 9}}
- {id: visits, title: 走访, points: 6, done: {count: activities, at_least: 1}}
"""
    log = "waivers: [{id: w, pairing: one, item: often, excused: true, reason: 防汛, approved_by: 局, date: 2024-06-01}]\n"
    found = of(tmp_path, "one", rubric(items, full=10), log).node
    assert node(found, "often").state is State.NOT_APPLICABLE
    assert points(node(found, "visits")) == exact("10", "0", "0")


FALSE = """\
findings:
  - id: f
    verdict: falsified
    activity: v1
    date: 2024-06-01
    by: 走访
    decisions: [{date: 2024-06-10, status: upheld, by: 局}]
"""


def test_a_falsified_activity_zeroes_what_counts_it_unless_it_is_said_otherwise(
    tmp_path: Path,
) -> None:
    """Two visits, one false: nothing for the year; or one of two, where it is only not counted."""
    items = "- {id: v, title: 走访, points: 10, ratio: {count: activities, target: 2}}"
    assert of(tmp_path / "a", "one", rubric(items, full=10), FALSE).node.earned == 0
    root = tmp_path / "b"
    programme = PROGRAMME.replace(
        "  terms:\n", "  reporting: {falsified_zeroes: nothing}\n  terms:\n"
    )
    write(
        root,
        {"programme.yaml": programme, "log.yaml": LOG + FALSE, "r.yaml": rubric(items, full=10)},
    )
    units = scored_by(root, OVER, "r").units
    assert next(each for each in units if each.pairing == "one").node.earned == 5


def test_a_finding_may_be_about_a_pairing_a_school_or_a_person_as_a_whole(tmp_path: Path) -> None:
    items = "- {id: order, title: 规范, points: 10, deducts: [{title: 不规范, findings: irregular, each: 2}]}"
    log = """\
findings:
  - {id: f1, verdict: irregular, pairing: one, date: 2024-06-01, by: 巡查, decisions: [{date: 2024-06-10, status: upheld, by: 局}]}
  - {id: f2, verdict: irregular, organization: 甲中学, date: 2024-06-01, by: 巡查, decisions: [{date: 2024-06-10, status: upheld, by: 局}]}
"""
    assert of(tmp_path / "a", "one", rubric(items, full=10), log).node.earned == 8
    school = of(tmp_path / "b", "甲中学", rubric(items, full=10, unit="school"), log)
    assert school.node.earned == 8


def test_what_is_counted_and_still_open_is_a_task(tmp_path: Path) -> None:
    """On 1 May one visit of three is held: 4 of 6 points may still be earned until the year is over."""
    items = """
- {id: v, title: 走访, points: 6, ratio: {count: activities, target: 3}}
- {id: rate, title: 率, points: 4, done: {figure: rate, at_least: 5}}
"""
    log = "figures: [{id: rate, title: 率}]\n"
    of(tmp_path, "two", rubric(items, full=10), log, as_of=date(2024, 6, 10))
    asked = ("--as-of", "2024-06-10", "--pairing", "two", "--format", "json")
    out = pairing("todo", tmp_path, *asked).out
    tasks = json.loads(out)["tasks"]
    found = {each["id"]: (each["kind"], each["points"], each["due"]) for each in tasks}
    assert found["two/v/1"] == ("earn", "4.00", "2024-12-31")
    assert found["two/rate/1"] == ("judge", "4.00", "2024-12-31")


def test_the_floor_of_the_whole_holds_after_the_cap_on_bonus(tmp_path: Path) -> None:
    """−8 and two bonuses of 2, capped at 1: −7, and the total never falls below nothing."""
    items = """
- {id: sink, title: 扣, points: 10, floor: none, deducts: [{title: 少, count: activities, below: 5, each: 6}]}
- {id: b1, title: 加一, bonus: 2, adds: [{title: 次, count: activities, each: 1}]}
- {id: b2, title: 加二, bonus: 2, adds: [{title: 次, count: activities, each: 1}]}
"""
    more = "    floor: 0\n    bonus_at_most: 1\n"
    assert of(tmp_path, "one", rubric(items, full=10, more=more)).node.earned == 0


def test_zeroing_everything_leaves_nothing_below_it(tmp_path: Path) -> None:
    gate = "    gates: [{id: veto, title: 否决, when: {count: activities, at_least: 1}, zeroes: all}]\n"
    items = """
- {id: sink, title: 扣, points: 10, floor: none, deducts: [{title: 少, count: activities, below: 5, each: 6}]}
- {id: pen, title: 倒扣, penalty: 3, deducts: [{title: 次, count: activities, each: 1}]}
- {id: b, title: 加, bonus: 2, adds: [{title: 次, count: activities, each: 1}]}
"""
    assert of(tmp_path, "one", rubric(items, full=10, more=gate)).node.earned == 0


def test_what_goes_by_an_item_that_a_gate_zeroes_goes_by_nothing(tmp_path: Path) -> None:
    gate = "    gates: [{id: g, title: 零, when: {count: activities, at_least: 2}, zeroes: a}]\n"
    items = """
- {id: a, title: 走访, points: 10, done: {count: activities, at_least: 1}}
- {id: b, title: 另, points: 5, done: {item: a, at_least: 6}}
"""
    assert of(tmp_path, "one", rubric(items, full=15, more=gate)).node.earned == 0


def test_only_those_who_are_asked_have_a_place(tmp_path: Path) -> None:
    """The junior school has most, but is not asked: of the three primary ones the best is first."""
    items = """
- {id: place, title: 名次, points: 6, only_for: {stage: primary}, otherwise: shared, rank: {figure: homes, each_place: 2}}
- {id: base, title: 基础, points: 4, rating: {by: 局}}
"""
    log = "figures:\n  - id: homes\n    title: 户数\n    values:\n" + "".join(
        f"      - {{organization: {name}, value: {value}, source: 册, date: 2024-12-01}}\n"
        for name, value in (("甲中学", 9), ("乙小学", 8), ("丙小学", 7), ("丁小学", 6))
    )
    scheme = rubric(items, full=10, unit="school")
    found = {
        name: node(of(tmp_path / name, name, scheme, log).node, "place").earned
        for name in ("乙小学", "丙小学", "丁小学")
    }
    assert found == {"乙小学": 6, "丙小学": 4, "丁小学": 2}


def test_a_gate_of_every_term_and_two_that_lower_the_grade(tmp_path: Path) -> None:
    gates = """\
    gates:
      - {id: every, title: 每学期都有, when: {count: activities, per: term, at_least: 1, every: true}, fails: true}
      - {id: less, title: 降一, when: {count: activities, at_least: 2}, lowers_by: 1}
      - {id: less-too, title: 再降, when: {count: activities, at_least: 1}, lowers_by: 1}
"""
    items = "- {id: v, title: 走访, points: 10, done: {count: activities, at_least: 1}}"
    one = of(tmp_path / "a", "one", rubric(items, full=10, more=gates + GRADES))
    assert one.grade is not None and one.grade.title == "一般"
    assert [gate.id for gate in one.gates] == ["less", "less-too"]
    two = of(tmp_path / "b", "two", rubric(items, full=10, more=gates + GRADES))
    assert [gate.id for gate in two.gates] == ["every", "less", "less-too"]


def test_a_waiver_lowers_no_score_and_holds_for_a_part(tmp_path: Path) -> None:
    items = """
- {id: met, title: 完成, points: 5, done: {count: activities, at_least: 1}}
- id: two
  title: 两部分
  points: 5
  parts:
    - {id: p1, title: 甲, points: 2, done: {count: activities, at_least: 1}}
    - {id: p2, title: 乙, points: 3, done: {count: activities, at_least: 9}}
"""
    log = """\
waivers:
  - {id: w1, pairing: one, item: met, excused: true, reason: 防汛, approved_by: 局, date: 2024-06-01}
  - {id: w2, pairing: one, item: p2, excused: true, reason: 防汛, approved_by: 局, date: 2024-06-01}
"""
    found = of(tmp_path, "one", rubric(items, full=10), log).node
    assert points(found) == exact("10", "0", "0")
    assert node(found, "p2").state is State.NOT_APPLICABLE


def test_levels_below_nothing_and_levels_of_a_pairing_of_one_term(tmp_path: Path) -> None:
    items = """
- {id: down, title: 可负, points: 10, floor: none, levels: {by: 局, table: {好: 10, 差: -4}}}
- {id: by-term, title: 每学期, points: 10, levels: {by: 局, per: term, table: {好: 5, 差: 0}}}
"""
    log = """\
pairings:
  - {id: late, helper: 丙小学, helped: 乙小学, period: 2024-09-01 to 2024-12-31, responsible: [{name: 丙校长, organization: 丙小学}]}
ratings:
  - {id: r1, item: down, pairing: late, level: 差, by: 局, date: 2024-12-01}
  - {id: r2, item: by-term, pairing: late, term: autumn, level: 好, by: 局, date: 2024-12-01}
"""
    found = of(tmp_path, "late", rubric(items, full=20), log).node
    assert points(node(found, "down")) == exact("-4", "14", "0")
    assert points(node(found, "by-term")) == exact("10", "0", "0")


def test_a_false_record_of_what_is_bad_costs_nothing(tmp_path: Path) -> None:
    items = "- {id: v, title: 缺席不多, points: 10, done: {count: activities, at_most: 9}}"
    assert of(tmp_path, "one", rubric(items, full=10), FALSE).node.earned == 10


def test_by_term_a_falsification_zeroes_what_is_counted_in_that_term(tmp_path: Path) -> None:
    """One false visit of two in spring, visits in autumn for two: spring's half is lost."""
    items = "- {id: v, title: 走访, points: 10, done: {count: activities, per: term, at_least: 1}}"
    programme = PROGRAMME.replace(
        "  terms:\n", "  reporting: {falsified_zeroes: item-for-the-term}\n  terms:\n"
    )
    more = LOG + "  - {id: v8, pairing: one, kind: visit, date: 2024-10-08}\n" + FALSE
    write(
        tmp_path, {"programme.yaml": programme, "log.yaml": more, "r.yaml": rubric(items, full=10)}
    )
    units = scored_by(tmp_path, OVER, "r").units
    assert points(next(each for each in units if each.pairing == "one").node) == exact(
        "5", "5", "0"
    )


def test_rubrics_with_caps_on_one_side_only_can_be_compared(tmp_path: Path) -> None:
    capped = rubric(BONUS, full=10, more="    at_most: 12\n")
    other = rubric(BONUS, full=10).removeprefix("rubrics:\n").replace("id: r\n", "id: q\n", 1)
    write(tmp_path, {"programme.yaml": PROGRAMME, "log.yaml": LOG, "r.yaml": capped + other})
    for pair in (("r", "q"), ("q", "r")):
        ran = pairing("score", tmp_path, "--rubric", pair[0], "--against", pair[1], "--as-of", OVER)
        assert ran.code == 0, ran.err
