"""What changes how a check itself works, and what is said of a change to it that comes from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import relpath

from pairing_cli.model.diagnostics import Diagnostic, Message, Severity
from pairing_cli.model.places import TOP, At

OF_A_PROGRAMME = {"templates": "U001.template", ".pairing": "U001.kept"}
"""Folders in a programme's that hold no records, and what is said of a change to a file in them."""

OF_A_REPOSITORY = (
    *(
        ".github",
        ".gitea",
        ".forgejo",
        ".gitlab",
        ".gitlab-ci.yml",
        ".workflow",
        ".gitee",
        ".gitcode",
    ),
    *(".pre-commit-config.yaml", "ci", "wheels"),
)
"""Files and folders at a repository's top that say what is run, or hold it."""

SEVERITIES = {"U001": Severity.WARNING, "U002": Severity.WARNING}


def changed_settings(changed: Iterable[str], folder: str, *, first: bool) -> Iterator[Diagnostic]:
    """A finding for each changed file, by its path from the repository's top, that is a setting.

    ``folder`` is a programme's; what belongs to the whole repository is said with the ``first`` of them.
    """
    lead = f"{folder}/" if folder else ""
    for path in sorted(set(changed)):
        inside = path.removeprefix(lead) if path.startswith(lead) else None
        key = OF_A_PROGRAMME.get(inside.partition("/")[0]) if inside else None
        if key is None and first and path.partition("/")[0] in OF_A_REPOSITORY:
            key = "U001.pipeline"
        if key is not None:
            at = At(relpath(path, folder) if folder else path)
            shown = path if key == "U001.pipeline" else at.file
            yield Diagnostic("U001", SEVERITIES["U001"], at, Message(key, {"file": shown}), TOP)


def no_base(file: str) -> Diagnostic:
    """The finding that nobody knows what the settings were, put to a programme's file."""
    return Diagnostic("U002", SEVERITIES["U002"], At(file), Message("U002"), TOP)
