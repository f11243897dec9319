"""What came of filled-in forms, as values: every row, what becomes of it, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, Severity


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of a cell or a row; ``column`` counts from 1, 0 is the row as a whole.

    ``code`` is the rule's, where a rule found it; ``title`` that of the column.
    """

    message: Message
    column: int = 0
    title: str = ""
    severity: Severity = Severity.ERROR
    code: str = ""


@dataclass(slots=True)
class TakenRow:
    """A row of a sheet: its number there, what becomes of it, what it is about, what is said of it.

    ``address`` and ``digest`` are those of the record that it stands for once it is recorded.
    """

    row: int
    state: State
    label: str = ""
    remarks: list[Remark] = field(default_factory=list)
    address: str = ""
    digest: str = ""

    @property
    def wrong(self) -> bool:
        """Whether it cannot be recorded."""
        return any(each.severity is Severity.ERROR for each in self.remarks)

    def say(self, remark: Remark) -> None:
        """Say something of it, once."""
        if remark not in self.remarks:
            self.remarks.append(remark)
        if remark.severity is Severity.ERROR:
            self.state = State.WRONG


@dataclass(slots=True)
class TakenSheet:
    """A sheet, or another table, that was read: its file, title, form, header row, its rows.

    ``number`` is which of all tables it is. ``remarks`` concern all of it; ``removed`` is how many
    recorded rows it no longer has.
    """

    number: int
    file: str
    title: str
    form: str
    header: int
    rows: list[TakenRow] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    removed: int = 0

    @property
    def counts(self) -> Counter[State]:
        """How many rows became what."""
        return Counter(row.state for row in self.rows)

    @property
    def wrong(self) -> bool:
        """Whether something of it cannot be recorded."""
        return any(each.severity is Severity.ERROR for each in self.remarks) or any(
            row.wrong for row in self.rows
        )

    def row(self, number: int) -> TakenRow | None:
        """A row by its number."""
        return next((row for row in self.rows if row.row == number), None)


@dataclass(frozen=True, slots=True)
class SurveyTaken:
    """What the answers to a survey come to with the new ones: about whom, how many, their mean."""

    survey: str
    whom: str
    respondents: int
    mean: Fraction
    out_of: Fraction


@dataclass(slots=True)
class Intake:
    """Everything that came of some files; ``remarks`` belong to no row."""

    sheets: list[TakenSheet] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    surveys: list[SurveyTaken] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        """Whether something cannot be recorded."""
        return bool(self.blocked) or any(sheet.wrong for sheet in self.sheets)

    @property
    def blocked(self) -> list[Remark]:
        """What is wrong and is of no row, so that leaving rows out does not help."""
        of_sheets = (remark for sheet in self.sheets for remark in sheet.remarks)
        found = (*self.remarks, *of_sheets)
        return [each for each in found if each.severity is Severity.ERROR]

    @property
    def counts(self) -> Counter[State]:
        """How many rows became what."""
        return sum((sheet.counts for sheet in self.sheets), Counter[State]())

    def wrong_rows(self) -> Iterator[tuple[TakenSheet, TakenRow]]:
        """The rows that cannot be recorded."""
        return ((sheet, row) for sheet in self.sheets for row in sheet.rows if row.wrong)
