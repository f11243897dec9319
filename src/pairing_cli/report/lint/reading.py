"""Reading a Word file for measuring: once through its text, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from pairing_cli.report.lint.formatting import Formatting, Properties, number, on
from pairing_cli.report.lint.package import Parts, R, Unreadable, W
from pairing_cli.report.lint.seen import PageNumber, Paragraph, Run, Section, Table, WordFile
from pairing_cli.report.standard import TWIPS_OF_MM

PARAGRAPHS = 20_000
"""Paragraphs of a file that is measured, those in tables apart."""

_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "txbxContent"))
_FALLBACK = "}Fallback"


def read(parts: Parts) -> WordFile:
    """A file's sections, paragraphs and tables in the order of its text."""
    found = WordFile()
    settings = parts.settings
    sided = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    found.sided = sided is not None and sided.get(f"{W}val", "1") not in ("0", "false")
    _Reader(parts, found).read()
    return found


class _Reader:
    """Walks the body once."""

    def __init__(self, parts: Parts, found: WordFile) -> None:
        self._parts = parts
        self._found = found
        self._formatting = Formatting(parts)
        self._numbers: dict[str, PageNumber] = {}
        self._opens = True
        self._after_table = False
        self._kinds: list[str] = []

    def read(self) -> None:
        """Go through the body in order."""
        body = self._parts.document.find(f"{W}body")
        blocks = list(_blocks(body)) if body is not None else []
        self._kinds = [_values(section, "type").get("val", "nextPage") for section in _ends(blocks)]
        for block in blocks:
            if block.tag == f"{W}tbl":
                self._table(block)
            elif block.tag == f"{W}sectPr":
                self._section(block)
            else:
                self._paragraph(block)
        if not self._found.sections:
            self._section(Element(f"{W}sectPr"))

    def _table(self, element: Element) -> None:
        width = _table_width(element)
        tables = self._found.tables
        tables.append(Table(len(tables) + 1, width, len(self._found.sections)))
        self._mark_before()
        self._after_table, self._opens = True, False

    def _mark_before(self) -> None:
        """Mark the small lines right above a table."""
        paragraphs = self._found.paragraphs
        for index in range(len(paragraphs) - 1, -1, -1):
            each = paragraphs[index]
            if each.before_table:
                return
            if each.section != len(self._found.sections) or (each.text.strip() and not each.small):
                return
            paragraphs[index] = replace(each, before_table=True)

    def _paragraph(self, element: Element) -> None:
        style = self._formatting.style(element)
        look = self._formatting.paragraph(element, style)
        runs = tuple(self._runs(element, style))
        leads, ends = _page_breaks(element)
        if len(self._found.paragraphs) == PARAGRAPHS:
            raise Unreadable("long", limit=str(PARAGRAPHS))
        paragraph = Paragraph(
            len(self._found.paragraphs) + 1,
            "".join(run.text for run in runs),
            look,
            runs,
            len(self._found.sections),
            opens=self._opens or leads or on(look, "pageBreakBefore"),
            after_table=self._after_table,
        )
        self._found.paragraphs.append(paragraph)
        section = element.find(f"{W}pPr/{W}sectPr")
        self._opens = ends
        if section is not None:
            self._section(section)

    def _runs(self, paragraph: Element, style: str) -> Iterator[Run]:
        for run in _inside(paragraph, f"{W}r"):
            text = "".join(_text(each) for each in run)
            if text:
                yield Run(text, self._formatting.run(run, style))

    # sections

    def _section(self, element: Element) -> None:
        before = self._found.sections[-1] if self._found.sections else None
        numbers = self._page_numbers(element)
        page, margins, grid = (_values(element, name) for name in ("pgSz", "pgMar", "docGrid"))
        self._found.sections.append(
            Section(
                number=len(self._found.sections) + 1,
                width=_mm(page, "w"),
                height=_mm(page, "h"),
                top=_mm(margins, "top"),
                right=_mm(margins, "right"),
                bottom=_mm(margins, "bottom"),
                left=_mm(margins, "left"),
                foot=_mm(margins, "footer"),
                grid=grid,
                odd=numbers.get("default", before.odd if before else None),
                even=numbers.get("even", before.even if before else None),
            )
        )
        number = len(self._found.sections)
        self._opens = self._kinds[number : number + 1] not in (["continuous"], ["nextColumn"])
        self._after_table = False

    def _page_numbers(self, section: Element) -> dict[str, PageNumber | None]:
        """The page numbers that a section states: a footer without one states that there is none."""
        return {
            reference.get(f"{W}type", "default"): self._page_number(reference.get(f"{R}id", ""))
            for reference in section.iter(f"{W}footerReference")
        }

    def _page_number(self, rid: str) -> PageNumber | None:
        footer = self._parts.footers.get(rid)
        if footer is None:
            return None
        turned = {id(p) for box in _turned_boxes(footer) for p in box.iter(f"{W}p")}
        for paragraph in footer.iter(f"{W}p"):
            runs = list(_inside(paragraph, f"{W}r"))
            if not any("PAGE" in _instruction(run) for run in (*runs, *paragraph)):
                continue
            shown = next((run for run in runs if run.find(f"{W}t") is not None), None)
            text = "".join(_text(each) for run in runs for each in run)
            style = self._formatting.style(paragraph)
            return PageNumber(
                self._formatting.paragraph(paragraph, style),
                self._formatting.run(shown, style),
                text,
                id(paragraph) in turned,
            )
        return None


def _blocks(body: Element) -> Iterator[Element]:
    """Paragraphs, tables and sections of a body, those inside content controls too."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{W}p", f"{W}tbl", f"{W}sectPr"):
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            waiting += reversed(element)


def _ends(blocks: list[Element]) -> Iterator[Element]:
    """The properties of every section, which say how it begins, in order."""
    for block in blocks:
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield section


def _inside(paragraph: Element, tag: str) -> Iterator[Element]:
    """Elements of a paragraph's own text: not of text boxes in it, nor what was deleted."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _SKIPPED and not element.tag.endswith(_FALLBACK):
            waiting += reversed(element)


def _page_breaks(paragraph: Element) -> tuple[bool, bool]:
    """Whether a paragraph has a page break before its text, and one with no text of it after."""
    order = [
        "break" if child.get(f"{W}type") == "page" else "text"
        for run in _inside(paragraph, f"{W}r")
        for child in run
        if child.get(f"{W}type") == "page" or _text(child).strip()
    ]
    return order[:1] == ["break"] and "text" in order, order[-1:] == ["break"]


def _text(element: Element) -> str:
    name = element.tag.rpartition("}")[2]
    if name == "t":
        return element.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def _instruction(element: Element) -> str:
    if element.tag == f"{W}fldSimple":
        return element.get(f"{W}instr", "")
    return "".join(each.text or "" for each in element.findall(f"{W}instrText"))


def _turned_boxes(footer: Element) -> Iterator[Element]:
    """Text boxes and cells whose text runs from top to bottom."""
    for shape in footer.iter():
        if shape.tag.endswith("}wsp"):
            body = next((each for each in shape if each.tag.endswith("}bodyPr")), None)
            if body is not None and body.get("vert", "horz") not in ("horz", "vert270"):
                yield shape
        elif shape.tag.endswith("}textbox") and "layout-flow:vertical" in shape.get("style", ""):
            yield shape
        elif shape.tag == f"{W}tc":
            direction = shape.find(f"{W}tcPr/{W}textDirection")
            if direction is not None and direction.get(f"{W}val") in ("tbRl", "tb"):
                yield shape


def _values(element: Element, name: str) -> dict[str, str]:
    """The attributes of a child, by their plain names; none where there is no such child."""
    child = element.find(f"{W}{name}")
    attributes = child.attrib.items() if child is not None else ()
    return {key.rpartition("}")[2]: value for key, value in attributes}


def _mm(values: Properties, name: str) -> Fraction:
    return number(values, name) / TWIPS_OF_MM


def _table_width(table: Element) -> Fraction:
    """A table's width in mm: the sum of its columns; 0 where it states none."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = ({"w": column.get(f"{W}w", "0")} for column in columns)
    return sum((_mm(width, "w") for width in widths), Fraction(0))
