"""How a number becomes points → leaves whose points add up: what is given, taken, capped, still open.

Points here are those of the item as the table states them; `shares` scales them where a section is
converted. Every leaf keeps earned + lost + open = maximum, so what is taken away stands as a leaf of
its own with a maximum of 0, and so does what a cap or a floor gives back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from pairing_cli.measure.count import Counter
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain
from pairing_cli.model.measures import Measure, number
from pairing_cli.model.places import At
from pairing_cli.model.readers import Percent
from pairing_cli.model.results import ZERO, NodeKind, State
from pairing_cli.model.rubric import Earning
from pairing_cli.model.ways import Addition, Bands, Change, Done, Ranked, Ratio
from pairing_cli.score.awards import awarded
from pairing_cli.score.ranks import Ranks
from pairing_cli.score.reading import Known, Reader, Value
from pairing_cli.score.shares import Draft, Figures, given_back
from pairing_cli.score.units import Assessed


@dataclass(frozen=True, slots=True)
class Ways:
    """The leaves of an earning that reckons with numbers, for one assessed unit.

    ``most`` are the points that it can earn; for a penalty it is 0 and ``least`` what it can lose.
    """

    counter: Counter
    unit: Assessed
    ranks: Ranks
    known: Known
    earning: Earning
    at: At
    most: Fraction
    least: Fraction | None = ZERO

    @property
    def reader(self) -> Reader:
        """Reads measures for the unit."""
        return Reader(self.counter, self.unit, self.known)

    def leaves(self) -> tuple[Draft, ...]:
        """The leaves of the way that the earning states."""
        earning = self.earning
        if earning.done is not None:
            return tuple(self._done(earning.done))
        if earning.bands is not None:
            return tuple(self._bands(earning.bands))
        if earning.ratio is not None:
            return tuple(self._ratio(earning.ratio))
        if earning.rank is not None:
            return tuple(self._rank(earning.rank))
        return tuple(self._changes())

    # one value, or one for each piece of time, each worth the same share

    def _pieces(self, measure: Measure) -> Iterator[tuple[Value, Fraction, str]]:
        """The values of a measure, each with what it is worth and the id of its leaf."""
        values = self.reader.read(measure)
        for index, value in enumerate(values, 1):
            yield value, self.most / len(values), f"{self.earning.id}/{index}"

    def _done(self, way: Done) -> Iterator[Draft]:
        if way.every:
            yield from self._every(way)
            return
        for value, worth, identity in self._pieces(way):
            if value.number is None:
                yield self._unknown(identity, value, worth)
                continue
            figures = _reached(way, value, worth)
            yield self._leaf(identity, say("way.done", value=value.note), value, figures)

    def _every(self, way: Done) -> Iterator[Draft]:
        """One leaf for all pieces of time: lost with the first that is, open while one is."""
        values, identity = self.reader.read(way), f"{self.earning.id}/1"
        unknown = [value for value in values if value.number is None]
        found = [_reached(way, value, self.most) for value in values if value.number is not None]
        if not values:
            return
        pieces = tuple(say("way.piece", name=each.name, note=each.note) for each in values)
        note = say("way.pieces", pieces=pieces)
        at = tuple(place for each in values for place in each.at)
        whole = Value(values[0].number, note, at, all(each.final for each in values))
        lost = next((each for each in found if each.lost), None)
        if unknown and lost is None:
            yield self._unknown(identity, unknown[0], self.most)
            return
        still_open = next((each for each in found if each.open), found[0])
        yield self._leaf(identity, say("way.done", value=note), whole, lost or still_open)

    def _bands(self, way: Bands) -> Iterator[Draft]:
        values = [*self._pieces(way)]
        for value, worth, identity in values:
            band = next(
                (
                    each
                    for each in way.table
                    if value.number is not None and each.holds(value.number)
                ),
                None,
            )
            if value.number is None:
                yield self._unknown(identity, value, worth)
            elif band is None:
                outside = replace(value, note=say("way.no-band", value=value.note))
                yield self._unknown(identity, outside, worth)
            elif not value.final:
                yield self._leaf(identity, value.note, value, Figures(worth, ZERO, ZERO, worth))
            else:
                earned = self._within(band.points, len(values))
                note = say("way.band", value=value.number, points=band.points)
                yield self._leaf(
                    identity, note, value, Figures(worth, earned, worth - earned, ZERO)
                )

    def _within(self, points: Fraction, pieces: int) -> Fraction:
        """One of so many pieces' share of points, no more and no less than the item may come to."""
        kept = points if self.least is None else max(points, self.least)
        return min(kept, self.most) / pieces

    def _ratio(self, way: Ratio) -> Iterator[Draft]:
        for value, worth, identity in self._pieces(way):
            asked = self._asked(way, value)
            unknown = value if value.number is None else asked
            if value.number is None or not asked.number:
                yield self._unknown(identity, unknown, worth)
                continue
            target = asked.number
            earned = worth * min(max(value.number / target, ZERO), Fraction(1))
            rest = worth - earned
            lost, still_open = (rest, ZERO) if value.final else (ZERO, rest)
            note = say("way.ratio", value=value.number, target=target)
            yield self._leaf(identity, note, value, Figures(worth, earned, lost, still_open))

    def _asked(self, way: Ratio, value: Value) -> Value:
        """What earns full points: a number, or an entered figure, of the unit or of everybody."""
        if way.target_figure is None:
            return Value(way.target, say("nothing"), (), final=True)
        stretch = value.stretch or self.unit.stretch(self.counter.view)
        return self.reader.figure(way.target_figure, stretch, value.name, of_all=True)

    def _rank(self, way: Ranked) -> Iterator[Draft]:
        pieces = [*self._pieces(way)]
        for value, worth, identity in pieces:
            among = self.ranks.field(way, value.name, self.earning.id)
            if among.numbers is None or value.number is None:
                yield self._unknown(identity, value, worth)
                continue
            if not among.final:
                figures = Figures(worth, ZERO, ZERO, worth)
                yield self._leaf(identity, value.note, value, figures)
                continue
            place = among.place(way, value.number)
            points = way.table[place - 1] if place <= len(way.table) else ZERO
            if way.each_place is not None:
                points = self.most - way.each_place * (place - 1)
            earned = self._within(max(points, ZERO), len(pieces))
            note = say("way.rank", place=place, among=len(among.numbers), value=value.number)
            yield self._leaf(identity, note, value, Figures(worth, earned, worth - earned, ZERO))

    # points added, and points taken away

    def _changes(self) -> Iterator[Draft]:
        added, taken = [*self._added()], [*self._taken()]
        unknown = [leaf for leaf in (*added, *taken) if leaf.state is State.NO_DATA]
        if unknown:
            yield from (replace(leaf, figures=Figures()) for leaf in unknown[1:])
            yield replace(unknown[0], figures=Figures(self.most, ZERO, ZERO, self.most))
            return
        leaves: list[Draft] = []
        if self.earning.adds:
            leaves += [*added, *self._rest(added)]
        elif self.most:
            full = Figures(self.most, self.most, ZERO, ZERO)
            leaves.append(self._plain("full", say("way.full"), full, State.EARNED))
        leaves += taken
        yield from leaves
        yield from self._held(leaves)

    def _added(self) -> Iterator[Draft]:
        for index, change in enumerate(self.earning.adds, 1):
            identity = f"{self.earning.id}/add-{index}"
            if change.awards:
                amount, value = awarded(self.counter, self.unit, change)
                yield self._given(identity, change, value, amount)
                continue
            values = self.reader.read(change)
            missing = next((each for each in values if each.number is None), None)
            if missing is not None:
                yield self._unknown(identity, missing, ZERO)
                continue
            amount = sum((_worth(change, each) for each in values), ZERO)
            yield self._given(identity, change, values[-1] if values else None, amount, values)

    def _given(
        self,
        identity: str,
        change: Addition,
        value: Value | None,
        amount: Fraction,
        values: Sequence[Value] = (),
    ) -> Draft:
        amount = amount if change.at_most is None else min(amount, change.at_most)
        at = tuple(place for each in values for place in each.at) or (value.at if value else ())
        note = say("way.change", what=change.title, value=value.note if value else say("nothing"))
        figures = Figures(amount, amount, ZERO, ZERO)
        return Draft(
            identity,
            note,
            NodeKind.MEASURE,
            state=State.EARNED,
            reason=note,
            at=at,
            figures=figures,
        )

    def _rest(self, added: Sequence[Draft]) -> Iterator[Draft]:
        """What is missing from the full points, open until the time is over; or what is too much."""
        total = sum((leaf.figures.earned for leaf in added if leaf.figures), ZERO)
        rest = self.most - total
        if rest < 0:
            figures = Figures(rest, rest, ZERO, ZERO)
            yield self._plain("cap", say("way.cap", most=self.most), figures, State.EARNED)
        elif rest > 0:
            over = self.counter.view.as_of > self.unit.stretch(self.counter.view).days.end
            figures = Figures(rest, ZERO, rest if over else ZERO, ZERO if over else rest)
            state = State.MISSING if over else State.NOT_YET_DUE
            yield self._plain("rest", say("way.rest"), figures, state)

    def _taken(self) -> Iterator[Draft]:
        for index, change in enumerate(self.earning.deducts, 1):
            values = self.reader.read(change)
            missing = next((each for each in values if each.number is None), None)
            identity = f"{self.earning.id}/deduct-{index}"
            if missing is not None:
                yield self._unknown(identity, missing, ZERO)
                continue
            lost = sum((_worth(change, v) for v in values if _sure(change, v)), ZERO)
            still_open = sum((_worth(change, v) for v in values if not _sure(change, v)), ZERO)
            if change.at_most is not None:
                lost = min(lost, change.at_most)
                still_open = min(still_open, change.at_most - lost)
            taken = lost + still_open
            state = State.EARNED
            if taken:
                state = State.DEDUCTED if lost else State.NOT_YET_DUE
            note = say("way.change", what=change.title, value=_said(change, values))
            yield Draft(
                identity,
                note,
                NodeKind.MEASURE,
                state=state,
                reason=say("way.deducted", points=taken) if taken else say("way.nothing-deducted"),
                at=tuple(place for each in values for place in each.at),
                figures=Figures(ZERO, -taken, lost, still_open),
            )

    def _held(self, leaves: Sequence[Draft]) -> Iterator[Draft]:
        """What the floor gives back where more is taken than there was (扣完为止)."""
        floor = self.least
        figures = [leaf.figures for leaf in leaves if leaf.figures]
        earned = sum((each.earned for each in figures), ZERO)
        lost = sum((each.lost for each in figures), ZERO)
        if floor is None or earned >= floor:
            return
        back = given_back(floor, self.most, earned, lost)
        yield self._plain("floor", say("way.floor", least=floor), back, State.EARNED)

    def _plain(self, key: str, title: Message, figures: Figures, state: State) -> Draft:
        return Draft(
            f"{self.earning.id}/{key}",
            title,
            NodeKind.MEASURE,
            state=state,
            reason=title,
            at=(self.at,),
            figures=figures,
        )

    def _leaf(self, identity: str, note: Message, value: Value, figures: Figures) -> Draft:
        state = State.EARNED
        if figures.earned < figures.maximum:
            state = State.NOT_YET_DUE if figures.open else State.SHORT
        title = say("way.piece", name=value.name, note=value.note) if value.name else value.note
        return Draft(
            identity,
            title,
            NodeKind.MEASURE,
            state=state,
            reason=note,
            at=value.at,
            term=value.stretch.term if value.stretch else None,
            figures=figures,
        )

    def _unknown(self, identity: str, value: Value, worth: Fraction) -> Draft:
        return Draft(
            identity,
            value.note,
            NodeKind.MEASURE,
            state=State.NO_DATA,
            reason=value.note,
            at=value.at,
            term=value.stretch.term if value.stretch else None,
            figures=Figures(worth, ZERO, ZERO, worth),
        )


def _reached(way: Done, value: Value, worth: Fraction) -> Figures:
    """All of what a value is worth, none of it, or open while it may still be reached or exceeded."""
    if value.number is None:
        return Figures(worth, ZERO, ZERO, worth)
    short, over = way.too_few(value.number), way.too_many(value.number)
    if over or (short and value.final):
        return Figures(worth, ZERO, worth, ZERO)
    if short or (way.ceiling and not value.final):
        return Figures(worth, ZERO, ZERO, worth)
    return Figures(worth, worth, ZERO, ZERO)


def _units(change: Change, value: Value) -> Fraction:
    """How many steps of a number a change is for: all of it, what is missing, or what exceeds."""
    found = value.number or ZERO
    bound = change.bound
    if bound is not None:
        found = bound - found if change.below is not None else found - bound
    if change.once:
        return Fraction(found > 0)
    steps = max(found, ZERO) / change.step
    return Fraction(ceil(steps) if change.round_up else floor(steps))


def _worth(change: Change, value: Value) -> Fraction:
    """The points that a change is worth in one piece of time."""
    points = _units(change, value) * (change.each or ZERO)
    return points if change.at_most_each is None else min(points, change.at_most_each)


def _sure(change: Change, value: Value) -> bool:
    """Whether what a change takes is lost for good: a shortfall may be made up until it is over."""
    return value.final or change.below is None


def _said(change: Change, values: Sequence[Value]) -> Message:
    """The values and what they are held against; of several only those that matter, if any do."""
    if len(values) == 1:
        return _beside(change, values[0])
    shown = [each for each in values if _units(change, each)] or values
    pieces = tuple(say("way.piece", name=v.name, note=_beside(change, v)) for v in shown)
    return say("way.pieces", pieces=pieces)


def _beside(change: Change, value: Value) -> Message:
    stated = change.below if change.below is not None else change.above
    if stated is None:
        return value.note
    key = "way.below" if change.below is not None else "way.above"
    percent = " %" if isinstance(stated, Percent) else ""
    return say(key, value=value.note, bound=f"{plain(number(stated))}{percent}")
