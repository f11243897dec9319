"""Having a form checked: apart from us, since a form is not trusted before it was looked through."""

from __future__ import annotations

from pathlib import Path

from pairing_cli.model.diagnostics import say
from pairing_cli.model.forms import Slip
from pairing_cli.report.faults import TemplateError
from pairing_cli.report.kinds import KINDS, kind_of
from pairing_cli.report.names import meant
from pairing_cli.report.slips import from_plain
from pairing_cli.report.templates import Templates, read


def slips_of(path: Path, templates: Templates) -> list[Slip]:
    """What is wrong with a file that stands where own forms stand."""
    kind, extension = path.stem, path.suffix.lower().removeprefix(".")
    found = kind_of(kind)
    if found is None or extension not in found.formats:
        known = [f"{name}.{e}" for k in KINDS.values() for name in k.templates for e in k.formats]
        return [Slip("W001", say("W001", name=path.name, hint=meant(path.name, known)))]
    try:
        data = read(path, path.name)
        told, _ = templates.apart.ask("check", path.name, extension, data, kind)
    except TemplateError as error:
        return [Slip("W002", say("W002", why=say(error.key, **error.facts)))]
    return from_plain(told["slips"])
