"""A rubric's table that somebody filled in: the points of each item as self-ratings (自评).

A line of it is often only a part of an item's criteria; the points stand once for the item, in a merged
cell or beside one of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pairing_cli.forms.around import Around
from pairing_cli.forms.data import Fields
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.opinions import UNITS, self_rated, to_rate
from pairing_cli.forms.rewrite import Rewriting, Trouble
from pairing_cli.forms.titles import bare, folded
from pairing_cli.model.diagnostics import say
from pairing_cli.office.grids import Cell

_NUMBERED = re.compile(r"^[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]?\s*")


def rated(writing: Rewriting, said: Around, lists: Lists) -> None:
    """Write the lines of a rubric's table as self-ratings of those whom the table is about."""
    wanted = _about(said, lists, _date(writing, said, lists))
    _fix(writing, said, wanted, lists)
    if not wanted:
        return
    seen: dict[str, Cell] = {}
    for row, cells in writing.lines():
        item = _item(cells.get(writing.columns.get("item", 0)), wanted, lists)
        points = cells.get(writing.columns.get("points", 0))
        if item is None or points is None or points.blank:
            _unknown(writing, cells, item, points)
        elif item["item"] in seen:
            _again(writing, points, seen[str(item["item"])])
        else:
            seen[str(item["item"])] = points
            writing.rows[row] = _line(writing, row, cells, item, lists)


def _unknown(
    writing: Rewriting, cells: dict[int, Cell], item: Fields | None, points: Cell | None
) -> None:
    """Points beside what is no item that is rated by those who filled the table in."""
    named = cells.get(writing.columns.get("item", 0))
    if item is None and points is not None and not points.blank and points.of is None:
        text = named.text.strip() if named else ""
        message = say("form.table-item", item=text)
        writing.troubles.append(Trouble(points.row, points.column, message))


def _again(writing: Rewriting, points: Cell, before: Cell) -> None:
    """Points that stand a second time for one item, and are not the same cell."""
    if points.of != (before.row, before.column) and points.of is None:
        message = say("form.table-points", first=before.address, second=points.address)
        writing.troubles.append(Trouble(points.row, points.column, message))


def _about(said: Around, lists: Lists, day: date | None) -> list[Fields]:
    """The self-ratings that those named around the table have to give, or gave: of the term of a day."""
    organizations, pairings = said.organizations(lists), said.pairings(lists)
    meant = {"pairing": pairings, "organization": organizations}
    every: Iterable[Fields] = (*(row.fields for row in self_rated(lists)), *to_rate(lists))
    found = [fields for fields in every if _is_meant(fields, meant, lists)]
    terms = {str(fields["term"]) for fields in found if "term" in fields}
    within = {
        key
        for key in terms
        if day is not None and (term := lists.repository.terms.get(key)) and day in term.period
    }
    return [each for each in found if "term" not in each or not within or each["term"] in within]


def _is_meant(fields: Fields, meant: dict[str, tuple[str, ...]], lists: Lists) -> bool:
    unit = next((unit for unit in meant if unit in fields), None)
    if unit is None:
        return False
    index = lists.repository.index("pairings" if unit == "pairing" else "organizations")
    return [index.key(str(fields[unit]))] == [*meant[unit]][:1] and len(meant[unit]) == 1


def _date(writing: Rewriting, said: Around, lists: Lists) -> date | None:
    programme = lists.repository.programme
    return said.day(writing.within) if programme is not None else None


def _fix(writing: Rewriting, said: Around, wanted: list[Fields], lists: Lists) -> None:
    """What is the same in every line: who is assessed, who filled it in, when."""
    day, by = _date(writing, said, lists), said.by()
    if "date" not in writing.columns and day is not None:
        writing.fixed["date"] = day.isoformat()
    if "by" not in writing.columns and by is not None:
        writing.fixed["by"] = by
    if not wanted:
        head = writing.found.head
        message = say("form.table-whose")
        writing.troubles.append(Trouble(head.top, min(head.titles), message))


def _item(cell: Cell | None, wanted: list[Fields], lists: Lists) -> Fields | None:
    """The self-rating that a line gives: of the item whose title stands in it, with or without a number."""
    if cell is None:
        return None
    said = set(_plain(cell.text))
    labels = lists.labels("items")
    found = [each for each in wanted if said & set(_plain(labels.get(str(each["item"]), "")))]
    keys = {str(each["item"]) for each in found}
    return found[0] if len(keys) == 1 and len({str(e.get("term")) for e in found}) == 1 else None


def _plain(text: str) -> Iterator[str]:
    """A title as it is compared: without its number, and what stands in brackets."""
    for each in (folded(text), bare(text), bare(_NUMBERED.sub("", text.strip()))):
        if each:
            yield each


def _line(
    writing: Rewriting, row: int, cells: dict[int, Cell], item: Fields, lists: Lists
) -> dict[int, Cell]:
    choices = {"item": "items", "term": "terms", **{unit: f"{unit}s" for unit in UNITS.values()}}
    choices["person"] = "people"
    keys = {column.key for column in writing.found.form.columns}
    for key in (
        key for key in ("item", *UNITS.values(), "term", "as") if key in item and key in keys
    ):
        value = str(item[key])
        label = lists.label(choices[key], value) if key in choices else value
        number = writing.column(key)
        blank = Cell(row, number, None)
        cells[number] = replace(cells.get(number, blank), value=label, form="", formula="")
    return cells
