"""What if, rubric against rubric, and published results, from the command line.

The log by hand, as of the year's end: 送课指导 is 60 points, 30 a term, two papers a term. Pairing ``one``
held spring's, with its plan on time and its records two days late: 15. Pairing ``two`` held nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pairing_cli.cli.commit import commit_of
from tests.command import Ran, pairing
from tests.programmes import BASE, GAOTAI, REPOSITORY, write

LOG = """activities:
  - id: one-spring
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    at: 乙小学
    documents:
      - {type: delivery-plan, from: 甲小学, received: 2020-04-10, file: plan.txt}
      - {type: listening-records, from: 乙小学, received: 2020-04-20, copies: 5}
"""
WAIVED = """waivers:
  - id: flood
    pairing: one
    activity: one-spring
    until: 2020-04-22
    reason: 暴雨停课
    approved_by: 基教股
    date: 2020-04-17
"""
VISIT = """activities:
  - id: two-autumn
    pairing: two
    kind: lesson-delivery
    date: 2020-10-15
    at: 丁小学
    documents:
      - {type: delivery-plan, from: 丙小学, received: 2020-10-10}
      - {type: listening-records, from: 丁小学, received: 2020-10-16, copies: 6}
"""
DAY = ("--as-of", "2020-12-31")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"programme.yaml": BASE, "log.yaml": LOG, "plan.txt": "送课方案"}
    return write(tmp_path / "programme", files)


def document(ran: Ran) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ran.out)
    return found


def asked(root: Path, *options: object) -> Ran:
    return pairing("score", root, *DAY, *options)


def what_if(root: Path, text: str, *options: object) -> Ran:
    file = write(root.parent, {"beside.yaml": text}) / "beside.yaml"
    return asked(root, "--what-if", file, *options)


def test_a_late_paper_waived(root: Path) -> None:
    ran = what_if(root, WAIVED)
    assert (ran.code, ran.err) == (0, "")
    assert "升 1 个，降 0 个，不变 1 个" in ran.out
    assert "+15.00 送课指导：15.00/60.00 → 30.00/60.00" in ran.out
    assert "听课记录（受援方）：迟报 → 得分" in ran.out
    assert "迟 2 天 → 2020-04-20 收到" in ran.out
    assert "送课方案" not in ran.out.partition("+15.00 送课指导")[2]
    english = what_if(root, WAIVED, "--lang", "en").out
    assert "1 gain, 0 lose, 1 stay as they are" in english
    assert "late → earned" in english


def test_the_same_as_json(root: Path) -> None:
    found = document(what_if(root, WAIVED + VISIT, "--format", "json"))
    assert (found["schema"], found["kind"], found["errors"]) == (
        "pairing.score-change/1",
        "what-if",
        0,
    )
    assert (found["gain"], found["lose"]) == (["two", "one"], [])
    two = found["units"][1] if found["units"][1]["id"] == "two" else found["units"][0]
    assert (two["before"]["exact"], two["after"]["exact"], two["exact"]) == ("0", "30", "30")
    item = next(item for item in two["items"] if item["id"] == "delivery")
    assert (item["before"]["earned"], item["after"]["earned"]) == ("0.00", "30.00")
    (slot,) = item["below"]
    assert (slot["before"]["state"], slot["after"]["state"]) == ("not-yet-due", "earned")
    assert slot["after"]["at"][0]["file"].endswith("beside.yaml")


def test_a_record_of_the_same_id_is_replaced(root: Path) -> None:
    on_time = LOG.replace("received: 2020-04-20", "received: 2020-04-18")
    found = document(what_if(root, on_time, "--format", "json"))
    assert [unit["exact"] for unit in found["units"]] == ["15", "0"]
    lost = LOG.replace("      - {type: delivery-plan", "#")
    ran = what_if(root, lost, "--lang", "en")
    assert "0 gain, 1 lose" in ran.out and "-15.00" in ran.out


def test_a_file_inside_the_programme_is_left_out_of_what_was(root: Path) -> None:
    write(root, {"sub/visit.yaml": VISIT})
    found = document(asked(root, "--what-if", root / "sub" / "visit.yaml", "-f", "json"))
    assert {unit["id"]: unit["exact"] for unit in found["units"]} == {"two": "30", "one": "0"}
    assert found["errors"] == 0


def test_mistakes_are_said_at_the_lines_of_the_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    wrong = VISIT.replace("pairing: two", "pairing: twoo").replace("2020-10-16", "2020-10-36")
    write(root.parent, {"beside.yaml": wrong})
    ran = pairing("score", *DAY, "--what-if", "../beside.yaml")
    assert ran.code == 1
    assert "../beside.yaml:9:" in ran.err and "S004" in ran.err
    assert "得分没有变化" in ran.out
    write(root.parent, {"beside.yaml": VISIT.replace("pairing: two", "pairing: twoo")})
    ran = pairing("score", *DAY, "--what-if", "../beside.yaml", "--lang", "en")
    assert ran.code == 1 and "../beside.yaml:3:14: error R0" in ran.err
    assert pairing("score", "--what-if", "nowhere.yaml").code == 2


def test_a_file_that_says_nothing_changes_nothing(root: Path) -> None:
    ran = what_if(root, "submissions: []\n", "--lang", "en")
    assert ran.code == 0 and "No score changes." in ran.out


NEW = BASE[BASE.index("rubrics:") :].replace(
    "id: rubric\n    title: 考核细则", "id: new\n    title: 新细则"
)
NEW = NEW.replace("points: 60", "points: 30").replace(
    "title: 总结\n            points: 20", "title: 总结\n            points: 50"
)
for _name in ("delivery", "summary", "rated"):
    NEW = NEW.replace(f"- id: {_name}\n", f"- id: new-{_name}\n")


@pytest.fixture
def rubrics(root: Path) -> Path:
    papers = "".join(
        f"  - {{pairing: two, type: annual-summary, from: {school}, received: 2020-12-10}}\n"
        for school in ("丙小学", "丁小学")
    )
    return write(root, {"new.yaml": NEW, "papers.yaml": f"submissions:\n{papers}"})


def test_two_rubrics_over_one_log(rubrics: Path) -> None:
    """Old: one 15, two 20. New, where 送课指导 is 30 and 总结 is 50: one 7.5, two 50."""
    ran = asked(rubrics, "--rubric", "rubric", "--against", "new")
    assert "细则对比：考核细则 (rubric) → 新细则 (new)" in ran.out
    assert (ran.code, ran.err) == (0, "")
    assert "升 1 个，降 1 个，不变 0 个" in ran.out
    assert "+30.00 总结：20.00/20.00 → 50.00/50.00" in ran.out
    found = document(asked(rubrics, "--rubric", "rubric", "--against", "new", "-f", "json"))
    assert found["kind"] == "rubrics"
    assert (found["before"]["rubric"], found["after"]["rubric"]) == ("rubric", "new")
    exact = {
        unit["id"]: (unit["before"]["exact"], unit["after"]["exact"], unit["exact"])
        for unit in found["units"]
    }
    assert exact == {"one": ("15", "15/2", "-15/2"), "two": ("20", "50", "30")}
    ranks = {unit["id"]: unit["after"]["rank"] for unit in found["units"]}
    assert ranks == {"two": 1, "one": 2}
    english = asked(rubrics, "--rubric", "rubric", "--against", "new", "--lang", "en").out
    assert "gain:" in english and "lose:" in english


def test_another_wording_of_the_same_rubric(root: Path) -> None:
    """A rubric of the same id keeps the ids of its items, and so the ratings given for them."""
    changed = BASE[BASE.index("rubrics:") :].replace("points: 60", "points: 30")
    rating = (
        "ratings: [{id: r, item: rated, pairing: one, points: 18, by: 基教股, date: 2020-12-20}]\n"
    )
    write(root, {"rating.yaml": rating})
    ran = what_if(root, changed.replace("full_marks: 100", "full_marks: 70"), "-f", "json")
    found = document(ran)
    assert (ran.code, found["errors"]) == (0, 0)
    one = found["units"][0]
    assert (one["before"]["exact"], one["after"]["exact"]) == ("33", "51/2")
    assert [item["id"] for item in one["items"]] == ["delivery"]


def test_rubrics_that_cannot_be_compared(rubrics: Path) -> None:
    assert asked(rubrics, "--against", "new").code == 2
    assert asked(rubrics, "--rubric", "rubric", "--against", "newer").code == 2
    schools = NEW.replace("id: new", "id: schools\n    unit: school")
    write(rubrics, {"schools.yaml": schools})
    ran = asked(rubrics, "--rubric", "rubric", "--against", "schools")
    assert ran.code == 2 and "schools" in ran.err


def test_one_question_at_a_time(root: Path) -> None:
    ran = asked(root, "--explain", "delivery", "--against", "rubric", "--lang", "en")
    assert ran.code == 2 and "--explain, --against" in ran.err


@pytest.mark.parametrize("name", ["result.json", "result.yaml"])
def test_a_published_result_stands_until_something_changes(root: Path, name: str) -> None:
    file = root.parent / name
    ran = asked(root, "--publish", file)
    assert ran.code == 0 and "已公布到" in ran.out
    ran = pairing("score", root, "--published", file, "--lang", "en")
    assert ran.code == 0 and "As published" in ran.out
    write(root, {"log.yaml": LOG.replace("2020-04-20", "2020-04-18"), "plan.txt": "改过"})
    write(root, {"more.yaml": VISIT})
    ran = pairing("score", root, "--published", file)
    assert ran.code == 1 and "已公布后改动" in ran.out
    assert f"已改 {root}/log.yaml" in ran.out and f"已改 {root}/plan.txt" in ran.out
    assert f"新增 {root}/more.yaml" in ran.out
    found = document(pairing("score", root, "--published", file, "-f", "json"))
    assert found["schema"] == "pairing.published-change/1"
    assert (found["changed"], found["scheme"]) == (True, False)
    exact = {unit["id"]: (unit["exact"], unit["items"][0]["after"]) for unit in found["units"]}
    assert exact == {"one": ("15", "30"), "two": ("30", "30")}


def test_what_a_published_file_holds(root: Path) -> None:
    file = root / "result.json"
    asked(root, "--publish", file)
    found = json.loads(file.read_text("utf-8"))
    assert found["schema"] == "pairing.published/1"
    assert (found["programme"], found["rubric"], found["as_of"]) == ("base", "rubric", DAY[1])
    assert [each["path"] for each in found["files"]] == ["log.yaml", "plan.txt", "programme.yaml"]
    assert [(unit["id"], unit["exact"]) for unit in found["units"]] == [("one", "15"), ("two", "0")]
    assert pairing("validate", root, *DAY).code == 0
    assert pairing("score", root, "--published", file).code == 0


def test_comments_change_a_file_but_not_the_scheme(root: Path) -> None:
    file = root.parent / "result.json"
    asked(root, "--publish", file)
    write(root, {"programme.yaml": f"# 改了注释\n{BASE}"})
    found = document(pairing("score", root, "--published", file, "-f", "json"))
    assert (found["changed"], found["scheme"], found["units"]) == (True, False, [])
    ran = pairing("score", root, "--published", file, "--lang", "en")
    assert ran.code == 1 and "No score, rank or grade has changed." in ran.out
    write(
        root,
        {
            "programme.yaml": BASE.replace(
                "  status: final", "  status: final\n  reporting: {end_day_counts: true}"
            )
        },
    )
    found = document(pairing("score", root, "--published", file, "-f", "json"))
    assert found["scheme"] is True


def test_a_rubric_that_is_gone_and_a_file_that_is_gone_are_changes(root: Path) -> None:
    file = root.parent / "result.yaml"
    asked(root, "--publish", file)
    (root / "plan.txt").unlink()
    write(root, {"programme.yaml": BASE.replace("  - id: rubric\n", "  - id: other\n")})
    ran = pairing("score", root, "--published", file, "--lang", "en")
    assert ran.code == 1 and f"removed {root}/plan.txt" in ran.out
    assert "changed the rubric or the rules of reporting" in ran.out
    found = document(pairing("score", root, "--published", file, "-f", "json"))
    assert [unit["after"] for unit in found["units"]] == [None, None]


def test_what_is_not_published(root: Path) -> None:
    def refused(path: Path, *options: object) -> str:
        ran = asked(root, "--publish", path, "--lang", "en", *options)
        assert ran.code == 2 and not ran.out
        return ran.err

    beside = root.parent
    assert ".json or .yaml" in refused(beside / "result.txt")
    assert "would be read as its records" in refused(root / "result.yaml")
    assert "no folder" in refused(beside / "nowhere" / "result.json")
    assert "leave out --pairing" in refused(beside / "result.json", "--pairing", "one")
    asked(root, "--publish", beside / "result.json")
    assert "never overwritten" in refused(beside / "result.json")
    write(root, {"log.yaml": LOG.replace("pairing: one", "pairing: nobody")})
    assert "cannot be published" in refused(beside / "other.json")
    assert sorted(path.name for path in beside.iterdir()) == ["programme", "result.json"]


def test_what_is_no_published_result(root: Path) -> None:
    def refused(path: Path, *options: object) -> str:
        ran = pairing("score", root, "--published", path, "--lang", "en", *options)
        assert ran.code == 2 and not ran.out
        return ran.err

    beside = root.parent
    write(beside, {"a.json": "{", "b.yaml": "units: [\n", "c.json": b"\xff\xfe", "d.json": "[1]"})
    for name in ("a.json", "b.yaml", "c.json", "d.json"):
        assert "pairing.published/1" in refused(beside / name)
    assert "There is no" in refused(beside / "e.json")
    asked(root, "--publish", beside / "result.json")
    assert "leave out --term" in refused(beside / "result.json", "--term", "spring")
    other = pairing("score", GAOTAI, "--published", beside / "result.json")
    assert other.code == 2 and "gaotai-2020" in other.err


def test_a_terms_result_is_compared_with_that_term(root: Path) -> None:
    file = root.parent / "spring.json"
    asked(root, "--publish", file, "--term", "spring")
    assert json.loads(file.read_text("utf-8"))["term"] == "spring"
    write(root, {"more.yaml": VISIT})
    found = document(pairing("score", root, "--published", file, "-f", "json"))
    assert found["units"] == []


def test_the_documented_file_changes_what_it_says(tmp_path: Path) -> None:
    text = (REPOSITORY / "docs" / "comparing.md").read_text("utf-8")
    block = text.partition("```yaml\n")[2].partition("```")[0]
    file = write(tmp_path, {"late.yaml": block}) / "late.yaml"
    ran = pairing("score", GAOTAI, "--as-of", "2020-12-18", "--what-if", file, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    changed = {unit["id"]: unit["exact"] for unit in document(ran)["units"] if unit["items"]}
    assert changed == {"xijie": "5/12"}


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_the_commit_is_read_without_git(tmp_path: Path) -> None:
    def git(*arguments: str, cwd: Path = tmp_path) -> str:
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        ran = subprocess.run(["git", *named, *arguments], cwd=cwd, capture_output=True, check=True)
        return ran.stdout.decode().strip()

    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    git("init", "-q", "-b", "main")
    assert commit_of(inner) is None
    git("commit", "-q", "--allow-empty", "-m", "1")
    assert commit_of(inner) == git("rev-parse", "HEAD")
    git("pack-refs", "--all")
    assert commit_of(inner) == git("rev-parse", "HEAD")
    git("worktree", "add", "-q", "-b", "other", "tree")
    git("commit", "-q", "--allow-empty", "-m", "2", cwd=tmp_path / "tree")
    assert commit_of(tmp_path / "tree") == git("rev-parse", "HEAD", cwd=tmp_path / "tree")
    git("checkout", "-q", "--detach")
    assert commit_of(inner) == git("rev-parse", "HEAD")
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/../../x\n")
    assert commit_of(inner) is None
