"""A measure read for an assessed unit: its value in every piece of time, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.measure.pools import pool_of
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.times import split_time
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.judgements import Finding
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry
from pairing_cli.model.ways import Measure
from pairing_cli.score.units import Assessed

PointsOf = Callable[[str], Fraction | None]
"""The points that another item earned, by its id; None while that is not known."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in one piece of time; None when nobody has said it.

    ``final``: it can no longer change, because its time is over or because it was entered.
    """

    number: Fraction | None
    note: Message
    at: tuple[At, ...]
    final: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads measures for one assessed unit."""

    counter: Counter
    unit: Assessed
    points_of: PointsOf

    def read(self, measure: Measure) -> tuple[Value, ...]:
        """A measure's values: one, or one for each term, month, and so on."""
        view = self.counter.view
        whole = self.unit.stretch(view)
        if measure.per is None:
            return (self._value(measure, whole, ""),)
        pieces = split_time(view, measure.per, whole)
        return tuple(self._value(measure, piece.stretch, piece.name) for piece in pieces)

    def _value(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        value = self._raw(measure, stretch, name)
        number = value.number
        if number is None:
            return value
        if measure.first is not None:
            number = min(number, Fraction(measure.first))
        for figure, turn in ((measure.minus, _less), (measure.share_of, _share)):
            if figure is None:
                continue
            other = self._figure(figure, stretch, name)
            if other.number is None:
                return other
            turned = turn(number, other.number)
            if turned is None:
                return Value(
                    None, say("pool.missing", figure=figure), other.at, final=True, name=name
                )
            number = turned
        return Value(number, value.note, value.at, value.final, name)

    def _raw(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        view = self.counter.view
        if measure.count is not None:
            selector = view.selector(measure.of)
            counted = self.counter.count(measure.count, selector, stretch)
            number = Fraction(counted.number)
            note = say("way.counted", number=number, unit=say(f"unit.{measure.count}"))
            return Value(number, note, counted.at, view.as_of > stretch.days.end, name)
        if measure.figure is not None:
            return self._figure(measure.figure, stretch, name)
        if measure.findings is not None:
            return self._findings(measure, stretch, name)
        points = self.points_of(view.repository.items.key(measure.item or ""))
        return Value(points, say("way.item", item=measure.item or ""), (), final=False, name=name)

    def _figure(self, figure: str, stretch: Stretch, name: str) -> Value:
        view = self.counter.view
        found = view.repository.figures.find(figure)
        if found is None:
            return Value(None, say("pool.missing", figure=figure), (), final=True, name=name)
        pool = pool_of(view, found, stretch)
        return Value(pool.size, pool.note, pool.at, final=True, name=name)

    def _findings(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        """The findings of a verdict that stand upheld, about the unit's activities or papers."""
        view = self.counter.view
        found = [entry for entry in self._upheld(measure) if entry.record.date in stretch.days]
        note = say("way.findings", number=len(found))
        at = tuple(entry.at for entry in found)
        return Value(Fraction(len(found)), note, at, view.as_of > stretch.days.end, name)

    def _upheld(self, measure: Measure) -> list[Entry[Finding]]:
        if measure.findings is None or self.unit.pairing is None:
            return []
        return self.counter.view.about.upheld(measure.findings, self.unit.pairing)


def _less(number: Fraction, other: Fraction) -> Fraction | None:
    return number - other


def _share(number: Fraction, other: Fraction) -> Fraction | None:
    return number * 100 / other if other else None
