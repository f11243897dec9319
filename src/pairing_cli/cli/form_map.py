"""``pairing form map``: what a table of somebody's own is, asked once and kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.changes import Changes, changing
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import LangOption, QuietOption
from pairing_cli.cli.session import Refusal, Settings, bytes_of, open_one, refusing_in
from pairing_cli.messages import word

if TYPE_CHECKING:
    from pairing_cli.forms.data import Fields
    from pairing_cli.forms.form import Form
    from pairing_cli.forms.guess import Proposal
    from pairing_cli.forms.handed_in import HandedFile
    from pairing_cli.forms.lists import Lists
    from pairing_cli.model.repository import Repository
    from pairing_cli.office.grids import Grid

COLLECTION = "tables"


def map_table(
    file: Annotated[
        Path,
        typer.Argument(help=help_text("form-map-file"), metavar=metavar("file"), dir_okay=False),
    ],
    path: Annotated[
        Path, typer.Option("--path", help=help_text("form-path"), metavar=metavar("path"))
    ] = Path(),
    form: Annotated[
        str | None,
        typer.Option("--form", help=help_text("form-map-form"), metavar=metavar("form")),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", help=help_text("form-map-sheet"), metavar=metavar("sheet")),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help=help_text("form-map-column"), metavar=metavar("column")),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_text("form-map-yes"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("dry-run"))] = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Propose which form a table of somebody's own is, and which column is which; keep it."""
    settings = Settings(lang, quiet=quiet)
    opened = open_one(path)
    lists = _lists(opened.loaded.repository)
    language = settings.speak(opened.language)
    with refusing_in(language):
        handed_in = _read(file)
        if handed_in.own:
            settings.emit(word("map.own", language, file=str(file)) + "\n")
            return
        found = _proposals(handed_in, lists, (str(file), form, sheet))
        found = _corrected(found, column or [], str(file))
        _show(found, lists, settings, language)
        if not (yes or dry_run):
            found = _asked(found, lists, settings, language)
        if found:
            with changing(opened.root, write=not dry_run) as changes:
                kept = list(_keep(changes, found, file.stem, language))
                if dry_run:
                    settings.emit(changes.diff())
                    return
                changes.save()
                for each in kept:
                    settings.note(each)


def _lists(repository: Repository) -> Lists:
    from pairing_cli.forms.lists import Lists
    from pairing_cli.forms.scope import programme_scope

    return Lists(repository, programme_scope(repository))


def _read(file: Path) -> HandedFile:
    from pairing_cli.forms.handed_in import read_file
    from pairing_cli.office.limits import PACKED
    from pairing_cli.office.package import Refused

    try:
        return read_file(bytes_of(file, PACKED))
    except Refused as refused:
        raise Refusal("refuse.form-file", path=str(file), why=refused.message) from refused


def _proposals(
    handed_in: HandedFile, lists: Lists, asked: tuple[str, str | None, str | None]
) -> list[Proposal]:
    """What every table that is meant is taken for; refused where none looks like a form."""
    from pairing_cli.forms.guess import propose
    from pairing_cli.forms.kinds import forms_of

    file, form, sheet = asked
    every = forms_of(lists)
    wanted = [each for each in every if form in (None, each.id)]
    if not wanted:
        raise Refusal("refuse.no-form-kind", name=form or "", allowed=tuple(e.id for e in every))
    names = tuple(grid.name for grid in handed_in.grids)
    if sheet is not None and sheet not in names:
        raise Refusal("refuse.no-sheet", file=file, name=sheet, sheets=names)
    grids = [grid for grid in handed_in.grids if sheet in (None, grid.name)]
    found = [_known(grid, lists, every, form) or propose(grid, wanted, lists) for grid in grids]
    some = _different([each for each in found if each is not None])
    if not some:
        raise Refusal("refuse.map-nothing", file=file, allowed=tuple(e.id for e in every))
    return some


def _known(grid: Grid, lists: Lists, forms: tuple[Form, ...], asked: str | None) -> Proposal | None:
    """What a table is recorded as; nothing where it is to be taken for another form."""
    from pairing_cli.forms.foreign import UnknownColumnError, known_table

    try:
        found = known_table(grid, lists, forms)
    except UnknownColumnError:
        return None
    return found if found is not None and asked in (None, found.form.id) else None


def _different(found: list[Proposal]) -> list[Proposal]:
    """Tables of one header once: a workbook may have a sheet for each month."""
    from pairing_cli.forms.foreign import fingerprint

    first = {fingerprint(each.head.titles.values()): each for each in reversed(found)}
    return [each for each in found if each in first.values()]


def _corrected(found: list[Proposal], values: list[str], file: str) -> list[Proposal]:
    if values and len(found) > 1:
        sheets = tuple(each.grid.name for each in found)
        raise Refusal("refuse.map-many", file=file, sheets=sheets)
    for value in values:
        found = [_correct(found[0], value)]
    return found


def _correct(found: Proposal, value: str) -> Proposal:
    from pairing_cli.forms.mapping import NoSuchColumnError, columns_of, corrected

    try:
        return corrected(found, value)
    except NoSuchColumnError as error:
        titles = tuple(columns_of(found.form).values())
        raise Refusal("refuse.map-column", value=value, allowed=titles) from error


def _show(found: list[Proposal], lists: Lists, settings: Settings, language: str) -> None:
    from pairing_cli.forms.mapping import recorded_as, shown
    from pairing_cli.output.proposed import as_proposals

    screen = settings.screen(language)
    records = [(each, recorded_as(each, lists)) for each in found]
    settings.emit(as_proposals((shown(e, lists, r.key if r else "") for e, r in records), screen))


def _asked(
    found: list[Proposal], lists: Lists, settings: Settings, language: str
) -> list[Proposal]:
    """The tables that are to be kept, as corrected on the terminal."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refusal("refuse.map-ask")
    kept = []
    for each in found:
        answer = _asked_of(each, lists, settings, language)
        kept += [answer] if answer is not None else []
    return kept


def _asked_of(found: Proposal, lists: Lists, settings: Settings, language: str) -> Proposal | None:
    while True:
        said = typer.prompt(word("map.ask", language), default="n", err=True).strip()
        if said.casefold() in ("y", "yes", "是"):
            return found
        if said.casefold() in ("n", "no", "否"):
            return None
        try:
            found = _correct(found, said)
        except Refusal as refusal:
            settings.note(word(refusal.key, language, **refusal.facts))
        else:
            _show([found], lists, settings, language)


def _keep(changes: Changes, found: list[Proposal], name: str, language: str) -> Iterator[str]:
    """Record how tables are read, in place of what was recorded for the same header; say where."""
    from pairing_cli.forms.mapping import record_of, recorded_as

    for each in found:
        lists = _lists(changes.load().repository)
        record = record_of(each, lists, name)
        before = recorded_as(each, lists)
        if before is not None:
            path, key = before.at.file, before.key
            _replace(changes, before.at.route, path, {**record, "id": key})
        else:
            path, key = _add(changes, lists, record)
        done = "map.done" if changes.list else "map.same"
        yield word(done, language, id=key, path=(changes.root / path).as_posix())


def _replace(changes: Changes, route: tuple[str | int, ...], path: str, record: Fields) -> None:
    from pairing_cli.edit import Put

    changes.edit(path, *(Put((*route, field), record[field]) for field in ("form", "columns")))


def _add(changes: Changes, lists: Lists, record: Fields) -> tuple[str, str]:
    from pairing_cli.edit import Append
    from pairing_cli.edit.naming import file_for, new_id

    key = new_id(lists.repository, COLLECTION, record)
    path = file_for(lists.repository, COLLECTION, record)
    changes.edit(path, Append((COLLECTION,), {"id": key, **record}))
    return path, key
