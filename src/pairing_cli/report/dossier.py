"""Facts of a unit's dossier for appeals (申诉卷宗): every point that is not earned, and all it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pairing_cli.messages import shown, text, word
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.figures import rounded
from pairing_cli.model.log import Document
from pairing_cli.model.places import At
from pairing_cli.model.repository import Repository
from pairing_cli.model.results import Paper, ScoreNode, ScoreUnit
from pairing_cli.model.rubric import Item
from pairing_cli.model.unearned import unearned
from pairing_cli.report.chinese import full_day
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, side_words
from pairing_cli.report.rubric import rubric_of, rubric_rows
from pairing_cli.report.scores import explanation, sheet_of, titled, totals, verdict
from pairing_cli.report.units import about_unit, unit_words


def dossier(material: Material, key: str) -> dict[str, Any]:
    """Every lost or open point of a unit with its reason, its rule, the records and their files."""
    sheet, rubric = sheet_of(material), rubric_of(material)
    unit = next(unit for unit in sheet.units if unit.pairing == key)
    name = shown(unit.node.title, material.language)
    files = _Files(material)
    rows = [row for item in unit.node.items() for row in _rows(material, item, files)]
    return {
        **common(material, f"{titled(rubric, '失分明细')}（{name}）"),
        "pairing": name,
        **unit_words(material),
        **{name: each.replace("\n", "、") for name, each in about_unit(material, key).items()},
        "day": full_day(sheet.as_of),
        "total": totals(unit),
        "verdict": verdict(unit, material.language),
        "explanation": explanation([unit], material),
        "rows": rows,
        "criteria": list(_criteria(material, unit)),
        "settings": _settings(material),
        "files": files.listed(),
        "office": material.programme.reporting.office or "",
    }


def _rows(material: Material, item: ScoreNode, files: _Files) -> Iterator[dict[str, Any]]:
    """What an item did not earn, a row each; the item stands in its first."""
    found = [((), item)] if item.whole else list(item.shortfalls())
    title = shown(item.title, material.language)
    for number, (path, node) in enumerate(found):
        yield {"item": ABOVE if number else title, **_row(material, item, path, node, files)}


def _row(
    material: Material,
    item: ScoreNode,
    path: tuple[str | Message, ...],
    node: ScoreNode,
    files: _Files,
) -> dict[str, Any]:
    language = material.language
    titles = [*path, *([] if node is item else [node.title])]
    papers = [leaf.paper for leaf in node.leaves() if leaf.paper is not None]
    places = (*node.at, *(receipt.at for paper in papers for receipt in paper.receipts))
    return {
        "what": "·".join(shown(each, language) for each in titles) or shown(item.title, language),
        "lost": "" if item.bonus else rounded(node.lost),
        "open": "" if item.bonus else rounded(node.open),
        "state": word(f"state.{node.state}", language),
        "reason": f"{_bonus(item, node, language)}{text(node.reason, language)}",
        "asked": _asked(material, papers[0]) if len(papers) == 1 else "",
        "rule": "\n".join(dict.fromkeys(material.place(paper.rule) for paper in papers)),
        "records": "\n".join(dict.fromkeys(map(material.place, places))),
        "files": "\n".join(files.of(places)),
    }


def _bonus(item: ScoreNode, node: ScoreNode, language: str) -> str:
    """What a bonus could still add, or could have added: it is never lost."""
    return f"{text(unearned(node, bonus=True), language)}：" if item.bonus else ""


def _asked(material: Material, paper: Paper) -> str:
    """Who had to hand a document in, by when, and when it came."""
    words = dict(zip(("helper", "helped"), side_words(material.repository), strict=True))
    who = "、".join(words[side.value] for side in paper.sides)
    came = "、".join(full_day(receipt.received) for receipt in paper.receipts)
    received = f"，{came}收到" if came else ""
    return f"{who}应于{full_day(paper.due)}前报送{received}"


def _criteria(material: Material, unit: ScoreUnit) -> Iterator[dict[str, str]]:
    """The wording of every item that points are missing of, as the assessment table has it."""
    rubric = rubric_of(material)
    short = {node.id for node in unit.node.items() if node.lost or node.open}
    for row in rubric_rows(material, rubric):
        if row.item.id in short:
            yield {
                "item": row.facts["title"],
                "criteria": row.facts["criteria"],
                "materials": row.facts["materials"],
                "due": row.facts["due"],
                "rule": _rule(material, row.item) if row.first else ABOVE,
            }


def _rule(material: Material, item: Item) -> str:
    found = material.repository.items.find(item.id)
    return material.place(found.at) if found else ""


def _settings(material: Material) -> list[str]:
    """The programme's own rules of reporting that decide what counts, and how it reads its text."""
    reporting, resolutions = material.programme.reporting, material.programme.resolutions
    stated = {
        "end_day_counts": str(reporting.end_day_counts).lower(),
        "not_held_when": reporting.not_held_when.value,
        "falsified_zeroes": reporting.falsified_zeroes.value,
    }
    return [
        *(f"{word(f'setting.{name}.{value}', 'zh')}。" for name, value in stated.items()),
        *(f"{each.clause}：{each.reading}" for each in resolutions if each.reading),
    ]


class _Files:
    """The evidence files behind places, and all that were named, with their hashes."""

    def __init__(self, material: Material) -> None:
        self._repository = material.repository
        self._documents = dict(_documents(material.repository))
        self._named: dict[str, str] = {}

    def of(self, places: tuple[At, ...]) -> list[str]:
        """The files of the documents that stand at, or inside, some places."""
        found: list[str] = []
        for place in dict.fromkeys(places):
            for at, document in self._documents.items():
                if at.within(place):
                    found += [file.path for file in document.file]
                    for file in document.file:
                        self._named[file.path] = file.sha256 or self._hash(file.path)
        return list(dict.fromkeys(found))

    def _hash(self, path: str) -> str:
        fact = (self._repository.evidence or {}).get(path)
        return fact.sha256 if fact else ""

    def listed(self) -> list[dict[str, str]]:
        """Every file that was named, with its SHA-256."""
        return [{"path": path, "sha256": found} for path, found in sorted(self._named.items())]


def _documents(repository: Repository) -> Iterator[tuple[At, Document]]:
    """Every document that has files, with its place."""
    for activity in repository.activities:
        for number, document in enumerate(activity.record.documents):
            if document.file:
                yield activity.place("documents", number), document
    for submission in repository.submissions:
        if submission.record.file:
            yield submission.at, submission.record
