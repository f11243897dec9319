"""Whose settings hold: the folder's own, or, of a change that may come from anybody, those of its base.

A pull request may change what is recorded; that is what is checked. It may not change how it is checked.
"""

from __future__ import annotations

import atexit
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.session import Opened, Refusal, Settings

if TYPE_CHECKING:
    from pairing_cli.load.git import Git
    from pairing_cli.load.tree import Tree
    from pairing_cli.model.allowances import Allowance
    from pairing_cli.model.diagnostics import Diagnostic
    from pairing_cli.model.suppressions import Suppression

UntrustedOption = Annotated[
    bool | None, typer.Option("--untrusted/--trusted", help=help_text("untrusted"))
]
BaseOption = Annotated[
    str | None, typer.Option("--base", help=help_text("base"), metavar=metavar("base"))
]

_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True)
class Ground:
    """Where settings are taken from; without a commit there are none.

    With the ``first`` programme what belongs to the whole repository is said as well.
    """

    git: Git
    commit: str | None
    first: bool = True

    def tree(self, root: Path) -> Tree | None:
        """A programme's folder as it is there."""
        from pairing_cli.load.git import GitTree

        return GitTree(self.git, self.commit, self._folder(root)) if self.commit else None

    def allowances(self, root: Path) -> tuple[Allowance, ...]:
        """What a programme allows to stand in its files there."""
        from pairing_cli.load.programme import allowances

        tree = self.tree(root)
        return tuple(allowances(tree)) if tree else ()

    def exceptions(self, root: Path) -> frozenset[Suppression]:
        """The approved exceptions of a programme there."""
        from pairing_cli.load.programme import load

        tree = self.tree(root)
        found = load(tree, evidence=False).repository.suppressions if tree else ()
        return frozenset(entry.record for entry in found)

    def findings(self, opened: Opened) -> Iterator[Diagnostic]:
        """What is said of a programme's settings that are others than there."""
        from pairing_cli.model.settings import changed_settings, new_settings, no_base

        exceptions, allowances = self.exceptions(opened.root), self.allowances(opened.root)
        yield from new_settings(opened.loaded.repository, exceptions, allowances)
        if self.commit is not None:
            changes = self.git.changes(self.commit)
            changed = {path for each in changes for path in (each.path, each.old) if path}
            yield from changed_settings(changed, self._folder(opened.root), first=self.first)
        elif self.first:
            yield no_base(opened.tree.programme_file() or "")

    def templates(self, root: Path) -> Path | None:
        """A folder with a programme's own templates as they are there; None where it has none."""
        from pairing_cli.load.tree import Kind
        from pairing_cli.report.templates import LIMIT, OWN

        tree = self.tree(root)
        try:
            listed = tree.listing(OWN) if tree else {}
        except OSError:
            return None
        folder = tempfile.TemporaryDirectory(prefix="pairing-")
        atexit.register(folder.cleanup)
        for name, node in listed.items():
            if tree and node.kind is Kind.FILE:
                (Path(folder.name) / name).write_bytes(tree.beginning(f"{OWN}/{name}", LIMIT + 1))
        return Path(folder.name)

    def _folder(self, root: Path) -> str:
        """A programme's folder from the repository's top."""
        found = root.resolve().relative_to(self.git.top.resolve()).as_posix()
        return "" if found == "." else found


def ground(
    path: Path, *, untrusted: bool | None, base: str | None, first: bool = True
) -> Ground | None:
    """Where settings are taken from for what is at a path; None where the folder's own hold.

    Unless it is said, a pull request from a fork is not trusted. A refusal says that there is no such base.
    """
    if not distrusted(untrusted):
        return None
    from pairing_cli.cli.states import asking_git
    from pairing_cli.load.git import Git

    with asking_git(path):
        git = Git((path if path.is_dir() else path.parent).resolve())
        git.top  # noqa: B018  says that there is no repository before anything else is asked
        if base is not None and git.commit(base) is None:
            raise Refusal("refuse.shallow" if git.shallow else "refuse.no-revision", name=base)
        names = [base] if base else [*_named(_event()), *_BRANCHES]
        known = next((found for name in names if (found := git.commit(name))), None)
        return Ground(git, (git.merge_base(known, "HEAD") or known) if known else None, first)


def distrusted(untrusted: bool | None) -> bool:
    """Whether a change may come from anybody: as it was said, or else as the pipeline has it."""
    return _from_a_fork(_event()) if untrusted is None else untrusted


def say_settings(opened: Opened, settings: Settings) -> None:
    """Say beside the result which settings of the folder do not hold."""
    from pairing_cli.output.findings import as_lines, place

    if opened.ground is not None:
        found = opened.ground.findings(opened)
        language = settings.speak(opened.language)
        placed = place(found, opened.places.locator, opened.prefix, language)
        if placed:
            settings.note(as_lines(placed).rstrip("\n"))


def _event() -> dict[str, Any]:
    """What a runner of GitHub knows of the pull request that it runs for; nothing elsewhere."""
    if os.environ.get("GITHUB_EVENT_NAME") not in ("pull_request", "pull_request_target"):
        return {}
    try:
        found = json.loads(Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_bytes())
    except (OSError, ValueError):
        return {"unread": True}
    pull = found.get("pull_request") if isinstance(found, dict) else None
    return pull if isinstance(pull, dict) else {"unread": True}


def _from_a_fork(event: dict[str, Any]) -> bool:
    """Whether a pull request comes from another repository, or from one that is gone or unknown."""
    if not event:
        return False
    head, base = (_at(event, side, "repo", "full_name") for side in ("head", "base"))
    return head is None or head != base


def _at(found: object, *keys: str) -> object:
    """What stands that far inside; None where there is nothing."""
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _named(event: dict[str, Any]) -> Iterator[str]:
    """The commits and branches that a pipeline names as the base."""
    yield str(_at(event, "base", "sha") or "")
    yield os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
    if os.environ.get("GITHUB_BASE_REF"):
        yield f"origin/{os.environ['GITHUB_BASE_REF']}"
