"""Anonymous answers to surveys, taken from a form or from a CSV file: rows for the file of answers.

Nobody's name belongs to an answer, and two may say the same. So it is not answers that are known again but
the file they came in: each carries the mark of its file, and a file that was taken is not taken twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pairing_cli.forms.columns import Cell, Unreadable
from pairing_cli.forms.data import Fields
from pairing_cli.forms.form import Form
from pairing_cli.forms.headers import Header, plain_title
from pairing_cli.forms.reading import Reading
from pairing_cli.forms.scope import Scope
from pairing_cli.forms.tables import Line, Table
from pairing_cli.model.columns import BATCH, DATE, LEVEL, POINTS, WHOM, tells_who
from pairing_cli.model.diagnostics import Severity, say
from pairing_cli.model.intake import Remark, State, TakenRow, TakenSheet
from pairing_cli.model.repository import Entry, Repository, plain_name
from pairing_cli.model.surveys import Survey
from pairing_cli.office.grids import Cell as Typed
from pairing_cli.office.grids import Grid

_SURVEY = "survey:"


@dataclass(slots=True)
class NewAnswers:
    """Rows for a survey's file of answers: its path, the mark of what they came in, cells by header.

    ``rows`` go with the rows of the sheet they stand in.
    """

    survey: str
    path: str
    mark: str
    rows: list[tuple[TakenRow, dict[str, str]]] = field(default_factory=list)


def survey_of(form: Form, repository: Repository) -> Entry[Survey] | None:
    """The survey of a form."""
    return repository.surveys.find(form.id.removeprefix(_SURVEY))


class Answering(Reading):
    """A table of answers being read."""

    def take(self, without: frozenset[int]) -> tuple[TakenSheet, NewAnswers]:
        """Every answer of the table, but those to be left out, unless its file was taken before."""
        entry = survey_of(self.form, self.lists.repository)
        assert entry is not None
        path = entry.record.answers[0]
        found = NewAnswers(entry.key, path, self.table.mark)
        known = _marks(self.lists.repository, path)
        self.sheet.remarks += _who(self.table.header)
        for line in self.lines:
            row = self.begin(line)
            if line.row in without:
                row.state = State.WRONG
            elif not known & {self.table.mark, line.digest}:
                self._answer(line, row, found)
        return self.sheet, found

    def _answer(self, line: Line, row: TakenRow, found: NewAnswers) -> None:
        cells = self.cells(line, row, {})
        row.label = ""  # whom an answer is about may tell whose it is
        if cells is None:
            return
        try:
            fields = self.form.fields(self._named(cells), self.lists)
        except Unreadable as error:
            row.say(self.remark(say(error.key, **error.facts), error.column))
            return
        row.state = State.NEW
        row.address, row.digest = f"surveys/{found.survey}/answers/~{found.mark}", found.mark
        found.rows.append((row, _texts(fields)))

    def _named(self, cells: Mapping[str, Cell]) -> dict[str, Cell]:
        """Cells in which whom an answer is about is named as files name it."""
        whom = self.form.columns[0]
        label = cells.get(whom.key)
        said = self.lists.reference(whom.choices, label) if isinstance(label, str) else label
        return {**cells, whom.key: said}


def _texts(fields: Fields) -> dict[str, str]:
    return {name: " ".join(str(text).split("\n")) for name, text in fields.items()}


def _marks(repository: Repository, path: str) -> frozenset[str]:
    """The marks of the files whose answers a file holds."""
    table = repository.answers.get(path)
    if table is None or not table.rows:
        return frozenset()
    columns = [n for n, name in enumerate(table.header.cells) if plain_name(name) == BATCH]
    return frozenset(row.cell(n).strip() for row in table.rows[1:] for n in columns) - {""}


def _who(header: Header) -> Iterator[Remark]:
    """That a column tells who answered."""
    for column, title in header.unknown.items():
        if tells_who(plain_name(title)):
            yield Remark(say("take.names-somebody", title=title), column, title)


def table_of_answers(
    file: str, rows: Sequence[tuple[int, tuple[str, ...]]], form: Form, scope: Scope, mark: str
) -> Table:
    """The table of a CSV file: rows of texts with the lines they begin on, the first names the columns."""
    first, titles = rows[0]
    columns: dict[str, int] = {}
    for key in (column.key for column in form.columns):
        same = (n for n, title in enumerate(titles, 1) if _same(title, key, form))
        place = next(same, None)
        if place is not None:
            columns[key] = place
    unknown = {
        n: title.strip()
        for n, title in enumerate(titles, 1)
        if title.strip() and n not in columns.values()
    }
    missing = [c for c in form.columns if c.key not in columns]
    said = [Remark(say("take.csv-column", title=c.title), 0, c.title) for c in missing]
    said += [
        Remark(say("take.unknown-column", title=title), n, title, Severity.NOTICE)
        for n, title in unknown.items()
    ]
    cells = {line: dict(_cells(line, texts)) for line, texts in rows}
    header = Header(first, columns, unknown=unknown)
    return Table(file, Grid(form.title, cells), form, header, scope, remarks=tuple(said), mark=mark)


def _cells(line: int, texts: Sequence[str]) -> Iterator[tuple[int, Typed]]:
    for column, text in enumerate(texts, 1):
        if text.strip():
            yield column, Typed(line, column, text)


def _same(title: str, key: str, form: Form) -> bool:
    """Whether a title of a CSV file names a column of a survey's form."""
    name, own = plain_name(title), plain_name(key)
    alike = any(name in words and own in words for words in (DATE, LEVEL, POINTS))
    whom = own in WHOM and WHOM.get(name) == WHOM[own]
    return name == own or alike or whom or plain_title(title) == plain_title(form.column(key).title)
