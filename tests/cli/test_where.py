"""What stands at a line, what it counts for, and what would change without it.

The programme of ``cases/base.yaml``: 送课指导 is 60 points, 30 a term, two papers a term.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.load.positions import Positions
from pairing_cli.load.removed import Shifted
from pairing_cli.load.tree import FolderTree
from pairing_cli.load.whereabouts import Whereabouts
from pairing_cli.model.places import At
from tests.command import Ran, pairing
from tests.programmes import BASE, GAOTAI, write

LOG = """# 活动
activities:
  # 春季送课

  - id: one-spring
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    at: 乙小学
    fulfils: spring-lesson
    documents:
      - {type: delivery-plan, from: 甲小学, received: 2020-04-10}
      - {type: listening-records, from: 乙小学, received: 2020-04-18, copies: 5}

  - {id: two-spring, pairing: two, kind: lesson-delivery, date: 2020-05-12, documents: [{type: delivery-plan, from: 丙小学, received: 2020-05-10}]}
submissions:
  - {pairing: one, type: annual-summary, from: 甲小学, received: 2020-12-10}
waivers:
  - {id: flood, pairing: one, activity: one-spring, until: 2020-04-22, reason: 暴雨, approved_by: 基教股, date: 2020-04-17}
plans:
  - pairing: one
    tasks: [{id: spring-lesson, month: 2020-04, kind: lesson-delivery, work: 音乐送课, responsible: 甲校长, due: 2020-04-30}]
quotas:
  - id: lessons
    title: 每学期送课
    at_least: 1
    of: {kind: lesson-delivery}
    count: activities
    per: [pairing, term]
"""
DAY = ("--as-of", "2020-12-31")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {"programme.yaml": BASE, "log.yaml": LOG})


def asked(root: Path, place: str, *options: object) -> Ran:
    return pairing("where", f"{root}/{place}", *DAY, *options)


def document(root: Path, place: str) -> dict[str, Any]:
    ran = asked(root, place, "-f", "json")
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(LOG.split("\n"), 1) if text in line)


def test_which_record_stands_at_every_line(root: Path) -> None:
    found = Whereabouts(FolderTree(root), "log.yaml")
    first = ("activities", 0)
    routes = [found.at(number) for number in range(1, 16)]
    assert routes[:2] == [None, None]
    assert routes[2:11] == [first] * 9
    assert routes[11:14] == [(*first, "documents", 0), (*first, "documents", 1), ("activities", 1)]
    assert routes[14] == ("activities", 1)
    column = LOG.split("\n")[14].index("type:") + 1
    assert found.at(15, column) == ("activities", 1, "documents", 0)
    assert found.at(15, 3) == ("activities", 1)
    assert found.at(999) is found.at(0) is None


def test_an_activity_counts_for_a_target_and_for_points(root: Path) -> None:
    found = document(root, "log.yaml:8")
    assert (found["where"], found["part"], found["errors"]) == ("activities/one-spring", None, 0)
    assert found["at"]["file"].endswith("/log.yaml") and found["at"]["line"] == 5
    assert [each["line"] for each in found["documents"]] == [12, 13]
    assert [each["title"] for each in found["fulfils"]] == ["音乐送课"]
    assert [each["collection"] for each in found["named_by"]] == ["waivers"]
    assert [(each["done"], each["verdict"]) for each in found["targets"]] == [(1, "met")]
    assert [(each["earned"], each["state"]) for each in found["items"]] == [("15.00", "earned")] * 2
    gone = found["without"]
    assert {each["code"] for each in gone["new"]} == {"R001", "L011"}
    (unit,) = [unit for score in gone["scores"] for unit in score["units"] if unit["id"] == "one"]
    assert (unit["before"]["exact"], unit["after"]["exact"]) == ("40", "10")
    assert gone["targets"][-1]["after"]["verdict"] == "missed"


def test_the_same_in_words(root: Path) -> None:
    text = asked(root, "log.yaml:8").out
    assert text.startswith("活动 送课指导（甲小学 → 乙小学，2020-04-15）")
    assert "落实的计划项" in text and "音乐送课" in text and "1 条记录提到它" in text
    assert "如果没有它" in text and "-30.00" in text and "R001" in text
    assert "原因" not in text.partition("如果没有它")[2]
    english = asked(root, "log.yaml:8", "--lang", "en").out
    assert "These points rest on it" in english and "Without it" in english


def test_a_document_of_an_activity_is_meant_by_its_line(root: Path) -> None:
    found = document(root, "log.yaml:12")
    assert found["part"] == "documents[1]" and found["at"]["line"] == 12
    assert [each["received"] for each in found["documents"]] == ["2020-04-10"]
    assert [each["path"][-1] for each in found["items"]] == ["送课方案"]
    (unit,) = found["without"]["scores"][0]["units"]
    assert (unit["before"]["exact"], unit["after"]["exact"]) == ("40", "25")


def test_places_behind_a_part_that_is_left_out_are_still_right(root: Path) -> None:
    positions = Positions(FolderTree(root))
    record = At("log.yaml", ("activities", 0))
    shifted = Shifted(positions, record.sub("documents", 0))
    for number, line in ((0, 13), (None, 5)):
        place = record if number is None else record.sub("documents", number, "type")
        assert shifted.span(place).line == line
    other = At("log.yaml", ("activities", 1, "documents", 0))
    assert shifted.span(other) == positions.span(other)
    whole = Shifted(positions, record)
    assert whole.span(other) == positions.span(other)


def test_a_planned_line_says_who_fulfils_it(root: Path) -> None:
    line = line_of("spring-lesson, month")
    column = LOG.split("\n")[line - 1].index("id: spring-lesson") + 1
    found = document(root, f"log.yaml:{line}:{column}")
    assert found["part"] == "tasks[1]"
    assert [each["line"] for each in found["fulfilled_by"]] == [5]
    assert "R001" in {each["code"] for each in found["without"]["new"]}


def test_a_file_alone_lists_its_records(root: Path) -> None:
    text = asked(root, "log.yaml").out
    assert "activities/two-spring" in text and "submissions/one/annual-summary/甲小学" in text
    found = document(root, "log.yaml")
    assert found["schema"] == "pairing.where-file/1"
    assert [each["line"] for each in found["records"]] == [5, 15, 17, 19, 21, 24]


def test_what_cannot_be_read_counts_for_nothing_and_the_programme_cannot_go(root: Path) -> None:
    write(root, {"log.yaml": LOG.replace("date: 2020-05-12", "date: 2020-15-12")})
    found = document(root, "log.yaml:15")
    assert (found["where"], found["read"], found["items"]) == ("activities/two-spring", False, [])
    assert "没有计入" in asked(root, "log.yaml:15").out
    whole = document(root, "programme.yaml:3")
    assert (whole["where"], whole["without"]) == ("programme", None)
    term = document(root, "programme.yaml:8")
    assert term["part"] == "terms[1]" and term["without"] is not None


def test_what_is_no_place_is_refused(root: Path) -> None:
    write(root, {"notes.txt": "x", ".hidden.yaml": "activities: []\n"})
    for place in ("nowhere.yaml:3", "log.yaml:1", "log.yaml:99", "notes.txt:1", "log.yaml:x"):
        ran = asked(root, place)
        assert ran.code == 2 and ran.err and not ran.out, place


@pytest.mark.parametrize("line", [18, 28, 32, 49])
def test_what_goes_in_the_example_is_what_the_scores_lose(line: int) -> None:
    found = json.loads(
        pairing(
            "where",
            f"{GAOTAI}/log/xijie/2020-04.yaml:{line}",
            "--as-of",
            "2020-12-18",
            "-f",
            "json",
        ).out
    )
    assert found["items"] or found["targets"]
    assert found["without"]["scores"] or found["without"]["targets"]
