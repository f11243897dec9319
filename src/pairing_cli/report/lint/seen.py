"""What is measured of a Word file: its sections, paragraphs, tables and page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from pairing_cli.report.lint.formatting import Properties, size
from pairing_cli.report.standard import BODY_SIZE


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type."""

    text: str
    look: Properties


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number in the file, its text, its formatting, and what comes before it.

    ``number`` counts all paragraphs that are not in tables, from 1. ``opens``: it begins a page.
    ``after_table``: only empty paragraphs stand between it and a table of the same section.
    """

    number: int
    text: str
    look: Properties
    runs: tuple[Run, ...]
    section: int
    opens: bool = False
    after_table: bool = False
    before_table: bool = False

    @property
    def type(self) -> Properties:
        """The type of its longest stretch."""
        return max(self.runs, key=lambda run: len(run.text.strip()), default=_NOTHING).look

    @property
    def first_type(self) -> Properties:
        """The type of its first words, which of a heading that goes on are the heading."""
        return next((run for run in self.runs if run.text.strip()), _NOTHING).look

    @property
    def small(self) -> bool:
        """Whether it is set smaller than the body of a document, as what belongs to a table is."""
        return size(self.type) < BODY_SIZE


_NOTHING = Run("", {})


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its number in the file, its width in mm where it says one, its section."""

    number: int
    width: Fraction
    section: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The paragraph of a footer that holds the number: its formatting and whether it is turned."""

    look: Properties
    type: Properties
    text: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page in mm, and the page numbers on its odd and even pages where it has any."""

    number: int
    width: Fraction
    height: Fraction
    top: Fraction
    right: Fraction
    bottom: Fraction
    left: Fraction
    foot: Fraction
    grid: Properties
    odd: PageNumber | None = None
    even: PageNumber | None = None

    @property
    def turned(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


@dataclass(slots=True)
class WordFile:
    """What is measured. ``sided``: odd and even pages have footers of their own."""

    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    sided: bool = False

    def section_of(self, paragraph: Paragraph) -> Section:
        """The section that a paragraph stands in."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]
