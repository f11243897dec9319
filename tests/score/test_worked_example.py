"""The worked example of 送课指导: item 7 of the Gaotai rubric, 15 points, 7.5 a term.

Three deliveries a term with six documents each make 18 instances of 7.5/18 = 5/12.
"""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pairing_cli.model.figures import rounded
from pairing_cli.model.results import ScoreNode, State
from tests.programmes import GAOTAI, node, scored, unit, write

SCHEME = ("programme", "organizations", "pairings", "kinds", "rubric")

DELIVERY = """
  - id: songke-{n}
    pairing: xijie
    kind: lesson-delivery
    date: {day}
    at: 正远小学
    documents:
      - {{type: delivery-plan, from: 西街小学, received: {day}}}
      - {{type: lesson-notes, from: 西街小学, received: {day}}}
      - {{type: photos, from: 西街小学, received: {day}}}
      - {{type: listening-notice, from: 正远小学, received: {day}}}
      - {{type: listening-records, from: 正远小学, received: {day}, copies: {records}}}
      - {{type: delivery-summary, from: 正远小学, received: {summary}}}
"""

TWO = DELIVERY.format(n=1, day="2020-04-15", records=5, summary="2020-04-18")
TWO += DELIVERY.format(n=2, day="2020-05-13", records=6, summary="2020-05-14")
THIRD = DELIVERY.format(n=3, day="2020-06-10", records=4, summary="2020-06-14")
FOURTH = DELIVERY.format(n=4, day="2020-06-17", records=5, summary="2020-06-20")
SURVEY = "surveys: [{id: bureau-2020, title: 问卷, by: 基教股, out_of: 100}]\n"
AFTER_SPRING = date(2020, 7, 31)


@pytest.fixture
def scheme(tmp_path: Path) -> Path:
    for name in SCHEME:
        shutil.copy(GAOTAI / f"{name}.yaml", tmp_path)
    return tmp_path


def spring(root: Path, log: str, as_of: date = AFTER_SPRING) -> ScoreNode:
    write(root, {"log.yaml": f"activities:{log}", "survey.yaml": SURVEY})
    return node(unit(scored(root, as_of), "xijie"), "lesson-delivery/spring")


def instances(found: ScoreNode, *states: State) -> int:
    return sum(leaf.state in states for leaf in found.leaves())


def test_the_term_is_eighteen_instances(scheme: Path) -> None:
    found = spring(scheme, TWO)
    leaves = list(found.leaves())
    assert len(leaves) == 18
    assert {leaf.maximum for leaf in leaves} == {Fraction(5, 12)}


def test_two_complete_deliveries(scheme: Path) -> None:
    found = spring(scheme, TWO)
    assert instances(found, State.EARNED) == 12
    assert found.earned == 5
    assert found.lost == Fraction(5, 2)


def test_a_third_with_four_records_and_a_late_summary(scheme: Path) -> None:
    found = spring(scheme, TWO + THIRD)
    assert instances(found, State.EARNED) == 16
    assert instances(found, State.INCOMPLETE) == 1
    assert instances(found, State.LATE) == 1
    assert (found.earned, found.lost, found.open) == (Fraction(20, 3), Fraction(5, 6), 0)
    assert (rounded(found.earned), rounded(found.lost)) == ("6.67", "0.83")


def test_a_fourth_complete_one_takes_the_third_ones_place(scheme: Path) -> None:
    found = spring(scheme, TWO + THIRD + FOURTH)
    assert (found.earned, found.lost) == (Fraction(15, 2), 0)


def test_three_days_after_the_end_is_in_time_and_four_are_not(scheme: Path) -> None:
    ended_on_the_first = DELIVERY.format(n=1, day="2020-04-01", records=5, summary="2020-04-04")
    assert instances(spring(scheme, ended_on_the_first), State.EARNED) == 6
    a_day_later = ended_on_the_first.replace("received: 2020-04-04", "received: 2020-04-05")
    assert instances(spring(scheme, a_day_later), State.LATE) == 1


def test_the_end_day_may_count_as_day_one(scheme: Path) -> None:
    programme = (scheme / "programme.yaml").read_text("utf-8")
    write(scheme, {"programme.yaml": programme.replace("counts: false", "counts: true")})
    log = DELIVERY.format(n=1, day="2020-04-01", records=5, summary="2020-04-04")
    assert instances(spring(scheme, log), State.LATE) == 1


def test_an_unfilled_slot_is_open_until_three_days_after_the_term(scheme: Path) -> None:
    last_day = spring(scheme, TWO, date(2020, 7, 13))
    assert (last_day.lost, last_day.open) == (0, Fraction(5, 2))
    day_after = spring(scheme, TWO, date(2020, 7, 14))
    assert (day_after.lost, day_after.open) == (Fraction(5, 2), 0)


def test_a_document_is_open_until_its_due_day_has_passed(scheme: Path) -> None:
    log = TWO.replace(
        "      - {type: delivery-summary, from: 正远小学, received: 2020-05-14}\n", ""
    )
    assert instances(spring(scheme, log, date(2020, 5, 16)), State.MISSING) == 0
    assert instances(spring(scheme, log, date(2020, 5, 17)), State.MISSING) == 1


PER_DOCUMENT = {
    "group/spring/1/1-implementation-plan@helper": "5/3",
    "plan-summary/spring/1/1-plan-table@helper": "5/6",
    "plan-summary/autumn/1/5-typical-case@helper": "1",
    "leadership/spring/1.1/1-photos-or-news@helper": "5/4",
    "leadership/autumn/2.1/1-observation-notes@helped": "5/4",
    "resources/spring/1.1/1-resource-list@helper+helped": "5/2",
    "mentoring/spring/1/1-pair-roster@helper": "5/4",
    "mentoring/autumn/1/1-mentoring-pictures@helper": "5/3",
    "observation/spring/1.1/6-observation-notes@helped": "5/4",
    "lesson-delivery/autumn/1.3/6-delivery-summary-or-photos-or-news@helped": "5/12",
    "donation/spring/1.1/4-handout-signatures@helped": "5/4",
    "focus-documents/spring/1/1-process-file@helper": "5/4",
    "focus-survey/survey": "5",
    "bonus-material/year/1/1-typical-material@helper+helped": "1",
    "bonus-news/year/1/1-city-news@helper+helped": "2",
    "bonus-honours/year/1/1-commendation@helper+helped": "2",
}


@pytest.mark.parametrize("identity", PER_DOCUMENT)
def test_what_a_document_of_each_item_is_worth(identity: str) -> None:
    root = unit(scored(GAOTAI, date(2020, 12, 31)), "chengguan")
    assert str(node(root, identity).maximum) == PER_DOCUMENT[identity]


def test_the_whole_is_a_hundred_and_five() -> None:
    sheet = scored(GAOTAI, date(2020, 12, 31))
    assert {found.node.maximum for found in sheet.units} == {105}
    assert {found.main.maximum for found in sheet.units} == {100}
