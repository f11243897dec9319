"""What is wrong with a file's text, found while reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pairing_cli.model.diagnostics import Diagnostic, Message, Severity, Value
from pairing_cli.model.places import TOP, At, Span

SEVERITIES = {
    "F007": Severity.WARNING,
    "F008": Severity.NOTICE,
    "F020": Severity.WARNING,
    "F027": Severity.NOTICE,
    "V004": Severity.WARNING,
    "V006": Severity.WARNING,
}
"""Severity of the codes that are not errors."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A code, where in the text, and the facts; `diagnostic` puts it into a file."""

    code: str
    span: Span | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    variant: str = ""

    def diagnostic(self, file: str) -> Diagnostic:
        """The same, said of a file."""
        return diagnostic(self.code, At(file), self.facts, self.variant, self.span or TOP)


def diagnostic(
    code: str,
    at: At,
    facts: Mapping[str, Value] | None = None,
    variant: str = "",
    span: Span | None = None,
) -> Diagnostic:
    """A diagnostic of reading; its severity is error unless `SEVERITIES` says otherwise."""
    key = f"{code}.{variant}" if variant else code
    return Diagnostic(code, severity_of(code), at, Message(key, facts or {}), span)


def severity_of(code: str) -> Severity:
    """How bad a finding of reading is."""
    return SEVERITIES.get(code, Severity.ERROR)


def spot(line: int, column: int, length: int = 1) -> Span:
    """A span on one line; line and column counted from 1."""
    return Span(line, column, line, column + length)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
