"""The words that a programme's records use: roles, subjects, stages, types, levels, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Selection

OWN = (
    "role",
    "subject",
    "stage",
    "level",
    "award",
    "audience",
    "at_type",
    "from_type",
    "person_level",
)
"""Fields of a selection whose words are the programme's own, not names of records."""


def states_words(selection: Selection) -> bool:
    """Whether a selection selects by the programme's own words."""
    return any(getattr(selection, field) for field in (*OWN, "amounts"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that occur, by the field of a selection that selects by them."""

    _words: dict[str, set[str]]

    @classmethod
    def of(cls, repo: Repository) -> Vocabulary:
        """Gather the words of a repository."""
        words: dict[str, set[str]] = defaultdict(set)
        for field, word in _found(repo):
            words[field].add(word)
        return cls(words)

    def words(self, field: str) -> list[str]:
        """The words that occur in a field."""
        return sorted(self._words.get(field, ()))

    def unknown(self, selection: Selection) -> Iterator[tuple[str, str]]:
        """The words of a selection of which none occurs, where other words do: field and word."""
        for field in (*OWN, "amounts"):
            known = self._words.get(field, set())
            stated = tuple(getattr(selection, field))
            if known and stated and known.isdisjoint(stated):
                yield from ((field, word) for word in stated)


def _found(repo: Repository) -> Iterator[tuple[str, str]]:
    for organization in repo.organizations:
        yield "at_type", organization.record.type
        yield "from_type", organization.record.type
        yield from (("stage", stage) for stage in organization.record.stage)
    for person in repo.people:
        if person.record.level:
            yield "person_level", person.record.level
        yield from (("subject", subject) for subject in person.record.subjects)
    yield from repo.gist.words
    for schedule in repo.schedules:
        for line in schedule.record.lines:
            yield from (("subject", subject) for subject in line.subject)
            yield from (("stage", stage) for stage in line.stage)
            words = (("role", line.role), ("audience", line.audience), ("person_level", line.level))
            yield from ((field, word) for field, word in words if word)
