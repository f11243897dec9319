"""What a text is made for: a language, a width, and whether colours are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from pairing_cli.messages import word
from pairing_cli.model.diagnostics import Message, Value
from pairing_cli.output.grid import Grid
from pairing_cli.output.sanitize import clean

NARROWEST = 8
"""The fewest columns that anything is made for: in less, a Chinese character has no place."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Language (``zh``, ``en``), width in columns, and colours."""

    language: str = "zh"
    width: int = 80
    color: bool = False

    def say(self, key: str, **facts: Value) -> str:
        """A message of the catalogue in this screen's language."""
        return word(key, self.language, **facts)

    def tell(self, value: Value) -> str:
        """A message, or plain text, cleaned."""
        if isinstance(value, Message):
            return clean(word(value.key, self.language, **value.facts))
        return clean(str(value))

    def render(self, *parts: RenderableType) -> str:
        """Things to print, as text of this width."""
        stream = StringIO()
        console = Console(
            file=stream,
            width=max(self.width, NARROWEST),
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            no_color=not self.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        for part in parts:
            console.print(part, crop=False)
        return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


@dataclass(frozen=True, slots=True)
class Hanging:
    """A text behind a lead; where it is too wide it goes on behind another lead."""

    lead: str
    below: str
    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Its lines."""
        width = options.max_width - max(cell_len(self.lead), cell_len(self.below))
        for number, line in enumerate(self.text.wrap(console, max(width, 1))):
            yield Text(self.below if number else self.lead).append_text(line)


def table(*columns: tuple[str, str], splits: bool = False) -> Grid:
    """A table of these columns, each a heading and how it is set: ``left``, ``right``, ``wide``."""
    return Grid(columns, splits)


def styled(text: str, style: str = "") -> Text:
    """A text in a style; never read as markup."""
    return Text(text, style=style)


__all__ = ["Screen", "cell_len", "styled", "table"]
