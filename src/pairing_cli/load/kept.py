"""What a file was found to hold, as plain data that JSON can keep, and back again.

Only what is needed to say of a file what was said before: its findings, the names of its records and their
gist, and where findings stand. Nothing that is read back can run, and what cannot be kept exactly
is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from pairing_cli.load.bind import Bound
from pairing_cli.model.diagnostics import Diagnostic, Message, Severity, Value
from pairing_cli.model.entries import Entry, LateEntry
from pairing_cli.model.gist import Fulfilled, Gist, Used
from pairing_cli.model.places import At, Route, Span, Step

Data: TypeAlias = dict[str, Any]
"""A JSON object."""

LOG = frozenset({"activities", "submissions"})
"""The collections of which there are too many records to read them all again."""

Reader: TypeAlias = Callable[[str, bytes], Bound]
"""How a file is read in full."""


class NotKeptError(TypeError):
    """A value is of a kind that would not come back as it was."""


def is_log(bound: Bound) -> bool:
    """Whether a file is of the log alone: what rules of reach RECORD find elsewhere goes without it."""
    return not bound.programmes and {*bound.entries, *bound.unread, *bound.broken} <= LOG


def stands_alone(bound: Bound) -> bool:
    """Whether what such rules find in a file of the log goes without the rest of the log.

    A document that says of which activity it is may speak of one in another file.
    """
    papers = bound.entries.get("submissions", ())
    return is_log(bound) and not any(paper.record.activity for paper in papers)


def value_kept(value: Value) -> Any:
    """A fact of a message."""
    if type(value) is str or type(value) is int:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if type(value) is tuple:
        return [value_kept(each) for each in value]
    name = next((name for kind, name in _NAMES.items() if type(value) is kind), None)
    if name is None:
        raise NotKeptError(type(value).__name__)
    return {name: _KEPT[name](value)}


_NAMES: dict[type, str] = {At: "at", Message: "say", Fraction: "number", date: "day"}

_KEPT: dict[str, Callable[[Any], Any]] = {
    "at": lambda at: [at.file, list(at.route), at.key],
    "say": lambda message: [message.key, facts_kept(message.facts)],
    "number": str,
    "day": date.isoformat,
}


def facts_kept(facts: Mapping[str, Value]) -> Data:
    """The facts of a message, by name."""
    return {name: value_kept(value) for name, value in facts.items()}


def value_read(kept: Any) -> Value:
    """A fact as it was."""
    if isinstance(kept, list):
        return tuple(map(value_read, kept))
    if not isinstance(kept, dict):
        return kept  # type: ignore[no-any-return]
    ((kind, content),) = kept.items()
    return _KINDS[kind](content)


def _message(kept: Any) -> Message:
    return Message(kept[0], {name: value_read(value) for name, value in kept[1].items()})


_KINDS: dict[str, Callable[[Any], Value]] = {
    "at": lambda kept: At(kept[0], tuple(kept[1]), kept[2]),
    "say": _message,
    "number": Fraction,
    "day": date.fromisoformat,
}


def finding_kept(found: Diagnostic) -> list[Any]:
    """A finding, without its fingerprint, which depends on the others."""
    span = found.span
    place = None if span is None else [span.line, span.column, span.end_line, span.end_column]
    message = [found.message.key, facts_kept(found.message.facts)]
    return [found.code, found.severity.value, value_kept(found.at)["at"], message, place]


def finding_read(kept: list[Any]) -> Diagnostic:
    """A finding as it was."""
    code, severity, (file, route, key), message, place = kept
    at = At(file, tuple(route), key)
    span = None if place is None else Span(*place)
    return Diagnostic(code, Severity(severity), at, _message(message), span)


def findings_read(kept: Iterable[list[Any]]) -> tuple[Diagnostic, ...]:
    """Findings as they were."""
    return tuple(map(finding_read, kept))


def gist_kept(gist: Gist) -> Data:
    """A gist, in which records stand as their places in the file."""
    return {
        "types": sorted(gist.types),
        "words": sorted(map(list, gist.words)),
        "fulfilled": [
            [*_route(one.entry), one.start.isoformat(), one.lines] for one in gist.fulfilled
        ],
        "used": [[*_route(one.entry), *one[1:]] for one in gist.used],
        "handed": [[*_route(one.entry), *one[1:]] for one in gist.handed],
        "latest": gist.latest.isoformat(),
    }


def _route(entry: Entry[Any]) -> Route:
    return entry.at.route


def gist_read(kept: Data, entries: Mapping[Route, Entry[Any]]) -> Gist:
    """A gist as it was."""
    return Gist(
        frozenset(kept["types"]),
        frozenset((field, word) for field, word in kept["words"]),
        tuple(
            Fulfilled(entries[key, number], date.fromisoformat(start), tuple(lines))
            for key, number, start, lines in kept["fulfilled"]
        ),
        tuple(_used(entries[key, number], *rest) for key, number, *rest in kept["used"]),
        tuple(_used(entries[key, number], *rest) for key, number, *rest in kept["handed"]),
        date.fromisoformat(kept["latest"]),
    )


def _used(entry: Entry[Any], steps: list[Step], *rest: Any) -> Used:
    return Used(entry, tuple(steps), *rest)


def log_kept(bound: Bound, gist: Gist) -> Data:
    """What a file of the log holds: the names of its records by their numbers, and what was said."""
    return {
        "entries": {
            key: [[entry.at.route[1], *entry.names] for entry in entries]
            for key, entries in bound.entries.items()
        },
        "unread": bound.unread,
        "broken": sorted(bound.broken),
        "known": [[*at.route, name] for at, name in bound.known.items()],
        "said": [finding_kept(found) for found in bound.diagnostics],
        "gist": gist_kept(gist),
    }


@dataclass(slots=True)
class _Late:
    """Records of one file, all read when the first is asked for."""

    path: str
    data: bytes
    read: Reader
    found: dict[At, Any] = field(default_factory=dict)

    def record(self, at: At) -> Any:
        if not self.found:
            bound = self.read(self.path, self.data)
            for entries in bound.entries.values():
                self.found.update((entry.at, entry.record) for entry in entries)
        return self.found[at]


def log_read(path: str, data: bytes, kept: Data, read: Reader) -> Bound:
    """What a file of the log holds; ``read`` reads it in full once a record is asked for."""
    late = _Late(path, data, read).record
    bound = Bound(
        unread=kept["unread"],
        broken=set(kept["broken"]),
        known={At(path, (key, number)): name for key, number, name in kept["known"]},
        diagnostics=list(findings_read(kept["said"])),
    )
    there: dict[Route, Entry[Any]] = {}
    for key, records in kept["entries"].items():
        entries = bound.entries[key] = []
        for number, *names in records:
            route = key, number
            there[route] = entry = LateEntry(late, At(path, route), tuple(names))
            entries.append(entry)
    bound.gist = gist_read(kept["gist"], there)
    return bound
