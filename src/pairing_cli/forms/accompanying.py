"""What came with a row beside what was typed into it: its pictures, and the files that its cells name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pairing_cli.forms.columns import KEPT, Cell, Cells
from pairing_cli.forms.data import Data, Fields, plain
from pairing_cli.forms.evidence import Keeping
from pairing_cli.forms.filing import About
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.photographs import document_of
from pairing_cli.forms.reading import Extras
from pairing_cli.forms.rows import Destination, Recorded
from pairing_cli.forms.scope import For
from pairing_cli.forms.tables import Table
from pairing_cli.model.diagnostics import Message, Severity, say
from pairing_cli.model.intake import Remark, State, TakenRow
from pairing_cli.model.log import Activity, Document
from pairing_cli.model.repository import Entry
from pairing_cli.office.grids import Grid
from pairing_cli.office.media import Item, Loss, Media

if TYPE_CHECKING:
    from pairing_cli.forms.draft import Draft
    from pairing_cli.forms.take import Taken

_FILE = "file"
_HELD = frozenset({"activities", "exchanges", "postings"})
"""Forms whose rows are activities: their pictures become a document of the activity."""


@dataclass
class Accompanying(Extras):
    """The pictures of files, and attachments, given to the rows of tables.

    ``pictures`` are those of each file, by its path. ``received`` is the day on which documents that
    pictures make up came in.
    """

    keeping: Keeping
    pictures: Mapping[str, Media]
    received: date
    _given: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing was given to any row yet."""
        self.hashes, self.files = self.keeping.hashes, self.keeping.files

    def of(
        self, table: Table, row: int, cells: Cells, lists: Lists
    ) -> Mapping[str, Cell | Message]:
        """The files of a document: those that its cell names, and its pictures."""
        if table.form.id != "submissions":
            return {}
        pictures = self._of_row(table, row)
        named = cells.get(_FILE)
        if named is KEPT or not (pictures or named):
            return {}
        lost = next((each.message for each in pictures if isinstance(each, Loss)), None)
        if lost is not None:
            return {_FILE: lost}
        about = _about(cells, lists)
        items = [each for each in pictures if isinstance(each, Item)]
        names = named if isinstance(named, tuple) else ()
        found = (*self.keeping.named(names, about), *self.keeping.keep(items, about))
        wrong = next((each for each in found if isinstance(each, Message)), None)
        return {
            _FILE: wrong or tuple(dict.fromkeys(each for each in found if isinstance(each, str)))
        }

    def finish(self, taken: Taken, draft: Draft, tables: Iterable[Table]) -> None:
        """Record the pictures of activities as their documents; say what of all that came was not taken."""
        every = list(tables)
        entries = {entry.at: entry for entry in draft.repository.activities}
        for sheet in taken.intake.sheets:
            table = every[sheet.number]
            for row in sheet.rows if table.form.id in _HELD else ():
                at = taken.places.get((sheet.number, row.row))
                found = self._of_row(table, row.row)
                if at is not None and found and not row.wrong:
                    self._document(table, row, found, entries[at], draft)
        draft.settle()
        taken.intake.remarks += self._left(every)

    def _of_row(self, table: Table, row: int) -> list[Item | Loss]:
        """The pictures beside a row; one over merged cells belongs to the first of their rows."""
        found = [
            each
            for each in self._of_table(table)
            if each.where is not None and _row(table.grid, each.where.row, each.where.column) == row
        ]
        self._given.update(map(id, found))
        return found

    def _of_table(self, table: Table) -> Iterator[Item | Loss]:
        media = self.pictures.get(table.file, Media())
        for each in media.every:
            if each.where is not None and each.where.grid == table.grid.name:
                yield each

    # pictures of activities

    def _document(
        self,
        table: Table,
        row: TakenRow,
        found: list[Item | Loss],
        entry: Entry[Activity],
        draft: Draft,
    ) -> None:
        lost = next((each for each in found if isinstance(each, Loss)), None)
        if lost is not None:
            _refuse(row, lost.message, found)
            return
        lists = Lists(draft.repository, table.scope)
        items = [each for each in found if isinstance(each, Item)]
        new = self._not_recorded(items, entry.record)
        home = table.scope.key if table.scope.whom is For.SCHOOL else None
        document = document_of(entry.record, home, self.received, lists) if new else {}
        if isinstance(document, Message):
            _refuse(row, document, found)
            return
        about = About(
            lists.repository.pairings.key(entry.record.pairing),
            entry.record.days.start,
            entry.record.title or lists.label("activity_kinds", entry.record.kind),
        )
        paths = self.keeping.keep(new, about)
        wrong = next((each for each in paths if isinstance(each, Message)), None)
        if wrong is not None:
            _refuse(row, wrong, found)
        elif paths:
            lists.hashes = self.hashes
            files = [lists.evidence(str(path)) for path in paths]
            _record(document, files, entry, draft, lists)
            row.state = State.CHANGED if row.state is State.UNCHANGED else row.state

    def _not_recorded(self, items: list[Item], record: Activity) -> list[Item]:
        """The pictures that no document of an activity has yet."""
        paths = {file.path for document in record.documents for file in document.file}
        return [each for each in items if self.keeping.known.get(each.sha256) not in paths]

    # what was not taken

    def _left(self, tables: list[Table]) -> Iterator[Remark]:
        """What is to be said of files and pictures that belong to no row, or were there already."""
        for note in self.keeping.notes:
            yield Remark(note, severity=Severity.NOTICE)
        names = self.keeping.attachments.unnamed
        if names:
            message = say("form.files-unnamed", number=len(names), names=names)
            yield Remark(message, severity=Severity.WARNING)
        carrying = {(t.file, t.grid.name) for t in tables if t.form.id in {*_HELD, "submissions"}}
        for file, media in self.pictures.items():
            for each in media.every:
                if id(each) not in self._given and each.where is not None:
                    known = (file, each.where.grid) in carrying
                    key = "form.picture-nowhere" if known else "form.picture-no-files"
                    message = say(key, where=each.where.address or file)
                    yield Remark(message, severity=Severity.WARNING)


def _row(grid: Grid, row: int, column: int) -> int:
    area = next((each for each in grid.merged if (row, column) in each), None)
    return row if area is None else area.top


def _refuse(row: TakenRow, message: Message, found: list[Item | Loss]) -> None:
    """Say of a row what is wrong with its pictures, at the first of them."""
    where = found[0].where
    row.say(Remark(message, where.column if where is not None else 0))


def _about(cells: Cells, lists: Lists) -> About:
    """What a document is about, by the cells of its row."""
    repository = lists.repository
    activity = repository.activities.get(lists.reference("activities", _text(cells, "activity")))
    received = cells.get("received")
    day = activity.days.start if activity is not None else received
    pairing = lists.reference("pairings", _text(cells, "pairing"))
    key = repository.pairings.key(activity.pairing if activity is not None else pairing)
    return About(key, day if isinstance(day, date) else None, _text(cells, "type"))


def _text(cells: Cells, key: str) -> str:
    found = cells.get(key)
    return found if isinstance(found, str) else ""


def _record(
    document: Fields, files: list[Data], entry: Entry[Activity], draft: Draft, lists: Lists
) -> None:
    """Add files to the document of an activity that is theirs; where there is none, add it."""
    for number, each in enumerate(entry.record.documents):
        if _is_same(each, document, lists):
            own = plain(each)
            there = own.get(_FILE, [])
            before = there if isinstance(there, list) else [there]
            row = Recorded("", entry.place("documents", number), own)
            draft.change(row, {(_FILE,): [*before, *files]})
            return
    copies: Fields = {"copies": str(len(files))} if len(files) > 1 else {}
    destination = Destination("activities", entry.key, "documents")
    draft.add_to(destination, {**document, **copies, _FILE: files})


def _is_same(document: Document, other: Fields, lists: Lists) -> bool:
    """Whether a recorded document is of the same type and from the same organization, and stands."""
    types, homes = lists.repository.document_types, lists.repository.organizations
    return (
        document.rejected is None
        and types.key(document.type) == types.key(str(other["type"]))
        and list(map(homes.key, document.from_)) == [homes.key(str(other["from"]))]
    )
