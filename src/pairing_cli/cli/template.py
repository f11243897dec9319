"""``pairing template``: a bureau's own forms, copied from those that come with the tool, and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import (
    Color,
    ColorOption,
    LangOption,
    OutputOption,
    PathArgument,
    QuietOption,
    choices,
)
from pairing_cli.cli.session import Refusal, Settings, make_folder, one_root, save
from pairing_cli.cli.topmost import from_top
from pairing_cli.cli.validate import Format
from pairing_cli.model.diagnostics import Severity

if TYPE_CHECKING:
    from pairing_cli.output.findings import Placed
    from pairing_cli.report.templates import Templates


def new(
    kind: Annotated[str, typer.Argument(help=help_text("template-kind"), metavar=metavar("kind"))],
    path: PathArgument = Path(),
    to: Annotated[
        str | None, typer.Option("--to", help=help_text("to"), metavar=metavar("formats"))
    ] = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Copy a form that comes with the tool, to change it."""
    from pairing_cli.report.kinds import KINDS
    from pairing_cli.report.templates import OWN

    if kind not in KINDS:
        raise Refusal("refuse.no-report", name=kind, kinds=tuple(KINDS))
    names = _names(kind, to)
    folder = one_root(path) / OWN
    there = tuple(str(folder / name) for name in names if (folder / name).exists())
    if there:
        raise Refusal("refuse.form-there", paths=there)
    make_folder(folder)
    for name, data in names.items():
        save(folder / name, data)
    Settings(lang, quiet=quiet).emit("".join(f"{folder / name}\n" for name in names))


def _names(kind: str, to: str | None) -> dict[str, bytes]:
    """The packaged forms of a kind that are asked for, by file name."""
    from pairing_cli.report.formats import FORMATS

    asked = [name.strip().lower() for name in to.split(",")] if to is not None else list(FORMATS)
    found: dict[str, bytes] = {}
    for extension in asked:
        path = _packaged(kind, extension)
        if extension not in FORMATS:
            raise Refusal("refuse.no-format", name=extension, formats=tuple(FORMATS))
        if path.is_file():
            found[f"{kind}.{extension}"] = path.read_bytes()
        elif to is not None:
            raise Refusal("refuse.no-form", name=kind, format=extension)
    return found


def _packaged(kind: str, extension: str) -> Path:
    """The packaged form of a kind: its own, or the one that it shares with others."""
    from pairing_cli.report.kinds import KINDS
    from pairing_cli.report.templates import packaged

    paths = [packaged() / f"{name}.{extension}" for name in KINDS[kind].templates]
    return next((path for path in paths if path.is_file()), paths[0])


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help=help_text("forms"), metavar=metavar("[file]..."))
    ] = None,
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help=help_text("format"), metavar=choices(Format)),
    ] = Format.TEXT,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check own forms."""
    from pairing_cli.cli.rulebook import rulebook
    from pairing_cli.output.findings import Checked
    from pairing_cli.output.formats import OF_THE_REPOSITORY
    from pairing_cli.output.forms import FORMATS
    from pairing_cli.report.templates import OWN, Templates

    settings = Settings(lang, None, color, output, quiet)
    language = settings.speak()
    listed = [each for path in files or [Path()] for each in _forms(path)]
    templates = Templates()
    named = {
        path: from_top(path) if form in OF_THE_REPOSITORY else path.as_posix() for path in listed
    }
    found = [each for path in listed for each in _checked(path, named[path], templates, language)]
    if not listed:
        folder = (one_root((files or [Path()])[0]) / OWN).as_posix()
        settings.note(settings.screen(language).say("forms.no-files", folder=folder))
    paths = tuple(named.values())
    checked = Checked((), len(listed), 0, paths, rulebook(language))
    made = FORMATS[form](found, checked, settings.screen(language))
    settings.emit(made, commands=form is Format.GITHUB)
    raise typer.Exit(1 if any(each.severity is Severity.ERROR for each in found) else 0)


def _forms(path: Path) -> list[Path]:
    """A form, or all of a programme; files that Word keeps beside an open one are none."""
    from pairing_cli.report.templates import OWN

    if path.is_file():
        return [path]
    folder = one_root(path) / OWN
    if not folder.is_dir():
        return []
    files = (each for each in folder.iterdir() if each.is_file() and not each.is_symlink())
    return sorted(each for each in files if not each.name.startswith((".", "~$")))


def _checked(path: Path, name: str, templates: Templates, language: str) -> list[Placed]:
    from pairing_cli.output.forms import place
    from pairing_cli.report.checked import slips_of

    return place(slips_of(path, templates), name, language)
