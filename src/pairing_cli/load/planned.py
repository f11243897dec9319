"""A folder as it will be: the files on disk, and over them those that are about to be written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pairing_cli.load.tree import FolderTree, Kind, Node


class PlannedTree(FolderTree):
    """A folder on disk with some files laid over it, by their paths."""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        """Nothing is read until it is asked for."""
        super().__init__(root)
        self.files = files

    def listing(self, folder: str) -> Mapping[str, Node]:
        """What will stand in a folder, by name. OSError when it cannot be listed."""
        lead = f"{folder}/" if folder else ""
        laid = {
            path[len(lead) :]: data for path, data in self.files.items() if path.startswith(lead)
        }
        found = {} if laid and not (self.root / folder).is_dir() else dict(super().listing(folder))
        for path, data in laid.items():
            name, _, inside = path.partition("/")
            found[name] = Node(Kind.FOLDER) if inside else Node(Kind.FILE, len(data))
        return found

    def beginning(self, path: str, size: int) -> bytes:
        """The first bytes of a file. OSError when it cannot be read."""
        data = self.files.get(path)
        return super().beginning(path, size) if data is None else data[:size]

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file, in hexadecimal; empty when it cannot be read."""
        data = self.files.get(path)
        return super().sha256(path) if data is None else hashlib.sha256(data).hexdigest()
