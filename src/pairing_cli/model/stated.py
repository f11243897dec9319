"""What the numbers of an official text come to: finished, to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Amount
from pairing_cli.model.targets import Quota, Target, TargetPart


@dataclass(frozen=True, slots=True)
class Stated:
    """What a number of a text comes to, or who its names are, and the records behind it.

    ``number`` is None where it is not known, ``why`` then says why; ``most`` is the upper end of a
    range. ``percent``: the number is a share. ``more``: there are others beside the names.
    """

    number: Amount | None = None
    most: Amount | None = None
    names: tuple[str, ...] = ()
    why: Message | None = None
    at: tuple[At, ...] = ()
    percent: bool = False
    more: bool = False

    @property
    def known(self) -> bool:
        """Whether there is anything to write."""
        return self.number is not None or bool(self.names)


def target_of(repository: Repository, line: str) -> Target | None:
    """The target behind a line of the table of targets, by the line's id; None if there is none.

    A line's id is that of its target, a scope in brackets, and the parts on the way to it.
    """
    for entry in repository.quotas:
        rest = line.removeprefix(entry.key) if line.startswith(entry.key) else None
        found = None if rest is None else _inside(entry.record, _without_scope(rest))
        if found is not None:
            return found
    return None


def _without_scope(rest: str) -> str:
    scope, bracket, after = rest.partition("]")
    return after if bracket and scope.startswith("[") else rest


def _inside(target: Target, rest: str) -> Target | None:
    """The target that is left to go to from an outer one; itself at the end of the way."""
    if not rest:
        return target
    for number, part in enumerate(_parts(target), 1):
        name = f".{part.id or number}"
        if rest == name or rest.startswith(f"{name}."):
            found = _inside(part, rest.removeprefix(name))
            if found is not None:
                return found
    return None


def _parts(target: Target) -> Iterator[TargetPart]:
    yield from (part for _, _, part in target.inside)
    if isinstance(target, Quota):
        yield from target.any_of
