"""How the figures of targets are written, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.results import Judgement, QuotaLine, Range
from pairing_cli.model.targets import Amount


def range_text(found: Range | None) -> str:
    """A range as people write it: 3, 3–5, ≥3; a dash where nothing is known."""
    if found is None:
        return "–"
    least = amount_text(found.least)
    if found.most is None:
        return f"≥{least}"
    return least if found.least == found.most else f"{least}–{amount_text(found.most)}"


def asked_text(found: Range | None) -> str:
    """What is asked, as people write it: ≥3, ≤5, 3–5."""
    if found is not None and found.most is not None and not found.least and found.most:
        return f"≤{amount_text(found.most)}"
    return range_text(found)


def amount_text(amount: Amount) -> str:
    """A number as people write it."""
    return plain(Fraction(amount))


def notes_of(line: QuotaLine) -> Iterator[Message]:
    """What has to be said beside a line's numbers."""
    if line.note is not None:
        yield line.note
    if line.share is not None:
        yield line.share.note
        if line.share.done is not None:
            done = f"{rounded(line.share.done)} %"
            yield say("quota.share", asked=line.share.asked, done=done)
    if line.unnamed and line.unit == "people":
        yield say("quota.unnamed", number=line.unnamed)
    if line.under_way:
        yield say("quota.under-way", number=Fraction(line.under_way))
    if line.pace and line.verdict in (Judgement.AT_RISK, Judgement.UNREACHABLE):
        yield say("quota.pace", number=Fraction(line.pace))
