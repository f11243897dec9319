"""One sanitizer for everything that comes out of people's files and goes to a screen or a log.

Names may hold terminal escapes, bidirectional overrides, or the commands that CI runners read from
logs. Nothing of that passes.
"""

from __future__ import annotations

import re

from pairing_cli.model.privacy import mask

_KEPT = " \u3000"
_RUNNER = re.compile(r"^(\s*)::|##\[|##vso\[", re.MULTILINE)


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
    return _RUNNER.sub(
        lambda found: found[0].replace("::", ":\u200b:").replace("[", "\u200b["), text
    )


def shorten(text: str, most: int = 300) -> str:
    """A text cut to a number of characters, with an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"
