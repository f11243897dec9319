"""Findings → SARIF 2.1.0, as GitHub's code scanning takes it.

Paths are relative to the repository's top. Only codes that occur are described. GitHub takes 25,000
results and 10 MB, packed; beyond that the worst are kept, and a notification says how many are not.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import pairing_cli
from pairing_cli.model.diagnostics import Severity
from pairing_cli.model.places import Span
from pairing_cli.model.privacy import mask
from pairing_cli.output.findings import Checked, Placed, dump, worst
from pairing_cli.output.rules import Example, RulePage
from pairing_cli.output.screen import Screen

MOST_RESULTS = 25_000
"""Results of a run that GitHub takes; it shows 5,000 of them."""

MOST_BYTES = 10_000_000
"""Bytes of a file, packed with gzip, that GitHub takes."""

FINGERPRINT = "pairingFinding/v1"
"""What our fingerprints are called; ``primaryLocationLineHash`` is the name of GitHub's own."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_Object = dict[str, object]


def as_sarif(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """A log of one run with the findings, the worst where there are too many."""
    most = min(len(found), MOST_RESULTS)
    made = _log(worst(found, most), len(found), checked, screen)
    while most > 1 and not _fits(made):
        most //= 2
        made = _log(worst(found, most), len(found), checked, screen)
    return made


def _fits(made: str) -> bool:
    data = made.encode()
    return len(data) <= MOST_BYTES or len(gzip.compress(data, 6)) <= MOST_BYTES


def _log(kept: Sequence[Placed], number: int, checked: Checked, screen: Screen) -> str:
    codes = sorted({each.code for each in kept})
    places = {code: place for place, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "pairing",
                "semanticVersion": pairing_cli.__version__,
                "rules": [_rule(code, checked.book.get(code), screen) for code in codes],
            }
        },
        "invocations": [_invocation(number - len(kept), screen)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, places[each.code]) for each in kept],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(left_out: int, screen: Screen) -> _Object:
    if not left_out:
        return {"executionSuccessful": True}
    said = _plain(screen.say("findings.more", number=left_out))
    notification = {"level": "warning", "message": {"text": said}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _rule(code: str, page: RulePage | None, screen: Screen) -> _Object:
    if page is None:
        return {"id": code}
    why = page.why or page.truth
    return {
        "id": code,
        "shortDescription": {"text": page.truth},
        "fullDescription": {"text": why},
        "help": {"text": f"{page.truth}\n\n{why}", "markdown": _help(page, screen)},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _help(page: RulePage, screen: Screen) -> str:
    """What a code guards, why, and an example of each, as Markdown."""
    parts = [f"**{page.code}** {page.truth}", page.why]
    for key, example in (("rules.passes", page.passing), ("rules.fails", page.failing)):
        if example is not None:
            parts += [screen.say(key, places=example.places), *_fenced(example)]
    return "\n\n".join(part for part in parts if part)


def _fenced(example: Example) -> list[str]:
    return [f"````yaml\n# {name}\n{text.rstrip()}\n````" for name, text in example.files]


def _result(each: Placed, rule: int) -> _Object:
    where = f"{each.place}: " if each.place else ""
    result: _Object = {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": _LEVELS[each.severity],
        "message": {"text": _plain(f"{where}{each.message}\n{each.fix}".strip())},
        "locations": [_location(each)],
    }
    if each.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: each.fingerprint}
    return result


def _plain(text: str) -> str:
    """A text in which nothing is a link or a place for an argument: brackets are escaped, braces doubled."""
    text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text.replace("{", "{{").replace("}", "}}")


def _location(each: Placed) -> _Object:
    artifact = {"uri": uri(each.path), "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 1} if each.place else _region(each.span)
    location: _Object = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if each.place:
        location["logicalLocations"] = [{"fullyQualifiedName": each.place}]
    return location


def uri(path: str) -> str:
    """A path as a relative reference; bytes that are no UTF-8 stay what they are."""
    path = mask(path)
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:  # half a character, which only Windows has in names
        return quote(path.encode("utf-8", "surrogatepass"), safe="/")


def _region(span: Span) -> Mapping[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


__all__ = ["FINGERPRINT", "MOST_BYTES", "MOST_RESULTS", "as_sarif", "uri"]
