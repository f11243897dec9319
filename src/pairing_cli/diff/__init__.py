"""Two states of a programme → what the change between them means.

records (what came, went, changed) → causes (which of them is behind a figure) → figures (scores,
targets, late papers), evidence, signed → `difference`
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pairing_cli.diff.causes import Blame
from pairing_cli.diff.evidence import Files, evidence_differences
from pairing_cli.diff.figures import late_differences, score_differences, target_differences
from pairing_cli.diff.records import changes
from pairing_cli.diff.signed import SignedResult, signed_differences
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Diagnostic, Severity
from pairing_cli.model.differences import Difference, Revision, TargetDifference
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import QuotaTable, ScoreSheet


@dataclass(frozen=True, slots=True)
class State:
    """A programme in one state: its records, what is wrong with it, its scores and targets.

    ``few``: only the figures of pairings whose records differ were reckoned.
    """

    revision: Revision
    repository: Repository
    findings: tuple[Diagnostic, ...] = ()
    sheets: Sequence[ScoreSheet] = ()
    targets: QuotaTable | None = None
    few: bool = False

    @property
    def illegible(self) -> tuple[str, ...]:
        """The files of which some records could not be read."""
        repository = self.repository
        if not repository.broken and not any(repository.index(key).unread for key in COLLECTIONS):
            return ()
        wrong = (e for e in self.findings if e.severity is Severity.ERROR and e.code[0] in "FS")
        return tuple(dict.fromkeys(found.at.file for found in wrong))

    @property
    def there(self) -> bool:
        """Whether the state has the programme at all."""
        return self.repository.programme is not None or bool(self.repository.files)

    @property
    def errors(self) -> int:
        """How many errors its data have."""
        return sum(found.severity is Severity.ERROR for found in self.findings)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known besides the two states: the files that differ, and the results published before."""

    files: Files = field(default_factory=dict)
    results: Sequence[SignedResult] = ()


def difference(before: State, after: State, root: str, as_of: date, beside: Beside) -> Difference:
    """What a change means.

    Args:
        before: The state that is changed.
        after: The state that it becomes.
        root: The programme's folder, for people.
        as_of: The day on which both are looked at.
        beside: The files that differ, and published results.
    """
    records, moves = changes(before.repository, after.repository)
    unread = tuple(dict.fromkeys((*before.illegible, *after.illegible)))
    if unread:  # figures would only say that records are not there
        before, after = (replace(side, sheets=(), targets=None) for side in (before, after))
        beside = replace(beside, results=())
        records = [each for each in records if each.at.file not in unread]
    blame = Blame(before.repository, after.repository, records)
    scores = tuple(score_differences(before.sheets, after.sheets, blame))
    empty = QuotaTable(as_of, ())
    targets = target_differences(before.targets or empty, after.targets or empty, blame)
    if after.few:
        targets = (each for each in targets if not _sum_of_pairings(each))
    evidence = tuple(evidence_differences(before.repository, after.repository, beside.files))
    new, fixed, standing = _findings(before.findings, after.findings)
    return Difference(
        root,
        _title(after, before),
        as_of,
        before.revision,
        after.revision,
        _presence(before, after),
        new,
        fixed,
        standing,
        tuple(each for each in records if not each.follows),
        sum(each.follows for each in records),
        tuple(moves),
        scores,
        tuple(targets),
        tuple(late_differences(scores, blame)),
        evidence,
        tuple(signed_differences(beside.results, blame, evidence)),
        (before.errors, after.errors),
        unread,
        before.few or after.few,
    )


def _sum_of_pairings(found: TargetDifference) -> bool:
    """Whether a line sums up pairings, of which only some were reckoned."""
    return any(child.pairing is not None for child in found.line.children) and (
        found.line.pairing is None
    )


def _title(*states: State) -> str:
    programmes = (state.repository.programme for state in states)
    return next((each.record.title for each in programmes if each), "")


def _presence(before: State, after: State) -> str:
    if not before.there:
        return "added"
    return "both" if after.there else "removed"


def _findings(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...], int]:
    """The findings that are new, those that are gone, and how many stay."""
    old = {found.fingerprint: found for found in before}
    new = {found.fingerprint: found for found in after}
    came = tuple(found for mark, found in new.items() if mark not in old)
    went = tuple(found for mark, found in old.items() if mark not in new)
    return came, went, len(new) - len(came)


__all__ = ["Beside", "SignedResult", "State", "difference"]
