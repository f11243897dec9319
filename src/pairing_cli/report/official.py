"""Facts of official texts: schemes, plans, summaries and notices; agreements and pledges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pairing_cli.model.parties import Mentorship, Pairing
from pairing_cli.model.programme import Side
from pairing_cli.model.repository import Entry
from pairing_cli.model.texts import OfficialText, TextForm, paragraphs
from pairing_cli.report.annexes import annexes
from pairing_cli.report.blanks import Filled
from pairing_cli.report.chinese import BLANK_DAY, full_day, numeral
from pairing_cli.report.material import Material
from pairing_cli.report.parties import common, organization_title, side_text, stem

_OWN = (TextForm.SCHEME, TextForm.WORK_PLAN)
"""Forms of text that are the programme itself: its number and day are theirs."""


def document(material: Material, key: str) -> dict[str, Any]:
    """A text that a bureau issues: its head, its clauses, its annexes, its signature."""
    entry = _entry(material, key)
    filled = Filled(material, entry, "", {})
    return _facts(material, entry, filled, _title(material, entry.record))


def between_parties(material: Material, key: str) -> dict[str, Any]:
    """A text that two parties sign: as `document`, with the parties and where they sign."""
    text_key, _, whom = key.partition("/")
    entry = _entry(material, text_key)
    pairs = entry.record.each == "mentorship"
    words = _teachers(material, whom) if pairs else _schools(material, whom)
    filled = Filled(material, entry, whom, words)
    facts = _facts(material, entry, filled, _title(material, entry.record))
    sides = ("mentor", "mentee") if pairs else ("helper", "helped")
    heads = ("", "") if pairs else (words["helper-head"], words["helped-head"])
    marks = ("帮扶教师", "被帮扶教师") if pairs else ("甲方", "乙方")
    return {
        **facts,
        "parties": [
            {"mark": mark, "name": words[side], "head": head}
            for mark, side, head in zip(marks, sides, heads, strict=True)
        ],
        "sealed": not pairs,
        "signed_on": _signed_on(material, whom, pairs=pairs),
    }


def _signed_on(material: Material, whom: str, *, pairs: bool) -> str:
    """The day on which it was signed; room for it where that is still to come."""
    repository = material.repository
    found: Mentorship | Pairing | None = repository.pairings.get(whom)
    if pairs:
        found = repository.mentorships.get(whom)
    day = found.signed_on if found else None
    return full_day(day) if day else BLANK_DAY


def _entry(material: Material, key: str) -> Entry[OfficialText]:
    found = material.repository.texts.find(key)
    if found is None:
        raise ValueError(f"no text {key}")
    return found


def _facts(
    material: Material, entry: Entry[OfficialText], filled: Filled, title: str
) -> dict[str, Any]:
    record, programme = entry.record, material.programme
    own = record.form in _OWN
    day = record.date or (programme.issued_on if own else None)
    number = record.number or (programme.number if own else None) or ""
    found = list(annexes(material, record))
    signed = record.signed_by or programme.issued_by
    if day is None and not record.form.between_parties:
        filled.miss("date")
    return {
        **common(material, filled.fill(title)),
        "form": record.form.value,
        "mark": f"{'　'.join(programme.issued_by)}文件" if number else "",
        "number": number,
        "to": "、".join(record.to),
        "lines": list(lines(record.text, filled)),
        "annexes": found,
        "signed_by": list(signed),
        "dated": full_day(day) if day else BLANK_DAY,
        "parties": [],
        "sealed": True,
        "signed_on": "",
        "unknown": filled.unknown,
    }


def _title(material: Material, record: OfficialText) -> str:
    """A text's own title, or one made of the programme's."""
    if record.title is not None:
        return record.title
    programme = material.programme.title
    match record.form:
        case TextForm.AGREEMENT:
            return "结对帮扶协议书"
        case TextForm.PLEDGE:
            return "教师结对帮扶责任书" if record.each == "mentorship" else "学校结对帮扶责任书"
        case TextForm.ANNUAL_SUMMARY:
            return programme if programme.endswith("总结") else f"{stem(programme)}工作总结"
        case TextForm.NOTICE:
            return f"关于印发《{programme}》的通知"
        case _:
            return programme


_HEADING = 24
"""Characters up to which what opens a clause is its heading."""


def lines(source: str, filled: Filled) -> Iterator[dict[str, Any]]:
    """The paragraphs of a text: ``level`` (0 is body), ``text``, and ``rest``.

    A clause's number and heading are its text; what runs on after them is its rest.
    """
    counts = [0, 0, 0, 0]
    for paragraph in paragraphs(source):
        level = min(paragraph.level, len(counts))
        text, rest = filled.fill(paragraph.text), ""
        if level:
            counts[level - 1] += 1
            counts[level:] = [0] * (len(counts) - level)
            lead, rest = _split(text)
            text = _numbered(level, counts[level - 1], text) + lead
        yield {"level": level, "text": text, "rest": rest}


def _numbered(level: int, count: int, text: str) -> str:
    """The number of a clause, as official texts number four levels; apart from digits after it."""
    match level:
        case 1:
            return f"{numeral(count)}、"
        case 2:
            return f"（{numeral(count)}）"
        case 3:
            return f"{count}.{' ' if text[:1].isdigit() else ''}"
        case _:
            return f"（{count}）"


def _split(text: str) -> tuple[str, str]:
    """A clause's heading and what runs on after its first full stop; all of one without a heading."""
    head, stop, rest = text.partition("。")
    return (head + stop, rest) if rest and len(head) <= _HEADING else (text, "")


def _schools(material: Material, pairing: str) -> dict[str, str]:
    """The words of a pairing."""
    found = material.repository.pairings.get(pairing)
    year = str(material.programme.period.start.year)
    if found is None:
        return {"year": year}
    return {
        "helper": side_text(material.repository, found, Side.HELPER).replace("\n", "、"),
        "helped": side_text(material.repository, found, Side.HELPED).replace("\n", "、"),
        "helper-head": _heads(material, found, pairing, Side.HELPER),
        "helped-head": _heads(material, found, pairing, Side.HELPED),
        "focus": found.focus.goal if found.focus else "",
        "year": year,
    }


def _heads(material: Material, found: Pairing, pairing: str, side: Side) -> str:
    """Those who answer for a side of a pairing."""
    return "、".join(
        person.name
        for person in found.responsible
        if person.organization and material.repository.side_of(pairing, person.organization) is side
    )


def _teachers(material: Material, mentorship: str) -> dict[str, str]:
    """The words of a teacher pair, and of its pairing."""
    repository = material.repository
    found = repository.mentorships.get(mentorship)
    if found is None:
        return {"mentor": "", "mentee": ""}
    people = {
        "mentor": repository.people.get(found.mentor),
        "mentee": repository.people.get(found.mentee),
    }
    homes = {
        f"{who}-school": organization_title(repository, person.organization)
        for who, person in people.items()
        if person is not None and person.organization
    }
    return {
        **_schools(material, repository.pairings.key(found.pairing)),
        **homes,
        "mentor": found.mentor,
        "mentee": found.mentee,
        "subject": found.subject or "",
    }
