"""Filled-in forms → what a programme's files would be, and everything that is to be said of it.

    found = Importing(root, before, tables, today).attempt(partial=False)
    found.intake, found.changes.diff()

Rows are read by `forms`, edits made by `edit`; what comes out is loaded and checked as `validate` would,
before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pairing_cli.cli.changes import Changes
from pairing_cli.model.diagnostics import Diagnostic, say
from pairing_cli.model.intake import Intake, Remark, SurveyTaken, TakenRow, TakenSheet
from pairing_cli.model.places import At, Route

if TYPE_CHECKING:
    from pairing_cli.edit import Edit
    from pairing_cli.forms.reading import Extras
    from pairing_cli.forms.tables import Table
    from pairing_cli.forms.take import Origin, Taken
    from pairing_cli.load.programme import Loaded, Memo
    from pairing_cli.load.tree import Tree
    from pairing_cli.model.repository import Repository

ROUNDS = 20
"""How often rows that turn out wrong are left out and the rest is tried again, with ``--partial``."""

_FILES = "file"
"""The column that names evidence files."""

Rows = frozenset[tuple[int, int]]
"""Rows by the number of their table and their own."""


@dataclass(slots=True)
class Attempt:
    """What came of the files: the rows, and the files of the programme as they would be."""

    taken: Taken
    changes: Changes

    @property
    def intake(self) -> Intake:
        """What is to be said of every row."""
        return self.taken.intake


@dataclass
class Importing:
    """Taking tables into one programme.

    ``companions`` makes what comes with rows beside what was typed, anew for each try; with ``restore``,
    records that are gone come back.
    """

    root: Path
    before: Loaded
    tables: list[Table]
    today: date
    companions: Callable[[], Extras] | None = None
    restore: bool = False
    memo: Memo = field(default_factory=dict)

    def attempt(self, *, partial: bool) -> Attempt:
        """Take in what can be; with ``partial``, without the rows that are wrong."""
        out: dict[tuple[int, int], TakenRow] = {}
        found = self._once(frozenset())
        for _ in range(ROUNDS if partial else 0):
            wrong = {(s.number, row.row): row for s, row in self._left_out(found)}
            if not wrong or found.intake.blocked:
                break
            out |= wrong
            found = self._once(frozenset(out))
        for sheet in found.intake.sheets:
            for row in sheet.rows:
                if (left := out.get((sheet.number, row.row))) is not None:
                    row.label, row.remarks = left.label, [*row.remarks, *left.remarks]
        return found

    def _left_out(self, found: Attempt) -> Iterator[tuple[TakenSheet, TakenRow]]:
        """The rows to be left out: those that are wrong, and all answers that came with a wrong one.

        Answers are known by the file they came in, so that a file's are taken together or not at all.
        """
        for sheet in found.intake.sheets:
            together = self.tables[sheet.number].form.anonymous and any(r.wrong for r in sheet.rows)
            for row in sheet.rows:
                if together and not row.wrong:
                    row.say(Remark(say("take.together")))
                if row.wrong:
                    yield sheet, row

    def _once(self, without: Rows) -> Attempt:
        from pairing_cli.forms.draft import Draft
        from pairing_cli.forms.take import take
        from pairing_cli.load.bind import read_record

        changes = Changes(self.root)
        sizes = _Sizes(changes)
        draft = Draft(self.before.repository, read_record, sizes.of)
        extras = self.companions() if self.companions is not None else None
        taken = take(self.tables, draft, extras, without, restore=self.restore)
        for path, edits in draft.edits.items():
            changes.edit(path, *sizes.written(path, edits))
        if extras is not None:
            _attach(extras.files, draft.edits, changes)
        self._answers(taken, changes)
        found = Attempt(taken, changes)
        if changes.list:
            self._check(found)
        return found

    def _answers(self, taken: Taken, changes: Changes) -> None:
        """Put answers into the files of their surveys."""
        from pairing_cli.edit.answers import appended
        from pairing_cli.forms.take import Origin

        for number, new in taken.answers:
            if new.rows:
                rows = [cells for _, cells in new.rows]
                data, lines = appended(changes.read(new.path), rows, new.mark)
                changes.put(new.path, data)
                sheet = next(each for each in taken.intake.sheets if each.number == number)
                for (row, _), line in zip(new.rows, lines, strict=True):
                    origin = Origin(self.tables[number], sheet, row)
                    taken.origins[new.path, (line,)] = origin

    def address(self, found: Attempt) -> None:
        """Give rows the addresses of what they are recorded as, once it is written."""
        from pairing_cli.forms.lists import Lists
        from pairing_cli.load.programme import load
        from pairing_cli.load.tree import FolderTree

        repository = load(FolderTree(self.root), evidence=False, memo=self.memo).repository
        for sheet in found.intake.sheets:
            table = self.tables[sheet.number]
            everywhere = Lists(repository, table.scope).everywhere()
            recorded = {row.at: row for row in table.form.rows(everywhere)}
            for row in sheet.rows:
                there = recorded.get(found.taken.places.get((sheet.number, row.row), At("")))
                if there is not None and not row.wrong:
                    row.address, row.digest = there.address, there.digest

    # the programme as it would be

    def _check(self, found: Attempt) -> None:
        """Say of the rows what is wrong with the programme as it would be, and was not before."""
        from pairing_cli.load.laid import LaidTree
        from pairing_cli.load.tree import FolderTree

        files = {each.path: each.after for each in found.changes.list}
        repository, after = self._findings(LaidTree(FolderTree(self.root), files))
        found.intake.surveys += _surveyed(found.taken, repository)
        for each in after:
            if each.fingerprint not in self._known:
                _say(each, found.taken)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The findings of the programme as it is, by their fingerprints."""
        from pairing_cli.load.tree import FolderTree

        return frozenset(each.fingerprint for each in self._findings(FolderTree(self.root))[1])

    def _findings(self, tree: Tree) -> tuple[Repository, tuple[Diagnostic, ...]]:
        from pairing_cli.load.programme import load
        from pairing_cli.model.identity import Identities, fingerprinted
        from pairing_cli.rules import RULES, check

        loaded = load(tree, evidence=self._evidence, memo=self.memo)
        found = (*loaded.diagnostics, *check(loaded.repository, RULES, self.today))
        identities = Identities(loaded.repository, loaded.known)
        return loaded.repository, (fingerprinted(found, identities) if found else ())

    @cached_property
    def _evidence(self) -> bool:
        """Whether evidence files come with a table, or it names some: then they have to be looked at."""
        if self.companions is not None:
            return True
        columns = ((table, table.header.columns.get(_FILES, 0)) for table in self.tables)
        return any(
            column in cells
            for table, column in columns
            for row, cells in table.grid.rows.items()
            if row > table.header.row + 1
        )


def _attach(files: Mapping[str, bytes], edits: Mapping[str, list[Edit]], changes: Changes) -> None:
    """Put those of new files beside the records that some record names."""
    named = {text for each in edits.values() for edit in each for text in _texts(edit)}
    for path in sorted(named & files.keys()):
        changes.attach(path, files[path])


def _texts(data: Any) -> Iterator[str]:
    """Every text in an edit's data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (text for value in data.values() for text in _texts(value))
    elif isinstance(data, (list, tuple)):
        yield from (text for value in data for text in _texts(value))
    elif hasattr(data, "value"):
        yield from _texts(data.value)


def _surveyed(taken: Taken, repository: Repository) -> Iterator[SurveyTaken]:
    """What the surveys come to that got new answers."""
    from pairing_cli.model.answers import COLLECTIONS, Answers

    for key in dict.fromkeys(new.survey for _, new in taken.answers if new.rows):
        survey = repository.surveys.get(key)
        if survey is not None:
            for (kind, whom), found in Answers(repository, survey).results():
                title = getattr(repository.index(COLLECTIONS[kind]).get(whom), "title", None)
                about = (survey.title, title or whom)
                yield SurveyTaken(*about, found.respondents, found.mean, survey.out_of)


def _say(found: Diagnostic, taken: Taken) -> None:
    """Say a finding of the row it comes from, else of the files as a whole."""
    from pairing_cli.forms.take import column_of_route

    origin, depth = _origin(found, taken)
    if origin is None:
        taken.intake.remarks.append(Remark(found.message, 0, "", found.severity, found.code))
        return
    column = column_of_route(origin.table.form, found.at.route[depth:])
    place = origin.table.header.columns.get(column.key, 0) if column else 0
    title = column.title if column else ""
    origin.row.say(Remark(found.message, place, title, found.severity, found.code))


def _origin(found: Diagnostic, taken: Taken) -> tuple[Origin | None, int]:
    """The row that a finding comes from, and how many steps of its route name the record."""
    places = (found.at, *(fact for fact in found.message.facts.values() if isinstance(fact, At)))
    for at in places:
        origin, depth = taken.origin(at)
        if origin is not None:
            return origin, depth
    return None, 0


class _Sizes:
    """How many records files hold, and how their values are written."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._data: dict[str, Any] = {}

    def of(self, path: str, collection: str) -> int:
        """How many records of a collection a file holds, readable or not."""
        found = self._parsed(path)
        held = found.get(collection) if isinstance(found, dict) else None
        return len(held) if isinstance(held, list) else 0

    def written(self, path: str, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Edits whose routes lead through the values as the file has them: a list of one as one value."""
        from dataclasses import replace

        data = self._parsed(path)
        for edit in edits:
            yield replace(edit, route=_route(edit.route, data))

    def _parsed(self, path: str) -> Any:
        from pairing_cli.load.decode import decode
        from pairing_cli.load.events import parse

        if path not in self._data:
            data = self._changes.read(path)
            text = None if data is None else decode(data).text
            self._data[path] = None if text is None else parse(text).data
        return self._data[path]


def _route(route: Route, data: Any) -> Route:
    found: list[str | int] = []
    here = data
    for step in route:
        if isinstance(step, int) and here is not None and not isinstance(here, list):
            continue
        found.append(step)
        inside = isinstance(here, list) and isinstance(step, int) and step < len(here)
        held = isinstance(here, Mapping) and step in here
        here = here[step] if inside or held else None
    return tuple(found)
