"""Every format of findings, by the name it has on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pairing_cli.output.annotations import as_github
from pairing_cli.output.findings import Checked, Placed, as_concise, as_json, as_text
from pairing_cli.output.gitlab import as_gitlab
from pairing_cli.output.junit import as_junit
from pairing_cli.output.markdown import as_markdown
from pairing_cli.output.sarif import as_sarif
from pairing_cli.output.screen import Screen

Format = Callable[[Sequence[Placed], Checked, Screen], str]

FORMATS: dict[str, Format] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
    "gitlab": as_gitlab,
    "markdown": as_markdown,
}

OF_THE_REPOSITORY = frozenset({"github", "sarif", "junit", "gitlab", "markdown"})
"""Formats that name files as from the top of the repository, wherever the command was typed."""
