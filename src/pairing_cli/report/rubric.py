"""Facts of the assessment table (附件4): one row for each criterion, as the paper has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pairing_cli.model.figures import plain
from pairing_cli.model.repository import Repository
from pairing_cli.model.rubric import (
    DocumentNeed,
    Earning,
    Item,
    Provider,
    Requirement,
    Rubric,
    earnings,
)
from pairing_cli.report.chinese import deadline
from pairing_cli.report.criteria import complete, criteria
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, side_words


def rubric_table(material: Material, pairing: str) -> dict[str, Any]:
    """The empty assessment table of the programme's rubric."""
    rubric = rubric_of(material)
    rows = list(rubric_rows(material, rubric))
    return {
        **common(material, rubric.title),
        "rows": [row.facts for row in rows],
        "full_marks": plain(rubric.full_marks),
        "note": rubric.note or "",
    }


def rubric_of(material: Material) -> Rubric:
    """The rubric that was scored, or the programme's first."""
    rubrics = material.repository.rubrics
    found = rubrics.get(material.sheet.rubric) if material.sheet else None
    return found or rubrics.entries[0].record


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its facts, its item, and whether it is the item's first."""

    facts: dict[str, Any]
    item: Item
    first: bool


def rubric_rows(material: Material, rubric: Rubric, *, bonus: bool | None = None) -> Iterator[Row]:
    """The rows of a rubric; section and item stand in their first row, the rest are merged.

    ``bonus``: only the items that are bonus, or only those that are not.
    """
    words = _Words(material.repository, material.programme.period.start.year)
    for section in rubric.sections:
        first_of_section = True
        for item in section.items:
            if bonus is not None and bonus != (item.bonus is not None):
                continue
            for number, (wording, blocks) in enumerate(_criteria(item, material.repository)):
                yield Row(
                    {
                        "section": section.title if first_of_section else ABOVE,
                        "item": ABOVE if number else _item_title(item),
                        "criteria": wording,
                        "materials": words.materials(item, blocks),
                        "due": words.due(blocks),
                    },
                    item,
                    first=not number,
                )
                first_of_section = False


def _item_title(item: Item) -> str:
    title = f"{item.number}.{item.title}" if item.number else item.title
    return f"{title}\n（{plain(item.worth)}分）"


def _criteria(item: Item, repository: Repository) -> list[tuple[str, list[Requirement]]]:
    """An item's criteria, each with the blocks it covers: one a block where blocks state their own.

    Where neither the item nor the block has words, they are made from what is asked.
    """
    blocks = [block for _, earning in earnings(item) for block in earning.requires]
    if any(block.criteria for block in blocks):
        return [
            (block.criteria or item.criteria or criteria([block], repository), [block])
            for block in blocks
        ]
    own = "\n".join(part.criteria for part in item.parts if part.criteria)
    return [(item.criteria or own or criteria(blocks, repository), blocks)]


@dataclass(frozen=True, slots=True)
class _Words:
    """How documents and deadlines are worded."""

    repository: Repository
    year: int

    def due(self, blocks: list[Requirement]) -> str:
        """The deadlines of some blocks, each once, one a line."""
        rules = [
            rule
            for block in blocks
            for document in block.documents
            if (rule := block.due_of(document)) is not None
        ]
        found = [deadline(due, self.year) for rule in rules for due in rule.all]
        return "\n".join(dict.fromkeys(found))

    def materials(self, item: Item, blocks: list[Requirement]) -> str:
        """The documents asked for, by who provides them, as the official table lists them."""
        if not item.parts:
            return self._blocks(blocks) if blocks else self._part(item)
        return "\n".join(
            f"{self._part(part)}（{plain(part.worth)}分）" for _, part in earnings(item)
        )

    def _part(self, part: Earning) -> str:
        if part.requires:
            return self._blocks(list(part.requires)).removesuffix("。")
        if part.survey:
            survey = self.repository.surveys.get(part.survey)
            return survey.title if survey else part.title
        return f"{part.rating.by}评分" if part.rating else part.title

    def _blocks(self, blocks: list[Requirement]) -> str:
        grouped: dict[Provider, list[str]] = {}
        for block in blocks:
            for document in block.documents:
                titles = grouped.setdefault(document.from_, [])
                if (title := self._document(document)) not in titles:
                    titles.append(title)
        return "\n".join(
            f"{self._provider(provider)}提供：{_numbered(titles)}。"
            for provider, titles in grouped.items()
        )

    def _document(self, document: DocumentNeed) -> str:
        if document.title:
            return document.title
        types = [self.repository.document_types.get(name) for name in document.type]
        title = "或".join(
            found.title if found else name for found, name in zip(types, document.type, strict=True)
        )
        return title + complete(document, self.repository, side_words(self.repository))

    def _provider(self, provider: Provider) -> str:
        helper, helped = side_words(self.repository)
        return {
            Provider.HELPER: helper,
            Provider.HELPED: helped,
            Provider.EACH: f"{helper}和{helped}",
            Provider.JOINTLY: f"{helper}和{helped}联合",
            Provider.EITHER: f"{helper}或{helped}",
        }[provider]


def _numbered(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return "；".join(f"{number}.{title}" for number, title in enumerate(titles, 1))
