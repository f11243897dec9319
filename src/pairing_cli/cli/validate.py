"""``pairing validate``: every problem of every file in one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.baseline import Wanted
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
    no_cache: Annotated[bool, typer.Option("--no-cache", help=help_text("no-cache"))] = False,
) -> None:
    """Check every file of a programme."""
    from pairing_cli.output.formats import FORMATS, OF_THE_REPOSITORY

    settings = Settings(lang, as_of, color, output, quiet)
    every = paths or [Path()]
    if fix or encode or dry_run:
        mend(every, settings, encode=encode, dry_run=dry_run)
    wanted = Wanted(baseline, write_baseline, no_baseline)
    wanted.check(every)
    run = _Run(settings, wanted, form in OF_THE_REPOSITORY, _failing(fail_on), not no_cache)
    run.add_all(every, untrusted, base)
    found = sorted(run.found, key=lambda each: each.order)
    language = settings.speak(run.programmes[0].language)
    checked = run.checked(form, language, show_hidden=show_suppressed)
    screen = settings.screen(language)
    settings.emit(FORMATS[form](found, checked, screen), commands=form is Format.GITHUB)
    if form is Format.GITHUB:
        _summarise(found, checked, screen)
    fails = fail_on is not FailOn.NEVER and any(each.severity in run.failing for each in found)
    raise typer.Exit(int(fails))


@dataclass(slots=True)
class _Run:
    """What was found so far: reported, hidden by exceptions, and hidden by the baseline."""

    settings: Settings
    wanted: Wanted
    from_repository: bool
    failing: frozenset[Severity]
    cached: bool = True
    programmes: list[Opened] = field(default_factory=list)
    found: list[Placed] = field(default_factory=list)
    hidden: list[Placed] = field(default_factory=list)
    known: int = 0
    gone: int = 0

    def add_all(self, paths: list[Path], untrusted: bool | None, base: str | None) -> None:
        """Check every programme that paths mean, each read once."""
        read: dict[Path, Opened] = {}
        meant: list[tuple[Path, Opened]] = []
        for path in paths:
            for root in roots(path):
                known = root.resolve()
                if known in read and path.is_dir():
                    continue
                if known not in read:
                    under = ground(path, untrusted=untrusted, base=base, first=not read)
                    cache = cache_of(root) if self.cached and under is None else None
                    opened = open_programme(root, evidence=True, ground=under, cache=cache)
                    read[known] = opened
                meant.append((path, read[known]))
        self.wanted.check_one([opened.root for opened in read.values()])
        self.programmes = list(read.values())
        for path, opened in meant:
            self.add(path, opened)
        for opened in self.programmes:
            opened.keep()

    def add(self, path: Path, opened: Opened) -> None:
        """Check one programme, or one file of it."""
        from pairing_cli.output.findings import place, place_hidden

        sifted = opened.sifted(self.settings.today)
        since = self.wanted.since(opened, sifted.kept)
        prefix = _prefix(opened, self.from_repository)
        told = (opened.places.locator, prefix, self.settings.speak(opened.language))
        whole = path.is_dir()
        placed, hidden = place(since.new, *told), place_hidden(sifted.hidden, *told)
        self.found += placed if whole else _only(placed, path, opened, prefix)
        self.hidden += hidden if whole else _only(hidden, path, opened, prefix)
        self.known += since.known if whole else 0
        self.gone += since.gone if whole else 0
        if self.wanted.write:
            where = self.wanted.place(opened).as_posix()
            self.settings.note(word("wrote", told[-1], path=where))

    def checked(self, form: Format, language: str, *, show_hidden: bool) -> Checked:
        """What was checked, what is not shown of it, and what the format needs to know."""
        from pairing_cli.cli.rulebook import rulebook
        from pairing_cli.output.findings import Checked, typed

        paths = [
            typed(prefix, file)
            for opened in self.programmes
            for prefix in [_prefix(opened, from_repository=True)]
            for file in opened.loaded.repository.files
        ]
        return Checked(
            tuple(opened.root.as_posix() for opened in self.programmes),
            len(paths),
            sum(opened.loaded.repository.number_of_records for opened in self.programmes),
            tuple(paths),
            rulebook(language) if form is Format.SARIF else {},
            self.failing,
            tuple(sorted(self.hidden, key=lambda each: each.order)),
            len({each.excepted for each in self.hidden}),
            self.known,
            self.gone,
            show_hidden,
        )


def _only(placed: list[Placed], path: Path, opened: Opened, prefix: str) -> list[Placed]:
    """The findings of one file, where a file was asked for."""
    wanted = path.resolve().relative_to(opened.root.resolve()).as_posix()
    return [each for each in placed if each.path == prefix + wanted]


def _prefix(opened: Opened, from_repository: bool) -> str:
    """What comes before the paths of a programme's files."""
    if not from_repository:
        return opened.prefix
    folder = from_top(opened.root)
    return "" if folder == "." else f"{folder}/"


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
