"""Rubrics of other places as test programmes: every row of the case, the score by hand.

The hand-worked sums stand in the comments of each ``log.yaml``; here they are held to the last
fraction, for a day in the year with points still open, and for the year's end.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit, State
from tests.programmes import HERE, all_findings, node, scored, targets

FOLDER = HERE / "cases" / "rubrics"

Points = tuple[str, str, str]
"""Earned, lost and open, as exact numbers."""


@cache
def sheet(name: str, as_of: date) -> ScoreSheet:
    return scored(FOLDER / name, as_of)


def of(name: str, as_of: date, key: str) -> ScoreUnit:
    return next(unit for unit in sheet(name, as_of).units if unit.pairing == key)


def figures(found: ScoreNode) -> tuple[Fraction, Fraction, Fraction]:
    return found.earned, found.lost, found.open


def holds(unit: ScoreUnit, expected: dict[str, Points]) -> None:
    """Every node named, and the unit itself under its key, has exactly these points."""
    found = {name: figures(node(unit.node, name)) for name in expected}
    assert found == {name: tuple(map(Fraction, points)) for name, points in expected.items()}


def states(unit: ScoreUnit, *names: str) -> list[State]:
    return [node(unit.node, name).state for name in names]


DAYS = {
    "03-volunteer-teacher": (date(2021, 3, 1), date(2021, 7, 11)),
    "../../../examples/poverty-aid-2017": (date(2017, 7, 1), date(2018, 1, 1), date(2018, 1, 6)),
    "07-studio": (date(2020, 7, 1), date(2021, 1, 1)),
    "23-health-capacity": (date(2011, 7, 1), date(2012, 1, 1)),
}


@pytest.mark.parametrize("name", DAYS)
def test_the_programmes_are_clean(name: str) -> None:
    _, found = all_findings(FOLDER / name, date(2022, 1, 1))
    assert [str(each.code) for each in found] == []


@pytest.mark.parametrize(("name", "day"), [(n, day) for n, days in DAYS.items() for day in days])
def test_earned_lost_and_open_are_the_maximum_at_every_node(name: str, day: date) -> None:
    for unit in sheet(name, day).units:
        for found in unit.node.walk():
            assert sum(figures(found)) == found.maximum
            for field in ("maximum", "earned", "lost", "open"):
                total = sum(getattr(child, field) for child in found.children)
                assert not found.children or getattr(found, field) == total


def test_case_03_in_the_second_term() -> None:
    day = date(2021, 3, 1)
    first = of("03-volunteer-teacher", day, "示例支教甲")
    holds(
        first,
        {
            "示例支教甲": ("84/5", "16/5", "80"),
            "virtue": ("0", "0", "10"),
            "ability": ("0", "0", "20"),
            "diligence": ("84/5", "16/5", "0"),
            "diligence/deduct-1": ("-3", "3", "0"),
            "diligence/deduct-2": ("0", "0", "0"),
            "diligence/deduct-4": ("-1/5", "1/5", "0"),
            "guidance": ("0", "0", "10"),
            "opinion": ("0", "0", "20"),
        },
    )
    # Two of three lessons in the autumn are not a lesson of the spring: 5 + 10 may still be lost.
    holds(first, {"guidance/deduct-1": ("-5", "0", "5"), "guidance/deduct-2": ("-10", "0", "10")})
    assert states(first, "virtue", "diligence", "guidance/deduct-1") == [
        State.AWAITING,
        State.PARTIAL,
        State.NOT_YET_DUE,
    ]
    second = of("03-volunteer-teacher", day, "示例支教乙")
    holds(
        second,
        {
            "示例支教乙": ("0", "30", "70"),
            "diligence": ("0", "20", "0"),
            "guidance": ("0", "10", "0"),
        },
    )


def test_case_03_at_the_end_of_the_year() -> None:
    day = date(2021, 7, 11)
    first, second = sheet("03-volunteer-teacher", day).units
    holds(
        first,
        {
            "示例支教甲": ("121/2", "39/2", "20"),
            "routine": ("121/2", "39/2", "0"),
            "virtue": ("10", "0", "0"),
            "ability": ("35/2", "5/2", "0"),
            "diligence": ("16", "4", "0"),
            "diligence/deduct-2": ("-4/5", "4/5", "0"),
            "guidance": ("5", "5", "0"),
            "exams": ("12", "8", "0"),
            "opinion-survey": ("0", "0", "20"),
        },
    )
    holds(
        second,
        {
            "示例支教乙": ("231/5", "269/5", "0"),
            "virtue": ("8", "2", "0"),
            "diligence": ("0", "20", "0"),
            "diligence/deduct-3": ("-25", "25", "0"),
            "diligence/floor": ("5", "-5", "0"),
            "guidance": ("0", "10", "0"),
            "opinion-survey": ("91/5", "9/5", "0"),
        },
    )
    assert states(second, "exams", "guidance/deduct-1") == [State.SHORT, State.DEDUCTED]
    assert (first.rank, second.rank, first.grade, first.gates) == (1, 2, None, ())


def test_case_05_in_the_middle_of_the_year() -> None:
    day = date(2017, 7, 1)
    holds(
        of("../../../examples/poverty-aid-2017", day, "示例教师甲"),
        {
            "示例教师甲": ("5", "2/5", "58/5"),
            "central": ("0", "0", "6"),
            "regular": ("2", "2/5", "8/5"),
            "regular-work": ("4/5", "2/5", "0"),
            "more": ("3", "0", "4"),
            "praised": ("1", "0", "1"),
            "less": ("0", "0", "0"),
        },
    )
    waiting = of("../../../examples/poverty-aid-2017", day, "示例校长丙")
    holds(waiting, {"示例校长丙": ("21/5", "0", "64/5"), "central-work": ("9/5", "0", "0")})
    assert states(waiting, "central-system", "central-albums", "disliked") == [
        State.NO_DATA,
        State.AWAITING,
        State.NO_DATA,
    ]
    assert waiting.gates == ()


def test_case_05_sixty_and_forty_with_what_is_added_and_taken() -> None:
    day = date(2018, 1, 1)
    holds(
        of("../../../examples/poverty-aid-2017", day, "示例教师甲"),
        {
            "示例教师甲": ("331/25", "94/25", "0"),
            "central": ("237/50", "63/50", "0"),
            "central-work": ("6/5", "3/5", "0"),
            "central-system": ("3/2", "3/10", "0"),
            "regular": ("3", "1", "0"),
            "more": ("11/2", "3/2", "0"),
            "praised": ("2", "0", "0"),
            "less": ("0", "0", "0"),
        },
    )
    below = of("../../../examples/poverty-aid-2017", day, "示例教师乙")
    holds(
        below,
        {
            "示例教师乙": ("-23/25", "448/25", "0"),
            "central": ("102/25", "48/25", "0"),
            "central-system": ("0", "9/5", "0"),
            "regular": ("2", "2", "0"),
            "praised": ("0", "2", "0"),
            "not-told": ("-2", "2", "0"),
            "misled": ("-3", "3", "0"),
            "disliked": ("-2", "2", "0"),
        },
    )
    assert states(below, "less", "misled", "solved") == [
        State.DEDUCTED,
        State.DEDUCTED,
        State.SHORT,
    ]


def test_case_05_what_an_appeal_restores() -> None:
    unit = of("../../../examples/poverty-aid-2017", date(2018, 1, 6), "示例教师乙")
    holds(unit, {"示例教师乙": ("52/25", "373/25", "0"), "misled": ("0", "0", "0")})
    # 15 of 75 households were looked at: 20 %.
    assert (
        targets(FOLDER / "../../../examples/poverty-aid-2017", date(2018, 1, 6))["checked"].verdict
        == "met"
    )


def test_case_05_the_veto_leaves_nothing() -> None:
    unit = of("../../../examples/poverty-aid-2017", date(2018, 1, 1), "示例校长丙")
    holds(
        unit, {"示例校长丙": ("0", "17", "0"), "central": ("0", "6", "0"), "more": ("0", "7", "0")}
    )
    assert [gate.id for gate in unit.gates] == ["veto"]
    assert states(unit, "示例校长丙", "central-work", "less") == [State.ZEROED] * 3
    assert of("../../../examples/poverty-aid-2017", date(2018, 1, 1), "示例教师甲").gates == ()


def test_case_07_in_the_middle_of_the_year() -> None:
    day = date(2020, 7, 1)
    first = of("07-studio", day, "示例成员甲")
    holds(
        first,
        {
            "示例成员甲": ("42", "5", "53"),
            "meetings": ("7", "3", "0"),
            "listening": ("8", "2", "0"),
            "lectures": ("0", "0", "10"),
            "articles": ("6", "0", "4"),
            "papers": ("8", "0", "2"),
            "success": ("3", "0", "7"),
        },
    )
    assert states(first, "lectures", "plans") == [State.NOT_YET_DUE, State.AWAITING]
    holds(of("07-studio", day, "示例成员乙"), {"示例成员乙": ("27", "6", "67")})


def test_case_07_at_the_end_of_the_year() -> None:
    day = date(2021, 1, 1)
    holds(
        of("07-studio", day, "示例成员甲"),
        {
            "示例成员甲": ("79", "21", "0"),
            "daily": ("32", "8", "0"),
            "meetings": ("5", "5", "0"),
            "lectures": ("0", "10", "0"),
            "articles/add-1": ("12", "0", "0"),
            "articles/cap": ("-2", "0", "0"),
            "articles": ("10", "0", "0"),
            "papers": ("8", "2", "0"),
            "success": ("10", "0", "0"),
        },
    )
    holds(
        of("07-studio", day, "示例成员乙"),
        {
            "示例成员乙": ("50", "50", "0"),
            "meetings": ("0", "10", "0"),
            "meetings/deduct-1": ("-12", "12", "0"),
            "meetings/deduct-2": ("0", "0", "0"),
            "articles": ("3", "7", "0"),
            "papers": ("6", "4", "0"),
            "success": ("1", "9", "0"),
        },
    )


def test_case_23_in_the_middle_of_the_year() -> None:
    day = date(2011, 7, 1)
    first = of("23-health-capacity", day, "示例甲县卫生局")
    holds(
        first,
        {
            "示例甲县卫生局": ("33", "2", "35"),
            "duties": ("3", "2", "0"),
            "measures": ("0", "0", "5"),
            "steps": ("6", "0", "4"),
            "rhythm": ("0", "0", "10"),
            "rhythm/deduct-1": ("-12", "0", "12"),
            "progress": ("4", "0", "6"),
            "news": ("5", "0", "5"),
        },
    )
    assert states(first, "measures", "scheme") == [State.NO_DATA, State.AWAITING]
    second = of("23-health-capacity", day, "示例乙县卫生局")
    holds(
        second,
        {
            "示例乙县卫生局": ("14", "10", "46"),
            "duties": ("0", "0", "5"),
            "rhythm": ("0", "10", "0"),
            "progress": ("0", "0", "10"),
        },
    )


def test_case_23_at_the_end_of_the_year() -> None:
    day = date(2012, 1, 1)
    holds(
        of("23-health-capacity", day, "示例甲县卫生局"),
        {
            "示例甲县卫生局": ("115/2", "25/2", "0"),
            "leadership": ("29/2", "11/2", "0"),
            "bodies": ("3", "2", "0"),
            "steps": ("8", "2", "0"),
            # Two supervisions in September do not stand for the one of August.
            "rhythm": ("8", "2", "0"),
            "progress": ("9", "1", "0"),
            "news": ("8", "2", "0"),
        },
    )
    below = of("23-health-capacity", day, "示例乙县卫生局")
    holds(
        below,
        {
            "示例乙县卫生局": ("16", "54", "0"),
            "leadership": ("-3", "23", "0"),
            "duties": ("-5", "10", "0"),
            "measures": ("0", "5", "0"),
            "rhythm/deduct-1": ("-24", "24", "0"),
            "rhythm": ("0", "10", "0"),
            "news": ("10", "0", "0"),
        },
    )
    assert states(below, "duties/rest", "duties/deduct-1") == [State.MISSING, State.DEDUCTED]
