"""Files that were handed in: read through the guard, and told apart by what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.session import Refusal, Settings, bytes_of
from pairing_cli.messages import sentence
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.intake import Intake, Remark
from pairing_cli.office import limits
from pairing_cli.office.media import Media

if TYPE_CHECKING:
    from pairing_cli.forms.handed_in import HandedFile
    from pairing_cli.forms.stamp import Stamp
    from pairing_cli.forms.tables import Table
    from pairing_cli.model.repository import Repository
    from pairing_cli.office.package import Package
    from pairing_cli.office.workbook import Workbook

TABLE = ".csv"
"""How the names of files of answers end that are no workbooks."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in: its path, what is in it (None: it is no office file), its tables."""

    path: Path
    package: Package | None
    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...] = ()
    pictures: Media = field(default_factory=Media)


class _Unfit(Exception):
    """A file that cannot be taken: why, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def handed_in(
    paths: Sequence[Path],
    repository: Repository,
    survey: str | None,
    settings: Settings,
    language: str,
) -> list[Handed]:
    """The files that were handed in. Where one cannot be read, all are told why, and none is taken."""
    found, unfit = [], 0
    for path in dict.fromkeys(paths):
        try:
            found.append(_handed(path, repository, survey))
        except _Unfit as error:
            unfit += 1
            settings.note(f"{path}: {sentence(error.message, language)}")
    if unfit:
        raise Refusal("refuse.take-unread", number=unfit)
    return found


def _handed(path: Path, repository: Repository, survey: str | None) -> Handed:
    data = bytes_of(path, limits.PACKED)
    if path.suffix.lower() == TABLE:
        return Handed(path, None, (_answers(path, data, repository, survey),))
    return _office(path, data, repository)


def _office(path: Path, data: bytes, repository: Repository) -> Handed:
    from pairing_cli.forms.handed_in import read_file
    from pairing_cli.forms.stamped import stamp_of
    from pairing_cli.office.package import Refused
    from pairing_cli.office.workbook import Workbook

    try:
        found = read_file(data)
        pictures = found.pictures
    except Refused as error:
        raise _Unfit(error.message) from error
    mark = _mark(data)
    if isinstance(found.source, Workbook) and (stamp := stamp_of(found.source)) is not None:
        handed = _stamped(path, found.source, stamp, repository)
    else:
        handed = _foreign(path, found, repository)
    tables = tuple(replace(table, mark=mark) for table in handed.tables)
    return replace(handed, tables=tables, pictures=pictures)


def _stamped(path: Path, book: Workbook, stamp: Stamp, repository: Repository) -> Handed:
    """A workbook of ours."""
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.stamped import refused, scope_of
    from pairing_cli.forms.tables import tables_of, unread

    scope = scope_of(stamp, repository)
    unfit = refused(stamp, repository)
    if unfit is not None or scope is None:
        raise _Unfit(unfit or Message("take.no-stamp"))
    tables = tuple(tables_of(str(path), book.grids, stamp, Lists(repository, scope)))
    return Handed(path, book.package, tables, tuple(unread(str(path), stamp, tables)))


def _foreign(path: Path, found: HandedFile, repository: Repository) -> Handed:
    """A table of somebody's own: one that the programme says how to read, or a form of the bureau's."""
    from pairing_cli.forms.foreign import UnknownColumnError, foreign_tables
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.scope import programme_scope
    from pairing_cli.office.workbook import Workbook

    lists = Lists(repository, programme_scope(repository))
    try:
        tables = tuple(foreign_tables(str(path), found, lists))
    except UnknownColumnError as error:
        message = say("refuse.table-column", table=error.table, name=error.name)
        raise _Unfit(message) from error
    if not tables:
        raise _Unfit(Message("take.no-stamp"))
    package = found.source.package if isinstance(found.source, Workbook) else None
    return Handed(path, package, tables)


def _answers(path: Path, data: bytes, repository: Repository, survey: str | None) -> Table:
    """The answers in a CSV file, as a table of the survey's form."""
    from pairing_cli.forms.answering import table_of_answers
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.opinions import survey_forms
    from pairing_cli.forms.scope import programme_scope
    from pairing_cli.load.decode import decode_table
    from pairing_cli.load.tables import parse_table

    if survey is None:
        raise Refusal("refuse.csv-survey", path=str(path))
    lists = Lists(repository, programme_scope(repository))
    forms = {form.id.partition(":")[2]: form for form in survey_forms(lists)}
    key = repository.surveys.key(survey)
    if key not in forms:
        raise Refusal("refuse.no-survey", name=survey, surveys=tuple(forms))
    decoded = decode_table(data)
    if decoded.text is None or decoded.troubles:
        raise _Unfit(decoded.troubles[0].diagnostic(str(path)).message)
    table = parse_table(str(path), decoded.text)
    if table.trouble:
        raise _Unfit(say(f"J020.{table.trouble}", path=str(path)))
    rows = [(row.line, row.cells) for row in table.rows]
    return table_of_answers(str(path), rows, forms[key], lists.scope, _mark(data))


def _mark(data: bytes) -> str:
    """A fingerprint of a file."""
    return hashlib.sha256(data).hexdigest()[:12]


def annotated(
    handed: Handed, tables: Sequence[Table], intake: Intake, *, always: bool
) -> bytes | None:
    """The workbook that was handed in, marked; None where there is nothing to say, or it is none."""
    from pairing_cli.forms.marks import marks_of
    from pairing_cli.office.annotate import annotated as with_marks

    own = [(tables[s.number], s) for s in intake.sheets if tables[s.number] in handed.tables]
    if handed.package is None or not (always or any(sheet.wrong for _, sheet in own)):
        return None
    found = ((table, marks_of(table, sheet)) for table, sheet in own if table.grid.part)
    marks = {
        table.grid.part: each
        for table, each in found
        if table.header.marks or each.texts or each.values
    }
    return with_marks(handed.package, marks)
