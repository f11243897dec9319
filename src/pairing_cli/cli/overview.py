"""All of a programme on a day, for those reports that show it as a whole."""

from __future__ import annotations

from datetime import date

from pairing_cli.cli.figures import rubric_entry
from pairing_cli.measure.calendar import activity_calendar
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.model.overview import Overview
from pairing_cli.model.repository import Repository
from pairing_cli.quota import quota_table
from pairing_cli.score import compared, score
from pairing_cli.todo import Wanted, agenda


def overview(repository: Repository, as_of: date, rubric: str | None = None) -> Overview:
    """Targets, activities, what is to be done, and the scores of one rubric, or of all if None."""
    counter = Counter(View(repository, as_of))
    chosen = list(repository.rubrics) if rubric is None else [rubric_entry(repository, rubric)]
    scored = [compared(score(counter, entry), entry.record) for entry in chosen]
    sheets = [each.sheet for each in scored]
    targets = quota_table(counter)
    return Overview(
        as_of,
        tuple(scored),
        targets,
        activity_calendar(counter),
        agenda(counter.view, sheets, targets, Wanted()),
    )
