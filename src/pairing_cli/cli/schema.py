"""``pairing schema``: the JSON Schema of the files, printed or put where editors find it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import LangOption, OutputOption, QuietOption
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one
from pairing_cli.messages import word

if TYPE_CHECKING:
    from pairing_cli.cli.editor import Change


def schema(
    path: Annotated[
        Path | None, typer.Argument(help=help_text("path"), metavar=metavar("[path]"))
    ] = None,
    project: Annotated[bool, typer.Option("--project", help=help_text("project"))] = False,
    install: Annotated[bool, typer.Option("--install", help=help_text("install"))] = False,
    modelines: Annotated[bool, typer.Option("--modelines", help=help_text("modelines"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_text("install-dry-run"))] = False,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print the JSON Schema that editors check files with, or set it up for them."""
    from pairing_cli.model.json_schema import json_schema
    from pairing_cli.output.findings import dump

    _only_together(path, project=project, install=install, beside=(modelines, dry_run), out=output)
    settings = Settings(lang, output=output, quiet=quiet)
    opened = open_one(path or Path()) if project or install else None
    found = _of_programme(opened, settings) if opened and project else json_schema()
    if opened is None or not install:
        settings.emit(dump(found))
        return
    raise typer.Exit(_install(opened, dump(found), settings, modelines=modelines, dry=dry_run))


def _only_together(
    path: Path | None,
    *,
    project: bool,
    install: bool,
    beside: tuple[bool, bool],
    out: Path | None,
) -> None:
    """Refuse options that would do nothing."""
    if any(beside) and not install:
        raise Refusal("refuse.only-with", names=("--modelines", "--dry-run"), needed=("--install",))
    if path is not None and not (install or project):
        needed = ("--install", "--project")
        raise Refusal("refuse.only-with", names=(str(path),), needed=needed)
    if install and out is not None:
        raise Refusal("refuse.one-of", names=("--install", "--output"))


def _of_programme(opened: Opened, settings: Settings) -> dict[str, Any]:
    """The schema of this programme; names of collections that have too many are said to be left out."""
    from pairing_cli.model.project_schema import MOST_NAMES, project_schema
    from pairing_cli.rules.references import spellings

    repository = opened.loaded.repository
    written = spellings(repository)
    for at, name in opened.loaded.known.items():
        written.setdefault(str(at.route[0]), set()).add(name)
    found = project_schema(repository, written)
    if found.unlisted:
        language = settings.speak(opened.language)
        names = tuple(word(f"collection.{key}", language) for key in found.unlisted)
        settings.note(word("schema.unlisted", language, names=names, most=MOST_NAMES))
    return found.schema


def _install(opened: Opened, text: str, settings: Settings, *, modelines: bool, dry: bool) -> int:
    """Put the schema where editors find it; the exit code."""
    from pairing_cli.cli.editor import Folder, by_hand, others, plan, write

    language = settings.speak(opened.language)
    folder = Folder(opened.root)
    changes = list(plan(folder, opened, text, modelines=modelines))
    if not dry:
        write(opened.root, changes)
    lines = [_said(change, language, dry=dry) for change in changes]
    settings.emit("".join(line + "\n" for line in lines))
    settings.note(by_hand(folder, language))
    number = 0 if modelines else others(folder, opened)
    if number:
        settings.note(word("schema.others", language, number=number))
    return 2 if any(change.after is None for change in changes) else 0


def _said(change: Change, language: str, *, dry: bool) -> str:
    """What was done with a file, or would be."""
    path = change.path.as_posix()
    if change.after is None:
        return word(change.trouble, language, path=path, paste=change.paste)
    if change.after == change.before:
        return word("schema.same", language, path=path)
    if change.before is None:
        return word("schema.made-dry" if dry else "schema.made", language, path=path)
    return word("schema.changed-dry" if dry else "schema.changed", language, path=path)
