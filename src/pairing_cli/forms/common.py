"""Parts that several forms have."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from pairing_cli.forms.columns import Looks, Part, Shape, one
from pairing_cli.forms.data import Fields
from pairing_cli.forms.rows import Destination
from pairing_cli.model.base import Record


def pairing(model: type[Record]) -> Part:
    """The pairing that a record belongs to."""
    return one(model, "pairing", Shape.CHOICE, "pairings", width=18, needed=True)


def note(model: type[Record]) -> Part:
    """A remark."""
    return one(model, "note", Shape.LONG, width=18)


def into(collection: str, fields: Fields) -> Destination:
    """Where the record of a new row goes that is a record of its own."""
    return Destination(collection)


def replace_column(part: Part, **looks: Unpack[Looks]) -> Part:
    """A part of one column with that column changed."""
    return replace(part, columns=(replace(part.columns[0], **looks),))
