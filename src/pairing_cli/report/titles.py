"""Where the lines of a title end: evenly, and where no word is torn (7.3.1)."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

_OPENING, _CLOSING = "（《“‘〔【", "）》”’〕】、，。：；？！"
_WHOLE = (
    *(
        "方案",
        "办法",
        "细则",
        "通知",
        "通报",
        "意见",
        "总结",
        "计划",
        "安排",
        "协议",
        "名单",
        "简报",
    ),
    *(
        "工作",
        "实施",
        "考核",
        "得分",
        "排名",
        "结对",
        "帮扶",
        "协作",
        "教育",
        "教师",
        "学校",
        "中小学",
    ),
    *(
        "东西部",
        "基础教育",
        "义务教育",
        "学前教育",
        "职业教育",
        "学年度",
        "学年",
        "扶贫",
        "对口",
        "支援",
    ),
    *(
        "县域",
        "城乡",
        "发展",
        "均衡",
        "事业",
        "管理",
        "评估",
        "督导",
        "公布",
        "结果",
        "情况",
        "活动",
    ),
    *("小学", "中学", "初中", "高中", "关于", "印发", "年度", "领导小组", "责任书", "乡镇", "农村"),
)
"""Words that titles of such documents are full of, which a line's end does not tear."""


_SLACK, _NARROW, _BRACKET = Fraction(2, 5), Fraction(1, 20), Fraction(3, 2)
"""Characters more than counted, for each line and each half-width character: fonts differ. Where a
bracket comes next there may be more, since none ends a line."""


def width(text: str) -> Fraction:
    """How wide a text is, in characters; half-width ones count half."""
    halves = sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)
    return Fraction(halves, 2)


def longest_line(text: str, room: Fraction) -> Fraction | None:
    """How many characters a line is to hold for a title to fall into even lines.

    ``room`` is what a line of the page holds. What stands in brackets at the end has its own line. None
    where it fits into one line, has lines of its own, or is too long for even lines to matter.
    """
    whole = width(text)
    if not room or whole <= room or whole > 4 * room or "\n" in text:
        return None
    lines = -(-whole // room)
    bracket = width(text[: text.rfind("（")]) if text.endswith("）") else Fraction(0)
    if lines == 2 and whole / 2 <= bracket <= room:
        return min(bracket + _BRACKET, room)
    ends = [n for n in range(1, len(text)) if _may_end(text, n)]
    for some in ([n for n in ends if _between_words(text, n)], ends):
        long_enough = [n for n in some if whole / lines <= width(text[:n]) <= room]
        if long_enough:
            return _with_slack(text[: long_enough[0]])
    return None


def _with_slack(line: str) -> Fraction:
    """The width of a line and a little more, though never so much that another character fits."""
    narrow = sum(letter.isascii() for letter in line)
    return width(line) + min(_SLACK + narrow * _NARROW, Fraction(9, 10))


def _between_words(text: str, n: int) -> bool:
    """Whether a word that is known ends or begins there, or a mark that words end at."""
    before, after = text[:n], text[n:]
    return text[n - 1] in _CLOSING or before.endswith(_WHOLE) or after.startswith(_WHOLE)


def _may_end(text: str, n: int) -> bool:
    """Whether a line may end before the n-th character."""
    before, after = text[n - 1], text[n]
    if before in _OPENING or after in _CLOSING:
        return False
    if before.isascii() and after.isascii():
        return False
    if before.isdigit() and after in "年月日号":
        return False
    return not any(
        text[n - inside : n - inside + len(word)] == word
        for word in _WHOLE
        for inside in range(1, min(len(word), n + 1))
    )
