"""What a record, or a part of one, counts for: as values, nothing is worded here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.places import At
from pairing_cli.model.results import QuotaLine, ScoreNode

Title = str | Message


@dataclass(frozen=True, slots=True)
class Spotted:
    """What stands at a line: the record, as ``where`` writes it, and the part of it that is meant.

    ``part`` is the record's own place where the whole of it is meant. ``read`` says whether the record
    could be read: one that could not counts for nothing.
    """

    collection: str
    where: str
    title: Title
    at: At
    part: At
    read: bool = True

    @property
    def whole(self) -> bool:
        """Whether the whole record is meant."""
        return self.at == self.part


@dataclass(frozen=True, slots=True)
class Named:
    """Another record that has to do with it."""

    collection: str
    title: Title
    at: At


@dataclass(frozen=True, slots=True)
class Provided:
    """A document in it: its kind, and when it came in."""

    title: str
    received: date
    at: At


@dataclass(frozen=True, slots=True)
class LineUse:
    """A line of the targets for which it counts, with the titles of the lines above."""

    path: tuple[Title, ...]
    line: QuotaLine


@dataclass(frozen=True, slots=True)
class NodeUse:
    """A node of a score that rests on it: the rubric, the unit, and the titles from its item down."""

    rubric: str
    unit: Title
    path: tuple[Title, ...]
    node: ScoreNode


@dataclass(frozen=True, slots=True)
class Uses:
    """What a place counts for: what it has to do with, targets, and scores."""

    fulfils: tuple[Named, ...] = ()
    fulfilled_by: tuple[Named, ...] = ()
    documents: tuple[Provided, ...] = ()
    named_by: tuple[Named, ...] = ()
    targets: tuple[LineUse, ...] = ()
    nodes: tuple[NodeUse, ...] = ()
