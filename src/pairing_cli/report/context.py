"""What of a report's facts its template sees, and what is for writers alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pairing_cli.office.archive import legal

DAY = "as_of_date"
"""The fact that is for writers alone: the day as a date, which no template sees."""

UNKNOWN = "unknown"
"""The fact that is for whoever prints: which numbers are not known, and why."""


def context(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What a template sees of facts: plain data, every text made legal."""
    return {name: cleaned(value) for name, value in facts.items() if name not in (DAY, UNKNOWN)}


def cleaned(value: object) -> object:
    """Plain data with every text made legal."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {key: cleaned(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [cleaned(each) for each in value]
    return value
