"""The proof of a target: the records that count, and those that nearly do, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.measure.persons import person_title
from pairing_cli.measure.stretch import lines_of
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.log import Activity
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import Evidence, QuotaLine, QuotaProof
from pairing_cli.model.selections import REGISTERED, Unit
from pairing_cli.model.targets import Quota
from pairing_cli.quota.aim import Aim, part_id
from pairing_cli.quota.table import aims, alternatives

_OF_PEOPLE = (Unit.PEOPLE, Unit.PERSON_TIMES)


def explain(
    counter: Counter, wanted: str, pairings: Collection[str] | None = None
) -> tuple[QuotaProof, ...]:
    """The proofs of the lines that ``wanted`` names: a target's id, or that of a scope or part.

    Empty when there is no such line. A target that holds in several scopes is proved in each.
    """
    found: list[QuotaProof] = []
    for entry in counter.view.repository.quotas:
        quota = entry.record
        for cell, identity, aim in aims(counter, entry, pairings):
            everything = _lines(aim, identity, quota.title, scope=bool(cell.key))
            for line, each in everything:
                names = {line.id, line.id.replace(f"[{cell.key}]", "")}
                if wanted in names or (wanted == quota.title and line.id == identity):
                    found.append(_proof(each, line))
    return tuple(found)


def _lines(aim: Aim, identity: str, title: str, *, scope: bool) -> Iterator[tuple[QuotaLine, Aim]]:
    """A line and every line inside it, with what is aimed at there."""
    if isinstance(aim.target, Quota) and aim.target.any_of:
        yield alternatives(aim, aim.target, identity, scope=scope), aim
    else:
        yield aim.line(identity, title, scope=scope), aim
    outer = aim.as_outer()
    parts = aim.target.inside
    if not parts:
        parts = tuple(
            ("any_of", n, part) for n, part in enumerate(getattr(aim.target, "any_of", ()))
        )
    for position, (field, number, part) in enumerate(parts):
        inner = aim.inner(field, number, part, None if field == "any_of" else outer)
        yield from _lines(inner, part_id(identity, position, part), part.title, scope=False)


def _proof(aim: Aim, line: QuotaLine) -> QuotaProof:
    tallies = aim.counted().tallies
    counted = tuple(
        Evidence(tally.at, tally.title, tally.number) for tally in tallies if tally.number
    )
    again = (
        Evidence(tally.at, tally.title, 0, (tally.note,))
        for tally in tallies
        if not tally.number and tally.note
    )
    taken = {tally.at for tally in tallies}
    missed = (each for each in _nearly(aim) if each.at not in taken)
    return QuotaProof(line, counted, (*again, *missed))


def _nearly(aim: Aim) -> Iterator[Evidence]:
    """Activities of the scope that miss by one thing only; a wrong kind of work is not near.

    None where activities are not what is counted: plan tasks, or what stands in a register.
    """
    counter, stretch = aim.counter, aim.cell.stretch
    if not _counts_activities(aim):
        return
    for entry in counter.within(stretch):
        reasons = list(_reasons(aim, entry))
        if len(reasons) == 1 and reasons[0].key != "miss.kind":
            yield Evidence(entry.at, counter.title_of(entry.record), 0, tuple(reasons))
        if not reasons and aim.unit in _OF_PEOPLE:
            yield from _left_out(aim, entry)


def _left_out(aim: Aim, entry: Entry[Activity]) -> Iterator[Evidence]:
    """Those who took part in an activity that counts, and miss by one thing: who left a day early."""
    activity, stretch = entry.record, aim.cell.stretch
    for number, line in enumerate(activity.participants):
        reasons = aim.selector.person_misses(activity, line)
        if len(reasons) == 1 and stretch.has(aim.selector, activity, line):
            title = person_title(line, activity)
            yield Evidence(entry.place("participants", number), title, 0, tuple(reasons))


def _counts_activities(aim: Aim) -> bool:
    if aim.unit in (Unit.PLAN_TASKS, Unit.MENTORSHIPS):
        return False
    return aim.unit not in REGISTERED or aim.selector.states_activity


def _reasons(aim: Aim, entry: Entry[Activity]) -> Iterator[Message]:
    activity, stretch = entry.record, aim.cell.stretch
    yield from aim.selector.misses(activity)
    if not stretch.takes(aim.selector, activity):
        yield say("miss.scope")
    elif (
        aim.unit in _OF_PEOPLE
        and aim.selector.fits(activity)
        and not lines_of(aim.selector, stretch, activity)
    ):
        yield say("miss.nobody")
    fact = aim.counter.held(entry)
    if fact.held is not Held.HELD:
        yield fact.reason
