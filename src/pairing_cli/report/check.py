"""Checking a bureau's own form: mistakes in its tags, each at its place, and a trial with made-up facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pairing_cli.model.diagnostics import Severity, say
from pairing_cli.model.forms import Slip, severity_of
from pairing_cli.model.privacy import masked, personal_numbers
from pairing_cli.report.blocks import Walk, slip
from pairing_cli.report.context import DAY
from pairing_cli.report.described import Shape, sample, shape_of
from pairing_cli.report.faults import TemplateError
from pairing_cli.report.formats import FORMATS, OFFICE
from pairing_cli.report.kinds import shape_for
from pairing_cli.report.pieces import Piece, pieces
from pairing_cli.report.tags import Tag, near_misses, tags

PREFIXES: dict[str, tuple[str, ...]] = {"docx": ("p", "tr", "tc", "r"), "xlsx": ("tr", "tc")}
"""What may stand before a statement in each format, as in ``{%tr for … %}``."""

_LOST = {"p": "W011.lost-p", "tr": "W011.lost-tr", "tc": "W011.lost-tc"}
"""What is said when something stands beside a tag that stands for the whole of its place."""

SAYS_ERRORS = frozenset(["warning", "notice"])
"""Names of which a form shows one, so that what is made of data with errors says so."""

_LEFT = ("{{", "{%", "}}", "%}", "｛｛", "｛%", "｛％")


def check(label: str, extension: str, template: bytes, kind: str) -> list[Slip]:
    """Everything that is wrong with a form of a kind; TemplateError when it cannot be opened."""
    shape = shape_of(shape_for(kind))
    found = pieces(extension, template)
    order = {repr(piece.place): number for number, piece in reversed(list(enumerate(found)))}
    slips = sorted(
        _slips(found, shape, extension),
        key=lambda each: (order.get(repr(each.place), len(found)), each.line, each.column),
    )
    if not any(severity_of(each.code) is Severity.ERROR for each in slips):
        slips += _tried(label, extension, template, shape)
    return slips


def _slips(found: list[Piece], shape: Shape, extension: str) -> Iterator[Slip]:
    """Mistakes that can be seen without filling the form."""
    walk = Walk(shape, quotes=extension == "docx")
    known = frozenset(shape.fields)
    lexed = [(piece, *tags(piece.text, prefixes=extension in OFFICE)) for piece in found]
    halves: list[Slip] = []
    for piece, inside, rest in lexed:
        yield from _personal(piece)
        near = [slip(n.code, n.message, piece, n.start, n.end) for n in near_misses(rest, known)]
        halves += [each for each in near if each.code == "W005"]
        yield from (each for each in near if each.code != "W005")
        for tag in inside:
            yield from _placed(piece, tag, extension)
            walk.take(piece, tag)
    walk.end()
    yield from _halves(halves)
    yield from walk.slips
    yield from _lost([(piece, inside) for piece, inside, _ in lexed], PREFIXES.get(extension, ()))
    if not walk.used & SAYS_ERRORS:
        yield Slip("W014", say("W014"))


def _personal(piece: Piece) -> Iterator[Slip]:
    """Numbers and addresses that identify people, which every document of the form would show."""
    for _, offset, found in personal_numbers(piece.text):
        said = say("W015", masked=masked(found))
        yield slip("W015", said, piece, offset, offset + len(found))


def _halves(halves: list[Slip]) -> Iterator[Slip]:
    """Tags that do not end where they begin; one that ends in the next place is told once, as split."""
    rest = iter([*halves, None])
    each = next(rest)
    while each is not None:
        after = next(rest)
        if after is not None and _split(each, after):
            yield replace(each, message=say("W005.split", place=after.place))
            after = next(rest)
        else:
            yield each
        each = after


def _split(first: Slip, second: Slip) -> bool:
    keys = (first.message.key, second.message.key)
    return keys == ("W005", "W005.stray") and bool(first.place) and first.place != second.place


def _placed(piece: Piece, tag: Tag, extension: str) -> Iterator[Slip]:
    """Tags where they are not filled, or whose prefix says a row or cell where there is none."""
    if not piece.filled:
        yield slip("W011", say("W011.unfilled"), piece, tag.start, tag.end)
    elif tag.prefix and tag.prefix not in PREFIXES.get(extension, ()):
        said = say("W011.prefix", prefix=tag.prefix)
        yield slip("W011", said, piece, tag.start, tag.end)
    elif tag.prefix in ("tr", "tc") and not piece.row:
        said = say("W011.no-table", prefix=tag.prefix)
        yield slip("W011", said, piece, tag.start, tag.end)


def _lost(lexed: list[tuple[Piece, list[Tag]]], prefixes: tuple[str, ...]) -> Iterator[Slip]:
    """Texts that vanish, because a tag beside them stands for their paragraph, row or cell."""
    for piece, inside in lexed:
        for tag in inside:
            if tag.prefix in _LOST.keys() & set(prefixes) and _beside(piece, tag, lexed):
                yield slip("W011", say(_LOST[tag.prefix]), piece, tag.start, tag.end)
                break


def _beside(piece: Piece, tag: Tag, lexed: list[tuple[Piece, list[Tag]]]) -> bool:
    own = piece.text[: tag.start] + piece.text[tag.end :]
    if own.strip() or tag.prefix == "p":
        return bool(own.strip())
    same = (lambda other: other.row == piece.row) if tag.prefix == "tr" else _same_cell(piece)
    return bool(piece.row) and any(other is not piece and same(other) for other, _ in lexed)


def _same_cell(piece: Piece) -> Any:
    return lambda other: other.cell == piece.cell


def _tried(label: str, extension: str, template: bytes, shape: Shape) -> list[Slip]:
    """What goes wrong when the form is filled with made-up facts, and with as little as there can be."""
    for empty in (False, True):
        facts = {**sample(shape, empty=empty), DAY: date(2020, 1, 1)}
        try:
            data = FORMATS[extension]()(label, template, facts)
        except TemplateError as error:
            return [Slip("W012", say("W012", why=error.facts.get("why", error.key)))]
        left = list(_left_over(extension, data))
        if left:
            return left
    return []


def _left_over(extension: str, data: bytes) -> Iterator[Slip]:
    """Braces in a filled form: made-up facts have none."""
    for piece in pieces(extension, data):
        start = min((at for mark in _LEFT if (at := piece.text.find(mark)) >= 0), default=-1)
        if start >= 0:
            found = piece.text[start : start + 20]
            yield slip("W013", say("W013", found=found), piece, start, start + 2)
