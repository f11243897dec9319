"""A model of what runners and forges read: commands in logs, files of outputs, JUnit, code quality.

Made after the published sources and documents of the runner of GitHub (both syntaxes of commands), and of
GitLab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as Xml

COMMANDS = frozenset(
    [
        *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "echo"),
        *("set-env", "set-output", "add-path", "save-state", "add-matcher", "remove-matcher"),
        *("stop-commands", "internal-set-repo-path"),
    ]
)


@dataclass(frozen=True)
class Command:
    """A command that a runner found in a log: its name, its properties, and what follows."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def commands(log: str) -> list[Command]:
    """What a runner does on reading a log, line by line."""
    return list(_commands(log))


def _commands(log: str) -> Iterator[Command]:
    for line in re.split(r"\r\n|\r|\n", log):
        found = _second(line) or _first(line)
        if found is not None and found.name.lower() in COMMANDS:
            yield found


def _second(line: str) -> Command | None:
    """``::name key=value,key=value::data``, after blanks at the beginning of a line."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, _, data = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    return Command(name, _pairs(rest, ",", (":", "%3A"), (",", "%2C")), _unescaped(data))


def _first(line: str) -> Command | None:
    """``##[name key=value;key=value]data``, anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, rest = line[start + 3 : end].partition(" ")
    return Command(name, _pairs(rest, ";", (";", "%3B"), ("]", "%5D")), line[end + 1 :])


def _pairs(text: str, separator: str, *escapes: tuple[str, str]) -> dict[str, str]:
    found = dict(part.strip().split("=", 1) for part in text.split(separator) if "=" in part)
    return {name: _unescaped(value, *escapes) for name, value in found.items()}


def _unescaped(text: str, *escapes: tuple[str, str]) -> str:
    for sign, spelt in (("\r", "%0D"), ("\n", "%0A"), *escapes, ("%", "%25")):
        text = text.replace(spelt, sign)
    return text


def outputs(text: str) -> dict[str, str]:
    """What a runner reads in a file of outputs or variables: ``name=value`` and heredocs."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        if not line:
            continue
        equals, heredoc = line.find("="), line.find("<<")
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            found[line[:equals]] = line[equals + 1 :]
            continue
        name, _, end = line.partition("<<")
        assert name and end, line
        held = []
        for inner in lines:
            if inner == end:
                break
            held.append(inner)
        else:
            raise AssertionError(f"no end of {name}")
        found[name] = "\n".join(held)
    return found


@dataclass
class Suite:
    """A JUnit report as GitLab keeps it: tests by class, name and file; the first of equals counts."""

    passed: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)


def suite(report: str) -> Suite:
    """Read a JUnit report as GitLab does."""
    found = Suite()
    seen: set[tuple[str, str, str]] = set()
    for case in Xml.fromstring(report).iter("testcase"):
        key = (case.get("classname", ""), case.get("name", ""), case.get("file", ""))
        assert all(key), "a test without class, name or file is not shown"
        assert key not in seen, "shown only once"
        seen.add(key)
        failure = case.find("failure")
        if failure is None:
            found.passed.add(key[1])
        else:
            found.failed[key[1]] = failure.text or ""
    return found


CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab documents of a code quality report."""
