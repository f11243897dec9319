"""What one record adds to a number, so that every number can be taken apart again."""

from __future__ import annotations

from dataclasses import dataclass

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.places import At
from pairing_cli.model.selections import Amount


@dataclass(frozen=True, slots=True)
class Tally:
    """A record, what it is called, how much it adds, and why that is less than it seems, if it is.

    ``unnamed`` of it are head counts without names.
    """

    at: At
    title: str | Message
    number: Amount
    note: Message | None = None
    unnamed: int = 0
