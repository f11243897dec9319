"""An example's targets on a day, by id, and copies of it with a change."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from pairing_cli.model.results import QuotaLine, Range
from pairing_cli.quota import quota_table
from tests.programmes import counter


def targets(root: Path, as_of: date, *, plan_only: bool = False) -> dict[str, QuotaLine]:
    """Every line of the targets, by id."""
    waiting = list(quota_table(counter(root, as_of), plan_only=plan_only).lines)
    found: dict[str, QuotaLine] = {}
    while waiting:
        line = waiting.pop()
        found[line.id] = line
        waiting += line.children
    return found


def changed(root: Path, target: Path, file: str, old: str, new: str) -> Path:
    """A copy of an example in which a text, found once in a file, is another."""
    copy = Path(shutil.copytree(root, target / root.name))
    text = (copy / file).read_text("utf-8")
    assert text.count(old) == 1
    (copy / file).write_text(text.replace(old, new), "utf-8")
    return copy


def exactly(number: int) -> Range:
    """A range of one number."""
    return Range(number, number)
