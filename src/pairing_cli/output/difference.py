"""A difference → sections of what is to be said, which text and Markdown both print.

A section is a table or a list of sentences; a cell says whether its text comes from people's files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pairing_cli.messages import text as worded
from pairing_cli.model.diagnostics import Diagnostic, Message, Severity
from pairing_cli.model.differences import (
    Causes,
    Difference,
    EvidenceDifference,
    Fate,
    ItemDifference,
    LateDifference,
    RecordChange,
    ScoreDifference,
    SignedDifference,
    TargetDifference,
    UnitDifference,
)
from pairing_cli.model.figures import rounded
from pairing_cli.model.places import At
from pairing_cli.model.quoted import amount_text, asked_text
from pairing_cli.model.results import QuotaLine, ScoreNode, ScoreUnit
from pairing_cli.model.unearned import state_seen
from pairing_cli.output.changes import signed
from pairing_cli.output.findings import Placed, place
from pairing_cli.output.places import Places
from pairing_cli.output.sanitize import clean
from pairing_cli.output.screen import Screen

MOST_ROWS = 50
"""Rows of a section that are shown; the rest is counted."""

MOST_CAUSES = 3
"""Records behind a figure that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text from people's files behind words of ours; the text or the words may be empty."""

    data: str = ""
    lead: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a table, and sentences; ``more`` rows are not shown."""

    title: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[str, ...] = ()
    more: int = 0
    folded: bool = False


def own(text: str, *, bold: bool = False) -> Cell:
    """A cell of our words alone."""
    return Cell(lead=text, bold=bold)


@dataclass(frozen=True, slots=True)
class Teller:
    """Words a difference: with the places of both states, and a screen's language."""

    before: Places
    after: Places
    screen: Screen

    def sections(self, found: Difference) -> Iterator[Section]:
        """What is to be said, most urgent first; sections with nothing to say are left out."""
        parts: tuple[Iterable[Section], ...] = (
            self._findings("new", found.new, self.after),
            self._signed(found.signed),
            self._late(found.late),
            self._scores(found.scores),
            self._targets(found.targets),
            self._findings("fixed", found.fixed, self.before),
            self._evidence(found.evidence),
            self._records(found),
        )
        for part in parts:
            yield from part

    def summary(self, found: Difference) -> list[str]:
        """What the change comes to, a sentence each."""
        say = self.screen.say
        lines = [say(f"diff.presence.{found.presence}")] if found.presence != "both" else []
        if not found:
            return [*lines, say("diff.nothing")]
        counts = (
            ("new-errors", found.new_errors),
            ("new-others", len(found.new) - found.new_errors),
            ("fixed", len(found.fixed)),
            ("late", len(found.late)),
            ("signed", len(found.signed)),
            ("lower", found.lowered),
            ("higher", sum(u.change.difference > 0 for s in found.scores for u in s.units)),
            ("targets", sum(_verdict_changed(each) for each in found.targets)),
            ("evidence", len(found.evidence)),
            ("records", len(found.records)),
            ("moved", sum(move.records for move in found.moves)),
        )
        lines += [say(f"diff.sum.{name}", number=number) for name, number in counts if number]
        if found.few:
            lines.append(say("diff.few"))
        if found.unread:
            lines.append(say("diff.unread", files=found.unread))
        elif any(found.unsure):
            lines.append(say("diff.unsure", before=found.unsure[0], after=found.unsure[1]))
        return lines

    def _section(
        self,
        key: str,
        head: Sequence[str],
        rows: Sequence[tuple[Cell, ...]],
        *,
        folded: bool = False,
    ) -> Iterator[Section]:
        if rows:
            title = self.screen.say(f"diff.section.{key}")
            heads = tuple(self.screen.say(f"diff.head.{name}") for name in head)
            shown, more = tuple(rows[:MOST_ROWS]), max(len(rows) - MOST_ROWS, 0)
            yield Section(title, heads, shown, more=more, folded=folded)

    def _findings(self, key: str, found: Iterable[Diagnostic], places: Places) -> Iterator[Section]:
        placed = place(found, places.locator, places.prefix, self.screen.language)
        placed.sort(key=lambda each: (each.severity.rank, each.order))
        alike: dict[tuple[str, str], list[Placed]] = {}
        for each in placed:
            alike.setdefault((each.code, each.message), []).append(each)
        rows = [
            (
                own(
                    self.screen.say(f"severity.{each.severity}"),
                    bold=each.severity is Severity.ERROR,
                ),
                own(each.code),
                Cell(each.where, self._times(1 + len(others))),
                Cell(each.message),
            )
            for each, *others in alike.values()
        ]
        head = ("severity", "code", "place", "message")
        yield from self._section(key, head, rows, folded=key == "fixed")

    def _times(self, number: int) -> str:
        """How often the same is said, of which only the first place is shown."""
        return self.screen.say("diff.times", number=number) if number > 1 else ""

    def _signed(self, found: Iterable[SignedDifference]) -> Iterator[Section]:
        rows = [row for each in found for row in self._signed_rows(each)]
        yield from self._section("signed", ("what", "change", "cause"), rows)

    def _signed_rows(self, found: SignedDifference) -> Iterator[tuple[Cell, ...]]:
        say = self.screen.say
        if found.file is None:
            for record in found.records:
                yield (own(say("diff.decided")), *self._record(record))
            return
        title = Cell(f"{found.title} {found.as_of}", say("diff.published"))
        if found.gone:
            yield title, own(say("diff.published-gone"), bold=True), Cell(found.file)
        for unit in found.units:
            now = rounded(unit.now) if unit.now is not None else "–"
            change = say("diff.published-total", before=rounded(unit.published), after=now)
            yield title, Cell(unit.title, change), self._named(found.records)
        if found.records and not found.units:
            yield title, own(say("diff.published-records")), self._named(found.records)
        for file in found.files:
            yield title, own(say("diff.published-evidence")), Cell(f"{self.after.prefix}{file}")

    def _late(self, found: Iterable[LateDifference]) -> Iterator[Section]:
        rows = [
            (
                Cell(self.screen.tell(each.unit)),
                Cell(each.paper.title),
                own(self._due(each)),
                own(self.screen.say(f"state.{each.after}"), bold=True),
                self._causes(each.causes),
            )
            for each in found
        ]
        yield from self._section("late", ("unit", "paper", "due", "state", "cause"), rows)

    def _due(self, each: LateDifference) -> str:
        day = each.paper.due.isoformat()
        if each.old_due is None or each.old_due == each.paper.due:
            return day
        return self.screen.say("diff.due-was", before=each.old_due, after=day)

    def _scores(self, found: Iterable[ScoreDifference]) -> Iterator[Section]:
        for score in found:
            rows = [row for unit in score.units for row in self._unit(unit)]
            head = ("unit", "before", "after", "difference", "cause")
            for section in self._section("scores", head, rows):
                title = f"{section.title}{self.screen.say('colon')}{clean(score.title)}"
                yield Section(title, section.head, section.rows, more=section.more)

    def _unit(self, unit: UnitDifference) -> Iterator[tuple[Cell, ...]]:
        change = unit.change
        yield (
            Cell(self.screen.tell(change.unit.node.title), bold=True),
            own(self._standing(change.before)),
            own(self._standing(change.after)),
            own(signed(change.difference), bold=bool(change.difference)),
            own(""),
        )
        for item in unit.items:
            yield self._item(item)

    def _standing(self, unit: ScoreUnit | None) -> str:
        if unit is None:
            return "–"
        total = rounded(unit.node.earned)
        if not unit.rank:
            return total
        return self.screen.say("diff.ranked", total=total, rank=unit.rank, among=unit.among)

    def _item(self, item: ItemDifference) -> tuple[Cell, ...]:
        change = item.change
        return (
            Cell(self.screen.tell(change.node.title), "· "),
            own(self._points(change.before)),
            own(self._points(change.after)),
            own(signed(change.difference)),
            self._causes(item.causes),
        )

    def _points(self, node: ScoreNode | None) -> str:
        if node is None:
            return "–"
        state = self.screen.say(f"state.{state_seen(node)}")
        return f"{rounded(node.earned)}/{rounded(node.maximum)} {state}"

    def _targets(self, found: Iterable[TargetDifference]) -> Iterator[Section]:
        rows = [
            (
                Cell(self._line_title(each)),
                own(self._verdict(each.before)),
                own(self._verdict(each.after), bold=_verdict_changed(each)),
                self._causes(each.causes),
            )
            for each in found
        ]
        yield from self._section("targets", ("target", "before", "after", "cause"), rows)

    def _line_title(self, each: TargetDifference) -> str:
        line = each.line
        last = line.scope if line.is_scope else line.title
        return " · ".join(self.screen.tell(title) for title in (*each.path, last))

    def _verdict(self, line: QuotaLine | None) -> str:
        if line is None:
            return "–"
        asked = asked_text(line.target)
        done = amount_text(line.done) + (f" / {asked}" if asked else "")
        return f"{done} {self.screen.say(f'verdict.{line.verdict}')}"

    def _evidence(self, found: Iterable[EvidenceDifference]) -> Iterator[Section]:
        rows = []
        for each in found:
            places = self.before if each.fate is Fate.REMOVED else self.after
            file = clean(f"{places.prefix}{each.path}")
            shown = f"{clean(places.prefix + each.old)} → {file}" if each.old else file
            named = "  ".join(self._either(at, places) for at in each.named[:MOST_CAUSES])
            rows.append((own(self.screen.say(f"diff.fate.{each.fate}")), Cell(shown), Cell(named)))
        yield from self._section("evidence", ("change", "file", "named"), rows, folded=True)

    def _either(self, at: At, places: Places) -> str:
        return places.show(at)

    def _records(self, found: Difference) -> Iterator[Section]:
        rows = [self._record(record) for record in found.records]
        follow = [self.screen.say("diff.followers", number=found.followers)]
        sections = list(self._section("records", ("change", "record"), rows, folded=True))
        moved = [
            self.screen.say("diff.moved", old=clean(m.old), new=clean(m.new), number=m.records)
            for m in found.moves
        ]
        notes = (*(follow if found.followers else []), *moved)
        if notes and not sections:
            sections = [Section(self.screen.say("diff.section.records"))]
        for each in sections:
            yield Section(each.title, each.head, each.rows, notes, each.more, folded=True)

    def _record(self, record: RecordChange) -> tuple[Cell, ...]:
        """What became of a record, and which it is."""
        fate = self.screen.say(f"diff.fate.{record.fate}")
        kind = self.screen.say(f"collection.{record.collection}")
        fields = f" ({', '.join(record.fields)})" if record.fields else ""
        return own(f"{fate} {kind}"), Cell(
            self._called(record) + fields + "  " + self._place(record)
        )

    def _called(self, record: RecordChange) -> str:
        title = self.screen.tell(record.title)
        old = self.screen.tell(record.old_title) if record.old_title is not None else ""
        return f"{old} → {title}" if old else title

    def _place(self, record: RecordChange) -> str:
        places = self.after if record.after else self.before
        return places.show(record.at)

    def _causes(self, causes: Causes) -> Cell:
        if not causes.records:
            return own("")
        lead = "" if causes.cited else self.screen.say("diff.perhaps")
        return Cell(self._listed(causes.records), lead)

    def _named(self, records: Sequence[RecordChange]) -> Cell:
        return Cell(self._listed(records))

    def _listed(self, records: Sequence[RecordChange]) -> str:
        say = self.screen.say
        shown = [
            f"{say(f'diff.fate.{each.fate}')} {self._called(each)} {self._place(each)}"
            for each in records[:MOST_CAUSES]
        ]
        if len(records) > MOST_CAUSES:
            shown.append(say("and-more", number=len(records) - MOST_CAUSES))
        return say("diff.join").join(shown)


def _verdict_changed(each: TargetDifference) -> bool:
    sides = [line.verdict if line else None for line in (each.before, each.after)]
    return sides[0] != sides[1]


def told(value: str | Message, language: str) -> str:
    """A title for machines."""
    return clean(worded(value, language) if isinstance(value, Message) else value)


Render = Callable[[Difference, Teller], str]
"""A format of differences."""
