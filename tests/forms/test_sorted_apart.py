"""Rows whose visible columns were moved away from their hidden addresses."""

from __future__ import annotations

from pairing_cli.forms.sorted_apart import PutBack, put_back
from pairing_cli.forms.tables import Line

A, B, C = (f"activities/{letter}" for letter in "abc")
RECORDED = {
    A: ("2020-04-01", "送课指导", "西街小学"),
    B: ("2020-04-02", "观摩学习", "正远小学"),
    C: ("2020-04-03", "爱心捐赠", "照中小学"),
}
NEW = ("2020-05-12", "教研互动", "明水小学")
CHANGED = ("2020-04-03", "爱心捐赠", "霞光小学")


def put(*rows: tuple[str, tuple[str, ...]], same: frozenset[int] = frozenset()) -> PutBack:
    """What comes of rows, each an address and what it shows."""
    lines = [Line(number, str(number), {}, address) for number, (address, _) in enumerate(rows, 1)]
    told = {number: texts for number, (_, texts) in enumerate(rows, 1)}
    return put_back(lines, lambda line: told[line.row], RECORDED, lambda line: line.row in same)


def addresses(found: PutBack) -> list[str]:
    return [line.address for line in found.lines]


def test_rows_in_their_places_stay_as_they_are() -> None:
    found = put((A, RECORDED[A]), (B, NEW), ("", NEW))
    assert (addresses(found), found.moved, found.open) == ([A, B, ""], 0, frozenset())


def test_rows_that_were_sorted_find_their_records() -> None:
    found = put((A, RECORDED[C]), (B, RECORDED[A]), (C, NEW), ("", RECORDED[B]))
    assert (addresses(found), found.moved, found.open) == ([C, A, "", B], 3, frozenset())


def test_a_changed_row_among_sorted_ones_is_a_question() -> None:
    found = put((A, RECORDED[B]), (B, CHANGED), (C, RECORDED[A]), ("", NEW))
    assert (addresses(found), found.open) == ([B, "", A, ""], frozenset({2}))


def test_a_row_that_says_its_record_in_other_words_keeps_it() -> None:
    found = put((A, RECORDED[B]), (B, RECORDED[A]), (C, CHANGED), same=frozenset({3}))
    assert (addresses(found), found.open) == ([B, A, C], frozenset())


def test_where_a_record_is_gone_every_other_row_is_a_question() -> None:
    found = put((A, RECORDED[B]), (B, RECORDED[A]), ("activities/gone", NEW))
    assert found.open == frozenset({3})
