"""Word, through docxtpl. Cells that hold `marks.ABOVE` are merged with the cell above them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from pairing_cli.office.archive import repacked
from pairing_cli.report.arrange import arrange
from pairing_cli.report.context import cleaned, context
from pairing_cli.report.faults import blame
from pairing_cli.report.marks import ABOVE, Picture
from pairing_cli.report.sandbox import environment
from pairing_cli.report.sections import join_last

PICTURE = Mm(130)
"""How wide photographs are shown."""


def render(label: str, template: bytes, facts: dict[str, Any]) -> bytes:
    """The document that a template makes of facts; TemplateError when it cannot."""
    with blame(label, "broken"):
        document = DocxTemplate(BytesIO(template))
        document.init_docx()
    with blame(label):
        plain = _with_pictures(context(facts), document)
        document.render(plain, environment(autoescape=True), autoescape=True)
    _merge(document.docx)
    arrange(document.docx.element.body)
    join_last(document.docx.element.body)
    _describe(document.docx, facts)
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue(), facts["as_of_date"])


def _with_pictures(value: Any, document: DocxTemplate) -> Any:
    """Plain data with every picture as Word holds it."""
    if isinstance(value, Picture):
        return InlineImage(document, BytesIO(value.data), width=PICTURE) if value else ""
    if isinstance(value, dict):
        return {key: _with_pictures(each, document) for key, each in value.items()}
    return [_with_pictures(each, document) for each in value] if isinstance(value, list) else value


def _describe(document: Document, facts: dict[str, Any]) -> None:
    """Core properties: docxtpl escapes them twice, so they are set here, with the data's date."""
    properties = document.core_properties
    day = datetime.combine(facts["as_of_date"], datetime.min.time())
    properties.title = str(cleaned(facts["title"]))[:255]
    properties.author = str(cleaned(facts["issued_by"]))[:255]
    properties.last_modified_by = ""
    properties.created = properties.modified = day
    properties.revision = 1


def _merge(document: Document) -> None:
    for table in document.element.body.iter(qn("w:tbl")):
        _merge_table(table)


def _merge_table(table: Any) -> None:
    """Join every cell that holds the mark to the one above it in the same column."""
    above: dict[int, Any] = {}
    for row in table.iter(qn("w:tr")):
        for column, cell in _columns(row):
            if _text(cell) == ABOVE and column in above:
                _set_merge(above[column], "restart")
                _set_merge(cell, "continue")
                _empty(cell)
            else:
                above[column] = cell


def _columns(row: Any) -> Iterator[tuple[int, Any]]:
    column = 0
    for cell in row.iterchildren(qn("w:tc")):
        yield column, cell
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        column += int(span.get(qn("w:val"))) if span is not None else 1


def _text(cell: Any) -> str:
    return "".join(text.text or "" for text in cell.iter(qn("w:t"))).strip()


def _empty(cell: Any) -> None:
    for text in cell.iter(qn("w:t")):
        text.text = ""


def _set_merge(cell: Any, how: str) -> None:
    properties = cell.get_or_add_tcPr()
    found = properties.find(qn("w:vMerge"))
    if found is None:
        found = OxmlElement("w:vMerge")
        properties.insert_element_before(
            found, *(f"w:{name}" for name in ("tcBorders", "shd", "noWrap", "tcMar", "vAlign"))
        )
    found.set(qn("w:val"), how)
