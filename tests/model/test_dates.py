"""Days, stretches, months and due-date rules."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.model.dates import (
    Anchor,
    Days,
    Month,
    months_of,
    parse_day,
    parse_days,
    parse_due,
    parse_month,
    suggest_day,
)


@pytest.mark.parametrize(
    "text",
    [
        "2020.4.15",
        "2020-4-15",
        "2020/04/15",
        "2020年4月15日",
        "20200415",
        "２０２０－０４－１５",
        "2020-W16-3",
    ],
)
def test_only_iso_days_are_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2020.4.15", "2020-04-15"),
        ("2020-4-15", "2020-04-15"),
        ("2020/4/15", "2020-04-15"),
        ("2020年4月15日", "2020-04-15"),
        ("2020 年 4 月 15 日", "2020-04-15"),
        ("20200415", "2020-04-15"),
        ("２０２０．４．１５", "2020-04-15"),
        ("2020.2.30", None),
        ("4月15日", None),
        ("9月三天", None),
    ],
)
def test_what_was_probably_meant(text: str, meant: str | None) -> None:
    assert suggest_day(text) == meant


def test_stretches_include_both_ends() -> None:
    days = parse_days("2020-04-15 to 2020-04-16")
    assert date(2020, 4, 15) in days and date(2020, 4, 16) in days
    assert date(2020, 4, 17) not in days
    assert parse_days("2020-04-15") == Days(date(2020, 4, 15), date(2020, 4, 15))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 900))
def test_months_of_a_stretch_cover_it(start: date, length: int) -> None:
    days = Days(start, start + timedelta(days=length))
    months = months_of(days)
    assert months[0].days.start <= days.start and months[-1].days.end >= days.end
    assert all(month.days.overlaps(days) for month in months)
    for earlier, later in itertools.pairwise(months):
        assert later.days.start == earlier.days.end + timedelta(days=1)


def test_months_are_calendar_months() -> None:
    assert parse_month("2020-02").days == Days(date(2020, 2, 1), date(2020, 2, 29))
    assert Month(2020, 12).next() == Month(2021, 1)
    with pytest.raises(ValueError, match="month"):
        parse_month("2020-13")


@pytest.mark.parametrize(
    ("text", "anchor", "offset"),
    [
        ("2020-03-30", Anchor.DAY, 0),
        ("3 days after the activity", Anchor.ACTIVITY_END, 3),
        ("1 day after the activity", Anchor.ACTIVITY_END, 1),
        ("2 weeks before the activity", Anchor.ACTIVITY_START, -14),
        ("10 days after the term", Anchor.TERM_END, 10),
        ("5 days before the term", Anchor.TERM_START, -5),
        ("first week of the term", Anchor.TERM_START, 6),
        ("end of the term", Anchor.TERM_END, 0),
        ("end of the month", Anchor.MONTH_END, 0),
    ],
)
def test_due_date_rules(text: str, anchor: Anchor, offset: int) -> None:
    due = parse_due(text)
    assert (due.anchor, due.offset, due.text) == (anchor, offset, text)


@pytest.mark.parametrize(
    "text", ["3", "3 days", "after the activity", "3天内", "soon", "3 days after"]
)
def test_a_number_needs_its_unit_and_its_anchor(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_due(text)
