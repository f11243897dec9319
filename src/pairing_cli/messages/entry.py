"""What the catalogue holds."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A message in both languages, and what to do about it."""

    zh: str
    en: str
    fix_zh: str = ""
    fix_en: str = ""


class Guide(NamedTuple):
    """What a code guards, in both languages; rules take the English from their docstrings."""

    zh: str
    why_zh: str = ""
    en: str = ""
    why_en: str = ""
