"""A measure read for an assessed unit: its value in every piece of time, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from pairing_cli.measure.count import Counter
from pairing_cli.measure.pools import pool_of
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch
from pairing_cli.measure.times import clipped, split_time
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.judgements import Finding
from pairing_cli.model.measures import Measure
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ScoreNode
from pairing_cli.score.surveys import last_result, said_of_survey
from pairing_cli.score.units import Assessed


class Known(Protocol):
    """What a measure may go by that is itself scored."""

    def points(self, unit: Assessed, item: str) -> ScoreNode | None:
        """A unit's item or part, by its id; None for one that is not there or goes by itself."""

    def ranked(self, unit: Assessed, name: str) -> bool:
        """Whether a unit has a place in an item or a part."""

    def totals(self, unit: Assessed, rubric: str) -> Sequence[Total]:
        """What a unit, and those within it, came to under another rubric."""


@dataclass(frozen=True, slots=True)
class Total:
    """What somebody came to under a rubric, converted where it says so."""

    title: str
    points: Fraction
    final: bool
    at: tuple[At, ...]


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
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads measures for one assessed unit."""

    counter: Counter
    unit: Assessed
    known: Known

    def read(self, measure: Measure) -> tuple[Value, ...]:
        """A measure's values: one, or one for each term, month, and so on."""
        view = self.counter.view
        whole = self.unit.stretch(view)
        if measure.period is not None:
            if not measure.period.overlaps(whole.days):
                return ()
            whole = replace(whole, days=clipped(measure.period, whole.days))
        if measure.per is None:
            return (self._value(measure, whole, ""),)
        pieces = split_time(view, measure.per, whole, measure.months)
        return tuple(
            replace(self._value(measure, piece.stretch, piece.name), stretch=piece.stretch)
            for piece in pieces
        )

    def _value(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        value = self._raw(measure, stretch, name)
        number = value.number
        if number is None:
            return value
        if measure.first is not None:
            number = min(number, Fraction(measure.first))
        value = replace(value, number=number)
        if measure.minus is not None:
            value = _less(value, self.figure(measure.minus, stretch, name, of_all=True))
        if measure.share_of is not None and value.number is not None:
            value = _share(value, self.figure(measure.share_of, stretch, name))
        return value

    def _raw(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        view = self.counter.view
        if measure.count is not None:
            selector = view.selector(measure.of)
            counted = self.counter.count(measure.count, selector, stretch)
            number = Fraction(counted.number)
            note = say("way.counted", number=number, unit=say(f"unit.{measure.count}"))
            return Value(number, note, counted.at, view.as_of > stretch.days.end, name)
        if measure.figure is not None:
            return self.figure(measure.figure, stretch, name)
        if measure.findings is not None:
            return self._findings(measure, stretch, name)
        if measure.survey is not None:
            return self._survey(measure.survey, stretch, name)
        if measure.rubric is not None:
            return self._total(measure.rubric, name)
        return self._item(measure.item or "", name)

    def _total(self, rubric: str, name: str) -> Value:
        """The mean of what the unit and those within it came to under another rubric."""
        found = self.known.totals(self.unit, rubric)
        entry = self.counter.view.repository.rubrics.get(rubric)
        title = entry.title if entry else rubric
        if not found:
            return Value(None, say("way.no-totals", rubric=title), (), final=True, name=name)
        mean = sum((each.points for each in found), Fraction(0)) / len(found)
        at = tuple(place for each in found for place in each.at)
        final = all(each.final for each in found)
        note = say("way.totals", rubric=title, mean=mean, number=len(found))
        return Value(mean, note, at, final, name)

    def _survey(self, survey: str, stretch: Stretch, name: str) -> Value:
        """The mean of a survey's latest result about the unit; none while there is no result."""
        view = self.counter.view
        found = view.repository.surveys.find(survey)
        if found is None:
            return Value(None, say("pool.missing", figure=survey), (), final=True, name=name)
        result = last_result(view, self.unit, found, stretch.days.end)
        if result is None:
            note = say("score.awaiting-survey", by=found.record.by, survey=found.record.title)
            return Value(None, note, (found.at,), final=True, name=name)
        note = said_of_survey(found.record, result)
        return Value(result.mean, note, result.at, final=True, name=name)

    def _item(self, item: str, name: str) -> Value:
        """The points of another item; while some of them are open they may still change."""
        node = self.known.points(self.unit, self.counter.view.repository.items.key(item))
        if node is None:
            return Value(None, say("way.item", item=item), (), final=True, name=name)
        note = say("way.item-points", item=node.title, points=node.earned, most=node.maximum)
        return Value(node.earned, note, node.at, not node.open, name)

    def figure(self, figure: str, stretch: Stretch, name: str, *, of_all: bool = False) -> Value:
        """An entered figure; with ``of_all`` one of nobody in particular serves for everybody.

        That is how a county's mean is compared with. A pool is never taken so: of how many teachers
        a share is has to be said for the very unit.
        """
        view = self.counter.view
        found = view.repository.figures.find(figure)
        if found is None:
            return Value(None, say("pool.missing", figure=figure), (), final=True, name=name)
        pool = pool_of(view, found, stretch)
        if pool.size is None and of_all:
            pool = pool_of(view, found, Stretch(stretch.days, term=stretch.term))
        return Value(pool.size, pool.note, pool.at, final=True, name=name)

    def _findings(self, measure: Measure, stretch: Stretch, name: str) -> Value:
        """The findings of a verdict that stand upheld, about the unit's activities or papers."""
        view = self.counter.view
        found = [
            entry for entry in self._upheld(measure, stretch) if entry.record.date in stretch.days
        ]
        note = say("way.findings", number=len(found))
        at = tuple(entry.at for entry in found)
        return Value(Fraction(len(found)), note, at, view.as_of > stretch.days.end, name)

    def _upheld(self, measure: Measure, stretch: Stretch) -> list[Entry[Finding]]:
        """The findings about the unit: its pairing's, or those of an activity it took part in."""
        about = self.counter.view.about
        if measure.findings is None:
            return []
        if self.unit.pairing is not None:
            found = about.upheld(measure.findings, self.unit.pairing)
        else:
            found = [entry for entry, _ in about.upheld_of_activities(measure.findings)]
            found += about.upheld_about(measure.findings, self.unit.subject)
        return [entry for entry in found if self._about(entry.record, measure, stretch)]

    def _about(self, finding: Finding, measure: Measure, stretch: Stretch) -> bool:
        """Whether a finding is about a selected activity of the unit, or a paper of its pairing."""
        repository = self.counter.view.repository
        selector = Selector(repository, measure.of, self.counter.view.as_of)
        types = set(map(repository.document_types.key, measure.of.document))
        if types and types.isdisjoint(map(repository.document_types.key, finding.document)):
            return False
        if finding.activity is None:
            return not selector.states_activity
        activity = repository.activities.get(finding.activity)
        return (
            activity is not None and selector.fits(activity) and stretch.takes(selector, activity)
        )


def _less(value: Value, other: Value) -> Value:
    if value.number is None or other.number is None:
        return other
    difference = value.number - other.number
    note = say("way.less", value=value.note, other=other.note, difference=difference)
    return replace(value, number=difference, note=note, at=(*value.at, *other.at))


def _share(value: Value, pool: Value) -> Value:
    if value.number is None or not pool.number:
        return replace(pool, number=None, final=True)
    share = value.number * 100 / pool.number
    note = say("way.share", value=value.note, pool=pool.note, share=share)
    return replace(value, number=share, note=note, at=(*value.at, *pool.at))
