"""Routes → lines and columns, looked up only in the files that somebody asks about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pairing_cli.load import limits
from pairing_cli.load.decode import decode, decode_table
from pairing_cli.load.events import Parsed, parse
from pairing_cli.load.tables import span_of
from pairing_cli.load.tree import Tree
from pairing_cli.load.trouble import Trouble
from pairing_cli.load.veil import Veil
from pairing_cli.model.places import TOP, At, Route, Span
from pairing_cli.model.tables import SUFFIX

LONGEST_LINE = 1000
"""Characters of a source line that are shown at most."""


@dataclass
class _Text:
    """A file's text; where its values stand is found out when the first is asked for."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    @cached_property
    def parsed(self) -> Parsed:
        """Its values and keys with their places."""
        return parse(self.text, places=True)


@dataclass(slots=True)
class Positions:
    """Spans and source lines of a programme's files; each file is read again once, when needed.

    ``known`` are places of which the spans need not be looked up; ``bytes_read`` the bytes of files that
    need not be read again; ``asked`` all the places that somebody asked about.
    """

    tree: Tree
    veil: Veil = field(default_factory=Veil)
    known: Mapping[At, Span] = field(default_factory=dict)
    bytes_read: Mapping[str, bytes] = field(default_factory=dict)
    asked: dict[At, Span] = field(default_factory=dict)
    _texts: dict[str, _Text | None] = field(default_factory=dict)

    def span(self, at: At) -> Span:
        """Where a place stands; the nearest place around it when the text has changed."""
        if at not in self.asked:
            self.asked[at] = self.known.get(at) or self._span(at)
        return self.asked[at]

    def _span(self, at: At) -> Span:
        text = self._text(at.file)
        if text is None:
            return TOP
        if _is_table(at.file):
            return span_of(text.lines, at.route)
        route = _written(at.route, text.parsed)
        if at.key and route in text.parsed.keys:
            return text.parsed.keys[route]
        return text.parsed.values.get(route, TOP)

    def line(self, at: At) -> int:
        """The line on which a place begins."""
        return self.span(at).line

    def source(self, file: str, line: int) -> str:
        """A line of a file, or its beginning; empty when there is none.

        Answers to a survey are not shown: whoever gave them may be recognised by the line.
        """
        text = None if _is_table(file) else self._text(file)
        found = text.lines[line - 1] if text and 0 < line <= len(text.lines) else ""
        return found[:LONGEST_LINE]

    def _text(self, file: str) -> _Text | None:
        if file not in self._texts:
            self._texts[file] = self._read(file)
        return self._texts[file]

    def _read(self, file: str) -> _Text | None:
        table = _is_table(file)
        limit = limits.ANSWERS_BYTES if table else limits.YAML_BYTES
        data = self.bytes_read.get(file) or self.tree.read(file, limit)
        if isinstance(data, Trouble):
            return None
        text = (decode_table if table else decode)(data, file, self.veil).text
        return None if text is None else _Text(text)


def _is_table(file: str) -> bool:
    return file.lower().endswith(SUFFIX)


def _written(route: Route, parsed: Parsed) -> Route:
    """A route without the steps that are not in the text.

    A list of one may be written without the list, a member of a side as its name.
    """
    found: Route = ()
    for step in route:
        if (*found, step) in parsed.values:
            found = (*found, step)
    return found
