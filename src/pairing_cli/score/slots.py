"""Activities fill slots: the choice that earns most, and nothing for what is left over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.measure.judge import Judged, judge
from pairing_cli.measure.papers import Demand, demands
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.view import Block
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import OPEN, State

Papers: TypeAlias = tuple[tuple[Demand, Judged], ...]
"""The requirement instances of a slot, each judged."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot's activity, and each of its requirement instances judged."""

    activity: Entry[Activity]
    papers: Papers

    @property
    def value(self) -> tuple[Fraction, Fraction]:
        """The shares of the slot that it earns and that it can still earn."""
        states = [judged.state for _, judged in self.papers]
        applying = [state for state in states if state is not State.NOT_APPLICABLE]
        earned = sum(state in (State.EARNED, State.SHORT) for state in applying)
        still_open = sum(state in OPEN for state in applying)
        return Fraction(earned, len(applying)), Fraction(still_open, len(applying))

    @property
    def order(self) -> tuple[Fraction, Fraction, date, str]:
        """What earns most first, then what can still earn most, then the earlier, then by id."""
        earned, still_open = self.value
        return -earned, -still_open, self.activity.record.days.start, self.activity.key


@dataclass(frozen=True, slots=True)
class Slots:
    """The activities that fill a block's slots in a term, and those that could not count."""

    filled: tuple[Filled, ...]
    surplus: tuple[Entry[Activity], ...]
    not_counted: tuple[tuple[Entry[Activity], Message], ...]

    def places(self) -> tuple[At, ...]:
        """Where the activities that could not count are recorded."""
        return tuple(entry.at for entry, _ in self.not_counted)

    def why_unfilled(self) -> tuple[Message, ...]:
        """For each activity that could not count: which, and why."""
        return tuple(
            say("score.not-counted", activity=entry.key, reason=reason)
            for entry, reason in self.not_counted
        )


def _all_excused(papers: Papers) -> Papers | None:
    """A held activity of which nothing need be handed in earns its slot; None when that is not so.

    A document that is excused gives its share to its siblings; here there are none to take it.
    """
    if any(judged.state is not State.NOT_APPLICABLE for _, judged in papers):
        return None
    reason = say("score.excused-held")
    return tuple(
        (demand, replace(judged, state=State.EARNED, reason=reason)) for demand, judged in papers
    )


def fill(counter: Counter, block: Block, pairing: str, term: Term | None) -> Slots:
    """Choose the activities that fill a block's slots for a pairing in a term."""
    if block.selector is None or block.requirement.activities is None:
        raise ValueError("the block asks for no activities")
    stretch = Stretch(counter.view.days_of(term), pairing)
    eligible: list[Filled] = []
    not_counted: list[tuple[Entry[Activity], Message]] = []
    for entry in counter.selected(block.selector, stretch):
        fact = counter.held(entry)
        if fact.held is Held.HELD:
            asked = demands(block, pairing, term, entry)
            papers = tuple((demand, judge(counter, demand)) for demand in asked)
            eligible.append(Filled(entry, _all_excused(papers) or papers))
        else:
            not_counted.append((entry, fact.reason))
    eligible.sort(key=lambda filled: filled.order)
    number = block.requirement.activities.at_least
    surplus = tuple(filled.activity for filled in eligible[number:])
    return Slots(tuple(eligible[:number]), surplus, tuple(not_counted))
