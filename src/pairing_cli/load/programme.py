"""A folder → a `Repository`: every file read, every record bound, every problem kept."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pairing_cli.load import limits
from pairing_cli.load.answers import read_answers
from pairing_cli.load.bind import HELD_IN, Bound, bind
from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from pairing_cli.load.evidence import inspect
from pairing_cli.load.slips import conflict, slips
from pairing_cli.load.tree import Tree
from pairing_cli.load.trouble import Trouble, diagnostic
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, ROOT_MODELS
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.gist import Gist
from pairing_cli.model.places import At
from pairing_cli.model.programme import Programme
from pairing_cli.model.repository import Entry, Index, Repository

_TOP_KEY = re.compile(rb"^([a-z_]+)[ \t]*(?::|\xef\xbc\x9a)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A programme as read: what it holds, and what is wrong with its files.

    ``known`` are the keys of records that could not be read, by their place.
    """

    repository: Repository
    diagnostics: tuple[Diagnostic, ...]
    known: Mapping[At, str] = field(default_factory=dict)


Memo: TypeAlias = MutableMapping[tuple[str, bytes], Bound]
"""What files hold, by their path and their bytes: what was read once need not be read again."""


@dataclass(slots=True)
class Gathered:
    """What the files read so far hold."""

    entries: dict[str, list[Entry[Any]]] = field(default_factory=dict)
    programmes: list[Entry[Programme]] = field(default_factory=list)
    unread: dict[str, list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    known: dict[At, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    gists: dict[str, Gist] = field(default_factory=dict)
    size: int = 0

    def take(self, path: str, bound: Bound) -> None:
        """Add what one file holds."""
        if bound.gist is not None:
            self.gists[path] = bound.gist
        for key, entries in bound.entries.items():
            self.entries.setdefault(key, []).extend(entries)
        for key, names in bound.unread.items():
            self.unread.setdefault(key, []).extend(names)
        self.programmes += bound.programmes
        self.broken |= bound.broken
        self.known |= bound.known
        self.diagnostics += bound.diagnostics


def load(
    tree: Tree, *, evidence: bool = True, without: str | None = None, memo: Memo | None = None
) -> Loaded:
    """Read a programme's folder; with ``evidence``, also look at every evidence file it names.

    ``without`` is the path of a file inside the folder that is left out. A file that ``memo`` knows is
    taken from there, the very same records; the others are put into it.
    """
    with _no_collection():
        gathered = Gathered()
        for number, found in enumerate(tree.yaml_files()):
            if number == limits.FILES:
                gathered.diagnostics.append(
                    diagnostic("F021", At(found.path), {"limit": limits.FILES}, "files")
                )
                break
            if found.path != without:
                read_file(found.path, found.trouble or tree.read(found.path), gathered, memo)
        repository, said = read_answers(assemble(gathered), tree, gathered.size)
        gathered.diagnostics += said
        if evidence:
            repository = inspect(repository, tree)
    return Loaded(repository, tuple(gathered.diagnostics), gathered.known)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking ever more records while they are being made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_file(
    path: str, data: bytes | Trouble, gathered: Gathered, memo: Memo | None = None
) -> None:
    """Add what one file's bytes hold, and what is wrong with them."""
    gathered.files.append(path)
    if isinstance(data, Trouble):
        gathered.diagnostics.append(data.diagnostic(path))
        return
    gathered.size += len(data)
    if gathered.size > limits.TOTAL_BYTES:
        facts = {"limit": limits.TOTAL_BYTES // 1024 // 1024}
        gathered.diagnostics.append(diagnostic("F021", At(path), facts, "bytes"))
        gathered.broken |= _top_keys(data)
        return
    gathered.take(path, bound_file(path, data) if memo is None else _remembered(path, data, memo))


def _remembered(path: str, data: bytes, memo: Memo) -> Bound:
    try:
        return memo[path, data]
    except KeyError:
        found = memo[path, data] = bound_file(path, data)
        return found


def bound_file(path: str, data: bytes) -> Bound:
    """What a file's bytes hold, and everything that is wrong with them; nothing else is looked at."""
    content = _content(data)
    found = Bound() if content.data is None else bind(path, content.data)
    found.diagnostics[:0] = [trouble.diagnostic(path) for trouble in content.troubles]
    found.broken |= content.dropped if content.data is not None else _top_keys(data)
    return found


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's data as a mapping (None when it has none that can be used), and what is wrong."""

    data: dict[str, Any] | None
    troubles: list[Trouble]
    dropped: set[str] = field(default_factory=set)


def _content(data: bytes) -> _Content:
    decoded = decode(data)
    troubles = list(decoded.troubles)
    if decoded.text is None:
        return _Content(None, troubles)
    conflicts = conflict(decoded.text)
    if conflicts is not None:
        return _Content(None, [*troubles, conflicts])
    parsed = parse(decoded.text)
    troubles += parsed.troubles
    if parsed.fatal:
        return _Content(None, troubles)
    if parsed.data is None:
        return _Content({}, [*troubles, Trouble("F020")])
    if isinstance(parsed.data, dict):
        return _Content(parsed.data, troubles, parsed.dropped)
    said = {trouble.span for trouble in troubles if trouble.code in ("F018", "F026")}
    found = [trouble for trouble in slips(decoded.text) if trouble.span not in said]
    meant = found if found or said else [Trouble("F022")]
    return _Content(None, [*troubles, *meant])


def _top_keys(data: bytes) -> set[str]:
    """The collections that an unreadable file seems to hold, whatever its encoding."""
    found = {match[1].decode() for match in _TOP_KEY.finditer(data.replace(b"\0", b""))}
    return {held for key in found & set(ROOT_MODELS) for held in HELD_IN.get(key, {key})}


def assemble(gathered: Gathered) -> Repository:
    """The repository that the files read so far make up; what is wrong with them together is added."""
    for extra in gathered.programmes[1:]:
        first = At(gathered.programmes[0].at.file).name(PROGRAMME)
        place = At(extra.at.file).name(PROGRAMME)
        gathered.diagnostics.append(diagnostic("R013", place, {"first": first}))
    if not gathered.programmes and PROGRAMME not in gathered.broken:
        file = gathered.files[0] if gathered.files else "."
        gathered.diagnostics.append(diagnostic("R013", At(file), {}, "none"))
    indexes: dict[str, Any] = {
        key: Index(gathered.entries.get(key, ()), unread=gathered.unread.get(key, ()))
        for key in COLLECTIONS
    }
    return Repository(
        programme=gathered.programmes[0] if gathered.programmes else None,
        files=tuple(gathered.files),
        broken=frozenset(gathered.broken),
        gists=gathered.gists,
        **indexes,
    )
