"""A page as a person who cannot see it would go through it: its elements, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset(["meta", "br", "hr", "img", "link", "input"])


@dataclass(eq=False)
class Element:
    """An element with what it holds."""

    tag: str
    attributes: dict[str, str]
    above: Element | None
    content: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements directly in it."""
        return [each for each in self.content if isinstance(each, Element)]

    def walk(self) -> Iterator[Element]:
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, tag: str) -> list[Element]:
        """Every element of a tag below it."""
        return [each for each in self.walk() if each.tag == tag]

    @property
    def text(self) -> str:
        """All its text, without blanks around it."""
        return "".join(self._texts()).strip()

    def _texts(self) -> Iterator[str]:
        for each in self.content:
            if isinstance(each, str):
                yield each
            else:
                yield from each._texts()

    @property
    def lineage(self) -> Iterator[Element]:
        """What it lies in, innermost first."""
        found = self.above
        while found is not None:
            yield found
            found = found.above


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {}, None)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag}: an attribute twice")
        found = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.content.append(found)
        if tag not in EMPTY:
            self.here = found

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.here.tag != tag or self.here.above is None:
            self.faults.append(f"</{tag}> in <{self.here.tag}>, line {self.getpos()[0]}")
        else:
            self.here = self.here.above

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


def read(page: str) -> Element:
    """The page; every element that begins must end, in its place."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert not reader.faults, reader.faults[:5]
    assert reader.here is reader.root, reader.here.tag
    return reader.root
