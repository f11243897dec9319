"""A score sheet → the result that is published; a published result beside the present one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.changes import FileChange, PublishedChange, StandingChange
from pairing_cli.model.figures import rounded
from pairing_cli.model.log import Document
from pairing_cli.model.places import At
from pairing_cli.model.published import (
    Published,
    PublishedFile,
    PublishedItem,
    PublishedUnit,
    fingerprint,
)
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import ScoreNode, ScoreSheet, ScoreUnit


@dataclass(frozen=True, slots=True)
class Basis:
    """What a result rests on: hashes of files by path, the commit, and the version of the tool."""

    hashes: Mapping[str, str]
    commit: str | None
    tool: str


def published(sheet: ScoreSheet, repository: Repository, basis: Basis) -> Published:
    """The result as it is published; without a scheme when its rubric is no longer there."""
    programme, rubric = repository.programme, repository.rubrics.get(sheet.rubric)
    assert programme is not None
    return Published(
        schema_="pairing.published/1",
        programme=programme.record.id,
        title=programme.record.title,
        rubric=sheet.rubric,
        rubric_title=sheet.title,
        as_of=sheet.as_of,
        term=sheet.term,
        scheme=fingerprint(programme.record, rubric) if rubric else "",
        tool=basis.tool,
        commit=basis.commit,
        units=tuple(map(_unit, sheet.units)),
        files=tuple(
            PublishedFile(path=path, sha256=found) for path, found in sorted(basis.hashes.items())
        ),
    )


def _unit(unit: ScoreUnit) -> PublishedUnit:
    return PublishedUnit(
        id=unit.pairing,
        title=_title(unit.node),
        rank=unit.rank,
        total=rounded(unit.node.earned),
        exact=str(unit.node.earned),
        full_marks=rounded(unit.main.maximum),
        grade=unit.grade.title if unit.grade else None,
        items=tuple(
            PublishedItem(
                id=item.id,
                title=_title(item),
                earned=rounded(item.earned),
                exact=str(item.earned),
            )
            for item in unit.node.items()
        ),
    )


def _title(node: ScoreNode) -> str:
    return node.title if isinstance(node.title, str) else node.id


def evidence_of(sheet: ScoreSheet, repository: Repository) -> frozenset[str]:
    """The evidence files that are named by the records on which scores rest."""
    places = set(_places(sheet))
    return frozenset(
        file.path
        for at, document in _documents(repository)
        if any(At(at.file, at.route[:end]) in places for end in range(len(at.route) + 1))
        for file in document.file
    )


def _places(sheet: ScoreSheet) -> Iterator[At]:
    for unit in sheet.units:
        for node in unit.node.walk():
            yield from node.at
            yield from (receipt.at for receipt in (node.paper.receipts if node.paper else ()))


def _documents(repository: Repository) -> Iterator[tuple[At, Document]]:
    for activity in repository.activities:
        for number, document in enumerate(activity.record.documents):
            yield activity.place("documents", number), document
    for submission in repository.submissions:
        yield submission.at, submission.record


def since(before: Published, now: Published) -> PublishedChange:
    """What changed between a published result and the present one."""
    return PublishedChange(
        tuple(_files(before.hashes, now.hashes)),
        before.scheme != now.scheme,
        before.tool != now.tool,
        tuple(_standings(before, now)),
    )


def _files(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, FileChange]]:
    for path in sorted({*before, *now}):
        old, new = before.get(path, ""), now.get(path, "")
        if old and new and old != new:
            yield path, FileChange.CHANGED
        elif old and not new:
            yield path, FileChange.REMOVED
        elif new and not old:
            yield path, FileChange.ADDED


def _standings(before: Published, now: Published) -> Iterator[StandingChange]:
    old = {unit.id: unit for unit in before.units}
    new = {unit.id: unit for unit in now.units}
    for key in dict.fromkeys((*new, *old)):
        change = _standing(key, old.get(key), new.get(key))
        if change is not None:
            yield change


def _standing(
    key: str, old: PublishedUnit | None, new: PublishedUnit | None
) -> StandingChange | None:
    """What changed of a unit; None when nothing did."""
    both, items = (old, new), tuple(_items(old, new))
    totals, ranks, grades = (
        (old.points if old else None, new.points if new else None),
        (old.rank if old else None, new.rank if new else None),
        (old.grade if old else None, new.grade if new else None),
    )
    same = all(pair[0] == pair[1] for pair in (totals, ranks, grades))
    if same and not items and None not in both:
        return None
    title = next(unit.title for unit in (new, old) if unit is not None)
    return StandingChange(key, title, totals, ranks, grades, items)


def _items(
    old: PublishedUnit | None, new: PublishedUnit | None
) -> Iterator[tuple[str, str, Fraction | None, Fraction | None]]:
    """The items whose points changed: id, title, points before and after."""
    before = {item.id: item for item in old.items} if old else {}
    after = {item.id: item for item in new.items} if new else {}
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        points = [Fraction(each.exact) if each else None for each in (was, now)]
        if points[0] != points[1]:
            title = next(item.title for item in (now, was) if item is not None)
            yield key, title, points[0], points[1]
