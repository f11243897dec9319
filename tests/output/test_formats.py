"""Formats that machines read: held against their specification, or a model of who reads them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pairing_cli.model.diagnostics import Severity
from pairing_cli.model.places import Span
from pairing_cli.output.findings import Checked, Placed
from pairing_cli.output.formats import FORMATS, OF_THE_REPOSITORY
from pairing_cli.output.sarif import FINGERPRINT
from pairing_cli.output.screen import Screen
from tests.command import pairing
from tests.programmes import BASE, HERE, write
from tests.runner import CODE_QUALITY, commands, suite

SARIF = json.loads((HERE / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
FAULTY = HERE / "cases" / "faulty"
SCREEN = Screen("zh", 120)

HOSTILE = [
    "\n::error::假的",
    "x ##[error]y",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[buildStop]",
    "::add-mask::甲小学",
    "%0A::set-output name=x::y",
    "\x1b]52;c;aGk=\x07\x1b[31m红",
    "\x9b31m",
    "\u202e反",
    "[点这里](https://example.org)",
    "![图](https://example.org/x.png)",
    "<img src=x onerror=alert(1)>",
    "</code></td><script>x</script>",
    "<!-- -->",
    "| 多 | 一 | 列 |",
    "`代码`",
    "**粗** _斜_ ~~删~~",
    "@bureau/team #12 GH-12",
    "a@b.example www.example.org https://example.org",
    "$`x`$ :smile: [^1] {0} {{ x }}",
    "&lt;b&gt; &#64;",
    "]]> -->",
    "\\",
    "# 标题",
    "- 项",
    "=1+1",
    "\ud800",
    "\udcce\udcf7",
    "\ufffe\x00\x0b",
]


def hostile(number: int, severity: Severity = Severity.ERROR) -> Placed:
    """A finding in which every text is from somebody's files."""
    from pairing_cli.output.sanitize import clean

    evil = HOSTILE[number % len(HOSTILE)]
    return Placed(
        "S001",
        severity,
        f"{evil}/{number}.yaml",
        Span(number + 1, 2, number + 1, 5),
        clean(f"“{evil}”不对"),
        clean(f"改成“{evil}”"),
        evil,
        fingerprint=f"{number:032x}",
        programme="",
    )


def many(number: int) -> list[Placed]:
    """A third of each severity, notices first."""
    levels = list(reversed(Severity))
    return [hostile(each, levels[each * 3 // number]) for each in range(number)]


def made(form: str, found: list[Placed], checked: Checked | None = None) -> str:
    return FORMATS[form](found, checked or Checked((".",), 3, 4), SCREEN)


def left_out(text: str) -> int:
    said = re.search(r"另有 (\d+) 条未列出", text)
    return int(said[1]) if said else 0


# Annotations of GitHub, and its logs


def test_annotations_say_what_the_finding_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    found = {
        (each["file"], each["line"], each["column"]): each
        for each in json.loads(pairing("validate", FAULTY, "-f", "json").out)["findings"]
    }
    read = commands(pairing("validate", FAULTY, "-f", "github").out)
    assert len(read) == len(found) == 13
    for command in read:
        place = command.properties
        top = str(HERE.parent) + "/"
        finding = found[top + place["file"], int(place["line"]), int(place["col"])]
        assert command.name == finding["severity"]
        assert place["title"] == finding["code"]
        assert command.data == f"{finding['message']}\n{finding['fix']}".strip()


def test_at_most_ten_of_each_level_are_annotations_and_the_rest_is_listed() -> None:
    log = made("github", many(5000))
    read = commands(log)
    assert [each.name for each in read] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    listed = [
        line for line in log.splitlines() if re.match(r".*: (error|warning|notice) S001 ", line)
    ]
    plain = [line for line in listed if not line.startswith("::")]
    assert len(plain) == 1000
    assert " error S001 " in plain[0]
    assert left_out(log) == 5000 - 30 - 1000


def test_no_format_holds_a_command_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    from pairing_cli.cli.streams import calmed

    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    found = [hostile(number) for number in range(len(HOSTILE))]
    for form in FORMATS:
        log = made(form, found) if form == "github" else calmed(made(form, found))
        own = commands(log)
        assert len(own) == (10 if form == "github" else 0), form
        assert all(each.name == "error" and each.properties["title"] == "S001" for each in own)
        assert "\x1b" not in log and "\x9b" not in log, form


def test_the_files_of_formats_hold_no_bracketed_command_either() -> None:
    found = [hostile(number) for number in range(len(HOSTILE))]
    for form in OF_THE_REPOSITORY | {"json"}:
        assert not re.search(r"##\w*\[", made(form, found)), form
    document = json.loads(made("json", found))
    assert document["findings"][1]["file"] == "x ##[error]y/1.yaml"


def test_what_is_said_beside_a_result_holds_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("##[error]a", "##[error]b"):
        write(tmp_path / name, {"programme.yaml": BASE})
    ran = pairing("quota", tmp_path)
    assert ran.code == 2
    assert "##" in ran.err
    assert commands(ran.err) == []


def test_the_summary_of_a_job_holds_every_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# 前一步\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    pairing("validate", FAULTY, "-f", "github", "--lang", "zh")
    text = summary.read_text("utf-8")
    assert text.startswith("# 前一步\n")
    assert len(rows(text)) == 13


def test_the_summary_of_a_job_is_never_dropped_for_its_size() -> None:
    from pairing_cli.output.markdown import as_summary

    found = many(5000)
    whole = as_summary(1024 * 1024, found, Checked(), SCREEN)
    assert 1024 * 1000 < len(whole.encode()) <= 1024 * 1024
    assert len(rows(whole)) + left_out(whole) == 5000
    tight = as_summary(20_000, found, Checked(), SCREEN)
    assert len(tight.encode()) <= 20_000
    assert len(rows(tight)) + left_out(tight) == 5000


# Markdown

OURS = {"table", "thead", "tbody", "tr", "th", "td", "p", "code", "br"}


def github() -> MarkdownIt:
    """Addresses are links where they begin with www or a protocol, not wherever a dot stands."""
    parser = MarkdownIt("gfm-like")
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False})
    return parser


def tokens(text: str) -> list[Token]:
    found = github().parse(text)
    return [each for token in found for each in (token, *(token.children or ()))]


def rows(text: str) -> list[list[str]]:
    """The cells of the table's body, as the parser sees them."""
    found: list[list[str]] = []
    body = False
    for token in github().parse(text):
        body = body or token.type == "tbody_open"
        if body and token.type == "tr_open":
            found.append([])
        if body and token.type == "inline" and found:
            found[-1].append(token.content)
    return found


def test_data_cannot_make_anything_in_markdown() -> None:
    found = [hostile(number) for number in range(len(HOSTILE))]
    text = made("markdown", found)
    assert [len(row) for row in rows(text)] == [4] * len(found)
    for token in tokens(text):
        assert token.type not in ("link_open", "image", "html_block", "s_open", "strong_open"), (
            token
        )
        assert token.type != "em_open"
        if token.type == "html_inline":
            assert token.content in ("<code>", "</code>", "<br>"), token.content
        elif token.tag:
            assert token.tag in OURS, token.tag
    outside = re.sub(r"<code>.*?</code>", "", text)
    assert not re.search(r"@\w|#\d|https?://|www\.", outside)
    html = github().render(text)
    assert set(re.findall(r"<(\w+)", html)) <= OURS


def test_a_comment_stays_within_its_limit_and_says_what_was_cut() -> None:
    text = made("markdown", many(5000))
    assert 50_000 < len(text) <= 60_000
    assert {row[0] for row in rows(text)} == {"错误"}
    assert len(rows(text)) + left_out(text) == 5000


# SARIF


def read_sarif(text: str) -> dict[str, Any]:
    log = json.loads(text)
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def test_the_schema_refuses_what_is_no_sarif() -> None:
    with pytest.raises(jsonschema.ValidationError):
        read_sarif('{"version": "2.1.0", "runs": [{"tool": {}}]}')


def test_sarif_is_what_github_takes() -> None:
    run = read_sarif(pairing("validate", FAULTY, "-f", "sarif", "--lang", "zh").out)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 13
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith("。")
        assert rule["fullDescription"]["text"]
        assert "```" in rule["help"]["markdown"]
        assert len(rule.get("properties", {}).get("tags", [])) <= 20
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        path = HERE.parent / unquote(place["artifactLocation"]["uri"])
        lines = path.read_bytes().splitlines()
        assert 1 <= place["region"]["startLine"] <= len(lines)
        assert list(result["partialFingerprints"]) == [FINGERPRINT]


def test_the_examples_of_every_rule_are_shown_as_code_and_nothing_else() -> None:
    from pairing_cli.cli.rulebook import rulebook

    book = rulebook("zh")
    found = [
        Placed(code, page.severity, "a.yaml", Span(1, 1, 1, 2), code, "", "")
        for code, page in book.items()
    ]
    run = read_sarif(made("sarif", found, Checked(book=book)))
    for rule in run["tool"]["driver"]["rules"]:
        for token in tokens(rule["help"]["markdown"]):
            assert token.type not in ("html_block", "html_inline", "link_open", "image"), rule["id"]


def test_sarif_names_files_by_relative_encoded_references() -> None:
    run = read_sarif(made("sarif", [hostile(number) for number in range(len(HOSTILE))]))
    for number, result in enumerate(run["results"]):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri)
        assert not uri.startswith("/")
        assert "\\" not in uri
        if not re.search(r"[\ud800-\udfff]", HOSTILE[number]):
            assert unquote(uri) == f"{HOSTILE[number]}/{number}.yaml"


def test_sarif_messages_hold_no_links_and_no_placeholders() -> None:
    run = read_sarif(made("sarif", [hostile(number) for number in range(len(HOSTILE))]))
    for result in run["results"]:
        text = result["message"]["text"]
        assert not re.search(r"(?<!\\)(?:\\\\)*\[", text)
        assert not re.search(r"(?<!\{)(?:\{\{)*\{\d\}", text)


def test_sarif_of_too_many_keeps_the_worst_and_says_so() -> None:
    text = made("sarif", many(30_000))
    run = read_sarif(text.replace("%SRCROOT%", "ROOT"))
    results = run["results"]
    assert len(results) == 25_000
    levels = [each["level"] for each in results]
    assert levels.count("error") == levels.count("warning") == 10_000
    said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert left_out(said) == 5000
    assert len(gzip.compress(text.encode())) <= 10_000_000


def test_sarif_too_large_when_packed_is_made_smaller() -> None:
    import random

    noise = random.Random(1)
    found = [
        Placed(
            "S001",
            Severity.ERROR,
            "a.yaml",
            Span(1, 1, 1, 2),
            "".join(chr(noise.randrange(0x4E00, 0x9FA0)) for _ in range(300)),
            "".join(chr(noise.randrange(0x4E00, 0x9FA0)) for _ in range(300)),
            "",
        )
        for _ in range(12_000)
    ]
    text = made("sarif", found)
    assert len(gzip.compress(text.encode())) <= 10_000_000
    results = json.loads(text)["runs"][0]["results"]
    assert 1000 < len(results) < 12_000
    assert left_out(text) == 12_000 - len(results)


# JUnit and GitLab


def test_in_junit_a_file_is_a_test() -> None:
    found = [hostile(0), hostile(1, Severity.WARNING)]
    checked = Checked((".",), 3, 4, ("gut.yaml", found[1].path))
    read = suite(made("junit", found, checked))
    assert read.passed == {"gut.yaml", "x ##\u200b[error]y/1.yaml"}
    assert list(read.failed) == [" ::error::假的/0.yaml"]
    strict = Checked((".",), 3, 4, (), {}, frozenset(Severity))
    assert len(suite(made("junit", found, strict)).failed) == 2
    assert suite(made("junit", found, Checked(failing=frozenset()))).failed == {}


def test_a_fixed_file_passes_where_it_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"programme.yaml": BASE, "log/4.yaml": "activities: 3\n"})
    before = suite(pairing("validate", "-f", "junit").out)
    write(tmp_path, {"log/4.yaml": "activities: []\n"})
    after = suite(pairing("validate", "-f", "junit").out)
    assert set(before.failed) == {"log/4.yaml"}
    assert after.passed == before.passed | {"log/4.yaml"} == {"programme.yaml", "log/4.yaml"}


def test_junit_of_too_many_findings_stays_within_gitlabs_limits() -> None:
    text = made("junit", many(30_000))
    assert len(text.encode()) < 30 * 1024 * 1024
    read = suite(text)
    assert sum(each.count("\n- ") for each in read.failed.values()) == 10_000
    assert left_out(text) == 20_000


def read_gitlab(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    jsonschema.validate(found, CODE_QUALITY)
    marks = [each["fingerprint"] for each in found]
    assert len(set(marks)) == len(marks)
    return found


def test_gitlab_shows_every_finding() -> None:
    found = read_gitlab(pairing("validate", FAULTY, "-f", "gitlab").out)
    assert [each["severity"] for each in found].count("critical") == 10
    assert len(found) == 13


def test_two_programmes_with_the_same_mistake_have_two_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        write(tmp_path / name, {"programme.yaml": BASE, "x.yaml": "activities: 3\n"})
    found = read_gitlab(pairing("validate", "-f", "gitlab").out)
    assert [each["location"]["path"] for each in found] == ["a/x.yaml", "b/x.yaml"]


def test_gitlab_of_too_many_keeps_the_worst_and_says_so() -> None:
    text = made("gitlab", many(30_000))
    found = read_gitlab(text)
    assert len(found) == 10_001
    assert {each["severity"] for each in found[:-1]} == {"critical"}
    assert left_out(str(found[-1]["description"])) == 20_000


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_fingerprints_stay_when_lines_move(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = "  - {id: x, kind: lesson-delivery, title: 课, pairing: drei, date: 2020-04-15, place: 乙小学}\n"
    write(tmp_path, {"programme.yaml": BASE, "x.yaml": f"activities:\n{record}"})
    before = marks(form)
    write(tmp_path, {"x.yaml": f"# 一行\n\nactivities:\n  # 又一行\n{record}"})
    after = marks(form)
    assert [mark for mark, _ in before] == [mark for mark, _ in after]
    assert [line for _, line in before] != [line for _, line in after]
    write(tmp_path, {"x.yaml": "activities: []\n", "log/y.yaml": f"activities:\n{record}"})
    assert {mark for mark, _ in marks(form)} == {mark for mark, _ in before}


def marks(form: str) -> list[tuple[str, int]]:
    document = json.loads(pairing("validate", "-f", form).out)
    if form == "gitlab":
        return [(each["fingerprint"], each["location"]["lines"]["begin"]) for each in document]
    return [
        (
            each["partialFingerprints"][FINGERPRINT],
            each["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for each in document["runs"][0]["results"]
    ]


# Where files are


@pytest.mark.parametrize("form", sorted(OF_THE_REPOSITORY))
def test_files_are_named_from_the_top_of_the_repository(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "计划" / "2020", {"programme.yaml": BASE, "x.yaml": "activities: 3\n"})
    results = []
    for folder, path in ((".", "."), ("计划", "2020"), ("计划/2020", "."), ("计划/2020", "x.yaml")):
        monkeypatch.chdir(tmp_path / folder)
        ran = pairing("validate", path, "-f", form)
        assert ran.code == 1
        results.append(ran.out)
    assert len(set(results)) == 1
    assert "计划/2020/x" in unquote(results[0])


def test_every_format_of_findings_is_one_of_own_forms_too(tmp_path: Path) -> None:
    write(tmp_path, {"programme.yaml": BASE, "templates/ranking.md": "{{ nonsense }}\n"})
    for form in FORMATS:
        ran = pairing("template", "check", tmp_path, "-f", form)
        assert ran.code == 1, form
        assert "W0" in ran.out
    read_sarif(pairing("template", "check", tmp_path, "-f", "sarif").out)
    read_gitlab(pairing("template", "check", tmp_path, "-f", "gitlab").out)
    assert len(suite(pairing("template", "check", tmp_path, "-f", "junit").out).failed) == 1
