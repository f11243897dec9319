"""The proof of targets → text, and JSON: which records count, which nearly do, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from pairing_cli.model.quoted import amount_text, asked_text, notes_of
from pairing_cli.model.results import Evidence, QuotaLine, QuotaProof
from pairing_cli.output.findings import dump
from pairing_cli.output.places import Places
from pairing_cli.output.quotas import (
    STYLES,
    line_json,
    number_json,
)
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Hanging, Screen, styled


def proofs_as_text(
    proofs: Sequence[QuotaProof], notice: str | None, places: Places, screen: Screen
) -> str:
    """The records behind targets: what counts and what nearly does, each with its place."""
    parts: list[RenderableType] = []
    for proof in proofs:
        parts += _proof_lines(proof, places, screen)
    if notice:
        parts.insert(0, styled(clean(notice), "yellow"))
    return screen.render(*parts)


def _proof_lines(proof: QuotaProof, places: Places, screen: Screen) -> Iterator[RenderableType]:
    line = proof.line
    name = f"{clean(screen.tell(line.title))} · {screen.tell(line.scope)}"
    yield styled(f"{name}  [{line.id}]", "bold")
    yield styled(_sum_up(line, screen), STYLES[line.verdict])
    for note in notes_of(line):
        yield Text("  " + screen.tell(note), style="dim")
    for key, found in (("quota.counted", proof.counted), ("quota.nearly", proof.nearly)):
        if not found and key == "quota.nearly":
            continue
        yield Text(f"  {screen.say(key)}" + ("" if found else f" {screen.say('quota.none')}"))
        yield from _records(found, places, screen)
    yield Text("")


MOST = 10
"""Records that nearly count, shown for one and the same reason."""


def _records(found: Sequence[Evidence], places: Places, screen: Screen) -> Iterator[RenderableType]:
    """A line for each record; of many that miss by the same thing, some, and how many more."""
    shown: Counter[str] = Counter()
    for each in found:
        key = each.reasons[0].key if each.reasons else ""
        shown[key] += 1
        if key and shown[key] > MOST:
            continue
        number = f"+{amount_text(each.number)}" if each.number else "  "
        reasons = "".join(f"  — {screen.tell(reason)}" for reason in each.reasons)
        text = Text(f"{screen.tell(each.title)}{reasons}")
        yield Hanging(f"    {number:>5}  ", " " * 11, text)
        yield Hanging(" " * 11, " " * 13, Text(places.show(each.at), style="dim"))
    more = sum(max(number - MOST, 0) for key, number in shown.items() if key)
    if more:
        yield Text(f"           {screen.say('and-more', number=more)}")


def _sum_up(line: QuotaLine, screen: Screen) -> str:
    unit = screen.say(f"unit.{line.unit}")
    asked = asked_text(line.target)
    return f"{amount_text(line.done)} / {asked} {unit}  {screen.say(f'verdict.{line.verdict}')}"


def proofs_as_json(
    proofs: Sequence[QuotaProof], as_of: date, errors: int, places: Places, screen: Screen
) -> str:
    """The records behind targets, for machines; schema ``pairing.quota-proof/1``."""
    document = {
        "schema": "pairing.quota-proof/1",
        "as_of": as_of.isoformat(),
        "errors": errors,
        "proofs": [
            {
                "target": line_json(proof.line, places, screen),
                "counted": [_evidence(each, places, screen) for each in proof.counted],
                "nearly": [_evidence(each, places, screen) for each in proof.nearly],
            }
            for proof in proofs
        ],
    }
    return dump(document)


def _evidence(each: Evidence, places: Places, screen: Screen) -> dict[str, object]:
    return {
        "title": screen.tell(each.title),
        "number": number_json(each.number),
        "reasons": [screen.tell(reason) for reason in each.reasons],
        "at": places.json((each.at,)),
    }
