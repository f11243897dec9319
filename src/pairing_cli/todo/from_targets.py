"""Targets → tasks: how much is missing, by when, and when what takes time must have begun."""

from __future__ import annotations

from collections.abc import Iterator

from pairing_cli.model.agenda import Deed, Task
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.results import ALTERNATIVES, Judgement, QuotaLine, QuotaTable

_OPEN = (Judgement.ON_TRACK, Judgement.AT_RISK, Judgement.UNREACHABLE)


def open_tasks(table: QuotaTable) -> Iterator[Task]:
    """What is missing from targets that are not due yet."""
    for line, title in _single(table):
        if line.verdict in _OPEN and line.remaining > line.under_way and not _too_late(table, line):
            yield _task(line, title)


def lost_tasks(table: QuotaTable) -> Iterator[Task]:
    """What was missed, or could only be reached by what should have begun by now."""
    for line, title in _single(table):
        missed = line.verdict is Judgement.MISSED
        if missed or (line.verdict in _OPEN and line.remaining and _too_late(table, line)):
            yield _task(line, title)


def _too_late(table: QuotaTable, line: QuotaLine) -> bool:
    over = line.begin_by is not None and line.begin_by < table.as_of
    return over and line.remaining > line.under_way


def _single(table: QuotaTable) -> Iterator[tuple[QuotaLine, str | Message]]:
    """The lines that stand for one scope each, and the parts inside them, with full titles."""
    for line in table.lines:
        yield from _inside(line, line.title)


def _inside(line: QuotaLine, title: str | Message) -> Iterator[tuple[QuotaLine, str | Message]]:
    if line.due is not None:
        yield line, title
    if line.unit == ALTERNATIVES and not any(child.is_scope for child in line.children):
        return  # one of them is enough: what is open is the choice, not each of them
    for child in line.children:
        inner = title if child.is_scope else say("todo.part", whole=line.title, part=child.title)
        yield from _inside(child, inner)


def _task(line: QuotaLine, title: str | Message) -> Task:
    return Task(
        f"target/{line.id}",
        Deed.REACH,
        title,
        line.due,
        (line.scope,),
        line.pairing,
        (line.side,) if line.side else (),
        line.organization,
        line.begin_by,
        number=line.remaining,
        unit=line.unit,
        reason=say(f"verdict.{line.verdict}"),
        at=line.at,
    )
