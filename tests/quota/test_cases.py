"""Rules of other places and fields as test programmes: every quota sentence, the verdicts by hand.

What the language cannot say of these texts is not there; it is no quota, or a word is missing:
papers (handed in when, how many), results (90 % of illnesses treated in the county), a fixed place.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from pairing_cli.model.results import Judgement, QuotaLine
from tests.programmes import HERE, all_findings, targets

FOLDER = HERE / "cases" / "programmes"


@cache
def lines(name: str, as_of: date) -> dict[str, QuotaLine]:
    return targets(FOLDER / name, as_of)


def missed(name: str, as_of: date) -> set[str]:
    """What is missed in the end, scope by scope and part by part; never a sum over scopes."""
    found = lines(name, as_of).values()
    single = (line for line in found if not any(child.is_scope for child in line.children))
    return {line.id for line in single if line.verdict is Judgement.MISSED}


def pool(line: QuotaLine) -> Fraction | None:
    return line.share.pool if line.share else None


KNOWN = {"10-exemptions": {"Q006"}}
"""No principal has gone yet, so nobody has that role."""


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_the_programmes_are_clean(name: str) -> None:
    _, found = all_findings(FOLDER / name, date(2022, 1, 1))
    assert {each.code for each in found} == KNOWN.get(name, set())


def test_case_08_every_task_of_every_master() -> None:
    # The first pair did all but this: no homework in the week of 30 November, and in the week of
    # 7 December a talk of half an hour. 19 weeks: 20 Wednesdays, one in a week wholly off.
    first = {"homework-week[pair-1/autumn/2020-11-30]", "talk-week[pair-1/autumn/2020-12-07]"}
    # The second heard 8 + 5 + 8 + 6 + 3 = 30 lessons, so two months fall short and the term does not;
    # 14 weeks of work are 5 weeks and 1 time short; 1999 words, two analyses of three, third prize.
    weeks = ("2020-12-14", "2020-12-21", "2020-12-28", "2021-01-04", "2021-01-11")
    second = {
        f"{kind}-week[pair-2/autumn/{week}]" for kind in ("homework", "talk") for week in weeks
    }
    second |= {"listening-month[pair-2/2020-10]", "listening-month[pair-2/2021-01]"}
    by_term = ("homework-term", "talk-term", "research-lesson", "reading-report", "exam-analysis")
    second |= {f"{kind}[pair-2/autumn]" for kind in (*by_term, "paper", "contest")}
    second |= {"exam-analysis[pair-2/autumn].final"}
    # Three inspections of four.
    assert missed("08-mentor-pairs", date(2021, 1, 16)) == first | second | {"spot-checks[autumn]"}
    found = lines("08-mentor-pairs", date(2021, 1, 16))
    assert sum(line.is_scope for line in found["homework-week"].children) == 2 * 19
    done = {key: found[key].done for key in ("listening-term[pair-2/autumn]", "homework-term")}
    assert done == {"listening-term[pair-2/autumn]": 30, "homework-term": 18 + 14}


def test_case_09_quotas_by_role_each_term() -> None:
    # Spring: two visits of heads; three of each director but the 德育主任, who came twice. Autumn: one
    # visit, of both heads together, is one time; no director; one meeting; nobody came to the helper.
    directors = ("教学主任", "安全主任", "德育主任", "团队干部")
    autumn = {f"directors[{role}/autumn]" for role in directors}
    autumn |= {"principals[autumn]", "joint-study[autumn]", "posting[helped/autumn]"}
    assert missed("09-agreement", date(2021, 2, 1)) == autumn | {"directors[德育主任/spring]"}


def test_case_10_one_register_and_the_ratios_of_four_places() -> None:
    end = date(2021, 9, 1)
    found = lines("10-rotation", end)
    pools = {key: pool(line) for key, line in found.items() if line.share is not None}
    assert pools == {
        # One head after two terms of office and ten teachers with six years or more.
        "anhui": 11,
        "anhui.backbones": 5,  # of those who went
        "anhui.backbones-of-all": 11,
        "hefei": 11,
        "hefei-graduation": 3,
        "shanghai": 6,  # the same at the one good school, of every age
        "shanghai.backbones": 2,
        # Ten years: the head, 01, 02, 13 (03 and 04 too old); by title 07, 12; by mark 06, 11.
        "district-a": 8,
        "district-a-backbones": 4,
    }
    asked = {key: (line.target.least, line.done) for key, line in found.items() if line.target}
    assert asked == {
        "anhui": (2, 5),
        "anhui.backbones": (1, 2),  # 20 % of 5
        "anhui.backbones-of-all": (3, 2),  # 20 % of 11: the other reading of the same sentence
        "hefei": (2, 5),
        "hefei-graduation": (1, 1),  # 30 % of 3
        "shanghai": (2, 2),  # the two who go for three years
        "shanghai.backbones": (1, 1),
        "district-a": (1, 5),
        "district-a-backbones": (1, 2),
    }
    assert missed("10-rotation", end) == {"anhui.backbones-of-all"}
    ways = ("town-rural", "quality-weak", "central-village")
    assert [found[f"anhui.{way}"].done for way in ways] == [0, 3, 2]
    assert (found["district-a.exchange"].done, found["district-a.rotation"].done) == (4, 1)
    counted = found["anhui.quality-weak"]
    assert counted.verdict is Judgement.COUNTED


def test_case_10_who_is_exempt_need_not_go() -> None:
    found = lines("10-exemptions", date(2021, 9, 1))
    # Of 14 teachers one is 46 and one came five years ago; of the other twelve five are exempt, for a
    # reason each, and a sixth no more. The one head with ten years has not gone.
    teachers, principals = found["teachers"], found["principals"]
    assert (pool(teachers), pool(principals)) == (7, 1)
    assert teachers.share is not None and teachers.share.note.facts["exempt"] == 5
    assert (teachers.verdict, principals.verdict) == (Judgement.MET, Judgement.MISSED)


def test_case_15_teams_of_hospitals() -> None:
    # 2019-03-01 to 2020-02-28 is a day short of a year, so a team of five counts for nothing; in 2020
    # four are one short, five have nobody of rank, and to the third hospital nobody came.
    assert missed("15-hebei", date(2021, 3, 1)) == {
        "team[large/2020].senior",
        "team[small/2019]",
        "team[small/2019].senior",
        "team[small/2020]",
        "tcm-team[tcm/2020]",
        "tcm-team[tcm/2020].senior",
        "grade-2[示例小县医院]",
    }
    assert lines("15-hebei", date(2021, 3, 1))["grade-2a"].verdict is Judgement.MET


def test_case_15_doctors_for_six_months() -> None:
    # In 2020 one of two left a day early and came back for two months: that is no six months.
    assert missed("15-xinyu", date(2021, 1, 1)) == {"doctors[hospitals/2020]"}
    assert lines("15-xinyu", date(2021, 1, 1))["doctors[hospitals/2020]"].done == 1


def test_case_15_numbers_of_hospitals() -> None:
    found = lines("15-guangdong", date(2022, 1, 1))
    done = {key: line.done for key, line in found.items() if key.startswith("help")}
    assert done == {
        "helpers": 3,
        "helpers.general": 2,
        "helpers.tcm": 1,
        "helped": 4,
        "helped.general": 3,
        "helped.tcm": 1,
    }
    # One of the pairs there were before ended in June 2020: that year still had it, 2021 did not.
    assert [found[f"old[{year}]"].done for year in (2019, 2020, 2021)] == [2, 2, 1]
    assert missed("15-guangdong", date(2022, 1, 1)) == {*done, "old[2021]"}


def test_case_15_one_to_one_and_what_the_round_came_to() -> None:
    end = date(2022, 1, 1)
    assert missed("15-zhejiang", end) == {"pairs", "one-helped[two]"}
    found = lines("15-zhejiang", end)
    only_counted = {key: x.done for key, x in found.items() if x.verdict is Judgement.COUNTED}
    assert only_counted == {
        "sent": 3,
        "surgery": 38 + 14,
        "consultation": 1,
        "teaching": 1,
        "trained": 45 + 10,  # not the two who taught
        "specialties": 1,
        "techniques": 3,
        "further-study": 2,  # one of them twice
        "donations": Fraction(250001, 2),
    }


def test_case_25_assessed_before_the_commendation() -> None:
    # The second community was assessed a day after the last day for it.
    assert missed("25-communities", date(2022, 1, 1)) == {"assessment[two]"}
    assert lines("25-communities", date(2022, 1, 1))["commendation"].verdict is Judgement.MET
