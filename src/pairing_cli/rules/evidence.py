"""Evidence files: there, inside the folder, unchanged, what they claim to be, and used once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from pairing_cli.model.diagnostics import Problem, Severity, problem, said, say
from pairing_cli.model.gist import Used
from pairing_cli.model.judgements import Finding, Standing, Verdict
from pairing_cli.model.log import Activity, EvidenceFile, Submission
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, EvidenceFact
from pairing_cli.rules.base import Case, Filed, Reach, rule

CONTENTS = {
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "png": "png",
    "gif": "gif",
    "pdf": "pdf",
    "docx": "zip",
    "xlsx": "zip",
    "pptx": "zip",
    "zip": "zip",
    "doc": "ole",
    "xls": "ole",
    "ppt": "ole",
}
"""What a file of an extension begins like."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A file named by a document, with what is known of it and where it is used."""

    file: EvidenceFile
    fact: EvidenceFact
    at: At
    activity: Entry[Activity] | None


def _uses(case: Case) -> Iterator[_Use]:
    for filed in case.documents if case.repo.evidence else ():
        for number, file in enumerate(filed.document.file):
            fact = (case.repo.evidence or {}).get(file.path)
            if fact is not None:
                yield _Use(file, fact, filed.at.sub("file", number), filed.activity)


def _in_trouble(case: Case, *troubles: str) -> Iterator[Problem]:
    for use in _uses(case):
        if use.fact.trouble in troubles:
            variant = use.fact.trouble if len(troubles) > 1 else ""
            yield problem(use.at, variant, path=use.file.path)


@rule("E001", Severity.ERROR, reach=Reach.RECORD)
def unsafe_path(case: Case) -> Iterator[Problem]:
    """An evidence path leads, on every system, to a file inside the programme's folder.

    Relative, with ``/`` between folders, without ``..``, drive letters or characters that Windows
    refuses. The path is judged before the system is asked about it.
    """
    yield from _in_trouble(case, "unsafe")


@rule("E002", Severity.ERROR, reach=Reach.RECORD)
def file_missing(case: Case) -> Iterator[Problem]:
    """Every evidence file that a record names exists.

    Add the file, or correct the path: it is relative to the programme's folder.
    """
    yield from _in_trouble(case, "missing")


@rule("E003", Severity.ERROR, reach=Reach.RECORD)
def not_a_plain_file(case: Case) -> Iterator[Problem]:
    """An evidence file is a plain file, not a link, and no link leads to it.

    Links are not followed, so that a check reads nothing outside the folder.
    """
    yield from _in_trouble(case, "link")


@rule("E004", Severity.ERROR, reach=Reach.RECORD)
def letter_case_differs(case: Case) -> Iterator[Problem]:
    """An evidence path is spelt exactly as the file, capitals included.

    ``照片.JPG`` is found as ``照片.jpg`` on Windows, but not on the server that checks it.
    """
    yield from _in_trouble(case, "case")


@rule("E005", Severity.ERROR, reach=Reach.RECORD)
def changed_file(case: Case) -> Iterator[Problem]:
    """An evidence file still has the SHA-256 that its record states.

    It was replaced or edited after it was recorded. If that is right, record the new value.
    """
    for use in _uses(case):
        stated = use.file.sha256
        if stated and use.fact.sha256 and use.fact.sha256 != stated:
            yield problem(
                use.at, path=use.file.path, stated=stated[:12], found=use.fact.sha256[:12]
            )


@dataclass(frozen=True, slots=True)
class _Proof:
    """A file that proves something, and what: an activity, or a document by itself.

    Other than a `_Use` it is known without the record, which is read only where that is asked for.
    """

    fact: EvidenceFact
    used: Used
    activity: Entry[Activity] | None

    @property
    def at(self) -> At:
        """Where it is named."""
        return self.used.at

    @property
    def owner(self) -> str:
        """What it proves."""
        return self.activity.key if self.activity else f"{self.at.file}:{self.at.route[:-2]}"

    @property
    def filed(self) -> Filed:
        """The document that names it."""
        entry, record, steps = self.used.entry, self.used.entry.record, self.used.steps
        if isinstance(record, Submission):
            return Filed(record, record.pairing, self.activity, entry)
        number = int(steps[1])
        return Filed(record.documents[number], record.pairing, self.activity, entry, number)


def _proofs(case: Case) -> Iterator[_Proof]:
    """Every file that there is and that is not empty, in the order of the records that name it."""
    facts, gist = case.repo.evidence or {}, case.repo.gist
    for used in (*gist.used, *gist.handed):
        fact = facts.get(used.path)
        if fact is not None and not fact.trouble and fact.size:
            yield _Proof(fact, used, _activity(case, used))


def _activity(case: Case, used: Used) -> Entry[Activity] | None:
    if used.entry.at.route[0] == "activities":
        return cast("Entry[Activity]", used.entry)
    return case.repo.activities.find(used.activity) if used.activity else None


def _shared(case: Case) -> list[list[_Proof]]:
    """The files, told by content or by path, that prove several things; empty ones prove nothing."""
    found: dict[str, list[_Proof]] = {}
    for proof in _proofs(case):
        found.setdefault(proof.fact.sha256 or proof.fact.path, []).append(proof)
    return [proofs for proofs in found.values() if len({proof.owner for proof in proofs}) > 1]


@rule("E006", Severity.WARNING)
def used_twice(case: Case) -> Iterator[Problem]:
    """An evidence file documents one activity only.

    The same photograph under two activities proves one of them at most.
    """
    for first, *others in _shared(case):
        for each in others:
            if each.owner != first.owner:
                yield problem(each.at, path=each.fact.path, other=_called(first))


@rule("E007", Severity.WARNING)
def suspect_file(case: Case) -> Iterator[Problem]:
    """No activity or document rests on a file that also proves something falsified.

    The other is suspect until somebody has looked into it.
    """
    upheld = [
        entry.record
        for entry in case.repo.findings
        if entry.record.verdict is Verdict.FALSIFIED
        and entry.record.standing(case.today) is Standing.UPHELD
    ]
    for proofs in _shared(case) if upheld else ():
        falsified = {
            each.owner: each
            for each in proofs
            if any(_about(case, found, each.filed) for found in upheld)
        }
        for each in proofs:
            if falsified and each.owner not in falsified:
                other = next(iter(falsified.values()))
                yield problem(each.at, path=each.fact.path, other=_called(other))


def _about(case: Case, finding: Finding, filed: Filed) -> bool:
    """Whether a finding is about a document's activity, or about the document by itself."""
    if finding.activity is not None or filed.activity is not None:
        name = finding.activity
        key = case.repo.activities.key(name) if name else None
        return filed.activity is not None and filed.activity.key == key
    types, terms, pairings = case.repo.document_types, case.repo.terms, case.repo.pairings
    stated = getattr(filed.document, "term", None)
    return (
        pairings.key(finding.pairing or "") == pairings.key(filed.pairing)
        and types.key(filed.document.type) in map(types.key, finding.document)
        and (not finding.term or not stated or terms.key(finding.term) == terms.key(stated))
    )


def _called(proof: _Proof) -> str:
    return proof.activity.key if proof.activity else proof.at.file


@rule("E008", Severity.WARNING, reach=Reach.RECORD)
def content_differs(case: Case) -> Iterator[Problem]:
    """An evidence file is of the kind that its extension says.

    A web page saved as .jpg opens nowhere. Save it in the right format.
    """
    for use in _uses(case):
        expected = CONTENTS.get(use.file.path.rpartition(".")[2].lower())
        if expected and not use.fact.trouble and use.fact.size and use.fact.content != expected:
            content = say(f"content.{use.fact.content or 'unknown'}")
            yield problem(use.at, path=use.file.path, content=content)


@rule("E009", Severity.WARNING, reach=Reach.RECORD)
def photo_of_another_day(case: Case) -> Iterator[Problem]:
    """A photograph was taken on a day of the activity that it documents.

    The day comes from the photograph's own data. A camera's clock may be wrong; say so in a note.
    """
    for use in _uses(case):
        taken = use.fact.taken_on
        if taken is not None and use.activity is not None and taken not in use.activity.record.days:
            yield problem(
                use.at, path=use.file.path, taken=taken, date=said(use.activity.record.days)
            )


@rule("E010", Severity.ERROR, reach=Reach.RECORD)
def unreadable_file(case: Case) -> Iterator[Problem]:
    """An evidence file can be read and is not larger than the limit.

    Make pictures smaller before they are committed; git keeps every version for ever.
    """
    yield from _in_trouble(case, "large", "unreadable")


@rule("E011", Severity.WARNING, reach=Reach.RECORD)
def empty_file(case: Case) -> Iterator[Problem]:
    """An evidence file is not empty.

    A file of 0 bytes proves nothing; most likely copying it failed.
    """
    for use in _uses(case):
        if not use.fact.trouble and use.fact.size == 0:
            yield problem(use.at, path=use.file.path)


RULES = (
    unsafe_path,
    file_missing,
    not_a_plain_file,
    letter_case_differs,
    changed_file,
    used_twice,
    suspect_file,
    content_differs,
    photo_of_another_day,
    unreadable_file,
    empty_file,
)
