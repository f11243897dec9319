"""The command line as its users meet it: exit codes, languages, where a programme is found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import pairing
from tests.programmes import BASE, GAOTAI, HERE, MINIMAL, REPOSITORY, write

FAULTY = HERE / "cases" / "faulty"


def process(
    *arguments: object, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if name != "PAIRING_LANG"}
    return subprocess.run(
        [sys.executable, "-m", "pairing_cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(REPOSITORY / "src"), **environment},
        timeout=60,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("validate", MINIMAL), 0),
        (("validate", FAULTY), 1),
        (("validate", FAULTY, "--fail-on", "never"), 0),
        (("validate", REPOSITORY / "nowhere"), 2),
        (("validate", MINIMAL, "--as-of", "2026.4.1"), 2),
        (("validate", MINIMAL, "--frmat", "json"), 2),
        (("quota", MINIMAL), 0),
        (("quota", FAULTY), 1),
        (("score", MINIMAL), 0),
        (("score", FAULTY), 2),
        (("score", MINIMAL, "--pairing", "nobody"), 2),
        (("score", MINIMAL, "--term", "winter"), 2),
        (("score", MINIMAL, "--explain", "99"), 2),
        (("score", REPOSITORY / "examples"), 2),
        (("report", "no-such-report", MINIMAL), 2),
        (("report", "rubric", MINIMAL, "--to", "pdf"), 2),
        (("report", "plan-table", MINIMAL), 2),
        (("rules", "T004"), 0),
        (("rules", "X999"), 2),
        (("schema",), 0),
        (("no-such-command",), 2),
    ],
)
def test_exit_codes(arguments: tuple[object, ...], code: int) -> None:
    ran = pairing(*arguments)
    assert ran.code == code, (ran.out, ran.err)
    assert (ran.err == "") == (code == 0 or (arguments[0] == "validate" and code == 1))
    assert "Traceback" not in ran.err


def test_warnings_fail_only_when_asked(tmp_path: Path) -> None:
    plain = BASE.replace("    responsible: [{name: 甲校长, organization: 甲小学}]\n", "")
    write(tmp_path, {"programme.yaml": plain})
    assert pairing("validate", tmp_path, "--as-of", "2020-12-31").code == 0
    assert pairing("validate", tmp_path, "--as-of", "2020-12-31", "--fail-on", "warning").code == 1


def test_the_language_is_asked_for_or_the_programmes_or_the_locales(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "没有发现问题" in pairing("validate", MINIMAL).out
    assert "No problems found" in pairing("validate", MINIMAL, "--lang", "en").out
    monkeypatch.setenv("PAIRING_LANG", "en")
    assert "No problems found" in pairing("validate", MINIMAL).out
    assert "没有发现问题" in pairing("validate", MINIMAL, "--lang", "zh").out


@pytest.mark.parametrize(
    ("locale", "said"), [("C.UTF-8", "错误"), ("en_US.UTF-8", "error"), ("zh_CN.UTF-8", "错误")]
)
def test_a_programme_that_cannot_be_read_is_spoken_of_in_the_locales_language_or_chinese(
    locale: str, said: str, tmp_path: Path
) -> None:
    write(tmp_path, {"programme.yaml": BASE.replace("  title:", "  title：", 1)})
    ran = process("validate", tmp_path, LC_ALL=locale)
    assert f": {said} F018" in ran.stdout.decode()


def test_help_follows_the_locale() -> None:
    chinese = process("--help", LANG="zh_CN.UTF-8").stdout.decode()
    english = process("--help", LANG="en_US.UTF-8").stdout.decode()
    assert "检查全部文件" in chinese and "选项" in chinese and "显示这份说明" in chinese
    assert "Usage" not in chinese and "<" not in chinese
    assert "Check every file" in english
    for name in ("validate", "quota", "score", "report", "rules", "schema"):
        assert name in chinese and name in english


@pytest.mark.parametrize("command", ["validate", "quota", "score", "report", "rules", "schema", ""])
@pytest.mark.parametrize("columns", ["60", "80"])
def test_help_is_wrapped_and_never_cut(command: str, columns: str) -> None:
    from rich.cells import cell_len

    arguments = [command] if command else []
    ran = process(*arguments, "--help", PAIRING_LANG="zh", COLUMNS=columns)
    lines = ran.stdout.decode().splitlines()
    assert max(map(cell_len, lines)) <= int(columns)
    assert not any(line.rstrip().endswith("…") for line in lines[1:])
    wide = process(*arguments, "--help", PAIRING_LANG="zh", COLUMNS="200").stdout.decode()
    assert "".join("".join(lines).split()) == "".join(wide.split())


def test_a_programme_is_found_above_and_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = "activities: [{id: a, pairing: one, kind: mentoring, date: 2020-04-15, at: 戊}]\n"
    write(tmp_path, {"plans/x/programme.yaml": BASE, "plans/x/log/2020/04.yaml": log})
    day = ("--as-of", "2020-12-31", "-f", "concise")
    for start, path in (("plans/x/log/2020", "."), (".", "."), (".", "plans/x"), ("plans", "x")):
        monkeypatch.chdir(tmp_path / start)
        found = pairing("validate", path, *day)
        assert (found.code, found.out.count("R001")) == (1, 1), (start, path)
    monkeypatch.chdir(tmp_path / "plans/x")
    assert pairing("validate", *day).out.startswith("log/2020/04.yaml:1:")
    monkeypatch.chdir(tmp_path / "plans/x/log")
    assert pairing("validate", *day).out.startswith("../log/2020/04.yaml:1:")


def test_one_file_may_be_checked_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "activities: [{id: a, pairing: nobody, kind: mentoring, date: 2020-04-15}]\n"
    write(
        tmp_path, {"programme.yaml": BASE, "a.yaml": bad, "b.yaml": bad.replace("id: a", "id: b")}
    )
    monkeypatch.chdir(tmp_path)
    found = pairing("validate", "b.yaml", "-f", "concise", "--as-of", "2020-12-31")
    assert [line.split(":")[0] for line in found.out.splitlines()] == ["b.yaml"]


def test_a_repository_may_hold_several_programmes() -> None:
    ran = pairing("validate", REPOSITORY / "examples", "-f", "json")
    assert ran.code == 0
    for name in ("gaotai-2020", "minimal"):
        assert f'{name}"' in ran.out


def test_figures_of_data_with_errors_say_so(tmp_path: Path) -> None:
    bad = "activities: [{id: a, pairing: one, kind: mentoring, date: 2020-13-01}]\n"
    write(tmp_path, {"programme.yaml": BASE, "bad.yaml": bad})
    for command in ("score", "quota"):
        ran = pairing(command, tmp_path, "--lang", "en")
        assert ran.code == 1
        assert "may be incomplete" in ran.err
        assert ran.out


def test_the_result_may_go_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "score.json"
    ran = pairing("score", MINIMAL, "-f", "json", "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text("utf-8").startswith('{\n  "schema": "pairing.score/1"')
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    ran = pairing("score", MINIMAL, "-o", tmp_path / "typo" / "score.txt", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert f"没有“{tmp_path / 'typo'}”这个文件夹" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_report_makes_its_own_folder(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "reports"
    assert pairing("report", "ranking", MINIMAL, "-o", folder, "--to", "md").code == 0
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--all", "ranking", MINIMAL), "ranking"),
        (("report", "--all", "ranking"), "ranking"),
        (("report", "ranking", MINIMAL, "--to", ""), "没有格式“”"),
        (("report", "ranking", MINIMAL, "--to", " , "), "没有格式“ , ”"),
        (("score", MINIMAL, "--rubric", "x"), "没有考核细则“x”。有：rubric"),
        (
            ("score", "--format", "xml"),
            "--format 不能是“xml”，可选：text、json。看用法：pairing score",
        ),
        (("score", "--bogus"), "没有选项 --bogus。"),
        (("score", "--formt", "json"), "没有选项 --formt，也许是 --format。"),
        (("score", "a", "b"), "多了“b”"),
        (("score", "--pairing"), "选项 --pairing 后面要有值"),
        (("score", "--quiet=3"), "选项 --quiet 不带值"),
        (("score", "-o", MINIMAL), "--output 要写文件，这里给的是文件夹"),
        (("report", "ranking", "-o", MINIMAL / "programme.yaml"), "--output 要写文件夹"),
        (("scor",), "没有命令“scor”，也许是 score。看用法：pairing --help"),
        (("bogus",), "没有命令“bogus”。"),
        (("score", "--lang", "fr"), "--lang 不能是“fr”，可选：zh、en"),
    ],
)
def test_wrong_usage_is_said_in_chinese(
    arguments: tuple[object, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PAIRING_LANG", "zh")
    monkeypatch.chdir(tmp_path)
    ran = pairing(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_no_command_shows_what_there_is() -> None:
    ran = pairing()
    assert (ran.code, ran.err) == (0, "")
    assert "validate" in ran.out


def test_a_term_is_called_by_its_title() -> None:
    assert "只计春学期的份额" in pairing("score", GAOTAI, "--term", "spring", "--lang", "zh").out
    assert '"term": "spring"' in pairing("score", GAOTAI, "--term", "春学期", "-f", "json").out


def test_where_there_is_no_programme_an_example_is_named(tmp_path: Path) -> None:
    ran = pairing("validate", tmp_path, "--lang", "en")
    example = Path(ran.err.split("A small one to copy: ")[1].strip())
    assert pairing("validate", example).code == 0


def test_a_report_says_what_it_wrote(tmp_path: Path) -> None:
    ran = pairing("report", "ranking", MINIMAL, "-o", tmp_path, "--to", "md")
    assert ran.code == 0
    assert [Path(line).is_file() for line in ran.out.splitlines()] == [True]


@pytest.mark.parametrize("item", ["2", "送课指导", "lesson-delivery"])
def test_explain_takes_an_item(item: str) -> None:
    ran = pairing("score", MINIMAL, "--explain", item)
    assert "1 计划" not in ran.out
    assert "2 送课指导" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [(MINIMAL, "--explain"), ("--explain", MINIMAL), ("--explain", "--lang", "zh", MINIMAL)],
)
def test_explain_takes_nothing(arguments: tuple[object, ...]) -> None:
    assert "1 计划" in pairing("score", *arguments).out


def test_colour_only_when_wanted() -> None:
    assert "\x1b[" in pairing("validate", FAULTY, "--color", "always").out
    assert "\x1b[" not in pairing("validate", FAULTY).out


def test_a_gbk_console_shows_what_it_can() -> None:
    ran = process("score", GAOTAI, PYTHONIOENCODING="gbk", PAIRING_LANG="zh")
    assert ran.returncode == 0
    assert "城关初中结对组" in ran.stdout.decode("gbk")
    assert b"Traceback" not in ran.stderr


def test_ascii_output_escapes_what_it_cannot_show() -> None:
    ran = process("validate", MINIMAL, PYTHONIOENCODING="ascii", PAIRING_LANG="zh")
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m pairing_cli score {GAOTAI} -f json | head -c 10"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert (ran.stdout[:1], ran.stderr) == (b"{", b"")


@pytest.mark.parametrize("arguments", [f"score {GAOTAI}", f"validate {MINIMAL}", "--help", ""])
def test_a_full_disk_is_no_finding(arguments: str) -> None:
    command = f"{sys.executable} -m pairing_cli {arguments} > /dev/full"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert ran.stderr == b"cannot write the output: the disk is full\n"


def test_a_runner_finds_no_commands_in_the_output() -> None:
    ran = process("validate", FAULTY, GITHUB_ACTIONS="true", PAIRING_LANG="en")
    text = ran.stdout.decode()
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_a_bug_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret: 110101190001010010")

    monkeypatch.setattr("pairing_cli.load.programme.load", broken)
    ran = pairing("validate", MINIMAL)
    assert ran.code == 2
    assert "RuntimeError" in ran.err
    assert "secret" not in ran.err


def test_help_and_version_are_quick_to_import() -> None:
    heavy = ("openpyxl", "docxtpl", "docx", "jinja2", "ruamel", "pydantic", "lxml")
    code = (
        "import sys; from pairing_cli.cli.app import run; run(['--version']);"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert ran.stdout.decode().splitlines()[-1] == "[]"


def test_validating_loads_no_office_library() -> None:
    heavy = ("openpyxl", "docxtpl", "docx", "jinja2", "lxml")
    code = (
        f"import sys; from pairing_cli.cli.app import run; run(['validate', {str(MINIMAL)!r}]);"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert ran.stdout.decode().splitlines()[-1] == "[]"


def test_a_score_without_pairings_has_nothing_to_explain(tmp_path: Path) -> None:
    programme = "programme: {id: p, title: 示例, period: 2020-03-01 to 2020-12-31}\n"
    rubric = (
        "rubrics: [{id: r, title: 细则, full_marks: 10, sections: [{id: s, title: s, items: ["
        "{id: a, title: a, points: 10, rating: {by: 局}}]}]}]\n"
    )
    (tmp_path / "programme.yaml").write_text(programme + rubric, "utf-8")
    ran = pairing("score", tmp_path, "--explain", "--lang", "en")
    assert (ran.code, "no pairings" in ran.err) == (2, True)
