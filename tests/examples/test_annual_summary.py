"""The yearly summary (seed 004): every blank is a target, counted again here without the tool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pairing_cli.model.results import Judgement
from pairing_cli.quota import explain, quota_table
from tests.command import pairing
from tests.examples.plain import Plain, lines, money, records, year
from tests.programmes import REPOSITORY, counter, said

SUMMARY = REPOSITORY / "examples" / "annual-summary"
YEAR_END = date(2019, 12, 31)
FOUND = records(SUMMARY)
YEARS = (2016, 2017, 2018, 2019)
DISTRICT = {
    "示例区教育局",
    "示例区教师发展中心",
    "示例区实验中学",
    "示例区实验小学",
    "凤鸣实验小学",
}

Number = int | Fraction


def of_kind(kind: str, *years: int) -> list[Plain]:
    return [
        activity
        for activity in FOUND["activities"]
        if activity["kind"] == kind and year(activity) in (years or YEARS)
    ]


def names(activities: list[Plain], *roles: str) -> int:
    """How many different people there are by name."""
    return len(
        {
            line["name"]
            for activity in activities
            for line in activity["participants"]
            if line["role"] in roles
        }
    )


def heads(activities: list[Plain], *roles: str) -> int:
    """How many there are by head count, those of several activities added up."""
    total = 0
    for activity in activities:
        for line in activity["participants"]:
            if line["role"] in roles:
                total += line.get("count", 1)
    return total


def attended(activities: list[Plain], *, district: bool) -> int:
    """How many activities a director (局长) of the district, or of the county, came to."""
    return sum(
        any(
            line["role"] == "局长" and (line["from"] in DISTRICT) is district
            for line in activity["participants"]
        )
        for activity in activities
    )


def opening() -> Iterator[tuple[str, Number]]:
    visits = of_kind("leader-visit")
    to = Counter(activity["direction"] for activity in visits)
    yield "leader-visits", len(visits)
    yield "leader-visits[helper]", to["helper-to-helped"]
    yield "leader-visits[helped]", to["helped-to-helper"]
    yield "consultations", len(of_kind("consultation"))


def principals() -> Iterator[tuple[str, Number]]:
    by_year = {each: of_kind("placement", each) for each in YEARS}
    yield "placements", sum(names(held, "校长", "教师") for held in by_year.values())
    for each, held in by_year.items():
        yield f"placements[{each}]", names(held, "校长", "教师")
        yield f"placements[{each}].principals", names(held, "校长")
        yield f"placements[{each}].teachers", names(held, "教师")
    posts = of_kind("appointment")
    yield "appointments", names(posts, "校长", "副校长")
    yield "appointments.principal", names(posts, "校长")
    yield "appointments.vice-principal", names(posts, "副校长")
    yield "principal-courses", heads(of_kind("principal-course"), "校长")
    yield "opening-helper", attended(of_kind("principal-course"), district=True)
    yield "opening-helped", attended(of_kind("principal-course"), district=False)
    for each in YEARS:
        courses = of_kind("principal-course", each)
        yield f"principal-courses[{each}]", heads(courses, "校长")
        yield f"opening-helper[{each}]", attended(courses, district=True)
        yield f"opening-helped[{each}]", attended(courses, district=False)
    yield "forums", len(of_kind("forum"))
    for number, place in enumerate(("示例区教育局", "示例县教育局"), 1):
        yield f"forums.{number}", sum(forum["at"] == place for forum in of_kind("forum"))


def training() -> Iterator[tuple[str, Number]]:
    everybody = (
        *("骨干教师", "教师", "班主任", "德育干部"),
        *("教科研人员", "校级领导", "教学管理人员"),
    )
    yield "training", heads(of_kind("training"), *everybody)
    for each in (2017, 2018, 2019):
        yield f"training-{each}", heads(of_kind("training", each), *everybody)
    places = {
        "backbone": ("骨干教师", "示例区教师发展中心"),
        "teachers": ("教师", "示例区实验中学"),
        "class-teachers": ("班主任", "示例区实验小学"),
    }
    for part, (role, place) in places.items():
        there = [held for held in of_kind("training", 2017) if held["at"] == place]
        yield f"training-2017.{part}", heads(there, role)
    groups = {"backbone": ("骨干教师",), "moral": ("德育干部", "班主任"), "leaders": ("校级领导",)}
    for each in (2018, 2019):
        for part, roles in groups.items():
            yield f"training-{each}.{part}", heads(of_kind("training", each), *roles)
    yield "training-2018.research", heads(of_kind("training", 2018), "教科研人员")
    yield "training-2019.managers", heads(of_kind("training", 2019), "教学管理人员")
    yield "lessons", len(of_kind("lesson-delivery"))
    for each in YEARS:
        yield f"lessons[{each}]", len(of_kind("lesson-delivery", each))
    yield "listeners", heads(of_kind("lesson-delivery"), "听课教师")


def pupils() -> Iterator[tuple[str, Number]]:
    schools = [each for each in FOUND["pairings"] if each.get("level", "school") == "school"]
    yield "friendly-schools", len(schools)
    yield "hand-in-hand", len(of_kind("student-exchange"))
    for each in YEARS:
        yield f"hand-in-hand[{each}]", len(of_kind("student-exchange", each))
    yield "camp", heads(of_kind("summer-camp"), "留守儿童")
    for each in (2018, 2019):
        yield f"camp[{each}]", heads(of_kind("summer-camp", each), "留守儿童")


def support() -> Iterator[tuple[str, Number]]:
    visits = of_kind("leader-visit")
    yield "vocational-visit", sum(visit.get("audience") == "职业教育" for visit in visits)
    yield "vocational-agreement", len(of_kind("vocational-agreement"))
    yield "enrolment", len(of_kind("enrolment"))
    given = of_kind("donation")
    village = [each for each in given if each["at"] == "示例县教育局帮扶村"]
    yield "donations", len(given)
    yield "donated", sum(map(money, given), Fraction(0))
    yield "donated.village", sum(map(money, village), Fraction(0))
    yield "purchases", sum(map(money, of_kind("purchase")), Fraction(0))


@pytest.mark.parametrize("section", [opening, principals, training, pupils, support])
def test_every_blank_counted_again(section: Callable[[], Iterator[tuple[str, Number]]]) -> None:
    done = {line.id: line.done for line in lines(quota_table(counter(SUMMARY, YEAR_END)).lines)}
    expected = dict(section())
    assert {name: done[name] for name in expected} == expected
    assert all(expected.values())


def test_no_target_is_left_unchecked() -> None:
    table = quota_table(counter(SUMMARY, YEAR_END))
    sections = (opening(), principals(), training(), pupils(), support())
    checked = {name for section in sections for name, _ in section}
    assert {line.id for line in lines(table.lines)} == checked
    assert {line.verdict for line in lines(table.lines)} == {Judgement.MET, Judgement.COUNTED}


def test_the_figures_that_a_reader_of_the_summary_sees() -> None:
    ran = pairing("quota", SUMMARY, "--as-of", YEAR_END, "--lang", "zh")
    shown = [line.split() for line in ran.out.splitlines()]
    placed = [row[4] for row in shown if row[:1] in ([f"{each}"] for each in YEARS)][:4]
    assert placed == ["7", "11", "13", "17"]
    rows = {row[0]: row for row in shown if len(row) > 4}
    assert rows["教师外出培训"][1:5] == ["人次", "–", "–", "290"]
    assert rows["听课教师"][4] == "1980"
    assert rows["捐款仪式"][4] == "3"
    assert rows["爱心捐款"][1:5] == ["元", "–", "–", "350500.5"]
    assert rows["采购农产品"][4] == "2143500"


def test_who_went_twice_in_a_year_is_one_person_and_in_two_years_counts_in_each() -> None:
    went = Counter(
        (line["name"], year(activity))
        for activity in of_kind("placement")
        for line in activity["participants"]
    )
    assert [key for key, times in went.items() if times > 1] == [("示例挂职校长09", 2018)]
    years = Counter(name for name, _ in went)
    assert [name for name, times in years.items() if times > 1] == ["示例挂职教师01"]
    (proof,) = (
        each
        for each in explain(counter(SUMMARY, YEAR_END), "placements")
        if each.line.id == "placements[2018]"
    )
    assert [said(near.title) for near in proof.nearly] == [
        "示例挂职校长09 2018-09-03 至 2018-12-28"
    ]


def test_every_proof_adds_up_to_its_number() -> None:
    measures = counter(SUMMARY, YEAR_END)
    for line in lines(quota_table(measures).lines):
        for proof in explain(measures, line.id):
            assert sum(each.number for each in proof.counted) == proof.line.done, proof.line.id


def test_it_is_clean_and_every_command_can_read_it(tmp_path: Path) -> None:
    ran = pairing("validate", SUMMARY, "-f", "concise")
    assert (ran.code, ran.out) == (0, "")
    ran = pairing("todo", SUMMARY, "--as-of", YEAR_END, "--lang", "zh")
    assert ran.code == 0 and "没有要做的" in ran.out
    ran = pairing("report", "--all", SUMMARY, "--as-of", YEAR_END, "-o", tmp_path, "--lang", "zh")
    assert ran.code == 0
    assert "凤鸣实验小学" in (tmp_path / "结对安排表.md").read_text("utf-8")


def test_children_are_counted_and_never_named() -> None:
    for kind in ("student-exchange", "summer-camp"):
        for activity in of_kind(kind):
            assert all("name" not in line for line in activity["participants"])
    named = {
        line["name"]
        for activity in FOUND["activities"]
        for line in activity.get("participants", ())
        if "name" in line
    }
    assert all(name.startswith("示例") for name in named)
