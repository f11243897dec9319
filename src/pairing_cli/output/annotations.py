"""Findings → annotations of a GitHub runner, at the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from pairing_cli.model.diagnostics import Severity
from pairing_cli.output.findings import MOST_PRINTED, Checked, Placed, as_lines, summary
from pairing_cli.output.sanitize import calm, clean, unbracketed
from pairing_cli.output.screen import Screen

MOST_ANNOTATED = 10
"""Annotations of each level that GitHub shows for a step; of all levels 50 for a job."""


def as_github(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """Annotations, ten of each level, worst first; the rest as plain lines, and a summary.

    Nothing else in it can be taken for a command by a runner.
    """
    annotated = [each for severity in Severity for each in _of(found, severity)[:MOST_ANNOTATED]]
    rest = [each for severity in Severity for each in _of(found, severity)[MOST_ANNOTATED:]]
    lines = "".join(unbracketed(_annotation(each)) + "\n" for each in annotated)
    if rest:
        lines += screen.say("findings.unannotated", number=len(rest)) + "\n"
        lines += calm(as_lines(rest[:MOST_PRINTED]))
    if len(rest) > MOST_PRINTED:
        lines += screen.say("findings.more", number=len(rest) - MOST_PRINTED) + "\n"
    return lines + calm(summary(found, checked, screen)) + "\n"


def _of(found: Sequence[Placed], severity: Severity) -> list[Placed]:
    return [each for each in found if each.severity is severity]


def _annotation(each: Placed) -> str:
    properties = {
        "file": clean(each.path),
        "line": each.span.line,
        "col": each.span.column,
        "endLine": each.span.end_line,
        "endColumn": each.span.end_column,
        "title": each.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    place = f"{each.place}: " if each.place else ""
    message = f"{place}{each.message}\n{each.fix}".strip()
    return f"::{each.severity} {listed}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
