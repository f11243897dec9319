"""A place in a programme → what stands there, and what it counts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pairing_cli.diff.titles import title_of
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME
from pairing_cli.model.identity import as_place, identity
from pairing_cli.model.log import Activity, Document, Submission
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.model.results import QuotaLine, QuotaTable, ScoreNode, ScoreSheet
from pairing_cli.model.uses import LineUse, Named, NodeUse, Provided, Spotted, Title, Uses
from pairing_cli.rules.references import INSIDE, naming


def spotted(repository: Repository, known: Mapping[At, str], part: At) -> Spotted:
    """What stands at a place.

    Args:
        repository: The programme.
        known: The keys of records that could not be read, by their place.
        part: The place of a record, or of a part of one.
    """
    collection = str(part.route[0])
    at = At(part.file, part.route[: 1 if collection == PROGRAMME else 2])
    entry = entry_at(repository, at)
    if entry is None:
        name = known.get(at, "")
        return Spotted(collection, f"{collection}/{name}".rstrip("/"), name, at, part, read=False)
    title = title_of(collection, entry.record, repository)
    if collection == PROGRAMME:
        return Spotted(collection, PROGRAMME, title, at, part)
    where = as_place(identity(COLLECTIONS[collection], entry.record))
    return Spotted(collection, where, title, at, part)


def entry_at(repository: Repository, at: At) -> Entry[Any] | None:
    """The record that stands at a place."""
    if at.route == (PROGRAMME,):
        programme = repository.programme
        return programme if programme is not None and programme.at == at else None
    return next((entry for entry in repository.index(str(at.route[0])) if entry.at == at), None)


def uses(
    repository: Repository, sheets: Sequence[ScoreSheet], targets: QuotaTable | None, part: At
) -> Uses:
    """What the record or the part of a record at a place counts for."""
    at = At(part.file, part.route[: 1 if part.route[0] == PROGRAMME else 2])
    entry = entry_at(repository, at)
    if entry is None:
        return Uses()
    whole = at == part
    return Uses(
        tuple(_fulfils(repository, entry)) if whole else (),
        tuple(_fulfilled_by(repository, part)),
        tuple(_documents(repository, entry, part)),
        tuple(_named_by(repository, entry, part)),
        tuple(_lines(targets.lines if targets else (), part)),
        tuple(_nodes(sheets, part)),
    )


def _fulfils(repository: Repository, entry: Entry[Any]) -> Iterator[Named]:
    """The planned lines that an activity fulfils."""
    if isinstance(entry.record, Activity):
        for name in entry.record.fulfils:
            line = repository.plan_lines.find(name)
            if line is not None:
                yield Named("plan_lines", _title_of_line(line.record), line.at)


def _title_of_line(line: Any) -> str:
    return str(getattr(line, "title", None) or getattr(line, "work", ""))


def _fulfilled_by(repository: Repository, part: At) -> Iterator[Named]:
    """The activities that fulfil the planned lines at a place."""
    for line in repository.plan_lines:
        if line.at.within(part):
            for entry in repository.fulfilling.get(line.key, ()):
                yield _named(repository, "activities", entry)


def _named(repository: Repository, collection: str, entry: Entry[Any]) -> Named:
    return Named(collection, title_of(collection, entry.record, repository), entry.at)


def _documents(repository: Repository, entry: Entry[Any], part: At) -> Iterator[Provided]:
    """The documents that stand at a place."""
    found: list[tuple[Document, At]] = []
    if isinstance(entry.record, Submission):
        found = [(entry.record, entry.at)]
    elif isinstance(entry.record, Activity):
        papers = enumerate(entry.record.documents)
        found = [(paper, entry.place("documents", number)) for number, paper in papers]
    for document, at in found:
        if at.within(part):
            kind = repository.document_types.get(document.type)
            yield Provided(kind.title if kind else document.type, document.received, at)


def _named_by(repository: Repository, entry: Entry[Any], part: At) -> Iterator[Named]:
    """The records that name the record, or what has an id of its own inside it.

    Activities that fulfil a line are said apart.
    """
    wanted = {
        key: frozenset(inner.key for inner in repository.index(key) if inner.at.within(part))
        for key in INSIDE
        if key != "plan_lines"
    }
    collection = str(part.route[0])
    if entry.at == part and entry.key and collection != PROGRAMME:
        wanted[collection] = frozenset([entry.key])
    for key, other in naming(repository, wanted):
        if other.at != entry.at:
            yield _named(repository, key, other)


def _lines(lines: Iterable[QuotaLine], part: At, path: tuple[Title, ...] = ()) -> Iterator[LineUse]:
    """The lines furthest down for which something at a place counts."""
    for line in lines:
        way = (*path, line.scope if line.is_scope else line.title)
        below = list(_lines(line.children, part, way))
        yield from below
        if not below and any(at.within(part) for at in line.counted):
            yield LineUse(way, line)


def _nodes(sheets: Iterable[ScoreSheet], part: At) -> Iterator[NodeUse]:
    for sheet in sheets:
        for unit in sheet.units:
            for item in unit.node.items():
                for path, node in _resting(item, part):
                    yield NodeUse(sheet.rubric, unit.node.title, path, node)


def _resting(node: ScoreNode, part: At) -> Iterator[tuple[tuple[Title, ...], ScoreNode]]:
    """The nodes furthest down that rest on something at a place, with the titles down to them."""
    below = [found for child in node.children for found in _resting(child, part)]
    for path, found in below:
        yield (node.title, *path), found
    if not below and any(at.within(part) for at in _places(node)):
        yield (node.title,), node


def _places(node: ScoreNode) -> Iterator[At]:
    yield from node.at
    if node.paper is not None:
        yield from (receipt.at for receipt in node.paper.receipts)
