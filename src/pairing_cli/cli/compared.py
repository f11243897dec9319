"""``pairing score --what-if`` and ``--against``: what would change with other records or rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pairing_cli.cli.figures import Asked, Form, rubric_entry, titled
from pairing_cli.cli.session import Opened, Refusal, open_one, seen_from, warn_incomplete
from pairing_cli.cli.streams import aside
from pairing_cli.model.diagnostics import Diagnostic, Severity
from pairing_cli.model.results import ScoreSheet
from pairing_cli.output.changes import Compared


def what_if(asked: Asked, file: Path) -> int:
    """Show what a file's records would change; the exit code.

    The file is left out of the programme when it stands in its folder.
    """
    from pairing_cli.load.overlay import overlay

    if not file.is_file():
        raise Refusal("refuse.no-path", path=str(file))
    before = open_one(asked.path, without=file)
    name = seen_from(before.root, file)
    after = before.with_loaded(overlay(before.loaded, before.tree, name))
    rubric = rubric_entry(before.loaded.repository, asked.rubric).key
    sheets = asked.sheet(before, rubric), asked.sheet(after, rubric)
    findings = after.findings(asked.settings.today)
    code = _show(asked, after, sheets, Compared("what-if", str(file)), _errors(findings))
    _say(after, (found for found in findings if found.at.file == name), asked)
    return code


def against(asked: Asked, name: str) -> int:
    """Show who gains and who loses under another rubric; the exit code."""
    opened = open_one(asked.path)
    repository = opened.loaded.repository
    old, new = rubric_entry(repository, asked.rubric), rubric_entry(repository, name)
    if old.record.unit != new.record.unit:
        raise Refusal("refuse.units-differ", old=old.key, new=new.key)
    sheets = asked.sheet(opened, old.key), asked.sheet(opened, new.key)
    errors = opened.errors(asked.settings.today)
    return _show(asked, opened, sheets, Compared("rubrics"), errors)


def _errors(findings: Iterable[Diagnostic]) -> int:
    return sum(found.severity is Severity.ERROR for found in findings)


def _show(
    asked: Asked,
    opened: Opened,
    sheets: tuple[ScoreSheet, ScoreSheet],
    compared: Compared,
    errors: int,
) -> int:
    from pairing_cli.output import changes
    from pairing_cli.score import compare

    settings = asked.settings
    language = settings.speak(opened.language)
    screen = settings.screen(language)
    if asked.form is Form.JSON:
        found = compare(*sheets)
        settings.emit(changes.as_json(found, compared, errors, opened.places, screen))
    else:
        found = compare(*(titled(sheet, opened.loaded.repository) for sheet in sheets))
        settings.emit(changes.as_text(found, compared, opened.notice, opened.places, screen))
    return warn_incomplete(opened, errors, language)


def _say(opened: Opened, findings: Iterable[Diagnostic], asked: Asked) -> None:
    """Say what is wrong with the file that was laid over, at its lines."""
    from pairing_cli.output.findings import as_lines, place

    language = asked.settings.speak(opened.language)
    said = [found for found in findings if found.severity is not Severity.NOTICE]
    placed = place(said, opened.places.locator, opened.prefix, language)
    placed.sort(key=lambda each: each.order)
    if placed:
        aside(as_lines(placed).rstrip("\n"))
