"""What can be done to a file's data, as values; and what it comes to in plain data.

Routes are those of the data as they stand after the edits before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias

from pairing_cli.model.places import Route


class EditError(Exception):
    """An edit that cannot be made, or would not come to what is meant: nothing is changed."""


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at a route. A key that is missing is added at its place, and those above it.

    Values are plain data as the loader reads them: texts, None, lists and mappings. A list or mapping
    that is there already is changed in those parts only that differ.
    """

    route: Route
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Add a member to the end of a list; a list that is missing is made, a single value becomes one."""

    route: Route
    value: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away a key with its value, or a member of a list."""

    route: Route


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a key another name; its value stays where it is."""

    route: Route
    name: str


Edit: TypeAlias = Put | Append | Remove | Rename


def meaning(data: Any, edits: Iterable[Edit]) -> Any:
    """The plain data after edits; the data given are not changed."""
    found = deepcopy(data) if data is not None else {}
    for edit in edits:
        try:
            _carry_out(found, edit)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise EditError(f"{edit!r}") from error
    return found


def _carry_out(data: Any, edit: Edit) -> None:
    *steps, last = edit.route
    holder = data
    for number, step in enumerate(steps):
        if isinstance(holder, dict) and holder.get(step) is None and not isinstance(edit, Remove):
            holder[step] = [] if isinstance(edit.route[number + 1], int) else {}
        holder = holder[step]
    if isinstance(edit, Put):
        _put(holder, last, deepcopy(edit.value))
    elif isinstance(edit, Append):
        _append(holder, last, deepcopy(edit.value))
    elif isinstance(edit, Remove):
        del holder[last]
    else:
        _rename(holder, str(last), edit.name)


def _put(holder: Any, step: str | int, value: Any) -> None:
    if isinstance(holder, list):
        holder[int(step)] = value
    else:
        holder[str(step)] = value


def _append(holder: Any, step: str | int, value: Any) -> None:
    there = holder.get(step) if isinstance(holder, dict) else holder[step]
    if isinstance(there, list):
        there.append(value)
    else:
        _put(holder, step, [value] if there is None else [there, value])


def _rename(holder: dict[str, Any], key: str, name: str) -> None:
    if name in holder and name != key:
        raise KeyError(name)
    pairs = [(name if each == key else each, value) for each, value in holder.items()]
    if key not in holder:
        raise KeyError(key)
    holder.clear()
    holder.update(pairs)
