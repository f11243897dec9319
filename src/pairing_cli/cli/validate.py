"""``pairing validate``: every problem of every file in one run."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.mending import mend
from pairing_cli.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    LangOption,
    OutputOption,
    QuietOption,
    choices,
)
from pairing_cli.cli.session import Opened, Settings, open_programme, roots
from pairing_cli.cli.streams import add_to_summary, summary_room
from pairing_cli.cli.topmost import from_top
from pairing_cli.cli.untrusted import BaseOption, UntrustedOption, ground
from pairing_cli.model.diagnostics import Severity

if TYPE_CHECKING:
    from pairing_cli.output.findings import Checked, Placed
    from pairing_cli.output.screen import Screen


class Format(StrEnum):
    """Formats of findings; `output.formats.FORMATS` makes them."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    NEVER = "never"


def validate(
    paths: Annotated[
        list[Path] | None, typer.Argument(help=help_text("paths"), metavar=metavar("[path]..."))
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help=help_text("format"), metavar=choices(Format))
    ] = Format.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help=help_text("fail-on"), metavar=choices(FailOn))
    ] = FailOn.ERROR,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    untrusted: UntrustedOption = None,
    base: BaseOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    fix: Annotated[bool, typer.Option("--fix", help=help_text("fix"))] = False,
    encode: Annotated[bool, typer.Option("--encode", help=help_text("encode-fix"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("fix-dry-run"))] = False,
) -> None:
    """Check every file of a programme."""
    from pairing_cli.output.formats import FORMATS, OF_THE_REPOSITORY

    settings = Settings(lang, as_of, color, output, quiet)
    if fix or encode or dry_run:
        mend(paths or [Path()], settings, encode=encode, dry_run=dry_run)
    found: list[Placed] = []
    programmes: dict[Path, Opened] = {}
    for path in paths or [Path()]:
        for root in roots(path):
            known = root.resolve()
            if known in programmes and path.is_dir():
                continue
            if known not in programmes:
                under = ground(path, untrusted=untrusted, base=base, first=not programmes)
                programmes[known] = open_programme(root, evidence=True, ground=under)
            found += _found(programmes[known], path, settings, form in OF_THE_REPOSITORY)
    every = list(programmes.values())
    language = settings.speak(every[0].language)
    found.sort(key=lambda each: each.order)
    failing = _failing(fail_on)
    checked = _checked(every, form, failing, language)
    screen = settings.screen(language)
    settings.emit(FORMATS[form](found, checked, screen), commands=form is Format.GITHUB)
    if form is Format.GITHUB:
        _summarise(found, checked, screen)
    raise typer.Exit(int(fail_on is not FailOn.NEVER and any(e.severity in failing for e in found)))


def _found(opened: Opened, path: Path, settings: Settings, from_repository: bool) -> list[Placed]:
    """What is wrong with a programme, or with one file of it where that was asked for."""
    from pairing_cli.output.findings import place

    diagnostics = opened.findings(settings.today)
    if not path.is_dir():
        wanted = path.resolve().relative_to(opened.root.resolve()).as_posix()
        diagnostics = tuple(each for each in diagnostics if each.at.file == wanted)
    language = settings.speak(opened.language)
    return place(diagnostics, opened.places.locator, _prefix(opened, from_repository), language)


def _prefix(opened: Opened, from_repository: bool) -> str:
    """What comes before the paths of a programme's files."""
    if not from_repository:
        return opened.prefix
    folder = from_top(opened.root)
    return "" if folder == "." else f"{folder}/"


def _checked(
    programmes: list[Opened], form: Format, failing: frozenset[Severity], language: str
) -> Checked:
    """What was checked, with what the format needs to know of it."""
    from pairing_cli.cli.rulebook import rulebook
    from pairing_cli.output.findings import Checked, typed

    paths = [
        typed(_prefix(opened, from_repository=True), file)
        for opened in programmes
        for file in opened.loaded.repository.files
    ]
    return Checked(
        tuple(opened.root.as_posix() for opened in programmes),
        len(paths),
        sum(opened.loaded.repository.number_of_records for opened in programmes),
        tuple(paths),
        rulebook(language) if form is Format.SARIF else {},
        failing,
    )


def _failing(fail_on: FailOn) -> frozenset[Severity]:
    """The severities by which the check fails; a report shows errors as failures in any case."""
    if fail_on is FailOn.NEVER:
        return frozenset({Severity.ERROR})
    least = Severity(fail_on.value)
    return frozenset(each for each in Severity if each.rank <= least.rank)


def _summarise(found: list[Placed], checked: Checked, screen: Screen) -> None:
    """Add the findings to the summary of a runner's job, where there is one."""
    from pairing_cli.output.markdown import MOST_BYTES, as_summary

    room = summary_room(MOST_BYTES)
    if room:
        add_to_summary(as_summary(room, found, checked, screen))
