"""The kinds of report → a list."""

from __future__ import annotations

from collections.abc import Sequence

from pairing_cli.output.screen import Screen, table


def as_list(kinds: Sequence[tuple[str, str, str, tuple[str, ...]]], screen: Screen) -> str:
    """Every kind with its title, for whom it is made, the records it needs, and its formats."""
    rows = table(
        (screen.say("head.kind"), "left"),
        (screen.say("head.title"), "left"),
        (screen.say("head.for"), "left"),
        (screen.say("head.needs"), "left"),
        (screen.say("head.formats"), "left"),
    )
    for identity, made_for, needs, formats in kinds:
        title = screen.say(f"report.{identity}")
        rows.add_row(identity, title, screen.say(f"made-for.{made_for}"), needs, ", ".join(formats))
    return screen.render(rows)
