"""The tables of a file that was handed in, whether it is a workbook or a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from pairing_cli.forms.stamp import PREFIX
from pairing_cli.office.grids import Grid
from pairing_cli.office.media import Media, pictures_of
from pairing_cli.office.package import TEXTS, opened
from pairing_cli.office.word import WordTables, word_of
from pairing_cli.office.workbook import Workbook, workbook_of


@dataclass(frozen=True)
class HandedFile:
    """A file's tables, what stands behind the last of them, and whether it is a form made here."""

    grids: tuple[Grid, ...]
    after: tuple[str, ...] = ()
    own: bool = False
    source: Workbook | WordTables | None = field(default=None, repr=False)

    @property
    def pictures(self) -> Media:
        """The pictures in it."""
        return pictures_of(self.source) if self.source is not None else Media()


def read_file(data: bytes) -> HandedFile:
    """Read a .xlsx or .docx file. `office.package.Refused` says why one is not read."""
    package = opened(data)
    if package.kind == TEXTS:
        word = word_of(package)
        return HandedFile(word.grids, word.after, source=word)
    book = workbook_of(package)
    grids = tuple(grid for grid in book.grids if not grid.hidden)
    return HandedFile(grids, own=bool(book.named(f"{PREFIX}id")), source=book)
