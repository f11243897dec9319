"""The proof of targets → text, and JSON: which records count, which nearly do, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from rich.text import Text

from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.figures import rounded
from pairing_cli.model.results import Evidence, Judgement, QuotaLine, QuotaProof
from pairing_cli.output.findings import dump
from pairing_cli.output.quotas import STYLES, amount_text, line_json, number_json, range_text
from pairing_cli.output.sanitize import clean
from pairing_cli.output.scores import Places
from pairing_cli.output.screen import Screen, styled


def proofs_as_text(
    proofs: Sequence[QuotaProof], notice: str | None, places: Places, screen: Screen
) -> str:
    """The records behind targets: what counts and what nearly does, each with its place."""
    parts: list[Text] = []
    for proof in proofs:
        parts += _proof_lines(proof, places, screen)
    if notice:
        parts.insert(0, styled(clean(notice), "yellow"))
    return screen.render(*parts)


def _proof_lines(proof: QuotaProof, places: Places, screen: Screen) -> Iterator[Text]:
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
        for each in found:
            number = f"+{amount_text(each.number)}" if each.number else "  "
            reasons = "".join(f"  — {screen.tell(reason)}" for reason in each.reasons)
            yield Text(f"    {number:>5}  {clean(each.title)}{reasons}  {places.show(each.at)}")
    yield Text("")


def _sum_up(line: QuotaLine, screen: Screen) -> str:
    unit = screen.say(f"unit.{line.unit}")
    asked = range_text(line.target)
    return f"{amount_text(line.done)} / {asked} {unit}  {screen.say(f'verdict.{line.verdict}')}"


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
        "title": each.title,
        "number": number_json(each.number),
        "reasons": [screen.tell(reason) for reason in each.reasons],
        "at": places.json((each.at,)),
    }
