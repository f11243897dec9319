"""What anonymous answers come to: exact, whatever their order, dated by the last, and only what is valid.

By hand, for the tests with files: pairing ``one`` is answered 很满意, 满意, 满意, 不满意 and once left blank:
(100 + 80 + 80 + 0)/4 = 65; of the four, three are 很满意 or 满意: 75 %. ``two`` has one answer, 满意.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing_cli.load.bind import bind
from pairing_cli.load.overlay import overlay
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.model.answers import Answers
from pairing_cli.model.repository import Index, Repository
from pairing_cli.model.results import ScoreNode, State
from pairing_cli.model.tables import Row, Table
from tests.command import pairing
from tests.programmes import BASE, all_findings, node, said, scored, unit, write

FILE = "answers/homes.csv"
PROGRAMME = BASE.replace("rating: {by: 基教股}", "survey: homes")
SURVEY = """surveys:
  - id: homes
    title: 满意度测评
    by: 基教股
    out_of: 100
    scale: {很满意: 100, 满意: 80, 不满意: 0}
    answers: answers/homes.csv
"""
ANSWERS = """结对,日期,等级
one,2020-12-01,很满意
one,2020-12-08,满意
two,2020-12-02,满意
one,2020-12-03,
one,2020-12-03,满意
one,2020-12-03,不满意
"""
AFTER = date(2020, 12, 31)


def root(folder: Path, survey: str = SURVEY, **answers: str) -> Path:
    files = answers or {"homes": ANSWERS}
    tables = {f"answers/{name}.csv": text for name, text in files.items()}
    return write(folder, {"programme.yaml": PROGRAMME, "surveys.yaml": survey, **tables})


def rated(folder: Path, pairing: str = "one", as_of: date = AFTER) -> ScoreNode:
    return node(unit(scored(folder, as_of), pairing), "rated/survey")


def test_the_mean_of_valid_answers_with_their_number(tmp_path: Path) -> None:
    found = rated(root(tmp_path))
    assert (found.earned, found.maximum) == (13, 20)
    assert said(found.reason) == "平均 65/100，有效问卷 4 份，另有未作答 1 份"
    assert said(rated(tmp_path, "two").reason) == "平均 80/100，有效问卷 1 份"


def test_a_share_counts_the_levels_that_it_names(tmp_path: Path) -> None:
    found = rated(root(tmp_path, SURVEY + "    counts_as: [很满意, 满意]\n"))
    assert found.earned == 15
    assert said(found.reason) == "很满意、满意占 75%，有效问卷 4 份，另有未作答 1 份"
    out = pairing("rubric", "show", tmp_path).out.replace("\n", "").replace(" ", "")
    assert "按基教股“满意度测评”的答“很满意、满意" in out and "”的百分比折算。" in out


def test_a_result_is_there_once_its_last_answer_is(tmp_path: Path) -> None:
    root(tmp_path)
    assert rated(tmp_path, as_of=date(2020, 12, 7)).state is State.AWAITING
    assert rated(tmp_path, as_of=date(2020, 12, 8)).state is State.EARNED
    assert rated(tmp_path, "two", date(2020, 12, 2)).state is State.EARNED


def test_a_mean_that_never_ends_is_exact_and_said_in_both_forms(tmp_path: Path) -> None:
    found = rated(
        root(
            tmp_path,
            homes="结对,日期,等级\n" + "one,2020-12-01,满意\n" * 2 + "one,2020-12-01,不满意\n",
        )
    )
    assert found.earned == Fraction(32, 3)
    assert said(found.reason) == "平均 53.33（160/3）/100，有效问卷 3 份"


def test_an_answer_of_several_questions_is_the_mean_of_those_answered(tmp_path: Path) -> None:
    survey = SURVEY.replace("out_of: 100", "out_of: 5").replace(
        "scale: {很满意: 100, 满意: 80, 不满意: 0}",
        "questions: [教学, 管理, 资源]\n    date: 2020-12-10",
    )
    table = "结对,教学,管理,意见,资源\none,5,4,好,3\none,5,,,2\none,,（跳过）,没有意见,\none,1,,,\n"
    found = rated(root(tmp_path, survey, homes=table))
    # 4, 3.5 and 1 are three answers: 8.5/3 of 5, one was left blank
    assert found.earned == Fraction("8.5") / 3 / 5 * 20
    assert said(found.reason) == "平均 2.83（17/6）/5，有效问卷 3 份，另有未作答 1 份"
    assert [each.code for each in all_findings(tmp_path, AFTER)[1]] == []


def test_files_are_pooled_and_the_proof_names_each(tmp_path: Path) -> None:
    survey = SURVEY.replace(FILE, "[answers/a.csv, answers/b.csv, answers/c.csv]")
    tables = {
        "a": "结对,日期,等级\none,2020-12-01,很满意\n",
        "b": "pairing,date,level\ntwo,2020-12-01,满意\none,2020-12-02,不满意\n",
        "c": "结对,日期,等级\ntwo,2020-12-01,满意\n",
    }
    found = rated(root(tmp_path, survey, **tables))
    assert (found.earned, [each.file for each in found.at]) == (
        10,
        ["answers/a.csv", "answers/b.csv"],
    )
    out = pairing(
        "score",
        tmp_path,
        "--explain",
        "rated",
        "--pairing",
        "one",
        "--lang",
        "en",
        "--as-of",
        "2020-12-31",
    ).out
    assert "mean 50 of 100, 2 answers" in out
    assert f"{tmp_path}/answers/a.csv:2" in out and f"{tmp_path}/answers/b.csv:3" in out
    assert "answers/c.csv" not in out


def test_what_cannot_be_read_does_not_count_and_the_rest_does(tmp_path: Path) -> None:
    table = (
        ANSWERS
        + "one,2020-12-03,一般\none,2020-13-03,满意\nthree,2020-12-03,满意\none,2020-12-03,满意,多\n"
    )
    assert rated(root(tmp_path, homes=table)).earned == 13
    found = [each.code for each in all_findings(tmp_path, AFTER)[1]]
    assert sorted(found) == ["J022", "J024", "J025", "J027"]
    assert pairing("score", tmp_path, "--as-of", "2020-12-31").code == 1


def test_validate_counts_the_file_and_checks_it_alone(tmp_path: Path) -> None:
    root(tmp_path, homes="结对,日期,等级\none,2020-12-01,一般\n")
    ran = pairing("validate", tmp_path / FILE, "-f", "json", "--as-of", "2020-12-31")
    found = json.loads(ran.out)
    assert found["summary"]["files"] == 3
    assert [(each["code"], each["line"], each["column"]) for each in found["findings"]] == [
        ("J024", 2, 16)
    ]


def test_what_is_published_rests_on_the_answers(tmp_path: Path) -> None:
    root(tmp_path / "p")
    published = tmp_path / "result.json"
    ran = pairing("score", tmp_path / "p", "--publish", published, "--as-of", "2020-12-31")
    assert ran.code == 0
    files = {each["path"] for each in json.loads(published.read_text("utf-8"))["files"]}
    assert FILE in files
    path = tmp_path / "p" / FILE
    path.write_text(ANSWERS.replace("不满意", "满意"), "utf-8")
    ran = pairing("score", tmp_path / "p", "--published", published, "--lang", "en")
    assert ran.code == 1
    assert FILE in ran.out and "+4" in ran.out


def test_what_if_other_answers_had_come_in(tmp_path: Path) -> None:
    root(tmp_path / "p", homes=ANSWERS, again="结对,日期,等级\none,2020-12-09,很满意\n")
    what = tmp_path / "what.yaml"
    what.write_text(SURVEY.replace(FILE, "answers/again.csv"), "utf-8")
    ran = pairing(
        "score", tmp_path / "p", "--what-if", what, "--lang", "en", "--as-of", "2020-12-31"
    )
    assert "mean 65 of 100, 4 answers" in ran.out and "mean 100 of 100, 1 answer" in ran.out


def test_answers_are_read_once_when_laid_over(tmp_path: Path) -> None:
    root(tmp_path, homes=ANSWERS.replace("one,2020-12-08,", "13800138000,2020-12-08,"))
    write(tmp_path, {"what.yaml": SURVEY})
    before = load(FolderTree(tmp_path), without="what.yaml")
    after = overlay(before, FolderTree(tmp_path), "what.yaml")
    assert [each.code for each in after.diagnostics] == ["V002"]
    assert after.repository.answers == before.repository.answers


# whatever was answered

DATA: dict[str, Any] = {
    "organizations": [{"title": name} for name in ("甲校", "乙校", "丙校")],
    "pairings": [
        {"id": "x", "title": "甲乙", "helper": "甲校", "helped": "乙校"},
        {"id": "y", "helper": "甲校", "helped": "丙校"},
    ],
    "surveys": [
        {
            "id": "s",
            "title": "s",
            "by": "b",
            "out_of": "100",
            "date": "2024-01-01",
            "answers": "a.csv",
        }
    ],
}
NAMES = {"x": "x", "甲乙": "x", " X ": "x", "y": "y"}


def answered(lines: list[tuple[str, str, str]]) -> dict[str, tuple[Fraction, int, int, date]]:
    bound = bind("p.yaml", DATA)
    rows = [Row(number, each) for number, each in enumerate([("结对", "日期", "分数"), *lines], 1)]
    indexes: dict[str, Any] = {key: Index(found) for key, found in bound.entries.items()}
    repository = Repository(answers={"a.csv": Table("a.csv", tuple(rows))}, **indexes)
    answers = Answers(repository, bound.entries["surveys"][0].record)
    assert answers.slips == []
    return {
        key: (each.mean, each.respondents, each.unanswered, each.date)
        for (_, key), each in answers.results()
    }


lines = st.lists(
    st.tuples(
        st.sampled_from(sorted(NAMES)),
        st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(str),
        st.one_of(
            st.just(""),
            st.integers(0, 100).map(str),
            st.decimals(0, 100, places=3).map(lambda value: f"{value:f}"),
        ),
    ),
    max_size=30,
)


@given(lines, st.randoms(use_true_random=False))
def test_the_order_of_lines_never_matters(found: list[tuple[str, str, str]], random: Any) -> None:
    mixed = list(found)
    random.shuffle(mixed)
    assert answered(mixed) == answered(found)


@given(lines)
def test_the_mean_is_exact(found: list[tuple[str, str, str]]) -> None:
    results = answered(found)
    for key in ("x", "y"):
        about = [(day, text) for name, day, text in found if NAMES[name] == key]
        given_ = [(day, Fraction(text)) for day, text in about if text]
        if not given_:
            assert key not in results
            continue
        mean, respondents, unanswered, last = results[key]
        assert mean * respondents == sum(points for _, points in given_)
        assert (respondents, unanswered) == (len(given_), len(about) - len(given_))
        assert str(last) == max(day for day, _ in given_)


@pytest.mark.parametrize("levels", [("很满意", "满意"), ("很满意",), ("不满意",)])
def test_a_share_is_the_number_of_its_levels_in_a_hundred(
    levels: tuple[str, ...], tmp_path: Path
) -> None:
    found = rated(root(tmp_path, SURVEY + f"    counts_as: [{', '.join(levels)}]\n"))
    given_ = ["很满意", "满意", "满意", "不满意"]
    assert found.earned == Fraction(sum(each in levels for each in given_), 4) * 20
