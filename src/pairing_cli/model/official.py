"""How a Word file departs from the official form (GB/T 9704-2012), as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pairing_cli.model.diagnostics import Message, Value


class Strength(StrEnum):
    """How much a figure of the standard binds."""

    REQUIRED = "required"
    """规定: the standard requires it."""

    USUAL = "usual"
    """一般: the standard says that it is usually so."""

    RECOMMENDED = "recommended"
    """推荐: the standard recommends it."""

    PRACTICE = "practice"
    """实务: no figure of the standard; derived from it, or what those who apply it do."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Something that is not as the standard, or practice, has it.

    ``figure`` names what was measured (``official.<figure>`` in the catalogue); ``clause`` is empty
    where no clause says it. ``at`` is the first place, ``more`` how many others measure the same.
    """

    figure: str
    clause: str
    strength: Strength
    at: Message
    measured: Value
    wanted: Value
    more: int = 0
