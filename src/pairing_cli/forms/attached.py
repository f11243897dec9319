"""Files that were sent along with a form, found by the names that stand in its cells.

Names are compared as people write them: without blanks, full-width forms and 附件： in front, with or
without the ending, with or without the folder. A folder's name stands for all that is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.repository import plain_name
from pairing_cli.office.media import Item, Loss, Media

_BEFORE = re.compile(r"^(?:见|详见|另附|附)?附件[0-9一二三四五六七八九十]*\s*[:：.、\-—]?\s*")
_AROUND = "“”\"'《》〈〉【】[]（）() 　"
_NEAR = 0.6


@dataclass
class Attachments:
    """The files of a folder or archive, by their names; ``named`` are the paths that cells named."""

    media: Media
    named: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Know every file by each of its names."""
        self._by_name: dict[str, list[Item | Loss]] = {}
        for each in self.media.every:
            for name in dict.fromkeys(_names(each.name)):
                self._by_name.setdefault(name, []).append(each)

    def find(self, text: str) -> tuple[Item, ...] | Message:
        """The files that a text names, or what is wrong with it."""
        for name in _written(text):
            found = self._by_name.get(name, [])
            if found:
                return self._found(text, found, name)
        return self._unknown(text)

    def _found(self, text: str, found: list[Item | Loss], name: str) -> tuple[Item, ...] | Message:
        folder = all(name in map(_plain, PurePosixPath(e.name).parent.parts) for e in found)
        if len(found) > 1 and not folder:
            return say("form.file-several", name=text, names=tuple(each.name for each in found))
        self.named.update(each.name for each in found)
        lost = next((each for each in found if isinstance(each, Loss)), None)
        if lost is not None:
            return lost.message
        return tuple(each for each in found if isinstance(each, Item))

    def _unknown(self, text: str) -> Message:
        if not self._by_name:
            return say("form.file-none", name=text)
        every = {_plain(PurePosixPath(e.name).name): e.name for e in self.media.items}
        near = get_close_matches(_plain(text), list(every), n=1, cutoff=_NEAR)
        if near:
            return say("form.file-near", name=text, meant=every[near[0]])
        return say("form.file-missing", name=text)

    @property
    def unnamed(self) -> tuple[str, ...]:
        """The files that no cell named."""
        return tuple(each.name for each in self.media.every if each.name not in self.named)


def _plain(name: str) -> str:
    return plain_name(name)


def _names(path: str) -> Iterator[str]:
    """What a file may be called: its path, its name, both without ending, the folders it is in."""
    pure = PurePosixPath(path)
    for each in (path, _without_ending(pure), pure.name, pure.stem, *pure.parent.parts):
        if each not in ("", "."):
            yield _plain(each)


def _without_ending(path: PurePosixPath) -> str:
    """A path without the ending of its name; empty where it has no name."""
    return str(path.with_suffix("")) if path.name.strip(".") else ""


def _written(text: str) -> Iterator[str]:
    """What a cell may mean: its text, that without what stands around a name, and without an ending."""
    bare = _BEFORE.sub("", text.strip()).strip(_AROUND).replace("\\", "/")
    pure = PurePosixPath(bare)
    every: Iterable[str] = (text, bare, _without_ending(pure), pure.stem)
    yield from dict.fromkeys(_plain(each) for each in every if each.strip())
