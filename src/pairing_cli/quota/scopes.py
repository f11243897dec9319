"""The scopes in which a target is held separately: each pairing, term, month, teacher pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pairing_cli.measure.count import Stretch
from pairing_cli.measure.view import View
from pairing_cli.model.dates import months_of
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.targets import Quota, Scope


@dataclass(frozen=True, slots=True)
class Cell:
    """One scope of a target: where to count, its key, and what it is called."""

    stretch: Stretch
    key: str
    names: tuple[str | Message, ...]

    def narrowed(self, stretch: Stretch, key: str, name: str | Message) -> Cell:
        """A scope inside this one."""
        joined = f"{self.key}/{key}" if self.key else key
        return Cell(stretch, joined, (*self.names, name))

    @property
    def title(self) -> Message:
        """What the scope is called; the programme as a whole when nothing narrows it."""
        if not self.names:
            return say("scope.programme")
        return say("scope.joined", names=self.names)


def all_of(scopes: tuple[Scope, ...]) -> Message:
    """What the scopes of a target are called together, such as: each pairing, each term."""
    return say("scope.each", names=tuple(say(f"scope.{scope}") for scope in scopes))


def cells(view: View, quota: Quota) -> tuple[Cell, ...]:
    """Every scope of a target, in the order of the programme."""
    found = [Cell(Stretch(view.programme.period), "", ())]
    for scope in Scope:
        if scope in quota.per:
            split = _SPLITS[scope]
            found = [inner for outer in found for inner in split(view, quota, outer)]
    return tuple(found)


def _pairings(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    for entry in view.repository.pairings:
        stretch = replace(outer.stretch, pairing=entry.key)
        yield outer.narrowed(stretch, entry.key, view.repository.title_of(entry.record))


def _terms(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    for term in view.terms:
        yield outer.narrowed(replace(outer.stretch, days=term.period), term.id, term.title)


def _months(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    for month in quota.months or months_of(outer.stretch.days):
        if month.days.overlaps(outer.stretch.days):
            yield outer.narrowed(replace(outer.stretch, days=month.days), str(month), str(month))


def _mentorships(view: View, quota: Quota, outer: Cell) -> Iterator[Cell]:
    repository = view.repository
    for entry in repository.mentorships:
        record = entry.record
        pairing = repository.pairings.key(record.pairing)
        valid = record.period is None or record.period.overlaps(outer.stretch.days)
        if valid and outer.stretch.pairing in (None, pairing):
            stretch = Stretch(outer.stretch.days, pairing, entry.key)
            yield outer.narrowed(stretch, entry.key, f"{record.mentor}—{record.mentee}")


_SPLITS: dict[Scope, Callable[[View, Quota, Cell], Iterator[Cell]]] = {
    Scope.PAIRING: _pairings,
    Scope.TERM: _terms,
    Scope.MONTH: _months,
    Scope.MENTORSHIP: _mentorships,
}
