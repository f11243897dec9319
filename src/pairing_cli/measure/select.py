"""Whether a record is among those that a selection names (选择), and if not, why not.

What is not stated fits everything. Some fields are about the activity, others about the people who
took part in it; an activity of which nobody is recorded stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from pairing_cli.measure.eligible import belongs, is_exempt
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, said, say
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Lasting, Selection
from pairing_cli.model.words import Direction

Line: TypeAlias = Participants | None
"""People who took part; None where an activity records nobody and stands for itself."""


@dataclass(frozen=True, slots=True)
class _ActivityTest:
    """One stated field about activities: whether it fits, and what is said when it does not."""

    field: str
    fits: Callable[[Activity], bool]
    miss: Callable[[Activity], Message]


@dataclass(frozen=True, slots=True)
class _LineTest:
    """One stated field about people."""

    field: str
    fits: Callable[[Activity, Line], bool]
    miss: Callable[[Activity, Line], Message]


class Selector:
    """A selection with its names looked up once, as things stand on a day.

    Lengths are what had been reached by the day; with ``as_of`` None, what is recorded in full.
    """

    def __init__(
        self,
        repository: Repository,
        selection: Selection,
        as_of: date | None = None,
        outer: Selector | None = None,
    ) -> None:
        """Look up the names that a selection states; ``outer`` must fit as well."""
        self._repository = repository
        self.as_of = as_of
        self.outer = outer
        self.selection = selection
        self.chain: tuple[Selection, ...] = (*(outer.chain if outer else ()), selection)
        self.kinds = frozenset(map(repository.activity_kinds.key, selection.kind))
        self._activity_tests: tuple[_ActivityTest, ...] = (
            *(outer._activity_tests if outer else ()),
            *self._about_activity(),
        )
        self._line_tests: tuple[_LineTest, ...] = (
            *(outer._line_tests if outer else ()),
            *self._about_people(),
        )
        directed = any(each.direction for each in self.chain)
        stated = any(each.side for each in self.chain)
        around = outer is not None and outer._only_those_who_go
        self._only_those_who_go: bool = around or (directed and not stated)

    def within(self, selection: Selection) -> Selector:
        """A selection among what this one selects (其中)."""
        return Selector(self._repository, selection, self.as_of, self)

    def by(self, day: date) -> Selector:
        """The same as it will be on another day, if everything goes on as recorded."""
        outer = self.outer.by(day) if self.outer else None
        return Selector(self._repository, self.selection, day, outer)

    def of_register(self) -> Selector:
        """The same without what chooses among the registered (side, type): that is no person's."""
        outer = self.outer.of_register() if self.outer else None
        plain = self.selection.model_copy(update={"side": (), "from_type": ()})
        return Selector(self._repository, plain, self.as_of, outer)

    @property
    def narrowest_kinds(self) -> frozenset[str]:
        """Kinds of work outside of which nothing is selected; empty when any may be."""
        return self.kinds or (self.outer.narrowest_kinds if self.outer else frozenset())

    @property
    def in_total(self) -> tuple[Lasting, ...]:
        """The lengths that a person must reach over several activities together (累计)."""
        stated = (each.lasting for each in self.chain)
        return tuple(lasting for lasting in stated if lasting and lasting.in_total)

    @property
    def states_activity(self) -> bool:
        """Whether anything is stated that only an activity can fit."""
        about_records = {
            "pairing",
            "pairing_level",
            "demonstration",
            "filed",
            "side",
            "from_type",
            "from",
        }
        return not self._fields <= about_records

    @property
    def by_kind_only(self) -> bool:
        """Whether it states nothing but kinds of work, so that plan tasks can be held against it."""
        return self._fields <= {"kind"}

    @property
    def _fields(self) -> set[str]:
        found = {test.field for test in self._activity_tests}
        return found | {test.field for test in self._line_tests}

    def fits(self, activity: Activity) -> bool:
        """Whether an activity is selected."""
        return all(test.fits(activity) for test in self._activity_tests) and (
            not self._line_tests or self._some_line(activity)
        )

    def fits_kind(self, kind: str) -> bool:
        """Whether a kind of work is selected."""
        if self.outer is not None and not self.outer.fits_kind(kind):
            return False
        return not self.kinds or self._repository.activity_kinds.key(kind) in self.kinds

    def people(self, activity: Activity) -> list[Participants]:
        """The lines of those who are selected among those who took part."""
        return [line for line in self.those(activity) if self._goes(activity, line)]

    def those(self, activity: Activity) -> list[Participants]:
        """The lines of those who fit among those who took part, whichever side went."""
        tests = self._line_tests
        lines = activity.participants
        return [line for line in lines if all(test.fits(activity, line) for test in tests)]

    def misses(self, activity: Activity) -> list[Message]:
        """What keeps an activity from being selected; of its people, those who miss least."""
        found = [test.miss(activity) for test in self._activity_tests if not test.fits(activity)]
        if self._line_tests and not self._some_line(activity):
            lines: tuple[Line, ...] = activity.participants or (None,)
            by_line = (self._line_misses(activity, line) for line in lines)
            fewest: list[Message] = min(by_line, key=len)
            found += fewest
        return found

    def person_misses(self, activity: Activity, line: Participants) -> list[Message]:
        """What keeps people of an activity from being selected; nothing for those who stayed home."""
        return self._line_misses(activity, line) if self._goes(activity, line) else []

    def _line_misses(self, activity: Activity, line: Line) -> list[Message]:
        tests = self._line_tests
        return [test.miss(activity, line) for test in tests if not test.fits(activity, line)]

    def side_of(self, activity: Activity, organization: str) -> Side | None:
        """The side an organization is on in an activity's pairing; else the side it is registered on."""
        return self._repository.side_in(activity.pairing, organization)

    def organization_key(self, name: str) -> str:
        """The key of an organization of that name."""
        return self._repository.organizations.key(name)

    def person_key(self, name: str) -> str:
        """The key of a person of that name."""
        return self._repository.people.key(name)

    def direction(self, activity: Activity) -> Direction | None:
        """Who went to whom: as recorded, or as usual for the kind of work."""
        return self._repository.direction_of(activity)

    def going(self, activity: Activity) -> Side | None:
        """The side that went; None where both did or nobody knows."""
        return self._repository.going(activity)

    def _goes(self, activity: Activity, line: Participants) -> bool:
        if not self._only_those_who_go:
            return True
        going = self.going(activity)
        return going is None or self.side_of(activity, line.from_) is going

    def _some_line(self, activity: Activity) -> bool:
        lines: tuple[Line, ...] = activity.participants or (None,)
        return any(
            all(test.fits(activity, line) for test in self._line_tests)
            and (line is None or self._goes(activity, line))
            for line in lines
        )

    def _about_activity(self) -> Iterator[_ActivityTest]:
        wanted, repository = self.selection, self._repository
        if wanted.kind:
            yield _ActivityTest(
                "kind",
                lambda a: repository.activity_kinds.key(a.kind) in self.kinds,
                lambda a: say("miss.kind", found=a.kind),
            )
        if wanted.direction:
            yield _ActivityTest(
                "direction", lambda a: self.direction(a) in wanted.direction, self._miss_direction
            )
        if wanted.at or wanted.at_type:
            yield _ActivityTest("at", self._fits_place, lambda a: say("miss.at", found=a.at or ""))
        yield from self._about_values()
        if wanted.attended:
            yield _ActivityTest("attended", self._fits_attended, self._miss_attended)
        if wanted.amounts:
            yield _ActivityTest("amounts", self._fits_amounts, self._miss_amounts)
        yield from self._about_pairing()

    def _about_values(self) -> Iterator[_ActivityTest]:
        for field in ("mode", "level", "award", "audience"):
            wanted = getattr(self.selection, field)
            if wanted:
                yield _ActivityTest(
                    field,
                    lambda a, field=field, wanted=wanted: getattr(a, field) in wanted,  # type: ignore[misc]
                    lambda a, field=field: say(  # type: ignore[misc]
                        f"miss.{field}", found=str(getattr(a, field) or "")
                    ),
                )

    def _about_pairing(self) -> Iterator[_ActivityTest]:
        wanted, pairings = self.selection, self._repository.pairings
        keys = frozenset(map(pairings.key, wanted.pairing))
        if keys:
            yield _ActivityTest(
                "pairing",
                lambda a: pairings.key(a.pairing) in keys,
                lambda a: say("miss.pairing", found=a.pairing),
            )
        for field, fits in (
            ("pairing_level", lambda p: p.level in wanted.pairing_level),
            ("demonstration", lambda p: p.demonstration is wanted.demonstration),
            ("filed", lambda p: (p.filed_on is not None) is wanted.filed),
        ):
            if wanted.given(field):
                yield _ActivityTest(
                    field,
                    lambda a, fits=fits: (p := pairings.get(a.pairing)) is not None and fits(p),  # type: ignore[misc]
                    lambda a: say("miss.pairing", found=a.pairing),
                )

    def _about_people(self) -> Iterator[_LineTest]:
        wanted, repository = self.selection, self._repository
        if wanted.subject:
            yield _LineTest("subject", self._fits_subject, self._miss_subject)
        if wanted.stage:
            yield _LineTest("stage", self._fits_stage, self._miss_stage)
        if wanted.role:
            yield _LineTest(
                "role",
                lambda a, p: p is not None and p.role in wanted.role,
                lambda a, p: say("miss.role", found=(p.role or "") if p else ""),
            )
        if wanted.side:
            yield _LineTest(
                "side",
                lambda a, p: p is not None and self.side_of(a, p.from_) in wanted.side,
                lambda a, p: say("miss.side", found=p.from_ if p else ""),
            )
        places = frozenset(name for key in wanted.from_ for name in repository.family(key))
        if places:
            yield _LineTest(
                "from",
                lambda a, p: p is not None and repository.organizations.key(p.from_) in places,
                lambda a, p: say("miss.from", found=p.from_ if p else ""),
            )
        yield from self._about_persons()

    def _about_persons(self) -> Iterator[_LineTest]:
        wanted, repository = self.selection, self._repository
        if wanted.from_type:
            yield _LineTest(
                "from_type",
                lambda a, p: (
                    p is not None
                    and (o := repository.organizations.get(p.from_)) is not None
                    and o.type in wanted.from_type
                ),
                lambda a, p: say("miss.from", found=p.from_ if p else ""),
            )
        if wanted.person_level:
            yield _LineTest(
                "person_level",
                lambda a, p: p is not None and self._level(p) in wanted.person_level,
                lambda a, p: say("miss.level", found=(self._level(p) or "") if p else ""),
            )
        if wanted.among:
            yield _LineTest(
                "among",
                lambda a, p: p is not None and self._belongs(p),
                lambda a, p: say("miss.among", found=(p.name or p.from_) if p else ""),
            )
        lasting = wanted.lasting
        if lasting is not None and not lasting.in_total:
            yield _LineTest(
                "lasting",
                lambda a, p: lasts(lasting, _days(a, p), self.as_of),
                lambda a, p: self._miss_lasting(lasting, _days(a, p)),
            )

    def _belongs(self, line: Participants) -> bool:
        """Whether a named person belongs to one of the pools that are stated, and is not exempt."""
        person = self._repository.people.get(line.name) if line.name else None
        rules = (self._repository.figures.get(name) for name in self.selection.among)
        return person is not None and any(
            figure is not None
            and figure.people is not None
            and belongs(self._repository, figure.people, person)
            and not is_exempt(person, figure.people.on)
            for figure in rules
        )

    def _level(self, line: Participants) -> str | None:
        if line.level is not None or line.name is None:
            return line.level
        person = self._repository.people.get(line.name)
        return person.level if person else None

    def _fits_place(self, activity: Activity) -> bool:
        wanted, organizations = self.selection, self._repository.organizations
        place = organizations.find(activity.at) if activity.at else None
        if place is None:
            return False
        keys = frozenset(map(organizations.key, wanted.at))
        fits_type = not wanted.at_type or place.record.type in wanted.at_type
        return (not keys or place.key in keys) and fits_type

    def _fits_attended(self, activity: Activity) -> bool:
        limits = self.selection.attended
        heads = sum(line.heads for line in self.people(activity))
        return limits is None or limits.hold(Fraction(heads))

    def _miss_attended(self, activity: Activity) -> Message:
        heads = sum(line.heads for line in self.people(activity))
        return say("miss.attended", found=heads)

    def _fits_amounts(self, activity: Activity) -> bool:
        return all(
            name in activity.amounts and limits.hold(activity.amounts[name])
            for name, limits in self.selection.amounts.items()
        )

    def _miss_amounts(self, activity: Activity) -> Message:
        name = next(
            name
            for name, limits in self.selection.amounts.items()
            if name not in activity.amounts or not limits.hold(activity.amounts[name])
        )
        found = activity.amounts.get(name)
        return say("miss.amount", name=name, found="–" if found is None else found)

    def _miss_direction(self, activity: Activity) -> Message:
        found = self.direction(activity)
        return say("miss.direction", found=say(f"direction.{found}") if found else "–")

    def _fits_subject(self, activity: Activity, line: Line) -> bool:
        own = (line.subject,) if line is not None and line.subject else activity.subjects
        return not set(self.selection.subject).isdisjoint(own)

    def _miss_subject(self, activity: Activity, line: Line) -> Message:
        own = (line.subject,) if line is not None and line.subject else activity.subjects
        return say("miss.subject", found=own or "–")

    def stages(self, activity: Activity, line: Line) -> tuple[str, ...]:
        """The stages of a line: its own, the activity's, or those of its organization."""
        if line is not None and line.stage:
            return (line.stage,)
        if activity.stage or line is None:
            return activity.stage
        organization = self._repository.organizations.get(line.from_)
        return organization.stage if organization else ()

    def _fits_stage(self, activity: Activity, line: Line) -> bool:
        return not set(self.selection.stage).isdisjoint(self.stages(activity, line))

    def _miss_stage(self, activity: Activity, line: Line) -> Message:
        return say("miss.stage", found=self.stages(activity, line) or "–")

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
