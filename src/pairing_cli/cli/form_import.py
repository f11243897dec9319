"""``pairing form import``: what schools filled in, put into the files of a programme."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.companions import companions
from pairing_cli.cli.journal import locked, settle
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import AsOfOption, LangOption, QuietOption, choices
from pairing_cli.cli.session import (
    Refusal,
    Settings,
    make_folder,
    one_root,
    refusing_in,
    save_all,
)
from pairing_cli.messages import word

if TYPE_CHECKING:
    from pairing_cli.cli.handed import Handed
    from pairing_cli.cli.intake import Attempt, Importing


_MARKED = "-已批注"
"""What is added to the name of a file that is sent back."""


class Format(StrEnum):
    """How the result is shown."""

    TEXT = "text"
    JSON = "json"


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(help=help_text("take-files"), metavar=metavar("file"), dir_okay=False),
    ],
    path: Annotated[
        Path, typer.Option("--path", help=help_text("take-path"), metavar=metavar("folder"))
    ] = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("dry-run"))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=help_text("take-yes"))] = False,
    partial: Annotated[bool, typer.Option("--partial", help=help_text("take-partial"))] = False,
    restore: Annotated[bool, typer.Option("--restore", help=help_text("take-restore"))] = False,
    annotated: Annotated[
        Path | None,
        typer.Option(
            "--annotated",
            help=help_text("take-annotated"),
            file_okay=False,
            metavar=metavar("folder"),
        ),
    ] = None,
    survey: Annotated[
        str | None, typer.Option("--survey", help=help_text("take-survey"), metavar=metavar("id"))
    ] = None,
    attachments: Annotated[
        Path | None,
        typer.Option(
            "--attachments", help=help_text("take-attachments"), metavar=metavar("folder-or-zip")
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=help_text("take-format"), metavar=choices(Format))
    ] = Format.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take in the forms that schools filled in."""
    from pairing_cli.output.intake import as_text

    settings = Settings(lang, as_of, quiet=quiet)
    asks = not (dry_run or yes)
    if asks and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refusal("refuse.take-ask")
    root = one_root(path)
    settle(root)
    silent = yes and not dry_run
    with locked(root) if silent else nullcontext():
        job = _read(root, files, survey, attachments, settings)
        job.importing.restore = restore
        found = _attempt(job, partial=partial)
        if form is Format.TEXT:
            settings.emit(as_text(found.intake, job.language, briefly=silent and not partial))
            settings.emit("" if silent else found.changes.diff())
        wrong = _kept_back(found, partial=partial)
        written = not (dry_run or wrong) and _save(root, found, settings, job.language, asks=asks)
    _close(job, found, settings, form, written=written, wrong=wrong, dry_run=dry_run)
    if annotated is not None or found.intake.wrong:
        if written:
            job.importing.address(found)
        _annotate(job, found, annotated, settings)
    raise typer.Exit(1 if found.intake.wrong else 0)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be taken in, and in which language it is spoken of."""

    handed: list[Handed]
    importing: Importing
    language: str


def _read(
    root: Path, files: list[Path], survey: str | None, attachments: Path | None, settings: Settings
) -> _Job:
    """The programme, and the files that were handed in with what comes with them."""
    from pairing_cli.cli.handed import handed_in
    from pairing_cli.cli.intake import Importing
    from pairing_cli.load.programme import Memo, load
    from pairing_cli.load.tree import FolderTree

    memo: Memo = {}
    before = load(FolderTree(root), evidence=False, memo=memo)
    programme = before.repository.programme
    if programme is None:
        raise Refusal("refuse.programme-unread", path=root.as_posix())
    language = settings.speak(programme.record.language.value)
    with refusing_in(language):
        handed = handed_in(files, before.repository, survey, settings, language)
        beside = companions(root, before.repository, handed, attachments, settings)
    tables = [table for each in handed for table in each.tables]
    job = Importing(root, before, tables, settings.today, beside, memo=memo)
    return _Job(handed, job, language)


def _attempt(job: _Job, *, partial: bool) -> Attempt:
    """What comes of the files, with what is to be said of each as a whole."""
    found = job.importing.attempt(partial=partial)
    found.intake.remarks += [remark for each in job.handed for remark in each.remarks]
    return found


def _kept_back(found: Attempt, *, partial: bool) -> bool:
    """Whether nothing may be written: something is wrong, and it is not left out."""
    return bool(found.intake.blocked) or (found.intake.wrong and not partial)


def _save(root: Path, found: Attempt, settings: Settings, language: str, *, asks: bool) -> bool:
    """Write, if somebody who is asked agrees; whether it was done."""
    if not found.changes.list:
        return False
    if not asks:
        found.changes.save()
        return True
    if not typer.confirm(word("take.ask", language), err=True):
        settings.note(word("take.not-written", language))
        return False
    with locked(root):
        found.changes.save()
    return True


def _close(
    job: _Job,
    found: Attempt,
    settings: Settings,
    form: Format,
    *,
    written: bool,
    wrong: bool,
    dry_run: bool,
) -> None:
    """Say what was done, and why not more."""
    from pairing_cli.output.intake import as_json

    intake, paths = found.intake, tuple(each.path for each in found.changes.list)
    if form is Format.JSON:
        settings.emit(as_json(intake, paths, job.language, written=written))
    number = sum(1 for _ in intake.wrong_rows())
    if intake.blocked:
        settings.note(word("take.blocked", job.language))
    elif wrong:
        settings.note(word("take.wrong", job.language, number=number))
    elif written:
        settings.note(word("take.done", job.language, paths=paths))
    elif not paths:
        settings.note(word("take.nothing", job.language))
    if number and written:
        settings.note(word("take.part", job.language, number=number))


def _annotate(job: _Job, found: Attempt, folder: Path | None, settings: Settings) -> None:
    """Send back the files that were handed in, marked; those that are right only where it was asked for."""
    from pairing_cli.cli.handed import annotated
    from pairing_cli.office.package import Refused

    if folder is not None:
        make_folder(folder)
    files = []
    for each in job.handed:
        try:
            data = annotated(each, job.importing.tables, found.intake, always=folder is not None)
        except Refused:
            settings.note(word("take.unmarked", job.language, path=each.path.as_posix()))
            continue
        if data is not None:
            files.append((_marked(each.path, folder), data))
    written, _ = save_all(files, job.language)
    for path in written:
        settings.note(word("take.annotated", job.language, path=path.as_posix()))


def _marked(path: Path, folder: Path | None) -> Path:
    """Where a marked copy goes; never over the file that was handed in."""
    base, _, number = path.stem.partition(_MARKED)
    again = str(int(number or 1) + 1) if path.stem != base and (number or "1").isdigit() else ""
    return (folder or path.parent) / f"{base}{_MARKED}{again}{path.suffix}"
