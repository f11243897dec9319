"""Which lines of the table of targets people need to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pairing_cli.model.results import Judgement, QuotaLine

_QUIET = (Judgement.MET, Judgement.ON_TRACK, Judgement.COUNTED, Judgement.EXEMPT)


def lines_to_show(
    lines: Iterable[QuotaLine], depth: int = 0, *, every: bool = False
) -> Iterator[tuple[int, QuotaLine]]:
    """Targets with what lies inside them, each with its depth; of scopes, those that need attention.

    Where nothing is asked, the numbers of the scopes are what it is for, and all are shown; with
    ``every``, all are shown anyway.
    """
    for line in lines:
        if every or not line.is_scope or _only_counted(line) or needs_attention(line):
            yield depth, line
            yield from lines_to_show(line.children, depth + 1, every=every)


def _only_counted(line: QuotaLine) -> bool:
    """Whether a scope has begun and its number is all there is to say: nothing is asked of it."""
    return line.begun and line.verdict is Judgement.COUNTED


def needs_attention(line: QuotaLine) -> bool:
    """Whether a scope, or anything inside it, has begun and is not going well."""
    quiet = line.verdict in _QUIET
    waiting = line.verdict is Judgement.AT_RISK and not line.begun
    return not (quiet or waiting) or any(map(needs_attention, line.children))
