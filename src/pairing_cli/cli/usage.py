"""Mistakes in a command, which the library states in English, as messages of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from pairing_cli.model.diagnostics import Message, say

_EXTRA = re.compile(r"extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_COMMAND = re.compile(r"No such command '([^']*)'")
_CHOICE = re.compile(r"(?:^|.*, )'(.*)' is not one of (.*?)\.?$", re.DOTALL)


def wrong_usage(error: Any) -> Message:
    """What is wrong with a command, and where its usage is shown."""
    context = getattr(error, "ctx", None)
    why = _WORDINGS.get(type(error).__name__, _other)(error)
    return say("refuse.usage", why=why, command=getattr(context, "command_path", "pairing"))


def _no_option(error: Any) -> Message:
    near = get_close_matches(error.option_name, list(error.possibilities or ()), n=1, cutoff=0)
    return say("usage.no-option", name=error.option_name, hint=_hint(near))


def _hint(near: list[str]) -> Message:
    return say("usage.perhaps", name=near[0]) if near else say("nothing")


def _option_use(error: Any) -> Message:
    needs = "requires" in error.message
    return say("usage.needs-value" if needs else "usage.takes-no-value", name=error.option_name)


def _missing(error: Any) -> Message:
    return say("usage.missing", name=_parameter(error))


def _bad_value(error: Any) -> Message:
    choice = _CHOICE.match(error.message)
    if choice is not None:
        choices = tuple(re.findall("'([^']*)'", choice[2]))
        return say("usage.choice", name=_parameter(error), value=choice[1], choices=choices)
    if "is a directory" in error.message:
        return say("usage.folder", name=_parameter(error))
    if "is a file" in error.message:
        return say("usage.file", name=_parameter(error))
    return say("usage.value", name=_parameter(error), why=error.message)


def _parameter(error: Any) -> str:
    param = error.param
    if param is None:
        return ""
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


def _other(error: Any) -> Message:
    message = error.format_message()
    extra = _EXTRA.search(message)
    if extra is not None:
        return say("usage.extra", arguments=extra[1])
    command = _COMMAND.search(message)
    if command is not None:
        known = list(getattr(error.ctx.command, "commands", {}))
        return say("usage.no-command", name=command[1], hint=_hint(_near(command[1], known)))
    return say("usage.other", why=message)


def _near(name: str, known: list[str]) -> list[str]:
    return get_close_matches(name, known, n=1, cutoff=0.6)


_WORDINGS: dict[str, Callable[[Any], Message]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _option_use,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
"""How each of the library's exceptions is put; their classes are private to it."""
