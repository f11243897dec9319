"""A folder → a `Repository`: every file read, every record bound, every problem kept."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeAlias

from pairing_cli.load import limits
from pairing_cli.load.answers import read_answers
from pairing_cli.load.bind import HELD_IN, Bound, bind
from pairing_cli.load.decode import decode
from pairing_cli.load.events import Parsed, parse
from pairing_cli.load.evidence import inspect
from pairing_cli.load.names import Names
from pairing_cli.load.slips import conflict, slips
from pairing_cli.load.tree import Tree
from pairing_cli.load.trouble import Trouble, diagnostic
from pairing_cli.load.veil import Allowed, Veil, allowances_in, lifted, over_data
from pairing_cli.model.allowances import Allowance
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, ROOT_MODELS
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.gist import Gist
from pairing_cli.model.places import TOP, At
from pairing_cli.model.programme import Programme
from pairing_cli.model.repository import Entry, Index, Repository

_TOP_KEY = re.compile(rb"^([a-z_]+)[ \t]*(?::|\xef\xbc\x9a)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A programme as read: what it holds, what is wrong with its files, and what was hidden in them.

    ``known`` are the keys of records that could not be read, by their place; ``bound`` is what each file
    was found to hold, kept where a memo was given.
    """

    repository: Repository
    diagnostics: tuple[Diagnostic, ...]
    known: Mapping[At, str] = field(default_factory=dict)
    veil: Veil = field(default_factory=Veil)
    bound: Mapping[str, Bound] = field(default_factory=dict)


Memo: TypeAlias = MutableMapping[tuple[str, bytes], Bound]
"""What files hold, by their path and their bytes: what was read once need not be read again.

A file in which something was hidden is not kept: what is hidden depends on the others.
"""


@dataclass(slots=True)
class Gathered:
    """What the files read so far hold, and the veil they were read through.

    Who writes files back reads them without one.
    """

    veil: Veil = field(default_factory=lifted)
    names: Names = field(default_factory=Names)
    entries: dict[str, list[Entry[Any]]] = field(default_factory=dict)
    programmes: list[Entry[Programme]] = field(default_factory=list)
    unread: dict[str, list[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    known: dict[At, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    gists: dict[str, Gist] = field(default_factory=dict)
    bound: dict[str, Bound] = field(default_factory=dict)
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


def load(  # noqa: PLR0913  each is named where it is asked for
    tree: Tree,
    *,
    evidence: bool = True,
    without: str | None = None,
    redact: bool = False,
    memo: Memo | None = None,
    beside: Loaded | None = None,
    allowing: Allowed | None = None,
) -> Loaded:
    """Read a programme's folder; with ``evidence``, also look at every evidence file it names.

    ``without`` is the path of a file inside the folder that is left out. With ``redact``, the names of
    all people but office holders are hidden, else of children only. A file that ``memo`` knows is
    taken from there, the very same records; the others are put into it. ``beside`` is another state
    of the same programme, with which it is compared: names are hidden as there. ``allowing`` says what
    may stand in the files, where it is not the programme itself that does.
    """
    with _no_collection():
        veil = Veil(allowing or partial(allowances, tree), beside.veil.names if beside else {})
        read = partial(_read_files, tree, without, memo)
        gathered = veiled(read, Gathered(veil=veil, names=Names(everybody=redact)))
        veil = gathered.veil
        repository, said = read_answers(assemble(gathered), tree, gathered.size, veil)
        gathered.diagnostics += said
        if evidence:
            repository = inspect(repository, tree, veil)
    repository = replace(repository, allowed=frozenset(veil.met))
    said = gathered.diagnostics
    return Loaded(repository, tuple(said), gathered.known, veil, gathered.bound)


def allowances(tree: Tree) -> Iterator[Allowance]:
    """What the programme allows to stand in its files, read before them."""
    name = tree.programme_file()
    data = tree.read(name) if name is not None else b""
    text = decode(data, veil=Veil()).text if isinstance(data, bytes) else None
    yield from allowances_in(parse(text).data if text is not None else None)


def veiled(read: Callable[[Gathered], None], gathered: Gathered) -> Gathered:
    """What files hold; where they name somebody who must not be shown, read again without the name.

    A name may stand anywhere, before the record that says whose it is.
    """
    read(gathered)
    if not gathered.names.wanted():
        return gathered
    again = Gathered(veil=_hiding(gathered))
    read(again)
    return again


def _hiding(gathered: Gathered) -> Veil:
    """The veil that also hides the names that were found."""
    hidden = gathered.names.wanted()
    others = {entry.record.name for entry in gathered.entries.get("people", ())}.difference(hidden)
    return gathered.veil.hiding(hidden, others)


def veil_of(tree: Tree, files: Mapping[str, bytes]) -> Veil:
    """The veil of a programme of which some files are to be others: for showing what is to be written."""
    gathered = Gathered(veil=Veil(partial(allowances, tree)))
    for found in tree.yaml_files():
        data = files.get(found.path) or found.trouble or tree.read(found.path)
        read_file(found.path, data, gathered)
    for path, data in files.items():
        if path not in gathered.files:
            read_file(path, data, gathered)
    return _hiding(gathered)


def _read_files(tree: Tree, without: str | None, memo: Memo | None, gathered: Gathered) -> None:
    for number, found in enumerate(tree.yaml_files()):
        if number == limits.FILES:
            gathered.diagnostics.append(
                diagnostic("F021", At(found.path), {"limit": limits.FILES}, "files")
            )
            break
        if found.path != without:
            read_file(found.path, found.trouble or tree.read(found.path), gathered, memo)


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
    gathered.diagnostics += [each.diagnostic(path) for each in gathered.veil.over(path, path)[1]]
    if isinstance(data, Trouble):
        gathered.diagnostics.append(data.diagnostic(path))
        return
    gathered.size += len(data)
    if gathered.size > limits.TOTAL_BYTES:
        facts = {"limit": limits.TOTAL_BYTES // 1024 // 1024}
        gathered.diagnostics.append(diagnostic("F021", At(path), facts, "bytes"))
        gathered.broken |= _top_keys(data)
        return
    if memo is None or gathered.veil.names:
        gathered.take(path, _bound(path, data, gathered))
    else:
        gathered.bound[path] = found = _remembered(path, data, gathered, memo)
        gathered.take(path, found)


def _remembered(path: str, data: bytes, gathered: Gathered, memo: Memo) -> Bound:
    try:
        return memo[path, data]
    except KeyError:
        found = _bound(path, data, gathered)
        if not found.hidden:
            memo[path, data] = found
        return found


def bound_alone(path: str, data: bytes) -> Bound:
    """What a file's bytes hold, where nothing in them has to be hidden."""
    return _bound(path, data, Gathered(veil=Veil()))


def _bound(path: str, data: bytes, gathered: Gathered) -> Bound:
    """What a file's bytes hold, and everything that is wrong with them; nothing else is looked at."""
    before = gathered.veil.times
    content = _content(data, path, gathered.veil)
    found = Bound() if content.data is None else bind(path, content.data)
    found.diagnostics[:0] = [trouble.diagnostic(path) for trouble in content.troubles]
    found.broken |= content.dropped if content.data is not None else _top_keys(data)
    gathered.names.take(content.data, path, gathered.veil)
    found.hidden = gathered.veil.times > before
    return found


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's data as a mapping (None when it has none that can be used), and what is wrong."""

    data: dict[str, Any] | None
    troubles: list[Trouble]
    dropped: set[str] = field(default_factory=set)


def _content(data: bytes, path: str, veil: Veil) -> _Content:
    decoded = decode(data, path, veil)
    troubles = list(decoded.troubles)
    if decoded.text is None:
        return _Content(None, troubles)
    conflicts = conflict(decoded.text)
    if conflicts is not None:
        return _Content(None, [*troubles, conflicts])
    parsed = parse(decoded.text)
    if "\\" in decoded.text:
        troubles += _unescaped(parsed, decoded.text, path, veil)
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


def _unescaped(parsed: Parsed, text: str, path: str, veil: Veil) -> list[Trouble]:
    """Mask what only shows once the escapes of quoted texts are read; what was found."""
    places = parse(text, places=True)
    parsed.data, found = over_data(
        veil, parsed.data, lambda route: places.values.get(route, TOP), path
    )
    return found


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
