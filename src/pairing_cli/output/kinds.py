"""The kinds of report → a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pairing_cli.output.screen import Screen, table


class Listed(NamedTuple):
    """A kind: for whom it is made, the records it needs, its formats, and whether these are there."""

    id: str
    made_for: str
    needs: str
    formats: tuple[str, ...]
    there: bool | None = None


def as_list(kinds: Sequence[Listed], screen: Screen) -> str:
    """Every kind with its title; of a programme also whether it can be made."""
    told = any(kind.there is not None for kind in kinds)
    heads = ["kind", "title", "for", "needs", "formats", *(["there"] if told else [])]
    rows = table(*((screen.say(f"head.{name}"), "left") for name in heads))
    for kind in kinds:
        cells = [
            kind.id,
            screen.say(f"report.{kind.id}"),
            screen.say(f"made-for.{kind.made_for}"),
            kind.needs,
            ", ".join(kind.formats),
        ]
        cells += [screen.say(f"there.{'yes' if kind.there else 'no'}")] if told else []
        rows.add_row(*cells)
    return screen.render(rows)
