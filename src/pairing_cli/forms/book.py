"""Making a workbook of forms: the guide, a sheet for each form, and what nobody sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from pairing_cli.forms import guide, paper, stamp
from pairing_cli.forms.checks import Dates
from pairing_cli.forms.choosing import Choosing
from pairing_cli.forms.columns import shown_text
from pairing_cli.forms.data import digest
from pairing_cli.forms.form import Form
from pairing_cli.forms.layout import Layout, lay_out
from pairing_cli.forms.lists import Lists
from pairing_cli.forms.scope import For
from pairing_cli.forms.sheet import FIRST, HEADER, START, Writing, write
from pairing_cli.model.agenda import Agenda
from pairing_cli.model.dates import plus
from pairing_cli.model.programme import Programme
from pairing_cli.office.archive import repacked
from pairing_cli.office.cells import put
from pairing_cli.office.names import safe, sheet_name

ENTRIES = 30
"""Empty rows of a form, unless others are asked for."""

_BEFORE, _AFTER = 366, 731
"""Days before and after the programme that a date may have: papers come early, postings end late."""

_PRINTED = "（打印）"


@dataclass(frozen=True, slots=True)
class Made:
    """A workbook: the name of its file, and its bytes."""

    name: str
    data: bytes


def workbook(lists: Lists, forms: Sequence[Form], agenda: Agenda, entries: int = ENTRIES) -> Made:
    """The workbook of some forms for those in the scope of the lists, as of the agenda's day."""
    assert lists.repository.programme is not None
    programme = lists.repository.programme.record
    layouts = [lay_out(form, lists, entries) for form in forms]
    names = _names(layouts)
    made = Workbook()
    made.remove(made.worksheets[0])
    first = made.create_sheet(guide.TITLE)
    writing = Writing(lists, Choosing(made), _dates(programme), _new_activities(layouts))
    for name, layout in zip(names, layouts, strict=True):
        heading = f"{lists.scope.title}　{layout.form.title}"
        write(made.create_sheet(name), layout, heading, _under(programme, layout), writing)
        if layout.form.anonymous:
            title = sheet_name(f"{name}{_PRINTED}", [each.title for each in made.worksheets])
            paper.write(made.create_sheet(title), layout, lists, _surveyor(lists, layout))
    marked = _stamp(lists, forms, agenda.as_of, layouts, names)
    mark = f"表单 {marked.id}，第 {marked.version} 版"
    pages = tuple(zip(names, layouts, strict=True))
    guide.write(first, guide.Guide(programme, lists, agenda, pages, mark))
    _hide(made, marked)
    return Made(file_name(lists), _saved(made, programme, lists.scope.title, agenda.as_of))


def file_name(lists: Lists) -> str:
    """The name of a workbook's file; a key is added where two titles would give the same name."""
    scope = lists.scope
    titles = [
        title
        for name in ("organizations", "pairings")
        for title in lists.labels(name).values()
        if safe(title).casefold() == safe(scope.title).casefold()
    ]
    term = f"-{scope.term.title}" if scope.term else ""
    key = f"-{scope.key}" if len(titles) > 1 else ""
    return f"{safe(f'填报表-{scope.title}{key}{term}')}.xlsx"


def _names(layouts: Sequence[Layout]) -> list[str]:
    names: list[str] = []
    for layout in layouts:
        names.append(sheet_name(layout.form.title, [guide.TITLE, *names]))
    return names


def _dates(programme: Programme) -> Dates:
    period = programme.period
    return Dates(plus(period.start, -_BEFORE), plus(period.end, _AFTER), period.start)


def _new_activities(layouts: Sequence[Layout]) -> tuple[str, ...]:
    """The numbers of the rows for new activities, by which documents may name them."""
    return tuple(
        line.number
        for layout in layouts
        if layout.form.id == "activities"
        for line in layout.lines
        if not line.address
    )


def _under(programme: Programme, layout: Layout) -> str:
    fixed = "".join(
        f"　{layout.form.column(key).title}：{shown_text(value)}"
        for key, value in layout.fixed.items()
    )
    return f"{programme.title}{fixed}\n{HINT}"


HINT = "白色格填写，浅蓝色格已登记、可以改，灰色格不用改；带 * 的必填；一行一条。不要改表头、删列或合并单元格。"


def _surveyor(lists: Lists, layout: Layout) -> str:
    found = lists.repository.surveys.get(layout.form.id.partition(":")[2])
    return found.by if found else ""


def _stamp(
    lists: Lists,
    forms: Sequence[Form],
    as_of: date,
    layouts: Sequence[Layout],
    names: Sequence[str],
) -> stamp.Stamp:
    scope = lists.scope
    programme = lists.repository.programme
    content = [line.address + line.digest for layout in layouts for line in layout.lines]
    schema = digest([form.digest for form in forms])
    term = scope.term.id if scope.term else ""
    identity = [scope.whom.value, scope.key, term, str(as_of), schema, *content]
    return stamp.Stamp(
        id=digest([programme.key if programme else "", *identity]),
        version=stamp.VERSION,
        schema=schema,
        programme=programme.record.id if programme else "",
        as_of=str(as_of),
        whom=scope.whom.value,
        key=scope.key,
        term=term,
        sheets=tuple(_sheets(layouts, names)),
    )


def _sheets(layouts: Sequence[Layout], names: Sequence[str]) -> Iterator[stamp.Sheet]:
    for layout, name in zip(layouts, names, strict=True):
        letters = {
            column.key: get_column_letter(number)
            for number, column in enumerate(layout.columns, START)
        }
        fixed = {key: shown_text(value) for key, value in layout.fixed.items()}
        yield stamp.Sheet(name, layout.form.id, HEADER, FIRST, letters, fixed)


def _hide(made: Workbook, marked: stamp.Stamp) -> None:
    """Write what the workbook says of itself on a sheet that nobody sees."""
    sheet = made.create_sheet(stamp.SHEET)
    sheet.sheet_state = "veryHidden"
    facts = list(marked.facts())
    for row, (name, value) in enumerate(facts, 1):
        _text(sheet.cell(row, 1), name)
        _text(sheet.cell(row, 2), value)
        _define(made, name, f"'{stamp.SHEET}'!$B${row}")
    start = len(facts) + 2
    for row, each in enumerate(marked.sheets, start):
        for column, value in enumerate(each.cells(), 1):
            _text(sheet.cell(row, column), value)
    area = f"'{stamp.SHEET}'!$A${start}:$F${start + len(marked.sheets) - 1}"
    _define(made, stamp.SHEETS, area)


def _text(cell: Any, value: str) -> None:
    cell.number_format = "@"
    put(cell, value)


def _define(made: Workbook, name: str, area: str) -> None:
    made.defined_names[name] = DefinedName(name, attr_text=area)


def _saved(made: Workbook, programme: Programme, title: str, as_of: date) -> bytes:
    """The bytes of a workbook, the same for the same content."""
    made._sheets.sort(key=lambda sheet: sheet.sheet_state != "visible")  # type: ignore[attr-defined]
    made.active = 0
    properties = made.properties
    properties.title = f"{programme.title} {title}"
    properties.creator = programme.reporting.office or "、".join(programme.issued_by)
    properties.lastModifiedBy = None
    day = datetime.combine(as_of, datetime.min.time())
    properties.created = properties.modified = day
    out = BytesIO()
    made.save(out)
    return repacked(out.getvalue(), as_of)


__all__ = ["ENTRIES", "For", "Made", "file_name", "workbook"]
