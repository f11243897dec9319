"""The schema of a programme, and editors that are set up with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pairing_cli.model.project_schema import MOST_NAMES
from tests.command import Ran, pairing
from tests.packaging.test_generated import as_editor_reads
from tests.programmes import BASE, REPOSITORY, write

PROGRAMMES = sorted(path.parent for path in (REPOSITORY / "examples").glob("*/programme.yaml"))
SCHEMA = ".pairing/schema/pairing.schema.json"


def of_programme(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pairing("schema", "--project", root).out)
    return found


def errors(schema: dict[str, Any], path: Path) -> list[str]:
    found = jsonschema.Draft7Validator(schema).iter_errors(as_editor_reads(path))
    return [each.message for each in found]


@pytest.mark.parametrize("root", PROGRAMMES, ids=lambda path: path.name)
def test_every_example_fits_its_own_schema(root: Path) -> None:
    schema = of_programme(root)
    jsonschema.Draft7Validator.check_schema(schema)
    for path in root.rglob("*.yaml"):
        assert errors(schema, path) == [], path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return write(tmp_path / "方案", {"programme.yaml": BASE})


WRONG = {
    "at: 乙小学": "at: 乙中学",
    "pairing: one": "pairing: oen",
    "kind: lesson-delivery": "kind: lesson-deliver",
    "type: delivery-plan": "type: plan",
    "from: 甲小学": "from: 甲学校",
}
LOG = """activities:
  - id: a-1
    pairing: one
    kind: lesson-delivery
    date: 2020-04-15
    at: 乙小学
    documents: [{type: delivery-plan, from: 甲小学, received: 2020-04-10}]
"""


@pytest.mark.parametrize("right", WRONG)
def test_what_is_misspelt_is_wrong_for_both(root: Path, right: str) -> None:
    write(root, {"log.yaml": LOG})
    schema = of_programme(root)
    assert errors(schema, root / "log.yaml") == []
    write(root, {"log.yaml": LOG.replace(right, WRONG[right])})
    assert len(errors(schema, root / "log.yaml")) == 1
    ran = pairing("validate", root, "-f", "concise", "--as-of", "2020-12-31")
    assert "R001" in ran.out and ran.code == 1


def test_a_name_says_what_it_means_and_may_be_written_as_people_do(root: Path) -> None:
    padded = "mentorships: [{id: pair-2, pairing: one, mentor: 甲  老  师, mentee: 乙老师}]\n"
    unread = "organizations: [{title: 戊小学, side: nobody}]\n"
    write(
        root,
        {
            "log.yaml": LOG.replace("乙小学", "乙小"),
            "m.yaml": padded,
            "u.yaml": unread,
        },
    )
    schema = of_programme(root)
    names = schema["definitions"]["names.organizations"]
    said = dict(zip(names["enum"], names["enumDescriptions"], strict=True))
    assert said["乙小"] == "乙小学" and said["丁小学"] == "单位" and "戊小学" in said
    pairs = schema["definitions"]["names.pairings"]
    assert pairs["enumDescriptions"] == ["甲小学 → 乙小学", "丙小学 → 丁小学"]
    assert errors(schema, root / "m.yaml") == [] == errors(schema, root / "log.yaml")
    assert schema["title"] == "pairing: 示例县结对帮扶工作方案"


def test_each_list_stands_there_once_and_long_ones_are_left_out(root: Path) -> None:
    people = [f"  - {{id: t-{n}, name: 示例教师{n}}}\n" for n in range(MOST_NAMES)]
    schools = [f"  - {{title: 示例第{n}小学, type: school}}\n" for n in range(300)]
    write(root, {"people.yaml": "people:\n" + "".join(people)})
    write(root, {"schools.yaml": "organizations:\n" + "".join(schools)})
    ran = pairing("schema", "--project", root)
    assert "人员" in ran.err and "单位" not in ran.err
    schema = json.loads(ran.out)
    assert "names.people" not in schema["definitions"]
    assert len(schema["definitions"]["names.organizations"]["enum"]) == 307
    assert ran.out.count('"示例第7小学"') == 1
    assert len(ran.out.encode()) < 500_000


def install(root: Path, *options: str) -> Ran:
    return pairing("schema", root, "--install", *options)


def test_editors_are_set_up_once(root: Path) -> None:
    top = root.parent
    ran = install(root, "--dry-run")
    assert ran.out.count("会新建") == 3 and sorted(each.name for each in top.iterdir()) == [
        ".git",
        "方案",
    ]
    ran = install(root)
    assert ran.code == 0 and ran.out.count("新建") == 3 and "JetBrains" in ran.err
    general = (REPOSITORY / "schemas" / "pairing.schema.json").read_bytes()
    assert (root / SCHEMA).read_bytes() == general
    settings = json.loads((top / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"./方案/{SCHEMA}": ["方案/**/*.yaml", "方案/**/*.yml"]}
    assert json.loads((top / ".vscode" / "extensions.json").read_text("utf-8")) == {
        "recommendations": ["redhat.vscode-yaml"]
    }
    again = install(root)
    assert again.out.count("不变") == 3 and "新建" not in again.out
    assert install(root, "--project").out.count("改动") == 1
    assert json.loads((root / SCHEMA).read_text("utf-8")) == of_programme(root)
    assert pairing("validate", root, "--as-of", "2020-12-31").code == 0


def test_settings_that_are_there_stay(root: Path) -> None:
    mine = '{\r\n    // 本机\r\n    "files.eol": "\\n", // LF\r\n    "yaml.yamlVersion": "1.1",\r\n}\r\n'
    theirs = '{"recommendations": ["a.b"], "unwantedRecommendations": []}'
    top = root.parent
    write(top, {".vscode/settings.json": mine, ".vscode/extensions.json": theirs})
    install(root)
    text = (top / ".vscode" / "settings.json").read_bytes().decode()
    head = mine[: mine.rindex("}")].rstrip()
    assert text.startswith(head) and "方案/**/*.yaml" in text
    assert text.count("\r\n") == text.count("\n")
    text = (top / ".vscode" / "extensions.json").read_text("utf-8")
    assert json.loads(text)["recommendations"] == ["a.b", "redhat.vscode-yaml"]
    assert install(root).out.count("不变") == 3


def test_settings_that_cannot_be_read_are_left_alone_and_said(root: Path) -> None:
    for broken in ("{", "[]", '{"yaml.schemas": []}', b"\xff\xfe{"):
        write(root.parent, {".vscode/settings.json": broken})
        ran = install(root)
        data = broken if isinstance(broken, bytes) else broken.encode()
        assert (root.parent / ".vscode" / "settings.json").read_bytes() == data
        assert ran.code == 2 and "请自己加入" in ran.out and '"yaml.schemas"' in ran.out


def test_first_lines_lead_to_the_schema_from_every_folder(root: Path) -> None:
    write(root, {"a/b/log.yaml": LOG.replace("\n", "\r\n")})
    before = (root / "a" / "b" / "log.yaml").read_bytes()
    install(root, "--modelines")
    after = (root / "a" / "b" / "log.yaml").read_bytes()
    line, _, rest = after.partition(b"\r\n")
    assert rest == before
    target = line.decode().partition("$schema=")[2]
    assert (root / "a" / "b" / target).resolve() == (root / SCHEMA).resolve()
    assert install(root, "--modelines").out.count("不变") == 5


def test_options_that_would_do_nothing_are_refused(root: Path) -> None:
    assert pairing("schema", "--modelines").code == 2
    assert pairing("schema", root).code == 2
    assert pairing("schema", root, "--install", "-o", root / "x.json").code == 2
