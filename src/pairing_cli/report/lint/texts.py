"""What is measured of text: type, indents and form of each part of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, Value, say
from pairing_cli.report.lint.figures import Measured, count, face_name, same, type_size
from pairing_cli.report.lint.formatting import Properties, characters, number, on, size, tracking
from pairing_cli.report.lint.roles import LEVELS, Part, Role, parts
from pairing_cli.report.lint.seen import Paragraph, Section, WordFile
from pairing_cli.report.standard import (
    BODY_SIZE,
    CHARACTERS,
    FANGSONG,
    HEITI,
    KAITI,
    LINES,
    TITLE_SIZE,
    TWIPS_OF_MM,
    TWIPS_OF_POINT,
    XIAOBIAOSONG,
    Face,
)

_FINE = Fraction(3, 10)
_WORDS = 12
_SPACE = "\u3000"
_BLACK = ("auto", "000000", "")
_FACES = dict(zip(LEVELS, (HEITI, KAITI, FANGSONG, FANGSONG), strict=True))
_FORMS = dict(
    zip(
        LEVELS,
        (
            (re.compile(r"[一二三四五六七八九十]+、"), "一、"),
            (re.compile(r"（[一二三四五六七八九十]+）(?![、.．])"), "（一）"),
            (re.compile(r"[0-9]+[.．]"), "1."),
            (re.compile(r"（[0-9]+）"), "（1）"),
        ),
        strict=True,
    )
)
_NUMBER = re.compile(r"[^\s〔]+〔[0-9]{4}〕[1-9][0-9]*号")
_DATE = re.compile(r"[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日|＿+年＿+月＿+日")
_LABEL = re.compile(r"附件(?:[1-9][0-9]?)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def texts(found: WordFile) -> Iterator[Measured]:
    """Everything measured of text."""
    for part in parts(found):
        yield from _MEASURES.get(part.role, _nothing)(part)
        yield from _everywhere(part)
        if part.role in (Role.BODY, Role.LEVEL3, Role.LEVEL4):
            yield from _grid(part, found.section_of(part.paragraph))


def _at(part: Part) -> Message:
    text = part.paragraph.text.strip().replace("\n", " ")
    words = text if len(text) <= _WORDS else f"{text[:_WORDS]}…"
    return say("official.at-paragraph", number=part.paragraph.number, words=words)


def _nothing(part: Part) -> Iterator[Measured]:
    yield from ()


# type


def _faced(part: Part, figure: str, face: Face, look: Properties) -> Iterator[Measured]:
    font = look.get("rFonts.eastAsia", "")
    if not face.has(font):
        yield Measured(figure, _at(part), face_name(font), face.name)


def _sized(part: Part, figure: str, wanted: Fraction, look: Properties) -> Iterator[Measured]:
    if size(look) != wanted:
        yield Measured(figure, _at(part), type_size(size(look)), type_size(wanted))


def _bold(part: Part) -> Iterator[Measured]:
    if on(part.paragraph.first_type, "b"):
        yield Measured("bold", _at(part), say("official.bold-on"), say("official.bold-off"))


def _everywhere(part: Part) -> Iterator[Measured]:
    """Colour, and that every Chinese text names a Chinese font."""
    paragraph = part.paragraph
    for run in paragraph.runs:
        color = run.look.get("color", "")
        if run.text.strip() and part.role is not Role.MARK and color not in _BLACK:
            yield Measured("colour", _at(part), f"#{color}", say("official.black"))
            break
    for run in paragraph.runs:
        if _CHINESE.search(run.text) and not run.look.get("rFonts.eastAsia"):
            yield Measured("east-asian", _at(part), say("official.no-font"), FANGSONG.font)
            break


def _grid(part: Part, section: Section) -> Iterator[Measured]:
    """How many lines and characters fill the type area, of which the body decides."""
    paragraph = part.paragraph
    look, em = paragraph.type, size(paragraph.type) + tracking(paragraph.type)
    if section.turned or not em:
        return
    width = (section.width - section.left - section.right) * TWIPS_OF_MM / TWIPS_OF_POINT
    across = width // em
    if section.grid.get("type") in ("linesAndChars", "snapToChars"):
        pitch = size(look) + Fraction(int(number(section.grid, "charSpace")), 4096)
        across = (width + 1) // pitch
    if across != CHARACTERS:
        yield Measured("characters", _at(part), str(across), str(CHARACTERS))
    height = (section.height - section.top - section.bottom) * TWIPS_OF_MM
    pitch = _pitch(paragraph, section)
    down: Value = str((height + 20) // pitch) if pitch else say("official.no-pitch")
    if down != str(LINES):
        yield Measured("lines", _at(part), down, str(LINES))


def _pitch(paragraph: Paragraph, section: Section) -> Fraction:
    """Twips from line to line; 0 where the program decides."""
    line, rule = number(paragraph.look, "spacing.line"), paragraph.look.get("spacing.lineRule")
    if rule == "exact":
        return line
    snaps = paragraph.look.get("snapToGrid", "1") not in ("0", "false")
    if snaps and section.grid.get("type") in ("lines", "linesAndChars", "snapToChars"):
        return number(section.grid, "linePitch") * (line or 240) / 240
    return Fraction(0)


# parts of a document


def _mark(part: Part) -> Iterator[Measured]:
    return _faced(part, "mark-face", XIAOBIAOSONG, part.paragraph.type)


def _number(part: Part) -> Iterator[Measured]:
    text = part.paragraph.text.strip()
    if not _NUMBER.fullmatch(text):
        yield Measured("number-form", _at(part), text, say("official.number-form-wanted"))


def _title(part: Part) -> Iterator[Measured]:
    look = part.paragraph.type
    yield from _sized(part, "title-size", TITLE_SIZE, look)
    yield from _faced(part, "title-face", XIAOBIAOSONG, look)
    figure = "annex-title-align" if part.role is Role.ANNEX_TITLE else "title-align"
    align = part.paragraph.look.get("jc", "left")
    if align != "center":
        yield Measured(figure, _at(part), _aligned(align), say("official.center"))
    if part.role is Role.ANNEX_TITLE and part.blanks != 1:
        yield Measured("annex-title-line", _at(part), str(part.blanks + 2), "3")
    yield from _bold(part)


def _aligned(align: str) -> Value:
    known = {"start": "left", "end": "right", "distribute": "both"}.get(align, align)
    return say(f"official.{known}") if known in ("left", "right", "center", "both") else align


def _addressee(part: Part) -> Iterator[Measured]:
    if part.blanks != 1:
        yield Measured("below-title", _at(part), str(part.blanks), "1")
    yield from _flush(part, "addressee-left")
    if not part.paragraph.text.strip().endswith("："):
        yield Measured("addressee-colon", _at(part), part.paragraph.text.strip()[-1], "：")


def _indent(paragraph: Paragraph) -> Fraction:
    """Characters from the edge to the first of the text, spaces that stand for an indent among them."""
    em = size(paragraph.first_type) + tracking(paragraph.first_type)
    look = paragraph.look
    typed = len(paragraph.text) - len(paragraph.text.lstrip(_SPACE))
    halves = len(paragraph.text) - len(paragraph.text.lstrip(" "))
    indents = characters(look, "left", em) + characters(look, "firstLine", em)
    return indents - characters(look, "hanging", em) + typed + Fraction(halves, 2)


def _flush(part: Part, figure: str) -> Iterator[Measured]:
    indent = _indent(part.paragraph)
    if not same(indent, 0, _FINE):
        yield Measured(figure, _at(part), count(indent), count(0))


def _two(part: Part, figure: str) -> Iterator[Measured]:
    indent = _indent(part.paragraph)
    if not same(indent, 2, _FINE):
        yield Measured(figure, _at(part), count(indent), count(2))


def _body(part: Part) -> Iterator[Measured]:
    look = part.paragraph.type
    yield from _sized(part, "body-size", BODY_SIZE, look)
    yield from _faced(part, "body-face", FANGSONG, look)
    yield from _two(part, "first-line")


def _level(part: Part) -> Iterator[Measured]:
    look, role = part.paragraph.first_type, part.role
    yield from _sized(part, "level-size", BODY_SIZE, look)
    yield from _faced(part, f"{role}-face", _FACES[role], look)
    yield from _two(part, "first-line")
    form, wanted = _FORMS[role]
    text = part.paragraph.text.strip()
    if not form.match(text):
        yield Measured("level-form", _at(part), text[:4], wanted)
    yield from _bold(part)
    heading = role in LEVELS[:2] and not text.endswith("。")
    if heading and not on(part.paragraph.look, "keepNext"):
        yield Measured("keep-next", _at(part), say("official.parted"), say("official.kept"))


def _attachments(part: Part) -> Iterator[Measured]:
    text = part.paragraph.text.strip()
    if part.role is Role.ATTACHMENTS:
        if part.blanks != 1:
            yield Measured("attachments-blank", _at(part), str(part.blanks), "1")
        yield from _two(part, "attachments-left")
        if "：" not in text[:8]:
            yield Measured("attachments-colon", _at(part), ":", "：")
    if text[-1] in "。；;，,、.":
        yield Measured("attachments-end", _at(part), text[-1], say("official.none"))


def _date(part: Part) -> Iterator[Measured]:
    text = part.paragraph.text.strip()
    if not _DATE.fullmatch(text):
        yield Measured("date-form", _at(part), text, say("official.date-form-wanted"))
    look = part.paragraph.look
    right = characters(look, "right", size(part.paragraph.type))
    aligned = look.get("jc", "left") in ("right", "end")
    if aligned and not (2 - _FINE <= right <= 4 + _FINE):
        yield Measured("date-right", _at(part), count(right), say("official.date-right-wanted"))


def _label(part: Part) -> Iterator[Measured]:
    paragraph = part.paragraph
    if not paragraph.opens:
        yield Measured("annex-page", _at(part), say("official.same-page"), say("official.new-page"))
    yield from _faced(part, "annex-label-face", HEITI, paragraph.type)
    yield from _sized(part, "annex-label-size", BODY_SIZE, paragraph.type)
    yield from _flush(part, "annex-label-left")
    text = paragraph.text.strip()
    if not _LABEL.fullmatch(text):
        yield Measured("annex-label-form", _at(part), text, say("official.label-wanted"))


_MEASURES: Mapping[Role, Callable[[Part], Iterator[Measured]]] = {
    Role.MARK: _mark,
    Role.NUMBER: _number,
    Role.TITLE: _title,
    Role.ANNEX_TITLE: _title,
    Role.ADDRESSEE: _addressee,
    **dict.fromkeys(LEVELS, _level),
    Role.BODY: _body,
    Role.ATTACHMENTS: _attachments,
    Role.MORE_ATTACHMENTS: _attachments,
    Role.DATE: _date,
    Role.LABEL: _label,
}
"""What is measured of each part, beside what is measured everywhere."""
