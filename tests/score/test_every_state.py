"""A programme with every state of a leaf in it, its score worked out on paper.

As of 2024-11-15. Full marks 100, bonus 6, so the sheet is worth 106.

1 组织 12, asked in spring only: three instances of 4 (计划表 of each side, 小组名单 of the helper).
    计划表 helper   received 03-10, due 03-15                    earned  4
    计划表 helped   received 03-20                               late    4
    小组名单        received 03-10, sent back 03-12              rejected 4
                                                    earned 4, lost 8, open 0
2 过程 18, 9 a term: three instances of 3 (会议记录 of each side, 学期总结 of the helper).
    spring, due 06-28
    会议记录 helper 2 copies 05-10 + 1 copy 06-28 = 3            earned  3
    会议记录 helped 1 + 1 on time, a third on 06-29 too late     incomplete 3
    学期总结        nothing                                      missing 3
    autumn, due 12-20
    会议记录 helper 3 copies 11-01                               earned  3
    会议记录 helped nothing yet                                  not yet due 3
    学期总结        received 12-18, which has not happened yet   not yet due 3
                                                    earned 6, lost 6, open 6
3 评议 10, rated by a person who has not yet                     awaiting 10
                                                    earned 0, lost 0, open 10
4 送课指导 30, 15 a term: two slots of two documents, four instances of 15/4 = 3.75.
    spring: d3 is deemed not held. d1 is worth 2/2, d2 and d4 1/2 each; d2 is earlier.
    d1 both on time (04-13 is day 3)                             earned  3.75 + 3.75
    d2 方案 on time, 听课记录 one day late                        earned  3.75, late 3.75
    autumn: d5 方案 on time, 听课记录 due 11-16                   earned  3.75, not yet due 3.75
    the second slot is open until 2025-01-03                     not yet due 3.75 + 3.75
                                                    earned 15, lost 3.75, open 11.25
5 爱心帮扶 16: a1 was found falsified, upheld on 06-14: the whole item, for the year.
                                                    earned 0, lost 16, open 0
6 特色 14 = 资料 8 + 问卷 6.
    资料: 辅导图片 excused by w1, its 4 go to 成功课例; for that no teacher pairs are registered
                                                                 no data 8
    问卷: 83 of 100, so 6 x 0.83 = 4.98                          earned  4.98, lost 1.02
                                                    earned 4.98, lost 1.02, open 8
7 加分 6 = 报道 2 (due 12-20: not yet due) + 表彰 4 (due 10-31: missing).
                                                    earned 0, lost 4, open 2

Total: earned 4 + 6 + 0 + 15 + 0 + 4.98 + 0 = 29.98
       lost   8 + 6 + 0 + 3.75 + 16 + 1.02 + 4 = 38.77
       open   0 + 6 + 10 + 11.25 + 0 + 8 + 2 = 37.25          29.98 + 38.77 + 37.25 = 106
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from pairing_cli.model.results import NodeKind, ScoreNode, State
from tests.programmes import HERE, node, scored, unit

ROOT = HERE / "cases" / "every-state"
AS_OF = date(2024, 11, 15)


@pytest.fixture(scope="module")
def root() -> ScoreNode:
    return unit(scored(ROOT, AS_OF), "jia")


def figures(found: ScoreNode) -> tuple[str, ...]:
    return tuple(str(x) for x in (found.maximum, found.earned, found.lost, found.open))


ITEMS = {
    "group": ("12", "4", "8", "0"),
    "records": ("18", "6", "6", "6"),
    "opinion": ("10", "0", "0", "10"),
    "delivery": ("30", "15", "15/4", "45/4"),
    "donation": ("16", "0", "16", "0"),
    "special": ("14", "249/50", "51/50", "8"),
    "bonus": ("6", "0", "4", "2"),
}


@pytest.mark.parametrize("item", ITEMS)
def test_items(root: ScoreNode, item: str) -> None:
    assert figures(node(root, item)) == ITEMS[item]


def test_total(root: ScoreNode) -> None:
    assert figures(root) == ("106", "1499/50", "3877/100", "149/4")


LEAVES = {
    "group/spring/1/1-plan@helper": (State.EARNED, "4"),
    "group/spring/1/2-plan@helped": (State.LATE, "4"),
    "group/spring/1/3-list@helper": (State.REJECTED, "4"),
    "records/spring/1/1-minutes@helper": (State.EARNED, "3"),
    "records/spring/1/2-minutes@helped": (State.INCOMPLETE, "3"),
    "records/spring/1/3-summary@helper": (State.MISSING, "3"),
    "records/autumn/1/1-minutes@helper": (State.EARNED, "3"),
    "records/autumn/1/2-minutes@helped": (State.NOT_YET_DUE, "3"),
    "records/autumn/1/3-summary@helper": (State.NOT_YET_DUE, "3"),
    "opinion/rating": (State.AWAITING, "10"),
    "delivery/spring/1.1/1-delivery-plan@helper": (State.EARNED, "15/4"),
    "delivery/spring/1.1/2-records@helped": (State.EARNED, "15/4"),
    "delivery/spring/1.2/1-delivery-plan@helper": (State.EARNED, "15/4"),
    "delivery/spring/1.2/2-records@helped": (State.LATE, "15/4"),
    "delivery/autumn/1.1/1-delivery-plan@helper": (State.EARNED, "15/4"),
    "delivery/autumn/1.1/2-records@helped": (State.NOT_YET_DUE, "15/4"),
    "delivery/autumn/1.2/1-delivery-plan@helper": (State.NOT_YET_DUE, "15/4"),
    "delivery/autumn/1.2/2-records@helped": (State.NOT_YET_DUE, "15/4"),
    "donation/spring/1.1/1-donation-list@helper": (State.FALSIFIED, "4"),
    "donation/spring/1.1/2-signatures@helped": (State.FALSIFIED, "4"),
    "donation/autumn/1.1/1-donation-list@helper": (State.FALSIFIED, "4"),
    "donation/autumn/1.1/2-signatures@helped": (State.FALSIFIED, "4"),
    "special-documents/spring/1/1-lesson@helped": (State.NO_DATA, "8"),
    "special-documents/spring/1/2-pictures@helper": (State.NOT_APPLICABLE, "0"),
    "special-survey/survey": (State.EARNED, "6"),
    "bonus-news/year/1/1-news@helper+helped": (State.NOT_YET_DUE, "2"),
    "bonus-honour/year/1/1-honour@helper+helped": (State.MISSING, "4"),
}


RECKONED = {State.DEDUCTED, State.SHORT, State.ZEROED}
"""States of items that reckon with numbers; this programme's are about documents."""


def test_every_leaf_and_its_state(root: ScoreNode) -> None:
    found = {leaf.id: (leaf.state, str(leaf.maximum)) for leaf in root.leaves()}
    assert found == LEAVES
    assert {state for state, _ in LEAVES.values()} == set(State) - {State.PARTIAL, *RECKONED}


def test_slots_name_their_activities_and_what_did_not_count(root: ScoreNode) -> None:
    slots = [found for found in node(root, "delivery").walk() if found.kind is NodeKind.SLOT]
    assert [str(slot.reason.facts.get("activity", "")) for slot in slots] == ["d1", "d2", "d5", ""]


def test_every_leaf_names_its_rule_and_records(root: ScoreNode) -> None:
    for leaf in root.leaves():
        assert leaf.reason.key.startswith("score.")
        if leaf.paper is not None:
            assert leaf.paper.rule.file == "programme.yaml"
            assert all(receipt.at in leaf.at for receipt in leaf.paper.receipts)
        if leaf.state in (State.LATE, State.REJECTED, State.INCOMPLETE):
            assert leaf.at


def test_shares_of_a_term_and_of_the_year() -> None:
    spring = unit(scored(ROOT, AS_OF, term="spring"), "jia")
    autumn = unit(scored(ROOT, AS_OF, term="autumn"), "jia")
    # spring: 12 + 9 + 15 + 8 + 8 of 资料; autumn: 9 + 15 + 8; the year: 评议, 问卷, 加分
    assert (spring.maximum, autumn.maximum) == (52, 32)
    assert spring.maximum + autumn.maximum + 10 + 6 + 6 == 106
    assert figures(spring) == ("52", "73/4", "103/4", "8")


def test_before_the_decision_the_finding_changes_nothing() -> None:
    before = unit(scored(ROOT, date(2024, 6, 13)), "jia")
    assert node(before, "donation").lost == 0
    assert node(before, "donation").earned == Fraction(8)
