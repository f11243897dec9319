"""Findings → a JUnit report, as GitLab, Jenkins and Gitee show it: a file is a test, which passes or fails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from pairing_cli.output.findings import Checked, Placed, summary, worst
from pairing_cli.output.sanitize import clean, unbracketed
from pairing_cli.output.screen import Screen

MOST_REPORTED = 10_000
"""Findings of a report; with the words of each it stays within the 30 MB that GitLab reads."""

_CLASS = "pairing.validate"


def as_junit(found: Sequence[Placed], checked: Checked, screen: Screen) -> str:
    """A test for each file; one with findings by which the check fails has failed."""
    kept = worst(found, MOST_REPORTED)
    of_file: dict[str, list[Placed]] = defaultdict(list, {path: [] for path in checked.paths})
    for each in kept:
        of_file[each.path].append(each)
    failed = [path for path, each in of_file.items() if _failing(each, checked)]
    counts = {"tests": str(len(of_file)), "failures": str(len(failed)), "errors": "0"}
    suites = Xml.Element("testsuites", {"name": "pairing", **counts})
    suite = Xml.SubElement(suites, "testsuite", {"name": _CLASS, **counts})
    for path in sorted(of_file):
        _case(suite, path, of_file[path], checked)
    said = summary(found, checked, screen)
    if len(kept) < len(found):
        said += " " + screen.say("findings.more", number=len(found) - len(kept))
    Xml.SubElement(suite, "system-out").text = said
    Xml.indent(suites)
    made = Xml.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{unbracketed(made)}\n'


def _failing(found: Sequence[Placed], checked: Checked) -> list[Placed]:
    return [each for each in found if each.severity in checked.failing]


def _case(suite: Xml.Element, path: str, found: Sequence[Placed], checked: Checked) -> None:
    """A file: what makes it fail as its failure, the rest as what it printed."""
    name = clean(path)
    case = Xml.SubElement(suite, "testcase", classname=_CLASS, name=name, file=name)
    failing = _failing(found, checked)
    if failing:
        first = f"{failing[0].code} {failing[0].message}"
        failure = Xml.SubElement(case, "failure", message=first, type=failing[0].code)
        failure.text = _listed(failing)
    passing = [each for each in found if each.severity not in checked.failing]
    if passing:
        Xml.SubElement(case, "system-out").text = _listed(passing)


def _listed(found: Sequence[Placed]) -> str:
    """Each finding in a line that begins with a dash, so that no line is a command to a runner."""
    return "\n" + "".join(
        f"- {each.where}: {each.severity} {each.code} {each.said}\n" for each in found
    )
