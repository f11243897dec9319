"""For whom a workbook of forms is made, and which records are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pairing_cli.model.dates import Days
from pairing_cli.model.programme import Side, Term
from pairing_cli.model.repository import Repository


class For(StrEnum):
    """For whom a workbook is made."""

    SCHOOL = "school"
    PAIRING = "pairing"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Scope:
    """A school with its campuses, a pairing, or all of the programme; all year or in a term.

    ``pairings`` and ``family`` are keys; a ``family`` of None is everybody of the pairings.
    """

    whom: For
    key: str
    title: str
    pairings: frozenset[str]
    family: frozenset[str] | None = None
    term: Term | None = None

    def has_pairing(self, key: str) -> bool:
        """Whether a pairing is one of those meant."""
        return key in self.pairings

    def has(self, organization: str) -> bool:
        """Whether an organization, by its key, is the school meant or belongs to it."""
        return self.family is None or organization in self.family

    def during(self, days: Days) -> bool:
        """Whether a stretch of days touches the term meant, if one is."""
        return self.term is None or self.term.period.overlaps(days)


def programme_scope(repository: Repository, term: Term | None = None) -> Scope:
    """Everything of a programme."""
    programme = repository.programme
    title = programme.record.title if programme else ""
    key = programme.record.id if programme else ""
    keys = frozenset(entry.key for entry in repository.pairings)
    return Scope(For.PROGRAMME, key, title, keys, None, term)


def pairing_scope(repository: Repository, key: str, term: Term | None = None) -> Scope:
    """Everything of one pairing, given by its key."""
    found = repository.pairings.get(key)
    title = repository.title_of(found) if found else key
    return Scope(For.PAIRING, key, title, frozenset([key]), None, term)


def school_scope(repository: Repository, key: str, term: Term | None = None) -> Scope:
    """What a school has to do with: in each of its pairings, its own and its campuses' records."""
    found = repository.organizations.get(key)
    pairings = frozenset(
        entry.key for entry in repository.pairings if repository.side_of(entry.key, key)
    )
    title = found.title if found else key
    return Scope(For.SCHOOL, key, title, pairings, repository.family(key), term)


def schools(repository: Repository) -> Iterator[str]:
    """The keys of the organizations that pairings name as their members, each once, in their order."""
    names = (
        repository.organizations.key(member.organization)
        for pairing in repository.pairings
        for side in Side
        for member in pairing.record.members(side)
    )
    yield from dict.fromkeys(names)
