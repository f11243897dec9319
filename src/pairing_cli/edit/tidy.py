"""The layout of a file that loads: fields in order, no blanks at the ends of lines, one line feed at the end.

Comments and blank lines stay where they are, comments above a field with the field. What the loader
reads stays the same; a step after which it would not is left out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.edit.layout import Layout
from pairing_cli.edit.shapes import ORDERED, ROOT, UNKNOWN, Shape, inside, order
from pairing_cli.load.events import parse
from pairing_cli.load.nodes import Node, compose

_BLANKS = re.compile(r"[ \t]+(?=\n|\Z)")


def tidied(text: str) -> str:
    """A text with LF line ends, laid out; one that cannot be read is given back as it is."""
    before = parse(text)
    if before.fatal or before.dropped or any(each.code == "F012" for each in before.troubles):
        return text
    for step in (_trimmed, _ended, _in_order):
        found = step(text)
        if found != text and parse(found).data == before.data:
            text = found
    return text


def _trimmed(text: str) -> str:
    """No blanks at the ends of lines, but inside texts of several lines, where they may count."""
    if not _BLANKS.search(text):
        return text
    root = compose(text)
    kept = [] if root is None else [node for node in _scalars(root) if _many_lined(text, node)]
    parts, done = [], 0
    for node in kept:
        parts += [_BLANKS.sub("", text[done : node.start]), text[node.start : node.end]]
        done = node.end
    return "".join([*parts, _BLANKS.sub("", text[done:])])


def _many_lined(text: str, node: Node) -> bool:
    return "\n" in text[node.start : node.end]


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for key, value in node.pairs:
        yield key
        yield from _scalars(value)
    for item in node.items:
        yield from _scalars(item)


def _ended(text: str) -> str:
    """One line feed at the end, and no empty lines before it."""
    return text.rstrip("\n") + "\n" if text.strip() else ""


def _in_order(text: str) -> str:
    root = compose(text)
    if root is None:
        return text
    found, end = _Order(Layout(text)).laid(root, ROOT)
    return text[: root.start] + found + text[end:]


@dataclass(frozen=True)
class _Order:
    """Writes a tree again with the fields of its records in order."""

    layout: Layout

    def laid(self, node: Node, shape: Shape) -> tuple[str, int]:
        """The text of a node with its records in order, and up to where it stands for the old text."""
        if node.kind == "mapping" and node.pairs:
            return self._mapping(node, shape)
        if node.kind == "list" and node.items:
            return self._parts(node.start, node.end, [(item, shape) for item in node.items])
        return self.layout.text[node.start : node.end], node.end

    def _parts(self, start: int, end: int, parts: list[tuple[Node, Shape]]) -> tuple[str, int]:
        """A stretch of text in which some nodes are laid out."""
        found, done = [], start
        for node, shape in parts:
            text, after = self.laid(node, shape)
            found += [self.layout.text[done : node.start], text]
            done = after
        return "".join([*found, self.layout.text[done:end]]), max(done, end)

    def _mapping(self, node: Node, shape: Shape) -> tuple[str, int]:
        names = [key.text for key, _ in node.pairs]
        wanted = names if shape is ROOT else order(shape, names)
        places = [names.index(name) for name in wanted]
        if places != sorted(places):
            found = (
                self._flow(node, shape, places) if node.flow else self._block(node, shape, places)
            )
            if found is not None:
                return found
        values = [(value, self._inside(shape, key.text)) for key, value in node.pairs]
        return self._parts(node.start, node.end, values)

    def _inside(self, shape: Shape, key: str) -> Shape:
        return UNKNOWN if shape is ROOT and key not in ORDERED else inside(shape, key)

    def _flow(self, node: Node, shape: Shape, places: list[int]) -> tuple[str, int] | None:
        """A mapping in braces, in order; None where comments or lines stand between its fields."""
        text = self.layout.text
        spans = [(key.start, value.end) for key, value in node.pairs]
        between = [text[one[1] : two[0]] for one, two in itertools.pairwise(spans)]
        if any(set(each) - {" ", ","} for each in between):
            return None
        fields = [
            self._parts(key.start, value.end, [(value, self._inside(shape, key.text))])[0]
            for key, value in node.pairs
        ]
        inner = fields[places[0]] + "".join(
            gap + fields[place] for gap, place in zip(between, places[1:], strict=True)
        )
        return text[node.start : spans[0][0]] + inner + text[spans[-1][1] : node.end], node.end

    def _block(self, node: Node, shape: Shape, places: list[int]) -> tuple[str, int] | None:
        """A mapping of lines, in order; None where its lines cannot simply change places."""
        text, fields, leads = self.layout.text, [], [""]
        ends = [self.layout.line_end(value.end) for _, value in node.pairs]
        for (key, value), end in zip(node.pairs, ends, strict=True):
            fields.append(self._parts(key.start, end, [(value, self._inside(shape, key.text))])[0])
        for end, (key, _) in zip(ends, node.pairs[1:], strict=False):
            leads.append(text[end : key.start])
        plain = "\n" + " " * self.layout.column(node.pairs[0][0].start)
        if leads[places[0]] not in ("", plain) or not self._movable(node, leads, plain):
            return None
        leads[0] = plain
        found = fields[places[0]] + "".join(leads[place] + fields[place] for place in places[1:])
        return found, ends[-1]

    def _movable(self, node: Node, leads: list[str], plain: str) -> bool:
        """Whether every field has lines of its own, and no text's end depends on what follows."""
        alone = all(lead.endswith(plain) for lead in leads[1:])
        kept = any("+" in self._header(each) for each in _scalars(node) if each.style in ("|", ">"))
        return alone and not kept

    def _header(self, node: Node) -> str:
        return self.layout.text[node.start : self.layout.line_end(node.start)].partition("#")[0]
