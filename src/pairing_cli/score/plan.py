"""A rubric and a pairing → drafts: what each node is, and how siblings share.

An item's points are divided equally over the terms in which it requires something, and within a
term equally over that term's requirement instances: one document of a block, or, where the block
asks for activities, each document of each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from pairing_cli.measure.count import Counter
from pairing_cli.measure.judge import Judged, judge
from pairing_cli.measure.papers import (
    Demand,
    asks_in,
    demands,
    exceptions,
    slot_deadline,
    title_of,
)
from pairing_cli.measure.view import Block
from pairing_cli.model.assessed import Profile
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.gates import ALL
from pairing_cli.model.judgements import Waiver
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term
from pairing_cli.model.repository import Entry
from pairing_cli.model.results import ZERO, NodeKind, Paper, State
from pairing_cli.model.rubric import RECKONED, Earning, Item, Rubric, Section, earnings
from pairing_cli.score.opinions import (
    opinion_drafts,
    self_rating,
    survey_draft,
)
from pairing_cli.score.ranks import Ranks
from pairing_cli.score.reading import Known
from pairing_cli.score.shares import Draft, settle
from pairing_cli.score.slots import Filled, Slots, fill
from pairing_cli.score.units import Assessed
from pairing_cli.score.ways import Ways
from pairing_cli.score.zeroing import Zeroing


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes the drafts of one rubric for one assessed unit.

    ``known`` gives the points of other items and under other rubrics; ``gated`` are the ids that a gate has
    set to zero, with the reason; of the items, ``only`` these are wanted, if not all.
    """

    counter: Counter
    rubric: Entry[Rubric]
    unit: Assessed
    ranks: Ranks
    known: Known
    gated: Mapping[str, Message]
    only: frozenset[str] | None = None

    @property
    def profile(self) -> Profile:
        """What tells the unit from others, where some items are not asked of everybody."""
        return self.unit.profile

    @property
    def pairing(self) -> str:
        """The key of the pairing that is assessed; empty where a school or a person is."""
        return self.unit.pairing or ""

    def sections(self) -> Iterator[Draft]:
        """A draft for every section."""
        for number, section in enumerate(self.rubric.record.sections):
            if self.profile.among(section.only_for):
                yield self._section(section, number)

    def _section(self, section: Section, number: int) -> Draft:
        items = tuple(self._items(section, number))
        return Draft(
            section.id,
            section.title,
            NodeKind.SECTION,
            weight=section.points
            if section.out_of and section.points
            else sum((item.weight for item in items), ZERO),
            extra=sum((item.extra for item in items), ZERO),
            children=items,
            at=(self.rubric.place("sections", number),),
            least=section.floor,
            bonus_most=section.bonus_at_most,
        )

    def _items(self, section: Section, number: int) -> Iterator[Draft]:
        """The items that are asked of the unit; one whose points its others share stands as such."""
        for index, item in enumerate(section.items):
            if self.profile.among(item.only_for):
                yield self.item(item, number, index)
            elif item.otherwise == "shared":
                excused = say("score.not-asked")
                shell = self._shell(item, self.rubric.place("sections", number, "items", index))
                yield replace(shell, state=State.NOT_APPLICABLE, reason=excused)

    @staticmethod
    def _shell(item: Item, place: At) -> Draft:
        """The draft of an item without what it comes to."""
        return Draft(
            item.id,
            f"{item.number} {item.title}" if item.number else item.title,
            NodeKind.ITEM,
            weight=item.points or ZERO,
            extra=item.bonus or ZERO,
            at=(place,),
            bonus=item.bonus is not None,
            own=item.points or item.bonus or ZERO,
        )

    def item(self, item: Item, section: int, number: int) -> Draft:
        """The draft of an item, zeroed where a finding says so."""
        place = self.rubric.place("sections", section, "items", number)
        zeroing = Zeroing(self.counter.view, self.pairing, item)
        shell = replace(
            self._shell(item, place),
            at=(place, *zeroing.at),
            zeroed=zeroing.of_year() or self._gated(item.id, section),
            forced=ALL in self.gated,
        )
        if self._only_weighs(item):
            return replace(shell, state=State.AWAITING)
        if not item.parts:
            return self._unless_excused(self._earning(shell, item, zeroing, place), item)
        parts = tuple(
            self._unless_excused(
                self._earning(
                    Draft(
                        part.id,
                        part.title,
                        NodeKind.PART,
                        weight=part.points,
                        at=(place.sub("parts", index),),
                        zeroed=self.gated.get(part.id),
                        own=part.points,
                    ),
                    part,
                    zeroing,
                    place.sub("parts", index),
                ),
                part,
            )
            for index, part in enumerate(item.parts)
        )
        whole = replace(shell, children=parts, least=item.floor if item.given("floor") else None)
        return self._unless_excused(whole, item)

    def _unless_excused(self, draft: Draft, earning: Earning) -> Draft:
        """A draft that does not apply where a waiver says so; what earned everything earns it still."""
        inner = [each for _, each in earnings(earning)] if isinstance(earning, Item) else [earning]
        waivers = self._excused(earning.id)
        if not waivers or any(each.requires for each in inner):
            return draft
        found = settle(draft, draft.own)
        if found.earned == found.maximum > 0:
            return draft
        at = (*draft.at, *(waiver.at for waiver in waivers))
        plain = replace(draft, children=(), figures=None, zeroed=None, least=None)
        return replace(plain, state=State.NOT_APPLICABLE, reason=say("score.excused"), at=at)

    def _excused(self, item: str) -> list[Entry[Waiver]]:
        """The waivers that excuse an item as a whole, whatever it would earn by."""
        view = self.counter.view
        return [
            waiver
            for waiver in view.waivers.get(self.pairing, ())
            if waiver.record.of_item and view.repository.items.key(waiver.record.item or "") == item
        ]

    def _only_weighs(self, item: Item) -> bool:
        """Whether an item need not be scored, since only its weight beside others is wanted.

        Where something is excused it may be that nothing of it applies, and its share is theirs.
        """
        if self.only is None or item.id in self.only:
            return False
        waivers = self.counter.view.waivers.get(self.pairing, ())
        return not any(waiver.record.excused for waiver in waivers)

    def _gated(self, item: str, section: int) -> Message | None:
        """Why a gate sets an item, or its section, to zero; None when none does."""
        names = (item, self.rubric.record.sections[section].id, ALL)
        return next((self.gated[name] for name in names if name in self.gated), None)

    def _earning(self, shell: Draft, earning: Earning, zeroing: Zeroing, place: At) -> Draft:
        children = self._opinions(earning, zeroing)
        if children is None and any(getattr(earning, way) for way in RECKONED):
            children = tuple(map(zeroing.counted, self._reckoned(earning, place)))
        elif children is None:
            children = tuple(self._terms(earning, zeroing))
        if not children:
            return replace(shell, state=State.NO_DATA, reason=say("score.nothing-asked"))
        note = self_rating(self.counter.view, self.unit, earning)
        return replace(shell, children=children, reason=note or shell.reason)

    def _opinions(self, earning: Earning, zeroing: Zeroing) -> tuple[Draft, ...] | None:
        """What people give; None where the item earns in another way."""
        view, unit, opinion = self.counter.view, self.unit, earning.opinion
        if earning.survey is not None:
            return (survey_draft(view, unit, earning, earning.survey),)
        if opinion is None:
            return None
        if opinion.per is None:
            return opinion_drafts(view, unit, earning)
        return tuple(self._opinions_of(earning, term, zeroing) for term in unit.terms(view))

    def _opinions_of(self, earning: Earning, term: Term, zeroing: Zeroing) -> Draft:
        view, unit = self.counter.view, self.unit
        draft = _term_draft(earning, term, opinion_drafts(view, unit, earning, term), zeroing)
        note = self_rating(view, unit, earning, term)
        return draft if note is None else replace(draft, reason=note)

    def _reckoned(self, earning: Earning, place: At) -> tuple[Draft, ...]:
        """What is reckoned from numbers."""
        penalty = getattr(earning, "penalty", None)
        most = ZERO if penalty else earning.worth
        least = -penalty if penalty else earning.floor
        ways = Ways(self.counter, self.unit, self.ranks, self.known, earning, place, most, least)
        return ways.leaves()

    def _terms(self, earning: Earning, zeroing: Zeroing) -> Iterator[Draft]:
        """A draft for each term in which something is required; what is not, stands by itself."""
        blocks = self.counter.view.blocks_of(earning)
        for term in self.unit.terms(self.counter.view):
            asking = [block for block in blocks if asks_in(self.counter.view, block, term)]
            children = tuple(self._instances(asking, earning, term))
            if children:
                yield _term_draft(earning, term, children, zeroing)
        once = [block for block in blocks if not block.requirement.given("per", "term")]
        year = tuple(self._instances(once, earning, None))
        if year:
            yield Draft(
                f"{earning.id}/year",
                say("score.year"),
                NodeKind.TERM,
                children=year,
                zeroed=zeroing.of_once(),
            )

    def _instances(
        self, blocks: list[Block], earning: Earning, term: Term | None
    ) -> Iterator[Draft]:
        prefix = f"{earning.id}/{term.id if term else 'year'}"
        for number, block in enumerate(blocks, 1):
            if block.selector is not None:
                yield from self._slots(block, f"{prefix}/{number}", term)
                continue
            for index, demand in enumerate(demands(block, self.pairing, term)):
                judged = judge(self.counter, demand)
                yield _document(f"{prefix}/{number}", index, demand, judged)

    def _slots(self, block: Block, prefix: str, term: Term | None) -> Iterator[Draft]:
        slots = fill(self.counter, block, self.pairing, term)
        wanted = block.requirement.activities
        for index in range(wanted.at_least if wanted else 0):
            identity = f"{prefix}.{index + 1}"
            if index < len(slots.filled):
                yield _filled(identity, index, block, slots.filled[index])
            else:
                yield self._unfilled(identity, index, block, term, slots)

    def _unfilled(
        self, identity: str, index: int, block: Block, term: Term | None, slots: Slots
    ) -> Draft:
        """A slot without an activity: open until its term and its reporting days are over.

        Until then one may still be held, even where its papers are due before it, or on a day that
        has passed: they may have come in already.
        """
        view, pairing = self.counter.view, self.pairing
        last = slot_deadline(view, block, pairing, term)
        over = view.as_of > max(last, view.days_of(term).end)
        state = State.MISSING if over else State.NOT_YET_DUE
        reason = say(
            "score.slot-missing" if over else "score.slot-open",
            due=last,
            others=slots.why_unfilled(),
        )
        children = []
        for number, demand in enumerate(demands(block, pairing, term)):
            paper = Paper(title_of(view, demand.need), demand.rule, demand.sides, last)
            waived = exceptions(view, demand)
            judged = Judged(state, reason, paper, waived.at)
            if waived.excused:
                judged = Judged(State.NOT_APPLICABLE, say("score.excused"), paper, waived.at)
            children.append(_document(identity, number, demand, judged))
        return Draft(
            identity,
            _slot_title(block, index),
            NodeKind.SLOT,
            weight=Fraction(len(children)),
            children=tuple(children),
            reason=reason,
            at=slots.places(),
            whole=all(child.state is state for child in children),
        )


def _term_draft(
    earning: Earning, term: Term, children: tuple[Draft, ...], zeroing: Zeroing
) -> Draft:
    return Draft(
        f"{earning.id}/{term.id}",
        term.title,
        NodeKind.TERM,
        children=children,
        term=term.id,
        zeroed=zeroing.of_term(term),
    )


def _slot_title(block: Block, index: int, filled: Filled | None = None) -> Message:
    name = block.requirement.title or block.earning.title
    if filled is None:
        return say("score.slot", name=name, number=index + 1)
    activity = filled.activity.record
    return say(
        "score.slot-filled",
        name=name,
        number=index + 1,
        date=str(activity.days),
        place=activity.title or activity.at or filled.activity.key,
    )


def _filled(identity: str, index: int, block: Block, filled: Filled) -> Draft:
    children = tuple(
        _document(identity, number, demand, judged)
        for number, (demand, judged) in enumerate(filled.papers)
    )
    return Draft(
        identity,
        _slot_title(block, index, filled),
        NodeKind.SLOT,
        weight=Fraction(len(children)),
        children=children,
        reason=say("score.slot-activity", activity=filled.activity.key),
        at=(filled.activity.at,),
    )


def _document(prefix: str, index: int, demand: Demand, judged: Judged) -> Draft:
    sides = "+".join(demand.sides)
    return Draft(
        f"{prefix}/{index + 1}-{'-or-'.join(demand.need.type)}@{sides}",
        judged.paper.title,
        NodeKind.DOCUMENT,
        state=judged.state,
        reason=judged.reason,
        at=judged.at,
        paper=judged.paper,
        share=judged.share,
        less=judged.less,
    )
