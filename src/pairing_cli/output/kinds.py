"""The kinds of report → a list."""

from __future__ import annotations

from collections.abc import Sequence

from pairing_cli.output.screen import Screen, table


def as_list(kinds: Sequence[tuple[str, bool, str, Sequence[str]]], screen: Screen) -> str:
    """Every kind with its title, for whom it is made, the collection it needs, and its formats."""
    rows = table(
        (screen.say("head.kind"), "left"),
        (screen.say("head.title"), "left"),
        (screen.say("head.for"), "left"),
        (screen.say("head.needs"), "left"),
        (screen.say("head.formats"), "left"),
    )
    for identity, per_pairing, needs, formats in kinds:
        made_for = "scope.pairing" if per_pairing else "scope.programme"
        rows.add_row(
            identity,
            screen.say(f"report.{identity}"),
            screen.say(made_for),
            needs,
            " ".join(formats),
        )
    return screen.render(rows)
