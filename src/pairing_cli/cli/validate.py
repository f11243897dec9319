"""``pairing validate``: every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.baseline import Wanted
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
from pairing_cli.messages import word
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
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help=help_text("write-baseline"))
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", help=help_text("baseline"), dir_okay=False, metavar=metavar("file")
        ),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help=help_text("no-baseline"))
    ] = False,
    show_suppressed: Annotated[
        bool, typer.Option("--show-suppressed", help=help_text("show-suppressed"))
    ] = False,
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
    from pairing_cli.output.formats import FORMATS

    settings = Settings(lang, as_of, color, output, quiet)
    wanted = Wanted(baseline, write_baseline, no_baseline)
    wanted.check(paths or [Path()])
    if fix or encode or dry_run:
        mend(paths or [Path()], settings, encode=encode, dry_run=dry_run)
    run = _Run(settings, wanted, form)
    read = list(_programmes(paths or [Path()], untrusted, base))
    wanted.check_one([opened.root for opened, _ in read])
    for opened, path in read:
        run.add(opened, path)
    found = sorted(run.found, key=lambda each: each.order)
    programmes = list({opened.root: opened for opened, _ in read}.values())
    language = settings.speak(programmes[0].language)
    failing = _failing(fail_on)
    checked = run.hiding(_checked(programmes, form, failing, language), show=show_suppressed)
    screen = settings.screen(language)
    settings.emit(FORMATS[form](found, checked, screen), commands=form is Format.GITHUB)
    if form is Format.GITHUB:
        _summarise(found, checked, screen)
    fails = fail_on is not FailOn.NEVER and any(each.severity in failing for each in found)
    raise typer.Exit(int(fails))


def _programmes(
    paths: list[Path], untrusted: bool | None, base: str | None
) -> Iterator[tuple[Opened, Path]]:
    """The programmes that paths mean, each read once, and the path that means it."""
    programmes: dict[Path, Opened] = {}
    for path in paths:
        for root in roots(path):
            known = root.resolve()
            if known in programmes and path.is_dir():
                continue
            if known not in programmes:
                under = ground(path, untrusted=untrusted, base=base)
                opened = open_programme(root, evidence=True)
                programmes[known] = opened.on(under, first=not programmes)
            yield programmes[known], path


@dataclass(slots=True)
class _Run:
    """What was found so far: reported, hidden by exceptions, and hidden by the baseline."""

    settings: Settings
    wanted: Wanted
    form: Format
    found: list[Placed] = field(default_factory=list)
    hidden: list[Placed] = field(default_factory=list)
    known: int = 0
    gone: int = 0

    def add(self, opened: Opened, path: Path) -> None:
        """Take in what is wrong with a programme, or with one file of it where that was asked for."""
        from pairing_cli.output.findings import place, place_hidden
        from pairing_cli.output.formats import OF_THE_REPOSITORY

        sifted = opened.sifted(self.settings.today)
        since = self.wanted.since(opened, sifted.kept)
        new, hidden = since.new, sifted.hidden
        if path.is_dir():
            self.known += since.known
            self.gone += since.gone
        else:
            file = path.resolve().relative_to(opened.root.resolve()).as_posix()
            new = tuple(each for each in new if each.at.file == file)
            hidden = tuple(each for each in hidden if each.found.at.file == file)
        language = self.settings.speak(opened.language)
        prefix = _prefix(opened, self.form in OF_THE_REPOSITORY)
        self.found += place(new, opened.places.locator, prefix, language)
        self.hidden += place_hidden(hidden, opened.places.locator, prefix, language)
        if self.wanted.write:
            where = self.wanted.place(opened).as_posix()
            self.settings.note(word("wrote", language, path=where))

    def hiding(self, checked: Checked, *, show: bool) -> Checked:
        """What was checked, with what is not reported of it."""
        return replace(
            checked,
            hidden=tuple(sorted(self.hidden, key=lambda each: each.order)),
            exceptions=len({each.excepted for each in self.hidden}),
            known=self.known,
            gone=self.gone,
            show_hidden=show,
        )


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
