"""The numbers that official texts state, reckoned as targets are: unknown ones stay unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.measure.persons import person_key
from pairing_cli.measure.pools import pool_of
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch, lines_of
from pairing_cli.model.diagnostics import say
from pairing_cli.model.log import Activity
from pairing_cli.model.readers import Percent
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable, Range
from pairing_cli.model.selections import Amount
from pairing_cli.model.stated import Stated, target_of
from pairing_cli.model.texts import TextNumber


@dataclass(frozen=True, slots=True)
class Teller:
    """Says what the numbers of texts come to: of the whole programme, or of one pairing."""

    counter: Counter
    lines: Mapping[str, QuotaLine]
    pairing: str | None = None
    mentorship: str | None = None

    @classmethod
    def of(cls, counter: Counter, table: QuotaTable) -> Teller:
        """A teller of the whole programme, given its table of targets."""
        return cls(counter, {line.id: line for top in table.lines for line in top.walk()})

    def about(self, pairing: str, mentorship: str | None = None) -> Teller:
        """The same for one pairing, or one teacher pair of it."""
        return replace(self, pairing=pairing, mentorship=mentorship)

    def tell(self, number: TextNumber) -> Stated:
        """What a number comes to on the counter's day."""
        if number.line is not None:
            return self._of_line(number, number.line)
        days = number.during or self.counter.view.programme.period
        if days.start > self.counter.view.as_of:
            return Stated(why=say("unknown.not-begun", day=days.start))
        stretch = Stretch(days, pairing=self.pairing, mentorship=self.mentorship)
        if number.figure is not None:
            return self._figure(number.figure, stretch)
        selector = self.counter.view.selector(number.of)
        if number.names is not None:
            return self._names(number, selector, stretch)
        assert number.count is not None
        counted = self.counter.count(number.count, selector, stretch)
        return _counted(number, counted.number, Stated(at=counted.at))

    def _of_line(self, number: TextNumber, name: str) -> Stated:
        """A number of a target. What is asked is what it states, for each of its scopes."""
        line = self.lines.get(name)
        return self._value(number, line) if line else Stated(why=say("unknown.no-line", line=name))

    def _value(self, number: TextNumber, line: QuotaLine) -> Stated:
        rest = Stated(at=line.counted or line.at)
        match number.value:
            case "asked":
                return self._asked(line)
            case "planned":
                return _range(line.planned, Stated(why=say("unknown.not-planned"), at=line.at))
            case "remaining":
                known = line.target is not None and line.verdict is not Judgement.NO_DATA
                return _or_no_data(rest, line.remaining if known else None)
            case "share":
                share = line.share.done if line.share else None
                return replace(_or_no_data(rest, share), percent=True)
            case _:
                unknown = line.verdict is Judgement.NO_DATA and not line.done
                return _or_no_data(rest, None) if unknown else _counted(number, line.done, rest)

    def _asked(self, line: QuotaLine) -> Stated:
        target = target_of(self.counter.view.repository, line.id)
        least, most = target.asked if target else (None, None)
        bound = least if least is not None else most
        if bound is None:
            return Stated(why=say("unknown.not-asked"), at=line.at)
        percent = isinstance(bound, Percent)
        wider = most if most is not None and most != bound else None
        return Stated(_amount(bound), _amount(wider), at=line.at, percent=percent)

    def _figure(self, name: str, stretch: Stretch) -> Stated:
        found = self.counter.view.repository.figures.find(name)
        if found is None:
            return Stated(why=say("pool.missing", figure=name))
        pool = pool_of(self.counter.view, found, stretch)
        return Stated(pool.size, why=None if pool.size is not None else pool.note, at=pool.at)

    def _names(self, number: TextNumber, selector: Selector, stretch: Stretch) -> Stated:
        found: dict[object, str] = {}
        held = [
            entry
            for entry in self.counter.selected(selector, stretch)
            if self.counter.held(entry).held is Held.HELD
        ]
        for entry in sorted(held, key=lambda each: (each.record.days, each.key)):
            for key, name in self._named(number.names or "", selector, stretch, entry):
                found.setdefault(key, name)
        names = tuple(name for name in found.values() if name)
        if not names:
            return Stated(why=say("unknown.nothing"))
        kept = names[: number.first] if number.first else names
        more = len(kept) < len(found)
        return Stated(names=kept, at=tuple(entry.at for entry in held), more=more)

    def _named(
        self, what: str, selector: Selector, stretch: Stretch, entry: Entry[Activity]
    ) -> Iterator[tuple[object, str]]:
        """Who is named by an activity, each with a key; those without a name have an empty one."""
        repository = self.counter.view.repository
        if what == "pairings":
            pairing = repository.pairings.find(entry.record.pairing)
            yield entry.record.pairing, repository.title_of(pairing.record) if pairing else ""
            return
        if what == "places":
            place = repository.organizations.get(entry.record.at or "")
            yield entry.record.at, place.title if place else entry.record.at or ""
            return
        for line in lines_of(selector, stretch, entry.record):
            if what == "people":
                name = line.name or ""
                yield (person_key(repository, line, name) if name else (entry.key, "")), name
            else:
                home = repository.organizations.find(line.from_)
                yield (home.key if home else line.from_), home.record.title if home else line.from_


def _counted(number: TextNumber, value: Amount, rest: Stated) -> Stated:
    """A count; where nothing counts, nothing is known, unless the text says that this means none."""
    if value or number.zero:
        return replace(rest, number=value)
    return replace(rest, why=say("unknown.nothing"))


def _or_no_data(rest: Stated, value: Amount | None) -> Stated:
    return replace(rest, number=value, why=say("unknown.no-data") if value is None else None)


def _range(found: Range | None, otherwise: Stated) -> Stated:
    if found is None:
        return otherwise
    most = found.most if found.most != found.least else None
    return replace(otherwise, number=found.least, most=most, why=None)


def _amount(bound: Amount | Percent | None) -> Amount | None:
    return bound.value if isinstance(bound, Percent) else bound
