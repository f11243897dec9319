"""Putting files right: what ``validate --fix`` and ``fmt`` have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pairing_cli.cli.changes import Changes, changing
from pairing_cli.cli.session import Settings, roots
from pairing_cli.model.diagnostics import Diagnostic

if TYPE_CHECKING:
    from pairing_cli.load.programme import Gathered


def mend(paths: Iterable[Path], settings: Settings, *, encode: bool, dry_run: bool) -> None:
    """Put right what is safe in the programmes that paths mean, and say what.

    With ``dry_run`` nothing is written: the diff is printed, and the command ends, with 1 if there is one.
    """
    diffs = []
    for root in dict.fromkeys(root for path in paths for root in roots(path)):
        with changing(root, write=not dry_run) as changes:
            found = _fixed(changes, encode=encode)
            language = settings.speak(language_of(changes))
            diffs.append(changes.diff())
            _say(found, changes, settings, language)
            if not dry_run:
                changes.save()
    if dry_run:
        settings.emit("".join(diffs))
        raise typer.Exit(1 if any(diffs) else 0)


def yaml_files(root: Path) -> list[str]:
    """The paths of a programme's files that can be opened."""
    from pairing_cli.load.tree import FolderTree

    return [found.path for found in FolderTree(root).yaml_files() if found.trouble is None]


def read_all(changes: Changes) -> Iterator[tuple[str, bytes]]:
    """The bytes of every file of a programme that is not too large."""
    from pairing_cli.load.tree import FolderTree
    from pairing_cli.load.trouble import Trouble

    tree = FolderTree(changes.root)
    for path in yaml_files(changes.root):
        if not isinstance(tree.read(path), Trouble):
            yield path, changes.read(path) or b""


def _fixed(changes: Changes, *, encode: bool) -> list[Diagnostic]:
    """Mend every file of a programme, then the names by which its records refer to others."""
    from pairing_cli.edit.repair import repaired

    done: list[Diagnostic] = []
    for path, data in read_all(changes):
        result = repaired(path, data, names=True, encode=encode)
        changes.put(path, result.data)
        done += result.found
    return [*done, *_names(changes)]


def _names(changes: Changes) -> list[Diagnostic]:
    """Replace short names that can mean one record only by its title."""
    from pairing_cli.edit.repair import placed
    from pairing_cli.edit.values import name_fixes
    from pairing_cli.load.decode import decode
    from pairing_cli.load.events import parse

    gathered = _gathered(changes)
    texts = {path: decode(data).text or "" for path, data in read_all(changes)}
    fixes = name_fixes(gathered.entries, lambda file: parse(texts[file]).data, gathered.broken)
    found = []
    for file in dict.fromkeys(fix.found.at.file for fix in fixes):
        here = [fix for fix in fixes if fix.found.at.file == file]
        parsed = parse(texts[file], places=True)
        changes.edit(file, *(fix.edit for fix in here))
        found += [placed(fix.found, parsed) for fix in here]
    return found


def _gathered(changes: Changes) -> Gathered:
    from pairing_cli.load.programme import Gathered, read_file

    gathered = Gathered()
    for path, data in read_all(changes):
        read_file(path, data, gathered)
    return gathered


def language_of(changes: Changes) -> str | None:
    """The language of a programme, as its files are to be."""
    programmes = _gathered(changes).programmes
    return programmes[0].record.language.value if programmes else None


def _say(found: list[Diagnostic], changes: Changes, settings: Settings, language: str) -> None:
    """Say what is put right, each with its place as it was."""
    from pairing_cli.load.positions import Positions
    from pairing_cli.load.tree import FolderTree
    from pairing_cli.messages import word
    from pairing_cli.output.findings import place

    prefix = "" if changes.root == Path() else changes.root.as_posix() + "/"
    placed = place(found, Positions(FolderTree(changes.root)), prefix, language)
    for each in sorted(placed, key=lambda each: each.order):
        settings.note(word("fixed", language, where=each.where, code=each.code, what=each.message))
    if placed:
        settings.note(word("fixed.sum", language, number=len(placed)))
