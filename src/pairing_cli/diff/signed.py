"""What was signed off and altered afterwards: published results, and decisions that stand in records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pairing_cli.diff.causes import Blame
from pairing_cli.model.differences import (
    EvidenceDifference,
    Fate,
    RecordChange,
    Restated,
    SignedDifference,
)
from pairing_cli.model.judgements import Finding
from pairing_cli.model.published import Published
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import ScoreSheet


@dataclass(frozen=True, slots=True)
class SignedResult:
    """A published result of the old state: its file, and whether it is still there as it was.

    ``then`` and ``now`` are what its day gives by the old and by the new state; None where that cannot
    be reckoned.
    """

    file: str
    published: Published
    kept: bool
    then: ScoreSheet | None
    now: ScoreSheet | None


def signed_differences(
    results: Sequence[SignedResult], blame: Blame, evidence: Sequence[EvidenceDifference]
) -> Iterator[SignedDifference]:
    """The results and decisions that a change alters."""
    told: set[int] = set()
    for result in results:
        found = _result(result, blame, evidence)
        if found is not None:
            told |= {id(record) for record in found.records}
            yield found
    for record in blame.records:
        if id(record) not in told and _decided(record, blame.before):
            yield SignedDifference((record,))


def _result(
    result: SignedResult, blame: Blame, evidence: Sequence[EvidenceDifference]
) -> SignedDifference | None:
    """What became of a published result; None where it stands, and so do the records behind it."""
    records = blame.of_sheets(result.then, result.now)
    units = tuple(_restated(result))
    altered = tuple(
        each for each in records if not each.follows and (units or each.before is not None)
    )
    told = result.published
    lost = (Fate.REMOVED, Fate.CHANGED)
    files = tuple(e.path for e in evidence if e.fate in lost and e.path in told.hashes)
    if result.kept and not (altered or units or files):
        return None
    about = (result.file, told.rubric_title, told.as_of)
    return SignedDifference(altered, *about, not result.kept, units, files)


def _restated(result: SignedResult) -> Iterator[Restated]:
    if result.now is None:
        return
    now = {unit.pairing: unit.node.earned for unit in result.now.units}
    for unit in result.published.units:
        if now.get(unit.id) != unit.points:
            yield Restated(unit.title, unit.points, now.get(unit.id))


def _decided(record: RecordChange, before: Repository) -> bool:
    """Whether a record that changed or went had been decided by somebody."""
    if record.fate not in (Fate.CHANGED, Fate.REMOVED) or record.before is None:
        return False
    if record.collection in ("waivers", "ratings"):
        return True
    if record.collection != "findings":
        return False
    old = next((entry for entry in before.findings if entry.at == record.before), None)
    if old is None or not old.record.decisions:
        return False
    return record.fate is Fate.REMOVED or not _only_decided_on(old.record, record)


def _only_decided_on(old: Finding, record: RecordChange) -> bool:
    """Whether nothing but a decision was added: the ordinary course of a finding."""
    return set(record.fields) <= {"decisions"} and bool(old.decisions)
