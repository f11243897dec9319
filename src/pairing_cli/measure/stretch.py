"""Where something is counted: days, and, unless None, one pairing, school, side, role, teacher pair."""

from __future__ import annotations

from dataclasses import dataclass

from pairing_cli.measure.select import Selector
from pairing_cli.model.dates import Days
from pairing_cli.model.log import Activity, Participants
from pairing_cli.model.programme import Side


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where to count. ``family`` are the keys of an organization and of what belongs to it."""

    days: Days
    pairing: str | None = None
    mentorship: str | None = None
    side: Side | None = None
    organization: str | None = None
    family: frozenset[str] = frozenset()
    role: str | None = None
    term: str | None = None
    person: str | None = None

    def takes(self, selector: Selector, activity: Activity) -> bool:
        """Whether an activity belongs to the side, the school and the role.

        It belongs to the side that went; where both did, or nobody knows, to each that took part.
        To a school and a person it belongs when one of theirs is who was selected: what one did in
        some role is not what another did who was there as well.
        """
        return (
            (self.role is None or any(line.role == self.role for line in activity.participants))
            and (self.side is None or self._of_side(selector, activity, self.side))
            and (self.organization is None or self._of_school(selector, activity))
            and (
                self.person is None
                or any(self._is_person(selector, line) for line in selector.those(activity))
            )
        )

    def _is_person(self, selector: Selector, line: Participants) -> bool:
        return line.name is not None and selector.person_key(line.name) == self.person

    def _of_side(self, selector: Selector, activity: Activity, side: Side) -> bool:
        going = selector.going(activity)
        if going is not None:
            return going is side
        sides = {selector.side_of(activity, line.from_) for line in activity.participants}
        return side in sides or not sides

    def _of_school(self, selector: Selector, activity: Activity) -> bool:
        names = [line.from_ for line in selector.those(activity)]
        names += [activity.at] if activity.at else []
        return any(selector.organization_key(name) in self.family for name in names)

    def has(self, selector: Selector, activity: Activity, line: Participants) -> bool:
        """Whether people who took part belong to the side, the school and the role."""
        return (
            (self.role is None or line.role == self.role)
            and (self.side is None or selector.side_of(activity, line.from_) is self.side)
            and (self.organization is None or selector.organization_key(line.from_) in self.family)
            and (self.person is None or self._is_person(selector, line))
        )


def lines_of(selector: Selector, stretch: Stretch, activity: Activity) -> list[Participants]:
    """Those who are selected, of a stretch, among those who took part in an activity."""
    return [line for line in selector.people(activity) if stretch.has(selector, activity, line)]
