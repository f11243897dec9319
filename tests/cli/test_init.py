"""A new folder validates at once, in every way it can be made, and nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from pairing_cli.cli import init
from pairing_cli.edit.starter import parse_period, terms
from pairing_cli.model.dates import parse_days
from tests.command import pairing
from tests.programmes import write

AROUND = [".editorconfig", ".gitattributes", ".gitignore"]

MADE = [
    (),
    ("--period", "2025-2026"),
    ("--period", "2026-03-01 to 2026-06-30", "--id", "临时 方案"),
    ("--title", "某县方案: “一”", "--helper", "甲，校", "--helped", "乙 校#1"),
    ("--example", "minimal"),
    ("--example", "gaotai-2020"),
    ("--example", "jianshi-binjiang-2020"),
]


@pytest.mark.parametrize("options", MADE, ids=lambda options: " ".join(options) or "plain")
def test_a_new_folder_has_no_problem(options: tuple[str, ...], tmp_path: Path) -> None:
    root = tmp_path / "方案"
    made = pairing("init", root, *options, "--as-of", "2026-02-01", "--lang", "zh")
    assert made.code == 0, made.err
    assert {root / name for name in AROUND} < set(root.iterdir())
    assert (root / "schemas" / "pairing.schema.json").is_file()
    checked = pairing("validate", root, "--as-of", "2026-12-31", "--lang", "zh")
    assert checked.out.startswith("没有发现问题"), checked.out
    assert pairing("fmt", root, "--check").code == 0


def test_headers_of_an_example_lead_to_the_schema(tmp_path: Path) -> None:
    pairing("init", tmp_path, "--example", "gaotai-2020")
    for path in tmp_path.rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert target.resolve() == (tmp_path / "schemas" / "pairing.schema.json").resolve()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "mine\n"})
    ran = pairing("init", tmp_path, "--lang", "en")
    assert ran.code == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert ".gitignore is there already" in ran.err
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert pairing("init", tmp_path, "--example", "minimal").code == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_cannot_be_made_is_refused(tmp_path: Path) -> None:
    for options in (("--example", "no"), ("--period", "明年"), ("--period", "2026-2025")):
        assert pairing("init", tmp_path / "x", *options).code == 2
    assert not (tmp_path / "x").exists()


def test_files_for_a_host_are_copied_as_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(
        tmp_path / "data", {"templates/ci/github/.github/workflows/pairing.yml": "on: push\n"}
    )
    write(data, {init.SCHEMA: "{}"})
    monkeypatch.setattr(init, "packaged", lambda: data)
    assert pairing("init", tmp_path / "a", "--ci", "github").code == 0
    assert (tmp_path / "a/.github/workflows/pairing.yml").read_text() == "on: push\n"
    assert pairing("init", tmp_path / "b", "--ci", "gitee").code == 2


def test_terms_are_those_that_lie_in_the_period() -> None:
    assert terms(parse_days("2026-01-01 to 2026-12-31")) == [
        {"id": "spring", "title": "春学期", "period": "2026-02-15 to 2026-07-15"},
        {"id": "autumn", "title": "秋学期", "period": "2026-09-01 to 2026-12-31"},
    ]
    school_year = parse_period("2025-2026")
    assert school_year is not None
    assert [each["id"] for each in terms(school_year)] == ["autumn-2025", "spring-2026"]
