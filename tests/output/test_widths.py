"""No figure and no name is ever cut, however narrow the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from pairing_cli.output.screen import Screen, styled, table
from tests.command import pairing
from tests.programmes import BASE, GAOTAI, write

WIDTHS = (1, 8, 20, 30, 40, 50, 60, 72, 80, 100, 120)
AS_OF = ("--as-of", "2020-12-18")


def words(text: str) -> list[str]:
    return re.findall(r"[^\s:]+", text)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_score_is_whole(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    units = json.loads(pairing("score", GAOTAI, "-f", "json", *AS_OF).out)["units"]
    monkeypatch.setenv("COLUMNS", str(width))
    shown = words(pairing("score", GAOTAI, *AS_OF, "--lang", "zh").out)
    for unit in units:
        bonus = unit["bonus"]
        assert {unit["earned"], bonus, unit["full_marks"]} <= set(shown)
    assert shown.count("100.00") == len(units)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_count_is_whole(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.loads(pairing("quota", GAOTAI, "-f", "json", *AS_OF).out)["targets"]
    monkeypatch.setenv("COLUMNS", str(width))
    out = pairing("quota", GAOTAI, *AS_OF, "--lang", "zh").out
    assert "≥540" in words(out) and "48–96" in words(out)
    together = re.sub(r"\s", "", out)
    for line in lines:
        assert str(line["done"]) in words(out)
        if width < 60 or width > 100:
            assert line["title"] in together


SIXTEEN = [(str(number), "right") for number in range(1, 17)]


def test_a_programme_without_targets_says_so(tmp_path: Path) -> None:
    root = write(tmp_path, {"programme.yaml": BASE})
    assert pairing("quota", root, "--lang", "zh").out.endswith("\n\n方案没有指标（quotas）。\n")


@pytest.mark.parametrize(
    ("language", "slack"), [("zh", "余量 = 计划 − 目标"), ("en", "Slack = planned")]
)
def test_the_table_of_targets_says_what_slack_is(language: str, slack: str) -> None:
    assert slack in pairing("quota", GAOTAI, *AS_OF, "--lang", language).out


def grid(width: int, columns: list[tuple[str, str]], *, splits: bool) -> list[str]:
    rows = table(("各项得分", "wide"), *columns, splits=splits)
    for name in ("城关初中结对组", "西街小学结对组"):
        rows.add_row(styled(name, "bold"), *(f"{number}.50" for number, _ in columns))
    return Screen("zh", width).render(rows).splitlines()


@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
def test_many_columns_become_several_tables_each_with_its_names(width: int) -> None:
    lines = grid(width, SIXTEEN, splits=True)
    assert max(map(cell_len, lines)) <= width
    tables = [line for line in lines if line.startswith("各项得分")]
    assert [number for line in tables for number in words(line)[1:]] == [n for n, _ in SIXTEEN]
    first = [line for line in lines if line.startswith("城关初中结对组")]
    assert len(first) == len(tables) == (1 if width == 200 else len(tables))
    assert [word for line in first for word in words(line)[1:]] == [f"{n}.50" for n, _ in SIXTEEN]


def test_a_long_heading_is_wrapped_rather_than_a_figure() -> None:
    rows = table(("结对", "wide"), ("管理指导和观摩学习", "right"), splits=True)
    rows.add_row("城关初中结对组", "10.50")
    lines = Screen("zh", 26).render(rows).splitlines()
    assert [words(line) for line in lines[:3]] == [["管理指导"], ["和观摩学"], ["结对", "习"]]
    assert words(lines[-1]) == ["城关初中结对组", "10.50"]


def test_what_fits_in_no_table_becomes_lines_of_heading_and_value() -> None:
    assert grid(20, [("甲", "right"), ("乙", "right")], splits=False) == [
        "城关初中结对组",
        "  甲: 甲.50",
        "  乙: 乙.50",
        "",
        "西街小学结对组",
        "  甲: 甲.50",
        "  乙: 乙.50",
    ]
