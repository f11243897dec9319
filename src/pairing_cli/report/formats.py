"""Every format of reports, by its extension."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Render = Callable[[str, bytes, dict[str, Any]], bytes]


def _word() -> Render:
    from pairing_cli.report import word as writer

    return writer.render


def _excel() -> Render:
    from pairing_cli.report import excel as writer

    return writer.render


def _markdown() -> Render:
    from pairing_cli.report import markdown as writer

    return writer.render


def _html() -> Render:
    from pairing_cli.report import html as writer

    return writer.render


FORMATS: dict[str, Callable[[], Render]] = {
    "docx": _word,
    "xlsx": _excel,
    "md": _markdown,
    "html": _html,
}
"""Every format, by its extension; the office libraries load only when one is asked for."""

OFFICE = frozenset(["docx", "xlsx"])
"""The formats whose templates are office files."""
