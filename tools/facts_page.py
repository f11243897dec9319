"""The lists of variables in docs/templates.md, made from the descriptions of facts and from an example."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from pairing_cli.cli.overview import overview
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import load
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.messages import word
from pairing_cli.model.places import At
from pairing_cli.report.archive import context
from pairing_cli.report.described import names, shape_of
from pairing_cli.report.facts import Common
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material
from pairing_cli.score import score

AS_OF = date(2020, 12, 18)
MARKS = re.compile(r"(<!-- facts begin -->\n).*?(<!-- facts end -->)", re.DOTALL)
LONGEST = 40


def made(text: str, example: Path) -> str:
    """The page with its tables made anew, with examples from a programme."""
    return MARKS.sub(lambda found: found[1] + "\n".join(_tables(example)) + "\n" + found[2], text)


def _tables(example: Path) -> list[str]:
    material = _material(example)
    common = {name for name, _ in names(shape_of(Common))}
    first = next(iter(KINDS.values()))
    lines = ["", "### Every kind", "", *_table(Common, _facts(first, material), set())]
    for kind in KINDS.values():
        title = f"### `{kind.id}` {word(f'report.{kind.id}', 'zh')}"
        lines += ["", title, "", *_table(kind.shape, _facts(kind, material), common)]
    return lines


def _table(shape: Any, facts: dict[str, Any], without: set[str]) -> list[str]:
    """A row for each name; those of a list's members stand below it, as ``rows[].helper``."""
    rows = [
        f"| `{name}` | {field.doc.title} | {field.doc.zh} | {field.doc.en} | {_example(facts, name)} |"
        for name, field in names(shape_of(shape))
        if name not in without
    ]
    return ["| name | 名称 | 说明 | meaning | example |", "|---|---|---|---|---|", *rows]


def _example(facts: dict[str, Any], path: str) -> str:
    """What a name has in the example: the first that is not empty, if any."""
    found: list[Any] = [facts]
    for step in path.split("."):
        name = step.removesuffix("[]")
        found = [each[name] for each in found if name in each]
        if step.endswith("[]"):
            found = [member for each in found for member in each]
    said = next((each for each in found if each not in ("", [], ABOVE)), "")
    return _cell(said)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return f"({len(value)})"
    if isinstance(value, dict):
        return ""
    text = str(value).replace("|", "\\|").replace("\n", " / ")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _facts(kind: Kind, material: Material) -> dict[str, Any]:
    """The facts of the first report of a kind; empty where the example has none."""
    repository = material.repository
    if kind.needs and not len(repository.index(kind.needs)):
        return {}
    unit = repository.pairings.entries[0].key if kind.per_pairing else ""
    return context(kind.facts(material, unit))


def _material(example: Path) -> Material:
    repository = load(example, evidence=False).repository
    assert repository.programme is not None
    sheet = score(Counter(View(repository, AS_OF)), repository.rubrics.entries[0])

    places = Positions(example)

    def place(at: At) -> str:
        return f"{at.file}:{places.span(at).line}"

    whole = overview(repository, AS_OF)
    (same,) = whole.scored
    return Material(
        repository,
        repository.programme.record,
        AS_OF,
        "zh",
        sheet,
        place,
        overview=whole,
        compared=same,
    )
