"""The Jianshi-Binjiang plan of 2020: its own figures, and the illustrative year held against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.parties import Level, Pairing
from pairing_cli.model.results import Judgement, QuotaLine, Range
from pairing_cli.quota.explain import explain
from tests.command import pairing
from tests.examples.reading import changed, exactly, targets
from tests.programmes import JIANSHI, all_findings, counter, said

BEGIN, END, AFTER = date(2020, 5, 25), date(2020, 12, 31), date(2021, 1, 5)
TO_JIANSHI, TO_BINJIANG = "exchange.to-jianshi", "exchange.to-binjiang"
POSTS, A_MONTH = f"{TO_JIANSHI}.posts", f"{TO_BINJIANG}.a-month"


@pytest.fixture(scope="module")
def plan() -> dict[str, QuotaLine]:
    return targets(JIANSHI, BEGIN, plan_only=True)


@pytest.fixture(scope="module")
def result() -> dict[str, QuotaLine]:
    return targets(JIANSHI, AFTER)


def test_nothing_is_wrong_with_it() -> None:
    assert all_findings(JIANSHI, AFTER)[1] == []


def test_twenty_eight_schools_help_twenty_eight() -> None:
    pairings = [
        entry.record for entry in load(FolderTree(JIANSHI), evidence=False).repository.pairings
    ]
    schools = [each for each in pairings if each.level is Level.SCHOOL]
    for members in ([each.helper for each in schools], [each.helped for each in schools]):
        assert [len(side) for side in members] == [1] * 28
        assert len({side[0].organization for side in members}) == 28
    assert {each.within for each in schools} == {"bureaus"}
    assert sum(each.demonstration for each in pairings) == 2
    assert [each.id for each in pairings if each.level is not Level.SCHOOL] == [
        "bureaus",
        "offices",
    ]


def test_the_pilots_of_research_reform_are_the_pairs_that_the_plan_names() -> None:
    repository = load(FolderTree(JIANSHI), evidence=False).repository
    (pilots,) = (
        e.record.of.pairing for e in repository.quotas if e.record.id == "research-schools"
    )
    assert {sides(repository.pairings.get(name)) for name in pilots} == {
        ("杭州市滨和小学", "建始县民族小学"),
        ("杭州市钱塘实验小学", "建始县长梁镇民族小学"),
    }


def sides(found: Pairing | None) -> tuple[str, str]:
    assert found is not None
    return found.helper[0].organization, found.helped[0].organization


def test_the_annexes_add_up() -> None:
    schedules = {
        entry.record.id: entry.record for entry in load(FolderTree(JIANSHI)).repository.schedules
    }
    people = {name: [line.people for line in each.lines] for name, each in schedules.items()}
    assert people == {
        "placements": [(1, 1)] * 10,
        "annex-1": [(20, 20), (46, 46), (30, 30)],
        "annex-2": [(3, 5)] * 5,
    }
    assert [each.total for each in schedules.values()] == [(10, 10), (96, 96), (15, 25)]
    trained = [line.trainees for line in schedules["annex-2"].lines]
    assert trained == [(50, 50)] * 4 + [(100, 100)]


@pytest.mark.parametrize(
    ("target", "least", "planned", "slack", "verdict"),
    [
        ("exchange", 196, Range(121, 131), Range(-75, -65), Judgement.UNREACHABLE),
        (TO_JIANSHI, 100, Range(25, 35), Range(-75, -65), Judgement.UNREACHABLE),
        (POSTS, 10, exactly(10), exactly(0), Judgement.AT_RISK),
        (f"{POSTS}.posts-12-18", 2, exactly(2), exactly(0), Judgement.AT_RISK),
        (f"{POSTS}.posts-6", 1, exactly(1), exactly(0), Judgement.AT_RISK),
        (f"{POSTS}.posts-3", 2, exactly(2), exactly(0), Judgement.AT_RISK),
        (f"{POSTS}.posts-1", 5, exactly(5), exactly(0), Judgement.AT_RISK),
        (f"{TO_JIANSHI}.experts", 15, Range(15, 25), Range(0, 10), Judgement.AT_RISK),
        (TO_BINJIANG, 96, exactly(96), exactly(0), Judgement.AT_RISK),
        (A_MONTH, 20, exactly(20), exactly(0), Judgement.AT_RISK),
    ],
)
def test_the_plan_against_its_own_targets(
    plan: dict[str, QuotaLine],
    target: str,
    least: int,
    planned: Range,
    slack: Range,
    verdict: Judgement,
) -> None:
    line = plan[target]
    assert line.target is not None
    assert (line.target.least, line.planned, line.slack, line.verdict) == (
        least,
        planned,
        slack,
        verdict,
    )


@pytest.mark.parametrize(
    ("old", "new", "slacks"),
    [
        ("people: 20, note", "people: 19, note", {TO_BINJIANG: -1, A_MONTH: -1, POSTS: 0}),
        ("people: 46,", "people: 50,", {TO_BINJIANG: 4, A_MONTH: 0, POSTS: 0}),
        (
            "people: 1, stage: preschool",
            "people: 3, stage: preschool",
            {TO_BINJIANG: 0, POSTS: 2, f"{POSTS}.posts-1": 2},
        ),
        (
            "lasting: 1 month, people: 20",
            "lasting: 4 weeks, people: 20",
            {TO_BINJIANG: 0, A_MONTH: None},
        ),
    ],
)
def test_a_changed_row_changes_the_plan(
    old: str, new: str, slacks: dict[str, int | None], tmp_path: Path
) -> None:
    copy = changed(JIANSHI, tmp_path, "schedules.yaml", old, new)
    found = targets(copy, BEGIN, plan_only=True)
    for target, slack in slacks.items():
        assert found[target].slack == (None if slack is None else exactly(slack)), target


def test_a_row_that_no_longer_adds_up_is_found(tmp_path: Path) -> None:
    copy = changed(JIANSHI, tmp_path, "schedules.yaml", "people: 46,", "people: 45,")
    assert [each.code for each in all_findings(copy, END)[1]] == ["L008"]


def test_how_the_year_ends(result: dict[str, QuotaLine]) -> None:
    done = {
        "exchange": 197,
        TO_JIANSHI: 101,
        POSTS: 9,
        f"{TO_JIANSHI}.experts": 20,
        f"{TO_JIANSHI}.visits": 71,
        TO_BINJIANG: 96,
        A_MONTH: 20,
        f"{TO_BINJIANG}.shadowing": 96,
        "demonstration": 2,
        "studios": 3,
        "research-schools": 2,
        "research-results": 10,
    }
    assert {target: result[target].done for target in done} == done
    missed = {name for name, line in result.items() if line.verdict is Judgement.MISSED}
    assert missed == {POSTS, f"{POSTS}.posts-1", f"{POSTS}.posts-1.maths-junior"}
    others = {line.verdict for name, line in result.items() if name not in missed}
    assert others == {Judgement.MET, Judgement.COUNTED}


def test_one_teacher_came_home_after_twenty_nine_days() -> None:
    (proof,) = explain(counter(JIANSHI, AFTER), POSTS)
    assert len(proof.counted) == 9
    (short,) = proof.nearly
    (reason,) = short.reasons
    assert (reason.key, reason.facts["found"]) == ("miss.lasting", 29)


def test_a_head_of_a_kindergarten_left_a_day_early() -> None:
    (proof,) = explain(counter(JIANSHI, AFTER), A_MONTH)
    (early,) = [each for each in proof.nearly if said(each.title).startswith("示例园长20")]
    assert [reason.facts["found"] for reason in early.reasons] == [29]


@pytest.mark.parametrize(
    ("day", "done", "verdict"),
    [
        (date(2020, 11, 29), 19, Judgement.AT_RISK),
        (date(2020, 12, 28), 19, Judgement.AT_RISK),
        (date(2020, 12, 29), 20, Judgement.MET),
    ],
)
def test_one_who_came_late_saves_the_twenty(day: date, done: int, verdict: Judgement) -> None:
    line = targets(JIANSHI, day)[A_MONTH]
    assert (line.done, line.verdict) == (done, verdict)


def test_the_plan_in_words() -> None:
    ran = pairing("quota", JIANSHI, "--plan", "--lang", "zh", "--as-of", BEGIN)
    assert ran.code == 0
    assert "按计划完不成" in ran.out
    assert "示例：" in ran.out
