"""Hold `pairing` against its peers on the same files in the same run, and print a table of ratios.

    python benchmarks/run.py [--runs 3] [--write]

Every round runs every command once, so that a slow minute of the machine falls on all of them; the
figure of a command is its median. With ``--write`` the table goes into this folder's README.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

import make_rubric
from make_programme import generate

HERE = Path(__file__).parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent
MARKS = "<!-- figures begin -->", "<!-- figures end -->"
SCORE_MARKS = "<!-- scoring begin -->", "<!-- scoring end -->"
REPORT_MARKS = "<!-- reports begin -->", "<!-- reports end -->"
CACHE_MARKS = "<!-- cache begin -->", "<!-- cache end -->"


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


SCORED = {"1,000": 1_000, "10,000": 10_000, "100,000": 100_000}
"""Programmes that are scored: what they are called, and how many records they have."""


def scoring(folder: Path) -> dict[str, list[str | Path]]:
    """The commands that score, by name; each prints the seconds that scoring took."""
    script: list[str | Path] = [sys.executable, HERE / "score_time.py"]
    found = {f"score, {name}": [*script, folder / name] for name in SCORED}
    return {**found, "one item, 100,000": [*script, folder / "100,000", "i5"]}


def timed(command: list[str | Path]) -> float:
    """The seconds that a command says it took."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{command} ended with {ran.returncode}: {ran.stderr[-800:]}")
    return float(ran.stdout)


def measure_scoring(rounds: int) -> dict[str, float]:
    """The median seconds of scoring, without reading, over some rounds."""
    seen: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for size, records in SCORED.items():
            make_rubric.generate(Path(name) / size, records)
        for _ in range(rounds):
            for what, command in scoring(Path(name)).items():
                seen.setdefault(what, []).append(timed(command))
    return {what: median(seconds) for what, seconds in seen.items()}


def score_goals(seconds: dict[str, float]) -> Iterator[Goal]:
    """What must hold of scoring; nothing is subtracted."""
    small, middle, large = (seconds[f"score, {name}"] for name in SCORED)
    yield Goal("scoring: time per record at 100,000 / at 1,000", large / small / 100, 1.2)
    yield Goal("scoring: time per record at 100,000 / at 10,000", large / middle / 10, 1.2)
    one = seconds["one item, 100,000"]
    yield Goal("scoring one item of 60 / scoring all, 100,000 records", one / large, 0.25)


def score_tables(seconds: dict[str, float], rounds: int) -> Iterator[str]:
    """The lines of the tables of scoring."""
    yield f"CPython {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds.\n"
    yield "| What | Figure | At most | Holds |\n|---|--:|--:|---|"
    yield from (goal.row for goal in score_goals(seconds))
    yield "\n| Scoring 300 units by 60 items, records | Time |\n|---|--:|"
    yield from (f"| {name} | {taken:.2f} s |" for name, taken in seconds.items())


COUNTIES = {"a third": 100, "whole": 300}
"""Counties whose reports are made: what they are called, and how many schools they have."""

RECORDS = 30
"""Records for each school."""


def measure_reports(rounds: int) -> dict[str, dict[str, tuple[float, float]]]:
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


def report_goals(costs: dict[str, dict[str, tuple[float, float]]]) -> Iterator[Goal]:
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


def report_tables(costs: dict[str, dict[str, tuple[float, float]]], rounds: int) -> Iterator[str]:
    """The lines of the tables of reports."""
    peers = ", ".join(f"{name} {version(name)}" for name in ("docxtpl", "openpyxl"))
    yield f"CPython {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds; {peers}.\n"
    yield "| What | Figure | At most | Holds |\n|---|--:|--:|---|"
    yield from (goal.row for goal in report_goals(costs))
    yield "\n| Made of 300 schools by 60 items | Processor time | Memory |\n|---|--:|--:|"
    for name, (seconds, memory) in costs["whole"].items():
        yield f"| {name} | {seconds:.2f} s | {memory:.0f} MB |"


AGAIN = {
    "one file of the log changed": "log/p0003/2020-03.yaml",
    "nothing changed": None,
    "the register of schools changed": "parties.yaml",
}
"""Checks after the first: what has changed since, and in which file."""


def measure_cache(rounds: int) -> dict[str, list[Cost]]:
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


def _ratio(seen: dict[str, list[Cost]], one: str, other: str, clock: str) -> float:
    """The median ratio of two checks of the same round, by the wall clock or by that of processors."""
    pairs = zip(seen[one], seen[other], strict=True)
    return float(median(getattr(this, clock) / getattr(that, clock) for this, that in pairs))


def cache_goals(seen: dict[str, list[Cost]]) -> Iterator[Goal]:
    """What must hold of what is kept."""
    for what in ("one file of the log changed", "nothing changed"):
        for clock, word in (("wall", "time"), ("cpu", "processor time")):
            ratio = _ratio(seen, what, "first", clock)
            yield Goal(f"{what}: {word} / {word} of the first check", ratio, 0.25)
    ratio = _ratio(seen, "first", "--no-cache", "cpu")
    yield Goal("the first check: processor time / that of a check with --no-cache", ratio, 1.2)


def cache_tables(seen: dict[str, list[Cost]], rounds: int) -> Iterator[str]:
    """The lines of the tables of what is kept."""
    yield f"CPython {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds.\n"
    yield "| What | Figure | At most | Holds |\n|---|--:|--:|---|"
    yield from (goal.row for goal in cache_goals(seen))
    yield "\n| Check of 10,000 activities | Wall clock | Processors | Peak memory |\n|---|--:|--:|--:|"
    for name, costs in seen.items():
        cost = _middle(costs)
        yield f"| {name} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.memory:.0f} MB |"


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
    return {name: _middle(costs) for name, costs in seen.items()}


def _middle(costs: list[Cost]) -> Cost:
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        max(cost.memory for cost in costs),
    )


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


def tables(costs: dict[str, Cost], rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    peers = ", ".join(f"{name} {version(name)}" for name in ("check-jsonschema", "yamale"))
    yield f"CPython {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds; {peers}.\n"
    yield "| What | Figure | At most | Holds |\n|---|--:|--:|---|"
    yield from (goal.row for goal in goals(costs))
    yield "\n| Command | Wall clock | Processors | Peak memory |\n|---|--:|--:|--:|"
    for name, cost in costs.items():
        yield f"| {name} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.memory:.0f} MB |"


def main() -> None:
    """Measure, print, and write into the README when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=3, help="rounds of every command")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    parser.add_argument("--score", action="store_true", help="measure scoring alone")
    parser.add_argument("--report", action="store_true", help="measure reports alone")
    parser.add_argument("--cache", action="store_true", help="measure checks after the first alone")
    arguments = parser.parse_args()
    rounds, write = arguments.runs, arguments.write
    alone = arguments.score or arguments.report or arguments.cache
    if arguments.cache or not alone:
        _put("\n".join(cache_tables(measure_cache(rounds), rounds)), CACHE_MARKS, write=write)
    if arguments.cache:
        return
    if arguments.report or not alone:
        text = "\n".join(report_tables(measure_reports(rounds), rounds))
        _put(text, REPORT_MARKS, write=write)
    if arguments.report:
        return
    if not alone:
        _put("\n".join(tables(measure(rounds), rounds)), MARKS, write=write)
    _put("\n".join(score_tables(measure_scoring(rounds), rounds)), SCORE_MARKS, write=write)


def _put(text: str, marks: tuple[str, str], *, write: bool) -> None:
    """Print a text, and put it between marks of the README when asked."""
    print(text)
    if write:
        readme, (begin, end) = HERE / "README.md", marks
        before, rest = readme.read_text("utf-8").split(begin)
        readme.write_text(f"{before}{begin}\n{text}\n{end}{rest.split(end)[1]}", "utf-8")


if __name__ == "__main__":
    main()
