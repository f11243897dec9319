"""What is still to be done, by whom, by which day, and what it is worth: finished, to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.targets import Amount

ZERO = Fraction(0)


class Deed(StrEnum):
    """What kind of thing has to be done."""

    HAND_IN = "hand-in"
    HOLD = "hold"
    REACH = "reach"
    EARN = "earn"
    CARRY_OUT = "carry-out"
    PREPARE = "prepare"
    JUDGE = "judge"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done.

    ``due`` is the last day on which it counts, ``begin_by`` the last day on which what takes time may
    begin. ``points`` are what it would earn, or what its loss cost; ``number`` and ``unit`` how much
    is missing. ``sides`` are those who have to do it, of a ``pairing`` or for an ``organization``.
    """

    id: str
    deed: Deed
    title: str | Message
    due: date | None
    who: tuple[str | Message, ...] = ()
    pairing: str | None = None
    sides: tuple[Side, ...] = ()
    organization: str | None = None
    begin_by: date | None = None
    points: Fraction = ZERO
    number: Amount = 0
    unit: str = ""
    reason: Message | None = None
    at: tuple[At, ...] = ()

    @property
    def safe(self) -> date:
        """The last safe day: when it must have begun, or be done; for what has none, the last day."""
        return self.begin_by or self.due or date.max


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done on a day, most urgent first; and what can no longer be reached."""

    as_of: date
    tasks: tuple[Task, ...]
    lost: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the programme's calendar, or a stretch, whether or not anything is done yet."""

    id: str
    title: str | Message
    start: date
    end: date
    about: Message
    at: At
    pairing: str | None = None
