"""Forms made for tests, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pairing_cli.forms.book import Made, workbook
from pairing_cli.forms.form import Form
from pairing_cli.forms.kinds import forms_of, usable
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.scope import pairing_scope, programme_scope, school_scope
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.agenda import Agenda
from tests.programmes import REPOSITORY

EXAMPLES = tuple(sorted(path for path in (REPOSITORY / "examples").iterdir() if path.is_dir()))
DAY = date(2020, 5, 1)


def lists_of(root: Path, *, school: str = "", pairing: str = "") -> Lists:
    """The lists of a programme for a school, a pairing, or all of it."""
    repository = load(FolderTree(root)).repository
    every = Lists(repository, programme_scope(repository))
    if school:
        return every.for_(school_scope(repository, repository.organizations.key(school)))
    return every.for_(pairing_scope(repository, pairing)) if pairing else every


def form(lists: Lists, name: str) -> Form:
    """A form by its id."""
    return next(each for each in forms_of(lists) if each.id == name)


def made(lists: Lists, agenda: Agenda | None = None, entries: int = 3) -> Made:
    """The workbook of all forms that can be filled in."""
    forms = [each for each in forms_of(lists) if usable(each, lists)]
    return workbook(lists, forms, agenda or Agenda(DAY, (), ()), entries)


def opened(lists: Lists) -> Workbook:
    """The same, read back."""
    return load_workbook(BytesIO(made(lists).data))


def texts(book: Workbook) -> Iterator[tuple[str, str, Any]]:
    """Every cell that holds something: its sheet, its coordinate, its value."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.coordinate, cell.value


def dump(book: Workbook) -> str:
    """A workbook as text, to be read: sheets, cells row by row, checks, names."""
    return "\n".join(_dumped(book)) + "\n"


def _dumped(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        yield f"## {sheet.title} ({sheet.sheet_state})"
        for row in sheet.iter_rows():
            cells = [str(cell.value).replace("\n", "⏎") for cell in row if cell.value is not None]
            if cells:
                yield " | ".join(cells)
        for check in sheet.data_validations.dataValidation:
            rule = " ".join(str(each) for each in (check.formula1, check.formula2) if each)
            strict = "stop" if check.showErrorMessage else "free"
            yield f"[{check.sqref}] {check.type} {check.operator or ''} {rule} {strict}: {check.prompt}"
    for name, defined in sorted(book.defined_names.items()):
        yield f"{name} = {defined.attr_text}"
