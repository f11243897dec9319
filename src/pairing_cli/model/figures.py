"""Exact numbers as people write them. No floats: a tenth of a point is a tenth."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

PLACES = 2
"""Decimal places of points, where they are shown."""


def rounded(value: Fraction, places: int = PLACES) -> str:
    """A number with that many decimal places, rounded half up (away from zero)."""
    scale = 10**places
    scaled = abs(value) * scale
    whole, rest = divmod(
        (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), scale
    )
    sign = "-" if value < 0 and (whole or rest) else ""
    return f"{sign}{whole}.{rest:0{places}}" if places else f"{sign}{whole}"


def adds_up(parts: Iterable[Fraction], total: Fraction) -> bool:
    """Whether numbers that are rounded one by one still add up to their rounded total."""
    return sum((Fraction(rounded(part)) for part in parts), Fraction(0)) == Fraction(rounded(total))


def plain(value: Fraction) -> str:
    """A number as short as can be: 10, 2.5; as a fraction, 20/3, when its decimals never end."""
    if value.denominator == 1:
        return str(value.numerator)
    for places in range(1, 7):
        if (value * 10**places).denominator == 1:
            return rounded(value, places)
    return str(value)
