"""From figures to lengths and shades."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from pairing_cli.model.figures import rounded

SHADES = 5
"""Shades that a figure may have, beside none."""


FILLS = ("FFFFFF", "E3EFFA", "C6DEF4", "A4CAEC", "82B5E3", "61A0D9")
"""The shades, as Word and Excel write colours; dark text is read on all of them."""

BAR, EMPTY, CELLS = "2A6DB5", "E6EAEE", 10
"""The colours of a bar that is drawn as table cells, and of how many cells it is."""


def percent(part: Fraction | int, whole: Fraction | int = 1) -> str:
    """How long a bar is, from 0 to 100, with two decimals; 0 of nothing."""
    if not whole:
        return "0.00"
    return rounded(min(max(Fraction(part) / Fraction(whole), Fraction(0)), Fraction(1)) * 100)


def shade(part: Fraction | int, whole: Fraction | int) -> int:
    """Which shade a figure has: 0 for nothing, `SHADES` for the most, in even steps between."""
    if part <= 0 or whole <= 0:
        return 0
    steps = Fraction(part) / Fraction(whole) * SHADES
    return min(-(-steps.numerator // steps.denominator), SHADES)


def top(values: Iterable[Fraction]) -> str:
    """Where an axis ends on which all of these have room: the next whole number, at least 1."""
    most = max(values, default=Fraction(1))
    return str(max(-(-most.numerator // most.denominator), 1))


def cells(share: str) -> list[str]:
    """The colours of a bar's cells, for a length from 0 to 100: those that it fills to their end."""
    full = Fraction(share or "0") * CELLS // 100
    return [BAR if number < full else EMPTY for number in range(CELLS)]
