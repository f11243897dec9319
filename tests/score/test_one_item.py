"""One item by itself scores as in the whole, and nothing else is scored for it."""

from __future__ import annotations

from datetime import date

import pytest

from pairing_cli.score import items_meant, score, score_items
from pairing_cli.score.plan import Planner
from tests.programmes import GAOTAI, HERE, counter

PROGRAMMES = {
    "gaotai": (GAOTAI, date(2020, 12, 18)),
    "every-state": (HERE / "cases" / "every-state", date(2024, 11, 15)),
}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_an_item_alone_is_the_same_as_in_the_whole(name: str) -> None:
    root, day = PROGRAMMES[name]
    whole = counter(root, day)
    rubric = whole.view.repository.rubrics.entries[0]
    sheet = score(whole, rubric)
    units = {unit.pairing: unit.node for unit in sheet.units}
    for item in (each for _, each in rubric.record.items()):
        alone = score_items(whole, rubric, frozenset({item.id}))
        for unit in alone.units:
            expected = next(each for each in units[unit.pairing].items() if each.id == item.id)
            assert unit.node.items() == [expected]


def test_nothing_else_is_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    root, day = PROGRAMMES["gaotai"]
    seen: set[str] = set()
    earning = Planner._earning

    def spied(self, shell, *rest):  # type: ignore[no-untyped-def]
        seen.add(shell.id)
        return earning(self, shell, *rest)

    monkeypatch.setattr(Planner, "_earning", spied)
    measures = counter(root, day)
    rubric = measures.view.repository.rubrics.entries[0]
    meant = items_meant(measures.view.repository, rubric.record, "7")
    excused = {
        measures.view.repository.pairings.key(each.record.pairing or "")
        for each in measures.view.repository.waivers
        if each.record.excused
    }
    free = [each.key for each in measures.view.repository.pairings if each.key not in excused]
    sheet = score_items(measures, rubric, meant, pairings=free)
    assert sheet.units
    assert seen == set(meant)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("7", 1), ("送课指导", 1), ("7 送课指导", 1), ("春学期", 0), ("nowhere", 0), ("xijie", 0)],
)
def test_items_are_meant_by_id_number_or_title(wanted: str, found: int) -> None:
    repository = counter(*PROGRAMMES["gaotai"]).view.repository
    assert len(items_meant(repository, repository.rubrics.entries[0].record, wanted)) == found
