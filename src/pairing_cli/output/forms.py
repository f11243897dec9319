"""What is wrong with own forms → text and JSON of their own, and every other format of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.text import Text

from pairing_cli.messages import fix, shown, text
from pairing_cli.model.diagnostics import Severity
from pairing_cli.model.forms import Slip, severity_of
from pairing_cli.model.places import Span
from pairing_cli.output import formats
from pairing_cli.output.findings import Checked, Placed, as_finding, dump, entries
from pairing_cli.output.sanitize import clean, shorten
from pairing_cli.output.screen import Screen


def place(slips: Iterable[Slip], path: str, language: str) -> list[Placed]:
    """Word the slips of a form, of a path as the user would type it."""
    return [_placed(slip, path, language) for slip in slips]


def _placed(slip: Slip, path: str, language: str) -> Placed:
    span = Span(slip.line, slip.column, slip.line, slip.column + slip.width)
    return Placed(
        slip.code,
        severity_of(slip.code),
        path,
        span,
        shorten(clean(text(slip.message, language))),
        shorten(clean(fix(slip.message, language))),
        slip.source,
        clean(shown(slip.place, language)),
    )


def as_text(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """Each slip with its text and what to do, and a summary."""
    counts = Counter(each.severity for each in found)
    facts = {severity.value: counts[severity] for severity in Severity}
    key = "forms.summary" if found else "forms.none"
    style = "bold red" if counts[Severity.ERROR] else "green"
    return screen.render(
        *entries(found, screen), Text(screen.say(key, files=checked.files, **facts), style=style)
    )


def as_json(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """The slips for machines; schema ``pairing.template-check/1``."""
    counts = Counter(each.severity for each in found)
    summary = {"files": checked.files, **{f"{each.value}s": counts[each] for each in Severity}}
    return dump(
        {
            "schema": "pairing.template-check/1",
            "summary": summary,
            "findings": [{**as_finding(each), "place": each.place} for each in found],
        }
    )


FORMATS: dict[str, formats.Format] = {**formats.FORMATS, "text": as_text, "json": as_json}
"""Every format, by the name it has on the command line."""
