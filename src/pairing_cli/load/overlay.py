"""Records laid over a programme's own, for what would be if they were true (试算)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from pairing_cli.load.answers import read_answers
from pairing_cli.load.programme import Gathered, Loaded, read_file, veiled
from pairing_cli.load.tree import Tree
from pairing_cli.model.collections import COLLECTIONS
from pairing_cli.model.repository import Entry, Index


def overlay(loaded: Loaded, tree: Tree, path: str) -> Loaded:
    """The programme with the records of one more file.

    Args:
        loaded: The programme, as it was read.
        tree: Its folder.
        path: The file, as seen from the folder; it may stand outside.

    Returns:
        The programme in which each record of the file takes the place of the one with the same key,
        or is added where there is none, and everything that is wrong with the files.
    """
    data = tree.read(path)
    gathered = veiled(partial(read_file, path, data), Gathered(veil=loaded.veil))
    before = loaded.repository
    indexes: dict[str, Any] = {
        key: _laid_over(
            before.index(key), gathered.entries.get(key, []), gathered.unread.get(key, [])
        )
        for key in COLLECTIONS
        if key in gathered.entries or key in gathered.unread
    }
    repository = replace(
        before,
        programme=gathered.programmes[-1] if gathered.programmes else before.programme,
        files=(*before.files, path),
        broken=before.broken | gathered.broken,
        gists={},
        **indexes,
    )
    repository, said = read_answers(repository, tree, veil=gathered.veil)
    return Loaded(
        repository,
        (*loaded.diagnostics, *gathered.diagnostics, *said),
        {**loaded.known, **gathered.known},
        gathered.veil,
    )


def _laid_over(index: Index[Any], laid: list[Entry[Any]], unread: list[str]) -> Index[Any]:
    """The entries of both; of two with the same key, the first one laid over stands.

    A second one of the same key is kept, so that it is found to be there twice.
    """
    first: dict[str, Entry[Any]] = {}
    for entry in laid:
        if entry.key:
            first.setdefault(entry.key, entry)
    kept = [first.get(entry.key, entry) for entry in index]
    placed = {id(entry) for entry in kept}
    added = [entry for entry in laid if id(entry) not in placed]
    return Index((*kept, *added), unread=(*index.unread, *unread))
