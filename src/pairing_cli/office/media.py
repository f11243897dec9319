"""Pictures in workbooks and Word files, and where each belongs.

A picture belongs to a cell: of one that floats over a sheet it is the cell under its middle, for people
seldom hit the corner. Pictures inside cells are kept by WPS under ids (``DISPIMG``, ``xl/cellimages.xml``)
and by Excel as rich values. Every picture comes without the notes of its camera (`office.photographs`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.evidence import content_of
from pairing_cli.office import limits
from pairing_cli.office.grids import Grid, letters
from pairing_cli.office.package import Package, Refused, attribute, elements, local, refusing
from pairing_cli.office.photographs import photograph
from pairing_cli.office.rich import rich_pictures
from pairing_cli.office.word import WordTables, blocks, placed
from pairing_cli.office.workbook import Workbook

_USUAL_HEIGHT, _USUAL_WIDTH = 15 * 12_700, 9 * 7 * 9_525
"""In EMU, where a sheet does not state them: 15 points, and 9 characters."""

_FARTHEST = 2_000
"""Rows or columns that a picture covers at most, when its middle is looked for."""

_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")


@dataclass(frozen=True, slots=True)
class Where:
    """A sheet's or table's name, and a cell in it; row and column are 0 outside of cells."""

    grid: str
    row: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """The cell as people say it: Sheet1!C7."""
        return f"{self.grid}!{letters(self.column)}{self.row}" if self.row else self.grid


@dataclass(frozen=True, slots=True)
class Item:
    """A picture or an attached file, as it may be kept: ``data`` are its bytes without notes.

    ``kind`` is what the bytes say (``jpeg``, ``pdf``, ``zip``, ``ole``, ``film``…; empty: not known),
    ``name`` what it was called, ``sha256`` the hash of ``data``; the same picture has the same hash
    wherever it stands. ``where`` is None for attachments.
    """

    data: bytes = field(repr=False)
    kind: str
    name: str
    sha256: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """A picture or file that could not be taken over, and why (``office.*`` of the catalogue)."""

    name: str
    message: Message
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """What was found, in order, and what could not be taken over."""

    items: tuple[Item, ...] = ()
    losses: tuple[Loss, ...] = ()

    @property
    def every(self) -> tuple[Item | Loss, ...]:
        """All that was found, whether it could be taken over or not."""
        return (*self.items, *self.losses)


def sorted_out(found: Iterable[Item | Loss]) -> Media:
    """What was found, apart from what was not."""
    every = tuple(found)
    items = tuple(each for each in every if isinstance(each, Item))
    return Media(items, tuple(each for each in every if isinstance(each, Loss)))


def duplicates(items: Iterable[Item]) -> tuple[tuple[Item, ...], ...]:
    """Items that are the same, byte by byte, each group in the order given."""
    ordered = sorted(items, key=lambda item: item.sha256)
    groups = (tuple(group) for _, group in groupby(ordered, key=lambda item: item.sha256))
    return tuple(group for group in groups if len(group) > 1)


def item_of(data: bytes, name: str, where: Where | None = None) -> Item | Loss:
    """A picture or file without notes, or why it cannot be taken over."""
    kind = content_of(data[:256])
    if kind in ("heic", "tiff", "program", "html"):
        return Loss(name, say("office.item-kind", name=name, content=say(f"content.{kind}")), where)
    if kind in ("jpeg", "png", "gif", "bmp", "webp"):
        if len(data) > limits.PICTURE:
            return _large(name, where)
        found = photograph(data)
        if found is None:
            return Loss(name, say("office.item-damaged", name=name), where)
        if found.pixels > limits.PIXELS:
            most = str(limits.PIXELS // 1_000_000)
            return Loss(name, say("office.item-pixels", name=name, limit=most), where)
        data = found.data
    elif len(data) > limits.ATTACHMENT:
        return _large(name, where)
    return Item(data, kind, name, hashlib.sha256(data).hexdigest(), where)


def _large(name: str, where: Where | None) -> Loss:
    most = limits.PICTURE if where else limits.ATTACHMENT
    return Loss(name, say("office.item-large", name=name, limit=str(most // limits.MIB)), where)


def pictures_of(source: Workbook | WordTables) -> Media:
    """The pictures of a workbook or Word file, in the order of sheets and cells."""
    package = source.package
    if package is None:
        return Media()
    with refusing():
        if isinstance(source, Workbook):
            return sorted_out(_of_workbook(source, _Album(package)))
        return sorted_out(_of_word(_Album(package)))


class _Album:
    """The pictures of a file: each is read once, however many places show it, and not too many are."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._read: dict[str, Item | Loss | None] = {}
        self._number = 0

    def named(self, part: str, blip: etree._Element, where: Where) -> Item | Loss:
        """The picture that an element of a part names by the id of a relation."""
        key = attribute(blip, "embed") or attribute(blip, "id") or attribute(blip, "link")
        relation = self.package.relations(part).get(key)
        if relation is not None and not relation.external:
            return self.stored(relation.target, where)
        self._count()
        why = "office.item-missing" if relation is None else "office.item-linked"
        return Loss("", say(why, where=where.address), where)

    def stored(self, target: str, where: Where) -> Item | Loss:
        """The picture that a part holds."""
        self._count()
        name = target.rpartition("/")[2]
        if not self.package.has(target):
            return Loss(name, say("office.item-missing", where=where.address), where)
        if self.package.size(target) > limits.PICTURE:
            return _large(name, where)
        if target not in self._read:
            self._read[target] = self._item(target, name)
        found = self._read[target]
        if found is None:
            return Loss(name, say("office.item-drawing", where=where.address), where)
        return replace(found, where=where)

    def _item(self, target: str, name: str) -> Item | Loss | None:
        data = self.package.read(target)
        if photograph(data) is None and content_of(data[:256]) not in ("heic", "tiff"):
            return None
        return item_of(data, name, Where(""))

    def _count(self) -> None:
        self._number += 1
        if self._number > limits.PICTURES:
            raise Refused("pictures", part="", limit=str(limits.PICTURES))


# Word


def _of_word(album: _Album) -> Iterator[Item | Loss]:
    tables, package = 0, album.package
    for block in blocks(package.xml(package.main)):
        if local(block) == "p":
            for blip in _blips(block):
                yield album.named(package.main, blip, Where(""))
            continue
        tables += 1
        for each in placed(block):
            where = Where(str(tables), each.row, each.column)
            for blip in _blips(each.element):
                yield album.named(package.main, blip, where)


def _blips(element: etree._Element) -> Iterator[etree._Element]:
    """The elements that name a picture: of drawings, and of old ones (VML) where they stand alone."""
    waiting = [*elements(element)][::-1]
    while waiting:
        each = waiting.pop()
        name = local(each)
        if name in ("blip", "imagedata"):
            yield each
        elif name not in ("Fallback", "del", "moveFrom"):
            waiting += [*elements(each)][::-1]


# Excel


def _of_workbook(book: Workbook, album: _Album) -> Iterator[Item | Loss]:
    kept = {**_kept_by_wps(album.package), **rich_pictures(album.package)}
    for grid in book.grids:
        found = [*_floating(album, grid), *_in_cells(album, grid, kept)]
        yield from sorted(found, key=lambda each: _place(each.where))


def _place(where: Where | None) -> tuple[int, int]:
    return (where.row, where.column) if where else (0, 0)


def _in_cells(album: _Album, grid: Grid, kept: Mapping[str, str]) -> Iterator[Item | Loss]:
    for cell in grid:
        if cell.picture and cell.of is None:
            where = Where(grid.name, cell.row, cell.column)
            yield album.stored(kept.get(cell.picture, ""), where)


def _kept_by_wps(package: Package) -> dict[str, str]:
    """The parts of pictures that WPS keeps inside cells, by id."""
    part = package.related(package.main, "cellImage") or "xl/cellimages.xml"
    if not package.has(part):
        return {}
    relations, found = package.relations(part), {}
    for picture in package.xml(part).iter("{*}pic"):
        named = next(picture.iter("{*}cNvPr"), None)
        blip = next(picture.iter("{*}blip"), None)
        relation = relations.get(attribute(blip, "embed")) if blip is not None else None
        if named is not None and relation is not None and not relation.external:
            found[named.get("name", "")] = relation.target
    return found


def _floating(album: _Album, grid: Grid) -> Iterator[Item | Loss]:
    """The pictures over a sheet."""
    package = album.package
    part = package.related(grid.part, "drawing")
    if part is None:
        return
    for anchor in elements(package.xml(part)):
        if local(anchor) not in _ANCHORS:
            continue
        for picture in anchor.iter("{*}pic"):
            for blip in picture.iter("{*}blip"):
                yield album.named(part, blip, _under(anchor, grid))


def _under(anchor: etree._Element, grid: Grid) -> Where:
    """The cell under the middle of a picture."""
    row = _Axis(grid.heights, grid.height or _USUAL_HEIGHT).middle(anchor, "row", "cy", "y")
    column = _Axis(grid.widths, _USUAL_WIDTH).middle(anchor, "col", "cx", "x")
    return Where(grid.name, row, column)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The rows or columns of a sheet, by number, with their sizes in EMU (914,400 an inch)."""

    sizes: Mapping[int, int]
    usual: int

    def middle(self, anchor: etree._Element, unit: str, extent: str, along: str) -> int:
        """The row or column under a picture's middle."""
        ends = {local(each): each for each in elements(anchor)}
        number, offset = _end(ends.get("from"), unit)
        last, end = _end(ends.get("to"), unit)
        if "pos" in ends:
            number, offset = 1, _whole(ends["pos"].get(along, ""))
        if "to" in ends and 0 <= last - number <= _FARTHEST:
            length = sum(map(self._size, range(number, last))) + end - offset
        else:
            length = _whole(ends["ext"].get(extent, "")) if "ext" in ends else 0
        return self._after(number, offset + length // 2)

    def _after(self, number: int, distance: int) -> int:
        """The row or column at a distance from the beginning of one."""
        for _ in range(_FARTHEST):
            if distance < self._size(number):
                break
            distance -= self._size(number)
            number += 1
        return number

    def _size(self, number: int) -> int:
        return self.sizes.get(number, self.usual)


def _end(end: etree._Element | None, unit: str) -> tuple[int, int]:
    """The row or column at which a picture begins or ends, counted from 1, and how far inside it."""
    texts = {local(each): each.text or "" for each in elements(end)} if end is not None else {}
    return _whole(texts.get(unit, "0")) + 1, _whole(texts.get(f"{unit}Off", "0"))


def _whole(text: str) -> int:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 12 else 0
