"""Approved exceptions: each names a rule and a place that exist, still holds, and hides something."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from pairing_cli.model.collections import COLLECTIONS, PROGRAMME
from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.identity import as_place, identity
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.model.suppressions import Suppression
from pairing_cli.rules.base import Case, rule
from pairing_cli.rules.references import INSIDE, nearest

KEPT_FAMILIES = "FSVN"
"""First letters of codes that no exception hides: reading, schema, personal data, exceptions themselves."""

KEPT = frozenset({"R001", "R002", "R003", "R013"})
"""Further codes that no exception hides: what they are about is not, or not surely, counted."""


def may_be_hidden(code: str) -> bool:
    """Whether an exception to a code is possible: its findings leave every figure complete."""
    return code[:1] not in KEPT_FAMILIES and code not in KEPT


def places(repo: Repository, suppression: Suppression) -> tuple[At, ...]:
    """The records, or the files and folders, that an exception names; none when there is no such."""
    if suppression.record is not None:
        return tuple(_records(repo, suppression.record))
    wanted = folder_name(suppression.file or "")
    known = (*repo.files, *repo.answers)
    return (At(wanted),) if any(in_folder(file, wanted) for file in known) else ()


def folder_name(written: str) -> str:
    """A file's or folder's path as paths are written in findings."""
    return written.removeprefix("./").rstrip("/")


def in_folder(file: str, folder: str) -> bool:
    """Whether a file is the one named, or stands in the folder named."""
    return file == folder or file.startswith(f"{folder}/")


def _records(repo: Repository, written: str) -> Iterator[At]:
    key, _, name = written.partition("/")
    if key == PROGRAMME:
        yield from ((repo.programme.at,) if repo.programme else ())
    elif key in INSIDE or (key in COLLECTIONS and COLLECTIONS[key].names):
        yield from (entry.at for entry in repo.index(key).candidates(name))
    elif key in COLLECTIONS:
        for entry in repo.index(key):
            if as_place(identity(COLLECTIONS[key], entry.record)) == written:
                yield entry.at


def _known(case: Case, suppression: Suppression) -> bool:
    """Whether its place is there, or may be: in a collection that could not be read as a whole."""
    record = suppression.record or ""
    collection, _, name = record.partition("/")
    if places(case.repo, suppression) or collection in case.repo.broken:
        return True
    named = collection in COLLECTIONS and bool(COLLECTIONS[collection].names)
    return named and case.repo.index(collection).knows(name)


@rule("N001", Severity.ERROR)
def exception_to_unknown_rule(case: Case) -> Iterator[Problem]:
    """An approved exception names a rule that there is.

    `pairing rules` lists them. A misspelt code would hide nothing, and nobody would know.
    """
    for entry in case.repo.suppressions:
        code = entry.record.rule
        if may_be_hidden(code) and code not in case.codes:
            yield problem(entry.place("rule"), code=code)


@rule("N002", Severity.ERROR)
def exception_not_possible(case: Case) -> Iterator[Problem]:
    """No exception is made for what makes figures incomplete, or shows personal data.

    What cannot be read, does not fit the schema, or names what nobody knows is not counted: that has to be
    put right, and must stay visible until it is. Personal numbers have to be removed.
    """
    for entry in case.repo.suppressions:
        if not may_be_hidden(entry.record.rule):
            yield problem(entry.place("rule"), code=entry.record.rule)


@rule("N003", Severity.ERROR)
def exception_for_unknown_place(case: Case) -> Iterator[Problem]:
    """An approved exception names a record or a file that there is.

    A record is named as collection/id, such as ``activities/xijie-0415-songke``, or ``programme``; a file or
    folder by its path inside the programme's folder.
    """
    for entry in case.repo.suppressions:
        if not _known(case, entry.record):
            name = entry.record.place
            if entry.record.record is None:
                yield problem(entry.place("file"), "file", name=name)
            else:
                yield problem(entry.place("record"), name=name, hint=_hint(case.repo, name))


def _hint(repo: Repository, written: str) -> Message:
    key, _, name = written.partition("/")
    known = (PROGRAMME, *COLLECTIONS, *INSIDE)
    if key not in known:
        alike = get_close_matches(key, known, n=1)
        meant = [f"{alike[0]}/{name}".rstrip("/")] if alike else []
        return (
            say("did-you-mean", name=meant[0]) if meant else say("hint.collections", allowed=known)
        )
    near = nearest(name, repo.index(key)) if key != PROGRAMME else None
    return say("did-you-mean", name=f"{key}/{near}") if near else say("nothing")


@rule("N004", Severity.WARNING)
def exception_unused(case: Case) -> Iterator[Problem]:
    """An approved exception hides a finding.

    One that hides nothing any more could hide a new mistake tomorrow. Delete it.
    """
    for entry in case.unused:
        if entry.record.rule in case.codes and places(case.repo, entry.record):
            yield problem(entry.at, code=entry.record.rule, name=entry.record.place)


@rule("N005", Severity.WARNING)
def exception_expired(case: Case) -> Iterator[Problem]:
    """An approved exception has not expired.

    After its last day its findings are reported again. Put them right, have the exception renewed, or
    delete it.
    """
    for entry in case.repo.suppressions:
        until = entry.record.until
        if until is not None and entry.record.expired(case.today):
            yield problem(entry.place("until"), code=entry.record.rule, until=until)


RULES = (
    exception_to_unknown_rule,
    exception_not_possible,
    exception_for_unknown_place,
    exception_unused,
    exception_expired,
)
