"""Bytes → text: YAML is UTF-8 and nothing else, with a helpful word for what else people save.

Encodings are never guessed into the records. A file that is not UTF-8 is named for what it most likely
is and left out, so that one wrong character never gets into a score. Tables come from spreadsheets, on
Chinese systems in GB18030; every word in them that counts must be known from the records.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pairing_cli.load import limits
from pairing_cli.load.slips import named
from pairing_cli.load.trouble import Trouble, place_of, spot
from pairing_cli.load.veil import Veil

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that no text may hold: controls, invisible ones, and those that turn text around."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text (None when it cannot be used) and what was found on the way."""

    text: str | None
    troubles: tuple[Trouble, ...] = ()


def decode(data: bytes, file: str = "", veil: Veil | None = None) -> Decoded:
    """The text of a YAML file's bytes, with LF line ends.

    With a veil, what identifies people is masked, and said; ``file`` is the path, by which the veil knows
    what may stand in it. Only who writes the text back reads it without one.
    """
    troubles = []
    if data.startswith(codecs.BOM_UTF8):
        troubles.append(Trouble("F007"))
        data = data[len(codecs.BOM_UTF8) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_utf8(data, error),))
    if "\0" in text and _looks_utf16(data):
        return Decoded(None, (Trouble("F005"),))
    if "\r" in text:
        troubles.append(Trouble("F008", variant=_line_ends(text)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = _control_characters(text)
    text, personal = veil.over(text, file) if veil else (text, [])
    return Decoded(None if refused else text, (*troubles, *refused, *personal))


def decode_table(data: bytes, file: str = "", veil: Veil | None = None) -> Decoded:
    """The text of a CSV file's bytes as `decode` gives it: UTF-8, with or without BOM, or GB18030.

    That is what spreadsheets save. Whoever is named in another encoding is known to nobody, so that
    bytes read by the wrong one are found out.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_UTF16) or (b"\0" in data and _looks_utf16(data)):
        return Decoded(None, (Trouble("F005", variant="table"),))
    try:
        text = _table_text(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Decoded(None, (Trouble("F006", spot(line, 1), variant="table"),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refused = _control_characters(text)
    text, personal = veil.over(text, file) if veil else (text, [])
    return Decoded(None if refused else text, (*refused, *personal))


def _table_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise
        return data.decode("gb18030")


def _line_ends(text: str) -> str:
    """The wording for the line ends of a text that has a CR: CRLF only, CR only, or both."""
    if "\r\n" not in text:
        return "cr"
    return "mixed" if text.count("\r") > text.count("\r\n") else ""


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Trouble:
    if data.startswith(_UTF16) or _looks_utf16(data):
        return Trouble("F005")
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data":
        return Trouble("F006", spot(line, 1), variant="cut")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Trouble("F006", spot(line, 1), {"offset": error.start})
    return Trouble("F004", spot(line, 1))


def _looks_utf16(data: bytes) -> bool:
    """Whether every second byte of the beginning is zero, as in UTF-16 of mostly ASCII text."""
    head = data[:200]
    return len(head) >= 4 and max(head[0::2].count(0), head[1::2].count(0)) * 4 >= len(head)


def _control_characters(text: str) -> list[Trouble]:
    found = []
    for match in REFUSED.finditer(text):
        line, column = place_of(text, match.start())
        found.append(Trouble("F009", spot(line, column), {"character": named(match[0])}))
        if len(found) == limits.TROUBLES:
            break
    return found
