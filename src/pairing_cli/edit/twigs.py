"""A text's tree that can be changed: what stays knows where it stands, what is new has only its data.

`grown` makes a tree mean other data while keeping as much of it as can be kept; `edit.splice` then
changes those places of the text where something is new or gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from pairing_cli.load.nodes import Node


@dataclass(slots=True, eq=False)
class Twig:
    """A value: where it stands (``node``), or that it is new (no node) and its ``value``.

    ``parts`` are what is inside it now, None as long as nothing inside differs from the text. A part
    of a mapping has its ``key``: the node of the key if it stands in the text, and its name. What is new
    may take the place of what ``was`` there; ``gone`` is what nothing takes the place of.
    """

    node: Node | None = None
    value: Any = None
    parts: list[Twig] | None = None
    key: Node | None = None
    name: str = ""
    was: Node | None = None
    gone: list[Twig] = field(default_factory=list)

    @property
    def place(self) -> Node | None:
        """Where it stands, or where that stands which it takes the place of."""
        return self.node or self.was


def grown(node: Node, value: Any) -> Twig:
    """The tree of a node, changed so that it means a value."""
    if node.kind == "mapping" and isinstance(value, dict) and value and node.pairs:
        return _mapping(node, value)
    if node.kind == "list" and isinstance(value, list) and value and node.items:
        return _list(node, value)
    return Twig(node) if _same(node, value) else Twig(None, value, was=node)


def _same(node: Node, value: Any) -> bool:
    return bool(node.data() == value)


def _mapping(node: Node, value: dict[str, Any]) -> Twig:
    """A mapping: keys that stay, keys of another name in the same place, and new ones."""
    if node.data() == value:
        return Twig(node)
    first: dict[str, tuple[Node, Node]] = {}
    for key, inner in node.pairs:
        first.setdefault(key.text, (key, inner))
    renamed = _renamed(first, value)
    parts = []
    for name, inner_value in value.items():
        stands = first.get(renamed.get(name, name))
        if stands is None:
            parts.append(Twig(None, inner_value, name=name))
        else:
            part = grown(stands[1], inner_value)
            part.key, part.name = stands[0], name
            parts.append(part)
    if all(part.key is None for part in parts):
        return Twig(None, value, was=node)
    gone = [Twig(inner, key=key) for key, inner in node.pairs if not _stays(key, parts)]
    return Twig(node, parts=parts, gone=gone)


def _stays(key: Node, parts: list[Twig]) -> bool:
    return any(part.key is not None and part.key.text == key.text for part in parts)


def _renamed(first: dict[str, tuple[Node, Node]], value: dict[str, Any]) -> dict[str, str]:
    """Old names by new ones: a new key with the value of one that is gone, behind the same key."""
    before = dict(zip(first, [None, *first], strict=False))
    gone = {before[name]: name for name in first if name not in value}
    found: dict[str, str] = {}
    previous: str | None = None
    for name, inner in value.items():
        old = gone.get(previous)
        if name not in first and old is not None and _same(first[old][1], inner):
            found[name] = old
        previous = found.get(name, name)
    return found


def _list(node: Node, value: list[Any]) -> Twig:
    """A list: members that stay, members changed in part, members that are new."""
    old = [item.data() for item in node.items]
    if old == value:
        return Twig(node)
    parts: list[Twig] = []
    gone: list[Twig] = []
    for how, start, end, first, last in _aligned(old, value):
        if how == "equal" or (how == "replace" and end - start == last - first):
            for item, each in zip(node.items[start:end], value[first:last], strict=True):
                parts.append(grown(item, each))
        else:
            gone += [Twig(item) for item in node.items[start:end]]
            parts += [Twig(None, each) for each in value[first:last]]
    if len(gone) == len(node.items):
        return Twig(None, value, was=node)
    return Twig(node, parts=parts, gone=gone)


def _aligned(old: list[Any], new: list[Any]) -> Iterator[tuple[str, int, int, int, int]]:
    """Which members of a list became which: equal, replaced one by one, deleted, inserted."""
    size = len(old)
    marks, others = [_mark(each) for each in old], [_mark(each) for each in new]
    same = sum(each == other for each, other in zip(old, new, strict=False))
    if size <= len(new) and (same >= size - 1 or marks == others[:size]):
        yield "replace", 0, size, 0, size  # nearly always: some changed in place, some added
        yield "insert", size, size, size, len(new)
    else:
        yield from SequenceMatcher(None, marks, others, autojunk=False).get_opcodes()


_NAMES = ("id", "name", "title")
_TRAITS = ("pairing", "type", "from", "item", "month", "kind", "organization", "role", "term")
"""What tells records without a name apart, as far as it goes."""


def _mark(value: Any) -> str:
    """What a member of a list is known by: its id or its name, else all of it."""
    if isinstance(value, dict):
        known = next((name for name in _NAMES if isinstance(value.get(name), str)), None)
        named = [value[known]] if known else [value[name] for name in _TRAITS if name in value]
        return repr(named or value)
    return repr(value)
