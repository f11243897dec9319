"""What is only counted, and what stands in a register, shown and explained."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.quota import explain
from tests.command import pairing
from tests.programmes import BASE, counter, said, write

TARGETS = """
quotas:
  - {id: lessons, title: 送课, count: activities, of: {kind: lesson-delivery}, per: [pairing, term]}
  - {id: listeners, title: 听课, count: people, of: {kind: lesson-delivery}, per: term}
  - {id: pairs, title: 校际结对, count: pairings, of: {pairing_level: school}}
  - {id: one, title: 甲的结对, count: pairings, of: {pairing: one}}
  - {id: couples, title: 师徒, count: mentorships, of: {pairing: one}}
  - {id: tasks, title: 计划任务, count: plan-tasks, of: {kind: lesson-delivery, pairing: one}}
  - {id: active, title: 送过课的结对, count: pairings, of: {kind: lesson-delivery, mode: on-site}}
"""
LOG = """
activities:
  - id: a1
    pairing: two
    kind: lesson-delivery
    date: 2020-04-15
    mode: online
    participants: [{from: 丁小学, role: teacher, count: 8}]
    documents: [{type: delivery-plan, from: 丙小学, received: 2020-04-15}]
"""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return write(tmp_path, {"programme.yaml": BASE, "targets.yaml": TARGETS, "log.yaml": LOG})


def test_every_scope_of_what_is_only_counted_is_shown_once_it_has_begun(programme: Path) -> None:
    def shown(day: str) -> list[str]:
        lines = pairing("quota", programme, "--as-of", day, "--lang", "zh").out.splitlines()
        return [" ".join(line.split()) for line in lines if "小学、" in line]

    assert shown("2020-06-15") == [
        "甲小学 → 乙小学、春学期 次 – – 0 – 只计数",
        "丙小学 → 丁小学、春学期 次 – – 1 – 只计数",
    ]
    assert len(shown("2020-09-15")) == 4


def test_a_note_on_a_scope_says_of_which_target_it_is(programme: Path) -> None:
    ran = pairing("quota", programme, "--as-of", "2020-06-15", "--lang", "zh")
    assert "· 听课 · 春学期：其中 8 人未记姓名" in ran.out


@pytest.mark.parametrize("target", ["pairs", "one", "couples", "tasks"])
def test_no_activity_is_near_to_what_is_not_counted_by_activities(
    programme: Path, target: str
) -> None:
    (proof,) = explain(counter(programme, date(2020, 6, 15)), target)
    assert proof.nearly == ()


def test_activities_are_near_where_pairings_count_by_what_they_held(programme: Path) -> None:
    (proof,) = explain(counter(programme, date(2020, 6, 15)), "active")
    assert proof.line.done == 0
    assert [said(near.title) for near in proof.nearly] == ["2020-04-15 送课指导"]
