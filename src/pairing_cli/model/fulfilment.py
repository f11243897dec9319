"""How much of a schedule's line has been carried out by the activities that point to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pairing_cli.model.log import Activity
from pairing_cli.model.plans import ScheduleLine
from pairing_cli.model.repository import Repository


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What a line asks for, and what has come: activities, and people of the side that goes.

    ``heads`` is None where an activity does not record who came; it stands for all who were planned.
    """

    line: ScheduleLine
    activities: int
    heads: int | None

    @property
    def batches_missing(self) -> int:
        """How many of its batches have not been held."""
        if self.line.batches == 1:
            return 0 if self.done else 1
        return max(self.line.batches - self.activities, 0)

    @property
    def people_missing(self) -> tuple[int, int]:
        """How many of its people have not come: the least and the most."""
        if self.done:
            return 0, 0
        least, most = self.line.people
        came = self.heads or 0
        return max(least - came, 0), max(most - came, 0)

    @property
    def done(self) -> bool:
        """Whether all of its batches were held, and as many people came as were planned at least."""
        enough = self.heads is None or self.heads >= self.line.people[0]
        several = self.line.batches > 1
        return self.activities > 0 and (self.activities >= self.line.batches if several else enough)


def fulfilment(repo: Repository, line: ScheduleLine, day: date) -> Fulfilment:
    """What had come of a line by a day."""
    key = repo.plan_lines.key
    activities, heads, unrecorded = 0, 0, False
    for entry in repo.fulfilling.get(line.id, ()):
        activity = entry.record
        if activity.days.start <= day and line.id in map(key, activity.fulfils):
            activities += 1
            came = _came(repo, activity)
            heads += came
            unrecorded = unrecorded or not came
    return Fulfilment(line, activities, None if unrecorded else heads)


def _came(repo: Repository, activity: Activity) -> int:
    """How many of the side that goes took part; everybody, where nobody knows who goes."""
    going = repo.going(activity)
    return sum(
        line.heads
        for line in activity.participants
        if going is None or repo.side_in(activity.pairing, line.from_) in (going, None)
    )
