"""What a selection states about the people who took part, as tests of a line of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pairing_cli.measure.eligible import belongs, is_exempt
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, said, say
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Lasting, Selection

Line: TypeAlias = Participants | None
"""People who took part; None where an activity records nobody and stands for itself."""


@dataclass(frozen=True, slots=True)
class LineTest:
    """One stated field about people: whether it fits, and what is said when it does not."""

    field: str
    fits: Callable[[Activity, Line], bool]
    miss: Callable[[Activity, Line], Message]


@dataclass(frozen=True, slots=True)
class AboutPeople:
    """What one selection states about people, as things stand on a day."""

    repository: Repository
    selection: Selection
    as_of: date | None

    def tests(self) -> Iterator[LineTest]:
        """A test for each stated field."""
        wanted, repository = self.selection, self.repository
        if wanted.subject:
            yield LineTest("subject", self._fits_subject, self._miss_subject)
        if wanted.stage:
            yield LineTest("stage", self._fits_stage, self._miss_stage)
        if wanted.role:
            yield LineTest(
                "role",
                lambda a, p: p is not None and p.role in wanted.role,
                lambda a, p: say("miss.role", found=(p.role or "") if p else ""),
            )
        if wanted.side:
            yield LineTest(
                "side",
                lambda a, p: (
                    p is not None and repository.side_in(a.pairing, p.from_) in wanted.side
                ),
                lambda a, p: say("miss.side", found=p.from_ if p else ""),
            )
        places = frozenset(name for key in wanted.from_ for name in repository.family(key))
        if places:
            yield LineTest(
                "from",
                lambda a, p: p is not None and repository.organizations.key(p.from_) in places,
                lambda a, p: say("miss.from", found=p.from_ if p else ""),
            )
        yield from self._about_persons()

    def _about_persons(self) -> Iterator[LineTest]:
        wanted, repository = self.selection, self.repository
        if wanted.from_type:
            yield LineTest(
                "from_type",
                lambda a, p: (
                    p is not None
                    and (o := repository.organizations.get(p.from_)) is not None
                    and o.type in wanted.from_type
                ),
                lambda a, p: say("miss.from", found=p.from_ if p else ""),
            )
        if wanted.person_level:
            yield LineTest(
                "person_level",
                lambda a, p: p is not None and self._level(p) in wanted.person_level,
                lambda a, p: say("miss.level", found=(self._level(p) or "") if p else ""),
            )
        if wanted.among:
            yield LineTest(
                "among",
                lambda a, p: p is not None and self._belongs(p),
                lambda a, p: say("miss.among", found=(p.name or p.from_) if p else ""),
            )
        lasting = wanted.lasting
        if lasting is not None and not lasting.in_total:
            yield LineTest(
                "lasting",
                lambda a, p: lasts(lasting, _days(a, p), self.as_of),
                lambda a, p: self._miss_lasting(lasting, _days(a, p)),
            )

    def _belongs(self, line: Participants) -> bool:
        """Whether a named person belongs to one of the pools that are stated, and is not exempt."""
        person = self.repository.people.get(line.name) if line.name else None
        rules = (self.repository.figures.get(name) for name in self.selection.among)
        return person is not None and any(
            figure is not None
            and figure.people is not None
            and belongs(self.repository, figure.people, person)
            and not is_exempt(person, figure.people.on)
            for figure in rules
        )

    def _level(self, line: Participants) -> str | None:
        if line.level is not None or line.name is None:
            return line.level
        person = self.repository.people.get(line.name)
        return person.level if person else None

    def _fits_subject(self, activity: Activity, line: Line) -> bool:
        own = (line.subject,) if line is not None and line.subject else activity.subjects
        return not set(self.selection.subject).isdisjoint(own)

    def _miss_subject(self, activity: Activity, line: Line) -> Message:
        own = (line.subject,) if line is not None and line.subject else activity.subjects
        return say("miss.subject", found=own or "–")

    def _fits_stage(self, activity: Activity, line: Line) -> bool:
        return not set(self.selection.stage).isdisjoint(stages(self.repository, activity, line))

    def _miss_stage(self, activity: Activity, line: Line) -> Message:
        return say("miss.stage", found=stages(self.repository, activity, line) or "–")

    def _miss_lasting(self, lasting: Lasting, days: Days) -> Message:
        under_way = self.as_of is not None and days.end > self.as_of
        if under_way and lasts(lasting, days, None) and self.as_of:
            so_far = (self.as_of - days.start).days + 1
            return say("miss.under-way", days=said(days), found=so_far)
        return say("miss.lasting", days=said(days), found=(days.end - days.start).days + 1)


def _days(activity: Activity, line: Line) -> Days:
    return line.days if line is not None and line.days else activity.days


def lasts(lasting: Lasting, days: Days, as_of: date | None) -> bool:
    """Whether a stretch of days is as long as asked; what lies after ``as_of`` is not reached yet.

    The shortest that is asked must have been reached by the day; the longest is held against the
    whole of it, so that a year's posting never passes for half a year's on the way.
    """
    shortest, longest = lasting.at_least, lasting.at_most
    if lasting.between is not None:
        shortest, longest = lasting.between
    reached = days
    if as_of is not None and as_of >= days.start and not lasting.as_agreed:
        reached = Days(days.start, min(days.end, as_of))
    return (
        (shortest is None or shortest.reached_by(reached))
        and (longest is None or days.end <= longest.last_day(days.start))
        and (lasting.below is None or not lasting.below.reached_by(days))
    )


def stages(repository: Repository, activity: Activity, line: Line) -> tuple[str, ...]:
    """The stages of a line: its own, the activity's, or those of its organization."""
    if line is not None and line.stage:
        return (line.stage,)
    if activity.stage or line is None:
        return activity.stage
    organization = repository.organizations.get(line.from_)
    return organization.stage if organization else ()
