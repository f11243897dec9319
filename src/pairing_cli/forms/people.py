"""People in cells: a teacher of a pair with school and rank, and somebody who is posted for a time."""

from __future__ import annotations

from pairing_cli.forms.columns import (
    Cell,
    Cells,
    Column,
    Part,
    Route,
    Shape,
    as_cell,
    as_data,
    doc,
    get,
)
from pairing_cli.forms.data import Data, Fields
from pairing_cli.forms.lists import Lists
from pairing_cli.model.log import Participants
from pairing_cli.model.parties import Mentorship, Person

_DESCRIBED = ("organization", "level")
"""What a form says of a teacher beside the name."""


def teacher(field: str) -> Part:
    """A teacher of a pair (``mentor``, ``mentee``), with what the register of people says.

    The record says only who it is. Whoever is not registered yet, or registered otherwise, is in what
    the part gives ``beside``.
    """
    said = doc(Mentorship, field)
    columns = (
        Column(
            field, said.title, said.zh, Shape.CHOICE, "people", open=True, width=14, needed=True
        ),
        *(_about(field, said.title, each) for each in _DESCRIBED),
    )

    def show(fields: Fields, lists: Lists) -> Cells:
        name = str(fields[field])
        person = lists.repository.people.get(name)
        home = person.organization if person else None
        return {
            field: lists.label("people", name),
            f"{field}-organization": lists.label("organizations", home) if home else None,
            f"{field}-level": person.level if person else None,
        }

    def read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
        return {(field,): as_data(columns[0], cells.get(field), lists)}

    def beside(cells: Cells, lists: Lists) -> tuple[Fields, ...]:
        return _person(field, columns, cells, lists)

    return Part(columns, ((field,),), show, read, beside=beside)


def _about(field: str, who: str, what: str) -> Column:
    said = doc(Person, what)
    choices = "organizations" if what == "organization" else ""
    shape = Shape.CHOICE if choices else Shape.TEXT
    return Column(f"{field}-{what}", f"{who}{said.title}", said.zh, shape, choices, width=16)


def _person(
    field: str, columns: tuple[Column, ...], cells: Cells, lists: Lists
) -> tuple[Fields, ...]:
    """What the cells say of a person that the register does not, with the key as ``id`` if there is one."""
    label = cells.get(field)
    if not isinstance(label, str):
        return ()
    key = lists.reference("people", label)
    known = lists.repository.people.find(key)
    said: Fields = {"name": label} if known is None else {"id": known.key}
    for column, what in zip(columns[1:], _DESCRIBED, strict=True):
        data = as_data(column, cells.get(column.key), lists)
        now = getattr(known.record, what) if known else None
        if data is not None and (now is None or lists.same(str(data)) != lists.same(now)):
            said[what] = data
    return (said,) if known is None or len(said) > 1 else ()


_POSTED = {
    "name": (Shape.TEXT, "", 12, True),
    "from": (Shape.CHOICE, "organizations", 16, True),
    "role": (Shape.CHOICE, "roles", 11, False),
    "subject": (Shape.TEXT, "", 9, False),
    "stage": (Shape.CHOICE, "stages", 8, False),
    "level": (Shape.TEXT, "", 11, False),
}
_ROUTE: Route = ("participants",)


def _posted_columns() -> tuple[Column, ...]:
    found = []
    for field, (shape, choices, width, needed) in _POSTED.items():
        said = doc(Participants, field)
        open_ = choices in ("roles", "stages")
        key = f"person-{field}"
        found.append(
            Column(key, said.title, said.zh, shape, choices, open_, width=width, needed=needed)
        )
    return tuple(found)


def _show(fields: Fields, lists: Lists) -> Cells:
    lines = get(fields, _ROUTE)
    line = lines[0] if isinstance(lines, list) and len(lines) == 1 else {}
    said = line if isinstance(line, dict) else {}
    found: dict[str, Cell] = {}
    for column, field in zip(POSTED.columns, _POSTED, strict=True):
        found[column.key] = as_cell(column, said.get(field), lists)
    return found


def _read(cells: Cells, lists: Lists) -> dict[Route, Data | None]:
    said = (
        (field, as_data(column, cells.get(column.key), lists))
        for column, field in zip(POSTED.columns, _POSTED, strict=True)
    )
    line: Fields = {field: data for field, data in _in_order(dict(said)) if data is not None}
    return {_ROUTE: [line] if line else None}


def _in_order(said: dict[str, Data | None]) -> list[tuple[str, Data | None]]:
    """The fields of a line of participants as the model has them."""
    return [(field, said[field]) for field in ("from", "role", "name", "subject", "stage", "level")]


POSTED = Part(_posted_columns(), (_ROUTE,), _show, _read)
"""Somebody who is posted: the one participant of an activity."""
