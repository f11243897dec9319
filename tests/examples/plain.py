"""Programmes read as plain YAML, so that a test can count again without the tool."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from pairing_cli.model.results import QuotaLine

Plain = dict[str, Any]


def records(folder: Path) -> dict[str, list[Plain]]:
    """Every collection of a programme's files, as plain lists."""
    found: dict[str, list[Plain]] = {}
    for path in sorted(folder.rglob("*.yaml")):
        for key, value in YAML(typ="safe", pure=True).load(path.read_text("utf-8")).items():
            if isinstance(value, list):
                found.setdefault(key, []).extend(value)
    return found


def year(activity: Plain) -> int:
    """The year in which an activity begins."""
    return int(str(activity["date"])[:4])


def money(activity: Plain) -> Fraction:
    """The yuan that an activity records."""
    return Fraction(str(activity["amounts"]["money"]))


def lines(found: Sequence[QuotaLine]) -> Iterator[QuotaLine]:
    """Lines and every line inside them."""
    for line in found:
        yield line
        yield from lines(line.children)
