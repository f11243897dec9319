"""``pairing todo`` as its users meet it: text, Markdown, JSON, and a calendar that can be imported."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.command import pairing
from tests.programmes import GAOTAI, MINIMAL


def test_the_calendar_can_be_imported_and_stays_the_same(tmp_path: Path) -> None:
    out = tmp_path / "deadlines.ics"
    assert pairing("todo", GAOTAI, "--format", "ics", "--as-of", "2020-05-01", "-o", out).code == 0
    first = out.read_bytes()
    assert pairing("todo", GAOTAI, "--format", "ics", "--as-of", "2020-12-01", "-o", out).code == 0
    assert out.read_bytes() == first
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))
    calendar: Any = icalendar.Calendar.from_ical(first)
    events = list(calendar.walk("VEVENT"))
    assert len({event["uid"] for event in events}) == len(events)
    ends = {str(event["summary"]): event["dtstart"].dt for event in events}
    assert ends["春学期结束"] == date(2020, 7, 10)
    # every paper of item 2 is due on 30 March, 30 June or 20 December
    item = {event["dtstart"].dt for event in events if "2 计划总结" in event["summary"]}
    assert item == {date(2020, 3, 30), date(2020, 6, 30), date(2020, 12, 20)}


def test_the_calendar_of_one_pairing_leaves_out_the_others_plans() -> None:
    one = pairing("todo", GAOTAI, "--format", "ics", "--pairing", "xijie").out
    everybody = pairing("todo", GAOTAI, "--format", "ics").out
    assert 0 < one.count("BEGIN:VEVENT") < everybody.count("BEGIN:VEVENT")


def test_json_has_what_is_to_be_done_and_what_is_lost() -> None:
    ran = pairing("todo", GAOTAI, "--format", "json", "--as-of", "2020-11-20", "--lang", "en")
    found = json.loads(ran.out)
    assert found["schema"] == "pairing.todo/1"
    assert {task["kind"] for task in found["tasks"]} >= {"hand-in", "hold", "reach", "judge"}
    days = [task["begin_by"] or task["due"] or "9999" for task in found["tasks"]]
    assert days == sorted(days)
    assert all(place["line"] for task in found["lost"] for place in task["at"])


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_said_to_people(form: str, language: str) -> None:
    ran = pairing("todo", MINIMAL, "--format", form, "--lang", language, "--as-of", "2026-03-10")
    assert ran.code == 0
    assert "2026" in ran.out
    assert "todo." not in ran.out


def test_a_school_that_is_not_there() -> None:
    ran = pairing("todo", GAOTAI, "--school", "北京小学")
    assert ran.code == 2
    assert "北京小学" in ran.err
