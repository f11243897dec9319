"""``pairing todo``: what is still needed, by which day, and the calendar of deadlines."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import pairing_keys
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    LangOption,
    OutputOption,
    PairingOption,
    PathArgument,
    QuietOption,
    choices,
)
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one, warn_incomplete

if TYPE_CHECKING:
    from pairing_cli.measure.count import Counter
    from pairing_cli.model.repository import Repository
    from pairing_cli.output.screen import Screen
    from pairing_cli.todo import Wanted


class TodoForm(StrEnum):
    """Formats of what is to be done."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    ICS = "ics"


class SideName(StrEnum):
    """The two sides."""

    HELPER = "helper"
    HELPED = "helped"


def todo(
    path: PathArgument = Path(),
    pairing: PairingOption = None,
    school: Annotated[
        str | None, typer.Option("--school", help=help_text("school"), metavar=metavar("name"))
    ] = None,
    side: Annotated[
        SideName | None, typer.Option("--side", help=help_text("side"), metavar=choices(SideName))
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", help=help_text("days"), min=0, max=3660, metavar="N")
    ] = None,
    form: Annotated[
        TodoForm,
        typer.Option("--format", "-f", help=help_text("format"), metavar=choices(TodoForm)),
    ] = TodoForm.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Say what is still needed, and by which day."""
    from pairing_cli.measure.count import Counter
    from pairing_cli.measure.view import View
    from pairing_cli.model.programme import Side
    from pairing_cli.todo import Wanted

    settings = Settings(lang, as_of, color, output, quiet)
    opened = open_one(path)
    repository = opened.loaded.repository
    keys = pairing_keys(repository, pairing)
    wanted = Wanted(
        frozenset(keys) if keys is not None else None,
        Side(side.value) if side else None,
        _school_key(repository, school),
        days,
    )
    counter = Counter(View(repository, settings.today))
    language = settings.speak(opened.language)
    screen = settings.screen(language)
    errors = opened.errors(settings.today)
    settings.emit(_made(counter, wanted, form, opened, errors, screen))
    raise typer.Exit(warn_incomplete(opened, errors, language))


def _made(
    counter: Counter,
    wanted: Wanted,
    form: TodoForm,
    opened: Opened,
    errors: int,
    screen: Screen,
) -> str:
    from pairing_cli.output import agenda as shown
    from pairing_cli.output import calendar
    from pairing_cli.quota import quota_table
    from pairing_cli.score import score
    from pairing_cli.todo import agenda, deadlines

    view, repository = counter.view, counter.view.repository
    names = {entry.key: repository.title_of(entry.record) for entry in repository.pairings}
    table = quota_table(counter)
    if form is TodoForm.ICS:
        found = deadlines(view, table, wanted.pairings)
        return calendar.as_ics(view.programme, found, names, opened.places, screen)
    sheets = [score(counter, entry) for entry in repository.rubrics]
    made = agenda(view, sheets, table, wanted)
    if form is TodoForm.JSON:
        return shown.as_json(made, errors, opened.places, screen)
    show = shown.as_markdown if form is TodoForm.MARKDOWN else shown.as_text
    return show(made, view.programme.title, opened.notice, names, screen)


def _school_key(repository: Repository, name: str | None) -> str | None:
    if name is None:
        return None
    found = repository.organizations.find(name)
    if found is None:
        raise Refusal("refuse.no-school", name=name)
    return found.key
