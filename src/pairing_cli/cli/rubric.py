"""``pairing rubric show``: a rubric as the paper table, to be laid beside the original."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import rubric_entry
from pairing_cli.cli.language import Language, help_text
from pairing_cli.cli.options import (
    AsOfOption,
    DocumentLangOption,
    OutputOption,
    PathArgument,
    QuietOption,
    RubricOption,
    choices,
)
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one, save, warn_incomplete

if TYPE_CHECKING:
    from pairing_cli.report.make import Produced
    from pairing_cli.report.material import Material


class Paper(StrEnum):
    """Formats of a rubric."""

    TEXT = "text"
    MD = "md"
    XLSX = "xlsx"
    DOCX = "docx"


def show(
    path: PathArgument = Path(),
    rubric: RubricOption = None,
    to: Annotated[
        Paper, typer.Option("--to", help=help_text("to-one"), metavar=choices(Paper))
    ] = Paper.TEXT,
    as_of: AsOfOption = None,
    lang: DocumentLangOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show a rubric as the paper table."""
    from pairing_cli.output.rubric import as_text
    from pairing_cli.report.rubric import rubric_table

    settings = Settings(lang, as_of, output=output, quiet=quiet)
    opened = open_one(path)
    errors = opened.errors(settings.today)
    language = settings.speak(opened.language)
    material = _material(opened, settings, errors, rubric)
    if to is Paper.TEXT:
        paper = settings.screen(Language.ZH.value)  # in Chinese, like every document
        settings.emit(as_text(rubric_table(material, ""), paper))
    elif to is Paper.MD:
        settings.emit(_produced(opened, material, to).data.decode())
    else:
        produced = _produced(opened, material, to)
        place = output or Path(produced.name)
        save(place, produced.data)
        Settings(lang, as_of, quiet=quiet).emit(f"{place}\n")
    raise typer.Exit(warn_incomplete(opened, errors, language))


def _material(opened: Opened, settings: Settings, errors: int, rubric: str | None) -> Material:
    from pairing_cli.report.material import Material

    repository = opened.loaded.repository
    assert repository.programme is not None
    return Material(
        repository,
        repository.programme.record,
        settings.today,
        Language.ZH.value,
        None,
        opened.places.within,
        errors,
        rubric_entry(repository, rubric).key,
    )


def _produced(opened: Opened, material: Material, to: Paper) -> Produced:
    from pairing_cli.report.kinds import KINDS
    from pairing_cli.report.make import make
    from pairing_cli.report.subjects import Subject
    from pairing_cli.report.templates import TemplateError, Templates

    templates = Templates(opened.templates)
    try:
        return make(KINDS["rubric"], material, Subject(), to.value, templates)
    except TemplateError as error:
        raise Refusal(error.key, **error.facts) from error
