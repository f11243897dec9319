"""Values and names that the loader refuses while saying what was meant, as edits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pairing_cli.edit.edits import Edit, Put, Rename
from pairing_cli.load.bind import bind
from pairing_cli.load.refusals import AS_MEANT
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Diagnostic, Message, Severity, say
from pairing_cli.model.places import At, Route
from pairing_cli.model.repository import Index, Repository, plain_name
from pairing_cli.rules.references import ALIASED, Reference, references


class Fix(NamedTuple):
    """A diagnostic, and the edit that puts it right."""

    found: Diagnostic
    edit: Edit


def value_fixes(file: str, data: Mapping[str, Any], *, names: bool) -> list[Fix]:
    """The edits of values that say what was meant; with ``names``, also of misspelt fields.

    Every refusal stands in the data as they are, so that the edits may be made one after the other.
    """
    found = (each for each in bind(file, data).diagnostics)
    return [fix for each in found for fix in _fix(each, data, names=names)]


def _fix(found: Diagnostic, data: Mapping[str, Any], *, names: bool) -> Iterator[Fix]:
    route, facts = found.at.route, found.message.facts
    if found.message.key in AS_MEANT:
        yield Fix(found, Put(route, str(facts["meant"])))
    name = _hinted(found)
    if not names or name is None:
        return
    holder = _at(data, route[:-1])
    known = found.code == "S002" or (found.code == "F023" and _fits(name, holder[route[-1]]))
    if known and name not in holder:
        yield Fix(found, Rename(route, name))


def _hinted(found: Diagnostic) -> str | None:
    hint = found.message.facts.get("hint")
    name = hint.facts.get("name") if isinstance(hint, Message) else None
    return name if isinstance(name, str) else None


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _fits(name: str, value: Any) -> bool:
    """Whether what stands under an unknown name reads well under another."""
    return not bind("", {name: value}).diagnostics


def name_fixes(repository: Repository, data_of: Callable[[str], Any]) -> list[Fix]:
    """The edits of short names of organizations and kinds that can mean one record only.

    Args:
        repository: The programme. Of a collection of which some records could not be read, none is the
            only one that can be meant.
        data_of: The plain data of a file, by its path.
    """
    indexes = {
        key: index
        for key in ALIASED - repository.broken
        if not (index := repository.index(key)).unread
    }
    read = cache(data_of)
    found = []
    for key in COLLECTIONS:
        for entry in repository.index(key):
            for reference in references(entry.record, entry.at):
                among = indexes.get(reference.collection)
                meant = None if among is None else only_meant(reference.name, among)
                if meant is not None:
                    data = read(reference.at.file)
                    route = _written(reference.at.route, data)
                    if _at(data, route) == reference.name:  # and not something that was masked
                        found.append(_name_fix(reference, At(reference.at.file, route), meant))
    return found


def _name_fix(reference: Reference, at: At, meant: str) -> Fix:
    what = say(f"collection.{reference.collection}")
    message = say("R001", name=reference.name, what=what, hint=say("did-you-mean", name=meant))
    return Fix(Diagnostic("R001", Severity.ERROR, at, message), Put(at.route, meant))


def only_meant(name: str, index: Index[Any]) -> str | None:
    """The title of the one record whose name is this one with something left out; else None."""
    if index.knows(name):
        return None
    short = plain_name(name.strip("“”‘’「」『』\"' "))
    owners = {
        id(entry): entry
        for entry in index
        for full in map(plain_name, entry.names)
        if full == short or (len(short) >= 2 and _left_out(short, full))
    }
    if len(owners) != 1:
        return None
    (owner,) = owners.values()
    return str(getattr(owner.record, "title", None) or owner.key) if owner.names else None


def _left_out(short: str, full: str) -> bool:
    letters = iter(full)
    return len(short) < len(full) and all(letter in letters for letter in short)


def _written(route: Route, data: Any) -> Route:
    """A route without the steps that are not in the data: a list of one written without the list."""
    found: Route = ()
    for step in route:
        inside = (
            step in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if inside:
            data, found = data[step], (*found, step)
    return found
