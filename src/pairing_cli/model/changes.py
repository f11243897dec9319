"""Two score sheets side by side, and a published result beside the present one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.results import ZERO, ScoreNode, ScoreSheet, ScoreUnit


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node before and after (None: it is not there), and which nodes below it changed.

    ``path`` are the titles of the nodes between an item and one that stands below it.
    """

    before: ScoreNode | None
    after: ScoreNode | None
    below: tuple[NodeChange, ...] = ()
    path: tuple[str | Message, ...] = ()

    @property
    def node(self) -> ScoreNode:
        """The node as it is now, or as it was where it is no longer there."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def difference(self) -> Fraction:
        """What it earns more than before."""
        return _earned(self.after) - _earned(self.before)

    @property
    def reworded(self) -> bool:
        """Whether its state or its reason changed, and not only its points."""
        return _said(self.before) != _said(self.after)

    @property
    def matters(self) -> bool:
        """Whether its points or its state changed, here or below, and not only its reason."""
        own = _stands(self.before) != _stands(self.after)
        return own or any(change.matters for change in self.below)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit before and after (None: it is not assessed), and its items that changed."""

    before: ScoreUnit | None
    after: ScoreUnit | None
    items: tuple[NodeChange, ...] = ()

    @property
    def unit(self) -> ScoreUnit:
        """The unit as it is now, or as it was where it is no longer assessed."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def difference(self) -> Fraction:
        """What it earns more than before."""
        earned = [_earned(unit.node if unit else None) for unit in (self.before, self.after)]
        return earned[1] - earned[0]


@dataclass(frozen=True, slots=True)
class SheetChange:
    """Two sheets side by side: the units of the second, best first, then those that left."""

    before: ScoreSheet
    after: ScoreSheet
    units: tuple[UnitChange, ...]


class FileChange(StrEnum):
    """What became of a file since a result was published."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class StandingChange:
    """A published unit beside the present one: totals, ranks and grades (None: not there).

    ``items`` are the ids of items whose points changed, with their points before and after.
    """

    id: str
    title: str
    totals: tuple[Fraction | None, Fraction | None]
    ranks: tuple[int | None, int | None]
    grades: tuple[str | None, str | None]
    items: tuple[tuple[str, str, Fraction | None, Fraction | None], ...] = ()

    @property
    def difference(self) -> Fraction:
        """What it earns more than was published."""
        return (self.totals[1] or ZERO) - (self.totals[0] or ZERO)


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """What changed since a result was published: files, the scheme, and the units' scores.

    Another version of the tool (``tool``) is not a change by itself; it may explain one.
    """

    files: tuple[tuple[str, FileChange], ...]
    scheme: bool
    tool: bool
    units: tuple[StandingChange, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.files or self.scheme or self.units)


def _earned(node: ScoreNode | None) -> Fraction:
    return node.earned if node else ZERO


def _stands(node: ScoreNode | None) -> object:
    return (node.state, node.maximum, node.earned, node.lost, node.open) if node else None


def _said(node: ScoreNode | None) -> object:
    return (node.state, node.reason) if node else None
