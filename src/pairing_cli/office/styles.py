"""Number formats: what cells show, and which day a serial number is (ECMA-376 18.8.30, 18.17.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal

from lxml import etree

from pairing_cli.office.grids import Kind, Value
from pairing_cli.office.package import Package, elements, local

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    49: "@",
    **dict.fromkeys((14, 15, 30, 31), "yyyy-mm-dd"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), "h:mm:ss"),
    22: "yyyy-mm-dd hh:mm",
}
"""Formats that files name by number alone; 27 to 36 and 50 to 58 as Chinese systems show them."""

_SILENT = re.compile(
    r'"[^"]*"?|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|e[+-]|general|g/通用格式|am/pm|a/p|上午/下午', re.I
)
"""What shows no part of a date: words, colours, languages, exponents, halves of the day."""

_TOKEN = re.compile(r"y+|e+|b{2,}|m+|d+|a{3,}|h+|s+")

_OFF = frozenset({"0", "false", "off"})

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a sheet knows no zones)
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_1900 = 60
"""The serial of 1900-02-29, a day that never was; those below it are a day off."""

_LAST = 2_958_466
"""The serial after 9999-12-31."""

_SECONDS_OF_DAY = 86_400


def kind_of(code: str) -> Kind:
    """What cells of a number format show: a day, a month, a time of day; else a number."""
    shown = _parts(_SILENT.sub(" ", code.partition(";")[0]).casefold())
    if shown & {"d", "a"}:
        return Kind.DATE if shown & {"y", "e", "b"} or "m" not in shown else Kind.YEARLESS
    if shown & {"y", "e", "b", "m"}:
        return Kind.MONTH
    return Kind.TIME if shown & {"h", "s"} else Kind.NUMBER


def _parts(code: str) -> set[str]:
    """Which parts of a date a format shows, by letter; minutes are not among them."""
    tokens = [token[0] for token in _TOKEN.findall(code)]
    around = zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
    return {each for before, each, after in around if each != "m" or not _minutes(before, after)}


def _minutes(before: str, after: str) -> bool:
    return before == "h" or after == "s"


class Styles:
    """The formats of a workbook's cells, by the number that cells give."""

    def __init__(self, package: Package) -> None:
        """Read the formats of a workbook; all are General where it has none."""
        part = package.related(package.main, "styles")
        self._forms: list[tuple[Kind, str]] = []
        self._struck: list[bool] = []
        if part is not None:
            root = package.xml(part)
            codes = {**_BUILT_IN, **dict(_stated(root))}
            forms = [codes.get(number, "").replace("General", "") for number in _used(root)]
            self._forms = [(kind_of(form), form) for form in forms]
            self._struck = [*_struck_out(root)]

    def of(self, style: str | None) -> tuple[Kind, str]:
        """What cells of a style show, and the code of their format; empty for General."""
        if not style or not style.isdigit() or int(style) >= len(self._forms):
            return Kind.NUMBER, ""
        return self._forms[int(style)]

    def struck(self, style: str | None) -> bool:
        """Whether cells of a style are struck out."""
        number = int(style) if style and style.isdigit() else 0
        return number < len(self._struck) and self._struck[number]


def _struck_out(root: etree._Element) -> Iterator[bool]:
    """Of every style of cells, whether its font is struck out."""
    fonts = [
        any(local(each) == "strike" and each.get("val") not in _OFF for each in elements(font))
        for font in _inside(root, "fonts")
    ]
    for each in _inside(root, "cellXfs"):
        number = each.get("fontId", "0")
        yield number.isdigit() and int(number) < len(fonts) and fonts[int(number)]


def _stated(root: etree._Element) -> Iterator[tuple[int, str]]:
    for each in _inside(root, "numFmts"):
        number = each.get("numFmtId", "")
        if number.isdigit():
            yield int(number), each.get("formatCode", "")


def _used(root: etree._Element) -> Iterator[int]:
    for each in _inside(root, "cellXfs"):
        number = each.get("numFmtId", "0")
        yield int(number) if number.isdigit() else 0


def _inside(root: etree._Element, group: str) -> Iterator[etree._Element]:
    for found in elements(root):
        if local(found) == group:
            yield from elements(found)


def dated(number: Decimal, kind: Kind, *, from_1904: bool) -> tuple[Kind, Value]:
    """A serial number as the day or time that its format shows; as a number where it is none."""
    if kind is Kind.TIME:
        return (kind, _clock(number)) if 0 <= number < 1 else (Kind.NUMBER, number)
    if kind is Kind.NUMBER or not 0 < number < _LAST or (number < 1 and not from_1904):
        return Kind.NUMBER, number
    moment = serial_day(number, from_1904=from_1904)
    return (Kind.NUMBER, number) if moment is None else (kind, moment)


def serial_day(number: Decimal, *, from_1904: bool = False) -> datetime | None:
    """The moment of a serial number, to the second; None where there is none."""
    days, part = divmod(number, 1)
    off = not from_1904 and days < _LEAP_1900
    if not 0 <= days < _LAST or (not from_1904 and days == _LEAP_1900):
        return None
    seconds = round(part * _SECONDS_OF_DAY)
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    try:
        return epoch + timedelta(days=int(days) + off, seconds=seconds)
    except OverflowError:
        return None


def _clock(number: Decimal) -> time:
    seconds = round(number * _SECONDS_OF_DAY) % _SECONDS_OF_DAY
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
