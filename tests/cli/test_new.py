"""A new record has an id that nobody else makes, stands where its siblings do, and brings no errors."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import typer

from pairing_cli.cli.app import run
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from tests.command import Ran, pairing
from tests.programmes import GAOTAI, MINIMAL, all_findings, write

AS_OF = ("--as-of", "2020-12-18", "--lang", "zh")


@pytest.fixture
def gaotai(tmp_path: Path) -> Path:
    return shutil.copytree(GAOTAI, tmp_path / "gaotai")


def new(what: str, root: Path, *options: str, **values: str) -> Ran:
    given = [
        each for name, value in values.items() for each in ("--set", f"{name.rstrip('_')}={value}")
    ]
    return pairing("new", what, root, *given, *options, *AS_OF)


def added(root: Path, ran: Ran) -> str:
    """The path and line that were written, without the folder."""
    assert ran.code == 0, ran.err
    return ran.err.splitlines()[-1].rpartition("gaotai/")[2]


def test_an_activity_stands_with_those_of_its_pairing_and_month(gaotai: Path) -> None:
    ran = new("activity", gaotai, pairing="xijie", kind="送课指导", date="2020.5.28")
    assert added(gaotai, ran) == "log/xijie/2020-05.yaml:87"
    line = "+  - {id: xijie-0528-songke, pairing: xijie, kind: 送课指导, date: 2020-05-28}\n"
    assert line in ran.out  # as the one above it is written
    assert load(FolderTree(gaotai)).repository.activities.knows("xijie-0528-songke")


def test_the_first_of_a_month_makes_the_file_that_the_others_say(gaotai: Path) -> None:
    ran = new("activity", gaotai, pairing="xijie", kind="送课指导", date="2020-08-28")
    assert added(gaotai, ran) == "log/xijie/2020-08.yaml:4"
    text = (gaotai / "log/xijie/2020-08.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../../schemas/")


def test_ids_that_are_taken_get_a_number(gaotai: Path) -> None:
    for number in ("", "-2", "-3"):
        ran = new("活动", gaotai, pairing="xijie", kind="送课指导", date="2020-05-28")
        assert f"{{id: xijie-0528-songke{number}, " in ran.out


EACH = [
    (
        "submission",
        {"pairing": "xijie", "type": "news", "from_": "西街小学", "received": "2020-06-01"},
    ),
    ("organization", {"title": "示例小学", "side": "helped"}),
    ("person", {"name": "示例新人", "organization": "西街小学"}),
    ("mentorship", {"pairing": "xijie", "mentor": "西街示例骨干01", "mentee": "西街示例徒弟02"}),
    ("pairing", {"helper": "西街小学", "helped": "西八里小学"}),
    ("finding", {"verdict": "praised", "pairing": "xijie", "date": "2020-06-01", "by": "走访"}),
    ("waiver", {"pairing": "xijie", "term": "spring", "until": "2020-07-05", "reason": "疫情"}),
    ("activity-kind", {"id": "reading", "title": "阅读"}),
    ("document-type", {"id": "photo-album", "title": "相册"}),
]


@pytest.mark.parametrize(("kind", "values"), EACH, ids=[kind for kind, _ in EACH])
def test_a_new_record_brings_no_error(kind: str, values: dict[str, str], gaotai: Path) -> None:
    if kind == "waiver":
        values = {**values, "approved_by": "基教股", "date": "2020-06-20"}
    ran = new(kind, gaotai, **values)
    assert ran.code == 0, ran.err
    assert pairing("validate", gaotai, *AS_OF).code == 0


def test_what_would_be_an_error_is_not_written(gaotai: Path) -> None:
    before = {path: path.read_bytes() for path in gaotai.rglob("*.yaml")}
    ran = new("activity", gaotai, pairing="西街", kind="送课指导", date="2020-05-28")
    assert ran.code == 2
    assert "没有名为“西街”的结对" in ran.err
    ran = new("activity", gaotai, pairing="xijie", kind="送课指导", date="5月28日")
    assert ran.code == 2
    assert "没有写年份" in ran.err
    assert (
        new("activity", gaotai, pairing="xijie", kind="送课指导", date="2020-05-28", at="甲").code
        == 2
    )
    assert {path: path.read_bytes() for path in gaotai.rglob("*.yaml")} == before


def test_what_is_missing_is_said_where_nobody_can_be_asked(gaotai: Path) -> None:
    ran = new("activity", gaotai, pairing="xijie")
    assert (ran.code, "kind、date" in ran.err) == (2, True)
    assert new("什么", gaotai).code == 2
    assert pairing("new", "person", gaotai, "--set", "甲").code == 2
    assert pairing("new", "person", gaotai, "--set", "name=[甲").code == 2


def test_a_dry_run_writes_nothing(gaotai: Path) -> None:
    before = (gaotai / "people.yaml").read_bytes()
    ran = new("person", gaotai, "--dry-run", name="示例新人")
    assert "+  - {name: 示例新人}\n" in ran.out
    assert (gaotai / "people.yaml").read_bytes() == before


def test_values_may_have_parts(gaotai: Path) -> None:
    documents = "[{type: photos, from: 西街小学, received: 2020-05-29}]"
    ran = pairing(
        *("new", "activity", gaotai, *AS_OF, "--set", "pairing=xijie", "--set", "kind=送课指导"),
        *("--set", "date=2020-05-28", "--set", f"documents={documents}", "--set", "subjects=音乐"),
        *("--set", "subjects=美术", "--set", "amounts.class-hours=2"),
    )
    assert ran.code == 0, ran.err
    assert "+    subjects: [音乐, 美术]\n+    amounts: {class-hours: 2}\n" in ran.out
    assert "+      - {type: photos, from: 西街小学, received: 2020-05-29}\n" in ran.out


def test_a_programme_in_one_file_stays_in_one_file(tmp_path: Path) -> None:
    root = write(tmp_path, {"programme.yaml": (MINIMAL / "programme.yaml").read_bytes()})
    for kind, values in (("person", ["name=示例师"]), ("plan", ["pairing=shiyan"])):
        sets = [each for value in values for each in ("--set", value)]
        assert pairing("new", kind, root, *sets).code == 0
    assert [path.name for path in root.glob("*.yaml")] == ["programme.yaml"]
    assert all_findings(root, date(2026, 12, 31))[1] == []


def test_several_at_once_get_ids_of_their_own(tmp_path: Path) -> None:
    root = write(tmp_path, {"programme.yaml": (MINIMAL / "programme.yaml").read_bytes()})
    command = [sys.executable, "-m", "pairing_cli", "new", "activity", str(root)]
    command += [*("-s", "pairing=shiyan", "-s", "kind=送课指导"), *("-s", "date=2026-04-15")]
    running = [subprocess.Popen(command, stdout=-3, stderr=-3) for _ in range(4)]
    assert [each.wait() for each in running] == [0] * 4
    found = load(FolderTree(root)).repository.activities
    assert all(found.knows(f"shiyan-0415-songke-{end}") for end in (2, 3, 4, 5))


class Terminal(io.StringIO):
    """Stands for a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_can_be_used(
    gaotai: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["xijie", "送课指导", "5月28日", "2020年5月28日"])
    asked: list[str] = []

    def prompt(text: str, **_: object) -> str:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(typer, "prompt", prompt)
    monkeypatch.setattr("sys.stdin", Terminal())
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(Terminal()) as err,
    ):
        code = run(["new", "activity", str(gaotai), *AS_OF])
    assert code == 0, err.getvalue()
    assert "date: 2020-05-28" in out.getvalue()
    assert [text.split()[1].partition("（")[0] for text in asked] == [
        *("pairing", "kind", "date", "date")
    ]
    assert "没有写年份" in err.getvalue()


def test_numbers_of_persons_are_masked_in_what_is_shown(gaotai: Path) -> None:
    ran = new("person", gaotai, "--dry-run", name="示例新人", note="电话" + "138" + "00138" + "000")
    assert "00138000" not in ran.out + ran.err
