"""What holds for the targets of every programme, whatever was planned and done."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.dates import Days
from pairing_cli.model.lengths import parse_length
from pairing_cli.model.results import QuotaLine
from pairing_cli.quota import quota_table
from tests.generated import Data, changed, repository

FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
SCHOOLS = {"甲校": "x", "乙校": "x", "乙校东校区": "x", "丁校": "y", "丙校": "y"}
NAMES = ("示例甲", "示例乙", "示例丙", "示例丁")
MONTH = {"lasting": {"at_least": "1 month"}}

QUOTAS: list[Data] = [
    {
        "id": "exchange",
        "title": "交流",
        "count": "person-times",
        "at_least": "20",
        "parts": [
            {"title": "去", "of": {"direction": "helper-to-helped"}, "at_least": "12"},
            {"title": "来", "of": {"direction": "helped-to-helper"}, "at_least": "8"},
        ],
        "including": [
            {
                "title": "挂职",
                "of": {"kind": "posting"},
                "including": [{"title": "一月", "of": MONTH}],
            },
            {"title": "音乐", "of": {"subject": "音乐"}, "share_of": "parent", "at_least": "20 %"},
        ],
    },
    {
        "id": "people",
        "title": "人员",
        "count": "people",
        "per": ["pairing", "term"],
        "of": {"kind": ["posting", "lecture"]},
        "at_least": "2",
        "including": [
            {"title": "骨干", "of": {"role": "骨干"}, "at_most": "3"},
            {"title": "累计一月", "of": {"lasting": {"at_least": "1 month", "in_total": "true"}}},
            {
                "title": "受援方的",
                "of": {"side": "helped"},
                "including": [{"title": "一月", "of": MONTH}],
            },
        ],
    },
    {
        "id": "events",
        "title": "活动",
        "count": "activities",
        "per": ["side", "quarter"],
        "at_least": "1",
        "including": [{"title": "到校区", "of": {"at_type": "campus"}, "at_least": "1"}],
    },
    {
        "id": "each-school",
        "title": "每校",
        "count": "person-times",
        "per": "school",
        "share_of": "teachers",
        "at_least": "10 %",
        "including": [{"title": "一月", "of": MONTH, "share_of": "parent", "at_least": "50 %"}],
    },
    {
        "id": "choice",
        "title": "任选",
        "per": "month",
        "any_of": [
            {"title": "讲座", "count": "activities", "of": {"kind": "lecture"}, "at_least": "2"},
            {"title": "校数", "count": "schools", "of": {"kind": "posting"}, "at_least": "2"},
        ],
    },
]

SCHEME: Data = {
    "programme": {
        "id": "p",
        "title": "方案",
        "period": f"{FIRST} to {LAST}",
        "terms": [
            {"id": "spring", "title": "春", "period": "2020-03-02 to 2020-07-10"},
            {"id": "autumn", "title": "秋", "period": "2020-09-01 to 2020-12-31"},
        ],
    },
    "organizations": [
        {"title": name, "type": "campus", "parent": "乙校"} if "东" in name else {"title": name}
        for name in SCHOOLS
    ],
    "people": [{"name": NAMES[0], "organization": "甲校"}],
    "pairings": [
        {"id": "x", "helper": "甲校", "helped": "乙校"},
        {"id": "y", "helper": "丁校", "helped": ["丙校"], "period": "2020-03-01 to 2020-10-15"},
    ],
    "activity_kinds": [
        {"id": "posting", "title": "挂职", "direction": "helper-to-helped"},
        {"id": "shadowing", "title": "跟岗", "direction": "helped-to-helper"},
        {"id": "lecture", "title": "讲座"},
    ],
    "figures": [
        {
            "id": "teachers",
            "title": "教师",
            "values": [
                {"value": "40", "date": "2020-01-01", "source": "年报", "organization": "甲校"},
                {"value": "55", "date": "2020-06-01", "source": "年报", "organization": "甲校"},
                {"value": "30", "date": "2020-01-01", "source": "年报", "organization": "丙校"},
            ],
        }
    ],
    "quotas": QUOTAS,
}

moments = st.dates(FIRST, date(2021, 3, 31))
KINDS = st.sampled_from(["posting", "shadowing", "lecture"])


def stretch(draw: Any, within: tuple[date, date] = (FIRST, LAST)) -> tuple[date, date]:
    start = draw(st.dates(*within))
    longest = draw(st.sampled_from([0, 5, 30, 45, 200]))
    return start, min(start + timedelta(draw(st.integers(0, longest))), within[1])


@st.composite
def participants(draw: st.DrawFn, days: tuple[date, date]) -> Data:
    """Somebody with a name, or an even number of people, perhaps for some of the days only."""
    found: Data = {"from": draw(st.sampled_from(list(SCHOOLS)))}
    if draw(st.booleans()):
        found["name"] = draw(st.sampled_from(NAMES))
    else:
        found["count"] = str(2 * draw(st.integers(1, 4)))
    found |= draw(st.sampled_from([{}, {"role": "骨干"}, {"subject": "音乐"}]))
    if draw(st.integers(0, 3)) == 0:
        start, end = stretch(draw, days)
        found["date"] = f"{start} to {end}"
    return found


@st.composite
def activities(draw: st.DrawFn, identity: str) -> Data:
    start, end = stretch(draw)
    found: Data = {
        "id": identity,
        "pairing": draw(st.sampled_from(["x", "y"])),
        "kind": draw(KINDS),
        "date": f"{start} to {end}",
        "participants": draw(st.lists(participants((start, end)), max_size=4)),
    }
    if draw(st.booleans()):
        found["at"] = draw(st.sampled_from(list(SCHOOLS)))
    return found


@st.composite
def schedules(draw: st.DrawFn) -> Data:
    lines = [
        {
            "id": f"line-{number}",
            "title": "班",
            "kind": draw(KINDS),
            "when": f"2020-{draw(st.integers(1, 12)):02}",
            "people": [str(least), str(least + draw(st.integers(0, 2)))],
            **draw(
                st.sampled_from([{}, {"lasting": "1 month"}, {"subject": "音乐"}, MONTHS_AND_ROLE])
            ),
        }
        for number, least in enumerate(draw(st.lists(st.integers(1, 9), max_size=4)))
    ]
    return {"id": "schedule", "title": "计划表", "lines": lines}


MONTHS_AND_ROLE = {"lasting": ["20 days", "3 months"], "role": "骨干", "pairing": "x"}


@st.composite
def programmes(draw: st.DrawFn) -> Data:
    log = [draw(activities(f"a{number}")) for number in range(draw(st.integers(0, 6)))]
    return {**SCHEME, "activities": log, "schedules": [draw(schedules())]}


def lines(data: Data, as_of: date, *, plan_only: bool = False) -> dict[str, QuotaLine]:
    table = quota_table(Counter(View(repository(data), as_of)), plan_only=plan_only)
    return {line.id: line for whole in table.lines for line in whole.walk()}


def figures(data: Data, as_of: date) -> dict[str, tuple[Any, ...]]:
    return {
        key: (x.target, x.planned, x.done, x.under_way, x.unnamed, x.slack, x.verdict)
        for key, x in lines(data, as_of).items()
    }


EXAMPLES = settings(max_examples=60, deadline=None)


@EXAMPLES
@given(programmes(), moments, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(data: Data, as_of: date, order: Any) -> None:
    def shuffle(copy: Data) -> None:
        for key in ("activities", "organizations", "people", "activity_kinds", "figures"):
            order.shuffle(copy[key])
        for activity in copy["activities"]:
            order.shuffle(activity["participants"])
        for schedule in copy["schedules"]:
            order.shuffle(schedule["lines"])
        order.shuffle(copy["figures"][0]["values"])

    assert figures(changed(data, shuffle), as_of) == figures(data, as_of)


@EXAMPLES
@given(programmes(), moments, st.booleans())
def test_what_is_inside_never_exceeds_what_is_around_it(
    data: Data, as_of: date, plan_only: bool
) -> None:
    for outer in lines(data, as_of, plan_only=plan_only).values():
        for inner in outer.children:
            if inner.unit == outer.unit and outer.unit != "alternatives":
                assert inner.done <= outer.done
                assert inner.unnamed <= outer.unnamed
                if inner.planned is not None and not inner.is_scope:
                    assert outer.planned is not None
                    assert inner.planned.least <= outer.planned.least
        parts = [part for part in outer.children if not part.is_scope]
        if outer.id == "exchange":
            assert sum(part.done for part in parts[:2]) <= outer.done  # lectures go neither way


@EXAMPLES
@given(programmes(), moments, st.data())
def test_two_of_half_the_people_are_as_many_person_times(
    data: Data, as_of: date, draw: Any
) -> None:
    log = [each for each in data["activities"] if all("count" in p for p in each["participants"])]
    if not log:
        return
    chosen = draw.draw(st.sampled_from(log))["id"]

    def split(copy: Data) -> None:
        whole = next(each for each in copy["activities"] if each["id"] == chosen)
        for each in whole["participants"]:
            each["count"] = str(int(each["count"]) // 2)
        copy["activities"].append({**whole, "id": "other-half"})

    before, after = lines(data, as_of), lines(changed(data, split), as_of)
    for key, line in before.items():
        if line.unit == "person-times":
            assert after[key].done == line.done, key


@EXAMPLES
@given(programmes(), moments, st.data())
def test_a_person_who_takes_part_again_is_no_more_people(
    data: Data, as_of: date, draw: Any
) -> None:
    log = [each for each in data["activities"] if all("name" in p for p in each["participants"])]
    if not log:
        return
    again = {**draw.draw(st.sampled_from(log)), "id": "again"}
    before = lines(data, as_of)
    after = lines(changed(data, lambda copy: copy["activities"].append(again)), as_of)
    for key, line in before.items():
        same = line.unit in {"people", "schools", "pairings"}
        assert after[key].done == line.done if same else after[key].done >= line.done, key


@EXAMPLES
@given(programmes(), activities("more"), moments)
def test_a_further_activity_never_undoes_what_was_done(data: Data, more: Data, as_of: date) -> None:
    before = lines(data, as_of)
    after = lines(changed(data, lambda copy: copy["activities"].append(more)), as_of)
    assert all(after[key].done >= line.done for key, line in before.items())


@EXAMPLES
@given(programmes(), moments)
def test_numbers_and_verdicts_agree(data: Data, as_of: date) -> None:
    for line in lines(data, as_of).values():
        assert line.done >= 0 and line.remaining >= 0 and line.under_way >= 0
        assert line.unnamed <= line.done
        if line.verdict.value == "met" and line.target is not None:
            assert line.remaining == 0
        if line.planned is not None and line.slack is not None and line.target is not None:
            assert line.slack.least == line.planned.least - line.target.least


@pytest.mark.parametrize("number", [1, 3, 6, 12, 18])
def test_months_agree_with_the_calendar_from_every_day_of_four_years(number: int) -> None:
    months = parse_length(f"{number} months")
    day = date(2019, 1, 1)
    while day <= date(2022, 12, 31):
        year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
        days = monthrange(year, month + 1)[1]
        # The stretch ends where the next begins: on the same day of a later month, if it has one.
        has_it = day.day <= days
        last = date(year, month + 1, min(day.day, days)) - timedelta(has_it)
        assert months.last_day(day) == last
        assert months.reached_by(Days(day, last))
        assert not months.reached_by(Days(day, last - timedelta(1)))
        day += timedelta(1)


def test_a_year_is_twelve_months_and_a_week_seven_days_from_every_day() -> None:
    year, months = parse_length("1 year"), parse_length("12 months")
    week, days = parse_length("1 week"), parse_length("7 days")
    for offset in range(4 * 365 + 1):
        day = date(2019, 1, 1) + timedelta(offset)
        assert year.last_day(day) == months.last_day(day)
        assert week.last_day(day) == days.last_day(day) == day + timedelta(6)


def test_a_later_start_never_ends_earlier() -> None:
    for text in ("1 month", "2 months", "1 year", "30 days"):
        length = parse_length(text)
        starts = [date(2019, 1, 1) + timedelta(offset) for offset in range(4 * 365 + 1)]
        ends = [length.last_day(start) for start in starts]
        assert ends == sorted(ends)
