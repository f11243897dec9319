"""What ``pairing schema --install`` writes: the schema, the settings of editors, first lines of files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pairing_cli.cli import journal
from pairing_cli.cli.journal import locked, write_all
from pairing_cli.cli.session import Opened, make_folder, save
from pairing_cli.cli.topmost import top_of
from pairing_cli.edit.starter import SCHEMA
from pairing_cli.load.jsonc import NotJsoncError, read, with_item, with_member
from pairing_cli.load.modelines import schema_named, with_modeline
from pairing_cli.load.tree import YAML_SUFFIXES, TooLargeError, read_regular
from pairing_cli.messages import word

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
EXTENSION = "redhat.vscode-yaml"
YAML_VERSION = "1.2"
"""The version of YAML in which ``no`` and ``12:30`` are texts, as they are for `load`."""

MOST_BYTES = 16 * 1024 * 1024
"""Size of a file that is changed, or compared with what would be written."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file before (None: not there) and after (None: it has to be changed by hand).

    ``trouble`` is the message that says so, ``paste`` what has to be put in.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    trouble: str = ""
    paste: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A programme's folder, and the one that people open in their editor: its repository's."""

    root: Path

    @property
    def top(self) -> Path:
        """The folder of the repository; the programme's own where there is none."""
        return Path(os.path.relpath(top_of(self.root) or self.root.resolve()))

    @property
    def inside(self) -> PurePosixPath:
        """The programme's folder as seen from the repository's."""
        return PurePosixPath(self.root.resolve().relative_to(self.top.resolve()).as_posix())

    @property
    def schema(self) -> str:
        """The schema as editors' settings name it."""
        return f"./{(self.inside / SCHEMA).as_posix()}"

    @property
    def patterns(self) -> list[str]:
        """The files that the schema is for; hidden ones are not matched, as nothing is read from them."""
        return [(self.inside / "**" / f"*{end}").as_posix() for end in (".yaml", ".yml")]


def plan(folder: Folder, opened: Opened, text: str, *, modelines: bool) -> Iterator[Change]:
    """Every file that is made or changed, in the order in which they are written."""
    path = folder.root / SCHEMA
    yield Change(path, _bytes(path), text.encode("utf-8"))
    yield _settings(folder)
    yield _extensions(folder)
    if modelines:
        for found in opened.tree.yaml_files():
            if found.trouble is None:
                yield _modeline(folder.root, found.path)


def write(root: Path, changes: Iterable[Change]) -> None:
    """Write what differs: the programme's own files as one, then the settings of editors."""
    differing = [each for each in changes if each.after is not None and each.after != each.before]
    own = [each for each in differing if each.path.is_relative_to(root)]
    own = [each for each in own if each.path.parent.name != ".vscode"]
    with locked(root):
        write_all(root, [_of_journal(root, each) for each in own])
    for each in differing:
        if each not in own:
            make_folder(each.path.parent)
            save(each.path, each.after or b"")


def _of_journal(root: Path, change: Change) -> journal.Change:
    path = change.path.relative_to(root).as_posix()
    return journal.Change(path, change.before, change.after or b"")


def others(folder: Folder, opened: Opened) -> int:
    """How many files name another schema above their data, which editors prefer to their settings."""
    named = ((path, _named(folder.root / path)) for path in opened.loaded.repository.files)
    return sum(name not in (None, _seen_from(path)) for path, name in named)


def _named(path: Path) -> str | None:
    data = _bytes(path) if path.suffix.lower() in YAML_SUFFIXES else None
    return None if data is None else schema_named(data)


def _seen_from(file: str) -> str:
    """The schema's path as seen from the folder of a file."""
    return "../" * file.count("/") + SCHEMA


def by_hand(folder: Folder, language: str) -> str:
    """What has to be set by hand in editors that keep their settings elsewhere."""
    path, pattern = (folder.root / SCHEMA).as_posix(), folder.patterns[0]
    return word("schema.by-hand", language, path=path, pattern=pattern)


def _bytes(path: Path) -> bytes | None:
    """A file's bytes; None where nothing can be read."""
    try:
        return read_regular(path, MOST_BYTES)
    except (OSError, TooLargeError):
        return None


def _settings(folder: Folder) -> Change:
    path = folder.top / SETTINGS
    wanted = {"yaml.schemas": {folder.schema: folder.patterns}, "yaml.yamlVersion": YAML_VERSION}

    def changed(text: str) -> str:
        value = read(text).value
        if "yaml.yamlVersion" not in value:
            text = with_member(text, ("yaml.yamlVersion",), YAML_VERSION)
        return _with_patterns(text, value.get("yaml.schemas", {}), folder)

    return _edited(path, wanted, changed)


def _with_patterns(text: str, schemas: dict[str, Any], folder: Folder) -> str:
    """The settings in which the schema is for the programme's files; further patterns stay."""
    known = schemas.get(folder.schema, [])
    listed = known if isinstance(known, list) else [known]
    missing = [pattern for pattern in folder.patterns if pattern not in listed]
    if not missing:
        return text
    return with_member(text, ("yaml.schemas", folder.schema), [*listed, *missing])


def _extensions(folder: Folder) -> Change:
    path = folder.top / EXTENSIONS
    wanted = {"recommendations": [EXTENSION]}

    def changed(text: str) -> str:
        value = read(text).value
        if "recommendations" not in value:
            return with_member(text, ("recommendations",), [EXTENSION])
        if EXTENSION in value["recommendations"]:
            return text
        return with_item(text, ("recommendations",), EXTENSION)

    return _edited(path, wanted, changed)


def _edited(path: Path, wanted: dict[str, Any], changed: Any) -> Change:
    """A settings file with what is wanted; one that cannot be changed safely is left to its owner."""
    paste = json.dumps(wanted, ensure_ascii=False, indent=2)
    before = _bytes(path)
    if before is None and not path.exists() and not path.is_symlink():
        return Change(path, None, f"{paste}\n".encode("utf-8", "backslashreplace"))
    try:
        text = (before or b"").decode("utf-8")
        after = changed(text if text.strip("\ufeff \t\r\n") else "{}\n")
        read(after)
    except (UnicodeDecodeError, NotJsoncError, AttributeError, TypeError):
        return Change(path, before, None, "schema.paste", paste)
    return Change(path, before, after.encode("utf-8", "backslashreplace"))


def _modeline(root: Path, file: str) -> Change:
    path = root / file
    before = _bytes(path)
    after = None if before is None else with_modeline(before, _seen_from(file))
    return Change(path, before, after, "schema.no-modeline")
