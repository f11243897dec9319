"""Two repositories → the records that came, went, changed, were renamed or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pairing_cli.diff.titles import title_of
from pairing_cli.model.base import Record
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME, Collection
from pairing_cli.model.differences import Fate, Move, RecordChange
from pairing_cli.model.identity import Identity, identity
from pairing_cli.model.judgements import Finding, Rating, Waiver
from pairing_cli.model.log import Activity, Submission
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Repository

Pair = tuple[Entry[Any] | None, Entry[Any] | None]
"""A record before and after."""


def pairs(before: Repository, after: Repository) -> Iterator[tuple[Collection, Pair]]:
    """The records of both, those that are the same record side by side."""
    for collection in COLLECTIONS.values():
        old, new = (_grouped(collection, side.index(collection.key)) for side in (before, after))
        for known in dict.fromkeys((*old, *new)):
            for pair in _matched(old.get(known, []), new.get(known, [])):
                yield collection, pair


def _grouped(
    collection: Collection, entries: Iterable[Entry[Record]]
) -> dict[Identity, list[Entry[Any]]]:
    found: dict[Identity, list[Entry[Any]]] = {}
    for entry in entries:
        found.setdefault(identity(collection, entry.record), []).append(entry)
    return found


def _matched(old: list[Entry[Any]], new: list[Entry[Any]]) -> Iterator[Pair]:
    """Entries known by the same, equal ones with each other, the others in their order."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    left = list(new)
    rest = []
    for entry in old:
        same = next((each for each in left if each.record == entry.record), None)
        if same is None:
            rest.append(entry)
        else:
            left.remove(same)
            yield entry, same
    for number in range(max(len(rest), len(left))):
        yield (
            rest[number] if number < len(rest) else None,
            left[number] if number < len(left) else None,
        )


def changes(before: Repository, after: Repository) -> tuple[list[RecordChange], list[Move]]:
    """What became of the records, and from which file to which they went."""
    found, moved = list(_programme(before, after)), Counter[tuple[str, str]]()
    for collection, (old, new) in pairs(before, after):
        if old and new and old.at.file != new.at.file:
            moved[old.at.file, new.at.file] += 1
        if (
            old is None
            or new is None
            or (old.record is not new.record and old.record != new.record)
        ):
            found.append(_change(collection, old, new, before, after))
    moves = [Move(*files, number) for files, number in sorted(moved.items())]
    return _following(list(_with_renames(found, before, after)), before, after), moves


def _following(
    found: list[RecordChange], before: Repository, after: Repository
) -> list[RecordChange]:
    """The changes, in which those are marked that only use the new names of renamed records."""
    names = dict(filter(None, (_names(each, before, after) for each in found)))
    if not names:
        return found
    marked = [
        replace(each, follows=True) if _only_named(each, names, before, after) else each
        for each in found
    ]
    return list(_told_by_new_names(marked, names, before, after))


def _told_by_new_names(
    found: list[RecordChange], names: Mapping[str, str], before: Repository, after: Repository
) -> Iterator[RecordChange]:
    """The changes, in which a nameless record that went is the one that came with the new names."""
    came: dict[str, list[RecordChange]] = {}
    for each in found:
        entry = _entry(each, after, each.after) if each.fate is Fate.ADDED else None
        if entry is not None:
            came.setdefault(repr(entry.record), []).append(each)
    same: dict[int, RecordChange | None] = {}
    for each in found:
        entry = _entry(each, before, each.before) if each.fate is Fate.REMOVED else None
        alike = came.get(_renamed(entry.record, names)) if entry else None
        if alike:
            new = alike.pop()
            same[id(each)] = None
            same[id(new)] = replace(new, fate=Fate.CHANGED, before=each.before, follows=True)
    for each in found:
        kept = same.get(id(each), each)
        if kept is not None:
            yield kept


def _renamed(record: Record, names: Mapping[str, str]) -> str:
    """What a record says, with new names for old ones."""
    said = repr(record)
    for was, now in names.items():
        said = said.replace(was, now)
    return said


def _names(change: RecordChange, before: Repository, after: Repository) -> tuple[str, str] | None:
    """The old and the new key of a renamed record."""
    if change.fate is not Fate.RENAMED:
        return None
    old, new = _entry(change, before, change.before), _entry(change, after, change.after)
    return (old.key, new.key) if old and new else None


def _entry(change: RecordChange, side: Repository, at: At | None) -> Entry[Any] | None:
    return next((entry for entry in side.index(change.collection) if entry.at == at), None)


def _only_named(
    change: RecordChange, names: Mapping[str, str], before: Repository, after: Repository
) -> bool:
    if change.fate is not Fate.CHANGED or change.collection == PROGRAMME:
        return False
    old, new = _entry(change, before, change.before), _entry(change, after, change.after)
    if old is None or new is None:
        return False
    return _renamed(old.record, names) == repr(new.record)


def _programme(before: Repository, after: Repository) -> Iterator[RecordChange]:
    old, new = before.programme, after.programme
    if old and new and old.record != new.record:
        title, fields = new.record.title, differing(old.record, new.record)
        yield RecordChange(PROGRAMME, new.record.id, title, Fate.CHANGED, old.at, new.at, fields)


def _change(
    collection: Collection,
    old: Entry[Any] | None,
    new: Entry[Any] | None,
    before: Repository,
    after: Repository,
) -> RecordChange:
    entry, side = (new, after) if new else (old, before)
    assert entry is not None
    fate = Fate.ADDED if old is None else Fate.REMOVED if new is None else Fate.CHANGED
    fields = differing(old.record, new.record) if old and new else ()
    key = identity(collection, entry.record)[1]
    places = (old.at if old else None, new.at if new else None)
    title = title_of(collection.key, entry.record, side)
    return RecordChange(collection.key, key, title, fate, *places, fields)


def differing(old: Record, new: Record) -> tuple[str, ...]:
    """The fields, by their names in the files, in which two records differ."""
    return tuple(
        info.alias or name
        for name, info in type(new).model_fields.items()
        if getattr(old, name) != getattr(new, name)
    )


def _with_renames(
    found: list[RecordChange], before: Repository, after: Repository
) -> Iterator[RecordChange]:
    """The changes, in which one that went and one that came with all else alike is one renamed."""
    went: dict[tuple[str, str], RecordChange] = {}
    for change in found:
        rest = _rest(change, before, change.before) if change.fate is Fate.REMOVED else None
        if rest:
            went[change.collection, rest] = change
    renamed: dict[int, RecordChange | None] = {}
    for change in found:
        rest = _rest(change, after, change.after) if change.fate is Fate.ADDED else None
        old = went.pop((change.collection, rest), None) if rest else None
        if old is not None:
            renamed[id(change)] = replace(
                change, fate=Fate.RENAMED, before=old.before, old_title=old.title
            )
            renamed[id(old)] = None
    for change in found:
        kept = renamed.get(id(change), change)
        if kept is not None:
            yield kept


def _rest(change: RecordChange, side: Repository, at: At | None) -> str | None:
    """What a record says besides its names; None where it has none, or says nothing else."""
    names = COLLECTIONS[change.collection].names
    entry = _entry(change, side, at)
    if entry is None or not names:
        return None
    stated = entry.record.model_fields_set - set(names)
    return (
        repr([(name, getattr(entry.record, name)) for name in sorted(stated)]) if stated else None
    )


def touched_pairings(before: Repository, after: Repository) -> frozenset[str] | None:
    """The keys of the pairings that changed records belong to; None where one concerns others too."""
    if before.programme is None or after.programme is None:
        return None
    if before.programme.record != after.programme.record:
        return None
    found: set[str] = set()
    for _, (old, new) in pairs(before, after):
        if old and new and (old.record is new.record or old.record == new.record):
            continue
        for entry, side in ((old, before), (new, after)):
            key = _pairing_of(entry, side) if entry else ""
            if key is None:
                return None
            found.add(key)
    return frozenset(found - {""})


def _pairing_of(entry: Entry[Any], side: Repository) -> str | None:
    """The pairing that alone a record concerns; None for rules, registers, and what names no pairing."""
    record = entry.record
    if isinstance(record, (Finding, Waiver)) and record.pairing is None and record.activity:
        activity = side.activities.get(record.activity)
        return side.pairings.key(activity.pairing) if activity else None
    if isinstance(record, (Activity, Submission, Finding, Waiver, Rating)) and record.pairing:
        return side.pairings.key(record.pairing)
    return None
