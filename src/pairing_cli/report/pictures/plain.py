"""Words and bars for pictures that are written in characters."""

from __future__ import annotations

from fractions import Fraction

BLOCKS = 20
"""Characters of a whole bar."""


def plain(text: str) -> str:
    """A text in which no character means anything to Mermaid or Markdown: full-width forms instead.

    In Chinese these are the usual marks of punctuation anyway. Line breaks become blanks.
    """
    line = " ".join(text.split())
    return "".join(
        chr(ord(letter) + 0xFEE0)
        if "!" <= letter <= "~" and not letter.isalnum() and letter not in "-."
        else letter
        for letter in line
    )


def blocks(share: str) -> str:
    """A bar of block characters for a length from 0 to 100; empty where there is no length."""
    if not share:
        return ""
    full = int(Fraction(share) * BLOCKS / 100)
    return "█" * full + "░" * (BLOCKS - full)
