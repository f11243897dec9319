"""What counts, when it is due, and what counts as held: the ground of targets and scores."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pairing_cli.measure.count import Counter
from pairing_cli.measure.held import Held
from pairing_cli.measure.select import Selector
from pairing_cli.measure.stretch import Stretch
from pairing_cli.model.dates import Days, parse_due
from pairing_cli.model.due import due_day
from pairing_cli.model.programme import Programme
from pairing_cli.model.selections import Amount, Selection, Unit
from pairing_cli.model.workdays import WorkCalendar
from tests.programmes import BASE, counter, write

LOG = """
activities:
  - id: a1
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15 to 2020-04-16
    at: 乙小学东校区
    subjects: [音乐, 体育]
    participants:
      - {from: 甲小学, role: backbone, count: 3}
      - {from: 甲小学, role: leader, name: 示例甲}
      - {from: 乙小学, role: teacher, count: 12}
    documents:
      - {type: delivery-plan, from: 甲小学, received: 2020-04-14}
      - {type: listening-records, from: 乙小学, received: 2020-04-19, copies: 5}
  - id: a2
    pairing: one
    kind: 送课指导
    date: 2020-05-20
    at: 乙小学
    mode: online
    participants:
      - {from: 甲小学, role: leader, name: 示 例 甲}
      - {from: 甲小学, role: backbone, count: 2}
    documents:
      - {type: delivery-plan, from: 甲小学, received: 2020-05-19}
  - {id: a3, pairing: one, kind: lesson-delivery, date: 2020-06-10, at: 乙小学}
  - {id: m1, pairing: one, kind: mentoring, mentorship: pair-1, date: 2020-04-08, mode: online}
  - {id: m2, pairing: one, kind: mentoring, mentorship: pair-1, date: 2020-09-08, direction: helped-to-helper}
  - {id: b1, pairing: two, kind: mentoring, date: 2020-09-09}

plans:
  - pairing: one
    tasks:
      - {month: 2020-04, kind: lesson-delivery, work: 送课, times: 2}
      - {month: 2020-09, kind: mentoring, work: 师徒}
"""
YEAR = Days(date(2020, 3, 1), date(2020, 12, 31))
CALENDAR = WorkCalendar(Programme(id="p", title="示例", period=YEAR))
SPRING = Days(date(2020, 3, 2), date(2020, 7, 10))


@pytest.fixture
def measures(tmp_path: Path) -> Counter:
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": LOG})
    return counter(tmp_path, date(2020, 12, 31))


def number(measures: Counter, unit: Unit, stretch: Stretch, **selection: object) -> Amount:
    selector = Selector(measures.view.repository, Selection.model_validate(selection))
    return measures.count(unit, selector, stretch).number


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ({}, 5),
        ({"kind": "lesson-delivery"}, 2),
        ({"kind": ["lesson-delivery", "师徒交流"]}, 5),
        ({"mode": "online"}, 2),
        ({"at": "乙小"}, 1),
        ({"at_type": ["campus", "teaching-point"]}, 1),
        ({"subject": "体育"}, 1),
        ({"role": "leader"}, 2),
        ({"direction": "helper-to-helped"}, 2),
        ({"direction": "helped-to-helper"}, 1),
        ({"kind": "lesson-delivery", "mode": "on-site"}, 1),
    ],
)
def test_a_selection_takes_what_fits_all_it_states(
    measures: Counter, selection: dict[str, object], expected: int
) -> None:
    assert number(measures, Unit.ACTIVITIES, Stretch(YEAR), **selection) == expected


def test_units_count_differently(measures: Counter) -> None:
    stretch, kind = Stretch(YEAR, "one"), {"kind": "lesson-delivery"}
    assert number(measures, Unit.ACTIVITIES, stretch, **kind) == 2
    assert number(measures, Unit.PERSON_TIMES, stretch, **kind) == 16 + 3
    assert number(measures, Unit.PERSON_TIMES, stretch, **kind, role="leader") == 2
    assert number(measures, Unit.PEOPLE, stretch, **kind, role="leader") == 1
    assert number(measures, Unit.PEOPLE, stretch, **kind, role="backbone") == 5
    assert number(measures, Unit.PLAN_TASKS, stretch, **kind) == 1


def test_a_stretch_narrows_by_days_pairing_and_pair(measures: Counter) -> None:
    mentoring = {"kind": "mentoring"}
    assert number(measures, Unit.ACTIVITIES, Stretch(YEAR), **mentoring) == 3
    assert number(measures, Unit.ACTIVITIES, Stretch(SPRING), **mentoring) == 1
    assert number(measures, Unit.ACTIVITIES, Stretch(YEAR, "two"), **mentoring) == 1
    assert number(measures, Unit.ACTIVITIES, Stretch(YEAR, "one", "pair-1"), **mentoring) == 2


def test_a_selection_inside_another_must_fit_both(measures: Counter) -> None:
    repository = measures.view.repository
    outer = Selector(repository, Selection.model_validate({"kind": "lesson-delivery"}))
    inner = outer.within(Selection.model_validate({"mode": "online"}))
    assert measures.count(Unit.ACTIVITIES, inner, Stretch(YEAR)).number == 1
    assert outer.by_kind_only and not inner.by_kind_only


def held(measures: Counter) -> dict[str, Held]:
    return {entry.key: measures.held(entry).held for entry in measures.view.repository.activities}


def test_an_activity_without_any_document_in_time_is_deemed_not_held(measures: Counter) -> None:
    assert held(measures) == {
        "a1": Held.HELD,
        "a2": Held.HELD,
        "a3": Held.NOT_HELD,
        "m1": Held.HELD,
        "m2": Held.HELD,
        "b1": Held.HELD,
    }


def test_in_the_stricter_reading_one_missing_document_is_enough(tmp_path: Path) -> None:
    strict = BASE.replace(
        "  terms:", "  reporting: {not_held_when: any-document-late}\n  terms:", 1
    )
    write(tmp_path, {"programme.yaml": strict, "log.yaml": LOG})
    found = held(counter(tmp_path, date(2020, 12, 31)))
    assert (found["a1"], found["a2"], found["a3"]) == (Held.HELD, Held.NOT_HELD, Held.NOT_HELD)
    before_due = held(counter(tmp_path, date(2020, 5, 23)))
    assert before_due["a2"] is Held.HELD


def test_a_falsified_activity_counts_nowhere_until_the_finding_is_overturned(
    tmp_path: Path,
) -> None:
    finding = (
        "findings: [{id: f, verdict: falsified, activity: a1, date: 2020-06-01, by: 走访, decisions: "
        "[{date: 2020-06-05, status: upheld, by: 局}, {date: 2020-07-01, status: overturned, by: 局}]}]"
    )
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": LOG, "f.yaml": finding})
    states = [
        held(counter(tmp_path, date(2020, month, day)))["a1"]
        for month, day in ((6, 4), (6, 5), (6, 30), (7, 1))
    ]
    assert states == [Held.HELD, Held.FALSIFIED, Held.FALSIFIED, Held.HELD]


def test_what_is_dated_later_does_not_exist_yet(tmp_path: Path) -> None:
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": LOG})
    first_day = counter(tmp_path, date(2020, 4, 15))
    assert number(first_day, Unit.ACTIVITIES, Stretch(YEAR), kind="lesson-delivery") == 1
    assert number(first_day, Unit.ACTIVITIES, Stretch(YEAR), kind="mentoring") == 1


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("2020-03-30", date(2020, 3, 30)),
        ("3 days after the activity", date(2020, 4, 4)),
        ("3 working days after the activity", date(2020, 4, 7)),  # 清明 4–6 April
        ("1 working day before the activity", date(2020, 3, 30)),
        ("1 week before the activity", date(2020, 3, 24)),
        ("end of the month", date(2020, 4, 30)),
        ("end of the term", date(2020, 7, 10)),
        ("first week of the term", date(2020, 3, 8)),
        ("5 days after the term", date(2020, 7, 15)),
    ],
)
def test_due_days(rule: str, expected: date) -> None:
    activity = Days(date(2020, 3, 31), date(2020, 4, 1))
    assert due_day(parse_due(rule), activity=activity, term=SPRING, calendar=CALENDAR) == expected


def test_without_what_it_is_reckoned_from_there_is_no_due_day() -> None:
    rule, end = parse_due("3 days after the activity"), parse_due("end of the term")
    assert due_day(rule, activity=None, term=SPRING, calendar=CALENDAR) is None
    assert due_day(end, activity=None, term=None, calendar=CALENDAR) is None
    day = Days(date(2020, 4, 1), date(2020, 4, 1))
    counted = due_day(rule, activity=day, term=None, calendar=CALENDAR, end_day_counts=True)
    assert counted == date(2020, 4, 3)


MINUTES = "  - {{pairing: one, type: annual-summary, from: 甲小学, received: {day}{more}}}\n"


@pytest.mark.parametrize(
    ("day", "more", "earned"),
    [
        ("2020-12-20", "", 1),
        ("2020-12-21", "", 0),
        ("2020-06-01", "", 1),
        ("2020-12-20", ", term: spring", 0),
        ("2020-12-20", ", term: 秋学期", 1),
    ],
)
def test_the_term_a_document_belongs_to(tmp_path: Path, day: str, more: str, earned: int) -> None:
    from tests.programmes import node, scored, unit

    log = "submissions:\n" + MINUTES.format(day=day, more=more)
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": log})
    root = unit(scored(tmp_path, date(2021, 1, 31)), "one")
    assert node(root, "summary").earned == 10 * earned


def test_papers_that_an_activity_does_not_owe_do_not_void_it(tmp_path: Path) -> None:
    spring_only = BASE.replace(
        "per: term\n                activities", "term: spring\n                activities", 1
    )
    assert spring_only != BASE
    log = "activities:\n" + "".join(
        f"  - {{id: {name}, pairing: one, kind: lesson-delivery, date: {day}}}\n"
        for name, day in (("a1", "2020-05-20"), ("a2", "2020-10-20"), ("a3", "2020-08-05"))
    )
    write(tmp_path, {"programme.yaml": spring_only, "log.yaml": log})
    found = held(counter(tmp_path, date(2020, 12, 31)))
    assert (found["a1"], found["a2"], found["a3"]) == (Held.NOT_HELD, Held.HELD, Held.HELD)


def test_what_came_in_counts_for_an_id_that_was_given_twice(tmp_path: Path) -> None:
    from tests.programmes import node, scored, unit

    papers = (
        "    documents:\n"
        "      - {type: delivery-plan, from: 甲小学, received: 2020-05-21}\n"
        "      - {type: listening-records, from: 乙小学, received: 2020-05-21, copies: 5}\n"
    )
    once = "  - id: a1\n    pairing: one\n    kind: lesson-delivery\n    date: 2020-05-20\n"
    write(tmp_path, {"programme.yaml": BASE, "log.yaml": f"activities:\n{once}{papers}{once}"})
    root = unit(scored(tmp_path, date(2021, 1, 31)), "one")
    assert node(root, "delivery").earned == 30
