"""What a month's bulletin says (月度简报): finished, to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pairing_cli.model.agenda import Task
from pairing_cli.model.dates import Month
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.judgements import Decision, Finding, Standing
from pairing_cli.model.log import Activity
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import State


@dataclass(frozen=True, slots=True)
class HeldThen:
    """An activity of the month; ``why`` says why it does not count, where it does not."""

    activity: Entry[Activity]
    counts: bool
    why: Message


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A document that was due in the month and came late, or not at all, or not as it should be."""

    title: str | Message
    item: str | Message
    sides: tuple[Side, ...]
    due: date
    state: State
    reason: Message


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding that was made or decided on in the month, and where it stands now, by which decision."""

    finding: Entry[Finding]
    standing: Standing
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class PairingMonth:
    """A pairing's month: what was planned, what was held, what was not handed in, what was found."""

    pairing: str
    planned: int
    held: tuple[HeldThen, ...]
    unpaid: tuple[Unpaid, ...]
    noticed: tuple[Noticed, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A month's bulletin as of a day: every pairing, and what is due in the month after."""

    month: Month
    as_of: date
    pairings: tuple[PairingMonth, ...]
    coming: tuple[Task, ...]
