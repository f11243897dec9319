"""What an upheld falsification sets to zero: every item that its activity or document feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.measure.papers import asked_on
from pairing_cli.measure.view import Block, View
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.judgements import Finding, Verdict
from pairing_cli.model.log import Activity
from pairing_cli.model.measures import Measure
from pairing_cli.model.places import At
from pairing_cli.model.programme import Term, Zeroes
from pairing_cli.model.repository import Entry
from pairing_cli.model.rubric import Earning, Item, earnings
from pairing_cli.model.targets import Unit
from pairing_cli.score.shares import Draft, zero


@dataclass(frozen=True, slots=True)
class Zeroing:
    """The upheld falsifications that touch one item of one pairing."""

    view: View
    pairing: str
    item: Item

    @property
    def findings(self) -> tuple[Entry[Finding], ...]:
        """Those findings."""
        if self.view.reporting.falsified_zeroes is Zeroes.NOTHING:
            return ()
        found = self.view.about.upheld(Verdict.FALSIFIED, self.pairing)
        return tuple(
            entry for entry in found if self._fed(entry.record) or self._counted(entry.record)
        )

    @property
    def at(self) -> tuple[At, ...]:
        """Where they are recorded."""
        return tuple(entry.at for entry in self.findings)

    def of_year(self) -> Message | None:
        """The reason to zero the whole item; None when nothing does."""
        if self.view.reporting.falsified_zeroes is not Zeroes.ITEM_YEAR:
            return None
        return _reason(self.findings)

    def of_term(self, term: Term) -> Message | None:
        """The reason to zero one term of the item, where the programme zeroes by term."""
        if self.view.reporting.falsified_zeroes is not Zeroes.ITEM_TERM:
            return None
        return _reason(
            tuple(entry for entry in self.findings if self._term_of(entry.record) in (None, term))
        )

    def counted(self, draft: Draft) -> Draft:
        """A leaf of what is counted, lost where the programme zeroes by term and it is of that term.

        What is counted over the whole time is lost with anything that feeds it.
        """
        if self.view.reporting.falsified_zeroes is not Zeroes.ITEM_TERM:
            return draft
        term = self.view.repository.terms.get(draft.term) if draft.term else None
        fed = (entry for entry in self.findings if self._counted(entry.record))
        why = _reason(
            tuple(each for each in fed if term is None or self._term_of(each.record) is term)
        )
        return draft if why is None else zero(draft, why)

    def of_once(self) -> Message | None:
        """The reason to zero what the item asks for once, where the programme zeroes by term.

        That belongs to no term, so it is lost when the finding is about something that feeds it.
        """
        if self.view.reporting.falsified_zeroes is not Zeroes.ITEM_TERM:
            return None
        found = (
            entry
            for entry in self.findings
            if any(not block.requirement.given("per", "term") for block in self._fed(entry.record))
        )
        return _reason(tuple(found))

    def _fed(self, finding: Finding) -> list[Block]:
        """The item's blocks that a finding's activity or document feeds."""
        blocks = self.view.blocks_of(self.item)
        if finding.activity is None:
            return self._fed_by_papers(finding, blocks)
        entry = self.view.repository.activities.find(finding.activity)
        if entry is None or self.view.repository.pairings.key(entry.record.pairing) != self.pairing:
            return []
        return [block for block in blocks if self._activity_feeds(entry.record, block)]

    def _counted(self, finding: Finding) -> bool:
        """Whether the item counts a finding's activity in its favour, when it was held."""
        entry = self.view.repository.activities.find(finding.activity or "")
        if entry is None or self.view.repository.pairings.key(entry.record.pairing) != self.pairing:
            return False
        return any(
            self.view.selector(measure.of).fits(entry.record)
            for _, earning in earnings(self.item)
            for measure in in_favour(earning)
        )

    def _fed_by_papers(self, finding: Finding, blocks: list[Block]) -> list[Block]:
        if self.view.repository.pairings.key(finding.pairing or "") != self.pairing:
            return []
        types = self._types(finding)
        return [
            block for block in blocks if block.selector is None and block.needs(types, self.view)
        ]

    def _activity_feeds(self, activity: Activity, block: Block) -> bool:
        """Whether it fills a slot of a block, or counts towards a number in it, when it was held.

        Which of its documents the finding names does not matter: the activity is what is false.
        """
        if not asked_on(self.view, block, activity.days.start):
            return False
        if any(condition.fits(activity) for condition in block.conditions):
            return True
        return block.selector is not None and block.selector.fits(activity)

    def _types(self, finding: Finding) -> frozenset[str]:
        types = self.view.repository.document_types
        return frozenset(types.key(name) for name in finding.document)

    def _term_of(self, finding: Finding) -> Term | None:
        if finding.activity is not None:
            activity = self.view.repository.activities.get(finding.activity)
            return self.view.term_holding(activity.days.start) if activity else None
        return self.view.repository.terms.get(finding.term) if finding.term else None


def in_favour(earning: Earning) -> Iterator[Measure]:
    """The measures of activities that an item earns by, or loses by having too few of."""
    measures: list[Measure] = [earning.ratio] if earning.ratio else []
    if earning.done is not None and (earning.done.at_least or earning.done.above) is not None:
        measures.append(earning.done)
    if earning.rank is not None and earning.rank.best == "most":
        measures.append(earning.rank)
    if earning.bands is not None and earning.bands.rewards:
        measures.append(earning.bands)
    measures += earning.adds
    measures += [change for change in earning.deducts if change.below is not None]
    return (each for each in measures if each.count is not None and each.count not in _REGISTERED)


_REGISTERED = frozenset({Unit.PLAN_TASKS, Unit.DOCUMENTS, Unit.FIGURE})
"""Units of which no activity is counted."""


def _reason(findings: tuple[Entry[Finding], ...]) -> Message | None:
    if not findings:
        return None
    names = tuple(entry.key for entry in findings)
    return say("score.falsified", findings=names)
