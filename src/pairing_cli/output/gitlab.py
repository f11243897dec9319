"""Findings → the code quality report that GitLab shows in merge requests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from pairing_cli.model.diagnostics import Severity
from pairing_cli.model.privacy import mask
from pairing_cli.output.findings import Checked, Placed, dump, worst
from pairing_cli.output.screen import Screen

MOST_REPORTED = 10_000
"""Findings of a report; GitLab holds all of it in memory to compare two branches."""

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def as_gitlab(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """The findings, the worst where there are too many; then what was left out is the last of them."""
    kept = worst(found, MOST_REPORTED)
    issues = [_issue(each) for each in kept]
    if len(kept) < len(found):
        issues.append(_left_out(kept[-1], len(found) - len(kept), screen))
    return dump(issues)


def _issue(each: Placed) -> Mapping[str, object]:
    return {
        "description": f"{each.place}: {each.said}" if each.place else each.said,
        "check_name": each.code,
        "fingerprint": _fingerprint(each),
        "severity": _SEVERITIES[each.severity],
        "location": {
            "path": mask(each.path),
            "lines": {"begin": each.span.line, "end": each.span.end_line},
        },
    }


def _fingerprint(each: Placed) -> str:
    """One of a kind in the report: GitLab hides what it has seen before."""
    parts = [each.programme, each.fingerprint]
    if not each.fingerprint:
        parts += [each.path, each.place, each.code, each.message, str(each.span)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _left_out(last: Placed, number: int, screen: Screen) -> Mapping[str, object]:
    said = screen.say("findings.more", number=number)
    return {
        "description": said,
        "check_name": "more",
        "fingerprint": hashlib.sha256(b"more").hexdigest(),
        "severity": "info",
        "location": {"path": mask(last.path), "lines": {"begin": 1, "end": 1}},
    }
