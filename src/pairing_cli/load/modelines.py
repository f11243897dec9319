"""The first line of a YAML file that tells editors its schema, put in without touching anything else."""

from __future__ import annotations

import codecs
import re

_MODELINE = re.compile(
    rb"""\A(?:[ \t]*(?:\#[^\n]*)?\n)*?
    \#[ \t]+(?:yaml-language-server[ \t]*:[^\n]*?\$schema(?:=|:[ \t]*)|\$schema:[ \t]*)(?P<schema>\S+)""",
    re.VERBOSE,
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def with_modeline(data: bytes, schema: str) -> bytes | None:
    """A file's bytes with the line that names its schema.

    Args:
        data: The file. Its line ends, its byte order mark and all else stay as they are.
        schema: The schema's path as seen from the file's folder, without blanks.

    Returns:
        The bytes, in which a line that named another schema names this one; None for a file in UTF-16.
    """
    if data.startswith(_WIDE) or b"\0" in data[:4]:
        return None
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data[len(mark) :]
    found = _MODELINE.match(text)
    if found is not None:
        return mark + text[: found.start("schema")] + schema.encode() + text[found.end("schema") :]
    first = text.partition(b"\n")[0]
    line_end = b"\r\n" if first.endswith(b"\r") else b"\n"
    return mark + f"# yaml-language-server: $schema={schema}".encode() + line_end + text
