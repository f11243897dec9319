"""``pairing where``: which record stands at a line, what it counts for, what would change without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pairing_cli.cli.figures import Form, FormOption
from pairing_cli.cli.language import help_text, metavar
from pairing_cli.cli.options import AsOfOption, Color, ColorOption, LangOption, OutputOption
from pairing_cli.cli.session import Opened, Refusal, Settings, open_one, seen_from

if TYPE_CHECKING:
    from pairing_cli.load.whereabouts import Whereabouts
    from pairing_cli.model.places import At
    from pairing_cli.model.uses import Spotted
    from pairing_cli.output.screen import Screen
    from pairing_cli.output.where import Where

_PLACE = re.compile(
    r"(?P<file>.+?)(?::(?P<line>[0-9]{1,9}))?(?::(?P<column>[0-9]{1,9}))?", re.DOTALL
)


def where(
    place: Annotated[str, typer.Argument(help=help_text("place"), metavar=metavar("place"))],
    form: FormOption = Form.TEXT,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
) -> None:
    """Say what stands at a line, and what it counts for."""
    from pairing_cli.load.whereabouts import Whereabouts
    from pairing_cli.model.places import At

    settings = Settings(lang, as_of, color, output)
    path, line, column = _meant(place)
    opened = open_one(path, evidence=True)
    file = _file_of(opened, path)
    screen = settings.screen(settings.speak(opened.language))
    whereabouts = Whereabouts(opened.tree, file)
    if line is None:
        settings.emit(_list(opened, file, whereabouts, form, screen))
        return
    route = whereabouts.at(line, column)
    if route is None:
        raise Refusal("refuse.nothing-there", path=path.as_posix(), line=line)
    settings.emit(_told(opened, At(file, route), form, settings, screen))


def _meant(place: str) -> tuple[Path, int | None, int | None]:
    """The file, and the line and column where they are given."""
    if Path(place).is_file():
        return Path(place), None, None
    found = _PLACE.fullmatch(place)
    if found is None or not Path(found["file"]).is_file():
        raise Refusal("refuse.no-path", path=found["file"] if found else place)
    line, column = (int(found[name]) if found[name] else None for name in ("line", "column"))
    return Path(found["file"]), line, column


def _file_of(opened: Opened, path: Path) -> str:
    """A file's path inside its programme; a refusal where it is none of its data files."""
    file = seen_from(opened.root, path)
    if file not in opened.loaded.repository.files or not file.lower().endswith((".yaml", ".yml")):
        root = opened.root.as_posix()
        raise Refusal("refuse.not-of-programme", path=path.as_posix(), root=root)
    return file


def _list(opened: Opened, file: str, whereabouts: Whereabouts, form: Form, screen: Screen) -> str:
    from pairing_cli.output.where import as_list, list_as_json

    found = list(_records(opened, file, whereabouts))
    if form is Form.JSON:
        return list_as_json(f"{opened.prefix}{file}", found, screen)
    return as_list(found, screen)


def _records(opened: Opened, file: str, whereabouts: Whereabouts) -> Iterator[tuple[Spotted, int]]:
    from pairing_cli.diff.uses import spotted
    from pairing_cli.model.places import At

    loaded = opened.loaded
    for route, line in whereabouts.records():
        yield spotted(loaded.repository, loaded.known, At(file, route)), line


def _told(opened: Opened, part: At, form: Form, settings: Settings, screen: Screen) -> str:
    from pairing_cli.load.positions import Positions
    from pairing_cli.load.removed import Shifted
    from pairing_cli.output.difference import Teller
    from pairing_cli.output.places import Places
    from pairing_cli.output.where import as_json, as_text

    after = Places(Shifted(Positions(opened.tree, opened.loaded.veil), part), opened.prefix)
    teller = Teller(opened.places, after, screen)
    found, errors = _found(opened, part, settings)
    if form is Form.JSON:
        return as_json(found, errors, teller)
    return as_text(found, opened.notice, teller)


def _found(opened: Opened, part: At, settings: Settings) -> tuple[Where, int]:
    """What stands there, with what it counts for and what would change; and the errors in the data."""
    from pairing_cli.cli.findings_of import state_of
    from pairing_cli.cli.reckon import reckoned
    from pairing_cli.diff import Beside, difference
    from pairing_cli.diff.uses import spotted, uses
    from pairing_cli.load.removed import without
    from pairing_cli.model.differences import Revision
    from pairing_cli.output.where import Where

    loaded, today = opened.loaded, settings.today
    before = state_of(loaded, Revision("with"), today)
    left = without(loaded, part)
    after = before if left is None else state_of(left, Revision("without"), today)
    before, after = reckoned(before, after, today)
    counted = uses(loaded.repository, before.sheets, before.targets, part)
    root = opened.root.as_posix()
    gone = None if left is None else difference(before, after, root, today, Beside())
    found = spotted(loaded.repository, loaded.known, part)
    return Where(found, counted, gone), before.errors
