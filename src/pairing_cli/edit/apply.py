"""Edits of a file that leave every other byte alone, and are looked at before they count.

    edited(data, [Append(("activities",), {...})]) -> data

The places of what is changed are found once, for all edits together; what comes out is read again and
must say what was meant.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Any

from pairing_cli.edit.edits import Edit, EditError, meaning
from pairing_cli.edit.emit import document
from pairing_cli.edit.layout import Layout
from pairing_cli.edit.splice import Splice, spliced, splices
from pairing_cli.edit.twigs import grown
from pairing_cli.load.decode import decode
from pairing_cli.load.events import parse
from pairing_cli.load.nodes import Node, compose

_LINE_END = re.compile(r"\r\n|\r|\n")


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's bytes after edits.

    Args:
        data: The bytes of a file that `load` can read; there may be none.
        edits: What is to be done, one after the other.

    Returns:
        The bytes, of which only those differ that the edits concern: a byte order mark, line ends,
        comments, blanks and quotes stay. New lines end as most of the others do.

    Raises:
        EditError: The file cannot be read, an edit does not fit it, or the result would say something
            else; nothing is to be written then.
    """
    text = decode(data).text
    if text is None:
        raise EditError("unreadable")
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    original = data[len(mark) :].decode("utf-8")
    found = changes(text, _meant(text, edits))
    return mark + spliced(original, list(_moved(original, found))).encode("utf-8")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with LF line ends after edits, as `edited`."""
    return rewritten(text, _meant(text, edits))


def _meant(text: str, edits: Iterable[Edit]) -> Any:
    before = parse(text)
    if before.fatal or before.dropped:
        raise EditError("unreadable")
    return meaning(before.data, edits)


def rewritten(text: str, data: Any) -> str:
    """A text changed so that it means other data, and in nothing else."""
    return spliced(text, changes(text, data))


def changes(text: str, data: Any) -> list[Splice]:
    """The splices by which a text means other data; EditError when they would not do."""
    root = compose(text)
    found = _first(text, data) if root is None or root.is_null else _changed(text, root, data)
    after = parse(spliced(text, found))
    if after.fatal or after.data != data:
        raise EditError("the result would say something else")
    return found


def _changed(text: str, root: Node, data: Any) -> list[Splice]:
    layout = Layout(text)
    twig = grown(root, data)
    if twig.place is root and twig.node is None:
        raise EditError("nothing stays")
    found = splices(layout, twig, layout.style(root))
    return [each for each in found if each.text or each.start != each.end]


def _first(text: str, data: dict[str, Any]) -> list[Splice]:
    """Data behind a text that holds comments at most."""
    if not data:
        return []
    lead = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return [Splice(len(text), len(text), lead + document(data))]


def _moved(original: str, found: Iterable[Splice]) -> Iterable[Splice]:
    """Splices of a text with LF line ends, moved to where they belong in one with other line ends."""
    ends = list(_LINE_END.finditer(original))
    longer = [end.start() - number for number, end in enumerate(e for e in ends if len(e[0]) == 2)]
    usual = Counter(end[0] for end in ends).most_common(1)
    newline = usual[0][0] if usual else "\n"
    for start, end, text in found:
        first, last = (offset + bisect_left(longer, offset) for offset in (start, end))
        yield Splice(first, last, text.replace("\n", newline))
