"""Tags in a text: where each begins and ends, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pairing_cli.model.diagnostics import Message, say

_TAG = re.compile(
    r"\{\{(?P<value>(?:(?!\{\{|\{%).)*?)\}\}"
    r"|\{%(?P<block>(?:(?!\{\{|\{%).)*?)%\}"
    r"|\{#(?P<comment>.*?)#\}",
    re.DOTALL,
)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_PREFIX = re.compile(r"(?P<prefix>tr|tc|p|r)\s(?P<rest>.*)", re.DOTALL)
_WIDE = re.compile(r"[｛{][｛{％%]|[％%｝}][｝}]")
_APART = re.compile(r"\{[ \u3000\xa0]+[{%]")
_APART_END = re.compile(r"[%}][ \u3000\xa0]+\}")
_SINGLE = re.compile(r"(?<!\{)\{ *(?P<name>[A-Za-z_][\w.]*) *\}(?!\})")
_OPEN, _CLOSE = re.compile(r"\{\{|\{%"), re.compile(r"\}\}|%\}")
_HALF = str.maketrans("｛｝％", "{}%")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: ``{{ … }}`` or ``{% … %}``, its prefix as in ``{%tr``, what stands inside, and where."""

    block: bool
    prefix: str
    inside: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The statement that a block tag begins with."""
        found = re.match(r"\w+", self.inside)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Near:
    """What looks like a part of a tag and is none: a code, what is to be said, and where."""

    code: str
    message: Message
    start: int
    end: int


def tags(text: str, *, prefixes: bool) -> tuple[list[Tag], str]:
    """The tags of a text, and the text with each of them blanked out, so that places stay."""
    found, rest = [], list(_blank_raw(text))
    for match in _TAG.finditer("".join(rest)):
        rest[match.start() : match.end()] = " " * (match.end() - match.start())
        if match["comment"] is None:
            found.append(_tag(match, prefixes=prefixes))
    return found, "".join(rest)


def _blank_raw(text: str) -> str:
    return _RAW.sub(lambda match: " " * len(match[0]), text)


def _tag(match: re.Match[str], *, prefixes: bool) -> Tag:
    block = match["block"] is not None
    inside = _control(match["block"] if block else match["value"])
    prefixed = _PREFIX.fullmatch(inside) if prefixes else None
    prefix = prefixed["prefix"] if prefixed else ""
    plain = prefixed["rest"] if prefixed else inside
    return Tag(block, prefix, plain.strip(), match.start(), match.end())


def _control(inside: str) -> str:
    """What stands inside a tag without the marks at its ends that swallow line breaks."""
    return re.sub(r"^[-+]|[-+]$", "", inside)


def near_misses(rest: str, known: frozenset[str]) -> Iterator[Near]:
    """What is wrong with the braces that are left in a text beside its tags. One kind at a time."""
    wide = [found for found in _WIDE.finditer(rest) if found[0] != found[0].translate(_HALF)]
    if wide:
        first = wide[0]
        right = first[0].translate(_HALF)
        yield Near("W003", say("W003", found=first[0], right=right), first.start(), first.end())
        return
    apart = _APART.search(rest) or (_APART_END.search(rest) if _OPEN.search(rest) else None)
    if apart is not None:
        right = re.sub(r"\s", "", apart[0])
        yield Near("W004", say("W004", found=apart[0], right=right), apart.start(), apart.end())
        return
    yield from _half(rest)
    yield from _single(rest, known)


def _half(rest: str) -> Iterator[Near]:
    for pattern, key in ((_OPEN, "W005"), (_CLOSE, "W005.stray")):
        for found in pattern.finditer(rest):
            yield Near("W005", say(key, found=found[0]), found.start(), found.end())


def _single(rest: str, known: frozenset[str]) -> Iterator[Near]:
    for found in _SINGLE.finditer(rest):
        if found["name"].partition(".")[0] in known:
            right = f"{{{{ {found['name']} }}}}"
            said = say("W004.single", found=found[0], right=right)
            yield Near("W004", said, found.start(), found.end())
