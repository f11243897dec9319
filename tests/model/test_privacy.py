"""Masks: what they hide, what they leave, and that no text makes them slow."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.model.children import is_pupil, lists_of_children, stand_ins, veiled
from pairing_cli.model.privacy import (
    _ALIKE,
    _found,
    is_card_number,
    mask,
    mask_lines,
    masked,
    may_hold,
    personal_numbers,
    unmasked,
)

ID, MOBILE, CARD, MAIL = (
    "999999190001010015",
    "13800138000",
    "6222020000000000000",
    "wu@qq.com",
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PIECES = st.sampled_from(
    [
        ID,
        MOBILE,
        CARD,
        MAIL,
        ID.translate(WIDE),
        "138 0013 8000",
        "999999-19000101-0015",
        "+86 ",
        "、",
        " ",
        "\n  ",
        "-",
        ".",
        "a",
        "甲",
        "2020-04-15",
        "100",
        "G",
        "=",
        "62",
        "1",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)


@given(TEXTS)
def test_a_mask_is_as_long_as_what_it_hides_and_leaves_five_digits_at_most(text: str) -> None:
    hidden = mask(text)
    assert len(hidden) == len(text)
    for _, offset, found in personal_numbers(text):
        shown = hidden[offset : offset + len(found)].partition("@")[0]
        left = [number for number, each in enumerate(shown) if each.isalnum()]
        there = [number for number, each in enumerate(found.partition("@")[0]) if each.isalnum()]
        assert left in (there[:3] + there[-2:], there[:1])
        assert hidden[offset : offset + len(found)] != found


@given(TEXTS)
def test_what_is_masked_has_nothing_left_to_mask(text: str) -> None:
    assert mask(mask(text)) == mask(text)
    assert not any(
        secret in mask(f" {secret} {text}"[: len(secret) + 2]) for secret in (ID, MOBILE)
    )


@given(TEXTS)
def test_the_quick_look_passes_over_nothing(text: str) -> None:
    if next(_found(text.translate(_ALIKE)), None) is not None:
        assert may_hold(text.encode("utf-8", "surrogatepass"))


@given(st.text(alphabet="0123456789 -\n", max_size=60))
def test_what_stands_on_other_lines_is_left_as_it_is(text: str) -> None:
    lines = mask_lines(text).splitlines()
    assert lines == [mask(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        "2020-04-15 to 2020-04-17",
        "甲教发〔2020〕15号",
        "合计 13800138000.50 元",
        "0936-5550000 转 801, 400-800-8000",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "mmexport1586925600000.jpg IMG_20200415_103000123.jpg",
        "91620724MA0000000X",
        "各校人数 156 203 188 45 60",
        "jiaoyuju@example.gov.cn",
        "6222021234567895",
    ],
)
def test_what_is_no_personal_number(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("999999190001010015", "999*************15"),
        ("G999999190001010015", "G999*************15"),
        ("＋８６－１３８００１３８０００", "＋８６－１********００"),
        ("4000 0000 0000 0002", "400* **** **** **02"),
        ("wu.laoshi@vip.qq.com", "w********@vip.qq.com"),
        ("w@qq.com", "某@qq.com"),
        ("tel.13800138000", "tel.138******00"),
    ],
)
def test_masks(text: str, shown: str) -> None:
    assert mask(text).translate(_ALIKE) == shown.translate(_ALIKE)


def test_a_card_number_has_its_issuers_length_and_a_right_check_digit() -> None:
    assert is_card_number(CARD) and is_card_number("4000000000000002")
    assert sum(is_card_number(CARD[:-1] + last) for last in "0123456789") == 1
    assert not is_card_number("40000000000000000002"[:18])
    assert not is_card_number("620000199001010018")  # built like an ID number of Gansu


def test_masks_are_no_placeholders() -> None:
    for secret in (ID, MOBILE, CARD, MAIL, "138 0013 8000"):
        assert "**" not in unmasked(f"见{masked(secret)}处")
    assert unmasked("**学校") == "**学校"


LONG = 200_000


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1 ",
        "6-",
        "1\n ",
        "@qq.com",
        "１",
        "62 ",
        "6222 ",
        "13800138000 ",
        "86-",
        f"{ID}、",
        "9 9 9 9 9 9 1 9 0 0 0 1 0 1 0 0 1 5 ",
        "学生：赵甲一、",
        "学生",
        "赵甲一、",
    ],
)
def test_long_texts_take_no_longer_for_each_letter(text: str) -> None:
    whole = text * (LONG // len(text))
    begin = process_time()
    mask(whole)
    list(lists_of_children(whole))
    assert process_time() - begin < 3  # what takes a square of its length would take minutes


def test_children_are_told_by_their_role() -> None:
    assert all(map(is_pupil, ("pupil", "学生", "留守儿童", "小学生", "贫困生")))
    assert not any(map(is_pupil, ("teacher", "大学生", "学生处主任", None, "骨干教师")))


@given(st.sets(st.text(alphabet="王李欧阳小明红甲乙一", min_size=2, max_size=4), max_size=40))
def test_stand_ins_show_surnames_and_tell_people_apart(names: set[str]) -> None:
    found = stand_ins(names, {})
    assert set(found) == names
    for name, other in found.items():
        assert len(other) == len(name) and other[0] == name[0]
    long = [other for name, other in found.items() if len(name) > 2]
    assert len(set(long)) == len(long)


def test_names_padded_for_tables_keep_their_blanks() -> None:
    assert veiled("赵  甲") == "赵  某"
    assert veiled("欧阳甲一") == "欧阳某某"
    assert veiled("Tom Zhao") == "T** ****"
