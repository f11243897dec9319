"""Names: what a record refers to is known, and everything has a name of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple, get_origin

from pydantic.fields import FieldInfo

from pairing_cli.model.base import Record, reachable
from pairing_cli.model.collections import COLLECTIONS, PROGRAMME
from pairing_cli.model.diagnostics import Message, Problem, Severity, problem, say
from pairing_cli.model.places import At
from pairing_cli.model.repository import Entry, Index, Repository, plain_name
from pairing_cli.model.rubric import Rubric, Section
from pairing_cli.model.scalars import Refers
from pairing_cli.rules.base import Case, Reach, rule

UNIQUE = tuple(key for key, collection in COLLECTIONS.items() if collection.names)
"""Collections whose records have names."""

ALIASED = frozenset(key for key, found in COLLECTIONS.items() if "aliases" in found.names)
"""Collections whose records may have names besides id and title."""

INSIDE = ("terms", "items", "plan_lines")
"""Records inside others that have ids of their own."""

_JOINERS = "，、；,;"
_QUOTES = "“”‘’「」『』"


class Reference(NamedTuple):
    """A name used at a place to refer to a record of a collection."""

    collection: str
    name: str
    at: At


@dataclass(frozen=True, slots=True)
class _Field:
    """A field worth walking into: its attribute, its key in files, and what it refers to.

    ``one`` is the collection that a single name refers to, ``many`` that of names in a list.
    """

    attribute: str
    key: str
    one: str | None
    many: str | None
    besides: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    fields = (_field(name, info) for name, info in model.model_fields.items())
    infos = model.model_fields.values()
    return tuple(
        field
        for field, info in zip(fields, infos, strict=True)
        if field.one or field.many or any(map(_refers_itself, reachable(info.annotation)))
    )


def _field(name: str, info: FieldInfo) -> _Field:
    one = _refers(info.annotation, info.metadata, in_list=False)
    many = _refers(info.annotation, info.metadata, in_list=True)
    return _Field(name, info.alias or name, one, many, _besides(info.annotation, info.metadata))


def refers(info: FieldInfo) -> bool:
    """Whether a field holds the names of other records."""
    field = _field("", info)
    return bool(field.one or field.many)


def _refers_itself(model: type[Record]) -> bool:
    fields = (_field(name, info) for name, info in model.model_fields.items())
    return any(field.one or field.many for field in fields)


def _refers(annotation: Any, metadata: Iterable[Any], *, in_list: bool) -> str | None:
    """The collection that a field's names refer to, in a list or (``in_list`` false) alone."""
    is_list = get_origin(annotation) is tuple
    if is_list == in_list and not is_list:
        for mark in metadata:
            if isinstance(mark, Refers):
                return mark.collection
    inside = in_list and not is_list
    for part in getattr(annotation, "__args__", ()):
        found = _refers(part, getattr(part, "__metadata__", ()), in_list=inside)
        if found is not None and (not is_list or in_list):
            return found
    return None


def _besides(annotation: Any, metadata: Iterable[Any]) -> frozenset[str]:
    """The words that may stand in a field instead of names."""
    for mark in metadata:
        if isinstance(mark, Refers):
            return mark.besides
    parts = getattr(annotation, "__args__", ())
    found = (_besides(part, getattr(part, "__metadata__", ())) for part in parts)
    return frozenset[str]().union(*found)


def references(record: Record, at: At) -> Iterator[Reference]:
    """Every reference that a record makes, also those of the records inside it."""
    for field in _fields(type(record)):
        value = getattr(record, field.attribute)
        place = at.sub(field.key)
        if isinstance(value, Record):
            yield from references(value, place)
        elif isinstance(value, tuple):
            yield from _listed(field, value, place)
        elif isinstance(value, str) and field.one is not None and value not in field.besides:
            yield Reference(field.one, value, place)


def _listed(field: _Field, values: tuple[Any, ...], at: At) -> Iterator[Reference]:
    for index, each in enumerate(values):
        if isinstance(each, Record):
            yield from references(each, at.sub(index))
        elif field.many is not None:
            yield Reference(field.many, each, at.sub(index))


def _names(record: Record, found: dict[str, set[str]]) -> None:
    """Add the names that a record refers to, by collection; places cost time, so none are made."""
    for field in _fields(type(record)):
        value = getattr(record, field.attribute)
        if type(value) is tuple:
            _names_listed(field, value, found)
        elif isinstance(value, Record):
            _names(value, found)
        elif field.one is not None and type(value) is str and value not in field.besides:
            found[field.one].add(value)


def _names_listed(field: _Field, values: tuple[Any, ...], found: dict[str, set[str]]) -> None:
    for each in values:
        if isinstance(each, Record):
            _names(each, found)
        elif field.many is not None:
            found[field.many].add(each)


def spellings(repo: Repository) -> dict[str, set[str]]:
    """The names in use that lead to a record without being one of its own, by collection.

    Such as ``屈  锋`` for ``屈锋``.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for entry in _entries(repo):
        _names(entry.record, names)
    return {key: found - set(repo.index(key).names) for key, found in names.items()}


def naming(
    repo: Repository, wanted: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Entry[Any]]]:
    """The records, with their collections, that name one of the records of these keys."""
    for collection in (PROGRAMME, *COLLECTIONS):
        for entry in repo.index(collection) if collection != PROGRAMME else _programme(repo):
            names: dict[str, set[str]] = defaultdict(set)
            _names(entry.record, names)
            if any(
                repo.index(key).key(name) in keys
                for key, keys in wanted.items()
                for name in names.get(key, ())
            ):
                yield collection, entry


def _programme(repo: Repository) -> Iterator[Entry[Any]]:
    if repo.programme is not None:
        yield repo.programme


@lru_cache(maxsize=1)
def _doubtful(case: Case) -> tuple[Reference, ...]:
    """The references whose names do not lead to exactly one record."""
    return tuple(_find_doubtful(case.repo))


def _find_doubtful(repo: Repository) -> Iterator[Reference]:
    for entry in _entries(repo):
        names: dict[str, set[str]] = defaultdict(set)
        _names(entry.record, names)
        if any(repo.index(key).find(name) is None for key in names for name in names[key]):
            for reference in references(entry.record, entry.at):
                if repo.index(reference.collection).find(reference.name) is None:
                    yield reference


def _entries(repo: Repository) -> Iterator[Entry[Any]]:
    yield from _programme(repo)
    for key in COLLECTIONS:
        yield from repo.index(key)


@rule("R001", Severity.ERROR, reach=Reach.RECORD)
def unknown_name(case: Case) -> Iterator[Problem]:
    """Every name that a record refers to is known.

    A record points to others by id, title or alias: a school, a pairing, a kind of work, a kind of
    document, a person, a term. A name that nothing has would silently drop the record from every
    count. Add the missing record or correct the name; an organization, a kind of work and a kind of
    document may also have it as an alias.
    """
    for reference in _doubtful(case):
        index = case.repo.index(reference.collection)
        if reference.collection not in case.repo.broken and not index.knows(reference.name):
            yield problem(
                reference.at,
                "" if reference.collection in ALIASED else "no-alias",
                name=reference.name,
                what=say(f"collection.{reference.collection}"),
                hint=_hint(reference.name, index),
            )


def _hint(name: str, index: Index[Record]) -> Message:
    """What to say of an unknown name: quoted, several in one, the one that was meant, or nothing."""
    bare = name.strip(_QUOTES).strip()
    if bare != name and index.knows(bare):
        return say("hint.quotes", name=bare)
    for joiner in _JOINERS:
        parts = [part.strip() for part in name.split(joiner)]
        if len(parts) > 1 and any(index.knows(part) for part in parts):
            return say("hint.several-names", joiner=joiner)
    near = nearest(name, index)
    return say("did-you-mean", name=near) if near else say("nothing")


def nearest(name: str, index: Index[Record]) -> str | None:
    """The known name that an unknown one was probably meant to be; None when none is near."""
    known = {plain_name(other): other for other in index.names}
    wanted = plain_name(name)
    inside = [other for plain, other in known.items() if _short_form(wanted, plain)]
    if len(inside) == 1:
        return inside[0]
    near = get_close_matches(wanted, list(known), n=1, cutoff=0.7)
    return known[near[0]] if near else None


def _short_form(short: str, full: str) -> bool:
    """Whether one name is the other with characters left out (西街小学, 高台县西街小学)."""
    if not 2 <= len(short) < len(full):
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)


@rule("R002", Severity.ERROR)
def duplicate_name(case: Case) -> Iterator[Problem]:
    """No two records of a collection have the same id.

    Two branches that each add a record with the same id merge without a conflict, and one of the
    two would be lost from every count. Give one of them another id, such as pairing, date and kind.
    """
    for what, entries in _named(case.repo):
        first: dict[str, Entry[Record]] = {}
        for entry in entries:
            earlier = first.setdefault(entry.key, entry)
            if earlier is not entry:
                yield problem(
                    entry.at,
                    what=say(f"collection.{what}"),
                    name=entry.key,
                    first=earlier.at,
                )


def _named(repo: Repository) -> Iterator[tuple[str, Iterable[Entry[Record]]]]:
    """Every kind of record of which names are used more than once, and its records."""
    for key in (*UNIQUE, "terms"):
        if repo.index(key).shared:
            yield key, (entry for entry in repo.index(key) if entry.names)
    for rubric in repo.rubrics:
        yield "sections", sections_of(rubric)
        yield "items", (entry for entry in repo.items if _inside(entry, rubric))
    yield "plan_lines", repo.plan_lines  # milestones among them: activities point to all of these


def _inside(entry: Entry[Record], rubric: Entry[Rubric]) -> bool:
    """Whether a record stands in a rubric: two rubrics may have an item in common."""
    depth = len(rubric.at.route)
    return entry.at.file == rubric.at.file and entry.at.route[:depth] == rubric.at.route


def sections_of(rubric: Entry[Rubric]) -> list[Entry[Section]]:
    """A rubric's sections, by id."""
    return [
        Entry(section, rubric.place("sections", number), (section.id,))
        for number, section in enumerate(rubric.record.sections)
    ]


@rule("R003", Severity.ERROR, reach=Reach.RECORD)
def ambiguous_name(case: Case) -> Iterator[Problem]:
    """A name that a record refers to belongs to one record only.

    Short names such as 中心小学, and people of the same name (重名), may mean several. Refer to the id
    or to the full title.
    """
    for reference in _doubtful(case):
        found = case.repo.index(reference.collection).candidates(reference.name)
        keys = {entry.key for entry in found}
        if len(keys) > 1:
            yield problem(reference.at, name=reference.name, keys=tuple(sorted(keys)))


@rule("R004", Severity.WARNING)
def lookalike_name(case: Case) -> Iterator[Problem]:
    """Ids differ by more than blanks, letter case, or full-width forms.

    ``Xijie-1`` and ``xijie-1`` look the same to people and to some file systems. Rename one.
    """
    for what, entries in _named(case.repo):
        first: dict[str, Entry[Record]] = {}
        for entry in entries:
            earlier = first.setdefault(plain_name(entry.key), entry)
            if earlier.key != entry.key:
                yield problem(
                    entry.at, what=say(f"collection.{what}"), name=entry.key, other=earlier.key
                )


@rule("R005", Severity.WARNING)
def shared_alias(case: Case) -> Iterator[Problem]:
    """A title or alias is used by one record of its collection only.

    A name that two records share cannot be used to refer to either of them.
    """
    for what, entries in _named(case.repo):
        if what == "people":  # people may share a name; their ids tell them apart
            continue
        owners: dict[str, Entry[Record]] = {}
        for entry in entries:
            for name in entry.names:
                owner = owners.setdefault(plain_name(name), entry)
                if plain_name(owner.key) != plain_name(entry.key):
                    yield problem(
                        entry.at, what=say(f"collection.{what}"), name=name, other=owner.key
                    )


RULES = (unknown_name, duplicate_name, ambiguous_name, lookalike_name, shared_alias)
