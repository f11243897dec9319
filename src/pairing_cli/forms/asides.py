"""Rows below a header that are no lines of the table: remarks, who filled it in, sums, the header again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_REMARKS = re.compile(
    r"\s*(?:备\s*注|说\s*明|注|填表说明|填表人|填报人|填表日期|自评人|制表人?|审核人?|经办人|负责人|校\s*长)"
    r"\s*[:：]"
)
_TOTALS = re.compile(
    r"\s*(?:[本全](?:校|年|学期|学年|月|页|表))?(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*分|得分合计)"
    r"\s*(?:[(（][^()（）]*[)）])?\s*[:：]?\s*"
)


def is_aside(texts: Sequence[str]) -> bool:
    """Whether the different cells of a row, from its left, begin with a remark or are a sum."""
    return not texts or bool(_REMARKS.match(texts[0]) or _TOTALS.fullmatch(texts[0]))


def repeats(texts: Iterable[str], titles: set[str]) -> bool:
    """Whether every text of a row is a title of the header."""
    return set(texts) <= titles
