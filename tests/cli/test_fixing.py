"""A coordinator's morning: a file from a colleague, everything wrong with it, and two commands."""

from __future__ import annotations

import json
import time
from hashlib import sha256
from pathlib import Path

import pytest

from pairing_cli.cli.journal import FOLDER, locked
from pairing_cli.edit.repair import formatted
from pairing_cli.load.events import parse
from tests.command import Ran, pairing
from tests.programmes import MINIMAL, write

PROGRAMME = (MINIMAL / "programme.yaml").read_text("utf-8").partition("\nactivities:")[0]

COLLEAGUE = """\
activities:
  - id: shiyan-0415-songke
    pairing：shiyan
    kind: lesson-delivery
    date: 2026.4.15
\tat: 乡中心小学
    documents:
      - {type: 活动方案， from: 实验小学， received: 2026年4月10日}
      # 听课记录六份，另附签到表
      - {type: listening-records, from: 示例乡中心小学, recieved: 2026/4/18, copies: 6份}
"""

MENDED = """\
activities:
  - id: shiyan-0415-songke
    pairing: shiyan
    kind: lesson-delivery
    date: 2026-04-15
    at: 示例乡中心小学
    documents:
      - {type: 送课活动方案, from: 示例实验小学, received: 2026-04-10}
      # 听课记录六份，另附签到表
      - {type: listening-records, from: 示例乡中心小学, received: 2026-04-18, copies: 6}
"""


def validate(root: Path, *options: str) -> Ran:
    return pairing("validate", root, "--as-of", "2026-04-30", "--lang", "zh", *options)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {"programme.yaml": PROGRAMME, "log.yaml": COLLEAGUE.encode("gbk")})


def test_a_colleagues_file_is_mended_and_the_checks_pass(root: Path) -> None:
    first = validate(root)
    assert first.code == 1
    assert "疑似 GBK 编码" in first.out
    assert "pairing fmt --encode" in first.out

    looked_at = validate(root, "--fix", "--encode", "--dry-run")
    assert looked_at.code == 1
    assert "+    at: 示例乡中心小学\n" in looked_at.out
    assert (root / "log.yaml").read_bytes() == COLLEAGUE.encode("gbk")

    fixed = validate(root, "--fix", "--encode")
    assert (root / "log.yaml").read_text("utf-8") == MENDED
    assert fixed.code == 0, fixed.out
    said = [line.split()[1:3] for line in fixed.err.splitlines() if line.startswith("已改正")]
    places = [(where.rpartition("log.yaml:")[2].partition(":")[0], code) for where, code in said]
    assert places == [
        *(("3", "F004"), ("3", "F018"), ("5", "S004"), ("6", "F019"), ("6", "R001")),
        *(("8", "R001"), ("8", "F018"), ("8", "R001"), ("8", "F018"), ("8", "S004")),
        *(("10", "S002"), ("10", "S004"), ("10", "S005")),
    ]
    assert validate(root, "--fix").err == ""


def test_what_is_open_is_said_and_left(root: Path) -> None:
    text = MENDED.replace("date: 2026-04-15", "date: 4月15日").replace(
        "at: 示例乡中心小学", "at: 示例小学"
    )
    write(root, {"log.yaml": text})
    ran = validate(root, "--fix")
    assert ran.code == 1
    assert "没有写年份" in ran.out
    assert (root / "log.yaml").read_text("utf-8") == text


def test_short_names_that_two_could_have_are_not_replaced(root: Path) -> None:
    text = MENDED.replace("at: 示例乡中心小学", "at: 示例小学")
    write(root, {"log.yaml": text})
    assert "没有名为“示例小学”的单位" in validate(root, "--fix").out
    assert (root / "log.yaml").read_text("utf-8") == text


def test_formatting_checks_shows_and_writes(root: Path) -> None:
    text = MENDED.replace("    kind: lesson-delivery\n", "").replace(
        "    date: 2026-04-15\n", "    date: 2026.4.15  \n    kind: lesson-delivery\n"
    )
    write(root, {"log.yaml": text.replace("\n", "\r\n")})
    checked = pairing("fmt", root, "--check", "--lang", "en")
    assert (checked.code, checked.out) == (1, f"would be formatted {root}/log.yaml\n")
    shown = pairing("fmt", root, "--diff")
    assert shown.code == 1
    assert "+    date: 2026-04-15\n" in shown.out
    assert (root / "log.yaml").read_bytes() == text.replace("\n", "\r\n").encode()
    written = pairing("fmt", root / "log.yaml", "--lang", "zh")
    assert written.code == 0
    assert written.out.startswith("已整理 ") and written.out.endswith("log.yaml\n")
    assert (root / "log.yaml").read_text("utf-8") == MENDED
    assert pairing("fmt", root, "--check").code == 0
    assert sorted(each.name for each in root.iterdir()) == [FOLDER, "log.yaml", "programme.yaml"]


def test_formatting_leaves_what_it_cannot_read_and_says_so(root: Path) -> None:
    ran = pairing("fmt", root, "--lang", "en")
    assert ran.code == 1
    assert "log.yaml cannot be read" in ran.err
    assert (root / "log.yaml").read_bytes() == COLLEAGUE.encode("gbk")
    assert pairing("fmt", root, "--encode").code == 0
    assert "pairing: shiyan\n" in (root / "log.yaml").read_text("utf-8")


def test_what_is_only_looked_at_leaves_no_trace(root: Path) -> None:
    before = sorted(root.rglob("*"))
    for command in (("fmt", "--check"), ("fmt", "--diff"), ("validate", "--fix", "--dry-run")):
        pairing(command[0], root, *command[1:])
    assert sorted(root.rglob("*")) == before


def test_a_command_finishes_what_another_began(root: Path) -> None:
    """The journal of a process that died is carried out before anything is read."""
    write(root, {"log.yaml": MENDED})
    before, after = MENDED.encode(), MENDED.replace("copies: 6", "copies: 7").encode()
    with locked(root):
        pending = root / FOLDER / "pending" / ".log.yaml.x.tmp"
        pending.write_bytes(after)
        entry = {"path": "log.yaml", "staged": pending.name, "before": sha256(before).hexdigest()}
        (root / FOLDER / "journal.json").write_text(json.dumps({"files": [entry]}))
    assert validate(root).code == 0
    assert (root / "log.yaml").read_bytes() == after
    assert not (root / FOLDER / "journal.json").exists()


def test_formatting_two_thousand_activities_takes_little_longer_than_reading_them() -> None:
    one = (
        "  - id: a{0}\n    kind: k\n    date: 2020.4.15\n"
        "    documents:\n      - {{received: 2020-04-16, type: x}}\n"
    )
    text = "activities:\n" + "".join(one.format(number) for number in range(2000))
    start = time.process_time()
    found = formatted("log.yaml", text.encode()).data.decode()
    spent = time.process_time() - start
    start = time.process_time()
    parse(text, places=True)
    assert spent < 40 * (time.process_time() - start)
    assert found.count("{type: x, received: 2020-04-16}") == found.count("date: 2020-04-15") == 2000
