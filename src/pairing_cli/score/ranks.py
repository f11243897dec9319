"""What a rank compares: the values of all assessed units, read once for all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.model.ways import Ranked
from pairing_cli.score.reading import Known, Reader, Value
from pairing_cli.score.units import Assessed


@dataclass(frozen=True, slots=True)
class Field:
    """The values of all who are ranked, by key, and their numbers from the least on.

    ``numbers`` is None while somebody's is not known; ``final``: none of them can change.
    """

    values: Mapping[str, Value]
    numbers: Sequence[Fraction] | None = None
    final: bool = False

    def place(self, way: Ranked, number: Fraction) -> int:
        """The place of a number; equal numbers share it (1, 2, 2, 4)."""
        numbers = self.numbers or ()
        if way.best == "most":
            return 1 + len(numbers) - bisect_right(numbers, number)
        return 1 + bisect_left(numbers, number)


@dataclass(frozen=True)
class Ranks:
    """Everybody who is assessed, and what each has earned where a rank goes by it."""

    counter: Counter
    everybody: Sequence[Assessed]
    known: Known
    _known: dict[int, dict[str, Field]] = field(default_factory=dict)

    def field(self, way: Ranked, name: str, item: str) -> Field:
        """What a rank compares in one piece of time; nothing for one that goes by itself."""
        if id(way) not in self._known:
            self._known[id(way)] = {}
            self._known[id(way)] = self._read(way, item)
        return self._known[id(way)].get(name, Field({}))

    def _read(self, way: Ranked, item: str) -> dict[str, Field]:
        """The values of all who are asked for the item in the piece of time, by its name."""
        pieces: dict[str, dict[str, Value]] = {}
        for unit in (each for each in self.everybody if self.known.ranked(each, item)):
            for value in Reader(self.counter, unit, self.known).read(way):
                pieces.setdefault(value.name, {})[unit.key] = value
        return {name: _field(values) for name, values in pieces.items()}


def _field(values: Mapping[str, Value]) -> Field:
    numbers = [each.number for each in values.values() if each.number is not None]
    known = sorted(numbers) if len(numbers) == len(values) else None
    return Field(values, known, all(each.final for each in values.values()))
