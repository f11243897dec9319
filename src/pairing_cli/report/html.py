"""HTML, through Jinja templates with every value escaped: one page that needs nothing from outside.

The page may run no script and load nothing but what its template holds: a Content-Security-Policy
says so, with fingerprints of the scripts and styles as they stand in the template. One that holds a
tag of Jinja's has no fingerprint of what it becomes, and is not run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Any

from pairing_cli.report.context import context
from pairing_cli.report.faults import blame
from pairing_cli.report.sandbox import environment

_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_INLINE = r"<{0}>(.*?)</{0}>"


def render(label: str, template: bytes, facts: dict[str, Any]) -> bytes:
    """The page that a template makes of facts; TemplateError when it cannot."""
    with blame(label, "broken"):
        source = template.decode("utf-8").replace("\r\n", "\n")
    with blame(label):
        program = environment(autoescape=True).from_string(source)
        return _guarded(program.render(context(facts)), policy(source)).encode("utf-8")


def _guarded(page: str, allowed: str) -> str:
    """The page with its policy at the beginning of its head; ValueError where it has none.

    No value can open a head, because all of them are escaped.
    """
    head = _HEAD.search(page)
    if head is None:
        raise ValueError("no <head>")
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{escape(allowed)}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def policy(source: str) -> str:
    """What a page of this template may do: show its own styles and run its own scripts."""
    found = {
        directive: [_fingerprint(text) for text in re.findall(_INLINE.format(tag), source, re.S)]
        for directive, tag in (("style-src", "style"), ("script-src", "script"))
    }
    allowed = [f"{name} {' '.join(prints)}" for name, prints in found.items() if prints]
    nothing = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
    return "; ".join([*nothing, *allowed])


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
