"""How large an office file may be and what it may hold: the terms in which a guard is told."""

from __future__ import annotations

from dataclasses import dataclass
from zipfile import BadZipFile


class Unsafe(Exception):
    """A file that is not opened: which part, why (a word of the catalogue), and the limit if any."""

    def __init__(self, reason: str, part: str, limit: str = "") -> None:
        """The reason is what follows ``template.`` or ``office.`` in the catalogue."""
        super().__init__(f"{part}: {reason}")
        self.reason = reason
        self.part = part
        self.limit = limit


class Damaged(BadZipFile):
    """An archive, or XML in it, that cannot be read."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a guard lets pass. Sizes are bytes; ``word_…`` hold for parts of Word files.

    A ratio of 0 is not looked at. What a file may hold besides sheets, texts and pictures is refused
    unless ``notes`` names it: ``active`` (macros, ActiveX), ``controls`` (form controls), ``embedded``
    (other files), ``linked`` (files and data elsewhere). With ``codes``, fields that fetch and formulas
    that call out are looked for and refused as ``field`` and ``calling``.
    """

    packed: int
    entries: int
    unpacked: int
    ratio: int
    part: int
    word_part: int
    elements: int
    word_elements: int
    rows: int
    cells: int
    merged: int
    span: int
    notes: frozenset[str] = frozenset()
    codes: bool = False

    def part_of(self, name: str) -> int:
        """Most bytes of an XML part."""
        return self.word_part if _of_word(name) else self.part

    def elements_of(self, name: str) -> int:
        """Most elements of an XML part."""
        return self.word_elements if _of_word(name) else self.elements


def _of_word(name: str) -> bool:
    return name.casefold().startswith("word/")


def mebibytes(size: int) -> str:
    """A size as it is said: 20 MiB."""
    return f"{size // (1 << 20)} MiB"
