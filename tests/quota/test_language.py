"""The language of targets by facts of the domain, each on a programme of a few lines."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from textwrap import indent

import pytest

from pairing_cli.model.results import Judgement, QuotaLine, Range
from pairing_cli.quota import explain
from tests.programmes import all_findings, counter, targets, write

SCHEME = """
programme:
  id: language
  title: 示例县协作方案
  period: 2020-01-01 to 2020-12-31
  parties: [{title: 示例区, side: helper, authority: 示例区局}, {title: 示例县, side: helped,
      authority: 示例县局}]
  terms:
    - {id: spring, title: 春学期, period: 2020-03-02 to 2020-07-10}
    - {id: autumn, title: 秋学期, period: 2020-09-01 to 2020-12-31}

organizations:
  - {title: 甲校, side: helper, stage: primary}
  - {title: 丁校, side: helper, stage: primary}
  - {title: 乙校, side: helped, stage: primary}
  - {title: 乙校东校区, side: helped, type: campus, parent: 乙校}
  - {title: 丙校, side: helped, stage: junior}
  - {title: 丙园, side: helped, type: kindergarten}

pairings:
  - {id: one, helper: 甲校, helped: 乙校}
  - {id: two, helper: 丁校, helped: [丙校, 丙园]}

activity_kinds:
  - {id: posting, title: 挂职, direction: helper-to-helped}
  - {id: shadowing, title: 跟岗, direction: helped-to-helper}
  - {id: lecture, title: 讲座, direction: helper-to-helped}
  - {id: meeting, title: 会商, direction: mutual}
"""
END = date(2020, 12, 31)


def held(
    tmp_path: Path,
    quotas: str,
    log: str = "",
    more: str = "",
    *,
    as_of: date = END,
    plan_only: bool = False,
) -> dict[str, QuotaLine]:
    """The lines of targets over a log; both are lists, written without their collection."""
    parts = {"quotas": quotas, "activities": log}
    texts = (f"{key}:\n{indent(text.strip(), '  ')}\n" for key, text in parts.items() if text)
    files = {"programme.yaml": SCHEME, "t.yaml": "".join(texts), "more.yaml": more}
    write(tmp_path, {name: text for name, text in files.items() if text})
    _, found = all_findings(tmp_path, as_of)
    assert [each for each in found if each.code[0] in "FS"] == []
    return targets(tmp_path, as_of, plan_only=plan_only)


def posted(
    number: int, days: str, *names: str, at: str = "乙校", heads: int = 0, source: str = "甲校"
) -> str:
    """A posting, of people with names or of a head count."""
    people = [f"{{from: {source}, name: {name}}}" for name in names]
    people += [f"{{from: {source}, count: {heads}}}"] if heads else []
    pairing = "one" if source in {"甲校", "乙校"} else "two"
    return (
        f"- {{id: p-{number}, pairing: {pairing}, kind: posting, date: {days}, at: {at}, "
        f"participants: [{', '.join(people)}]}}\n"
    )


MONTH = """
- {id: posts, title: 挂职一个月以上的不少于2人, count: people,
    of: {kind: posting, lasting: {at_least: 1 month}}, at_least: 2}
"""


@pytest.mark.parametrize(
    ("days", "counts"),
    [
        ("2020-09-01 to 2020-09-30", 1),
        ("2020-09-01 to 2020-09-29", 0),
        ("2020-09-15 to 2020-10-14", 1),
        ("2020-09-15 to 2020-10-13", 0),
        ("2020-01-31 to 2020-02-29", 1),  # February has no 31st: its last day ends the month
        ("2020-01-31 to 2020-02-28", 0),
        ("2020-02-01 to 2020-02-29", 1),
        ("2020-02-01 to 2020-02-28", 0),
    ],
)
def test_a_month_is_a_calendar_month(tmp_path: Path, days: str, counts: int) -> None:
    found = held(tmp_path, MONTH, posted(1, days, "示例甲"))
    assert found["posts"].done == counts


def test_a_posting_counts_once_its_length_is_reached_and_is_under_way_till_then(
    tmp_path: Path,
) -> None:
    log = posted(1, "2020-09-01 to 2020-09-30", "示例甲", "示例乙")
    before = held(tmp_path, MONTH, log, as_of=date(2020, 9, 29))["posts"]
    reached = targets(tmp_path, date(2020, 9, 30))["posts"]
    assert (before.done, before.under_way, before.verdict) == (0, 2, Judgement.ON_TRACK)
    assert (reached.done, reached.under_way, reached.verdict) == (2, 0, Judgement.MET)


def test_as_agreed_a_posting_counts_from_its_first_day(tmp_path: Path) -> None:
    agreed = MONTH.replace("1 month", "1 month, as_agreed: true")
    log = posted(1, "2020-09-01 to 2020-09-30", "示例甲") + posted(
        2, "2020-09-01 to 2020-09-29", "乙"
    )
    assert held(tmp_path, agreed, log, as_of=date(2020, 9, 1))["posts"].done == 1


def test_a_person_may_have_stayed_for_less_than_the_activity_lasted(tmp_path: Path) -> None:
    log = """
- id: p-1
  pairing: one
  kind: posting
  date: 2020-09-01 to 2020-09-30
  participants:
    - {from: 甲校, name: 示例甲}
    - {from: 甲校, name: 示例乙, date: 2020-09-02 to 2020-09-30}
"""
    assert held(tmp_path, MONTH, log)["posts"].done == 1


def test_in_total_a_persons_stretches_are_added_and_no_day_twice(tmp_path: Path) -> None:
    total = MONTH.replace("1 month", "1 month, in_total: true")
    log = (
        posted(1, "2020-03-01 to 2020-03-15", "示例甲", "示例乙")
        + posted(2, "2020-05-01 to 2020-05-15", "示例甲")  # 15 + 15 = 30 days are a month
        + posted(3, "2020-03-10 to 2020-03-24", "示例乙")  # 15 + 15 - 6 = 24 days are not
        + posted(4, "2020-10-01 to 2020-10-30", heads=3)  # nobody knows who stayed how long
    )
    found = held(tmp_path, total, log)["posts"]
    assert (found.done, found.unnamed) == (1, 0)
    assert targets(tmp_path, date(2020, 5, 14))["posts"].done == 0
    agreed = total.replace("in_total: true", "in_total: true, as_agreed: true")
    assert held(tmp_path, agreed, log, as_of=date(2020, 5, 1))["posts"].done == 1


def test_without_in_total_a_break_begins_anew(tmp_path: Path) -> None:
    log = posted(1, "2020-03-01 to 2020-03-15", "示例甲") + posted(
        2, "2020-03-17 to 2020-03-31", "甲"
    )
    assert held(tmp_path, MONTH, log)["posts"].done == 0


def test_a_longest_length_is_held_against_the_whole_posting(tmp_path: Path) -> None:
    quota = (
        "- {id: posts, title: 挂职6至11个月, count: people, "
        "of: {kind: posting, lasting: {between: [6 months, 11 months]}}, at_least: 1}"
    )
    log = (
        posted(1, "2020-01-01 to 2020-06-30", "示例甲")
        + posted(2, "2020-01-01 to 2020-11-30", "示例乙")
        + posted(3, "2020-01-01 to 2020-12-01", "示例丙")
        + posted(4, "2020-01-01 to 2020-06-29", "示例丁")
    )
    assert held(tmp_path, quota, log)["posts"].done == 2
    assert targets(tmp_path, date(2020, 6, 30))["posts"].done == 2


EXCHANGE = """
- id: exchange
  title: 两地教师交流不少于8人次
  count: person-times
  of: {direction: [helper-to-helped, helped-to-helper]}
  at_least: 8
  parts:
    - id: to-helped
      title: 派出不低于5人次
      of: {direction: helper-to-helped}
      at_least: 5
      including:
        - {id: posts, title: 其中挂职一个月以上, count: people,
            of: {kind: posting, lasting: {at_least: 1 month}}, at_least: 1}
        - {id: guests, title: 其中听讲座的, count: people, of: {kind: shadowing}, at_least: 1}
    - {id: to-helper, title: 来跟岗不低于3人次, of: {direction: helped-to-helper}, at_least: 3}
"""
BOTH_WAYS = (
    posted(1, "2020-09-01 to 2020-09-30", "示例甲")
    + posted(2, "2020-10-12 to 2020-10-16", "示例甲", "示例乙")
    + """
- {id: s-1, pairing: one, kind: shadowing, date: 2020-11-02, at: 甲校,
    participants: [{from: 乙校, count: 3}, {from: 甲校, count: 40}]}
- {id: l-1, pairing: two, kind: lecture, date: 2020-11-03,
    participants: [{from: 丁校, name: 示例丙}, {from: 丙校, count: 50}]}
- {id: m-1, pairing: two, kind: meeting, date: 2020-11-04,
    participants: [{from: 丁校, count: 2}, {from: 丙校, count: 2}]}
"""
)


def test_parts_and_what_they_include_count_inside_their_whole(tmp_path: Path) -> None:
    found = held(tmp_path, EXCHANGE, BOTH_WAYS)
    # Those who went: 1 + 2 posted and 1 lecturer, 3 shadowing; not the hosts, not those taught.
    numbers = {name: line.done for name, line in found.items()}
    assert numbers == {
        "exchange": 7,
        "exchange.to-helped": 4,
        "exchange.to-helped.posts": 1,
        "exchange.to-helped.guests": 0,  # shadowing goes the other way
        "exchange.to-helper": 3,
    }
    assert found["exchange.to-helped.posts"].unit == "people"
    assert found["exchange.to-helper"].verdict is Judgement.MET
    assert found["exchange"].remaining == 1


def test_head_counts_are_counted_and_said_to_be_unverified(tmp_path: Path) -> None:
    found = held(tmp_path, EXCHANGE, BOTH_WAYS)
    assert (found["exchange"].unnamed, found["exchange.to-helped"].unnamed) == (3, 0)


PEOPLE = "- {id: people, title: 派出人员, count: people, of: {kind: posting}, at_least: 3}"


def test_a_person_is_one_however_often(tmp_path: Path) -> None:
    log = (
        posted(1, "2020-03-02", "示例甲", "示例乙")
        + posted(2, "2020-04-02", "示 例 甲")  # official tables pad short names with blanks
        + posted(3, "2020-05-02", "示例甲", source="丁校")  # a namesake at another school
        + posted(4, "2020-05-03", heads=2)
    )
    found = held(tmp_path, PEOPLE, log)["people"]
    assert (found.done, found.unnamed) == (5, 2)


def test_a_registered_person_is_one_at_whatever_school(tmp_path: Path) -> None:
    log = posted(1, "2020-03-02", "示例甲") + posted(2, "2020-05-02", "示例甲", source="丁校")
    register = "people: [{name: 示例甲, organization: 甲校}]"
    assert held(tmp_path, PEOPLE, log, register)["people"].done == 1


def test_namesakes_in_the_register_are_two_by_their_ids(tmp_path: Path) -> None:
    log = posted(1, "2020-03-02", "jia-1", "jia-2") + posted(2, "2020-05-02", "jia-1")
    register = "people: [{id: jia-1, name: 示例甲}, {id: jia-2, name: 示例甲}]"
    assert held(tmp_path, PEOPLE, log, register)["people"].done == 2


ROTATION = """
- id: rotation
  title: 交流教师不低于符合条件教师的10%，其中骨干不低于交流人数的20%
  count: people
  of: {kind: posting}
  share_of: eligible
  at_least: 10 %
  including:
    - {id: backbones, title: 其中骨干, of: {person_level: 骨干}, share_of: parent, at_least: 20 %}
"""
ENTERED = """
figures:
  - id: eligible
    title: 符合交流条件的教师
    values:
      - {value: 90, date: 2019-12-31, source: 年报}
      - {value: 123, date: 2020-09-01, source: 年报}
"""


def test_a_share_is_the_number_that_makes_it_up(tmp_path: Path) -> None:
    log = posted(1, "2020-10-09", heads=12)
    found = held(tmp_path, ROTATION, log, ENTERED)["rotation"]
    assert found.target == Range(13, None)  # 12.3 people are 13
    assert (found.done, found.remaining) == (12, 1)
    assert found.share is not None and found.share.done == Fraction(1200, 123)
    assert targets(tmp_path, date(2020, 8, 31))["rotation"].target == Range(9, None)


def test_a_share_of_the_outer_target_is_of_what_it_asks_until_it_is_over(tmp_path: Path) -> None:
    log = posted(1, "2020-10-09", heads=12)
    found = held(tmp_path, ROTATION, log, ENTERED)["rotation.backbones"]
    assert found.target == Range(3, None)  # 20 % of 13, which are still asked
    after = targets(tmp_path, date(2021, 1, 1))["rotation.backbones"]
    assert after.target == Range(3, None) and after.verdict is Judgement.MISSED  # 20 % of 12: 2.4
    more = held(tmp_path, ROTATION, posted(1, "2020-10-09", heads=16), ENTERED)
    assert more["rotation.backbones"].target == Range(4, None)  # 20 % of the 16 who went


def test_the_proof_of_a_part_asks_what_the_table_asks(tmp_path: Path) -> None:
    found = held(tmp_path, ROTATION, posted(1, "2020-10-09", heads=4), ENTERED)
    (proof,) = explain(counter(tmp_path, END), "rotation.backbones")
    assert proof.line.target == found["rotation.backbones"].target == Range(3, None)


def test_without_a_figure_there_is_no_data_and_no_pass(tmp_path: Path) -> None:
    missing = "figures: [{id: eligible, title: 符合交流条件的教师}]"
    log = posted(1, "2020-10-09", heads=500)
    for day in (END, date(2021, 6, 1)):
        found = held(tmp_path, ROTATION, log, missing, as_of=day)["rotation"]
        assert (found.verdict, found.target, found.done) == (Judgement.NO_DATA, None, 500)
    before = held(tmp_path, ROTATION, log, ENTERED, as_of=date(2019, 12, 30))["rotation"]
    assert before.verdict is Judgement.NO_DATA  # nobody had said the number yet


def test_at_most_a_share_is_rounded_down(tmp_path: Path) -> None:
    quota = ROTATION.replace("at_least: 10 %", "at_most: 10 %").split("  including")[0]
    found = held(tmp_path, quota, posted(1, "2020-10-09", heads=13), ENTERED)["rotation"]
    assert found.target == Range(0, 12)
    assert found.verdict is Judgement.UNREACHABLE


YEARLY = ROTATION.split("  including", maxsplit=1)[0].replace(
    "  share_of", "  per: year\n  share_of"
)


def test_what_is_over_keeps_the_figure_of_its_time(tmp_path: Path) -> None:
    long = SCHEME.replace("2020-12-31\n  parties", "2021-12-31\n  parties")
    held(tmp_path, YEARLY, posted(1, "2020-10-09", heads=13), ENTERED)
    later = "      - {value: 200, date: 2021-09-01, source: 年报}\n"
    write(tmp_path, {"programme.yaml": long, "more.yaml": ENTERED + later})
    found = targets(tmp_path, date(2021, 10, 1))
    assert found["rotation[2020]"].target == Range(13, None)
    assert found["rotation[2020]"].verdict is Judgement.MET
    assert found["rotation[2021]"].target == Range(20, None)


# Case 10, a district's rule: men under 50, women under 45, and one of: ten years at the school, a
# backbone's title, a wish for promotion, no service in the country. Others are put off or exempt.
REGISTER = """
people:
  - {name: 示例一, organization: 甲校, sex: male, born: 1970-10, at_school_since: 2010-09-01}
  - {name: 示例二, organization: 甲校, sex: male, born: 1970-09, at_school_since: 2010-09-01}
  - {name: 示例三, organization: 甲校, sex: female, born: 1975-10, level: 骨干}
  - {name: 示例四, organization: 甲校, sex: female, born: 1975-09, level: 骨干}
  - {name: 示例五, organization: 丁校, sex: female, born: 1990-01, marks: 拟报中级职称}
  - {name: 示例六, organization: 丁校, sex: male, born: 1990-01, at_school_since: 2010-09-03}
  - {name: 示例七, organization: 丁校, sex: male, born: 1990-01, marks: [无农村任教经历]}
  - name: 示例八
    organization: 丁校
    sex: female
    born: 1990-01
    level: 骨干
    exemptions: [{reason: 孕期哺乳期, period: 2020-03-01 to 2021-02-28, approved_by: 示例区局}]
  - name: 示例九
    organization: 甲校
    sex: female
    born: 1990-01
    level: 骨干
    exemptions: [{reason: 课题领衔, period: 2019-09-01 to 2020-08-31, approved_by: 示例区局}]
  - {name: 示例十, organization: 甲校, level: 骨干}
figures:
  - id: eligible
    title: 应交流教师
    people:
      on: 2020-09-01
      age: [{sex: male, below: 50}, {sex: female, below: 45}]
      any_of:
        - {at_school_for: 10 years}
        - {level: 骨干}
        - {mark: [拟报中级职称, 无农村任教经历]}
"""


def test_a_pool_is_counted_from_the_register(tmp_path: Path) -> None:
    found = held(tmp_path, ROTATION, "", REGISTER)["rotation"]
    # 一: 49, ten years to the day before; 三: 44; 五 and 七 by their marks; 九, exempt no more.
    # Not 二 and 四 (50 and 45), 六 (a day short of ten years), 八 (exempt), 十 (no age known).
    assert found.share is not None
    assert (found.share.pool, found.target) == (5, Range(1, None))
    assert found.share.note.facts["exempt"] == 1


def test_a_pool_of_each_school_has_its_own_people(tmp_path: Path) -> None:
    quota = (
        ROTATION.split("  including", maxsplit=1)[0] + "  per: school\n  schools: {side: helper}\n"
    )
    found = held(tmp_path, quota, posted(1, "2020-09-02", "示例一"), REGISTER)
    pools = {key: line.share.pool for key, line in found.items() if line.share is not None}
    assert pools == {"rotation[甲校]": 3, "rotation[丁校]": 2}
    done = {key: line.done for key, line in found.items()}
    assert done == {"rotation": 1, "rotation[甲校]": 1, "rotation[丁校]": 0}


def test_a_person_selected_by_rank_is_ranked_as_registered(tmp_path: Path) -> None:
    log = posted(1, "2020-09-02", "示例三", "示例一") + posted(2, "2020-09-03", heads=5)
    found = held(tmp_path, ROTATION, log, REGISTER)
    assert (found["rotation"].done, found["rotation.backbones"].done) == (7, 1)


LEADERS = """
- id: leaders
  title: 局长互访一次，或视频会商两次
  per: side
  any_of:
    - {id: visit, title: 互访一次, count: activities,
        of: {kind: [posting, shadowing], mode: on-site}, at_least: 1}
    - {id: call, title: 视频会商两次, count: activities, of: {kind: meeting, mode: online}, at_least: 2}
"""
CALL = (
    "- {{id: c-{n}, pairing: one, kind: meeting, date: 2020-0{n}-01, mode: online, "
    "participants: [{{from: 甲校, count: 1}}{others}]}}\n"
)


def test_one_alternative_is_enough_for_each_side(tmp_path: Path) -> None:
    both = ", {from: 乙校, count: 1}"
    log = (
        posted(1, "2020-05-06", heads=1)
        + CALL.format(n=6, others=both)
        + CALL.format(n=7, others="")
    )
    found = held(tmp_path, LEADERS, log)
    verdicts = {key: line.verdict for key, line in found.items()}
    assert verdicts["leaders[helper]"] is Judgement.MET  # it went, and took part in both calls
    assert verdicts["leaders[helper].visit"] is Judgement.MET
    assert verdicts["leaders[helper].call"] is Judgement.MET
    assert found["leaders[helped].call"].done == 1  # it was in one call, and went nowhere
    assert targets(tmp_path, date(2021, 1, 1))["leaders[helped]"].verdict is Judgement.MISSED


def test_two_of_three_alternatives_when_two_are_asked(tmp_path: Path) -> None:
    quota = """
- id: work
  title: 三项中完成两项
  at_least: 2
  any_of:
    - {title: 挂职, count: people, of: {kind: posting}, at_least: 1}
    - {title: 跟岗, count: people, of: {kind: shadowing}, at_least: 1}
    - {title: 讲座, count: class-hours, of: {kind: lecture}, at_least: 2.5}
"""
    lecture = (
        "- {{id: l-{n}, pairing: one, kind: lecture, date: 2020-0{n}-01, "
        "amounts: {{class-hours: {h}}}}}\n"
    )
    log = posted(1, "2020-05-06", heads=1) + lecture.format(n=6, h=1.5)
    found = held(tmp_path, quota, log, as_of=date(2021, 1, 1))
    assert (found["work"].done, found["work"].verdict) == (1, Judgement.MISSED)
    found = held(tmp_path, quota, log + lecture.format(n=7, h=1), as_of=date(2021, 1, 1))
    assert found["work.3"].done == Fraction(5, 2)
    assert (found["work"].done, found["work"].verdict) == (2, Judgement.MET)


def scopes(tmp_path: Path, per: str, more: str = "", of: str = "{}") -> dict[str, int]:
    """What is done in each scope of a target that counts activities (posted and meetings)."""
    log = (
        posted(1, "2020-03-31 to 2020-09-30", heads=1, at="乙校东校区")
        + posted(2, "2020-08-02", heads=1, source="丁校", at="丙校")
        + posted(3, "2020-10-01", heads=2, source="丁校", at="丙园")
        + "- {id: m-1, pairing: two, kind: meeting, date: 2020-12-31, at: 丙校}\n"
    )
    quota = f"- {{id: q, title: 活动, count: activities, of: {of}, per: {per}, {more}at_least: 1}}"
    found = held(tmp_path, quota, log)
    assert sum(line.done for line in found.values() if line.is_scope) >= found["q"].done
    return {key[2:-1]: int(line.done) for key, line in found.items() if line.is_scope}


def test_scopes_in_time_belong_to_the_day_an_activity_began(tmp_path: Path) -> None:
    assert scopes(tmp_path, "quarter") == {"2020-Q1": 1, "2020-Q2": 0, "2020-Q3": 1, "2020-Q4": 2}
    assert scopes(tmp_path, "year") == {"2020": 4}
    assert scopes(tmp_path, "term") == {"spring": 1, "autumn": 2}  # August is nobody's term
    assert scopes(tmp_path, "month", "months: [2020-03, 2020-08, 2020-11], ") == {
        "2020-03": 1,
        "2020-08": 1,
        "2020-11": 0,
    }
    assert scopes(tmp_path, "year", "period: 2019-12-31 to 2020-08-02, ") == {"2019": 0, "2020": 2}


def test_scopes_of_sides_and_schools(tmp_path: Path) -> None:
    # A meeting of which nobody is recorded is of both sides; what went, of the side that went.
    assert scopes(tmp_path, "side") == {"helper": 4, "helped": 1}
    # A campus is its school's; a school's is also what was held there.
    assert scopes(tmp_path, "school") == {"甲校": 1, "乙校": 1, "丁校": 2, "丙校": 2, "丙园": 1}
    assert scopes(tmp_path, "school", "schools: {side: helped, type: school}, ") == {
        "乙校": 1,
        "丙校": 2,
    }
    assert scopes(tmp_path, "school", "schools: {stage: junior}, ") == {"丙校": 2}
    assert scopes(tmp_path, "[side, pairing]") == {
        "helper/one": 1,
        "helper/two": 3,
        "helped/one": 0,
        "helped/two": 1,
    }


def test_each_role_counts_for_itself(tmp_path: Path) -> None:
    quota = (
        "- {id: visits, title: 各3次以上, count: activities, "
        "of: {kind: posting, role: [教学主任, 德育主任]}, per: [role, term], at_least: 3}"
    )
    line = "{{from: 甲校, role: {role}, count: 1}}"
    both = ", ".join(line.format(role=role) for role in ("教学主任", "德育主任"))
    visit = (
        "- {{id: v-{n}, pairing: one, kind: posting, date: 2020-04-{n}, participants: [{who}]}}\n"
    )
    log = "".join(visit.format(n=n, who=both) for n in (10, 11))
    log += visit.format(n=12, who=line.format(role="教学主任"))
    log += visit.format(n=13, who=line.format(role="校长"))
    found = held(tmp_path, quota, log, as_of=date(2020, 7, 11))
    spring = {key: line.done for key, line in found.items() if key.endswith("/spring]")}
    assert spring == {"visits[教学主任/spring]": 3, "visits[德育主任/spring]": 2}
    assert found["visits[教学主任/spring]"].verdict is Judgement.MET
    assert found["visits[德育主任/spring]"].verdict is Judgement.MISSED


def test_weeks_belong_to_their_wednesday_and_whole_holidays_are_left_out(tmp_path: Path) -> None:
    holiday = SCHEME.replace("  terms:", "  calendar: {off: 2020-10-05 to 2020-10-09}\n  terms:", 1)
    quota = (
        "- {id: weekly, title: 每周1次, count: activities, per: week, "
        "period: 2020-09-30 to 2020-10-27, at_least: 1}"
    )
    log = "\n".join(
        f"- {{id: m-{n}, pairing: one, kind: meeting, date: {day}}}"
        for n, day in enumerate(("2020-09-30", "2020-10-12", "2020-10-18", "2020-10-26"))
    )
    held(tmp_path, quota, log)
    write(tmp_path, {"programme.yaml": holiday})
    found = targets(tmp_path, date(2020, 12, 31))
    # 09-30 is a Wednesday: the week of 09-28 belongs here; 10-28 is one too, but after the period.
    numbers = {key: line.done for key, line in found.items() if line.is_scope}
    assert numbers == {"weekly[2020-09-28]": 1, "weekly[2020-10-12]": 2, "weekly[2020-10-19]": 0}


@pytest.mark.parametrize("per", ["week", "month", "quarter", "year", "term", "[school, week]"])
def test_the_last_and_the_first_days_of_the_calendar_are_days_like_others(
    tmp_path: Path, per: str
) -> None:
    quota = f"- {{id: q, title: 活动, count: activities, per: {per}, period: PERIOD, at_least: 1}}"
    for period in ("9999-12-01 to 9999-12-31", "0001-01-01 to 0001-01-31"):
        found = held(tmp_path, quota.replace("PERIOD", period))
        assert found["q"].done == 0


def test_at_most_is_met_until_it_is_exceeded(tmp_path: Path) -> None:
    quota = "- {id: few, title: 每学期至多2次, count: activities, per: term, at_most: 2}"
    log = "".join(posted(n, f"2020-04-0{n}", heads=1) for n in (1, 2))
    met = held(tmp_path, quota, log, as_of=date(2020, 5, 1))["few[spring]"]
    assert (met.verdict, met.remaining) == (Judgement.MET, 0)
    log += posted(3, "2020-04-03", heads=1)
    assert held(tmp_path, quota, log)["few[spring]"].verdict is Judgement.MISSED
    too_many = targets(tmp_path, date(2020, 5, 1))["few[spring]"]
    assert too_many.verdict is Judgement.UNREACHABLE


def test_an_event_counts_when_it_has_the_quality_that_is_asked(tmp_path: Path) -> None:
    quota = """
- id: essays
  title: 论文1篇，2000字以上；讲座20人以上
  count: activities
  of: {kind: lecture}
  including:
    - {id: long, title: 2000字以上, of: {amounts: {words: {at_least: 2000}}}, at_least: 1}
    - {id: short, title: 不超过1999字, of: {amounts: {words: {at_most: 1999}}}, at_least: 1}
    - {id: large, title: 派出3至4人,
        of: {direction: helper-to-helped, attended: {at_least: 3, at_most: 4}}, at_least: 1}
    - {id: prize, title: 高于三等奖, of: {award: [特等奖, 一等奖, 二等奖]}, at_least: 1}
"""
    event = "- {{id: l-{n}, pairing: one, kind: lecture, date: 2020-04-0{n}, {more}}}\n"
    log = "".join(
        event.format(n=n, more=more)
        for n, more in enumerate(
            (
                "amounts: {words: 2000}, award: 三等奖",
                "amounts: {words: 1999}, award: 二等奖",
                "participants: [{from: 甲校, count: 2}, {from: 乙校, count: 30}]",
                "participants: [{from: 甲校, count: 2}, {from: 甲校, count: 1}]",
            ),
            1,
        )
    )
    found = held(tmp_path, quota, log)
    assert found["essays"].verdict is Judgement.COUNTED and found["essays"].done == 4
    numbers = {key.partition(".")[2]: line.done for key, line in found.items() if "." in key}
    assert numbers == {"long": 1, "short": 1, "large": 1, "prize": 1}


WAIVER = "{{id: w, quota: posts, {what}, reason: 疫情, approved_by: 示例县局, date: 2020-03-20}}"
PER_TERM = "- {id: posts, title: 挂职, count: people, of: {kind: posting}, per: [pairing, term], at_least: 2}"


def test_a_waiver_excuses_a_target_or_one_scope_of_it(tmp_path: Path) -> None:
    waiver = f"waivers: [{WAIVER.format(what='excused: true, pairing: one, term: spring')}]"
    after = date(2021, 1, 1)
    found = held(tmp_path, PER_TERM, posted(1, "2020-10-09", heads=1), waiver, as_of=after)
    verdicts = {key: line.verdict for key, line in found.items() if line.is_scope}
    assert verdicts.pop("posts[one/spring]") is Judgement.EXEMPT
    assert set(verdicts.values()) == {Judgement.MISSED}
    # Of 4 scopes 3 hold, each of 2 people; one of these is there.
    assert (found["posts"].target, found["posts"].remaining) == (Range(6, None), 5)
    before = targets(tmp_path, date(2020, 3, 19))  # nobody had approved it yet
    assert before["posts[one/spring]"].verdict is not Judgement.EXEMPT
    everywhere = f"waivers: [{WAIVER.format(what='excused: true')}]"
    found = held(tmp_path, PER_TERM, "", everywhere, as_of=after)
    assert {line.verdict for line in found.values()} == {Judgement.EXEMPT}


def test_a_waiver_moves_the_last_day(tmp_path: Path) -> None:
    waiver = f"waivers: [{WAIVER.format(what='until: 2020-08-31, pairing: one, term: 春学期')}]"
    log = posted(1, "2020-08-31", heads=2) + posted(2, "2020-08-31", heads=2, source="丁校")
    found = held(tmp_path, PER_TERM, log, waiver)
    assert (found["posts[one/spring]"].done, found["posts[one/spring]"].due) == (
        2,
        date(2020, 8, 31),
    )
    assert found["posts[one/spring]"].verdict is Judgement.MET
    assert found["posts[two/spring]"].verdict is Judgement.MISSED


def test_what_is_done_after_the_due_day_does_not_count(tmp_path: Path) -> None:
    quota = "- {id: posts, title: 挂职, count: people, of: {kind: posting}, due: 2020-06-30, at_least: 2}"
    log = posted(1, "2020-06-30", heads=1) + posted(2, "2020-07-01", heads=1)
    found = held(tmp_path, quota, log)["posts"]
    assert (found.done, found.verdict, found.due) == (1, Judgement.MISSED, date(2020, 6, 30))
    by_term = PER_TERM.replace("at_least", "due: 1 week before the term, at_least")
    log = posted(1, "2020-02-20", heads=2) + posted(2, "2020-02-25", heads=1)
    found = held(tmp_path, by_term, log)["posts[one/spring]"]
    assert (found.due, found.done) == (date(2020, 2, 24), 2)
    # Before the autumn it counts from the end of spring: what spring did is no preparation for it.
    log = posted(1, "2020-07-10", heads=2) + posted(2, "2020-07-11", heads=1)
    assert held(tmp_path, by_term, log)["posts[one/autumn]"].done == 1


# The schedules of seed 000: ten posted, five classes of three to five experts; 20 + 46 + 30 who come.
PLAN = """
schedules:
  - id: posts
    title: 挂职安排
    kind: posting
    total: 10
    lines:
      - {id: post-1, title: 挂职12至18个月, when: 2020-03, lasting: [12 months, 18 months], people: 2}
      - {id: post-2, title: 挂职6个月, when: 2020-03, lasting: 6 months, people: 1, subject: [思政, 历史]}
      - {id: post-3, title: 挂职3个月, when: 2020-09, lasting: 3 months, people: 2}
      - {id: post-4, title: 挂职1个月, when: 2020-09, lasting: 1 month, people: 5}
  - id: experts
    title: 专家指导培训计划表
    kind: lecture
    total: [15, 25]
    lines:
      - {id: expert-1, title: 初中科学, when: 2020-09, lasting: 3 days, people: [3, 5], trainees: 50}
      - {id: expert-2, title: 初中数学, when: 2020-09, lasting: 3 days, people: [3, 5], trainees: 50}
      - {id: expert-3, title: 小学音乐, when: 2020-10, lasting: 3 days, people: [3, 5], trainees: 50}
      - {id: expert-4, title: 小学美术, when: 2020-10, lasting: 3 days, people: [3, 5], trainees: 50}
      - {id: expert-5, title: 学前教育, when: 2020-11, lasting: 3 days, people: [3, 5], trainees: 100}
  - id: shadowing
    title: 跟岗培训计划表
    kind: shadowing
    total: 96
    lines:
      - {id: shadowing-1, title: 第一期, when: 2020-09, lasting: 1 month, people: 20}
      - {id: shadowing-2, title: 第二期, when: 2020-09 to 2020-10, lasting: 1 week, people: 46, batches: 2}
      - {id: shadowing-3, title: 第三期, when: 2020-10 to 2020-11, lasting: 2 weeks, people: 30}
"""
JIANSHI = """
- id: exchange
  title: 两地教师交流不少于196人次
  count: person-times
  of: {direction: [helper-to-helped, helped-to-helper]}
  at_least: 196
  parts:
    - id: to-helped
      title: 选派不低于100人次
      of: {direction: helper-to-helped}
      at_least: 100
      including:
        - {id: month, title: 其中一个月以上, of: {kind: posting, lasting: {at_least: 1 month}}, at_least: 10}
    - id: to-helper
      title: 来学习不低于96人次
      of: {direction: helped-to-helper}
      at_least: 96
      including:
        - {id: month, title: 其中一个月以上, of: {lasting: {at_least: 1 month}}, at_least: 20}
"""


def test_by_the_plan_alone_the_seed_is_short_of_65_to_75(tmp_path: Path) -> None:
    found = held(tmp_path, JIANSHI, "", PLAN, as_of=date(2020, 6, 1), plan_only=True)
    plans = {key: (line.planned, line.slack, line.verdict) for key, line in found.items()}
    assert plans == {
        "exchange": (Range(121, 131), Range(-75, -65), Judgement.UNREACHABLE),
        "exchange.to-helped": (Range(25, 35), Range(-75, -65), Judgement.UNREACHABLE),
        "exchange.to-helped.month": (Range(10, 10), Range(0, 0), Judgement.AT_RISK),
        "exchange.to-helper": (Range(96, 96), Range(0, 0), Judgement.AT_RISK),
        "exchange.to-helper.month": (Range(20, 20), Range(0, 0), Judgement.AT_RISK),
    }
    assert {line.done for line in found.values()} == {0}


def test_what_is_planned_ahead_is_what_nothing_fulfils_and_is_not_over(tmp_path: Path) -> None:
    quota = "- {id: guests, title: 跟岗, count: people, of: {kind: shadowing}, at_least: 96}"
    came = (
        "- {id: s-1, pairing: one, kind: shadowing, date: 2020-09-07 to 2020-10-06, "
        "fulfils: shadowing-1, participants: [{from: 乙校, count: HEADS}]}"
    )
    october = date(2020, 10, 15)
    nobody = held(tmp_path, quota, "", PLAN, as_of=october)["guests"]
    assert (nobody.planned, nobody.slack) == (Range(96, 96), Range(0, 0))
    # Of 96 planned, the 20 of September have not come: 76 lie ahead. They may be made up for.
    assert nobody.verdict is Judgement.AT_RISK
    full = held(tmp_path, quota, came.replace("HEADS", "20"), PLAN, as_of=october)["guests"]
    assert (full.done, full.verdict) == (20, Judgement.AT_RISK)  # 20 + 76: nothing to spare
    more = held(tmp_path, quota, came.replace("HEADS", "21"), PLAN, as_of=october)["guests"]
    assert (more.done, more.verdict) == (21, Judgement.ON_TRACK)


def test_after_the_first_of_two_batches_the_second_lies_ahead(tmp_path: Path) -> None:
    quota = """
- {id: guests, title: 第二期, count: people, of: {kind: shadowing, audience: 管理干部}, at_least: 46}
- {id: times, title: 批次, count: activities, of: {kind: shadowing, audience: 管理干部}, at_least: 2}
"""
    plan = PLAN.replace("title: 第二期", "title: 第二期, audience: 管理干部")
    batch = (
        "- {{id: s-{n}, pairing: one, kind: shadowing, audience: 管理干部, date: 2020-{day}, "
        "fulfils: shadowing-2, participants: [{{from: 乙校, count: 23}}]}}\n"
    )
    first = batch.format(n=1, day="09-14 to 2020-09-20")
    found = held(tmp_path, quota, first, plan, as_of=date(2020, 10, 1))
    verdicts = {key: (line.done, line.verdict) for key, line in found.items()}
    # 23 have come and 23 lie ahead: the plan suffices, with nothing to spare.
    assert verdicts == {"guests": (23, Judgement.AT_RISK), "times": (1, Judgement.AT_RISK)}
    paces = {key: line.pace for key, line in found.items()}
    assert paces == {"guests": 23, "times": 1}
    both = first + batch.format(n=2, day="10-12 to 2020-10-18")
    found = held(tmp_path, quota, both, plan, as_of=date(2020, 10, 18))
    assert {line.verdict for line in found.values()} == {Judgement.MET}


def test_batches_are_events_and_a_line_of_either_subject_fits_only_both(tmp_path: Path) -> None:
    quota = """
- {id: events, title: 跟岗批次, count: activities, of: {kind: shadowing}, at_least: 4}
- {id: politics, title: 思政, count: people, of: {kind: posting, subject: 思政}, at_least: 1}
- {id: either, title: 思政或历史, count: people, of: {kind: posting, subject: [思政, 历史, 语文]}, at_least: 1}
- {id: half-year, title: 6个月以上, count: people,
    of: {kind: posting, lasting: {at_least: 6 months}}, at_least: 1}
- {id: shorter, title: 不足6个月, count: people, of: {kind: posting, lasting: {below: 6 months}}, at_least: 1}
"""
    found = held(tmp_path, quota, "", PLAN, as_of=date(2020, 1, 1), plan_only=True)
    plans = {key: line.planned and line.planned.least for key, line in found.items()}
    assert plans == {"events": 4, "politics": None, "either": 1, "half-year": 3, "shorter": 7}


def test_tasks_of_a_pairing_are_not_planned_for_each_school_again(tmp_path: Path) -> None:
    plan = "plans: [{pairing: two, tasks: [{month: 2020-04, kind: lecture, work: 讲座, times: 2}]}]"
    quota = "- {id: q, title: 讲座, count: activities, of: {kind: lecture}, per: PER, at_least: 1}"
    found = held(tmp_path, quota.replace("PER", "pairing"), "", plan)
    assert found["q[two]"].planned == Range(2, 2)
    found = held(tmp_path, quota.replace("PER", "school"), "", plan)
    assert {line.planned for line in found.values()} == {None}  # no task says whose school it is
    found = held(tmp_path, quota.replace("PER", "side"), "", plan)
    assert found["q[helper]"].planned == Range(2, 2)  # lectures go to the helped side
    assert found["q[helped]"].planned == Range(0, 0)


def test_a_pairing_is_asked_while_it_is_valid(tmp_path: Path) -> None:
    halves = SCHEME.replace(
        "helped: 乙校}", "helped: 乙校, period: 2020-01-01 to 2020-08-31}"
    ).replace(
        "  - {id: two,",
        "  - {id: next, helper: 丁校, helped: 乙校, replaces: one, period: 2020-09-01 to 2020-12-31}\n"
        "  - {id: two,",
    )
    per = "- {id: q, title: 活动, count: activities, per: [pairing, PART], at_least: 1}"
    pairs = "- {id: pairs, title: 结对, count: pairings, per: quarter, at_least: 2}"
    held(tmp_path, per.replace("PART", "term") + "\n" + pairs)
    write(tmp_path, {"programme.yaml": halves})
    found = targets(tmp_path, END)
    assert [key for key in found if key.startswith("q[")] == [
        "q[one/spring]",
        "q[next/autumn]",
        "q[two/spring]",
        "q[two/autumn]",
    ]
    quarters = {
        key[-3:-1]: line.done for key, line in found.items() if line.is_scope and key[0] == "p"
    }
    # in the third quarter one pair was replaced by another, which is still two at its end
    assert quarters == {"Q1": 2, "Q2": 2, "Q3": 2, "Q4": 2}
    assert targets(tmp_path, date(2020, 8, 31))["pairs[2020-Q3]"].done == 2


def test_papers_that_came_in_are_counted_in_copies(tmp_path: Path) -> None:
    quotas = """
- {id: notes, title: 听课笔记每学期不少于6份, count: documents, of: {document: note, side: helper},
    per: [pairing, term], at_least: 6}
"""
    papers = """
document_types: [{id: note, title: 听课笔记}]
submissions:
  - {pairing: one, type: note, from: 甲校, received: 2020-04-01, copies: 4}
  - {pairing: one, type: note, from: 甲校, received: 2020-05-01, copies: 2}
  - {pairing: one, type: note, from: 乙校, received: 2020-05-02, copies: 9}
  - {pairing: one, type: note, from: 甲校, received: 2020-10-01, copies: 5}
  - {pairing: one, type: note, from: 甲校, received: 2020-10-02,
     rejected: {date: 2020-10-03, by: 教育局, reason: 空白}}
"""
    lines = held(tmp_path, quotas, more=papers)
    assert (lines["notes[one/spring]"].done, lines["notes[one/spring]"].remaining) == (6, 0)
    assert (lines["notes[one/autumn]"].done, lines["notes[one/autumn]"].remaining) == (5, 1)


def test_an_entered_rate_is_held_against_its_target(tmp_path: Path) -> None:
    quotas = """
- {id: rate, title: 县域住院率不低于85, count: figure, figure: admission, at_least: 85}
- {id: unknown, title: 县域就诊率不低于90, count: figure, figure: visits, at_least: 90}
"""
    figures = """
figures:
  - {id: admission, title: 县域住院率, values: [{value: 84.6, date: 2020-12-01, source: 示例年报}]}
  - {id: visits, title: 县域就诊率}
"""
    lines = held(tmp_path, quotas, more=figures)
    assert (lines["rate"].done, lines["rate"].remaining) == (Fraction("84.6"), Fraction("0.4"))
    assert lines["unknown"].verdict is Judgement.NO_DATA


def test_only_those_who_belong_to_the_pool_count_towards_its_share(tmp_path: Path) -> None:
    quotas = """
- {id: rotation, title: 应交流的交流10%以上, count: people, of: {kind: posting, among: due},
    share_of: due, at_least: 10 %}
"""
    people = """
figures:
  - {id: due, title: 同校满六年的教师, people: {on: 2020-09-01, any_of: [{at_school_for: 6 years}]}}
people:
  - {name: 示例久任, organization: 甲校, at_school_since: 2010-09-01}
  - {name: 示例新任, organization: 甲校, at_school_since: 2018-09-01}
"""
    lines = held(tmp_path, quotas, posted(1, "2020-09-01", "示例新任"), people)
    assert (lines["rotation"].done, lines["rotation"].target) == (0, Range(1, None))
    lines = held(tmp_path, quotas, posted(1, "2020-09-01", "示例久任", "示例新任"), people)
    assert lines["rotation"].done == 1


def test_a_length_that_is_reached_after_the_due_day_does_not_count(tmp_path: Path) -> None:
    quotas = """
- {id: posts, title: 10月底前挂职满一个月, count: people,
    of: {kind: posting, lasting: {at_least: 1 month}}, at_least: 1, due: 2020-10-31}
"""
    log = posted(1, "2020-10-20 to 2020-11-30", "示例甲")
    verdicts = [
        held(tmp_path, quotas, log, as_of=day)["posts"].verdict
        for day in (date(2020, 10, 25), date(2020, 11, 1), date(2020, 11, 25))
    ]
    assert verdicts == [Judgement.UNREACHABLE, Judgement.MISSED, Judgement.MISSED]


def test_a_part_never_counts_people_whom_its_whole_leaves_out(tmp_path: Path) -> None:
    quotas = """
- id: sent
  title: 派出
  count: person-times
  of: {direction: helper-to-helped}
  at_least: 2
  including: [{id: hosts, title: 其中受援方, of: {side: helped}}]
"""
    log = """
- {id: a, pairing: one, kind: lecture, date: 2020-04-01,
    participants: [{from: 甲校, count: 2}, {from: 乙校, count: 50}]}
"""
    lines = held(tmp_path, quotas, log)
    assert (lines["sent"].done, lines["sent.hosts"].done) == (2, 0)


def test_the_host_is_not_the_one_who_goes(tmp_path: Path) -> None:
    quotas = """
- {id: heads, title: 校长到校, count: activities, of: {direction: helper-to-helped, role: 校长},
    at_least: 1}
"""
    log = """
- {id: a, pairing: one, kind: lecture, date: 2020-04-01,
    participants: [{from: 甲校, role: 教师, count: 1}, {from: 乙校, role: 校长, count: 1}]}
"""
    assert held(tmp_path, quotas, log)["heads"].done == 0


def test_a_school_is_reached_where_the_lecture_is_held(tmp_path: Path) -> None:
    quotas = """
- id: helped
  title: 受援学校
  count: schools
  of: {side: helped}
  including: [{id: reached, title: 讲座覆盖, of: {kind: lecture}, share_of: parent, at_least: 60 %}]
"""
    log = """
- {id: a, pairing: one, kind: lecture, date: 2020-04-01, at: 乙校, participants: [{from: 甲校, count: 1}]}
- {id: b, pairing: two, kind: lecture, date: 2020-04-02, at: 丙校, participants: [{from: 丁校, count: 1}]}
"""
    lines = held(tmp_path, quotas, log)
    assert (lines["helped"].done, lines["helped.reached"].done) == (3, 2)
    assert lines["helped.reached"].verdict is Judgement.MET


def test_a_line_for_eight_is_not_done_when_one_has_come(tmp_path: Path) -> None:
    quotas = "- {id: q, title: 跟岗5人, count: people, of: {kind: shadowing}, at_least: 5}"
    schedule = """
schedules:
  - {id: s, title: 计划, kind: shadowing, lines: [{id: l, title: 跟岗, when: 2020-09, people: 8}]}
"""
    log = """
- {id: a, pairing: one, kind: shadowing, date: 2020-09-02, fulfils: l,
    participants: [{from: 乙校, name: 示例甲}]}
"""
    line = held(tmp_path, quotas, log, schedule, as_of=date(2020, 9, 2))["q"]
    assert (line.done, line.planned, line.verdict) == (1, Range(8, 8), Judgement.ON_TRACK)


@pytest.mark.parametrize(
    ("bound", "verdict"),
    [
        ("at_most: 3", Judgement.UNREACHABLE),
        ("exactly: 3", Judgement.UNREACHABLE),
        ("between: [2, 4]", Judgement.ON_TRACK),
    ],
)
def test_a_plan_may_be_too_much(tmp_path: Path, bound: str, verdict: Judgement) -> None:
    quotas = f"- {{id: q, title: 讲座, count: activities, of: {{kind: lecture}}, {bound}}}"
    plans = """
plans:
  - pairing: one
    tasks: [{month: 2020-05, kind: lecture, work: 讲座, times: 4, due: 2020-05-20, responsible: 示例}]
"""
    assert held(tmp_path, quotas, more=plans, plan_only=True)["q"].verdict is verdict


def test_a_term_is_cut_to_the_period_of_the_target(tmp_path: Path) -> None:
    quotas = """
- {id: q, title: 四月讲座, count: activities, of: {kind: lecture}, per: term,
    period: 2020-04-01 to 2020-04-30, at_least: 1}
"""
    log = """
- {id: a, pairing: one, kind: lecture, date: 2020-03-03}
- {id: b, pairing: one, kind: lecture, date: 2020-05-03}
"""
    assert held(tmp_path, quotas, log)["q[spring]"].done == 0


def test_a_pool_of_nobody_is_no_data(tmp_path: Path) -> None:
    quotas = """
- {id: q, title: 交流10%, count: people, of: {kind: posting}, share_of: due, at_least: 10 %}
"""
    figures = (
        "figures: [{id: due, title: 应交流, people: {on: 2020-09-01, any_of: [{mark: 应交流}]}}]"
    )
    assert held(tmp_path, quotas, more=figures)["q"].verdict is Judgement.NO_DATA
