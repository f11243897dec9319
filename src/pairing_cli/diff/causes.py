"""Which changed records are behind a changed figure: those that its proof names, on either side.

Where the proof names none that changed, the figure moved by rules or registers that the proof takes
for granted (terms, kinds, the pairing itself, a waiver): these are given instead, and said to be
possible rather than certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pairing_cli.model.changes import NodeChange
from pairing_cli.model.collections import PROGRAMME
from pairing_cli.model.differences import Causes, RecordChange
from pairing_cli.model.places import At, Route
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import QuotaLine, ScoreNode, ScoreSheet

_RULES = (
    *(PROGRAMME, "rubrics", "quotas", "activity_kinds", "document_types", "organizations"),
    *("pairings", "people", "mentorships", "figures", "waivers", "findings", "surveys", "ratings"),
)
"""Collections that decide about figures without being named in every proof, nearest first."""

_Stead = tuple[str, Route]


@dataclass(slots=True)
class Blame:
    """Finds the changed records behind figures."""

    before: Repository
    after: Repository
    records: Sequence[RecordChange]
    _old: dict[_Stead, RecordChange] = field(init=False)
    _new: dict[_Stead, RecordChange] = field(init=False)
    _items: frozenset[str] = field(init=False)
    _about: dict[_Stead, list[RecordChange]] = field(init=False)

    def __post_init__(self) -> None:
        """Look the changed records up by their places on both sides."""
        self._old = {_stead(each.before): each for each in self.records if each.before}
        self._new = {_stead(each.after): each for each in self.records if each.after}
        self._items = frozenset(_changed_items(self.before, self.after))
        self._about = {}
        for stead, change in self._judged():
            self._about.setdefault(stead, []).append(change)

    def _judged(self) -> Iterator[tuple[_Stead, RecordChange]]:
        """The changed findings and waivers, with the places of the activities that they are about."""
        for change in self.records:
            if change.collection not in ("findings", "waivers"):
                continue
            for side, at in ((self.before, change.before), (self.after, change.after)):
                entry = next((e for e in side.index(change.collection) if e.at == at), None)
                name = getattr(entry.record, "activity", None) if entry else None
                activity = side.activities.find(name) if name else None
                if activity is not None:
                    yield _stead(activity.at), change

    def of_nodes(self, item: NodeChange) -> Causes:
        """The records behind an item of a score."""
        return self._causes(self._cited_by_nodes(item))

    def of_lines(self, before: QuotaLine | None, after: QuotaLine | None) -> Causes:
        """The records behind a target: what counted for it on one side and not, or otherwise, on the other."""
        sides = [
            (line, places) for line, places in ((after, self._new), (before, self._old)) if line
        ]
        steads = [(_stead(at), places) for line, places in sides for at in _counted(line)]
        cited = [[places.get(stead), *self._about.get(stead, ())] for stead, places in steads]
        return self._causes(each for found in cited for each in found if each)

    def of_sheets(
        self, before: ScoreSheet | None, after: ScoreSheet | None
    ) -> tuple[RecordChange, ...]:
        """The changed records that sheets rest on."""
        nodes = [
            (unit.node, places)
            for sheet, places in ((before, self._old), (after, self._new))
            if sheet
            for unit in sheet.units
        ]
        found = [change for node, places in nodes for change in self._named(node, places)]
        return tuple({id(change): change for change in found}.values())

    def of_paper(self, before: ScoreNode | None, after: ScoreNode, item: NodeChange) -> Causes:
        """The records behind a document that is late; else those behind its item."""
        found = self._causes(self._cited(before, after))
        return found if found.cited else self.of_nodes(item)

    def _causes(self, cited: Iterable[RecordChange]) -> Causes:
        found = list({id(each): each for each in cited}.values())
        if found:
            return Causes(tuple(found))
        rules = [each for each in self.records if each.collection in _RULES and not each.follows]
        rules.sort(key=lambda each: _RULES.index(each.collection))
        return Causes(tuple(rules), cited=False)

    def _cited_by_nodes(self, item: NodeChange) -> Iterator[RecordChange]:
        for change in _lowest(item):
            yield from self._cited(change.before, change.after)
        if item.node.id in self._items:
            yield from (each for each in self.records if each.collection == "rubrics")

    def _cited(self, before: ScoreNode | None, after: ScoreNode | None) -> Iterator[RecordChange]:
        for node, places in ((after, self._new), (before, self._old)):
            if node is not None:
                yield from self._named(node, places)

    def _named(
        self, node: ScoreNode, places: Mapping[_Stead, RecordChange]
    ) -> Iterator[RecordChange]:
        """The changed records, other than the rules, that a proof on one side names."""
        for stead in dict.fromkeys(map(_stead, _places(node))):
            found = places.get(stead)
            if found is not None and found.collection != "rubrics":
                yield found
            yield from self._about.get(stead, ())


def _counted(line: QuotaLine) -> Iterator[At]:
    """What counts towards a line or anything below it, and where they stand."""
    for each in line.walk():
        yield from (*each.counted, *each.at)


def _stead(at: At) -> _Stead:
    return at.file, at.route[:1] if at.route[:1] == (PROGRAMME,) else at.route[:2]


def _lowest(change: NodeChange) -> Iterator[NodeChange]:
    """The changes furthest down, which say why."""
    if not change.below:
        yield change
    for below in change.below:
        yield from _lowest(below)


def _places(node: ScoreNode) -> Iterator[At]:
    for each in node.walk():
        yield from each.at
        if each.paper is not None:
            yield from (receipt.at for receipt in each.paper.receipts)


def _changed_items(before: Repository, after: Repository) -> Iterator[str]:
    """The ids of rubric items that differ; of every item, where a rubric's other fields differ."""
    for entry in after.rubrics:
        old = before.rubrics.find(entry.key)
        items = {item.id: item for _, item in entry.record.items()}
        if old is None or _frame(old.record) != _frame(entry.record):
            yield from items
            continue
        was = {item.id: item for _, item in old.record.items()}
        yield from (key for key in {*items, *was} if items.get(key) != was.get(key))


def _frame(rubric: object) -> list[object]:
    fields = type(rubric).model_fields  # type: ignore[attr-defined]
    return [getattr(rubric, name) for name in fields if name not in ("sections", "title")]
