"""Whether a record is among those that a selection names (选择)."""

from __future__ import annotations

from pairing_cli.model.log import Activity, Direction, Participants
from pairing_cli.model.repository import Repository
from pairing_cli.model.targets import Selection


class Selector:
    """A selection with its names looked up once. What is not stated fits everything."""

    def __init__(
        self, repository: Repository, selection: Selection, outer: Selector | None = None
    ) -> None:
        """Look up the names that a selection states; ``outer`` must fit as well."""
        self._repository = repository
        self._outer = outer
        self.selection = selection
        self.kinds = frozenset(map(repository.activity_kinds.key, selection.kind))
        self.places = frozenset(map(repository.organizations.key, selection.at))

    def within(self, selection: Selection) -> Selector:
        """A selection among what this one selects (其中)."""
        return Selector(self._repository, selection, self)

    def fits(self, activity: Activity) -> bool:
        """Whether an activity is selected."""
        wanted = self.selection
        return (
            (self._outer is None or self._outer.fits(activity))
            and self.fits_kind(activity.kind)
            and _one_of(activity.mode, wanted.mode)
            and (not wanted.direction or self._direction(activity) in wanted.direction)
            and self._fits_place(activity)
            and (not wanted.subject or not set(wanted.subject).isdisjoint(activity.subjects))
            and (not wanted.role or bool(self.people(activity)))
        )

    def fits_kind(self, kind: str) -> bool:
        """Whether a kind of work is selected."""
        if self._outer is not None and not self._outer.fits_kind(kind):
            return False
        return not self.kinds or self._repository.activity_kinds.key(kind) in self.kinds

    def people(self, activity: Activity) -> list[Participants]:
        """The lines of those who took part in a role that is selected."""
        lines = self._outer.people(activity) if self._outer else list(activity.participants)
        roles = self.selection.role
        return [line for line in lines if not roles or line.role in roles]

    @property
    def by_kind_only(self) -> bool:
        """Whether it states nothing but kinds of work, so that plans can be held against it."""
        others = set(type(self.selection).model_fields) - {"kind"}
        stated = self.selection.given(*others)
        return not stated and (self._outer is None or self._outer.by_kind_only)

    def _direction(self, activity: Activity) -> Direction | None:
        if activity.direction is not None:
            return activity.direction
        kind = self._repository.activity_kinds.get(activity.kind)
        return kind.direction if kind else None

    def _fits_place(self, activity: Activity) -> bool:
        if not self.places and not self.selection.at_type:
            return True
        place = self._repository.organizations.find(activity.at) if activity.at else None
        if place is None:
            return False
        wanted = self.selection.at_type
        return (not self.places or place.key in self.places) and (
            not wanted or place.record.type in wanted
        )


def _one_of(value: object, wanted: tuple[object, ...]) -> bool:
    return not wanted or value in wanted
