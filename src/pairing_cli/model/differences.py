"""What a change to a programme means: two states side by side, as values. Nothing is worded here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pairing_cli.model.changes import NodeChange, SheetChange, UnitChange
from pairing_cli.model.diagnostics import Diagnostic, Message, Severity
from pairing_cli.model.places import At
from pairing_cli.model.results import Paper, QuotaLine, State


class Fate(StrEnum):
    """What became of a record or a file."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record before and after; the place is None where it is not there.

    ``title`` is what people call it, ``old_title`` what they called one that was renamed; ``fields`` are
    the names, as written, of those that changed. ``follows``: it changed only where it names a record
    that was renamed.
    """

    collection: str
    key: str
    title: str | Message
    fate: Fate
    before: At | None
    after: At | None
    fields: tuple[str, ...] = ()
    old_title: str | Message | None = None
    follows: bool = False

    @property
    def at(self) -> At:
        """Where it stands, or stood."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Move:
    """How many records went, unchanged or not, from one file to another."""

    old: str
    new: str
    records: int


@dataclass(frozen=True, slots=True)
class Causes:
    """The changed records behind a changed figure.

    ``cited``: the figure's proof names them. Otherwise it names none that changed, and these are
    the changed rules and registers that it may rest on.
    """

    records: tuple[RecordChange, ...]
    cited: bool = True


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item of a unit's score that changed, and why."""

    change: NodeChange
    causes: Causes


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """A unit whose score changed: its totals, and its items."""

    change: UnitChange
    items: tuple[ItemDifference, ...]


@dataclass(frozen=True, slots=True)
class ScoreDifference:
    """A rubric of which some scores changed; ``sheets`` are both whole sheets."""

    rubric: str
    title: str
    sheets: SheetChange
    units: tuple[UnitDifference, ...]


@dataclass(frozen=True, slots=True)
class TargetDifference:
    """A target, or one scope of it, before and after; ``path`` are the lines above it."""

    path: tuple[str | Message, ...]
    before: QuotaLine | None
    after: QuotaLine | None
    causes: Causes

    @property
    def line(self) -> QuotaLine:
        """The line as it is now, or as it was where it is no longer there."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class LateDifference:
    """A document that was not late, and now is: whose, for what, and both states."""

    unit: str | Message
    item: str | Message
    path: tuple[str | Message, ...]
    paper: Paper
    before: State | None
    after: State
    old_due: date | None
    causes: Causes


@dataclass(frozen=True, slots=True)
class EvidenceDifference:
    """An evidence file that came, went, changed or was renamed, and the records that name it."""

    path: str
    fate: Fate
    named: tuple[At, ...]
    old: str | None = None


@dataclass(frozen=True, slots=True)
class Restated:
    """A unit of a published result: its total then, and what the same day gives now."""

    title: str
    published: Fraction
    now: Fraction | None


@dataclass(frozen=True, slots=True)
class SignedDifference:
    """Something signed off that was altered afterwards.

    Of a published result: its file, day and title, the records of its files that changed, and the
    units whose totals no longer come out, and the evidence files that were altered. Of a decision: the
    record.
    """

    records: tuple[RecordChange, ...]
    file: str | None = None
    title: str | None = None
    as_of: date | None = None
    gone: bool = False
    units: tuple[Restated, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One side: what it was called, and its commit; None for files that are not committed."""

    name: str
    commit: str | None = None

    @property
    def short(self) -> str:
        """The beginning of its commit, or its name."""
        return self.commit[:10] if self.commit else self.name


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change means for one programme.

    ``presence`` is ``both``, ``added`` or ``removed``. ``followers`` are records that only
    use a new name. ``unsure`` are the errors on either side while which figures may be incomplete;
    ``unread`` are files with records that cannot be read, for which no figures were compared. ``few``:
    only the figures of pairings whose records differ were compared, without ranks and sums.
    """

    root: str
    title: str
    as_of: date
    base: Revision
    head: Revision
    presence: str
    new: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    standing: int = 0
    records: tuple[RecordChange, ...] = ()
    followers: int = 0
    moves: tuple[Move, ...] = ()
    scores: tuple[ScoreDifference, ...] = ()
    targets: tuple[TargetDifference, ...] = ()
    late: tuple[LateDifference, ...] = ()
    evidence: tuple[EvidenceDifference, ...] = ()
    signed: tuple[SignedDifference, ...] = ()
    unsure: tuple[int, int] = (0, 0)
    unread: tuple[str, ...] = ()
    few: bool = False

    @property
    def new_errors(self) -> int:
        """How many of the new findings are errors."""
        return sum(found.severity is Severity.ERROR for found in self.new)

    @property
    def lowered(self) -> int:
        """How many units score less than before."""
        units = (unit for score in self.scores for unit in score.units)
        return sum(unit.change.difference < 0 for unit in units)

    def __bool__(self) -> bool:
        """Whether anything changed."""
        parts = (self.new, self.fixed, self.records, self.moves, self.scores, self.targets)
        more = (self.late, self.evidence, self.signed, self.presence != "both")
        return any(map(bool, (*parts, *more)))
