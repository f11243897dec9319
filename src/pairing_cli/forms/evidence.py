"""Pictures and files that come with forms become evidence files, each once, with its fingerprint.

keeping = Keeping(known, taken, Attachments(media))
keeping.keep(items, about)            # the paths under which they are kept, new or old
keeping.named(names, about)           # those of the files that a cell names, and what is wrong
keeping.files                         # the bytes of new files, by path
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pairing_cli.forms.attached import Attachments
from pairing_cli.forms.filing import FOLDER, About, ending, path_for, stem
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.office.media import Item


@dataclass
class Keeping:
    """What is kept of the files that come with forms.

    ``known`` are the paths of the programme's evidence files by their SHA-256; ``taken`` tells of a path
    in small letters whether a file or a record has it. ``hashes`` are those of new files, by
    path; ``notes`` say which were there already.
    """

    known: Mapping[str, str]
    taken: Callable[[str], bool]
    attachments: Attachments
    files: dict[str, bytes] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with what is there."""
        self._paths: dict[str, str] = {}
        self._used: set[tuple[str, About]] = set()

    def keep(self, items: Iterable[Item], about: About) -> tuple[str | Message, ...]:
        """The paths under which files are kept, each once; a message where one cannot be kept."""
        return _once(self._path(item, about) for item in items)

    def named(self, names: Iterable[str], about: About) -> tuple[str | Message, ...]:
        """The paths of the files that names mean: of the programme's own, or of attachments."""
        found: list[str | Message] = []
        for name in names:
            if self.taken(name.casefold()):
                found.append(name)
                continue
            items = self.attachments.find(name)
            found += [items] if isinstance(items, Message) else self.keep(items, about)
        return _once(found)

    def _path(self, item: Item, about: About) -> str | Message:
        path = self._paths.get(item.sha256)
        if path is not None:
            self._say_same(item, path, about)
            return path
        path = self.known.get(item.sha256)
        if path is not None:
            self._say_same(item, path, about)
        else:
            suffix = ending(item.kind, item.name)
            if suffix is None:
                return say("form.file-ending", name=item.name)
            path = path_for(about, _title(item, about), suffix, self._is_taken)
            self.files[path], self.hashes[path] = item.data, item.sha256
        self._paths[item.sha256] = path
        self._used.add((path, about))
        return path

    def _say_same(self, item: Item, path: str, about: About) -> None:
        """Say that a file is kept already: once for each row that has it too."""
        day = "" if about.day is None else f"{about.day:%m-%d}"
        own = path.startswith(f"{FOLDER}/{stem(about.pairing)}/{day}")
        if (path, about) not in self._used and not own:
            where = item.where.address if item.where is not None else item.name
            self.notes.append(say("form.file-same", name=where, path=path))
        self._used.add((path, about))

    def _is_taken(self, path: str) -> bool:
        return self.taken(path) or path in {each.casefold() for each in self.files}


def _once(found: Iterable[str | Message]) -> tuple[str | Message, ...]:
    """Paths and messages, each once, in order."""
    different: list[str | Message] = []
    for each in found:
        if each not in different:
            different.append(each)
    return tuple(different)


def _title(item: Item, about: About) -> str:
    """What a file is called: an attachment as it was, a picture in a form as what it shows."""
    return about.title if item.where is not None else PurePosixPath(item.name).stem
