"""Findings told apart: those that are reported, and those that somebody approved an exception to."""

from __future__ import annotations

from dataclasses import dataclass

from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.identity import Identities, fingerprinted
from pairing_cli.model.repository import Entry
from pairing_cli.model.suppressions import Suppression


@dataclass(frozen=True, slots=True)
class Hidden:
    """A finding, and the approved exception that hides it."""

    found: Diagnostic
    by: Entry[Suppression]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is reported, and what is hidden by approved exceptions, both in their order."""

    kept: tuple[Diagnostic, ...]
    hidden: tuple[Hidden, ...] = ()

    def fingerprinted(self, identities: Identities) -> Sifted:
        """The same, each finding with its fingerprint, which does not depend on what is hidden."""
        every = fingerprinted((*self.kept, *(each.found for each in self.hidden)), identities)
        number = len(self.kept)
        pairs = zip(every[number:], self.hidden, strict=True)
        return Sifted(every[:number], tuple(Hidden(found, each.by) for found, each in pairs))
