"""``pairing score --publish`` and ``--published``: signed-off results, and what changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pairing_cli
from pairing_cli.cli.commit import commit_of
from pairing_cli.cli.figures import Asked, Form, rubric_entry
from pairing_cli.cli.session import Opened, Refusal, open_one, save_text, warn_incomplete
from pairing_cli.model.results import ScoreSheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pairing_cli.load.veil import Veil
    from pairing_cli.model.published import Published

YAML = (".yaml", ".yml")


def publish(asked: Asked, path: Path) -> int:
    """Write the result as it is published; the exit code."""
    from pairing_cli.output import published as shown

    if asked.pairing:
        raise Refusal("refuse.publish-whole")
    if path.suffix.lower() not in (*YAML, ".json"):
        raise Refusal("refuse.publish-form", path=str(path))
    opened = open_one(asked.path, evidence=True)
    _may_stand_at(path, opened)
    errors = opened.errors(asked.settings.today)
    if errors:
        raise Refusal("refuse.publish-errors", number=errors, path=opened.root.as_posix())
    rubric = rubric_entry(opened.loaded.repository, asked.rubric)
    found = _present(asked.sheet(opened, rubric.key), opened)
    json = path.suffix.lower() == ".json"
    save_text(path, shown.as_json(found) if json else shown.as_yaml(found))
    screen = asked.settings.screen(asked.settings.speak(opened.language))
    plain = asked.form is Form.TEXT
    asked.settings.emit(shown.done(found, str(path), screen) if plain else shown.as_json(found))
    return 0


def _may_stand_at(path: Path, opened: Opened) -> None:
    """Refuse a place where the file would be read as records, or where one stands already."""
    if path.exists():
        raise Refusal("refuse.publish-exists", path=str(path))
    inside = path.resolve().is_relative_to(opened.root.resolve())
    if inside and path.suffix.lower() in YAML:
        raise Refusal("refuse.publish-inside", path=str(path))


def check(asked: Asked, path: Path) -> int:
    """Show what changed since a result was published; the exit code.

    Scores are those of the published day, unless another is asked for.
    """
    from pairing_cli.output import published as shown
    from pairing_cli.score.publish import since

    _only_what_was_published(asked)
    before = read_result(path)
    opened = open_one(asked.path)
    programme = opened.loaded.repository.programme
    if programme is None or programme.record.id != before.programme:
        name = programme.record.id if programme else ""
        raise Refusal("refuse.published-other", path=str(path), other=before.programme, name=name)
    settings = replace(asked.settings, as_of=asked.settings.as_of or before.as_of.isoformat())
    asked = replace(asked, settings=settings, rubric=before.rubric, term=before.term)
    found = since(before, _present(_sheet_now(asked, before, opened), opened, before.hashes))
    errors = opened.errors(settings.today)
    language = settings.speak(opened.language)
    if asked.form is Form.JSON:
        settings.emit(shown.change_as_json(found, before, str(path), opened.prefix, errors))
    else:
        screen = settings.screen(language)
        settings.emit(shown.change_as_text(found, before, str(path), opened.prefix, screen))
    return warn_incomplete(opened, errors, language) or int(bool(found))


def _only_what_was_published(asked: Asked) -> None:
    given = {"--rubric": asked.rubric, "--pairing": asked.pairing, "--term": asked.term}
    names = tuple(name for name, value in given.items() if value)
    if names:
        raise Refusal("refuse.published-options", names=names)


def read_result(path: Path, veil: Veil | None = None) -> Published:
    """A published result, read through a programme's veil; a refusal where the file is none."""
    from pairing_cli.load.published import read_published

    if not path.exists():
        raise Refusal("refuse.no-path", path=str(path))
    try:
        found = read_published(path, veil)
    except OSError:
        found = None
    if found is None:
        raise Refusal("refuse.published-unread", path=str(path))
    return found


def _sheet_now(asked: Asked, before: Published, opened: Opened) -> ScoreSheet:
    """The present scores; none when the rubric is no longer there."""
    if opened.loaded.repository.rubrics.find(before.rubric) is not None:
        return asked.sheet(opened, before.rubric)
    return ScoreSheet(before.rubric, before.rubric_title, asked.settings.today, ())


def _present(sheet: ScoreSheet, opened: Opened, besides: Iterable[str] = ()) -> Published:
    """The present result, with the hashes of what it rests on and of the files ``besides``."""
    from pairing_cli.load.evidence import hashes
    from pairing_cli.score.publish import Basis, evidence_of, published

    repository = opened.loaded.repository
    others = {found.at.file for found in opened.loaded.diagnostics if found.code == "F027"}
    files = {file for file in repository.files if file not in others}
    paths = {*files, *evidence_of(sheet, repository), *besides}
    basis = Basis(hashes(opened.tree, paths), commit_of(opened.root), pairing_cli.__version__)
    return published(sheet, repository, basis)
