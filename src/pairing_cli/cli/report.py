"""``pairing report``: the documents that a bureau issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import pairing_keys, rubric_entry, score_sheet, unit_keys
from pairing_cli.cli.form import measure
from pairing_cli.cli.language import Language, help_text, metavar
from pairing_cli.cli.options import (
    AsOfOption,
    DocumentLangOption,
    PairingOption,
    QuietOption,
    RubricOption,
)
from pairing_cli.cli.session import (
    Opened,
    Refusal,
    Settings,
    make_folder,
    open_one,
    save_all,
    warn_incomplete,
)

if TYPE_CHECKING:
    from pairing_cli.report.kinds import Kind
    from pairing_cli.report.make import Produced
    from pairing_cli.report.material import Material

LIST = "list"


def report(
    kind: Annotated[
        str | None, typer.Argument(help=help_text("kind"), metavar=metavar("[kind]"))
    ] = None,
    path: Annotated[
        Path | None, typer.Argument(help=help_text("path"), metavar=metavar("[path]"))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=help_text("all"))] = False,
    to: Annotated[
        str | None, typer.Option("--to", help=help_text("to"), metavar=metavar("formats"))
    ] = None,
    folder: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help=help_text("folder"), file_okay=False, metavar=metavar("folder")
        ),
    ] = Path("reports"),
    pairing: PairingOption = None,
    rubric: RubricOption = None,
    as_of: AsOfOption = None,
    lang: DocumentLangOption = None,
    quiet: QuietOption = False,
    measured: Annotated[
        list[Path] | None,
        typer.Option("--lint", help=help_text("lint"), metavar=metavar("file"), dir_okay=False),
    ] = None,
) -> None:
    """Make the documents that a bureau issues."""
    settings = Settings(lang, as_of, quiet=quiet)
    if measured:
        if every or kind is not None:
            raise Refusal("refuse.lint-alone")
        raise typer.Exit(measure(measured, settings))
    if every and kind is not None:
        path, kind = _only_path(kind, path), None
    if not every and (kind is None or kind == LIST):
        settings.emit(_listing(settings))
        raise typer.Exit(0)
    chosen = _chosen(kind)
    extensions = None if to is None else _extensions(to, chosen)
    opened = open_one(path or Path())
    language = settings.speak(opened.language)
    errors = opened.errors(settings.today)
    source = _Source(opened, settings, errors, rubric, extensions)
    produced = list(_produced(source, chosen, pairing))
    code = _save(produced, folder, settings, language)
    raise typer.Exit(max(code, warn_incomplete(opened, errors, language)))


def _save(produced: Iterable[Produced], folder: Path, settings: Settings, language: str) -> int:
    """Write all into a folder and say what was written; the exit code."""
    make_folder(folder)
    written, code = save_all(((folder / each.name, each.data) for each in produced), language)
    settings.emit("".join(f"{path}\n" for path in written))
    return code


def _only_path(word: str, path: Path | None) -> Path:
    """The folder, where all kinds are asked for and the first word can therefore be no kind."""
    from pairing_cli.report.kinds import KINDS

    if path is not None or (word in KINDS and not Path(word).exists()):
        raise Refusal("refuse.all-and-kind", name=word)
    return Path(word)


def _chosen(kind: str | None) -> list[Kind]:
    """The kind of report of that name, or all of them."""
    from pairing_cli.report.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise Refusal("refuse.no-report", name=kind, kinds=tuple(KINDS))
    return [KINDS[kind]] if kind else list(KINDS.values())


def _listing(settings: Settings) -> str:
    from pairing_cli.output.kinds import as_list
    from pairing_cli.report.kinds import KINDS

    return as_list(
        [(kind.id, kind.per_pairing, kind.needs, kind.formats) for kind in KINDS.values()],
        settings.screen(settings.speak()),
    )


def _extensions(to: str, kinds: list[Kind]) -> list[str]:
    """The formats that are asked for; refused where there is none such, or the one report has none."""
    from pairing_cli.report.make import FORMATS

    asked = [name.strip().lower() for name in to.split(",") if name.strip()]
    for name in asked or [to]:
        if name not in FORMATS:
            raise Refusal("refuse.no-format", name=name, formats=tuple(FORMATS))
        if len(kinds) == 1 and name not in kinds[0].formats:
            formats = kinds[0].formats
            raise Refusal("refuse.kind-format", kind=kinds[0].id, name=name, formats=formats)
    return asked


@dataclass(frozen=True, slots=True)
class _Source:
    """What reports are made of, and in which formats, of those they have: all of them if None.

    The programme, how many errors its data have, and the rubric meant.
    """

    opened: Opened
    settings: Settings
    errors: int
    rubric: str | None
    extensions: list[str] | None

    def formats_of(self, kind: Kind) -> list[str]:
        """The formats in which a report is made."""
        wanted = kind.formats if self.extensions is None else self.extensions
        return [name for name in wanted if name in kind.formats]


def _produced(source: _Source, kinds: list[Kind], pairing: list[str] | None) -> Iterator[Produced]:
    from pairing_cli.report.make import make
    from pairing_cli.report.templates import TemplateError, Templates

    templates = Templates(source.opened.root / "templates")
    try:
        for kind, material in _materials(source, kinds):
            for key in _units(kind, material, pairing):
                for extension in source.formats_of(kind):
                    yield make(kind, material, key, extension, templates)
    except TemplateError as error:
        raise Refusal(error.key, **error.facts) from error


def _units(kind: Kind, material: Material, named: list[str] | None) -> list[str]:
    """The keys of those for whom a report is made: each pairing, or each unit of the rubric."""
    if not kind.per_pairing:
        return [""]
    repository, sheet = material.repository, material.sheet
    if kind.scored and sheet is not None:
        rubric = rubric_entry(repository, sheet.rubric).record
        if rubric.unit != "pairing":
            everybody = [unit.pairing for unit in sheet.units]
            return unit_keys(repository, rubric, named) or everybody
    return pairing_keys(repository, named) or [entry.key for entry in repository.pairings]


def _materials(source: _Source, kinds: list[Kind]) -> Iterator[tuple[Kind, Material]]:
    """Each kind with what it is made of; of all kinds, those whose records are there.

    The sheet also says which rubric is meant, so every report about one has it.
    """
    from pairing_cli.cli.overview import overview
    from pairing_cli.report.material import Material
    from pairing_cli.score import compared

    opened, settings = source.opened, source.settings
    repository = opened.loaded.repository
    assert repository.programme is not None
    scored = any(kind.needs == "rubrics" for kind in kinds) and len(repository.rubrics) > 0
    sheet = score_sheet(opened, settings, rubric=source.rubric) if scored else None
    material = Material(
        repository,
        repository.programme.record,
        settings.today,
        Language.ZH.value,
        sheet,
        lambda at: f"{at.file}:{opened.places.line(at)}",
        source.errors,
        compared=compared(sheet, rubric_entry(repository, sheet.rubric).record) if sheet else None,
    )
    for kind in kinds:
        if not source.formats_of(kind):
            continue
        if kind.whole and material.overview is None:
            whole = overview(repository, settings.today, source.rubric)
            material = replace(material, overview=whole)
        if kind.needs and not len(repository.index(kind.needs)):
            if len(kinds) == 1:
                raise Refusal("refuse.report-needs", name=kind.id, needs=kind.needs)
            continue
        yield kind, material
