"""Readings of the rules where an earlier version read them otherwise; one small programme for all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pairing_cli.model.results import ScoreNode, State
from tests.programmes import node, scored, unit, write

BASE = """
programme:
  id: t
  title: 示例
  period: 2024-02-01 to 2024-12-31
  terms:
    - {{id: spring, title: 春, period: 2024-03-01 to 2024-07-10}}
    - {{id: autumn, title: 秋, period: 2024-09-01 to 2024-12-31}}
  reporting: {{{reporting}}}
organizations: [{{title: 甲校}}, {{title: 乙校}}]
people: [{{name: 甲师}}, {{name: 乙师}}]
pairings: [{{id: x, helper: 甲校, helped: 乙校}}]
mentorships: [{{id: m, pairing: x, mentor: 甲师, mentee: 乙师}}]
activity_kinds: [{{id: visit, title: 访}}, {{id: talk, title: 谈}}]
document_types:
  - {{id: plan, title: 计划, written: before}}
  - {{id: rec, title: 记录}}
  - {{id: pic, title: 图}}
rubrics:
  - id: r
    title: 细则
    full_marks: 10
    sections:
"""
SECTION = """
      - id: {id}
        title: {id}
        items:
"""
AFTER = date(2025, 6, 30)

Score = Callable[..., ScoreNode]


@pytest.fixture
def score(tmp_path: Path) -> Score:
    """The score of the only pairing: its items (a list for each section), and the other records."""

    def of(*items: str, more: str = "", reporting: str = "", as_of: date = AFTER) -> ScoreNode:
        text = BASE.format(reporting=reporting)
        for number, each in enumerate(items):
            text += SECTION.format(id=f"s{number}")
            text += "".join(f"          - {line}\n" for line in each.strip().splitlines())
        write(tmp_path, {"p.yaml": text, "log.yaml": more})
        return unit(scored(tmp_path, as_of), "x")

    return of


def figures(found: ScoreNode) -> tuple[str, ...]:
    return tuple(str(x) for x in (found.maximum, found.earned, found.lost, found.open))


PICTURES = (
    "{id: a, title: A, points: 10, requires: [{term: spring, due: 2024-06-30, documents: ["
    "{type: plan, from: helper}, {type: pic, from: helper, "
    "complete_when: {of: {kind: talk}, per: mentorship, at_least: 10}}]}]}"
)
EXCUSED = (
    "waivers: [{id: w, pairing: x, document: pic, excused: true, reason: r, approved_by: b, "
    "date: 2024-03-01}]\nsubmissions:\n"
    "  - {pairing: x, type: plan, from: 甲校, received: 2024-05-01}\n"
)


@pytest.mark.parametrize("handed_in", [True, False])
def test_handing_in_an_excused_document_costs_nothing(score: Score, handed_in: bool) -> None:
    paper = "  - {pairing: x, type: pic, from: 甲校, received: 2024-06-01}\n" * handed_in
    assert figures(score(PICTURES, more=EXCUSED + paper)) == ("10", "10", "0", "0")


YEARLY = (
    "{{id: {id}, title: T, {worth}, "
    "requires: [{{due: 2024-12-20, documents: [{{type: {type}, from: either}}]}}]}}"
)
EXCUSE = (
    "  - {{id: w-{item}, pairing: x, item: {item}, excused: true, reason: r, approved_by: b, "
    "date: 2024-03-01}}\n"
)


@pytest.mark.parametrize(
    ("excused", "full", "extra"),
    [
        ("", "10", "5"),
        ("a", "10", "5"),
        ("ab", "10", "5"),
        ("+", "10", "0"),
        ("abc", "0", "5"),
    ],
)
def test_nothing_flows_between_full_marks_and_bonus(
    score: Score, excused: str, full: str, extra: str
) -> None:
    first = [
        YEARLY.format(id="a", worth="points: 4", type="plan"),
        YEARLY.format(id="+", worth="bonus: 5", type="pic"),
        YEARLY.format(id="b", worth="points: 4", type="plan"),
    ]
    second = YEARLY.format(id="c", worth="points: 2", type="rec")
    waivers = "".join(EXCUSE.format(item=item) for item in excused)
    root = score("\n".join(first), second, more=f"waivers:\n{waivers}" if waivers else "")
    bonus = node(root, "+")
    assert (str(root.maximum - bonus.maximum), str(bonus.maximum)) == (full, extra)


ONCE = "{id: a, title: A, points: 10, requires: [{due: 2024-12-20, documents: [{type: pic, from: helper}]}]}"
PAPER = "submissions: [{{pairing: x, type: pic, from: 甲校, received: {day}{more}}}]\n"


@pytest.mark.parametrize("term", ["", ", term: spring", ", term: 秋"])
def test_what_is_asked_for_once_counts_whatever_term_it_states(score: Score, term: str) -> None:
    assert score(ONCE, more=PAPER.format(day="2024-08-05", more=term)).earned == 10


VISITS = (
    "{id: a, title: A, points: 10, requires: [{term: spring, activities: {of: {kind: visit}, "
    "at_least: 2}, due: 3 days after the activity, documents: [{type: rec, from: helper}]}]}"
)
TWO_VISITS = "activities:\n" + "".join(
    f"  - {{id: a{day}, pairing: x, kind: visit, date: 2024-05-0{day}, documents: ["
    f"{{type: rec, from: 甲校, received: 2024-05-0{day}}}]}}\n"
    for day in (5, 6)
)
FALSIFIED = (
    "findings: [{{id: f, verdict: falsified, {about}, date: 2024-06-01, by: b, "
    "decisions: [{{date: 2024-06-02, status: upheld, by: b}}]}}]\n"
)


@pytest.mark.parametrize("document", ["", ", document: plan", ", document: rec"])
def test_a_falsified_activity_zeroes_every_item_that_it_feeds(score: Score, document: str) -> None:
    found = FALSIFIED.format(about=f"activity: a5{document}")
    assert figures(score(VISITS, more=TWO_VISITS + found)) == ("10", "0", "10", "0")


def test_a_falsified_activity_of_another_term_zeroes_nothing(score: Score) -> None:
    autumn = "  - {id: c, pairing: x, kind: visit, date: 2024-10-05}\n"
    root = score(VISITS, more=TWO_VISITS + autumn + FALSIFIED.format(about="activity: c"))
    assert root.earned == 10


JOINT = "{id: a, title: A, points: 10, requires: [{due: 2024-06-30, documents: [{type: pic, from: jointly}]}]}"
BOTH = "[甲校, 乙校]"


@pytest.mark.parametrize(
    ("papers", "state"),
    [
        ([], State.MISSING),
        ([("甲校", 1)], State.INCOMPLETE),
        ([("乙校", 1)], State.INCOMPLETE),
        ([(BOTH, 1)], State.EARNED),
        ([("甲校", 1), ("乙校", 30)], State.EARNED),
        ([("甲校", 1), (BOTH, 30)], State.EARNED),
    ],
)
def test_jointly_means_both_sides(
    score: Score, papers: list[tuple[str, int]], state: State
) -> None:
    log = "".join(
        f"  - {{pairing: x, type: pic, from: {side}, received: 2024-06-{day:02}}}\n"
        for side, day in papers
    )
    root = score(JOINT, more=f"submissions:\n{log}" if log else "")
    assert root.state is state


def test_one_side_in_time_and_the_other_late_is_not_jointly_in_time(score: Score) -> None:
    log = "submissions:\n" + "".join(
        f"  - {{pairing: x, type: pic, from: {side}, received: {day}}}\n"
        for side, day in (("甲校", "2024-06-30"), ("乙校", "2024-07-01"))
    )
    assert score(JOINT, more=log).state is State.INCOMPLETE


NAMED = (
    "{id: Aa, title: A, points: 6, requires: [{per: term, "
    "due: {Spring: 2024-06-30, ＡＵＴＵＭＮ: 2024-12-20}, documents: [{type: pic, from: helper}]}]}\n"
    "{id: Bb, title: B, points: 4, rating: {by: 局}}"
)


def test_names_that_validation_accepts_are_found_by_scoring(score: Score) -> None:
    log = PAPER.format(day="2024-07-05", more="")
    log += "ratings: [{id: g, item: bB, pairing: x, points: 3, by: 局, date: 2024-12-01}]\n"
    assert node(score(NAMED, more=log), "Aa/spring").state is State.LATE
    assert node(score(NAMED, more=log), "Bb").earned == 3
    assert node(score(NAMED, more=log + "waivers:\n" + EXCUSE.format(item="aA")), "Aa").maximum == 0


@pytest.mark.parametrize(
    ("due", "term", "maximum"),
    [
        ("due: 2024-06-30, ", "spring", 0),
        ("due: 2024-06-30, ", "春", 0),
        ("due: 2024-06-30, ", "autumn", 10),
        ("due: 2024-08-15, ", "autumn", 10),
        ("", "autumn", 10),
        ("due: 2024-06-30, ", "nowhere", 10),
    ],
)
def test_a_waiver_of_a_term_covers_what_is_due_in_it(
    score: Score, due: str, term: str, maximum: int
) -> None:
    waiver = "waivers:\n" + EXCUSE.format(item="a").replace("item: a", f"term: {term}")
    assert score(ONCE.replace("due: 2024-12-20, ", due), more=waiver).maximum == maximum


SLOT = (
    "{{id: a, title: A, points: 10, requires: [{{term: spring, activities: {{of: {{kind: visit}}}}, "
    "due: {due}, documents: [{{type: plan, from: helper}}]}}]}}"
)


@pytest.mark.parametrize(
    ("due", "last_open"),
    [
        ("2 weeks before the activity", date(2024, 7, 10)),
        ("2024-06-15", date(2024, 7, 10)),
        ("end of the term", date(2024, 7, 10)),
        ("3 days after the activity", date(2024, 7, 13)),
        ("2024-08-01", date(2024, 8, 1)),
    ],
)
def test_a_slot_is_open_until_its_term_and_the_reporting_days_are_over(
    score: Score, due: str, last_open: date
) -> None:
    item = SLOT.format(due=due)
    assert score(item, as_of=last_open).state is State.NOT_YET_DUE
    assert score(item, as_of=last_open + timedelta(days=1)).state is State.MISSING


TERM_AND_ONCE = (
    "{id: a, title: A, points: 9, requires: ["
    "{per: term, due: end of the term, documents: [{type: plan, from: helper}]}, "
    "{due: 2024-12-20, documents: [{type: pic, from: helper}]}, "
    "{activities: {of: {kind: visit}}, due: 2024-12-20, documents: [{type: rec, from: helper}]}]}"
)


@pytest.mark.parametrize(
    ("about", "zeroed"),
    [
        ("pairing: x, document: pic", {"spring", "autumn", "year"}),
        ("pairing: x, document: pic, term: spring", {"spring", "year"}),
        ("pairing: x, document: plan, term: spring", {"spring"}),
        ("activity: v", {"spring", "year"}),
    ],
)
def test_for_the_term_zeroes_also_what_is_asked_for_once(
    score: Score, about: str, zeroed: set[str]
) -> None:
    log = "activities: [{id: v, pairing: x, kind: visit, date: 2024-05-05}]\n"
    root = score(
        TERM_AND_ONCE,
        more=log + FALSIFIED.format(about=about),
        reporting="falsified_zeroes: item-for-the-term",
    )
    states = {name: node(root, f"a/{name}").state for name in ("spring", "autumn", "year")}
    assert {name for name, state in states.items() if state is State.FALSIFIED} == zeroed


CAMPUS = """
organizations: [{title: 丙校}, {title: 丙校东校区, parent: 丙校}]
pairings: [{id: z, helper: 丙校东校区, helped: 丙校}]
submissions: [{pairing: z, type: pic, from: 丙校东校区, received: 2024-05-01}]
"""


def test_a_campus_that_is_named_is_on_the_side_where_it_is_named(tmp_path: Path) -> None:
    text = BASE.format(reporting="") + SECTION.format(id="s") + f"          - {ONCE}\n"
    write(tmp_path, {"p.yaml": text, "campus.yaml": CAMPUS})
    assert unit(scored(tmp_path, AFTER), "z").earned == 10


BY_TERM = "{id: a, title: A, points: 10, rating: {by: 局, per: term}}"
RATED = (
    "ratings:\n"
    "  - {id: g1, item: a, pairing: x, term: spring, points: 2, by: 局, date: 2024-07-01}\n"
    "  - {id: g2, item: a, pairing: x, term: 秋, points: 4, by: 局, date: 2024-12-30}\n"
)


def test_ratings_by_term_are_each_out_of_their_terms_share(score: Score) -> None:
    root = score(BY_TERM, more=RATED)
    assert figures(node(root, "a/spring")) == ("5", "2", "3", "0")
    assert figures(node(root, "a/autumn")) == ("5", "4", "1", "0")
    in_summer = score(BY_TERM, more=RATED, as_of=date(2024, 8, 1))
    assert figures(in_summer) == ("10", "2", "3", "5")


def test_what_asks_for_nothing_earns_nothing(score: Score) -> None:
    nowhere = ONCE.replace("due: 2024-12-20", "term: summer, due: 2024-12-20")
    assert figures(score(nowhere)) == ("10", "0", "0", "10")
