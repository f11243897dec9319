"""Yes and no as clerks put them: √, 是, 有; ×, 否, 无; ☑是 □否."""

from __future__ import annotations

import re

from pairing_cli.model.diagnostics import Message
from pairing_cli.model.typed.plain import Typed, plain, trouble

_TICKED, _CROSSED, _OPEN = "√✓✔☑■", "×✗✘✕☒", "□☐○"
_YES = frozenset(
    [
        *_TICKED,
        "v",
        "y",
        "yes",
        "true",
        "1",
        "是",
        "有",
        "对",
        "已",
        "已完成",
        "已交",
        "同意",
        "是的",
    ]
)
_NO = frozenset(
    [
        *(*_CROSSED, *_OPEN, "x", "n", "no", "false", "0", "-", "--", "/", "空"),
        *("否", "无", "没有", "未", "不", "没", "不是", "未完成", "未交"),
    ]
)
_BOX = re.compile(rf"[{_TICKED}{_CROSSED}{_OPEN}]")


def read_flag(value: Typed) -> bool | Message | None:
    """Yes or no; None for a blank cell."""
    if isinstance(value, bool):
        return value
    text = plain(value).casefold().strip(" ().。,，")
    if not text:
        return None
    text = text.removesuffix(".0")
    if text in _YES:
        return True
    if text in _NO:
        return False
    chosen = _boxes("".join(text.split()))
    return trouble("flag", value) if chosen is None else chosen


def _boxes(text: str) -> bool | None:
    """Which of the printed answers is ticked: ☑是□否; None where none, or more than one, is."""
    boxes = _BOX.findall(text)
    words = [word for word in _BOX.split(text) if word]
    if len(boxes) != len(words):
        return None
    chosen = [word for box, word in zip(boxes, words, strict=True) if box in f"{_TICKED}{_CROSSED}"]
    if len(chosen) != 1 or chosen[0] not in _YES | _NO:
        return None
    return chosen[0] in _YES
