"""One report in one format: its facts through its template, with a name to save it under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pairing_cli.messages import shown, word
from pairing_cli.model.programme import Language
from pairing_cli.report.formats import FORMATS
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.material import Material
from pairing_cli.report.templates import Templates

_UNSAFE = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f]+|\.+$|^\.+|\s+")


@dataclass(frozen=True, slots=True)
class Produced:
    """A finished report: a file name that every system can hold, and its bytes."""

    name: str
    data: bytes


def make(
    kind: Kind, material: Material, pairing: str, extension: str, templates: Templates
) -> Produced:
    """Make one report. TemplateError when its template is missing or fails."""
    label, template = templates.find(f"{kind.id}.{extension}")
    facts = kind.facts(material, pairing)
    if templates.trusted(label):
        data = FORMATS[extension]()(label, template, facts)
    else:
        _, data = templates.apart.ask("render", label, extension, template, facts=facts)
    return Produced(file_name(kind, material, pairing, extension), data)


def file_name(kind: Kind, material: Material, pairing: str, extension: str) -> str:
    """The report's title, and the pairing's where there is one for each.

    The title is Chinese where the programme is; elsewhere it is the name on the command line.
    Pairings whose titles come to the same file name have their ids in it too.
    """
    chinese = material.programme.language is Language.ZH
    title = word(f"report.{kind.id}", "zh") if chinese else kind.id
    if not kind.per_pairing:
        return f"{safe(title)}.{extension}"
    repository = material.repository
    titles = {entry.key: repository.title_of(entry.record) for entry in repository.pairings}
    if kind.scored and material.sheet is not None:
        units = material.sheet.units
        titles = {unit.pairing: shown(unit.node.title, material.language) for unit in units}
    names = {key: safe(f"{title}-{each}") for key, each in titles.items()}
    name = names.get(pairing, pairing)
    alike = [each for each in names.values() if each.casefold() == name.casefold()]
    if len(alike) > 1:
        name = f"{safe(name, 80)}-{safe(pairing)}"
    return f"{name}.{extension}"


def safe(name: str, most: int = 150) -> str:
    """A name without what some system cannot have in file names, and not too long for any."""
    plain = _UNSAFE.sub("_", name)
    while len(plain.encode()) > most:
        plain = plain[:-1]
    return plain or "_"


__all__ = ["FORMATS", "KINDS", "Produced", "make"]
