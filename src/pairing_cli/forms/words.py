"""Chinese words of forms beside the models' own titles, and the words that stand for codes.

Forms are in Chinese whatever language the commands speak, like every document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pairing_cli.messages import catalogue
from pairing_cli.model.dates import Month

NUMBER = "序号"
NEW = "新"
REQUIRED = "*"
SEPARATOR = "、"
KEPT_TEXT = "（已登记，不在此改）"
"""What stands in a cell whose part of the record the form cannot show; it is left as it is."""

FIRST_DAY, LAST_DAY = "开始日期", "结束日期"


def said(prefix: str, code: str) -> str:
    """The Chinese word of a code, ``primary`` → 小学; the code itself where the catalogue has none."""
    entry = catalogue().get(f"{prefix}.{code}")
    return entry.zh if entry else code


def known(prefix: str) -> tuple[str, ...]:
    """Every code of a kind that the catalogue has a word for."""
    start = f"{prefix}."
    return tuple(key.removeprefix(start) for key in catalogue() if key.startswith(start))


def labels(prefix: str, used: Iterable[str]) -> Mapping[str, str]:
    """Words by code: those that are used and those that are known; no word stands for two codes.

    Of two codes with one word, the one that is used has it, and then the one that came first.
    """
    found: dict[str, str] = {}
    for code in dict.fromkeys((*used, *known(prefix))):
        word = said(prefix, code)
        if word not in found.values():
            found[code] = word
        elif code in set(used):
            found[code] = code
    return found


def month_text(month: Month) -> str:
    """A month as a form shows it: 2020年3月."""
    return f"{month.year}年{month.month}月"
