"""Where what was found out about a programme is kept between runs, and when it is not."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pairing_cli.load.cache import Cache
    from pairing_cli.load.programme import Loaded
    from pairing_cli.model.diagnostics import Diagnostic

NO_CACHE = "PAIRING_NO_CACHE"
"""The variable of the environment that forbids keeping anything."""


def cache_of(root: Path) -> Cache | None:
    """The cache of a programme's folder; None where nothing may be kept, or there is no place for it.

    It stands outside the programme, so that nobody's pull request can bring one along.
    """
    folder = None if os.environ.get(NO_CACHE) else _folder(os.environ, sys.platform)
    if folder is None:
        return None
    from pairing_cli.load.cache import Cache
    from pairing_cli.load.tool import tool

    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:32]
    return Cache(folder / f"{name}.json", tool())


def _folder(environment: Mapping[str, str], platform: str) -> Path | None:
    """The user's own folder for what can be made anew; None where there is none."""
    home = environment.get("HOME")
    named = {"win32": environment.get("LOCALAPPDATA"), "darwin": home and f"{home}/Library/Caches"}
    usual = named.get(platform, home and f"{home}/.cache")
    base = Path(environment.get("XDG_CACHE_HOME") or usual or "")
    return base / "pairing-cli" if base.is_absolute() else None


def checked(loaded: Loaded, today: date, cache: Cache | None) -> tuple[Diagnostic, ...]:
    """What the rules find; what is known from earlier runs is not looked for again."""
    from pairing_cli.rules import OF_RECORDS, RULES, check

    if cache is None:
        return check(loaded.repository, RULES, today)
    found = check(loaded.repository, RULES, today, cache.known(loaded, today))
    cache.learn((each for each in found if each.code in OF_RECORDS), loaded, today)
    return found
