"""What an office template may not hold: it is looked through before any library opens it.

Templates are for looks. One that brings macros, links to other files, embedded objects, fields that
fetch, formulas that call out, or that unpacks into more than a template needs, is refused by the name
of the part that does.
"""

from __future__ import annotations

from pairing_cli.office import guard, limits, policy
from pairing_cli.office.policy import Policy, Unsafe

UNPACKED = 16 * limits.MIB
"""Size in bytes of all that a Word or Excel template unpacks to."""

ELEMENTS = 200_000
"""XML elements in one part."""

TEMPLATE = Policy(
    packed=UNPACKED,
    entries=limits.ENTRIES,
    unpacked=UNPACKED,
    ratio=0,
    part=UNPACKED,
    word_part=UNPACKED,
    elements=ELEMENTS,
    word_elements=ELEMENTS,
    rows=ELEMENTS,
    cells=ELEMENTS,
    merged=limits.MERGED,
    span=limits.SPAN,
    codes=True,
)
"""What a template may hold: nothing but sheets, texts and pictures."""

_SAID = {
    "binary": "active",
    "controls": "active",
    "large": "unpacks",
    "entries": "unpacks",
    "part": "unpacks",
    "locked": "entry",
    "packing": "entry",
    "rows": "elements",
    "cells": "elements",
}
"""Reasons that are told of templates in the words of another one."""


def look_through(data: bytes) -> None:
    """Refuse a template that holds what none may; Unsafe or BadZipFile."""
    try:
        guard.look_through(data, TEMPLATE)
    except Unsafe as unsafe:
        reason = _SAID.get(unsafe.reason, unsafe.reason)
        part = policy.mebibytes(UNPACKED) if reason == "unpacks" else unsafe.part
        raise Unsafe(reason, part) from unsafe
