"""The lists of variables in docs/templates.md, made from the descriptions of facts and from an example."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pairing_cli.cli.material import Source
from pairing_cli.cli.session import Settings, open_programme
from pairing_cli.load.positions import Positions
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import word
from pairing_cli.model.places import At
from pairing_cli.report.context import context
from pairing_cli.report.described import names, shape_of
from pairing_cli.report.facts import Common
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.material import Material

AS_OF = date(2020, 12, 18)
MARKS = re.compile(r"(<!-- facts begin -->\n).*?(<!-- facts end -->)", re.DOTALL)
LONGEST = 40


def made(text: str, example: Path) -> str:
    """The page with its tables made anew, with examples from a programme."""
    return MARKS.sub(lambda found: found[1] + "\n".join(_tables(example)) + "\n" + found[2], text)


def _tables(example: Path) -> list[str]:
    material = _material(example)
    common = {name for name, _ in names(shape_of(Common))}
    first = KINDS["pairing-table"]
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
    if not kind.there(material):
        return {}
    return context(kind.facts(material, kind.subjects(material)[0].key))


def _material(example: Path) -> Material:
    opened = open_programme(example, evidence=True)
    source = Source(opened, Settings(as_of=AS_OF.isoformat()), 0)
    material = source.material(list(KINDS.values()))
    places = Positions(FolderTree(example))

    def place(at: At) -> str:
        return f"{at.file}:{places.span(at).line}"

    return replace(material, place=place)
