"""What people call a record: its title or name, or what it is, when and for whom."""

from __future__ import annotations

from pairing_cli.model.base import Record
from pairing_cli.model.diagnostics import Message, Value, said, say
from pairing_cli.model.log import Activity, Submission
from pairing_cli.model.parties import Mentorship, Pairing
from pairing_cli.model.repository import Repository


def title_of(collection: str, record: Record, repository: Repository) -> str | Message:
    """What people call a record of a collection."""
    if isinstance(record, Activity):
        return _activity(record, repository)
    if isinstance(record, Submission):
        return say(
            "diff.paper",
            type=_titled(repository, "document_types", record.type),
            pairing=_pairing(repository, record.pairing),
            date=record.received,
        )
    if isinstance(record, Pairing):
        return repository.title_of(record)
    if isinstance(record, Mentorship):
        return say("diff.mentorship", mentor=str(record.mentor), mentee=str(record.mentee))
    return _plain(collection, record, repository)


def _activity(record: Activity, repository: Repository) -> Message:
    title = record.title or _titled(repository, "activity_kinds", record.kind)
    pairing = _pairing(repository, record.pairing)
    return say("diff.activity", title=title, pairing=pairing, date=said(record.days))


def _titled(repository: Repository, collection: str, name: str) -> str:
    found = repository.index(collection).get(name)
    return str(getattr(found, "title", None) or name)


def _pairing(repository: Repository, name: str) -> str:
    found = repository.pairings.get(name)
    return repository.title_of(found) if found else name


def _plain(collection: str, record: Record, repository: Repository) -> str | Message:
    for name in ("title", "name"):
        if isinstance(found := getattr(record, name, None), str):
            return found
    pairing, item = getattr(record, "pairing", None), getattr(record, "item", None)
    parts: list[Value] = [
        *([_pairing(repository, pairing)] if isinstance(pairing, str) else []),
        *([_titled(repository, "items", item)] if isinstance(item, str) else []),
        *([found] if isinstance(found := getattr(record, "id", None), str) else []),
    ]
    return say("diff.record", collection=say(f"collection.{collection}"), names=tuple(parts))
