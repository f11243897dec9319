"""The files of answers that surveys name: read once each, nothing outside the folder, no link."""

from __future__ import annotations

from dataclasses import replace

from pairing_cli.load import limits
from pairing_cli.load.decode import decode_table
from pairing_cli.load.evidence import Folder
from pairing_cli.load.tables import parse_table
from pairing_cli.load.tree import TooLargeError, Tree
from pairing_cli.load.trouble import diagnostic
from pairing_cli.load.veil import Veil
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.model.tables import SUFFIX, Table


def read_answers(
    repository: Repository, tree: Tree, size: int = 0, veil: Veil | None = None
) -> tuple[Repository, list[Diagnostic]]:
    """The same repository with the answers that its surveys name, and what is wrong with their text.

    Files that were read before are not read again. ``size`` is how many bytes the programme has
    already taken.
    """
    named = {path for entry in repository.surveys for path in entry.record.answers}
    reader = _Reader(tree, size, veil or Veil())
    found = {path: reader.table(path) for path in sorted(named - set(repository.answers))}
    there = tuple(path for path in found if path in reader.read)
    answers = {**repository.answers, **found}
    return replace(repository, answers=answers, files=(*repository.files, *there)), reader.said


class _Reader:
    """Reads tables of a folder, and keeps what is wrong with their text."""

    def __init__(self, tree: Tree, size: int, veil: Veil) -> None:
        self.tree, self.folder, self.size, self.veil = tree, Folder(tree, veil), size, veil
        self.said: list[Diagnostic] = []
        self.read: set[str] = set()

    def table(self, path: str) -> Table:
        """The table of a path; one with its trouble when it cannot be read."""
        if not path.lower().endswith(SUFFIX):
            return Table(path, trouble="suffix")
        trouble = self.folder.look(path).trouble
        if trouble:
            return Table(path, trouble=trouble)
        try:
            data = self.tree.whole(path, limits.ANSWERS_BYTES)
        except TooLargeError:
            return Table(path, trouble="large")
        except OSError:
            return Table(path, trouble="unreadable")
        self.read.add(path)
        return self._parsed(path, data)

    def _parsed(self, path: str, data: bytes) -> Table:
        self.size += len(data)
        if self.size > limits.TOTAL_BYTES:
            facts = {"limit": limits.TOTAL_BYTES // 1024 // 1024}
            self.said.append(diagnostic("F021", At(path), facts, "bytes"))
            return Table(path, trouble="text")
        decoded = decode_table(data, path, self.veil)
        self.said += [each.diagnostic(path) for each in decoded.troubles]
        return (
            Table(path, trouble="text") if decoded.text is None else parse_table(path, decoded.text)
        )
