"""What is wrong with a bureau's own form (a template), as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from pairing_cli.model.diagnostics import Message, Severity, Value

SEVERITIES = {"W001": Severity.WARNING, "W014": Severity.WARNING, "W015": Severity.WARNING}
"""Severity of the codes that are not errors."""


def severity_of(code: str) -> Severity:
    """How bad a finding about a form is."""
    return SEVERITIES.get(code, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake in a form: its code, where it is, what is to be said, and the text it stands in.

    ``place`` is a cell, a paragraph or the like; in a text it is empty and ``line`` and ``column``, counted
    from 1, say where. ``start`` and ``end`` are the columns in ``source`` of what is meant.
    """

    code: str
    message: Message
    place: Value = ""
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = field(default="", compare=False)
