"""``pairing report``: the documents that a bureau issues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import pairing_keys, rubric_entry, unit_keys
from pairing_cli.cli.form import measure
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.material import Source
from pairing_cli.cli.options import (
    AsOfOption,
    DocumentLangOption,
    PairingOption,
    QuietOption,
    RubricOption,
)
from pairing_cli.cli.session import (
    Refusal,
    Settings,
    make_folder,
    open_one,
    save_all,
    warn_incomplete,
)
from pairing_cli.cli.untrusted import BaseOption, UntrustedOption, ground, say_settings
from pairing_cli.messages import word

if TYPE_CHECKING:
    from pairing_cli.report.kinds import Kind
    from pairing_cli.report.make import Produced
    from pairing_cli.report.material import Material
    from pairing_cli.report.subjects import Subject

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
    activity: Annotated[
        list[str] | None,
        typer.Option("--activity", help=help_text("activity"), metavar=metavar("id")),
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", help=help_text("month"), metavar="YYYY-MM")
    ] = None,
    published: Annotated[
        Path | None,
        typer.Option(
            "--published",
            help=help_text("notice-published"),
            dir_okay=False,
            metavar=metavar("file"),
        ),
    ] = None,
    rubric: RubricOption = None,
    redact: Annotated[bool, typer.Option("--redact", help=help_text("redact"))] = False,
    as_of: AsOfOption = None,
    lang: DocumentLangOption = None,
    untrusted: UntrustedOption = None,
    base: BaseOption = None,
    quiet: QuietOption = False,
    measured: Annotated[
        list[Path] | None,
        typer.Option("--lint", help=help_text("lint"), metavar=metavar("file"), dir_okay=False),
    ] = None,
) -> None:
    """Make the documents that a bureau issues."""
    from pairing_cli.report.kinds import KINDS, Uses

    settings = Settings(lang, as_of, quiet=quiet)
    if measured:
        if every or kind is not None:
            raise Refusal("refuse.lint-alone")
        raise typer.Exit(measure(measured, settings))
    if every and kind is not None:
        path, kind = _only_path(kind, path), None
    if not every and (kind is None or kind == LIST):
        settings.emit(_listing(settings, path))
        raise typer.Exit(0)
    if kind is not None and kind not in KINDS:
        raise Refusal("refuse.no-report", name=kind, kinds=tuple(KINDS))
    chosen = [KINDS[kind]] if kind else list(KINDS.values())
    extensions = None if to is None else _extensions(to, chosen)
    looked_at = any(Uses.EVIDENCE in each.uses for each in chosen)
    meant = path or Path()
    opened = open_one(meant, evidence=looked_at, redact=redact)
    opened = opened.on(ground(meant, untrusted=untrusted, base=base))
    say_settings(opened, settings)
    errors = opened.errors(settings.today)
    source = Source(opened, settings, errors, rubric, month, published, redact)
    asked = Chosen(pairing, activity)
    raise typer.Exit(_write(source, folder, list(_produced(source, chosen, extensions, asked))))


def _write(source: Source, folder: Path, produced: list[Produced]) -> int:
    """Write what was made, and say what and what is blank in it; the exit code."""
    language = source.settings.speak(source.opened.language)
    make_folder(folder)
    files = ((folder / each.name, each.data) for each in produced)
    written, code = save_all(files, language)
    source.settings.emit("".join(f"{path}\n" for path in written))
    _note_unknown(source.settings, language, produced)
    return max(code, warn_incomplete(source.opened, source.errors, language))


def _only_path(word: str, path: Path | None) -> Path:
    """The folder, where all kinds are asked for and the first word can therefore be no kind."""
    from pairing_cli.report.kinds import KINDS

    if path is not None or (word in KINDS and not Path(word).exists()):
        raise Refusal("refuse.all-and-kind", name=word)
    return Path(word)


def _listing(settings: Settings, path: Path | None) -> str:
    """Every kind; of a programme, if one is named, also whether it has what the kind needs."""
    from pairing_cli.output.kinds import Listed, as_list
    from pairing_cli.report.kinds import KINDS

    opened = None if path is None else open_one(path)
    material = Source(opened, settings, 0).material([]) if opened else None
    listed = [
        Listed(
            kind.id,
            kind.made_for,
            _needs(kind),
            kind.formats,
            None if material is None else kind.there(material),
        )
        for kind in KINDS.values()
    ]
    return as_list(listed, settings.screen(settings.speak(opened.language if opened else None)))


def _needs(kind: Kind) -> str:
    """The records that a kind needs, as they stand in files."""
    return f"{kind.needs} ({kind.form})" if kind.form else kind.needs


def _note_unknown(settings: Settings, language: str, produced: list[Produced]) -> None:
    """Say beside the result what was left blank, each once."""
    found = {
        (each.name.rpartition(".")[0], unknown.name): unknown
        for each in produced
        for unknown in each.unknown
    }
    if found:
        settings.note(word("unknown.head", language, number=len(found)))
    for (file, _), unknown in found.items():
        settings.note("  " + word("unknown.line", language, file=file, **unknown._asdict()))


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
class Chosen:
    """For whom reports are asked for, as named on the command line."""

    pairing: list[str] | None
    activity: list[str] | None


def _produced(
    source: Source,
    kinds: list[Kind],
    extensions: list[str] | None,
    asked: Chosen,
) -> Iterator[Produced]:
    from pairing_cli.report.make import make
    from pairing_cli.report.templates import TemplateError, Templates

    templates = Templates(source.opened.templates)
    try:
        for each, some in _by_rubric(source, kinds):
            material = each.material(some)
            for kind in _possible(some, material, alone=len(kinds) == 1):
                for subject in _chosen(kind, material, asked):
                    for extension in _formats(kind, extensions):
                        yield make(kind, material, subject, extension, templates)
    except TemplateError as error:
        raise Refusal(error.key, **error.facts) from error


def _by_rubric(source: Source, kinds: list[Kind]) -> Iterator[tuple[Source, list[Kind]]]:
    """The kinds with what they are made from; of many, those about a rubric once for each rubric."""
    rubrics = source.opened.loaded.repository.rubrics
    if len(kinds) == 1 or source.rubric is not None or len(rubrics) < 2:
        yield source, kinds
        return
    about = [kind for kind in kinds if kind.of_rubric]
    yield source, [kind for kind in kinds if kind not in about]
    for entry in rubrics:
        yield replace(source, rubric=entry.key), about


def _possible(kinds: list[Kind], material: Material, *, alone: bool) -> Iterator[Kind]:
    """Of all kinds, those whose records are there; a refusal where the only one cannot be made."""
    for kind in kinds:
        if kind.there(material):
            yield kind
        elif alone:
            needs = f"{kind.needs} (form: {kind.form})" if kind.form else kind.needs
            raise Refusal("refuse.report-needs", name=kind.id, needs=needs)


def _formats(kind: Kind, asked: list[str] | None) -> list[str]:
    """The formats that a kind has, of those asked for; all of them if none are."""
    return [name for name in asked or kind.formats if name in kind.formats]


def _chosen(kind: Kind, material: Material, asked: Chosen) -> list[Subject]:
    """For whom a report is made: everybody, or those named on the command line."""
    found = kind.subjects(material)
    if asked.activity and kind.made_for == "activity":
        return [subject for subject in found if subject.key in _activity_keys(material, asked)]
    found = [subject for subject in found if not subject.asked_only]
    if not asked.pairing:
        return found
    repository, sheet = material.repository, material.sheet
    keys = None
    if kind.scored and sheet is not None:
        keys = unit_keys(repository, rubric_entry(repository, sheet.rubric).record, asked.pairing)
    wanted = {None, *(keys or pairing_keys(repository, asked.pairing) or ())}
    return [subject for subject in found if subject.pairing in wanted]


def _activity_keys(material: Material, asked: Chosen) -> set[str]:
    """The keys of the activities that were named."""
    activities = material.repository.activities
    for name in asked.activity or ():
        if activities.find(name) is None:
            raise Refusal("refuse.no-activity", name=name)
    return {activities.key(name) for name in asked.activity or ()}
