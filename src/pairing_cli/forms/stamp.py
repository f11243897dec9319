"""What a workbook of forms says of itself, on a sheet that nobody sees: which form, whose, as of when.

The sheet has a row for each fact (`Stamp.facts`), whose second cell has a defined name, ``form_id`` and so
on; then a row for each sheet (`Stamp.sheets`), the range of which is named ``form_sheets``. Everything is
text, so that it reads the same whatever program saved the workbook.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

VERSION = "1"
"""Version of the layout of workbooks; the import refuses those that it does not know."""

SHEET = "表单信息"
SHEETS = "form_sheets"
PREFIX = "form_"


MOST_ROWS = 1_048_576
"""Rows of a sheet of Excel."""

MOST_SHEETS = 100
"""Sheets that a workbook of forms describes at most: one for each form."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its title, its form, where its header and its first row stand (from 1).

    ``columns`` are the letters of the columns by their keys; ``fixed`` what is the same in every row and
    has no column, as shown; ``recorded`` how many of its rows were recorded already.
    """

    title: str
    form: str
    header: int
    first: int
    columns: Mapping[str, str]
    fixed: Mapping[str, str]
    recorded: int = 0

    def cells(self) -> tuple[str, ...]:
        """The sheet as a row of texts."""
        written = (_json(self.columns), _json(self.fixed), str(self.recorded))
        return (self.title, self.form, str(self.header), str(self.first), *written)

    @classmethod
    def of(cls, cells: Sequence[str]) -> Sheet:
        """The sheet that a row of texts describes; ValueError where it describes none."""
        title, form, header, first, columns, fixed, recorded = (*cells, "0")[:7]
        maps = (_texts(columns), _texts(fixed))
        return cls(title, form, _row(header), _row(first), *maps, _row(recorded or "0"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A workbook: the id and version of the form, the fingerprint of its definition, whose, as of when.

    ``whom`` is a word of `scope.For`, ``key`` the key of the school, pairing or programme; ``term`` the id
    of a term, or empty.
    """

    id: str
    version: str
    schema: str
    programme: str
    as_of: str
    whom: str
    key: str
    term: str
    sheets: tuple[Sheet, ...] = ()

    def facts(self) -> Iterator[tuple[str, str]]:
        """Its facts, each with its defined name."""
        for each in fields(self):
            if each.name != "sheets":
                yield PREFIX + each.name, str(getattr(self, each.name))

    @classmethod
    def of(cls, facts: Mapping[str, str], sheets: Sequence[Sequence[str]]) -> Stamp:
        """The stamp that named cells and the rows of sheets make; ValueError where one is missing."""
        names = [each.name for each in fields(cls) if each.name != "sheets"]
        missing = [name for name in names if PREFIX + name not in facts]
        if missing:
            raise ValueError(missing[0])
        if len(sheets) > MOST_SHEETS:
            raise ValueError(len(sheets))
        found = {name: facts[PREFIX + name] for name in names}
        return cls(**found, sheets=tuple(Sheet.of(row) for row in sheets))


def _texts(said: str) -> dict[str, str]:
    """Texts by their names, written as JSON; ValueError where something else is."""
    try:
        found = json.loads(said)
    except RecursionError as error:
        raise ValueError(said[:20]) from error
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise ValueError(said[:20])
    return found


def _row(said: str) -> int:
    """The number of a row, or 0; ValueError where it is none that a sheet can have."""
    found = int(said)
    if not 0 <= found <= MOST_ROWS:
        raise ValueError(said)
    return found


def _json(value: Mapping[str, str]) -> str:
    return json.dumps(dict(value), ensure_ascii=False, separators=(",", ":"))
