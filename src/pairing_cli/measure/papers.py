"""Required documents: what is asked for, when it is due, and what came in.

A `Demand` is one requirement instance: a kind of document, from a side (or both), for one activity
or for a term. `receive` gathers what came in for it, on time or not. Whether that is enough is
judged in `judge`; whether an activity counts as held, in `held`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pairing_cli.measure.arrivals import HandedIn
from pairing_cli.measure.view import Block, View
from pairing_cli.model.dates import Days, plus
from pairing_cli.model.due import due_day
from pairing_cli.model.judgements import Waiver
from pairing_cli.model.log import Activity
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side, Term
from pairing_cli.model.repository import Entry
from pairing_cli.model.requirements import DocumentNeed


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """One requirement instance; ``rule`` is where the rubric asks for it."""

    pairing: str
    block: Block
    need: DocumentNeed
    rule: At
    sides: tuple[Side, ...]
    term: Term | None
    activity: Entry[Activity] | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """What came in for a demand: everything, what was not sent back, and of that, what was on time.

    ``tolerated`` is what came late, of a block whose late papers still earn something.
    ``excused``: a waiver says that it need not be handed in. ``at``: where all this is recorded.
    """

    due: date
    found: tuple[HandedIn, ...]
    accepted: tuple[HandedIn, ...]
    on_time: tuple[HandedIn, ...]
    past_due: bool
    excused: bool
    at: tuple[At, ...]
    tolerated: tuple[HandedIn, ...] = ()


def demands(
    block: Block, pairing: str, term: Term | None, activity: Entry[Activity] | None = None
) -> tuple[Demand, ...]:
    """A block's requirement instances for one slot: one for each document and providing side."""
    return tuple(
        Demand(pairing, block, need, block.at.sub("documents", number), sides, term, activity)
        for number, need in enumerate(block.requirement.documents)
        for sides in need.from_.instances
    )


def due_of(view: View, demand: Demand, *, activity: Days | None) -> date:
    """When a demand is due, before any waiver; the term's last day where the rubric is silent."""
    return _stated_due(view, demand, activity) or view.days_of(demand.term).end


def _stated_due(view: View, demand: Demand, activity: Days | None) -> date | None:
    """The due day that the rubric states; None where it states none, or needs an activity."""
    term = demand.term
    rule = demand.block.requirement.due_of(demand.need)
    key = view.repository.terms.key
    due = rule.for_term(term.id, key) if rule and term else rule.always if rule else None
    if due is None:
        return None
    return due_day(
        due,
        activity=activity,
        term=view.days_of(term),
        calendar=view.calendar,
        end_day_counts=view.reporting.end_day_counts,
    )


def slot_deadline(view: View, block: Block, pairing: str, term: Term | None) -> date:
    """The last day on which a document of an activity could still come in on time.

    An activity may be held on the term's last day, so this is the latest due date of one held then,
    or the later day to which a waiver moved it.
    """
    end = view.days_of(term).end
    last = Days(end, end)
    return max(
        max(due_of(view, demand, activity=last), date.min, *exceptions(view, demand).moved)
        for demand in demands(block, pairing, term)
    )


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What the waivers that cover a demand say: later days, whether it is excused, and where."""

    moved: tuple[date, ...]
    excused: bool
    at: tuple[At, ...]


def exceptions(view: View, demand: Demand) -> Exceptions:
    """The approved exceptions for a demand."""
    waivers = [
        waiver
        for waiver in view.waivers.get(demand.pairing, ())
        if _covers(view, waiver.record, demand)
    ]
    return Exceptions(
        tuple(waiver.record.until for waiver in waivers if waiver.record.until),
        any(waiver.record.excused for waiver in waivers),
        tuple(waiver.at for waiver in waivers),
    )


def receive(view: View, demand: Demand) -> Received:
    """What had come in for a demand by the view's day."""
    waived = exceptions(view, demand)
    days = demand.activity.record.days if demand.activity else None
    due = max(due_of(view, demand, activity=days), *waived.moved, date.min)
    found = tuple(_found(view, demand))
    accepted = tuple(paper for paper in found if not paper.rejected(view.as_of))
    return Received(
        due,
        found,
        accepted,
        on_time=tuple(paper for paper in accepted if paper.document.received <= due),
        past_due=view.as_of > due,
        excused=waived.excused,
        at=(*(paper.at for paper in found), *waived.at),
        tolerated=tuple(paper for paper in accepted if _tolerated(demand, paper, due)),
    )


def _tolerated(demand: Demand, paper: HandedIn, due: date) -> bool:
    late, days = demand.block.requirement.late, (paper.document.received - due).days
    return late is not None and days > 0 and (late.up_to is None or days <= late.up_to)


def title_of(view: View, need: DocumentNeed) -> str:
    """What a document is called: its types' titles, alternatives joined by 或."""
    types = view.repository.document_types
    found = (types.get(name) for name in need.type)
    return "或".join(
        record.title if record else name for record, name in zip(found, need.type, strict=True)
    )


def _covers(view: View, waiver: Waiver, demand: Demand) -> bool:
    repository = view.repository
    activity = demand.activity.key if demand.activity else None
    types = {repository.document_types.key(name) for name in waiver.document}
    return (
        (waiver.activity is None or repository.activities.key(waiver.activity) == activity)
        and (waiver.item is None or repository.items.key(waiver.item) in demand.block.ids)
        and (waiver.term is None or _falls_into(view, demand, repository.terms.get(waiver.term)))
        and (not types or not types.isdisjoint(view.type_keys(demand.need)))
        and (waiver.side is None or waiver.side in demand.sides)
    )


def _falls_into(view: View, demand: Demand, term: Term | None) -> bool:
    """Whether a demand is a term's; what is asked for once is of the term in which it is due."""
    if term is None or demand.term is not None:
        return term is not None and demand.term is term
    due = _stated_due(view, demand, demand.activity.record.days if demand.activity else None)
    return due is not None and due in term.period


def _found(view: View, demand: Demand) -> list[HandedIn]:
    types = view.type_keys(demand.need)
    return [
        paper
        for paper in view.papers(demand.pairing, demand.activity.key if demand.activity else None)
        if paper.type in types
        and not paper.sides.isdisjoint(demand.sides)
        and (demand.activity is not None or _in_term(view, paper, demand))
    ]


def _in_term(view: View, paper: HandedIn, demand: Demand) -> bool:
    """Whether a document belongs to the demand's term.

    What is asked for once takes it whatever term it states. Without a stated term it belongs to the
    latest term that asks for it and had begun when it came; or, where it came after a term for which
    it was not due yet, to that term.
    """
    if demand.term is None:
        return True
    if paper.term is not None:
        return paper.term == demand.term.id
    asking = terms_asking(view, demand)
    day = paper.document.received
    begun = [term for term in asking if term.period.start <= day] or asking[:1]
    return demand.term is _belated(view, demand, begun, day)


def _belated(view: View, demand: Demand, begun: Sequence[Term], day: date) -> Term:
    """The latest of some terms; or one that was over, for which a paper was still due on a day.

    Where the terms ask for it by one and the same day, that day tells nothing.
    """
    latest = begun[-1]
    late = demand.block.requirement.late
    grace = late.up_to or 0 if late else 0
    due = {
        id(term): plus(due_of(view, replace(demand, term=term), activity=None), grace)
        for term in begun
    }
    over = [term for term in begun[:-1] if term.period.end < day <= due[id(term)] < due[id(latest)]]
    return over[-1] if over else latest


def terms_asking(view: View, demand: Demand) -> list[Term]:
    """The terms in which the demand's item asks for its document outside activities, in order."""
    types = view.type_keys(demand.need)
    blocks = [
        block
        for block in view.blocks_of(demand.block.earning)
        if block.selector is None and block.needs(types, view)
    ]
    return [term for term in view.terms if any(asks_in(view, block, term) for block in blocks)]


def asked_on(view: View, block: Block, day: date) -> tuple[Term | None, ...]:
    """For what a block asks on a day: for the term that holds it, for the programme once, or nothing."""
    if not block.requirement.given("per", "term"):
        return (None,)
    return tuple(term for term in view.terms if day in term.period and asks_in(view, block, term))


def asks_in(view: View, block: Block, term: Term) -> bool:
    """Whether a block asks for something in a term."""
    named = block.requirement.term
    if named:
        return term in (view.repository.terms.get(name) for name in named)
    return block.requirement.per == "term"
