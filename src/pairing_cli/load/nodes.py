"""A text as a tree of nodes that know where they stand in it, for those who change the text.

Everything is an offset into the text. The text must be one that `load.events.parse` could read: what
that refuses is not refused here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pairing_cli.load.quick import EMPTY, event_source


@dataclass(slots=True, eq=False)
class Node:
    """A value of a text: a scalar, or a mapping or list with what is inside it.

    ``start`` and ``end`` are offsets of its own text, without comments and blank lines behind it; a
    list in block style starts at its first dash. ``style`` is that of a scalar: nothing when it is
    plain, else ``'``, ``"``, ``|`` or ``>``.
    """

    start: int
    end: int
    kind: str
    flow: bool = False
    style: str = ""
    text: str = ""
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def is_null(self) -> bool:
        """Whether it is a plain scalar that stands for nothing."""
        return self.kind == "scalar" and not self.style and self.text in EMPTY

    def data(self) -> Any:
        """The plain data it stands for; of a key that is there twice, the first value."""
        if self.kind == "scalar":
            return None if self.is_null else self.text
        if self.kind == "list":
            return [item.data() for item in self.items]
        found: dict[str, Any] = {}
        for key, value in self.pairs:
            if key.text not in found:
                found[key.text] = value.data()
        return found


class _Tree:
    """Builds nodes from events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []

    def scalar(self, event: Any) -> None:
        """Take a single value or key."""
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if style in ("|", ">"):
            end = _end_of_block(self.text, start, end)
        self.place(Node(start, end, "scalar", style=style, text=event.value))

    def open(self, event: Any, kind: str) -> None:
        """Open a mapping or list."""
        node = Node(event.start_mark.index, -1, kind, flow=bool(event.flow_style))
        self.place(node)
        self.stack.append(node)
        self.keys.append(None)

    def close(self, event: Any) -> None:
        """Close the innermost one; in block style it ends where the last thing in it ends."""
        node = self.stack.pop()
        self.keys.pop()
        inside = node.pairs[-1][1] if node.pairs else node.items[-1] if node.items else None
        node.end = event.end_mark.index if node.flow or inside is None else inside.end

    def place(self, node: Node) -> None:
        """Put a node into the innermost mapping or list."""
        if not self.stack:
            self.root = node if self.root is None else self.root
        elif self.stack[-1].kind == "list":
            self.stack[-1].items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = node
        else:
            self.stack[-1].pairs.append((self.keys[-1], node))
            self.keys[-1] = None


def compose(text: str) -> Node | None:
    """The tree of a text that can be read; None when it holds nothing."""
    tree, take = _Tree(text), event_source(text)
    while True:
        event = take()
        kind = type(event)
        if kind is ScalarEvent:
            tree.scalar(event)
        elif kind is MappingStartEvent:
            tree.open(event, "mapping")
        elif kind is SequenceStartEvent:
            tree.open(event, "list")
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            tree.close(event)
        elif kind is StreamEndEvent:
            return tree.root


def _end_of_block(text: str, start: int, end: int) -> int:
    """Where the text of a block scalar ends; the lines behind it belong to it only by ``+``."""
    header = text[start : text.find("\n", start) % (len(text) + 1)]
    body = text[start:end]
    if "+" in header.partition("#")[0]:
        return end - body.endswith("\n")
    return start + len(body.rstrip(" \n\t"))
