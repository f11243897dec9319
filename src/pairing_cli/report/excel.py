"""Excel, through workbooks that hold template tags in their cells.

The tags are those of Word templates: ``{{ name }}`` in a cell, and ``{%tr for row in rows %}`` …
``{%tr endfor %}`` in rows of their own, which stand for the rows between them; ``{%tc for … %}`` …
``{%tc endfor %}`` in cells of their own likewise for the cells between them. A cell that is one
expression keeps its value's type; a text that looks like a number becomes one where the cell's
format is numeric. No text ever becomes a formula. There is no kept library for this (see
docs/adr/0006-excel-templates.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pairing_cli.office.archive import repacked
from pairing_cli.office.names import sheet_name
from pairing_cli.report.context import cleaned, context
from pairing_cli.report.faults import blame
from pairing_cli.report.follow import follow
from pairing_cli.report.marks import COLUMN, ROW
from pairing_cli.report.sandbox import environment
from pairing_cli.report.sheets import FIXED, Row, is_template, template_rows, write

_ROW_TAG = re.compile(ROW)
_COLUMN_TAG = re.compile(COLUMN)
_ONE_EXPRESSION = re.compile(r"\{\{(?P<inside>(?:(?!\}\}|\{\{).)+)\}\}", re.DOTALL)
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def render(label: str, template: bytes, facts: dict[str, Any]) -> bytes:
    """The workbook that a template makes of facts; TemplateError when it cannot."""
    with blame(label, "broken"):
        workbook = load_workbook(BytesIO(template))
    plain = context(facts)
    written: dict[str, tuple[Worksheet, list[Row]]] = {}
    for sheet in workbook.worksheets:
        with blame(label, place=sheet.title):
            found = template_rows(sheet, label)
            title, rows = sheet.title, _rows(found, plain)
            write(sheet, found, rows)
            _fill_margins(sheet, plain)
            _name(sheet, workbook, plain)
        written[title] = (sheet, rows)
    follow(written)
    _describe(workbook, facts)
    out = BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), facts["as_of_date"])


def _describe(workbook: Workbook, facts: dict[str, Any]) -> None:
    day = datetime.combine(facts["as_of_date"], datetime.min.time())
    properties = workbook.properties
    properties.title = str(cleaned(facts["title"]))
    properties.creator = str(cleaned(facts["issued_by"]))
    properties.lastModifiedBy = None
    properties.created = properties.modified = day


def _rows(template: dict[int, list[Any]], facts: Any) -> list[Row]:
    """Run a sheet as one template that, instead of printing, collects rows and values."""
    rows: list[Row] = []

    def begin(template: int) -> str:
        rows.append(Row(template))
        return ""

    def put(column: int, value: Any) -> str:
        rows[-1].cells.append((column, value))
        return ""

    def keep(column: int) -> str:
        return put(column, FIXED)

    source = "".join(_source(number, cells) for number, cells in template.items())
    program = environment(autoescape=False).from_string(source)
    program.render({**facts, "begin_row": begin, "put_cell": put, "keep_cell": keep})
    return rows


def _source(number: int, cells: list[Any]) -> str:
    """A template row as template text: a tag for a tag row, else a call for each of its cells."""
    texts = [(cell.column, str(cell.value) if is_template(cell.value) else "") for cell in cells]
    for _, text in texts:
        tag = _ROW_TAG.fullmatch(text.strip())
        if tag is not None:
            return f"{{% {tag['tag']} %}}"
    calls = [f"{{{{ begin_row({number}) }}}}"]
    calls += [_call(column, text) for column, text in texts]
    return "".join(calls)


def _call(column: int, text: str) -> str:
    tag = _COLUMN_TAG.fullmatch(text.strip())
    if tag is not None:
        return f"{{% {tag['tag']} %}}"
    if not text:
        return f"{{{{ keep_cell({column}) }}}}"
    one = _ONE_EXPRESSION.fullmatch(text.strip())
    if one is not None:
        return f"{{{{ put_cell({column}, {one['inside']}) }}}}"
    return f"{{% set text %}}{text}{{% endset %}}{{{{ put_cell({column}, text) }}}}"


def margins(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    """The parts of a sheet's printed headers and footers that hold a text, each with its name."""
    for name in _MARGINS:
        for side in ("left", "center", "right"):
            part = getattr(getattr(sheet, name), side)
            if part.text:
                yield f"{name}.{side}", part


def _fill_margins(sheet: Worksheet, facts: Any) -> None:
    """Fill the tags in headers and footers, where ``&`` begins a code and is written twice."""
    for _, part in margins(sheet):
        if is_template(part.text):
            program = environment(autoescape=False, finalize=_in_margin).from_string(part.text)
            part.text = program.render(facts)


def _in_margin(value: Any) -> str:
    return str(value).replace("&", "&&")


def _name(sheet: Worksheet, workbook: Workbook, facts: Any) -> None:
    """Fill the tags in a sheet's name, and leave of it what a name may hold."""
    if not is_template(sheet.title):
        return
    wanted = environment(autoescape=False).from_string(sheet.title).render(facts)
    others = [each.title for each in workbook.worksheets if each is not sheet]
    sheet.title = sheet_name(wanted, others)
