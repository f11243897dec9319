"""Checking beside check-jsonschema and yamale, on the very same files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_programme import generate
from measuring import BIN, HERE, ROOT, Cost, Goal, cost_table, goal_table, heading, middle, run


def commands(small: Path, large: Path) -> dict[str, list[str | Path]]:
    """The commands that are compared, by name."""
    validate: list[str | Path] = [BIN / "pairing", "validate", "-q"]
    files = sorted(small.rglob("*.yaml"))
    schema = ROOT / "schemas" / "pairing.schema.json"
    checker: list[str | Path] = [BIN / "check-jsonschema", "--schemafile", schema, *files]
    return {
        "pairing": [*validate, small],
        "check-jsonschema": checker,
        "yamale": [BIN / "yamale", "-s", HERE / "yamale.schema.yaml", small],
        "pairing, 100,000": [*validate, large],
        "help": [BIN / "pairing", "--help"],
        "gaotai": [*validate, ROOT / "examples" / "gaotai-2020"],
    }


def measure(rounds: int) -> dict[str, Cost]:
    """The median cost of every command over some rounds."""
    seen: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        generate(small, 10_000)
        generate(large, 100_000)
        for _ in range(rounds):
            for name, command in commands(small, large).items():
                seen.setdefault(name, []).append(run(command))
    return {name: middle(costs) for name, costs in seen.items()}


def goals(costs: dict[str, Cost]) -> Iterator[Goal]:
    """What must hold."""
    ours, tenfold = costs["pairing"], costs["pairing, 100,000"]
    schema, yamale = costs["check-jsonschema"], costs["yamale"]
    yield Goal("10,000 activities: time / time of check-jsonschema", ours.wall / schema.wall, 0.2)
    yield Goal("10,000 activities: time / time of yamale", ours.wall / yamale.wall, 1)
    yield Goal("10,000 activities: processor time / that of yamale", ours.cpu / yamale.cpu, 1)
    yield Goal("10,000 activities: peak memory", ours.memory, 400, " MB")
    yield Goal("time per record at 100,000 / at 10,000", tenfold.wall / ours.wall / 10, 1.2)
    yield Goal("`pairing --help`", costs["help"].wall, 0.3, " s")
    yield Goal("`pairing validate examples/gaotai-2020`", costs["gaotai"].wall, 1.5, " s")


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    costs = measure(rounds)
    yield heading(rounds, "check-jsonschema", "yamale")
    yield from goal_table(goals(costs))
    yield from cost_table("Command", costs)
