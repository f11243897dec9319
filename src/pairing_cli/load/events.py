"""Text → plain data in one pass over the C parser's events, refusing what a records file needs not.

Anchors, aliases, tags, merge keys, directives, further documents, duplicate keys and depth beyond
`limits.DEPTH` are refused; every scalar stays the text it is, only an empty plain scalar is None.
Nothing is ever composed or constructed by the library, so nothing can grow beyond the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pairing_cli.load import limits
from pairing_cli.load.decode import REFUSED
from pairing_cli.load.quick import EMPTY, TOO_MANY, event_source, ordinary
from pairing_cli.load.slips import named, odd_start, without_blank
from pairing_cli.load.syntax import explain
from pairing_cli.load.trouble import Trouble, spot
from pairing_cli.model.diagnostics import Value
from pairing_cli.model.places import Route, Span, Step

_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)
_FULL_WIDTH_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*+：")


@dataclass(slots=True)
class Parsed:
    """What a text holds: plain data, troubles, and, if asked for, the span of every route.

    ``fatal`` says that the data are not whole and must not be used. ``dropped`` are the keys at the
    top whose second value was not taken. Keys of ``values`` and ``keys`` are routes; the span of a
    key is that of the key's own text.
    """

    data: Any = None
    troubles: list[Trouble] = field(default_factory=list)
    fatal: bool = False
    dropped: set[str] = field(default_factory=set)
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)


class _StopReadingError(Exception):
    """The rest of the text is not looked at."""


def parse(text: str, *, places: bool = False) -> Parsed:
    """Read a YAML text; with ``places``, also note where everything stands."""
    data = None if places else ordinary(text)
    if data is TOO_MANY:
        return _too_many(text)
    return Parsed(data) if data is not None else _look_closely(text, places=places)


def _too_many(text: str) -> Parsed:
    """What is said of a text that is ordinary but for its size: where the first value too many is."""
    builder, next_event, nodes = _Builder(), event_source(text), 0
    while nodes <= limits.NODES:
        event = next_event()
        if type(event) in _NODES:
            nodes += 1
    builder.stop("F014", _span(event), limit=limits.NODES)
    return builder.parsed


_NODES = frozenset({ScalarEvent, MappingStartEvent, SequenceStartEvent})


def _look_closely(text: str, *, places: bool) -> Parsed:
    builder = _PlacedBuilder() if places else _Builder()
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        line = text.count("\n", 0, directive.start()) + 1
        builder.stop("F016", Span(line, 1, line, 2), variant="directive")
        return builder.parsed
    try:
        builder.run(event_source(text))
    except _StopReadingError:
        pass
    except MarkedYAMLError as error:
        said = {(trouble.code, trouble.span) for trouble in builder.parsed.troubles}
        for found in explain(error, text, builder.quoted):
            if (found.code, found.span) not in said:
                builder.parsed.troubles.append(found)
        builder.parsed.fatal = True
    except (YAMLError, UnicodeError, ValueError, RecursionError):
        builder.stop("F017", None, variant="other")
    return builder.parsed


class _Frame:
    """A list or mapping that is being filled; ``skip`` drops the value behind the present key."""

    __slots__ = ("container", "is_list", "key", "skip")

    def __init__(self, container: Any, *, is_list: bool) -> None:
        self.container = container
        self.is_list = is_list
        self.key: str | None = None
        self.skip = False


class _Builder:
    """Fills plain data from events."""

    def __init__(self) -> None:
        """Start at the top of a text, as if inside a list that will hold the documents."""
        self.parsed = Parsed()
        self.roots: list[Any] = []
        self.frame = _Frame(self.roots, is_list=True)
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.documents = 0
        self.quoted: Span | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """What takes which event. Made anew for a run: kept, it would keep the builder alive."""
        return {
            MappingStartEvent: self.start_mapping,
            SequenceStartEvent: self.start_sequence,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }

    def run(self, next_event: Callable[[], Event]) -> None:
        """Take every event in turn."""
        handlers = self.handlers()
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self.place(self.scalar(event), event)
            elif kind in handlers:
                handlers[kind](event)
            elif kind is StreamEndEvent:
                break
        self.parsed.data = self.roots[0] if self.roots else None

    def trouble(self, code: str, span: Span | None, variant: str = "", **facts: Value) -> None:
        """Note what is wrong, up to a number."""
        if len(self.parsed.troubles) < limits.TROUBLES:
            self.parsed.troubles.append(Trouble(code, span, facts, variant))

    def stop(self, code: str, span: Span | None, variant: str = "", **facts: Value) -> None:
        """Note what is wrong and read no further."""
        self.trouble(code, span, variant, **facts)
        self.parsed.fatal = True

    def scalar(self, event: Any) -> str | None:
        """The text of a single value or key; None for an empty plain one."""
        value: str = event.value
        if event.anchor or event.tag:
            self.refuse_marks(event)
        if len(value) > limits.SCALAR:
            self.trouble("F015", _span(event), limit=limits.SCALAR)
            return value[: limits.SCALAR]
        if not event.style:
            if value in EMPTY:
                return None
            if self.frame.is_list or self.frame.key is None:
                self.refuse_slips(value, event)
            return value
        if event.style == '"':
            self.refuse_escaped(value, event)
        if event.end_mark.line > event.start_mark.line and event.style in "\"'":
            self.quoted = _span(event)
        return value

    def refuse_escaped(self, value: str, event: Any) -> None:
        """Control characters that a double-quoted text brings in by escapes."""
        found = REFUSED.search(value)
        if found is not None:
            self.trouble("F009", _span(event), "escaped", character=f"U+{ord(found[0]):04X}")

    def refuse_slips(self, value: str, event: Any) -> None:
        """A key, or a member of a list, that was to be a key and a value, or was to stand elsewhere."""
        key = value.partition("：")[0] if _FULL_WIDTH_KEY.match(value) else None
        if key is not None:
            self.trouble("F018", _inside(event, len(key)), "colon", key=key)
            return
        blank = odd_start(value)
        if blank is not None:
            character = named(value[blank])
            self.stop("F026", _inside(event, blank), character=character)
        key = without_blank(value)
        if key is not None:
            self.stop("F017", _inside(event, len(key)), "no-blank", key=key)

    def place(self, value: Any, event: Event) -> None:
        """Put a value where it belongs: into a list, behind a key, or as a key."""
        self.nodes += 1
        if self.nodes > limits.NODES:
            self.stop("F014", _span(event), limit=limits.NODES)
            raise _StopReadingError
        frame = self.frame
        if frame.is_list:
            frame.container.append(value)
        elif frame.key is None:
            if type(value) is str and value not in frame.container and value != "<<":
                frame.key = value
            else:
                self.refuse_key(value, event)
        elif frame.skip:
            frame.key, frame.skip = None, False
        else:
            frame.container[frame.key] = value
            frame.key = None

    def refuse_key(self, value: Any, event: Event) -> None:
        """A key that cannot be: its value is read and dropped."""
        if not isinstance(value, str):
            self.trouble("F024", _span(event))
        elif value == "<<":
            self.trouble("F010", _span(event), "merge")
            self.parsed.fatal = True
        else:
            self.trouble("F012", _span(event), key=value)
            if len(self.stack) == 1:
                self.parsed.dropped.add(value)
        self.frame.key, self.frame.skip = str(value), True

    def start_mapping(self, event: Any) -> None:
        """Open a mapping."""
        self.open({}, event, is_list=False)

    def start_sequence(self, event: Any) -> None:
        """Open a list."""
        self.open([], event, is_list=True)

    def open(self, container: Any, event: Any, *, is_list: bool) -> None:
        """Open a list or mapping where it belongs."""
        if event.anchor or event.tag:
            self.refuse_marks(event)
        if len(self.stack) >= limits.DEPTH:
            self.stop("F013", _span(event), limit=limits.DEPTH)
            raise _StopReadingError
        self.place(container, event)
        self.stack.append(self.frame)
        self.frame = _Frame(container, is_list=is_list)

    def end(self, event: Event) -> None:
        """Close the innermost list or mapping."""
        self.frame = self.stack.pop()

    def alias(self, event: Any) -> None:
        """A reference to an anchor: refused, and the file with it, for its values are not all there."""
        if self.frame.key != "<<":
            self.trouble("F010", _span(event), "alias", name=str(event.anchor))
        self.parsed.fatal = True
        self.place(None, event)

    def refuse_marks(self, event: Any) -> None:
        """An anchor or a tag before a value: refused, the value is read."""
        if event.anchor:
            self.trouble("F010", _span(event), "anchor", name=str(event.anchor))
        if event.tag:
            self.trouble("F011", _span(event), tag=str(event.tag))

    def document(self, event: Event) -> None:
        """The start of a document; only one is allowed."""
        self.documents += 1
        if self.documents > 1:
            self.stop("F016", _span(event), "document")
            raise _StopReadingError


class _PlacedBuilder(_Builder):
    """Also notes the span of every value and key, by route."""

    def __init__(self) -> None:
        """Start at the top of a text."""
        super().__init__()
        self.path: list[Step] = []

    def step(self) -> Route:
        """The last step of the route of the value that comes next; nothing at the top."""
        frame = self.frame
        if frame.container is self.roots:
            return ()
        return (len(frame.container) if frame.is_list else frame.key or "",)

    def place(self, value: Any, event: Event) -> None:
        """Put a value where it belongs, and note where it stands."""
        is_key = not self.frame.is_list and self.frame.key is None
        if not is_key:
            self.parsed.values.setdefault((*self.path, *self.step()), _span(event))
        super().place(value, event)
        if is_key:
            self.parsed.keys.setdefault((*self.path, *self.step()), _span(event))

    def open(self, container: Any, event: Any, *, is_list: bool) -> None:
        """Open a list or mapping, and go one step further in."""
        step = self.step()
        super().open(container, event, is_list=is_list)
        self.path += step

    def end(self, event: Event) -> None:
        """Close the innermost list or mapping, whose span is now known."""
        route = tuple(self.path)
        first, end = self.parsed.values.get(route), event.end_mark
        if first is not None:
            self.parsed.values[route] = Span(first.line, first.column, end.line + 1, end.column + 1)
        super().end(event)
        if self.path:
            self.path.pop()


def _inside(event: Event, offset: int) -> Span:
    """The place of a character of a plain text on one line."""
    return spot(event.start_mark.line + 1, event.start_mark.column + 1 + offset)


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
