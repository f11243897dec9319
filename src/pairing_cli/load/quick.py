"""The parser's events, and the quick way through a text in which nothing needs a closer look.

Nearly every file is ordinary: mappings, lists and values, nothing refused. `ordinary` reads those in
one tight loop and gives up at the first thing out of the ordinary; `events` then reads the text from
the start and says what it is. Both give the same data for the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pairing_cli.load import limits
from pairing_cli.load.slips import ODD

try:
    from _ruamel_yaml import CParser
except ImportError:  # no C parser for this interpreter: the same events, some fifty times slower
    CParser = None

EMPTY = frozenset({"", "~", "null"})
"""Plain scalars that stand for nothing."""

_UNUSUAL = re.compile(
    rf"[&!\\：]|<<|^(?:%|[ \t]*+(?:-[ \t]*+)*+(?:[{ODD}]|[A-Za-z_]++:[^\s/]))", re.MULTILINE
)
"""What hints at anchors, tags, escapes, full-width keys, merges, directives, and odd blanks."""


def event_source(text: str) -> Callable[[], Event]:
    """A function that gives the next event of a text."""
    if CParser is not None:
        parser: Any = CParser(text)
        take: Callable[[], Event] = parser.get_event
        return take
    events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
    return events.__next__


def ordinary(text: str) -> Any | None:
    """The data of an ordinary text; None when any of it needs a closer look."""
    if _UNUSUAL.search(text):
        return None
    try:
        return _data(event_source(text))
    except (YAMLError, UnicodeError, ValueError, RecursionError):
        return None


def _data(take: Callable[[], Any]) -> Any | None:  # noqa: C901, PLR0912, PLR0915
    """The data that events make up; the loop of all loops, therefore in one piece."""
    roots: list[Any] = []
    container: Any = roots
    is_list = True
    key: str | None = None
    stack: list[tuple[Any, bool]] = []
    nodes = 0
    while True:
        event = take()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if value in EMPTY or len(value) > limits.SCALAR:
                return None
            nodes += 1
            if is_list:
                container.append(value)
            elif key is not None:
                container[key] = value
                key = None
            elif value in container:
                return None
            else:
                key = value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            inner: Any = {} if kind is MappingStartEvent else []
            nodes += 1
            if len(stack) >= limits.DEPTH:
                return None
            if is_list:
                container.append(inner)
            elif key is None:
                return None
            else:
                container[key] = inner
                key = None
            stack.append((container, is_list))
            container, is_list = inner, kind is SequenceStartEvent
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, is_list = stack.pop()
        elif kind is AliasEvent or nodes > limits.NODES:
            return None
        elif kind is StreamEndEvent:
            return roots[0] if len(roots) == 1 else None
