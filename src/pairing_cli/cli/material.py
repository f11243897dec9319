"""What reports are made of, reckoned for the kinds that were asked for and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.figures import rubric_entry, score_sheet
from pairing_cli.cli.language import Language
from pairing_cli.cli.session import Opened, Refusal, Settings

if TYPE_CHECKING:
    from pairing_cli.measure.count import Counter
    from pairing_cli.model.bulletin import Bulletin
    from pairing_cli.model.dates import Month
    from pairing_cli.model.overview import Overview, Scored
    from pairing_cli.model.published import Published
    from pairing_cli.model.repository import Entry
    from pairing_cli.model.results import QuotaTable, ScoreSheet
    from pairing_cli.model.stated import Stated
    from pairing_cli.model.texts import OfficialText
    from pairing_cli.quota import Teller
    from pairing_cli.report.kinds import Kind
    from pairing_cli.report.material import Material

PICTURE_BYTES = 10 * 1024 * 1024
"""The size of a photograph that is read in order to be shown."""


@dataclass(frozen=True)
class Source:
    """What reports are made from: the programme, how many errors its data have, and what is meant.

    ``rubric``, ``month``, ``published`` and ``redact`` are as given on the command line.
    """

    opened: Opened
    settings: Settings
    errors: int
    rubric: str | None = None
    month: str | None = None
    published: Path | None = None
    redact: bool = False

    def material(self, kinds: list[Kind]) -> Material:
        """What these kinds of report are made of."""
        from pairing_cli.measure.count import Counter
        from pairing_cli.measure.view import View
        from pairing_cli.report.kinds import Uses
        from pairing_cli.report.material import Material

        opened, settings = self.opened, self.settings
        repository = opened.loaded.repository
        assert repository.programme is not None
        uses = frozenset[Uses]().union(*(kind.uses for kind in kinds))
        rubrics = any(kind.needs == "rubrics" for kind in kinds) or Uses.SCORES in uses
        counter = Counter(View(repository, settings.today))
        table = _table(counter) if uses & {Uses.TARGETS, Uses.MONTH} else None
        sheet = None
        if rubrics and len(repository.rubrics):
            sheet = score_sheet(opened, settings, rubric=self.rubric)
        return Material(
            repository,
            repository.programme.record,
            settings.today,
            Language.ZH.value,
            sheet,
            opened.places.within,
            self.errors,
            targets=table,
            told=dict(_told(counter, table, kinds)) if table is not None else {},
            bulletin=self._bulletin(counter) if Uses.MONTH in uses else None,
            published=self._published() if Uses.SCORES in uses else None,
            picture=self._picture,
            overview=self._overview() if Uses.WHOLE in uses else None,
            compared=self._compared(sheet) if sheet is not None else None,
            redacted=self.redact,
        )

    def _overview(self) -> Overview:
        """All of the programme on the day."""
        from pairing_cli.cli.overview import overview

        return overview(self.opened.loaded.repository, self.settings.today, self.rubric)

    def _compared(self, sheet: ScoreSheet) -> Scored:
        """The scores beside their means."""
        from pairing_cli.score import compared

        return compared(sheet, rubric_entry(self.opened.loaded.repository, sheet.rubric).record)

    def _bulletin(self, counter: Counter) -> Bulletin:
        """The month that was asked for, or that of the day."""
        from pairing_cli.measure.count import Counter
        from pairing_cli.measure.view import View
        from pairing_cli.score import score
        from pairing_cli.todo import bulletin

        month, repository = self._month(), counter.view.repository
        then = counter
        if month.days.end < counter.view.as_of:
            then = Counter(View(repository, month.days.end))
        sheets = [score(counter, entry) for entry in repository.rubrics]
        before = tuple(score(then, entry) for entry in repository.rubrics)
        return bulletin(counter, sheets, month, (then.view, before, _table(then)))

    def _month(self) -> Month:
        from pairing_cli.model.dates import Month, parse_month

        if self.month is None:
            return Month.of(self.settings.today)
        try:
            return parse_month(self.month)
        except ValueError:
            raise Refusal("refuse.month", value=self.month) from None

    def _published(self) -> Published | None:
        """The published result that was named, if it is one of this programme."""
        from pairing_cli.cli.publishing import read_result

        if self.published is None:
            return None
        programme = self.opened.loaded.repository.programme
        found = read_result(self.published, self.opened.loaded.veil)
        if programme is None or found.programme != programme.record.id:
            facts = {"path": str(self.published), "other": found.programme}
            name = programme.record.id if programme else ""
            raise Refusal("refuse.published-other", **facts, name=name)
        return found

    @cached_property
    def _public(self) -> frozenset[str]:
        """The paths of evidence files that may be shown to the public, wherever they are named."""
        repository = self.opened.loaded.repository
        activities = (entry.record.documents for entry in repository.activities)
        handed_in = (entry.record for entry in repository.submissions)
        files = [file for each in (*chain(*activities), *handed_in) for file in each.file]
        private = {file.path for file in files if not file.public}
        return frozenset(file.path for file in files) - private

    def _picture(self, path: str) -> bytes | None:
        """The bytes of an evidence file that was looked at and found to be in order.

        For the public only those of photographs that are marked for it.
        """
        if self.redact and path not in self._public:
            return None
        fact = (self.opened.loaded.repository.evidence or {}).get(path)
        if fact is None or fact.trouble or fact.size > PICTURE_BYTES:
            return None
        return (self.opened.root / path).read_bytes()


def _table(counter: Counter) -> QuotaTable:
    from pairing_cli.quota import quota_table

    return quota_table(counter)


def _told(
    counter: Counter, table: QuotaTable, kinds: list[Kind]
) -> Iterator[tuple[tuple[str, str, str], Stated]]:
    """What the numbers of the texts of these kinds come to, for each that they are written for."""
    from pairing_cli.quota import Teller

    teller = Teller.of(counter, table)
    forms = {kind.form for kind in kinds if kind.form is not None}
    for entry in counter.view.repository.texts:
        if entry.record.form in forms:
            for whom, own in _tellers(teller, entry):
                for number in entry.record.numbers:
                    yield (entry.key, whom, number.id), own.tell(number)


def _tellers(teller: Teller, entry: Entry[OfficialText]) -> Iterator[tuple[str, Teller]]:
    """Everybody a text is written for, with who says what its numbers come to there."""
    repository = teller.counter.view.repository
    if not entry.record.form.between_parties:
        yield "", teller
    elif entry.record.each == "pairing":
        yield from ((each.key, teller.about(each.key)) for each in repository.pairings)
    else:
        for pair in repository.mentorships:
            pairing = repository.pairings.key(pair.record.pairing)
            yield pair.key, teller.about(pairing, pair.key)
