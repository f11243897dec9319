"""The Huishan report (seed 003): the programme says what the report says, and no more."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pairing_cli.model.results import Judgement
from pairing_cli.quota import explain, quota_table
from tests.command import pairing
from tests.examples.plain import lines, records
from tests.programmes import REPOSITORY, counter

HUISHAN = REPOSITORY / "examples" / "huishan-haidong"
REPORTED = date(2018, 11, 20)  # a few days after the lectures that the report is about
FOUND = records(HUISHAN)
PAIRS = {pair["id"]: pair for pair in FOUND["pairings"] if "level" not in pair}

NAMED_PEOPLE = {"熊国珍", "李园元", "徐立峰", "刘艺慧", "邹晓明"}
NAMED_ORGANIZATIONS = {
    *("无锡市惠山区教育局", "海东市乐都区教育局", "海东市平安区教育局", "惠山区教师发展中心"),
    *("省锡中匡村实验学校", "石塘湾中心小学", "省锡中", "洛社高中", "堰桥高中", "省锡中实验学校"),
    *("洛社中心小学", "海东市平安区第二完全小学", "藕塘中心小学", "乐都区城镇小学"),
    *("平安小学", "钱桥中心幼儿园"),
}


def of_kind(kind: str) -> list[dict[str, object]]:
    return [activity for activity in FOUND["activities"] if activity["kind"] == kind]


def people(activities: list[dict[str, object]], roles: set[str]) -> int:
    return sum(
        line.get("count", 1)
        for activity in activities
        for line in activity["participants"]  # type: ignore[attr-defined]
        if line["role"] in roles
    )


def months(stretch: str) -> int:
    """The whole calendar months of a stretch of days."""
    start, end = (date.fromisoformat(day) for day in stretch.split(" to "))
    after = end + timedelta(1)
    assert after.day == start.day
    return (after.year - start.year) * 12 + after.month - start.month


def test_it_is_clean_and_every_command_can_read_it(tmp_path: Path) -> None:
    ran = pairing("validate", HUISHAN, "-f", "concise")
    assert (ran.code, ran.out) == (0, "")
    for command in ("quota", "todo"):
        ran = pairing(command, HUISHAN, "--as-of", REPORTED, "--lang", "zh")
        assert ran.code == 0 and "示例：" in ran.out
    ran = pairing("report", "--all", HUISHAN, "--as-of", REPORTED, "-o", tmp_path, "--lang", "zh")
    assert ran.code == 0
    table = (tmp_path / "结对安排表.md").read_text("utf-8")
    assert "| 2 | 洛社中心小学 | 海东市平安区第二完全小学 |" in table
    assert "| 19 |" in table and "| 20 |" not in table


@pytest.mark.parametrize(
    ("target", "number"),
    [
        ("memorandum", 1),
        ("pairs", 18),
        ("pairs.helper-schools", 18),
        ("pairs.helped-schools", 18),
        ("study-visits", 1),
        ("lecture-groups", 2),
        ("lecturers", 5),
        ("teachers", 12),
        ("teachers.within-3-13", 12),
        ("trainees", 102),
        ("hosts", 18),
    ],
)
def test_the_reports_figures_come_out_of_the_log(target: str, number: int) -> None:
    measures = counter(HUISHAN, REPORTED)
    found = {line.id: line for line in lines(quota_table(measures).lines)}
    assert found[target].done == number
    assert found[target].verdict in (Judgement.MET, Judgement.COUNTED)
    (proof,) = explain(measures, target)
    assert sum(each.number for each in proof.counted) == number


def test_nothing_of_the_report_is_left_open() -> None:
    table = quota_table(counter(HUISHAN, REPORTED))
    verdicts = {line.verdict for line in lines(table.lines)}
    assert verdicts == {Judgement.MET, Judgement.COUNTED}


def test_18_schools_help_18_others() -> None:
    assert len(PAIRS) == 18
    assert len({pair["helper"] for pair in PAIRS.values()}) == 18
    assert len({pair["helped"] for pair in PAIRS.values()}) == 18
    assert {(pair["helper"], pair["helped"]) for pair in PAIRS.values()} >= {
        ("洛社中心小学", "海东市平安区第二完全小学"),
        ("藕塘中心小学", "乐都区城镇小学"),
    }
    assert {str(pair["signed_on"])[:7] for pair in PAIRS.values()} == {"2018-07"}
    assert [str(each["date"]) for each in of_kind("memorandum")] == ["2018-04-26"]


def test_12_teachers_went_for_3_to_13_months() -> None:
    posts = of_kind("placement")
    names = [line["name"] for post in posts for line in post["participants"]]  # type: ignore[attr-defined]
    assert len(names) == len(set(names)) == 12
    assert {str(post["date"])[:7] for post in posts} == {"2018-10"}
    lengths = [months(str(post["date"])) for post in posts]
    assert (min(lengths), max(lengths)) == (3, 13)
    for post in posts:
        assert post["at"] == PAIRS[str(post["pairing"])]["helped"]


def test_102_people_came_in_two_batches_to_18_schools() -> None:
    came = of_kind("shadowing")
    assert people(came, {"管理干部", "骨干教师", "教研员"}) == 102
    batches = sorted({str(each["date"]) for each in came})
    assert [batch[:7] for batch in batches] == ["2018-09", "2018-10"]
    assert {each["at"] for each in came} == {pair["helper"] for pair in PAIRS.values()}
    found = {line.id: line.done for line in quota_table(counter(HUISHAN, REPORTED)).lines}
    assert found["batch-1"] + found["batch-2"] == 102
    for batch, number in zip(batches, ("batch-1", "batch-2"), strict=True):
        held = [each for each in came if each["date"] == batch]
        assert people(held, {"管理干部", "骨干教师", "教研员"}) == found[number]


def test_lecturers_went_twice_the_second_time_five() -> None:
    groups = of_kind("lecture-group")
    assert [str(each["date"])[:7] for each in groups] == ["2018-07", "2018-11"]
    assert str(groups[1]["date"]) == "2018-11-15 to 2018-11-16"
    assert people(groups[1:], {"专家"}) == 5
    assert "participants" not in groups[0]  # the report does not say how many


def test_postings_count_as_agreed_from_the_day_they_begin() -> None:
    before, after = date(2018, 10, 7), date(2018, 10, 8)
    for day, number in ((before, 0), (after, 12)):
        found = {line.id: line.done for line in lines(quota_table(counter(HUISHAN, day)).lines)}
        assert found["teachers.within-3-13"] == number


def test_whoever_the_report_does_not_name_is_plainly_fictional() -> None:
    named = {
        line["name"]
        for activity in FOUND["activities"]
        for line in activity.get("participants", ())
        if "name" in line
    }
    named |= {each["name"] for pair in FOUND["pairings"] for each in pair["responsible"]}
    assert {name for name in named if "示例" not in name} == NAMED_PEOPLE
    titles = {each["title"] for each in FOUND["organizations"]}
    assert {title for title in titles if "示例" not in title} == NAMED_ORGANIZATIONS
