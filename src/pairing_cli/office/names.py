"""Names that every system and Excel can hold: of files, of sheets."""

from __future__ import annotations

import re

TITLE = 31
"""Characters of a sheet's name."""

_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_UNSAFE = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f]+|\.+$|^\.+|\s+")


def safe(name: str, most: int = 150) -> str:
    """A name without what some system cannot have in file names, and not too long for any."""
    plain = _UNSAFE.sub("_", name)
    while len(plain.encode()) > most:
        plain = plain[:-1]
    return plain or "_"


def sheet_name(wanted: str, others: list[str]) -> str:
    """A sheet's name: without what Excel refuses, short enough, and not that of another sheet."""
    plain = _NOT_IN_TITLE.sub(" ", wanted).strip("' \n")[:TITLE].strip("' ") or "Sheet"
    taken = {each.casefold() for each in (*others, "history")}
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        mark = f" ({number})"
        name = plain[: TITLE - len(mark)] + mark
    return name
