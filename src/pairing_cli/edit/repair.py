"""A file put right as far as that leaves no doubt: encoding, line ends, slips, values, names of fields.

repaired("log.yaml", data, names=True).data
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pairing_cli.edit.apply import apply
from pairing_cli.edit.edits import Edit, EditError, Rename
from pairing_cli.edit.encode import to_utf8
from pairing_cli.edit.slips import INVISIBLE, mended
from pairing_cli.edit.tidy import tidied
from pairing_cli.edit.values import Fix, value_fixes
from pairing_cli.load.decode import Decoded, decode
from pairing_cli.load.events import Parsed, parse
from pairing_cli.model.diagnostics import Diagnostic
from pairing_cli.model.places import TOP

ROUNDS = 5
"""How often values are looked at again: a record whose field has its right name shows what else is wrong."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file's bytes after mending, what was put right, with its place, and whether it can be read now."""

    data: bytes
    found: tuple[Diagnostic, ...] = ()
    readable: bool = True


def repaired(file: str, data: bytes, *, names: bool, encode: bool = False) -> Repaired:
    """A file with everything put right whose message says what was meant.

    Args:
        file: Its path inside the programme.
        data: Its bytes.
        names: Whether fields whose names are misspelt are renamed too.
        encode: Whether a file in another encoding is put into UTF-8.

    Returns:
        The bytes, in UTF-8 with LF line ends; as they were where nothing can be done.
    """
    found: list[Diagnostic] = []
    encoded = to_utf8(data) if encode else None
    if encoded is not None:
        found += [each.diagnostic(file) for each in decode(data).troubles]
        data = encoded.data
    decoded = _visible(data)
    if decoded.text is None:
        return Repaired(data, tuple(found), readable=False)
    found += [each.diagnostic(file) for each in decoded.troubles if each.code in _MENDED]
    slips = mended(decoded.text)
    found += [each.diagnostic(file) for each in slips.troubles]
    text = slips.text
    for _ in range(ROUNDS):
        text, fixes = _valued(file, text, names=names)
        found += fixes
        if not fixes:
            break
    parsed = parse(text)
    readable = not parsed.fatal and isinstance(parsed.data, (dict, type(None)))
    return Repaired(text.encode("utf-8"), tuple(found), readable)


_MENDED = frozenset({"F007", "F008", "F009"})


def formatted(file: str, data: bytes, *, encode: bool = False) -> Repaired:
    """A file in the house layout, with slips of its syntax and spellings of its values put right."""
    found = repaired(file, data, names=False, encode=encode)
    if not found.readable:
        return found
    return replace(found, data=tidied(found.data.decode("utf-8")).encode("utf-8"))


def _visible(data: bytes) -> Decoded:
    """A file's text; where only characters that take no room keep it from being read, without them."""
    decoded = decode(data)
    refused = [each for each in decoded.troubles if each.code == "F009"]
    if decoded.text is not None or not refused:
        return decoded
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    bare = INVISIBLE.sub("", data[len(mark) :].decode("utf-8"))
    again = decode(mark + bare.encode("utf-8"))
    troubles = (*(each for each in decoded.troubles if each.code in _MENDED), *again.troubles)
    return decoded if again.text is None else Decoded(again.text, troubles)


def _valued(file: str, text: str, *, names: bool) -> tuple[str, list[Diagnostic]]:
    """A text with values put right, and which."""
    data = parse(text)
    if data.fatal or data.dropped or not isinstance(data.data, dict):
        return text, []
    fixes = value_fixes(file, data.data, names=names)
    if not fixes:
        return text, []
    parsed = parse(text, places=True)
    try:
        return apply(text, _sorted(fixes)), [placed(each.found, parsed) for each in fixes]
    except EditError:
        return _one_by_one(text, fixes, parsed)


def _one_by_one(text: str, fixes: list[Fix], parsed: Parsed) -> tuple[str, list[Diagnostic]]:
    """Edits of which some cannot be made, such as in a record that has the same field twice."""
    done = []
    for fix in fixes:
        try:
            text = apply(text, [fix.edit])
        except EditError:
            continue
        done.append(placed(fix.found, parsed))
        if isinstance(fix.edit, Rename):
            break
    return text, done


def _sorted(fixes: Iterable[Fix]) -> list[Edit]:
    """Values first, then names of fields from the inside out, so that every route still leads there."""
    edits = [fix.edit for fix in fixes]
    return sorted(edits, key=lambda edit: (isinstance(edit, Rename), -len(edit.route)))


def placed(found: Diagnostic, parsed: Parsed) -> Diagnostic:
    """A diagnostic with its place in the text, which is about to change."""
    spans = parsed.keys if found.at.key else parsed.values
    return replace(found, span=spans.get(found.at.route, TOP))
