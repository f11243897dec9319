"""For whom or what a kind of report is made: the programme, a pairing, a text, an activity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pairing_cli.messages import shown
from pairing_cli.model.evidence import is_picture
from pairing_cli.model.repository import Entry
from pairing_cli.model.texts import OfficialText, TextForm
from pairing_cli.report.material import Material


@dataclass(frozen=True, slots=True)
class Subject:
    """One document to be made: its key, what its file name adds, and the pairing it is about.

    ``asked_only``: it is made when it is asked for by name, not with all others.
    """

    key: str = ""
    title: str = ""
    pairing: str | None = None
    asked_only: bool = False


Subjects = Callable[[Material], list[Subject]]


def whole(material: Material) -> list[Subject]:
    """The programme as a whole."""
    return [Subject()]


def pairings(material: Material) -> list[Subject]:
    """Every pairing."""
    repository = material.repository
    return [
        Subject(entry.key, repository.title_of(entry.record), entry.key)
        for entry in repository.pairings
    ]


def units(material: Material) -> list[Subject]:
    """Everybody whom the rubric assesses: pairings in their order, others by rank."""
    if material.sheet is None:
        return pairings(material)
    found = [
        Subject(unit.pairing, shown(unit.node.title, material.language), unit.pairing)
        for unit in material.sheet.units
    ]
    order = {entry.key: number for number, entry in enumerate(material.repository.pairings)}
    return sorted(found, key=lambda subject: order.get(subject.key, 0))


def texts(form: TextForm) -> Subjects:
    """Every text of a form; of one that two parties sign, one for each of them."""

    def found(material: Material) -> list[Subject]:
        entries = [entry for entry in material.repository.texts if entry.record.form is form]
        if not form.between_parties:
            several = len(entries) > 1
            return [Subject(entry.key, entry.key if several else "") for entry in entries]
        return [subject for entry in entries for subject in _parties(material, entry)]

    return found


def _parties(material: Material, text: Entry[OfficialText]) -> list[Subject]:
    """A document for each pairing that a text holds for, or for each of its teacher pairs."""
    repository = material.repository
    named = [each for each in pairings(material) if _holds(material, text.record, each.key)]
    if text.record.each == "pairing":
        return [
            Subject(f"{text.key}/{each.key}", f"{_named(material, text)}{each.title}", each.key)
            for each in named
        ]
    keys = {subject.key for subject in named}
    return [
        Subject(
            f"{text.key}/{entry.key}",
            f"{_named(material, text)}{entry.record.mentor}-{entry.record.mentee}",
            pairing,
        )
        for entry in repository.mentorships
        if (pairing := repository.pairings.key(entry.record.pairing)) in keys
    ]


def _holds(material: Material, text: OfficialText, key: str) -> bool:
    """Whether a text is for a pairing."""
    pairings = material.repository.pairings
    found = pairings.get(key)
    named = not text.pairings or key in map(pairings.key, text.pairings)
    return named and (
        not text.pairing_level or (found is not None and found.level in text.pairing_level)
    )


def _named(material: Material, text: Entry[OfficialText]) -> str:
    """A text's id before the parties' names, where there are several texts of its form."""
    same = [each for each in material.repository.texts if each.record.form is text.record.form]
    return f"{text.key}-" if len(same) > 1 else ""


def activities(material: Material) -> list[Subject]:
    """Every activity by the day; those without a photograph only when they are asked for."""
    repository = material.repository
    return [
        Subject(
            entry.key,
            entry.key,
            repository.pairings.key(entry.record.pairing),
            asked_only=not any(
                is_picture(file.path)
                for document in entry.record.documents
                for file in document.file
            ),
        )
        for entry in repository.activities
        if entry.record.days.start <= material.as_of
    ]
