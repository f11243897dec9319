"""Two sheets side by side: differences add up from what is said to have changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from pairing_cli.load.overlay import overlay
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.published import Published, fingerprint
from pairing_cli.model.results import ScoreSheet
from pairing_cli.score import compare, score
from pairing_cli.score.publish import Basis, evidence_of, published, since
from tests.programmes import BASE, GAOTAI, MINIMAL, scored, write

DAYS = [date(2020, 4, 20), date(2020, 6, 30), date(2020, 12, 18), date(2021, 1, 10)]


@pytest.mark.parametrize("day", DAYS)
def test_nothing_changes_between_a_sheet_and_itself(day: date) -> None:
    sheet = scored(GAOTAI, day)
    found = compare(sheet, sheet)
    assert [unit.items for unit in found.units] == [()] * len(sheet.units)
    assert [unit.before for unit in found.units] == list(sheet.units)


@pytest.mark.parametrize(("first", "second"), list(pairwise(DAYS)))
def test_differences_add_up_from_item_to_unit_and_from_below_to_item(
    first: date, second: date
) -> None:
    found = compare(scored(GAOTAI, first), scored(GAOTAI, second))
    assert any(unit.difference for unit in found.units)
    for unit in found.units:
        assert sum((item.difference for item in unit.items), Fraction(0)) == unit.difference
        for item in unit.items:
            if item.below:
                assert sum(each.difference for each in item.below) == item.difference


def test_a_unit_that_comes_or_goes_is_compared_with_nothing() -> None:
    sheet = scored(GAOTAI, DAYS[2])
    fewer = replace(sheet, units=sheet.units[1:])
    gone, come = compare(sheet, fewer).units[-1], compare(fewer, sheet).units[0]
    total = sheet.units[0].node.earned
    assert (gone.after, gone.difference) == (None, -total)
    assert (come.before, come.difference) == (None, total)
    assert sum(item.difference for item in come.items) == total


def laid_over(root: Path, text: str) -> tuple[list[str], list[str]]:
    write(root, {"programme.yaml": BASE, "over.yml": text})
    found = overlay(load(FolderTree(root), without="over.yml"), FolderTree(root), "over.yml")
    kinds = found.repository.activity_kinds
    titles = [f"{entry.key} {entry.record.title} {entry.at.file}" for entry in kinds]
    return titles, [each.code for each in found.diagnostics]


def test_records_take_the_place_of_those_with_their_id(tmp_path: Path) -> None:
    text = "activity_kinds: [{id: new, title: 新}, {id: lesson-delivery, title: 送课}]\n"
    assert laid_over(tmp_path, text) == (
        ["lesson-delivery 送课 over.yml", "mentoring 师徒交流 programme.yaml", "new 新 over.yml"],
        [],
    )


def test_of_two_with_one_id_both_are_kept_to_be_found(tmp_path: Path) -> None:
    text = "activity_kinds: [{id: mentoring, title: 甲}, {id: mentoring, title: 乙}]\n"
    titles, _ = laid_over(tmp_path, text)
    assert titles[1:] == ["mentoring 甲 over.yml", "mentoring 乙 over.yml"]


def test_what_cannot_be_read_leaves_what_was(tmp_path: Path) -> None:
    titles, codes = laid_over(tmp_path, "activity_kinds: [{id: mentoring}]\nno_such: []\n")
    assert titles[1] == "mentoring 师徒交流 programme.yaml"
    assert codes == ["S001", "F023"]


def test_a_programme_may_be_laid_over_too(tmp_path: Path) -> None:
    programme = BASE[BASE.index("programme:") : BASE.index("organizations:")]
    text = programme.replace("status: final", "status: draft")
    write(tmp_path, {"programme.yaml": BASE, "over.yml": text})
    found = overlay(
        load(FolderTree(tmp_path), without="over.yml"), FolderTree(tmp_path), "over.yml"
    )
    assert found.repository.programme is not None
    assert found.repository.programme.record.status == "draft"
    assert found.diagnostics == ()


def test_the_fingerprint_is_that_of_what_is_said_and_not_of_how_it_is_laid_out(
    tmp_path: Path,
) -> None:
    def mark(text: str) -> str:
        repository = load(
            FolderTree(write(tmp_path, {"programme.yaml": text})), evidence=False
        ).repository
        assert repository.programme is not None
        return fingerprint(repository.programme.record, repository.rubrics.entries[0].record)

    plain = (MINIMAL / "programme.yaml").read_text("utf-8")
    turned = plain.replace(
        "            title: 计划\n            points: 40\n",
        "            points: 40   # 分\n            title: 计划\n",
    )
    assert turned != plain
    assert mark(turned) == mark(plain)
    others = [
        plain.replace("points: 40", "points: 41"),
        plain.replace("due: 2026-03-30", "due: 2026-03-31"),
        plain.replace("copies: 5", "copies: 4"),
        plain.replace("  status: final", "  status: final\n  reporting: {end_day_counts: true}"),
    ]
    assert len({mark(text) for text in [plain, *others]}) == 5


def test_evidence_is_that_of_the_records_on_which_scores_rest() -> None:
    day = DAYS[2]
    repository = load(FolderTree(GAOTAI), evidence=False).repository
    sheet = score(Counter(View(repository, day)), repository.rubrics.entries[0])
    named = evidence_of(sheet, repository)
    assert "evidence/xijie/04-15-示范课.jpg" in named
    assert evidence_of(replace(sheet, units=()), repository) == frozenset()
    one = replace(sheet, units=tuple(u for u in sheet.units if u.pairing == "xijie"))
    assert {path.split("/")[1] for path in evidence_of(one, repository)} == {"xijie"}


def test_only_what_differs_is_a_change_since() -> None:
    repository = load(FolderTree(GAOTAI), evidence=False).repository
    sheet = score(Counter(View(repository, DAYS[2])), repository.rubrics.entries[0])

    def made(sheet: ScoreSheet, tool: str = "1", **hashes: str) -> Published:
        return published(sheet, repository, Basis(hashes, None, tool))

    before = made(sheet, a="1" * 64, b="", c="2" * 64)
    assert not since(before, made(sheet, "2", a="1" * 64, b="", c="2" * 64))
    found = since(before, made(sheet, a="3" * 64, b="4" * 64, c=""))
    assert found.files == (("a", "changed"), ("b", "added"), ("c", "removed"))
    assert found.units == () and found
