"""A published result, read again from its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pairing_cli.load import limits
from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from pairing_cli.load.tree import TooLargeError, read_regular
from pairing_cli.load.veil import Veil
from pairing_cli.model.published import Published

MARK = b"pairing.published/1"
"""What stands in every file that holds a published result."""


def read_published(path: Path, veil: Veil | None = None) -> Published | None:
    """A published result; None when the file holds none. OSError when it cannot be opened.

    ``veil`` hides what it hides in the programme.
    """
    try:
        return parse_published(path.name, read_regular(path, limits.PUBLISHED_BYTES), veil)
    except TooLargeError:
        return None


def parse_published(name: str, content: bytes, veil: Veil | None = None) -> Published | None:
    """The published result in a file of a name; None when it holds none."""
    text = decode(content, veil=veil or Veil()).text
    data = None if text is None else _data(name, text)
    try:
        return Published.model_validate(data)
    except ValidationError:
        return None


def _data(name: str, text: str) -> Any:
    if not name.lower().endswith(".json"):
        parsed = parse(text)
        return None if parsed.fatal else parsed.data
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
