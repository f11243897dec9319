"""Every code has cases that pass and that fail, and each failing case names its exact places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from pairing_cli.cli.rulebook import rulebook
from tests.programmes import BASE, HERE, REPOSITORY, all_findings, placed, write

FOLDER = HERE / "cases" / "rules"
TODAY = date(2020, 12, 31)


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in YAML(typ="safe", pure=True).load(path.read_text("utf-8"))["cases"]:
            yield path.stem, case


ALL = list(cases())


@pytest.mark.parametrize(("code", "case"), ALL, ids=[f"{code}: {c['name']}" for code, c in ALL])
def test_case(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    files = {"programme.yaml": BASE, **case["files"]}
    write(tmp_path, {name: text for name, text in files.items() if text is not None})
    _, found = all_findings(tmp_path, date.fromisoformat(str(case.get("today", TODAY))))
    places = sorted(placed(tmp_path, each) for each in found if each.code == code)
    assert places == sorted(case["expect"])
    others = {each.code for each in found if each.code != code}
    assert others == set(case.get("also", [])), [(d.code, placed(tmp_path, d)) for d in found]


ELSEWHERE = {
    "F001": "tests/load/test_hostile.py",
    "F002": "tests/load/test_hostile.py",
    "F003": "tests/load/test_hostile.py",
    "F014": "tests/load/test_hostile.py",
    "F015": "tests/load/test_hostile.py",
    "F021": "tests/load/test_bind.py",
    "E010": "tests/load/test_bind.py",
    "S000": "tests/load/test_bind.py",
}
"""Codes that need more than a small text to fail (size, permissions), and where they are tested."""


def test_every_code_has_a_passing_and_a_failing_case() -> None:
    assert len(ALL) > 400
    passing = {code for code, case in ALL if not case["expect"]}
    failing = {code for code, case in ALL if case["expect"]}
    codes = {
        code for code in rulebook("en") if not code.startswith(("U", "W"))
    }  # settings and forms have tests of their own
    assert (passing | failing) - codes == set()
    assert codes - passing - {"F001", "F002", "S000"} == set()
    assert codes - failing == set(ELSEWHERE)
    for code, name in ELSEWHERE.items():
        source = (REPOSITORY / name).read_text("utf-8")
        assert code in source or (code == "E010" and "large" in source)
