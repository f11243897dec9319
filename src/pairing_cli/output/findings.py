"""Diagnostics → text, concise lines and JSON; `output.formats` lists these and those for other machines."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Protocol

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from pairing_cli.messages import fix, text
from pairing_cli.model.diagnostics import Diagnostic, Message, Severity
from pairing_cli.model.places import At, Span
from pairing_cli.model.sifted import Hidden
from pairing_cli.output.rules import RulePage
from pairing_cli.output.sanitize import clean, shorten
from pairing_cli.output.screen import Screen, cell_len

MOST_PRINTED = 1000
"""Findings printed as text; the rest is counted."""

_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
"""Control characters beyond those that JSON escapes, marks of direction, and halves of characters."""

_COMMAND = re.compile(r"##(?=\w*\[)")

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


class Locator(Protocol):
    """Finds lines and columns; `load.positions` does."""

    def span(self, at: At) -> Span:
        """Where a place stands."""
        ...

    def source(self, file: str, line: int) -> str:
        """A line of a file."""
        ...


@dataclass(frozen=True, slots=True)
class Excepted:
    """An approved exception: why, who approved it, until when (ISO, empty: for good), path and line."""

    reason: str
    approved_by: str
    until: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A diagnostic with its words, its path as the user would type it, and its line.

    ``place`` says where it is in a file that has no lines, such as a cell of a table; ``fingerprint`` stays
    the same when lines move, and is one of a kind among those of the ``programme``, a folder; ``excepted`` is
    the approved exception that hides it.
    """

    code: str
    severity: Severity
    path: str
    span: Span
    message: str
    fix: str
    source: str
    place: str = ""
    fingerprint: str = ""
    programme: str = ""
    excepted: Excepted | None = None

    @property
    def where(self) -> str:
        """Path, line and column; or path and place."""
        if self.place:
            return f"{clean(self.path)}: {self.place}"
        return f"{clean(self.path)}:{self.span.line}:{self.span.column}"

    @property
    def said(self) -> str:
        """What is wrong and what to do, in one line."""
        return f"{self.message} → {self.fix}" if self.fix else self.message

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """By place, then by code."""
        return self.path, self.span.line, self.span.column, self.code, self.message


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked: programmes, files and records; and what is not reported of what was found.

    ``paths`` are the files, as findings name them; ``book`` explains the codes; ``failing`` are the
    severities by which the check fails. Not every format needs them. ``hidden`` is hidden by so many
    approved ``exceptions``, ``known`` by the baseline, of which so many are ``gone``. With
    ``show_hidden`` the hidden ones are listed.
    """

    programmes: tuple[str, ...] = ()
    files: int = 0
    records: int = 0
    paths: tuple[str, ...] = ()
    book: Mapping[str, RulePage] = field(default_factory=dict)
    failing: frozenset[Severity] = frozenset({Severity.ERROR})
    hidden: tuple[Placed, ...] = ()
    exceptions: int = 0
    known: int = 0
    gone: int = 0
    show_hidden: bool = False


def worst(found: Sequence[Placed], most: int) -> list[Placed]:
    """Those that are shown where no more than so many may be: the worst, in the order of places."""
    if len(found) <= most:
        return list(found)
    ranked = sorted(range(len(found)), key=lambda number: found[number].severity.rank)[:most]
    return [found[number] for number in sorted(ranked)]


def summary(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """How many findings there are of each severity, in how many files and records; in words."""
    counts = Counter(each.severity for each in found)
    facts = {severity.value: counts[severity] for severity in Severity}
    none = "findings.none-new" if checked.known else "findings.none"
    key = "findings.summary" if found else none
    return screen.say(key, files=checked.files, records=checked.records, **facts)


def typed(prefix: str, file: str) -> str:
    """A file's path as the user would type it; one beside the programme's folder without detours."""
    if posixpath.isabs(file):
        return file
    return posixpath.normpath(prefix + file) if file.startswith("../") else prefix + file


def place(
    diagnostics: Iterable[Diagnostic], locator: Locator, prefix: str, language: str
) -> list[Placed]:
    """Word diagnostics and find their lines. ``prefix`` comes before every path."""
    return [_placed(found, locator, prefix, language) for found in diagnostics]


def place_hidden(
    hidden: Iterable[Hidden], locator: Locator, prefix: str, language: str
) -> list[Placed]:
    """The same of findings that approved exceptions hide, each with its exception."""
    return [
        replace(
            _placed(each.found, locator, prefix, language),
            excepted=_excepted(each, locator, prefix),
        )
        for each in hidden
    ]


def _excepted(hidden: Hidden, locator: Locator, prefix: str) -> Excepted:
    record, at = hidden.by.record, hidden.by.at
    until = record.until.isoformat() if record.until else ""
    path, line = clean(typed(prefix, at.file)), locator.span(at).line
    return Excepted(shorten(clean(record.reason)), clean(record.approved_by), until, path, line)


def _placed(found: Diagnostic, locator: Locator, prefix: str, language: str) -> Placed:
    span = found.span or locator.span(found.at)
    message = _located(found.message, locator, prefix)
    return Placed(
        found.code,
        found.severity,
        typed(prefix, found.at.file),
        span,
        shorten(clean(text(message, language))),
        shorten(clean(fix(message, language))),
        locator.source(found.at.file, span.line),
        fingerprint=found.fingerprint,
        programme=prefix,
    )


def _located(message: Message, locator: Locator, prefix: str) -> Message:
    """A message in which every place is its path and line."""
    facts = {
        name: f"{typed(prefix, fact.file)}:{locator.span(fact).line}"
        if isinstance(fact, At)
        else fact
        for name, fact in message.facts.items()
    }
    return Message(message.key, facts)


def as_text(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """Each finding with its line of source and what to do, and a summary."""
    style = "bold red" if any(each.severity is Severity.ERROR for each in found) else "green"
    said = Text(summary(found, checked, screen), style=style)
    return screen.render(
        *entries(found, screen),
        *_shown_hidden(checked, screen),
        said,
        *_not_shown(checked, screen),
    )


def _shown_hidden(checked: Checked, screen: Screen) -> Iterator[RenderableType]:
    """What approved exceptions hide, where that was asked for."""
    if checked.hidden and checked.show_hidden:
        yield Text(_told("findings.excepted-shown", checked, screen), style="bold")
        yield from entries(checked.hidden, screen)


def _not_shown(checked: Checked, screen: Screen) -> Iterator[RenderableType]:
    """How much is not shown, and why."""
    if checked.hidden and not checked.show_hidden:
        yield Text(_told("findings.excepted", checked, screen), style="dim")
    if checked.known:
        yield Text(screen.say("findings.known", number=checked.known), style="dim")
    if checked.gone:
        yield Text(screen.say("findings.gone", number=checked.gone), style="dim")


def _told(key: str, checked: Checked, screen: Screen) -> str:
    return screen.say(key, number=len(checked.hidden), exceptions=checked.exceptions)


def entries(found: Sequence[Placed], screen: Screen) -> list[RenderableType]:
    """Each finding with its line of source and what to do."""
    parts: list[RenderableType] = []
    for each in found[:MOST_PRINTED]:
        parts += [*_headline(each, screen), *_excerpt(each, screen)]
        said = _because(each.excepted, screen) if each.excepted else each.fix
        if said:
            parts.append(Padding(Text(f"= {said}", style="dim"), (0, 0, 0, 2)))
    if len(found) > MOST_PRINTED:
        parts.append(Text(screen.say("findings.more", number=len(found) - MOST_PRINTED)))
    return parts


def _because(excepted: Excepted, screen: Screen) -> str:
    where = f"{clean(excepted.path)}:{excepted.line}"
    by = excepted.approved_by
    return screen.say("findings.because", reason=excepted.reason, by=by, where=where)


def _headline(each: Placed, screen: Screen) -> list[RenderableType]:
    """Place, severity, code and message on one line; the message below where that is too long."""
    line = Text(f"{each.where}: ")
    line.append(screen.say(f"severity.{each.severity}"), style=_STYLES[each.severity])
    line.append(f" {each.code}", style="bold")
    if line.cell_len + 1 + cell_len(each.message) <= screen.width:
        line.append(f" {each.message}")
        return [line]
    return [line, Padding(Text(each.message), (0, 0, 0, 2))]


def _excerpt(each: Placed, screen: Screen) -> list[Text]:
    """The line of source, with carets below what is meant; nothing when there is no line."""
    source = clean(each.source)
    if not source.strip() or len(each.source) != len(source):
        return []
    number = "" if each.place else str(each.span.line)
    room = screen.width - len(number) - 5
    start = each.span.column - 1
    end = each.span.end_column - 1 if each.span.end_line == each.span.line else len(source)
    lead = _lead(source, start, room)
    text = _cut(("…" if lead else "") + source[lead:], room)
    before = cell_len(source[lead:start]) + (1 if lead else 0)
    carets = "^" * max(min(cell_len(source[start:end]), room - before), 1)
    gap = " " * len(number)
    return [
        Text(f"  {number} | {text}", style="dim", no_wrap=True),
        Text(f"  {gap} | {' ' * before}{carets}", style=_STYLES[each.severity], no_wrap=True),
    ]


def _lead(source: str, start: int, room: int) -> int:
    """How many characters to leave out at the left, so that what is meant can be seen."""
    if start < room and cell_len(source[:start]) < room * 2 // 3:
        return 0
    lead = start
    while lead and cell_len(source[lead - 1 : start]) < room // 3:
        lead -= 1
    return lead


def _cut(source: str, room: int) -> str:
    source = source[:room]
    while cell_len(source) > room:
        source = source[:-1]
    return source


def as_concise(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """One line for each finding."""
    return as_lines(found)


def as_lines(found: Sequence[Placed]) -> str:
    """One line for each finding."""
    return "".join(f"{each.where}: {each.severity} {each.code} {each.message}\n" for each in found)


def as_json(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """The findings for machines; schema ``pairing.validate/1``."""
    counts = Counter(each.severity for each in found)
    document: dict[str, object] = {
        "schema": "pairing.validate/1",
        "summary": {
            "programmes": list(checked.programmes),
            "files": checked.files,
            "records": checked.records,
            **{f"{severity}s": counts[severity] for severity in Severity},
            "suppressed": len(checked.hidden),
            "suppressions": checked.exceptions,
            "baseline": {"known": checked.known, "gone": checked.gone},
        },
        "findings": [as_finding(each) for each in found],
    }
    if checked.show_hidden:
        document["suppressed"] = [
            {**as_finding(each), "suppression": asdict(each.excepted) if each.excepted else None}
            for each in checked.hidden
        ]
    return dump(document)


def as_finding(each: Placed) -> dict[str, object]:
    """A finding for machines."""
    return {
        "code": each.code,
        "severity": each.severity.value,
        "file": each.path,
        "line": each.span.line,
        "column": each.span.column,
        "end_line": each.span.end_line,
        "end_column": each.span.end_column,
        "message": each.message,
        "fix": each.fix,
    }


def dump(document: object) -> str:
    """JSON with Chinese as it is, and what nobody sees escaped.

    So are the lone surrogates of odd file names, and what a runner would take for a command.
    """
    found = _COMMAND.sub("#\\\\u0023", json.dumps(document, ensure_ascii=False, indent=2))
    return _UNSEEN.sub(lambda letter: f"\\u{ord(letter[0]):04x}", found) + "\n"
