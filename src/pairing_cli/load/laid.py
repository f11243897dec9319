"""A folder as it would be with some files written: their bytes laid over another tree."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pairing_cli.load.tree import Kind, Node, Tree


class LaidTree(Tree):
    """Files, by path and with their bytes, laid over a tree."""

    def __init__(self, under: Tree, files: Mapping[str, bytes]) -> None:
        """Take the files as they are; nothing is read until it is asked for."""
        self.under = under
        self.files = dict(files)
        self._folders: dict[str, dict[str, Node]] = {}
        for path, data in self.files.items():
            self._enter(path, Node(Kind.FILE, len(data)))

    def _enter(self, path: str, node: Node) -> None:
        folder, _, name = path.rpartition("/")
        self._folders.setdefault(folder, {})[name] = node
        if folder:
            self._enter(folder, Node(Kind.FOLDER))

    def listing(self, folder: str) -> Mapping[str, Node]:
        """What stands in a folder, by name. OSError when it cannot be listed."""
        laid = self._folders.get(folder)
        if laid is None:
            return self.under.listing(folder)
        try:
            return {**self.under.listing(folder), **laid}
        except FileNotFoundError:
            return laid

    def beginning(self, path: str, size: int) -> bytes:
        """The first bytes of a regular file. OSError when it cannot be read."""
        found = self.files.get(path)
        return self.under.beginning(path, size) if found is None else found[:size]

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file, in hexadecimal; empty when it cannot be read."""
        found = self.files.get(path)
        return self.under.sha256(path) if found is None else hashlib.sha256(found).hexdigest()
