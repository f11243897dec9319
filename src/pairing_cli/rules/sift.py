"""Findings and approved exceptions → what is reported, and what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.sifted import Hidden, Sifted
from pairing_cli.model.suppressions import Suppression
from pairing_cli.rules.base import Case, Rule
from pairing_cli.rules.engine import run
from pairing_cli.rules.suppressions import exception_unused, in_folder, may_be_hidden, places


@dataclass(frozen=True, slots=True)
class _Exception:
    """An approved exception in force, and the places it is about."""

    entry: Entry[Suppression]
    places: tuple[At, ...]

    def covers(self, at: At) -> bool:
        """Whether a place is in one of its own, in the field that it is for."""
        of_file = self.entry.record.record is None
        return any(
            in_folder(at.file, place.file) and self._of_field(at, 2)
            if of_file
            else at.within(place) and self._of_field(at, len(place.route))
            for place in self.places
        )

    def _of_field(self, at: At, depth: int) -> bool:
        wanted = self.entry.record.field
        if wanted is None:
            return True
        steps = [step for step in at.route[depth:] if isinstance(step, str)]
        fields = wanted.split(".")
        return steps[: len(fields)] == fields


def sift(
    found: Iterable[Diagnostic],
    repository: Repository,
    rules: Iterable[Rule],
    today: date,
    holding: Collection[Suppression] | None = None,
) -> Sifted:
    """Take out what approved exceptions hide.

    Args:
        found: Everything that is wrong with the programme.
        repository: The programme, with its exceptions.
        rules: The rules that were run, to tell an exception to one of them from a misspelt code.
        today: The day on which an exception has to hold.
        holding: The only exceptions that hold, where not all do.

    Returns:
        The findings that are reported, with one for each exception that hides nothing, and the others
        with the exception that hides each.
    """
    in_force = _in_force(repository, today, holding)
    kept: list[Diagnostic] = []
    hidden: list[Hidden] = []
    for each in found:
        by = next((one for one in in_force.get(each.code, ()) if one.covers(each.at)), None)
        if by is None:
            kept.append(each)
        else:
            hidden.append(Hidden(each, by.entry))
    used = {each.by.at for each in hidden}
    every = (one.entry for several in in_force.values() for one in several)
    unused = tuple(entry for entry in every if entry.at not in used)
    case = Case(repository, today, frozenset(rule.code for rule in rules), unused)
    return Sifted((*kept, *run(case, (exception_unused,))), tuple(hidden))


def _in_force(
    repository: Repository, today: date, holding: Collection[Suppression] | None
) -> dict[str, list[_Exception]]:
    """The exceptions that hold on a day, by the code they are for."""
    found: dict[str, list[_Exception]] = defaultdict(list)
    for entry in repository.suppressions:
        if holding is not None and entry.record not in holding:
            continue
        if entry.record.holds(today) and may_be_hidden(entry.record.rule):
            one = _Exception(entry, places(repository, entry.record))
            found[entry.record.rule].append(one)
    return found
