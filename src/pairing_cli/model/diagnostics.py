"""What is wrong with somebody's files, as values: never raised, never worded here.

A rule yields a `Problem` (where, and with which facts). The engine turns it into a `Diagnostic` by
adding who says so (the code) and how bad it is (the severity). Texts come from `messages`, by code
and language, when somebody prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

from pairing_cli.model.dates import Days
from pairing_cli.model.lengths import When
from pairing_cli.model.places import At, Span


class Severity(StrEnum):
    """How bad a finding is. Only errors make a check fail unless the user asks for more."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


Value: TypeAlias = "str | int | Fraction | date | At | Message | tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said to people: a key of the catalogue, and the facts that fill it."""

    key: str
    facts: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


def say(key: str, **facts: Value) -> Message:
    """A message by its key, with named facts."""
    return Message(key, facts)


def said(days: Days) -> Value:
    """A day, or a stretch of days, as it is said in a sentence."""
    return days.start if days.start == days.end else say("days", start=days.start, end=days.end)


def said_when(when: When) -> Value:
    """A planned time, as it is said in a sentence."""
    third, _, month = when.text.partition(" ")
    if third in ("early", "mid", "late"):
        return say(f"when.{third}", month=month.strip())
    start, _, end = when.text.partition(" to ")
    return say("when.range", start=start.strip(), end=end.strip()) if end else when.text


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: a place, facts, and, where one code has several wordings, which one."""

    at: At
    facts: Mapping[str, Value] = field(default_factory=dict)
    variant: str = ""


def problem(at: At, variant: str = "", **facts: Value) -> Problem:
    """A problem at a place, with named facts."""
    return Problem(at, facts, variant)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem with its code and severity. ``span`` is set when only the text knows the place.

    ``fingerprint`` stays the same when lines move; `identity.fingerprinted` sets it.
    """

    code: str
    severity: Severity
    at: At
    message: Message
    span: Span | None = None
    fingerprint: str = field(default="", compare=False)
