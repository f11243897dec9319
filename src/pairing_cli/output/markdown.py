"""Findings → Markdown for a comment of a pull request, and for the summary of a job.

Whatever comes from people's files stands in ``<code>``, every sign that Markdown knows spelt as an
entity: there it can make no tag, table cell, link, mention or reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pairing_cli.model.diagnostics import Severity
from pairing_cli.output.findings import Checked, Placed, summary
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen

MOST_CHARACTERS = 60_000
"""Characters of a comment; GitHub takes 65,536."""

MOST_BYTES = 1024 * 1024
"""Bytes of a job's summary; GitHub drops a larger one whole."""

_SIGNS = re.compile(r"[!#$&*.:<>@\[\\\]^_`{|}~\"']")


def quoted(text: str) -> str:
    """A text out of somebody's files, as it is read and as nothing else."""
    return f"<code>{_SIGNS.sub(_entity, clean(text))}</code>"


def _entity(found: re.Match[str]) -> str:
    spelt = f"&#{ord(found[0])};"
    return f"{spelt}&#8203;" if found[0] == "@" else spelt


def as_markdown(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """A table of findings, worst first, as long as a comment may be; the rest is counted."""
    return within(MOST_CHARACTERS, len, found, checked, screen)


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
    what = "<br>".join(quoted(part) for part in (each.message, each.fix) if part)
    level = screen.say(f"severity.{each.severity}")
    return f"| {level} | {quoted(each.where)} | {each.code} | {what} |\n"
