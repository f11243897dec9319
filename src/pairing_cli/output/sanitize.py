"""One sanitizer for everything that comes out of people's files and goes to a screen or a log.

Names may hold terminal escapes, bidirectional overrides, or the commands that CI runners read from
logs. Nothing of that passes.
"""

from __future__ import annotations

import re

from pairing_cli.model.privacy import mask

_KEPT = " \u3000"
_LEADING = re.compile(r"^(\s*)::", re.MULTILINE)
_BRACKETED = re.compile(r"##(\w*)\[")
"""How runners of GitHub, Azure and TeamCity tell a command, wherever it stands in a line."""


def clean(text: str) -> str:
    """A text in one line: invisible characters spelt out, personal numbers masked."""
    if not text.isprintable():
        text = "".join(
            letter if letter.isprintable() or letter in _KEPT else _spelt(letter) for letter in text
        )
    return mask(text)


def _spelt(letter: str) -> str:
    if letter in "\r\n\t":
        return " "
    return f"\\u{{{ord(letter):x}}}"


def calm(text: str) -> str:
    """Finished output in which a CI runner finds no command of its own."""
    return _LEADING.sub("\\1:\u200b:", unbracketed(text))


def unbracketed(text: str) -> str:
    """A text without commands in brackets; one of our own at the beginning of a line stays."""
    return _BRACKETED.sub("##\\1\u200b[", text)


def shorten(text: str, most: int = 300) -> str:
    """A text cut to a number of characters, with an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"
