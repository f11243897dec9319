"""What a table of somebody's own is taken for: to be shown and asked about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """A column: its number from 1, its header, what it is taken for (empty: not read), an example.

    ``sure``: its header is a word for that column, and what stands below agrees.
    """

    number: int
    header: str
    meant: str
    sure: bool
    sample: str


@dataclass(frozen=True, slots=True)
class ProposedTable:
    """A table: its sheet, the form that it is taken for, its columns, and what it lacks.

    ``known`` is the id under which it is recorded already; ``by_title``: its pairing is known by what
    stands above it.
    """

    sheet: str
    form: str
    title: str
    columns: tuple[ProposedColumn, ...]
    missing: tuple[str, ...]
    by_title: bool
    known: str = ""
