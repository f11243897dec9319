"""``pairing fmt``: files in the house layout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pairing_cli.cli.changes import Changes, changing
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.mending import read_all
from pairing_cli.cli.options import LangOption, QuietOption
from pairing_cli.cli.session import Settings, roots
from pairing_cli.messages import word


def fmt(
    paths: Annotated[
        list[Path] | None, typer.Argument(help=help_text("paths"), metavar=metavar("[path]..."))
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=help_text("fmt-check"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=help_text("fmt-diff"))] = False,
    encode: Annotated[bool, typer.Option("--encode", help=help_text("encode"))] = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put files into the house layout."""
    settings = Settings(lang, quiet=quiet)
    language = settings.speak()
    left = 0
    listed: list[str] = []
    differ = False
    for root, only in _programmes(paths or [Path()]):
        with changing(root, write=not (check or diff)) as changes:
            left += _format(changes, only, encode, settings)
            differ = differ or bool(changes.list)
            if diff:
                listed.append(changes.diff())
            else:
                key = "fmt.would" if check else "fmt.done"
                where = [(root / change.path).as_posix() for change in changes.list]
                listed += [word(key, language, path=path) + "\n" for path in where]
            if not check and not diff:
                changes.save()
    settings.emit("".join(listed))
    raise typer.Exit(1 if left or (differ and (check or diff)) else 0)


def _programmes(paths: list[Path]) -> Iterator[tuple[Path, set[str] | None]]:
    """The programmes that paths mean, each with the files that are asked for; None for all."""
    found: dict[Path, tuple[Path, set[str] | None]] = {}
    for path in paths:
        for root in roots(path):
            here = root.resolve()
            asked = None if path.is_dir() else {path.resolve().relative_to(here).as_posix()}
            before = found[here][1] if here in found else set()
            found[here] = (root, None if asked is None or before is None else asked | before)
    yield from found.values()


def _format(changes: Changes, only: set[str] | None, encode: bool, settings: Settings) -> int:
    """Format a programme's files; how many cannot be read and stay as they are, which is said."""
    from pairing_cli.edit.repair import formatted

    left = 0
    for path, data in read_all(changes):
        if only is not None and path not in only:
            continue
        result = formatted(path, data, encode=encode)
        if not result.readable:
            left += 1
            where = (changes.root / path).as_posix()
            settings.note(word("fmt.left", settings.speak(), path=where))
        changes.put(path, result.data)
    return left
