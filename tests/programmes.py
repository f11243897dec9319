"""Programmes made for tests: folders written from texts, read, checked and scored."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pairing_cli.cli.material import Source
from pairing_cli.cli.session import Settings, open_programme
from pairing_cli.load.positions import Positions
from pairing_cli.load.programme import Loaded, load
from pairing_cli.load.tree import FolderTree
from pairing_cli.measure.count import Counter
from pairing_cli.measure.view import View
from pairing_cli.messages import text
from pairing_cli.model.diagnostics import Diagnostic, Message
from pairing_cli.model.results import QuotaLine, ScoreNode, ScoreSheet
from pairing_cli.quota import quota_table
from pairing_cli.report.kinds import KINDS
from pairing_cli.report.material import Material
from pairing_cli.rules import RULES, check, sift
from pairing_cli.score import score

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
GAOTAI = REPOSITORY / "examples" / "gaotai-2020"
MINIMAL = REPOSITORY / "examples" / "minimal"
JIANSHI = REPOSITORY / "examples" / "jianshi-binjiang-2020"
CITY_COUNTY = REPOSITORY / "examples" / "city-county-2017"
BASE = (HERE / "cases" / "base.yaml").read_text("utf-8")


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder; a text that begins with ``base64:`` is decoded."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    return root


def _bytes(content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    if content.startswith("base64:"):
        return base64.b64decode(content.removeprefix("base64:"))
    return content.encode()


def all_findings(root: Path, today: date) -> tuple[Loaded, list[Diagnostic]]:
    """A programme and everything that is wrong with it."""
    loaded = load(FolderTree(root))
    found = (*loaded.diagnostics, *check(loaded.repository, RULES, today))
    return loaded, list(sift(found, loaded.repository, RULES, today).kept)


def placed(root: Path, found: Diagnostic) -> str:
    """A finding's place as ``file:line:column``."""
    span = found.span or Positions(FolderTree(root)).span(found.at)
    return f"{found.at.file}:{span.line}:{span.column}"


def said(value: str | Message) -> str:
    """A title or message as it is said in Chinese."""
    return value if isinstance(value, str) else text(value, "zh")


def counter(root: Path, as_of: date) -> Counter:
    """The measures of a programme on a day."""
    return Counter(View(load(FolderTree(root), evidence=False).repository, as_of))


def scored(root: Path, as_of: date, **options: object) -> ScoreSheet:
    """The score sheet of a programme's first rubric on a day."""
    measures = counter(root, as_of)
    rubric = measures.view.repository.rubrics.entries[0]
    return score(measures, rubric, **options)  # type: ignore[arg-type]


def material_of(root: Path, as_of: date, month: str | None = None) -> Material:
    """What every kind of report of a programme is made of on a day."""
    opened = open_programme(root, evidence=True)
    settings = Settings(as_of=as_of.isoformat())
    rubrics = opened.loaded.repository.rubrics
    first = rubrics.entries[0].key if len(rubrics) else None
    source = Source(opened, settings, opened.errors(as_of), first, month)
    return source.material(list(KINDS.values()))


def unit(sheet: ScoreSheet, pairing: str) -> ScoreNode:
    """A pairing's node."""
    return next(found.node for found in sheet.units if found.pairing == pairing)


def node(root: ScoreNode, identity: str) -> ScoreNode:
    """The node of an id."""
    return next(found for found in root.walk() if found.id == identity)


def targets(root: Path, as_of: date, *, plan_only: bool = False) -> dict[str, QuotaLine]:
    """Every line of a programme's targets on a day, by id."""
    table = quota_table(counter(root, as_of), plan_only=plan_only)
    return {line.id: line for whole in table.lines for line in whole.walk()}
