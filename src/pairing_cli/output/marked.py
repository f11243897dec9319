"""Texts from people's files, made safe for Markdown that a forge renders.

Every mark that means something in the middle of a line becomes an entity, so that nothing is read as
Markdown, HTML or an address; and the whole stands in ``<code>``, so that forges link no name or number
in it, and notify nobody. Such a text never begins a line.
"""

from __future__ import annotations

import re

from pairing_cli.output.sanitize import clean

_MARK = re.compile(r"[!\"#$&'*:<>@\[\\\]^_`{|}~]|(?<=www)\.", re.IGNORECASE)

COMMENT = 60_000
"""Characters of a comment: GitHub takes 65,536, GitLab more."""


def code(text: str) -> str:
    """A text as inline code; nothing where it is empty."""
    return f"<code>{escaped(text)}</code>" if text else ""


def escaped(text: str) -> str:
    """A text in one line in which nothing is Markdown or HTML."""
    return _MARK.sub(_entity, clean(text))


def _entity(found: re.Match[str]) -> str:
    """A mark as an entity; forges look for mail addresses behind entities too, so those are broken."""
    spelt = f"&#{ord(found[0])};"
    return f"{spelt}&#8203;" if found[0] == "@" else spelt
