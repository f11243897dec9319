"""A form: its rows, its columns, where new rows go; and a record as its cells and back."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pairing_cli.forms.columns import KEPT, Cell, Cells, Column, Part, Route, get, put
from pairing_cli.forms.data import Data, Fields, digest
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.rows import Destination, Recorded


def no_drafts(lists: Lists) -> Iterable[Fields]:
    """No rows that are begun beforehand."""
    return ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table that schools fill.

    ``rows`` gives what is recorded, ``drafts`` rows to be filled in that are begun beforehand,
    ``destination`` where the record of a new row goes. ``entries``: there are empty rows too.
    ``anonymous``: a row is an answer that nobody's name belongs to, and nothing recorded is shown.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    rows: Callable[[Lists], Iterable[Recorded]]
    destination: Callable[[Fields], Destination]
    drafts: Callable[[Lists], Iterable[Fields]] = no_drafts
    entries: bool = True
    anonymous: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column, in order."""
        return tuple(column for part in self.parts for column in part.columns)

    def column(self, key: str) -> Column:
        """A column by its key."""
        return next(column for column in self.columns if column.key == key)

    @property
    def routes(self) -> frozenset[Route]:
        """Everything of a record that the form fills."""
        return frozenset(route for part in self.parts for route in part.routes)

    @property
    def digest(self) -> str:
        """A fingerprint of the definition: columns, what may stand in them, what they fill."""
        told: list[Data] = [
            [column.key, column.shape.value, column.choices, ".".join(map("/".join, part.routes))]
            for part in self.parts
            for column in part.columns
        ]
        return digest([self.id, *told])

    def cells(self, fields: Fields, lists: Lists) -> dict[str, Cell]:
        """What the cells of a row say of a record's data."""
        found: dict[str, Cell] = {}
        for part in self.parts:
            found.update(part.shown(fields, lists))
        return found

    def fields(self, cells: Cells, lists: Lists, before: Fields | None = None) -> Fields:
        """A record's data as the cells say, all else as before. Unreadable where a cell says nothing."""
        found = copy.deepcopy(before) if before else {}
        parts = [part for part in self.parts if not part.closed]
        for route, data in self._filled(parts, cells, lists):
            put(found, route, data)
        return found

    def changes(
        self, row: Recorded, cells: Cells, lists: Lists, now: Cells | None = None
    ) -> dict[Route, Data | None]:
        """What of a recorded row other cells would change: only what is filled by cells that differ.

        Cells that are missing (a column was deleted) change nothing. What an ``outer`` field would say
        is left out: it stands elsewhere and is not changed by a row. ``now`` is what `cells` gives of it,
        where that is known already.
        """
        now = self.cells(row.shown, lists) if now is None else now
        parts = [
            part
            for part in self.parts
            if not part.closed
            and all(column.key in cells for column in part.columns)
            and any(cells[column.key] != now.get(column.key) for column in part.columns)
        ]
        return {
            route: data
            for route, data in self._filled(parts, cells, lists)
            if route[0] not in row.outer and data != get(row.shown, route)
        }

    @staticmethod
    def _filled(
        parts: Iterable[Part], cells: Cells, lists: Lists
    ) -> Iterator[tuple[Route, Data | None]]:
        for part in parts:
            yield from part.filled(cells, lists).items()

    def people(self, cells: Cells, lists: Lists) -> tuple[Fields, ...]:
        """The people that a row describes and the register does not, or describes otherwise."""
        found = (part.beside(cells, lists) for part in self.parts if part.beside is not None)
        return tuple(person for people in found for person in people)

    def is_blank(self, cells: Cells) -> bool:
        """Whether a row says nothing: only what was filled in beforehand, or is only shown."""
        return all(
            cells.get(column.key) in (None, KEPT, ())
            for column in self.columns
            if not (column.prefilled or column.locked)
        )
