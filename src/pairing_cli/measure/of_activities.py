"""What a selection states about activities, as tests of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.log import Activity
from pairing_cli.model.repository import Repository
from pairing_cli.model.selections import Selection


@dataclass(frozen=True, slots=True)
class ActivityTest:
    """One stated field about activities: whether it fits, and what is said when it does not."""

    field: str
    fits: Callable[[Activity], bool]
    miss: Callable[[Activity], Message]


@dataclass(frozen=True, slots=True)
class AboutActivities:
    """What one selection states about activities; ``heads`` counts those of its people who took part."""

    repository: Repository
    selection: Selection
    heads: Callable[[Activity], int]

    def tests(self) -> Iterator[ActivityTest]:
        """A test for each stated field."""
        wanted, repository = self.selection, self.repository
        kinds = frozenset(map(repository.activity_kinds.key, wanted.kind))
        if kinds:
            yield ActivityTest(
                "kind",
                lambda a: repository.activity_kinds.key(a.kind) in kinds,
                lambda a: say("miss.kind", found=a.kind),
            )
        if wanted.direction:
            yield ActivityTest(
                "direction",
                lambda a: repository.direction_of(a) in wanted.direction,
                self._miss_direction,
            )
        if wanted.at or wanted.at_type:
            yield ActivityTest("at", self._fits_place, lambda a: say("miss.at", found=a.at or ""))
        yield from self._about_values()
        if wanted.attended:
            yield ActivityTest("attended", self._fits_attended, self._miss_attended)
        if wanted.amounts:
            yield ActivityTest("amounts", self._fits_amounts, self._miss_amounts)
        yield from self._about_pairing()

    def _about_values(self) -> Iterator[ActivityTest]:
        for field in ("mode", "level", "award", "audience"):
            wanted = getattr(self.selection, field)
            if wanted:
                yield ActivityTest(
                    field,
                    lambda a, field=field, wanted=wanted: getattr(a, field) in wanted,  # type: ignore[misc]
                    lambda a, field=field: say(  # type: ignore[misc]
                        f"miss.{field}", found=str(getattr(a, field) or "")
                    ),
                )

    def _about_pairing(self) -> Iterator[ActivityTest]:
        wanted, pairings = self.selection, self.repository.pairings
        keys = frozenset(map(pairings.key, wanted.pairing))
        if keys:
            yield ActivityTest(
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
                yield ActivityTest(
                    field,
                    lambda a, fits=fits: (p := pairings.get(a.pairing)) is not None and fits(p),  # type: ignore[misc]
                    lambda a: say("miss.pairing", found=a.pairing),
                )

    def _fits_place(self, activity: Activity) -> bool:
        wanted, organizations = self.selection, self.repository.organizations
        place = organizations.find(activity.at) if activity.at else None
        if place is None:
            return False
        keys = frozenset(map(organizations.key, wanted.at))
        fits_type = not wanted.at_type or place.record.type in wanted.at_type
        return (not keys or place.key in keys) and fits_type

    def _fits_attended(self, activity: Activity) -> bool:
        limits = self.selection.attended
        return limits is None or limits.hold(Fraction(self.heads(activity)))

    def _miss_attended(self, activity: Activity) -> Message:
        return say("miss.attended", found=self.heads(activity))

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
        found = self.repository.direction_of(activity)
        return say("miss.direction", found=say(f"direction.{found}") if found else "–")
