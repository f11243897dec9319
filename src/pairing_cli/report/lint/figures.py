"""Every figure that is measured: the clause of GB/T 9704-2012 that states it, and how much it binds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, Value, say
from pairing_cli.model.official import Strength
from pairing_cli.report.standard import TYPE_SIZES

_REQUIRED, _USUAL = Strength.REQUIRED, Strength.USUAL
_RECOMMENDED, _PRACTICE = Strength.RECOMMENDED, Strength.PRACTICE

FIGURES: Mapping[str, tuple[str, Strength]] = {
    "paper": ("5.1", _REQUIRED),
    "margin-top": ("5.2.1", _REQUIRED),
    "margin-left": ("5.2.1", _REQUIRED),
    "type-width": ("5.2.1", _REQUIRED),
    "type-height": ("5.2.1", _REQUIRED),
    "table-width": ("5.2.1", _REQUIRED),
    "body-size": ("5.2.2", _USUAL),
    "body-face": ("5.2.2", _USUAL),
    "lines": ("5.2.3", _USUAL),
    "characters": ("5.2.3", _USUAL),
    "colour": ("5.2.4", _USUAL),
    "mark-face": ("7.2.4", _RECOMMENDED),
    "number-form": ("7.2.5", _REQUIRED),
    "title-size": ("7.3.1", _USUAL),
    "title-face": ("7.3.1", _USUAL),
    "title-align": ("7.3.1", _USUAL),
    "below-title": ("7.3.2", _REQUIRED),
    "addressee-left": ("7.3.2", _REQUIRED),
    "addressee-colon": ("7.3.2", _REQUIRED),
    "first-line": ("7.3.3", _REQUIRED),
    "level-form": ("7.3.3", _USUAL),
    "level1-face": ("7.3.3", _USUAL),
    "level2-face": ("7.3.3", _USUAL),
    "level3-face": ("7.3.3", _USUAL),
    "level4-face": ("7.3.3", _USUAL),
    "level-size": ("5.2.2", _USUAL),
    "attachments-blank": ("7.3.4", _REQUIRED),
    "attachments-left": ("7.3.4", _REQUIRED),
    "attachments-colon": ("7.3.4", _REQUIRED),
    "attachments-end": ("7.3.4", _REQUIRED),
    "date-right": ("7.3.5", _USUAL),
    "date-form": ("7.3.5.4", _REQUIRED),
    "annex-page": ("7.3.7", _REQUIRED),
    "annex-label-face": ("7.3.7", _REQUIRED),
    "annex-label-size": ("7.3.7", _REQUIRED),
    "annex-label-left": ("7.3.7", _REQUIRED),
    "annex-title-line": ("7.3.7", _REQUIRED),
    "annex-title-align": ("7.3.7", _REQUIRED),
    "page-number": ("7.5", _USUAL),
    "page-number-size": ("7.5", _USUAL),
    "page-number-face": ("7.5", _USUAL),
    "page-number-dashes": ("7.5", _USUAL),
    "page-number-sides": ("7.5", _USUAL),
    "page-number-odd": ("7.5", _USUAL),
    "page-number-even": ("7.5", _USUAL),
    "page-number-height": ("7.5", _USUAL),
    "page-number-turned": ("8", _REQUIRED),
    "annex-label-form": ("", _PRACTICE),
    "bold": ("", _PRACTICE),
    "keep-next": ("", _PRACTICE),
    "east-asian": ("", _PRACTICE),
}
"""By the name that the catalogue words as ``official.<name>``."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that is not as it should be, at one place."""

    figure: str
    at: Message
    measured: Value
    wanted: Value


def same(value: Fraction, wanted: Fraction | int, tolerance: Fraction | int) -> bool:
    """Whether a measure is what is wanted, as exactly as that can be asked."""
    return abs(value - wanted) <= tolerance


def mm(value: Fraction | int) -> Message:
    """A length, to a tenth of a mm."""
    return say("official.mm", number=_tenths(Fraction(value)))


def count(value: Fraction | int) -> Message:
    """A number of characters, to a tenth."""
    return say("official.count", number=_tenths(Fraction(value)))


def type_size(points: Fraction) -> Message:
    """A size of type, by its Chinese name where it has one."""
    name = TYPE_SIZES.get(points)
    if name is None:
        return say("official.points", points=_tenths(points))
    return say("official.size", name=name, points=_tenths(points))


def face_name(font: str) -> Value:
    """A font as the file names it; where it names none, that it does not."""
    return font or say("official.no-font")


def _tenths(value: Fraction) -> str:
    tenths = round(value * 10)
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f'.{rest}' if rest else ''}"
