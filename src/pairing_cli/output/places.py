"""Places as the user would type them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pairing_cli.model.places import At
from pairing_cli.output.findings import Locator, typed
from pairing_cli.output.sanitize import clean


@dataclass(frozen=True, slots=True)
class Places:
    """Writes places as ``file:line``, with the path as the user would type it."""

    locator: Locator
    prefix: str = ""

    def file(self, at: At) -> str:
        """The path of a place's file."""
        return clean(typed(self.prefix, at.file))

    def line(self, at: At) -> int:
        """The line on which a place begins."""
        return self.locator.span(at).line

    def show(self, at: At) -> str:
        """``file:line``."""
        return f"{self.file(at)}:{self.line(at)}"

    def within(self, at: At) -> str:
        """``file:line``, with the path inside the programme's folder."""
        return f"{clean(at.file)}:{self.line(at)}"

    def json(self, places: Iterable[At]) -> list[dict[str, object]]:
        """Places for machines."""
        return [{"file": self.file(at), "line": self.line(at)} for at in places]
