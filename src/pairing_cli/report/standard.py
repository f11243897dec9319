"""The figures of GB/T 9704-2012 (党政机关公文格式) that Word files are made by and measured against.

Lengths are in mm and type in points, as the standard has them; Word counts in twips, of which a point
has 20. Clauses are named where a figure is theirs; what has none is derived or practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

TWIPS_OF_POINT = 20
TWIPS_OF_MM = Fraction(1440 * 10, 254)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and its four margins in mm."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def type_width(self) -> int:
        """Width of the type area (版心)."""
        return self.width - self.left - self.right

    @property
    def type_height(self) -> int:
        """Height of the type area."""
        return self.height - self.top - self.bottom


PORTRAIT = Sheet(width=210, height=297, top=37, right=26, bottom=35, left=28)
"""5.1, 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm by 225 mm."""

LANDSCAPE = Sheet(width=297, height=210, top=28, right=37, bottom=26, left=35)
"""The same sheet turned so that a table's head lies at the left edge: at 订口 on odd pages, at 切口 on
even ones (clause 8). What was its bottom, with the page number, is now its left."""

MARGIN_TOLERANCE = 1
"""mm by which 天头 and 订口 may differ (5.2.1)."""

LINES, CHARACTERS = 22, 28
"""What fills the type area (5.2.3)."""

PITCH = Fraction(579, TWIPS_OF_POINT)
"""Points from line to line: 28.95, the greatest in whole twips with which 22 lines fit in 225 mm.

The standard names none; see docs/adr."""

TRACKING = Fraction(-5, TWIPS_OF_POINT)
"""Points between characters: with it 28 of 16 points fit in 156 mm."""

DASH = 7
"""mm from the type area to the dashes of the page number (7.5)."""

TYPE_SIZES: Mapping[Fraction, str] = {
    Fraction(26): "一号",
    Fraction(22): "二号",
    Fraction(18): "小二",
    Fraction(16): "三号",
    Fraction(14): "四号",
    Fraction(12): "小四",
    Fraction(21, 2): "五号",
}
"""The Chinese names of type sizes in points."""

TITLE_SIZE, BODY_SIZE, NUMBER_SIZE = Fraction(22), Fraction(16), Fraction(14)
"""二号 of titles, 三号 of body, levels, labels, 四号 of page numbers and the imprint."""


@dataclass(frozen=True, slots=True)
class Face:
    """A class of type that the standard names, and the font that is usually meant by it.

    ``same``: other fonts of the class, best first. ``instead``: what may stand in where none is there.
    """

    name: str
    font: str
    same: tuple[str, ...]
    instead: tuple[str, ...] = ()

    def has(self, font: str) -> bool:
        """Whether a font is of this class."""
        found = font.strip().casefold()
        return any(found == each.casefold() for each in (self.font, *self.same))


FANGSONG = Face(
    "仿宋", "仿宋_GB2312", ("仿宋", "FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong")
)
KAITI = Face("楷体", "楷体_GB2312", ("楷体", "KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti"))
HEITI = Face("黑体", "黑体", ("SimHei", "华文黑体", "STHeiti"), ("Noto Sans CJK SC",))
SONGTI = Face("宋体", "宋体", ("SimSun", "新宋体", "NSimSun", "STSong"), ("Noto Serif CJK SC",))
XIAOBIAOSONG = Face(
    "小标宋",
    "方正小标宋简体",
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋"),
    ("华文中宋", "STZhongsong", "宋体", "SimSun"),
)
FACES = (FANGSONG, KAITI, HEITI, SONGTI, XIAOBIAOSONG)
"""Every class of type that official documents use."""


def twips(mm: Fraction | int) -> int:
    """A length in whole twips."""
    return round(mm * TWIPS_OF_MM)
