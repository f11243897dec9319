"""Forms of 20,000 rows: made, taken in anew, and taken in once more, beside openpyxl alone."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_programme import generate
from measuring import BIN, Cost, Goal, cost_table, goal_table, heading, middle, ratio, run

ROWS = 20_000
MAKE, NEW, SAME, BARE = "export", "import, all new", "import, nothing new", "openpyxl alone"

_BARE = (
    "import sys, openpyxl\n"
    "for path in sys.argv[1:]:\n"
    "    for sheet in openpyxl.load_workbook(path).worksheets:\n"
    "        for row in sheet.iter_rows(values_only=True): pass\n"
)
"""Reads every cell of workbooks, and does nothing with it."""


def measure(rounds: int) -> dict[str, list[Cost]]:
    """What a form of 20,000 activities took in each round to be made, and to be taken in."""
    seen: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        full, empty, forms = (Path(name) / each for each in ("full", "empty", "forms"))
        generate(full, ROWS)
        form: list[str | Path] = [BIN / "pairing", "form"]
        make = [*form, "export", full, "-o", forms, "--programme", "--kind", "activities"]
        for _ in range(rounds):
            shutil.rmtree(forms, ignore_errors=True)
            seen.setdefault(MAKE, []).append(run(make))
            (book,) = forms.glob("*.xlsx")
            shutil.rmtree(empty, ignore_errors=True)
            shutil.copytree(full, empty, ignore=shutil.ignore_patterns("log"))
            take = [*form, "import", book, "--yes", "--restore", "--path"]
            seen.setdefault(NEW, []).append(run([*take, empty]))
            seen.setdefault(SAME, []).append(run([*take, full]))
            seen.setdefault(BARE, []).append(run([sys.executable, "-c", _BARE, book]))
    return seen


def goals(seen: dict[str, list[Cost]]) -> Iterator[Goal]:
    """What must hold of large forms."""
    for what in (NEW, SAME):
        cost = middle(seen[what])
        yield Goal(f"{what}: time", cost.wall, 20, " s")
        yield Goal(f"{what}: peak memory", cost.memory, 400, " MB")
        title = f"{what}: processor time / that of openpyxl alone"
        yield Goal(title, ratio(seen, what, BARE, "cpu"), 4)


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    seen = measure(rounds)
    yield heading(rounds, "openpyxl")
    yield from goal_table(goals(seen))
    costs = {name: middle(each) for name, each in seen.items()}
    yield from cost_table("A form of 20,000 activities", costs)
