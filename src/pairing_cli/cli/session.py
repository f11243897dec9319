"""What every command needs: the programme meant, the day, the language, the screen, the output."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pairing_cli.cli.cached import checked
from pairing_cli.cli.files import lock_of, write_bytes
from pairing_cli.cli.language import HELP, Language, asked_for, by_locale
from pairing_cli.cli.streams import aside, calmed
from pairing_cli.messages import word
from pairing_cli.model.dates import parse_day
from pairing_cli.model.diagnostics import Value
from pairing_cli.model.privacy import mask_lines
from pairing_cli.model.system import why

if TYPE_CHECKING:
    from pairing_cli.cli.untrusted import Ground
    from pairing_cli.load.cache import Cache
    from pairing_cli.load.programme import Loaded
    from pairing_cli.load.tree import Tree
    from pairing_cli.model.diagnostics import Diagnostic
    from pairing_cli.model.identity import Identities
    from pairing_cli.model.sifted import Sifted
    from pairing_cli.output.places import Places
    from pairing_cli.output.screen import Screen

CHINA = timezone(timedelta(hours=8))
"""Where the days of these programmes begin; China has had no summer time since 1992."""

PIPE_WIDTH = 120
"""Columns when the output goes to no terminal and COLUMNS does not say."""


class Refusal(Exception):
    """The command cannot be carried out as given: worded, printed as one sentence, exit 2."""

    def __init__(self, key: str, **facts: Value) -> None:
        """Refuse with a message of the catalogue."""
        super().__init__(key)
        self.key = key
        self.facts = facts
        self.language: str | None = None
        """The programme's, where it is known by then and nobody asked for another."""


@contextmanager
def refusing_in(language: str) -> Iterator[None]:
    """Let what is refused meanwhile be said in a language: that of the programme, which is known by now."""
    try:
        yield
    except Refusal as refusal:
        refusal.language = language
        raise


@dataclass(frozen=True, slots=True)
class Settings:
    """The common options of a command."""

    language: str | None = None
    as_of: str | None = None
    color: str = "auto"
    output: Path | None = None
    quiet: bool = False

    @property
    def today(self) -> date:
        """The day that counts as today: ``--as-of``, or the day it is in China."""
        if self.as_of is None:
            return datetime.now(CHINA).date()
        try:
            return parse_day(self.as_of)
        except ValueError:
            raise Refusal("refuse.day", value=self.as_of) from None

    def speak(self, programme: str | None = None) -> str:
        """The language, given that of the programme."""
        asked = self.language or asked_for((), os.environ)
        return asked or programme or by_locale(os.environ) or Language.EN.value

    def screen(self, language: str) -> Screen:
        """The screen that the result is made for."""
        from pairing_cli.output.screen import Screen

        return Screen(language, self._width(), self._color())

    def _width(self) -> int:
        if self.output is None and sys.stdout.isatty():
            return shutil.get_terminal_size().columns
        columns = os.environ.get("COLUMNS", "")
        return int(columns) if columns.isdigit() and int(columns) > 0 else PIPE_WIDTH

    def _color(self) -> bool:
        if self.color != "auto":
            return self.color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self.output is None and not plain and sys.stdout.isatty()

    def emit(self, result: str, *, ours: bool = False, commands: bool = False) -> None:
        """Print the result, or write it to the file that was asked for; masked, unless it is ``ours``.

        ``commands``: it holds commands to the runner of a pipeline, which otherwise finds none.
        """
        result = result if ours else mask_lines(result)
        if self.output is not None:
            save(self.output, result.encode("utf-8", "backslashreplace"))
            self.note(word("wrote", self.speak(), path=str(self.output)))
            return
        if "\r\n" in result and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # calendars end their lines so, on every system
        flush(result if commands else calmed(result))

    def note(self, text: str) -> None:
        """Say something beside the result."""
        if not self.quiet:
            aside(text)


def flush(result: str = "") -> None:
    """Print a result to its end; a refusal says why it could not be."""
    try:
        sys.stdout.write(result)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise Refusal("refuse.output", why=why(error)) from error


def drop_output() -> None:
    """Let what was not yet printed go nowhere, so that leaving does not fail by it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; a refusal says why it could not be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("refuse.write", path=str(folder), why=why(error)) from error


def save(path: Path, data: bytes) -> None:
    """Write a file as a whole; a refusal says why it could not be, and whether it is open elsewhere."""
    if not path.parent.is_dir():
        raise Refusal("refuse.no-folder", path=str(path), folder=str(path.parent))
    lock = lock_of(path)
    if lock is not None:
        raise Refusal("refuse.open", path=str(path), lock=lock.name)
    try:
        write_bytes(path, data)
    except PermissionError as error:
        raise Refusal("refuse.locked", path=str(path)) from error
    except OSError as error:
        raise Refusal("refuse.write", path=str(path), why=why(error)) from error


def save_text(path: Path, text: str) -> None:
    """Write a text, masked, as `save` does."""
    save(path, mask_lines(text).encode("utf-8", "backslashreplace"))


def save_all(files: Iterable[tuple[Path, bytes]], language: str) -> tuple[list[Path], int]:
    """Write files; one that cannot be written is said so, and does not keep back the others.

    Those that were written, and 2 if any was not, else 0: the exit code.
    """
    from pairing_cli.output.sanitize import clean

    written, code = [], 0
    for path, data in files:
        try:
            save(path, data)
        except Refusal as refusal:
            code = 2
            aside(clean(word(refusal.key, language, **refusal.facts)))
        else:
            written.append(path)
    return written, code


@dataclass(frozen=True, slots=True)
class Opened:
    """A programme that was read, and where its files are as the user would type them."""

    root: Path
    tree: Tree
    loaded: Loaded
    prefix: str
    places: Places
    ground: Ground | None = None
    cache: Cache | None = None

    @property
    def templates(self) -> Path | None:
        """The folder of its own forms, which need not exist."""
        return self.ground.templates(self.root) if self.ground else self.root / "templates"

    @property
    def language(self) -> str:
        """The programme's own language; while its file cannot be read, the locale's, else Chinese."""
        programme = self.loaded.repository.programme
        if programme is not None:
            return programme.record.language.value
        return by_locale(os.environ) or Language.ZH.value

    @property
    def notice(self) -> str | None:
        """What is printed on everything the programme produces."""
        programme = self.loaded.repository.programme
        return programme.record.notice if programme else None

    def with_loaded(self, loaded: Loaded) -> Opened:
        """The same with other records, and what they hide."""
        return replace(
            self, loaded=loaded, places=_places(self.tree, loaded, self.prefix), cache=None
        )

    def findings(self, today: date) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with it, but for what somebody approved an exception to."""
        return self.sifted(today).kept

    def sifted(self, today: date) -> Sifted:
        """Everything that is wrong with it, and what of that approved exceptions hide."""
        from pairing_cli.rules import RULES, sift

        repository = self.loaded.repository
        settings = self.ground.findings(self) if self.ground else ()
        holding = self.ground.exceptions(self.root) if self.ground else None
        every = (*self.loaded.diagnostics, *checked(self.loaded, today, self.cache), *settings)
        return sift(every, repository, RULES, today, holding).fingerprinted(self.identities)

    @property
    def identities(self) -> Identities:
        """What each of its records is known by."""
        from pairing_cli.model.identity import Identities

        return Identities(self.loaded.repository, self.loaded.known)

    def keep(self) -> None:
        """Leave to the next run what was found out, once all of it is placed."""
        if self.cache is not None:
            self.cache.save(self.loaded)

    def errors(self, today: date) -> int:
        """How many errors its data have: figures made from them may be incomplete."""
        from pairing_cli.model.diagnostics import Severity

        return sum(found.severity is Severity.ERROR for found in self.findings(today))


def roots(path: Path) -> list[Path]:
    """The folders of the programmes that a path means: below it, at it, or above it."""
    from pairing_cli.load.tree import programme_above, programmes_below

    if not path.exists():
        raise Refusal("refuse.no-path", path=str(path))
    found = list(programmes_below(path)) if path.is_dir() else []
    if not found:
        above = programme_above(path.resolve())
        found = [_typed(above)] if above else []
    if not found:
        raise Refusal("refuse.no-programme", path=str(path), example=str(_example()))
    return found


def one_root(path: Path) -> Path:
    """The folder of the one programme that a path means."""
    found = roots(path)
    if len(found) > 1:
        raise Refusal("refuse.many-programmes", paths=tuple(each.as_posix() for each in found))
    return found[0]


def bytes_of(path: Path, most: int) -> bytes:
    """The bytes of a file that was named: of a larger one so many that it is seen to be too large.

    A refusal says why it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise Refusal("refuse.read", path=str(path), why=why(error)) from error


def _example() -> Path:
    """The smallest example, which comes with the tool."""
    here = Path(__file__).parents[1]
    installed = here / "_data" / "examples" / "minimal"
    return installed if installed.is_dir() else here.parents[1] / "examples" / "minimal"


def _typed(folder: Path) -> Path:
    """A folder as a user in the current folder would write it."""
    return Path(os.path.relpath(folder))


def open_programme(
    root: Path,
    *,
    evidence: bool,
    without: Path | None = None,
    redact: bool = False,
    ground: Ground | None = None,
    cache: Cache | None = None,
) -> Opened:
    """Read one programme; ``without`` is a file that is left out where it stands in the folder.

    With ``redact``, people are not named in it, but for office holders. What an interrupted command
    began to write there is finished first, unless settings are those of a ``ground``: then others may
    have written it. With a ``cache``, which is of the whole folder and of people by their names, what has
    not changed is not read again before somebody asks for it.
    """
    from pairing_cli.cli.journal import settle
    from pairing_cli.load.programme import load
    from pairing_cli.load.tree import FolderTree

    prefix = "" if root == Path() else root.as_posix() + "/"
    left_out = None if without is None else seen_from(root, without)
    if ground is None:
        settle(root)
    allowing = partial(ground.allowances, root) if ground else None
    tree = FolderTree(root)
    gc.disable()  # all of it lives to the end; walking it again and again would take a fifth of a run
    try:
        memo = cache.memo if cache else None
        loaded = load(
            tree,
            evidence=evidence,
            without=left_out,
            redact=redact,
            memo=memo,
            allowing=allowing,
        )
        gc.freeze()
    finally:
        gc.enable()
    places = _places(tree, loaded, prefix, cache)
    return Opened(root, tree, loaded, prefix, places, ground, cache)


def _places(tree: Tree, loaded: Loaded, prefix: str, cache: Cache | None = None) -> Places:
    from pairing_cli.load.positions import Positions
    from pairing_cli.output.places import Places

    positions = cache.positions(tree, loaded) if cache else Positions(tree, loaded.veil)
    return Places(positions, prefix)


def seen_from(root: Path, file: Path) -> str:
    """A file's path as seen from a programme's folder, in which or beside which it stands."""
    here, there = root.resolve(), file.resolve()
    if there.is_relative_to(here):
        return there.relative_to(here).as_posix()
    if there.anchor != here.anchor or here != Path(os.path.abspath(root)):  # noqa: PTH100
        return there.as_posix()
    return Path(os.path.relpath(there, here)).as_posix()


def open_one(
    path: Path,
    *,
    evidence: bool = False,
    without: Path | None = None,
    redact: bool = False,
    ground: Ground | None = None,
) -> Opened:
    """Read the one programme that a path means, for counting."""
    root = one_root(path)
    opened = open_programme(root, evidence=evidence, without=without, redact=redact, ground=ground)
    if opened.loaded.repository.programme is None:
        raise Refusal("refuse.programme-unread", path=root.as_posix())
    return opened


def warn_incomplete(opened: Opened, errors: int, language: str) -> int:
    """Say when errors in the data make figures incomplete; the exit code."""
    if not errors:
        return 0
    root = opened.root.as_posix()
    aside(word("incomplete", language, number=errors, path=root))
    return 1


__all__ = ["HELP", "Opened", "Refusal", "Settings", "open_one", "open_programme", "roots", "save"]
