"""Markdown, through Jinja templates. Every value is escaped so that it stays inside its cell."""

from __future__ import annotations

import re
from typing import Any

from pairing_cli.report.context import context
from pairing_cli.report.faults import blame
from pairing_cli.report.marks import ABOVE
from pairing_cli.report.sandbox import environment

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#|~!])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(value: Any) -> str:
    """A value as Markdown shows it, and nothing but that: no tags, links, table cells or marks.

    A line break becomes ``<br>``; the mark for "as above" an empty text, since tables in Markdown
    have no merged cells.
    """
    text = str(value)
    if text == ABOVE:
        return ""
    for letter, entity in _ENTITIES.items():
        text = text.replace(letter, entity)
    text = _SPECIAL.sub(r"\\\1", text).replace("@", "&#64;")
    return "<br>".join(line.strip() for line in text.splitlines())


def render(label: str, template: bytes, facts: dict[str, Any]) -> bytes:
    """The text that a template makes of facts; TemplateError when it cannot."""
    with blame(label, "broken"):
        source = template.decode("utf-8")
    with blame(label):
        program = environment(autoescape=False, finalize=escape).from_string(source)
        return program.render(context(facts)).encode("utf-8")
