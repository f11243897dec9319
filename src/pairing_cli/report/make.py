"""One report in one format: its facts through its template, with a name to save it under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pairing_cli.messages import word
from pairing_cli.model.diagnostics import Message
from pairing_cli.model.programme import Language
from pairing_cli.office.names import safe
from pairing_cli.report.context import UNKNOWN
from pairing_cli.report.formats import FORMATS
from pairing_cli.report.kinds import KINDS, Kind
from pairing_cli.report.material import Material
from pairing_cli.report.rubric import rubric_of
from pairing_cli.report.subjects import Subject
from pairing_cli.report.templates import Templates


@dataclass(frozen=True, slots=True)
class Produced:
    """A finished report: a file name that every system can hold, its bytes, and what it leaves blank."""

    name: str
    data: bytes
    unknown: tuple[Unknown, ...] = ()


class Unknown(NamedTuple):
    """A blank: the name of what is not known, why, and the place where it is asked for."""

    name: str
    why: Message
    at: str


def make(
    kind: Kind, material: Material, subject: Subject, extension: str, templates: Templates
) -> Produced:
    """Make one report. TemplateError when its template is missing or fails."""
    label, template = templates.find(*(f"{name}.{extension}" for name in kind.templates))
    found = kind.facts(material, subject.key)
    unknown = tuple(Unknown(**each) for each in found.get(UNKNOWN, ()))
    if templates.trusted(label):
        data = FORMATS[extension]()(label, template, found)
    else:
        kept = [each.value for each in material.programme.privacy.allow]
        _, data = templates.apart.ask("render", label, extension, template, kept, facts=found)
    return Produced(file_name(kind, material, subject, extension), data, unknown)


def file_name(kind: Kind, material: Material, subject: Subject, extension: str) -> str:
    """The report's title, and its subject's where there is one for each.

    The title is Chinese where the programme is; elsewhere it is the name on the command line.
    Subjects whose titles come to the same file name have their keys in it too.
    """
    chinese = material.programme.language is Language.ZH
    title = word(f"report.{kind.id}", "zh") if chinese else kind.id
    repository = material.repository
    if kind.of_rubric and len(repository.rubrics) > 1:
        title = f"{title}-{rubric_of(material).title}"
    if material.redacted:
        title = f"{title}-{word('report.public', 'zh' if chinese else 'en')}"
    if not subject.title:
        return f"{safe(title)}.{extension}"
    name = safe(f"{title}-{subject.title}")
    names = (safe(f"{title}-{each.title}") for each in kind.subjects(material))
    if sum(each.casefold() == name.casefold() for each in names) > 1:
        name = f"{safe(name, 80)}-{safe(subject.key)}"
    return f"{name}.{extension}"


__all__ = ["FORMATS", "KINDS", "Produced", "Unknown", "make"]
