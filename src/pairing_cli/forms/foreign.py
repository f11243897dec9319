"""Tables of somebody's own as tables of a form: Word tables, and those whose columns are known.

    found = known_table(grid, lists) or propose(grid, forms, lists)
    taken = as_form(found, lists, more)     # .grid and .sheet are read as those of a form are

The grid keeps its rows and columns, so that what is wrong is said of the cell in which it stands. Changed are
only cells that a form writes in another way: a month that stands once above its lines, 5月上旬, the days
5.12-14 in one cell, 3.管理指导（10分）. What the form has a column for and the table has not
(the pairing, who rated) comes from what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from pairing_cli.forms import stamp
from pairing_cli.forms.around import Around, around
from pairing_cli.forms.form import Form
from pairing_cli.forms.guess import Guess, Proposal, propose
from pairing_cli.forms.handed_in import HandedFile
from pairing_cli.forms.headers import Header
from pairing_cli.forms.kinds import forms_of
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rewrite import Rewriting, Trouble
from pairing_cli.forms.selfrated import rated
from pairing_cli.forms.tables import Table
from pairing_cli.forms.titles import folded, heads
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import say
from pairing_cli.model.foreign import ForeignTable
from pairing_cli.model.intake import Remark
from pairing_cli.model.programme import Side
from pairing_cli.office.grids import Grid, letters


@dataclass(frozen=True, slots=True)
class Taken:
    """A table as one of a form: what its cells say, which column is which, and what is wrong."""

    form: Form
    grid: Grid
    sheet: stamp.Sheet
    columns: Mapping[str, int]
    troubles: tuple[Trouble, ...] = ()


class UnknownColumnError(Exception):
    """A recorded table that names a form or a column that there is not."""

    def __init__(self, table: str, name: str) -> None:
        """Refuse a recorded table."""
        super().__init__(f"{table}: {name}")
        self.table, self.name = table, name


def known_table(grid: Grid, lists: Lists, forms: Iterable[Form]) -> Proposal | None:
    """A table that the programme has recorded how to read: one whose header has the same titles.

    UnknownColumnError where the record names what no form has.
    """
    by_id = {form.id: form for form in forms}
    for entry in lists.repository.tables:
        for head in heads(grid):
            if fingerprint(head.titles.values()) == fingerprint(
                c.title for c in entry.record.columns
            ):
                guesses = tuple(_guesses(entry.record, head.titles, by_id))
                return Proposal(by_id[entry.record.form], grid, head, guesses, float(len(guesses)))
    return None


_COMPLETE = frozenset({"plan", "self-assessment"})
"""Forms that bureaus print in their notices, so that schools fill them in as they are (附件3, 附件4)."""

_SURE = 0.9


def is_sure(found: Proposal) -> bool:
    """Whether a table is a bureau's own form beyond doubt, so that nobody has to be asked."""
    needed = [c for c in found.missing if not c.prefilled and c.key not in ("by", "date")]
    known = [each for each in found.guesses if each.column is not None]
    return (
        found.form.id in _COMPLETE and not needed and all(each.likeness >= _SURE for each in known)
    )


def foreign_tables(file: str, handed: HandedFile, lists: Lists) -> Iterator[Table]:
    """The tables of a file that is no form of ours: those that are recorded, or beyond doubt."""
    forms = forms_of(lists)
    for grid in handed.grids:
        found = known_table(grid, lists, forms) or propose(grid, forms, lists)
        if found is not None and (is_sure(found) or _is_recorded(found, lists)):
            taken = as_form(found, lists, (*handed.after, PurePath(file).stem))
            header = Header(found.head.last, taken.columns)
            said = tuple(Remark(each.message, each.column) for each in taken.troubles)
            fixed = taken.sheet.fixed
            yield Table(file, taken.grid, found.form, header, lists.scope, fixed, remarks=said)


def _is_recorded(found: Proposal, lists: Lists) -> bool:
    own = fingerprint(found.head.titles.values())
    return any(
        fingerprint(c.title for c in e.record.columns) == own for e in lists.repository.tables
    )


def fingerprint(titles: Iterable[str]) -> frozenset[str]:
    """What tells a header from others: its titles as they are compared, in whatever order."""
    return frozenset(map(folded, titles))


def _guesses(
    table: ForeignTable, titles: Mapping[int, str], forms: Mapping[str, Form]
) -> Iterator[Guess]:
    form = forms.get(table.form)
    if form is None:
        raise UnknownColumnError(table.id, table.form)
    columns = {column.key: column for column in form.columns}
    meant = {folded(each.title): each.column for each in table.columns}
    for number, title in titles.items():
        key = meant.get(folded(title))
        if key is not None and key not in columns:
            raise UnknownColumnError(table.id, key)
        yield Guess(number, title, columns[key] if key else None, 1.0 if key else 0.0)


def as_form(found: Proposal, lists: Lists, more: Iterable[str] = ()) -> Taken:
    """A table as one of the form that it was found to be; ``more`` are texts that belong to it."""
    said = around(found.grid, found.head, more)
    programme = lists.repository.programme
    within = programme.record.period if programme else Days(date.min, date.max)
    writing = Rewriting(found, within)
    if found.form.id == "self-assessment":
        rated(writing, said, lists)
    else:
        writing.body()
    fixed, troubles = _fixed(found, said, lists)
    sheet = stamp.Sheet(
        found.grid.name,
        found.form.id,
        found.head.last,
        found.head.last + 1,
        {key: letters(number) for key, number in writing.columns.items()},
        {**fixed, **writing.fixed},
    )
    grid = replace(found.grid, rows=writing.rows)
    return Taken(found.form, grid, sheet, writing.columns, (*troubles, *writing.troubles))


def _fixed(
    found: Proposal, said: Around, lists: Lists
) -> tuple[dict[str, str], tuple[Trouble, ...]]:
    """The pairing or the schedule, where it stands above the table and has no column."""
    lacks = {column.key for column in found.form.columns} - set(found.columns)
    if "schedule" in lacks:
        titled = said.schedules(lists)
        return ({"schedule": titled[0]}, ()) if len(titled) == 1 else ({}, ())
    if "pairing" not in lacks or found.form.id == "self-assessment":
        return {}, ()
    meant = said.pairings(lists)
    if len(meant) == 1:
        return {"pairing": lists.label("pairings", meant[0]), **_homes(found, meant[0], lists)}, ()
    every = tuple(lists.label("pairings", key) for key in meant)
    key = "form.table-pairings" if every else "form.table-pairing"
    where = Trouble(found.head.top, min(found.head.titles), say(key, pairings=every))
    return {}, (where,)


def _homes(found: Proposal, pairing: str, lists: Lists) -> dict[str, str]:
    """Whence people came whom a table counts or names by side: where a side has one member."""
    record = lists.repository.pairings.get(pairing)
    homes = {}
    for side in Side:
        told = {f"{side.value}-count", f"{side.value}-name"} & set(found.columns)
        members = record.members(side) if record else ()
        if told and f"{side.value}-from" not in found.columns and len(members) == 1:
            homes[f"{side.value}-from"] = lists.label("organizations", members[0].organization)
    return homes
