"""Which language people are spoken to in: asked for, set for the machine, the programme's, the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum

from pairing_cli.messages import word


class Language(StrEnum):
    """The languages of the catalogue."""

    ZH = "zh"
    EN = "en"


def by_locale(environment: Mapping[str, str]) -> str | None:
    """The language of the locale: Chinese if it is, else English; None when it names no language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "").partition(".")[0].lower()
        if value:
            return None if value in ("c", "posix") else "zh" if value.startswith("zh") else "en"
    return None


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """What ``--lang`` or ``PAIRING_LANG`` say; None when neither says anything usable."""
    found = [environment.get("PAIRING_LANG", "")]
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            found.append(arguments[number + 1])
        elif argument.startswith("--lang="):
            found.append(argument.removeprefix("--lang="))
    return next((each for each in reversed(found) if each in set(Language)), None)


HELP = asked_for(sys.argv[1:], os.environ) or by_locale(os.environ) or Language.EN.value
"""The language of help texts, which are made before a programme is known."""


def help_text(key: str) -> str:
    """A help text in that language."""
    return word(f"help.{key}", HELP)


def metavar(key: str) -> str:
    """What stands in a help text for a value; in brackets where it may be left out."""
    bare = key.strip("[].")
    return key.replace(bare, word(f"metavar.{bare}", HELP))
