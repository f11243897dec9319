"""Reports: how they grow with the county, and their cost beside the bare libraries."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import make_rubric
from measuring import HERE, Goal, goal_table, heading

COUNTIES = {"a third": 100, "whole": 300}
"""Counties whose reports are made: what they are called, and how many schools they have."""

RECORDS = 30
"""Records for each school."""


def measure(rounds: int) -> dict[str, dict[str, tuple[float, float]]]:
    """For each county the median seconds and megabytes of everything that is made, by name."""
    found: dict[str, dict[str, list[tuple[float, float]]]] = {name: {} for name in COUNTIES}
    with tempfile.TemporaryDirectory() as folder:
        for name, schools in COUNTIES.items():
            make_rubric.generate(Path(folder) / name, schools * RECORDS, schools)
        for _ in range(rounds):
            for name, seen in found.items():
                script: list[str | Path] = [
                    sys.executable,
                    HERE / "report_time.py",
                    Path(folder) / name,
                ]
                ran = subprocess.run(script, capture_output=True, text=True, check=True)
                for work, cost in json.loads(ran.stdout).items():
                    seen.setdefault(work, []).append(cost)
    return {
        name: {work: _both(costs) for work, costs in seen.items()} for name, seen in found.items()
    }


def _both(costs: list[tuple[float, float]]) -> tuple[float, float]:
    return median(seconds for seconds, _ in costs), median(memory for _, memory in costs)


def goals(costs: dict[str, dict[str, tuple[float, float]]]) -> Iterator[Goal]:
    """What must hold of reports: growth with the county, and cost beside the bare library."""
    part, whole = costs["a third"], costs["whole"]
    growth = COUNTIES["whole"] / COUNTIES["a third"]
    for kind in ("ranking", "score-sheet"):
        for extension in ("docx", "xlsx", "md"):
            name = f"{kind} {extension}"
            title = f"{name}: time per school, 300 / 100 schools"
            yield Goal(title, whole[name][0] / part[name][0] / growth, 1.2)
            title = f"{name}: memory per school, 300 / 100 schools"
            yield Goal(title, whole[name][1] / part[name][1] / growth, 1.2)
        docx, xlsx = whole[f"{kind} docx"][0], whole[f"{kind} xlsx"][0]
        yield Goal(f"{kind} docx: time / docxtpl alone", docx / whole[f"{kind} docxtpl"][0], 1.6)
        yield Goal(f"{kind} xlsx: time / openpyxl alone", xlsx / whole[f"{kind} openpyxl"][0], 4)


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    costs = measure(rounds)
    yield heading(rounds, "docxtpl", "openpyxl")
    yield from goal_table(goals(costs))
    yield "\n| Made of 300 schools by 60 items | Processor time | Memory |\n|---|--:|--:|"
    for name, (seconds, memory) in costs["whole"].items():
        yield f"| {name} | {seconds:.2f} s | {memory:.0f} MB |"
