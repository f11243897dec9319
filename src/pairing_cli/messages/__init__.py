"""Everything that is said to people, in Chinese and English, by key.

    text(say("T004", date=…, start=…, end=…), "zh")

A key is a code (``T004``), a code with a variant (``R013.none``), or a dotted name
(``score.late``). Facts are named; they may be dates, numbers, texts, places, further messages, or
tuples of these, which are joined as lists. Lines are put to places before, by whoever prints. Keys
and codes never change with the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from pairing_cli.messages import (
    commands,
    differences,
    editing,
    editor,
    exceptions,
    exchange,
    figures,
    foreign,
    forms,
    intake,
    office,
    official,
    personal,
    reports,
    schema,
    scores,
    surveys,
    syntax,
    templates,
    texts,
    typed,
    untrusted,
    words,
)
from pairing_cli.messages.entry import Entry, Guide
from pairing_cli.messages.rules import (
    evidence,
    judgements,
    names,
    parties,
    plans,
    quotas,
    rubrics,
    times,
)
from pairing_cli.model.diagnostics import Message, Value, say
from pairing_cli.model.figures import plain, rounded
from pairing_cli.model.places import At

LANGUAGES = ("zh", "en")

_JOIN = {"zh": "、", "en": ", "}
_MOST_LISTED = 8
_LISTED_WHOLE = frozenset({"allowed"})
"""Facts that are the format's own words: few enough to be listed, and no use unless all are.

A comma joins them in every language, for a line is broken at the blank behind it.
"""


PARTS = (
    words,
    syntax,
    schema,
    personal,
    names,
    times,
    parties,
    plans,
    evidence,
    rubrics,
    quotas,
    judgements,
    surveys,
    texts,
    figures,
    commands,
    scores,
    templates,
    differences,
    reports,
    forms,
    official,
    office,
    typed,
    exchange,
    foreign,
    intake,
    editing,
    untrusted,
    exceptions,
    editor,
)
"""The modules of the catalogue."""


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every message, by key."""
    found: dict[str, Entry] = {}
    for part in PARTS:
        found |= part.MESSAGES
    return found


@cache
def guides() -> Mapping[str, Guide]:
    """What each code guards and why, by code."""
    parts = (getattr(part, "GUIDES", {}) for part in PARTS)
    return {code: guide for part in parts for code, guide in part.items()}


def text(message: Message, language: str) -> str:
    """A message in a language; an unknown key reads as itself, so that nothing is ever hidden."""
    entry = catalogue().get(message.key)
    if entry is None:
        return message.key
    template = entry.zh if language == "zh" else entry.en
    return template.format_map(_Facts(message.facts, language))


def fix(message: Message, language: str) -> str:
    """What to do about a message; empty when the message says it all."""
    entry = catalogue().get(message.key)
    base = catalogue().get(message.key.partition(".")[0])
    for found in (entry, base):
        template = (found.fix_zh if language == "zh" else found.fix_en) if found else ""
        if template:
            return template.format_map(_Facts(message.facts, language))
    return ""


def sentence(message: Message, language: str) -> str:
    """What is wrong and what to do about it, in one line."""
    said, todo = text(message, language), fix(message, language)
    joint = "。" if language == "zh" else ". "
    return (
        f"{said}{joint}{todo}"
        if todo and said[-1:] not in "。？！.?!"
        else f"{said} {todo}".strip()
    )


def word(key: str, language: str, **facts: Value) -> str:
    """A message by its key and facts, in a language."""
    return text(say(key, **facts), language)


class _Fact(str):
    """A fact in a sentence. ``{days:day|days}`` adds the noun that its number asks for."""

    __slots__ = ()

    def __format__(self, nouns: str) -> str:
        one, _, more = nouns.partition("|")
        return f"{self} {one if self == '1' else more}" if nouns else str(self)


class _Facts(dict[str, str]):
    """Facts as they stand in a sentence; one that is missing reads as an ellipsis."""

    def __init__(self, facts: Mapping[str, Value], language: str) -> None:
        super().__init__(
            {
                name: _Fact(shown(value, language, whole=name in _LISTED_WHOLE))
                for name, value in facts.items()
            }
        )

    def __missing__(self, name: str) -> str:
        return "…"


def shown(value: Value | str, language: str, *, whole: bool = False) -> str:
    """A fact in a sentence: texts as they are, dates in ISO form, lists joined.

    Lists are cut after a few, unless ``whole``. A number whose decimals never end is rounded.
    """
    if isinstance(value, Message):
        return text(value, language)
    if isinstance(value, At):
        return value.file
    if isinstance(value, tuple):
        most = len(value) if whole else _MOST_LISTED
        listed = [shown(each, language) for each in value[:most]]
        if len(value) > most:
            listed.append(word("and-more", language, number=len(value) - most))
        return (_JOIN["en"] if whole else _JOIN[language]).join(listed)
    return _decimal(value) if isinstance(value, Fraction) else str(value)


def _decimal(value: Fraction) -> str:
    exact = plain(value)
    return rounded(value) if "/" in exact else exact
