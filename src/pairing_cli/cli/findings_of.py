"""The findings of a programme's states; what is known from the earlier one is not looked for in the later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from pairing_cli.diff import State
from pairing_cli.load.programme import Loaded
from pairing_cli.load.unmoved import unmoved
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.differences import Revision
from pairing_cli.model.identity import Identities
from pairing_cli.model.repository import Repository
from pairing_cli.rules import OF_RECORDS, RULES, check, sift

Read: TypeAlias = tuple[Revision, Loaded | None]
"""A state as it was read; None where there was no programme."""


def state_of(loaded: Loaded, revision: Revision, as_of: date) -> State:
    """The state of a programme that was read, without its figures."""
    return _state(loaded, revision, as_of, check(loaded.repository, RULES, as_of))


def states_of(before: Read, after: Read, as_of: date, *, untrusted: bool) -> tuple[State, State]:
    """Two states of one programme, read with one memo, without their figures.

    ``untrusted``: of the later's approved exceptions only those hold that are in the earlier as well.
    """
    (revision, old), (other, new) = before, after
    found = () if old is None else check(old.repository, RULES, as_of)
    earlier = State(revision, Repository()) if old is None else _state(old, revision, as_of, found)
    if new is None:
        return earlier, State(other, Repository())
    known = {} if old is None else _known(unmoved(old, new), found)
    again = check(new.repository, RULES, as_of, known)
    return earlier, _state(new, other, as_of, again, earlier.repository if untrusted else None)


def _known(files: frozenset[str], found: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """What rules of reach RECORD found in some files, by file."""
    known: dict[str, list[Diagnostic]] = {path: [] for path in files}
    for each in found:
        if each.code in OF_RECORDS and each.at.file in known:
            known[each.at.file].append(each)
    return known


def _state(
    loaded: Loaded,
    revision: Revision,
    as_of: date,
    checked: Sequence[Diagnostic],
    by: Repository | None = None,
) -> State:
    """A state with what rules found in it; with ``by``, only exceptions hold that are there as well."""
    repository = loaded.repository
    found = (*loaded.diagnostics, *checked)
    holding = None if by is None else frozenset(entry.record for entry in by.suppressions)
    sifted = sift(found, repository, RULES, as_of, holding)
    findings = sifted.fingerprinted(Identities(repository, loaded.known)).kept
    return State(revision, repository, findings)
