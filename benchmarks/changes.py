"""What a change does to a large programme: `pairing diff`, beside a check of the same files."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_programme import generate
from measuring import BIN, Cost, Goal, cost_table, goal_table, heading, middle, ratio, run

CHANGED = "log/p0003/2020-03.yaml"
"""The file of the log in which a document comes in late."""

CHECK, DIFF, RULES = "check", "diff, a late document", "diff, a changed rubric"


def measure(rounds: int) -> dict[str, list[Cost]]:
    """What a check and two comparisons took in each round, of 10,000 activities."""
    seen: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        generate(root, 10_000)
        _commit(root)
        diff: list[str | Path] = [BIN / "pairing", "diff", "HEAD", root, "-q"]
        diff += ["--as-of", "2020-12-31"]
        check: list[str | Path] = [BIN / "pairing", "validate", "-q", root, "--no-cache"]
        log, rules = root / CHANGED, root / "programme.yaml"
        late = log.read_text("utf-8").replace("received: 2020-03", "received: 2020-04", 1)
        other = rules.read_text("utf-8").replace("copies: 5", "copies: 6")
        for _ in range(rounds):
            seen.setdefault(CHECK, []).append(run(check))
            seen.setdefault(DIFF, []).append(_with(log, late, diff))
            seen.setdefault(RULES, []).append(_with(rules, other, diff))
    return seen


def _commit(root: Path) -> None:
    name = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid")
    for step in (("init", "-q"), ("add", "-A"), (*name, "commit", "-q", "-m", "all")):
        subprocess.run(["git", *step], cwd=root, check=True)


def _with(path: Path, text: str, command: list[str | Path]) -> Cost:
    """What a command took while a file held another text."""
    before = path.read_text("utf-8")
    assert text != before, path
    path.write_text(text, "utf-8")
    cost = run(command)
    path.write_text(before, "utf-8")
    return cost


def goals(seen: dict[str, list[Cost]]) -> Iterator[Goal]:
    """What must hold of comparisons."""
    title = "a late document: time of `diff` / time of `validate`"
    yield Goal(title, ratio(seen, DIFF, CHECK, "wall"), 2)
    yield Goal("a late document: time of `diff`", middle(seen[DIFF]).wall, 3, " s")
    yield Goal("a late document: peak memory", middle(seen[DIFF]).memory, 400, " MB")


def tables(rounds: int) -> Iterator[str]:
    """The lines of both tables."""
    seen = measure(rounds)
    yield heading(rounds)
    yield from goal_table(goals(seen))
    costs = {name: middle(each) for name, each in seen.items()}
    yield from cost_table("Of 10,000 activities, one file changed", costs)
