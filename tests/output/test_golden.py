"""What people and machines see, as whole texts; ``pytest --update-golden`` rewrites them."""

from __future__ import annotations

import json
from collections.abc import Callable

import jsonschema
import pytest

from tests.command import pairing
from tests.programmes import GAOTAI, HERE, REPOSITORY

FAULTY = HERE / "cases" / "faulty"
EVERY_STATE = HERE / "cases" / "every-state"
Golden = Callable[[str, str], None]

COMMANDS = {
    "validate-zh-80.txt": ("validate", FAULTY, "--as-of", "2020-12-31", "--lang", "zh"),
    "validate-en-80.txt": ("validate", FAULTY, "--as-of", "2020-12-31", "--lang", "en"),
    "validate-color.txt": ("validate", FAULTY, "--as-of", "2020-12-31", "--color", "always"),
    "validate-concise.txt": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "concise"),
    "validate.json": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "json"),
    "validate-github.txt": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "github"),
    "validate.sarif": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "sarif"),
    "validate.xml": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "junit"),
    "validate-gitlab.json": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "gitlab"),
    "validate.md": ("validate", FAULTY, "--as-of", "2020-12-31", "-f", "markdown"),
    "quota-zh-80.txt": ("quota", GAOTAI, "--as-of", "2020-06-15", "--lang", "zh"),
    "quota-en-80.txt": ("quota", GAOTAI, "--as-of", "2020-06-15", "--lang", "en"),
    "quota-pairing.txt": ("quota", GAOTAI, "--as-of", "2020-12-31", "--pairing", "sanzhong"),
    "score-zh-80.txt": ("score", GAOTAI, "--as-of", "2020-12-18", "--lang", "zh"),
    "score-en-80.txt": ("score", GAOTAI, "--as-of", "2020-12-18", "--lang", "en"),
    "score-spring.txt": ("score", GAOTAI, "--as-of", "2020-12-18", "--term", "spring"),
    "score-pairing.txt": ("score", GAOTAI, "--as-of", "2020-12-18", "--pairing", "erzhong"),
    "score-explain-item.txt": (
        *("score", GAOTAI, "--as-of", "2020-12-18", "--pairing", "xijie", "--explain", "7"),
    ),
    "score-every-state.txt": ("score", EVERY_STATE, "--as-of", "2024-11-15", "--explain"),
    "score-every-state.json": ("score", EVERY_STATE, "--as-of", "2024-11-15", "-f", "json"),
    "report-list.txt": ("report", "list", "--lang", "zh"),
    "rules-zh.txt": ("rules", "--lang", "zh"),
    "rules-en.txt": ("rules", "--lang", "en"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_output(name: str, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("COLUMNS", "80" if "-80" in name else "120")
    arguments = [str(each).replace(f"{REPOSITORY}/", "") for each in COMMANDS[name]]
    ran = pairing(*arguments)
    assert ran.code in (0, 1), ran.err
    golden(name, ran.out)


FORMATS = ("json", "concise", "github", "sarif", "junit", "gitlab", "markdown")


def test_no_line_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "80")
    for arguments in COMMANDS.values():
        if {*FORMATS, "always"}.isdisjoint(map(str, arguments)):
            lines = pairing(*arguments).out.splitlines()
            assert [line for line in lines if cell_len(line) > 80] == []


FIGURE = {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}
FRACTION = {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"}
PLACES = {
    "type": "array",
    "items": {"type": "object", "required": ["file", "line"]},
}
SCORE = {
    "type": "object",
    "required": ["schema", "as_of", "units"],
    "properties": {
        "schema": {"const": "pairing.score/1"},
        "units": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/node"}},
    },
    "definitions": {
        "node": {
            "type": "object",
            "required": [
                *("id", "title", "state", "reason", "max", "earned", "lost", "open"),
                *("exact", "at", "children"),
            ],
            "properties": {
                **dict.fromkeys(("max", "earned", "lost", "open"), FIGURE),
                "reason": {"type": "string", "minLength": 1},
                "exact": {
                    "type": "object",
                    "required": ["earned", "lost", "open"],
                    "additionalProperties": FRACTION,
                },
                "at": PLACES,
                "children": {"type": "array", "items": {"$ref": "#/definitions/node"}},
            },
        }
    },
}
RANGE = {
    "type": "object",
    "required": ["min", "max"],
    "properties": {"min": {"type": "integer"}, "max": {"type": ["integer", "null"]}},
}
QUOTA = {
    "type": "object",
    "required": ["schema", "targets"],
    "properties": {
        "schema": {"const": "pairing.quota/1"},
        "targets": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/line"}},
    },
    "definitions": {
        "line": {
            "type": "object",
            "required": [
                *("id", "title", "scope", "unit", "target", "planned", "done", "remaining"),
                *("slack", "verdict", "children", "at"),
            ],
            "properties": {
                "target": RANGE,
                "planned": {"anyOf": [RANGE, {"type": "null"}]},
                "slack": {"anyOf": [RANGE, {"type": "null"}]},
                "done": {"type": "integer", "minimum": 0},
                "at": PLACES,
                "children": {"type": "array", "items": {"$ref": "#/definitions/line"}},
            },
        }
    },
}


@pytest.mark.parametrize(("command", "schema"), [("score", SCORE), ("quota", QUOTA)])
def test_json_keeps_its_shape(command: str, schema: dict[str, object]) -> None:
    ran = pairing(command, GAOTAI, "-f", "json", "--as-of", "2020-12-18")
    jsonschema.validate(json.loads(ran.out), schema)


def test_every_place_in_the_json_is_a_line_that_exists() -> None:
    document = json.loads(pairing("score", GAOTAI, "-f", "json").out)
    waiting = list(document["units"])
    checked = 0
    while waiting:
        node = waiting.pop()
        waiting += node["children"]
        for place in node["at"]:
            lines = (REPOSITORY / place["file"]).read_text("utf-8").splitlines()
            assert lines[place["line"] - 1].strip()
            checked += 1
    assert checked > 900
