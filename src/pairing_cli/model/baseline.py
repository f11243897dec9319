"""The findings that a programme began with (基线): what is not reported again until it is new.

A baseline hides from the check, not from the truth: figures made from the data stay incomplete. It
holds no words and no lines, and never a finding about personal data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.identity import Identities, as_place
from pairing_cli.model.privacy import mask

FAMILY = "pairing.baseline/"
SCHEMA = f"{FAMILY}1"

NEVER = "V"
"""The first letter of codes that no baseline takes in: what they are about has to be removed."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """Findings of one code about one record: where, and the fingerprint of each."""

    where: str
    code: str
    fingerprints: tuple[str, ...]


class Since(NamedTuple):
    """Findings held against a baseline: the new ones, how many are known, how many no longer occur."""

    new: tuple[Diagnostic, ...]
    known: int
    gone: int


@dataclass(frozen=True)
class Baseline:
    """Known findings, by record and code."""

    entries: tuple[Known, ...] = ()

    @cached_property
    def fingerprints(self) -> frozenset[str]:
        """The fingerprint of every finding in it."""
        return frozenset(each for entry in self.entries for each in entry.fingerprints)

    def since(self, found: Iterable[Diagnostic]) -> Since:
        """What is new, and what is no longer there."""
        listed = tuple(found)
        new = tuple(each for each in listed if not self._hides(each))
        known = len(listed) - len(new)
        return Since(new, known, len(self.fingerprints) - known)

    def _hides(self, found: Diagnostic) -> bool:
        """Whether a finding is known; one about personal data never is, whatever the file says."""
        return found.fingerprint in self.fingerprints and not found.code.startswith(NEVER)

    def document(self) -> dict[str, Any]:
        """The baseline as plain data, in the order in which it is written."""
        return {
            "schema": SCHEMA,
            "findings": [
                {
                    "code": entry.code,
                    "where": entry.where,
                    "count": len(entry.fingerprints),
                    "fingerprints": list(entry.fingerprints),
                }
                for entry in self.entries
            ],
        }


def baseline_of(found: Iterable[Diagnostic], identities: Identities) -> Baseline:
    """The baseline that accepts these findings, but for those about personal data."""
    marks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in found:
        if not each.code.startswith(NEVER):
            where = mask(as_place(identities.of(each.at)))
            marks[where, each.code].append(each.fingerprint)
    entries = (Known(where, code, tuple(sorted(own))) for (where, code), own in marks.items())
    return Baseline(tuple(sorted(entries)))
