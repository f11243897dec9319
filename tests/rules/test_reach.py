"""What a rule says of its reach is so: alone in the log, a record has the findings it has among others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.entries import Entry, Index
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.rules import OF_RECORDS, RULES, Rule, check
from tests.programmes import BASE, CITY_COUNTY, GAOTAI, JIANSHI, write
from tests.rules.test_cases import ALL, TODAY

OTHERS = [key for key in COLLECTIONS if key not in ("activities", "submissions")]
RECORD_RULES = [rule for rule in RULES if rule.code in OF_RECORDS]


def programmes(tmp_path: Path) -> Iterator[tuple[Repository, date]]:
    for number, (_, case) in enumerate(ALL):
        files = {"programme.yaml": BASE, **case["files"]}
        root = write(tmp_path / str(number), {n: t for n, t in files.items() if t is not None})
        day = date.fromisoformat(str(case.get("today", TODAY)))
        yield load(FolderTree(root)).repository, day


def alone(repository: Repository, entry: Entry[Any]) -> Repository:
    """The same programme, of whose log one record is left, and the activity that it says it is of."""
    if isinstance(entry.record, Activity):
        return of_log(repository, activities=[entry])
    named = repository.activities.find(entry.record.activity or "")
    return of_log(repository, activities=[named] if named else [], submissions=[entry])


def of_log(
    repository: Repository,
    activities: Iterable[Entry[Any]] = (),
    submissions: Iterable[Entry[Any]] = (),
) -> Repository:
    held, handed = Index(activities), Index(submissions)
    return replace(repository, activities=held, submissions=handed, gists={})


def about(found: tuple[Diagnostic, ...], at: At) -> list[Diagnostic]:
    return [each for each in found if (each.at.file, each.at.route[:2]) == (at.file, at.route)]


def by_activity(repository: Repository, rules: list[Rule], day: date) -> set[str]:
    """Hold every record of the log alone against the whole; the codes of what was found."""
    whole = check(repository, rules, day)
    codes: set[str] = set()
    for entry in (*repository.activities, *repository.submissions):
        expected = about(whole, entry.at)
        assert about(check(alone(repository, entry), rules, day), entry.at) == expected
        codes |= {each.code for each in expected}
    return codes


def test_activities_alone_and_among_others_in_every_case(tmp_path: Path) -> None:
    seen: set[str] = set()
    for repository, day in programmes(tmp_path):
        seen |= by_activity(repository, RECORD_RULES, day)
    assert seen == OF_RECORDS - {"E010"}  # that one needs a large file


@pytest.mark.parametrize("code", ["R002", "R004", "E006", "E007"])
def test_a_rule_of_the_whole_is_told_from_one_of_records(code: str, tmp_path: Path) -> None:
    rules = [rule for rule in RULES if rule.code == code]
    with pytest.raises(AssertionError):
        _ = [by_activity(repository, rules, day) for repository, day in programmes(tmp_path)]


@pytest.mark.parametrize("example", [GAOTAI, CITY_COUNTY, JIANSHI], ids=lambda path: path.name)
def test_files_of_examples_alone_and_among_others(example: Path) -> None:
    repository = load(FolderTree(example)).repository
    for day in (date(2020, 5, 1), date(2030, 1, 1)):
        whole = check(repository, RECORD_RULES, day)
        for file in repository.gists_by_file:
            logs = (repository.activities, repository.submissions)
            kept = [[entry for entry in log if entry.at.file == file] for log in logs]
            found = check(of_log(repository, *kept), RECORD_RULES, day)
            assert [f for f in found if f.at.file == file] == [
                f for f in whole if f.at.file == file
            ]


def test_what_is_passed_over_is_found_by_name_and_known_findings_stand(tmp_path: Path) -> None:
    for repository, day in programmes(tmp_path):
        whole = check(repository, RULES, day)
        logs = set(repository.gists_by_file)
        logs -= {paper.at.file for paper in repository.submissions if paper.record.activity}
        others = {entry.at.file for key in OTHERS for entry in repository.index(key)}
        programme = {repository.programme.at.file} if repository.programme else set()
        known = {
            file: [each for each in whole if each.at.file == file and each.code in OF_RECORDS]
            for file in sorted(logs - others - programme)
        }
        found = check(repository, RULES, day, known)
        assert sorted(found, key=repr) == sorted(whole, key=repr)
        for file in known:
            assert [f for f in found if f.at.file == file] == [
                f for f in whole if f.at.file == file
            ]


def test_the_day_only_matters_to_what_is_still_to_come(tmp_path: Path) -> None:
    for repository, _ in programmes(tmp_path):
        for file, gist in repository.gists_by_file.items():
            first, second = (
                [found for found in check(repository, RECORD_RULES, day) if _of_log(found, file)]
                for day in (gist.latest, date(2031, 1, 1))
            )
            assert first == second


def _of_log(found: Diagnostic, file: str) -> bool:
    return found.at.file == file and found.at.route[0] in ("activities", "submissions")
