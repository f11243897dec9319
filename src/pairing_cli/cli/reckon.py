"""The figures of two states: of a large programme only those that a change can have moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from pairing_cli.diff import State
from pairing_cli.diff.records import touched_pairings
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.results import ScoreSheet
from pairing_cli.quota import quota_table
from pairing_cli.score import score, score_items, stands_alone

LARGE = 3_000
"""Activities above which figures that cannot have moved are not reckoned.

Ranks, and the sums of targets over all pairings, are not known then.
"""


def reckoned(before: State, after: State, as_of: date) -> tuple[State, State]:
    """Both states with their scores and targets, where their programmes can be read."""
    counters = [
        None if side.repository.programme is None else Counter(View(side.repository, as_of))
        for side in (before, after)
    ]
    few = touched_pairings(before.repository, after.repository) if _large(before, after) else None
    states = zip((before, after), counters, strict=True)
    old, new = (_with_figures(side, counter, few) if counter else side for side, counter in states)
    return old, new


def _large(*states: State) -> bool:
    return max(len(state.repository.activities) for state in states) > LARGE


def _with_figures(state: State, counter: Counter, few: Collection[str] | None) -> State:
    sheets = tuple(_sheets(state, counter, few))
    targets = quota_table(counter, few)
    return replace(state, sheets=sheets, targets=targets, few=few is not None)


def _sheets(state: State, counter: Counter, few: Collection[str] | None) -> Iterable[ScoreSheet]:
    for entry in state.repository.rubrics:
        if few is not None and entry.record.unit == "pairing" and stands_alone(entry.record):
            items = frozenset(item.id for _, item in entry.record.items())
            yield score_items(counter, entry, items, pairings=few)
        else:
            yield score(counter, entry)
