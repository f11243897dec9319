"""Numbers as people write them, and numbers that nobody should."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.privacy import is_id_number, mask, personal_numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(20, 3), "6.67"),
        (Fraction(5, 6), "0.83"),
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0.00"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(-1, 300), "0.00"),
        (Fraction(100), "100.00"),
    ],
)
def test_rounded_half_up(value: Fraction, text: str) -> None:
    assert rounded(value) == text


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3))
def test_rounding_agrees_with_decimal(value: Decimal, places: int) -> None:
    exact = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(Fraction(value), places)) == exact


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(10), "10"),
        (Fraction(5, 2), "2.5"),
        (Fraction(20, 3), "20/3"),
        (Fraction(1, 8), "0.125"),
    ],
)
def test_plain(value: Fraction, text: str) -> None:
    assert plain(value) == text


VALID = "110101190001010010"


def test_id_numbers_have_a_birthday_and_a_check_digit() -> None:
    digits = VALID[:17]
    right = [digits + last for last in "0123456789X" if is_id_number(digits + last)]
    assert len(right) == 1
    assert not is_id_number("110101190013010010")


def test_personal_numbers_are_masked_wherever_they_stand() -> None:
    number = next(f"{VALID[:17]}{c}" for c in "0123456789X" if is_id_number(f"{VALID[:17]}{c}"))
    text = f"身份证{number}，电话13800000000"
    assert {code for code, _, _ in personal_numbers(text)} == {"V001", "V002"}
    assert number not in mask(text) and "13800000000" not in mask(text)
    assert mask("sha256 a13800000000b1 和 2020-04-15") == "sha256 a13800000000b1 和 2020-04-15"
