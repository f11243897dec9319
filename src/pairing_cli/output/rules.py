"""The rule book → a list, and a page for each code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.diagnostics import Severity
from pairing_cli.output.screen import Screen, styled, table


@dataclass(frozen=True, slots=True)
class Example:
    """Files that pass or fail a rule: names and texts, and where it is found."""

    files: tuple[tuple[str, str], ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePage:
    """A code, its severity, what it guards, why, what it says, and examples."""

    code: str
    name: str
    severity: Severity
    truth: str
    why: str
    passing: Example | None = None
    failing: Example | None = None


def as_list(pages: Sequence[RulePage], screen: Screen) -> str:
    """Every code with its truth."""
    rows = table(
        (screen.say("head.code"), "left"),
        (screen.say("head.severity"), "left"),
        (screen.say("head.truth"), "wide"),
    )
    for page in pages:
        rows.add_row(page.code, screen.say(f"severity.{page.severity}"), page.truth)
    return screen.render(rows, Text(""), styled(screen.say("rules.next"), "dim"))


def as_page(page: RulePage, screen: Screen) -> str:
    """One code: what it guards, why, and an example of each."""
    parts: list[RenderableType] = [
        styled(f"{page.code} {page.name} ({screen.say(f'severity.{page.severity}')})", "bold"),
        Text(""),
        Text(page.truth),
    ]
    if page.why:
        parts += [Text(""), Text(page.why)]
    for key, example in (("rules.passes", page.passing), ("rules.fails", page.failing)):
        if example is not None:
            parts += [Text(""), styled(screen.say(key, places=example.places), "bold")]
            for name, text in example.files:
                parts += [styled(f"  {name}", "dim"), Text(_indented(text), no_wrap=True)]
    return screen.render(*parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n"))
