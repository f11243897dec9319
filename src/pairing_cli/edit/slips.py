"""Slips of typing that leave no doubt, put right in a text: full-width syntax, blanks that are none.

What is wrong is said by `load`, with its place; here is what to write there. Nothing is done to a text
that can be read, nor inside the lines of a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.edit.edits import EditError
from pairing_cli.edit.splice import Splice, spliced
from pairing_cli.load.bind import bind
from pairing_cli.load.events import parse
from pairing_cli.load.slips import ODD, named, slips
from pairing_cli.load.trouble import Trouble, place_of, spot
from pairing_cli.model.places import Span

ROUNDS = 60
"""How often a text is read again for the next slip; a parser sees one at a time."""

INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
"""Characters that take no room and mean nothing."""

_PLAIN = {"，": ", ", "、": ", ", "；": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}"}
_BLANK = rf"[ \t{ODD}]"
_AROUND = {
    "F018.colon": re.compile(rf"{_BLANK}*：{_BLANK}*"),
    "F026.colon": re.compile(rf"{_BLANK}+"),
    "F017.no-blank": re.compile(r":"),
}
_INDENT = re.compile(rf"^(?=[ ]*[\t{ODD}])[ \t{ODD}]+(?:-[ \t{ODD}]+)*", re.MULTILINE)
_ODD_DASH = re.compile(rf"^[ ]*-(?:[ ]*[\t{ODD}])[ \t{ODD}]*", re.MULTILINE)
_QUOTED = re.compile(r"(?<=[:,\[{-])([ ]*)“([^“”\"\n]*)”(?=[ ]*(?:[,\]}]|$|#))", re.MULTILINE)
_LONG = re.compile(r"^([ ]*)(?:[^\n#]*?[:-][ ]+)?[|>][-+0-9]*[ ]*(?:#[^\n]*)?\n", re.MULTILINE)

WIDTHS = ((2, 2), (4, 2), (8, 2), (2, 1), (4, 1), (8, 1))
"""How many spaces a tab, and a full-width blank, may stand for."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after mending, and what was wrong with it, placed in the text as it was then."""

    text: str
    troubles: tuple[Trouble, ...] = ()


def mended(text: str) -> Mended:
    """A text without slips. Indentation is put right only if it can be read in one way."""
    if not _broken(text):
        return Mended(text)
    if not (_INDENT.search(text) or _ODD_DASH.search(text)):
        return _rounds(text)
    found: list[tuple[int, str, Mended]] = []
    for tab, wide in WIDTHS:
        tried = _rounds(_indented(text, tab, wide))
        after = parse(tried.text)
        if not after.fatal and isinstance(after.data, dict):
            faults = len(bind("", after.data).diagnostics)
            found.append((faults, repr(after.data), tried))
    fewest = min((faults for faults, _, _ in found), default=0)
    best = [each for each in found if each[0] == fewest]
    if len({data for _, data, _ in best}) != 1:
        return _rounds(text)
    return Mended(best[0][2].text, (*_odd_lines(text), *best[0][2].troubles))


def _odd_lines(text: str) -> Iterator[Trouble]:
    """What is wrong with the indentation of each line, as reading says it."""
    long = _long_lines(text)
    for found in (*_INDENT.finditer(text), *_ODD_DASH.finditer(text)):
        odd = next(number for number, letter in enumerate(found[0]) if letter not in " -")
        line, column = place_of(text, found.start() + odd)
        if line in long:
            continue
        if found[0][odd] == "\t":
            yield Trouble("F019", spot(line, column))
        else:
            yield Trouble("F026", spot(line, column), {"character": named(found[0][odd])})


def _broken(text: str) -> bool:
    parsed = parse(text)
    return parsed.fatal or not isinstance(parsed.data, (dict, type(None))) or bool(parsed.troubles)


def _rounds(text: str) -> Mended:
    """Mend what is said of a text until nothing is said that can be mended."""
    done: list[Trouble] = []
    for _ in range(ROUNDS):
        found = [(each, splice) for each in _troubles(text) for splice in _splices(text, each)]
        if not found:
            break
        try:
            after = spliced(text, sorted({splice for _, splice in found}))
        except EditError:
            after = spliced(text, [found[0][1]])
        if after == text:
            break
        done += list({(each.code, each.span): each for each, _ in found}.values())
        text = after
    return Mended(text, tuple(done))


def _troubles(text: str) -> list[Trouble]:
    """What is said of a text, outside its long texts; the slips that it shows by itself among it."""
    parsed = parse(text)
    found = list(parsed.troubles)
    if parsed.fatal or not isinstance(parsed.data, (dict, type(None))):
        found += [each for each in slips(text) if each.span not in {one.span for one in found}]
    long = _long_lines(text)
    return [each for each in found if each.span is not None and each.span.line not in long]


def _splices(text: str, trouble: Trouble) -> Iterator[Splice]:
    """What to write where a trouble is; nothing where that is open."""
    assert trouble.span is not None
    offset = _offset(text, trouble.span)
    key = f"{trouble.code}.{trouble.variant}"
    if key == "F018.punctuation":
        yield from _punctuation(text, offset)
    around = _AROUND.get(key)
    if around is None:
        return
    start = offset
    while key == "F018.colon" and start and re.match(_BLANK, text[start - 1]):
        start -= 1
    found = around.match(text, start)
    if found is not None:
        at_the_end = text[found.end() : found.end() + 1] in ("", "\n")
        blank = "" if at_the_end else " "
        new = blank if key == "F026.colon" else ":" + blank
        yield Splice(found.start(), found.end(), new)


def _punctuation(text: str, offset: int) -> Iterator[Splice]:
    plain = _PLAIN.get(text[offset : offset + 1])
    if plain is not None:
        after = text[offset + 1 : offset + 2]
        yield Splice(offset, offset + 1, plain.rstrip(" ") if after in ("", " ", "\n") else plain)
        return
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset) % (len(text) + 1)
    for found in _QUOTED.finditer(text, start, end):
        yield Splice(found.start(), found.end(), f'{found[1]}"{found[2]}"')


def _offset(text: str, span: Span) -> int:
    start = 0
    for _ in range(span.line - 1):
        start = text.find("\n", start) + 1
    return start + span.column - 1


def _indented(text: str, tab: int, wide: int) -> str:
    """A text whose indentation has spaces only, outside its long texts."""
    long = _long_lines(text)

    def spaces(found: re.Match[str]) -> str:
        if text.count("\n", 0, found.start()) + 1 in long:
            return found[0]
        return "".join(_spaces(letter, tab, wide) for letter in found[0])

    def dash(found: re.Match[str]) -> str:
        lead, _, _ = found[0].partition("-")
        return lead + "- "

    return _ODD_DASH.sub(dash, _INDENT.sub(spaces, text))


def _spaces(letter: str, tab: int, wide: int) -> str:
    if letter in " -":
        return letter
    return " " * {"\t": tab, "\u3000": wide}.get(letter, 1)


def _long_lines(text: str) -> set[int]:
    """The numbers of the lines that are inside texts written with ``|`` or ``>``."""
    found: set[int] = set()
    lines = text.split("\n")
    for header in _LONG.finditer(text):
        number = text.count("\n", 0, header.end())
        while number < len(lines):
            line = lines[number]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= len(header[1]):
                break
            number += 1
            found.add(number)
    return found
