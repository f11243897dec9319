"""Whether a record is among those that a selection names (选择), and if not, why not.

What is not stated fits everything. Some fields are about the activity, others about the people who
took part in it; an activity of which nobody is recorded stands for itself.
"""

from __future__ import annotations

from datetime import date

from pairing_cli.measure.of_activities import AboutActivities, ActivityTest
from pairing_cli.measure.of_people import AboutPeople, Line, LineTest, stages
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Lasting, Selection
from pairing_cli.model.words import Direction


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
        self._activity_tests: tuple[ActivityTest, ...] = (
            *(outer._activity_tests if outer else ()),
            *AboutActivities(repository, selection, self._heads).tests(),
        )
        self._line_tests: tuple[LineTest, ...] = (
            *(outer._line_tests if outer else ()),
            *AboutPeople(repository, selection, as_of).tests(),
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

    def stages(self, activity: Activity, line: Line) -> tuple[str, ...]:
        """The stages of a line: its own, the activity's, or those of its organization."""
        return stages(self._repository, activity, line)

    def _heads(self, activity: Activity) -> int:
        return sum(line.heads for line in self.people(activity))
