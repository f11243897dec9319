"""``pairing init``: a folder that validates at once, or a copy of an example."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import AsOfOption, LangOption, QuietOption, choices
from pairing_cli.cli.session import Refusal, Settings, make_folder, save
from pairing_cli.messages import word

SCHEMA = "schemas/pairing.schema.json"
"""Where the tool, and a programme's folder, keep the schema that editors use."""


class CI(StrEnum):
    """Where the checks run when something is pushed."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEE = "gitee"
    NONE = "none"


def init(
    folder: Annotated[
        Path, typer.Argument(help=help_text("init-folder"), metavar=metavar("[folder]"))
    ] = Path(),
    example: Annotated[
        str | None,
        typer.Option("--example", help=help_text("init-example"), metavar=metavar("name")),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help=help_text("init-title"), metavar=metavar("name"))
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", help=help_text("init-period"), metavar=metavar("period")),
    ] = None,
    helper: Annotated[
        str | None, typer.Option("--helper", help=help_text("init-helper"), metavar=metavar("name"))
    ] = None,
    helped: Annotated[
        str | None, typer.Option("--helped", help=help_text("init-helped"), metavar=metavar("name"))
    ] = None,
    identity: Annotated[
        str | None, typer.Option("--id", help=help_text("init-id"), metavar=metavar("id"))
    ] = None,
    ci: Annotated[
        CI, typer.Option("--ci", help=help_text("init-ci"), metavar=choices(CI))
    ] = CI.NONE,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make a programme's folder."""
    from pairing_cli.load.tree import FolderTree

    settings = Settings(lang, as_of, quiet=quiet)
    if folder.is_dir() and FolderTree(folder).programme_file() is not None:
        raise Refusal("refuse.init-there", path=str(folder))
    if example is not None:
        files = dict(_example(example))
    else:
        given = {"title": title, "period": period, "helper": helper, "helped": helped}
        files = {"programme.yaml": _programme(given, identity, settings)}
    files |= _around() | dict(_pipeline(ci))
    _write(folder, files, settings)


def _write(folder: Path, files: dict[str, bytes], settings: Settings) -> None:
    """Write files that are not there yet, the programme's own last; say which are left as they are."""
    language = settings.speak()
    there = [name for name in files if (folder / name).exists()]
    new = sorted(
        (name for name in files if name not in there), key=lambda name: name.endswith("ml")
    )
    for name in new:
        make_folder((folder / name).parent)
        save(folder / name, files[name])
    settings.emit("".join(f"{(folder / name).as_posix()}\n" for name in new))
    for name in there:
        settings.note(word("init.kept", language, path=(folder / name).as_posix()))
    settings.note(word("init.next", language, path=folder.as_posix()))


def packaged() -> Path:
    """The folder of what comes with the tool: schema, templates, examples."""
    here = Path(__file__).parents[1]
    return here / "_data" if (here / "_data").is_dir() else here.parents[1]


def examples() -> list[str]:
    """The names of the examples that come with the tool."""
    return sorted(path.name for path in (packaged() / "examples").iterdir() if path.is_dir())


def _example(name: str) -> Iterator[tuple[str, bytes]]:
    """The files of an example, their headers pointing to the schema beside them."""
    if name not in examples():
        raise Refusal("refuse.no-example", name=name, examples=tuple(examples()))
    folder = packaged() / "examples" / name
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield inside.as_posix(), _rooted(inside, path.read_bytes())


def _rooted(path: Path, data: bytes) -> bytes:
    if path.suffix != ".yaml":
        return data
    up = "../" * (len(path.parts) - 1)
    return data.replace(f"{up}../../{SCHEMA}".encode(), f"{up}{SCHEMA}".encode(), 1)


def _around() -> dict[str, bytes]:
    """What stands around a programme's files: settings of git and of editors, and the schema."""
    from pairing_cli.edit.starter import SETTINGS

    schema = (packaged() / SCHEMA).read_bytes()
    return {**{name: text.encode() for name, text in SETTINGS.items()}, SCHEMA: schema}


def _pipeline(ci: CI) -> Iterator[tuple[str, bytes]]:
    """The files by which a host of git repositories runs the checks."""
    folder = packaged() / "templates" / "ci" / ci.value
    if ci is CI.NONE:
        return
    if not folder.is_dir():
        raise Refusal("refuse.no-ci", name=ci.value)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _programme(given: dict[str, str | None], identity: str | None, settings: Settings) -> bytes:
    from pairing_cli.edit.starter import Start, fit_id, parse_period, programme

    language = settings.speak()
    said = {name: value or _asked(name, settings, language) for name, value in given.items()}
    period = parse_period(said["period"])
    if period is None or period.start > period.end:
        raise Refusal("refuse.period", value=said["period"])
    name = identity or f"pairing-{period.start.year}"
    start = Start(fit_id(name), said["title"], period, said["helper"], said["helped"])
    return programme(start).encode()


def _asked(name: str, settings: Settings, language: str) -> str:
    """What is said on a terminal, or else by default."""
    default = word(f"init.{name}", language, year=settings.today.year)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return default
    return str(typer.prompt(word(f"help.init-{name}", language), default=default, err=True))
