"""Names as clerks type them: several in a cell, padded, shortened, with remarks, misspelt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pairing_cli.model.base import Record
from pairing_cli.model.diagnostics import Message, say
from pairing_cli.model.repository import Entry, Index, plain_name
from pairing_cli.model.typed.plain import SHOWN, Typed, half_width, read_text, trouble

_HARD = re.compile(r"[、，,;；/|\n]+")
_PARTS = "\0"
_OPENING, _CLOSING = "(（[【〔", ")）]】〕"
_NUMBERED = re.compile(r"(?:(?<=\s)|^)[(（]?[0-9０-９]{1,2}[.．、)）](?=\s*[^\s0-9０-９])")
_REMARK = re.compile(r"^(.*?)\s*[(（\[【〔]([^()（）\[\]【】〔〕]*)[)）\]】〕]$", re.DOTALL)
_AND_OTHERS = re.compile(
    r"等\s*(?:共?\s*[0-9０-９一二三四五六七八九十]+\s*[人名位所个校]|人|同志|老师)?$"
)
_PLACE = re.compile(r".*[省市县区镇乡村州盟旗]")
_WHERE = re.compile(r"^.{2,6}?[省市县区](?=.{2})")
_FAMILY = re.compile(r"及(?:各|其|所属|下属|所辖).{0,4}(?:校区|教学点|分校|小学)$")
_CHINESE = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")
_NEAR = 0.7
"""How alike a misspelt name has to be, to be suggested."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and what stood behind it in brackets."""

    name: str
    remark: str = ""


def read_several(
    value: Typed, known: Callable[[str], bool] = lambda _: False
) -> tuple[Named, ...] | Message:
    """The names in a cell; none where it is blank.

    They are parted by 、 ， , ; / and line ends, and by blanks, unless these pad a name of two letters
    (屈  锋) or ``known`` says that the whole is a name.
    """
    text = read_text(value) or ""
    text = _NUMBERED.sub("\n", text)
    pieces = [piece.strip() for piece in _parted(text)]
    found: list[Named] = []
    for piece in filter(None, pieces):
        if _AND_OTHERS.search(piece) and not known(piece):
            return trouble("names-others", value)
        names = [piece] if known(_bare(piece).name) else _by_blanks(piece)
        if names is None:
            return trouble("names-blanks", value)
        found += map(_bare, names)
    return tuple(dict.fromkeys(found))


def _parted(text: str) -> list[str]:
    """A text in pieces; what stands in brackets is not parted."""
    depth, letters = 0, []
    for letter in text:
        depth += (letter in _OPENING) - (letter in _CLOSING and depth > 0)
        letters.append(_PARTS if depth == 0 and _HARD.fullmatch(letter) else letter)
    if depth:
        return _HARD.split(text)
    return "".join(letters).split(_PARTS)


def _bare(piece: str) -> Named:
    found = _REMARK.match(piece)
    if found is None or not found[1].strip():
        return Named(_unpadded(piece))
    return Named(_unpadded(found[1]), found[2].strip())


def _unpadded(name: str) -> str:
    """A name without the blanks that pad it: 屈  锋."""
    parts = name.split()
    return "".join(parts) if _CHINESE.search(name) else " ".join(parts)


def _by_blanks(piece: str) -> list[str] | None:
    """The names in a piece that blanks part; None where it is open what they part."""
    named = _REMARK.match(piece)
    words = piece.split() if named is None else [*named[1].split()]
    if not words or not all(_CHINESE.fullmatch(word[0]) for word in words):
        return [piece]
    found, single = [], ""
    for word in words:
        if len(word) > 1 and not single:
            found.append(word)
        elif len(word) == 1 and single:
            found.append(single + word)
            single = ""
        elif len(word) == 1:
            single = word
        else:
            return None
    if single or not found:
        return [piece] if len(words) == 1 else None
    return found if named is None else [*found[:-1], f"{found[-1]}（{named[2]}）"]


# the registry


def match(name: str, index: Index[Record], *, short: bool = True) -> str | Message:
    """The key of the record that a typed name means.

    By any of its names as people read them; with ``short``, also by a part of one that no other has,
    and with or without the place before it (西街小学, 高台县西街小学). Of people only whole names are
    taken. A misspelt name is a problem that says which is near; one that several bear, one that names
    them.
    """
    found = index.find(name)
    if found is not None:
        return found.key
    same = index.candidates(name)
    if not same and short:
        same = _shortened(name, index)
    if len(same) == 1:
        return same[0].key
    if same:
        return _trouble("name-several", name, candidates=tuple(entry.key for entry in same))
    return _unknown(name, index)


def match_all(
    value: Typed, index: Index[Record], *, short: bool = True
) -> tuple[tuple[str, ...], tuple[Message, ...]]:
    """The keys of the records that the names in a cell mean, and what is wrong with the others."""
    names = read_several(value, index.knows)
    if isinstance(names, Message):
        return (), (names,)
    found = [match(each.name, index, short=short) for each in names]
    keys = tuple(dict.fromkeys(each for each in found if isinstance(each, str)))
    return keys, tuple(each for each in found if isinstance(each, Message))


def _shortened(name: str, index: Index[Record]) -> tuple[Entry[Record], ...]:
    """The records of which a name is a part, or which it names with a place before it."""
    wanted = _FAMILY.sub("", plain_name(name))
    if wanted != plain_name(name) and index.candidates(wanted):
        return index.candidates(wanted)
    if len(wanted) < 2:
        return ()
    for fits in (_ends, _placed, _inside):
        found = {id(entry): entry for entry in index if _any(fits, wanted, entry.names)}
        if found:
            return tuple(found.values())
    return ()


def _any(fits: Callable[[str, str], bool], wanted: str, names: Iterable[str]) -> bool:
    return any(fits(wanted, plain_name(name)) for name in names)


def _ends(wanted: str, known: str) -> bool:
    """西街小学 for 高台县西街小学: only a place is left out."""
    return known.endswith(wanted) and _PLACE.fullmatch(known.removesuffix(wanted)) is not None


def _placed(wanted: str, known: str) -> bool:
    """高台县西街小学 for 西街小学: only a place is added."""
    return wanted.endswith(known) and _PLACE.fullmatch(wanted.removesuffix(known)) is not None


def _inside(wanted: str, known: str) -> bool:
    return wanted in known


def _unknown(name: str, index: Index[Record]) -> Message:
    whole = {plain_name(other): other for other in index.names}
    known = {_WHERE.sub("", plain): other for plain, other in whole.items()} | whole
    near = get_close_matches(plain_name(name), list(known), n=1, cutoff=_NEAR)
    if near:
        return _trouble("name-near", name, meant=known[near[0]])
    return _trouble("name", name)


def _trouble(key: str, name: str, **facts: str | tuple[str, ...]) -> Message:
    return say(f"typed.{key}", value=half_width(name).strip()[:SHOWN], **facts)
