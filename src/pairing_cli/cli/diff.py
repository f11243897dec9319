"""``pairing diff``: what a change means for findings, targets, scores, deadlines and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    LangOption,
    OutputOption,
    QuietOption,
    choices,
)
from pairing_cli.cli.session import Settings

if TYPE_CHECKING:
    from pairing_cli.cli.states import Two
    from pairing_cli.model.differences import Difference
    from pairing_cli.output.difference import Teller


class Format(StrEnum):
    """Formats of a difference; `output.difference_formats.FORMATS` makes them."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class FailOn(StrEnum):
    """What makes the command end with 1."""

    NEW_ERRORS = "new-errors"
    LOWER_SCORE = "lower-score"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Told:
    """A programme's difference, and who words it."""

    difference: Difference
    teller: Teller


def diff(
    base: Annotated[str, typer.Argument(help=help_text("diff-base"), metavar=metavar("base"))],
    head: Annotated[
        str | None, typer.Argument(help=help_text("diff-head"), metavar=metavar("[head]"))
    ] = None,
    path: Annotated[
        Path | None, typer.Argument(help=help_text("diff-path"), metavar=metavar("[path]"))
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help=help_text("format"), metavar=choices(Format))
    ] = Format.TEXT,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help=help_text("diff-fail-on"), metavar=choices(FailOn)),
    ] = FailOn.NEW_ERRORS,
    direct: Annotated[bool, typer.Option("--direct", help=help_text("diff-direct"))] = False,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show what a change means."""
    from pairing_cli.cli.states import Compared, asking_git, two_states
    from pairing_cli.output.difference_formats import FORMATS

    settings = Settings(lang, as_of, color, output, quiet)
    base, head, path = _meant(base, head, path)
    with asking_git(path or Path()):
        compared = Compared.of(base, head, path or Path(), direct=direct)
        found = list(_told(two_states(compared, settings.today), settings))
    language = settings.speak(found[0].teller.screen.language if found else None)
    screen = settings.screen(language)
    notes = [screen.say("diff.none")] if not found else []
    told = [(each.difference, each.teller) for each in found]
    settings.emit(FORMATS[form](told, notes, screen))
    raise typer.Exit(int(_fails([each.difference for each in found], fail_on)))


def _meant(base: str, head: str | None, path: Path | None) -> tuple[str, str | None, Path | None]:
    """The arguments, where a folder in the second place is the path; also for ``base..head``."""
    one, dots, other = base.partition("..")
    if dots and head is not None and path is None:
        path, head = Path(head), None
    if dots and head is None:
        base, head = one or "HEAD", other.removeprefix(".") or "HEAD"
    if head is not None and path is None and Path(head).exists():
        from pairing_cli.load.git import Git

        if Git(Path()).commit(head) is None:
            return base, None, Path(head)
    return base, head, path


def _told(states: Iterator[Two], settings: Settings) -> Iterator[Told]:
    from pairing_cli.diff import difference
    from pairing_cli.output.difference import Teller

    for two in states:
        found = difference(two.before, two.after, two.root, settings.today, two.beside)
        if found:
            screen = settings.screen(settings.speak(two.language))
            yield Told(found, Teller(two.places_before, two.places_after, screen))


def _fails(found: Sequence[Difference], fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    errors = any(each.new_errors for each in found)
    return errors or (fail_on is FailOn.LOWER_SCORE and any(each.lowered for each in found))
