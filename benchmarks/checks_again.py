"""Checks after the first, which go by what was found out before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_programme import generate
from measuring import BIN, Cost, Goal, cost_table, goal_table, heading, middle, ratio, run

AGAIN = {
    "one file of the log changed": "log/p0003/2020-03.yaml",
    "nothing changed": None,
    "the register of schools changed": "parties.yaml",
}
"""Checks after the first: what has changed since, and in which file."""


def measure(rounds: int) -> dict[str, list[Cost]]:
    """What each check of 10,000 activities took in each round: the first, those after it, and without."""
    seen: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder, caches = Path(name) / "programme", Path(name) / "caches"
        generate(folder, 10_000)
        command: list[str | Path] = [BIN / "pairing", "validate", "-q", folder]
        for number in range(rounds):
            shutil.rmtree(caches, ignore_errors=True)
            seen.setdefault("first", []).append(run(command, str(caches)))
            for what, path in AGAIN.items():
                if path is not None:
                    with (folder / path).open("a", encoding="utf-8") as file:
                        file.write(f"# {number}\n")
                seen.setdefault(what, []).append(run(command, str(caches)))
            seen.setdefault("--no-cache", []).append(run([*command, "--no-cache"], str(caches)))
    return seen


def goals(seen: dict[str, list[Cost]]) -> Iterator[Goal]:
    """What must hold of what is kept."""
    for what in ("one file of the log changed", "nothing changed"):
        for clock, word in (("wall", "time"), ("cpu", "processor time")):
            part = ratio(seen, what, "first", clock)
            yield Goal(f"{what}: {word} / {word} of the first check", part, 0.25)
    part = ratio(seen, "first", "--no-cache", "cpu")
    yield Goal("the first check: processor time / that of a check with --no-cache", part, 1.2)


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    seen = measure(rounds)
    yield heading(rounds)
    yield from goal_table(goals(seen))
    costs = {name: middle(each) for name, each in seen.items()}
    yield from cost_table("Check of 10,000 activities", costs)
