"""Facts of targets: bars of what is done, of what is planned, and of what should be there by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.overview import pace_progress, planned_progress, progress
from pairing_cli.model.quoted import amount_text, asked_text, notes_of, range_text
from pairing_cli.model.results import Judgement, QuotaLine, QuotaTable
from pairing_cli.report.material import Material
from pairing_cli.report.pictures.scale import percent

TONES = {
    Judgement.MET: "good",
    Judgement.ON_TRACK: "good",
    Judgement.AT_RISK: "warn",
    Judgement.NO_DATA: "warn",
    Judgement.UNREACHABLE: "bad",
    Judgement.MISSED: "bad",
    Judgement.COUNTED: "quiet",
    Judgement.EXEMPT: "quiet",
}
"""How a verdict is coloured; its word says the same."""

SCOPES = 3000
"""Scopes of targets that are shown one by one on a page; of more, only how many have which verdict."""


def target_facts(material: Material, table: QuotaTable) -> dict[str, Any]:
    """Every target with its parts; its scopes, where there are not too many of them in all."""
    number = sum(line.is_scope for top in table.lines for line in top.walk())
    every = number <= SCOPES
    return {
        "verdicts": verdict_counts(material, table.lines),
        "rows": [
            _target(material, line, depth, every=every)
            for top in table.lines
            for depth, line in parts(top)
        ],
        "scopes_left_out": 0 if every else number,
    }


def verdict_counts(material: Material, lines: Sequence[QuotaLine]) -> list[dict[str, Any]]:
    """How many of these lines have which verdict, worst last as the verdicts stand in the domain."""
    found = Counter(line.verdict for line in lines)
    return [
        {"word": _verdict(material, verdict), "tone": TONES[verdict], "number": found[verdict]}
        for verdict in Judgement
        if found[verdict]
    ]


def _verdict(material: Material, verdict: Judgement) -> str:
    return word(f"verdict.{verdict}", material.language)


def parts(line: QuotaLine, depth: int = 0) -> Iterator[tuple[int, QuotaLine]]:
    """A target and what lies inside it (其中), with how deep; not its scopes."""
    yield depth, line
    for child in line.children:
        if not child.is_scope:
            yield from parts(child, depth + 1)


def _target(material: Material, line: QuotaLine, depth: int, *, every: bool) -> dict[str, Any]:
    """A target or a part of one, with its scopes folded into it."""
    scopes = [child for child in line.children if child.is_scope]
    return {
        **line_facts(material, line),
        "depth": depth,
        "verdicts": verdict_counts(material, scopes),
        "scopes": list(_scopes(material, scopes, 0)) if every else [],
    }


def _scopes(material: Material, lines: Sequence[QuotaLine], depth: int) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield {**line_facts(material, line), "depth": depth}
        yield from _scopes(material, line.children, depth + 1)


def line_facts(material: Material, line: QuotaLine) -> dict[str, Any]:
    """A line's figures as texts, the lengths of its bars (0 to 100; empty: no bar), and its verdict."""
    language = material.language
    title = line.scope if line.is_scope else line.title
    return {
        "id": line.id,
        "title": shown(title, language),
        "unit": word(f"unit.{line.unit}", language),
        "asked": asked_text(line.target),
        "planned": range_text(line.planned),
        "done": amount_text(line.done),
        "remaining": amount_text(line.remaining) if line.remaining else "",
        "slack": range_text(line.slack),
        "due": line.due.isoformat() if line.due else "",
        "verdict": _verdict(material, line.verdict),
        "tone": TONES[line.verdict],
        "share": _length(progress(line)),
        "planned_share": _length(planned_progress(line)),
        "pace_share": _length(pace_progress(line)),
        "notes": [text(note, language) for note in notes_of(line)],
    }


def _length(part: Fraction | None) -> str:
    return "" if part is None else percent(part)
