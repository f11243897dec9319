"""What templates and writers agree on."""

from __future__ import annotations

from dataclasses import dataclass

ABOVE = "\ue000"
"""The content of a table cell that belongs to the cell above it; writers merge the two.

Templates write ``{{ above }}``. A private-use character, so no text of a programme can be it.
"""

ROW = r"\{%\s*tr\s+(?P<tag>.+?)\s*%\}"
"""A tag that stands for a whole table row, as in Word templates: ``{%tr for row in rows %}``."""

COLUMN = r"\{%\s*tc\s+(?P<tag>.+?)\s*%\}"
"""A tag that stands for a whole table cell: ``{%tc for item in items %}``."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph that Word shows; elsewhere it reads as its path. Empty where it cannot be shown."""

    data: bytes = b""
    path: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.data)

    def __str__(self) -> str:
        """Its path."""
        return self.path
