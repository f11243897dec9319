"""What is generated is fresh, what is documented is true, and the catalogue is whole."""

from __future__ import annotations

import json
import re
import string
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from pairing_cli.cli.rulebook import rulebook
from pairing_cli.load.events import parse
from pairing_cli.load.programme import load
from pairing_cli.load.tree import FolderTree
from pairing_cli.messages import catalogue, guides
from pairing_cli.model.results import Judgement
from pairing_cli.rules import RULES
from tests.command import pairing
from tests.programmes import HERE, REPOSITORY, all_findings, write

SCHEMA = json.loads((REPOSITORY / "schemas" / "pairing.schema.json").read_text("utf-8"))
EXAMPLES = sorted((REPOSITORY / "examples").rglob("*.yaml"))
MARKDOWN = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])


def test_generated_files_are_fresh() -> None:
    command = [sys.executable, str(REPOSITORY / "tools" / "generate.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def as_editor_reads(path: Path) -> object:
    """YAML 1.2 core types, with dates as texts: what yaml-language-server validates."""
    reader = YAML(typ="safe", pure=True)
    reader.constructor.yaml_constructors = {
        **reader.constructor.yaml_constructors,
        "tag:yaml.org,2002:timestamp": reader.constructor.yaml_constructors[
            "tag:yaml.org,2002:str"
        ],
    }
    return reader.load(path.read_text("utf-8"))


def test_the_schema_is_draft_07_and_says_everything_in_chinese() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert "$defs" not in json.dumps(SCHEMA)
    for name, definition in SCHEMA["definitions"].items():
        for key, field in definition.get("properties", {}).items():
            text = field.get("title", "") + field.get("description", "")
            assert re.search(r"[\u4e00-\u9fff]", field.get("title", "")), (name, key)
            assert "\n" in text and re.search(r"[A-Za-z]{3}", text.split("\n")[1]), (name, key)


@pytest.mark.parametrize("path", EXAMPLES[:20], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_examples_fit_the_schema_and_name_it(path: Path) -> None:
    jsonschema.validate(as_editor_reads(path), SCHEMA)
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)", path.read_text("utf-8"))
    if path.parent.name != "minimal":
        assert modeline is not None
        assert (
            path.parent / modeline[1]
        ).resolve() == REPOSITORY / "schemas" / "pairing.schema.json"


SCHEMA_CODES = ("S001", "S002", "S003", "S004", "S005", "S006", "S007", "S010")


@pytest.mark.parametrize("code", SCHEMA_CODES)
def test_what_the_model_refuses_the_schema_refuses(code: str, tmp_path: Path) -> None:
    cases = YAML(typ="safe", pure=True).load(
        (HERE / "cases" / "rules" / f"{code}.yaml").read_text()
    )
    failing = next(case for case in cases["cases"] if case["expect"])
    for name, text in failing["files"].items():
        path = write(tmp_path, {name: text}) / name
        if any(place.startswith(name) for place in failing["expect"]):
            assert list(jsonschema.Draft7Validator(SCHEMA).iter_errors(as_editor_reads(path))), name


def test_every_example_is_clean() -> None:
    ran = pairing("validate", REPOSITORY / "examples", "-f", "concise")
    assert (ran.code, ran.out) == (0, "")


def blocks(path: Path) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_format_are_one_valid_programme(tmp_path: Path) -> None:
    from datetime import date

    texts = [
        text for text in blocks(REPOSITORY / "docs" / "format.md") if not text.startswith("# not")
    ]
    for number, text in enumerate(texts):
        write(tmp_path, {f"{number:02}.yaml": text})
    page = (REPOSITORY / "docs" / "format.md").read_text("utf-8")
    write(
        tmp_path, dict(re.findall(r"^```csv\n# (\S+)\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    )
    loaded, found = all_findings(tmp_path, date(2020, 12, 31))
    assert [(each.code, each.at) for each in found] == []
    keys = {key for text in texts for key in parse(text).data}
    assert keys == set(SCHEMA["properties"])
    assert len(loaded.repository.rubrics) == 1


def test_a_readers_first_programme_works(tmp_path: Path) -> None:
    for readme in ("README.md", "README.zh-CN.md"):
        texts = blocks(REPOSITORY / readme)
        root = write(
            tmp_path / readme, {f"{number}.yaml": text for number, text in enumerate(texts)}
        )
        assert load(FolderTree(root)).diagnostics == ()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_schema_is_found_from_every_folder_of_a_first_programme(readme: str) -> None:
    text = (REPOSITORY / readme).read_text("utf-8")
    for block in blocks(REPOSITORY / readme):
        name = re.match(r"# (\S+)", block)
        assert name is not None
        assert f"`{'../' * name[1].count('/')}pairing.schema.json`" in text.replace("$schema=", "`")
    assert "chmod +x .git/hooks/pre-commit" in text


def test_every_message_has_both_languages_and_the_same_facts() -> None:
    for key, entry in catalogue().items():
        for chinese, english in ((entry.zh, entry.en), (entry.fix_zh, entry.fix_en)):
            assert bool(chinese) == bool(english), key
            names = [
                {field for _, field, _, _ in string.Formatter().parse(text) if field}
                for text in (chinese, english)
            ]
            assert names[0] == names[1], key


def test_every_code_says_what_it_guards_in_both_languages() -> None:
    for language in ("zh", "en"):
        for code, page in rulebook(language).items():
            assert page.truth.endswith(("。", ".")), (code, page.truth)
    assert len(RULES) >= 30
    for rule in RULES:
        assert rule.why, rule.code
        assert guides()[rule.code].why_zh or len(guides()[rule.code].zh) > 10, rule.code
        assert rule.code in catalogue() or any(
            key.startswith(f"{rule.code}.") for key in catalogue()
        )


SAID_BY_VALUE = (
    *("state.", "unit.", "scope.", "verdict.", "content.", "setting."),
    "score.grade-by-",
)
"""Beginnings of keys whose rest is the value of something."""

SAID_BY_NAME = ("diff.sum.", "diff.section.", "diff.head.", "diff.fate.", "diff.presence.")
"""Beginnings of keys whose rest stands somewhere as a text of its own."""


def test_every_message_in_the_catalogue_is_said_somewhere() -> None:
    source = "".join(
        path.read_text("utf-8")
        for path in (REPOSITORY / "src").rglob("*.py")
        if "messages" not in path.parts
    )
    unsaid = {
        key
        for key in catalogue()
        if key not in source
        and key.partition(".")[2] not in source
        and not key.startswith(SAID_BY_VALUE)
        and not (key.startswith(SAID_BY_NAME) and f'"{key.rpartition(".")[2]}"' in source)
    }
    assert unsaid == set()


def test_every_verdict_is_explained_and_called_what_the_tool_calls_it() -> None:
    rows = (REPOSITORY / "docs" / "format.md").read_text("utf-8").splitlines()
    for judgement in Judgement:
        title = catalogue()[f"verdict.{judgement}"].zh
        assert any(row.startswith(f"| `{judgement}` | {title} | ") for row in rows), judgement


def test_links_in_the_documents_lead_somewhere() -> None:
    for path in MARKDOWN:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (path.parent / target).exists(), (path.name, target)


def test_no_document_names_a_path_of_somebodys_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True
    )
    for name in listed.stdout.decode().split("\0"):
        path = REPOSITORY / name
        if (
            name
            and path.is_file()
            and path.suffix in (".md", ".py", ".toml", ".yaml", ".yml", ".txt", "")
        ):
            text = path.read_text("utf-8", "replace")
            assert not re.search(r"(?<![\w.])/(?:home|root|Users)/\w", text), name
