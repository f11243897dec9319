"""The looks of forms: fonts, fills, borders, and number formats by what stands in a cell."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from pairing_cli.forms.columns import Shape

FONT = "宋体"
SIZE = 10.0
TITLE = Font(name="黑体", size=16)
HEAD = Font(name="黑体", size=SIZE)
BODY = Font(name=FONT, size=SIZE)
SMALL = Font(name=FONT, size=8.5, color="FF595959")
STRONG = Font(name="黑体", size=12)

GREY = PatternFill("solid", fgColor="FFEDEDED")
HEADED = PatternFill("solid", fgColor="FFD9E2F3")
RECORDED = PatternFill("solid", fgColor="FFF7FBFF")
MISSING = PatternFill("solid", bgColor="FFFFD9D9")
NONE = PatternFill()

_LINE = Side(style="thin", color="FFA6A6A6")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

OPEN, CLOSED = Protection(locked=False), Protection(locked=True)

LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)

_FORMATS = {
    Shape.DAY: "yyyy-mm-dd",
    Shape.WHOLE: "0",
    Shape.COUNT: "0",
    Shape.NUMBER: "General",
    Shape.LONG: "General",
}
_MIDDLE = frozenset({Shape.DAY, Shape.MONTH, Shape.WHOLE, Shape.COUNT, Shape.NUMBER})


def number_format(shape: Shape) -> str:
    """The number format of a cell: texts are texts, so that 4-3 does not become a date."""
    return _FORMATS.get(shape, "@")


def alignment(shape: Shape) -> Alignment:
    """Numbers and dates in the middle, texts from the left."""
    return MIDDLE if shape in _MIDDLE else LEFT
