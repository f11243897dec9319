"""Ratings, survey results, findings and figures by whom they are about, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TypeAlias

from pairing_cli.model.answers import Answers, Subject, Surveyed
from pairing_cli.model.judgements import (
    Finding,
    Rating,
    Standing,
    Verdict,
)
from pairing_cli.model.log import Activity
from pairing_cli.model.pools import Figure, FigureValue
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.surveys import Survey, SurveyResult

Whose: TypeAlias = tuple[str | None, str | None, str | None]
"""The keys of a figure's pairing, organization and person, where it states them."""


class About:
    """What people gave and found, looked up by whom it is about."""

    def __init__(self, repository: Repository, as_of: date) -> None:
        """Look at a repository as of a day."""
        self._repository = repository
        self._as_of = as_of
        self._results: dict[str, dict[Subject, list[Surveyed]]] = {}
        self._values: dict[str, dict[Whose, list[tuple[int, FigureValue]]]] = {}

    def subject(self, record: Rating | SurveyResult) -> Subject:
        """Whom a rating or a survey's result is about."""
        repository = self._repository
        if record.pairing is not None:
            return "pairing", repository.pairings.key(record.pairing)
        if record.organization is not None:
            return "organization", repository.organizations.key(record.organization)
        return "person", repository.people.key(record.person or "")

    def ratings(self, item: str, subject: Subject) -> list[Entry[Rating]]:
        """The ratings of an item for a unit that had been given by the day, earliest first."""
        return self._ratings.get((item, subject), [])

    @cached_property
    def _ratings(self) -> dict[tuple[str, Subject], list[Entry[Rating]]]:
        grouped: dict[tuple[str, Subject], list[Entry[Rating]]] = {}
        for entry in self._repository.ratings:
            if entry.record.date <= self._as_of:
                item = self._repository.items.key(entry.record.item)
                grouped.setdefault((item, self.subject(entry.record)), []).append(entry)
        for found in grouped.values():
            found.sort(key=lambda entry: (entry.record.date, entry.key))
        return grouped

    def results(self, survey: Entry[Survey], subject: Subject) -> list[Surveyed]:
        """What a survey came to for a unit by the day: as typed in, or from its answers."""
        if survey.key not in self._results:
            grouped = self._results.setdefault(survey.key, {})
            for whom, result in self._surveyed(survey):
                if result.date <= self._as_of:
                    grouped.setdefault(whom, []).append(result)
        return self._results[survey.key].get(subject, [])

    def _surveyed(self, survey: Entry[Survey]) -> Iterator[tuple[Subject, Surveyed]]:
        for number, result in enumerate(survey.record.results):
            at = (survey.place("results", number),)
            yield self.subject(result), Surveyed(result.date, result.mean, result.respondents, at)
        yield from Answers(self._repository, survey.record).results()

    def upheld(self, verdict: Verdict, pairing: str) -> list[Entry[Finding]]:
        """The findings of a verdict about a pairing that stand upheld on the day."""
        return self._upheld.get((verdict, pairing), [])

    def upheld_about(self, verdict: Verdict, subject: Subject) -> list[Entry[Finding]]:
        """The findings of a verdict that stand upheld and name an organization or a person."""
        repository, (what, key) = self._repository, subject
        return [
            entry
            for entry in self._standing
            if entry.record.verdict is verdict
            and (
                (
                    what == "organization"
                    and entry.record.organization is not None
                    and repository.organizations.key(entry.record.organization) == key
                )
                or (
                    what == "person"
                    and entry.record.person is not None
                    and repository.people.key(entry.record.person) == key
                )
            )
        ]

    def upheld_of_activities(self, verdict: Verdict) -> list[tuple[Entry[Finding], Activity]]:
        """The findings of a verdict about activities that stand upheld on the day."""
        found = []
        for entry in self._standing:
            name = entry.record.activity
            activity = self._repository.activities.get(name) if name else None
            if entry.record.verdict is verdict and activity is not None:
                found.append((entry, activity))
        return found

    @cached_property
    def _standing(self) -> list[Entry[Finding]]:
        """The findings that stand upheld on the day."""
        return [
            entry
            for entry in self._repository.findings
            if entry.record.date <= self._as_of
            and entry.record.standing(self._as_of) is Standing.UPHELD
        ]

    @cached_property
    def _upheld(self) -> dict[tuple[Verdict, str], list[Entry[Finding]]]:
        grouped: dict[tuple[Verdict, str], list[Entry[Finding]]] = {}
        for entry in self._standing:
            pairing = self._pairing(entry.record)
            if pairing is not None:
                grouped.setdefault((entry.record.verdict, pairing), []).append(entry)
        return grouped

    def _pairing(self, finding: Finding) -> str | None:
        """The pairing that a finding is about: its activity's, or the one it names."""
        found = self._repository.activities.get(finding.activity) if finding.activity else None
        name = found.pairing if found else finding.pairing
        return None if name is None else self._repository.pairings.key(name)

    def values(self, figure: Entry[Figure], *whose: Whose) -> list[tuple[int, FigureValue]]:
        """A figure's values for some units that had been entered by the day, in their order."""
        if figure.key not in self._values:
            grouped = self._values.setdefault(figure.key, {})
            for number, value in enumerate(figure.record.values):
                if value.date <= self._as_of:
                    grouped.setdefault(self._whose(value), []).append((number, value))
        found = (self._values[figure.key].get(each, []) for each in dict.fromkeys(whose))
        return sorted((pair for pairs in found for pair in pairs), key=lambda pair: pair[0])

    def _whose(self, value: FigureValue) -> Whose:
        repository = self._repository
        return (
            repository.pairings.key(value.pairing) if value.pairing else None,
            repository.organizations.key(value.organization) if value.organization else None,
            repository.people.key(value.person) if value.person else None,
        )
