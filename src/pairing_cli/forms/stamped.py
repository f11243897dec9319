"""What a workbook that came back says of itself: its stamp, for whom it is, and whether it can be taken."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.forms.scope import For, Scope, pairing_scope, programme_scope, school_scope
from pairing_cli.forms.stamp import PREFIX, SHEET, VERSION, Stamp
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.repository import Repository
from pairing_cli.office.grids import Grid
from pairing_cli.office.workbook import Workbook

_CELLS = 7
"""Cells of a row that describes a sheet."""


def stamp_of(book: Workbook) -> Stamp | None:
    """The stamp of a workbook; None where it is none of ours."""
    named = book.grid(SHEET)
    grids = [named] if named is not None else [grid for grid in book.grids if grid.hidden]
    for grid in grids:
        facts = {grid.text(row, 1): grid.text(row, 2) for row in grid.rows}
        if PREFIX + "id" in facts:
            try:
                return Stamp.of(facts, list(_sheets(grid)))
            except ValueError:
                return None
    return None


def _sheets(grid: Grid) -> Iterator[list[str]]:
    for row in grid.rows:
        if not grid.text(row, 1).startswith(PREFIX):
            yield [grid.text(row, column) for column in range(1, _CELLS + 1)]


def refused(stamp: Stamp | None, repository: Repository) -> Message | None:
    """Why a workbook cannot be taken into a programme, and what to do; None where it can."""
    programme = repository.programme
    if stamp is None:
        return say("take.no-stamp")
    if stamp.version != VERSION:
        return say("take.version", version=stamp.version, known=VERSION)
    if programme is None or stamp.programme != programme.record.id:
        own = programme.record.id if programme is not None else ""
        return say("take.programme", other=stamp.programme, own=own)
    return None if scope_of(stamp, repository) is not None else say("take.nobody", whom=stamp.key)


def scope_of(stamp: Stamp, repository: Repository) -> Scope | None:
    """For whom a workbook was made; None where that is no longer known."""
    term = repository.terms.get(stamp.term) if stamp.term else None
    if stamp.term and term is None:
        return None
    if stamp.whom == For.SCHOOL and repository.organizations.knows(stamp.key):
        return school_scope(repository, stamp.key, term)
    if stamp.whom == For.PAIRING and repository.pairings.knows(stamp.key):
        return pairing_scope(repository, stamp.key, term)
    return programme_scope(repository, term) if stamp.whom == For.PROGRAMME else None
