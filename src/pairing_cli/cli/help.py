"""The help of commands, in the language of the help, wrapped to the width of the screen.

The library's own help is English around our words, and cuts long Chinese texts off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from pairing_cli.cli.language import HELP, help_text
from pairing_cli.cli.session import Settings
from pairing_cli.messages import word
from pairing_cli.output.screen import Hanging

WIDEST = 32
"""Columns for the names of options at most; what is wider gets a line of its own."""


def help_of(command: Any, context: Any) -> str:
    """The help of a command or of the group: usage, what it does, arguments, options, commands."""
    params = command.get_params(context)
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    commands = list(getattr(command, "commands", {}).items())
    shown = [param.metavar for param in arguments]
    shown += [word("metavar.command", HELP)] if commands else []
    usage = word("help.usage", HELP, command=context.command_path, arguments=" ".join(shown))
    parts: list[RenderableType] = [Text(usage), Text(""), Padding(Text(command.help), (0, 0, 0, 2))]
    parts += _section("panel.arguments", ((param.metavar, param.help) for param in arguments))
    parts += _section("panel.options", ((_names(param), _text(param)) for param in options))
    parts += _section("panel.commands", ((name, inner.help) for name, inner in commands))
    return Settings().screen(HELP).render(*parts).rstrip("\n")


def _section(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    """A titled list of two columns; nothing where the list is empty."""
    listed = list(rows)
    if not listed:
        return
    yield Text("")
    yield Text(help_text(title), style="bold")
    width = max(min(cell_len(name), WIDEST) for name, _ in listed)
    for name, text in listed:
        room = " " * (width - cell_len(name) + 2)
        if cell_len(name) > width:
            yield Text(f"  {name}")
        lead = f"  {name}{room}" if cell_len(name) <= width else " " * (width + 4)
        yield Hanging(lead, " " * (width + 4), Text(text))


def _names(option: Any) -> str:
    short_first = sorted(option.opts, key=len)
    return f"{', '.join(short_first)} {option.metavar or ''}".rstrip()


def _text(option: Any) -> str:
    default = option.default.value if isinstance(option.default, Enum) else option.default
    if option.is_flag or default is None:
        return str(option.help)
    return str(option.help) + word("help.default", HELP, value=str(default))
