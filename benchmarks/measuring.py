"""What running a command costs, and what must hold of it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent

NOT_USUAL = ("PYTHONDONTWRITEBYTECODE", "PAIRING_NO_CACHE")
"""Variables under which no command is measured."""


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds of wall clock and of processors, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Goal:
    """A ratio or figure that must stay at or below a bound."""

    title: str
    value: float
    bound: float
    unit: str = ""

    @property
    def row(self) -> str:
        """Its row of the table."""
        verdict = "yes" if self.value <= self.bound else "**no**"
        return f"| {self.title} | {self.value:.2f}{self.unit} | {self.bound:g}{self.unit} | {verdict} |"


def run(command: list[str | Path], caches: str = "") -> Cost:
    """Run a command to its end; every command here must find nothing wrong.

    ``caches`` is the folder in which something may be kept from run to run; nothing is without. Whoever
    installs a command has it compiled; so is ours, from the first run on.
    """
    kept = {"XDG_CACHE_HOME": caches} if caches else {"PAIRING_NO_CACHE": "1"}
    usual = {name: value for name, value in os.environ.items() if name not in NOT_USUAL}
    begin = perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**usual, **kept}
    )
    errors = child.stderr.read() if child.stderr else b""
    _, status, usage = os.wait4(child.pid, 0)
    wall = perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(
            f"{command} ended with {child.returncode}: {errors.decode('utf-8', 'replace')[-800:]}"
        )
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def timed(command: list[str | Path]) -> float:
    """The seconds that a command says it took."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{command} ended with {ran.returncode}: {ran.stderr[-800:]}")
    return float(ran.stdout)


def middle(costs: list[Cost]) -> Cost:
    """The median time of some runs, and their largest memory."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        max(cost.memory for cost in costs),
    )


def ratio(seen: Mapping[str, list[Cost]], one: str, other: str, clock: str) -> float:
    """The median ratio of two commands of the same round, by the wall clock or by that of processors."""
    pairs = zip(seen[one], seen[other], strict=True)
    return float(median(getattr(this, clock) / getattr(that, clock) for this, that in pairs))


def heading(rounds: int, *peers: str) -> str:
    """What was measured with, and how often."""
    beside = ", ".join(f"{name} {version(name)}" for name in peers)
    end = f"; {beside}" if beside else ""
    return f"CPython {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds{end}.\n"


def goal_table(goals: Iterable[Goal]) -> Iterator[str]:
    """A table of what must hold."""
    yield "| What | Figure | At most | Holds |\n|---|--:|--:|---|"
    yield from (goal.row for goal in goals)


def cost_table(what: str, costs: Mapping[str, Cost]) -> Iterator[str]:
    """A table of what commands took."""
    yield f"\n| {what} | Wall clock | Processors | Peak memory |\n|---|--:|--:|--:|"
    for name, cost in costs.items():
        yield f"| {name} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.memory:.0f} MB |"
