"""What clerks type into cells is read where it can mean one thing, and questioned where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.messages import catalogue, fix, text
from pairing_cli.model.dates import Days, Month
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.lengths import When
from pairing_cli.model.parties import Organization, Person
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry, Index
from pairing_cli.model.typed import (
    Named,
    Typed,
    match,
    match_all,
    read_amount,
    read_count,
    read_day,
    read_days,
    read_deadline,
    read_flag,
    read_month,
    read_number,
    read_several,
    read_text,
    read_when,
)

YEAR = Days(date(2020, 1, 1), date(2020, 12, 31))
SCHOOL_YEAR = Days(date(2020, 9, 1), date(2021, 7, 10))
TWO_YEARS = Days(date(2020, 1, 1), date(2021, 12, 31))
MAY = date(2020, 5, 12)


def key(found: object) -> str:
    assert isinstance(found, Message), found
    assert found.key in catalogue()
    for language in ("zh", "en"):
        assert "…" not in text(found, language) and fix(found, language)
    return found.key.removeprefix("typed.")


@pytest.mark.parametrize(
    "typed",
    [
        "2020-05-12",
        "2020-5-12",
        "2020.5.12",
        "2020.05.12",
        "2020/5/12",
        "2020．5．12",
        "2020、5、12",
        "2020年5月12日",
        "2020年5月12号",
        "2020 年 5 月 12 日",
        "２０２０年５月１２日",
        "二〇二〇年五月十二日",
        "20200512",
        "5月12日",
        "5月12",
        "05月12日",
        "五月十二日",
        "5.12",
        "5-12",
        "5/12",
        "5.12日",
        "  5月12日　",
        "\u00a05月12日\u200b",
        "2020-05-12 00:00:00",
        "2020年5月12日上午",
        "2020.5.12 9:30",
        "5月12日（星期二）",
        "5月12日 周二 下午",
        "5月12日上午9:00-11:30",
        datetime(2020, 5, 12),
        datetime(2020, 5, 12, 9, 30),
        date(2020, 5, 12),
        Decimal(43963),
        43963,
        Decimal(20200512),
        Decimal("5.12"),
    ],
)
def test_one_day_is_read(typed: Typed) -> None:
    assert read_day(typed, YEAR) == MAY


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("20.5.12", "day-short-year"),
        ("2020-02-30", "day-impossible"),
        ("13月1日", "day-impossible"),
        ("5月", "day-month"),
        ("2020.5", "day-month"),
        ("2020年5月", "day-month"),
        ("5月初", "day"),
        ("上周三", "day"),
        ("待定", "day"),
        ("12", "day"),
        ("√", "day"),
        ("2002-05-12", "day-far"),
        ("2202年5月12日", "day-far"),
        (datetime(2010, 5, 12), "day-far"),
        (Decimal("4.1"), "day-cut"),
        (Decimal("10.2"), "day-cut"),
        (Decimal(12), "day"),
        (True, "day"),
        (time(9, 30), "day"),
        ("5.12-5.14", "days-for-day"),
    ],
)
def test_what_may_be_another_day_is_questioned(typed: Typed, problem: str) -> None:
    assert key(read_day(typed, YEAR)) == problem


def test_a_number_that_can_only_be_one_day_is_that_day() -> None:
    assert read_day(Decimal("4.4"), YEAR) == date(2020, 4, 4)
    assert read_day(Decimal("12.31"), YEAR) == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("typed", "within", "expected"),
    [
        ("5月12日", SCHOOL_YEAR, date(2021, 5, 12)),
        ("9.1", SCHOOL_YEAR, date(2020, 9, 1)),
        ("2月29日", TWO_YEARS, date(2020, 2, 29)),
        ("8月1日", SCHOOL_YEAR, "day-outside"),
        ("5月12日", TWO_YEARS, "day-which-year"),
    ],
)
def test_the_year_is_the_one_of_the_programme(
    typed: str, within: Days, expected: date | str
) -> None:
    found = read_day(typed, within)
    assert (key(found) if isinstance(expected, str) else found) == expected


def test_a_year_that_a_spreadsheet_added_is_not_believed() -> None:
    typed_in_january = datetime(2021, 12, 20)
    assert read_day(typed_in_january, YEAR, yearless=True) == date(2020, 12, 20)
    assert read_day(typed_in_january, YEAR) == date(2021, 12, 20)


STRETCH = Days(date(2020, 5, 12), date(2020, 5, 14))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5.12-5.14", STRETCH),
        ("5.12-14", STRETCH),
        ("5月12—14日", STRETCH),
        ("5月12日—14日", STRETCH),
        ("5月12日至14日", STRETCH),
        ("5月12日至5月14日", STRETCH),
        ("5月12日到14号", STRETCH),
        ("5月12日～5月14日", STRETCH),
        ("2020.5.12-2020.5.14", STRETCH),
        ("2020-05-12至2020-05-14", STRETCH),
        ("2020-05-12 — 2020-05-14", STRETCH),
        ("2020-5-12--14", STRETCH),
        ("2020年5月12日-14日", STRETCH),
        ("５月１２日－１４日", STRETCH),
        ("5月12日上午—5月14日下午", STRETCH),
        ("5月30日-6月2日", Days(date(2020, 5, 30), date(2020, 6, 2))),
        ("5月12日", Days(MAY, MAY)),
        ("5.14-5.12", "day"),
        ("5月12日-32日", "day"),
        ("5月12日、14日", "day"),
        ("5月-6月", "day"),
    ],
)
def test_stretches_of_days(typed: str, expected: Days | str) -> None:
    found = read_days(typed, YEAR)
    assert (key(found) if isinstance(expected, str) else found) == expected


def test_a_stretch_over_the_new_year() -> None:
    found = read_days("2020年12月30日-2021年1月2日", SCHOOL_YEAR)
    assert found == Days(date(2020, 12, 30), date(2021, 1, 2))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5月12日前", MAY),
        ("5月12日之前", MAY),
        ("2020.5.12前", MAY),
        ("6月底", date(2020, 6, 30)),
        ("2月末", date(2020, 2, 29)),
        ("6月上旬", date(2020, 6, 10)),
        ("6月中旬", date(2020, 6, 20)),
        ("六月下旬", date(2020, 6, 30)),
        ("5.10-5.12", MAY),
        ("6月", "day-month"),
        ("学期末", "day"),
    ],
)
def test_deadlines(typed: str, expected: date | str) -> None:
    found = read_deadline(typed, YEAR)
    assert (key(found) if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("三月", Month(2020, 3)),
        ("十二月", Month(2020, 12)),
        ("3月", Month(2020, 3)),
        ("3月份", Month(2020, 3)),
        ("３", Month(2020, 3)),
        (Decimal(3), Month(2020, 3)),
        ("2020.3", Month(2020, 3)),
        ("2020-03", Month(2020, 3)),
        ("2020年3月", Month(2020, 3)),
        (Decimal("2020.12"), Month(2020, 12)),
        (datetime(2020, 3, 1), Month(2020, 3)),
        ("3月5日", Month(2020, 3)),
        ("13月", "month"),
        ("春学期", "month"),
        ("9-10月", "months-for-month"),
        (Decimal("2020.1"), "month-cut"),
    ],
)
def test_months(typed: Typed, expected: Month | str) -> None:
    found = read_month(typed, YEAR)
    assert (key(found) if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9月", "2020-09"),
        ("9-10月", "2020-09 to 2020-10"),
        ("9月至10月", "2020-09 to 2020-10"),
        ("2020年9-10月", "2020-09 to 2020-10"),
        ("6月中旬", "mid 2020-06"),
        ("六月上旬", "early 2020-06"),
        ("9月5日-7日", "2020-09-05 to 2020-09-07"),
        ("2020.9.5", "2020-09-05"),
    ],
)
def test_planned_times_are_the_intervals_that_plans_hold(typed: str, expected: str) -> None:
    found = read_when(typed, YEAR)
    assert isinstance(found, When) and found.text == expected


@pytest.mark.parametrize("typed", ["9月三天", "适时", "10-9月"])
def test_a_time_that_is_none(typed: str) -> None:
    assert key(read_when(typed, YEAR)) in ("day", "month")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12", 12),
        ("１２", 12),
        ("12人", 12),
        ("12 人次", 12),
        ("十二人", 12),
        ("两名", 2),
        ("二十", 20),
        ("一百零五", 105),
        ("1,200", 1200),
        ("0", 0),
        ("2万字", 20_000),
        (Decimal(12), 12),
        (12, 12),
        (Decimal("12.0"), 12),
        ("约12", "number-about"),
        ("12左右", "number-about"),
        ("20多人", "number-about"),
        ("近百人", "number-about"),
        ("30余人", "number-about"),
        ("10-12人", "number-range"),
        ("10至12", "number-range"),
        ("12人（其中女6人）", "number-several"),
        ("5+3", "number-about"),
        ("3.5", "number-whole"),
        ("-3", "number-negative"),
        ("95%", "number-percent"),
        ("若干", "number"),
        ("十几人", "number"),
        ("A12", "number"),
        (True, "number"),
        (datetime(2020, 5, 12), "number"),
    ],
)
def test_counts(typed: Typed, expected: int | str) -> None:
    found = read_count(typed)
    assert (key(found) if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3.5万元", 35_000),
        ("￥3,500.00元", 3_500),
        ("3500元", 3_500),
        ("1.25课时", Fraction(5, 4)),
        (Decimal("0.1"), Fraction(1, 10)),
        ("1.2亿", 120_000_000),
        ("8千元", 8_000),
    ],
)
def test_amounts(typed: Typed, expected: Fraction | int) -> None:
    assert read_amount(typed) == expected
    assert read_number(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *((each, True) for each in ("√", "✓", "✔", "☑", "v", "V", "是", "有", "已交", "1", "Y")),
        *((each, False) for each in ("×", "✗", "x", "X", "否", "无", "没有", "□", "-", "—", "0")),
        (True, True),
        (False, False),
        (Decimal(1), True),
        ("☑是 □否", True),
        ("□是 ☑否", False),
        ("是☑ 否□", True),
        ("√ ", True),
        ("（√）", True),
        ("☑是 ☑否", "flag"),
        ("□是 □否", "flag"),
        ("部分", "flag"),
        ("12", "flag"),
    ],
)
def test_yes_and_no(typed: Typed, expected: bool | str) -> None:
    found = read_flag(typed)
    assert (key(found) if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("张三、李四", ["张三", "李四"]),
        ("张三，李四,王五", ["张三", "李四", "王五"]),
        ("张三；李四;王五", ["张三", "李四", "王五"]),
        ("张三\n李四\r\n王五", ["张三", "李四", "王五"]),
        ("张三/李四", ["张三", "李四"]),
        ("张三 李四　王五", ["张三", "李四", "王五"]),
        ("屈  锋", ["屈锋"]),
        ("屈　锋、田 平", ["屈锋", "田平"]),
        ("屈  锋 丁万和", ["屈锋", "丁万和"]),
        ("1.张三 2.李四", ["张三", "李四"]),
        ("1、张三\n2、李四", ["张三", "李四"]),
        ("张三、张三", ["张三"]),
        ("张三、", ["张三"]),
        ("John Smith", ["John Smith"]),
        ("", []),
        ("　\u00a0", []),
        ("明水小学\n南华镇中心小学及各校区", ["明水小学", "南华镇中心小学及各校区"]),
    ],
)
def test_several_names_in_a_cell(typed: str, expected: list[str]) -> None:
    found = read_several(typed)
    assert not isinstance(found, Message)
    assert [each.name for each in found] == expected


def test_remarks_stay_with_their_names() -> None:
    assert read_several("张三（组长）、李四(语文，数学)") == (
        Named("张三", "组长"),
        Named("李四", "语文，数学"),
    )


@pytest.mark.parametrize("typed", ["张三、李四等5人", "张三等同志", "张三等"])
def test_names_that_were_left_out_are_asked_for(typed: str) -> None:
    assert key(read_several(typed)) == "names-others"


def test_blanks_that_may_part_anything_are_questioned() -> None:
    assert key(read_several("张 三四 五六")) == "names-blanks"


def schools(*names: tuple[str, ...]) -> Index[Any]:
    return Index(
        Entry(Organization(title=each[0], side=Side.HELPED), At("o.yaml"), each) for each in names
    )


SCHOOLS = schools(
    ("高台县西街小学",),
    ("城关初中", "城初"),
    ("南华初中",),
    ("南华镇中心小学",),
    ("巷道镇中心小学",),
    ("正远小学",),
    ("宣化镇中心小学（总校）",),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("高台县西街小学", "高台县西街小学"),
        ("西街小学", "高台县西街小学"),
        ("西 街 小 学", "高台县西街小学"),
        ("城初", "城关初中"),
        ("城关", "城关初中"),
        ("高台县城关初中", "城关初中"),
        ("巷道镇中心小学及各校区", "巷道镇中心小学"),
        ("宣化镇中心小学(总校)", "宣化镇中心小学（总校）"),
        ("宣化镇中心小学", "宣化镇中心小学（总校）"),
        ("南华", "name-several"),
        ("中心小学", "name-several"),
        ("西接小学", "name-near"),
        ("正远小学教学点", "name-near"),
        ("实验幼儿园", "name"),
        ("小", "name"),
    ],
)
def test_names_of_schools(typed: str, expected: str) -> None:
    found = match(typed, SCHOOLS)
    assert (key(found) if isinstance(found, Message) else found) == expected


def test_candidates_and_suggestions_are_named() -> None:
    several, near = match("南华", SCHOOLS), match("西接小学", SCHOOLS)
    assert isinstance(several, Message) and isinstance(near, Message)
    assert "南华初中、南华镇中心小学" in text(several, "zh")
    assert "高台县西街小学" in fix(near, "zh")


def test_of_people_only_whole_names_are_taken() -> None:
    people: Index[Any] = Index(
        Entry(Person(id=each, name=each), At("p.yaml"), (each,)) for each in ("王军民", "李四")
    )
    assert key(match("王军", people, short=False)) == "name-near"
    assert match("李  四", people, short=False) == "李四"


def test_two_people_of_one_name_are_asked_about() -> None:
    people: Index[Any] = Index(
        Entry(Person(id=each, name="张三"), At("p.yaml"), (each, "张三")) for each in ("z1", "z2")
    )
    assert key(match("张三", people, short=False)) == "name-several"
    assert match("z2", people, short=False) == "z2"


def test_a_name_with_blanks_that_is_registered_is_one_name() -> None:
    index = schools(("第一 小学",), ("第二小学",))
    keys, problems = match_all("第一 小学、第二小学、第三小学", index)
    assert keys == ("第一 小学", "第二小学")
    assert [key(each) for each in problems] == ["name-near"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  送课\u00a0指导　", "送课 指导"),
        ("第一行\r\n第二行 \n", "第一行\n第二行"),
        ("\u200b\ufeff", None),
        (None, None),
        (Decimal(13800000000), "13800000000"),
        (Decimal("4.10"), "4.10"),
        (datetime(2020, 5, 12), "2020-05-12"),
        ("A&B <i>", "A&B <i>"),
    ],
)
def test_texts(typed: Typed, expected: str | None) -> None:
    assert read_text(typed) == expected


IN_DAYS: tuple[Callable[[Typed, Days], object], ...] = (
    *(read_day, read_days, read_deadline, read_month, read_when),
)
ALONE: tuple[Callable[[Typed], object], ...] = (
    *(read_number, read_count, read_amount, read_flag, read_several, read_text),
)

TYPED = st.one_of(
    st.text(),
    st.text("0123456789年月日号.-至~到约人万十二三（）、 　上中下旬前等√"),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.datetimes(),
    st.booleans(),
    st.none(),
)


@given(TYPED)
def test_whatever_is_typed_gives_a_value_or_a_problem(value: Typed) -> None:
    found_in_days = [read(value, within) for read in IN_DAYS for within in (YEAR, SCHOOL_YEAR)]
    for found in (*found_in_days, *(read(value) for read in ALONE)):
        if isinstance(found, Message):
            assert found.key in catalogue()


@given(st.dates(date(2020, 1, 1), date(2020, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    y, m, d = day.year, day.month, day.day
    for form in (f"{y}.{m}.{d}", f"{y}年{m}月{d}日", f"{m}月{d}日", f"{m}.{d}", f"{y}{m:02}{d:02}"):
        assert read_day(form, YEAR) == day
        assert read_days(f"{form}-{form}", YEAR) == Days(day, day)


@pytest.mark.parametrize("read", [read_several, read_count, lambda text: read_days(text, YEAR)])
def test_long_texts_are_read_at_once(read: Any) -> None:
    for letter in ("1", "-", "（", "、", " ", "1-", "（a", "5.1", "等", "1 "):
        read(letter * (32_000 // len(letter)))


def test_messages_repeat_little_of_a_long_text() -> None:
    found = read_day("开" * 5_000, YEAR)
    assert isinstance(found, Message) and len(text(found, "zh")) < 100
