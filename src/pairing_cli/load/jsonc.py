"""JSON with comments, as editors write their settings: read with places, and changed in place.

What is changed is spliced into the text; every other character, comment and trailing comma stays.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from pairing_cli.load import limits

_BLANK = re.compile(r"(?:\s|\ufeff|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_SCALAR = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_MARGIN = re.compile(r"[ \t]*")


class NotJsoncError(ValueError):
    """A text is not JSON, or a place in it does not hold what is to be changed."""


@dataclass(slots=True)
class Node:
    """A value, where it stands (``end`` exclusive), and the values inside it, by key or number."""

    value: Any
    start: int
    end: int
    inside: dict[str | int, Node] = field(default_factory=dict)


def read(text: str) -> Node:
    """The value of a text; NotJsoncError when it is none."""
    reader = _Reader(text)
    node = reader.value(limits.DEPTH)
    if reader.blank() != len(text):
        raise NotJsoncError
    return node


@dataclass(slots=True)
class _Reader:
    text: str
    position: int = 0

    def blank(self) -> int:
        """Pass blanks and comments; the position behind them."""
        found = _BLANK.match(self.text, self.position)
        self.position = found.end() if found else self.position
        return self.position

    def take(self, letter: str) -> bool:
        """Whether a letter comes next, after blanks; it is passed."""
        if not self.text.startswith(letter, self.blank()):
            return False
        self.position += 1
        return True

    def value(self, depth: int) -> Node:
        """The value that comes next."""
        start = self.blank()
        if depth == 0:
            raise NotJsoncError
        if self.take("{"):
            return self._group(start, "}", depth)
        if self.take("["):
            return self._group(start, "]", depth)
        return Node(self._single(), start, self.position)

    def _single(self) -> Any:
        quoted = self.text.startswith('"', self.position)
        return self._matched(_STRING if quoted else _SCALAR)

    def _matched(self, form: re.Pattern[str]) -> Any:
        found = form.match(self.text, self.position)
        if found is None:
            raise NotJsoncError
        self.position = found.end()
        try:
            return json.loads(found[0])
        except ValueError:
            raise NotJsoncError from None

    def _group(self, start: int, close: str, depth: int) -> Node:
        inside: dict[str | int, Node] = {}
        while not self.take(close):
            key = self._key() if close == "}" else len(inside)
            if key in inside:
                raise NotJsoncError
            inside[key] = self.value(depth - 1)
            if not self.take(",") and not self.text.startswith(close, self.position):
                raise NotJsoncError
        values = {key: node.value for key, node in inside.items()}
        value = values if close == "}" else list(values.values())
        return Node(value, start, self.position, inside)

    def _key(self) -> str:
        self.blank()
        key = self._matched(_STRING)
        if not self.take(":"):
            raise NotJsoncError
        return str(key)


def with_member(text: str, route: tuple[str, ...], value: Any) -> str:
    """The text with a value under a route of keys, whether something stands there or not."""
    node = read(text)
    for depth, key in enumerate(route):
        if not isinstance(node.value, dict):
            raise NotJsoncError
        if key not in node.inside:
            for left in reversed(route[depth + 1 :]):
                value = {left: value}
            return _added(text, node, f"{json.dumps(key, ensure_ascii=False)}: ", value)
        node = node.inside[key]
    return text[: node.start] + _dumped(text, value, _margin(text, node.start)) + text[node.end :]


def with_item(text: str, route: tuple[str, ...], value: Any) -> str:
    """The text with one more value at the end of the list under a route of keys."""
    node = read(text)
    for key in route:
        node = node.inside[key]
    if not isinstance(node.value, list):
        raise NotJsoncError
    return _added(text, node, "", value)


def _added(text: str, group: Node, before: str, value: Any) -> str:
    """The text with something more at the end of an object or a list, on a line of its own."""
    line = _line_end(text)
    outer = _margin(text, group.start)
    margin = _margin_of_first(text, group, outer) if group.inside else outer + "  "
    head, tail = text[: group.start], text[group.end - 1 :]
    inner = text[group.start : group.end - 1]
    if group.inside:
        last = list(group.inside.values())[-1].end - group.start
        comma = "" if _has_comma(inner[last:]) else ","
        inner = inner[:last] + comma + inner[last:]
    inner = inner.rstrip(" \t\r\n")
    return (
        head + inner + line + margin + before + _dumped(text, value, margin) + line + outer + tail
    )


def _has_comma(rest: str) -> bool:
    """Whether a comma follows the last value of a group, after blanks and comments."""
    found = _BLANK.match(rest)
    return found is not None and rest.startswith(",", found.end())


def _margin(text: str, position: int) -> str:
    """The blanks with which the line of a position begins."""
    found = _MARGIN.match(text, text.rfind("\n", 0, position) + 1)
    return found[0] if found else ""


def _margin_of_first(text: str, group: Node, outer: str) -> str:
    """The indentation of what stands in a group; one step in where it shares the group's line."""
    first = next(iter(group.inside.values())).start
    same_line = "\n" not in text[group.start : first]
    return outer + "  " if same_line else _margin(text, first)


def _dumped(text: str, value: Any, margin: str) -> str:
    """A value as it stands behind a margin, with the text's own line ends."""
    dumped = json.dumps(value, ensure_ascii=False, indent=2)
    return dumped.replace("\n", _line_end(text) + margin)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
