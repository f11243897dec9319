"""Numbers of official texts as they are printed, and the blanks of those that nobody knows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.repository import Entry
from pairing_cli.model.stated import Stated
from pairing_cli.model.targets import Amount
from pairing_cli.model.texts import OfficialText, TextNumber, pieces
from pairing_cli.report.chinese import BLANK, between, counting, in_ten_thousands, listed
from pairing_cli.report.material import Material


def written(number: TextNumber | None, stated: Stated) -> str:
    """A number as the text wants it written; a blank where it is not known."""
    if stated.names:
        return listed(stated.names, more=stated.more)
    if stated.number is None:
        return BLANK
    least = _amount(number, stated.number)
    if stated.most is not None:
        least = between(least, _amount(number, stated.most))
    return f"{least}%" if stated.percent else least


def _amount(number: TextNumber | None, value: Amount) -> str:
    exact = Fraction(value)
    if number is not None and number.ten_thousands:
        return in_ten_thousands(exact)
    if number is not None and number.written == "chinese" and exact.denominator == 1:
        return counting(exact.numerator)
    found = plain(exact)
    return rounded(exact) if "/" in found else found


class Filled:
    """Fills the braces of a text, and remembers what was not known."""

    def __init__(
        self, material: Material, entry: Entry[OfficialText], whom: str, words: dict[str, str]
    ) -> None:
        """Fill for a document: of whom it is, and the words of its form."""
        self._material, self._entry, self._whom, self._words = material, entry, whom, words
        self._numbers = {number.id: number for number in entry.record.numbers}
        self.unknown: list[dict[str, Any]] = []

    def fill(self, source: str) -> str:
        """A text with its numbers and words; what nothing stands for is left blank too."""
        return "".join(
            before + (self._value(name) if name is not None else "")
            for before, name in pieces(source)
        )

    def _value(self, name: str) -> str:
        if name in self._words:
            found = self._words[name]
            return found or self._blank(name, say("unknown.no-data"))
        stated = self._material.told.get((self._entry.key, self._whom, name))
        if stated is None or not stated.known:
            why = say("unknown.no-data") if stated is None or not stated.why else stated.why
            return self._blank(name, why)
        return written(self._numbers.get(name), stated)

    def miss(self, name: str) -> None:
        """Remember that a field of the text itself was left empty."""
        self._blank(name, say("unknown.no-data"))

    def _blank(self, name: str, why: Message) -> str:
        numbers = [number.id for number in self._entry.record.numbers]
        route = ("numbers", numbers.index(name)) if name in numbers else ("text",)
        place = self._material.place(self._entry.place(*route))
        found = {"name": name, "why": why, "at": place}
        if found not in self.unknown:
            self.unknown.append(found)
        return BLANK
