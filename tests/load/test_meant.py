"""What a refused value was meant to be is named only where it leaves no doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.load.meant import meant
from pairing_cli.load.positions import Positions
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import fix, text
from pairing_cli.output.findings import place
from tests.programmes import BASE, all_findings, write

PLAIN = [
    ("count", "６", ("wide", "6")),
    ("count", "6份", ("form", "6")),
    ("count", "06", ("form", "6")),
    ("count", "“6”", ("form", "6")),
    ("positive", "１２", ("wide", "12")),
    ("number", "10分", ("form", "10")),
    ("number", "２．５", ("wide", "2.5")),
    ("day", "2026-04-15 00:00:00", ("form", "2026-04-15")),
    ("day", "2026-04-15T08:00:00Z", ("form", "2026-04-15")),
    ("day", "2026.4.15 9:00", ("form", "2026-04-15")),
    ("day", "4月15日", ("year", "04-15")),
    ("due", "12.20", ("year", "12-20")),
]

OPEN = [
    *(
        ("count", value)
        for value in ("六", "10万", "10多份", "1.5", "-1", "1e9", "6 or 7", "5%", "")
    ),
    *(("positive", value) for value in ("0份", "０")),
    *(("day", value) for value in ("13月1日", "四月", "2020-02-30 00:00:00", "4月")),
    *(("due", value) for value in ("3 days", "活动后3日")),
    ("flag", "１"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), PLAIN)
def test_what_is_plain_is_named(kind: str, value: str, expected: tuple[str, str]) -> None:
    assert meant(kind, value) == expected


@pytest.mark.parametrize(("kind", "value"), OPEN)
def test_what_is_open_is_not_guessed(kind: str, value: str) -> None:
    assert meant(kind, value) is None


def test_the_message_says_what_to_write(tmp_path: Path) -> None:
    log = (
        "activities:\n  - {id: a, pairing: one, kind: mentoring, date: 4月15日}\n"
        "  - {id: b, pairing: one, kind: mentoring, date: 2020-04-15, at: “乙小学”}\n"
    )
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": log})
    found = {each.code: each.message for each in all_findings(tmp_path, date(2020, 12, 31))[1]}
    assert "没有写年份" in text(found["S004"], "zh")
    assert "YYYY-04-15" in fix(found["S004"], "en")
    assert "去掉引号，写“乙小学”" in text(found["R001"], "zh")


def test_the_first_of_two_is_named_by_its_line(tmp_path: Path) -> None:
    log = "organizations:\n  - {title: 戊小学}\n  - {title: 戊小学}\n"
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": log})
    found = [each for each in all_findings(tmp_path, date(2020, 12, 31))[1] if each.code == "R002"]
    placed = place(found, Positions(FolderTree(tmp_path)), "shiyan/", "zh")
    assert [each.message for each in placed] == ["单位“戊小学”重复，shiyan/log.yaml:2 已有"]
