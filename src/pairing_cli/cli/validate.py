"""``pairing validate``: every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
from pairing_cli.messages import word

if TYPE_CHECKING:
    from pairing_cli.output.findings import Checked, Placed


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
    output: OutputOption = None,
    quiet: QuietOption = False,
    fix: Annotated[bool, typer.Option("--fix", help=help_text("fix"))] = False,
    encode: Annotated[bool, typer.Option("--encode", help=help_text("encode-fix"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("fix-dry-run"))] = False,
) -> None:
    """Check every file of a programme."""
    from pairing_cli.output.findings import FORMATS

    settings = Settings(lang, as_of, color, output, quiet)
    wanted = Wanted(baseline, write_baseline, no_baseline)
    wanted.check(paths or [Path()])
    if fix or encode or dry_run:
        mend(paths or [Path()], settings, encode=encode, dry_run=dry_run)
    run = _Run(settings, wanted)
    read = list(_programmes(paths or [Path()]))
    wanted.check_one([opened.root for _, opened in read])
    for path, opened in read:
        run.add(path, opened)
    found = sorted(run.found, key=lambda each: each.order)
    language = settings.speak(run.programmes[0].language)
    checked = run.checked(show_hidden=show_suppressed)
    settings.emit(FORMATS[form](found, checked, settings.screen(language)))
    raise typer.Exit(1 if _fails(found, fail_on) else 0)


def _programmes(paths: list[Path]) -> Iterator[tuple[Path, Opened]]:
    """Every programme that the paths mean, read once, and the path that means it."""
    seen: set[Path] = set()
    for path in paths:
        for root in roots(path):
            if root.resolve() in seen and path.is_dir():
                continue
            seen.add(root.resolve())
            yield path, open_programme(root, evidence=True)


@dataclass(slots=True)
class _Run:
    """What was found so far: reported, hidden by exceptions, and hidden by the baseline."""

    settings: Settings
    wanted: Wanted
    programmes: list[Opened] = field(default_factory=list)
    found: list[Placed] = field(default_factory=list)
    hidden: list[Placed] = field(default_factory=list)
    known: int = 0
    gone: int = 0

    def add(self, path: Path, opened: Opened) -> None:
        """Check one programme, or one file of it."""
        from pairing_cli.output.findings import place, place_hidden

        sifted = opened.sifted(self.settings.today)
        since = self.wanted.since(opened, sifted.kept)
        told = (opened.places.locator, opened.prefix, self.settings.speak(opened.language))
        whole = path.is_dir()
        placed, hidden = place(since.new, *told), place_hidden(sifted.hidden, *told)
        self.programmes.append(opened)
        self.found += placed if whole else _only(placed, path, opened)
        self.hidden += hidden if whole else _only(hidden, path, opened)
        self.known += since.known if whole else 0
        self.gone += since.gone if whole else 0
        if self.wanted.write:
            where = self.wanted.place(opened).as_posix()
            self.settings.note(word("wrote", told[-1], path=where))

    def checked(self, *, show_hidden: bool) -> Checked:
        """What was checked, and what is not shown of it."""
        from pairing_cli.output.findings import Checked

        read = [opened.loaded.repository for opened in self.programmes]
        return Checked(
            tuple(opened.root.as_posix() for opened in self.programmes),
            sum(len(repository.files) for repository in read),
            sum(repository.number_of_records for repository in read),
            hidden=tuple(sorted(self.hidden, key=lambda each: each.order)),
            exceptions=len({each.excepted for each in self.hidden}),
            known=self.known,
            gone=self.gone,
            show_hidden=show_hidden,
        )


def _only(placed: list[Placed], path: Path, opened: Opened) -> list[Placed]:
    """The findings of one file, where a file was asked for."""
    wanted = path.resolve().relative_to(opened.root.resolve()).as_posix()
    return [each for each in placed if each.path == opened.prefix + wanted]


def _fails(found: list[Placed], fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    ranks = [severity.value for severity in FailOn]
    return any(ranks.index(each.severity.value) <= ranks.index(fail_on.value) for each in found)
