"""How a table of somebody's own is read, as a record of the programme (列对照), and how it is proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from pairing_cli.forms.around import around
from pairing_cli.forms.columns import Column
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.foreign import fingerprint
from pairing_cli.forms.form import Form
from pairing_cli.forms.guess import Guess, Proposal
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.titles import folded
from pairing_cli.model.foreign import ForeignTable
from pairing_cli.model.programme import Side
from pairing_cli.model.proposed import ProposedColumn, ProposedTable
from pairing_cli.model.repository import Entry

_SURE = 0.9
_LONGEST = 40
_UNSAID = re.compile(r"[0-9]{2,4}\s*[-—至]?\s*[0-9]{0,4}\s*(?:学?年度?|[春秋]季?)")
_UNREAD = ("", "-", "—", "－")


class NoSuchColumnError(Exception):
    """A correction that names no column of the table, or none of the form."""


def shown(found: Proposal, lists: Lists, known: str = "") -> ProposedTable:
    """A proposal as it is shown."""
    columns = tuple(
        ProposedColumn(
            each.number,
            each.title,
            each.column.title if each.column else "",
            each.likeness >= _SURE,
            _sample(found, each.number),
        )
        for each in found.guesses
    )
    keys = {column.key for column in found.form.columns}
    titled = found.form.id == "self-assessment" or ("pairing" in keys - set(found.columns))
    named = {"pairing"}
    if len(around(found.grid, found.head).schedules(lists)) == 1:
        named.add("schedule")
    needed = (c for c in found.missing if c.key not in named and not c.prefilled)
    missing = tuple(column.title for column in (*needed, *_homes(found, lists)))
    return ProposedTable(
        found.grid.name, found.form.id, found.form.title, columns, missing, titled, known
    )


def _homes(found: Proposal, lists: Lists) -> Iterator[Column]:
    """Whence people come whom a table counts or names by side, where a side has several members."""
    for side in Side:
        told = {f"{side.value}-count", f"{side.value}-name"} & set(found.columns)
        several = any(len(e.record.members(side)) > 1 for e in lists.repository.pairings)
        if told and several and f"{side.value}-from" not in found.columns:
            yield found.form.column(f"{side.value}-from")


def _sample(found: Proposal, number: int) -> str:
    rows = (row for row in sorted(found.grid.rows) if row > found.head.last)
    texts = (found.grid.text(row, number).strip() for row in rows)
    return next(filter(None, texts), "")


def corrected(found: Proposal, value: str) -> Proposal:
    """A proposal with one column meaning another: ``3=名称``, ``3=title``, ``3=-``.

    NoSuchColumnError where that names no column.
    """
    number, _, name = value.replace("＝", "=").partition("=")
    place = _number(found, number.strip())
    column = None if name.strip() in _UNREAD else _column(found.form, name.strip())
    return replace(found, guesses=tuple(_put(each, place, column) for each in found.guesses))


def _put(each: Guess, place: int, column: Column | None) -> Guess:
    if each.number == place:
        return replace(each, column=column, likeness=1.0 if column else 0.0)
    return replace(each, column=None, likeness=0.0) if column and each.column == column else each


def _number(found: Proposal, text: str) -> int:
    numbers = {str(each.number): each.number for each in found.guesses}
    if text not in numbers:
        raise NoSuchColumnError(text)
    return numbers[text]


def _column(form: Form, name: str) -> Column:
    for column in form.columns:
        if name == column.key or folded(name) == folded(column.title):
            return column
    raise NoSuchColumnError(name)


def recorded_as(found: Proposal, lists: Lists) -> Entry[ForeignTable] | None:
    """The record of how a table of that header is read, if there is one."""
    own = fingerprint(found.head.titles.values())
    every: Iterable[Entry[ForeignTable]] = lists.repository.tables
    return next((e for e in every if fingerprint(c.title for c in e.record.columns) == own), None)


def record_of(found: Proposal, lists: Lists, name: str) -> Fields:
    """How a table is read, as the data of a record; ``name`` is that of its file."""
    columns: list[Data] = []
    for title, same in groupby(found.guesses, key=lambda each: each.title):
        meant = next((each.column for each in same if each.column is not None), None)
        columns.append({"title": title, **({"column": meant.key} if meant else {})})
    return {"title": _title(found, lists, name), "form": found.form.id, "columns": columns}


def _title(found: Proposal, lists: Lists, name: str) -> str:
    """What the table is called: in the line above it, without school and year; else as its file."""
    left = _without_names(name, lists)
    for text in reversed(around(found.grid, found.head).texts):
        plain = _without_names(" ".join(text.split()), lists)
        if plain.endswith(("表", "册", "单", "细则", "记录", "台账")) and len(plain) <= _LONGEST:
            return plain
    return left or found.form.title


def _without_names(text: str, lists: Lists) -> str:
    for each in sorted(lists.repository.organizations.names, key=len, reverse=True):
        text = text.replace(each, "")
    return _UNSAID.sub("", text).strip(" *_-—:：()（）")


def columns_of(form: Form) -> Mapping[str, str]:
    """The columns of a form that a table may have: titles by key."""
    return {c.key: c.title for c in form.columns if not c.locked or c.prefilled}
