"""The first line of a new file: where editors find the schema, as another file of the programme says."""

from __future__ import annotations

import posixpath
import re

_SCHEMA = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)


def header(path: str, other: str, text: str) -> str:
    """The header of a new file.

    Args:
        path: Where the new file is to stand, seen from the programme's folder.
        other: Where another file stands.
        text: What that one holds.

    Returns:
        The line by which editors find the schema; nothing where the other file has none.
    """
    found = _SCHEMA.search(text)
    if found is None:
        return ""
    schema = found[1]
    if "://" not in schema and not schema.startswith("/"):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(other), schema))
        schema = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"# yaml-language-server: $schema={schema}\n"
