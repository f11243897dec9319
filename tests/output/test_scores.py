"""What a score says on the terminal and to machines: of whom, of which item, lost or given back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.model.results import NodeKind, State
from tests.command import pairing
from tests.programmes import BASE, HERE, REPOSITORY, write

EVERY_WAY = HERE / "cases" / "every-way"
AT_THE_END = ("--as-of", "2025-01-31", "--lang", "zh")
BEFORE_THE_RUBRICS = BASE.partition("rubrics:")[0]
HEAD = "rubrics:\n  - id: r\n    title: 考核表\n    full_marks: 20\n"


def section(identity: str, *items: str) -> str:
    """A section of a rubric with these items."""
    lines = "".join(f"          - {{{item}}}\n" for item in items)
    return f"      - id: {identity}\n        title: 部分\n        items:\n{lines}"


def folder(root: Path, sections: str, *, head: str = HEAD, log: str = "") -> Path:
    """The small programme with another rubric."""
    rubric = f"{head}    sections:\n{sections}"
    return write(
        root, {"programme.yaml": BEFORE_THE_RUBRICS, "rubric.yaml": rubric, "log.yaml": log}
    )


def shown(root: Path, *arguments: str) -> str:
    """What ``pairing score`` prints in Chinese at the end of the year."""
    ran = pairing("score", root, "--as-of", "2021-01-31", "--lang", "zh", *arguments)
    assert ran.code == 0, ran.out + ran.err
    return ran.out


def line_with(text: str, output: str) -> str:
    """The one line in which a text stands."""
    [line] = [line for line in output.splitlines() if text in line]
    return line


@pytest.mark.parametrize(
    ("rubric", "word"), [("pairs", "结对"), ("schools", "学校"), ("persons", "姓名")]
)
def test_the_ranking_calls_those_it_ranks_what_they_are(rubric: str, word: str) -> None:
    ran = pairing("score", EVERY_WAY, "--rubric", rubric, *AT_THE_END)
    assert line_with("名次", ran.out).split()[:2] == ["名次", word]
    assert "一对" not in ran.out


def test_items_are_headed_so_that_none_is_taken_for_another(tmp_path: Path) -> None:
    first = section("a", 'id: plan, number: "1", title: 计划, points: 4, rating: {by: 基教股}')
    second = section(
        "b",
        'id: visits, number: "1", title: 走访, points: 4, rating: {by: 基教股}',
        'id: talks, number: "2", title: 座谈, points: 6, rating: {by: 基教股}',
        "id: model, title: 示范 教师, points: 6, rating: {by: 基教股}",
    )
    heads = line_with("各项得分", shown(folder(tmp_path, first + second)))
    assert heads.split() == ["各项得分", "1", "计划", "1", "走访", "2", "示范", "教师"]


def test_an_item_that_is_not_asked_of_a_unit_has_a_dash_in_its_own_column(tmp_path: Path) -> None:
    items = section(
        "a",
        "id: helping, title: 帮扶工作, points: 20, only_for: {side: helper}, rating: {by: 基教股}",
        "id: growth, title: 自身发展, points: 20, only_for: {side: helped}, rating: {by: 基教股}",
    )
    log = (
        "ratings:\n"
        "  - {id: r-1, item: helping, organization: 甲小学, points: 12, by: 基教股, date: 2020-12-01}\n"
        "  - {id: r-2, item: growth, organization: 乙小学, points: 15, by: 基教股, date: 2020-12-01}\n"
    )
    root = folder(tmp_path, items, head=HEAD + "    unit: school\n", log=log)
    below = shown(root).partition("各项得分")[2].splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in below if "小学" in line}
    assert below[0].split() == ["帮扶工作", "自身发展"]
    assert rows["甲小学"] == ["12.0", "–"]
    assert rows["乙小学"] == ["–", "15.0"]


def test_what_a_floor_gives_back_is_not_said_as_lost_below_nothing() -> None:
    out = pairing("score", EVERY_WAY, "--rubric", "pairs", "--pairing", "two", *AT_THE_END).out
    assert "  少扣 1.20 扣到 0 为止\n" in out
    assert "失 -" not in out


def test_what_lies_beyond_a_cap_is_not_said_as_added_below_nothing(tmp_path: Path) -> None:
    items = section(
        "a",
        "id: work, title: 工作, points: 20, rating: {by: 基教股}",
        "id: news, title: 报道, bonus: 3, adds: [{title: 报道, count: activities, each: 1}]",
        "id: more, title: 特色, bonus: 4, adds: [{title: 特色, count: activities, each: 1}]",
    )
    root = folder(tmp_path, items, head=HEAD + "    bonus_at_most: 5\n")
    out = shown(root, "--pairing", "one")
    assert "\n加分合计最多 5 分\n  超出上限 2.00\n" in out
    assert "未加 -" not in out


def test_what_a_gate_zeroes_counts_documents_only_where_there_are_any(tmp_path: Path) -> None:
    items = section(
        "a",
        "id: work, title: 工作, points: 20, "
        "deducts: [{title: 缺席, count: activities, of: {kind: mentoring}, each: 1}]",
    )
    gate = (
        "    gates:\n      - {id: none, title: 没有送课, "
        "when: {count: activities, of: {kind: lesson-delivery}, at_most: 0}, zeroes: work}\n"
    )
    out = shown(folder(tmp_path, items, head=HEAD + gate), "--pairing", "one")
    assert "份" not in line_with("失 20.00 计零分", out)


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A node of the JSON and all below it."""
    yield node
    for child in node["children"]:
        yield from nodes(child)


def test_what_earned_in_part_is_said_so_to_machines_as_well() -> None:
    ran = pairing("score", EVERY_WAY, "--rubric", "pairs", "-f", "json", *AT_THE_END)
    every = [node for unit in json.loads(ran.out)["units"] for node in nodes(unit)]
    partly = [node for node in every if not node["children"] and node["state"] == "partial"]
    assert partly and all(0 < float(node["earned"]) < float(node["max"]) for node in partly)
    earned = [node for node in every if not node["children"] and node["state"] == "earned"]
    assert earned and all(float(node["lost"]) <= 0 for node in earned)


@pytest.mark.parametrize("words", [State, NodeKind])
def test_every_state_and_kind_is_documented(words: type[State] | type[NodeKind]) -> None:
    page = (REPOSITORY / "docs" / "json.md").read_text("utf-8")
    table = page.partition("## `pairing.score/1`")[2].partition("## `pairing.score-change/1`")[0]
    assert {word.value for word in words if f"`{word.value}`" not in table} == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_no_sentence_stands_twice_in_the_introduction(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    prose = " ".join("".join(text.split("```")[::2]).split())
    sentences = [each for each in re.split(r"\. |。|；", prose) if len(each) > 40]
    assert len(sentences) > 20
    assert [each for each in sentences if sentences.count(each) > 1] == []
