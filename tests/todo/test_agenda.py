"""What is still to be done: from scores, targets and plans, most urgent first, and what is lost."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pairing_cli.model.agenda import Agenda, Deed, Task
from pairing_cli.model.programme import Side
from pairing_cli.quota import quota_table
from pairing_cli.score import score
from pairing_cli.todo import Wanted, agenda, deadlines
from tests.programmes import BASE, GAOTAI, counter, write

MORE = """
plans:
  - pairing: one
    tasks:
      - {month: 2020-05, kind: lesson-delivery, work: 送课, responsible: 甲老师, due: 2020-05-20, times: 2}
schedules:
  - id: shadowing
    title: 跟岗计划表
    kind: mentoring
    lines:
      - id: first
        title: 第一期
        when: 2020-06
        people: [3, 5]
        from: 乙小学
        prepare: {work: 草拟方案, due: 2 weeks before the activity, who: 甲老师}
quotas:
  - id: posts
    title: 挂职一个月以上
    count: people
    of: {kind: mentoring, lasting: {at_least: 1 month}}
    at_least: 2
    due: 2020-06-30
"""


def tasks(root: Path, day: date, **wanted: object) -> Agenda:
    measures = counter(root, day)
    sheets = [score(measures, entry) for entry in measures.view.repository.rubrics]
    chosen = Wanted(**wanted)  # type: ignore[arg-type]
    return agenda(measures.view, sheets, quota_table(measures), chosen)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path, {"programme.yaml": BASE, "more.yaml": MORE})


def found(made: Agenda, identity: str) -> Task:
    (task,) = [task for task in made.tasks if task.id == identity]
    return task


def planned_task(made: Agenda) -> Task:
    (task,) = [task for task in made.tasks if task.id.startswith("plan/one/2020-05-")]
    return task


def test_an_activity_that_is_not_held_is_worth_all_its_papers(base: Path) -> None:
    made = tasks(base, date(2020, 4, 1))
    hold = found(made, "one/delivery/spring/1.1")
    # 60 points over two terms, one delivery each; it may be held until the term ends, and its
    # papers may come in 3 days later.
    assert (hold.deed, hold.points, hold.number) == (Deed.HOLD, Fraction(30), 1)
    assert (hold.begin_by, hold.due) == (date(2020, 7, 10), date(2020, 7, 13))
    assert hold.sides == (Side.HELPER, Side.HELPED)


def test_a_paper_of_a_held_activity_is_due_three_days_after_it(base: Path) -> None:
    write(base, {"log.yaml": LOG})
    made = tasks(base, date(2020, 4, 16))
    (paper,) = [
        task
        for task in made.tasks
        if task.deed is Deed.HAND_IN and task.pairing == "one" and task.due == date(2020, 4, 18)
    ]
    assert (paper.points, paper.sides) == (Fraction(15), (Side.HELPED,))


LOG = """
activities:
  - id: a1
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    documents: [{type: delivery-plan, from: 甲小学, received: 2020-04-15}]
"""


def test_what_was_lost_is_said_with_what_it_cost(base: Path) -> None:
    write(base, {"log.yaml": LOG})
    made = tasks(base, date(2020, 4, 19), pairings=frozenset({"one"}))
    (lost,) = [task for task in made.lost if task.deed is Deed.HAND_IN]
    assert (lost.points, lost.due) == (Fraction(15), date(2020, 4, 18))


def test_a_target_of_a_length_must_begin_in_time(base: Path) -> None:
    # The last whole month that is over by 06-30 is 06-01 to 06-30.
    posts = found(tasks(base, date(2020, 5, 1)), "target/posts")
    assert (posts.begin_by, posts.due, posts.number) == (date(2020, 6, 1), date(2020, 6, 30), 2)
    late = tasks(base, date(2020, 6, 2))
    assert "target/posts" not in {task.id for task in late.tasks}
    assert "target/posts" in {task.id for task in late.lost}


def test_plans_schedules_and_preparations_are_tasks_until_they_are_carried_out(base: Path) -> None:
    made = tasks(base, date(2020, 5, 10))
    assert planned_task(made).number == 2
    assert found(made, "prepare/first").due == date(2020, 5, 18)
    assert found(made, "schedule/first").due == date(2020, 6, 30)
    held = LOG.replace("2020-04-15", "2020-05-08") + (
        "  - {id: a2, pairing: one, kind: mentoring, date: 2020-06-01, fulfils: first}\n"
    )
    write(base, {"log.yaml": held})
    made = tasks(base, date(2020, 6, 2))
    assert "schedule/first" not in {task.id for task in made.tasks}
    made = tasks(base, date(2020, 5, 10))
    assert planned_task(made).number == 1


def test_the_most_urgent_comes_first(base: Path) -> None:
    made = tasks(base, date(2020, 4, 1))
    assert [task.safe for task in made.tasks] == sorted(task.safe for task in made.tasks)


def test_days_side_and_school_narrow_the_list(base: Path) -> None:
    everything = tasks(base, date(2020, 5, 10))
    soon = tasks(base, date(2020, 5, 10), days=10)
    assert {task.id for task in soon.tasks} == {
        task.id for task in everything.tasks if task.safe <= date(2020, 5, 20)
    }
    helper = tasks(base, date(2020, 5, 10), side=Side.HELPER)
    assert all(Side.HELPER in task.sides or not task.sides for task in helper.tasks)
    school = tasks(base, date(2020, 5, 10), school="丁小学")
    assert {task.pairing for task in school.tasks} == {"two"}


def test_awaited_judgements_name_who_gives_them(base: Path) -> None:
    judged = [task for task in tasks(base, date(2020, 12, 31)).tasks if task.deed is Deed.JUDGE]
    assert {task.who for task in judged} == {("基教股",)}
    assert {task.points for task in judged} == {Fraction(20)}


@pytest.mark.parametrize("day", [date(2020, 3, 1), date(2020, 5, 7), date(2020, 11, 20)])
def test_tasks_of_a_rubric_are_worth_what_is_open(day: date) -> None:
    measures = counter(GAOTAI, day)
    (rubric,) = measures.view.repository.rubrics
    sheet = score(measures, rubric)
    made = agenda(measures.view, [sheet], quota_table(measures), Wanted())
    assert sum(task.points for task in made.tasks) == sum(unit.node.open for unit in sheet.units)
    assert sum(task.points for task in made.lost) == sum(unit.node.lost for unit in sheet.units)


def test_the_calendar_does_not_depend_on_the_day(base: Path) -> None:
    write(base, {"log.yaml": LOG})
    days = (date(2020, 3, 1), date(2020, 12, 31))
    one, other = (
        deadlines(counter(base, day).view, quota_table(counter(base, day))) for day in days
    )
    assert one == other
    assert len({each.id for each in one}) == len(one)
    named = {each.id: (each.start, each.end) for each in one}
    assert named["schedule/first"] == (date(2020, 6, 1), date(2020, 6, 30))
    assert named["item/summary/1"] == (date(2020, 12, 20), date(2020, 12, 20))
    assert named["target/posts/1"] == (date(2020, 6, 30), date(2020, 6, 30))


def test_what_a_school_is_named_for_is_its_own(base: Path) -> None:
    named = MORE.replace("who: 甲老师", "who: 示例教育局")
    write(base, {"more.yaml": named})
    bureau = tasks(base, date(2020, 5, 10), school="示例教育局")
    assert [task.id for task in bureau.tasks] == ["prepare/first"]
    school = tasks(base, date(2020, 5, 10), school="乙小学")
    assert "schedule/first" in {task.id for task in school.tasks}


def test_of_alternatives_the_choice_is_open_and_not_each_of_them(base: Path) -> None:
    either = """
quotas:
  - id: either
    title: 送课或交流
    any_of:
      - {title: 送课, count: activities, of: {kind: lesson-delivery}, at_least: 1}
      - {title: 交流, count: activities, of: {kind: mentoring}, at_least: 2}
"""
    write(base, {"more.yaml": either, "log.yaml": LOG})
    assert not [task for task in tasks(base, date(2020, 5, 10)).tasks if "either" in task.id]
    write(base, {"log.yaml": ""})
    open_ = [task.id for task in tasks(base, date(2020, 12, 1)).tasks if "either" in task.id]
    assert open_ == ["target/either"]


def test_the_last_day_of_the_calendar(base: Path) -> None:
    assert tasks(base, date(9999, 12, 31), days=3660).as_of == date.max
