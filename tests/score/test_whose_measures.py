"""What a way of earning reads: whose records, until when they may change, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pairing_cli.messages import shown
from pairing_cli.model.results import ScoreNode, ScoreUnit, State
from tests.programmes import node, scored, write

HEAD = """
programme: {{id: t, title: 示例, period: 2024-01-01 to 2024-12-31}}
organizations: [{{title: 甲校}}, {{title: 乙校}}]
people: [{{name: 甲师, organization: 甲校}}, {{name: 乙师, organization: 乙校}}]
pairings: [{{id: x, helper: 甲校, helped: 乙校}}]
activity_kinds: [{{id: visit, title: 访}}, {{id: talk, title: 谈}}]
figures:
  - {{id: empty, title: 目标值}}
  - {{id: pool, title: 户数, values: [{{value: 40, date: 2024-01-01, source: 台账, person: 甲师}}]}}
activities:
  - id: both
    pairing: x
    kind: visit
    date: 2024-05-01
    amounts: {{items: 39}}
    participants: [{{from: 甲校, name: 甲师, role: 缺席}}, {{from: 乙校, name: 乙师, role: 到会}}]
  - {{id: alone, pairing: x, kind: talk, date: 2024-06-01, participants: [{{from: 甲校, name: 甲师}}]}}
findings:
  - id: f
    verdict: irregular
    activity: alone
    date: 2024-06-02
    by: 走访
    decisions: [{{date: 2024-06-03, status: upheld, by: 某局}}]
rubrics:
  - id: r
    title: 细则
    unit: {unit}
    full_marks: {full}
    sections: [{{id: s, title: 部分, items: [{items}]}}]
    {more}
"""
IN_TIME = date(2024, 7, 1)
AFTER = date(2025, 1, 1)

Score = Callable[..., dict[str, ScoreUnit]]


@pytest.fixture
def score(tmp_path: Path) -> Score:
    """The scores of everybody, by key: of one or more items of 10 points."""

    def of(
        *items: str, unit: str = "person", more: str = "", as_of: date = AFTER
    ) -> dict[str, ScoreUnit]:
        rows = ", ".join(
            f"{{id: i{n}, title: 项, points: 10, {item}}}" for n, item in enumerate(items, 1)
        )
        text = HEAD.format(unit=unit, items=rows, more=more, full=10 * len(items))
        write(tmp_path, {"p.yaml": text})
        return {each.pairing: each for each in scored(tmp_path, as_of).units}

    return of


def earned(found: dict[str, ScoreUnit], key: str, item: str = "i1") -> Fraction:
    return node(found[key].node, item).earned


def leaf(found: dict[str, ScoreUnit], key: str, identity: str) -> ScoreNode:
    return node(found[key].node, identity)


ABSENT = "deducts: [{title: 缺席, count: activities, of: {role: 缺席}, each: 3}]"
IRREGULAR = "deducts: [{{title: 不规范, findings: irregular, of: {{kind: {kind}}}, each: 4}}]"


@pytest.mark.parametrize(
    ("unit", "absent", "there"), [("person", "甲师", "乙师"), ("school", "甲校", "乙校")]
)
def test_the_role_is_that_of_the_one_assessed(
    score: Score, unit: str, absent: str, there: str
) -> None:
    found = score(ABSENT, unit=unit)
    assert (earned(found, absent), earned(found, there)) == (7, 10)


@pytest.mark.parametrize(
    ("unit", "about", "other"),
    [("person", "甲师", "乙师"), ("school", "甲校", "乙校"), ("pairing", "x", "")],
)
def test_a_finding_is_about_those_who_took_part(
    score: Score, unit: str, about: str, other: str
) -> None:
    found = score(IRREGULAR.format(kind="talk"), IRREGULAR.format(kind="visit"), unit=unit)
    assert (earned(found, about), earned(found, about, "i2")) == (6, 10)
    assert not other or earned(found, other) == 10


def test_an_item_by_another_items_points_is_settled_with_it(score: Score) -> None:
    shortfall = "deducts: [{title: 少, count: activities, of: {kind: talk}, below: 2, each: 5}]"
    items = (shortfall, "done: {item: i1, at_least: 6}")
    in_time, after = score(*items, as_of=IN_TIME), score(*items)
    assert (leaf(in_time, "甲师", "i2").open, leaf(in_time, "甲师", "i2").lost) == (10, 0)
    assert (leaf(after, "甲师", "i2").open, leaf(after, "甲师", "i2").lost) == (0, 10)


def test_a_gate_that_asks_for_something_waits_until_it_can_no_longer_come(score: Score) -> None:
    gate = "gates: [{id: g, title: 没有访, when: {count: activities, of: {kind: talk}, at_most: 0}, zeroes: s}]"
    full = "deducts: [{title: 缺席, figure: pool, each: 0.1}]"
    in_time, after = score(full, more=gate, as_of=IN_TIME), score(full, more=gate)
    assert [hit.id for hit in in_time["乙师"].gates] == []
    assert [hit.id for hit in after["乙师"].gates] == ["g"]
    assert after["甲师"].gates == ()


def test_what_a_gate_zeroes_is_lost_line_by_line(score: Score) -> None:
    gate = "gates: [{id: g, title: 否决, when: {count: activities, of: {kind: talk}, at_least: 1}, zeroes: i1}]"
    unit = score(ABSENT, more=gate)["甲师"].node
    leaves = {each.id: (each.maximum, each.lost, each.state) for each in unit.leaves()}
    assert leaves == {
        "i1/full": (10, 10, State.ZEROED),
        "i1/deduct-1": (0, 0, State.ZEROED),
    }


def test_a_missing_target_is_what_a_ratio_waits_for(score: Score) -> None:
    found = leaf(score("ratio: {count: items, target_figure: empty}"), "甲师", "i1/1")
    assert (found.state, found.open) == (State.NO_DATA, 10)
    assert "目标值" in shown(found.reason, "zh")


SHARE = "count: items, share_of: pool, below: 100 %"


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        (f"{SHARE}, each: 2", Fraction(4)),
        (f"{SHARE}, each: 2, once: true", Fraction(2)),
        ("count: items, below: 39, each: 2, once: true", Fraction(0)),
        ("count: items, above: 38.5, each: 2, once: true", Fraction(2)),
    ],
)
def test_once_costs_the_same_however_much_it_is(score: Score, change: str, taken: Fraction) -> None:
    found = score(f"deducts: [{{title: 率, {change}}}]")
    assert earned(found, "甲师") == 10 - taken


def test_a_proof_says_what_a_number_is_held_against(score: Score) -> None:
    found = score(f"deducts: [{{title: 率, {SHARE}, each: 2}}]")
    said = shown(leaf(found, "甲师", "i1/deduct-1").title, "zh")
    assert all(word in said for word in ("39", "户数", "97.5", "100 %"))


def test_an_item_that_lost_something_is_not_earned(score: Score) -> None:
    found = score(ABSENT)
    assert leaf(found, "甲师", "i1").state is State.PARTIAL
    assert leaf(found, "乙师", "i1").state is State.EARNED


def test_a_value_in_none_of_the_bands_says_so(score: Score) -> None:
    table = "[{up_to: 3, points: 10}, {above: 3, up_to: 8, points: 6}]"
    found = leaf(score(f"bands: {{count: items, table: {table}}}"), "甲师", "i1/1")
    assert (found.state, found.open) == (State.NO_DATA, 10)
    assert "各档都不包括" in shown(found.reason, "zh")
