"""Departures from the official form → text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.diagnostics import Message, Value
from pairing_cli.model.official import Departure, Strength
from pairing_cli.output.sanitize import clean, shorten
from pairing_cli.output.screen import Hanging, Screen

MOST_PRINTED = 200
"""Departures of one file that are printed; the rest is counted in its summary."""

_STYLES = {Strength.REQUIRED: "bold red", Strength.USUAL: "yellow"}


def as_departures(file: str, found: Sequence[Departure], screen: Screen) -> str:
    """A line for each: where, what, how it is and should be, and the clause; then how many."""
    lines: list[RenderableType] = [_line(each, screen) for each in found[:MOST_PRINTED]]
    counts = Counter(each.strength for each in found)
    facts = {strength.value: counts[strength] for strength in Strength}
    key = "official.summary" if found else "official.conforms"
    style = "bold red" if counts[Strength.REQUIRED] else "green"
    summary = Text(screen.say(key, file=clean(file), **facts), style=style)
    return screen.render(*lines, summary)


def _line(found: Departure, screen: Screen) -> Hanging:
    strength = screen.say(f"strength.{found.strength}")
    text = Text(f"{strength}{f' {found.clause}' if found.clause else ''} ")
    text.stylize(_STYLES.get(found.strength, "cyan"))
    text.append(f"{_cleaned(found.at, screen)} ", style="")
    text.append(
        screen.say(
            "official.says",
            what=screen.say(f"official.{found.figure}"),
            measured=_cleaned(found.measured, screen),
            wanted=_cleaned(found.wanted, screen),
            strength=strength,
        )
    )
    if found.more:
        text.append(screen.say("official.more", number=found.more))
    return Hanging("", "  ", text)


def _cleaned(value: Value | Message, screen: Screen) -> str:
    return shorten(screen.tell(value), 80)
