"""Scoring without reading: how it grows with the records, and one item of many."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import make_rubric
from measuring import HERE, Goal, goal_table, heading, timed

SCORED = {"1,000": 1_000, "10,000": 10_000, "100,000": 100_000}
"""Programmes that are scored: what they are called, and how many records they have."""


def commands(folder: Path) -> dict[str, list[str | Path]]:
    """The commands that score, by name; each prints the seconds that scoring took."""
    script: list[str | Path] = [sys.executable, HERE / "score_time.py"]
    found = {f"score, {name}": [*script, folder / name] for name in SCORED}
    return {**found, "one item, 100,000": [*script, folder / "100,000", "i5"]}


def measure(rounds: int) -> dict[str, float]:
    """The median seconds of scoring, without reading, over some rounds."""
    seen: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for size, records in SCORED.items():
            make_rubric.generate(Path(name) / size, records)
        for _ in range(rounds):
            for what, command in commands(Path(name)).items():
                seen.setdefault(what, []).append(timed(command))
    return {what: median(seconds) for what, seconds in seen.items()}


def goals(seconds: dict[str, float]) -> Iterator[Goal]:
    """What must hold of scoring; nothing is subtracted."""
    small, middle, large = (seconds[f"score, {name}"] for name in SCORED)
    yield Goal("scoring: time per record at 100,000 / at 1,000", large / small / 100, 1.2)
    yield Goal("scoring: time per record at 100,000 / at 10,000", large / middle / 10, 1.2)
    one = seconds["one item, 100,000"]
    yield Goal("scoring one item of 60 / scoring all, 100,000 records", one / large, 0.25)


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    seconds = measure(rounds)
    yield heading(rounds)
    yield from goal_table(goals(seconds))
    yield "\n| Scoring 300 units by 60 items, records | Time |\n|---|--:|"
    yield from (f"| {name} | {taken:.2f} s |" for name, taken in seconds.items())
