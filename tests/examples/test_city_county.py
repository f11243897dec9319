"""The city-county scheme of 2017-2018: two tracks, pairs that were filed, and a recognised year."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.parties import Level
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import Judgement, QuotaLine
from pairing_cli.quota.explain import explain
from tests.examples.reading import changed, targets
from tests.programmes import CITY_COUNTY, all_findings, counter

LAST, AFTER = date(2018, 8, 31), date(2018, 9, 5)


@pytest.fixture(scope="module")
def repository() -> Repository:
    return load(FolderTree(CITY_COUNTY), evidence=False).repository


@pytest.fixture(scope="module")
def result() -> dict[str, QuotaLine]:
    return targets(CITY_COUNTY, AFTER)


def test_nothing_is_wrong_with_the_draft() -> None:
    assert all_findings(CITY_COUNTY, AFTER)[1] == []


def test_it_cannot_be_final_while_it_is_anonymous(tmp_path: Path) -> None:
    copy = changed(CITY_COUNTY, tmp_path, "programme.yaml", "status: draft", "status: final")
    assert {each.code for each in all_findings(copy, AFTER)[1]} == {"C001"}


def test_four_districts_help_four_zones_of_twenty_four_schools(repository: Repository) -> None:
    areas = [e.record for e in repository.pairings if e.record.level is Level.AREA]
    zones = [member.organization for area in areas for member in area.helped]
    assert len(areas) == len(set(zones)) == 4
    assert [len(repository.family(zone)) - 1 for zone in zones] == [6, 6, 6, 6]
    township = ("centre-school", "junior-school")
    assert sum(each.record.type in township for each in repository.organizations) == 24


def test_each_of_the_twenty_four_is_helped_inside_its_zones_pairing(repository: Repository) -> None:
    helped: Counter[str] = Counter()
    for entry in repository.pairings:
        area = repository.pairings.get(entry.record.within) if entry.record.within else None
        for member in entry.record.helped if area else ():
            assert repository.side_of(area.id if area else "", member.organization) is Side.HELPED
            helped[member.organization] += 1
    assert (len(helped), set(helped.values())) == (24, {1})


def test_shapes_of_pairings(repository: Repository) -> None:
    pairings = [entry.record for entry in repository.pairings]
    assert Counter(each.level for each in pairings) == {
        Level.AREA: 4,
        Level.SCHOOL: 22,
        Level.FAMILY: 3,
    }
    filed = {each.id for each in pairings if each.filed_on}
    assert filed == {"kindergarten-1", "kindergarten-2", "kindergarten-3"}
    shared = {
        each.id for each in pairings for cost in each.costs if set(cost.borne_by) == set(Side)
    }
    assert shared == {
        each.id for each in pairings if each.level is not Level.FAMILY and not each.filed_on
    }


def test_a_school_year_lies_in_two_calendar_years(repository: Repository) -> None:
    assert repository.programme is not None
    programme = repository.programme.record
    first, second = programme.terms
    assert (programme.period.start, programme.period.end) == (date(2017, 9, 1), LAST)
    assert (first.period.start, second.period.end) == (date(2017, 9, 1), LAST)
    assert first.period.end.year == second.period.start.year == 2018


def test_how_the_year_ends(result: dict[str, QuotaLine]) -> None:
    missed = {name for name, line in result.items() if line.verdict is Judgement.MISSED}
    assert missed == {
        "plans",
        "plans[district-4-3]",
        "shadowing",
        "shadowing[area-4/second]",
    }
    others = {line.verdict for name, line in result.items() if name not in missed}
    assert others == {Judgement.MET, Judgement.COUNTED}
    assert (result["areas"].done, result["township-schools"].done) == (4, 24)


def test_cadres_go_both_ways(result: dict[str, QuotaLine]) -> None:
    for side in Side:
        line = result[f"leader-postings[{side}]"]
        assert (line.done, line.verdict) == (2, Judgement.MET)


def test_a_whole_year_counts_as_teacher_exchange(result: dict[str, QuotaLine]) -> None:
    line = result["recognised"]
    assert (line.target, line.done, line.verdict) == (None, 2, Judgement.COUNTED)
    (proof,) = explain(counter(CITY_COUNTY, AFTER), "recognised")
    assert [reason.facts["found"] for each in proof.nearly for reason in each.reasons] == [
        103,
        364,
        145,
        117,
    ]


def test_a_year_is_not_over_before_its_last_day() -> None:
    assert targets(CITY_COUNTY, date(2018, 8, 30))["recognised"].done == 0
    assert targets(CITY_COUNTY, LAST)["recognised"].done == 2
