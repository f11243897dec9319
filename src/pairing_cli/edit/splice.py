"""A changed tree → splices of its text: only where something is new, gone, or has another name.

What is written takes the habits of what stands beside it: block or flow, indentation, blank lines
between records. Comments stay; those inside a record that is taken away go with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pairing_cli.edit.edits import EditError
from pairing_cli.edit.emit import WIDEST, Style, behind, entry, flow, item, width
from pairing_cli.edit.layout import Layout
from pairing_cli.edit.scalars import scalar
from pairing_cli.edit.shapes import ROOT, Shape, fields, inside, text_only
from pairing_cli.edit.twigs import Twig
from pairing_cli.load.nodes import Node


class Splice(NamedTuple):
    """That a stretch of a text is replaced."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: list[Splice]) -> str:
    """A text with stretches replaced; what is put in at an offset stands before what is cut from it."""
    parts, done = [], 0
    for start, end, new in sorted(splices, key=lambda each: each[:2]):
        if start < done:
            raise EditError(f"overlap {(start, end, new, done)}")
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def splices(layout: Layout, twig: Twig, style: Style) -> Iterator[Splice]:
    """What has to be spliced so that a text means what a tree means."""
    yield from _Splicer(layout, style).inside(twig, ROOT, "")


@dataclass(frozen=True)
class _Splicer:
    layout: Layout
    style: Style

    def inside(self, twig: Twig, shape: Shape, key: str) -> Iterator[Splice]:
        """The splices inside a value that stays; ``shape`` is its own or its members'."""
        node = twig.node
        if node is None or twig.parts is None:
            return
        if node.kind == "list":
            yield from (self._flow_list if node.flow else self._block_list)(twig, shape, key)
        else:
            yield from (self._flow_mapping if node.flow else self._block_mapping)(twig, shape)

    # -- mappings

    def _names(self, twig: Twig) -> Iterator[Splice]:
        for part in twig.parts or ():
            if part.key is not None and part.key.text != part.name:
                yield Splice(part.key.start, part.key.end, scalar(part.name))

    def _block_mapping(self, twig: Twig, shape: Shape) -> Iterator[Splice]:
        yield from self._names(twig)
        old = self._standing(twig)
        indent = self.layout.column(old[0][0].start)
        for part in twig.parts or ():
            if part.key is not None:
                yield from self._value(part, self._old(twig, part), shape, indent)
        yield from self._new_keys(twig, shape, indent)
        yield from self._without_keys(twig)

    def _value(self, part: Twig, old: Node, shape: Shape, indent: int) -> Iterator[Splice]:
        """The splices of the value behind a key that stays."""
        inner = inside(shape, part.name)
        if part.node is not None:
            yield from self.inside(part, inner, part.name if shape is ROOT else "")
            return
        assert part.key is not None
        colon = self.layout.colon(part.key)
        if old.style in ("'", '"') and isinstance(part.value, str) and "\n" not in part.value:
            yield Splice(old.start, old.end, scalar(part.value, style=old.style))
            return
        head, body = behind(part.name, part.value, shape, indent, self.style)
        yield from self._replaced(old, colon, head, body)

    def _replaced(self, old: Node, colon: int, head: str, body: list[str]) -> Iterator[Splice]:
        """Put something else behind a key; a comment in the key's line stays where it is."""
        line_end = self.layout.line_end(colon)
        start = min(old.start, line_end)
        if old.start > line_end or start == old.end:  # it stands below, or nothing stands there
            yield Splice(colon, colon, f" {head}" if head else "")
            yield Splice(line_end, max(old.end, line_end), _below(body))
        elif head:
            yield Splice(old.start, old.end, head)
            if body:
                last = self.layout.line_end(old.end)
                yield Splice(last, last, _below(body))
        else:
            yield Splice(colon, old.end, "")
            last = self.layout.line_end(old.end)
            yield Splice(last, last, _below(body))

    def _new_keys(self, twig: Twig, shape: Shape, indent: int) -> Iterator[Splice]:
        for part in _in_order([part for part in twig.parts or () if part.key is None], shape):
            found = entry(part.name, part.value, shape, indent, self.style)
            before = self._before(twig, part.name, shape)
            if shape is ROOT:
                yield self._at_the_end(found)
            elif before is not None:
                last = self.layout.line_end(before)
                yield Splice(last, last, _below(found))
            else:
                first = self._surviving(twig)[0].key
                assert first is not None
                text = "\n".join(found).lstrip(" ") + "\n" + " " * indent
                yield Splice(first.start, first.start, text)

    def _at_the_end(self, found: list[str]) -> Splice:
        """A collection that a file did not have, below everything else."""
        text = self.layout.text
        lead = "" if text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        return Splice(len(text), len(text), lead + "\n".join(found) + "\n")

    def _before(self, twig: Twig, name: str, shape: Shape) -> int | None:
        """The end of the value after which a new key stands; None when it comes first."""
        rank = _rank(name, shape)
        ends = [
            self._old(twig, part).end
            for part in self._surviving(twig)
            if _rank(part.name, shape) <= rank
        ]
        return max(ends) if ends else None

    def _surviving(self, twig: Twig) -> list[Twig]:
        found = [part for part in twig.parts or () if part.key is not None]
        if not found:
            raise EditError("nothing stays")
        return sorted(found, key=_key_start)

    def _standing(self, twig: Twig) -> list[tuple[Node, Node]]:
        assert twig.node is not None
        return twig.node.pairs

    def _old(self, twig: Twig, part: Twig) -> Node:
        return next(value for key, value in self._standing(twig) if key is part.key)

    def _without_keys(self, twig: Twig) -> Iterator[Splice]:
        """Cut out keys that are gone, with their values."""
        gone = {id(part.key) for part in twig.gone}
        spans = [(key.start, value.end) for key, value in self._standing(twig)]
        yield from self._without(spans, [id(key) in gone for key, _ in self._standing(twig)])

    def _without(self, spans: list[tuple[int, int]], gone: list[bool]) -> Iterator[Splice]:
        """Cut out members of a block with their lines; the first may share its line with a dash."""
        if not gone or not gone[0] or self.layout.begins_line(spans[0][0]):
            shared = 0
        else:
            shared = gone.index(False)
            start, end, after = spans[0][0], spans[shared - 1][1], spans[shared][0]
            yield Splice(start, end if "#" in self.layout.text[start:after] else after, "")
        for (start, end), cut in zip(spans[shared:], gone[shared:], strict=True):
            if cut:
                yield self._lines(start, end)

    def _lines(self, start: int, end: int) -> Splice:
        """All lines of a stretch, cut out; of two empty lines that would meet, one with them."""
        text, first, last = (
            self.layout.text,
            self.layout.line_start(start),
            self.layout.line_end(end),
        )
        if first == 0:
            return Splice(0, self.layout.next_line(end), "")
        meet = text[:first].endswith("\n\n") and (last + 1 >= len(text) or text[last + 1] == "\n")
        return Splice(first - 1 - meet, last, "")

    def _flow_mapping(self, twig: Twig, shape: Shape) -> Iterator[Splice]:
        yield from self._names(twig)
        for part in twig.parts or ():
            if part.key is not None:
                yield from self._flow_value(part, self._old(twig, part), shape)
        for part in _in_order([part for part in twig.parts or () if part.key is None], shape):
            text = flow({part.name: part.value}, shape)[1:-1]
            before = self._before(twig, part.name, shape)
            first = self._surviving(twig)[0].key
            assert first is not None
            if before is None:
                yield Splice(first.start, first.start, f"{text}, ")
            else:
                yield Splice(before, before, f", {text}")
        spans = [(key.start, value.end) for key, value in self._standing(twig)]
        gone = [any(part.key is key for part in twig.gone) for key, _ in self._standing(twig)]
        yield from _cut(spans, gone)

    def _flow_value(self, part: Twig, old: Node, shape: Shape) -> Iterator[Splice]:
        inner = inside(shape, part.name)
        if part.node is not None:
            yield from self.inside(part, inner, "")
        elif old.style in ("'", '"') and isinstance(part.value, str):
            yield Splice(old.start, old.end, scalar(part.value, flow=True, style=old.style))
        else:
            found = flow(part.value, inner, quoted=text_only(shape, part.name))
            assert part.key is not None
            lead = "" if old.start > part.key.end + 1 else " "
            colon = "" if ":" in self.layout.text[part.key.end : old.start] else ":"
            yield Splice(old.start, old.end, colon + (lead or " " * bool(colon)) + found)

    # -- lists

    def _block_list(self, twig: Twig, shape: Shape, key: str) -> Iterator[Splice]:
        node = twig.node
        assert node is not None
        assert twig.parts is not None
        dashes = dict(zip(map(id, node.items), self.layout.dashes(node), strict=True))
        anchor: Node | None = None
        for part in twig.parts:
            if part.place is not None:
                yield from self._member(part, dashes[id(part.place)], shape, key)
                anchor = part.place
            else:
                start = anchor.end if anchor else None
                first = min(dashes[id(each.place)] for each in twig.parts if each.place)
                yield self._new_item(part.value, node, (start, first), shape, key)
        gone = {id(each.node) for each in twig.gone}
        spans = [(dashes[id(each)], max(each.end, dashes[id(each)] + 1)) for each in node.items]
        yield from self._without(spans, [id(each) in gone for each in node.items])

    def _member(self, part: Twig, dash: int, shape: Shape, key: str) -> Iterator[Splice]:
        """A member that stays, or another in its place."""
        old = part.was
        if old is None:
            yield from self.inside(part, shape, "")
        elif old.style in ("'", '"') and isinstance(part.value, str) and "\n" not in part.value:
            yield Splice(old.start, old.end, scalar(part.value, style=old.style))
        else:
            lines = item(part.value, shape, self.layout.column(dash), self.style, key)
            end = max(old.end, dash + 1)
            text = lines[0].lstrip(" ")
            yield Splice(dash, end, text)
            last = self.layout.line_end(end)
            yield Splice(last, last, _below(lines[1:]))

    def _new_item(
        self, value: Any, node: Node, where: tuple[int | None, int], shape: Shape, key: str
    ) -> Splice:
        """A new member after the end of another, or before the dash of the first that stays."""
        column = self.layout.column(node.start)
        text = "\n".join(self._item(value, node, column, shape, key))
        end, first = where
        if end is None:
            return Splice(first, first, text.lstrip(" ") + "\n" + " " * column)
        last = self.layout.below_item(end, column)
        return Splice(
            last, last, ("\n\n" if self._spaced(node, key, long="\n" in text) else "\n") + text
        )

    def _item(self, value: Any, node: Node, column: int, shape: Shape, key: str) -> list[str]:
        """The lines of a new member, as its last sibling is written: in flow or in block style."""
        siblings = [each for each in node.items if each.kind == "mapping"]
        if isinstance(value, dict) and siblings:
            on_one = " " * column + "- " + flow(value, shape)
            only = all(each.flow for each in siblings) and not _many_lined(value)
            if siblings[-1].flow and (only or width(on_one) <= WIDEST):
                return [on_one]
            return item(value, shape, column, self.style, "*")
        return item(value, shape, column, self.style, key)

    def _spaced(self, node: Node, key: str, *, long: bool) -> bool:
        """Whether a new member stands apart: as most do; a record of many lines as most such do."""
        if len(node.items) == 1:
            return bool(key) and not node.items[0].flow and node.items[0].kind == "mapping"
        pairs = list(zip(node.items, node.items[1:], strict=False))
        alike = [pair for pair in pairs if not pair[1].flow] if long else pairs
        blank = [self.layout.blank_between(one.end, other.start) for one, other in alike or pairs]
        return blank.count(True) * 2 > len(blank)

    def _flow_list(self, twig: Twig, shape: Shape, key: str) -> Iterator[Splice]:
        node = twig.node
        assert node is not None
        assert twig.parts is not None
        anchor: Node | None = None
        for part in twig.parts:
            if part.place is not None:
                anchor = part.place
                if part.node is None:
                    yield Splice(anchor.start, anchor.end, flow(part.value, shape))
                yield from self.inside(part, shape, "")
            elif anchor is None:
                first = min(each.place.start for each in twig.parts if each.place)
                yield Splice(first, first, f"{flow(part.value, shape)}, ")
            else:
                yield Splice(anchor.end, anchor.end, self._joint(node) + flow(part.value, shape))
        gone = {id(each.node) for each in twig.gone}
        spans = [(each.start, each.end) for each in node.items]
        yield from _cut(spans, [id(each) in gone for each in node.items])

    def _joint(self, node: Node) -> str:
        """What stands between members of a flow: a blank, or a line of its own for each."""
        start = node.items[-1].start
        alone = self.layout.begins_line(start)
        return ",\n" + " " * self.layout.column(start) if alone else ", "


def _many_lined(value: dict[str, Any]) -> bool:
    return any(isinstance(each, str) and "\n" in each for each in value.values())


def _below(lines: list[str]) -> str:
    return "".join("\n" + line for line in lines)


def _key_start(part: Twig) -> int:
    return part.key.start if part.key is not None else -1


def _rank(name: str, shape: Shape) -> int:
    """A key's place among the fields of a record; the last for one that the models do not know."""
    known = [list(fields(model)) for model in shape if name in fields(model)]
    return known[0].index(name) if known else 10_000


def _in_order(parts: list[Twig], shape: Shape) -> list[Twig]:
    return sorted(parts, key=lambda part: _rank(part.name, shape))


def _cut(spans: list[tuple[int, int]], gone: list[bool]) -> Iterator[Splice]:
    """Cut members out of a flow, each with one comma."""
    stays = False
    for number, (start, end) in enumerate(spans):
        if not gone[number]:
            stays = True
        elif stays:
            yield Splice(spans[number - 1][1], end, "")
        else:
            yield Splice(start, spans[number + 1][0], "")
