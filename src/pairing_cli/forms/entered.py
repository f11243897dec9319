"""What was typed into a cell → what a column holds (`columns.Cell`), or why that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from pairing_cli.forms.columns import KEPT, Cell, Column, Shape, shown_text
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.naming import SCALE, WORDS
from pairing_cli.forms.scope import For
from pairing_cli.forms.words import KEPT_TEXT, NEW
from pairing_cli.model import typed
from pairing_cli.model.dates import Days
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.privacy import masked, personal_numbers
from pairing_cli.model.repository import plain_name
from pairing_cli.office.grids import Cell as Typed
from pairing_cli.office.grids import Kind

_DATES = frozenset({Kind.DATE, Kind.YEARLESS, Kind.MONTH, Kind.TIME})
_NEAR = 0.6
_NOTHING = frozenset(["/", "／", "\\", "-", "－", "—", "——", "–", "―", "无", "没有", "暂无"])
"""What people put into a cell to say that there is nothing to say."""

_DITTO = frozenset(["同上", "〃", "〃〃", "″", "”", '"', "同前", "同左", "同右", "同下"])
_OURS = frozenset(["本校", "我校", "本园", "我园", "本单位", "我单位"])
"""What a school calls itself in its own form."""

_FEW = 4
"""Records of like names that are told, if there are no more."""

_PLAIN = frozenset({Shape.DAY, Shape.MONTH, Shape.WHOLE, Shape.COUNT, Shape.NUMBER})
"""What is typed with an apostrophe in front by those who want it kept as it is."""

_PERSONS = ("-name",)
"""How the keys of columns end that hold names of people."""

_HEADS = ("-count",)
"""How the keys of columns end that count people; beside them is one for their names."""

NewRows = Mapping[str, str]
"""The keys of records that rows of the same workbook stand for, by their numbers: 新1."""


@dataclass(frozen=True, slots=True)
class Entering:
    """What is needed to read a sheet's cells: the lists, the days meant, rows that are new.

    ``within`` are the days in which a date without a year lies: those of the term, then of the
    programme.
    """

    lists: Lists
    within: tuple[Days, ...]
    new_rows: NewRows = field(default_factory=dict)
    _known: dict[tuple[str, str], str | Message] = field(default_factory=dict)

    def read(self, column: Column, cell: Typed | None, now: Cell = None) -> Cell | Message:
        """What a cell holds; ``now`` is what the form shows of the record, which is not read anew."""
        if cell is None or cell.blank or cell.kind is Kind.PICTURE:
            return None
        text = cell.text.strip()
        if text == KEPT_TEXT:
            return KEPT
        if now is not None and text == shown_text(now).strip():
            return now
        if text in _NOTHING and not (column.choices and text in self._labels(column)):
            return None
        return self._trouble(column, cell, text) or self._read(column, cell)

    def _labels(self, column: Column) -> Collection[str]:
        return self.lists.labels(column.choices).values()

    def spread(self, cells: Mapping[str, Typed]) -> Mapping[str, Typed]:
        """Cells of a row with the last day in its own, where the first one holds both: 4月13日-15日."""
        start, end = cells.get("start"), cells.get("end")
        if start is None or start.kind is not Kind.TEXT or (end is not None and not end.blank):
            return cells
        days = self._first(typed.read_days, start.typed)
        if not isinstance(days, Days) or days.start == days.end:
            return cells
        first, last = (replace(start, value=str(day)) for day in (days.start, days.end))
        return {**cells, "start": first, "end": last}

    def tick(self, column: Column, cell: Typed | None) -> bool | None:
        """Whether a cell that may be ticked is ticked or crossed out; None where it says something else."""
        if not column.ticked or cell is None or cell.kind not in (Kind.TEXT, Kind.FLAG):
            return None
        found = typed.read_flag(cell.text)
        return found if isinstance(found, bool) else None

    def read_text(self, column: Column, text: str) -> Cell | Message:
        """What a text says that stands above a table, for all of its rows."""
        return self.read(column, Typed(0, 0, text))

    def _trouble(self, column: Column, cell: Typed, text: str) -> Message | None:
        """Why a cell is not read at all."""
        if cell.kind is Kind.ERROR:
            return say("take.error-value", value=text)
        if cell.kind is Kind.UNCALCULATED:
            return say("take.uncalculated")
        if text in _DITTO:
            return say("take.ditto", value=text)
        timely = column.shape in (Shape.DAY, Shape.MONTH) or column.key in _TIMES
        if cell.kind in _DATES and not timely:
            return say("take.date-in-text", value=text)
        found = next(iter(personal_numbers(text)), None)
        return say("take.personal", masked=masked(found[2])) if found else None

    def _read(self, column: Column, cell: Typed) -> Cell | Message:
        if column.shape in _PLAIN and cell.kind is Kind.TEXT:
            cell = replace(cell, value=cell.text.strip().lstrip("'‘’"))
        read = _READERS.get(column.shape)
        return _one_line(typed.read_text(cell.typed)) if read is None else read(self, column, cell)

    def _month(self, cell: Typed) -> Cell | Message:
        return self._first(typed.read_month, cell.typed)  # type: ignore[no-any-return]

    def _day(self, cell: Typed) -> Cell | Message:
        yearless = cell.kind is Kind.YEARLESS

        def read(value: Any, within: Days) -> Any:
            return typed.read_day(value, within, yearless=yearless)

        return self._first(read, cell.typed)  # type: ignore[no-any-return]

    def _first(self, read: Callable[[Any, Days], Any], value: Any) -> Any:
        """What one of the stretches of days makes of a value; what the last one says, if none does."""
        found = None
        for within in self.within:
            found = read(value, within)
            if not isinstance(found, Message):
                break
        return found

    def _choice(self, column: Column, text: str) -> Cell | Message:
        """The label of what a text names: by its label, any name, a short name, or a number of a row."""
        text = _one_line(typed.read_text(text)) or ""
        if column.choices == "activities" and text.replace(" ", "") in self.new_rows:
            return self.new_rows[text.replace(" ", "")]
        if column.choices == "activities" and _is_new(text):
            return say("take.no-new-row", number=text)
        labels = self.lists.labels(column.choices)
        if text in labels.values():
            return text
        asked = (column.key, text)
        if asked not in self._known:
            self._known[asked] = self._key(column, text, labels)
        key = self._known[asked]
        return key if isinstance(key, Message) else labels.get(key, key)

    def _key(self, column: Column, text: str, labels: Mapping[str, str]) -> str | Message:
        same = {plain_name(label): key for key, label in labels.items()}
        key = text if text in labels else same.get(plain_name(text))
        if key is not None:
            return key
        base = column.choices.partition(":")[0]
        if base in WORDS or column.choices.startswith(SCALE):
            return text if column.open else _unknown(text, labels.values())
        if base == "organizations" and text in _OURS and self.lists.scope.whom is For.SCHOOL:
            return self.lists.scope.key
        if (once := self._once_called(column, text, labels)) is not None:
            return once
        found = typed.match(text, self.lists.repository.index(base), short=base != "people")
        if not isinstance(found, Message):
            return found
        return text if column.open else self._unmatched(column, text, _labelled(found, labels))

    def _once_called(self, column: Column, text: str, labels: Mapping[str, str]) -> str | None:
        """The key of what had this label when the form was made: records came, or went, since.

        Of several, the one that the form may offer; a person is told by name and register alone.
        """
        if column.choices == "people":
            return None
        keys = self.lists.ever_called(column.choices, text)
        if len(keys) > 1:
            offered = set(self.lists.offered(column.choices))
            keys = [key for key in keys if labels.get(key) in offered]
        return keys[0] if len(keys) == 1 else None

    def _unmatched(self, column: Column, text: str, found: Message) -> Message:
        """What is wrong with a name; of activities, which are offered that are called so in part."""
        if column.choices != "activities" or found.key == "typed.name-several":
            return found
        part = plain_name(text)
        near = [each for each in self.lists.offered("activities") if part in plain_name(each)]
        if len(near) == 1:
            return say("typed.name-near", value=text, meant=near[0])
        if 1 < len(near) <= _FEW:
            return say("typed.name-several", value=text, candidates=tuple(near))
        return say("take.no-activity", value=text)

    def _several(self, column: Column, cell: Typed) -> Cell | Message:
        text = typed.read_text(cell.text) or ""
        parts = self.lists.parted(column.choices, text)
        if column.shape is Shape.FILES:
            return parts or None
        found = [self._choice(column, part) for part in parts]
        wrong = next((each for each in found if isinstance(each, Message)), None)
        labels = dict.fromkeys(each for each in found if isinstance(each, str))
        return wrong or tuple(labels) or None


_TIMES = frozenset({"when", "lasting", "people", "trainees"})
"""Columns of texts that tell times and numbers in words; these are read by their own parts."""


_READERS: Mapping[Shape, Callable[[Entering, Column, Typed], Cell | Message]] = {
    Shape.DAY: lambda entering, column, cell: entering._day(cell),
    Shape.MONTH: lambda entering, column, cell: entering._month(cell),
    Shape.WHOLE: lambda entering, column, cell: _count(column, cell),
    Shape.COUNT: lambda entering, column, cell: _count(column, cell),
    Shape.NUMBER: lambda entering, column, cell: typed.read_amount(cell.typed),
    Shape.CHOICE: lambda entering, column, cell: entering._choice(column, cell.text),
    Shape.CHOICES: lambda entering, column, cell: entering._several(column, cell),
    Shape.FILES: lambda entering, column, cell: entering._several(column, cell),
    Shape.NAMES: lambda entering, column, cell: _names(column, cell),
    Shape.LONG: lambda entering, column, cell: typed.read_text(cell.typed),
}
"""How cells are read; texts of one line where nothing is said."""


def _is_new(text: str) -> bool:
    return text.startswith(NEW) and text.removeprefix(NEW).strip().isdigit()


def _count(column: Column, cell: Typed) -> Cell | Message:
    found = typed.read_count(cell.typed)
    if isinstance(found, Message) and found.key == "typed.number" and column.key.endswith(_HEADS):
        return say("take.names-for-number", value=cell.text.strip())
    if column.shape is Shape.WHOLE and found == 0:
        return say("take.not-zero")
    return found


def _names(column: Column, cell: Typed) -> Cell | Message:
    found = typed.read_several(cell.typed)
    if isinstance(found, Message):
        return found
    remarked = next((each for each in found if each.remark), None)
    if remarked is not None and column.key.endswith(_PERSONS):
        return say("take.name-remark", name=remarked.name, remark=remarked.remark)
    names = (f"{each.name}（{each.remark}）" if each.remark else each.name for each in found)
    return tuple(names) or None


def _one_line(text: str | None) -> str | None:
    """A text whose lines were broken to fit a cell, in one."""
    if text is None or "\n" not in text:
        return text
    first, *rest = text.split("\n")
    for line in rest:
        glue = " " if first[-1:].isascii() and line[:1].isascii() else ""
        first += glue + line
    return first


def _labelled(found: Message, labels: Mapping[str, str]) -> Message:
    """A message in which records are called as the drop-downs call them."""
    keys = found.facts.get("candidates")
    if not isinstance(keys, tuple):
        return found
    called = tuple(labels.get(str(key), str(key)) for key in keys)
    return say(found.key, **{**found.facts, "candidates": called})


def _unknown(text: str, labels: Any) -> Message:
    near = get_close_matches(text, list(labels), n=1, cutoff=_NEAR)
    if near:
        return say("typed.name-near", value=text, meant=near[0])
    return say("take.choice", value=text, allowed=tuple(labels))
