"""Where things stand in a text: lines, indentation, dashes, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.edit.emit import Style
from pairing_cli.load.nodes import Node

_BETWEEN = re.compile(r"(?:[ \t\n]+|(?<![^ \t\n])#[^\n]*)*")


@dataclass
class Layout:
    """A text with LF line ends, and questions about it. Offsets are into the text."""

    text: str

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line feed."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def next_line(self, offset: int) -> int:
        """Where the line after that of an offset begins."""
        return min(self.line_end(offset) + 1, len(self.text))

    def column(self, offset: int) -> int:
        """How many characters stand before an offset in its line."""
        return offset - self.line_start(offset)

    def begins_line(self, offset: int) -> bool:
        """Whether only blanks stand before an offset in its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def after_blanks(self, offset: int) -> int:
        """The next offset at which something other than blanks, line ends and comments stands."""
        found = _BETWEEN.match(self.text, offset)
        return found.end() if found else offset

    def colon(self, key: Node) -> int:
        """The offset just behind the colon of a key."""
        return self.text.index(":", key.end) + 1

    def dashes(self, node: Node) -> Iterator[int]:
        """The offsets of the dashes of a list in block style."""
        offset = node.start
        for item in node.items:
            offset = self.after_blanks(offset)
            yield offset
            offset = max(item.end, offset + 1)

    def below_item(self, end: int, column: int) -> int:
        """The end of the line after which the next member of a list may stand.

        Comments right below a member that are indented further than its dash belong to it.
        """
        last = self.line_end(end)
        while last < len(self.text):
            line = self.text[last + 1 : self.line_end(last + 1)]
            indent = len(line) - len(line.lstrip(" "))
            if not line.lstrip(" ").startswith("#") or indent <= column:
                break
            last = self.line_end(last + 1)
        return last

    def blank_between(self, end: int, start: int) -> bool:
        """Whether an empty line stands between two offsets."""
        return re.search(r"\n[ \t]*\n", self.text[end:start]) is not None

    def style(self, root: Node | None) -> Style:
        """How the file indents: as its first list and mapping inside a mapping do."""
        dash = step = 2
        found = _nested(root) if root is not None else []
        for key, value in reversed(found):
            indent = self.column(value.start) - self.column(key.start)
            if value.kind == "list" and 0 <= indent <= 8:
                dash = indent
            elif value.kind == "mapping" and 1 <= indent <= 8:
                step = indent
        return Style(step, dash)


def _nested(root: Node) -> list[tuple[Node, Node]]:
    """The keys whose values stand below them, and these values; the first few of a file."""
    found: list[tuple[Node, Node]] = []
    waiting = [root]
    while waiting and len(found) < 50:
        node = waiting.pop(0)
        for key, value in node.pairs:
            if value.kind != "scalar" and not value.flow:
                found.append((key, value))
                waiting.append(value)
        waiting += [item for item in node.items[:20] if item.kind == "mapping" and not item.flow]
    return found
