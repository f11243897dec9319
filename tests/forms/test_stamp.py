"""What a workbook says of itself is believed only where it is what this tool writes."""

from __future__ import annotations

import pytest

from pairing_cli.forms.stamp import MOST_SHEETS, Sheet, Stamp

GOOD = ("活动记录", "activities", "3", "5", '{"start":"C"}', "{}", "24")


def test_a_row_of_the_hidden_sheet_describes_a_sheet() -> None:
    found = Sheet.of(GOOD)
    assert (found.header, found.first, dict(found.columns)) == (3, 5, {"start": "C"})


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (2, "三"),
        (2, "-1"),
        (3, "99999999999"),
        (4, "13800"),
        (4, '["C"]'),
        (4, '{"start": 3}'),
        (5, "[" * 100_000),
        (6, "很多"),
    ],
)
def test_anything_else_is_no_description(place: int, text: str) -> None:
    row = [*GOOD[:place], text, *GOOD[place + 1 :]]
    with pytest.raises(ValueError):
        Sheet.of(row)


def test_a_workbook_that_describes_thousands_of_sheets_is_no_form() -> None:
    facts = dict(Stamp("1", "1", "", "", "", "", "", "").facts())
    assert len(Stamp.of(facts, [GOOD] * MOST_SHEETS).sheets) == MOST_SHEETS
    with pytest.raises(ValueError):
        Stamp.of(facts, [GOOD] * (MOST_SHEETS + 1))


def test_a_row_that_is_cut_short_is_none() -> None:
    with pytest.raises(ValueError):
        Sheet.of(GOOD[:4])
