"""The programme's own words: nothing left to fill in, nothing left to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from pairing_cli.model.base import Record, reachable
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.diagnostics import Problem, Severity, problem
from pairing_cli.model.places import Route
from pairing_cli.model.privacy import unmasked
from pairing_cli.model.programme import Status
from pairing_cli.model.repository import Entry, Repository
from pairing_cli.rules.base import Case, Reach, rule
from pairing_cli.rules.references import refers


@rule("C001", Severity.ERROR, reach=Reach.RECORD)
def placeholder_left(case: Case) -> Iterator[Problem]:
    """No placeholder is left in a final programme.

    ``xx县``, ``____``, ``**学校``, 另见详细方案 and TBD stand for something nobody has filled in. Fill
    it in, or set the programme's status to draft.
    """
    programme = case.repo.programme
    if programme is None or programme.record.status is not Status.FINAL:
        return
    for entry in _everything(case.repo):
        for text, route in _placeholders(entry.record):
            yield problem(entry.at.sub(*route), text=text)


_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[xX×]{2,}(?![A-Za-z])|_{2,}|＿{2,}|\*{2,}|另见详细"
    r"|(?<![A-Za-z])TB[DC](?![A-Za-z])|(?<![接期等招])(?:待定|待补充?)$"
)


def _everything(repo: Repository) -> Iterator[Entry[Any]]:
    """Every record of a repository."""
    if repo.programme is not None:
        yield repo.programme
    for key in COLLECTIONS:
        yield from repo.index(key)


def _placeholders(record: Record) -> Iterator[tuple[str, Route]]:
    """The placeholders in a record's texts, each with the way to it."""
    for name, key in _worth_reading(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if type(value) is tuple:
            for number, member in enumerate(value):
                for text, route in _placeholders_in(member):
                    yield text, (key, number, *route)
        else:
            for text, route in _placeholders_in(value):
                yield text, (key, *route)


def _placeholders_in(value: Any) -> Iterator[tuple[str, Route]]:
    if type(value) is str:
        found = _PLACEHOLDER.search(value)
        if found is not None and found[0].startswith("*"):
            found = _PLACEHOLDER.search(unmasked(value))
        if found is not None:
            yield found[0], ()
    elif isinstance(value, Record):
        yield from _placeholders(value)


_EXACT = frozenset({"id", "path", "answers", "sha256", "conflict"})
"""Fields whose texts are no prose, or quote what is wrong with the official text."""


@lru_cache(maxsize=256)
def _worth_reading(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold texts of their own, or records that do: name, key in files."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _holds_prose(name, info) or any(map(_worth_reading_itself, reachable(info.annotation)))
    )


def _worth_reading_itself(model: type[Record]) -> bool:
    return any(_holds_prose(name, info) for name, info in model.model_fields.items())


def _holds_prose(name: str, info: FieldInfo) -> bool:
    """Whether a field holds texts that are neither ids, paths, choices, nor references."""
    if name in _EXACT or refers(info):
        return False
    return str in texts_in(info.annotation)


def texts_in(annotation: Any) -> set[Any]:
    """The types that an annotation mentions."""
    parts = get_args(annotation)
    return set().union(*map(texts_in, parts)) if parts else {annotation}


@rule("C002", Severity.WARNING)
def contradiction_open(case: Case) -> Iterator[Problem]:
    """Every contradiction that a programme notes has a reading.

    Until it is decided how the clause is read, targets and scores rest on a guess.
    """
    if case.repo.programme is None:
        return
    for number, resolution in enumerate(case.repo.programme.record.resolutions):
        if resolution.reading is None:
            place = case.repo.programme.place("resolutions", number)
            yield problem(place, clause=resolution.clause)


RULES = (placeholder_left, contradiction_open)
