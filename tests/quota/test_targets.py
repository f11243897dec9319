"""Targets: the numbers, the verdicts, and the Gaotai programme's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.model.dates import Days
from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.quota import quota_table
from pairing_cli.quota.verdict import Numbers, verdict_of
from tests.programmes import BASE, GAOTAI, counter, write

TERM = Days(date(2020, 9, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("least", "most", "done", "planned", "ahead", "as_of", "verdict"),
    [
        (3, None, 3, 3, 0, "2020-10-01", Judgement.MET),
        (3, None, 5, None, 0, "2021-02-01", Judgement.MET),
        (3, None, 2, 3, 0, "2021-01-01", Judgement.MISSED),
        (3, None, 2, 3, 1, "2020-12-01", Judgement.AT_RISK),
        (3, None, 2, 4, 2, "2020-12-01", Judgement.ON_TRACK),
        (3, None, 0, 2, 2, "2020-09-01", Judgement.UNREACHABLE),
        (3, None, 1, 3, 1, "2020-12-01", Judgement.AT_RISK),  # a missed one may be made up
        (3, None, 1, 2, 1, "2020-12-01", Judgement.UNREACHABLE),
        (10, None, 0, None, 0, "2020-09-02", Judgement.ON_TRACK),
        (10, None, 0, None, 0, "2020-11-15", Judgement.AT_RISK),
        (10, None, 6, None, 0, "2020-11-01", Judgement.ON_TRACK),
        (1, 2, 3, None, 0, "2020-11-01", Judgement.UNREACHABLE),
        (1, 2, 3, None, 0, "2021-01-01", Judgement.MISSED),
        (0, 2, 0, None, 0, "2021-01-01", Judgement.MET),
    ],
)
def test_verdicts(  # noqa: PLR0917
    least: int,
    most: int | None,
    done: int,
    planned: int | None,
    ahead: int,
    as_of: str,
    verdict: Judgement,
) -> None:
    schedule = None if planned is None else Range(planned, planned)
    numbers = Numbers(least, most, done, schedule, Range(ahead, ahead))
    assert verdict_of(numbers, date.fromisoformat(as_of), TERM, TERM.end) is verdict


def test_remaining_and_slack() -> None:
    numbers = Numbers(100, None, 30, Range(25, 35))
    assert numbers.remaining == 70
    assert numbers.slack == Range(-75, -65)
    assert Numbers(3, None, 5, None).remaining == 0


@pytest.fixture(scope="module")
def year() -> QuotaTable:
    return quota_table(counter(GAOTAI, date(2020, 12, 31)))


def line(table: QuotaTable, identity: str) -> QuotaLine:
    waiting = list(table.lines)
    while waiting:
        found = waiting.pop()
        if found.id == identity:
            return found
        waiting += found.children
    raise KeyError(identity)


def test_every_demand_of_the_scheme_is_a_target(year: QuotaTable) -> None:
    pairings, terms, months, teacher_pairs = 6, 2, 8, 27
    scopes = {line.id: len(line.children) for line in year.lines}
    assert scopes == {
        **dict.fromkeys(
            ("leader-visit", "leader-observation", "resource-support"), pairings * terms
        ),
        **dict.fromkeys(("observation", "lesson-delivery", "donation"), pairings * terms),
        "mentoring": teacher_pairs * terms,
        "plan-tasks": pairings * months,
    }
    assert line(year, "lesson-delivery").target == Range(36, None)
    assert line(year, "mentoring").target == Range(teacher_pairs * terms * 10, None)
    assert line(year, "plan-tasks").target == Range(48, 96)


def test_what_was_deemed_not_held_or_falsified_is_missing_from_the_targets(
    year: QuotaTable,
) -> None:
    autumn = line(year, "lesson-delivery[sanzhong/autumn]")
    assert (autumn.done, autumn.remaining) == (2, 1)
    spring = line(year, "donation[erzhong/spring]")
    assert (spring.done, spring.verdict) == (0, Judgement.MISSED)
    missing = [found.id for found in line(year, "mentoring").children if found.remaining]
    assert missing == ["mentoring[xijie-04/autumn]"] or len(missing) == 1


def test_a_surplus_in_one_scope_does_not_make_up_for_another(year: QuotaTable) -> None:
    total = line(year, "lesson-delivery")
    assert total.done > 36
    assert total.remaining == 1
    assert total.verdict is not Judgement.MET


def test_each_delivery_target_has_one_at_a_teaching_point_inside(year: QuotaTable) -> None:
    for scope in line(year, "lesson-delivery").children:
        (inside,) = scope.children
        assert inside.target == Range(1, None)
        assert inside.done <= scope.done


def test_the_records_that_count_are_named(year: QuotaTable) -> None:
    scope = line(year, "leader-visit[xijie/spring]")
    assert [place.file for place in scope.counted] == ["log/xijie/2020-04.yaml"]
    assert scope.at[0].file == "quotas.yaml"


TARGETS = """
quotas:
  - id: leaders
    title: 领导到校2人次以上
    count: person-times
    of: {kind: lesson-delivery, role: leader}
    at_least: 2
    due: 2020-06-30
    including:
      - {title: 其中实地, of: {mode: on-site}, at_least: 1}
      - {title: 不同的人, count: people, at_least: 2}
"""
LOG = """
activities:
  - id: a1
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    participants: [{from: 甲小学, role: leader, name: 示例甲}]
    documents: [{type: delivery-plan, from: 甲小学, received: 2020-04-15}]
  - id: a2
    pairing: two
    kind: lesson-delivery
    date: 2020-05-15
    mode: online
    participants: [{from: 甲小学, role: leader, name: 示例甲}, {from: 甲小学, role: teacher, count: 9}]
    documents: [{type: delivery-plan, from: 丙小学, received: 2020-05-15}]
"""


def test_parts_count_inside_the_whole_in_their_own_unit(tmp_path: Path) -> None:
    write(tmp_path, {"programme.yaml": BASE, "t.yaml": TARGETS, "log.yaml": LOG})
    (found,) = quota_table(counter(tmp_path, date(2020, 6, 30))).lines
    on_site, people = found.children
    assert (found.unit, found.done, found.verdict) == ("person-times", 2, Judgement.MET)
    assert (on_site.unit, on_site.done) == ("person-times", 1)
    assert (people.unit, people.done, people.remaining) == ("people", 1, 1)
    assert found.planned is None and found.slack is None


def test_a_due_date_ends_a_target_before_its_scope(tmp_path: Path) -> None:
    write(tmp_path, {"programme.yaml": BASE, "t.yaml": TARGETS})
    for day, verdict in (
        (date(2020, 6, 30), Judgement.AT_RISK),
        (date(2020, 7, 1), Judgement.MISSED),
    ):
        (found,) = quota_table(counter(tmp_path, day)).lines
        assert found.verdict is verdict


def test_only_some_pairings_when_asked() -> None:
    measures = counter(GAOTAI, date(2020, 12, 31))
    table = quota_table(measures, ["xijie"])
    assert [scope.id for scope in table.lines[0].children] == [
        "leader-visit[xijie/spring]",
        "leader-visit[xijie/autumn]",
    ]
