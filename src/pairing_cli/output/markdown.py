"""Findings → Markdown for a comment of a pull request, and for the summary of a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pairing_cli.model.diagnostics import Severity
from pairing_cli.output.findings import Checked, Placed, summary
from pairing_cli.output.marked import COMMENT, code
from pairing_cli.output.screen import Screen

MOST_BYTES = 1024 * 1024
"""Bytes of a job's summary; GitHub drops a larger one whole."""


def as_markdown(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """A table of findings, worst first, as long as a comment may be; the rest is counted."""
    return within(COMMENT, len, found, checked, screen)


def as_summary(room: int, found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """The same for the summary of a job, in so many bytes."""
    return within(room, lambda text: len(text.encode()), found, checked, screen)


def within(
    room: int,
    size: Callable[[str], int],
    found: Sequence[Placed],
    checked: Checked,
    screen: Screen,
) -> str:
    """A headline and as many findings, worst first, as there is room for; what is left out is said."""
    said = f"{summary(found, checked, screen)}\n"
    if not found:
        return said
    columns = ("severity", "place", "code", "problem")
    said += "\n| " + " | ".join(screen.say(f"head.{name}") for name in columns) + " |\n"
    said += "|---" * len(columns) + "|\n"
    left = room - size(said) - size(_more(len(found), screen))
    rows: list[str] = []
    for row in (_row(each, screen) for severity in Severity for each in _of(found, severity)):
        left -= size(row)
        if left < 0:
            break
        rows.append(row)
    more = _more(len(found) - len(rows), screen) if len(rows) < len(found) else ""
    return said + "".join(rows) + more


def _of(found: Sequence[Placed], severity: Severity) -> list[Placed]:
    return [each for each in found if each.severity is severity]


def _more(number: int, screen: Screen) -> str:
    return f"\n{screen.say('findings.more', number=number)}\n"


def _row(each: Placed, screen: Screen) -> str:
    what = "<br>".join(code(part) for part in (each.message, each.fix) if part)
    level = screen.say(f"severity.{each.severity}")
    return f"| {level} | {code(each.where)} | {each.code} | {what} |\n"
