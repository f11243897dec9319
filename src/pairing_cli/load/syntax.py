"""What a YAML syntax error most likely means to the person who made it.

The parser says "did not find expected key"; a coordinator typed a full-width colon. The words here
are chosen from the parser's problem and from the text around it; its own English is never shown.
"""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

from pairing_cli.load.slips import slips
from pairing_cli.load.trouble import Trouble, place_of, spot
from pairing_cli.model.places import Span

_FULL_WIDTH_FLOW = re.compile(r"[［］｛｝]|，(?=\s*[A-Za-z_]+\s*[:：])|(?<=[\"'\]}])[，、；]|[“”]")
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)

_VARIANTS = (
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("did not find expected ',' or ']'", "list"),
    ("expected ',' or ']'", "list"),
    ("did not find expected ',' or '}'", "mapping"),
    ("expected ',' or '}'", "mapping"),
    ("found unexpected end of stream", "quote"),
    ("found unexpected document indicator", "quote"),
    ("unknown escape character", "escape"),
    ("did not find expected '-' indicator", "indent"),
    ("did not find expected key", "indent"),
    ("block sequence entries are not allowed", "dash"),
    ("cannot start any token", "start"),
    ("found unexpected ':'", "colon"),
    ("tag", "tag"),
    ("document start", "document"),
)


_UNCLOSED = ("list", "mapping")


_BEGUN = ("quote", "no-colon")
"""What is noticed at the end of it and mended where it began."""


def explain(error: MarkedYAMLError, text: str, quoted: Span | None = None) -> list[Trouble]:
    """The trouble behind a syntax error, placed where the mistake most likely is.

    Slips that are seen in the text by themselves are all said at once. ``quoted`` is the last text in
    quotes that went over several lines: one after which something is wrong was to end earlier.
    """
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if quoted and quoted.end_line in [mark.line + 1 for mark in marks]:
        opened = spot(quoted.line, quoted.column)
        return [Trouble("F017", opened, {"end": quoted.end_line}, "quote-late")]
    problem = str(error.problem or "")
    variant = next((name for words, name in _VARIANTS if words in problem), "other")
    span = _place(error, variant)
    found = slips(text)
    if found and found[0].span and found[0].span.line <= span.line:
        return found
    return [
        _punctuation(text, span.line)
        or _tab(text, span.line)
        or _by_problem(problem, variant, text, span)
    ]


def _place(error: MarkedYAMLError, variant: str) -> Span:
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark
    if opened and (variant in _BEGUN or (variant in _UNCLOSED and opened.line != mark.line)):
        mark = opened
    return spot(mark.line + 1, mark.column + 1) if mark else spot(1, 1)


def _punctuation(text: str, line: int) -> Trouble | None:
    lines = text.split("\n")
    for number in range(line, max(line - 3, 0), -1):
        match = _FULL_WIDTH_FLOW.search(lines[number - 1]) if number <= len(lines) else None
        if match is not None:
            facts = {"character": match[0]}
            return Trouble("F018", spot(number, match.start() + 1), facts, "punctuation")
    return None


def _tab(text: str, line: int) -> Trouble | None:
    for found in _TAB_INDENT.finditer(text):
        at, column = place_of(text, found.start(1))
        if at in (line - 1, line, line + 1):
            return Trouble("F019", spot(at, column))
    return None


def _by_problem(problem: str, variant: str, text: str, span: Span) -> Trouble:
    if "alias" in problem or "anchor" in problem or "alphabetic or numeric" in problem:
        return Trouble("F010", span, variant="star")
    if variant == "tag":
        return Trouble("F011", span, variant="text")
    if variant == "document":
        return Trouble("F016", span, variant=variant)
    if variant != "start":
        return Trouble("F017", span, variant=variant)
    lines = text.split("\n")
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    character = line[span.column - 1 : span.column] or "?"
    return Trouble("F017", span, {"character": character}, variant)
