"""The ready-made pipelines: valid for whom they are for, and each of their scripts carried out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.programmes import BASE, REPOSITORY, write
from tests.runner import CODE_QUALITY, commands, suite
from tests.workflow import OFFLINE, Job, committed, git, job, read

CI = REPOSITORY / "templates" / "ci"
GITHUB = CI / "github" / ".github" / "workflows"
CHECK = read(GITHUB / "pairing.yml")
COMMENT = read(GITHUB / "pairing-comment.yml")

Repository = Callable[..., Path]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture
def plans(wheel: Path, tmp_path: Path) -> Path:
    """A repository of plans with the tool's wheel, and nothing wrong."""
    folder = tmp_path / "plans"
    write(folder, {"programme.yaml": BASE, f"wheels/{wheel.name}": wheel.read_bytes()})
    return committed(folder, "base")


def change(plans: Path) -> str:
    """A bad change, which also brings a wheel of its own; the base's commit."""
    base = git(plans, "rev-parse", "HEAD")
    git(plans, "switch", "--quiet", "--create", "change")
    for path in (plans / "wheels").iterdir():
        path.write_bytes(b"no wheel")
    committed(write(plans, {"log/四月.yaml": "activities: 3\n"}), "change")
    return base


def schema(name: str) -> Any:
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json"
    return json.loads(vendored.read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("github-actions", REPOSITORY / "action.yml"),
        ("github-workflows", GITHUB / "pairing.yml"),
        ("github-workflows", GITHUB / "pairing-comment.yml"),
        ("gitlab-ci", CI / "gitlab" / ".gitlab-ci.yml"),
    ],
)
def test_each_file_is_what_its_forge_reads(name: str, path: Path) -> None:
    known = schema(name)
    validator = jsonschema.validators.validator_for(known)(known)
    assert [error.message for error in validator.iter_errors(read(path))] == []


@pytest.mark.parametrize("workflow", [CHECK, COMMENT], ids=["check", "comment"])
def test_workflows_give_away_nothing(workflow: dict[str, Any]) -> None:
    assert "pull_request_target" not in workflow["on"]
    for each in workflow["jobs"].values():
        for step in each["steps"]:
            assert "${{" not in step.get("run", "")
            if "uses" in step:
                assert len(step["uses"].partition("@")[2]) == 40
    assert workflow["permissions"] in ({}, {"contents": "read"})


def test_the_workflow_that_may_write_runs_nothing_of_the_change() -> None:
    steps = COMMENT["jobs"]["comment"]["steps"]
    assert not any("uses" in step for step in steps)
    assert COMMENT["on"]["workflow_run"]["workflows"] == [CHECK["name"]]


def check(tmp_path: Path, plans: Path, base: str) -> Job:
    event = {"pull_request": {"base": {"sha": base}, "number": 7}} if base else {}
    name = "pull_request" if base else "push"
    head = git(plans, "rev-parse", "HEAD")
    running = job(tmp_path, plans, github={"event": event, "event_name": name, "sha": head})
    running.environment |= {n: running.text(v) for n, v in CHECK["jobs"]["check"]["env"].items()}
    running.run(CHECK["jobs"]["check"]["steps"])
    return running


def test_the_github_workflow_checks_with_the_tool_of_the_base(plans: Path, tmp_path: Path) -> None:
    clean = check(tmp_path / "1", plans, "")
    assert not clean.failed, clean.ran
    ran = check(tmp_path / "2", plans, change(plans))
    assert [(each.name, each.code) for each in ran.ran] == [
        ("Install", 0),
        ("Validate", 1),
        ("Compare", 1),
    ]
    assert [each.properties["file"] for each in commands(ran.ran[1].log)] == ["log/四月.yaml"]
    handed = Path(ran.used[-1]["path"])
    assert (handed / "number").read_text() == "7\n"
    assert "log/四月" in (handed / "comment.md").read_text("utf-8")


GH = """\
#!{python}
import json, pathlib, sys
here = pathlib.Path({here!r})
told = sys.argv[1:]
with (here / "calls").open("a") as calls:
    calls.write(json.dumps(told) + "\\n")
if told[:2] == ["run", "download"]:
    folder = pathlib.Path(told[told.index("--dir") + 1])
    (here / "artifact").rename(folder)
elif told[0] == "api" and told[-1] == ".head.sha":
    print({{"7": "a" * 40}}.get(told[1].rpartition("/")[2], "b" * 40))
elif "--paginate" in told:
    print((here / "before").read_text(), end="")
"""


class Forge:
    """A stand-in for ``gh``: hands out an artifact, knows pull request 7, and notes what is posted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "before").write_text("")
        (folder / "artifact").mkdir()
        program = folder / "bin" / "gh"
        write(folder, {"bin/gh": GH.format(python=sys.executable, here=str(folder))})
        program.chmod(0o755)

    def hand(self, number: str | bytes = "7\n", comment: str | bytes = "**好**\n") -> None:
        write(self.folder / "artifact", {"number": number, "comment.md": comment})

    @property
    def posted(self) -> list[list[str]]:
        calls = [json.loads(line) for line in (self.folder / "calls").read_text().splitlines()]
        return [call for call in calls if "--method" in call]


def comment(tmp_path: Path, forge: Forge) -> Job:
    """Carry out the workflow that comments."""
    event = {"workflow_run": {"event": "pull_request", "id": 99, "head_sha": "a" * 40}}
    running = job(
        tmp_path, tmp_path, github={"event": event, "token": "t", "repository": "bureau/plans"}
    )
    running.path.append(str(forge.folder / "bin"))
    wanted = COMMENT["jobs"]["comment"]
    assert running._wanted(wanted["if"])
    running.environment |= {name: running.text(value) for name, value in wanted["env"].items()}
    running.run(wanted["steps"])
    return running


def test_what_the_check_wrote_is_posted_and_then_replaced(plans: Path, tmp_path: Path) -> None:
    write(
        plans,
        {
            "log/x.yaml": "activities:\n"
            '  - "@team [x](https://example.org) www.example.org <img> a@b.c &lt; #12 ![y] ]["\n'
        },
    )
    base = change(plans)
    handed = Path(check(tmp_path / "1", plans, base).used[-1]["path"])
    for before, method in (("", "POST"), ("4711\n", "PATCH")):
        forge = Forge(tmp_path / method / "forge")
        (forge.folder / "before").write_text(before)
        forge.hand((handed / "number").read_bytes(), (handed / "comment.md").read_bytes())
        ran = comment(tmp_path / method, forge)
        assert not ran.failed, ran.ran[-1].log
        [call] = forge.posted
        assert call[call.index("--method") + 1] == method
        place = "issues/comments/4711" if before else "issues/7/comments"
        assert f"repos/bureau/plans/{place}" in call
        body = Path(call[-1].removeprefix("body=@")).read_text("utf-8")
        assert body.startswith("<!-- pairing -->\n")
        assert "log/四月" in body


BAD = {
    "another-number": {"number": "8\n"},
    "no-number": {"number": "7; touch pwned\n"},
    "path-as-number": {"number": "../7\n"},
    "two-numbers": {"number": "7\n8\n"},
    "huge-number": {"number": "7" * 1000},
    "too-long": {"comment": "长" * 64_001},
    "too-large": {"comment": "x" * 300_000},
    "no-utf-8": {"comment": b"\xff\xfe"},
    "mention": {"comment": "@bureau/all\n"},
    "hidden-mention": {"comment": "&#64;bureau\n"},
    "hex-entity": {"comment": "&#x40;bureau\n"},
    "named-entity": {"comment": "&commat;bureau\n"},
    "link": {"comment": "[x](//example.org)\n"},
    "reference-link": {"comment": "[x][y]\n"},
    "address": {"comment": "https://example.org\n"},
    "www": {"comment": "www.example.org\n"},
    "image": {"comment": "![x]\n"},
    "tag": {"comment": "<a href=x>y</a>\n"},
    "tag-with-attributes": {"comment": "<code onclick=x>y</code>\n"},
    "comment": {"comment": "<!-- x -->\n"},
    "issue": {"comment": "fixes #12\n"},
}


@pytest.mark.parametrize("case", BAD)
def test_a_forged_comment_is_not_posted(case: str, tmp_path: Path) -> None:
    forge = Forge(tmp_path / "forge")
    forge.hand(**BAD[case])  # type: ignore[arg-type]
    ran = comment(tmp_path, forge)
    assert [each.code for each in ran.ran] == [0, 1]
    assert ran.ran[-1].log.startswith("not posted: ")
    assert forge.posted == []


def test_a_forged_artifact_is_not_opened(tmp_path: Path) -> None:
    secret = write(tmp_path, {"secret": "**x**"}) / "secret"
    linked = Forge(tmp_path / "linked")
    linked.hand()
    (linked.folder / "artifact" / "comment.md").unlink()
    (linked.folder / "artifact" / "comment.md").symlink_to(secret)
    more = Forge(tmp_path / "more")
    more.hand()
    write(more.folder / "artifact", {"bin/gh": "touch pwned"})
    less = Forge(tmp_path / "less")
    for forge in (linked, more, less):
        assert comment(forge.folder / "run", forge).failed
        assert forge.posted == []


def shell(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as runners of GitLab and Gitee do: in one shell, which ends at the first failure."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        ["sh", "-e", "-c", script],
        cwd=folder,
        env={**kept, **OFFLINE, **environment, "PAIRING_LANG": "zh"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_gitlab_job_reports_what_gitlab_reads(plans: Path) -> None:
    wanted = read(CI / "gitlab" / ".gitlab-ci.yml")["pairing"]
    script = "\n".join(wanted["script"])
    ran = shell(plans, script, CI_MERGE_REQUEST_DIFF_BASE_SHA=change(plans))
    assert ran.returncode == 1, ran.stderr
    assert "log/四月.yaml:1:13" in ran.stdout
    reports = wanted["artifacts"]["reports"]
    found = json.loads((plans / reports["codequality"]).read_text("utf-8"))
    jsonschema.validate(found, CODE_QUALITY)
    assert [each["location"]["path"] for each in found] == ["log/四月.yaml"]
    assert set(suite((plans / reports["junit"]).read_text("utf-8")).failed) == {"log/四月.yaml"}
    assert "log/四月" in (plans / "pairing-reports" / "comment.md").read_text("utf-8")


def test_the_gitee_pipeline_works_from_a_shallow_clone(plans: Path, tmp_path: Path) -> None:
    [stage] = read(CI / "gitee" / ".workflow" / "pairing.yml")["stages"]
    [step] = stage["steps"]
    git(plans, "branch", "--move", "master")
    change(plans)
    for depth in ("1", "99"):
        clone = tmp_path / depth
        origin = ("--depth", depth, "--no-single-branch", f"file://{plans}")
        git(tmp_path, "clone", "--quiet", "--branch", "change", *origin, str(clone))
        ran = shell(clone, "\n".join(step["commands"]))
        assert ran.returncode == 1, ran.stderr
        assert "log/四月.yaml:1:13" in ran.stdout
        for path in step["artifacts"][0]["path"]:
            assert {each.name for each in (clone / path).iterdir()} == {
                *("junit.xml", "findings.md", "change.md"),
            }


def test_the_plain_script_says_how_it_ended(plans: Path, tmp_path: Path) -> None:
    script = str(CI / "shell" / "ci" / "pairing.sh")
    command = str(Path(sys.executable).with_name("pairing"))
    assert shell(plans, f"sh '{script}' HEAD", PAIRING=command).returncode == 0
    assert shell(plans, f"sh '{script}'", PAIRING=command).returncode == 2
    base = change(plans)
    ran = shell(plans, f"sh '{script}' {base}", PAIRING=command)
    assert ran.returncode == 1, ran.stderr
    assert "log/四月" in (plans / "pairing-reports" / "change.md").read_text("utf-8")
    assert shell(tmp_path, f"sh '{script}' HEAD", PAIRING=command).returncode == 2


def test_pipelines_are_in_the_wheel(wheel: Path) -> None:
    import zipfile

    names = zipfile.ZipFile(wheel).namelist()
    for path in CI.rglob("*"):
        if path.is_file():
            assert f"pairing_cli/_data/templates/ci/{path.relative_to(CI).as_posix()}" in names
