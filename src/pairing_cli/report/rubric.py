"""Facts of the assessment table (附件4): one row for each criterion, as the paper has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pairing_cli.model.figures import plain
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Repository
from pairing_cli.model.requirements import DocumentNeed, Provider, Requirement
from pairing_cli.model.rubric import RECKONED, Earning, Item, OnlyFor, Rubric, Section, earnings
from pairing_cli.report.chinese import deadline
from pairing_cli.report.criteria import complete, criteria
from pairing_cli.report.limits import Limits
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.numbers import STAGES, level, points
from pairing_cli.report.parties import common, side_words
from pairing_cli.report.wording import Wording


def rubric_table(material: Material, pairing: str) -> dict[str, Any]:
    """The empty assessment table of the programme's rubric."""
    rubric = rubric_of(material)
    return {**common(material, rubric.title), **rubric_facts(material, rubric)}


def rubric_facts(material: Material, rubric: Rubric) -> dict[str, Any]:
    """A rubric's own facts: its rows, and what stands below them."""
    rows = list(rubric_rows(material, rubric))
    limits = Limits(material.repository, rubric)
    return {
        "title": rubric.title,
        "rows": [row.facts for row in rows],
        "full_marks": plain(rubric.full_marks),
        "materials_word": materials_word(rubric),
        **below(limits),
        "note": rubric.note or "",
    }


def rubric_of(material: Material) -> Rubric:
    """The rubric that was scored, or the programme's first."""
    rubrics = material.repository.rubrics
    name = material.sheet.rubric if material.sheet else material.rubric
    found = rubrics.get(name) if name else None
    return found or rubrics.entries[0].record


def below(limits: Limits) -> dict[str, str]:
    """What stands below the table: marks beyond the items, gates and grades; each may be empty."""
    rubric = limits.rubric
    plainest = rubric.unit == "pairing" and limits.marks == f"满分{points(rubric.full_marks)}。"
    marks = "" if plainest else f"考核对象：{limits.assessed}。{limits.marks}"
    return {
        "marks": marks,
        "gates": "\n".join(["限制条件：", *limits.gates]) if limits.gates else "",
        "grades": "\n".join(["等次：", *limits.grades]) if limits.grades else "",
    }


def materials_word(rubric: Rubric) -> str:
    """The heading of the column of what an item rests on: documents, or also other things."""
    every = [earning for _, item in rubric.items() for _, earning in earnings(item)]
    reckoned = any(getattr(earning, way) for earning in every for way in (*RECKONED, *BY_PEOPLE))
    return "查阅资料和计分依据" if reckoned else "所提供的查阅资料"


BY_PEOPLE = ("levels", "raters")


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
                        "section": _section_title(section) if first_of_section else ABOVE,
                        "item": ABOVE if number else _item_title(item),
                        "title": ABOVE if number else _titled(item),
                        "points": ABOVE if number else _worth(item),
                        "criteria": wording,
                        "materials": words.materials(item, blocks),
                        "due": words.due(blocks),
                    },
                    item,
                    first=not number,
                )
                first_of_section = False


def _section_title(section: Section) -> str:
    whom = _whom(section.only_for)
    if section.out_of is None or section.points is None:
        return section.title + whom
    converted = f"（{points(section.out_of)}折算为{points(section.points)}）"
    return f"{section.title}\n{converted}{whom}"


def _whom(lines: Sequence[OnlyFor]) -> str:
    """Of whom something is asked, on a line of its own; empty where it is of everybody."""
    return f"\n（适用：{'；'.join(map(_line, lines))}）" if lines else ""


def _line(line: OnlyFor) -> str:
    side = {Side.HELPER: "帮扶方", Side.HELPED: "受援方"}[line.side] if line.side else ""
    stages = (STAGES.get(stage, stage) for stage in line.stage)
    said = (side, *line.type, *stages, *map(level, line.level), *line.post, *line.mark)
    return "、".join(filter(None, said))


def _titled(item: Item) -> str:
    return f"{item.number}.{item.title}" if item.number else item.title


def _worth(item: Item) -> str:
    """An item's points; of a bonus and a penalty, which it is, where its title does not say so."""
    found = points(item.worth)
    if item.bonus is not None and "加分" not in item.title:
        return f"加分，最多{found}"
    if item.penalty is not None:
        return f"倒扣，最多{found}"
    return found


def _item_title(item: Item) -> str:
    return f"{_titled(item)}\n（{_worth(item)}）{_whom(item.only_for)}"


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
    return [(item.criteria or _own(item, repository), blocks)]


_PAPERS = "按要求报送资料得分。"
"""What is said of a part that asks for documents and no more."""


def _own(item: Item, repository: Repository) -> str:
    """What is scored in an item without words of its own: its parts' words, or what its data say."""
    wording = Wording(repository)
    if not item.parts:
        return wording.of(item)
    if all(part.requires for part in item.parts):
        own = "\n".join(part.criteria for part in item.parts if part.criteria)
        return own or criteria([b for part in item.parts for b in part.requires], repository)
    return "\n".join(
        part.criteria or f"{part.title}（{points(part.points)}）：{wording.of(part) or _PAPERS}"
        for part in item.parts
    )


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
        return Wording(self.repository).basis(part) or part.title

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
