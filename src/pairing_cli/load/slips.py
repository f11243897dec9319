"""Slips of typing and merging that a text shows by itself, before or beside what a parser says.

A parser complains a line or more below: it is only there that nothing fits any longer. These are found
where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from operator import itemgetter

from pairing_cli.load import limits
from pairing_cli.load.trouble import Trouble, place_of, spot
from pairing_cli.model.base import reachable
from pairing_cli.model.collections import ROOT_MODELS
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.places import Span

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that look like a space and are none to YAML, for use in a character class."""

_CHARACTERS = {
    "\u00a0": "no-break",
    "\u200b": "zero-width",
    "\u3000": "wide",
    "\ufeff": "byte-order",
}
"""Characters that people know by a name."""

_NAME = "[A-Za-z_][A-Za-z0-9_]*+"
_LEAD = r"^[ \t]*+(?:-[ \t]++)*+\{?[ \t]*+"
"""Indentation, dashes, and the brace of a short form."""

_WIDE_COLON = re.compile(rf"{_LEAD}[\"']?({_NAME})[\"']?[ \t]*+(：)", re.MULTILINE)
_NO_BLANK = re.compile(rf"(?:{_LEAD}|[{{,][ \t]*+)({_NAME})(:)(?=[^\s/])", re.MULTILINE)
_ODD_AFTER = re.compile(rf"(?:{_LEAD}|[{{,][ \t]*+){_NAME}:[ \t]*+([{ODD}])", re.MULTILINE)
_ODD_BEFORE = re.compile(
    rf"^[ \t]*+(?:-[ \t]*+)*+([{ODD}])[ \t{ODD}]*+(?:-[ \t{ODD}]|{_NAME}[ \t]*+[:：])", re.MULTILINE
)
_NAME_AND_VALUE = re.compile(rf"({_NAME}):(?=[^\s/])")
_ODD_NAME = re.compile(rf"-?([{ODD}])")

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|$)", re.MULTILINE)


def named(character: str) -> Message | str:
    """What to call a character that cannot be seen."""
    code = f"U+{ord(character):04X}"
    name = _CHARACTERS.get(character) or ("blank" if character.isspace() else "")
    return say(f"character.{name}", code=code) if name else code


def conflict(text: str) -> Trouble | None:
    """The marks that git left in a text because two people changed the same lines."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    marks = list(islice(_CONFLICT.finditer(text), limits.TROUBLES))
    if not any(mark[0][0] in "<>" for mark in marks):
        return None
    first, *others = (text.count("\n", 0, mark.start()) + 1 for mark in marks)
    facts = {"others": tuple(others)}
    return Trouble("F025", spot(first, 1, 7), facts, "" if others else "one")


def slips(text: str) -> list[Trouble]:
    """Every slip of a text that is no good YAML, in order, up to a number.

    One who types a full-width colon, or copies blanks from a web page, does it more than once.
    """
    kinds = (_wide_colons(text), _no_blanks(text), _odd_after(text), _odd_before(text))
    found = [each for kind in kinds for each in islice(kind, limits.TROUBLES)]
    found.sort(key=itemgetter(0))
    return [trouble(spot(*place_of(text, offset))) for offset, trouble in found[: limits.TROUBLES]]


_Found = Iterator[tuple[int, Callable[[Span], Trouble]]]
"""Offsets, and the trouble that each is once its line is known."""


def _wide_colons(text: str) -> _Found:
    for found in _WIDE_COLON.finditer(text):
        facts = {"key": found[1]}
        yield found.start(2), partial(Trouble, "F018", facts=facts, variant="colon")


def _no_blanks(text: str) -> _Found:
    for found in _NO_BLANK.finditer(text):
        if found[1] in field_names():
            facts = {"key": found[1]}
            yield found.start(2), partial(Trouble, "F017", facts=facts, variant="no-blank")


def _odd_after(text: str) -> _Found:
    for found in _ODD_AFTER.finditer(text):
        facts = {"character": named(found[1])}
        yield found.start(1), partial(Trouble, "F026", facts=facts, variant="colon")


def _odd_before(text: str) -> _Found:
    for found in _ODD_BEFORE.finditer(text):
        yield found.start(1), partial(Trouble, "F026", facts={"character": named(found[1])})


def without_blank(scalar: str) -> str | None:
    """The name in a plain text that was to be a name and a value, but for a blank (kind:送课指导)."""
    found = _NAME_AND_VALUE.match(scalar)
    return found[1] if found and found[1] in field_names() else None


def odd_start(scalar: str) -> int | None:
    """Where in a name an odd blank stands that was to be indentation."""
    found = _ODD_NAME.match(scalar)
    return found.start(1) if found else None


@cache
def field_names() -> frozenset[str]:
    """The names of all fields of all records, and of the collections."""
    models = {model for root in ROOT_MODELS.values() for model in reachable(root)}
    fields = {info.alias or name for model in models for name, info in model.model_fields.items()}
    return frozenset(fields | set(ROOT_MODELS))
