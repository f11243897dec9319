"""Slips as plain data, to be handed from one process to another, and back."""

from __future__ import annotations

from typing import Any

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.forms import Slip


def as_plain(slips: list[Slip]) -> list[dict[str, Any]]:
    """Slips as plain data, to be handed from one process to another."""
    return [
        {
            **{name: getattr(each, name) for name in ("code", "line", "column", "width", "source")},
            "message": _plain(each.message),
            "place": _plain(each.place),
        }
        for each in slips
    ]


def from_plain(data: list[dict[str, Any]]) -> list[Slip]:
    """The slips of plain data."""
    return [
        Slip(**{**each, "message": _message(each["message"]), "place": _message(each["place"])})
        for each in data
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {"key": value.key, "facts": {k: _plain(v) for k, v in value.facts.items()}}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _message(value: Any) -> Any:
    if isinstance(value, dict):
        return say(str(value["key"]), **{k: _message(v) for k, v in value["facts"].items()})
    return tuple(_message(each) for each in value) if isinstance(value, list) else value
