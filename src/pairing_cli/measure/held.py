"""Whether an activity counts as held (开展), or is deemed not held, or was falsified."""

from __future__ import annotations

from dataclasses import dataclass

from pairing_cli.measure.papers import Received, asked_on, demands, receive
from pairing_cli.measure.view import View
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.programme import NotHeld
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Held


@dataclass(frozen=True, slots=True)
class HeldFact:
    """What an activity counts as, why, and what that rests on."""

    held: Held
    reason: Message
    at: tuple[At, ...] = ()


def hold(view: View, activity: Entry[Activity]) -> HeldFact:
    """What an activity counts as on the view's day.

    It is falsified while a finding that says so stands upheld. Otherwise the programme's setting
    decides over the documents that the rubrics require of it: it is deemed not held when none of
    them came on time (or late, where late papers still earn something) and all are past due, or, in
    the stricter reading, as soon as one is late or missing past its due day. Excused documents need
    not come, but prove that it was held when they did; where nothing is required, it is held.
    """
    finding = view.falsified_activities.get(activity.key)
    if finding is not None:
        return HeldFact(Held.FALSIFIED, say("held.falsified", finding=finding.key), (finding.at,))
    asked = _asked(view, activity)
    required = [received for received in asked if not received.excused]
    behind = [received for received in required if received.past_due and not _came(received)]
    if view.reporting.not_held_when is NotHeld.ANY_LATE:
        void = bool(behind)
    else:
        nothing_came = not any(_came(received) for received in asked)
        void = bool(required) and len(behind) == len(required) and nothing_came
    if not void:
        return HeldFact(Held.HELD, say("held.held"))
    at = tuple(place for received in behind for place in received.at)
    return HeldFact(Held.NOT_HELD, say("held.not-held", number=len(behind)), at)


def _came(received: Received) -> bool:
    """Whether something came on time, or late where that still earns something."""
    return bool(received.on_time or received.tolerated)


def _asked(view: View, activity: Entry[Activity]) -> list[Received]:
    """What the rubrics ask of an activity, and what came in of it.

    A block that asks for nothing at the time of the activity is owed nothing for it.
    """
    pairing = view.repository.pairings.key(activity.record.pairing)
    return [
        receive(view, demand)
        for block in view.asking(view.repository.activity_kinds.key(activity.record.kind))
        if block.selector is not None and block.selector.fits(activity.record)
        for term in asked_on(view, block, activity.record.days.start)
        for demand in demands(block, pairing, term, activity)
    ]


__all__ = ["Held", "HeldFact", "hold"]
