"""Routes → lines and columns, looked up only in the files that somebody asks about."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pairing_cli.load.decode import decode
from pairing_cli.load.events import Parsed, parse
from pairing_cli.load.tree import FolderTree
from pairing_cli.load.trouble import Trouble
from pairing_cli.model.places import TOP, At, Span


@dataclass(slots=True)
class _Text:
    lines: list[str]
    parsed: Parsed


@dataclass(slots=True)
class Positions:
    """Spans and source lines of a programme's files; each file is read again once, when needed."""

    root: Path
    _texts: dict[str, _Text | None] = field(default_factory=dict)

    def span(self, at: At) -> Span:
        """Where a place stands; the nearest place around it when the text has changed."""
        text = self._text(at.file)
        if text is None:
            return TOP
        route = at.route
        if at.key and route in text.parsed.keys:
            return text.parsed.keys[route]
        while route:
            if route in text.parsed.values:
                return text.parsed.values[route]
            route = route[:-1]
        return TOP

    def line(self, at: At) -> int:
        """The line on which a place begins."""
        return self.span(at).line

    def source(self, file: str, line: int) -> str:
        """A line of a file; empty when there is none."""
        text = self._text(file)
        return text.lines[line - 1] if text and 0 < line <= len(text.lines) else ""

    def _text(self, file: str) -> _Text | None:
        if file not in self._texts:
            self._texts[file] = self._read(file)
        return self._texts[file]

    def _read(self, file: str) -> _Text | None:
        data = FolderTree(self.root).read(file)
        if isinstance(data, Trouble):
            return None
        text = decode(data).text
        return None if text is None else _Text(text.split("\n"), parse(text, places=True))
