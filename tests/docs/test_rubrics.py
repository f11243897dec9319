"""docs/rubrics.md is one valid programme, every item shows its proof, every mistake is refused."""

from __future__ import annotations

import importlib.util
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.rubric import WAYS, earnings
from tests.command import pairing
from tests.programmes import REPOSITORY, all_findings, write

PAGE = (REPOSITORY / "docs" / "rubrics.md").read_text("utf-8")
REFUSED = re.findall(r"<!-- refused: (.+?) -->\n```text\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def tool() -> ModuleType:
    path = REPOSITORY / "tools" / "rubric_page.py"
    spec = importlib.util.spec_from_file_location("rubric_page", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WARNED = {"J013": "log.yaml", "Q009": "programme.yaml"}
"""What the page itself shows: a self-rating too far off, and a mean that nobody has entered yet."""


def test_the_page_is_one_valid_programme(tmp_path: Path) -> None:
    root = write(tmp_path, tool().files(PAGE)) / "xian"
    _, found = all_findings(root, date(2020, 12, 31))
    assert {each.code: each.at.file for each in found} == WARNED


def test_every_way_is_shown_with_its_proof(tmp_path: Path) -> None:
    rubrics = load(FolderTree(write(tmp_path, tool().files(PAGE)) / "xian")).repository.rubrics
    items = [item for entry in rubrics for _, item in entry.record.items()]
    used = {
        way for item in items for _, each in earnings(item) for way in WAYS if getattr(each, way)
    }
    assert used == set(WAYS)
    ways = next(entry.record for entry in rubrics if entry.key == "ways")
    assert re.findall(r"<!-- proof: (\S+) -->", PAGE) == [item.id for _, item in ways.items()]
    assert f"full_marks: {ways.full_marks} " in PAGE


def test_every_row_of_the_paper_table_is_there() -> None:
    """Each item stands below the row that it says."""
    for block in re.findall(r"^> .+\n(?:.*\n)*?```yaml\n- id: ", PAGE, re.MULTILINE):
        assert re.search(r"[\u4e00-\u9fff]", block)
    assert PAGE.count("\n> ") >= 20


def test_the_page_shows_what_the_tool_prints() -> None:
    assert tool().made(PAGE) == PAGE


@pytest.mark.parametrize(("mistakes", "shown"), REFUSED, ids=[each[0][:40] for each in REFUSED])
def test_every_mistake_is_an_error_of_its_own(mistakes: str, shown: str, tmp_path: Path) -> None:
    module = tool()
    pairs = [tuple(each.split(" => ")) for each in mistakes.split(" | ")]
    root = write(tmp_path, module.files(PAGE, pairs)) / "xian"
    ran = pairing("validate", root, "-f", "concise", "--as-of", module.DAY, "--lang", "en")
    assert ran.code == 1
    codes = re.findall(r" error ([A-Z]\d+)", shown)
    assert codes
    assert "warning" not in shown and "notice" not in shown
    assert set(re.findall(r"\b[A-Z]\d{3}\b", ran.out)) - {*WARNED} == set(codes)
