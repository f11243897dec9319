"""A finding is the same finding when lines, files and figures move, and another when its subject is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.identity import Identities, fingerprinted
from pairing_cli.rules import RULES, check
from tests.programmes import BASE, write

ONE = """
activities:
  - {id: a1, pairing: one, kind: lesson-delivery, date: 2020-04-15, at: 无此校}
"""
TWO = """
# 新的一行
activities:
  - {id: a0, pairing: one, kind: lesson-delivery, date: 2020-04-14}
  - {id: a1, pairing: one, kind: lesson-delivery, date: 2020-04-15, at: 无此校}
"""


def marks(root: Path, files: Mapping[str, str]) -> dict[str, list[str]]:
    """The fingerprints of a programme's findings, by code."""
    loaded = load(FolderTree(write(root, files)))
    found = (*loaded.diagnostics, *check(loaded.repository, RULES, date(2020, 12, 31)))
    result: dict[str, list[str]] = {}
    for each in fingerprinted(found, Identities(loaded.repository, loaded.known)):
        result.setdefault(each.code, []).append(each.fingerprint)
    return result


def test_a_line_more_and_another_file_are_no_news(tmp_path: Path) -> None:
    before = marks(tmp_path / "a", {"programme.yaml": BASE, "log.yaml": ONE})
    after = marks(tmp_path / "b", {"programme.yaml": BASE, "moved/april.yaml": TWO})
    assert before["R001"] == after["R001"]


def test_another_name_is_another_finding(tmp_path: Path) -> None:
    before = marks(tmp_path / "a", {"programme.yaml": BASE, "log.yaml": ONE})
    other = ONE.replace("无此校", "也无此校")
    after = marks(tmp_path / "b", {"programme.yaml": BASE, "log.yaml": other})
    assert before["R001"] != after["R001"]


def test_two_alike_have_two_marks_and_an_unreadable_record_keeps_its_own(tmp_path: Path) -> None:
    twice = (
        ONE.replace("无此校", "无此校, at_: x")
        + "  - {id: a2, pairing: one, kind: lesson-delivery, date: 2.3}\n"
    )
    found = marks(tmp_path / "a", {"programme.yaml": BASE, "log.yaml": twice})
    swapped = "activities:\n" + "".join(
        line + "\n" for line in reversed(twice.strip().splitlines()[1:])
    )
    again = marks(tmp_path / "b", {"programme.yaml": BASE, "log.yaml": swapped})
    assert found["S002"] == again["S002"]
    everything = [mark for each in found.values() for mark in each]
    assert len(set(everything)) == len(everything)
