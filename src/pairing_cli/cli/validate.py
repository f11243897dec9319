"""``pairing validate``: every problem of every file in one run."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.cached import cache_of
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

if TYPE_CHECKING:
    from pairing_cli.output.findings import Placed


class Format(StrEnum):
    """Formats of findings; `output.findings.FORMATS` makes them."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


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
    output: OutputOption = None,
    quiet: QuietOption = False,
    fix: Annotated[bool, typer.Option("--fix", help=help_text("fix"))] = False,
    encode: Annotated[bool, typer.Option("--encode", help=help_text("encode-fix"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("fix-dry-run"))] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=help_text("no-cache"))] = False,
) -> None:
    """Check every file of a programme."""
    from pairing_cli.output.findings import FORMATS, Checked, place

    settings = Settings(lang, as_of, color, output, quiet)
    if fix or encode or dry_run:
        mend(paths or [Path()], settings, encode=encode, dry_run=dry_run)
    found: list[Placed] = []
    programmes: list[Opened] = []
    seen: set[Path] = set()
    for path in paths or [Path()]:
        for root in roots(path):
            if root.resolve() in seen and path.is_dir():
                continue
            seen.add(root.resolve())
            cache = None if no_cache else cache_of(root)
            opened = open_programme(root, evidence=True, cache=cache)
            programmes.append(opened)
            language = settings.speak(opened.language)
            diagnostics = opened.findings(settings.today)
            placed = place(diagnostics, opened.places.locator, opened.prefix, language)
            opened.keep()
            found += placed if path.is_dir() else _only(placed, path, opened)
    language = settings.speak(programmes[0].language)
    found.sort(key=lambda each: each.order)
    checked = Checked(
        tuple(opened.root.as_posix() for opened in programmes),
        sum(len(opened.loaded.repository.files) for opened in programmes),
        sum(opened.loaded.repository.number_of_records for opened in programmes),
    )
    settings.emit(FORMATS[form](found, checked, settings.screen(language)))
    raise typer.Exit(1 if _fails(found, fail_on) else 0)


def _only(placed: list[Placed], path: Path, opened: Opened) -> list[Placed]:
    """The findings of one file, where a file was asked for."""
    wanted = path.resolve().relative_to(opened.root.resolve()).as_posix()
    return [each for each in placed if each.path == opened.prefix + wanted]


def _fails(found: list[Placed], fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    ranks = [severity.value for severity in FailOn]
    return any(ranks.index(each.severity.value) <= ranks.index(fail_on.value) for each in found)
