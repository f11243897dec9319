"""A text as a YAML scalar: plain where that reads back as the same text, else in quotes.

The loader keeps every scalar as the text it is, but refuses plain ones that look like a slip of typing
(``kind:送课``, ``date：…``); those are quoted too.
"""

from __future__ import annotations

import re

from pairing_cli.load.quick import EMPTY
from pairing_cli.load.slips import odd_start, without_blank

_UNFIT_START = re.compile(r"[,\[\]{}#&*!|>'\"%@`?:]|-(?:[\s,\[\]{}]|$)|---|\.\.\.|<<|=$")
_UNFIT = re.compile(
    r": |:$| #|^[A-Za-z_]\w*：|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_UNFIT_IN_FLOW = re.compile(r"[,\[\]{}?:]")
_NOT_PRINTED = re.compile(
    '[\x00-\x08\x0b-\x1f\x7f-\x9f"\\\\\u00a0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\n\t]'
)
_LOOKS_TYPED = re.compile(
    r"[-+]?(?:0[xo]?[0-9a-fA-F_]*|[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|nan)|[0-9]+(?::[0-9]{1,2})+"
    r"|true|false|yes|no|on|off|null|y|n",
    re.IGNORECASE,
)
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def scalar(
    value: str | None, *, flow: bool = False, text_only: bool = False, style: str = ""
) -> str:
    """A value on one line.

    Args:
        value: The text; None is written as nothing in a block and as ``null`` in a flow.
        flow: Whether it stands between brackets or braces.
        text_only: Whether the field holds texts, so that ``1`` and ``no`` are put in quotes.
        style: The quotes that are there already and are kept; nothing for none.
    """
    if value is None:
        return "null"
    if not style and _fits_plain(value, flow=flow) and not (text_only and looks_typed(value)):
        return value
    if style == "'" or (not style and '"' in value):
        return _single(value)
    return _double(value)


def looks_typed(value: str) -> bool:
    """Whether other readers of YAML would take a plain text for a number or a truth value."""
    return _LOOKS_TYPED.fullmatch(value) is not None


def _fits_plain(value: str, *, flow: bool) -> bool:
    refused = (
        value in EMPTY
        or value != value.strip()
        or _UNFIT_START.match(value)
        or _UNFIT.search(value)
        or (flow and _UNFIT_IN_FLOW.search(value))
        or without_blank(value) is not None
        or odd_start(value) is not None
    )
    return not refused


def _single(value: str) -> str:
    if _NOT_PRINTED.search(value.replace('"', "").replace("\\", "")):
        return _double(value)
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    return '"' + _NOT_PRINTED.sub(_escape, value) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def block(value: str, indent: int) -> list[str] | None:
    """A text of several lines as ``|``: its header, and its lines; None where only quotes can hold it."""
    lines = value.split("\n")
    fit = len(lines) > 1 and value.strip() and not _UNFIT_IN_BLOCK.search(value)
    if not fit:
        return None
    ending = len(value) - len(value.rstrip("\n"))
    chomp = "-" if ending == 0 else "" if ending == 1 else "+"
    hint = "2" if value[0] in " \n" else ""
    body = lines if ending == 0 else lines[:-1]
    return [f"|{hint}{chomp}", *(" " * indent + line if line else "" for line in body)]


_UNFIT_IN_BLOCK = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|[ \u3000]\n| $"
)
