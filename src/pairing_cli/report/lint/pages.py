"""What is measured of pages: paper, margins, type area, tables, and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.report.lint.figures import Measured, count, face_name, mm, same, type_size
from pairing_cli.report.lint.formatting import characters, number, size
from pairing_cli.report.lint.seen import PageNumber, Section, WordFile
from pairing_cli.report.standard import (
    DASH,
    LANDSCAPE,
    MARGIN_TOLERANCE,
    NUMBER_SIZE,
    PORTRAIT,
    SONGTI,
    TWIPS_OF_MM,
)

_FINE = Fraction(3, 10)
"""mm or characters that rounding to twips and hundredths may leave."""

_NEAR = 2
"""mm by which the dashes of a page number may miss their place: programs set type differently."""

_DASHES = "—－–-─"


def pages(found: WordFile) -> Iterator[Measured]:
    """Everything measured of pages."""
    for section in found.sections:
        yield from _sheet(section)
        yield from _numbers(section, sided=found.sided)
    for table in found.tables:
        width = _type_width(found.sections[min(table.section, len(found.sections) - 1)])
        if table.width > width + 1:
            at = say("official.at-table", number=table.number)
            yield Measured("table-width", at, mm(table.width), mm(width))


def _at(section: Section) -> Message:
    return say("official.at-section", number=section.number)


def _type_width(section: Section) -> Fraction:
    return section.width - section.left - section.right


def _sheet(section: Section) -> Iterator[Measured]:
    at, wanted = _at(section), LANDSCAPE if section.turned else PORTRAIT
    width, height = section.width, section.height
    if not (same(width, wanted.width, 1) and same(height, wanted.height, 1)):
        paper = (say("official.by", width=mm(w), height=mm(h)) for w, h in _papers(section))
        yield Measured("paper", at, *paper)
    margins = {
        "margin-top": (section.right if section.turned else section.top, PORTRAIT.top),
        "margin-left": (section.top if section.turned else section.left, PORTRAIT.left),
    }
    for figure, (measured, asked) in margins.items():
        if not same(measured, asked, MARGIN_TOLERANCE + _FINE):
            yield Measured(figure, at, mm(measured), mm(asked))
    area = {
        "type-width": (_type_width(section), wanted.type_width),
        "type-height": (height - section.top - section.bottom, wanted.type_height),
    }
    for figure, (measured, asked) in area.items():
        if not same(measured, asked, MARGIN_TOLERANCE + _FINE):
            yield Measured(figure, at, mm(measured), mm(asked))


def _papers(section: Section) -> tuple[tuple[Fraction | int, Fraction | int], ...]:
    sheet = LANDSCAPE if section.turned else PORTRAIT
    return (section.width, section.height), (sheet.width, sheet.height)


# page numbers


def _numbers(section: Section, *, sided: bool) -> Iterator[Measured]:
    at = _at(section)
    if section.odd is None:
        yield Measured("page-number", at, say("official.none"), "— 1 —")
        return
    if not sided or section.even is None:
        yield Measured("page-number-sides", at, say("official.alike"), say("official.outside"))
    yield from _type(section.odd, at)
    yield from _sides(section.odd, section.even if sided else None, at)
    if section.turned and not section.odd.turned:
        yield Measured(
            "page-number-turned", at, say("official.long-edge"), say("official.short-edge")
        )
    elif not section.turned:
        yield from _height(section, section.odd, at)


def _type(found: PageNumber, at: Message) -> Iterator[Measured]:
    measured, font = size(found.type), found.type.get("rFonts.ascii", "")
    if measured != NUMBER_SIZE:
        yield Measured("page-number-size", at, type_size(measured), type_size(NUMBER_SIZE))
    if not SONGTI.has(font):
        yield Measured("page-number-face", at, face_name(font), SONGTI.name)
    shown = found.text.strip()
    if not (len(shown) > 2 and shown[0] in _DASHES and shown[-1] in _DASHES):
        yield Measured("page-number-dashes", at, shown or say("official.none"), "— 1 —")


def _sides(odd: PageNumber, even: PageNumber | None, at: Message) -> Iterator[Measured]:
    """On odd pages right with one character's space, on even pages left with one."""
    for figure, page, side in (
        ("page-number-odd", odd, "right"),
        ("page-number-even", even, "left"),
    ):
        if page is None:
            continue
        align = {"end": "right", "start": "left"}.get(page.look.get("jc", ""), page.look.get("jc"))
        space = characters(page.look, side, size(page.type))
        if (align or "left") != side or not same(space, 1, _FINE):
            measured = say(
                "official.aligned", side=say(f"official.{align or 'left'}"), space=count(space)
            )
            wanted = say("official.aligned", side=say(f"official.{side}"), space=count(1))
            yield Measured(figure, at, measured, wanted)


def _height(section: Section, found: PageNumber, at: Message) -> Iterator[Measured]:
    """How far below the type area the dashes stand, in the middle of their line."""
    exact = found.look.get("spacing.lineRule") == "exact"
    line = number(found.look, "spacing.line") if exact else size(found.type) * 26
    measured = section.bottom - section.foot - line / 2 / TWIPS_OF_MM
    if not same(measured, DASH, _NEAR):
        yield Measured("page-number-height", at, mm(measured), mm(DASH))
