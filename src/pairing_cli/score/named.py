"""Which items a user means, by id, number or title, so that only these need be scored."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.base import Record
from pairing_cli.model.repository import Repository
from pairing_cli.model.rubric import Item, Rubric


def items_meant(repository: Repository, rubric: Rubric, wanted: str) -> frozenset[str]:
    """The ids of the items that hold all that is meant; empty where more than items may be meant."""
    others = {section.id for section in rubric.sections}
    others |= {section.title for section in rubric.sections}
    if wanted in others or repository.terms.knows(wanted) or repository.pairings.knows(wanted):
        return frozenset()
    items = [item for _, item in rubric.items()]
    by_id = [item for item in items if any(_below(name, wanted) for name in _ids(item))]
    found = by_id or [item for item in items if wanted in _titles(item)]
    return frozenset(item.id for item in found)


def _below(name: str, wanted: str) -> bool:
    return wanted == name or wanted.startswith(f"{name}/")


def _ids(item: Item) -> Iterator[str]:
    yield item.id
    yield from (part.id for part in item.parts)


def _titles(item: Item) -> Iterator[str]:
    """What an item and its parts are called: whole, by number, and by what follows a blank."""
    whole = f"{item.number} {item.title}" if item.number else item.title
    for title in (whole, *(part.title for part in item.parts)):
        yield title
        yield from title.split(" ", 1)


def stands_alone(rubric: Rubric) -> bool:
    """Whether what a unit earns never depends on what others earn: no ranks, no totals of others."""
    return not any(_looks_around(record) for record in _within(rubric))


def _looks_around(record: Record) -> bool:
    return any(getattr(record, name, None) is not None for name in ("rank", "rubric"))


def _within(value: object) -> Iterator[Record]:
    """A record and every record in it."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each)
