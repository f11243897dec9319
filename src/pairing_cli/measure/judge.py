"""Judging one requirement instance: earned, or in which way not.

Copies of several documents that came on time add up. A document that came late, or was sent back,
does not count. Until the due day has passed nothing is lost, however little has come.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pairing_cli.measure.arrivals import HandedIn
from pairing_cli.measure.count import Counter
from pairing_cli.measure.papers import Demand, Received, receive, title_of
from pairing_cli.measure.stretch import Stretch
from pairing_cli.model.dates import months_of
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.places import At
from pairing_cli.model.programme import Side
from pairing_cli.model.requirements import Provider
from pairing_cli.model.results import Paper, Receipt, State
from pairing_cli.model.selections import Condition, Scope


@dataclass(frozen=True, slots=True)
class Judged:
    """A demand with its state, the reason, and what it rests on.

    What came late and still earns something has earned ``share`` of its points, ``less`` so many.
    """

    state: State
    reason: Message
    paper: Paper
    at: tuple[At, ...]
    share: Fraction = Fraction(1)
    less: Fraction = Fraction(0)


def judge(counter: Counter, demand: Demand) -> Judged:
    """The state of a demand on the counter's day."""
    received = receive(counter.view, demand)
    case = _Case(counter, demand, received)
    state, reason = case.verdict()
    receipts = tuple(
        Receipt(paper.document.received, paper.at, paper.document.number, _counts(received, paper))
        for paper in received.found
    )
    title = title_of(counter.view, demand.need)
    paper = Paper(title, demand.rule, demand.sides, received.due, receipts)
    share, less = case.of_late() if state is State.SHORT else (Fraction(1), Fraction(0))
    return Judged(state, reason, paper, received.at, share, less)


def _counts(received: Received, paper: HandedIn) -> bool:
    return paper in received.on_time or paper in received.tolerated


@dataclass(frozen=True, slots=True)
class _Case:
    """A demand and what came in for it, about to be judged."""

    counter: Counter
    demand: Demand
    received: Received

    def verdict(self) -> tuple[State, Message]:
        """The state, and the reason for it; what is excused applies only where it earns."""
        state, reason = self._unexcused()
        if self.received.excused and state is not State.EARNED:
            return State.NOT_APPLICABLE, say("score.excused")
        return state, reason

    def _unexcused(self) -> tuple[State, Message]:
        """The state as if nothing were excused."""
        lacking = self._lacking(self.received.on_time)
        if lacking is None:
            return self._by_condition()
        if lacking.key == "score.no-pairs":
            return State.NO_DATA, lacking
        if not self.received.past_due:
            return State.NOT_YET_DUE, self._still_to_come(lacking)
        return self._lost(lacking)

    def _still_to_come(self, lacking: Message) -> Message:
        due = self.received.due
        if self.received.on_time:
            return say("score.open-incomplete", due=due, lacking=lacking)
        return say("score.open", due=due)

    def _lost(self, lacking: Message) -> tuple[State, Message]:
        due = self.received.due
        if self.received.tolerated and self._lacking(self._in_the_end) is None:
            return State.SHORT, self._late()
        if self.received.on_time:
            return State.INCOMPLETE, lacking
        if self.received.accepted:
            day = self.received.accepted[0].document.received
            return State.LATE, say("score.late", due=due, received=day, days=(day - due).days)
        if self.received.found:
            rejected = self.received.found[-1].document.rejected
            return State.REJECTED, say("score.rejected", reason=rejected.reason if rejected else "")
        return State.MISSING, say("score.missing", due=due)

    @property
    def _in_the_end(self) -> tuple[HandedIn, ...]:
        """What came on time, and what came late and still counts."""
        return (*self.received.on_time, *self.received.tolerated)

    @property
    def _days_late(self) -> int:
        last = max(paper.document.received for paper in self.received.tolerated)
        return (last - self.received.due).days

    def _late(self) -> Message:
        """That it came late, and what it earns all the same."""
        last = max(paper.document.received for paper in self.received.tolerated)
        share, less = self.of_late()
        key = "score.late-share" if less == 0 else "score.late-less"
        due, days = self.received.due, self._days_late
        return say(key, due=due, received=last, days=days, share=share * 100, less=less)

    def of_late(self) -> tuple[Fraction, Fraction]:
        """What a late paper earns: a share of its points, less so many points."""
        late = self.demand.block.requirement.late
        if late is None:
            return Fraction(0), Fraction(0)
        if late.each_day is not None:
            return Fraction(1), late.each_day * self._days_late
        return (late.share.value / 100 if late.share else Fraction(0)), Fraction(0)

    def _by_condition(self) -> tuple[State, Message]:
        """The state of a document that is complete but for the number it must prove."""
        last = max(paper.document.received for paper in self.received.on_time)
        earned = say("score.earned", received=last, due=self.received.due)
        condition = self.demand.need.complete_when
        if condition is None:
            return State.EARNED, earned
        short = self._short_of(condition)
        if short is None:
            return State.EARNED, earned
        if short.key == "score.no-pairs":
            return State.NO_DATA, short
        last_day = max(self.received.due, self.counter.view.days_of(self.demand.term).end)
        over = self.counter.view.as_of > last_day
        return (State.INCOMPLETE if over else State.NOT_YET_DUE), short

    def _short_of(self, condition: Condition) -> Message | None:
        """What is missing from the number that makes the document complete; None: nothing."""
        view = self.counter.view
        selector = view.selector(condition.of)
        scopes = self._scopes(condition)
        if not scopes:
            return say("score.no-pairs")
        short = []
        for name, stretch in scopes:
            found = self.counter.count(condition.count, selector, stretch).number
            if found < condition.at_least:
                needed = condition.at_least
                short.append(say("score.short-of", name=name, found=found, needed=needed))
        return say("score.condition", short=tuple(short)) if short else None

    def _scopes(self, condition: Condition) -> list[tuple[str, Stretch]]:
        view, pairing = self.counter.view, self.demand.pairing
        days = view.days_of(self.demand.term)
        if condition.per is Scope.MENTORSHIP:
            pairs = view.mentorships(pairing, days)
            return [(entry.key, Stretch(days, pairing, entry.key)) for entry in pairs]
        if condition.per is Scope.MONTH:
            return [(str(month), Stretch(month.days, pairing)) for month in months_of(days)]
        return [("", Stretch(days, pairing))]

    def _lacking(self, papers: tuple[HandedIn, ...]) -> Message | None:
        """What these papers lack to be complete; None when they lack nothing."""
        need = self.demand.need
        if need.one_per and not self._people():
            return say("score.no-pairs")
        if not papers:
            return say("score.nothing")
        sealed = [paper for paper in papers if not self._unsealed(paper)]
        if not sealed:
            sides = self._unsealed(papers[-1])
            return say("score.seals", sides=tuple(say(f"side.{side}") for side in sides))
        return self._apart(sealed) or self._too_few(sealed)

    def _apart(self, papers: list[HandedIn]) -> Message | None:
        """The sides that have no part in what both must hand in jointly; None: nothing is absent."""
        if self.demand.need.from_ is not Provider.JOINTLY:
            return None
        took_part = {side for paper in papers for side in paper.sides}
        absent = [side for side in self.demand.sides if side not in took_part]
        names = tuple(say(f"side.{side}") for side in absent)
        return say("score.one-sided", sides=names) if absent else None

    def _too_few(self, sealed: list[HandedIn]) -> Message | None:
        need = self.demand.need
        if need.one_per:
            return self._authors(sealed)
        copies = sum(paper.document.number for paper in sealed)
        if copies < need.copies:
            return say("score.copies", found=copies, needed=need.copies)
        return None

    def _unsealed(self, paper: HandedIn) -> list[Side]:
        """The sides whose seals a paper needs and does not bear."""
        side_of = self.counter.view.repository.side_of
        seals = {side_of(self.demand.pairing, name) for name in paper.document.seals}
        return [side for side in self.demand.need.seals if side not in seals]

    def _people(self) -> list[str]:
        """The keys of the people each of whom must hand one in."""
        view = self.counter.view
        role = self.demand.need.one_per
        return [
            view.repository.people.key(
                entry.record.mentor if role == "mentor" else entry.record.mentee
            )
            for entry in view.mentorships(self.demand.pairing, view.days_of(self.demand.term))
        ]

    def _authors(self, papers: list[HandedIn]) -> Message | None:
        people = self.counter.view.repository.people
        wrote = {people.key(name) for paper in papers for name in paper.document.by}
        absent = sorted(set(self._people()) - wrote)
        names = tuple(person.name if (person := people.get(key)) else key for key in absent)
        return say("score.authors", names=names) if absent else None
