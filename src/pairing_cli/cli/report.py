"""``pairing report``: the documents that a bureau issues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import pairing_keys, score_sheet
from pairing_cli.cli.language import help_text
from pairing_cli.cli.options import (
    AsOfOption,
    LangOption,
    PairingOption,
    QuietOption,
    RubricOption,
)
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one, save, warn_incomplete

if TYPE_CHECKING:
    from pairing_cli.report.kinds import Kind
    from pairing_cli.report.make import Produced
    from pairing_cli.report.material import Material

LIST = "list"


def report(
    kind: Annotated[str | None, typer.Argument(help=help_text("kind"), show_default=False)] = None,
    path: Annotated[Path | None, typer.Argument(help=help_text("path"), show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all", help=help_text("all"))] = False,
    to: Annotated[str, typer.Option("--to", help=help_text("to"))] = "docx,xlsx,md",
    folder: Annotated[
        Path, typer.Option("--output", "-o", help=help_text("folder"), file_okay=False)
    ] = Path("reports"),
    pairing: PairingOption = None,
    rubric: RubricOption = None,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make the documents that a bureau issues."""
    from pairing_cli.report.kinds import KINDS

    settings = Settings(lang, as_of, quiet=quiet)
    if every and kind is not None and path is None:
        path, kind = Path(kind), None
    if not every and (kind is None or kind == LIST):
        settings.emit(_listing(settings))
        raise typer.Exit(0)
    if kind is not None and kind not in KINDS:
        raise Refusal("refuse.no-report", name=kind, kinds=tuple(KINDS))
    extensions = _extensions(to)
    opened = open_one(path or Path())
    language = settings.speak(opened.language)
    chosen = [KINDS[kind]] if kind else list(KINDS.values())
    produced = list(_produced(opened, settings, chosen, extensions, pairing, rubric))
    for each in produced:
        save(folder / each.name, each.data)
    settings.emit("".join(f"{folder / each.name}\n" for each in produced))
    raise typer.Exit(warn_incomplete(opened, settings, language))


def _listing(settings: Settings) -> str:
    from pairing_cli.output.kinds import as_list
    from pairing_cli.report.kinds import KINDS

    return as_list(
        [(kind.id, kind.per_pairing, kind.needs) for kind in KINDS.values()],
        settings.screen(settings.speak()),
    )


def _extensions(to: str) -> list[str]:
    from pairing_cli.report.make import FORMATS

    asked = [name.strip().lower() for name in to.split(",") if name.strip()]
    for name in asked:
        if name not in FORMATS:
            raise Refusal("refuse.no-format", name=name, formats=tuple(FORMATS))
    return asked


def _produced(
    opened: Opened,
    settings: Settings,
    kinds: list[Kind],
    extensions: list[str],
    pairing: list[str] | None,
    rubric: str | None,
) -> Iterator[Produced]:
    from pairing_cli.report.make import make
    from pairing_cli.report.templates import TemplateError, Templates

    repository = opened.loaded.repository
    keys = pairing_keys(repository, pairing) or [entry.key for entry in repository.pairings]
    templates = Templates(opened.root / "templates")
    try:
        for kind, material in _materials(opened, settings, kinds, rubric):
            for key in keys if kind.per_pairing else [""]:
                for extension in extensions:
                    yield make(kind, material, key, extension, templates)
    except TemplateError as error:
        raise Refusal(error.key, **error.facts) from error


def _materials(
    opened: Opened, settings: Settings, kinds: list[Kind], rubric: str | None
) -> Iterator[tuple[Kind, Material]]:
    """Each kind with what it is made of; of all kinds, those whose records are there.

    The sheet also says which rubric is meant, so every report about one has it.
    """
    from pairing_cli.report.material import Material

    repository = opened.loaded.repository
    assert repository.programme is not None
    scored = any(kind.needs == "rubrics" for kind in kinds) and len(repository.rubrics) > 0
    material = Material(
        repository,
        repository.programme.record,
        settings.today,
        settings.speak(opened.language),
        score_sheet(opened, settings, rubric=rubric) if scored else None,
        lambda at: f"{at.file}:{opened.places.line(at)}",
    )
    for kind in kinds:
        if kind.needs and not len(repository.index(kind.needs)):
            if len(kinds) == 1:
                raise Refusal("refuse.report-needs", name=kind.id, needs=kind.needs)
            continue
        yield kind, material
