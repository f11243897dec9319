"""Looking at evidence files: are they there, inside the folder, what they claim, and the same?

A path is judged by its letters before the system is asked about it, by the rules of every platform
at once (a name that Windows cannot hold is refused on Linux too). Files are hashed only where a
record states a hash or another file has the same size.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pairing_cli.load import limits
from pairing_cli.load.exif import at_its_end, located, taken_on
from pairing_cli.load.tree import Kind, Node, Tree
from pairing_cli.load.veil import Veil
from pairing_cli.model.evidence import content_of, unsafe
from pairing_cli.model.repository import EvidenceFact, Repository

_HEAD = 64 * 1024


def inspect(repository: Repository, tree: Tree, veil: Veil | None = None) -> Repository:
    """The same repository, with what is known of every evidence file its records name."""
    stated: dict[str, bool] = {}
    for each in (*repository.gist.used, *repository.gist.handed):
        stated[each.path] = stated.get(each.path, False) or each.stated
    folder = Folder(tree, veil or Veil())
    found = {path: folder.look(path) for path in sorted(stated)}
    sizes = Counter(fact.size for fact in found.values() if not fact.trouble)
    for path, fact in found.items():
        if not fact.trouble and (stated[path] or sizes[fact.size] > 1):
            found[path] = replace(fact, sha256=tree.sha256(path))
    return replace(repository, evidence=found, gists=repository.gists_by_file)


def hashes(tree: Tree, paths: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of files inside a folder; empty where there is none, or only through a link."""
    folder = Folder(tree)
    there = {path: folder.look(path).trouble in ("", "large") for path in sorted(set(paths))}
    return {path: tree.sha256(path) if found else "" for path, found in there.items()}


@dataclass(frozen=True, slots=True)
class Folder:
    """Looks files up by their exact names, following no link."""

    tree: Tree
    veil: Veil = field(default_factory=Veil)

    def look(self, path: str) -> EvidenceFact:
        """What is known of one file; of one whose name had to be masked, only that."""
        if self.veil.hides(path):
            return EvidenceFact(path, trouble="masked")
        if unsafe(path):
            return EvidenceFact(path, trouble="unsafe")
        parts = path.split("/")
        for depth in range(len(parts)):
            folder, name = "/".join(parts[:depth]), parts[depth]
            node = self._listing(folder).get(name)
            wanted = Kind.FILE if depth == len(parts) - 1 else Kind.FOLDER
            if node is None:
                return EvidenceFact(path, trouble=self._absent(folder, name))
            if node.kind is not wanted:
                return EvidenceFact(path, trouble="link")
        return self._describe(path, node)

    def _listing(self, folder: str) -> Mapping[str, Node]:
        try:
            return self.tree.listing(folder)
        except OSError:
            return {}

    def _absent(self, folder: str, name: str) -> str:
        folded = unicodedata.normalize("NFC", name).casefold()
        near = (unicodedata.normalize("NFC", other).casefold() for other in self._listing(folder))
        return "case" if folded in near else "missing"

    def _describe(self, path: str, node: Node | None) -> EvidenceFact:
        size = node.size if node else 0
        if size > limits.EVIDENCE_BYTES:
            return EvidenceFact(path, size, trouble="large")
        try:
            head = self.tree.beginning(path, _HEAD)
        except OSError:
            return EvidenceFact(path, size, trouble="unreadable")
        content = content_of(head)
        day = taken_on(head) if content == "jpeg" else None
        return EvidenceFact(
            path, size, content=content, taken_on=day, located=self._located(path, head)
        )

    def _located(self, path: str, head: bytes) -> bool:
        """Whether a photograph says where it was taken; some kinds say it at their end."""
        if at_its_end(head):
            try:
                head = self.tree.beginning(path, limits.EVIDENCE_BYTES)
            except OSError:
                return False
        return located(head)
