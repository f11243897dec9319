"""The parser's events, and the quick way through a text in which nothing needs a closer look.

Nearly every file is ordinary: mappings, lists and values, nothing refused. `ordinary` reads those in
one tight loop and gives up at the first thing out of the ordinary; `events` then reads the text from
the start and says what it is. Both give the same data for the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    StreamEndEvent,
)

from pairing_cli.load import limits
from pairing_cli.load.slips import ODD

try:
    import _ruamel_yaml as _c_parser
    from _ruamel_yaml import CParser
except ImportError:  # no C parser for this interpreter: the same events, some fifty times slower
    CParser = None

C_PARSER = CParser is not None
"""Whether texts are read by the parser in C."""

EMPTY = frozenset({"", "~", "null"})
"""Plain scalars that stand for nothing."""

_UNUSUAL = re.compile(
    rf"[&!\\：]|<<|^(?:%|[ \t]*+(?:-[ \t]*+)*+(?:[{ODD}]|[A-Za-z_]++:[^\s/]))", re.MULTILINE
)
"""What hints at anchors, tags, escapes, full-width keys, merges, directives, and odd blanks."""


TOO_MANY = object()
"""Stands for the data of a text that is ordinary but for having more values than are read."""


def event_source(text: str) -> Callable[[], Event]:
    """A function that gives the next event of a text."""
    if CParser is not None:
        parser: Any = CParser(text)
        take: Callable[[], Event] = parser.get_event
        return take
    events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
    return events.__next__


def ordinary(text: str) -> Any | None:
    """The data of an ordinary text; None when any of it needs a closer look; or `TOO_MANY`."""
    if CParser is None or _UNUSUAL.search(text):
        return None
    try:
        with _bare_events():
            return _data(CParser(text).get_event)
    except (YAMLError, UnicodeError, ValueError, RecursionError):
        return None


class _Mark:
    """Stands for an event of which nothing is asked but that it came."""

    __slots__ = ()


_MAPPING, _LIST, _END = _Mark(), _Mark(), _Mark()

_BARE: dict[str, Callable[..., Any]] = {
    "ScalarEvent": lambda anchor, tag, implicit, value, *rest: value,
    "MappingStartEvent": lambda *about, **more: _MAPPING,
    "SequenceStartEvent": lambda *about, **more: _LIST,
    "MappingEndEvent": lambda *about: _END,
    "SequenceEndEvent": lambda *about: _END,
}
"""What the parser makes instead of its events: of a scalar its text, of the rest a mark."""


@contextmanager
def _bare_events() -> Iterator[None]:
    """While it lasts, let the C parser make texts and marks instead of event objects.

    Making an object for each event takes as long as all the rest of reading an ordinary file, and
    nothing of it is used. The parser looks its classes up in its own module each time.
    """
    usual = {name: getattr(_c_parser, name) for name in _BARE}
    try:
        for name, bare in _BARE.items():
            setattr(_c_parser, name, bare)
        yield
    finally:
        for name, event in usual.items():
            setattr(_c_parser, name, event)


def _data(take: Callable[[], Any]) -> Any | None:  # noqa: C901, PLR0911, PLR0912, PLR0915
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
        if kind is str:
            if event in EMPTY or len(event) > limits.SCALAR:
                return None
            nodes += 1
            if is_list:
                container.append(event)
            elif key is not None:
                container[key] = event
                key = None
            elif event in container:
                return None
            else:
                key = event
        elif event is _MAPPING or event is _LIST:
            inner: Any = {} if event is _MAPPING else []
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
            container, is_list = inner, event is _LIST
        elif event is _END:
            container, is_list = stack.pop()
        elif kind is AliasEvent:
            return None
        elif nodes > limits.NODES:
            return TOO_MANY
        elif kind is StreamEndEvent:
            return roots[0] if len(roots) == 1 else None
